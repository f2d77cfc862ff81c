#include "json.h"

#include "json_inside.h"
#include "text.h"

#include <inttypes.h>
#include <json-c/json.h>
#include <stdint.h>
#include <stdlib.h>

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
		json_add(r, name, s, JSON_STRING);
		return true;
	}
	if (!nested_is_exact(value))
		return false;
	struct slice text;
	text.at = json_object_to_json_string_length(
		value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &text.len);
	json_add(r, name, text, JSON_OTHER);
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
			json_add_none(r, name);
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

/*
 * Puts the next byte, escape or pair of escapes where it is spelt out, a pair as the character, and takes it
 * from the front of *rest; gives its length.
 */
static size_t
spell(struct slice *rest, char out[4])
{
	struct slice begin = *rest;
	bool escape = begin.at[0] == '\\' && begin.len >= 2;
	size_t len = escape ? 2 : 1;
	uint32_t point;

	*rest = slice_after(begin, len);
	if (escape && begin.at[1] == 'u' && json_code_point(rest, &point) && point >= 0x10000)
		return text_encode(point, out);
	*rest = slice_after(begin, len);
	memcpy(out, begin.at, len);
	return len;
}

/*
 * The line with its escaped surrogate pairs as the characters that they are: json-c 0.16 takes those from
 * U+1D800 on whose lower half looks like a surrogate itself for half a pair, and makes U+FFFD of them.
 */
static struct slice
with_pairs_spelt(struct json_reader *r, struct slice line)
{
	struct slice rest = line;
	size_t len = 0;

	if (memchr(line.at, '\\', line.len) == NULL)
		return line;
	cli_grow(&r->spelt, &r->spelt_room, line.len, 1);
	while (rest.len > 0) {
		const char *escape = memchr(rest.at, '\\', rest.len);
		size_t plain = escape != NULL ? (size_t)(escape - rest.at) : rest.len;
		memcpy(r->spelt + len, rest.at, plain);
		rest = slice_after(rest, plain);
		len += plain;
		if (escape != NULL)
			len += spell(&rest, r->spelt + len);
	}
	return (struct slice){r->spelt, len};
}

/* Where in the line that stands which was spelt out as byte `at`. */
static size_t
place_before_spelling(struct slice line, size_t at)
{
	struct slice rest = line;
	char out[4];

	for (size_t len = 0; rest.len > 0 && len < at;) {
		size_t begin = line.len - rest.len, n = spell(&rest, out);
		if (len + n > at)
			return begin + at - len;
		len += n;
	}
	return line.len - rest.len;
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
	while (error == json_tokener_success && at < line.len && json_is_blank(line.at[at]))
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
	if (r->plain && json_read_plain(r, line))
		return true;
	r->count = 0;
	return judged_object(r, line, problem);
}

static bool
is_blank_line(struct slice line)
{
	for (size_t i = 0; i < line.len; i++) {
		if (!json_is_blank(line.at[i]))
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
