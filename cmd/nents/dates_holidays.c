/* Holidays that have a day: fixed, by weekday of a month, or by Easter. */
#include "dates_grammar.h"

enum holiday_kind { HOLIDAY_FIXED, HOLIDAY_WEEKDAY, HOLIDAY_EASTER, HOLIDAY_MOVES };

/* a, b, c: month and day; month, weekday and which one (0 the last); days from Easter */
struct holiday {
	const char *words; /* as pieces, with blanks between; ' is any apostrophe */
	enum holiday_kind kind;
	signed char a, b, c;
};

/* Longer names stand before the shorter ones that they begin with. */
static const struct holiday holidays[] = {
	{"christmas eve", HOLIDAY_FIXED, 12, 24, 0},
	{"christmas day", HOLIDAY_FIXED, 12, 25, 0},
	{"christmas", HOLIDAY_FIXED, 12, 25, 0},
	{"boxing day", HOLIDAY_FIXED, 12, 26, 0},
	{"new year ' s eve", HOLIDAY_FIXED, 12, 31, 0},
	{"new year ' s day", HOLIDAY_FIXED, 1, 1, 0},
	{"valentine ' s day", HOLIDAY_FIXED, 2, 14, 0},
	{"st patrick ' s day", HOLIDAY_FIXED, 3, 17, 0},
	{"independence day", HOLIDAY_MOVES, 0, 0, 0},
	{"halloween", HOLIDAY_FIXED, 10, 31, 0},
	{"juneteenth", HOLIDAY_FIXED, 6, 19, 0},
	{"veterans day", HOLIDAY_FIXED, 11, 11, 0},
	{"bastille day", HOLIDAY_FIXED, 7, 14, 0},
	{"anzac day", HOLIDAY_FIXED, 4, 25, 0},
	{"australia day", HOLIDAY_FIXED, 1, 26, 0},
	{"canada day", HOLIDAY_FIXED, 7, 1, 0},
	{"thanksgiving day", HOLIDAY_WEEKDAY, 11, 4, 4},
	{"thanksgiving", HOLIDAY_WEEKDAY, 11, 4, 4},
	{"labor day", HOLIDAY_WEEKDAY, 9, 1, 1},
	{"labour day", HOLIDAY_MOVES, 0, 0, 0},
	{"memorial day", HOLIDAY_WEEKDAY, 5, 1, 0},
	{"mother ' s day", HOLIDAY_MOVES, 0, 0, 0},
	{"father ' s day", HOLIDAY_WEEKDAY, 6, 7, 3},
	{"good friday", HOLIDAY_EASTER, -2, 0, 0},
	{"easter sunday", HOLIDAY_EASTER, 0, 0, 0},
	{"easter monday", HOLIDAY_EASTER, 1, 0, 0},
	{"easter", HOLIDAY_EASTER, 0, 0, 0},
	{"palm sunday", HOLIDAY_EASTER, -7, 0, 0},
	{"ash wednesday", HOLIDAY_EASTER, -46, 0, 0},
	{"whit monday", HOLIDAY_EASTER, 50, 0, 0},
	{"black friday", HOLIDAY_MOVES, 0, 0, 0},
	{"cyber monday", HOLIDAY_MOVES, 0, 0, 0},
	{"super tuesday", HOLIDAY_MOVES, 0, 0, 0},
	{"election day", HOLIDAY_MOVES, 0, 0, 0},
	{"eid al - fitr", HOLIDAY_MOVES, 0, 0, 0},
	{"eid al - adha", HOLIDAY_MOVES, 0, 0, 0},
	{"ramadan", HOLIDAY_MOVES, 0, 0, 0},
	{"diwali", HOLIDAY_MOVES, 0, 0, 0},
	{"hanukkah", HOLIDAY_MOVES, 0, 0, 0},
	{"yom kippur", HOLIDAY_MOVES, 0, 0, 0},
	{"passover", HOLIDAY_MOVES, 0, 0, 0},
	{"lunar new year", HOLIDAY_MOVES, 0, 0, 0},
	{"nowruz", HOLIDAY_MOVES, 0, 0, 0},
};

/* Easter Sunday (O. Meeus, Astronomical Algorithms, chapter 8: the anonymous Gregorian computus). */
static int32_t
easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int months = h + l - 7 * m + 114;
	return calendar_days(year, months / 31, months % 31 + 1);
}

static int32_t
holiday_day(const struct holiday *holiday, int year)
{
	if (holiday->kind == HOLIDAY_EASTER)
		return easter(year) + holiday->a;
	if (holiday->kind == HOLIDAY_FIXED)
		return calendar_days(year, holiday->a, holiday->b);
	if (holiday->c == 0) {
		int32_t last = calendar_days(year, holiday->a, calendar_month_length(year, holiday->a));
		return last - (calendar_weekday(last) - holiday->b + 7) % 7;
	}
	int32_t first = calendar_days(year, holiday->a, 1);
	return first + (holiday->b - calendar_weekday(first) + 7) % 7 + 7 * (holiday->c - 1);
}

static bool
piece_spells(const struct pieces *t, size_t i, struct slice lower)
{
	struct slice s = piece_slice(t, i);
	if (lower.len == 1 && lower.at[0] == '\'')
		return piece_is_apostrophe(t, i);
	if (s.len != lower.len)
		return false;
	for (size_t at = 0; at < s.len; at++) {
		if (words_lower((unsigned char)s.at[at]) != (unsigned char)lower.at[at])
			return false;
	}
	return true;
}

static size_t
holiday_match(const struct pieces *t, size_t i, const char *words)
{
	for (;; words++, i++) {
		size_t len = strcspn(words, " ");
		if (!piece_spells(t, i, (struct slice){words, len}))
			return 0;
		words += len;
		if (*words == '\0')
			return i + 1;
	}
}

/* The year of a holiday that is told without one: the nearest, by the rule for days of a month. */
static int
nearest_year(const struct pieces *t, size_t i, const struct date_context *c, const struct holiday *holiday)
{
	int year, month, day;
	if (!c->is_known)
		return TIMEX_UNKNOWN;
	calendar_date(c->anchor, &year, &month, &day);
	calendar_date(holiday_day(holiday, year), &year, &month, &day);
	return resolve_month_day(c, month, day, dates_tense(t, i)).year;
}

size_t
rule_holiday(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	if (!piece_has(t, i, ROLE_HOLIDAY) || !piece_is_capital(t, i))
		return 0;
	for (size_t k = 0; k < sizeof holidays / sizeof *holidays; k++) {
		const struct holiday *holiday = &holidays[k];
		size_t next = holiday_match(t, i, holiday->words);
		if (next == 0)
			continue;
		int year = 0;
		next += piece_has(t, next, ROLE_UNIT) && piece_word(t, next)->unit == UNIT_WEEKEND ? 1 : 0;
		size_t behind = grammar_of_year(t, next, c, &year);
		*v = (struct timex){.grain = TIMEX_NONE};
		if (holiday->kind == HOLIDAY_MOVES)
			return behind;
		if (behind == next)
			year = nearest_year(t, i, c, holiday);
		if (year != TIMEX_UNKNOWN)
			*v = timex_day(holiday_day(holiday, year));
		else if (holiday->kind == HOLIDAY_FIXED)
			*v = (struct timex){
				.grain = TIMEX_DAY, .year = year, .month = holiday->a, .day = holiday->b};
		return behind;
	}
	return 0;
}
