#include "quotes_pronouns.h"

#include "gazetteer.h"

enum { SENTENCES_BACK = 14 }; /* how far a pronoun looks */

/* What a name tells of he or she: PRONOUN_HE, PRONOUN_SHE, or 0. */
static int
gender_of(const struct speech *s, const struct mention *m)
{
	struct slice name = m->name.len > 0 ? article_note(s->a, m->name) : mention_text(s->a, m);
	struct slice rest = name, word;
	if (!text_word(&rest, &word))
		return 0;
	uint32_t roles = speech_word_of(s, word)->roles;
	struct slice line = s->a->lines[m->line].text, title = {"", 0};
	size_t near = m->start > 8 ? m->start - 8 : 0; /* where Mr or Lady would stand */
	struct slice before = {line.at + near, m->start - near};
	while (text_word(&before, &word))
		title = word;
	if (m->start > 1 && line.at + m->start - (title.at + title.len) <= 2)
		roles |= title.len > 1 && title.len <= 4 ? speech_word_of(s, title)->roles : 0;
	bool he = roles & SPEECH_GIVEN_HE, she = roles & SPEECH_GIVEN_SHE;
	return he == she ? 0 : he ? PRONOUN_HE : PRONOUN_SHE;
}

static bool
pronoun_means(const struct speech *s, int pronoun, const struct mention *m)
{
	if (pronoun == PRONOUN_IT)
		return m->type != ENTITY_PERSON;
	if (pronoun == PRONOUN_THEY)
		return m->type == ENTITY_PERSON || m->type == ENTITY_ORG || m->type == ENTITY_NORP;
	if (pronoun == PRONOUN_PERSON)
		return m->type == ENTITY_PERSON;
	int gender = m->type == ENTITY_PERSON ? gender_of(s, m) : -1;
	return gender == 0 || gender == pronoun;
}

bool
speech_is_genitive(const struct speech *s, size_t i)
{
	struct slice text = speech_text(s, i);
	if (speech_token(s, i)->class != TOKEN_MARK || speech_is_quoted(s, i))
		return false;
	if (text.at[text.len - 1] == 's')
		return true;
	bool apostrophe = speech_is_mark(s, i, '\'') || slice_equal(text, SLICE("\xe2\x80\x99"));
	if (!apostrophe || !speech_token(s, i)->glued)
		return false;
	struct slice owner = speech_text(s, i - 1);
	return owner.at[owner.len - 1] == 's';
}

size_t
speech_owner_end(const struct speech *s, size_t i, const struct mention *m)
{
	size_t end = s->a->lines[m->line].end;
	while (i < end && speech_token(s, i)->start < m->end)
		i++;
	return i < end && speech_is_genitive(s, i) ? i + 1 : 0;
}

bool
speech_is_owner(const struct speech *s, size_t i, const struct mention *m)
{
	return speech_owner_end(s, i, m) > 0;
}

const struct mention *
speech_bearer_before(const struct speech *s, size_t i, size_t first)
{
	const struct mention *last = speech_name(s, i), *m = last;
	for (int links = 0; links < 4 && m != NULL; links++) {
		size_t begin = i;
		while (begin > first && speech_token(s, begin)->start > m->start &&
			speech_token(s, begin)->line == m->line)
			begin--;
		if (links > 0 && m->type == ENTITY_PERSON)
			return m;
		bool joined = begin > first + 1 && speech_has(s, begin - 1, SPEECH_PREPOSITION) &&
			      speech_token(s, begin - 1)->class == TOKEN_LOWER;
		m = joined ? speech_name(s, begin - 2) : NULL;
		i = begin - 2;
	}
	return last;
}

const struct mention *
speech_apposition(const struct speech *s, size_t comma, size_t first)
{
	const struct mention *m = comma > first ? speech_name(s, comma - 1) : NULL;
	if (m != NULL && m->type == ENTITY_PERSON)
		return m;
	for (int commas = 0; commas < 4 && comma > first; commas++) {
		size_t i = comma;
		while (i > first && !(--i < comma && speech_is_mark(s, i, ',') && !speech_is_quoted(s, i)))
			continue;
		if (i == first)
			return NULL;
		m = speech_name(s, i - 1);
		if (m != NULL && m->type == ENTITY_PERSON)
			return m;
		comma = i;
	}
	return NULL;
}

/* The name in tokens [first, end) that is the subject of a verb of speech and that the pronoun can mean. */
static const struct mention *
speaking_name(const struct speech *s, size_t first, size_t end, int pronoun)
{
	for (size_t v = first + 1; v < end; v++) {
		if (speech_is_quoted(s, v) || !speech_is_verb(s, v))
			continue;
		size_t i = v - 1;
		while (i > first && speech_has(s, i, SPEECH_ADVERB))
			i--;
		const struct mention *m = speech_is_mark(s, i, ',') && i > first
						  ? speech_apposition(s, i, first)
						  : speech_bearer_before(s, i, first);
		if (m == NULL && v + 1 < end &&
			(speech_token(s, v - 1)->class == TOKEN_MARK || speech_is_quoted(s, v - 1)) &&
			speech_name(s, v + 1) != NULL && !speech_is_owner(s, v + 1, speech_name(s, v + 1)))
			m = speech_name(s, v + 1); /* said X */
		if (m != NULL && pronoun_means(s, pronoun, m) && m->type == ENTITY_PERSON)
			return m;
	}
	return NULL;
}

