#include "quotes_subjects.h"

#include "quotes_pronouns.h"

enum { PHRASE_TOKENS = 14 }; /* the longest "a spokesman for the ministry of ..." */

/* The person whom "the president" means: one told before with that very title, "President Lee". */
static const struct mention *
bearer_of(const struct speech *s, size_t noun)
{
	uint64_t key = speech_token(s, noun)->key;
	for (size_t back = 1; back <= noun && back < 4000; back++) {
		size_t i = noun - back;
		if (speech_token(s, i)->key != key || speech_token(s, i)->line > speech_token(s, noun)->line)
			continue;
		const struct mention *m = speech_name(s, i + 1);
		if (m != NULL && m->type == ENTITY_PERSON &&
			speech_token(s, i + 1)->line == speech_token(s, i)->line)
			return m;
		m = i > 0 ? speech_name(s, i) : NULL;
		if (m != NULL && m->type == ENTITY_PERSON)
			return m;
	}
	return NULL;
}

/* The phrase of common nouns whose last word is token `last`: "a spokesman for the ministry". Its first
 * token. */
static size_t
phrase_start(const struct speech *s, size_t last, size_t first)
{
	size_t i = last;
	for (size_t n = 0; i > first && n < PHRASE_TOKENS; n++) {
		if (speech_has(s, i, SPEECH_DETERMINER)) {
			bool inner = i > first + 1 && speech_has(s, i - 1, SPEECH_PREPOSITION) &&
				     speech_token(s, i - 1)->class == TOKEN_LOWER &&
				     speech_token(s, i - 2)->class <= TOKEN_UPPER &&
				     !speech_is_quoted(s, i - 1);
			if (!inner)
				return i;
			i -= 2;
			continue;
		}
		size_t before = i - 1;
		bool genitive = before > first && speech_is_genitive(s, before) &&
				speech_token(s, before - 1)->class <= TOKEN_UPPER;
		if (genitive) {
			i = before - 1;
			continue;
		}
		if (speech_is_quoted(s, before) || speech_token(s, before)->class == TOKEN_MARK ||
			speech_has(s, before,
				SPEECH_CLAUSE | SPEECH_VERB | SPEECH_PARTICIPLE | SPEECH_WHO |
					SPEECH_PRONOUN))
			return i;
		i = before;
	}
	return i;
}

/* "the 36-year-old", "the Republican governor": a phrase for a person told of just before. */
static bool
means_person(const struct speech *s, size_t last)
{
	struct slice text = speech_text(s, last);
	bool aged = text.len > 8 && memcmp(text.at + text.len - 8, "year-old", 8) == 0;
	return aged || (speech_has(s, last, SPEECH_PERSON) && speech_token(s, last)->class == TOKEN_LOWER);
}

/* Was the noun told of before as somebody without a name, "a police officer"? */
static bool
was_indefinite(const struct speech *s, size_t noun)
{
	for (size_t back = 1; back + 3 < noun && back < 300; back++) {
		size_t i = noun - back;
		if (speech_token(s, i)->key != speech_token(s, noun)->key)
			continue;
		for (size_t k = 1; k <= 3; k++) {
			struct slice text = speech_text(s, i - k);
			if (slice_equal(text, SLICE("a")) || slice_equal(text, SLICE("an")) ||
				slice_equal(text, SLICE("another")))
				return true;
		}
	}
	return false;
}

/* The tokens [first, behind) as a speaker: whom they mean if that was told, else their words. */
static struct speaker
definite_phrase(const struct speech *s, size_t first, size_t behind)
{
	size_t last = behind - 1;
	bool the = slice_equal(speech_text(s, first), SLICE("the")) ||
		   slice_equal(speech_text(s, first), SLICE("The"));
	const struct mention *name = speech_name(s, last);
	if (!the || (name != NULL && name->type != ENTITY_NORP) || last == first || behind - first > 6)
		return speaker_words(s, first, behind);
	const struct mention *m = speech_token(s, last)->class == TOKEN_MARK ? NULL : bearer_of(s, last);
	if (m != NULL)
		return speaker_named(m);
	bool known = means_person(s, last) && !was_indefinite(s, last);
	struct speaker person = known ? speech_pronoun(s, first, PRONOUN_PERSON) : speaker_nobody;
	return person.mention != NULL ? person : speaker_words(s, first, behind);
}

/* The "for" of "a lawyer for Tom Hill", "to" of "aides to the king": what leads from a noun to the name that
 * token `last` is in; 0 if the name stands for itself. */
