/*
 * quotes_view: an article as those see it who look for the speakers of its quotations. Tokens are numbered as
 * in the article; a range of them is [first, end), within a line.
 */
#ifndef QUOTES_VIEW_H
#define QUOTES_VIEW_H

#include "mention.h"
#include "quotes_marks.h"
#include "quotes_words.h"

/* Who speaks: a mention, or words of the line. */
struct speaker {
	const struct mention *mention; /* NULL: the words, or nobody */
	struct slice words;            /* len 0: nobody; with at == NULL: not known yet */
};

extern const struct speaker speaker_nobody;  /* not known yet */
extern const struct speaker speaker_unnamed; /* known to be nobody that the text names */

static inline bool
speaker_is_known(const struct speaker *s)
{
	return s->mention != NULL || s->words.len > 0;
}

/* Known, or known to be nobody that the text names ("he was asked"). */
static inline bool
speaker_is_settled(const struct speaker *s)
{
	return speaker_is_known(s) || s->words.at != NULL;
}

static inline struct speaker
speaker_named(const struct mention *m)
{
	return (struct speaker){m, {NULL, 0}};
}

/* Where a token of the article stands. */
struct speech_token {
	uint32_t name;  /* the index of the name's mention that covers it, plus one; 0: none does */
	bool is_quoted; /* inside of a span */
};

/* One article, as the frames look at it. */
struct speech {
	const struct words *words;
	const struct article *a;
	const struct speech_token *tokens; /* one for each of the article's */
	const struct quote_spans *spans;   /* all of the article, with line_spans[i] the first of line i */
	const size_t *line_spans;          /* line_count + 1 of them */
	size_t said_token;      /* the first token behind the last quotation with a speaker; 0: none */
	struct speaker said_by; /* who spoke it */
	bool is_english;
};

/* Fills tokens[0, a->token_count) for speech.tokens; mentions must stand in the order of their places. */
void speech_tokens_fill(const struct speech *s, struct speech_token *tokens);

static inline const struct token *
speech_token(const struct speech *s, size_t i)
{
	return &s->a->tokens[i];
}

static inline struct slice
speech_text(const struct speech *s, size_t i)
{
	return token_text(s->a, speech_token(s, i));
}

/* What the lists of speech say of the token; all their words are plain ones. */
static inline const struct word *
speech_word(const struct speech *s, size_t i)
{
	const struct token *t = speech_token(s, i);
	return &s->words->list[t->plain ? t->speech_word : 0];
}

static inline bool
speech_has(const struct speech *s, size_t i, uint32_t roles)
{
	return (speech_word(s, i)->roles & roles) != 0;
}

static inline bool
speech_is_quoted(const struct speech *s, size_t i)
{
	return s->tokens[i].is_quoted;
}

/* The name that covers the token, or NULL. */
static inline const struct mention *
speech_name(const struct speech *s, size_t i)
{
	uint32_t name = s->tokens[i].name;
	return name > 0 ? &s->a->mentions[name - 1] : NULL;
}

static inline bool
speech_is_mark(const struct speech *s, size_t i, char mark)
{
	struct slice text = speech_text(s, i);
	return text.len == 1 && text.at[0] == mark;
}

/* The words of tokens [first, behind) as the speaker. */
struct speaker speaker_words(const struct speech *s, size_t first, size_t behind);

/* What the lists of speech say of a word. */
const struct word *speech_word_of(const struct speech *s, struct slice text);

/* Is the token a day of the week, as in "Lavrov on Thursday said"? */
bool speech_is_day(const struct speech *s, size_t i);

/* Is the token, whose word can be a verb of speech, one here? Nouns as well need a name or pronoun in front.
 */
bool speech_stands_as_verb(const struct speech *s, size_t i);

/* Is the token a verb of speech? */
static inline bool
speech_is_verb(const struct speech *s, size_t i)
{
	return speech_has(s, i, SPEECH_VERB) && speech_stands_as_verb(s, i);
}

/* Where the sentence that token i is in begins, at or behind `first`; quoted sentences are passed over. */
size_t speech_sentence_start(const struct speech *s, size_t i, size_t first);

#endif
