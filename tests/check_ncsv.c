#include "../cmd/ncsv/csv_scan.h"
#include "../cmd/ncsv/schema.h"
#include "../cmd/ncsv/straight.h"
#include "text.h"
#include "unit.h"

/* --- csv_scan ------------------------------------------------------------------------------------ */

static void
log_cell(void *bytes, size_t len, void *log)
{
	text_append(log, SLICE("<"));
	text_append(log, (struct slice){bytes, len});
	text_append(log, SLICE(">"));
}

static void
log_row(int end, void *log)
{
	char line[16];
	text_append(log, (struct slice){line, (size_t)snprintf(line, sizeof line, "%d;", end)});
}

static int
no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

static void
put_result(struct text_buffer *log, bool right, size_t at)
{
	char line[40];
	text_append(log, (struct slice){line, (size_t)snprintf(line, sizeof line, "%d at %zu", right, at)});
}

/* What csv_parse() itself calls for these bytes, strictly. */
static void
by_libcsv(struct slice in, struct text_buffer *log)
{
	struct csv_parser p;
	csv_init(&p, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_space_func(&p, no_blank);
	size_t taken = csv_parse(&p, in.at, in.len, log_cell, log_row, log);
	bool right = taken == in.len && csv_fini(&p, log_cell, log_row, log) == 0;
	put_result(log, right, taken);
	csv_free(&p);
}

/* What csv_scan calls for them, in two blocks. */
static void
by_scan(struct slice in, size_t cut, bool strict, bool around, struct text_buffer *log)
{
	struct csv_scan scan;
	size_t first = 0, second = 0;
	csv_scan_open(&scan, ',', strict, SIZE_MAX);
	ck_assert(scan.around);
	scan.around = around;
	bool right = csv_scan_block(&scan, (struct slice){in.at, cut}, log_cell, log_row, log, &first) ==
		     CSV_SCAN_DONE;
	right = right &&
		csv_scan_block(&scan, slice_after(in, cut), log_cell, log_row, log, &second) == CSV_SCAN_DONE;
	right = right && csv_scan_end(&scan, log_cell, log_row, log) == CSV_SCAN_DONE;
	put_result(log, right, first + second);
	csv_scan_close(&scan);
}

/* A slice in an initializer. */
#define BYTES(literal)                                                                                       \
	{                                                                                                    \
		literal, sizeof literal - 1                                                                  \
	}

static const struct slice tables[] = {
	BYTES(""),
	BYTES("\n\n\r\n"),
	BYTES("a,b\n1,2\n"),
	BYTES("a,b\r\n1,2\r\n\r\n3,4"),
	BYTES("a\rb\r\r\nc"),
	BYTES("\"a\",\"b \"\"x\"\" y\"\n\"\",\"\"\"\"\n"),
	BYTES("\"l\nm\r\nn\",\"\n\n\"\r\nx,\"y\"\n"),
	BYTES("x,y,\"z\",w,\"\"\nlast,\"quote"),
	BYTES("5\" pipe,2\n"),
	BYTES("a,\"b\"c\nd\n"),
	BYTES("a, \"b\"\n"),
	BYTES(",,\n,\"\",\n"),
	BYTES("one cell of more than sixteen bytes,\"and another one, with a comma\",the last one\n"),
};

START_TEST(every_cut_is_as_libcsv)
{
	static struct text_buffer want, got;
	struct slice in = tables[_i];
	for (int around = 0; around < 2; around++) {
		want.len = 0;
		by_libcsv(in, &want);
		for (size_t cut = 0; cut <= in.len; cut++) {
			got.len = 0;
			by_scan(in, cut, true, around, &got);
			unit_same(text_slice(&got), text_slice(&want));
		}
	}
}
END_TEST

/* Not strict, it takes all, and the same wherever it is cut; what is right is what strict reading has. */
START_TEST(every_cut_is_the_same_if_not_strict)
{
	static struct text_buffer want, got;
	struct slice in = tables[_i];
	char all[40];
	struct slice right = {all, (size_t)snprintf(all, sizeof all, "1 at %zu", in.len)};

	want.len = 0;
	by_libcsv(in, &want);
	if (want.len < right.len ||
		!slice_equal(slice_after(text_slice(&want), want.len - right.len), right)) {
		want.len = 0;
		by_scan(in, in.len, false, true, &want);
		unit_same(slice_after(text_slice(&want), want.len - right.len), right);
	}
	for (size_t cut = 0; cut <= in.len; cut++) {
		got.len = 0;
		by_scan(in, cut, false, true, &got);
		unit_same(text_slice(&got), text_slice(&want));
	}
}
END_TEST

START_TEST(a_long_cell_is_not_gathered)
{
	struct csv_scan scan;
	struct text_buffer log = {0};
	char bytes[5000];
	size_t taken;

	memset(bytes, 'x', sizeof bytes);
	bytes[0] = '"';
	csv_scan_open(&scan, ',', true, 4000);
	enum csv_scan_result result =
		csv_scan_block(&scan, (struct slice){bytes, sizeof bytes}, log_cell, log_row, &log, &taken);
	ck_assert_int_eq(result, CSV_SCAN_TOO_LONG);
	ck_assert_uint_eq(log.len, 0);
	csv_scan_close(&scan);
}
END_TEST

START_TEST(an_open_quote_is_known)
{
	struct csv_scan scan;
	struct text_buffer log = {0};
	size_t taken;

	csv_scan_open(&scan, ',', true, SIZE_MAX);
	csv_scan_block(&scan, SLICE("a,b\n1,\"x\"\"y"), log_cell, log_row, &log, &taken);
	ck_assert(csv_scan_is_open(&scan));
	ck_assert_uint_eq(scan.opened, 6);
	csv_scan_block(&scan, SLICE("z\",2\n"), log_cell, log_row, &log, &taken);
	ck_assert(!csv_scan_is_open(&scan));
	csv_scan_close(&scan);
	free(log.bytes);
}
END_TEST

/* --- straight ------------------------------------------------------------------------------------ */

START_TEST(straight_lines)
{
	static const struct {
		struct slice line;
		size_t columns;
		struct slice want; /* at == NULL: it is not straight */
	} lines[] = {
		{BYTES("a\tb"), 2, BYTES("a,b\n")},
		{BYTES("\t"), 2, BYTES(",\n")},
		{BYTES("a longer line\twith more than\tsixteen bytes"), 3,
			BYTES("a longer line,with more than,sixteen bytes\n")},
		{BYTES("a\tb"), 3, {NULL, 0}},
		{BYTES("a\tb\tc"), 2, {NULL, 0}},
		{BYTES("a,b\tc"), 2, {NULL, 0}},
		{BYTES("\"\tc"), 2, {NULL, 0}},
		{BYTES("a\\t\tc"), 2, {NULL, 0}},
		{BYTES("a\0\tc"), 2, {NULL, 0}},
		{BYTES("a\tbut sixteen bytes hold a quote\""), 2, {NULL, 0}},
	};
	struct io_writer w = {.fd = -1};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		w.len = 0;
		bool straight = straight_row(&w, lines[i].line, lines[i].columns, ',');
		ck_assert_int_eq(straight, lines[i].want.at != NULL);
		unit_same((struct slice){w.bytes, w.len}, lines[i].want);
	}
	free(w.bytes);
}
END_TEST

