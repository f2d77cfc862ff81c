#include "known.h"

#include "segment.h"
#include "tagger.h"

/* The type that a cue gives to the name that it belongs to. */
static enum entity_type
type_of_cue(enum cue cue)
{
	switch (cue) {
	case CUE_COUNTRY:
		return ENTITY_GPE;
	case CUE_PEOPLE:
		return ENTITY_NORP;
	case CUE_KNOWN_ORG:
		return ENTITY_ORG;
	case CUE_KNOWN_EVENT:
		return ENTITY_EVENT;
	case CUE_KNOWN_PLACE:
		return ENTITY_LOC;
	case CUE_KNOWN_FACILITY:
		return ENTITY_FAC;
	default:
		return ENTITY_NONE;
	}
}

static enum cue
cue_of(const struct gazetteer *g, uint64_t chain, uint16_t classes)
{
	const struct cue_entry *entry = classes >> GAZ_CUE & 1 ? gazetteer_cue(g, chain) : NULL;

	return entry != NULL ? (enum cue)entry->cue : CUE_NONE;
}

static void
add(struct article *a, enum entity_type type, enum mention_source source, size_t first, size_t end)
{
	mention_add(a, type, source, a->tokens[first].line, a->tokens[first].start, a->tokens[end - 1].end);
}

/* "the us", "who": short words in small letters or in a shouted line are not the names that they spell. */
static bool
is_written_as_name(const struct article *a, size_t first, size_t n)
{
	const struct token *t = &a->tokens[first];

	if (n == 1 && t->end - t->start <= 3)
		return t->class == TOKEN_UPPER && a->lines[t->line].style != STYLE_CAPITALS;
	return true;
}

bool
known_is_told_place(const struct article *a, size_t i, size_t n, uint16_t classes)
{
	const uint16_t places = 1 << GAZ_CITY | 1 << GAZ_TOWN | 1 << GAZ_REGION;
	const struct article_line *line = &a->lines[a->tokens[i].line];
	const struct token *comma = &a->tokens[i + n];

	if ((classes & places) == 0 || line->style != STYLE_BODY || i + n + 1 >= line->end ||
		a->tokens[i + n + 1].cue != CUE_COUNTRY || comma->class != TOKEN_MARK ||
		line->text.at[comma->start] != ',')
		return false;
	return i == line->first || a->tokens[i - 1].class == TOKEN_LOWER;
}

/* May a well known name begin with the token, by what the lists say of it alone? */
static inline bool
name_may_begin(const struct token *t)
{
	const uint16_t begins =
		1 << GAZ_LONGER | 1 << GAZ_BIG | 1 << GAZ_CITY | 1 << GAZ_TOWN | 1 << GAZ_REGION;

	return (t->class != TOKEN_LOWER) & (((t->classes & begins) != 0) | (t->cue >= CUE_COUNTRY));
}

/* The longest well known name that begins with token i; its length in tokens, 0 for none. */
static size_t
well_known(const struct gazetteer *g, const struct article *a, size_t i, size_t end, bool guess,
	enum entity_type *type)
{
	/* What a city's name of one word may be as well: Paris, Medina, Reading. */
	const uint16_t others = 1 << GAZ_GIVEN | 1 << GAZ_SURNAME | 1 << GAZ_NAME | 1 << GAZ_PERSON |
				1 << GAZ_ORG | 1 << GAZ_COMMON;
	uint64_t chain = 0;
	size_t best = 0;
	uint16_t classes;

