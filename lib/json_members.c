/* The members of an object: RFC 8259 to the letter. */
#include "json_inside.h"
#include "lanes.h"
#include "text.h"

#include <stdlib.h>

struct cursor {
	const char *begin, *at, *end; /* of the line */
	struct json_reader *reader;
	struct json_problem *problem; /* its `what` is NULL until something is wrong */
	bool blanks;                  /* some were skipped */
};

/* Says what is wrong at `at`, unless that was said; gives false. */
static bool
fail(struct cursor *c, const char *what, const char *at)
{
	if (c->problem->what == NULL)
		*c->problem = (struct json_problem){what, (size_t)(at - c->begin)};
	return false;
}

/* The same for a byte that can't stand there. */
static bool
fail_here(struct cursor *c)
{
	if (c->at == c->end)
		return fail(c, "the object has no end", c->at);
	return fail(c,
		*c->at == '\'' || *c->at == 'N' || *c->at == 'I'
			? "single quotes, NaN and Infinity are not JSON"
			: "not JSON",
		c->at);
}

/* --- Strings -------------------------------------------------------------------------------- */

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
	for (; c->at < c->end && json_is_blank(*c->at); c->at++)
		c->blanks = true;
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

/*
 * The code point of "\u" and what is behind it; takes that from the front of *rest. Half a surrogate pair is
 * ill-formed, U+FFFD then.
 */
static bool
code_point(struct json_reader *r, struct slice *rest, uint32_t *point)
{
	uint32_t low;
	if (!hex4(rest, point))
		return false;
	r->has_nul = r->has_nul || *point == 0;
	if (*point < 0xD800 || *point > 0xDFFF)
		return true;
	struct slice behind = *rest;
	if (*point < 0xDC00 && slice_starts(behind, SLICE("\\u"))) {
		behind = slice_after(behind, 2);
		if (hex4(&behind, &low) && low >= 0xDC00 && low <= 0xDFFF) {
			*rest = behind;
			*point = 0x10000 + ((*point - 0xD800) << 10) + (low - 0xDC00);
			return true;
		}
	}
	r->mended++;
	*point = 0xFFFD;
	return true;
}

/* One escape, from its backslash on, to `out`; gives the bytes written, 0 for one that JSON does not have. */
static size_t
unescape(struct cursor *c, char *out)
{
	static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
	struct slice rest = {c->at + 1, (size_t)(c->end - c->at - 1)};
	uint32_t point;
	if (rest.len == 0)
		return 0;
	const char *known = memchr(letters, *rest.at, sizeof letters - 1);
	if (known != NULL) {
		*out = meanings[known - letters];
		c->at += 2;
		return 1;
	}
	if (*rest.at != 'u')
		return 0;
	rest = slice_after(rest, 1);
	if (!code_point(c->reader, &rest, &point))
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
		size_t run = (size_t)(c->at - begin), written = 0;
		memcpy(out, begin, run);
		out += run;
		if (c->at == c->end)
			return fail_here(c);
		if (*c->at == '"')
			break;
		if (*c->at != '\\')
			return fail(c, "a control character in a string", c->at);
		if ((written = unescape(c, out)) == 0)
			return fail(c, "a backslash and what is behind it are no escape of JSON", c->at);
		out += written;
		begin = c->at;
		c->at = plain_end(c->at, c->end);
	}
	c->at++;
	*value = (struct slice){start, (size_t)(out - start)};
	r->used += value->len;
	return true;
}

static bool
string(struct cursor *c, struct slice *value)
{
	if (!take(c, '"'))
		return fail_here(c);
	const char *begin = c->at;
	c->at = plain_end(c->at, c->end);
	if (c->at < c->end && *c->at == '"') {
		*value = (struct slice){begin, (size_t)(c->at++ - begin)};
		return true;
	}
	return escaped_string(c, begin, value);
}

/* --- Numbers and words ---------------------------------------------------------------------- */

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

static bool
number(struct cursor *c, struct slice *value)
{
	const char *begin = c->at;
	if (c->at < c->end && *c->at == '-')
		c->at++;
	const char *integer = c->at;
	if (!digits(c))
		return fail_here(c);
	bool right = *integer != '0' || c->at - integer == 1;
	if (right && c->at < c->end && *c->at == '.') {
		c->at++;
		right = digits(c);
	}
	*value = (struct slice){begin, (size_t)(c->at - begin)};
	if (!right || !exponent(c))
		return fail(c, "not a number as JSON has it", begin);
	value->len = (size_t)(c->at - begin);
	return true;
}

static bool
word(struct cursor *c, struct slice expected)
{
	if (!slice_starts((struct slice){c->at, (size_t)(c->end - c->at)}, expected))
		return false;
	c->at += expected.len;
	return true;
}

/* --- Names ---------------------------------------------------------------------------------- */

/* Takes a name and its colon; the names of the objects that are open stand in the reader. */
static bool
take_name(struct cursor *c, struct slice *name)
{
	struct json_reader *r = c->reader;
	skip_blanks(c);
	const char *at = c->at;
	if (!string(c, name))
		return false;
	if (name->len > 0 && memchr(name->at, '\0', name->len) != NULL)
		return fail(c, "a name with a NUL in it", at);
	cli_grow(&r->names, &r->names_capacity, r->names_count + 1, sizeof *r->names);
	r->names[r->names_count++] = (struct json_name){*name, (size_t)(at - c->begin)};
	return take(c, ':') || fail_here(c);
}

static int
by_name(const void *a, const void *b)
{
	const struct json_name *one = a, *other = b;
	if (one->name.len != other->name.len)
		return one->name.len < other->name.len ? -1 : 1;
	int order = one->name.len > 0 ? memcmp(one->name.at, other->name.at, one->name.len) : 0;
	return order != 0 ? order : one->at < other->at ? -1 : 1;
}

