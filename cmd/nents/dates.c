#include "dates.h"

#include "dates_grammar.h"

/* A word in -ed that is not in the list tells of the past, as most verbs of the news do. */
static bool
ends_in_ed(const struct pieces *t, size_t i)
{
	struct slice s = piece_slice(t, i);
	return piece_at(t, i)->kind == PIECE_WORD && piece_at(t, i)->word == 0 && s.len > 4 &&
	       s.at[s.len - 1] == 'd' && s.at[s.len - 2] == 'e' && !piece_is_capital(t, i);
}

static bool
piece_is_one_of(const struct pieces *t, size_t i, const char *const *words)
{
	struct slice s = piece_slice(t, i);
	while (*words != NULL && !slice_equal(s, slice_of(*words)))
		words++;
	return *words != NULL;
}

/* Is the verb at `at` an infinitive, which tells nothing by itself: to hit, will put, may have? */
static bool
is_infinitive(const struct pieces *t, size_t at)
{
	static const char *const modals[] = {
		"will", "would", "could", "must", "shall", "ll", "may", "can", "should", "might", NULL};
	return piece_is(t, at - 1, PLAIN_TO) || piece_is_one_of(t, at - 1, modals);
}

/* plans to, vowed to, takes place: what follows lies ahead, though the words alone tell nothing of it. */
static bool
looks_ahead(const struct pieces *t, size_t at)
{
	static const char *const intend[] = {"plans", "plan", "hopes", "hope", "forecast", "vowed", "vows",
		"pledged", "pledges", "promised", "promises", "prepares", "preparing", NULL};
	static const char *const take[] = {"takes", "take", NULL};
	if (piece_is(t, at + 1, PLAIN_TO))
		return piece_is_one_of(t, at, intend);
	return slice_equal(piece_slice(t, at), SLICE("place")) && piece_is_one_of(t, at - 1, take);
}

/* What one word tells: TENSE_UNKNOWN for most. */
static enum tense
word_tense(const struct pieces *t, size_t at)
{
	bool may = piece_has(t, at, ROLE_MONTH) && !piece_is_capital(t, at) && piece_length(t, at) == 3 &&
		   piece_word(t, at)->value == 5;
	bool ahead = piece_has(t, at, ROLE_FUTURE);
	if (ahead && piece_has(t, at, ROLE_DOUBTFUL) && !piece_is(t, at - 1, PLAIN_BE))
		return TENSE_PAST; /* expected, but is expected */
	if (ahead || may || looks_ahead(t, at))
		return TENSE_FUTURE;
	if (piece_is(t, at - 1, PLAIN_BE)) /* will be announced, was announced: the verb before it tells */
		return TENSE_UNKNOWN;
	bool past = piece_has(t, at, ROLE_PAST) || ends_in_ed(t, at);
	return past && !is_infinitive(t, at) ? TENSE_PAST : TENSE_UNKNOWN;
}

static bool
ends_clause(const struct pieces *t, size_t at)
{
	bool stop = piece_is_mark(t, at, '.') || piece_is_mark(t, at, ';') || piece_is_mark(t, at, '?');
	return stop && piece_length(t, at - 1) > 3;
}

/* "to leave", but not "to 30" nor "to its lowest". */
static bool
is_to_do(const struct pieces *t, size_t at)
{
	bool verb = piece_at(t, at)->word == 0 || piece_has(t, at, ROLE_PAST);
	return piece_is(t, at - 1, PLAIN_TO) && piece_at(t, at)->kind == PIECE_WORD && verb &&
	       !piece_is_capital(t, at);
}

/* would, could and must reach no further than a comma: vowed that it would fight, calling Monday's raid ...
 */
static bool
is_weak_modal(const struct pieces *t, size_t at)
{
	static const char *const modals[] = {"would", "could", "must", NULL};
	return piece_is_one_of(t, at, modals);
}

/* What the words from piece i back tell, as far as the beginning of the sentence; `by` stands before i. */
static enum tense
tense_before(const struct pieces *t, size_t i, bool by)
{
	bool comma = false;
	for (size_t back = 1; back <= 16 && back <= i && !ends_clause(t, i - back); back++) {
		enum tense tense = by && is_to_do(t, i - back) ? TENSE_FUTURE : word_tense(t, i - back);
		comma |= piece_is_mark(t, i - back, ',');
		if (tense == TENSE_PAST || (tense == TENSE_FUTURE && !(comma && is_weak_modal(t, i - back))))
			return tense;
	}
	return TENSE_UNKNOWN;
}

enum tense
dates_tense(const struct pieces *t, size_t i)
{
	bool by = piece_is(t, i - 1, PLAIN_BY) && piece_has(t, i, ROLE_WEEKDAY); /* told to leave by Friday */
	enum tense tense = tense_before(t, i, by);
	for (size_t at = i + 1; at <= i + 8 && tense == TENSE_UNKNOWN && !ends_clause(t, at); at++)
		tense = word_tense(t, at);
	return by && tense == TENSE_UNKNOWN ? TENSE_FUTURE : tense;
}

