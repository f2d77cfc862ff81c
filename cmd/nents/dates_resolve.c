#include "dates_resolve.h"

const int32_t *
context_anchor(const struct date_context *c)
{
	return c->is_known ? &c->anchor : NULL;
}

const int32_t *
context_last(const struct date_context *c)
{
	return c->has_last ? &c->last : NULL;
}

static struct timex
unknown_unit(enum time_unit unit)
{
	static const enum timex_grain grains[] = {[UNIT_SECOND] = TIMEX_DAY,
		[UNIT_MINUTE] = TIMEX_DAY,
		[UNIT_HOUR] = TIMEX_DAY,
		[UNIT_DAY] = TIMEX_DAY,
		[UNIT_NIGHT] = TIMEX_DAY,
		[UNIT_WEEKEND] = TIMEX_WEEKEND,
		[UNIT_WEEK] = TIMEX_WEEK,
		[UNIT_FORTNIGHT] = TIMEX_WEEK,
		[UNIT_MONTH] = TIMEX_MONTH,
		[UNIT_QUARTER] = TIMEX_QUARTER,
		[UNIT_YEAR] = TIMEX_YEAR,
		[UNIT_DECADE] = TIMEX_DECADE,
		[UNIT_CENTURY] = TIMEX_CENTURY};
	return (struct timex){.grain = grains[unit],
		.year = TIMEX_UNKNOWN,
		.month = TIMEX_UNKNOWN,
		.day = TIMEX_UNKNOWN,
		.part = TIMEX_UNKNOWN};
}

/* The month that is `steps` months from that one, as a count of months since year 0. */
static struct timex
month_number(int32_t months)
{
	return timex_month(months / 12, months % 12 + 1);
}

struct timex
resolve_unit(const int32_t *day, enum time_unit unit, int32_t steps)
{
	int year, month, of_month;
	if (day == NULL)
		return unknown_unit(unit);
	calendar_date(*day, &year, &month, &of_month);
	struct timex t;
	switch (unit) {
	case UNIT_WEEK:
	case UNIT_WEEKEND:
		t = timex_week(*day + 7 * steps);
		t.grain = unit == UNIT_WEEK ? TIMEX_WEEK : TIMEX_WEEKEND;
		return t;
	case UNIT_FORTNIGHT:
		return timex_week(*day + 14 * steps);
	case UNIT_MONTH:
		return month_number(year * 12 + month - 1 + steps);
	case UNIT_QUARTER:
		t = month_number(year * 12 + (month - 1) / 3 * 3 + 3 * steps);
		return timex_part(TIMEX_QUARTER, t.year, (t.month - 1) / 3 + 1);
	case UNIT_YEAR:
		return timex_year(year + steps);
	case UNIT_DECADE:
		return (struct timex){.grain = TIMEX_DECADE, .year = (year / 10 + steps) * 10};
	case UNIT_CENTURY:
		return (struct timex){.grain = TIMEX_CENTURY, .part = year / 100 + steps};
	default:
		return timex_day(*day + (unit == UNIT_DAY || unit == UNIT_NIGHT ? steps : 0));
	}
}

struct timex
resolve_weekday(const struct date_context *c, int weekday, enum tense tense, int step)
{
	if (!c->is_known)
		return (struct timex){.grain = TIMEX_WEEKDAY, .year = TIMEX_UNKNOWN, .day = weekday};
	int back = (calendar_weekday(c->anchor) - weekday + 7) % 7;
	if (step == STEP_LAST || step == STEP_PAST)
		return timex_day(c->anchor - (back == 0 ? 7 : back));
	if (step == STEP_NEXT)
		return timex_day(c->anchor + 7 - back);
	bool ahead = step == STEP_THIS || step == STEP_COMING || tense == TENSE_FUTURE;
	return timex_day(ahead && back > 0 ? c->anchor + 7 - back : c->anchor - back);
}

struct timex
resolve_month_day(const struct date_context *c, int month, int day, enum tense tense)
{
	struct timex t = {.grain = TIMEX_DAY, .year = TIMEX_UNKNOWN, .month = month, .day = day};
	if (!c->is_known)
		return t;
	int year, of_year, of_month;
	calendar_date(c->anchor, &year, &of_year, &of_month);
	/* Words of the past stand beside days ahead more often than the other way round. */
	int32_t best = 0, penalty = tense == TENSE_FUTURE ? 800 : 300;
	int32_t least = INT32_MAX;
	for (int candidate = year - 4; candidate <= year + 4; candidate++) {
		if (!calendar_is_valid(candidate, month, day))
			continue;
		int32_t distance = calendar_days(candidate, month, day) - c->anchor;
		bool wrong = (tense == TENSE_PAST && distance > 0) || (tense == TENSE_FUTURE && distance < 0);
		int32_t cost = (distance < 0 ? -distance * 2 : distance * 3) + (wrong ? penalty : 0) +
			       (tense == TENSE_SINCE && distance > 0 ? 3000 : 0);
		if (cost < least) {
			least = cost;
			best = c->anchor + distance;
		}
	}
	return least < INT32_MAX ? timex_day(best) : t;
}

