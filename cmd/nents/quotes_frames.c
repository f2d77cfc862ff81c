#include "quotes_frames.h"

#include "quotes_pronouns.h"
#include "quotes_subjects.h"

enum {
	WINDOW_AFTER = 34,    /* tokens behind a quotation in which its verb of speech may stand */
	SIGNATURE_TOKENS = 5, /* the longest name behind a quotation and a dash */
	EMPTY_LINES = 64,     /* that may lie between a paragraph and the one before */
	SENTENCES_BACK = 14   /* how far a subject is looked for */
};

/* Does the sentence end with token i? */
static bool
ends_sentence(const struct speech *s, size_t i)
{
	return speech_is_mark(s, i, '.') || speech_is_mark(s, i, '!') || speech_is_mark(s, i, '?');
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
	while (behind < v && (speech_token(s, behind)->class == TOKEN_CAPITAL ||
				     speech_token(s, behind)->class == TOKEN_UPPER))
		behind++;
	const struct mention *m = behind > i ? speech_name(s, behind - 1) : NULL;
	bool person = m == NULL ? behind >= i + 2 : m->type == ENTITY_PERSON;
	if (behind == v || !speech_is_mark(s, behind, ',') || !person || speech_has(s, i, SPEECH_DETERMINER))
		return speaker_nobody;
	return m != NULL ? speaker_named(m) : speaker_words(s, i, behind);
}

/* "..." - Name: a few words with capitals behind a dash, and the line ends. */
static struct speaker
signed_by(const struct speech *s, size_t i, size_t end)
{
	if (i >= end || end - i > SIGNATURE_TOKENS)
		return speaker_nobody;
	for (size_t k = i; k < end; k++)
		if (speech_token(s, k)->class != TOKEN_CAPITAL && speech_token(s, k)->class != TOKEN_UPPER)
			return speaker_nobody;
	return speech_name(s, i) != NULL ? speaker_named(speech_name(s, i)) : speaker_words(s, i, end);
}

/* "...," said X; "...," X said; "...," according to X */
static struct speaker
frame_after(const struct speech *s, size_t line, const struct quote_span *span, bool *attributed)
{
	size_t end = s->a->lines[line].end;
	size_t first = article_token_from(s->a, line, span->behind), i = first;
	while (i < end && speech_is_mark(s, i, ','))
		i++;
	if (i >= end || speech_is_quoted(s, i) || ends_sentence(s, i))
		return speaker_nobody; /* "...". The next sentence is another's */
	char last = last_byte(s, line, span);
	if (speech_is_mark(s, i, ':') && i + 1 < end &&
		speech_name(s, i + 1) != NULL) { /* a headline: 'Ends debate': CPA */
		*attributed = true;
		return speaker_named(speech_name(s, i + 1));
	}
	bool marked = i == first && speech_token(s, i)->class == TOKEN_MARK; /* a dash, mostly */
	bool closed = i > first || last == ',' || last == '?' || last == '!' || (unsigned char)last >= 0x80 ||
		      last == '-' || marked;
	if (marked) {
		struct speaker author = signed_by(s, ++i, end);
		*attributed |= speaker_is_known(&author);
		if (speaker_is_known(&author))
			return author;
	}
	if (i >= end)
		return speaker_nobody;
	if (speech_has(s, i, SPEECH_ACCORDING) && i + 2 < end) {
		*attributed = true;
		return speech_subject_behind(s, i + 2, end);
	}
	if (speech_has(s, i, SPEECH_VERB) && speech_token(s, i)->class == TOKEN_LOWER) {
		struct speaker behind = speech_subject_behind(s, i + 1, end);
		*attributed |= speaker_is_settled(&behind);
		return behind;
	}
	if (!closed || last == '.' || speech_has(s, i, SPEECH_CLAUSE))
		return speaker_nobody;
	for (size_t v = i + 1;
		v < end && v < i + WINDOW_AFTER && !ends_sentence(s, v) && !speech_is_quoted(s, v); v++) {
		size_t at;
		if (!speech_is_verb(s, v))
			continue;
		struct speaker subject = speech_subject_of(s, v, i, &at);
		struct speaker head = leading_name(s, i, v);
		if (speaker_is_known(&head))
			subject = head;
		if (!speaker_is_known(&subject))
			continue;
		*attributed = true;
		return subject;
	}
	return speaker_nobody;
}

/* The subject of the sentence at tokens [first, end): its first name, behind "In a statement on Thursday,".
 */
