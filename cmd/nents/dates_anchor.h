/* dates_anchor: the day when an article was written, from its Date field or its dateline. */
#ifndef DATES_ANCHOR_H
#define DATES_ANCHOR_H

#include "dates.h"

/* What a field tells of a day. */
enum anchor_told {
	ANCHOR_NONE,
	ANCHOR_DAY,
	ANCHOR_LONG_AGO /* an age in months or more, from which no day can be counted */
};

/*
 * The day that a printed date tells: "31 July 2025", "2025-07-31T14:30Z", "Thu, 31 Jul 2025", "2 days ago",
 * "yesterday"; the last two, and dates without a year, count from `now` (NULL: not known, then they tell
 * none). 03/04/2025 is read with the day first, as most of the world writes it. *day is set for ANCHOR_DAY
 * alone.
 */
enum anchor_told anchor_of_field(struct pieces *t, struct slice field, const int32_t *now, int32_t *day);

/*
 * The day of a dateline, "MOSCOW, July 31, 2025 (Reuters) -", at the beginning of a line; likewise. A day
 * without a year counts from `now`.
 */
bool anchor_of_dateline(struct pieces *t, const struct article *a, const struct article_line *line,
	const int32_t *now, int32_t *day);

#endif
