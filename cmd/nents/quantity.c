#include "quantity.h"

#include "dates_calendar.h"

enum { SYMBOL_ONLY = 1, TAKES_POWER = 2 };

struct measure {
	const char *symbol;
	const char *names; /* parted by blanks; the first of them is no word if a symbol alone is meant */
	unsigned flags;
};

/* A short symbol counts only glued to digits or behind them: 20km, 20 km; words count behind number words
 * too. */
static const struct measure measures[] = {
	{"", "", 0}, {"m", "metre metres meter meters m", TAKES_POWER},
	{"km", "kilometre kilometres kilometer kilometers km kms", TAKES_POWER},
	{"cm", "centimetre centimetres centimeter centimeters cm", TAKES_POWER},
	{"mm", "millimetre millimetres millimeter millimeters mm", TAKES_POWER},
	{"nm", "nanometre nanometres nanometer nanometers nm", 0}, {"mi", "mile miles mi", TAKES_POWER},
	{"ft", "foot feet ft", TAKES_POWER}, {"in", "inch inches", TAKES_POWER},
	{"yd", "yard yards yd", TAKES_POWER}, {"ly", "lightyear lightyears", 0},
	{"kg", "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs", 0},
	{"g", "gram grams gramme grammes g", 0}, {"mg", "milligram milligrams mg", 0},
	{"ug", "microgram micrograms mcg", 0}, {"t", "tonne tonnes", 0}, {"ton", "ton tons", 0},
	{"lb", "pound pounds lb lbs", 0}, {"oz", "ounce ounces oz", 0}, {"st", "stone", 0},
	{"l", "litre litres liter liters", 0}, {"ml", "millilitre millilitres milliliter milliliters ml", 0},
	{"gal", "gallon gallons", 0}, {"pt", "pint pints", 0}, {"bbl", "barrel barrels", 0},
	{"bbl/d", "bpd", 0}, {"bu", "bushel bushels", 0}, {"ha", "hectare hectares ha", 0},
	{"acre", "acre acres", 0}, {"km/h", "kmh kph", 0}, {"mph", "mph", 0}, {"kn", "knot knots", 0},
	{"W", "watt watts", 0}, {"kW", "kilowatt kilowatts kw", 0}, {"MW", "megawatt megawatts mw", 0},
	{"GW", "gigawatt gigawatts gw", 0}, {"TW", "terawatt terawatts tw", 0}, {"kWh", "kwh", 0},
	{"MWh", "mwh", 0}, {"GWh", "gwh", 0}, {"TWh", "twh", 0}, {"V", "volt volts", 0},
	{"Hz", "hertz hz", 0}, {"MHz", "megahertz mhz", 0}, {"GHz", "gigahertz ghz", 0},
	{"kB", "kilobyte kilobytes kb", 0}, {"MB", "megabyte megabytes mb", 0},
	{"GB", "gigabyte gigabytes gb", 0}, {"TB", "terabyte terabytes tb", 0},
	{"hp", "horsepower hp bhp", 0}, {"cal", "calorie calories kcal", 0}, {"carat", "carat carats", 0},
	{"dB", "decibel decibels db", 0}, {"Mt", "megaton megatons megatonne megatonnes", 0},
	{"kt", "kiloton kilotons", 0}, {"MP", "megapixel megapixels mp", 0},
	{"bp", "bps basis", 0}, /* basis points */
};

void
quantity_words(struct words *words)
{
	for (int i = 1; i < (int)(sizeof measures / sizeof *measures); i++) {
		const char *names = measures[i].names;
		while (*names != '\0') {
			size_t len = strcspn(names, " ");
			words_add_slice(words, (struct slice){names, len}, ROLE_MEASURE, i);
			names += len + (names[len] == ' ');
		}
	}
}

/* The behind of "percent", "per cent", "%", "percentage points" at i, or 0. */
static size_t
read_percent(const struct pieces *t, size_t i)
{
	if (piece_is_mark(t, i, '%'))
		return i + 1;
	if (piece_is(t, i, PLAIN_PER) && slice_equal(piece_slice(t, i + 1), SLICE("cent")))
		return i + 2;
	if (slice_equal(piece_slice(t, i), SLICE("pc")) && piece_is_number(t, i - 1))
		return i + 1;
	if (!piece_is(t, i, PLAIN_PERCENT))
		return 0;
	if (piece_length(t, i) == 10) /* percentage */
		return piece_is(t, i + 1, PLAIN_POINTS) ? i + 2 : 0;
	return i + 1;
}

