/*
 * quotes: what somebody said: QUOTE mentions, each with its speaker in `norm`. A span goes from the first
 * byte behind the opening mark to the last before the closing one; a quotation that runs on over paragraphs
 * is a mention in each.
 */
#ifndef QUOTES_H
#define QUOTES_H

#include "mention.h"
#include "values_words.h"

struct quotes; /* the words of speech; one serves all articles */

struct quotes *quotes_new(void);
void quotes_free(struct quotes *q);

/* The list of its words, for lexicon_open(). */
const struct words *quotes_words(const struct quotes *q);

/*
 * Adds the QUOTE mentions of an article whose tokens and names (PERSON, ORG, GPE, NORP, in the order of their
 * places, with `name` set) are found already. The norm is the speaker's `name`, or his own words ("a
 * spokesman for the ministry"), or empty where the text names none. Titles of works and single words in marks
 * are left out. The words of speech are English: elsewhere a speaker is a person whom the sentence names, or
 * nobody.
 */
void quotes_find(struct quotes *q, struct article *a, bool is_english);

#endif
