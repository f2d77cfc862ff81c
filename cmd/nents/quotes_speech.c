#include "quotes_speech.h"

#include "gazetteer.h"

enum {
	WINDOW_AFTER = 34,     /* tokens behind a quotation in which its verb of speech may stand */
	SIGNATURE_TOKENS = 5,  /* the longest name behind a quotation and a dash */
	PHRASE_TOKENS = 14,    /* the longest "a spokesman for the ministry of ..." */
	SENTENCE_TOKENS = 400, /* longer ones are cut */
	EMPTY_LINES = 64,      /* that may lie between a paragraph and the one before */
	SENTENCES_BACK = 14,   /* how far a pronoun looks */
	NAMES_OF_SPEAKERS = ENTITY_BIT(ENTITY_PERSON) | ENTITY_BIT(ENTITY_ORG) | ENTITY_BIT(ENTITY_GPE) |
			    ENTITY_BIT(ENTITY_NORP) | ENTITY_BIT(ENTITY_FAC)
};

static const struct speaker nobody = {NULL, {NULL, 0}};
static const struct speaker unnamed = {NULL, {"", 0}};

static const struct token *
token_of(const struct speech *s, size_t i)
{
	return &s->a->tokens[i];
}

static struct slice
text_of(const struct speech *s, size_t i)
{
	return token_text(s->a, token_of(s, i));
}

static const struct word *
word_of(const struct speech *s, struct slice text)
{
	uint32_t hash = 0;
	for (size_t i = 0; i < text.len; i++)
		hash = words_hash(hash, words_lower((unsigned char)text.at[i]));
	return &s->words->list[words_find(s->words, text, hash)];
}

/* What the lists of speech say of the token; all their words are plain ones. */
static const struct word *
word_at(const struct speech *s, size_t i)
{
	const struct token *t = token_of(s, i);
	return &s->words->list[t->plain ? t->speech_word : 0];
}

static bool
has_role(const struct speech *s, size_t i, uint32_t roles)
{
	return (word_at(s, i)->roles & roles) != 0;
}

static bool
is_quoted(const struct speech *s, size_t i)
{
	return s->tokens[i].is_quoted;
}

/* The name that covers the token, or NULL. */
static const struct mention *
name_at(const struct speech *s, size_t i)
{
	uint32_t name = s->tokens[i].name;
	return name > 0 ? &s->a->mentions[name - 1] : NULL;
}

static bool
is_mark(const struct speech *s, size_t i, char mark)
{
	struct slice text = text_of(s, i);
	return text.len == 1 && text.at[0] == mark;
}

