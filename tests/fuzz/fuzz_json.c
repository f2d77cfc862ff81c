/*
 * What is read of a line is what json-c reads of it, and what json-c writes is read. What is written of a
 * member reads back as that member.
 */
#include "json.h"

#include "fuzz.h"
#include "text.h"

#include <json-c/json.h>

static struct json_object *
by_json_c(struct slice text)
{
	struct json_tokener *tokener = json_tokener_new_ex(JSON_DEPTH + 2);
	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
	struct json_object *value = json_tokener_parse_ex(tokener, text.at, (int)text.len);
	/* A number alone may go on: a blank ends it. */
	if (json_tokener_get_error(tokener) == json_tokener_continue)
		value = json_tokener_parse_ex(tokener, " ", 1);
	json_tokener_free(tokener);
	return value;
}

/* json-c 0.16 reads surrogates in its own way, wherever something odd stands beside them. */
static bool
has_surrogates(struct slice line)
{
	for (size_t i = 0; i + 3 < line.len; i++) {
		if (line.at[i] == '\\' && line.at[i + 1] == 'u' && (line.at[i + 2] | 0x20) == 'd')
			return true;
	}
	return false;
}

/* Is this member that value? null and an empty array are JSON_NONE. */
static void
compare_value(const struct json_member *member, struct json_object *value)
{
	struct slice string = {json_object_get_string(value), (size_t)json_object_get_string_len(value)};
	bool is_string = json_object_is_type(value, json_type_string);
	if (is_string != (member->kind == JSON_STRING))
		abort();
	if (is_string && !slice_equal(member->value, string))
		abort();
	if (is_string)
		return;
	struct json_object *same = by_json_c(member->value);
	if (!json_object_equal(same, value))
		abort();
	json_object_put(same);
}

/* Compares the members of one name with its value; gives how many they are. */
static size_t
compare_member(const struct json_reader *r, size_t at, const char *name, struct json_object *value)
{
	size_t elements = 0, count = 0;
	bool is_array = json_object_is_type(value, json_type_array);
	if (is_array)
		elements = json_object_array_length(value);
	for (size_t i = 0; i < (is_array ? elements : 1); i++) {
		struct json_object *one = is_array ? json_object_array_get_idx(value, i) : value;
		if (one == NULL)
			continue;
		if (at + count >= r->count || r->members[at + count].in_array != is_array ||
			!slice_equal(r->members[at + count].name, slice_of(name)))
			abort();
		compare_value(&r->members[at + count], one);
		count++;
	}
	if (count > 0)
		return count;
	if (at >= r->count || r->members[at].kind != JSON_NONE ||
		!slice_equal(r->members[at].name, slice_of(name)))
		abort();
	return 1;
}

static void
compare(const struct json_reader *r, struct json_object *object)
{
	size_t at = 0;
	if (!json_object_is_type(object, json_type_object))
		abort();
	json_object_object_foreach(object, name, value) at += compare_member(r, at, name, value);
	if (at != r->count)
		abort();
}

/* What json-c took and then writes must be read: but for fractions, which it writes as they stood, "1." too.
 */
static void
read_what_it_writes(struct json_object *object, struct json_reader *r)
{
	struct json_problem problem;
	const char *text = json_object_to_json_string_ext(object, JSON_C_TO_STRING_PLAIN);
	if (strpbrk(text, ".eENI") != NULL || !json_object_is_type(object, json_type_object))
		return;
	if (!json_read(r, slice_of(text), &problem) && text_is_utf8(slice_of(text)))
		abort();
}

/* Writes {"name":"value"} of each member and reads it. */
static void
read_back(const struct json_reader *r, struct json_reader *again)
{
	static struct io_writer w;
	struct json_problem problem;
	for (size_t i = 0; i < r->count; i++) {
		const struct json_member *member = &r->members[i];
		w.len = w.committed = 0;
		io_put_byte(&w, '{');
		if (json_put(&w, member->name) > 0)
			abort();
		io_put_byte(&w, ':');
		if (json_put(&w, member->value) > 0)
			abort();
		io_put_byte(&w, '}');
		if (!json_read(again, (struct slice){w.bytes, w.len}, &problem) || again->count != 1 ||
			!slice_equal(again->members[0].name, member->name) ||
			!slice_equal(again->members[0].value, member->value))
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct json_reader reader, again;
	struct slice line = {(const char *)data, size};
	struct json_problem problem;

	if (size > 1 << 20)
		return 0;
	bool taken = json_read(&reader, line, &problem);
	if (!taken && problem.what == NULL)
		abort();
	struct json_object *object = memchr(data, '\0', size) == NULL ? by_json_c(line) : NULL;
	if (taken && object == NULL)
		abort();
	if (taken && !has_surrogates(line))
		compare(&reader, object);
	if (taken)
		read_back(&reader, &again);
	else if (object != NULL)
		read_what_it_writes(object, &again);
	json_object_put(object);
	return 0;
}
