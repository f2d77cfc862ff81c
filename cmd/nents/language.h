/* language: is an article in the language that the model has learnt, and what does one in another write
 * small? */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "gazetteer.h"

/*
 * May the article be English: are half of its small words, or more, words that English writes small? (Of news
 * in English it is two thirds at least, of news in some twenty other languages a third at most.) What is too
 * short to tell may be. lexicon_look_up() must have run.
 */
bool language_is_english(const struct article *a);

/* The words that an article writes small: a filter, which says yes to a few others too. */
struct small_words {
	uint64_t bits[1024];
};

void small_words_of(struct small_words *small, const struct article *a);

static inline bool
small_words_have(const struct small_words *small, uint64_t key)
{
	return small->bits[key >> 54] >> (key >> 48 & 63) & 1;
}

#endif
