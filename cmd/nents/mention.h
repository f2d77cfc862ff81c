/*
 * mention: what the passes of nents share: an article in memory, its lines, tokens and mentions.
 *
 * The order of the passes over one article: tokens (token.h), the user's lists and patterns, closed patterns
 * (values.h), built-in lists (gazetteer.h), tagger (tagger.h), choice between overlapping mentions, document
 * pass (aliases.h), quotes (quotes.h). Each appends mentions with mention_add(); slices into the article stay
 * good until article_reset().
 */
#ifndef MENTION_H
#define MENTION_H

#include "rec.h"
#include "text.h"

#include <stdint.h>

/* OntoNotes' names, as in spaCy, and three of ours. */
enum entity_type {
	ENTITY_PERSON,
	ENTITY_ORG,
	ENTITY_GPE,
	ENTITY_LOC,
	ENTITY_FAC,
	ENTITY_NORP,
	ENTITY_EVENT,
	ENTITY_DATE,
	ENTITY_TIME,
	ENTITY_MONEY,
	ENTITY_PERCENT,
	ENTITY_QUANTITY,
	ENTITY_QUOTE,
	ENTITY_URL,
	ENTITY_EMAIL,
	ENTITY_TYPES,
	ENTITY_NONE = ENTITY_TYPES
};

/* A set of types: bit 1 << type. */
typedef uint32_t entity_set;

#define ENTITY_BIT(type) ((entity_set)1 << (type))
#define ENTITY_ALL       (ENTITY_BIT(ENTITY_TYPES) - 1)

/* Who found a mention, best first: where two overlap, the better source wins, then the longer span. */
enum mention_source {
	SOURCE_USER,   /* -g and -p */
	SOURCE_CLOSED, /* closed patterns: dates, money, addresses */
	SOURCE_TAGGER,
	SOURCE_ALIAS, /* the document pass: a repeat of a name that was found elsewhere in the article */
	SOURCE_LIST,  /* an unambiguous entry of the built-in lists */
	SOURCE_GUESS  /* a rule's, where the tagger does not speak */
};

#define NO_ENTITY UINT32_MAX

/* A piece of the article's notes: see article_note(). len == 0: nothing. */
struct note {
	uint32_t at, len;
};

struct mention {
	uint32_t line;       /* index into article.lines */
	uint32_t start, end; /* bytes in the line's text */
	uint32_t entity;     /* mentions of one entity share it; NO_ENTITY where that has no meaning */
	float score;         /* 0 to 1: posterior of the tagger; 1 for rules and lists */
	uint8_t type;        /* enum entity_type */
	uint8_t source;      /* enum mention_source */
	struct note name;    /* the fullest name in the article; empty: the text itself */
	struct note norm;    /* the value: ISO 8601, ISO 4217, ISO 3166, the speaker; empty: none */
};

enum token_class {
	TOKEN_LOWER,   /* a word without capitals, or of a script that has none */
	TOKEN_CAPITAL, /* Moscow, McDonald, iPhone: a capital somewhere, a small letter somewhere */
	TOKEN_UPPER,   /* USA, U.S.: capitals only */
	TOKEN_NUMBER,  /* 31, 1,200, 3.5, 31st, 100M: a digit first */
	TOKEN_MARK,    /* punctuation and signs, one character each */
	TOKEN_CLASSES
};

/* What the token is to values_pieces.h, as bits. */
enum token_piece {
	TOKEN_WHOLE = 1, /* a piece as it stands: a plain word with no letter of another script behind, or an
			    ASCII mark */
	TOKEN_SIGN = 2   /* by its spelling it may be a sign before a number: "$", "-", "US$", "Rs." */
};

struct token {
	uint32_t line;        /* index into article.lines */
	uint32_t start, end;  /* bytes in the line's text */
	uint8_t class;        /* enum token_class */
	uint8_t opens;        /* 1: first of a sentence */
	uint8_t glued;        /* 1: no blank between the token before and this */
	uint8_t plain;        /* 1: a word of ASCII letters and nothing else */
	uint8_t piece;        /* enum token_piece */
	uint8_t cue;          /* this and the next three are lexicon_look_up()'s: enum cue */
	uint16_t classes;     /* bits: 1 << enum gazetteer_class */
	uint16_t value_word;  /* of a plain word: its number in the list of values, 0 if it has none */
	uint16_t speech_word; /* the same in the list of speech */
	uint64_t key;         /* token_key() of its text: case and accents folded; marks by their bytes */
};

enum line_style {
	STYLE_BODY,
	STYLE_TITLE_CASE, /* A Headline With All Its Words Like This: capitals say nothing here */
	STYLE_CAPITALS    /* ALL CAPITALS */
};

struct article_line {
	struct slice text;   /* clean UTF-8, no line end */
	uint32_t number;     /* 1-based line of the record, or of the file in plain-text mode */
	uint8_t style;       /* enum line_style */
	uint8_t is_caption;  /* 1: the words below a picture, which may be an old one */
	uint8_t has_marks;   /* 1: a mark stands there that may be a quotation's */
	uint8_t has_signs;   /* 1: a sign of a web or mail address may stand there: "://", "@", "www." */
	uint32_t first, end; /* its tokens: article.tokens[first, end) */
};

struct article {
	struct slice id;
	struct slice date;    /* of the record's Date field; at == NULL: it has none */
	struct slice crawled; /* likewise of Crawled: when the page was fetched */

	struct article_line *lines;
	size_t line_count, line_capacity;
	struct token *tokens;
	size_t token_count, token_capacity;
	uint64_t *capitals; /* bits of the tokens with a capital, the first one lowest; see token.h */
	size_t capital_capacity;
	struct mention *mentions;
	size_t mention_count, mention_capacity;
	struct mention *spare; /* room to sort them in */
	size_t spare_capacity;

	struct text_buffer notes; /* names and values of mentions */
};

/* Forgets lines, tokens, mentions and notes; keeps the memory. */
void article_reset(struct article *a);
void article_free(struct article *a);

/* Appends a line; its text is not copied and must live until article_reset(). */
void article_add_line(struct article *a, struct slice text, uint32_t number);

/*
 * Appends a mention of line `line` (an index), bytes [start, end). Score is 1, entity NO_ENTITY, name and
 * norm are empty: set them in the mention given back, which stays good until the next call.
 */
struct mention *mention_add(struct article *a, enum entity_type type, enum mention_source source,
	uint32_t line, size_t start, size_t end);

/* Keeps a copy of s with the article. */
struct note article_keep(struct article *a, struct slice s);

/* The bytes of a note; good until the next article_keep(). */
static inline struct slice
article_note(const struct article *a, struct note note)
{
	return (struct slice){a->notes.bytes + note.at, note.len};
}

static inline struct slice
mention_text(const struct article *a, const struct mention *m)
{
	return (struct slice){a->lines[m->line].text.at + m->start, m->end - m->start};
}

static inline struct slice
token_text(const struct article *a, const struct token *t)
{
	return (struct slice){a->lines[t->line].text.at + t->start, t->end - t->start};
}

/* The first token of the line (an index) that begins at or behind the byte; the line's end if none does. */
size_t article_token_from(const struct article *a, size_t line, size_t byte);

/* The tokens [*first, *end) of a mention. */
void mention_tokens(const struct article *a, const struct mention *m, size_t *first, size_t *end);

/* The name of a type as the output has it: "PERSON". */
struct slice entity_name(enum entity_type type);

/* The type that a name means, case aside ("person", "PER" and "LOCATION" are understood), or ENTITY_NONE. */
enum entity_type entity_of(struct slice name);

#endif
