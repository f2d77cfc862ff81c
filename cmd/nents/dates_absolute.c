/* Calendar dates: days, months, years, decades, centuries, quarters, holidays. */
#include "dates_grammar.h"

int
grammar_year(const struct pieces *t, size_t i)
{
	int32_t n = piece_length(t, i) == 4 ? piece_digits(t, i) : -1;
	return n >= 1000 && n <= 2100 ? n : 0;
}

bool
grammar_counts_things(const struct pieces *t, size_t next)
{
	if (piece_is_glued(t, next) && (piece_at(t, next)->kind != PIECE_MARK ||
					       piece_is_mark(t, next, '%') || piece_is_mark(t, next, 0xB0)))
		return true;
	if (piece_is_glued(t, next) && piece_is_glued(t, next + 1) && piece_is_number(t, next + 1) &&
		!piece_is_dash(t, next) && !piece_is_mark(t, next, '/'))
		return true;
	return piece_has(t, next, ROLE_SCALE | ROLE_CURRENCY | ROLE_MEASURE | ROLE_UNIT | ROLE_UNITS) ||
	       piece_is(t, next, PLAIN_PERCENT) ||
	       (piece_is(t, next, PLAIN_PER) && piece_has(t, next + 1, ROLE_CURRENCY));
}

bool
grammar_date_is_expected(const struct pieces *t, size_t i)
{
	return piece_has(t, i - 1, ROLE_IN | ROLE_STEP | ROLE_EDGE) || piece_is(t, i - 1, PLAIN_OF) ||
	       piece_is(t, i - 1, PLAIN_MID) ||
	       (piece_is_dash(t, i - 1) && piece_has(t, i - 2, ROLE_MONTH)) ||
	       (piece_has(t, i - 2, ROLE_MONTH) && piece_is(t, i - 1, PLAIN_AND));
}

size_t
grammar_before_christ(const struct pieces *t, size_t i)
{
	if (piece_is(t, i, PLAIN_BC))
		return i + 1;
	bool dotted = slice_equal(piece_slice(t, i), SLICE("B")) && piece_is_mark(t, i + 1, '.') &&
		      slice_equal(piece_slice(t, i + 2), SLICE("C")) && piece_is_glued(t, i + 1) &&
		      piece_is_glued(t, i + 2);
	if (!dotted)
		return 0;
	return i + 3 + (piece_is_mark(t, i + 3, '.') && piece_is_glued(t, i + 3) ? 1 : 0);
}

/* "th", "st", "nd" or "rd" glued to digits. */
static bool
is_suffix(const struct pieces *t, size_t i)
{
	return piece_is(t, i, PLAIN_TH) && piece_is_glued(t, i);
}

size_t
grammar_ordinal(const struct pieces *t, size_t i, int *n)
{
	if (piece_has(t, i, ROLE_ORDINAL)) {
		*n = piece_word(t, i)->value;
		return i + 1;
	}
	*n = piece_digits(t, i);
	return *n > 0 && is_suffix(t, i + 1) ? i + 2 : 0;
}

/* The day of a month at i, with its suffix if it has one: 3, 3rd. */
static size_t
read_day(const struct pieces *t, size_t i, int *day)
{
	size_t next = grammar_ordinal(t, i, day);
	if (next == 0 && piece_length(t, i) <= 2 && (*day = piece_digits(t, i)) > 0)
		next = i + 1;
	bool more = piece_is_glued(t, next) &&
		    (piece_at(t, next)->kind != PIECE_MARK || piece_is_mark(t, next, '%') ||
			    (piece_is_mark(t, next, ':') && piece_is_number(t, next + 1)));
	return next > 0 && *day >= 1 && *day <= 31 && !more ? next : 0;
}

/* A month's name at i with the full stop of an abbreviation. */
static size_t
read_month(const struct pieces *t, size_t i, int *month)
{
	if (!piece_has(t, i, ROLE_MONTH) || !piece_is_capital(t, i))
		return 0;
	*month = piece_word(t, i)->value;
	bool stop = piece_has(t, i, ROLE_SHORT) && piece_is_mark(t, i + 1, '.') && piece_is_glued(t, i + 1);
	return i + 1 + stop;
}

/* "2025", ", 2025", "of 2025" behind a day. */
static size_t
read_year_behind(const struct pieces *t, size_t i, int *year)
{
	size_t at = i + (piece_is_mark(t, i, ',') || piece_is(t, i, PLAIN_OF) ? 1 : 0);
	int n = grammar_year(t, at);
	if (n == 0 || (piece_is_glued(t, at + 1) && piece_is_mark(t, at + 1, '%')))
		return i;
	*year = n;
	return at + 1;
}

