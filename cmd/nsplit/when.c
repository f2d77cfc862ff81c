#include "when.h"

#include <stdint.h>

/* What the words of a date can be. */
enum word_class { OTHER, MONTH, WEEKDAY, JOINER, DAYTIME, UNIT, AGO, RELATIVE, ARTICLE };

/*
 * Words of dates in the languages whose news is scraped most; short forms may end in a full stop. Sorted by
 * class, looked up by a linear pass over a class of equal first letters: head lines are few and short.
 */
static const struct {
	const char *word;
	enum word_class class;
} lexicon[] = {
	{"january", MONTH},
	{"jan", MONTH},
	{"february", MONTH},
	{"feb", MONTH},
	{"march", MONTH},
	{"mar", MONTH},
	{"april", MONTH},
	{"apr", MONTH},
	{"may", MONTH},
	{"june", MONTH},
	{"jun", MONTH},
	{"july", MONTH},
	{"jul", MONTH},
	{"august", MONTH},
	{"aug", MONTH},
	{"september", MONTH},
	{"sept", MONTH},
	{"sep", MONTH},
	{"october", MONTH},
	{"oct", MONTH},
	{"november", MONTH},
	{"nov", MONTH},
	{"december", MONTH},
	{"dec", MONTH},
	{"januar", MONTH},
	{"februar", MONTH},
	{"m\xc3\xa4rz", MONTH},
	{"mai", MONTH},
	{"juni", MONTH},
	{"juli", MONTH},
	{"oktober", MONTH},
	{"dezember", MONTH},
	{"janvier", MONTH},
	{"f\xc3\xa9vrier", MONTH},
	{"mars", MONTH},
	{"avril", MONTH},
	{"juin", MONTH},
	{"juillet", MONTH},
	{"ao\xc3\xbbt", MONTH},
	{"septembre", MONTH},
	{"octobre", MONTH},
	{"novembre", MONTH},
	{"d\xc3\xa9"
	 "cembre",
		MONTH},
	{"enero", MONTH},
	{"febrero", MONTH},
	{"marzo", MONTH},
	{"abril", MONTH},
	{"mayo", MONTH},
	{"junio", MONTH},
	{"julio", MONTH},
	{"agosto", MONTH},
	{"septiembre", MONTH},
	{"octubre", MONTH},
	{"noviembre", MONTH},
	{"diciembre", MONTH},
	{"janeiro", MONTH},
	{"fevereiro", MONTH},
	{"mar\xc3\xa7o", MONTH},
	{"maio", MONTH},
	{"junho", MONTH},
	{"julho", MONTH},
	{"setembro", MONTH},
	{"outubro", MONTH},
	{"novembro", MONTH},
	{"dezembro", MONTH},
	{"gennaio", MONTH},
	{"febbraio", MONTH},
	{"aprile", MONTH},
	{"maggio", MONTH},
	{"giugno", MONTH},
	{"luglio", MONTH},
	{"settembre", MONTH},
	{"ottobre", MONTH},
	{"dicembre", MONTH},
	{"januari", MONTH},
	{"februari", MONTH},
	{"maart", MONTH},
	{"mei", MONTH},
	{"augustus", MONTH},
	{"augusti", MONTH},
	{"monday", WEEKDAY},
	{"tuesday", WEEKDAY},
	{"wednesday", WEEKDAY},
	{"thursday", WEEKDAY},
	{"friday", WEEKDAY},
	{"saturday", WEEKDAY},
	{"sunday", WEEKDAY},
	{"mon", WEEKDAY},
	{"tue", WEEKDAY},
	{"tues", WEEKDAY},
	{"wed", WEEKDAY},
	{"thu", WEEKDAY},
	{"thur", WEEKDAY},
	{"thurs", WEEKDAY},
	{"fri", WEEKDAY},
	{"sat", WEEKDAY},
	{"sun", WEEKDAY},
	{"montag", WEEKDAY},
	{"dienstag", WEEKDAY},
	{"mittwoch", WEEKDAY},
	{"donnerstag", WEEKDAY},
	{"freitag", WEEKDAY},
	{"samstag", WEEKDAY},
	{"sonntag", WEEKDAY},
	{"lundi", WEEKDAY},
	{"mardi", WEEKDAY},
	{"mercredi", WEEKDAY},
	{"jeudi", WEEKDAY},
	{"vendredi", WEEKDAY},
	{"samedi", WEEKDAY},
	{"dimanche", WEEKDAY},
	{"lunes", WEEKDAY},
	{"martes", WEEKDAY},
	{"jueves", WEEKDAY},
	{"viernes", WEEKDAY},
	{"domingo", WEEKDAY},
	{"at", JOINER},
	{"of", JOINER},
	{"de", JOINER},
	{"del", JOINER},
	{"um", JOINER},
	{"st", JOINER},
	{"nd", JOINER},
	{"rd", JOINER},
	{"th", JOINER},
	{"t", JOINER},
	{"am", DAYTIME},
	{"pm", DAYTIME},
	{"a.m", DAYTIME},
	{"p.m", DAYTIME},
	{"gmt", DAYTIME},
	{"utc", DAYTIME},
	{"z", DAYTIME},
	{"est", DAYTIME},
	{"edt", DAYTIME},
	{"et", DAYTIME},
	{"pst", DAYTIME},
	{"pdt", DAYTIME},
	{"pt", DAYTIME},
	{"cst", DAYTIME},
	{"cdt", DAYTIME},
	{"bst", DAYTIME},
	{"ist", DAYTIME},
	{"cet", DAYTIME},
	{"cest", DAYTIME},
	{"eet", DAYTIME},
	{"msk", DAYTIME},
	{"jst", DAYTIME},
	{"sgt", DAYTIME},
	{"hkt", DAYTIME},
	{"pkt", DAYTIME},
	{"wat", DAYTIME},
	{"eat", DAYTIME},
	{"sast", DAYTIME},
	{"aest", DAYTIME},
	{"uhr", DAYTIME},
	{"second", UNIT},
	{"seconds", UNIT},
	{"sec", UNIT},
	{"secs", UNIT},
	{"minute", UNIT},
	{"minutes", UNIT},
	{"min", UNIT},
	{"mins", UNIT},
	{"hour", UNIT},
	{"hours", UNIT},
	{"hr", UNIT},
	{"hrs", UNIT},
	{"h", UNIT},
	{"day", UNIT},
	{"days", UNIT},
	{"d", UNIT},
	{"week", UNIT},
	{"weeks", UNIT},
	{"month", UNIT},
	{"months", UNIT},
	{"year", UNIT},
	{"years", UNIT},
	{"ago", AGO},
	{"yesterday", RELATIVE},
	{"today", RELATIVE},
	{"a", ARTICLE},
	{"an", ARTICLE},
	{"one", ARTICLE},
};

