/* Dates that count from another day: weekdays, last week, two years ago, the summer; and how long things
 * last. */
#include "dates_grammar.h"

enum { DEPTH_MAX = 3 }; /* of dates inside of dates */

static bool
unit_at(const struct pieces *t, size_t i, uint32_t roles, enum time_unit *unit)
{
	if (!piece_has(t, i, roles & (ROLE_UNIT | ROLE_UNITS)))
		return false;
	*unit = (enum time_unit)piece_word(t, i)->unit;
	return true;
}

/* last, next, this, this past, this coming at i. */
static size_t
read_step(const struct pieces *t, size_t i, int *step)
{
	if (!piece_has(t, i, ROLE_STEP))
		return 0;
	*step = piece_word(t, i)->value;
	if (*step == STEP_SAME && piece_has(t, i + 1, ROLE_STEP) && piece_word(t, i + 1)->value == STEP_SAME)
		return i + 2; /* that same */
	if (*step != STEP_THIS || !piece_has(t, i + 1, ROLE_STEP))
		return i + 1;
	*step = piece_word(t, i + 1)->value == STEP_COMING ? STEP_NEXT : STEP_LAST;
	return i + 2;
}

/* Which way a step goes: -1, 0 or 1. */
static int
step_sign(int step)
{
	switch (step) {
	case STEP_LAST:
	case STEP_PAST:
	case STEP_RECENT:
	case STEP_PREVIOUS:
		return -1;
	case STEP_NEXT:
	case STEP_COMING:
	case STEP_FOLLOWING:
		return 1;
	default:
		return 0;
	}
}

/* Names of papers and programmes begin with a weekday too. */
static bool
weekday_begins_name(const struct pieces *t, size_t i)
{
	static const char *const rest[] = {
		"Times", "Telegraph", "Mirror", "Express", "Mail", "Post", "Herald", "Night"};
	struct slice s = piece_slice(t, i + 1);
	for (size_t k = 0; k < sizeof rest / sizeof *rest; k++) {
		if (slice_equal(s, slice_of(rest[k])) && !(k == 7 && !piece_is_capital(t, i + 2)))
			return true;
	}
	return false;
}

/* "last week", "of next week" behind a weekday: which week; the index behind, or 0 if there is none. */
static size_t
read_week_behind(const struct pieces *t, size_t i, int *step)
{
	enum time_unit unit;
	size_t at = i + piece_is(t, i, PLAIN_OF), next = read_step(t, at, step);
	bool week = next == at + 1 && *step >= STEP_LAST && *step <= STEP_NEXT &&
		    unit_at(t, next, ROLE_UNIT, &unit) && unit == UNIT_WEEK;
	return week && !piece_is_apostrophe(t, next + 1) ? next + 1 : 0;
}

/* The weekday of that week: of this one, the last or the next. */
static struct timex
weekday_of_week(const struct date_context *c, int weekday, int step)
{
	int32_t monday;
	struct timex week = resolve_unit(context_anchor(c), UNIT_WEEK, step);
	if (!resolve_first_day(&week, &monday))
		return resolve_weekday(c, weekday, TENSE_UNKNOWN, STEP_SAME);
	return timex_day(monday + weekday - 1);
}

size_t
rule_weekday(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	int step = STEP_SAME;
	size_t next = i;
	bool every = piece_has(t, next, ROLE_EVERY);
	next += every;
	if (piece_has(t, next, ROLE_STEP))
		next = read_step(t, next, &step);
	bool alone = step == STEP_SAME || step == STEP_FOLLOWING || step == STEP_PREVIOUS;
	if (!piece_has(t, next, ROLE_WEEKDAY) || piece_has(t, next, ROLE_SHORT) ||
		!piece_is_capital(t, next) || (alone && next > i + every) || weekday_begins_name(t, next))
		return 0;
	int weekday = piece_word(t, next)->value;
	if (weekday > 7 || every) {
		*v = (struct timex){
			.grain = TIMEX_WEEKDAY, .year = TIMEX_UNKNOWN, .day = (weekday - 1) % 7 + 1};
		return next + 1;
	}
	size_t week = next == i ? read_week_behind(t, next + 1, &step) : 0;
	*v = week > 0 ? weekday_of_week(c, weekday, step)
		      : resolve_weekday(c, weekday, dates_tense(t, i), step);
	return week > 0 ? week : next + 1;
}

