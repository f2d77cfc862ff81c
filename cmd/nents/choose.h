/*
 * choose: of mentions that overlap, the one that stays.
 */
#ifndef CHOOSE_H
#define CHOOSE_H

#include "mention.h"

/*
 * Puts the article's mentions in the order of their places and drops those that lose: what the user said wins
 * over all, then a longer mention over one that it holds, then the better source (enum mention_source), then
 * the longer. QUOTE mentions hold others and take no part.
 */
void mentions_choose(struct article *a);

/* Puts them in order by line, start and end (longest first). */
void mentions_sort(struct article *a);

#endif