/* The names from `first` on are those of an object that ends: they must all be different, and are done with.
 */
static bool
end_names(struct cursor *c, size_t first)
{
	enum { FEW = 64 }; /* are held against each other, more are sorted */
	struct json_name *names = c->reader->names + first;
	size_t count = c->reader->names_count - first;

	c->reader->names_count = first;
	if (count > FEW)
		qsort(names, count, sizeof *names, by_name);
	for (size_t i = 1; i < count; i++) {
		for (size_t j = count > FEW ? i - 1 : 0; j < i; j++) {
			if (slice_equal(names[i].name, names[j].name))
				return fail(c, "a name stands twice in the object", c->begin + names[i].at);
		}
	}
	return true;
}

/* --- Objects and arrays in others ----------------------------------------------------------- */

static bool skip_value(struct cursor *c, int depth);

static bool
skip_members(struct cursor *c, int depth)
{
	size_t first = c->reader->names_count;
	struct slice name;
	if (take(c, '}'))
		return true;
	do {
		if (!take_name(c, &name) || !skip_value(c, depth))
			return false;
	} while (take(c, ','));
	return (take(c, '}') || fail_here(c)) && end_names(c, first);
}

static bool
skip_elements(struct cursor *c, int depth)
{
	if (take(c, ']'))
		return true;
	do {
		if (!skip_value(c, depth))
			return false;
	} while (take(c, ','));
	return take(c, ']') || fail_here(c);
}

/* A value without arrays and objects in it; *kind is JSON_NONE for null. */
static bool
scalar(struct cursor *c, struct slice *value, enum json_kind *kind)
{
	static const struct slice words[] = {{"true", 4}, {"false", 5}};
	*kind = JSON_STRING;
	if (c->at < c->end && *c->at == '"')
		return string(c, value);
	*kind = JSON_NONE;
	if (word(c, SLICE("null")))
		return true;
	*kind = JSON_OTHER;
	for (int i = 0; i < 2; i++) {
		*value = words[i];
		if (word(c, words[i]))
			return true;
	}
	return number(c, value);
}

static bool
skip_value(struct cursor *c, int depth)
{
	struct slice value;
	enum json_kind kind;
	skip_blanks(c);
	bool opens = c->at < c->end && (*c->at == '{' || *c->at == '[');
	if (opens && depth == JSON_DEPTH)
		return fail(c, "arrays and objects in each other, more than 500 deep", c->at);
	if (take(c, '{'))
		return skip_members(c, depth + 1);
	if (take(c, '['))
		return skip_elements(c, depth + 1);
	return scalar(c, &value, &kind);
}

/* The same text without the blanks between its parts. */
static struct slice
without_blanks(struct json_reader *r, struct slice text)
{
	char *begin = r->bytes + r->used, *out = begin;
	bool in_string = false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (!in_string && json_is_blank(c))
			continue;
		*out++ = c;
		if (in_string && c == '\\')
			*out++ = text.at[++i];
		else if (c == '"')
			in_string = !in_string;
	}
	r->used += (size_t)(out - begin);
	return (struct slice){begin, (size_t)(out - begin)};
}

/* An object or array as its text. What its strings stand for is not asked for. */
static bool
nested(struct cursor *c, struct slice *value, int depth)
{
	struct json_reader *r = c->reader;
	const char *begin = c->at;
	size_t used = r->used;
	uint64_t mended = r->mended;
	bool has_nul = r->has_nul;

	c->blanks = false;
	if (!skip_value(c, depth))
		return false;
	r->used = used;
	r->mended = mended;
	r->has_nul = has_nul;
	*value = (struct slice){begin, (size_t)(c->at - begin)};
	if (c->blanks)
		*value = without_blanks(r, *value);
	return true;
}

/* --- The object ----------------------------------------------------------------------------- */

/* A value, or an element of an array: null adds no member here. */
static bool
value_of(struct cursor *c, struct slice name, bool in_array)
{
	struct slice value;
	enum json_kind kind = JSON_OTHER;
	skip_blanks(c);
	bool opens = c->at < c->end && (*c->at == '{' || *c->at == '[');
	if (!(opens ? nested(c, &value, in_array ? 2 : 1) : scalar(c, &value, &kind)))
		return false;
	if (kind != JSON_NONE)
		json_add(c->reader, (struct json_member){name, value, kind, in_array});
	return true;
}

static bool
array(struct cursor *c, struct slice name)
{
	if (take(c, ']'))
		return true;
	do {
		if (!value_of(c, name, true))
			return false;
	} while (take(c, ','));
	return take(c, ']') || fail_here(c);
}

static bool
member(struct cursor *c)
{
	struct slice name;
	if (!take_name(c, &name))
		return false;
	size_t before = c->reader->count;
	if (!(take(c, '[') ? array(c, name) : value_of(c, name, false)))
		return false;
	if (c->reader->count == before)
		json_add(c->reader, (struct json_member){name, {NULL, 0}, JSON_NONE, false});
	return true;
}

bool
json_members(struct json_reader *r, struct slice line, struct json_problem *problem)
{
	struct cursor cursor = {line.at, line.at, line.at + line.len, r, problem, false}, *c = &cursor;
	*problem = (struct json_problem){NULL, 0};
	r->names_count = 0;
	if (!take(c, '{'))
		return c->at == c->end ? fail_here(c) : fail(c, "not an object", c->at);
	if (!take(c, '}')) {
		do {
			if (!member(c))
				return false;
		} while (take(c, ','));
		if (!take(c, '}'))
			return fail_here(c);
	}
	skip_blanks(c);
	return (c->at == c->end || fail(c, "more than one value in the line", c->at)) && end_names(c, 0);
}
