#include "rec.h"

#include "cli.h"
#include "unit.h"

#include <sys/wait.h>

struct stream {
	struct io_reader in;
	struct rec_reader reader;
};

static void
open_stream(struct stream *s, struct slice bytes, size_t limit)
{
	io_reader_open(&s->in, unit_input(bytes), "test", limit, NULL);
	rec_reader_open(&s->reader, &s->in);
}

static void
close_stream(struct stream *s)
{
	rec_reader_close(&s->reader);
	close(s->in.fd);
	io_reader_close(&s->in);
}

/* What rec_write() makes of all records that are read from these bytes. */
static void
reads_as(struct slice bytes, struct slice want)
{
	struct stream s;
	struct io_writer w;
	int fd = unit_input(SLICE(""));

	open_stream(&s, bytes, 1 << 20);
	io_writer_open(&w, dup(fd), false);
	for (struct record *r; (r = rec_read(&s.reader)) != NULL;)
		rec_write(&w, r);
	io_writer_close(&w);
	unit_same(unit_output(fd), want);
	close(fd);
	close_stream(&s);
}

START_TEST(a_stream_is_read_as_it_is_written)
{
	struct slice plain = SLICE("Id: a\nTitle: b: c\nText: \nText:  two blanks\n\nId: b\n\n");
	reads_as(plain, plain);
	reads_as(SLICE("%rec: Article\n\nId: a\n\n"), SLICE("Id: a\n\n"));
	reads_as(SLICE(""), SLICE(""));
	reads_as(SLICE("%rec: Article"), SLICE(""));
	reads_as(SLICE("\n\n \n"), SLICE(""));
}
END_TEST

START_TEST(the_reader_is_liberal)
{
	reads_as(SLICE("Id: a"), SLICE("Id: a\n\n"));
	reads_as(SLICE("Id: a\r\\\n\r\nText: b\n"), SLICE("Id: a\nText: b\n\n"));
	reads_as(SLICE("\xef\xbb\xbf%rec: A\r\n\r\nId: a\r\nText: b\r\n\r\nId: c\r\n"),
		SLICE("Id: a\nText: b\n\nId: c\n\n"));
	reads_as(SLICE("# c\nId: a\n# c\nText: b\n\n%rec: A\n\n\n \t \nId: c\n \t\nId: d\n"),
		SLICE("Id: a\nText: b\n\nId: c\n\nId: d\n\n"));
	reads_as(SLICE("%rec: A\nId: a\n\n"), SLICE("Id: a\n\n"));
	reads_as(SLICE("Id:a\nText:\nT:\tb\n"), SLICE("Id: a\nText: \nT: b\n\n"));
	reads_as(SLICE("Text: a\n+ b\n+\n+c\n+  d\n\n"),
		SLICE("Text: a\nText: b\nText: \nText: c\nText:  d\n\n"));
	reads_as(SLICE("Text: a\\\nb\\\nc\nX: d\n\n"), SLICE("Text: abc\nX: d\n\n"));
	reads_as(SLICE("Text: a\n+ b\\\nc\n\n"), SLICE("Text: a\nText: bc\n\n"));
	reads_as(SLICE("Text: a\\\n\nX: b\n\n"), SLICE("Text: a\nX: b\n\n"));
	reads_as(SLICE("Text: a\\\n"), SLICE("Text: a\\ \n\n"));
	reads_as(SLICE("Text: a\\"), SLICE("Text: a\\ \n\n"));
}
END_TEST

START_TEST(values_that_look_like_syntax_are_values)
{
	struct slice traps = SLICE(
		"Text: + plus\nText: # hash\nText: %rec: Article\nText: Foo: bar\nText: \\ \nText: a\\ \n\n");
	reads_as(traps, traps);
}
END_TEST

START_TEST(the_blank_behind_a_final_backslash_is_no_part_of_the_value)
{
	struct stream s;
	open_stream(&s, SLICE("A: x\\ \nB: \\ \nC: x\\\ny\\ \n+ z\\ \nD: x \n\n"), 1000);
	struct record *r = rec_read(&s.reader);
	ck_assert_uint_eq(r->count, 5);
	unit_same(r->fields[0].value, SLICE("x\\"));
	unit_same(r->fields[1].value, SLICE("\\"));
	unit_same(r->fields[2].value, SLICE("xy\\"));
	unit_same(r->fields[3].value, SLICE("z\\"));
	unit_same(r->fields[4].value, SLICE("x "));
	close_stream(&s);
}
END_TEST

