/*
 * fact: what one line says of itself, gathered in one scan: counts, endings, phrases, hashes of its words.
 */
#ifndef LINES_FACT_H
#define LINES_FACT_H

#include "bytes.h"
#include "phrases.h"

enum {
	FACT_WORDS = 32,   /* words that are looked at: the first ones and the last three */
	FACT_HEAD = 10,    /* words whose hashes are kept from the start */
	FACT_CONTENT = 12, /* content words whose hashes are kept */
	FACT_LONG = 8      /* words that a good line has at least */
};

/* How a line ends. */
enum line_end {
	END_NONE, /* a letter, or nothing */
	END_STOP,
	END_QUESTION,
	END_SHOUT,
	END_QUOTE_AFTER_STOP,
	END_QUOTE,
	END_ELLIPSIS,
	END_COLON,
	END_COMMA,
	END_BRACKET,
	END_DIGIT,
	END_SYMBOL,
	LINE_ENDS
};

enum line_start {
	START_NONE,
	START_UPPER,
	START_LOWER,
	START_DIGIT,
	START_QUOTE,
	START_BULLET,
	START_BRACKET,
	START_HASH,
	START_OTHER_SCRIPT,
	START_SYMBOL,
	LINE_STARTS
};

enum line_flag {
	FLAG_URL,
	FLAG_MAIL,
	FLAG_PIPE,
	FLAG_ARROW,
	FLAG_MONEY,
	FLAG_QUOTATION, /* 15 bytes or more between quotes */
	FLAG_DATE,      /* 12/05/2024, 2024-05-12, 12.05.24 */
	FLAG_TIME,      /* 10:30 */
	FLAG_YEAR,
	FLAG_MONTH_DAY, /* a month's name beside a number */
	FLAG_GLUED,     /* letters with digits behind them: "Post2 hours ago" */
	FLAG_DATELINE,  /* "MOSCOW, Aug 1 (Reuters) -" */
	FLAG_CREDIT,    /* ends in brackets that hold few words */
	FLAG_CAPITALS,  /* all capitals */
	FLAG_RULE,      /* no letters nor digits: a rule, a bullet alone */
	FLAG_NUMBER,    /* no letters but digits */
	FLAG_COLON,     /* a label before a colon in the first three words */
	FLAG_DASH,      /* a dash between words */
	FLAG_BRACKETS,
	FLAG_HANDLE,  /* @name, #tag */
	FLAG_COPY,    /* © */
	FLAG_PHRASES, /* most words belong to phrases of chrome */
	LINE_FLAGS
};

/* What the neighbours see of a line. */
enum line_kind {
	KIND_WORDS = 0, /* 18 kinds by length and ending */
	KIND_RULE = 18,
	KIND_NUMBER,
	KIND_AGE,
	KIND_DATE,
	KIND_BYLINE,
	KIND_CREDIT,
	KIND_URL,
	KIND_COPYRIGHT,
	KIND_PHRASE,
	KIND_PHRASES,
	KIND_CAPITALS,
	KIND_ELLIPSIS,
	KINDS
};

struct fact {
	uint32_t hash;   /* of all words looked at */
	uint32_t prefix; /* of the first two */
	uint32_t bytes;
	uint32_t starts, has, whole; /* classes of phrases: at the start, anywhere, making up the line */
	uint32_t flags;
	uint16_t words, capitalised, capitals, stops, numbers,
		covered; /* words; of chrome phrases: covered */
	uint16_t commas, breaks, marks;
	uint8_t start, end, kind, coarse, length; /* length: class of length, see length_class() */
	bool good;                                /* long enough, ends like a sentence */
	uint8_t head_count, content_count;
	uint32_t head[FACT_HEAD];
	uint32_t tail[3]; /* the last words looked at, tail[0] the last */
	uint32_t content[FACT_CONTENT];
	/* Filled by the page: */
	uint32_t line;                   /* index of the line in the page as it was given */
	uint32_t before;                 /* blank lines before it */
	int32_t same_before, same_after; /* the nearest equal lines, -1 if there is none */
};

/* Room for what is thrown away after a line. */
struct fact_room {
	uint32_t words[FACT_WORDS + 8];
	uint64_t about; /* bit i: word i says what the text is about */
	struct byte_masks masks;
};

/*
 * Fills *fact from a line that is not empty. The content words of all the line's words that are looked at are
 * set in `content`, a filter of FILTER_WORDS words.
 */
enum { FILTER_WORDS = 16 };
void fact_of(const struct phrase_table *phrases, struct slice text, struct fact *fact, struct fact_room *room,
	uint64_t *content);

static inline void
filter_add(uint64_t *filter, uint32_t hash)
{
	filter[hash >> 28] |= UINT64_C(1) << (hash >> 22 & 63);
}

static inline bool
filter_has(const uint64_t *filter, uint32_t hash)
{
	return filter[hash >> 28] >> (hash >> 22 & 63) & 1;
}

static inline bool
filter_has_either(const uint64_t *const filters[2], uint32_t hash)
{
	return (filters[0][hash >> 28] | filters[1][hash >> 28]) >> (hash >> 22 & 63) & 1;
}

#endif
