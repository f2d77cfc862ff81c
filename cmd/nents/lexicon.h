/*
 * lexicon: what the lists say of a word, looked up once for each token: the gazetteer's classes and cue, and
 * the word's numbers in the closed lists of values and of speech. The passes read it from the token.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include "gazetteer.h"
#include "values_words.h"

struct lexicon;

/* Of these lists, each of which may be NULL; they must outlive it. */
struct lexicon *lexicon_open(
	const struct gazetteer *gazetteer, const struct words *values, const struct words *speech);
void lexicon_close(struct lexicon *l);

/* Fills classes, cue, value_word and speech_word of an article's tokens. */
void lexicon_look_up(struct lexicon *l, struct article *a);

#endif
