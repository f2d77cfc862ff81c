/* times: clock times and parts of days in a line: "2:30 p.m. GMT", "14:30", "last night", "early on Friday
 * morning". */
#ifndef TIMES_H
#define TIMES_H

#include "dates.h"

/*
 * date is what dates_match() found at the same piece, up to date_end (0: nothing): "Thursday" of "Thursday
 * night". The time that begins at piece i: the index behind it, with its value (T14:30, 2025-07-31TNI) put to
 * `out`; or 0. */
size_t times_match(const struct pieces *t, size_t i, size_t date_end, const struct date_match *date,
	const struct date_context *c, struct text_buffer *out);

/* Adds the words of clock times to the list. */
void times_words(struct words *words);

#endif