	for (size_t n = 1; n <= GAZ_LONGEST && i + n <= end; n++) {
		const struct token *t = &a->tokens[i + n - 1];
		enum entity_type found;

		chain = token_chain(chain, t->key);
		classes = n == 1 ? t->classes : gazetteer_classes(g, chain);
		found = type_of_cue(n == 1 ? (enum cue)t->cue : cue_of(g, chain, classes));
		if (found == ENTITY_NONE && (classes & 1 << GAZ_BIG) != 0 &&
			(n > 1 || (classes & others) == 0))
			found = ENTITY_GPE;
		if (found == ENTITY_NONE && known_is_told_place(a, i, n, classes))
			found = ENTITY_GPE;
		if (found == ENTITY_NONE && guess) {
			if ((classes & 1 << GAZ_BIG) != 0)
				found = ENTITY_GPE;
			else if (n > 1 && (classes & 1 << GAZ_ORG) != 0)
				found = ENTITY_ORG;
			else if (n > 1 && (classes & 1 << GAZ_PERSON) != 0)
				found = ENTITY_PERSON;
		}
		if (found != ENTITY_NONE && is_written_as_name(a, i, n)) {
			best = n;
			*type = found;
		}
		if ((classes >> GAZ_LONGER & 1) == 0)
			break;
	}
	return best;
}

/* The end of the run of capitals that begins with token i. */
static size_t
run_end(const struct article *a, size_t i, size_t end)
{
	while (i < end && token_is_capital(&a->tokens[i]))
		i++;
	return i;
}

/* What a run of capitals is, by its last word, its first and the word before it. Gives the type. */
static enum entity_type
guess_run(const struct article *a, size_t first, size_t end)
{
	enum cue last = (enum cue)a->tokens[end - 1].cue, before = CUE_NONE;
	uint16_t classes = a->tokens[first].classes;

	if (first > a->lines[a->tokens[first].line].first)
		before = (enum cue)a->tokens[first - 1].cue;
	if (end - first > 1 && (last == CUE_ORG || last == CUE_COMPANY))
		return ENTITY_ORG;
	if (end - first > 1 && last == CUE_PLACE && before != CUE_TITLE)
		return ENTITY_LOC;
	if (end - first > 1 && last == CUE_FACILITY)
		return ENTITY_FAC;
	if (end - first > 4)
		return ENTITY_NONE;
	if (before == CUE_TITLE)
		return ENTITY_PERSON;
	return end - first > 1 && (classes & 1 << GAZ_GIVEN) != 0 ? ENTITY_PERSON : ENTITY_NONE;
}

static bool
is_small(const struct small_words *small, const struct token *t)
{
	return small != NULL && small_words_have(small, t->key);
}

/*
 * Where a person begins in a run of capitals that is none as a whole: "Bundeskanzler Friedrich Merz". Gives
 * `end` if there is none.
 */
static size_t
person_inside(const struct article *a, size_t i, size_t end)
{
	while (i + 1 < end && (a->tokens[i].classes & 1 << GAZ_GIVEN) == 0)
		i++;
	return i + 1 < end && end - i <= 4 ? i : end;
}

static void
guess_segment(struct article *a, const struct segment *segment, const struct small_words *small)
{
	for (size_t i = segment->first; i < segment->end;) {
		size_t end = run_end(a, i, segment->end);
		enum entity_type type;

		while (i < end && (a->tokens[i].cue == CUE_TITLE || is_small(small, &a->tokens[i])))
			i++;
		type = i < end ? guess_run(a, i, end) : ENTITY_NONE;
		if (type == ENTITY_NONE && small != NULL && (i = person_inside(a, i, end)) < end)
			type = ENTITY_PERSON;
		if (type != ENTITY_NONE)
			add(a, type, SOURCE_GUESS, i, end);
		i = end > i ? end : i + 1;
	}
}

void
known_find(const struct gazetteer *g, struct article *a, bool guess, const struct small_words *small)
{
	struct segment segment;

	for (size_t l = 0; l < a->line_count; l++)
		for (size_t at = a->lines[l].first; segment_next(a, &a->lines[l], at, &segment);
			at = segment.end) {
			if (guess && a->lines[l].style == STYLE_BODY)
				guess_segment(a, &segment, small);
			for (size_t i = segment.first; i < segment.end;) {
				enum entity_type type = ENTITY_NONE;
				bool begins =
					name_may_begin(&a->tokens[i]) && !is_small(small, &a->tokens[i]);
				size_t n = begins ? well_known(g, a, i, segment.end, guess, &type) : 0;

				if (n > 0)
					add(a, type, SOURCE_LIST, i, i + n);
				i += n > 0 ? n : 1;
			}
		}
}