size_t
rule_season(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	int step = STEP_SAME, year = 0;
	size_t next = i;
	bool the = piece_has(t, next, ROLE_THE);
	next += the;
	bool stepped = !the && piece_has(t, next, ROLE_STEP);
	if (stepped)
		next = read_step(t, next, &step);
	if (!piece_has(t, next, ROLE_SEASON))
		return 0;
	int season = piece_word(t, next)->value;
	next++;
	size_t behind = stepped ? next : grammar_of_year(t, next, c, &year);
	bool doubtful = season == 1 || piece_word(t, next - 1)->roles & ROLE_DOUBTFUL;
	bool adjective = piece_at(t, next)->kind == PIECE_WORD && piece_at(t, next)->word == 0;
	doubtful =
		doubtful && !(the && piece_is(t, i - 1, PLAIN_IN) && piece_at(t, next)->kind == PIECE_MARK);
	if (behind == next && !stepped && (!(the || piece_has(t, i - 1, ROLE_IN)) || doubtful || adjective))
		return 0;
	*v = behind > next ? timex_part(TIMEX_SEASON, year, season) : resolve_season(c, season, step);
	return behind;
}

/* "of July", "of 2024", "of this year" behind a part of a period: the value becomes that. */
static size_t
read_of_date(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	if (!piece_is(t, i, PLAIN_OF) && !piece_is(t, i, PLAIN_IN))
		return 0;
	struct date_context deeper = *c;
	if (++deeper.depth > DEPTH_MAX)
		return 0;
	struct timex inner;
	size_t next = rule_any(t, i + 1, &deeper, &inner);
	if (next == 0)
		next = rule_edge(t, i + 1, &deeper, &inner);
	if (next == 0 || inner.grain == TIMEX_DURATION)
		return 0;
	*v = inner;
	return next;
}

/* the weekend: the one that is now or was last, or comes if the words look ahead */
static struct timex
weekend_value(const struct pieces *t, size_t i, const struct date_context *c)
{
	bool ahead = dates_tense(t, i) == TENSE_FUTURE;
	bool now = c->is_known && calendar_weekday(c->anchor) >= 6;
	return resolve_unit(context_anchor(c), UNIT_WEEKEND, ahead || now ? 0 : -1);
}

/* "the years" behind over, through, for */
static size_t
the_units(const struct pieces *t, size_t i, struct timex *v)
{
	enum time_unit unit;
	bool led = piece_is(t, i - 1, PLAIN_OVER) || piece_has(t, i - 1, ROLE_IN);
	if (!led || !piece_has(t, i, ROLE_THE) || !unit_at(t, i + 1, ROLE_UNITS, &unit) || unit < UNIT_DAY)
		return 0;
	*v = (struct timex){.grain = TIMEX_DURATION, .unit = unit, .amount = {.is_vague = true}};
	return i + 2;
}

/* "to 31 December", "ended June 30" behind "the year": it is one that ends there, not this one. */
static bool
ends_at_date(const struct pieces *t, size_t i)
{
	bool ends = piece_is(t, i, PLAIN_TO) || slice_equal(piece_slice(t, i), SLICE("ended")) ||
		    slice_equal(piece_slice(t, i), SLICE("ending"));
	bool month = piece_has(t, i + 1, ROLE_MONTH) && piece_is_capital(t, i + 1);
	bool day = piece_is_number(t, i + 1) && piece_has(t, i + 2, ROLE_MONTH);
	return ends && (month || day || grammar_year(t, i + 1) > 0);
}

