#include "aliases_inside.h"

#include "cli.h"

enum { LONGEST_NAME = 12 }; /* tokens */

/* May the words of this form be taken for it wherever they stand? */
static bool
is_distinct(const struct aliases *s, const struct form *f)
{
	if (!f->teaches || f->best < 0.6F)
		return false;
	if (form_length(f) > 1)
		return true;
	return s->article->tokens[f->first].end - s->article->tokens[f->first].start > 2;
}

/* Is token i the last name of a person with a fuller name? Its length in tokens: 1, or 0 for no. */
static size_t
known_person(struct aliases *s, size_t i, uint32_t *form)
{
	const struct token *t = &s->article->tokens[i];
	uint32_t found;

	if ((t->end - t->start <= 2) | (t->cue != CUE_NONE) | aliases_is_in_class(s, i, GAZ_COMMON))
		return 0;
	found = alias_table_find(&s->by_last, aliases_token_key(s, i));
	if (found == NO_FORM || !is_distinct(s, &s->forms[found]) || s->forms[found].best < SURE)
		return 0;
	*form = found;
	return 1;
}

/* The longest known name that begins with token i, before token end; gives its length in tokens. */
static size_t
known_name(struct aliases *s, size_t i, size_t end, uint32_t *form)
{
	uint64_t chain = 0, bit;
	size_t best = 0;
	bool begins = (*aliases_first_word(s, s->article->tokens[i].key, &bit) & bit) != 0;

	for (size_t n = 1; begins && n <= LONGEST_NAME && i + n <= end; n++) {
		uint32_t found;

		chain = token_chain(chain, s->article->tokens[i + n - 1].key);
		found = alias_table_find(&s->by_chain, chain);
		if (found != NO_FORM && is_distinct(s, &s->forms[found])) {
			best = n;
			*form = found;
		}
	}
	return best > 0 ? best : known_person(s, i, form);
}

/* Where the last name at token i begins by the person's full form: at "von" of "Ursula von der Leyen"; none
 * before `least`. */
static size_t
particles_before(struct aliases *s, size_t i, size_t least, const struct form *full)
{
	const struct token *tokens = s->article->tokens;
	size_t begin = i, k = full->end - 1U;

	if (aliases_token_key(s, k) != aliases_token_key(s, i))
		return i;
	for (; k > full->first + 1U && tokens[k - 1].class == TOKEN_LOWER; k--, begin--)
		if (begin <= least || tokens[begin - 1].key != tokens[k - 1].key)
			return i;
	return begin;
}

/* Takes the small words of a last name into mention i; none before token `least`. */
static void
extend_last_name(struct aliases *s, size_t i, size_t least)
{
	struct article *a = s->article;
	struct name_range *r = &s->ranges[i];
	struct mention *m = &a->mentions[i];
	uint32_t full;

	if (m->source == SOURCE_USER || r->end - r->first != 1)
		return;
	full = alias_table_find(&s->by_last, aliases_token_key(s, r->first));
	if (full == NO_FORM || s->forms[full].entity != s->forms[r->form].entity)
		return;
	r->first = (uint32_t)particles_before(s, r->first, least, &s->forms[full]);
	m->start = a->tokens[r->first].start;
}

static void
add_repeat(struct aliases *s, size_t first, size_t n, uint32_t form)
{
	struct article *a = s->article;
	const struct token *t = &a->tokens[first];
	struct mention *m;

	m = mention_add(a, ENTITY_PERSON, SOURCE_ALIAS, t->line, t->start, a->tokens[first + n - 1].end);
	m->score = s->forms[form].best;
	cli_grow(&s->ranges, &s->range_capacity, a->mention_count, sizeof *s->ranges);
	s->ranges[a->mention_count - 1] = (struct name_range){(uint32_t)first, (uint32_t)(first + n), form};
}

/* Looks for repeats in tokens [from, end), which no mention holds. */
static void
repeats_between(struct aliases *s, size_t from, size_t end)
{
	for (size_t i = from; (i = token_next_capital(s->article, i, end)) < end;) {
		uint32_t form = NO_FORM;
		size_t n = known_name(s, i, end, &form);

		if (n > 0) {
			size_t first = n == 1 ? particles_before(s, i, from, &s->forms[form]) : i;

			add_repeat(s, first, i + n - first, form);
			from = i + n;
		}
		i += n > 0 ? n : 1;
	}
}

void
aliases_find_repeats(struct aliases *s)
{
	struct article *a = s->article;
	size_t count = a->mention_count, i = 0;

	for (size_t l = 0; l < a->line_count; l++) {
		const struct article_line *line = &a->lines[l];
		size_t at = line->first;

		for (; i < count && a->mentions[i].line == l; i++) {
			struct name_range r;

			if (a->mentions[i].type == ENTITY_QUOTE)
				continue;
			if (s->ranges[i].form != NO_FORM)
				extend_last_name(s, i, at);
			r = s->ranges[i].form != NO_FORM ? s->ranges[i] : mention_range(a, &a->mentions[i]);
			if (r.first > at)
				repeats_between(s, at, r.first);
			if (r.end > at)
				at = r.end;
		}
		repeats_between(s, at, line->end);
	}
}