/* The same behind a day, "last year" and "of this year" too; i if there is none. */
static size_t
read_year_of_day(const struct pieces *t, size_t i, const struct date_context *c, int *year)
{
	size_t next = read_year_behind(t, i, year);
	if (next == i && !piece_is(t, i, PLAIN_IN))
		next = grammar_of_year(t, i, c, year);
	return piece_is_apostrophe(t, next) && piece_is(t, next - 1, PLAIN_YEAR) ? i : next;
}

/* The value of a day that is told with or without its year. */
static bool
day_value(const struct pieces *t, size_t i, size_t next, const struct date_context *c, int year, int month,
	int day, struct timex *v)
{
	if (year > 0) {
		*v = (struct timex){.grain = TIMEX_DAY, .year = year, .month = month, .day = day};
		return calendar_is_valid(year, month, day);
	}
	if (!calendar_is_valid(2024, month, day))
		return false;
	bool since = piece_is(t, i - 1, PLAIN_SINCE) || piece_has(t, next, ROLE_PAST);
	*v = resolve_month_day(c, month, day, since ? TENSE_SINCE : dates_tense(t, i));
	return true;
}

/* July 31, July 31st, 2025 */
static size_t
month_first(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	int month, day, year = 0;
	size_t next = read_month(t, i, &month);
	if (next == 0)
		return 0;
	next += piece_has(t, next, ROLE_THE) ? 1 : 0;
	next = read_day(t, next, &day);
	if (next == 0 || piece_has(t, next, ROLE_SCALE))
		return 0;
	next = read_year_of_day(t, next, c, &year);
	return day_value(t, i, next, c, year, month, day, v) ? next : 0;
}

/* 31 July 2025, the 31st of July */
static size_t
day_first(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	int month, day, year = 0;
	size_t begin = i;
	bool the = piece_has(t, i, ROLE_THE);
	i += the;
	size_t next = read_day(t, i, &day);
	if (next == 0 || (the && next == i + 1 && piece_is_number(t, i)))
		return 0;
	if (piece_has(t, i, ROLE_ORDINAL) && !piece_is(t, next, PLAIN_OF))
		return 0;
	next += piece_is(t, next, PLAIN_OF) || (piece_is_dash(t, next) && piece_has(t, next + 1, ROLE_MONTH))
			? 1
			: 0;
	next = read_month(t, next, &month);
	if (next == 0)
		return 0;
	next += piece_is_dash(t, next) && piece_is_glued(t, next) && grammar_year(t, next + 1) ? 1 : 0;
	next = read_year_of_day(t, next, c, &year);
	return day_value(t, begin, next, c, year, month, day, v) ? next : 0;
}

/* Three whole numbers with the same mark between them; gives the index behind. */
static size_t
read_three(const struct pieces *t, size_t i, int n[3])
{
	struct slice s = piece_slice(t, i);
	if (piece_is_number(t, i) && s.len >= 8 && s.len <= 10) { /* 31.07.2025 is one piece */
		size_t part = 0;
		n[0] = n[1] = n[2] = 0;
		for (size_t at = 0; at < s.len && part < 3; at++) {
			if (s.at[at] == '.')
				part++;
			else if (s.at[at] == ',' || n[part] > 9999)
				return 0;
			else
				n[part] = n[part] * 10 + (s.at[at] - '0');
		}
		return part == 2 ? i + 1 : 0;
	}
	for (size_t k = 0; k < 3; k++) {
		n[k] = piece_digits(t, i + 2 * k);
		bool glued = piece_is_glued(t, i + 2 * k) && piece_is_glued(t, i + 2 * k - 1);
		bool joined = k == 0 || (glued && (piece_is_mark(t, i + 2 * k - 1, '/') ||
							  piece_is_mark(t, i + 2 * k - 1, '-')));
		if (n[k] < 0 || !joined)
			return 0;
	}
	return piece_is_mark(t, i + 1, '/') == piece_is_mark(t, i + 3, '/') ? i + 5 : 0;
}

