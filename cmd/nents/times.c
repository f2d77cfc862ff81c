#include "times.h"

enum { ZONE_LOCAL = 32000 }; /* a zone whose distance from UTC is not the same all year */

struct clock {
	int hour, minute, second; /* second: -1 if it is not told */
	bool told;                /* two digits and a colon leave no doubt that it is a time */
	bool colon;
	bool is_long; /* 1400 */
	char half;    /* 'a' or 'p' of am and pm, or 0 */
};

static bool
letter_is(const struct pieces *t, size_t i, char lower)
{
	struct slice s = piece_slice(t, i);
	return s.len == 1 && words_lower((unsigned char)s.at[0]) == (unsigned char)lower;
}

/* am, p.m., AM at i: 'a' or 'p' in *half. */
static size_t
read_half_day(const struct pieces *t, size_t i, char *half)
{
	struct slice s = piece_slice(t, i);
	if (s.len == 2 && words_lower((unsigned char)s.at[1]) == 'm' && !piece_is_foreign(t, i)) {
		*half = (char)words_lower((unsigned char)s.at[0]);
		return *half == 'a' || *half == 'p' ? i + 1 : 0;
	}
	if (!letter_is(t, i, 'a') && !letter_is(t, i, 'p'))
		return 0;
	*half = (char)words_lower((unsigned char)s.at[0]);
	size_t next = i + 1 + piece_is_mark(t, i + 1, '.');
	if (!letter_is(t, next, 'm') || !piece_is_glued(t, next))
		return 0;
	/* the last full stop belongs to "p.m.", at the end of a sentence too */
	return next + 1 +
	       (next > i + 1 && piece_is_mark(t, next + 1, '.') && piece_is_glued(t, next + 1) ? 1 : 0);
}

/* 14:30, 14:30:05, 2.30, 2, 1400 */
static size_t
read_digits(const struct pieces *t, size_t i, struct clock *clock)
{
	struct slice s = piece_slice(t, i);
	*clock = (struct clock){.second = -1};
	if (!piece_is_number(t, i) || s.len > 5)
		return 0;
	int n = piece_digits(t, i);
	bool colon = piece_is_mark(t, i + 1, ':') && piece_is_glued(t, i + 1) && piece_is_glued(t, i + 2);
	if (colon && n >= 0 && piece_length(t, i + 2) == 2 && piece_digits(t, i + 2) >= 0) {
		clock->hour = n;
		clock->minute = piece_digits(t, i + 2);
		clock->told = s.len == 2;
		bool seconds = piece_is_mark(t, i + 3, ':') && piece_length(t, i + 4) == 2 &&
			       piece_is_glued(t, i + 4);
		clock->second = seconds ? piece_digits(t, i + 4) : -1;
		return i + (seconds ? 5 : 3);
	}
	if (piece_at(t, i)->flags & PIECE_POINT && s.len >= 4 && s.at[s.len - 3] == '.') {
		clock->hour = s.at[0] - '0';
		if (s.len == 5)
			clock->hour = clock->hour * 10 + (s.at[1] - '0');
		clock->minute = (s.at[s.len - 2] - '0') * 10 + (s.at[s.len - 1] - '0');
		return i + 1;
	}
	clock->hour = s.len == 4 ? n / 100 : n;
	clock->minute = s.len == 4 ? n % 100 : 0;
	return n >= 0 && s.len != 3 ? i + 1 : 0;
}

static void
put_two(struct text_buffer *out, char before, int n)
{
	char digits[3] = {before, (char)('0' + n / 10), (char)('0' + n % 10)};
	text_append(out, (struct slice){digits, sizeof digits});
}

static void
put_zone(struct text_buffer *out, int minutes)
{
	if (minutes == 0)
		text_append(out, SLICE("Z"));
	if (minutes == 0 || minutes == ZONE_LOCAL)
		return;
	int size = minutes < 0 ? -minutes : minutes;
	put_two(out, minutes < 0 ? '-' : '+', size / 60);
	put_two(out, ':', size % 60);
}

