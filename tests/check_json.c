#include "json.h"

#include "text.h"
#include "unit.h"

/* The members as "name=value" lines, strings with a quote before them; or what is wrong, and where. */
static struct slice
read_as(const char *line)
{
	static struct text_buffer said;
	struct json_reader r;
	struct json_problem problem;

	said.len = 0;
	json_reader_open(&r);
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
		{"{\"a\":-0,\"b\":-0.5,\"c\":1E+2,\"d\":0,\"e\":1.50}",
			"a=-0\nb=-0.5\nc=1E+2\nd=0\ne=1.50\n"},
		{"{\"a\":18446744073709551616,\"b\":[[-99999999999999999999]]}",
			"a=18446744073709551616\nb=[-99999999999999999999]\n"},
		{"{\"a\":\"\\u00e9\\ud83d\\udcf0\\n\\/\\\"\\\\\"}", "a='\xc3\xa9\xf0\x9f\x93\xb0\n/\"\\\n"},
		{"{\"\\u0061\":\"a string of more than sixteen bytes \\t and \\u2028\"}",
			"a='a string of more than sixteen bytes \t and \xe2\x80\xa8\n"},
		{"{\"a\":{\"b\":[1, 2.50]},\"c\":[[1],{}]}", "a={\"b\":[1,2.50]}\nc=[1]\nc={}\n"},
		{"{\"\\n\":{\"b\" : \"x \\\" \\u00e9\" , \"c\\t\":[ ]}}",
			"\n={\"b\":\"x \\\" \\u00e9\",\"c\\t\":[]}\n"},
		{"{\"a\":\"\\ud800\",\"b\":\"\\udc00\\ud800x\"}",
			"a='\xef\xbf\xbd\nb='\xef\xbf\xbd\xef\xbf\xbdx\n"},
		{"{\"a\":\"\\ud83d\\ud83d\\udcf0\",\"b\":\"\\ud83d\\u0041\\ud83d\\n\"}",
			"a='\xef\xbf\xbd\xf0\x9f\x93\xb0\nb='\xef\xbf\xbd"
			"A\xef\xbf\xbd\n\n"},
		{"{\"a\":\"\\ud837\\uDE009\\\\ud837\"}", "a='\xf0\x9d\xb8\x80"
							 "9\\ud837\n"},
		{"{\"a\":{\"a\":1},\"b\":[{\"a\":2},{\"a\":3}]}", "a={\"a\":1}\nb={\"a\":2}\nb={\"a\":3}\n"},
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		unit_same(read_as(lines[i][0]), slice_of(lines[i][1]));
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
		{"{\"a\":1,\"a\":2}", "a name stands twice in the object at 7"},
		{"{\"a\":1,\"\\u0061\":2}", "a name stands twice in the object at 7"},
		{"{\"o\":{\"a\":1,\"b\":{\"a\":2},\"a\":3}}", "a name stands twice in the object at 24"},
		{"{\"a\\u0000b\":1}", "a name with a NUL in it at 1"},
		{"{\"o\":[{\"a\\u0000b\":1}]}", "a name with a NUL in it at 7"},
		{"{'a':1}", "single quotes, NaN and Infinity are not JSON at 1"},
		{"{\"a\":NaN}", "single quotes, NaN and Infinity are not JSON at 5"},
		{"{\"a\":-Infinity}", "single quotes, NaN and Infinity are not JSON at 6"},
		{"{\"a\":\"x\xff\"}", "not well-formed UTF-8 at 7"},
		{"{\"a\":\"\xed\xa0\x80\"}", "not well-formed UTF-8 at 6"},
		{"{\"a\":\"x\ty\"}", "a control character in a string at 7"},
		{"{\"o\":[\"x\ty\"]}", "a control character in a string at 8"},
		{"{\"o\":{\"p\":1.}}", "not a number as JSON has it at 10"},
		{"{\"a\":1e+}", "number expected at 8"},
		{"{\"a\":01}", "number expected at 7"},
		{"{\"a\":[1 2]}", "array value separator ',' expected at 8"},
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
		unit_same(read_as(lines[i][0]), slice_of(lines[i][1]));
}
END_TEST

START_TEST(what_no_string_can_hold_is_refused)
{
	struct json_reader r;
	struct json_problem problem;

	json_reader_open(&r);
	ck_assert(!json_read(&r, SLICE("{\"a\":\"\0\"}"), &problem));
	ck_assert_str_eq(problem.what, "a control character in a string");
	json_reader_close(&r);
}
END_TEST

START_TEST(what_is_not_as_it_should_be_is_told)
{
	struct json_reader r;
	struct json_problem problem;

	json_reader_open(&r);
	ck_assert(json_read(&r, SLICE("{\"a\":\"\\ud800\",\"b\":{\"c\":\"\\ud800\\u0000\"}}"), &problem));
	ck_assert_uint_eq(r.mended, 1);
	ck_assert(!r.has_nul);
	ck_assert(json_read(&r, SLICE("{\"a\":[\"\\u0000\"]}"), &problem));
	ck_assert(r.has_nul);
	ck_assert(json_read(&r, SLICE("{\"a\":\"\\ud83d\\udcf0\"}"), &problem));
	ck_assert(!r.has_nul);
	ck_assert_uint_eq(r.mended, 1);
	json_reader_close(&r);
}
END_TEST

/* Nesting has a bound; json-c, which is asked what is wrong, must not have a lower one. */
START_TEST(deep_nesting_is_read_up_to_a_bound)
{
	struct json_reader r;
	struct json_problem problem;
	for (size_t deep = JSON_DEPTH - 1; deep <= JSON_DEPTH; deep++) {
		char line[2 * JSON_DEPTH + 8];
		size_t len = (size_t)sprintf(line, "{\"a\":");
		memset(line + len, '[', deep);
		memset(line + len + deep, ']', deep);
		line[len + 2 * deep] = '}';
		json_reader_open(&r);
		bool right = json_read(&r, (struct slice){line, len + 2 * deep + 1}, &problem);
		ck_assert_int_eq(right, deep < JSON_DEPTH);
		if (!right)
			ck_assert_str_eq(
				problem.what, "arrays and objects in each other, more than 500 deep");
		json_reader_close(&r);
	}
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

START_TEST(a_name_that_stands_twice_among_many_is_found)
{
	static char line[20000];
	struct json_reader r;
	struct json_problem problem;
	size_t len = 0, second = 0;

	for (int i = 0; i < 1000; i++) {
		line[len++] = i > 0 ? ',' : '{';
		second = i == 700 ? len : second;
		len += (size_t)snprintf(line + len, sizeof line - len, "\"m%d\":%d", i == 700 ? 40 : i, i);
	}
	line[len++] = '}';
	json_reader_open(&r);
	ck_assert(!json_read(&r, (struct slice){line, len}, &problem));
	ck_assert_str_eq(problem.what, "a name stands twice in the object");
	ck_assert_uint_eq(problem.at, second);
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
		{BYTES("\xe2\x80"), "\"\xef\xbf\xbd\"",
			1}, /* one for a sequence that is cut, as text_clean() has it */
		{BYTES("\xe2\x80\xff"), "\"\xef\xbf\xbd\xef\xbf\xbd\"", 2},
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
		what_no_string_can_hold_is_refused, what_is_not_as_it_should_be_is_told,
		deep_nesting_is_read_up_to_a_bound, many_members_are_read,
		a_name_that_stands_twice_among_many_is_found, strings_are_written, NULL};
	return unit_run("json", tests);
}