/* The second of "10% to 15%" */
static size_t
read_until(const struct pieces *t, size_t begin, size_t next, bool between, struct amount *amount)
{
	struct amount high;
	bool joined = between ? piece_is(t, next, PLAIN_AND)
			      : piece_is(t, next, PLAIN_TO) || piece_is_dash(t, next);
	bool change =
		piece_is(t, begin - 1, PLAIN_FROM) && !piece_is_dash(t, next); /* from 3% to 5% are two */
	size_t end = joined && !change && !amount->is_range ? number_match(t, next + 1, &high) : 0;
	size_t behind = end > 0 ? read_percent(t, end) : 0;
	if (behind == 0 || high.is_vague || high.is_article || decimal_compare(high.low, amount->low) <= 0)
		return next;
	amount->high = high.low;
	amount->is_range = true;
	return behind;
}

/* The amount at i, which may be a range and have a minus before it. */
static size_t
read_signed(const struct pieces *t, size_t i, struct amount *amount, bool *minus)
{
	size_t at = number_skip_minus(t, i), next = number_range_match(t, at, amount);
	*minus = at > i;
	return *minus && (amount->is_vague || amount->is_article) ? 0 : next;
}

size_t
percent_match(const struct pieces *t, size_t i, struct text_buffer *out)
{
	struct amount amount;
	bool minus;
	size_t at = number_skip_about(t, i);
	bool between = piece_is(t, at, PLAIN_BETWEEN) && number_range_match(t, at, &amount) == 0;
	size_t next = read_signed(t, at + between, &amount, &minus);
	if (next == 0 || amount.is_article)
		return 0;
	next += piece_is_dash(t, next) && piece_is_glued(t, next) && !piece_is_mark(t, next + 1, '%') ? 1 : 0;
	next = read_percent(t, next);
	if (next == 0)
		return 0;
	size_t end = read_until(t, i, next, between, &amount);
	if (between && end == next)
		return 0;
	if (minus)
		text_append(out, SLICE("-"));
	amount_put(out, &amount);
	text_append(out, amount.is_vague ? SLICE("%") : SLICE(" %"));
	return end;
}

/* degrees Celsius, °C, ° */
static size_t
read_degrees(const struct pieces *t, size_t i, const char **symbol)
{
	bool sign = piece_is_mark(t, i, 0xB0);
	struct slice letter = piece_slice(t, i);
	if (piece_is_glued(t, i) && piece_is_number(t, i - 1) && letter.len == 1 &&
		(letter.at[0] == 'C' || letter.at[0] == 'F')) {
		*symbol = letter.at[0] == 'C' ? "°C" : "°F"; /* -30C */
		return i + 1;
	}
	if (!sign && !piece_is(t, i, PLAIN_DEGREES))
		return 0;
	struct slice scale = piece_slice(t, i + 1);
	bool celsius = slice_equal(scale, SLICE("C")) || slice_equal(scale, SLICE("Celsius")) ||
		       slice_equal(scale, SLICE("celsius"));
	bool fahrenheit = slice_equal(scale, SLICE("F")) || slice_equal(scale, SLICE("Fahrenheit")) ||
			  slice_equal(scale, SLICE("fahrenheit"));
	*symbol = celsius ? "°C" : fahrenheit ? "°F" : "°";
	return i + 1 + (celsius || fahrenheit);
}

static bool
is_short(const struct measure *measure, struct slice word)
{
	return word.len <= 3 &&
	       !(word.len == 3 && (slice_equal(word, SLICE("ton")) || measure->symbol[0] == '\0'));
}

static bool
is_hours(const struct pieces *t, size_t i)
{
	return piece_has(t, i, ROLE_UNIT | ROLE_UNITS) && piece_word(t, i)->unit == UNIT_HOUR;
}

/* acre-feet and megawatt-hours behind the first of them, which ends at i: the index behind, or i; 0 where a
 * unit of a kind that is not known ends there. */