/* 2025-07-31, 31/07/2025, 7/31/25, 31.07.2025; day and month stay unknown where both orders make sense */
static size_t
in_numbers(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	(void)c;
	int n[3];
	size_t next = read_three(t, i, n);
	bool marked = piece_is_glued(t, i) && !piece_is_mark(t, i - 1, '(') && !piece_is_mark(t, i - 1, ',');
	if (next == 0 || (piece_is_glued(t, next) && piece_is_number(t, next)) ||
		(marked && piece_is_dash(t, i - 1)))
		return 0;
	bool dotted = next == i + 1;
	if (n[0] >= 1000) {
		*v = (struct timex){.grain = TIMEX_DAY, .year = n[0], .month = n[1], .day = n[2]};
		return n[0] <= 2100 && calendar_is_valid(n[0], n[1], n[2]) ? next : 0;
	}
	size_t width = dotted ? (n[2] >= 1000 ? 4u : 0u) : piece_length(t, i + 4);
	if ((width != 4 && (width != 2 || !piece_is_mark(t, i + 1, '/'))) || n[2] > 2100)
		return 0;
	int year = width == 4 ? n[2] : n[2] + (n[2] < 50 ? 2000 : 1900);
	bool day_leads = calendar_is_valid(year, n[1], n[0]);
	bool month_leads = !dotted && calendar_is_valid(year, n[0], n[1]);
	*v = (struct timex){.grain = TIMEX_DAY, .year = year, .month = n[1], .day = n[0]};
	if (month_leads && !day_leads) {
		v->month = n[0];
		v->day = n[1];
	} else if (month_leads && n[0] != n[1]) {
		v->month = v->day = TIMEX_UNKNOWN;
	}
	return year >= 1000 && (day_leads || month_leads) ? next : 0;
}

size_t
rule_day(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	size_t begin = i;
	if (piece_has(t, i, ROLE_WEEKDAY) && piece_is_capital(t, i) && piece_word(t, i)->value <= 7) {
		bool stop = piece_is_mark(t, i + 1, '.') && piece_has(t, i, ROLE_SHORT);
		i += 1 + stop;
		i += piece_is_mark(t, i, ',') ? 1 : 0;
		i += piece_is(t, i, PLAIN_ON) ? 1 : 0;
		bool the = piece_has(t, i, ROLE_THE);
		i += the && piece_digits(t, i + 1) > 0 ? 1 : 0;
	}
	size_t next = month_first(t, i, c, v);
	if (next == 0)
		next = day_first(t, i, c, v);
	if (next == 0)
		next = in_numbers(t, i, c, v);
	return next > begin ? next : 0;
}

size_t
dates_match_day(const struct pieces *t, size_t i, const struct date_context *c, struct timex *value)
{
	const uint32_t begins = ROLE_WEEKDAY | ROLE_MONTH | ROLE_THE | ROLE_ORDINAL;
	return piece_is_number(t, i) || piece_has(t, i, begins) ? rule_day(t, i, c, value) : 0;
}

/* May and March inside of a sentence, with no name before: "the May report", "said May's numbers". */
static bool
name_is_month(const struct pieces *t, size_t i)
{
	const struct piece *before = piece_at(t, i - 1), *behind = piece_at(t, i + 1);
	bool inside = i > 0 && before->kind == PIECE_WORD &&
		      (!(before->flags & PIECE_CAPITAL) || piece_has(t, i - 1, ROLE_THE));
	bool owner = piece_is_apostrophe(t, i + 1) && piece_is(t, i + 2, PLAIN_S);
	bool noun = behind->kind == PIECE_WORD && !(behind->flags & PIECE_CAPITAL) &&
		    !piece_has(t, i + 1, ROLE_PAST | ROLE_PLAIN);
	return inside && (owner || (noun && piece_has(t, i - 1, ROLE_THE)));
}

/* May a month's name stand for the month here, though it is a given name, a verb or part of a longer name? */
static bool
month_is_plain(const struct pieces *t, size_t i)
{
	if (piece_has(t, i, ROLE_SHORT))
		return false;
	if (grammar_date_is_expected(t, i))
		return true;
	int month = piece_word(t, i)->value;
	if (month == 3 || month == 5)
		return name_is_month(t, i);
	bool among_names = piece_is_capital(t, i + 1) || piece_is_capital(t, i - 1);
	return !among_names && (i > 0 || !piece_has(t, i, ROLE_DOUBTFUL));
}

size_t
rule_month(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	int month, year = 0;
	size_t next = read_month(t, i, &month);
	if (next == 0)
		return 0;
	size_t behind = read_year_behind(t, next, &year);
	if (behind > next && !piece_is_mark(t, behind, '%')) {
		*v = timex_month(year, month);
		return behind;
	}
	if (!month_is_plain(t, i))
		return 0;
	behind = grammar_of_year(t, next, c, &year);
	*v = behind > next ? timex_month(year, month)
			   : resolve_month(c, month, dates_tense(t, i), STEP_PREVIOUS);
	return behind;
}

static bool
is_plural_noun(const struct pieces *t, size_t i)
{
	struct slice s = piece_slice(t, i);
	return piece_at(t, i)->kind == PIECE_WORD && piece_at(t, i)->word == 0 && !piece_is_capital(t, i) &&
	       s.len > 3 && s.at[s.len - 1] == 's' && s.at[s.len - 2] != 's';
}

