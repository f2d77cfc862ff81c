#include "json.h"

#include "text.h"
#include "unit.h"

/* The members as "name=value" lines, strings with a quote before them; or what is wrong, and where. */
static struct slice
read_as(const char *line, bool plain)
{
	static struct text_buffer said;
	struct json_reader r;
	struct json_problem problem;

	said.len = 0;
	json_reader_open(&r);
	r.plain = plain;
	if (json_read(&r, slice_of(line), &problem)) {
		for (size_t i = 0; i < r.count; i++) {
			const struct json_member *m = &r.members[i];
			text_append(&said, m->name);
			text_append(&said, m->kind == JSON_STRING ? SLICE("='")
					   : m->kind == JSON_NONE ? SLICE("!")
								  : SLICE("="));
			text_append(&said, m->value);
			text_append(&said, SLICE("\n"));
		}
	} else {
		char place[40];
		text_append(&said, slice_of(problem.what));
		text_append(&said,
			(struct slice){place, (size_t)snprintf(place, sizeof place, " at %zu", problem.at)});
	}
	json_reader_close(&r);
	return text_slice(&said);
}

START_TEST(objects_are_read)
{
	static const char *const lines[][2] = {
		{"{}", ""},
		{" { \"a\" : \"x\" , \"b\" : [ ] } \r", "a='x\nb!\n"},
		{"{\"a\":[1,\"x\",null,true],\"b\":null}", "a=1\na='x\na=true\nb!\n"},
		{"{\"a\":-0,\"b\":-0.5,\"c\":1E+2,\"d\":0}", NULL},
		{"{\"a\":\"\\u00e9\\ud83d\\udcf0\\n\\/\\\"\\\\\"}", "a='\xc3\xa9\xf0\x9f\x93\xb0\n/\"\\\n"},
		{"{\"\\u0061\":\"a string of more than sixteen bytes \\t and \\u2028\"}",
			"a='a string of more than sixteen bytes \t and \xe2\x80\xa8\n"},
		{"{\"a\":{\"b\":[1, 2.50]},\"c\":[[1],{}]}", "a={\"b\":[1,2.50]}\nc=[1]\nc={}\n"},
		{"{\"a\":\"\\ud800\"}", "a='\xef\xbf\xbd\n"},
		{"{\"a\":\"\\ud83d\\u0041\"}", NULL},
		{"{\"a\":\"\\ud837\\uDE009\\\\ud837\"}", "a='\xf0\x9d\xb8\x80"
							 "9\\ud837\n"},
		{"{\"a\":\"\\ud83dx\"}", NULL},
		{"{\"a\":\"\\ud83d\\n\"}", NULL},
		{"{\"a\":1e+5,\"b\":1E-5,\"c\":2e7}", NULL},
		{"{\"a\":1.}", NULL},
		{"{\"a\":1e}", NULL},
		{"{\"a\":1e+}", NULL},
		{"{\"a\":-}", NULL},
		{"{\"a\":01}", NULL},
		{"{\"a\":[[1,[2]],{\"b\":{\"c\":[3]}}]}", NULL},
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		if (lines[i][1] != NULL)
			unit_same(read_as(lines[i][0], true), slice_of(lines[i][1]));
		struct slice said = read_as(lines[i][0], false);
		char *judged = malloc(said.len + 1);
		if (said.len > 0)
			memcpy(judged, said.at, said.len);
		unit_same(read_as(lines[i][0], true), (struct slice){judged, said.len});
		free(judged);
	}
}
END_TEST

