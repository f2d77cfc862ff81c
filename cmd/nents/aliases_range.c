#include "aliases_inside.h"

/* A country's or people's word: Israel, Israeli. */
static bool
is_nation(const struct aliases *s, size_t i)
{
	enum cue cue = aliases_token_cue(s, i);

	return cue == CUE_COUNTRY || cue == CUE_PEOPLE;
}

/* "Jordan Henderson", "Christian Bale": is the first word, a country's or people's too, his given name? */
static bool
is_given_here(const struct aliases *s, const struct name_range *r)
{
	return aliases_is_in_class(s, r->first, GAZ_GIVEN) &&
	       (r->end - r->first == 2 || !aliases_is_in_class(s, r->first + 1U, GAZ_GIVEN));
}

/* Takes titles off a person's name; an empty range is left where it is nothing else. */
static void
strip_titles(const struct aliases *s, struct name_range *r)
{
	const struct token *tokens = s->article->tokens;
	bool alone = r->end - r->first == 1;

	for (uint32_t i = r->first; i < r->end; i++) {
		enum cue cue = aliases_token_cue(s, i);

		if (cue == CUE_TITLE && (i + 1 < r->end || i == r->first))
			r->first = i + 1;
		else if (!alone && i + 1 < r->end && i == r->first && !is_given_here(s, r) &&
			 (is_nation(s, i) || tokens[i].class == TOKEN_MARK))
			r->first = i + 1;
		else if (aliases_is_in_class(s, i, GAZ_GIVEN))
			break;
	}
}

/* "Israeli-occupied", "US-led": a name and a participle, which is no name nor a part of the one behind it. */
static bool
is_compound(const struct article *a, const struct token *t)
{
	struct slice text = token_text(a, t);
	size_t behind = text.len; /* the last hyphen */

	while (behind > 0 && text.at[behind - 1] != '-')
		behind--;
	if (behind == 0 || text.len - behind < 3 || text.at[behind] < 'a' || text.at[behind] > 'z')
		return false;
	return text.at[text.len - 1] == 'd' || text.at[text.len - 1] == 'n';
}

/* No name in a headline ends or begins with a word that is small elsewhere, no person's with a country. */
static bool
is_headline_word(const struct aliases *s, size_t i, bool person)
{
	return aliases_is_in_class(s, i, GAZ_COMMON) || (person && is_nation(s, i));
}

static void
trim_in_headline(const struct aliases *s, struct name_range *r, bool person)
{
	if (s->article->lines[s->article->tokens[r->first].line].style != STYLE_TITLE_CASE ||
		r->end - r->first < 2)
		return;
	while (r->end - r->first > 1 && person && is_headline_word(s, r->end - 1, person))
		r->end--;
	while (r->end - r->first > 1 && is_headline_word(s, r->first, person && !is_given_here(s, r)))
		r->first++;
}

/* Takes a given name in that stands before a person's mention but was left out. `least` is where another
 * ends. */
static void
extend_person(const struct aliases *s, struct name_range *r, size_t least)
{
	const struct token *tokens = s->article->tokens;

	while (r->first > least && tokens[r->first - 1].line == tokens[r->first].line &&
		!tokens[r->first].opens && tokens[r->first - 1].class == TOKEN_CAPITAL &&
		aliases_is_in_class(s, r->first - 1, GAZ_GIVEN) &&
		!aliases_is_in_class(s, r->first - 1, GAZ_COMMON) &&
		aliases_token_cue(s, r->first - 1) == CUE_NONE)
		r->first--;
}

bool
aliases_extend_org(
	const struct aliases *s, const struct mention *before, const struct mention *m, struct name_range *r)
{
	const struct token *tokens = s->article->tokens;
	bool head = false;

	if (before == NULL || before->type != ENTITY_NORP || before->line != m->line || r->first == 0 ||
		tokens[r->first - 1].start != before->start || tokens[r->first - 1].line != m->line)
		return false;
	for (size_t i = r->first; i < r->end; i++)
		head |= aliases_token_cue(s, i) == CUE_ORG;
	if (head)
		r->first--;
	return head;
}

static bool
is_quotation_mark(const struct article *a, size_t i)
{
	static const char *const marks[] = {
		"\"", "'", "\xe2\x80\x98", "\xe2\x80\x99", "\xe2\x80\x9c", "\xe2\x80\x9d"};

	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
		if (slice_equal(token_text(a, &a->tokens[i]), slice_of(marks[k])))
			return true;
	return false;
}

size_t
aliases_join_nickname(const struct aliases *s, size_t count, struct name_range *r)
{
	const struct article *a = s->article;
	const struct token *name = &a->tokens[r->first];
	const struct mention *before;
	size_t kept = count;

	if (r->first < a->lines[name->line].first + 4 || !is_quotation_mark(a, r->first - 1U) ||
		!is_quotation_mark(a, r->first - 3U) || !token_is_capital(name - 2) || !name[-2].glued ||
		!name[-1].glued || name->glued)
		return count;
	before = kept > 0 ? &a->mentions[kept - 1] : NULL;
	if (before != NULL && before->line == name->line && before->start == name[-2].start &&
		before->source != SOURCE_USER)
		before = --kept > 0 ? before - 1 : NULL;
	if (before == NULL || before->type != ENTITY_PERSON || before->line != name->line ||
		before->end != name[-4].end || before->source == SOURCE_USER)
		return count;
	r->first = s->ranges[kept - 1].first;
	return kept - 1;
}

struct name_range
aliases_name_range(const struct aliases *s, const struct mention *m, size_t from)
{
	struct name_range r = mention_range(s->article, m);
	bool person = m->type == ENTITY_PERSON;

	if (r.first < from)
		r.first = (uint32_t)from;
	if (r.end < r.first)
		r.end = r.first;
	if (m->source == SOURCE_USER || r.first == r.end)
		return r;
	if (person)
		strip_titles(s, &r);
	while (r.first < r.end && is_compound(s->article, &s->article->tokens[r.first]))
		r.first++;
	if (r.first < r.end)
		trim_in_headline(s, &r, person);
	if (person && r.first < r.end)
		extend_person(s, &r, from);
	return r;
}

/* "Airport": what such a word ends is a place, whoever runs it. */
static bool
ends_as_place(const struct aliases *s, const struct name_range *r)
{
	static const char *const words[] = {
		"Airport", "Base", "Bridge", "Mosque", "Palace", "Square", "Stadium", "Street"};
	struct slice last = token_text(s->article, &s->article->tokens[r->end - 1]);

	if (r->end - r->first < 2)
		return false;
	if (aliases_token_cue(s, r->end - 1) == CUE_PLACE)
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_equal(last, slice_of(words[i])))
			return true;
	return false;
}

bool
aliases_is_place(const struct aliases *s, const struct name_range *r)
{
	enum cue cue = aliases_cue(s, token_chain_of(s->article, r->first, r->end));

	return cue == CUE_COUNTRY || cue == CUE_KNOWN_PLACE || ends_as_place(s, r);
}