static size_t
read_compound(const struct pieces *t, size_t i, const struct measure *measure, struct text_buffer *symbol)
{
	size_t at = piece_skip_hyphen(t, i), len = strlen(measure->symbol);
	bool foot = piece_has(t, at, ROLE_MEASURE) &&
		    strcmp(measures[piece_word(t, at)->unit].symbol, "ft") == 0 && piece_length(t, at) > 2;
	if (foot && strcmp(measure->symbol, "acre") == 0) {
		text_append(symbol, SLICE("-ft"));
		return at + 1;
	}
	if (is_hours(t, at) && measure->symbol[len - 1] == 'W') {
		text_append(symbol, SLICE("h"));
		return at + 1;
	}
	bool unknown =
		at > i && (is_hours(t, at) || (piece_has(t, at, ROLE_MEASURE) && piece_length(t, at) > 2));
	return unknown ? 0 : i;
}

/* miles, square kilometres, metric tons at i, without what it is a rate of: the index behind, or 0. */
static size_t
read_unit(const struct pieces *t, size_t i, bool digits, bool hyphen, struct text_buffer *symbol)
{
	const char *power = piece_is(t, i, PLAIN_SQUARE) ? "2" : piece_is(t, i, PLAIN_CUBIC) ? "3" : "";
	bool nautical = piece_is(t, i, PLAIN_NAUTICAL), metric = piece_is(t, i, PLAIN_METRIC);
	size_t at = i + (*power != '\0' || nautical || metric ? 1 : 0);
	at += at > i && piece_is_dash(t, at) ? 1 : 0;
	at += piece_is_mark(t, at, '.') ? 1 : 0; /* sq. */
	if (!piece_has(t, at, ROLE_MEASURE) || piece_is_foreign(t, at))
		return 0;
	const struct measure *measure = &measures[piece_word(t, at)->unit];
	struct slice word = piece_slice(t, at);
	if (is_short(measure, word) &&
		(!digits || hyphen || (word.len == 1 && at == i && piece_is_capital(t, at))))
		return 0;
	if (slice_equal(word, SLICE("stone")) && !digits)
		return 0;
	if (slice_equal(word, SLICE("basis"))) {
		at = piece_skip_hyphen(t, at + 1);
		if (!piece_is(t, at, PLAIN_POINTS))
			return 0;
	}
	text_append(symbol, nautical ? SLICE("nmi") : metric ? SLICE("t") : slice_of(measure->symbol));
	text_append(symbol, slice_of(power));
	if (*power == '\0' && measure->flags & TAKES_POWER &&
		(piece_is_mark(t, at + 1, 0xB2) || piece_is_mark(t, at + 1, 0xB3))) {
		text_append(symbol, piece_is_mark(t, at + 1, 0xB2) ? SLICE("2") : SLICE("3"));
		return at + 2;
	}
	return read_compound(t, at + 1, measure, symbol);
}

/* The time that a rate is told for: an hour, /s. */
static size_t
read_period(const struct pieces *t, size_t i, bool stroke, struct text_buffer *symbol)
{
	static const struct {
		const char *spelling, *symbol;
		bool stroke; /* behind a stroke alone */
	} periods[] = {{"second", "s", false}, {"minute", "min", false}, {"hour", "h", false},
		{"day", "d", false}, {"week", "week", false}, {"month", "month", false},
		{"year", "year", false}, {"s", "s", true}, {"sec", "s", true}, {"min", "min", true},
		{"h", "h", true}, {"hr", "h", true}, {"d", "d", true}};
	for (size_t k = 0; k < sizeof periods / sizeof *periods; k++) {
		if ((stroke || !periods[k].stroke) &&
			slice_equal(piece_slice(t, i), slice_of(periods[k].spelling))) {
			text_append(symbol, slice_of(periods[k].symbol));
			return i + 1;
		}
	}
	return 0;
}

/* The thing that a rate is told for: person, capita, household. */
static size_t
read_thing(const struct pieces *t, size_t i, struct text_buffer *symbol)
{
	if (piece_at(t, i)->kind != PIECE_WORD || piece_at(t, i)->word != 0 || piece_is_capital(t, i) ||
		piece_length(t, i) < 3)
		return 0;
	text_append(symbol, piece_slice(t, i));
	return i + 1;
}

