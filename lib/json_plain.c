/* Plain lines of JSON: flat objects without odd escapes. All others are json.c's to judge. */
#include "json_inside.h"
#include "lanes.h"
#include "text.h"

enum { NAMES_MAX = 64 }; /* of a plain object: each name is held against those before it */

struct cursor {
	const char *at, *end;
	struct json_reader *reader;
	size_t names_count;
	struct slice names[NAMES_MAX];
};

/* Is none of these lanes a quote, a backslash or a control character? Bytes beyond ASCII are below 0 there.
 */
static inline bool
is_plain_run(const char *at)
{
	lanes v = lanes_at(at);
	return !lanes_any(((v < 0x20) & (v >= 0)) | (v == '"') | (v == '\\'));
}

static const char *
plain_end(const char *at, const char *end)
{
	while (end - at >= LANES && is_plain_run(at))
		at += LANES;
	while (at < end && (unsigned char)*at >= 0x20 && *at != '"' && *at != '\\')
		at++;
	return at;
}

static void
skip_blanks(struct cursor *c)
{
	while (c->at < c->end && json_is_blank(*c->at))
		c->at++;
}

static bool
take(struct cursor *c, char wanted)
{
	skip_blanks(c);
	if (c->at == c->end || *c->at != wanted)
		return false;
	c->at++;
	return true;
}

static bool
hex4(struct slice *rest, uint32_t *unit)
{
	if (rest->len < 4)
		return false;
	uint32_t value = 0;
	for (int i = 0; i < 4; i++) {
		char digit = rest->at[i];
		if (digit >= '0' && digit <= '9')
			value = value * 16 + (uint32_t)(digit - '0');
		else if ((digit | 0x20) >= 'a' && (digit | 0x20) <= 'f')
			value = value * 16 + (uint32_t)((digit | 0x20) - 'a' + 10);
		else
			return false;
	}
	*rest = slice_after(*rest, 4);
	*unit = value;
	return true;
}

bool
json_code_point(struct slice *rest, uint32_t *point)
{
	uint32_t low;
	if (!hex4(rest, point))
		return false;
	if (*point < 0xD800 || *point > 0xDFFF)
		return true;
	if (*point > 0xDBFF || rest->len < 6 || rest->at[0] != '\\' || rest->at[1] != 'u')
		return false;
	*rest = slice_after(*rest, 2);
	if (!hex4(rest, &low) || low < 0xDC00 || low > 0xDFFF)
		return false;
	*point = 0x10000 + ((*point - 0xD800) << 10) + (low - 0xDC00);
	return true;
}

/* One escape, from behind its backslash, to `out`; gives the bytes written, 0 for one it can't read. */
static size_t
unescape(struct cursor *c, char *out)
{
	static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
	if (c->at == c->end || *c->at == '\0')
		return 0;
	char letter = *c->at++;
	const char *known = strchr(letters, letter);
	uint32_t point;
	if (known != NULL) {
		*out = meanings[known - letters];
		return 1;
	}
	struct slice rest = {c->at, (size_t)(c->end - c->at)};
	if (letter != 'u' || !json_code_point(&rest, &point))
		return 0;
	c->at = rest.at;
	return text_encode(point, out);
}

/* A string that holds escapes: what it stands for is put into the reader's bytes. */
static bool
escaped_string(struct cursor *c, const char *begin, struct slice *value)
{
	struct json_reader *r = c->reader;
	char *start = r->bytes + r->used, *out = start;
	for (;;) {
		size_t run = (size_t)(c->at - begin);
		memcpy(out, begin, run);
		out += run;
		if (c->at == c->end || (*c->at != '"' && *c->at != '\\'))
			return false;
		if (*c->at++ == '"')
			break;
		size_t written = unescape(c, out);
		if (written == 0)
			return false;
		out += written;
		begin = c->at;
		c->at = plain_end(c->at, c->end);
	}
	*value = (struct slice){start, (size_t)(out - start)};
	r->used += value->len;
	return true;
}

