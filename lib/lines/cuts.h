/*
 * cuts: where on a page one article ends and the next begins, by the chain's best path and its posteriors.
 */
#ifndef LINES_CUTS_H
#define LINES_CUTS_H

#include "label.h"

/* How likely an article is to open at line i of the sheet or within two lines of it: heads may be in doubt
 * which of their lines is first. */
float cuts_share(const struct lines *l, size_t i);

/*
 * Adds openings that the best path hasn't to l->states, on pages with a sure cut. Where an article is likely
 * to open within some lines but in doubt at which, each path that has it there may be worse than one that has
 * it nowhere.
 */
void cuts_add_missed(struct lines *l);

/* What cuts_share() must reach on this page for an opening behind the first to cut. */
float cuts_bar(const struct lines *l);

#endif