/* "an hour" behind a unit that ends at i, "a day" behind barrels: the index behind, or i. With other units
 * and periods it is a date of its own. */
static size_t
read_article_rate(const struct pieces *t, size_t i, struct text_buffer *symbol)
{
	size_t at = piece_skip_hyphen(t, i + 1);
	bool barrels = symbol->len >= 3 && memcmp(symbol->bytes + symbol->len - 3, "bbl", 3) == 0;
	if (!is_hours(t, at) && !(barrels && piece_is(t, at, PLAIN_DAY)))
		return i;
	text_append(symbol, SLICE("/"));
	return read_period(t, at, false, symbol);
}

/*
 * "per cubic metre", "/s", "an hour" behind a unit that ends at i: the index behind, or i where it is no
 * rate; 0 where it is one of what is not known (5 litres per 100 km).
 */
static size_t
read_rate(const struct pieces *t, size_t i, struct text_buffer *symbol)
{
	size_t at = piece_skip_hyphen(t, i);
	bool stroke = piece_is_mark(t, i, '/') && piece_is_glued(t, i) && piece_is_glued(t, i + 1) &&
		      piece_at(t, i + 1)->kind == PIECE_WORD;
	if (piece_has(t, at, ROLE_ARTICLE)) {
		size_t behind = read_article_rate(t, at, symbol);
		return behind > at ? behind : i;
	}
	if (!stroke && !piece_is(t, at, PLAIN_PER))
		return i;
	at = piece_skip_hyphen(t, at + 1);
	size_t start = symbol->len;
	text_append(symbol, SLICE("/"));
	size_t end = read_period(t, at, stroke, symbol);
	if (end > 0 && stroke && (piece_is_mark(t, end, 0xB2) || piece_is_mark(t, end, 0xB3))) { /* m/s2 */
		text_append(symbol, piece_is_mark(t, end, 0xB2) ? SLICE("2") : SLICE("3"));
		end++;
	}
	if (end == 0)
		end = read_unit(t, at, true, false, symbol);
	if (end == 0 && !stroke)
		end = read_thing(t, at, symbol);
	if (end == 0)
		symbol->len = start;
	return end == 0 && stroke && piece_is_capital(t, at) ? i : end;
}

/* miles, square kilometres, km/h, pounds per person per day at i: the symbol and what stands behind, or 0. */
static size_t
read_measure(const struct pieces *t, size_t i, bool digits, bool hyphen, struct text_buffer *symbol)
{
	size_t next = read_unit(t, i, digits, hyphen, symbol),
	       end = next > 0 ? read_rate(t, next, symbol) : 0;
	return end > next ? read_rate(t, end, symbol) : end;
}

/* May a measure or degrees be read at i, behind a word or a mark that can stand before its name? */
static bool
measure_may_follow(const struct pieces *t, size_t i)
{
	for (size_t at = i; at <= i + 3; at++)
		if (piece_has(t, at, ROLE_MEASURE))
			return true;
	return piece_is_mark(t, i, 0xB0) || piece_is(t, i, PLAIN_DEGREES) || piece_length(t, i) == 1;
}

size_t
quantity_match(const struct pieces *t, size_t i, struct text_buffer *out)
{
	struct amount amount;
	bool minus;
	size_t next = read_signed(t, number_skip_about(t, i), &amount, &minus);
	/* "m" behind digits is a million for the reader of numbers and a metre for the eye: 800m race, 100m
	 * deep */
	if (next == 0)
		return 0;
	bool hyphen = piece_is_dash(t, next) && piece_is_glued(t, next) && piece_is_glued(t, next + 1);
	next += hyphen;
	if (!measure_may_follow(t, next))
		return 0;
	size_t start = out->len;
	if (minus)
		text_append(out, SLICE("-"));
	amount_put(out, &amount);
	if (!amount.is_vague)
		text_append(out, SLICE(" "));
	const char *degrees;
	size_t end = read_degrees(t, next, &degrees);
	if (end > 0)
		text_append(out, slice_of(degrees));
	else
		end = read_measure(t, next, !amount.in_words, hyphen, out);
	if (end == 0)
		out->len = start;
	return end;
}