/* the year, the week, the day before; i is at "the" */
static size_t
the_unit(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	enum time_unit unit;
	size_t plural = the_units(t, i, v);
	if (plural > 0)
		return plural;
	size_t kind = i + 1;
	bool of_kind = piece_is(t, kind, PLAIN_FISCAL) || piece_is(t, kind, PLAIN_KIND);
	kind += of_kind;
	if (piece_has(t, i, ROLE_THE) && unit_at(t, kind, ROLE_UNIT, &unit) && unit >= UNIT_WEEK &&
		ends_at_date(t, kind + 1)) {
		*v = (struct timex){
			.grain = TIMEX_DURATION, .unit = unit, .amount = {.low = {1, 0}, .high = {1, 0}}};
		return kind + 1;
	}
	if (of_kind && piece_has(t, i, ROLE_THE) && piece_is(t, i + 2, PLAIN_YEAR)) {
		*v = resolve_unit(context_anchor(c), UNIT_YEAR, 0);
		return i + 3;
	}
	if (!piece_has(t, i, ROLE_THE) || !unit_at(t, i + 1, ROLE_UNIT, &unit) || unit < UNIT_DAY ||
		unit == UNIT_CENTURY)
		return 0;
	size_t next = i + 2;
	bool prior = piece_has(t, next, ROLE_STEP) && piece_word(t, next)->value == STEP_PREVIOUS;
	bool before = piece_is(t, next, PLAIN_BEFORE) || prior, after = piece_is(t, next, PLAIN_AFTER);
	if (before || after) {
		*v = resolve_unit(context_last(c), unit, before ? -1 : 1);
		return next + 1;
	}
	enum time_unit inner;
	bool of_week = piece_is(t, next, PLAIN_OF) && unit_at(t, next + 2, ROLE_UNIT, &inner);
	size_t of = of_week ? 0 : read_of_date(t, next, c, v);
	if (of > 0)
		return of;
	bool led = piece_has(t, i - 1, ROLE_IN | ROLE_EDGE) || piece_is(t, i - 1, PLAIN_OF);
	if ((piece_is(t, next, PLAIN_OF) && (!led || unit == UNIT_DAY)) || piece_is_dash(t, next) ||
		piece_is_apostrophe(t, next) || unit == UNIT_QUARTER ||
		(unit == UNIT_DAY && (!led || piece_at(t, next)->kind == PIECE_WORD)))
		return 0;
	*v = unit == UNIT_WEEKEND ? weekend_value(t, i, c) : resolve_unit(context_anchor(c), unit, 0);
	return next;
}

/* the past 14 years, the next few days: how long it lasts is the value */
static size_t
step_amount(const struct pieces *t, size_t i, int step, struct timex *v)
{
	struct amount amount;
	enum time_unit unit;
	size_t next = number_range_match(t, number_skip_about(t, i), &amount);
	bool prepositional = step == STEP_FOLLOWING && !piece_has(t, i - 2, ROLE_THE);
	bool spans = (step_sign(step) != 0 && !prepositional) || step == STEP_THIS;
	if (next == 0 || amount.is_article || !spans || !unit_at(t, next, ROLE_UNIT | ROLE_UNITS, &unit))
		return 0;
	*v = (struct timex){.grain = TIMEX_DURATION, .unit = unit, .amount = amount};
	return next + 1;
}

/* last week, this year, that day, the following month; units plural: recent years, the coming weeks */
static size_t
step_unit(const struct pieces *t, size_t i, const struct date_context *c, int step, bool the, struct timex *v)
{
	enum time_unit unit;
	int sign = step_sign(step);
	bool kind = piece_is(t, i, PLAIN_FISCAL) || piece_is(t, i, PLAIN_KIND);
	i += kind && piece_is(t, i + 1, PLAIN_YEAR) ? 1 : 0;
	if (unit_at(t, i, ROLE_UNITS, &unit)) {
		if (sign == 0)
			return 0;
		*v = (struct timex){.grain = sign < 0 ? TIMEX_PAST : TIMEX_FUTURE, .unit = unit};
		return i + 1;
	}
	if (!unit_at(t, i, ROLE_UNIT, &unit) || unit < UNIT_HOUR || step == STEP_RECENT)
		return 0;
	bool of_last = step == STEP_PREVIOUS || step == STEP_FOLLOWING || step == STEP_SAME;
	bool lasts =
		(the && (step == STEP_LAST || step == STEP_NEXT)) || step == STEP_PAST || unit == UNIT_HOUR;
	if (lasts && step != STEP_SAME) {
		*v = (struct timex){
			.grain = TIMEX_DURATION, .unit = unit, .amount = {{1, 0}, {1, 0}, .is_range = false}};
		return i + 1;
	}
	const int32_t *base = of_last ? context_last(c) : context_anchor(c);
	bool full_weekend =
		unit == UNIT_WEEKEND && step == STEP_LAST && base != NULL && calendar_weekday(*base) == 7;
	*v = resolve_unit(base, unit, full_weekend ? -1 : sign);
	return i + 1;
}