struct timex
resolve_month(const struct date_context *c, int month, enum tense tense, int step)
{
	if (!c->is_known)
		return timex_month(TIMEX_UNKNOWN, month);
	int year, now, day;
	calendar_date(c->anchor, &year, &now, &day);
	int back = (now - month + 12) % 12;
	int32_t this_month = year * 12 + now - 1;
	if (step == STEP_THIS)
		return timex_month(year, month);
	if (step == STEP_LAST || step == STEP_PAST)
		return month_number(this_month - (back == 0 ? 12 : back));
	if (step == STEP_NEXT || step == STEP_COMING)
		return month_number(this_month + 12 - back);
	bool ahead =
		(tense == TENSE_FUTURE && back > 3) || (tense == TENSE_UNKNOWN && back > 8); /* not "next" */
	return month_number(ahead && back > 0 ? this_month + 12 - back : this_month - back);
}

struct timex
resolve_quarter(const struct date_context *c, int quarter, enum tense tense)
{
	int year, month, day;
	calendar_date(c->anchor, &year, &month, &day);
	int now = (month + 2) / 3, back = (now - quarter + 4) % 4;
	bool ahead =
		tense == TENSE_FUTURE && back > 1; /* results of the last one are told in the future too */
	return timex_part(TIMEX_QUARTER, year - (quarter > now) + ahead, quarter);
}

/* The last month of a season, northern; a winter counts for the year that it begins in. */
struct timex
resolve_season(const struct date_context *c, int season, int step)
{
	if (!c->is_known)
		return timex_part(TIMEX_SEASON, TIMEX_UNKNOWN, season);
	int year, month, day;
	calendar_date(c->anchor, &year, &month, &day);
	int now = (month % 12) / 3; /* 0 winter, 1 spring, 2 summer, 3 autumn */
	int wanted = season % 4;
	int own_year = now == 0 && month < 12 ? year - 1 : year; /* year of the season that is now */
	if (step == STEP_LAST || step == STEP_PAST)
		return timex_part(TIMEX_SEASON,
			wanted == 0                                   ? year - 1
			: (wanted < now || (now == 0 && month == 12)) ? year
								      : year - 1,
			season);
	if (step == STEP_NEXT || step == STEP_COMING)
		return timex_part(TIMEX_SEASON,
			wanted == 0 || wanted > now ? own_year + (now == 0) : own_year + 1, season);
	return timex_part(TIMEX_SEASON, wanted == 0 && now == 0 ? own_year : year, season);
}

struct timex
resolve_distance(const int32_t *day, const struct amount *amount, enum time_unit unit, int direction)
{
	int32_t n = decimal_whole(amount->low);
	struct decimal months = {amount->low.digits * 12, amount->low.exponent};
	if (amount->is_vague || amount->is_range)
		return (struct timex){.grain = direction < 0 ? TIMEX_PAST : TIMEX_FUTURE};
	if (n < 0 && unit == UNIT_YEAR) {
		n = decimal_whole(months);
		unit = UNIT_MONTH;
	}
	if (n < 0 || (unit == UNIT_YEAR && n > 1900) || (unit == UNIT_DECADE && n > 190) ||
		(unit == UNIT_CENTURY && n > 19) || n > 20000)
		return (struct timex){.grain = direction < 0 ? TIMEX_PAST : TIMEX_FUTURE};
	if (unit == UNIT_DECADE) {
		n *= 10;
		unit = UNIT_YEAR;
	}
	return resolve_unit(day, unit, direction * n);
}

bool
resolve_first_day(const struct timex *t, int32_t *day)
{
	static const int season_month[] = {3, 6, 9, 12};
	int month = t->grain == TIMEX_MONTH || t->grain == TIMEX_DAY ? t->month
		    : t->grain == TIMEX_QUARTER                      ? t->part * 3 - 2
		    : t->grain == TIMEX_SEASON                       ? season_month[t->part - 1]
								     : 1;
	if (t->grain == TIMEX_NONE || t->grain >= TIMEX_CENTURY || t->grain == TIMEX_WEEKDAY || t->year < 0)
		return false;
	if (t->grain == TIMEX_WEEK || t->grain == TIMEX_WEEKEND) {
		int32_t fourth = calendar_days(t->year, 1, 4);
		*day = fourth - calendar_weekday(fourth) + 1 + (t->part - 1) * 7;
		return true;
	}
	int of_month = t->grain == TIMEX_DAY ? t->day : 1;
	if (month < 1 || of_month < 1)
		return false;
	*day = calendar_days(t->year, month, of_month);
	return true;
}