START_TEST(records_know_their_number_and_line)
{
	struct stream s;
	open_stream(&s, SLICE("%rec: A\n\nId: a\n# c\nText: x\\\ny\n\n\n# c\nId: b\nText: z\n\nId: c\n"),
		1 << 20);
	static const uint64_t lines[] = {3, 10, 13};
	for (uint64_t i = 0; i < 3; i++) {
		struct record *r = rec_read(&s.reader);
		ck_assert_ptr_nonnull(r);
		ck_assert_uint_eq(r->number, i + 1);
		ck_assert_uint_eq(r->line, lines[i]);
	}
	ck_assert_ptr_null(rec_read(&s.reader));
	ck_assert_ptr_null(rec_read(&s.reader));
	close_stream(&s);
}
END_TEST

START_TEST(kinds_and_names_go_there_and_back)
{
	for (enum rec_kind kind = REC_ID; kind < REC_KINDS; kind++)
		ck_assert_int_eq(rec_kind(rec_name(kind)), kind);
	ck_assert_int_eq(rec_kind(SLICE("title")), REC_OTHER);
	ck_assert_int_eq(rec_kind(SLICE("")), REC_OTHER);
	ck_assert(rec_name_is_valid(SLICE("A_9z")));
	ck_assert(!rec_name_is_valid(SLICE("")) && !rec_name_is_valid(SLICE("9a")) &&
		  !rec_name_is_valid(SLICE("a-b")));
	ck_assert(!rec_name_is_valid(SLICE("_a")) && !rec_name_is_valid(SLICE("a\xc3\xa9")) &&
		  !rec_name_is_valid(SLICE("a b")));
}
END_TEST

START_TEST(the_first_value_of_a_kind)
{
	struct record r = {0};
	ck_assert_ptr_null(rec_value(&r, REC_TITLE).at);
	rec_append(&r, REC_TEXT, SLICE("t"));
	rec_append(&r, REC_TITLE, SLICE("one"));
	rec_append(&r, REC_TITLE, SLICE("two"));
	unit_same(rec_value(&r, REC_TITLE), SLICE("one"));
	free(r.fields);
}
END_TEST

static bool
sniffs(struct slice bytes)
{
	struct io_reader in;
	io_reader_open(&in, unit_input(bytes), "test", 1 << 20, NULL);
	bool yes = rec_sniff(&in);
	struct slice rest = io_rest(&in, "page");
	unit_same(rest, bytes);
	close(in.fd);
	io_reader_close(&in);
	return yes;
}

START_TEST(the_first_line_tells_records_from_text)
{
	ck_assert(sniffs(SLICE("%rec: Article\n\n")));
	ck_assert(sniffs(SLICE("%rec:")));
	ck_assert(sniffs(SLICE("\xef\xbb\xbf\r\n# c\n \n%rec: A\n")));
	ck_assert(!sniffs(SLICE("")));
	ck_assert(!sniffs(SLICE("\n\n")));
	ck_assert(!sniffs(SLICE("%re")));
	ck_assert(!sniffs(SLICE("%record: 9\n")));
	ck_assert(!sniffs(SLICE("Id: a\n%rec: A\n")));
	ck_assert(!sniffs(SLICE(" %rec: A\n")));
}
END_TEST