/* last December, next Christmas */
static size_t
step_named(const struct pieces *t, size_t i, const struct date_context *c, int step, struct timex *v)
{
	bool plain = step == STEP_LAST || step == STEP_NEXT || step == STEP_THIS || step == STEP_COMING;
	if (plain && piece_has(t, i, ROLE_MONTH) && !piece_has(t, i, ROLE_SHORT) && piece_is_capital(t, i)) {
		*v = resolve_month(c, piece_word(t, i)->value, TENSE_UNKNOWN, step);
		return i + 1;
	}
	size_t next = plain ? rule_holiday(t, i, c, v) : 0;
	int32_t day;
	if (next > 0 && c->is_known && resolve_first_day(v, &day)) {
		if (step_sign(step) < 0 && day >= c->anchor)
			v->year--;
		if (step_sign(step) > 0 && day <= c->anchor)
			v->year++;
	}
	return next;
}

/* the first week of July, the last six months of 2024, the first year */
static size_t
ordinal_unit(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	int n;
	struct amount amount;
	enum time_unit unit;
	bool last = piece_has(t, i, ROLE_STEP) && piece_word(t, i)->value == STEP_LAST;
	size_t next = last || piece_is(t, i, PLAIN_FINAL) ? i + 1 : grammar_ordinal(t, i, &n);
	if (next == 0)
		return 0;
	size_t counted = number_match(t, next, &amount);
	if (counted > 0)
		next = counted;
	if (!unit_at(t, next, ROLE_UNIT | ROLE_UNITS, &unit) || unit < UNIT_HOUR || unit == UNIT_CENTURY)
		return 0;
	size_t of = read_of_date(t, next + 1, c, v);
	if (of > 0)
		return of;
	bool the = piece_has(t, i - 1, ROLE_THE), counts = counted > 0 && !amount.is_article;
	*v = (struct timex){.grain = counts ? TIMEX_DURATION : TIMEX_NONE, .unit = unit, .amount = amount};
	if (counts && (the || !last))
		return next + 1;
	bool season = unit == UNIT_QUARTER || unit == UNIT_WEEKEND || piece_is_dash(t, next + 1);
	return the && !last && counted == 0 && !season && piece_has(t, next, ROLE_UNIT) ? next + 1 : 0;
}

/* the 1990s, the 19th century, the third quarter of 2025; i is at "the" */
static size_t
the_period(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	if (!piece_has(t, i, ROLE_THE))
		return 0;
	size_t next = rule_decade(t, i + 1, c, v);
	if (next == 0)
		next = rule_century(t, i + 1, c, v);
	return next == 0 ? rule_quarter(t, i + 1, c, v) : next;
}

size_t
rule_step(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	size_t next = the_unit(t, i, c, v);
	if (next == 0)
		next = the_period(t, i, c, v);
	if (next > 0)
		return next;
	bool the = piece_has(t, i, ROLE_THE);
	size_t of = ordinal_unit(t, i + the, c, v);
	if (of > 0)
		return of;
	int step;
	size_t at = read_step(t, i + the, &step);
	if (at == 0 || (the && step == STEP_THIS && at == i + 2 && !piece_has(t, at, ROLE_UNIT) &&
			       !piece_is(t, at, PLAIN_FISCAL)))
		return 0;
	next = step_amount(t, at, step, v);
	if (next == 0)
		next = step_unit(t, at, c, step, the, v);
	if (next == 0)
		next = step_named(t, at, c, step, v);
	return next;
}

/* ago, earlier, later, from now behind a distance: where it counts from, and which way */
static size_t
read_direction(
	const struct pieces *t, size_t i, const struct date_context *c, const int32_t **base, int *direction)
{
	bool earlier = (piece_has(t, i, ROLE_EDGE) && piece_word(t, i)->value == PLAIN_BEFORE) ||
		       piece_is(t, i, PLAIN_PREVIOUSLY);
	if (piece_is(t, i, PLAIN_AGO)) {
		*base = context_anchor(c);
		*direction = -1;
		return i + 1;
	}
	if (piece_is(t, i, PLAIN_FROM) && piece_is(t, i + 1, PLAIN_NOW)) {
		*base = context_anchor(c);
		*direction = 1;
		return i + 2;
	}
	if (!earlier && !(piece_has(t, i, ROLE_EDGE) && piece_word(t, i)->value == PLAIN_LATER))
		return 0;
	*base = context_last(c);
	*direction = earlier ? -1 : 1;
	return i + 1;
}

