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

/* "3 hours ago", "an hour ago", "5h", "12m ago": today, or the day before when it was longer than the day is
 * old. */
static bool
hours_ago(const struct pieces *t, size_t i, const int32_t *now, int32_t *day)
{
	struct amount amount;
	size_t next = number_match(t, i, &amount);
	if (next == 0 || now == NULL)
		return false;
	struct slice unit = piece_slice(t, next);
	bool clock = piece_has(t, next, ROLE_UNIT | ROLE_UNITS) && piece_word(t, next)->unit <= UNIT_HOUR;
	bool letter = unit.len > 0 && piece_is(t, next + 1, PLAIN_AGO);
	int back = 0;
	if (letter && unit.at[0] == 'd')
		back = decimal_whole(amount.low);
	else if (letter && unit.at[0] == 'w')
		back = 7 * decimal_whole(amount.low);
	else if (!clock && !letter)
		return false;
	if (back < 0 || back > 20000)
		return false;
	*day = *now - back;
	return true;
}

bool
anchor_of_field(struct pieces *t, struct slice field, const int32_t *now, int32_t *day)
{
	struct date_context c = {.is_known = now != NULL, .anchor = now != NULL ? *now : 0};
	pieces_read(t, field);
	for (size_t i = 0; i < t->count && i < FIELD_PIECES; i++) {
		struct timex v;
		if (dates_match_day(t, i, &c, &v) > 0 && day_of(t, i, &v, day))
			return true;
	}
	for (size_t i = 0; i < t->count && i < FIELD_PIECES; i++) {
		struct date_match match;
		bool found = dates_match(t, i, &c, &match) > 0 && !match.is_time;
		if ((found && day_of(t, i, &match.value, day)) || hours_ago(t, i, now, day))
			return true;
		if (found && now != NULL && piece_is_number(t, i) && match.value.grain == TIMEX_MONTH)
			return resolve_first_day(&match.value, day); /* two months ago */
	}
	return false;
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
