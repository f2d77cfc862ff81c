/*
 * phrases: words that tell what a line is, in many languages, by class. A table made once finds them by the
 * hash of their first word.
 */
#ifndef LINES_PHRASES_H
#define LINES_PHRASES_H

#include "slice.h"

#include <stdint.h>

/* Numbers of the classes are part of the features: a change needs a new model (see FEATURES_VERSION). */
enum phrase_class {
	PHRASE_SHARE,
	PHRASE_SUBSCRIBE,
	PHRASE_PRIVACY,
	PHRASE_RELATED,
	PHRASE_MOST_READ,
	PHRASE_MORE,
	PHRASE_COMMENTS,
	PHRASE_ADVERT,
	PHRASE_APP,
	PHRASE_COPYRIGHT,
	PHRASE_PHOTO,
	PHRASE_BY,
	PHRASE_BIO,
	PHRASE_MONTH,
	PHRASE_WEEKDAY,
	PHRASE_AGO,
	PHRASE_UNIT, /* of time: "hours" */
	PHRASE_PUBLISHED,
	PHRASE_NAVIGATION,
	PHRASE_CAPTION,
	PHRASE_TAGS,
	PHRASE_TWEET,
	PHRASE_DISCLAIMER,
	PHRASE_COUNTS, /* read time, views, likes */
	PHRASE_SCRIPT,
	PHRASE_VIDEO,
	PHRASE_SOURCE,
	PHRASE_REPORTING,
	PHRASE_PRONOUN,
	PHRASE_CONTACT,
	PHRASE_SECTION,
	PHRASE_STOP, /* words of every text */
	PHRASE_CLASSES
};

enum { PHRASE_SLOTS = 4096, PHRASE_FILTER = 512, PHRASE_WORDS = 6 };

struct phrase {
	uint32_t first; /* hash of the first word */
	uint32_t rest;  /* of the following ones, 0 if there are none */
	uint8_t words, class;
};

struct phrase_table {
	uint64_t filter[PHRASE_FILTER];    /* bits of the first words' hashes: most words stop here */
	struct phrase slots[PHRASE_SLOTS]; /* words == 0 where empty; the phrases of a word stand together */
};

void phrases_fill(struct phrase_table *table);

/* The hash of a word whatever its case in ASCII. `limit` is where readable bytes end, at or behind its end.
 */
uint32_t phrase_hash(const char *at, size_t len, const char *limit);

/* Joins the hashes of words that follow each other. */
static inline uint32_t
phrase_join(uint32_t joined, uint32_t word)
{
	return ((joined << 7 | joined >> 25) ^ word) * 0x9E3779B1U;
}

static inline bool
phrase_may_begin(const struct phrase_table *table, uint32_t hash)
{
	return table->filter[hash >> 23] >> (hash >> 17 & 63) & 1;
}

/*
 * Classes (bits) of the phrases that begin with words[0] of count; *longest is the number of words of the
 * longest of them.
 */
uint32_t phrases_at(const struct phrase_table *table, const uint32_t *words, size_t count, size_t *longest);

#endif