static bool
year_is_plausible(const struct pieces *t, size_t i, const struct date_context *c, int year)
{
	bool glued = piece_is_glued(t, i);
	if (glued && !piece_is_mark(t, i - 1, '(') && !piece_is_mark(t, i - 1, '[') &&
		!piece_is_dash(t, i - 1) && !piece_is_mark(t, i - 1, 0x201C) &&
		!piece_is_mark(t, i - 1, '"') && !piece_is_mark(t, i - 1, '/'))
		return false;
	if (glued && piece_is_dash(t, i - 1) && !piece_has(t, i - 2, ROLE_EDGE | ROLE_PLAIN))
		return false;
	if (glued && piece_is_mark(t, i - 1, '/') && piece_is_number(t, i - 2) && grammar_year(t, i - 2) == 0)
		return false;
	bool led = piece_has(t, i - 1, ROLE_IN | ROLE_EDGE) || piece_is(t, i - 1, PLAIN_OF);
	if (led && is_plural_noun(t, i + 1) && (year < 1950 || year % 100 == 0))
		return piece_is(t, i - 1, PLAIN_OF);
	if (led)
		return true;
	bool round = year % 100 == 0 || year < 1900 || year > 2050;
	bool owned = piece_is(t, i - 1, PLAIN_HIS) ||
		     (piece_is(t, i - 1, PLAIN_S) && piece_is_apostrophe(t, i - 2));
	bool braced = piece_is_mark(t, i - 1, '(') && piece_at(t, i + 1)->kind == PIECE_MARK;
	if (owned && year > 1500)
		return year >= 1900 || !is_plural_noun(t, i + 1);
	if (round)
		return (piece_has(t, i - 1, ROLE_THE) || braced) && !is_plural_noun(t, i + 1);
	bool named = i > 0 && piece_is_capital(t, i - 1) && !piece_has(t, i - 1, ROLE_THE) &&
		     piece_at(t, i - 1)->word == 0;
	int told = c->is_known ? resolve_unit(&c->anchor, UNIT_YEAR, 1).year : 0;
	named = named && !(year > 2000 && year <= told); /* Windows 2000, Vision 2030, but Cannes 2023 */
	return !named && !piece_has(t, i - 1, ROLE_ABOUT) && !piece_is(t, i - 1, PLAIN_THAN) &&
	       !piece_is(t, i - 1, PLAIN_OVER) && !piece_is(t, i - 1, PLAIN_NO);
}

/* The second year of 2019-20, 2024/25, 2019-2021 is left to the range rule; here the value is one year. */
size_t
rule_year(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	bool led = false;
	size_t at = i;
	bool kind = piece_is(t, at + 1, PLAIN_FISCAL) || piece_is(t, at + 1, PLAIN_KIND);
	if (piece_has(t, at, ROLE_THE) && kind && piece_is(t, at + 2, PLAIN_YEAR)) {
		at += 3;
		led = true;
	} else if (piece_is(t, at, PLAIN_FISCAL) || piece_is(t, at, PLAIN_FY)) {
		at += piece_is(t, at + 1, PLAIN_YEAR) ? 2 : 1;
		led = true;
	} else if (piece_has(t, at, ROLE_THE) && piece_is(t, at + 1, PLAIN_YEAR)) {
		at += 2;
		led = true;
	} else if (piece_is(t, at, PLAIN_AD)) {
		at++;
		led = true;
	}
	int year = grammar_year(t, at);
	if (led && year == 0 && piece_digits(t, at) > 0 &&
		(piece_is(t, i, PLAIN_AD) || piece_is(t, i, PLAIN_FY)))
		year = piece_is(t, i, PLAIN_AD) ? piece_digits(t, at) : 2000 + piece_digits(t, at);
	size_t before_christ = grammar_before_christ(t, at + 1);
	if (before_christ > 0 && piece_digits(t, at) > 0 && piece_digits(t, at) < 10000) {
		*v = timex_year(-piece_digits(t, at));
		return before_christ;
	}
	if (year <= 0 || year > 2100 || grammar_counts_things(t, at + 1) ||
		(!led && !year_is_plausible(t, at, c, year)))
		return 0;
	*v = timex_year(year);
	return at + 1;
}