/* What a date can begin with besides words with some role; the bits tell nothing of a word that has one. */
#define BEGINS_NUMBER (UINT32_C(1) << 31)
#define BEGINS_SHORT  ((uint32_t)ROLE_BEGINS) /* a mark, or a word of one letter */

/* A rule, and what a date by it can begin with: roles, and the bits above. */
struct gated_rule {
	date_rule *rule;
	uint32_t begins;
};

static const struct gated_rule rules[] = {
	{rule_day, ROLE_MONTH | ROLE_WEEKDAY | ROLE_THE | ROLE_ORDINAL | BEGINS_NUMBER},
	{rule_month, ROLE_MONTH},
	{rule_year, ROLE_THE | ROLE_PLAIN | BEGINS_NUMBER},
	{rule_decade, BEGINS_SHORT},
	{rule_century, ROLE_ORDINAL},
	{rule_quarter, ROLE_ORDINAL | BEGINS_SHORT},
	{rule_holiday, ROLE_HOLIDAY},
	{rule_weekday, ROLE_WEEKDAY | ROLE_STEP | ROLE_EVERY},
	{rule_season, ROLE_SEASON | ROLE_STEP | ROLE_THE},
	{rule_step, ROLE_THE | ROLE_STEP | ROLE_ORDINAL | ROLE_PLAIN},
	{rule_distance, ROLE_NUMBER | ROLE_VAGUE | ROLE_ARTICLE | ROLE_UNITS | ROLE_PLAIN | BEGINS_NUMBER},
	{rule_duration, ROLE_NUMBER | ROLE_VAGUE | ROLE_ARTICLE | ROLE_UNITS | ROLE_UNIT | ROLE_PLAIN |
				BEGINS_NUMBER},
	{rule_deictic, ROLE_DEICTIC | ROLE_THE | ROLE_PLAIN},
	{rule_often, ROLE_OFTEN | ROLE_EVERY | ROLE_PLAIN},
	{rule_age, ROLE_NUMBER | ROLE_PLAIN | BEGINS_NUMBER},
};

/* Is the word one of those asked for by name that a rule begins with? */
static bool
is_named_beginning(const struct word *word)
{
	switch (word->value) {
	case PLAIN_FISCAL:
	case PLAIN_FY:
	case PLAIN_AD:
	case PLAIN_FINAL:
	case PLAIN_BETWEEN:
	case PLAIN_HALF:
	case PLAIN_MANY:
	case PLAIN_THESE:
	case PLAIN_ALL:
		return true;
	default:
		return false;
	}
}

/* What the piece can begin, as the rules have it. */
static uint32_t
beginnings(const struct pieces *t, size_t i)
{
	const struct word *word = piece_word(t, i);
	uint32_t begins = word->roles & ~BEGINS_SHORT;

	if (piece_is_number(t, i)) {
		begins |= BEGINS_NUMBER;
		if (piece_is(t, i + 1, PLAIN_TH)) /* 21st century */
			begins |= ROLE_ORDINAL;
		if (piece_is(t, i + 1, PLAIN_S) || piece_is_apostrophe(t, i + 1)) /* 1990s */
			begins |= BEGINS_SHORT;
	} else if (piece_at(t, i)->kind == PIECE_MARK || piece_length(t, i) == 1) {
		begins |= mark_is_fraction(piece_at(t, i)->mark) ? BEGINS_NUMBER : BEGINS_SHORT;
	}
	return is_named_beginning(word) ? begins : begins & ~(uint32_t)ROLE_PLAIN;
}

/* The rules, as bits, that can read what begins with this piece. */
static uint32_t
rules_for(const struct pieces *t, size_t i)
{
	uint32_t begins = beginnings(t, i), mask = 0;

	for (size_t k = 0; k < sizeof rules / sizeof *rules; k++)
		mask |= (uint32_t)((rules[k].begins & begins) != 0) << k;
	return mask;
}

size_t
rule_any(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	size_t longest = 0;
	for (uint32_t mask = rules_for(t, i); mask != 0; mask &= mask - 1) {
		struct timex value = {.grain = TIMEX_NONE};
		size_t next = rules[__builtin_ctz(mask)].rule(t, i, c, &value);
		if (next > longest) {
			longest = next;
			*v = value;
		}
	}
	return longest;
}