/* Is the token part of a date or time, as in "Lavrov on Thursday said"? */
static bool
is_date(const struct speech *s, size_t i)
{
	static const char *const days[] = {
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
	for (size_t k = 0; k < sizeof days / sizeof *days; k++) {
		if (slice_equal(text_of(s, i), slice_of(days[k])))
			return true;
	}
	return false;
}

static struct speaker
named(const struct mention *m)
{
	return (struct speaker){m, {NULL, 0}};
}

static struct speaker
in_words(const struct speech *s, size_t first, size_t behind)
{
	const struct token *from = token_of(s, first), *last = token_of(s, behind - 1);
	struct slice text = s->a->lines[from->line].text;
	return (struct speaker){NULL, {text.at + from->start, last->end - from->start}};
}

/* The first token that begins at or behind the byte. */
static size_t
token_from(const struct speech *s, size_t line, size_t byte)
{
	size_t low = s->a->lines[line].first, high = s->a->lines[line].end;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (token_of(s, middle)->start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
mark_quoted(const struct speech *s, size_t line, struct speech_token *tokens)
{
	size_t span = s->line_spans[line];
	for (size_t i = s->a->lines[line].first; i < s->a->lines[line].end; i++) {
		while (span < s->line_spans[line + 1] && s->spans->list[span].behind <= token_of(s, i)->start)
			span++;
		tokens[i].is_quoted =
			span < s->line_spans[line + 1] && s->spans->list[span].open <= token_of(s, i)->start;
	}
}

static void
mark_name(const struct speech *s, uint32_t index, struct speech_token *tokens)
{
	const struct mention *m = &s->a->mentions[index];
	if (!(ENTITY_BIT(m->type) & NAMES_OF_SPEAKERS))
		return;
	for (size_t i = token_from(s, m->line, m->start);
		i < s->a->lines[m->line].end && token_of(s, i)->start < m->end; i++) {
		if (tokens[i].name == 0)
			tokens[i].name = index + 1;
	}
}

void
speech_tokens_fill(const struct speech *s, struct speech_token *tokens)
{
	memset(tokens, 0, s->a->token_count * sizeof *tokens);
	for (size_t line = 0; line < s->a->line_count; line++)
		if (s->line_spans[line] < s->line_spans[line + 1])
			mark_quoted(s, line, tokens);
	for (uint32_t i = 0; i < s->a->mention_count; i++)
		mark_name(s, i, tokens);
}

/* Is the token a verb of speech? Some are nouns as well: they need a name or a pronoun in front. */
static bool
is_verb(const struct speech *s, size_t i)
{
	uint32_t roles = word_at(s, i)->roles;
	if (!(roles & SPEECH_VERB) || name_at(s, i) != NULL || token_of(s, i)->class != TOKEN_LOWER)
		return false;
	if (i > 0 && has_role(s, i - 1, SPEECH_DETERMINER | SPEECH_PREPOSITION) &&
		!has_role(s, i - 1, SPEECH_ADVERB | SPEECH_CLAUSE))
		return false; /* the promised jobs */
	static const char *const leads[] = {"to", "will", "would", "can", "could", "did", "must", "not"};
	for (size_t k = 0; roles & SPEECH_BASE && i > 0 && k < sizeof leads / sizeof *leads; k++) {
		if (slice_equal(text_of(s, i - 1), slice_of(leads[k])))
			return true;
	}
	if (roles & SPEECH_BASE)
		return i > 0 && word_at(s, i - 1)->roles & SPEECH_PRONOUN;
	return !(roles & SPEECH_DOUBTFUL) || i == 0 || name_at(s, i - 1) != NULL ||
	       has_role(s, i - 1, SPEECH_PRONOUN | SPEECH_WHO);
}

/* Where the sentence that token i is in begins, quoted sentences passed over. */
static size_t
sentence_start(const struct speech *s, size_t i, size_t first)
{
	size_t last = i;
	while (i > first && last - i < SENTENCE_TOKENS && (!token_of(s, i)->opens || is_quoted(s, i)))
		i--;
	return i;
}

/* --- he, she, they ----------------------------------------------------------------------------------------
 */

/* What a name tells of he or she: PRONOUN_HE, PRONOUN_SHE, or 0. */
static int
gender_of(const struct speech *s, const struct mention *m)
{
	struct slice name = m->name.len > 0 ? article_note(s->a, m->name) : mention_text(s->a, m);
	struct slice rest = name, word;
	if (!text_word(&rest, &word))
		return 0;
	uint32_t roles = word_of(s, word)->roles;
	struct slice line = s->a->lines[m->line].text, title = {"", 0};
	size_t near = m->start > 8 ? m->start - 8 : 0; /* where Mr or Lady would stand */
	struct slice before = {line.at + near, m->start - near};
	while (text_word(&before, &word))
		title = word;
	if (m->start > 1 && line.at + m->start - (title.at + title.len) <= 2)
		roles |= title.len > 1 && title.len <= 4 ? word_of(s, title)->roles : 0;
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

/* Is the name that begins at token i an owner, as in "Trump's lawyer"? */
static bool
is_owner(const struct speech *s, size_t i, const struct mention *m)
{
	size_t end = s->a->lines[m->line].end;
	while (i < end && token_of(s, i)->start < m->end)
		i++;
	struct slice text = i < end ? text_of(s, i) : SLICE("");
	return text.len > 1 && token_of(s, i)->class == TOKEN_MARK && text.at[text.len - 1] == 's';
}

/*
 * The person of "David Watt of Rosenberg Research" and "Lauren Nel from Natural Justice in Durban", whose
 * last name ends with token i: the first of the chain if it is a person, else the last name itself.
 */
static const struct mention *
bearer_before(const struct speech *s, size_t i, size_t first)
{
	const struct mention *last = name_at(s, i), *m = last;
	for (int links = 0; links < 4 && m != NULL; links++) {
		size_t begin = i;
		while (begin > first && token_of(s, begin)->start > m->start &&
			token_of(s, begin)->line == m->line)
			begin--;
		if (links > 0 && m->type == ENTITY_PERSON)
			return m;
		bool joined = begin > first + 1 && has_role(s, begin - 1, SPEECH_PREPOSITION) &&
			      token_of(s, begin - 1)->class == TOKEN_LOWER;
		m = joined ? name_at(s, begin - 2) : NULL;
		i = begin - 2;
	}
	return last;
}

/*
 * The person of "Hagari, a spokesman," and "the spokesman, Hagari," whose last comma is token `comma`; also
 * of "Watson, from Durban, who has written books,".
 */
static const struct mention *
apposition_name(const struct speech *s, size_t comma, size_t first)
{
	const struct mention *m = comma > first ? name_at(s, comma - 1) : NULL;
	if (m != NULL && m->type == ENTITY_PERSON)
		return m;
	for (int commas = 0; commas < 4 && comma > first; commas++) {
		size_t i = comma;
		while (i > first && !(--i < comma && is_mark(s, i, ',') && !is_quoted(s, i)))
			continue;
		if (i == first)
			return NULL;
		m = name_at(s, i - 1);
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
		if (is_quoted(s, v) || !is_verb(s, v))
			continue;
		size_t i = v - 1;
		while (i > first && has_role(s, i, SPEECH_ADVERB))
			i--;
		const struct mention *m = is_mark(s, i, ',') && i > first ? apposition_name(s, i, first)
									  : bearer_before(s, i, first);
		if (m == NULL && v + 1 < end &&
			(token_of(s, v - 1)->class == TOKEN_MARK || is_quoted(s, v - 1)) &&
			name_at(s, v + 1) != NULL && !is_owner(s, v + 1, name_at(s, v + 1)))
			m = name_at(s, v + 1); /* said X */
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
		if (is_quoted(s, i))
			continue;
		const struct mention *m = name_at(s, i);
		if (m != NULL && m->type == ENTITY_PERSON && pronoun_means(s, pronoun, m) &&
			!is_owner(s, i, m))
			return false;
		if ((has_role(s, i, SPEECH_PRONOUN) && word_at(s, i)->value == pronoun) ||
			slice_equal(text_of(s, i), own))
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
		const struct mention *m = is_quoted(s, i) ? NULL : name_at(s, i);
		if (m != NULL && token_of(s, i)->start == m->start && pronoun_means(s, pronoun, m) &&
			(pronoun == PRONOUN_THEY || !is_owner(s, i, m)))
			return m;
	}
	return NULL;
}

/* "Influenced by figures like X, he": a sentence that begins with a participle has its subject behind the
 * comma. */
static bool
is_participle(const struct speech *s, size_t i)
{
	struct slice text = text_of(s, i);
	return token_of(s, i)->class == TOKEN_CAPITAL && name_at(s, i) == NULL && text.len > 5 &&
	       (memcmp(text.at + text.len - 2, "ed", 2) == 0 ||
		       memcmp(text.at + text.len - 3, "ing", 3) == 0);
}

/* Behind "In a statement on Thursday," and the like, where the subject of the sentence stands. */
static size_t
behind_lead(const struct speech *s, size_t first, size_t end)
{
	size_t i = first;
	for (int leads = 0; leads < 4 && i < end; leads++) {
		size_t comma = i;
		bool leads_on = has_role(s, i, SPEECH_PREPOSITION | SPEECH_CLAUSE) ||
				(i == first && is_participle(s, i));
		if (!leads_on || name_at(s, i) != NULL)
			break;
		while (comma < end && !is_mark(s, comma, ','))
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
	return start + 1 < end && !is_quoted(s, start) && name_at(s, start) == NULL &&
	       word_at(s, start)->roles == 0 && token_of(s, start)->class == TOKEN_CAPITAL &&
	       token_of(s, start)->opens && !(token_of(s, start)->classes >> GAZ_COMMON & 1) &&
	       is_verb(s, start + 1) && !has_role(s, start + 1, SPEECH_DOUBTFUL);
}

static struct speaker
resolve_pronoun(const struct speech *s, size_t i, int pronoun)
{
	if (pronoun == PRONOUN_I)
		return in_words(s, i, i + 1);
	size_t line = token_of(s, i)->line, end = i;
	for (size_t sentences = 0; sentences < SENTENCES_BACK; sentences++) {
		while (end == s->a->lines[line].first) {
			if (line == 0)
				return in_words(s, i, i + 1);
			end = s->a->lines[--line].end;
		}
		size_t start = sentence_start(s, end - 1, s->a->lines[line].first);
		if (pronoun != PRONOUN_IT && tells_unknown(s, start, end))
			return in_words(s, start, start + 1);
		bool spoke = s->said_token > start && s->said_token <= i && pronoun != PRONOUN_PERSON;
		if (spoke && last_speaker_fits(s, pronoun)) {
			const struct mention *since =
				s->said_token < end ? speaking_name(s, s->said_token, end, pronoun) : NULL;
			return since != NULL ? named(since) : s->said_by;
		}
		const struct mention *m = antecedent(s, behind_lead(s, start, end), end, pronoun);
		if (m == NULL && !is_participle(s, start))
			m = antecedent(s, start, end, pronoun);
		if (m != NULL)
			return named(m);
		end = start;
	}
	return in_words(s, i, i + 1);
}

/* --- noun phrases ----------------------------------------------------------------------------- */

/* The person whom "the president" means: one told before with that very title, "President Lee". */
static const struct mention *
bearer_of(const struct speech *s, size_t noun)
{
	uint64_t key = token_of(s, noun)->key;
	for (size_t back = 1; back <= noun && back < 4000; back++) {
		size_t i = noun - back;
		if (token_of(s, i)->key != key || token_of(s, i)->line > token_of(s, noun)->line)
			continue;
		const struct mention *m = name_at(s, i + 1);
		if (m != NULL && m->type == ENTITY_PERSON && token_of(s, i + 1)->line == token_of(s, i)->line)
			return m;
		m = i > 0 ? name_at(s, i) : NULL;
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
		if (has_role(s, i, SPEECH_DETERMINER)) {
			bool inner = i > first + 1 && has_role(s, i - 1, SPEECH_PREPOSITION) &&
				     token_of(s, i - 1)->class == TOKEN_LOWER &&
				     token_of(s, i - 2)->class <= TOKEN_UPPER && !is_quoted(s, i - 1);
			if (!inner)
				return i;
			i -= 2;
			continue;
		}
		size_t before = i - 1;
		bool genitive = token_of(s, before)->class == TOKEN_MARK && before > first &&
				token_of(s, before)->end - token_of(s, before)->start > 1 &&
				token_of(s, before - 1)->class <= TOKEN_UPPER;
		if (genitive) {
			i = before > first ? before - 1 : before;
			continue;
		}
		if (is_quoted(s, before) || token_of(s, before)->class == TOKEN_MARK ||
			has_role(s, before,
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
	struct slice text = text_of(s, last);
	bool aged = text.len > 8 && memcmp(text.at + text.len - 8, "year-old", 8) == 0;
	return aged || (has_role(s, last, SPEECH_PERSON) && token_of(s, last)->class == TOKEN_LOWER);
}

/* Was the noun told of before as somebody without a name, "a police officer"? */
static bool
was_indefinite(const struct speech *s, size_t noun)
{
	for (size_t back = 1; back + 3 < noun && back < 300; back++) {
		size_t i = noun - back;
		if (token_of(s, i)->key != token_of(s, noun)->key)
			continue;
		for (size_t k = 1; k <= 3; k++) {
			struct slice text = text_of(s, i - k);
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
	bool the =
		slice_equal(text_of(s, first), SLICE("the")) || slice_equal(text_of(s, first), SLICE("The"));
	if (!the || last == first || behind - first > 6)
		return in_words(s, first, behind);
	const struct mention *m = token_of(s, last)->class == TOKEN_MARK ? NULL : bearer_of(s, last);
	if (m != NULL)
		return named(m);
	bool known = means_person(s, last) && !was_indefinite(s, last);
	struct speaker person = known ? resolve_pronoun(s, first, PRONOUN_PERSON) : nobody;
	return person.mention != NULL ? person : in_words(s, first, behind);
}

/* The mention or words of the noun phrase that ends with token `last`. */
static struct speaker
phrase_ending(const struct speech *s, size_t last, size_t first)
{
	const struct mention *m = bearer_before(s, last, first);
	if (m != NULL)
		return named(m);
	const struct word *word = word_at(s, last);
	if (word->roles & SPEECH_PRONOUN)
		return resolve_pronoun(s, last, word->value);
	bool bare = word->roles & SPEECH_DETERMINER && token_of(s, last)->class == TOKEN_LOWER;
	if (token_of(s, last)->class > TOKEN_UPPER || word->roles & SPEECH_CLAUSE || bare)
		return nobody;
	size_t start = phrase_start(s, last, first);
	if (has_role(s, start, SPEECH_PREPOSITION))
		return nobody;
	return definite_phrase(s, start, last + 1);
}

/* "The letter to Daniel Greenberg,": where "to Daniel Greenberg" begins; 0 if the person is no complement. */
static size_t
complement_start(const struct speech *s, size_t last, size_t first)
{
	const struct mention *m = name_at(s, last);
	size_t i = last;
	while (m != NULL && i > first && token_of(s, i)->start > m->start)
		i--;
	bool to =
		m != NULL && i > first + 1 &&
		(slice_equal(text_of(s, i - 1), SLICE("to")) || slice_equal(text_of(s, i - 1), SLICE("for")));
	return to && token_of(s, i - 2)->class <= TOKEN_UPPER && !has_role(s, i - 2, SPEECH_VERB) ? i - 1 : 0;
}

/* The "who" of "an officer who responded", whose last word is token i; 0 if there is none. */
static size_t
relative_start(const struct speech *s, size_t i, size_t first)
{
	if (token_of(s, i)->class != TOKEN_LOWER || name_at(s, i) != NULL || has_role(s, i, SPEECH_PRONOUN))
		return 0;
	for (size_t back = 1; back <= 10 && i > first + back; back++) {
		if (token_of(s, i - back)->class == TOKEN_MARK || is_quoted(s, i - back))
			return 0;
		if (has_role(s, i - back, SPEECH_WHO))
			return i - back;
	}
	return 0;
}

/* "David Savidge, a former police officer" up to token `last`: the person of the apposition, or NULL. */
static const struct mention *
appositive_before(const struct speech *s, size_t last, size_t first)
{
	if (name_at(s, last) != NULL || token_of(s, last)->class != TOKEN_LOWER)
		return NULL;
	size_t start = phrase_start(s, last, first);
	return start > first + 1 && is_mark(s, start - 1, ',') ? apposition_name(s, start - 1, first) : NULL;
}

/* "Ada Holm, chair of the Steel Union said": the person of an apposition with no comma behind it, or NULL. */
static const struct mention *
unclosed_apposition(const struct speech *s, size_t last, size_t first)
{
	const struct mention *m = name_at(s, last);
	if (m == NULL || m->type == ENTITY_PERSON)
		return NULL;
	size_t start = phrase_start(s, last, first);
	if (start < first + 2 || !is_mark(s, start - 1, ',') || name_at(s, start) == m)
		return NULL;
	m = name_at(s, start - 2);
	return m != NULL && m->type == ENTITY_PERSON ? m : NULL;
}

/*
 * The subject that stands before the verb at `verb`: adverbs, auxiliaries and an apposition between commas
 * are passed
 * ("Medvedev, a former president, has said"). *at tells where it ends.
 */
static struct speaker
subject_of(const struct speech *s, size_t verb, size_t first, size_t *at)
{
	size_t i = verb;
	while (i > first) {
		i--;
		struct slice text = text_of(s, i);
		bool ly = text.len > 4 && memcmp(text.at + text.len - 2, "ly", 2) == 0 &&
			  token_of(s, i)->class == TOKEN_LOWER;
		bool asked = slice_equal(text_of(s, verb), SLICE("asked")) ||
			     slice_equal(text_of(s, verb), SLICE("told"));
		if (asked && has_role(s, i, SPEECH_PASSIVE))
			return unnamed;
		if (has_role(s, i, SPEECH_ADVERB) || ly || is_date(s, i))
			continue;
		size_t who = relative_start(s, i, first);
		i = who > first ? who : i;
		if (has_role(s, i, SPEECH_WHO)) {
			const struct mention *told = i > first ? appositive_before(s, i - 1, first) : NULL;
			if (told != NULL)
				return named(told);
			i -= i > first + 1 && is_mark(s, i - 1, ',') ? 1 : 0;
			*at = i > first ? i - 1 : i;
			return i > first ? phrase_ending(s, i - 1, first) : nobody;
		}
		*at = i;
		const struct mention *chair = unclosed_apposition(s, i, first);
		if (chair != NULL)
			return named(chair);
		if (!is_mark(s, i, ',') && !is_mark(s, i, ')'))
			return token_of(s, i)->class == TOKEN_MARK ? nobody : phrase_ending(s, i, first);
		char other = is_mark(s, i, ',') ? ',' : '(';
		size_t comma = i;
		while (comma > first && !(--comma < i && is_mark(s, comma, other)))
			continue;
		if (comma == first)
			return nobody;
		const struct mention *person = other == ',' ? apposition_name(s, i, first) : NULL;
		*at = comma - 1;
		size_t receiver = complement_start(s, comma - 1, first);
		if (receiver > first)
			return phrase_ending(s, receiver - 1, first);
		if (person != NULL)
			return named(person);
		struct speaker head = phrase_ending(s, comma - 1, first);
		const struct mention *inner = name_at(s, comma + 1);
		bool title = head.mention == NULL && inner != NULL && inner->type == ENTITY_PERSON;
		return title ? named(inner) : head;
	}
	return nobody;
}

/* The subject that follows: "said the foreign minister, Sergey Lavrov", "according to a report". */
static struct speaker
subject_behind(const struct speech *s, size_t i, size_t end)
{
	while (i < end && (has_role(s, i, SPEECH_ADVERB) || is_date(s, i)))
		i++;
	if (i >= end || token_of(s, i)->class == TOKEN_MARK || is_quoted(s, i))
		return nobody;
	const struct word *word = word_at(s, i);
	if (word->roles & SPEECH_PRONOUN)
		return resolve_pronoun(s, i, word->value);
	size_t begin = has_role(s, i, SPEECH_DETERMINER) && i + 1 < end ? i + 1 : i;
	const struct mention *first = name_at(s, begin);
	if (first != NULL && is_owner(s, begin, first))
		first = NULL;
	size_t stop = i;
	while (stop < end && stop < i + PHRASE_TOKENS) {
		const struct mention *m = name_at(s, stop);
		if (m != NULL && m->type == ENTITY_PERSON)
			return named(m);
		bool mark = token_of(s, stop)->class == TOKEN_MARK &&
			    token_of(s, stop)->end - token_of(s, stop)->start == 1;
		if (mark || is_quoted(s, stop) || has_role(s, stop, SPEECH_WHO) ||
			(has_role(s, stop, SPEECH_CLAUSE) && stop > i) ||
			(stop > i && m == NULL && has_role(s, stop, SPEECH_PREPOSITION)))
			break;
		stop++;
	}
	bool apposition = stop + 1 < end && is_mark(s, stop, ',') && first == NULL;
	const struct mention *m = apposition ? name_at(s, stop + 1) : NULL;
	if (m != NULL && m->type == ENTITY_PERSON)
		return named(m);
	if (first != NULL)
		return named(first);
	while (stop < end && stop < i + PHRASE_TOKENS && token_of(s, stop)->class != TOKEN_MARK &&
		!has_role(s, stop, SPEECH_WHO | SPEECH_CLAUSE | SPEECH_VERB) &&
		!(stop + 1 < end && is_date(s, stop + 1)))
		stop++;
	return stop > i ? definite_phrase(s, i, stop) : nobody;
}

/* --- frames ----------------------------------------------------------------------------------- */

/* Does the sentence end with token i? */
static bool
ends_sentence(const struct speech *s, size_t i)
{
	return is_mark(s, i, '.') || is_mark(s, i, '!') || is_mark(s, i, '?');
}

/* The last byte of the quotation that is no blank; 0 if it is empty. */
static char
last_byte(const struct speech *s, size_t line, const struct quote_span *span)
{
	struct slice text = s->a->lines[line].text;
	struct slice inside = text_trim((struct slice){text.at + span->start, span->end - span->start});
	return inside.len > 0 ? inside.at[inside.len - 1] : '\0';
}

/* The name before the first comma of "Chad Hawk, head of a firm in Florida, told", whose verb is v. */
static struct speaker
leading_name(const struct speech *s, size_t i, size_t v)
{
	size_t behind = i;
	while (behind < v &&
		(token_of(s, behind)->class == TOKEN_CAPITAL || token_of(s, behind)->class == TOKEN_UPPER))
		behind++;
	const struct mention *m = behind > i ? name_at(s, behind - 1) : NULL;
	bool person = m == NULL ? behind >= i + 2 : m->type == ENTITY_PERSON;
	if (behind == v || !is_mark(s, behind, ',') || !person || has_role(s, i, SPEECH_DETERMINER))
		return nobody;
	return m != NULL ? named(m) : in_words(s, i, behind);
}

/* "..." - Name: a few words with capitals behind a dash, and the line ends. */
static struct speaker
signed_by(const struct speech *s, size_t i, size_t end)
{
	if (i >= end || end - i > SIGNATURE_TOKENS)
		return nobody;
	for (size_t k = i; k < end; k++)
		if (token_of(s, k)->class != TOKEN_CAPITAL && token_of(s, k)->class != TOKEN_UPPER)
			return nobody;
	return name_at(s, i) != NULL ? named(name_at(s, i)) : in_words(s, i, end);
}

/* "...," said X; "...," X said; "...," according to X */
static struct speaker
frame_after(const struct speech *s, size_t line, const struct quote_span *span, bool *attributed)
{
	size_t end = s->a->lines[line].end;
	size_t first = token_from(s, line, span->behind), i = first;
	while (i < end && is_mark(s, i, ','))
		i++;
	if (i >= end || is_quoted(s, i))
		return nobody;
	char last = last_byte(s, line, span);
	if (is_mark(s, i, ':') && i + 1 < end &&
		name_at(s, i + 1) != NULL) { /* a headline: 'Ends debate': CPA */
		*attributed = true;
		return named(name_at(s, i + 1));
	}
	bool dash = i == first && token_of(s, i)->class == TOKEN_MARK;
	bool closed = i > first || last == ',' || last == '?' || last == '!' || (unsigned char)last >= 0x80 ||
		      last == '-' || dash;
	if (dash && !ends_sentence(s, i)) {
		struct speaker author = signed_by(s, ++i, end);
		*attributed |= speaker_is_known(&author);
		if (speaker_is_known(&author))
			return author;
	}
	if (i >= end)
		return nobody;
	if (has_role(s, i, SPEECH_ACCORDING) && i + 2 < end) {
		*attributed = true;
		return subject_behind(s, i + 2, end);
	}
	if (has_role(s, i, SPEECH_VERB) && token_of(s, i)->class == TOKEN_LOWER) {
		struct speaker behind = subject_behind(s, i + 1, end);
		*attributed |= speaker_is_settled(&behind);
		return behind;
	}
	if (!closed || last == '.' || has_role(s, i, SPEECH_CLAUSE))
		return nobody;
	for (size_t v = i + 1; v < end && v < i + WINDOW_AFTER && !ends_sentence(s, v) && !is_quoted(s, v);
		v++) {
		size_t at;
		if (!is_verb(s, v))
			continue;
		struct speaker subject = subject_of(s, v, i, &at);
		struct speaker head = leading_name(s, i, v);
		if (speaker_is_known(&head))
			subject = head;
		if (!speaker_is_known(&subject))
			continue;
		*attributed = true;
		return subject;
	}
	return nobody;
}

/* The subject of the sentence at tokens [first, end): its first name, behind "In a statement on Thursday,".
 */
static struct speaker
sentence_subject(const struct speech *s, size_t first, size_t end)
{
	size_t i = behind_lead(s, first, end);
	const struct mention *first_name = NULL;
	size_t since = 0;
	for (; i < end; i++) {
		if (is_quoted(s, i))
			continue;
		const struct word *word = word_at(s, i);
		bool pronoun =
			word->roles & SPEECH_PRONOUN && word->value != PRONOUN_IT && word->value != PRONOUN_I;
		if (pronoun && first_name == NULL)
			return resolve_pronoun(s, i, word->value);
		const struct mention *m = name_at(s, i);
		if (m != NULL && i + 2 < end && i < first + 3 &&
			(is_mark(s, i + 1, ':') || is_mark(s, i + 2, ':')))
			continue; /* NEW DELHI: */
		bool plain =
			i == first && m == NULL && token_of(s, i)->class == TOKEN_CAPITAL && word->roles == 0;
		if (plain && i + 1 < end && token_of(s, i + 1)->class == TOKEN_LOWER &&
			!has_role(s, i + 1, SPEECH_PREPOSITION | SPEECH_CLAUSE))
			return in_words(s, i, i + 1);
		if (m != NULL && m->type == ENTITY_PERSON && (first_name == NULL || since < 5))
			return named(m);
		bool adjective = m != NULL && m->type == ENTITY_NORP && first_name == NULL && i + 1 < end &&
				 token_of(s, i + 1)->class == TOKEN_LOWER && word_at(s, i + 1)->roles == 0;
		if (adjective)
			return in_words(
				s, i > first && has_role(s, i - 1, SPEECH_DETERMINER) ? i - 1 : i, i + 2);
		if (m != NULL && first_name == NULL)
			first_name = m;
		since += first_name != NULL && m == NULL;
		const struct mention *told =
			is_mark(s, i, ',') && i + 1 < end && first_name != NULL ? name_at(s, i + 1) : NULL;
		if (told != NULL && told->type == ENTITY_PERSON)
			return named(told); /* Minister of Mines, Ada Holm */
		bool breaks = word->roles & (SPEECH_VERB | SPEECH_CLAUSE) || is_mark(s, i, ',');
		if (first_name != NULL && (since >= 5 || (breaks && m == NULL)))
			return named(first_name);
	}
	return first_name != NULL ? named(first_name) : nobody;
}

/* "rights activists noting that": does the participle's own subject stand before it, a name or a plural? */
static bool
noun_leads(const struct speech *s, size_t v, size_t first)
{
	if (v == first || token_of(s, v - 1)->class > TOKEN_UPPER || word_at(s, v - 1)->roles != 0)
		return false;
	struct slice text = text_of(s, v - 1);
	return name_at(s, v - 1) != NULL || (text.len > 3 && text.at[text.len - 1] == 's');
}

/* X said: "..."; X, adding that "..."; according to X, "..." in tokens [first, end) */
static struct speaker
frame_before(const struct speech *s, size_t first, size_t end, bool *attributed)
{
	for (size_t v = end; v > first;) {
		v--;
		if (is_quoted(s, v))
			continue;
		if (has_role(s, v, SPEECH_ACCORDING) && v + 2 < end) {
			*attributed = true;
			return subject_behind(s, v + 2, end);
		}
		bool participle = has_role(s, v, SPEECH_PARTICIPLE) && v > first &&
				  !has_role(s, v - 1, SPEECH_PREPOSITION);
		if (!participle && !is_verb(s, v))
			continue;
		size_t at = v;
		*attributed = true;
		bool owned = participle && !noun_leads(s, v, first);
		struct speaker subject = owned ? nobody : subject_of(s, v, first, &at);
		if (!speaker_is_settled(&subject) && participle) {
			bool earlier = false;
			subject = frame_before(s, first, v, &earlier);
		}
		if (!speaker_is_settled(&subject))
			subject = sentence_subject(s, first, v);
		return subject;
	}
	return nobody;
}

/* The tariffs are "a bad idea" for us, Minister Ebrard said Tuesday. */
static struct speaker
frame_tail(const struct speech *s, size_t line, const struct quote_span *span, bool *attributed)
{
	size_t first = token_from(s, line, span->behind), end = first;
	while (end < s->a->lines[line].end && !ends_sentence(s, end) && !is_quoted(s, end) &&
		end < first + 60)
		end++;
	for (size_t v = first + 1; v + 1 < end; v++) {
		bool inverted = is_mark(s, v - 1, ',') && is_verb(s, v) && name_at(s, v + 1) != NULL;
		if (!inverted)
			continue;
		*attributed = true;
		return subject_behind(s, v + 1, end); /* for us, said Minister Ebrard */
	}
	for (size_t v = end; v > first + 1 && v + 5 > end; v--) {
		if (!is_verb(s, v - 1))
			continue;
		const struct mention *m = name_at(s, v - 2);
		if (v > first + 2 && is_mark(s, v - 3, ',') && has_role(s, v - 2, SPEECH_PRONOUN)) {
			*attributed = true;
			return resolve_pronoun(s, v - 2, word_at(s, v - 2)->value); /* for us, he said */
		}
		size_t begin = v - 2;
		while (begin > first && !is_mark(s, begin, ',') && token_of(s, begin)->class <= TOKEN_UPPER)
			begin--;
		if (m == NULL || m->type != ENTITY_PERSON || !is_mark(s, begin, ',') || v - begin > 9)
			return nobody;
		*attributed = true;
		return named(m);
	}
	return nobody;
}

bool
speech_opens_sentence(const struct speech *s, size_t line, const struct quote_span *span)
{
	size_t i = token_from(s, line, span->open);
	return i < s->a->lines[line].end && token_of(s, i)->opens;
}

/* A line that ends with a colon introduces what the next one begins with. */
static bool
ends_with_colon(struct slice text)
{
	text = text_trim(text);
	return text.len > 0 && text.at[text.len - 1] == ':';
}

struct speaker
speech_frame(const struct speech *s, size_t line, size_t index, bool *attributed)
{
	const struct quote_span *span = &s->spans->list[index];
	size_t first = s->a->lines[line].first, at = token_from(s, line, span->open);
	struct speaker found = nobody;
	bool opens = speech_opens_sentence(s, line, span);
	size_t start = at > first ? sentence_start(s, at - 1, first) : at;
	bool led = at > first && (is_mark(s, at - 1, ':') || is_mark(s, at - 1, ','));
	if (opens || !led)
		found = frame_after(s, line, span, attributed);
	if (!speaker_is_settled(&found) && !opens && !led)
		found = frame_tail(s, line, span, attributed);
	if (!speaker_is_settled(&found) && !opens && at > first)
		found = frame_before(s, start, at, attributed);
	if (!speaker_is_settled(&found) && led && !opens)
		found = frame_after(s, line, span, attributed);
	if (!speaker_is_settled(&found) && !opens && at > first) {
		found = sentence_subject(s, start, at);
		*attributed |= speaker_is_known(&found) && is_mark(s, at - 1, ':');
	}
	size_t above = speech_line_before(s, line);
	if (!speaker_is_settled(&found) && at == first && above < line &&
		ends_with_colon(s->a->lines[above].text)) {
		const struct article_line *before = &s->a->lines[above];
		start = before->end > before->first ? sentence_start(s, before->end - 1, before->first)
						    : before->first;
		found = frame_before(s, start, before->end, attributed);
		if (!speaker_is_settled(&found))
			found = sentence_subject(s, start, before->end);
	}
	return found;
}

bool
speech_same_sentence(const struct speech *s, size_t line, size_t from, size_t to)
{
	for (size_t i = token_from(s, line, from), end = token_from(s, line, to); i < end; i++) {
		if (token_of(s, i)->opens && !is_quoted(s, i))
			return false;
	}
	return true;
}

size_t
speech_token_behind(const struct speech *s, size_t line, const struct quote_span *span)
{
	return token_from(s, line, span->behind);
}

size_t
speech_line_before(const struct speech *s, size_t line)
{
	for (size_t i = line; i > 0 && line - i < EMPTY_LINES; i--) {
		if (s->a->lines[i - 1].end > s->a->lines[i - 1].first)
			return i - 1;
	}
	return line;
}

struct speaker
speech_subject_before(const struct speech *s, size_t line, size_t before)
{
	size_t first = s->a->lines[line].first, end = token_from(s, line, before);
	for (int sentences = 0; end > first && sentences < SENTENCES_BACK; sentences++) {
		size_t start = sentence_start(s, end - 1, first);
		bool attributed = false;
		struct speaker subject = frame_before(s, start, end, &attributed);
		if (!speaker_is_known(&subject))
			subject = sentence_subject(s, start, end);
		if (speaker_is_known(&subject))
			return subject;
		end = start;
	}
	return nobody;
}