static size_t
link_before(const struct speech *s, size_t last, size_t first)
{
	static const char *const links[] = {
		"for", "of", "to", "with", "from", "at", "in", "against", "near", "behind", "on"};
	const struct mention *m = speech_name(s, last);
	size_t i = last;
	while (i > first && speech_token(s, i - 1)->end > m->start)
		i--;
	i -= i > first && speech_has(s, i - 1, SPEECH_DETERMINER) ? 1 : 0;
	if (i < first + 2 || speech_token(s, i - 2)->class != TOKEN_LOWER || speech_is_quoted(s, i - 2) ||
		speech_name(s, i - 2) != NULL || speech_word(s, i - 2)->roles & ~(uint32_t)SPEECH_PERSON)
		return 0;
	for (size_t k = 0; k < sizeof links / sizeof *links; k++) {
		if (slice_equal(speech_text(s, i - 1), slice_of(links[k])))
			return i - 1;
	}
	return 0;
}

/* The person of "Foreign Secretary Vikram Misri in a briefing" in tokens [first, link), or NULL. */
static const struct mention *
person_before_link(const struct speech *s, size_t first, size_t link)
{
	for (size_t i = first; i < link && (i == first || !speech_has(s, i, SPEECH_PREPOSITION)); i++) {
		const struct mention *m = speech_name(s, i);
		if (m != NULL && m->type == ENTITY_PERSON && !speech_is_owner(s, i, m))
			return m;
	}
	return NULL;
}

/* The subject that ends with the name at token `last`: the name, or all of "a lawyer for Tom Hill". */
static struct speaker
name_ending(const struct speech *s, size_t last, size_t first)
{
	const struct mention *m = speech_bearer_before(s, last, first);
	size_t link = m == speech_name(s, last) ? link_before(s, last, first) : 0;
	if (link == 0)
		return speaker_named(m);
	size_t start = phrase_start(s, last, first);
	while (start + 2 < link && speech_has(s, start, SPEECH_PREPOSITION) && speech_is_day(s, start + 1))
		start += 2; /* On Monday aides to Hill */
	const struct mention *person = person_before_link(s, start, link);
	if (person != NULL)
		return speaker_named(person);
	return speech_has(s, start, SPEECH_PREPOSITION) ? speaker_nobody : speaker_words(s, start, last + 1);
}

/* The mention or words of the noun phrase that ends with token `last`. */
static struct speaker
phrase_ending(const struct speech *s, size_t last, size_t first)
{
	const struct mention *m = speech_bearer_before(s, last, first);
	if (m != NULL)
		return speaker_named(m);
	const struct word *word = speech_word(s, last);
	if (word->roles & SPEECH_PRONOUN)
		return speech_pronoun(s, last, word->value);
	bool bare = word->roles & SPEECH_DETERMINER && speech_token(s, last)->class == TOKEN_LOWER;
	if (speech_token(s, last)->class > TOKEN_UPPER || word->roles & SPEECH_CLAUSE || bare)
		return speaker_nobody;
	size_t start = phrase_start(s, last, first);
	if (speech_has(s, start, SPEECH_PREPOSITION))
		return speaker_nobody;
	return definite_phrase(s, start, last + 1);
}

/* The "who" of "an officer who responded", whose last word is token i; 0 if there is none. */
static size_t
relative_start(const struct speech *s, size_t i, size_t first)
{
	if (speech_token(s, i)->class != TOKEN_LOWER || speech_name(s, i) != NULL ||
		speech_has(s, i, SPEECH_PRONOUN))
		return 0;
	for (size_t back = 1; back <= 10 && i > first + back; back++) {
		if (speech_token(s, i - back)->class == TOKEN_MARK || speech_is_quoted(s, i - back))
			return 0;
		if (speech_has(s, i - back, SPEECH_WHO))
			return i - back;
	}
	return 0;
}

/* "David Savidge, a former police officer" up to token `last`: the person of the apposition, or NULL. */
static const struct mention *
appositive_before(const struct speech *s, size_t last, size_t first)
{
	if (speech_name(s, last) != NULL || speech_token(s, last)->class != TOKEN_LOWER)
		return NULL;
	size_t start = phrase_start(s, last, first);
	return start > first + 1 && speech_is_mark(s, start - 1, ',') ? speech_apposition(s, start - 1, first)
								      : NULL;
}

/* "Ada Holm, chair of the Steel Union said": the person of an apposition with no comma behind it, or NULL. */
static const struct mention *
unclosed_apposition(const struct speech *s, size_t last, size_t first)
{
	const struct mention *m = speech_name(s, last);
	if (m == NULL || m->type == ENTITY_PERSON)
		return NULL;
	size_t start = phrase_start(s, last, first);
	if (start < first + 2 || !speech_is_mark(s, start - 1, ',') || speech_name(s, start) == m)
		return NULL;
	m = speech_name(s, start - 2);
	return m != NULL && m->type == ENTITY_PERSON ? m : NULL;
}