static char
lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_word_byte(char c)
{
	return (lower(c) >= 'a' && lower(c) <= 'z') || (unsigned char)c >= 0x80;
}

static enum word_class
classify(struct slice word)
{
	for (size_t i = 0; i < sizeof lexicon / sizeof *lexicon; i++) {
		const char *w = lexicon[i].word;
		size_t n = 0;
		while (n < word.len && w[n] != '\0' && lower(word.at[n]) == w[n])
			n++;
		if (n == word.len && w[n] == '\0')
			return lexicon[i].class;
	}
	return OTHER;
}

/* What a run of date words has shown so far. */
struct evidence {
	unsigned months, weekdays, numbers, years, clocks, numeric;
	bool relative; /* "yesterday", "2 days ago" */
};

static bool
is_a_date(const struct evidence *e)
{
	return e->relative || e->numeric > 0 || (e->months > 0 && e->numbers + e->years > 0) ||
	       (e->weekdays > 0 && e->clocks > 0);
}

/* Digits and what may stand between the digits of one date: "2024-05-03", "3/5/2024", "10:15", "12". */
static size_t
take_number(struct slice s, struct evidence *e)
{
	size_t n = 0, digits = 0, groups = 1;
	char between = '\0';

	while (n < s.len) {
		bool more = n + 1 < s.len && is_digit(s.at[n + 1]);
		if (is_digit(s.at[n])) {
			digits++;
		} else if (more && (s.at[n] == '-' || s.at[n] == '/' || s.at[n] == '.' || s.at[n] == ':') &&
			   (between == '\0' || between == s.at[n])) {
			between = s.at[n];
			groups++;
		} else {
			break;
		}
		n++;
	}
	if (between == ':')
		e->clocks++;
	else if (groups == 3 && digits >= 4 && digits <= 8)
		e->numeric++;
	else if (groups == 1 && digits == 4)
		e->years++;
	else if (groups == 1 && digits <= 2)
		e->numbers++;
	else if (groups == 2 && between == '.')
		e->clocks++; /* "10.15 Uhr" */
	else
		return 0;
	return n;
}

