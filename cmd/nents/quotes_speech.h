/*
 * quotes_speech: who speaks a quotation: the words of speech, and the frames in which news put speakers.
 */
#ifndef QUOTES_SPEECH_H
#define QUOTES_SPEECH_H

#include "mention.h"
#include "quotes_marks.h"
#include "values_words.h"

enum speech_role {
	SPEECH_VERB = 1,        /* said, told, wrote */
	SPEECH_PARTICIPLE = 2,  /* adding, saying: the subject is the sentence's */
	SPEECH_PRONOUN = 4,     /* value: enum speech_pronoun */
	SPEECH_ADVERB = 8,      /* stands between a subject and its verb: also, later, has */
	SPEECH_CLAUSE = 16,     /* begins a clause: and, but, that, which, when */
	SPEECH_DETERMINER = 32, /* the, a, his */
	SPEECH_WHO = 64,
	SPEECH_GIVEN_HE = 128, /* a man's given name or title */
	SPEECH_GIVEN_SHE = 256,
	SPEECH_PREPOSITION = 512,
	SPEECH_ACCORDING = 1024,
	SPEECH_PERSON = 2048,  /* a noun that means one person: governor, striker */
	SPEECH_PASSIVE = 4096, /* was, were, been */
	SPEECH_BASE = 16384,   /* with VERB: say, tell: a verb only behind "to" and the like */
	SPEECH_DOUBTFUL = 8192 /* with VERB: a noun too, so a verb only right behind a name */
};

enum speech_pronoun { PRONOUN_HE = 1, PRONOUN_SHE, PRONOUN_THEY, PRONOUN_IT, PRONOUN_I, PRONOUN_PERSON };

/* Who speaks: a mention, or words of the line. */
struct speaker {
	const struct mention *mention; /* NULL: the words, or nobody */
	struct slice words;            /* len 0: nobody; with at == NULL: not known yet */
};

/* Adds the words of speech to the list; their roles are enum speech_role. */
void speech_words(struct words *words);

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
};

/* Fills tokens[0, a->token_count) for speech.tokens; mentions must stand in the order of their places. */
void speech_tokens_fill(const struct speech *s, struct speech_token *tokens);

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

/*
 * The speaker of span `index` of line `line` by a frame around it: `"...", said X`, `X said: "..."`,
 * `according to X`. *attributed is set if words of speech stand there. Pronouns are resolved.
 */
struct speaker speech_frame(const struct speech *s, size_t line, size_t index, bool *attributed);

/* The subject of the last sentence of the line that begins before byte `before`; pronouns are resolved. */
struct speaker speech_subject_before(const struct speech *s, size_t line, size_t before);

/* The last line before this one that is not empty, or `line` itself if there is none. */
size_t speech_line_before(const struct speech *s, size_t line);

/* The first token behind the span. */
size_t speech_token_behind(const struct speech *s, size_t line, const struct quote_span *span);

/* Does no sentence begin between the two bytes of the line? */
bool speech_same_sentence(const struct speech *s, size_t line, size_t from, size_t to);

/* Does a sentence begin at the span: nothing but marks since the last full stop? */
bool speech_opens_sentence(const struct speech *s, size_t line, const struct quote_span *span);

#endif
