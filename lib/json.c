/* json: see json.h. */
#include "json.h"

#include "cli.h"
#include "lanes.h"
#include "text.h"

#include <json-c/json.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>

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

/* ---- The plain reader: gives up (false) on all that is not plain, and never reports anything. ---- */

enum { NAMES_MAX = 64 }; /* of a plain object: each name is held against those before it */

struct cursor {
	const char *at, *end;
	struct json_reader *reader;
	size_t names_count;
	struct slice names[NAMES_MAX];
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void
skip_blanks(struct cursor *c)
{
	while (c->at < c->end && is_blank(*c->at))
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
hex4(struct cursor *c, uint32_t *unit)
{
	if (c->end - c->at < 4)
		return false;
	uint32_t value = 0;
	for (int i = 0; i < 4; i++, c->at++) {
		char digit = *c->at;
		if (digit >= '0' && digit <= '9')
			value = value * 16 + (uint32_t)(digit - '0');
		else if ((digit | 0x20) >= 'a' && (digit | 0x20) <= 'f')
			value = value * 16 + (uint32_t)((digit | 0x20) - 'a' + 10);
		else
			return false;
	}
	*unit = value;
	return true;
}

/* The code point behind "\u"; halves of a surrogate pair that stand alone are json-c's to judge. */
static bool
code_point(struct cursor *c, uint32_t *point)
{
	uint32_t low;
	if (!hex4(c, point))
		return false;
	if (*point < 0xD800 || *point > 0xDFFF)
		return true;
	if (*point > 0xDBFF || c->end - c->at < 6 || c->at[0] != '\\' || c->at[1] != 'u')
		return false;
	c->at += 2;
	if (!hex4(c, &low) || low < 0xDC00 || low > 0xDFFF)
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
	if (letter != 'u' || !code_point(c, &point))
		return 0;
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

static void
add(struct json_reader *r, struct slice name, struct slice value, enum json_kind kind)
{
	cli_grow(&r->members, &r->capacity, r->count + 1, sizeof(*r->members));
	r->members[r->count++] = (struct json_member){name, value, kind};
}

static void
add_none(struct json_reader *r, struct slice name)
{
	add(r, name, (struct slice){NULL, 0}, JSON_NONE);
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
		add(c->reader, name, value, JSON_STRING);
		return true;
	}
	if (word(c, SLICE("null")))
		return true;
	for (int i = 0; i < 2; i++) {
		if (word(c, literals[i])) {
			add(c->reader, name, literals[i], JSON_OTHER);
			return true;
		}
	}
	if (!number(c, &value))
		return false;
	add(c->reader, name, value, JSON_OTHER);
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
		add_none(c->reader, name);
	return true;
}

static bool
plain_object(struct cursor *c)
{
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

/* ---- json-c, for all other lines. ---- */

/*
 * What json-c lets pass though RFC 8259 does not: single quotes, NaN and Infinity. Counts the members of the
 * outermost object too, since json-c keeps only the last of one name. The line is one that json-c took.
 */
static bool
is_strict(struct slice line, size_t *members, struct json_problem *problem)
{
	int depth = 0;
	bool in_string = false;
	*members = 0;
	for (size_t i = 0; i < line.len; i++) {
		char c = line.at[i];
		if (c == '"')
			in_string = !in_string;
		else if (in_string)
			i += c == '\\';
		else if (c == '\'' || c == 'N' || c == 'I') {
			*problem = (struct json_problem){"single quotes, NaN and Infinity are not JSON", i};
			return false;
		} else {
			depth += (c == '{' || c == '[') - (c == '}' || c == ']');
			*members += c == ':' && depth == 1;
		}
	}
	return true;
}

/* json-c gives integers that don't fit 64 bits as the nearest one that does. */
static bool
integer_is_exact(struct json_object *value)
{
	int64_t number = json_object_get_int64(value);
	return number != INT64_MIN && (number != INT64_MAX || json_object_get_uint64(value) != UINT64_MAX);
}

static bool add_judged(struct json_reader *r, struct slice name, struct json_object *value, int depth);

static bool
add_judged_array(struct json_reader *r, struct slice name, struct json_object *array, int depth)
{
	size_t length = json_object_array_length(array);
	for (size_t i = 0; i < length; i++) {
		if (!add_judged(r, name, json_object_array_get_idx(array, i), depth + 1))
			return false;
	}
	return true;
}

/* Do all integers inside a nested value have their own value still? */
static bool
nested_is_exact(struct json_object *value)
{
	if (json_object_is_type(value, json_type_int))
		return integer_is_exact(value);
	if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++) {
			if (!nested_is_exact(json_object_array_get_idx(value, i)))
				return false;
		}
	}
	if (json_object_is_type(value, json_type_object)) {
		struct json_object_iterator at = json_object_iter_begin(value),
					    end = json_object_iter_end(value);
		for (; !json_object_iter_equal(&at, &end); json_object_iter_next(&at)) {
			if (!nested_is_exact(json_object_iter_peek_value(&at)))
				return false;
		}
	}
	return true;
}

static bool
add_judged(struct json_reader *r, struct slice name, struct json_object *value, int depth)
{
	if (value == NULL)
		return true;
	if (json_object_is_type(value, json_type_array) && depth == 0)
		return add_judged_array(r, name, value, depth);
	if (json_object_is_type(value, json_type_string)) {
		struct slice s = {json_object_get_string(value), (size_t)json_object_get_string_len(value)};
		add(r, name, s, JSON_STRING);
		return true;
	}
	if (!nested_is_exact(value))
		return false;
	struct slice text;
	text.at = json_object_to_json_string_length(
		value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &text.len);
	add(r, name, text, JSON_OTHER);
	return true;
}

static bool
add_judged_members(struct json_reader *r, struct slice line, struct json_problem *problem)
{
	size_t members;
	if (!is_strict(line, &members, problem))
		return false;
	if (members != (size_t)json_object_object_length(r->held)) {
		*problem = (struct json_problem){"a name stands twice in the object", 0};
		return false;
	}
	struct json_object_iterator at = json_object_iter_begin(r->held), end = json_object_iter_end(r->held);
	for (; !json_object_iter_equal(&at, &end); json_object_iter_next(&at)) {
		struct slice name = slice_of(json_object_iter_peek_name(&at));
		size_t before = r->count;
		if (!add_judged(r, name, json_object_iter_peek_value(&at), 0)) {
			*problem = (struct json_problem){"an integer of more than 64 bits", 0};
			return false;
		}
		if (r->count == before)
			add_none(r, name);
	}
	return true;
}

/*
 * A fresh reader of json-c: json_tokener_reset() keeps half a surrogate pair (0.16), which would become part
 * of the next line's first escape.
 */
static void
renew_judge(struct json_reader *r)
{
	if (r->judge != NULL)
		json_tokener_free(r->judge);
	r->judge = json_tokener_new();
	if (r->judge == NULL)
		cli_die("memory exhausted");
	json_tokener_set_flags(r->judge, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
}

/* Puts the next byte, escape or pair of escapes where it is spelt out, a pair as the character; gives its
 * length. */
static size_t
spell(struct cursor *c, char out[4])
{
	const char *begin = c->at;
	bool escape = *begin == '\\' && c->end - begin >= 2;
	size_t len = escape ? 2 : 1;
	uint32_t point;

	c->at += len;
	if (escape && begin[1] == 'u' && code_point(c, &point) && point >= 0x10000)
		return text_encode(point, out);
	c->at = begin + len;
	memcpy(out, begin, len);
	return len;
}

/*
 * The line with its escaped surrogate pairs as the characters that they are: json-c 0.16 takes those from
 * U+1D800 on whose lower half looks like a surrogate itself for half a pair, and makes U+FFFD of them.
 */
static struct slice
with_pairs_spelt(struct json_reader *r, struct slice line)
{
	struct cursor c = {.at = line.at, .end = line.at + line.len};
	size_t len = 0;

	if (memchr(line.at, '\\', line.len) == NULL)
		return line;
	cli_grow(&r->spelt, &r->spelt_room, line.len, 1);
	while (c.at < c.end) {
		const char *escape = memchr(c.at, '\\', (size_t)(c.end - c.at));
		size_t plain = (size_t)((escape != NULL ? escape : c.end) - c.at);
		memcpy(r->spelt + len, c.at, plain);
		c.at += plain;
		len += plain;
		if (escape != NULL)
			len += spell(&c, r->spelt + len);
	}
	return (struct slice){r->spelt, len};
}

/* Where in the line that stands which was spelt out as byte `at`. */
static size_t
place_before_spelling(struct slice line, size_t at)
{
	struct cursor c = {.at = line.at, .end = line.at + line.len};
	char out[4];

	for (size_t len = 0; c.at < c.end && len < at;) {
		size_t begin = (size_t)(c.at - line.at), n = spell(&c, out);
		if (len + n > at)
			return begin + at - len;
		len += n;
	}
	return (size_t)(c.at - line.at);
}

static bool
judged_object(struct json_reader *r, struct slice line, struct json_problem *problem)
{
	if (memchr(line.at, '\0', line.len) != NULL || line.len > INT32_MAX) {
		*problem = (struct json_problem){"a NUL byte, or more than 2 GiB", 0};
		return false;
	}
	renew_judge(r);
	const struct slice given = line;
	line = with_pairs_spelt(r, line);
	r->held = json_tokener_parse_ex(r->judge, line.at, (int)line.len);
	enum json_tokener_error error = json_tokener_get_error(r->judge);
	size_t at = json_tokener_get_parse_end(r->judge);
	while (error == json_tokener_success && at < line.len && is_blank(line.at[at]))
		at++;
	if (error != json_tokener_success)
		*problem =
			(struct json_problem){error == json_tokener_continue ? "the object has no end"
									     : json_tokener_error_desc(error),
				at};
	else if (at != line.len)
		*problem = (struct json_problem){"more than one value in the line", at};
	else if (!json_object_is_type(r->held, json_type_object))
		*problem = (struct json_problem){"not an object", 0};
	else if (add_judged_members(r, line, problem))
		return true;
	problem->at = place_before_spelling(given, problem->at);
	return false;
}

/* ---- The public functions. ---- */

void
json_reader_open(struct json_reader *r)
{
	*r = (struct json_reader){.plain = true};
}

void
json_reader_close(struct json_reader *r)
{
	json_object_put(r->held);
	if (r->judge != NULL)
		json_tokener_free(r->judge);
	free(r->members);
	free(r->bytes);
	free(r->spelt);
	*r = (struct json_reader){0};
}

bool
json_read(struct json_reader *r, struct slice line, struct json_problem *problem)
{
	json_object_put(r->held);
	r->held = NULL;
	r->count = r->used = 0;
	if (!text_is_utf8(line)) {
		*problem = (struct json_problem){"not well-formed UTF-8", 0};
		return false;
	}
	/* No escape is shorter than what it stands for, so that all of them fit into the line's length. */
	cli_grow(&r->bytes, &r->room, line.len + 4, 1);
	struct cursor c = {.at = line.at, .end = line.at + line.len, .reader = r};
	if (r->plain && plain_object(&c))
		return true;
	r->count = 0;
	return judged_object(r, line, problem);
}

static bool
is_blank_line(struct slice line)
{
	for (size_t i = 0; i < line.len; i++) {
		if (!is_blank(line.at[i]))
			return false;
	}
	return true;
}

bool
json_next(struct json_reader *r, struct io_reader *in)
{
	struct json_problem problem;
	struct slice line;
	bool terminated;

	for (uint64_t start = in->offset; io_line(in, '\n', &line, &terminated); start = in->offset) {
		if (!terminated && in->failed)
			return false;
		if (in->line == 1 && slice_starts(line, SLICE("\xef\xbb\xbf"))) {
			line = slice_after(line, 3);
			start += 3;
		}
		if (is_blank_line(line))
			continue;
		r->number++;
		if (json_read(r, line, &problem))
			return true;
		struct slice here = slice_after(line, problem.at < line.len ? problem.at : line.len);
		cli_die("%s: object %" PRIu64 " (line %" PRIu64 ", byte %" PRIu64 "): %s: '%.*s%s'", in->name,
			r->number, in->line, start + problem.at + 1, problem.what,
			(int)(here.len < 40 ? here.len : 40), here.len > 0 ? here.at : "",
			here.len > 40 ? "..." : "");
	}
	return false;
}

/* Is none of these lanes a quote, a backslash, a control character or 0xE2, which may begin U+2028. */
static inline bool
is_escape_free_run(const char *at)
{
	lanes v = lanes_at(at);
	return !lanes_any(((v < 0x20) & (v >= 0)) | (v == '"') | (v == '\\') | (v == (signed char)0xE2));
}

static const char *
escape_free_end(const char *at, const char *end)
{
	while (end - at >= LANES && is_escape_free_run(at))
		at += LANES;
	for (; at < end; at++) {
		unsigned char c = (unsigned char)*at;
		if (c < 0x20 || c == '"' || c == '\\')
			break;
		if (c == 0xE2 && end - at >= 3 && at[1] == '\x80' && (at[2] == '\xA8' || at[2] == '\xA9'))
			break;
	}
	return at;
}

/* Writes the escape of what stands at `at`; gives how many bytes of the text that was. */
static size_t
put_escape(struct io_writer *w, const char *at)
{
	static const char hex[] = "0123456789abcdef";
	static const char letters[] = "btn\0fr"; /* of U+0008 to U+000D */
	unsigned char c = (unsigned char)*at;
	char *out = io_room(w, 6);
	out[0] = '\\';
	if (c == '"' || c == '\\' || (c >= '\b' && c <= '\r' && c != '\v')) {
		out[1] = c >= 0x20 ? *at : letters[c - '\b'];
		io_took(w, 2);
		return 1;
	}
	if (c == 0xE2) {
		memcpy(out + 1, at[2] == '\xA8' ? "u2028" : "u2029", 5);
		io_took(w, 6);
		return 3;
	}
	memcpy(out + 1, "u00", 3);
	out[4] = hex[c >> 4];
	out[5] = hex[c & 15];
	io_took(w, 6);
	return 1;
}

static void
put_escaped(struct io_writer *w, struct slice text)
{
	const char *at = text.at, *end = text.at + text.len;
	while (at < end) {
		const char *stop = escape_free_end(at, end);
		io_put(w, (struct slice){at, (size_t)(stop - at)});
		at = stop;
		if (at < end)
			at += put_escape(w, at);
	}
}

/* The same for a text that is not UTF-8 all through: character by character. */
static size_t
put_mended(struct io_writer *w, struct slice text)
{
	size_t mended = 0, length;
	for (; text.len > 0; text = slice_after(text, length)) {
		uint32_t point = text_decode(text, &length);
		bool ill = point == 0xFFFD && length == 1;
		put_escaped(w, ill ? SLICE("\xEF\xBF\xBD") : (struct slice){text.at, length});
		mended += ill;
	}
	return mended;
}

size_t
json_put(struct io_writer *w, struct slice text)
{
	size_t mended = 0;
	io_put_byte(w, '"');
	if (text_is_utf8(text))
		put_escaped(w, text);
	else
		mended = put_mended(w, text);
	io_put_byte(w, '"');
	return mended;
}