static size_t
longest_date(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v)
{
	struct timex value = {.grain = TIMEX_NONE};
	*v = value;
	size_t longest = rule_any(t, i, c, v);
	bool the = piece_has(t, i, ROLE_THE), edge = piece_has(t, i, ROLE_EDGE);
	size_t next = the || edge ? rule_edge(t, i, c, &value) : 0;
	if (next > longest) {
		longest = next;
		*v = value;
	}
	next = the || edge || piece_has(t, i, ROLE_PLAIN) ? rule_end(t, i, c, &value) : 0;
	if (next > longest) {
		longest = next;
		*v = value;
	}
	size_t behind_about = number_skip_about(t, i);
	bool over = piece_is(t, i, PLAIN_OVER) && !piece_is_number(t, i + 1) &&
		    !piece_has(t, i + 1, ROLE_NUMBER | ROLE_ARTICLE);
	if (!over && behind_about > i && longest == 0) {
		next = rule_duration(t, behind_about, c, v);
		size_t distance = rule_distance(t, behind_about, c, &value);
		if (distance > next)
			*v = value;
		longest = distance > next ? distance : next;
	}
	return longest;
}

/*
 * 2019-20, 2024/25, 1914-18, 2019-2021: the second year, glued on. 2008-12 is a month, unless its dash is a
 * long one, and two digits behind a stroke are the next year.
 */
static size_t
joined_year(const struct pieces *t, size_t i, const struct timex *first, struct timex *second)
{
	bool dash = piece_is_dash(t, i);
	if (first->grain != TIMEX_YEAR || first->year < 1000 || !(dash || piece_is_mark(t, i, '/')) ||
		!piece_is_glued(t, i) || !piece_is_glued(t, i + 1))
		return 0;
	size_t width = piece_length(t, i + 1);
	int n = piece_digits(t, i + 1), year = dash ? grammar_year(t, i + 1) : 0;
	bool next_year = width == 2 && n == (first->year + 1) % 100;
	if (next_year)
		year = first->year + 1;
	else if (width == 2 && dash && (n > 12 || !piece_is_mark(t, i, '-')))
		year = first->year / 100 * 100 + n;
	bool more = piece_is_glued(t, i + 2) &&
		    ((piece_is_dash(t, i + 2) && piece_is_number(t, i + 3)) || piece_is_mark(t, i + 2, '/'));
	if (year <= first->year || more || grammar_counts_things(t, i + 2))
		return 0;
	*second = timex_year(year);
	return i + 2;
}

/* The day behind a dash or "to" in July 3-5. */
static size_t
short_day(const struct pieces *t, size_t i, const struct timex *first, struct timex *second)
{
	int n = piece_length(t, i + 1) <= 2 ? piece_digits(t, i + 1) : -1;
	bool joined = piece_is_dash(t, i) || piece_is(t, i, PLAIN_TO) || piece_is(t, i, PLAIN_THROUGH) ||
		      piece_is(t, i, PLAIN_AND);
	if (first->grain != TIMEX_DAY || !joined || n < 1 || first->day < 1 || n <= first->day || n > 31 ||
		!piece_is_number(t, i - 1) || piece_has(t, i + 2, ROLE_MONTH | ROLE_UNITS | ROLE_SCALE) ||
		piece_is_mark(t, i + 2, '%') || piece_is_mark(t, i + 2, ':'))
		return 0;
	*second = *first;
	second->day = n;
	int year = piece_is_mark(t, i + 2, ',') ? grammar_year(t, i + 3) : 0;
	if (year > 0)
		second->year = year;
	return year > 0 ? i + 4 : i + 2;
}

static bool
joins(const struct pieces *t, size_t i, bool between)
{
	if (between)
		return piece_is(t, i, PLAIN_AND);
	bool slash = piece_is_mark(t, i, '/') && piece_is_glued(t, i) && piece_is_glued(t, i + 1);
	return slash || piece_is(t, i, PLAIN_TO) || piece_is(t, i, PLAIN_THROUGH) ||
	       (piece_is_dash(t, i) && piece_is_glued(t, i) == piece_is_glued(t, i + 1));
}

/*
 * A range does not run backwards: where its last day or month, told without a year, lies before the first, it
 * is the next one; or the first is the one before, if the words tell of the past. Behind a year that is told
 * it is the first that comes.
 */
static void
put_in_order(
	const struct pieces *t, size_t next, size_t end, const struct date_context *c, struct date_match *m)
{
	int32_t first, last;
	struct timex value = m->value, until = m->until;
	bool years = until.grain == TIMEX_MONTH || until.grain == TIMEX_DAY || until.grain == TIMEX_QUARTER;
	bool weekday = piece_has(t, end - 1, ROLE_WEEKDAY), told = grammar_year(t, next - 1) > 0;
	if (!years || value.grain != until.grain || grammar_year(t, end - 1))
		return;
	if (told && !weekday)
		until.year = value.year;
	if (!resolve_first_day(&value, &first) || !resolve_first_day(&until, &last))
		return;
	bool back = !told && last < first && last <= c->anchor && dates_tense(t, next - 1) == TENSE_PAST;
	struct timex *moved = back ? &value : &until;
	if (last < first && weekday && until.grain == TIMEX_DAY)
		*moved = timex_day(back ? first - 7 : last + 7);
	else if (last < first)
		moved->year += back ? -1 : 1;
	while (moved->month == 2 && moved->day == 29 && !calendar_is_leap(moved->year))
		moved->year += back ? -1 : 1;
	m->value = value;
	m->until = until;
}

