/* dates_anchor: the day when an article was written, from its Date field or its dateline. */
#ifndef DATES_ANCHOR_H
#define DATES_ANCHOR_H

#include "dates.h"

/*
 * The day that a printed date tells: "31 July 2025", "2025-07-31T14:30Z", "Thu, 31 Jul 2025", "2 days ago",
 * "yesterday"; the last two, and dates without a year, count from `now` (NULL: not known, then they tell
 * none). 03/04/2025 is read with the day first, as most of the world writes it. False if there is none.
 */
bool anchor_of_field(struct pieces *t, struct slice field, const int32_t *now, int32_t *day);

/*
 * The day of a dateline, "MOSCOW, July 31, 2025 (Reuters) -", at the beginning of a line; likewise. A day
 * without a year counts from `now`.
 */
bool anchor_of_dateline(struct pieces *t, const struct article *a, const struct article_line *line,
	const int32_t *now, int32_t *day);

#endif
