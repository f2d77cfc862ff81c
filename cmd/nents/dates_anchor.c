#include "dates_anchor.h"

enum {
	DATELINE_BYTES = 160,
	DATELINE_PIECES = 14,
	DATELINE_SMALL = 3, /* small words that may stand before its day: "last updated on" */
	FIELD_PIECES = 64
};

/* The day of a value that is one, with the day first where both orders would do. */
static bool
day_of(const struct pieces *t, size_t i, const struct timex *v, int32_t *day)
{
	if (v->grain == TIMEX_WEEKDAY || v->grain == TIMEX_NONE || v->year < 0)
		return false;
	if (v->grain == TIMEX_DAY && v->month == TIMEX_UNKNOWN) {
		int of_month = piece_digits(t, i), month = piece_digits(t, i + 2);
		if (!calendar_is_valid(v->year, month, of_month))
			return false;
		*day = calendar_days(v->year, month, of_month);
		return true;
	}
	return (v->grain == TIMEX_DAY || v->grain == TIMEX_WEEK) && resolve_first_day(v, day);
}

/* Units of ages as pages shorten them, behind digits: 2d ago, 5 hrs ago, 1y ago. */
static const struct short_unit {
	const char *spelling;
	enum time_unit unit;
} short_units[] = {{"s", UNIT_SECOND}, {"sec", UNIT_SECOND}, {"secs", UNIT_SECOND}, {"m", UNIT_MINUTE},
	{"min", UNIT_MINUTE}, {"mins", UNIT_MINUTE}, {"h", UNIT_HOUR}, {"hr", UNIT_HOUR}, {"hrs", UNIT_HOUR},
	{"d", UNIT_DAY}, {"w", UNIT_WEEK}, {"wk", UNIT_WEEK}, {"wks", UNIT_WEEK}, {"mo", UNIT_MONTH},
	{"mos", UNIT_MONTH}, {"mth", UNIT_MONTH}, {"mths", UNIT_MONTH}, {"y", UNIT_YEAR}, {"yr", UNIT_YEAR},
	{"yrs", UNIT_YEAR}};

/* The unit of an age at i; a short one, and all from the day on, stand before "ago" alone. */
static bool
age_unit(const struct pieces *t, size_t i, bool digits, enum time_unit *unit)
{
	bool ago = piece_is(t, i + 1, PLAIN_AGO);
	for (size_t k = 0; digits && ago && k < sizeof short_units / sizeof *short_units; k++) {
		if (slice_equal(piece_slice(t, i), slice_of(short_units[k].spelling))) {
			*unit = short_units[k].unit;
			return true;
		}
	}
	if (!piece_has(t, i, ROLE_UNIT | ROLE_UNITS))
		return false;
	*unit = (enum time_unit)piece_word(t, i)->unit;
	return ago || *unit <= UNIT_HOUR;
}

/*
 * "3 hours ago", "an hour ago", "12m ago", "2d ago", "two weeks ago": whole days before now; the hours that
 * are left over tell nothing. "a year ago", "several days ago": no day can be told.
 */
static enum anchor_told
age_of(const struct pieces *t, size_t i, const int32_t *now, int32_t *day)
{
	static const int per_day[] = {[UNIT_SECOND] = 86400, [UNIT_MINUTE] = 1440, [UNIT_HOUR] = 24};
	static const int days[] = {
		[UNIT_DAY] = 1, [UNIT_WEEKEND] = 7, [UNIT_WEEK] = 7, [UNIT_FORTNIGHT] = 14};
	struct amount amount = {.low = {0, 0}};
	enum time_unit unit;
	int32_t n = piece_digits(t, i);
	size_t next = n >= 0 ? i + 1 : number_match(t, i, &amount);
	if (next == 0 || !age_unit(t, next, n >= 0, &unit))
		return ANCHOR_NONE;
	if (unit > UNIT_FORTNIGHT || (amount.is_vague && unit >= UNIT_DAY))
		return ANCHOR_LONG_AGO;
	if (n < 0)
		n = decimal_whole(amount.low);
	if (now == NULL || n < 0 || n > 100000)
		return ANCHOR_NONE;
	*day = *now - (unit <= UNIT_HOUR ? n / per_day[unit] : n * days[unit]);
	return ANCHOR_DAY;
}

enum anchor_told
anchor_of_field(struct pieces *t, struct slice field, const int32_t *now, int32_t *day)
{
	struct date_context c = {.is_known = now != NULL, .anchor = now != NULL ? *now : 0};
	pieces_read(t, field);
	for (size_t i = 0; i < t->count && i < FIELD_PIECES; i++) {
		struct timex v;
		if (dates_match_day(t, i, &c, &v) > 0 && day_of(t, i, &v, day))
			return ANCHOR_DAY;
	}
	for (size_t i = 0; i < t->count && i < FIELD_PIECES; i++) {
		struct date_match match;
		enum anchor_told age = age_of(t, i, now, day);
		if (age != ANCHOR_NONE)
			return age;
		if (dates_match(t, i, &c, &match) > 0 && !match.is_time && day_of(t, i, &match.value, day))
			return ANCHOR_DAY;
	}
	return ANCHOR_NONE;
}

/* Reads the pieces of a line's beginning. */
static void
read_beginning(struct pieces *t, const struct article *a, const struct article_line *line)
{
	struct slice text = {
		line->text.at, line->text.len < DATELINE_BYTES ? line->text.len : DATELINE_BYTES};
	size_t end = line->first;
	while (end < line->end && a->tokens[end].end <= text.len)
		end++;
	pieces_of_tokens(t, text, a->tokens + line->first, end - line->first);
}

bool
anchor_of_dateline(struct pieces *t, const struct article *a, const struct article_line *line,
	const int32_t *now, int32_t *day)
{
	struct date_context c = {.is_known = now != NULL, .anchor = now != NULL ? *now : 0};
	read_beginning(t, a, line);
	for (size_t i = 0, small = 0; i < t->count && i < DATELINE_PIECES && small <= DATELINE_SMALL; i++) {
		struct timex v;
		size_t next = dates_match_day(t, i, &c, &v);
		if (next == 0) {
			small += piece_at(t, i)->kind == PIECE_WORD && !piece_is_capital(t, i);
			continue;
		}
		bool ends = i == 0 || piece_is_dash(t, next) || piece_is_mark(t, next, '(') ||
			    piece_is_mark(t, next, ':') || piece_is_mark(t, next, ')') ||
			    piece_is_mark(t, next, '/') || next >= t->count;
		return ends && day_of(t, i, &v, day);
	}
	return false;
}
