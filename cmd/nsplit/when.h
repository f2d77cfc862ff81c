/* when: printed dates and ages in the head lines of an article. Finds them, does not say what day they mean.
 */
#ifndef WHEN_H
#define WHEN_H

#include "slice.h"

/*
 * The length of the date or age that s begins with, 0 if with none: "Aug 1, 2025", "Friday 3 May 2024 at
 * 10:15 am GMT", "2024-05-03T10:15", "03.05.2024", "7 days ago", "an hour ago", "yesterday".
 */
size_t when_length(struct slice s);

/*
 * The first date or age in s: at the start of a word, or glued to a word before it ("Al Jazeera2 days ago",
 * "timean hour ago"). An empty slice with at == NULL if there is none.
 */
struct slice when_find(struct slice s);

#endif
