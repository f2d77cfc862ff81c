/*
 * values_words: the words that dates, times, sums and measures are made of, and what part each can play.
 * A word may play several parts ("second" is an ordinal and a unit of time), each topic adds its own.
 */
#ifndef VALUES_WORDS_H
#define VALUES_WORDS_H

#include "slice.h"

#include <stdint.h>

enum word_role {
	ROLE_NUMBER = 1 << 0,      /* value: one .. ninety, dozen */
	ROLE_SCALE = 1 << 1,       /* value: the power of ten; hundred, million, bn, lakh */
	ROLE_SCALE_GLUED = 1 << 2, /* the same, only behind a digit: 5k, 10m */
	ROLE_VAGUE = 1 << 3,       /* several, few, many, dozens, hundreds */
	ROLE_ORDINAL = 1 << 4,     /* value: 1 .. 31 */
	ROLE_MONTH = 1 << 5,       /* value: 1 .. 12 */
	ROLE_WEEKDAY = 1 << 6,     /* value: 1 (Monday) .. 7 */
	ROLE_SHORT = 1 << 7,       /* with MONTH or WEEKDAY: an abbreviation, good only beside a number */
	ROLE_DOUBTFUL = 1 << 8,    /* with MONTH: a given name or a verb as well */
	ROLE_UNIT = 1 << 9,        /* unit: enum time_unit */
	ROLE_UNITS = 1 << 10,      /* the same in the plural */
	ROLE_SEASON = 1 << 11,     /* value: 1 spring, 2 summer, 3 autumn, 4 winter */
	ROLE_DAYPART = 1 << 12,    /* value: enum day_part */
	ROLE_DEICTIC = 1 << 13,    /* value: days from today; today, yesterday, tomorrow */
	ROLE_STEP = 1 << 14,       /* value: -1 last, 0 this, 1 next; enum word_step tells them apart */
	ROLE_EDGE = 1 << 15,       /* early, late, earlier, later, mid */
	ROLE_ABOUT = 1 << 16,      /* about, nearly, roughly */
	ROLE_ARTICLE = 1 << 17,    /* a, an */
	ROLE_THE = 1 << 18,        /* the */
	ROLE_OFTEN = 1 << 19,      /* unit: daily, weekly, annual */
	ROLE_EVERY = 1 << 20,      /* each, every, per */
	ROLE_HOLIDAY = 1 << 21,    /* value: enum holiday */
	ROLE_IN = 1 << 22,         /* words that stand before a date: in, on, since, until, by */
	ROLE_FUTURE = 1 << 23,     /* will, scheduled, due: what follows lies ahead */
	ROLE_PAST = 1 << 24,       /* was, had, did: what follows lies behind */
	ROLE_CURRENCY = 1 << 25,   /* value: index of the currency */
	ROLE_BEGINS = 1 << 26,     /* a value can begin with the word: set when all words are there */
	ROLE_NATION = 1 << 27,     /* value: whose money; "Australian" before "dollars" */
	ROLE_MEASURE = 1 << 28,    /* unit: index of the unit of measure */
	ROLE_PLAIN = 1 << 29,      /* value: enum plain_word; words that the grammars ask for by name */
	ROLE_ZONE = 1 << 30        /* value: minutes from UTC, and one; GMT, BST, ET */
};

/* Of ROLE_STEP: the words that mean more than a step. */
enum {
	STEP_LAST = -1,
	STEP_THIS = 0,
	STEP_NEXT = 1,
	STEP_PAST = -2,
	STEP_COMING = 2,
	STEP_RECENT = -3,
	STEP_PREVIOUS = -4,
	STEP_FOLLOWING = 4,
	STEP_SAME = 5
};

