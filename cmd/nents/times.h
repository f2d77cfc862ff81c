/* times: clock times and parts of days in a line: "2:30 p.m. GMT", "14:30", "last night", "early on Friday
 * morning". */
#ifndef TIMES_H
#define TIMES_H

#include "dates.h"

/* The time that begins at piece i: the index behind it, with its value (T14:30, 2025-07-31TNI) put to `out`;
 * or 0. */
size_t times_match(const struct pieces *t, size_t i, const struct date_context *c, struct text_buffer *out);

/* Adds the words of clock times to the list. */
void times_words(struct words *words);

#endif