/* --- schema -------------------------------------------------------------------------------------- */

START_TEST(names_for_records)
{
	static const char *const names[][2] = {{"Title", "Title"}, {"e-mail", "e_mail"}, {"2024", "F_2024"},
		{"_x", "F_x"}, {"", "Field"}, {"caf\xc3\xa9 no", "caf__no"}, {"\xc3\xbc", "F_"}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct slice name = schema_record_name(slice_of(names[i][0]));
		unit_same(name, slice_of(names[i][1]));
		ck_assert(rec_name_is_valid(name));
		free((void *)(uintptr_t)name.at);
	}
}
END_TEST

START_TEST(fields_are_picked)
{
	struct schema schema = {0};
	schema_pick(&schema, "x=c,a,p\\,q=r\\=s");
	ck_assert_uint_eq(schema.fixed, 3);
	unit_same(schema.columns[0].label, SLICE("x"));
	unit_same(schema.columns[0].source, SLICE("c"));
	unit_same(schema.columns[1].label, SLICE("a"));
	unit_same(schema.columns[1].source, SLICE("a"));
	unit_same(schema.columns[2].label, SLICE("p,q"));
	unit_same(schema.columns[2].source, SLICE("r=s"));
	schema_free(&schema);
}
END_TEST

START_TEST(the_article_schema)
{
	struct schema schema = {0};
	struct settings settings = {.to = FORMAT_REC};
	struct arena arena = {0};
	schema_article(&schema);
	schema_decide(&schema, &settings, "test");
	ck_assert(!schema_is_written(&schema));
	ck_assert(!schema_is_closed(&schema, FORMAT_REC));
	ck_assert(schema_is_closed(&schema, FORMAT_TSV));
	ck_assert_int_eq(schema_find(&schema, SLICE("Id"), REC_ID, 9), 0);
	ck_assert_int_eq(schema_find(&schema, SLICE("Topic"), REC_OTHER, 0), NO_COLUMN);
	ck_assert_int_eq(schema_add_for_now(&schema, SLICE("Topic"), REC_OTHER, FORMAT_REC, &arena), 18);
	ck_assert_int_eq(schema_find(&schema, SLICE("Topic"), REC_OTHER, 0), 18);
	schema_forget(&schema);
	ck_assert_int_eq(schema_find(&schema, SLICE("Topic"), REC_OTHER, 0), NO_COLUMN);
	schema_free(&schema);
	arena_free(&arena);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("ncsv");
	TCase *tcase = tcase_create("ncsv");
	tcase_add_loop_test(tcase, every_cut_is_as_libcsv, 0, (int)(sizeof tables / sizeof *tables));
	tcase_add_loop_test(
		tcase, every_cut_is_the_same_if_not_strict, 0, (int)(sizeof tables / sizeof *tables));
	tcase_add_test(tcase, a_long_cell_is_not_gathered);
	tcase_add_test(tcase, an_open_quote_is_known);
	tcase_add_test(tcase, straight_lines);
	tcase_add_test(tcase, names_for_records);
	tcase_add_test(tcase, fields_are_picked);
	tcase_add_test(tcase, the_article_schema);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
