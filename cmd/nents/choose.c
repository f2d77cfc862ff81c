#include "choose.h"

#include <stdlib.h>

static int
by_place(const void *a, const void *b)
{
	const struct mention *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	if (x->source != y->source)
		return x->source - y->source;
	return x->type - y->type;
}

void
mentions_sort(struct article *a)
{
	size_t sorted = 1;

	while (sorted < a->mention_count && by_place(&a->mentions[sorted - 1], &a->mentions[sorted]) <= 0)
		sorted++;
	if (sorted < a->mention_count)
		qsort(a->mentions, a->mention_count, sizeof *a->mentions, by_place);
}

static bool
holds(const struct mention *outer, const struct mention *inner)
{
	return outer->start <= inner->start && inner->end <= outer->end &&
	       outer->end - outer->start > inner->end - inner->start;
}

/* Does x win over y, which overlaps it? */
static bool
wins(const struct mention *x, const struct mention *y)
{
	if ((x->source == SOURCE_USER) != (y->source == SOURCE_USER))
		return x->source == SOURCE_USER;
	if (holds(x, y) || holds(y, x))
		return holds(x, y);
	if (x->source != y->source)
		return x->source < y->source;
	return x->end - x->start >= y->end - y->start;
}

static bool
overlap(const struct mention *x, const struct mention *y)
{
	return x->line == y->line && x->start < y->end && y->start < x->end;
}

void
mentions_choose(struct article *a)
{
	size_t kept = 0;

	mentions_sort(a);
	for (size_t i = 0; i < a->mention_count; i++) {
		struct mention m = a->mentions[i];
		bool lost = false;

		/* Those that stay do not overlap, so what m meets is at the end of them. */
		for (size_t k = kept; k > 0 && !lost && m.type != ENTITY_QUOTE; k--) {
			struct mention *before = &a->mentions[k - 1];

			if (before->type == ENTITY_QUOTE)
				continue;
			if (!overlap(before, &m))
				break;
			if (wins(before, &m))
				lost = true;
			else
				before->type = ENTITY_NONE;
		}
		if (!lost)
			a->mentions[kept++] = m;
		while (kept > 0 && a->mentions[kept - 1].type == ENTITY_NONE)
			kept--;
	}
	a->mention_count = 0;
	for (size_t i = 0; i < kept; i++)
		if (a->mentions[i].type != ENTITY_NONE)
			a->mentions[a->mention_count++] = a->mentions[i];
}
