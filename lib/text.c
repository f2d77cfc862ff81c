#include "text.h"

#include "cli.h"
#include "lanes.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

enum { REPLACEMENT = 0xfffd, NBSP = 0xa0 };

void
text_append(struct text_buffer *b, struct slice s)
{
	if (s.len == 0)
		return;
	cli_grow(&b->bytes, &b->capacity, b->len + s.len, 1);
	memcpy(b->bytes + b->len, s.at, s.len);
	b->len += s.len;
}

/* --- UTF-8 ------------------------------------------------------------------------------------ */

/*
 * How many of the first n bytes belong to the sequence that begins at p, and whether it is whole. The
 * table is The Unicode Standard's 3-7, "Well-Formed UTF-8 Byte Sequences": only the second byte's range
 * depends on the first. An ill-formed sequence's length is that of its maximal subpart, at least 1.
 */
static size_t
sequence_length(const unsigned char *p, size_t n, bool *whole)
{
	unsigned char first = p[0], low = 0x80, high = 0xbf;
	size_t want, have = 1;

	*whole = true;
	if (first < 0x80)
		return 1;
	if (first >= 0xc2 && first <= 0xdf)
		want = 2;
	else if ((first & 0xf0) == 0xe0)
		want = 3;
	else if (first >= 0xf0 && first <= 0xf4)
		want = 4;
	else
		want = 0;
	if (first == 0xe0)
		low = 0xa0;
	else if (first == 0xed)
		high = 0x9f;
	else if (first == 0xf0)
		low = 0x90;
	else if (first == 0xf4)
		high = 0x8f;
	while (have < want && have < n && p[have] >= low && p[have] <= high) {
		low = 0x80;
		high = 0xbf;
		have++;
	}
	*whole = have == want;
	return have;
}

/* From i on, the first byte of s that is not ASCII. */
static size_t
ascii_end(struct slice s, size_t i)
{
	while (s.len - i >= LANES && !lanes_any(lanes_at(s.at + i) < 0))
		i += LANES;
	while (i < s.len && (signed char)s.at[i] >= 0)
		i++;
	return i;
}

size_t
text_sequence(struct slice s, bool *whole)
{
	return sequence_length((const unsigned char *)s.at, s.len, whole);
}

bool
text_is_utf8(struct slice s)
{
	for (size_t i = 0; (i = ascii_end(s, i)) < s.len;) {
		bool whole;
		i += sequence_length((const unsigned char *)s.at + i, s.len - i, &whole);
		if (!whole)
			return false;
	}
	return true;
}

uint32_t
text_decode(struct slice s, size_t *len)
{
	static const unsigned char payload[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
	const unsigned char *p = (const unsigned char *)s.at;
	bool whole;
	size_t n = sequence_length(p, s.len, &whole);

	if (!whole) {
		*len = 1;
		return REPLACEMENT;
	}
	uint32_t point = p[0] & payload[n];
	for (size_t i = 1; i < n; i++)
		point = point << 6 | (p[i] & 0x3fu);
	*len = n;
	return point;
}

size_t
text_encode(uint32_t point, char out[4])
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)point, (utf8proc_uint8_t *)out);
}

/* --- What a terminal is shown ----------------------------------------------------------------- */

static bool
is_shown(uint32_t point, enum text_shown what)
{
	bool control = point < 0x20 || (point >= 0x7f && point < 0xa0);
	bool direction = (point >= 0x200e && point <= 0x200f) || (point >= 0x2028 && point <= 0x202e) ||
			 (point >= 0x2066 && point <= 0x2069) || point == 0xfeff;

	if (what == TEXT_DATA)
		return !control || point == '\t' || point == '\n';
	return !control && !direction;
}

/* The character at the start of s, its length in *len: is it shown as it is? */
static bool
shows_first(struct slice s, enum text_shown what, uint32_t *point, size_t *len)
{
	*point = text_decode(s, len);
	if (what == TEXT_DATA && *point == '\r' && s.len > 1 && s.at[1] == '\n')
		return true;
	if (*point == REPLACEMENT && *len == 1) {
		*point = (unsigned char)s.at[0];
		return false;
	}
	return is_shown(*point, what);
}