START_TEST(what_is_no_object_is_refused)
{
	static const char *const lines[][2] = {
		{"", "the object has no end at 0"},
		{"[1]", "not an object at 0"},
		{"{\"a\":1", "the object has no end at 6"},
		{"{\"a\":1}x", "unexpected character at 7"},
		{"{\"a\":1}{\"b\":2}", "unexpected character at 7"},
		{"{\"a\":1,\"a\":2}", "a name stands twice in the object at 0"},
		{"{\"a\":1,\"\\u0061\":2}", "a name stands twice in the object at 0"},
		{"{'a':1}", "single quotes, NaN and Infinity are not JSON at 1"},
		{"{\"a\":NaN}", "single quotes, NaN and Infinity are not JSON at 5"},
		{"{\"a\":\"\xff\"}", "not well-formed UTF-8 at 0"},
		{"{\"a\":\"\xed\xa0\x80\"}", "not well-formed UTF-8 at 0"},
		{"{\"a\":[99999999999999999999,{}]}", "an integer of more than 64 bits at 0"},
		{"{\"a\":[[99999999999999999999]]}", "an integer of more than 64 bits at 0"},
		{"{\"a\":[{\"b\":99999999999999999999}]}", "an integer of more than 64 bits at 0"},
		{"[1] \t", "not an object at 0"},
		{"{\"a\":\"\\ud83d\\ude00\",\"b\":'x'}", "unexpected character at 24"},
		{"{\"a\":\"\\ud83d\\ude00\",\"b\":\"\\n\"}x", "unexpected character at 29"},
		{"{\"a\":\"\\u12\"}", "invalid string sequence at 10"},
		{"{\"a\":\"\\u12", "the object has no end at 10"},
		{"{\"a\":\"\\u12g4\"}", "invalid string sequence at 10"},
		{"{\"a\":\"\\ud83d\\u12\"}", "invalid string sequence at 16"},
		{"{\"a\":\"\\x\"}", "invalid string sequence at 7"},
		{"{\"a\":\"\\", "the object has no end at 7"},
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		unit_same(read_as(lines[i][0], true), slice_of(lines[i][1]));
}
END_TEST

START_TEST(what_no_string_can_hold_is_refused)
{
	struct json_reader r;
	struct json_problem problem;

	json_reader_open(&r);
	ck_assert(!json_read(&r, SLICE("{\"a\":\"\0\"}"), &problem));
	ck_assert_str_eq(problem.what, "a NUL byte, or more than 2 GiB");
	json_reader_close(&r);
}
END_TEST

/* json-c 0.16 keeps half a surrogate pair over json_tokener_reset(). */
START_TEST(a_line_is_not_changed_by_the_one_before)
{
	struct json_reader r;
	struct json_problem problem;

	json_reader_open(&r);
	r.plain = false;
	ck_assert(!json_read(&r, SLICE("{\"a\":\"\\ud800"), &problem));
	ck_assert(json_read(&r, SLICE("{\"a\":\"\\ud488\"}"), &problem));
	unit_same(r.members[0].value, SLICE("\xed\x92\x88"));
	json_reader_close(&r);
}
END_TEST

START_TEST(many_members_are_read)
{
	static char line[20000];
	struct json_reader r;
	struct json_problem problem;
	size_t len = 0;

	line[len++] = '{';
	for (int i = 0; i < 1000; i++)
		len += (size_t)snprintf(
			line + len, sizeof line - len, "%s\"m%d\":%d", i > 0 ? "," : "", i, i);
	line[len++] = '}';
	json_reader_open(&r);
	ck_assert(json_read(&r, (struct slice){line, len}, &problem));
	ck_assert_uint_eq(r.count, 1000);
	unit_same(r.members[999].name, SLICE("m999"));
	unit_same(r.members[999].value, SLICE("999"));
	json_reader_close(&r);
}
END_TEST

/* A slice in an initializer. */
#define BYTES(literal)                                                                                       \
	{                                                                                                    \
		literal, sizeof literal - 1                                                                  \
	}

START_TEST(strings_are_written)
{
	static const struct {
		struct slice text;
		const char *want;
		size_t mended;
	} strings[] = {
		{BYTES(""), "\"\"", 0},
		{BYTES("a\"b\\c/"), "\"a\\\"b\\\\c/\"", 0},
		{BYTES("\0\1\b\t\n\v\f\r\x1f\x7f"), "\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\"", 0},
		{BYTES("\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\x99"), "\"\\u2028\\u2029\xe2\x80\x99\"", 0},
		{BYTES("more than sixteen bytes, then \xe2\x80\xa8 and \n more"),
			"\"more than sixteen bytes, then \\u2028 and \\n more\"", 0},
		{BYTES("caf\xe9 \"x\""), "\"caf\xef\xbf\xbd \\\"x\\\"\"", 1},
		{BYTES("\xe2\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\"", 2},
	};
	struct io_writer w = {.fd = -1};
	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
		w.len = 0;
		ck_assert_uint_eq(json_put(&w, strings[i].text), strings[i].mended);
		unit_same((struct slice){w.bytes, w.len}, slice_of(strings[i].want));
	}
	free(w.bytes);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {objects_are_read, what_is_no_object_is_refused,
		what_no_string_can_hold_is_refused, a_line_is_not_changed_by_the_one_before,
		many_members_are_read, strings_are_written, NULL};
	return unit_run("json", tests);
}
