#define XXH_INLINE_ALL
#include "repeats.h"

#include "cli.h"
#include "secret.h"

#include <stdlib.h>
#include <xxhash.h>

void
repeats_close(struct repeats *r)
{
	free(r->slots);
}

static bool
is_judged(enum rec_kind kind)
{
	switch (kind) {
	case REC_TITLE:
	case REC_HEADLINE:
	case REC_SOURCE:
	case REC_DATE:
	case REC_BYLINE:
	case REC_CAPTION:
	case REC_TEXT:
	case REC_CHROME:
		return true;
	default:
		return false;
	}
}

static bool
may_repeat_title(enum rec_kind kind)
{
	return kind == REC_HEADLINE || kind == REC_CAPTION || kind == REC_TEXT;
}

/* The slot that holds the value under that kind, or the free one for it. */
static struct repeat_slot *
find(const struct repeats *r, uint64_t hash, enum rec_kind kind, struct slice value)
{
	size_t i = (size_t)secret_place(hash + (uint64_t)kind) & (r->capacity - 1);
	while (r->slots[i].stamp == r->stamp &&
		(r->slots[i].kind != kind || !slice_equal(r->slots[i].value, value)))
		i = (i + 1) & (r->capacity - 1);
	return &r->slots[i];
}

static void
make_ready(struct repeats *r, size_t fields)
{
	if (r->capacity < 2 * fields || ++r->stamp == 0) {
		size_t capacity = r->capacity > 0 ? r->capacity : 64;
		while (capacity < 2 * fields)
			capacity *= 2;
		free(r->slots);
		r->slots = cli_alloc(capacity, sizeof *r->slots);
		r->capacity = capacity;
		r->stamp = 1;
	}
}

static bool
is_repeat(struct repeats *r, const struct rec_field *field)
{
	uint64_t hash = XXH3_64bits(field->value.at, field->value.len);
	struct repeat_slot *slot = find(r, hash, field->kind, field->value);
	if (slot->stamp == r->stamp)
		return true;
	if (may_repeat_title(field->kind) && find(r, hash, REC_TITLE, field->value)->stamp == r->stamp)
		return true;
	*slot = (struct repeat_slot){r->stamp, field->kind, field->value};
	return false;
}

void
repeats_remove(struct repeats *r, struct record *record)
{
	size_t kept = 0;
	make_ready(r, record->count);
	for (size_t i = 0; i < record->count; i++) {
		struct rec_field *field = &record->fields[i];
		if (is_judged(field->kind) && is_repeat(r, field))
			r->removed++;
		else
			record->fields[kept++] = *field;
	}
	record->count = kept;
}