size_t
rule_distance(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	struct amount amount = {.is_vague = true};
	enum time_unit unit;
	const int32_t *base;
	int direction;
	size_t next = i;
	if (!unit_at(t, i, ROLE_UNITS, &unit)) {
		next = number_range_match(t, i, &amount);
		if (next == 0 || !unit_at(t, next, ROLE_UNIT | ROLE_UNITS, &unit))
			return 0;
	}
	bool half = piece_is(t, next + 1, PLAIN_AND) && piece_is(t, next + 3, PLAIN_HALF);
	if (half)
		amount.low = decimal_add(amount.low, (struct decimal){5, -1});
	next += half ? 4 : 1;
	next = read_direction(t, next, c, &base, &direction);
	if (next == 0)
		return 0;
	amount.is_vague |= amount.is_article && unit == UNIT_SECOND;
	if (unit <= UNIT_HOUR)
		*v = (struct timex){.grain = TIMEX_DURATION, .unit = unit, .amount = amount};
	else
		*v = resolve_distance(base, &amount, unit, direction);
	v->unit = unit;
	return next;
}

/* -old, -long, years old, of age behind a duration. */
static size_t
read_old(const struct pieces *t, size_t i)
{
	size_t at = i + (piece_is_dash(t, i) && piece_is_glued(t, i) ? 1 : 0);
	if (piece_is(t, at, PLAIN_OLD))
		return at + 1;
	return at > i && piece_is(t, at, PLAIN_LONG) ? at + 1 : i;
}

/* Bare "years", "weeks": a date where a preposition leads or a noun of time follows. */
static size_t
bare_units(const struct pieces *t, size_t i, struct timex *v)
{
	enum time_unit unit;
	if (!unit_at(t, i, ROLE_UNIT | ROLE_UNITS, &unit))
		return 0;
	*v = (struct timex){.grain = TIMEX_DURATION, .unit = unit, .amount = {.is_vague = true}};
	size_t old = read_old(t, i + 1);
	if (old > i + 1 && piece_is_dash(t, i + 1))
		return old;
	bool led = piece_has(t, i - 1, ROLE_IN) || piece_is(t, i - 1, PLAIN_OVER) ||
		   piece_is(t, i - 1, PLAIN_OF);
	bool follows = piece_is(t, i + 1, PLAIN_BEFORE) || piece_is(t, i + 1, PLAIN_AFTER) ||
		       piece_is(t, i + 1, PLAIN_OF);
	return piece_has(t, i, ROLE_UNITS) && unit > UNIT_SECOND && (led || follows) &&
			       !piece_is_dash(t, i + 1)
		       ? i + 1
		       : 0;
}

/* Is the amount one that this unit can have? "a second look" and "a quarter of" are no spans of time. */
static bool
unit_takes(const struct pieces *t, size_t i, const struct amount *amount, enum time_unit unit, bool hyphen)
{
	bool singular = piece_has(t, i, ROLE_UNIT) && !piece_has(t, i, ROLE_UNITS);
	bool one = decimal_whole(amount->low) == 1 && !amount->is_vague && !amount->is_range;
	if (unit == UNIT_SECOND && singular && !hyphen)
		return one && !amount->is_article && !amount->in_words;
	if (unit == UNIT_QUARTER)
		return !singular && !hyphen &&
		       !(piece_is(t, i + 1, PLAIN_OF) && decimal_whole(amount->low) != 2);
	return !singular || hyphen || one || decimal_compare(amount->low, (struct decimal){1, 0}) < 0;
}