static struct speaker
sentence_subject(const struct speech *s, size_t first, size_t end)
{
	size_t i = speech_behind_lead(s, first, end);
	const struct mention *first_name = NULL;
	size_t since = 0;
	for (; i < end; i++) {
		if (speech_is_quoted(s, i))
			continue;
		const struct word *word = speech_word(s, i);
		bool pronoun =
			word->roles & SPEECH_PRONOUN && word->value != PRONOUN_IT && word->value != PRONOUN_I;
		if (pronoun && first_name == NULL)
			return speech_pronoun(s, i, word->value);
		const struct mention *m = speech_name(s, i);
		if (m != NULL && i + 2 < end && i < first + 3 &&
			(speech_is_mark(s, i + 1, ':') || speech_is_mark(s, i + 2, ':')))
			continue; /* NEW DELHI: */
		bool plain = i == first && m == NULL && speech_token(s, i)->class == TOKEN_CAPITAL &&
			     word->roles == 0;
		if (plain && i + 1 < end && speech_token(s, i + 1)->class == TOKEN_LOWER &&
			!speech_has(s, i + 1, SPEECH_PREPOSITION | SPEECH_CLAUSE))
			return speaker_words(s, i, i + 1);
		if (m != NULL && m->type == ENTITY_PERSON && (first_name == NULL || since < 5))
			return speaker_named(m);
		bool adjective = m != NULL && m->type == ENTITY_NORP && first_name == NULL && i + 1 < end &&
				 speech_token(s, i + 1)->class == TOKEN_LOWER &&
				 speech_word(s, i + 1)->roles == 0;
		if (adjective)
			return speaker_words(
				s, i > first && speech_has(s, i - 1, SPEECH_DETERMINER) ? i - 1 : i, i + 2);
		if (m != NULL && first_name == NULL)
			first_name = m;
		since += first_name != NULL && m == NULL;
		const struct mention *told = speech_is_mark(s, i, ',') && i + 1 < end && first_name != NULL
						     ? speech_name(s, i + 1)
						     : NULL;
		if (told != NULL && told->type == ENTITY_PERSON)
			return speaker_named(told); /* Minister of Mines, Ada Holm */
		bool breaks = word->roles & (SPEECH_VERB | SPEECH_CLAUSE) || speech_is_mark(s, i, ',');
		if (first_name != NULL && (since >= 5 || (breaks && m == NULL)))
			return speaker_named(first_name);
	}
	return first_name != NULL ? speaker_named(first_name) : speaker_nobody;
}

/* "rights activists noting that": does the participle's own subject stand before it, a name or a plural? */
static bool
noun_leads(const struct speech *s, size_t v, size_t first)
{
	if (v == first || speech_token(s, v - 1)->class > TOKEN_UPPER || speech_word(s, v - 1)->roles != 0)
		return false;
	struct slice text = speech_text(s, v - 1);
	return speech_name(s, v - 1) != NULL || (text.len > 3 && text.at[text.len - 1] == 's');
}

/* X said: "..."; X, adding that "..."; according to X, "..." in tokens [first, end) */
static struct speaker
frame_before(const struct speech *s, size_t first, size_t end, bool *attributed)
{
	for (size_t v = end; v > first;) {
		v--;
		if (speech_is_quoted(s, v))
			continue;
		if (speech_has(s, v, SPEECH_ACCORDING) && v + 2 < end) {
			*attributed = true;
			return speech_subject_behind(s, v + 2, end);
		}
		bool participle = speech_has(s, v, SPEECH_PARTICIPLE) && v > first &&
				  !speech_has(s, v - 1, SPEECH_PREPOSITION);
		if (!participle && !speech_is_verb(s, v))
			continue;
		size_t at = v;
		*attributed = true;
		bool owned = participle && !noun_leads(s, v, first);
		struct speaker subject = owned ? speaker_nobody : speech_subject_of(s, v, first, &at);
		if (!speaker_is_settled(&subject) && participle) {
			bool earlier = false;
			subject = frame_before(s, first, v, &earlier);
		}
		if (!speaker_is_settled(&subject))
			subject = sentence_subject(s, first, v);
		return subject;
	}
	return speaker_nobody;
}