enum plain_word {
	PLAIN_NONE,
	PLAIN_AGO,
	PLAIN_OF,
	PLAIN_TO,
	PLAIN_AND,
	PLAIN_OR,
	PLAIN_BETWEEN,
	PLAIN_FROM,
	PLAIN_THAN,
	PLAIN_MORE,
	PLAIN_LESS,
	PLAIN_AT,
	PLAIN_LEAST,
	PLAIN_MOST,
	PLAIN_UP,
	PLAIN_AS,
	PLAIN_MUCH,
	PLAIN_MANY,
	PLAIN_OVER,
	PLAIN_JUST,
	PLAIN_UNDER,
	PLAIN_END,
	PLAIN_START,
	PLAIN_MIDDLE,
	PLAIN_HALF,
	PLAIN_CENTURY,
	PLAIN_OLD,
	PLAIN_AGED,
	PLAIN_LONG,
	PLAIN_LATER,
	PLAIN_BEFORE,
	PLAIN_AFTER,
	PLAIN_S,
	PLAIN_TH,
	PLAIN_CLOCK,
	PLAIN_AM,
	PLAIN_PM,
	PLAIN_NOON,
	PLAIN_TONIGHT,
	PLAIN_OVERNIGHT,
	PLAIN_PER,
	PLAIN_CENT,
	PLAIN_PERCENT,
	PLAIN_POINTS,
	PLAIN_SQUARE,
	PLAIN_CUBIC,
	PLAIN_NAUTICAL,
	PLAIN_DEGREES,
	PLAIN_FISCAL,
	PLAIN_ALL,
	PLAIN_BC,
	PLAIN_AD,
	PLAIN_DAY,
	PLAIN_EVE,
	PLAIN_NEW,
	PLAIN_YEAR,
	PLAIN_HOURS,
	PLAIN_COUPLE,
	PLAIN_CLOSE,
	PLAIN_HONG,
	PLAIN_SOUTH,
	PLAIN_SAUDI,
	PLAIN_THROUGH,
	PLAIN_PAST,
	PLAIN_NO,
	PLAIN_Q,
	PLAIN_FULL,
	PLAIN_MID,
	PLAIN_WORTH,
	PLAIN_FEWER,
	PLAIN_FY,
	PLAIN_ENTIRE,
	PLAIN_WHOLE,
	PLAIN_IN,
	PLAIN_WEEK,
	PLAIN_FOR,
	PLAIN_TIME,
	PLAIN_WELL,
	PLAIN_BY,
	PLAIN_ON,
	PLAIN_SINCE,
	PLAIN_UNTIL,
	PLAIN_DURING,
	PLAIN_QUARTER,
	PLAIN_NOW,
	PLAIN_PREVIOUSLY,
	PLAIN_KIND,
	PLAIN_WHEN,
	PLAIN_HIS,
	PLAIN_THESE,
	PLAIN_BE,
	PLAIN_HE,
	PLAIN_FIRST,
	PLAIN_FINAL,
	PLAIN_MINUS,
	PLAIN_METRIC,
	PLAIN_WORDS
};

struct word {
	struct slice spelling; /* lower case */
	uint64_t key;          /* token_key() */
	uint32_t roles;
	int16_t value;
	int16_t unit;
};

enum { WORD_LENGTH_MAX = 20, WORD_SLOT_BITS = 12, WORD_SLOTS = 1 << WORD_SLOT_BITS };

struct words {
	struct word *list; /* list[0] is no word: no roles */
	size_t count, capacity;
	uint32_t slots[WORD_SLOTS]; /* open addressing: 16 bits of the hash, 16 of the number; 0 is empty */
	uint16_t keys[WORD_SLOTS];  /* the same by the words' keys: numbers alone */
	unsigned char letters[256]; /* the lower case of a byte that words are made of, or 0 */
};

/* An empty list. words_free() frees what it holds. */
void words_init(struct words *words);
void words_free(struct words *words);

/*
 * Adds a role to a lower-case word, which must live as long as the list. The value is the word's unit for the
 * roles that have one (UNIT, UNITS, OFTEN, MEASURE); 0 leaves what an earlier role set.
 */
void words_add(struct words *words, const char *spelling, uint32_t roles, int value);

/* The same for a word that ends where the slice does. */
void words_add_slice(struct words *words, struct slice spelling, uint32_t roles, int value);

/* The same for every word of a list that ends with NULL: values count up from `value` by `step`. */
void words_add_run(struct words *words, const char *const *spellings, uint32_t roles, int value, int step);

/* The hash that words_find() wants: fold it over the lower-cased bytes, beginning with 0. */
static inline uint32_t
words_hash(uint32_t hash, unsigned char byte)
{
	return (hash + byte) * 0x9E3779B1u;
}

/* The number of the word in the list, or 0. The spelling may be in any case; the hash is of its lower case.
 */
uint16_t words_find(const struct words *words, struct slice spelling, uint32_t hash);

/* The number of the word with this key, or 0: for words of ASCII letters that are tokens (token.plain). */
static inline uint16_t
words_find_key(const struct words *words, uint64_t key)
{
	size_t slot = key >> (64 - WORD_SLOT_BITS);
	uint16_t number;

	while ((number = words->keys[slot]) != 0 && words->list[number].key != key)
		slot = (slot + 1) % WORD_SLOTS;
	return number;
}

/* A byte's lower case by ASCII's rule. */
static inline unsigned char
words_lower(unsigned char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + 32) : byte;
}

#endif