static size_t
half_unit(const struct pieces *t, size_t i, struct timex *v)
{
	enum time_unit unit;
	size_t next = i + 1;
	if (!piece_is(t, i, PLAIN_HALF))
		return 0;
	next += piece_has(t, next, ROLE_ARTICLE) || (piece_is_dash(t, next) && piece_is_glued(t, next)) ? 1
													: 0;
	if (!unit_at(t, next, ROLE_UNIT, &unit) || unit == UNIT_SECOND || unit == UNIT_QUARTER ||
		next == i + 1)
		return 0;
	struct amount half = {.low = {5, -1}, .high = {5, -1}};
	*v = (struct timex){.grain = TIMEX_DURATION, .unit = unit, .amount = half};
	return next + 1;
}

size_t
rule_duration(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	(void)c;
	struct amount amount;
	enum time_unit unit;
	size_t next = bare_units(t, i, v);
	if (next == 0)
		next = half_unit(t, i, v);
	if (next > 0)
		return next;
	next = number_range_match(t, i, &amount);
	if (next == 0)
		return 0;
	bool hyphen = piece_is_dash(t, next) && piece_is_glued(t, next) && piece_is_glued(t, next + 1);
	next += hyphen || piece_is(t, next, PLAIN_FULL) ? 1 : 0;
	if (!unit_at(t, next, ROLE_UNIT | ROLE_UNITS, &unit) || !unit_takes(t, next, &amount, unit, hyphen))
		return 0;
	if (piece_is(t, next + 1, PLAIN_AND) && piece_has(t, next + 2, ROLE_ARTICLE) &&
		piece_is(t, next + 3, PLAIN_HALF)) {
		amount.low = amount.high = decimal_add(amount.low, (struct decimal){5, -1});
		next += 3;
	}
	*v = (struct timex){.grain = TIMEX_DURATION, .unit = unit, .amount = amount};
	return read_old(t, next + 1);
}

size_t
rule_deictic(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	enum time_unit unit;
	size_t at = i;
	int days = 0;
	if (piece_is(t, i, PLAIN_THESE) && unit_at(t, i + 1, ROLE_UNITS, &unit) && unit == UNIT_DAY) {
		*v = (struct timex){.grain = TIMEX_PRESENT, .unit = UNIT_DAY};
		return i + 2;
	}
	if (piece_has(t, i, ROLE_THE) && unit_at(t, i + 1, ROLE_UNIT, &unit) && unit == UNIT_DAY) {
		days = piece_is(t, i + 2, PLAIN_BEFORE) ? -1 : piece_is(t, i + 2, PLAIN_AFTER) ? 1 : 0;
		at = days != 0 ? i + 3 : i;
	}
	if (!piece_has(t, at, ROLE_DEICTIC))
		return 0;
	*v = resolve_unit(context_anchor(c), UNIT_DAY, days + piece_word(t, at)->value);
	return at + 1;
}

size_t
rule_often(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	(void)c;
	struct amount amount = {.low = {1, 0}, .high = {1, 0}};
	if (piece_has(t, i, ROLE_OFTEN)) {
		bool named = piece_is_capital(t, i) && (i > 0 || piece_is_capital(t, i + 1));
		*v = (struct timex){.grain = TIMEX_DURATION, .amount = amount};
		v->unit = (enum time_unit)piece_word(t, i)->unit;
		return named ? 0 : i + 1;
	}
	if (!piece_has(t, i, ROLE_EVERY) && !piece_is(t, i, PLAIN_ALL))
		return 0;
	size_t next = piece_is(t, i, PLAIN_ALL) ? 0 : number_match(t, i + 1, &amount);
	if (next == 0) {
		next = i + 1;
		amount = (struct amount){.low = {1, 0}, .high = {1, 0}};
	}
	enum time_unit unit;
	if (!unit_at(t, next, ROLE_UNIT | ROLE_UNITS, &unit) || unit == UNIT_SECOND || amount.is_article ||
		(next == i + 1 && piece_has(t, next, ROLE_UNITS)))
		return 0;
	*v = (struct timex){.grain = TIMEX_DURATION, .unit = unit, .amount = amount};
	return next + 1;
}