/* "2008 to 2012", "Monday-Friday", "July 28 through August 2" behind the first date; next itself if none. */
static size_t
read_until(
	const struct pieces *t, size_t next, bool between, const struct date_context *c, struct date_match *m)
{
	const struct timex *first = &m->value;
	size_t end = joined_year(t, next, first, &m->until);
	if (end == 0)
		end = short_day(t, next, first, &m->until);
	if (end > 0) {
		if (first->grain == TIMEX_DAY)
			m->value.year = m->until.year;
		return end;
	}
	bool ranges = first->grain >= TIMEX_DAY && first->grain <= TIMEX_CENTURY;
	struct timex second = {.grain = TIMEX_NONE};
	end = ranges && joins(t, next, between) ? longest_date(t, next + 1, c, &second) : 0;
	bool year_month = first->grain == TIMEX_YEAR && second.grain == TIMEX_MONTH;
	bool any = between && second.grain <= TIMEX_CENTURY;
	if (end == 0 || (second.grain != first->grain && !year_month && !any))
		return next;
	bool borrows = (first->grain == TIMEX_MONTH || first->grain == TIMEX_DAY) && second.year > 0 &&
		       !grammar_year(t, next - 1) && grammar_year(t, end - 1);
	if (borrows)
		m->value.year = second.year - (first->month > second.month);
	m->until = second;
	put_in_order(t, next, end, c, m);
	return end;
}

/* 3-5 July, 3 to 5 July 2025: the first day has no month of its own. */
static size_t
days_of_month(const struct pieces *t, size_t i, const struct date_context *c, struct date_match *m)
{
	int first = piece_length(t, i) <= 2 ? piece_digits(t, i) : -1;
	if (first < 1 || first > 31 || (!piece_is_dash(t, i + 1) && !piece_is(t, i + 1, PLAIN_TO)))
		return 0;
	size_t next = rule_day(t, i + 2, c, &m->until);
	if (next == 0 || m->until.grain != TIMEX_DAY || m->until.day <= first ||
		!piece_has(t, i + 3, ROLE_MONTH))
		return 0;
	m->value = m->until;
	m->value.day = first;
	return next;
}

/* "and 45 seconds" behind "1 minute"; "3 months" behind "two years,". */
static size_t
read_also(const struct pieces *t, size_t next, const struct date_context *c, struct date_match *m)
{
	size_t at = next + (piece_is(t, next, PLAIN_AND) || piece_is_mark(t, next, ',') ? 1 : 0);
	struct timex also = {.grain = TIMEX_NONE};
	size_t end = m->value.grain == TIMEX_DURATION && !m->value.amount.is_vague
			     ? rule_duration(t, at, c, &also)
			     : 0;
	bool told = piece_is_number(t, at) || piece_has(t, at, ROLE_NUMBER);
	bool clock = m->value.unit <= UNIT_HOUR;
	if (end == 0 || also.unit >= m->value.unit || !told || (also.unit <= UNIT_HOUR) != clock ||
		piece_is(t, end, PLAIN_AGO) || (clock ? m->value.unit : m->value.unit - 8) > 4)
		return next;
	m->also = also;
	return end;
}

size_t
dates_match(const struct pieces *t, size_t i, const struct date_context *c, struct date_match *match)
{
	match->value.grain = match->until.grain = match->also.grain = TIMEX_NONE;
	match->is_time = false;
	bool between = piece_is(t, i, PLAIN_BETWEEN);
	size_t next = days_of_month(t, i, c, match);
	if (next == 0) {
		next = longest_date(t, i + between, c, &match->value);
		if (next == 0)
			return 0;
		size_t end = read_until(t, next, between, c, match);
		if (between && end == next)
			return 0;
		next = end;
	}
	bool spans = match->value.grain == TIMEX_DURATION || match->value.grain == TIMEX_PAST ||
		     match->value.grain == TIMEX_FUTURE;
	match->is_time = spans && match->value.unit <= UNIT_HOUR;
	return spans ? read_also(t, next, c, match) : next;
}

void
date_match_put(struct text_buffer *out, const struct date_match *match)
{
	timex_put(out, &match->value);
	if (match->also.grain == TIMEX_DURATION)
		timex_put_more(out, &match->also);
	if (match->until.grain == TIMEX_NONE)
		return;
	text_append(out, SLICE("/"));
	timex_put(out, &match->until);
}
