/* quantity: shares and measures in a line: "15 per cent", "10-15%", "20 square kilometres", "-5°C", "two
 * tonnes". */
#ifndef QUANTITY_H
#define QUANTITY_H

#include "values_number.h"

/* The percentage at piece i: the index behind it, with "10..15 %" put to `out`; or 0. */
size_t percent_match(const struct pieces *t, size_t i, struct text_buffer *out);

/* The measure at piece i, likewise: "20 km2" with the unit's symbol as SI and its users write it. */
size_t quantity_match(const struct pieces *t, size_t i, struct text_buffer *out);

/* Adds the names of units to the list. */
void quantity_words(struct words *words);

#endif
