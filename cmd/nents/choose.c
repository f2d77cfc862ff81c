#include "choose.h"

#include "cli.h"

static int
by_place(const struct mention *x, const struct mention *y)
{
	uint64_t place_x = (uint64_t)x->line << 32 | x->start, place_y = (uint64_t)y->line << 32 | y->start;

	if (place_x != place_y)
		return place_x < place_y ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	if (x->source != y->source)
		return x->source - y->source;
	return x->source == SOURCE_USER ? 0 : x->type - y->type; /* the user's stay in his order */
}

/* The end of the run of mentions in order that begins with mention i. */
static size_t
run_end(const struct mention *mentions, size_t i, size_t count)
{
	while (++i < count && by_place(&mentions[i - 1], &mentions[i]) <= 0)
		continue;
	return i < count ? i : count;
}

/* Puts the runs [0, middle) and [middle, end) of `in` together; of two that are equal the one before stays
 * before. */
static void
merge(const struct mention *in, size_t middle, size_t end, struct mention *out)
{
	size_t x = 0, y = middle;

	while (x < middle && y < end)
		*out++ = by_place(&in[x], &in[y]) <= 0 ? in[x++] : in[y++];
	memcpy(out, in + x, (middle - x) * sizeof *out);
	memcpy(out + (middle - x), in + y, (end - y) * sizeof *out);
}

/* The passes give their mentions in order, so that there are a few runs to put together, two by two. */
void
mentions_sort(struct article *a)
{
	size_t count = a->mention_count;

	while (count > 1 && run_end(a->mentions, 0, count) < count) {
		struct mention *in = a->mentions, *out;
		size_t capacity = a->mention_capacity;

		cli_grow(&a->spare, &a->spare_capacity, count, sizeof *a->spare);
		out = a->spare;
		for (size_t first = 0, middle, end; first < count; first = end) {
			middle = run_end(in, first, count);
			end = middle < count ? run_end(in, middle, count) : count;
			merge(in + first, middle - first, end - first, out + first);
		}
		a->mentions = out;
		a->mention_capacity = a->spare_capacity;
		a->spare = in;
		a->spare_capacity = capacity;
	}
}

static bool
holds(const struct mention *outer, const struct mention *inner)
{
	return outer->start <= inner->start && inner->end <= outer->end &&
	       outer->end - outer->start > inner->end - inner->start;
}

/* An unambiguous entry of the lists is what it is, whatever the tagger takes the same words for. */
static bool
lists_know_better(const struct mention *listed, const struct mention *tagged)
{
	return listed->source == SOURCE_LIST && tagged->source == SOURCE_TAGGER &&
	       listed->start == tagged->start && listed->end == tagged->end;
}

/* Does x win over y, which stands behind it in order and overlaps it? */
static bool
wins(const struct mention *x, const struct mention *y)
{
	if ((x->source == SOURCE_USER) != (y->source == SOURCE_USER))
		return x->source == SOURCE_USER;
	if (x->source == SOURCE_USER && x->start == y->start && x->end == y->end)
		return false; /* y was said later */
	if (holds(x, y) || holds(y, x))
		return holds(x, y);
	if (lists_know_better(x, y) || lists_know_better(y, x))
		return x->source == SOURCE_LIST;
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