/* Does he, his or she, her stand before any name that could be meant? Then the sentence tells of one told
 * before. */
static bool
pronoun_leads(const struct speech *s, size_t first, size_t end, int pronoun)
{
	struct slice own = pronoun == PRONOUN_HE ? SLICE("his") : SLICE("her");
	for (size_t i = first; i < end && (pronoun == PRONOUN_HE || pronoun == PRONOUN_SHE); i++) {
		if (speech_is_quoted(s, i))
			continue;
		const struct mention *m = speech_name(s, i);
		if (m != NULL && m->type == ENTITY_PERSON && pronoun_means(s, pronoun, m) &&
			!speech_is_owner(s, i, m))
			return false;
		if ((speech_has(s, i, SPEECH_PRONOUN) && speech_word(s, i)->value == pronoun) ||
			slice_equal(speech_text(s, i), own))
			return true;
	}
	return false;
}

/* The first name in tokens [first, end) outside quotations that the pronoun can mean; owners do not count. */
static const struct mention *
antecedent(const struct speech *s, size_t first, size_t end, int pronoun)
{
	if (pronoun_leads(s, first, end, pronoun))
		return NULL;
	const struct mention *speaking = speaking_name(s, first, end, pronoun);
	if (speaking != NULL)
		return speaking;
	for (size_t i = first; i < end; i++) {
		const struct mention *m = speech_is_quoted(s, i) ? NULL : speech_name(s, i);
		if (m != NULL && speech_token(s, i)->start == m->start && pronoun_means(s, pronoun, m) &&
			(pronoun == PRONOUN_THEY || !speech_is_owner(s, i, m)))
			return m;
	}
	return NULL;
}

/* "Influenced by figures like X, he": a sentence that begins with a participle has its subject behind the
 * comma. */
static bool
is_participle(const struct speech *s, size_t i)
{
	struct slice text = speech_text(s, i);
	return speech_token(s, i)->class == TOKEN_CAPITAL && speech_name(s, i) == NULL && text.len > 5 &&
	       (memcmp(text.at + text.len - 2, "ed", 2) == 0 ||
		       memcmp(text.at + text.len - 3, "ing", 3) == 0);
}

size_t
speech_behind_lead(const struct speech *s, size_t first, size_t end)
{
	size_t i = first;
	for (int leads = 0; leads < 4 && i < end; leads++) {
		size_t comma = i;
		bool leads_on = speech_has(s, i, SPEECH_PREPOSITION | SPEECH_CLAUSE) ||
				(i == first && is_participle(s, i));
		if (!leads_on || speech_name(s, i) != NULL)
			break;
		while (comma < end && !speech_is_mark(s, comma, ','))
			comma++;
		if (comma + 1 >= end || comma > i + 24)
			break;
		i = comma + 1;
	}
	return i;
}

/* Can the pronoun mean who spoke last? "It" can be a letter, "they" whoever it was. */
static bool
last_speaker_fits(const struct speech *s, int pronoun)
{
	const struct mention *said = s->said_by.mention;
	if (said == NULL)
		return (pronoun == PRONOUN_IT || pronoun == PRONOUN_THEY) && s->said_by.words.len > 2;
	return (said->type == ENTITY_PERSON || pronoun == PRONOUN_THEY || pronoun == PRONOUN_IT) &&
	       pronoun_means(s, pronoun, said);
}

/* "Vanco agrees.": a sentence of somebody whose name was not found, with a verb of speech right behind it. */
static bool
tells_unknown(const struct speech *s, size_t start, size_t end)
{
	return start + 1 < end && !speech_is_quoted(s, start) && speech_name(s, start) == NULL &&
	       speech_word(s, start)->roles == 0 && speech_token(s, start)->class == TOKEN_CAPITAL &&
	       speech_token(s, start)->opens && !(speech_token(s, start)->classes >> GAZ_COMMON & 1) &&
	       speech_is_verb(s, start + 1) && !speech_has(s, start + 1, SPEECH_DOUBTFUL);
}

struct speaker
speech_pronoun(const struct speech *s, size_t i, int pronoun)
{
	if (pronoun == PRONOUN_I)
		return speaker_words(s, i, i + 1);
	size_t line = speech_token(s, i)->line, end = i;
	for (size_t sentences = 0; sentences < SENTENCES_BACK; sentences++) {
		while (end == s->a->lines[line].first) {
			if (line == 0)
				return speaker_words(s, i, i + 1);
			end = s->a->lines[--line].end;
		}
		size_t start = speech_sentence_start(s, end - 1, s->a->lines[line].first);
		if (pronoun != PRONOUN_IT && tells_unknown(s, start, end))
			return speaker_words(s, start, start + 1);
		bool spoke = s->said_token > start && s->said_token <= i && pronoun != PRONOUN_PERSON;
		if (spoke && last_speaker_fits(s, pronoun)) {
			const struct mention *since =
				s->said_token < end ? speaking_name(s, s->said_token, end, pronoun) : NULL;
			return since != NULL ? speaker_named(since) : s->said_by;
		}
		const struct mention *m = antecedent(s, speech_behind_lead(s, start, end), end, pronoun);
		if (m == NULL && !is_participle(s, start))
			m = antecedent(s, start, end, pronoun);
		if (m != NULL)
			return speaker_named(m);
		end = start;
	}
	return speaker_words(s, i, i + 1);
}
