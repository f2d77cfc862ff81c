/*
 * joins: names that the tagger took for one though a small word joins two: "Kenya and Uganda", "UK for
 * Kenya".
 */
#ifndef JOINS_H
#define JOINS_H

#include "gazetteer.h"

struct joins; /* scratch memory */

struct joins *joins_open(const struct gazetteer *gazetteer);
void joins_close(struct joins *joins);

/*
 * Cuts the article's joined mentions in two, where the parts are countries or big cities, or stand elsewhere
 * in the article as names of their own.
 */
void joins_cut(struct joins *joins, struct article *a);

#endif
