/*
 * dates: finds dates, periods, durations and ages in a line, as OntoNotes marks them: with "the", "about" and
 * the like in front ("the past 14 years", "earlier this month"), without the preposition ("on", "in").
 */
#ifndef DATES_H
#define DATES_H

#include "dates_resolve.h"

struct date_match {
	struct timex value;
	struct timex until; /* the last of a range; grain TIMEX_NONE: no range */
	struct timex also;  /* the rest of a duration: the 45 seconds of "1 minute and 45 seconds" */
	bool is_time;       /* hours, minutes, parts of a day: TIME rather than DATE */
};

/* The longest date that begins at piece i: the index behind it, or 0. */
size_t dates_match(const struct pieces *t, size_t i, const struct date_context *c, struct date_match *match);

/* The same for one calendar date without range and modifiers: "Thursday, July 31, 2025", "31/07/2025". */
size_t dates_match_day(const struct pieces *t, size_t i, const struct date_context *c, struct timex *value);

/* Writes "2025-07-31", or "2008/2012" for a range. */
void date_match_put(struct text_buffer *out, const struct date_match *match);

/* Adds the words of dates to the list. */
void dates_words(struct words *words);

/* What the words before piece i tell of the direction of a date there. */
enum tense dates_tense(const struct pieces *t, size_t i);

#endif