size_t
text_escape(struct slice *rest, enum text_shown what, char *out, size_t capacity)
{
	size_t len = 0, n;
	uint32_t point;

	while (rest->len > 0 && len + 8 < capacity) {
		if (shows_first(*rest, what, &point, &n)) {
			memcpy(out + len, rest->at, n);
			len += n;
		} else {
			len += (size_t)snprintf(out + len, capacity - len,
				point < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)point);
		}
		*rest = slice_after(*rest, n);
	}
	return len;
}

bool
text_is_shown(struct slice s, enum text_shown what)
{
	size_t n;
	uint32_t point;

	while (s.len > 0) {
		if (!shows_first(s, what, &point, &n))
			return false;
		s = slice_after(s, n);
	}
	return true;
}

/* --- The dirty-byte policy -------------------------------------------------------------------- */

static bool
is_blank(uint32_t point)
{
	return point == ' ' || point == '\t' || point == NBSP || point == 0x1680 || point == 0x3000 ||
	       (point >= 0x2000 && point <= 0x200a) || point == 0x202f || point == 0x205f;
}

/* The length of the blank that ends s, 0 if none does. */
static size_t
blank_at_end(struct slice s)
{
	size_t n, back = 1;

	if (s.len == 0)
		return 0;
	if ((unsigned char)s.at[s.len - 1] < 0x80)
		return s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t';
	while (back < 3 && back < s.len && ((unsigned char)s.at[s.len - back] & 0xc0) == 0x80)
		back++;
	uint32_t point = text_decode(slice_after(s, s.len - back), &n);
	return n == back && is_blank(point) ? back : 0;
}

static struct slice
trim_end(struct slice s)
{
	for (size_t n; (n = blank_at_end(s)) > 0;)
		s.len -= n;
	return s;
}

/* ASCII, and no blank nor control character. */
static bool
is_plain(char c)
{
	return c > ' ' && c < 0x7f;
}

struct slice
text_trim(struct slice s)
{
	size_t n;

	if (s.len > 0 && is_plain(s.at[0]) && is_plain(s.at[s.len - 1]))
		return s; /* most are so */
	while (s.len > 0 && !is_plain(s.at[0]) && is_blank(text_decode(s, &n)))
		s = slice_after(s, n);
	return trim_end(s);
}

