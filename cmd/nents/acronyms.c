#include "acronyms.h"

#include "choose.h"

static bool
is_mark(const struct article *a, const struct token *t, char mark)
{
	return t->class == TOKEN_MARK && a->lines[t->line].text.at[t->start] == mark;
}

/* The acronym in brackets right behind a mention, or NULL. */
static const struct token *
acronym_behind(const struct article *a, const struct mention *m)
{
	size_t i = article_token_from(a, m->line, m->end), end = a->lines[m->line].end;

	if (i + 2 >= end || !is_mark(a, &a->tokens[i], '(') || !is_mark(a, &a->tokens[i + 2], ')'))
		return NULL;
	if (a->tokens[i + 1].class != TOKEN_UPPER || a->tokens[i + 1].end - a->tokens[i + 1].start < 2)
		return NULL;
	return &a->tokens[i + 1];
}

/* The mention that holds the token, among those behind mention i; or NULL. */
static struct mention *
mention_of(struct article *a, size_t i, size_t count, const struct token *t)
{
	for (size_t k = i + 1;
		k < count && a->mentions[k].line == t->line && a->mentions[k].start <= t->start; k++)
		if (a->mentions[k].end >= t->end)
			return &a->mentions[k];
	return NULL;
}

/* Does the acronym begin as the name does? */
static bool
begin_alike(const struct article *a, const struct mention *m, const struct token *t)
{
	return mention_text(a, m).at[0] == token_text(a, t).at[0];
}

void
acronyms_find(struct article *a)
{
	size_t count = a->mention_count;

	for (size_t i = 0; i < count; i++) {
		const struct mention m = a->mentions[i];
		const struct token *t;
		struct mention *held;

		if (m.type == ENTITY_PERSON || m.type > ENTITY_FAC || (t = acronym_behind(a, &m)) == NULL)
			continue;
		held = mention_of(a, i, count, t);
		if (held == NULL && (m.type == ENTITY_ORG || begin_alike(a, &m, t)))
			mention_add(a, (enum entity_type)m.type, SOURCE_ALIAS, m.line, t->start, t->end)
				->score = m.score;
		else if (held != NULL && held->type <= ENTITY_FAC && held->source != SOURCE_USER &&
			 begin_alike(a, &m, t))
			held->type = m.type;
	}
	if (a->mention_count > count)
		mentions_sort(a);
}
