#include "dates_calendar.h"

int32_t
calendar_days(int year, int month, int day)
{
	year -= month <= 2;
	int era = (year >= 0 ? year : year - 399) / 400;
	int of_era = year - era * 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void
calendar_date(int32_t days, int *year, int *month, int *day)
{
	days += 719468;
	int era = (days >= 0 ? days : days - 146096) / 146097;
	int of_era = days - era * 146097;
	int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int shifted = (5 * of_year + 2) / 153;
	*day = of_year - (153 * shifted + 2) / 5 + 1;
	*month = shifted < 10 ? shifted + 3 : shifted - 9;
	*year = year_of_era + era * 400 + (*month <= 2);
}

bool
calendar_is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
calendar_month_length(int year, int month)
{
	static const unsigned char lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return lengths[month - 1] + (month == 2 && calendar_is_leap(year));
}

bool
calendar_is_valid(int year, int month, int day)
{
	return month >= 1 && month <= 12 && day >= 1 && day <= calendar_month_length(year, month);
}

int
calendar_weekday(int32_t days)
{
	int rest = (days + 3) % 7; /* 1970-01-01 was a Thursday */
	return (rest < 0 ? rest + 7 : rest) + 1;
}

void
calendar_week(int32_t days, int *year, int *week)
{
	int month, day;
	int32_t thursday = days + 4 - calendar_weekday(days);
	calendar_date(thursday, year, &month, &day);
	*week = (thursday - calendar_days(*year, 1, 1)) / 7 + 1;
}

struct timex
timex_day(int32_t days)
{
	struct timex t = {.grain = TIMEX_DAY};
	calendar_date(days, &t.year, &t.month, &t.day);
	return t;
}

struct timex
timex_week(int32_t days)
{
	struct timex t = {.grain = TIMEX_WEEK};
	calendar_week(days, &t.year, &t.part);
	return t;
}

struct timex
timex_month(int year, int month)
{
	return (struct timex){.grain = TIMEX_MONTH, .year = year, .month = month};
}

struct timex
timex_year(int year)
{
	return (struct timex){.grain = TIMEX_YEAR, .year = year};
}

struct timex
timex_part(enum timex_grain grain, int year, int part)
{
	return (struct timex){.grain = grain, .year = year, .part = part};
}

/* The number with at least `width` digits, or so many X where it is not known. */
static void
put_digits(struct text_buffer *out, int n, size_t width)
{
	char digits[12];
	size_t at = sizeof digits;
	if (n == TIMEX_UNKNOWN) {
		text_append(out, (struct slice){"XXXX", width});
		return;
	}
	for (; n > 0 || sizeof digits - at < width; n /= 10)
		digits[--at] = (char)('0' + n % 10);
	text_append(out, (struct slice){digits + at, sizeof digits - at});
}

static void
put_year(struct text_buffer *out, int year)
{
	if (year < 0 && year != TIMEX_UNKNOWN) {
		text_append(out, SLICE("BC"));
		year = -year;
	}
	put_digits(out, year, 4);
}

static void
put_duration(struct text_buffer *out, const struct timex *t)
{
	static const char letters[] = {'S', 'M', 'H', 'D', 'D', 'W', 'W', 'M', 'M', 'Y', 'Y', 'Y', 'D'};
	struct amount amount = t->amount;
	uint64_t times = t->unit == UNIT_WEEKEND || t->unit == UNIT_FORTNIGHT ? 2
			 : t->unit == UNIT_QUARTER                            ? 3
									      : 1;
	int power = t->unit == UNIT_DECADE ? 1 : t->unit == UNIT_CENTURY ? 2 : 0;
	amount.low.digits *= times;
	amount.high.digits *= times;
	amount.low = decimal_scale(amount.low, power);
	amount.high = decimal_scale(amount.high, power);
	for (int turn = 0; turn <= amount.is_range; turn++) {
		text_append(out, turn == 0 ? SLICE("P") : SLICE("/P"));
		if (t->unit <= UNIT_HOUR)
			text_append(out, SLICE("T"));
		if (amount.is_vague)
			text_append(out, SLICE("X"));
		else
			decimal_put(out, turn == 0 ? amount.low : amount.high);
		text_append(out, (struct slice){&letters[t->unit], 1});
	}
}

void
timex_put_more(struct text_buffer *out, const struct timex *t)
{
	size_t start = out->len;
	put_duration(out, t);
	size_t lead = t->unit <= UNIT_HOUR ? 2 : 1; /* PT, P */
	memmove(out->bytes + start, out->bytes + start + lead, out->len - start - lead);
	out->len -= lead;
}

/* What stands behind the year. */
static void
put_behind_year(struct text_buffer *out, const struct timex *t)
{
	static const char *const seasons[] = {"-SP", "-SU", "-FA", "-WI"};
	switch (t->grain) {
	case TIMEX_DAY:
	case TIMEX_MONTH:
		text_append(out, SLICE("-"));
		put_digits(out, t->month, 2);
		if (t->grain == TIMEX_MONTH)
			break;
		text_append(out, SLICE("-"));
		put_digits(out, t->day, 2);
		break;
	case TIMEX_WEEKDAY:
		text_append(out, SLICE("-WXX-"));
		put_digits(out, t->day, 1);
		break;
	case TIMEX_WEEK:
	case TIMEX_WEEKEND:
		text_append(out, SLICE("-W"));
		put_digits(out, t->part, 2);
		if (t->grain == TIMEX_WEEKEND)
			text_append(out, SLICE("-WE"));
		break;
	case TIMEX_QUARTER:
	case TIMEX_HALF:
		text_append(out, t->grain == TIMEX_HALF ? SLICE("-H") : SLICE("-Q"));
		put_digits(out, t->part, 1);
		break;
	case TIMEX_SEASON:
		text_append(out, slice_of(seasons[t->part - 1]));
		break;
	default:
		break;
	}
}

static void
put_day_part(struct text_buffer *out, enum day_part part)
{
	static const char *const names[] = {"", "TMO", "T12:00", "TAF", "TEV", "TNI"};
	text_append(out, slice_of(names[part]));
}

void
timex_put(struct text_buffer *out, const struct timex *t)
{
	switch (t->grain) {
	case TIMEX_NONE:
		return;
	case TIMEX_DURATION:
		put_duration(out, t);
		return;
	case TIMEX_PAST:
		text_append(out, SLICE("PAST_REF"));
		return;
	case TIMEX_PRESENT:
		text_append(out, SLICE("PRESENT_REF"));
		return;
	case TIMEX_FUTURE:
		text_append(out, SLICE("FUTURE_REF"));
		return;
	case TIMEX_CENTURY:
		if (t->part < 0 && t->part != TIMEX_UNKNOWN)
			text_append(out, SLICE("BC"));
		put_digits(out, t->part < 0 && t->part != TIMEX_UNKNOWN ? -1 - t->part : t->part, 2);
		return;
	case TIMEX_DECADE:
		put_digits(out, t->year == TIMEX_UNKNOWN ? t->year : t->year / 10, 3);
		return;
	default:
		put_year(out, t->year);
		put_behind_year(out, t);
		put_day_part(out, t->day_part);
	}
}
