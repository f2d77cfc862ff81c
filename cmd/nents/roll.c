#include "roll.h"

#include "cli.h"
#include "fold.h"
#include "secret.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 256 };

void
roll_free(struct roll *roll)
{
	free(roll->names);
	free(roll->slots);
	free(roll->bytes.bytes);
}

enum roll_group
roll_group(enum entity_type type)
{
	switch (type) {
	case ENTITY_PERSON:
		return ROLL_PEOPLE;
	case ENTITY_ORG:
		return ROLL_ORGANISATIONS;
	case ENTITY_GPE:
	case ENTITY_LOC:
	case ENTITY_FAC:
		return ROLL_PLACES;
	default:
		return ROLL_GROUPS;
	}
}

struct slice
roll_text(const struct roll *roll, const struct roll_name *name)
{
	return (struct slice){roll->bytes.bytes + name->text, name->text_len};
}

/* What a name is known by. */
struct key {
	struct slice bytes;
	bool coded;
	enum roll_group group;
};

static struct key
key_of(const struct roll *roll, const struct roll_name *name)
{
	return (struct key){
		{roll->bytes.bytes + name->key, name->key_len}, name->coded, (enum roll_group)name->group};
}

static bool
same_key(struct key a, struct key b)
{
	return a.group == b.group && a.coded == b.coded && slice_equal(a.bytes, b.bytes);
}

/* The slot of a name: one that holds it, or a free one. */
static uint32_t *
find_slot(const struct roll *roll, struct key key)
{
	for (size_t i = (size_t)secret_place(fold_hash(key.bytes, 2 * (uint64_t)key.group + key.coded));;
		i++) {
		uint32_t *slot = &roll->slots[i & roll->mask];

		if (*slot == 0 || same_key(key_of(roll, &roll->names[*slot - 1]), key))
			return slot;
	}
}

static void
grow_slots(struct roll *roll)
{
	size_t slots = roll->slots == NULL ? FIRST_SLOTS : 2 * (roll->mask + 1);

	free(roll->slots);
	roll->slots = cli_alloc(slots, sizeof *roll->slots);
	roll->mask = slots - 1;
	for (size_t i = 0; i < roll->count; i++)
		*find_slot(roll, key_of(roll, &roll->names[i])) = (uint32_t)i + 1;
}

/* Keeps a copy of s; gives where. */
static size_t
keep(struct roll *roll, struct slice s)
{
	size_t at = roll->bytes.len;

	text_append(&roll->bytes, s);
	return at;
}

static void
add_name(struct roll *roll, struct key key, enum entity_type type)
{
	cli_grow(&roll->names, &roll->capacity, roll->count + 1, sizeof *roll->names);
	roll->names[roll->count] = (struct roll_name){.key = keep(roll, key.bytes),
		.key_len = (uint32_t)key.bytes.len,
		.coded = key.coded,
		.group = (uint8_t)key.group,
		.type = (uint8_t)type};
	roll->count++;
}

size_t
roll_add(struct roll *roll, enum entity_type type, struct slice name, struct slice code)
{
	struct key key = {code.len > 0 ? code : name, code.len > 0, roll_group(type)};

	if (roll->slots == NULL || 2 * roll->count > roll->mask)
		grow_slots(roll);
	uint32_t *slot = find_slot(roll, key);
	if (*slot == 0) {
		add_name(roll, key, type);
		*slot = (uint32_t)roll->count;
	}
	struct roll_name *held = &roll->names[*slot - 1];
	if (name.len > held->text_len) {
		held->text = key.coded ? keep(roll, name) : held->key;
		held->text_len = (uint32_t)name.len;
	}
	held->count++;
	return *slot - 1;
}

/* --- Sorting ---------------------------------------------------------------------------------- */

/* What is sorted: qsort() has no context to find the names by. */
struct sorted {
	uint32_t count;
	struct slice text;
	size_t place;
};

static int
by_count(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;
	size_t shorter = x->text.len < y->text.len ? x->text.len : y->text.len;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	int order = memcmp(x->text.at, y->text.at, shorter);
	return order != 0 ? order : (x->text.len > y->text.len) - (x->text.len < y->text.len);
}

size_t *
roll_sorted(const struct roll *roll, enum roll_group group, size_t *count)
{
	struct sorted *sorted = cli_alloc(roll->count, sizeof *sorted);
	size_t *places = cli_alloc(roll->count, sizeof *places);

	*count = 0;
	for (size_t i = 0; i < roll->count; i++)
		if (roll->names[i].group == group)
			sorted[(*count)++] =
				(struct sorted){roll->names[i].count, roll_text(roll, &roll->names[i]), i};
	qsort(sorted, *count, sizeof *sorted, by_count);
	for (size_t i = 0; i < *count; i++)
		places[i] = sorted[i].place;
	free(sorted);
	return places;
}