struct speaker
speech_subject_of(const struct speech *s, size_t verb, size_t first, size_t *at)
{
	size_t i = verb;
	while (i > first) {
		i--;
		struct slice text = speech_text(s, i);
		bool ly = text.len > 4 && memcmp(text.at + text.len - 2, "ly", 2) == 0 &&
			  speech_token(s, i)->class == TOKEN_LOWER;
		bool asked = slice_equal(speech_text(s, verb), SLICE("asked")) ||
			     slice_equal(speech_text(s, verb), SLICE("told"));
		if (asked && speech_has(s, i, SPEECH_PASSIVE))
			return speaker_unnamed;
		if (speech_has(s, i, SPEECH_ADVERB) || ly || speech_is_day(s, i))
			continue;
		size_t who = relative_start(s, i, first);
		i = who > first ? who : i;
		if (speech_has(s, i, SPEECH_WHO)) {
			const struct mention *told = i > first ? appositive_before(s, i - 1, first) : NULL;
			if (told != NULL)
				return speaker_named(told);
			i -= i > first + 1 && speech_is_mark(s, i - 1, ',') ? 1 : 0;
			*at = i > first ? i - 1 : i;
			return i > first ? phrase_ending(s, i - 1, first) : speaker_nobody;
		}
		*at = i;
		const struct mention *chair = unclosed_apposition(s, i, first);
		if (chair != NULL)
			return speaker_named(chair);
		if (!speech_is_mark(s, i, ',') && !speech_is_mark(s, i, ')'))
			return speech_token(s, i)->class == TOKEN_MARK ? speaker_nobody
			       : speech_name(s, i) != NULL             ? name_ending(s, i, first)
								       : phrase_ending(s, i, first);
		char other = speech_is_mark(s, i, ',') ? ',' : '(';
		size_t comma = i;
		while (comma > first && !(--comma < i && speech_is_mark(s, comma, other)))
			continue;
		if (comma == first)
			return speaker_nobody;
		const struct mention *person = other == ',' ? speech_apposition(s, i, first) : NULL;
		*at = comma - 1;
		const struct mention *told = speech_name(s, comma - 1);
		bool inner_person = told != NULL && told == person;
		if (inner_person && link_before(s, comma - 1, first) > 0)
			return name_ending(s, comma - 1, first); /* the letter to Tom Ball, the mayor, said */
		if (person != NULL)
			return speaker_named(person);
		struct speaker head = phrase_ending(s, comma - 1, first);
		const struct mention *inner = speech_name(s, comma + 1);
		bool title = head.mention == NULL && inner != NULL && inner->type == ENTITY_PERSON;
		return title ? speaker_named(inner) : head;
	}
	return speaker_nobody;
}

struct speaker
speech_subject_behind(const struct speech *s, size_t i, size_t end)
{
	while (i < end && (speech_has(s, i, SPEECH_ADVERB) || speech_is_day(s, i)))
		i++;
	if (i >= end || speech_token(s, i)->class == TOKEN_MARK || speech_is_quoted(s, i))
		return speaker_nobody;
	const struct word *word = speech_word(s, i);
	if (word->roles & SPEECH_PRONOUN)
		return speech_pronoun(s, i, word->value);
	size_t begin = speech_has(s, i, SPEECH_DETERMINER) && i + 1 < end ? i + 1 : i;
	const struct mention *first = speech_name(s, begin);
	if (first != NULL && speech_is_owner(s, begin, first))
		first = NULL;
	size_t stop = i;
	while (stop < end && stop < i + PHRASE_TOKENS) {
		const struct mention *m = speech_name(s, stop);
		size_t owned = m != NULL ? speech_owner_end(s, stop, m) : 0;
		if (owned > 0) {
			stop = owned;
			continue;
		}
		if (m != NULL && m->type == ENTITY_PERSON)
			return speaker_named(m);
		bool mark = speech_token(s, stop)->class == TOKEN_MARK && !speech_is_genitive(s, stop);
		if (mark || speech_is_quoted(s, stop) || speech_has(s, stop, SPEECH_WHO) ||
			(speech_has(s, stop, SPEECH_CLAUSE) && stop > i) ||
			(stop > i && m == NULL && speech_has(s, stop, SPEECH_PREPOSITION)))
			break;
		stop++;
	}
	bool apposition = stop + 1 < end && speech_is_mark(s, stop, ',') && first == NULL;
	const struct mention *m = apposition ? speech_name(s, stop + 1) : NULL;
	if (m != NULL && m->type == ENTITY_PERSON)
		return speaker_named(m);
	if (first != NULL)
		return speaker_named(first);
	while (stop < end && stop < i + PHRASE_TOKENS &&
		(speech_token(s, stop)->class != TOKEN_MARK || speech_is_genitive(s, stop)) &&
		!speech_has(s, stop, SPEECH_WHO | SPEECH_CLAUSE | SPEECH_VERB) &&
		!(stop + 1 < end && speech_is_day(s, stop + 1)))
		stop++;
	return stop > i ? definite_phrase(s, i, stop) : speaker_nobody;
}