static bool
is_line_end(uint32_t point)
{
	return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

/*
 * From i on, the first byte of s that may not be clean: not ASCII, below a blank, DEL, or a line feed behind
 * what may be a blank. Bytes beyond ASCII are below 0.
 */
static size_t
plain_end(struct slice s, size_t i)
{
	if (i == 0 && s.len > 0 && s.at[0] >= ' ' && s.at[0] < 0x7f)
		i = 1;
	for (; i > 0 && s.len - i >= LANES; i += LANES) {
		lanes v = lanes_at(s.at + i), before = lanes_at(s.at + i - 1), feed = v == '\n';
		lanes blank = (before <= ' ') & (before != '\n');
		unsigned doubts = lanes_bits(((v < ' ') & ~feed) | (v == 0x7f) | (feed & blank));
		if (doubts != 0)
			return i + (size_t)__builtin_ctz(doubts);
	}
	while (i < s.len && s.at[i] >= ' ' && s.at[i] < 0x7f)
		i++;
	return i;
}

/* How many bytes at the start of s are clean already: the rest begins with what is not. */
static size_t
clean_length(struct slice s)
{
	size_t i = 0;

	while ((i = plain_end(s, i)) < s.len) {
		bool whole;
		unsigned char c = (unsigned char)s.at[i];
		size_t n = sequence_length((const unsigned char *)s.at + i, s.len - i, &whole);
		if (!whole || (c < 0x20 && c != '\t' && c != '\n') || c == 0x7f)
			return i;
		if (c == '\n' && i > 0 && (signed char)s.at[i - 1] <= ' ' &&
			blank_at_end((struct slice){s.at, i}) > 0)
			return i;
		if (c == 0xc2 || c == 0xe2 || c == 0xef) {
			size_t len;
			uint32_t point = text_decode(slice_after(s, i), &len);
			if (point < 0xa0 || is_line_end(point) || point == 0xfeff)
				return i;
		}
		i += n;
	}
	return i;
}

/*
 * The length of the terminal escape sequence at the start of s (ECMA-48: control sequences, strings, two-byte
 * escapes); 1 if it is only the escape byte that is one. Never goes beyond its line, nor beyond the next
 * escape byte: each byte is looked at once.
 */
static size_t
escape_length(struct slice s)
{
	size_t i = 1;
	unsigned char kind = s.len > 1 ? (unsigned char)s.at[1] : 0;

	if (kind == '[') {
		for (i = 2; i < s.len && s.at[i] >= 0x20 && s.at[i] <= 0x3f;)
			i++;
		return i < s.len && s.at[i] >= 0x40 && s.at[i] <= 0x7e ? i + 1 : 2;
	}
	if (kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_') {
		for (i = 2; i < s.len && s.at[i] != '\n' && s.at[i] != '\r' && s.at[i] != 0x1b; i++)
			if (s.at[i] == 0x07)
				return i + 1;
		return i + 1 < s.len && s.at[i] == 0x1b && s.at[i + 1] == '\\' ? i + 2 : 2;
	}
	while (i < s.len && s.at[i] >= 0x20 && s.at[i] <= 0x2f)
		i++;
	return i < s.len && s.at[i] >= 0x30 && s.at[i] <= 0x7e ? i + 1 : 1;
}

/* A line ends here: blanks before it go. */
static void
end_line(struct text_buffer *out, struct text_dirt *dirt)
{
	size_t trimmed = trim_end(text_slice(out)).len;

	dirt->blanks += trimmed != out->len;
	out->len = trimmed;
}

/* Treats the one thing at the start of s that clean_length() stopped at; gives the number of bytes taken. */
static size_t
clean_one(struct slice s, struct text_buffer *out, struct text_dirt *dirt)
{
	bool whole;
	size_t n = sequence_length((const unsigned char *)s.at, s.len, &whole);
	uint32_t point = whole ? text_decode(s, &n) : REPLACEMENT;

	if (!whole) {
		dirt->ill_formed++;
		text_append(out, SLICE("\xef\xbf\xbd"));
	} else if (is_line_end(point)) {
		dirt->line_ends += point != '\n';
		end_line(out, dirt);
		text_append(out, SLICE("\n"));
		if (point == '\r' && s.len > 1 && s.at[1] == '\n')
			n = 2;
	} else if (point == 0xfeff) {
		dirt->marks++;
	} else if (point == 0x1b) {
		dirt->escapes++;
		n = escape_length(s);
	} else {
		dirt->controls++;
	}
	return n;
}

struct slice
text_clean(struct slice in, struct text_buffer *out, struct text_dirt *dirt)
{
	size_t n = clean_length(in);

	if (n == in.len && blank_at_end(in) == 0)
		return in;
	out->len = 0;
	while (in.len > 0) {
		text_append(out, (struct slice){in.at, n});
		in = slice_after(in, n);
		if (in.len > 0)
			in = slice_after(in, clean_one(in, out, dirt));
		if (in.len > 0 && in.at[0] == '\n')
			end_line(out, dirt); /* the blanks before what was dropped are the line's last now */
		n = clean_length(in);
	}
	end_line(out, dirt);
	return text_slice(out);
}

void
text_dirt_report(const struct text_dirt *dirt, struct text_buffer *out)
{
	const struct {
		uint64_t count;
		const char *what;
	} parts[] = {
		{dirt->line_ends, "line ends made LF"},
		{dirt->marks, "byte order marks dropped"},
		{dirt->controls, "control characters dropped"},
		{dirt->escapes, "escape sequences dropped"},
		{dirt->ill_formed, "ill-formed UTF-8 sequences replaced"},
		{dirt->blanks, "runs of trailing blanks dropped"},
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		char part[80];
		if (parts[i].count == 0)
			continue;
		int len = snprintf(part, sizeof part, "%s%" PRIu64 " %s", out->len > 0 ? ", " : "",
			parts[i].count, parts[i].what);
		text_append(out, (struct slice){part, (size_t)len});
	}
}

/* --- Characters and words --------------------------------------------------------------------- */

bool
text_is_letter(uint32_t point)
{
	if (point < 0x80)
		return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool
text_is_digit(uint32_t point)
{
	if (point < 0x80)
		return point >= '0' && point <= '9';
	return utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_ND;
}

bool
text_is_upper(uint32_t point)
{
	if (point < 0x80)
		return point >= 'A' && point <= 'Z';
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
	return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool
text_is_unspaced(uint32_t point)
{
	static const uint32_t ranges[][2] = {
		{0x0e00, 0x0eff},   /* Thai, Lao */
		{0x1000, 0x109f},   /* Myanmar */
		{0x1780, 0x17ff},   /* Khmer */
		{0x3040, 0x30ff},   /* Hiragana, Katakana */
		{0x3400, 0x4dbf},   /* Han, extension A */
		{0x4e00, 0x9fff},   /* Han */
		{0xf900, 0xfaff},   /* Han, compatibility */
		{0x20000, 0x3ffff}, /* Han, further extensions */
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges && point >= ranges[i][0]; i++)
		if (point <= ranges[i][1])
			return true;
	return false;
}

/* Fractions, superscripts, Roman and circled numerals; enclosed and squared letters, as of units. */
static bool
is_numeral(uint32_t point)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
	return category == UTF8PROC_CATEGORY_NL || category == UTF8PROC_CATEGORY_NO ||
	       (point >= 0x3200 && point <= 0x33ff);
}

/*
 * The length of the ASCII letters and digits at the start of s, or of another character of a word, 0 if there
 * is none; *alone if it is a word of its own. numeral: NULL, or numerals are parts of words too, and *numeral
 * becomes true for one.
 */
static inline size_t
word_part(struct slice s, bool *alone, bool *numeral)
{
	size_t n = 0;

	*alone = false;
	while (n < s.len && text_ascii_alnum(s.at[n]))
		n++;
	if (n > 0 || (unsigned char)s.at[0] < 0x80)
		return n;
	uint32_t point = text_decode(s, &n);
	*alone = text_is_unspaced(point);
	if (text_is_letter(point) || text_is_digit(point))
		return n;
	if (numeral == NULL || !is_numeral(point))
		return 0;
	*numeral = true;
	return n;
}

static inline bool
next_word(struct slice *rest, struct slice *word, bool *numeral)
{
	struct slice s = *rest;
	bool alone = false;
	size_t n = 0, len;

	while (s.len > 0 && (n = word_part(s, &alone, numeral)) == 0) {
		text_decode(s, &len);
		s = slice_after(s, len);
	}
	*word = (struct slice){s.at, n};
	s = slice_after(s, n);
	while (n > 0 && !alone && s.len > 0 && (n = word_part(s, &alone, numeral)) > 0 && !alone) {
		word->len += n;
		s = slice_after(s, n);
	}
	*rest = s;
	return word->len > 0;
}

bool
text_word(struct slice *rest, struct slice *word)
{
	return next_word(rest, word, NULL);
}

bool
text_word_or_numeral(struct slice *rest, struct slice *word, bool *numeral)
{
	*numeral = false;
	return next_word(rest, word, numeral);
}

/* Folds what is not ASCII, by utf8proc; false if it is not well-formed. */
static bool
fold_by_tables(struct slice s, struct text_buffer *out)
{
	const utf8proc_option_t options =
		UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
	utf8proc_int32_t room[256], *points = room;
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s.at;
	utf8proc_ssize_t len = (utf8proc_ssize_t)s.len, capacity = sizeof room / sizeof *room - 1;

	utf8proc_ssize_t n = utf8proc_decompose(bytes, len, points, capacity, options);
	if (n > capacity) {
		points = cli_alloc((size_t)n + 1, sizeof *points);
		n = utf8proc_decompose(bytes, len, points, n, options);
	}
	if (n >= 0)
		n = utf8proc_reencode(points, n, options);
	if (n >= 0)
		text_append(out, (struct slice){(const char *)points, (size_t)n});
	if (points != room)
		free(points);
	return n >= 0;
}

struct slice
text_fold(struct slice s, struct text_buffer *out)
{
	unsigned char seen = 0;

	out->len = 0;
	cli_grow(&out->bytes, &out->capacity, s.len, 1);
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];
		seen |= (unsigned char)c;
		out->bytes[i] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
	}
	if (seen < 0x80 || !fold_by_tables(s, out))
		out->len = s.len;
	return text_slice(out);
}