static bool
string(struct cursor *c, struct slice *value)
{
	if (!take(c, '"'))
		return false;
	const char *begin = c->at;
	c->at = plain_end(c->at, c->end);
	if (c->at < c->end && *c->at == '"') {
		*value = (struct slice){begin, (size_t)(c->at++ - begin)};
		return true;
	}
	return escaped_string(c, begin, value);
}

static bool
digits(struct cursor *c)
{
	const char *begin = c->at;
	while (c->at < c->end && text_ascii_digit(*c->at))
		c->at++;
	return c->at > begin;
}

static bool
exponent(struct cursor *c)
{
	if (c->at == c->end || (*c->at | 0x20) != 'e')
		return true;
	c->at++;
	if (c->at < c->end && (*c->at == '+' || *c->at == '-'))
		c->at++;
	return digits(c);
}

/* RFC 8259's number, but for "-0", which json-c writes as "0". */
static bool
number(struct cursor *c, struct slice *value)
{
	const char *begin = c->at;
	if (c->at < c->end && *c->at == '-')
		c->at++;
	const char *integer = c->at;
	if (!digits(c) || (*integer == '0' && c->at - integer > 1))
		return false;
	if (c->at < c->end && *c->at == '.') {
		c->at++;
		if (!digits(c))
			return false;
	}
	if (!exponent(c))
		return false;
	*value = (struct slice){begin, (size_t)(c->at - begin)};
	return !slice_equal(*value, SLICE("-0"));
}

static bool
word(struct cursor *c, struct slice expected)
{
	if (!slice_starts((struct slice){c->at, (size_t)(c->end - c->at)}, expected))
		return false;
	c->at += expected.len;
	return true;
}

/* A value that is not an array or an object; null adds no member here. */
static bool
scalar(struct cursor *c, struct slice name)
{
	static const struct slice literals[] = {{"true", 4}, {"false", 5}};
	struct slice value;
	skip_blanks(c);
	if (c->at == c->end)
		return false;
	if (*c->at == '"') {
		if (!string(c, &value))
			return false;
		json_add(c->reader, name, value, JSON_STRING);
		return true;
	}
	if (word(c, SLICE("null")))
		return true;
	for (int i = 0; i < 2; i++) {
		if (word(c, literals[i])) {
			json_add(c->reader, name, literals[i], JSON_OTHER);
			return true;
		}
	}
	if (!number(c, &value))
		return false;
	json_add(c->reader, name, value, JSON_OTHER);
	return true;
}

static bool
array(struct cursor *c, struct slice name)
{
	if (take(c, ']'))
		return true;
	do {
		if (!scalar(c, name))
			return false;
	} while (take(c, ','));
	return take(c, ']');
}

static bool
name_is_taken(const struct cursor *c, struct slice name)
{
	for (size_t i = 0; i < c->names_count; i++) {
		if (slice_equal(c->names[i], name))
			return true;
	}
	return false;
}

/* One member: its name, which must be new and hold no NUL (json-c would end it there), and its value. */
static bool
plain_member(struct cursor *c)
{
	struct slice name;
	if (c->names_count == NAMES_MAX || !string(c, &name) || memchr(name.at, '\0', name.len) != NULL)
		return false;
	if (name_is_taken(c, name) || !take(c, ':'))
		return false;
	c->names[c->names_count++] = name;
	size_t before = c->reader->count;
	if (!(take(c, '[') ? array(c, name) : scalar(c, name)))
		return false;
	if (c->reader->count == before)
		json_add_none(c->reader, name);
	return true;
}

bool
json_read_plain(struct json_reader *r, struct slice line)
{
	struct cursor cursor = {.at = line.at, .end = line.at + line.len, .reader = r}, *c = &cursor;
	if (!take(c, '{'))
		return false;
	if (!take(c, '}')) {
		do {
			if (!plain_member(c))
				return false;
		} while (take(c, ','));
		if (!take(c, '}'))
			return false;
	}
	skip_blanks(c);
	return c->at == c->end;
}