/* Writes the clock's time with the zone that may stand behind it; gives the index behind. */
static size_t
put_clock(const struct pieces *t, size_t next, const struct clock *clock, struct text_buffer *out)
{
	bool braced = piece_is_mark(t, next, '(') && piece_has(t, next + 1, ROLE_ZONE) &&
		      piece_is_mark(t, next + 2, ')');
	size_t zone = next + braced;
	put_two(out, 'T', clock->hour);
	put_two(out, ':', clock->minute);
	if (clock->second >= 0)
		put_two(out, ':', clock->second);
	if (!piece_has(t, zone, ROLE_ZONE) || !piece_is_capital(t, zone))
		return next;
	put_zone(out, piece_word(t, zone)->value - 1);
	return zone + 1 + braced;
}

/* 14:30, 9am, 2.30 p.m. */
static size_t
read_clock(const struct pieces *t, size_t i, struct clock *clock)
{
	char half = 0;
	size_t next = read_digits(t, i, clock);
	if (next == 0)
		return 0;
	clock->colon = next >= i + 3;
	clock->is_long = piece_length(t, i) == 4 && next == i + 1 && !(piece_at(t, i)->flags & PIECE_POINT);
	size_t behind = read_half_day(t, next, &half);
	clock->half = behind > 0 ? half : 0;
	return behind > 0 ? behind : next;
}

/* The hour of the day, 0 to 24, as am and pm have it. */
static int
hour_of_day(int hour, char half)
{
	if (half == 'p' && hour < 12)
		return hour + 12;
	return half == 'a' && hour == 12 ? 0 : hour;
}

static bool
clock_is_valid(const struct clock *clock)
{
	return clock->hour <= 24 && clock->minute <= 59 && clock->second <= 59;
}

/* The second time of 3-5pm, 9am to 5pm and 14:00-16:00 behind the first, or 0; am and pm are told of it. */
static size_t
read_until(const struct pieces *t, size_t next, bool between, const struct clock *first, struct clock *until)
{
	bool dash = piece_is_dash(t, next) && piece_is_glued(t, next) == piece_is_glued(t, next + 1);
	bool joined = between ? piece_is(t, next, PLAIN_AND) : dash || piece_is(t, next, PLAIN_TO);
	size_t end = joined ? read_clock(t, next + 1, until) : 0;
	bool alike = until->half != 0 || (first->half == 0 && first->colon && until->colon);
	if (end == 0 || !alike || until->is_long || first->is_long)
		return 0;
	until->hour = hour_of_day(until->hour, until->half);
	return clock_is_valid(until) && !(piece_is_glued(t, end) && piece_is_mark(t, end, ':')) ? end : 0;
}

/* The first hour of 9-11pm and of 11-1pm, which has the half of the day that the second tells, or the other.
 */
static int
shared_hour(const struct clock *first, const struct clock *until)
{
	int hour = hour_of_day(first->hour, until->half);
	if (first->hour > 12 || hour * 60 + first->minute < until->hour * 60 + until->minute)
		return hour;
	return hour >= 12 ? hour - 12 : hour + 12;
}

/* A time, or a range of times whose end gives its am or pm to the first. */
static size_t
clock_match(const struct pieces *t, size_t i, bool between, struct text_buffer *out)
{
	if (!piece_is_number(t, i))
		return 0;
	struct clock clock, until = {.half = 0};
	size_t next = read_clock(t, i, &clock);
	if (next == 0 ||
		(piece_is_glued(t, i) && (piece_is_mark(t, i - 1, ':') || piece_is_mark(t, i - 1, '.'))))
		return 0;
	size_t end = read_until(t, next, between, &clock, &until);
	bool zone = piece_has(t, next, ROLE_ZONE) && piece_is_capital(t, next);
	bool led = piece_is(t, i - 1, PLAIN_AT) || piece_has(t, i - 1, ROLE_IN);
	bool halved = clock.half != 0 || (end > 0 && until.half != 0);
	if ((between && end == 0) || (!halved && !zone && !(clock.colon && (clock.told || led))) ||
		piece_is_mark(t, next, '%') || (clock.is_long && halved))
		return 0;
	clock.hour = end > 0 && clock.half == 0 ? shared_hour(&clock, &until)
						: hour_of_day(clock.hour, clock.half);
	if (!clock_is_valid(&clock))
		return 0;
	if (end == 0)
		return put_clock(t, next, &clock, out);
	put_clock(t, end, &clock, out);
	text_append(out, SLICE("/"));
	return put_clock(t, end, &until, out);
}