size_t
rule_age(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	(void)c;
	struct amount amount;
	int years = piece_length(t, i) <= 3 ? piece_digits(t, i) : -1;
	size_t next = i + 1;
	bool young =
		piece_is(t, i - 1, PLAIN_AS) && piece_is(t, i - 3, PLAIN_AS) && piece_is(t, i - 2, PLAIN_OLD);
	bool of = piece_is(t, i - 1, PLAIN_OF) && piece_is(t, i - 2, PLAIN_AGED);
	bool led = (piece_is(t, i - 1, PLAIN_AGED) || of || young) && number_range_match(t, i, &amount) > 0 &&
		   !amount.is_vague && !amount.is_article &&
		   decimal_compare(amount.low, (struct decimal){120, 0}) < 0;
	bool ends = piece_is(t, next, PLAIN_IN) || piece_is(t, next, PLAIN_AND) ||
		    piece_is(t, next, PLAIN_WHEN) || piece_is_mark(t, next, '.') ||
		    piece_is_mark(t, next, ',');
	bool somebody = piece_is(t, i - 2, PLAIN_HE) ||
			(piece_is_capital(t, i - 2) &&
				(piece_is(t, next, PLAIN_IN) || piece_is(t, next, PLAIN_WHEN)));
	bool grown =
		years > 0 && years < 110 && ends &&
		((piece_is(t, i - 1, PLAIN_BE) && somebody) || (piece_is(t, i - 1, PLAIN_NOW) && i == 1));
	if (led) {
		next = number_range_match(t, i, &amount);
	} else if (grown) {
		amount = (struct amount){.low = {(uint64_t)years, 0}, .high = {(uint64_t)years, 0}};
	} else {
		bool closed = piece_is_mark(t, next, ',') || piece_is_mark(t, next, '.') ||
			      piece_is_mark(t, next, ';') || piece_is_mark(t, next, 0x2014) ||
			      piece_is(t, next, PLAIN_AND);
		bool name = piece_is_mark(t, i - 1, ',') && piece_is_capital(t, i - 2) &&
			    piece_length(t, i - 2) > 1 && !piece_has(t, i - 2, ROLE_MONTH | ROLE_WEEKDAY);
		if (years < 1 || years > 115 || !closed || !name || piece_is_number(t, next + 1) ||
			piece_is_glued(t, i) || piece_has(t, next + 1, ROLE_MONTH))
			return 0;
		amount = (struct amount){.low = {(uint64_t)years, 0}, .high = {(uint64_t)years, 0}};
	}
	*v = (struct timex){.grain = TIMEX_DURATION, .unit = UNIT_YEAR, .amount = amount};
	return next;
}

size_t
rule_edge(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	bool the = piece_has(t, i, ROLE_THE);
	size_t next = i + the;
	if (!piece_has(t, next, ROLE_EDGE))
		return 0;
	next++;
	next += piece_is_dash(t, next) && piece_is_glued(t, next) ? 1 : 0;
	if (piece_has(t, next, ROLE_EDGE) ||
		(piece_is(t, next, PLAIN_TO) && piece_has(t, next + 1, ROLE_EDGE))) {
		next += piece_is(t, next, PLAIN_TO) ? 2 : 1; /* mid to late 1990s */
		next += piece_is_dash(t, next) && piece_is_glued(t, next) ? 1 : 0;
	}
	next += piece_is(t, next, PLAIN_IN) || piece_is(t, next, PLAIN_ON) ? 1 : 0;
	size_t end = rule_any(t, next, c, v);
	bool named = v->grain == TIMEX_DURATION || v->grain == TIMEX_PAST || v->grain == TIMEX_FUTURE;
	bool day_in_phrase =
		piece_is(t, next - 1, PLAIN_ON) && v->grain != TIMEX_DAY && v->grain != TIMEX_WEEKDAY;
	return end == 0 || (named && !piece_has(t, next, ROLE_THE)) || day_in_phrase ? 0 : end;
}

size_t
rule_end(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	size_t next = i + piece_has(t, i, ROLE_THE);
	next += piece_has(t, next, ROLE_EDGE) ? 1 : 0; /* the very end */
	if (!piece_is(t, next, PLAIN_END))
		return 0;
	if (piece_is_dash(t, next + 1) && piece_is_glued(t, next + 1)) {
		size_t end = rule_any(t, next + 2, c, v);
		return end > 0 && (v->grain == TIMEX_YEAR || v->grain == TIMEX_MONTH) ? end : 0;
	}
	return read_of_date(t, next + 1, c, v);
}
