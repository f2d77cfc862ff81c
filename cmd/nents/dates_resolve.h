/*
 * dates_resolve: what relative dates mean. "Thursday", "last December", "two weeks ago" and "July 31" become
 * days, weeks, months and years against the day when the article was written; without one the value keeps
 * what is known and has X for the rest (XXXX-WXX-4).
 */
#ifndef DATES_RESOLVE_H
#define DATES_RESOLVE_H

#include "dates_calendar.h"

/* What the words around a date tell of its direction. */
enum tense { TENSE_UNKNOWN, TENSE_PAST, TENSE_FUTURE, TENSE_SINCE /* must lie behind */ };

struct date_context {
	bool is_known;  /* is there an anchor? */
	int32_t anchor; /* the day when the article was written, as calendar_days() counts */
	bool has_last;  /* was a date told already? */
	int depth;      /* how many "of" lead here: the first week of the last month of ... */
	int32_t last;   /* the last day, or first day of a period, that the article told of */
};

/* The period of that unit which the day is in, moved by `steps` units; the day unknown: all X. */
struct timex resolve_unit(const int32_t *day, enum time_unit unit, int32_t steps);

/* Weekday 1 .. 7 against the anchor: the most recent one unless tense or step (enum STEP_*) say otherwise. */
struct timex resolve_weekday(const struct date_context *c, int weekday, enum tense tense, int step);

/* A day or a month of no told year: the nearest one, with a lean to the past that news have. */
struct timex resolve_month_day(const struct date_context *c, int month, int day, enum tense tense);
struct timex resolve_month(const struct date_context *c, int month, enum tense tense, int step);
struct timex resolve_season(const struct date_context *c, int season, int step);

/* A quarter of the year against a known anchor, likewise. */
struct timex resolve_quarter(const struct date_context *c, int quarter, enum tense tense);

/* "two years ago" (direction -1), "three days later" (1) from a day; vague amounts give PAST_REF, FUTURE_REF.
 */
struct timex resolve_distance(
	const int32_t *day, const struct amount *amount, enum time_unit unit, int direction);

/* The first day of a period; false if the value tells of none. */
bool resolve_first_day(const struct timex *t, int32_t *day);

/* The anchor, or NULL; the last told day, or else NULL. */
const int32_t *context_anchor(const struct date_context *c);
const int32_t *context_last(const struct date_context *c);

#endif