/* The tariffs are "a bad idea" for us, Minister Ebrard said Tuesday. */
static struct speaker
frame_tail(const struct speech *s, size_t line, const struct quote_span *span, bool *attributed)
{
	size_t first = article_token_from(s->a, line, span->behind), end = first;
	while (end < s->a->lines[line].end && !ends_sentence(s, end) && !speech_is_quoted(s, end) &&
		end < first + 60)
		end++;
	for (size_t v = first + 1; v + 1 < end; v++) {
		bool inverted = speech_is_mark(s, v - 1, ',') && speech_is_verb(s, v) &&
				speech_name(s, v + 1) != NULL;
		if (!inverted)
			continue;
		*attributed = true;
		return speech_subject_behind(s, v + 1, end); /* for us, said Minister Ebrard */
	}
	for (size_t v = end; v > first + 1 && v + 5 > end; v--) {
		if (!speech_is_verb(s, v - 1))
			continue;
		const struct mention *m = speech_name(s, v - 2);
		if (v > first + 2 && speech_is_mark(s, v - 3, ',') && speech_has(s, v - 2, SPEECH_PRONOUN)) {
			*attributed = true;
			return speech_pronoun(s, v - 2, speech_word(s, v - 2)->value); /* for us, he said */
		}
		size_t begin = v - 2;
		while (begin > first && !speech_is_mark(s, begin, ',') &&
			speech_token(s, begin)->class <= TOKEN_UPPER)
			begin--;
		if (m == NULL || m->type != ENTITY_PERSON || !speech_is_mark(s, begin, ',') || v - begin > 9)
			return speaker_nobody;
		*attributed = true;
		return speech_subject_of(s, v - 1, begin + 1, &begin);
	}
	return speaker_nobody;
}

bool
speech_opens_sentence(const struct speech *s, size_t line, const struct quote_span *span)
{
	size_t i = article_token_from(s->a, line, span->open);
	return i < s->a->lines[line].end && speech_token(s, i)->opens;
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
	size_t first = s->a->lines[line].first, at = article_token_from(s->a, line, span->open);
	struct speaker found = speaker_nobody;
	bool opens = speech_opens_sentence(s, line, span);
	size_t start = at > first ? speech_sentence_start(s, at - 1, first) : at;
	bool led = at > first && (speech_is_mark(s, at - 1, ':') || speech_is_mark(s, at - 1, ','));
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
		*attributed |= speaker_is_known(&found) && speech_is_mark(s, at - 1, ':');
	}
	size_t above = speech_line_before(s, line);
	if (!speaker_is_settled(&found) && at == first && above < line &&
		ends_with_colon(s->a->lines[above].text)) {
		const struct article_line *before = &s->a->lines[above];
		start = before->end > before->first ? speech_sentence_start(s, before->end - 1, before->first)
						    : before->first;
		found = frame_before(s, start, before->end, attributed);
		if (!speaker_is_settled(&found))
			found = sentence_subject(s, start, before->end);
	}
	return found;
}

static bool
is_person(const struct speech *s, size_t i)
{
	const struct mention *m = speech_name(s, i);
	return m != NULL && m->type == ENTITY_PERSON;
}

struct speaker
speech_person_beside(const struct speech *s, size_t line, const struct quote_span *span)
{
	size_t first = s->a->lines[line].first, end = s->a->lines[line].end;
	size_t behind = article_token_from(s->a, line, span->behind),
	       at = article_token_from(s->a, line, span->open);
	bool stops = last_byte(s, line, span) == '.';
	for (size_t i = behind; !stops && i < end && i < behind + WINDOW_AFTER && !ends_sentence(s, i); i++) {
		if (!speech_is_quoted(s, i) && is_person(s, i))
			return speaker_named(speech_name(s, i));
	}
	size_t start = at > first ? speech_sentence_start(s, at - 1, first) : at;
	for (size_t i = at; i > start; i--) {
		if (!speech_is_quoted(s, i - 1) && is_person(s, i - 1))
			return speaker_named(speech_name(s, i - 1));
	}
	return speaker_nobody;
}

bool
speech_same_sentence(const struct speech *s, size_t line, size_t from, size_t to)
{
	for (size_t i = article_token_from(s->a, line, from), end = article_token_from(s->a, line, to);
		i < end; i++) {
		if (speech_token(s, i)->opens && !speech_is_quoted(s, i))
			return false;
	}
	return true;
}

size_t
speech_token_behind(const struct speech *s, size_t line, const struct quote_span *span)
{
	return article_token_from(s->a, line, span->behind);
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
	size_t first = s->a->lines[line].first, end = article_token_from(s->a, line, before);
	for (int sentences = 0; end > first && sentences < SENTENCES_BACK; sentences++) {
		size_t start = speech_sentence_start(s, end - 1, first);
		bool attributed = false;
		struct speaker subject = frame_before(s, start, end, &attributed);
		if (!speaker_is_known(&subject))
			subject = sentence_subject(s, start, end);
		if (speaker_is_known(&subject))
			return subject;
		end = start;
	}
	return speaker_nobody;
}
