#include "names.h"

#include "cli.h"
#include "secret.h"

#include <stdlib.h>
#include <xxhash.h>

struct name {
	struct slice bytes; /* at == NULL: the slot is free */
	unsigned number;
};

enum { FEW = 64 }; /* slots at first; a power of two */

/* The slot of a name, or the free one where it belongs. Linear probing; a third of the slots is free. */
static struct name *
find_slot(struct name *slots, size_t capacity, struct slice bytes)
{
	size_t i = (size_t)secret_place(XXH3_64bits(bytes.at, bytes.len)) & (capacity - 1);
	while (slots[i].bytes.at != NULL && !slice_equal(slots[i].bytes, bytes))
		i = (i + 1) & (capacity - 1);
	return &slots[i];
}

static void
grow(struct names *names)
{
	size_t capacity = names->capacity > 0 ? 2 * names->capacity : FEW;
	struct name *slots = cli_alloc(capacity, sizeof *slots);
	for (size_t i = 0; i < names->capacity; i++) {
		if (names->slots[i].bytes.at != NULL)
			*find_slot(slots, capacity, names->slots[i].bytes) = names->slots[i];
	}
	free(names->slots);
	names->slots = slots;
	names->capacity = capacity;
}

bool
names_add(struct names *names, struct slice name, unsigned **number)
{
	if (3 * (names->count + 1) > 2 * names->capacity)
		grow(names);
	struct name *slot = find_slot(names->slots, names->capacity, name);
	*number = &slot->number;
	if (slot->bytes.at != NULL)
		return false;
	*slot = (struct name){name, 2};
	names->count++;
	return true;
}

unsigned *
names_find(const struct names *names, struct slice name)
{
	if (names->count == 0)
		return NULL;
	struct name *slot = find_slot(names->slots, names->capacity, name);
	return slot->bytes.at != NULL ? &slot->number : NULL;
}

void
names_empty(struct names *names)
{
	if (names->capacity > FEW)
		names_free(names);
	else if (names->count > 0)
		memset(names->slots, 0, names->capacity * sizeof *names->slots);
	names->count = 0;
}

void
names_free(struct names *names)
{
	free(names->slots);
	*names = (struct names){0};
}
