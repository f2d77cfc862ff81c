#include "joins.h"

#include "choose.h"
#include "cli.h"

#include <stdlib.h>

struct joins {
	const struct gazetteer *gazetteer;
	uint64_t *chains; /* of the article's names, in order */
	uint8_t *types;
	size_t count, capacity, types_capacity;
};

struct joins *
joins_open(const struct gazetteer *gazetteer)
{
	struct joins *j = cli_alloc(1, sizeof *j);

	*j = (struct joins){.gazetteer = gazetteer};
	return j;
}

void
joins_close(struct joins *j)
{
	free(j->chains);
	free(j->types);
	free(j);
}

static bool
is_link(const struct article *a, const struct token *t)
{
	static const char *const words[] = {"and", "for", "to", "in", "with", "on", "against", "/", "&"};
	struct slice text = token_text(a, t);

	if (t->class != TOKEN_LOWER && t->class != TOKEN_MARK)
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_equal(text, slice_of(words[i])))
			return true;
	return false;
}

/* What these tokens are as a name of their own, or ENTITY_NONE. */
static enum entity_type
type_alone(const struct joins *j, const struct article *a, size_t first, size_t end)
{
	uint64_t chain = token_chain_of(a, first, end);
	uint16_t classes = gazetteer_classes(j->gazetteer, chain);

	if ((classes & (1 << GAZ_COUNTRY | 1 << GAZ_BIG)) != 0)
		return ENTITY_GPE;
	for (size_t i = 0; i < j->count; i++)
		if (j->chains[i] == chain)
			return (enum entity_type)j->types[i];
	return ENTITY_NONE;
}

enum { MOST_NAMES = 512 }; /* names of an article that parts are compared with */

static void
gather(struct joins *j, const struct article *a)
{
	j->count = 0;
	for (size_t i = 0; i < a->mention_count && j->count < MOST_NAMES; i++) {
		const struct mention *m = &a->mentions[i];
		size_t first, end;

		if (m->type > ENTITY_FAC)
			continue;
		mention_tokens(a, m, &first, &end);
		cli_grow(&j->chains, &j->capacity, j->count + 1, sizeof *j->chains);
		cli_grow(&j->types, &j->types_capacity, j->count + 1, sizeof *j->types);
		j->chains[j->count] = token_chain_of(a, first, end);
		j->types[j->count++] = m->type;
	}
}

/* Cuts mention i at its first link that joins two names; gives true if it did. */
static bool
cut_one(struct joins *j, struct article *a, size_t i)
{
	struct mention *m = &a->mentions[i];
	size_t first, end;

	mention_tokens(a, m, &first, &end);
	for (size_t k = first + 1; k + 1 < end; k++) {
		enum entity_type left, right;
		struct mention *behind;
		uint32_t line = m->line, last = m->end;
		float score = m->score;

		if (!is_link(a, &a->tokens[k]))
			continue;
		left = type_alone(j, a, first, k);
		right = type_alone(j, a, k + 1, end);
		if (left == ENTITY_NONE || right == ENTITY_NONE)
			continue;
		m->end = a->tokens[k - 1].end;
		m->type = (uint8_t)left;
		behind = mention_add(a, right, SOURCE_TAGGER, line, a->tokens[k + 1].start, last);
		behind->score = score;
		return true;
	}
	return false;
}

void
joins_cut(struct joins *j, struct article *a)
{
	bool gathered = false, any = false;

	for (size_t i = 0, count = a->mention_count; i < count; i++) {
		const struct mention *m = &a->mentions[i];

		if (m->source != SOURCE_TAGGER || m->type > ENTITY_FAC ||
			memchr(mention_text(a, m).at, ' ', m->end - m->start) == NULL)
			continue;
		if (!gathered)
			gather(j, a);
		gathered = true;
		any |= cut_one(j, a, i);
	}
	if (any)
		mentions_sort(a);
}