static size_t
word_length(struct slice s)
{
	size_t n = 0;

	while (n < s.len && (is_word_byte(s.at[n]) ||
				    (s.at[n] == '.' && n == 1 && n + 1 < s.len && lower(s.at[2]) == 'm')))
		n++;
	return n;
}

/* "ago" and its unit close an age: "7 days ago", "an hour ago", "3h ago". 0 if s is no age. */
static size_t
age_length(struct slice s)
{
	size_t n = 0, word;

	while (n < s.len && is_digit(s.at[n]))
		n++;
	if (n == 0 && (n = word_length(s), classify((struct slice){s.at, n}) != ARTICLE))
		return 0;
	if (n > 4)
		return 0;
	n += n < s.len && s.at[n] == ' ';
	word = word_length(slice_after(s, n));
	if (classify((struct slice){s.at + n, word}) != UNIT)
		return 0;
	n += word;
	if (n >= s.len || s.at[n] != ' ')
		return 0;
	word = word_length(slice_after(s, n + 1));
	return classify((struct slice){s.at + n + 1, word}) == AGO ? n + 1 + word : 0;
}

static size_t
take_word(struct slice s, struct evidence *e)
{
	size_t n = word_length(s);

	switch (classify((struct slice){s.at, n})) {
	case MONTH:
		e->months++;
		break;
	case WEEKDAY:
		e->weekdays++;
		break;
	case DAYTIME:
	case JOINER:
		if (!e->relative &&
			e->months + e->weekdays + e->numbers + e->years + e->numeric + e->clocks == 0)
			return 0;
		break;
	case RELATIVE:
		if (n < s.len && is_digit(s.at[n]))
			return 0; /* "Russia Today7 days ago" */
		e->relative = true;
		break;
	default:
		return 0;
	}
	return n;
}

static size_t
separators(struct slice s)
{
	size_t n = 0;

	while (n < s.len && (s.at[n] == ' ' || s.at[n] == ',' || s.at[n] == '.' || s.at[n] == '(' ||
				    s.at[n] == ')' || s.at[n] == '+' || s.at[n] == '-'))
		n++;
	return n;
}

size_t
when_length(struct slice s)
{
	struct evidence e = {0};
	size_t at = age_length(s), good = 0;

	if (at > 0)
		return at;
	while (at < s.len) {
		struct slice rest = slice_after(s, at);
		size_t n = is_digit(rest.at[0]) ? take_number(rest, &e) : take_word(rest, &e);
		if (n == 0 || e.months > 1 || e.years > 2)
			break;
		at += n;
		good = at;
		at += separators(slice_after(s, at));
	}
	if (!is_a_date(&e))
		return 0;
	if (good < s.len && (s.at[good] == '.' || s.at[good] == ')') && good + 1 == s.len)
		good++;
	return good;
}

/*
 * A date may begin here: at the start, behind a byte that is no letter, or as a digit behind a letter.
 * "Today" with a capital inside a line belongs to a name: "Russia Today".
 */
static bool
may_begin(struct slice s, size_t i)
{
	struct slice rest = slice_after(s, i);

	if (is_digit(s.at[i]))
		return i == 0 || !is_digit(s.at[i - 1]);
	if (!is_word_byte(s.at[i]) || (i > 0 && is_word_byte(s.at[i - 1])))
		return false;
	return i == 0 || s.at[i] != 'T' || classify((struct slice){rest.at, word_length(rest)}) != RELATIVE;
}

struct slice
when_find(struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		size_t n = may_begin(s, i) ? when_length(slice_after(s, i)) : 0;
		if (n == 0 && i > 0 && lower(s.at[i]) == 'a' && is_word_byte(s.at[i - 1]))
			n = age_length(slice_after(s, i)); /* "timean hour ago" */
		if (n == 0 && i > 0 && (s.at[i] == 'y' || s.at[i] == 'Y') && is_word_byte(s.at[i - 1]) &&
			classify(slice_after(s, i)) == RELATIVE)
			n = s.len - i; /* "Gazetteyesterday" */
		if (n > 0)
			return (struct slice){s.at + i, n};
	}
	return (struct slice){NULL, 0};
}
