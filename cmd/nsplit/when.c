#include "when.h"

#include "text.h"
#include "when_words.h"

#include <stdint.h>

static bool
is_word_byte(char c)
{
	return text_ascii_letter(c) || (unsigned char)c >= 0x80;
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
		bool more = n + 1 < s.len && text_ascii_digit(s.at[n + 1]);
		if (text_ascii_digit(s.at[n])) {
			digits++;
		} else if (more && memchr("-/.:h", s.at[n], 5) != NULL &&
			   (between == '\0' || between == s.at[n])) {
			between = s.at[n];
			groups++;
		} else {
			break;
		}
		n++;
	}
	if (between == ':' || (between == 'h' && groups == 2))
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

	while (n < s.len && (is_word_byte(s.at[n]) || (s.at[n] == '.' && n == 1 && n + 1 < s.len &&
							      text_ascii_lower(s.at[2]) == 'm')))
		n++;
	return n;
}

/* The word, "vor", and the blank behind it that begin an age: "vor 2 Stunden", "il y a 3 heures". */
static size_t
before_length(struct slice s)
{
	static const struct slice il_y_a = {"il y a ", 7};
	size_t n = word_length(s);

	if (s.len > il_y_a.len && text_ascii_lower(s.at[0]) == 'i' &&
		memcmp(s.at + 1, il_y_a.at + 1, il_y_a.len - 1) == 0)
		return il_y_a.len;
	return n > 0 && n + 1 < s.len && s.at[n] == ' ' && when_classify((struct slice){s.at, n}) == BEFORE
		       ? n + 1
		       : 0;
}

/* A number or article, and the unit of time behind it: "7 days", "an hour", "3h". */
static size_t
span_length(struct slice s)
{
	size_t n = 0, word;

	while (n < s.len && text_ascii_digit(s.at[n]))
		n++;
	if (n > 4 || (n == 0 && (n = word_length(s), when_classify((struct slice){s.at, n}) != ARTICLE)))
		return 0;
	n += n < s.len && s.at[n] == ' ';
	word = word_length(slice_after(s, n));
	return when_classify((struct slice){s.at + n, word}) == UNIT ? n + word : 0;
}

/* A span of time with a word before or behind it: "7 days ago", "3h ago", "vor 2 Stunden". 0 if s is no age.
 */
static size_t
age_length(struct slice s)
{
	size_t before = before_length(s), span = span_length(slice_after(s, before)), n = before + span;

	if (span == 0 || before > 0)
		return span == 0 ? 0 : n;
	if (n >= s.len || s.at[n] != ' ')
		return 0;
	size_t word = word_length(slice_after(s, n + 1));
	return when_classify((struct slice){s.at + n + 1, word}) == AGO ? n + 1 + word : 0;
}

/* "2024年5月3日", "2025년 5월 3일": a number before the character for year, month and day each. */
static size_t
take_east_asian(struct slice s, struct evidence *e)
{
	static const char *const units[3][2] = {{"年", "년"}, {"月", "월"}, {"日", "일"}};
	size_t n = 0;

	for (size_t u = 0; u < 3; u++) {
		size_t digits = 0;
		while (n < s.len && digits < 5 && text_ascii_digit(s.at[n]))
			digits++, n++;
		struct slice rest = slice_after(s, n);
		if (digits == 0 || digits > (u == 0 ? 4U : 2U) ||
			(!slice_starts(rest, slice_of(units[u][0])) &&
				!slice_starts(rest, slice_of(units[u][1]))))
			return 0;
		n += 3;
		n += u < 2 && n < s.len && s.at[n] == ' ';
	}
	e->numeric++;
	return n;
}

static size_t
take_word(struct slice s, struct evidence *e)
{
	size_t n = word_length(s);

	switch (when_classify((struct slice){s.at, n})) {
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
		if (n < s.len && text_ascii_digit(s.at[n]))
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
		size_t n = text_ascii_digit(rest.at[0]) ? take_east_asian(rest, &e) : 0;
		if (n == 0)
			n = text_ascii_digit(rest.at[0]) ? take_number(rest, &e) : take_word(rest, &e);
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

	if (text_ascii_digit(s.at[i]))
		return i == 0 || !text_ascii_digit(s.at[i - 1]);
	if (!is_word_byte(s.at[i]) || (i > 0 && is_word_byte(s.at[i - 1])))
		return false;
	return i == 0 || text_ascii_lower(s.at[i]) == s.at[i] ||
	       when_classify((struct slice){rest.at, word_length(rest)}) != RELATIVE;
}

struct slice
when_find(struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		size_t n = may_begin(s, i) ? when_length(slice_after(s, i)) : 0;
		if (n == 0 && i > 0 && text_ascii_lower(s.at[i]) == 'a' && is_word_byte(s.at[i - 1]))
			n = age_length(slice_after(s, i)); /* "timean hour ago" */
		if (n == 0 && i > 0 && (s.at[i] == 'y' || s.at[i] == 'Y') && is_word_byte(s.at[i - 1]) &&
			when_classify(slice_after(s, i)) == RELATIVE)
			n = s.len - i; /* "Gazetteyesterday" */
		if (n > 0)
			return (struct slice){s.at + i, n};
	}
	return (struct slice){NULL, 0};
}