/* seven o'clock, noon, midnight, half past two */
static size_t
spoken_match(const struct pieces *t, size_t i, struct text_buffer *out)
{
	struct clock clock = {.second = -1};
	if (piece_is(t, i, PLAIN_NOON)) {
		if (piece_is_capital(t, i) && piece_is_capital(t, i + 1))
			return 0;
		bool night = piece_length(t, i) == 8;
		text_append(out, night ? SLICE("T24:00") : SLICE("T12:00"));
		return i + 1;
	}
	size_t at = i;
	bool half = piece_is(t, at, PLAIN_HALF) && piece_has(t, at + 1, ROLE_STEP) &&
		    piece_word(t, at + 1)->value == STEP_PAST;
	at += half ? 2 : 0;
	struct amount amount;
	size_t next = number_match(t, at, &amount);
	int hour = next > 0 && !amount.is_article ? decimal_whole(amount.low) : -1;
	bool o_clock = letter_is(t, next, 'o') && piece_is_apostrophe(t, next + 1) &&
		       piece_is(t, next + 2, PLAIN_CLOCK);
	if (hour < 1 || hour > 12 || (!half && !o_clock))
		return 0;
	clock.hour = hour;
	clock.minute = half ? 30 : 0;
	return put_clock(t, next + (o_clock ? 3 : 0), &clock, out);
}

static bool
takes_day_part(const struct timex *day)
{
	return day->grain == TIMEX_DAY || day->grain == TIMEX_WEEKDAY;
}

/* "early hours" behind "the" or "Friday's": the index behind, with "of Friday morning" left to itself. */
static size_t
early_hours(const struct pieces *t, size_t begin, size_t i)
{
	bool owned = piece_is_apostrophe(t, i) && piece_is(t, i + 1, PLAIN_S);
	size_t at = owned ? i + 2 : i;
	if (!owned && piece_has(t, begin, ROLE_THE) && piece_has(t, begin + 1, ROLE_EDGE))
		at = begin + 1;
	else if (!owned)
		return 0;
	bool hours = piece_has(t, at, ROLE_EDGE) && piece_has(t, at + 1, ROLE_UNITS) &&
		     piece_word(t, at + 1)->unit == UNIT_HOUR;
	return hours ? at + 2 : 0;
}

/* Thursday night, yesterday evening, last night, this morning, the early hours, early morning */
static size_t
part_match(const struct pieces *t, size_t i, size_t date_end, const struct date_match *found,
	const struct date_context *c, struct text_buffer *out)
{
	struct timex day = {
		.grain = TIMEX_DAY, .year = TIMEX_UNKNOWN, .month = TIMEX_UNKNOWN, .day = TIMEX_UNKNOWN};
	struct date_match behind;
	const struct date_match *date = found;
	size_t next = i;
	if (piece_is(t, i, PLAIN_ALL) && piece_has(t, i + 1, ROLE_DAYPART)) {
		day.day_part = (enum day_part)piece_word(t, i + 1)->value;
		timex_put(out, &day);
		return i + 2;
	}
	bool the = piece_has(t, next, ROLE_THE), step = piece_has(t, next, ROLE_STEP);
	next += the;
	next += piece_has(t, next, ROLE_EDGE) ? 1 : 0;
	next += next > i + the && piece_is_dash(t, next) ? 1 : 0;
	bool this_part = piece_has(t, next, ROLE_STEP) && piece_has(t, next + 1, ROLE_DAYPART);
	if (this_part) {
		int value = piece_word(t, next)->value;
		const int32_t *base =
			value == STEP_THIS || value == STEP_LAST ? context_anchor(c) : context_last(c);
		int back = value == STEP_LAST || value == STEP_PREVIOUS ? -1
			   : value == STEP_FOLLOWING                    ? 1
									: 0;
		day = resolve_unit(base, UNIT_DAY, back);
		next++;
	} else {
		size_t end = date_end;
		if (next > i) {
			end = dates_match(t, next, c, &behind);
			date = &behind;
		}
		if (end > 0 && date->until.grain == TIMEX_NONE && takes_day_part(&date->value)) {
			day = date->value;
			next = end;
		}
	}
	if (piece_is_mark(t, next, ',') && next > i + 1)
		next++;
	next += piece_has(t, next, ROLE_EDGE) && piece_has(t, next + 1, ROLE_DAYPART) ? 1 : 0;
	bool led = next > i || piece_is(t, i - 1, PLAIN_AT) || piece_has(t, i - 1, ROLE_IN);
	if (!piece_has(t, next, ROLE_DAYPART) || !led || (the && piece_is_capital(t, next)) ||
		(step && !this_part && next == i))
		return 0;
	day.day_part = (enum day_part)piece_word(t, next)->value;
	timex_put(out, &day);
	return next + 1;
}

