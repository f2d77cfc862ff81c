/*
 * values: the closed patterns of an article: DATE TIME MONEY PERCENT QUANTITY URL EMAIL, each with its value
 * in `norm`: TIMEX3 (which is ISO 8601 where that has a form), "50000000000 USD", "10..15 %", "20 km2".
 */
#ifndef VALUES_H
#define VALUES_H

#include "mention.h"
#include "values_words.h"

struct values; /* the word list and what is read of a line; one serves all articles */

struct values *values_new(void);
void values_free(struct values *v);

/* The list of its words, for lexicon_open(). */
const struct words *values_words(const struct values *v);

/*
 * The day that relative dates count from where an article tells none itself; false if `day` is no date. A
 * full date in any of the forms that are found in text will do: 2025-07-31, 31 July 2025.
 */
bool values_set_day(struct values *v, struct slice day);

/*
 * Adds the mentions of the wanted types. If none of the types above is wanted the article is not read. In
 * English 1.234 is less than two, elsewhere it is more than a thousand, and 1,234 is less than two where the
 * article has decimal commas; other numbers can be read in one way.
 */
void values_find(struct values *v, struct article *a, entity_set wanted, bool english);

#endif
