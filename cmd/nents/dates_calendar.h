/*
 * dates_calendar: the Gregorian calendar, ISO 8601 weeks, and values of time as TimeML's TIMEX3 writes them
 * (https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html, attribute "value").
 */
#ifndef DATES_CALENDAR_H
#define DATES_CALENDAR_H

#include "values_number.h"

enum time_unit {
	UNIT_SECOND,
	UNIT_MINUTE,
	UNIT_HOUR,
	UNIT_DAY,
	UNIT_WEEKEND,
	UNIT_WEEK,
	UNIT_FORTNIGHT,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_YEAR,
	UNIT_DECADE,
	UNIT_CENTURY,
	UNIT_NIGHT
};

enum day_part { PART_MORNING = 1, PART_NOON, PART_AFTERNOON, PART_EVENING, PART_NIGHT };

enum timex_grain {
	TIMEX_NONE,
	TIMEX_DAY,      /* year, month, day */
	TIMEX_WEEKDAY,  /* day: 1 .. 7, of a week that is not known */
	TIMEX_WEEK,     /* year (of ISO 8601), part: the week */
	TIMEX_WEEKEND,  /* the same */
	TIMEX_MONTH,    /* year, month */
	TIMEX_QUARTER,  /* year, part */
	TIMEX_HALF,     /* year, part */
	TIMEX_SEASON,   /* year, part: 1 spring .. 4 winter */
	TIMEX_YEAR,     /* year; negative before Christ (-1 is 1 BC) */
	TIMEX_DECADE,   /* year: its first */
	TIMEX_CENTURY,  /* part: its first two digits; -1 is the first century before Christ */
	TIMEX_DURATION, /* amount and unit */
	TIMEX_PAST,     /* PAST_REF, and so on */
	TIMEX_PRESENT,
	TIMEX_FUTURE
};

enum { TIMEX_UNKNOWN = -32768 };

struct timex {
	enum timex_grain grain;
	int year, month, day, part;
	enum time_unit unit;
	struct amount amount;
	enum day_part day_part; /* with TIMEX_DAY and TIMEX_WEEKDAY; 0: none */
};

/* Days since 1970-01-01, and back (H. Hinnant, chrono-Compatible Low-Level Date Algorithms). */
int32_t calendar_days(int year, int month, int day);
void calendar_date(int32_t days, int *year, int *month, int *day);

bool calendar_is_leap(int year);
int calendar_month_length(int year, int month);
bool calendar_is_valid(int year, int month, int day);

/* ISO 8601: 1 is Monday. */
int calendar_weekday(int32_t days);

/* The ISO 8601 week that a day is in, with the year that the week counts for. */
void calendar_week(int32_t days, int *year, int *week);

/* Makers of values; the day's parts may be TIMEX_UNKNOWN where the comment above has them. */
struct timex timex_day(int32_t days);
struct timex timex_week(int32_t days);
struct timex timex_month(int year, int month);
struct timex timex_year(int year);
struct timex timex_part(enum timex_grain grain, int year, int part);

/* Writes the value: 2025-07-31, 2025-W31, XXXX-WXX-4, 2025-Q3, 199, P14Y, PT24H, PAST_REF. */
void timex_put(struct text_buffer *out, const struct timex *t);

/* Appends a smaller duration to one that was put: PT1M and 45 seconds give PT1M45S. */
void timex_put_more(struct text_buffer *out, const struct timex *t);

#endif