size_t
rule_decade(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	(void)c;
	bool cut = piece_is_apostrophe(t, i) && piece_is_glued(t, i + 1) && piece_is_number(t, i + 1);
	size_t at = i + cut;
	int n = piece_digits(t, at);
	size_t mark = at + 1 + (piece_is_apostrophe(t, at + 1) ? 1 : 0);
	if (n <= 0 || n % 10 != 0 || !piece_is(t, mark, PLAIN_S) || !piece_is_glued(t, mark) ||
		!piece_is_glued(t, at + 1))
		return 0;
	size_t width = piece_length(t, at);
	bool century_told = width == 4 && n >= 1000 && n <= 2100;
	bool age = piece_is(t, i - 1, PLAIN_HIS) ||
		   (piece_has(t, i - 1, ROLE_EDGE) && piece_is(t, i - 2, PLAIN_HIS));
	bool two_digits = width == 2 && !age && (cut || piece_has(t, i - 1, ROLE_THE | ROLE_EDGE));
	if (!century_told && !two_digits)
		return 0;
	*v = (struct timex){.grain = TIMEX_DECADE, .year = century_told ? n : n + (n < 20 ? 2000 : 1900)};
	size_t second = mark + 2 + piece_is_apostrophe(t, mark + 2);
	bool two = piece_is(t, mark + 1, PLAIN_AND) && piece_length(t, second) == 2 &&
		   piece_digits(t, second) >= 0 && piece_is(t, second + 1, PLAIN_S) &&
		   piece_is_glued(t, second + 1);
	return two ? second + 2 : mark + 1;
}

size_t
rule_century(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	(void)c;
	int n;
	size_t next = grammar_ordinal(t, i, &n);
	if (next == 0)
		return 0;
	next += piece_is_dash(t, next) ? 1 : 0;
	if (!piece_has(t, next, ROLE_UNIT) || piece_word(t, next)->unit != UNIT_CENTURY || n < 1 || n > 30)
		return 0;
	size_t before_christ = grammar_before_christ(t, next + 1);
	*v = (struct timex){.grain = TIMEX_CENTURY, .part = before_christ > 0 ? -n : n - 1};
	return before_christ > 0 ? before_christ : next + 1 + piece_is(t, next + 1, PLAIN_AD);
}

size_t
grammar_of_year(const struct pieces *t, size_t i, const struct date_context *c, int *year)
{
	size_t at = i + (piece_is(t, i, PLAIN_OF) || piece_is(t, i, PLAIN_IN) ? 1 : 0);
	at += piece_is(t, at, PLAIN_FISCAL) ? 1 : 0;
	if (grammar_year(t, at) > 0 && !grammar_counts_things(t, at + 1)) {
		*year = grammar_year(t, at);
		return at + 1;
	}
	bool the = piece_has(t, at, ROLE_THE) && piece_is(t, i, PLAIN_OF);
	int step = the ? STEP_THIS : piece_word(t, at)->value;
	if ((!the && !piece_has(t, at, ROLE_STEP)) || !piece_is(t, at + 1, PLAIN_YEAR) || step < -1 ||
		step > 1)
		return i;
	*year = resolve_unit(context_anchor(c), UNIT_YEAR, step).year;
	return at + 2;
}

/* third quarter, third-quarter, Q3, first half, H1: the part's number, and whether it is a half. */
static size_t
read_part(const struct pieces *t, size_t i, int *n, bool *half)
{
	struct slice s = piece_slice(t, i);
	bool letter = s.len == 1 && (s.at[0] == 'Q' || s.at[0] == 'H') && piece_is_glued(t, i + 1);
	*half = letter && s.at[0] == 'H';
	if (letter) {
		*n = piece_digits(t, i + 1);
		return piece_length(t, i + 1) == 1 && *n >= 1 && *n <= (*half ? 2 : 4) ? i + 2 : 0;
	}
	size_t next = grammar_ordinal(t, i, n);
	if (next == 0)
		return 0;
	next += piece_is_dash(t, next) ? 1 : 0;
	*half = piece_is(t, next, PLAIN_HALF);
	bool quarter = piece_has(t, next, ROLE_UNIT) && piece_word(t, next)->unit == UNIT_QUARTER;
	return (*half && *n <= 2) || (quarter && *n <= 4) ? next + 1 : 0;
}

size_t
rule_quarter(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	int n, year = 0;
	bool half;
	size_t next = read_part(t, i, &n, &half);
	if (next == 0)
		return 0;
	size_t behind = grammar_of_year(t, next, c, &year);
	if (behind == next && half)
		return 0;
	if (behind == next && c->is_known) {
		year = resolve_quarter(c, n, dates_tense(t, i)).year;
	} else if (behind == next) {
		year = TIMEX_UNKNOWN;
	}
	*v = timex_part(half ? TIMEX_HALF : TIMEX_QUARTER, year, n);
	return behind;
}
