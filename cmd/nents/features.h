/*
 * features: what the tagger sees of a token. One code for training and for tagging, so that the two can't
 * drift apart.
 *
 * Most of what is seen depends on one word and on where that word stands towards the token (before it, behind
 * it, last of its run ...): such features are made a word and place at a time, so that the tagger can keep
 * their sum by word. The rest is a short list of small numbers, the context.
 */
#ifndef FEATURES_H
#define FEATURES_H

#include "gazetteer.h"
#include "prints.h"
#include "segment.h"

enum { FEATURES_VERSION = 2 };

/* Where a word stands towards the token that is judged. */
enum word_place {
	PLACE_SELF,
	PLACE_BEFORE,
	PLACE_BEHIND,
	PLACE_BEFORE2,
	PLACE_BEHIND2,
	PLACE_OTHER_BEFORE, /* the words around the same word elsewhere in the article */
	PLACE_OTHER_BEHIND,
	WORD_PLACES
};

enum {
	FEATURES_WORDS = 12,      /* words that a token has around it */
	FEATURES_OF_WORD = 32,    /* features of a word in a place */
	FEATURES_OF_CONTEXT = 48, /* small numbers of a token */
	FEATURES_SMALL = 4096     /* what they are below */
};

/* A word beside the token, as a token index, or one of these where there is none. */
#define NO_WORD UINT32_MAX

struct word_beside {
	uint32_t token; /* or NO_WORD: the edge of a line */
	uint8_t place;
};

struct feature_lists {
	const struct gazetteer *gazetteer;
	const struct prints *clusters; /* NULL: none */
	uint32_t without; /* groups left out, for measuring what each is worth: enum feature_group */
};

enum feature_group {
	GROUP_GAZETTEER = 1,
	GROUP_CLUSTERS = 2,
	GROUP_DOCUMENT = 4,
	GROUP_SHAPES = 8,
	GROUP_WINDOW = 16,
	GROUP_AFFIXES = 32,
	GROUP_CUES = 64
};

struct features; /* what was seen of an article: scratch memory */

struct features *features_open(const struct feature_lists *lists);
void features_close(struct features *f);

/* Looks at an article whose tokens were found. */
void features_article(struct features *f, const struct article *a);

/* Looks at one of its segments; the next two calls ask for tokens in it. */
void features_segment(struct features *f, const struct segment *segment);

/* The words around token i; gives how many. */
size_t features_words(const struct features *f, size_t i, struct word_beside words[FEATURES_WORDS]);

/* The small numbers of token i. */
size_t features_context(const struct features *f, size_t i, uint16_t numbers[FEATURES_OF_CONTEXT]);

/* The feature of a small number. */
uint32_t features_small(uint16_t number);

/* One hashed feature more: all that the lists say of the token. */
uint32_t features_listed(const struct features *f, size_t i);

/* The features of a word in a place, as lib/seq wants them. `word` and its key may be empty and 0: no word
 * there. */
size_t features_of_word(const struct features *f, struct slice word, uint64_t key, enum word_place place,
	uint32_t out[FEATURES_OF_WORD]);

/* The cue that a token is by itself. */
enum cue features_cue(const struct features *f, uint64_t key);

#endif