/* the early hours of Sunday morning, Friday's early hours */
static size_t
hours_match(const struct pieces *t, size_t i, size_t date_end, const struct date_match *date,
	const struct date_context *c, struct text_buffer *out)
{
	bool dated = date_end > 0 && date->until.grain == TIMEX_NONE && takes_day_part(&date->value);
	size_t hours = early_hours(t, i, dated ? date_end : i);
	if (hours == 0)
		return 0;
	struct date_match inner;
	size_t of = 0;
	if (piece_is(t, hours, PLAIN_OF))
		of = part_match(t, hours + 1, dates_match(t, hours + 1, c, &inner), &inner, c, out);
	if (of > 0)
		return of;
	struct timex day = {
		.grain = TIMEX_DAY, .year = TIMEX_UNKNOWN, .month = TIMEX_UNKNOWN, .day = TIMEX_UNKNOWN};
	if (dated)
		day = date->value;
	day.day_part = PART_MORNING;
	timex_put(out, &day);
	return hours;
}

/* Can a part of a day be told from piece i on, where a date ends at date_end or (0) none was found? */
static bool
part_may_begin(const struct pieces *t, size_t i, size_t date_end)
{
	const uint32_t begins = ROLE_THE | ROLE_EDGE | ROLE_STEP | ROLE_DAYPART | ROLE_PLAIN;
	return date_end > 0 || piece_is_apostrophe(t, i) || piece_has(t, i, begins);
}

static size_t
night_match(const struct pieces *t, size_t i, const struct date_context *c, struct text_buffer *out)
{
	bool tonight = piece_is(t, i, PLAIN_TONIGHT);
	if (!tonight && !piece_is(t, i, PLAIN_OVERNIGHT))
		return 0;
	struct timex day = resolve_unit(context_anchor(c), UNIT_DAY, 0);
	day.day_part = PART_NIGHT;
	timex_put(out, &day);
	return i + 1;
}

size_t
times_match(const struct pieces *t, size_t i, size_t date_end, const struct date_match *date,
	const struct date_context *c, struct text_buffer *out)
{
	size_t start = out->len;
	bool between = piece_is(t, i, PLAIN_BETWEEN);
	size_t told = i + (between || piece_has(t, i, ROLE_ABOUT) ? 1 : 0);
	size_t next = clock_match(t, told, between, out);
	if (next == 0 && !between)
		next = spoken_match(t, told, out);
	if (next == 0)
		next = night_match(t, i, c, out);
	if (next == 0 && part_may_begin(t, i, date_end)) {
		next = hours_match(t, i, date_end, date, c, out);
		if (next == 0)
			next = part_match(t, i, date_end, date, c, out);
	}
	if (next == 0)
		out->len = start;
	return next;
}

void
times_words(struct words *words)
{
	static const struct {
		const char *name;
		int minutes;
	} zones[] = {{"gmt", 0}, {"utc", 0}, {"bst", 60}, {"cet", 60}, {"cest", 120}, {"est", -300},
		{"edt", -240}, {"et", ZONE_LOCAL}, {"ct", ZONE_LOCAL}, {"pt", ZONE_LOCAL}, {"mt", ZONE_LOCAL},
		{"cst", ZONE_LOCAL}, {"cdt", -300}, {"pst", -480}, {"pdt", -420}, {"ist", ZONE_LOCAL},
		{"msk", 180}, {"jst", 540}, {"aest", 600}, {"aedt", 660}, {"eest", 180}, {"eet", 120},
		{"sast", 120}, {"wib", 420}, {"hkt", 480}};
	/* one more than it is, since 0 is no value in the word list */
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
		words_add(words, zones[i].name, ROLE_ZONE, zones[i].minutes + 1);
}