/* A long record moves in the buffer while it is read; its slices must follow. */
START_TEST(records_longer_than_a_block_hold_together)
{
	size_t n = 3 * IO_BLOCK;
	char *bytes = malloc(2 * n + 100);
	size_t len = (size_t)sprintf(bytes, "Id: a\nText: x\\\ny\nText: ");
	memset(bytes + len, 'b', n);
	len += n;
	len += (size_t)sprintf(bytes + len, "\\\nc\nX: d\n\nId: e\nText: ");
	memset(bytes + len, 'f', n);
	len += n;

	struct stream s;
	open_stream(&s, (struct slice){bytes, len}, 8 * n);
	struct record *r = rec_read(&s.reader);
	ck_assert_ptr_nonnull(r);
	ck_assert_uint_eq(r->count, 4);
	unit_same(r->fields[0].name, SLICE("Id"));
	unit_same(r->fields[0].value, SLICE("a"));
	unit_same(r->fields[1].value, SLICE("xy"));
	ck_assert_uint_eq(r->fields[2].value.len, n + 1);
	ck_assert_int_eq(r->fields[2].value.at[n], 'c');
	unit_same(r->fields[3].name, SLICE("X"));
	unit_same(r->fields[3].value, SLICE("d"));
	r = rec_read(&s.reader);
	ck_assert_ptr_nonnull(r);
	ck_assert_uint_eq(r->fields[1].value.len, n);
	ck_assert_ptr_null(rec_read(&s.reader));
	close_stream(&s);
	free(bytes);
}
END_TEST

START_TEST(endless_continuations_take_linear_time)
{
	size_t lines = 1 << 20;
	char *bytes = malloc(lines * 3 + 16);
	size_t len = (size_t)sprintf(bytes, "T: ");
	for (size_t i = 0; i < lines; i++, len += 3)
		memcpy(bytes + len, "a\\\n", 3);
	memcpy(bytes + len, "b\n", 2);
	struct stream s;
	open_stream(&s, (struct slice){bytes, len + 2}, 16 << 20);
	struct record *r = rec_read(&s.reader);
	ck_assert_ptr_nonnull(r);
	ck_assert_uint_eq(r->fields[0].value.len, lines + 1);
	close_stream(&s);
	free(bytes);
}
END_TEST

/* Runs in a child, since it dies: gives the exit status. */
static int
status_of_reading(struct slice bytes, size_t limit)
{
	int status;
	pid_t pid = fork();
	if (pid == 0) {
		static const struct cli_tool tool = {.name = "test", .synopsis = ""};
		struct stream s;
		cli_start(&tool);
		ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
		open_stream(&s, bytes, limit);
		while (rec_read(&s.reader) != NULL)
			;
		_exit(0);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

START_TEST(what_is_no_record_is_fatal)
{
	ck_assert_int_eq(status_of_reading(SLICE("prose\n"), 1000), 2);
	ck_assert_int_eq(status_of_reading(SLICE("Id: a\n\n+ b\n"), 1000), 2);
	ck_assert_int_eq(status_of_reading(SLICE("9: a\n"), 1000), 2);
	ck_assert_int_eq(status_of_reading(SLICE(": a\n"), 1000), 2);
	ck_assert_int_eq(status_of_reading(SLICE("Doc-Id: a\n"), 1000), 2);
	ck_assert_int_eq(status_of_reading(SLICE("Id a\n"), 1000), 2);
}
END_TEST

START_TEST(the_limit_holds_whatever_the_blocks)
{
	ck_assert_int_eq(status_of_reading(SLICE("Id: abc\nText: d\n\n"), 17), 0);
	ck_assert_int_eq(status_of_reading(SLICE("Id: abc\nText: 56789012345\n\nId: b\n\n"), 16), 2);
	ck_assert_int_eq(status_of_reading(SLICE("Id: a\n\nText: 5678901234567890"), 16), 2);
	ck_assert_int_eq(status_of_reading(SLICE("Id: a\n\nId: b\n\nId: c\n\nId: d\n\n"), 16), 0);
	ck_assert_int_eq(
		status_of_reading(SLICE("# a comment may be long, it is not kept\n\nId: d\n\n"), 64), 0);
}
END_TEST

int
main(void)
{
	const TTest *tests[] = {a_stream_is_read_as_it_is_written, the_reader_is_liberal,
		values_that_look_like_syntax_are_values,
		the_blank_behind_a_final_backslash_is_no_part_of_the_value,
		records_know_their_number_and_line, kinds_and_names_go_there_and_back,
		the_first_value_of_a_kind, the_first_line_tells_records_from_text,
		records_longer_than_a_block_hold_together, endless_continuations_take_linear_time,
		what_is_no_record_is_fatal, the_limit_holds_whatever_the_blocks, NULL};
	return unit_run("rec", tests);
}
