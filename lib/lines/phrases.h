/*
 * phrases: words that tell what a line is, in many languages, by class. A table made once finds them by the
 * hash of their first word.
 */
#ifndef LINES_PHRASES_H
#define LINES_PHRASES_H

#include "little.h"
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

enum { PHRASE_SLOTS = 8192, PHRASE_FILTER = 512, PHRASE_WORDS = 2048, PHRASE_LONG = 1024 };

/* A phrase of several words, in the list of those with the same first word. */
struct phrase {
	uint32_t second, rest; /* hashes of the second word, and of all behind the first */
	uint8_t words, class;
	uint16_t next; /* index + 1 of the next in the list */
};

struct phrase_word {
	uint32_t hash, classes; /* of the word by itself */
	uint32_t seconds;       /* bits of the second words of the phrases that it begins */
	uint16_t list;          /* index + 1 of the first of them */
};

struct phrase_table {
	uint64_t filter[PHRASE_FILTER];         /* bits of the first words' hashes: most words stop here */
	uint16_t slots[PHRASE_SLOTS];           /* indices of words by their hashes, 0 where empty */
	struct phrase_word words[PHRASE_WORDS]; /* the first words; words[0] is none */
	size_t word_count;
	struct phrase phrases[PHRASE_LONG];
	size_t count;
};

void phrases_fill(struct phrase_table *table);

static inline uint64_t
phrase_load(const char *at, size_t len, const char *limit)
{
	uint64_t bytes = 0;
	if (limit - at >= 8) {
		memcpy(&bytes, at, 8);
		bytes = little64(bytes);
		return len >= 8 ? bytes : bytes & ((UINT64_C(1) << 8 * len) - 1);
	}
	for (size_t i = 0; i < len && i < 8; i++)
		bytes |= (uint64_t)(unsigned char)at[i] << 8 * i;
	return bytes;
}

static inline uint64_t
phrase_step(uint64_t hash, uint64_t bytes)
{
	hash = (hash ^ (bytes | 0x2020202020202020U)) * 0x9E3779B97F4A7C15U;
	return hash ^ hash >> 29;
}

static inline uint32_t
phrase_mix(uint64_t hash)
{
	return (uint32_t)(hash * 0xBF58476D1CE4E5B9U >> 32);
}

/* The hash of a word whatever its case in ASCII. `limit` is where readable bytes end, at or behind its end.
 */
static inline uint32_t
phrase_hash(const char *at, size_t len, const char *limit)
{
	uint64_t hash = len;
	for (size_t i = 0; i < len; i += 8)
		hash = phrase_step(hash, phrase_load(at + i, len - i, limit));
	return phrase_mix(hash);
}

/* The last `left` (1 to 8) bytes of a word, by a load that may begin before it, at `last` at the latest. */
static inline uint64_t
phrase_load_end(const char *at, size_t left, const char *last)
{
	static const uint64_t KEPT[9] = {0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF,
		0xFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF};
	const char *from = at < last ? at : last;
	uint64_t bytes;
	memcpy(&bytes, from, 8);
	return little64(bytes) >> 8 * (size_t)(at - from) & KEPT[left];
}

/* phrase_hash() of a word in a text of eight bytes or more, whose last eight begin at `last`. */
static inline uint32_t
phrase_hash_in(const char *at, size_t len, const char *last)
{
	uint64_t hash = len;
	for (; len > 8; at += 8, len -= 8) {
		uint64_t bytes;
		memcpy(&bytes, at, 8);
		hash = phrase_step(hash, little64(bytes));
	}
	return phrase_mix(phrase_step(hash, phrase_load_end(at, len, last)));
}

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

/* The slot of a word, or the one that it may have. */
static inline size_t
phrase_slot(const struct phrase_table *table, uint32_t hash)
{
	size_t slot = hash % PHRASE_SLOTS;
	while (table->slots[slot] != 0 && table->words[table->slots[slot]].hash != hash)
		slot = (slot + 1) % PHRASE_SLOTS;
	return slot;
}

/* The bit of a second word. */
static inline uint32_t
phrase_second(uint32_t hash)
{
	return 1U << (hash >> 27);
}

uint32_t phrases_longer(const struct phrase_table *table, const struct phrase_word *word,
	const uint32_t *words, size_t count, size_t *longest);

/*
 * Classes (bits) of the phrases that begin with words[0] of count; *longest is the number of words of the
 * longest of them.
 */
static inline uint32_t
phrases_at(const struct phrase_table *table, const uint32_t *words, size_t count, size_t *longest)
{
	const struct phrase_word *word = &table->words[table->slots[phrase_slot(table, words[0])]];
	*longest = word->classes != 0;
	if (count < 2 || (word->seconds & phrase_second(words[1])) == 0)
		return word->classes;
	return phrases_longer(table, word, words, count, longest);
}

#endif
