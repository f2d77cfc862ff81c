#include "io.h"

#include "cli.h"
#include "unit.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <time.h>

/* Runs act(context) in a child whose stderr goes to `said`; gives the exit status. */
static int
status_of(void (*act)(void *), void *context, char said[512])
{
	static const struct cli_tool tool = {.name = "test", .synopsis = ""};
	int status, ends[2];
	size_t len = 0;

	ck_assert_int_eq(pipe(ends), 0);
	pid_t pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		cli_start(&tool);
		act(context);
		_exit(cli_finish());
	}
	close(ends[1]);
	for (ssize_t n; len < 511 && (n = read(ends[0], said + len, 511 - len)) > 0;)
		len += (size_t)n;
	said[len] = '\0';
	close(ends[0]);
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
lines_are(struct slice bytes, const char *const *want, bool last_terminated)
{
	struct io_reader in;
	struct slice line;
	bool terminated = false;

	io_reader_open(&in, unit_input(bytes), "test", 1 << 20, NULL);
	for (size_t i = 0; want[i] != NULL; i++) {
		ck_assert(io_line(&in, '\n', &line, &terminated));
		unit_same(line, slice_of(want[i]));
		ck_assert_uint_eq(in.line, i + 1);
	}
	ck_assert(terminated == last_terminated);
	ck_assert(!io_line(&in, '\n', &line, NULL));
	ck_assert(!io_line(&in, '\n', &line, NULL));
	ck_assert_uint_eq(in.offset, bytes.len);
	close(in.fd);
	io_reader_close(&in);
}

START_TEST(lines_come_out_one_by_one)
{
	lines_are(SLICE("a\n\nbc\n"), (const char *[]){"a", "", "bc", NULL}, true);
	lines_are(SLICE("a\nb"), (const char *[]){"a", "b", NULL}, false);
	lines_are(SLICE("\n"), (const char *[]){"", NULL}, true);
	lines_are(SLICE(""), (const char *[]){NULL}, false);
}
END_TEST

START_TEST(another_byte_may_end_a_line)
{
	struct io_reader in;
	struct slice line;

	io_reader_open(&in, unit_input(SLICE("a\nb\0c")), "test", 100, NULL);
	ck_assert(io_line(&in, '\0', &line, NULL));
	unit_same(line, SLICE("a\nb"));
	ck_assert(io_line(&in, '\0', &line, NULL));
	unit_same(line, SLICE("c"));
	close(in.fd);
	io_reader_close(&in);
}
END_TEST

START_TEST(long_lines_grow)
{
	size_t n = 5 * IO_BLOCK;
	char *bytes = malloc(n + 2);
	struct io_reader in;
	struct slice line;

	memset(bytes, 'x', n);
	memcpy(bytes + n, "\ny", 2);
	io_reader_open(&in, unit_input((struct slice){bytes, n + 2}), "test", n, NULL);
	ck_assert(io_line(&in, '\n', &line, NULL));
	ck_assert_uint_eq(line.len, n);
	ck_assert(io_line(&in, '\n', &line, NULL));
	unit_same(line, SLICE("y"));
	close(in.fd);
	io_reader_close(&in);
	free(bytes);
}
END_TEST

START_TEST(the_rest_comes_behind_what_was_taken)
{
	struct io_reader in;
	struct slice line;

	io_reader_open(&in, unit_input(SLICE("a\nb\nc")), "test", 100, NULL);
	ck_assert(io_line(&in, '\n', &line, NULL));
	unit_same(io_rest(&in, "page"), SLICE("b\nc"));
	ck_assert_uint_eq(io_rest(&in, "page").len, 0);
	close(in.fd);
	io_reader_close(&in);
}
END_TEST

/* Reads all lines of 50 bytes without an end (with one, for "line"), under a limit of 16. */
static void
read_too_long(void *context)
{
	struct io_reader in;
	struct slice line;
	char bytes[50];

	memset(bytes, 'x', sizeof bytes);
	if (context != NULL && strcmp(context, "line") == 0) {
		bytes[40] = '\n';
		context = NULL;
	}
	io_reader_open(&in, unit_input((struct slice){bytes, sizeof bytes}), "in.txt", 16, NULL);
	if (context != NULL)
		io_rest(&in, "page");
	else
		while (io_line(&in, '\n', &line, NULL))
			;
}

START_TEST(too_long_is_fatal_and_says_what_helps)
{
	char said[512];
	ck_assert_int_eq(status_of(read_too_long, NULL, said), 2);
	ck_assert_msg(strstr(said, "test: in.txt: ") == said && strstr(said, "--max-record"), "%s", said);
	ck_assert_int_eq(status_of(read_too_long, "line", said), 2);
	ck_assert_msg(
		strstr(said, "test: in.txt: line 1: longer than 16 bytes; --max-record") == said, "%s", said);
	ck_assert_int_eq(status_of(read_too_long, "page", said), 2);
	ck_assert_msg(strstr(said, "test: in.txt: ") == said && strstr(said, "--max-record"), "%s", said);
}
END_TEST

static void
read_directory(void *context)
{
	struct io_reader in;
	struct slice line;

	(void)context;
	io_reader_open(&in, open("/", O_RDONLY), "/", 16, NULL);
	while (io_line(&in, '\n', &line, NULL))
		;
	if (!in.failed)
		_exit(9);
}

START_TEST(a_failed_read_is_told_and_remembered)
{
	char said[512];
	ck_assert_int_eq(status_of(read_directory, NULL, said), 2);
	ck_assert_str_eq(said, "test: /: reading at byte 0: Is a directory\n");
}
END_TEST

static void
write_to_full(void *context)
{
	struct io_writer w;
	io_writer_open(&w, open("/dev/full", O_WRONLY), context != NULL);
	io_put(&w, SLICE("x\n"));
	io_commit(&w);
	io_writer_close(&w);
}

START_TEST(a_full_disk_is_never_silent)
{
	char said[512];
	ck_assert_int_eq(status_of(write_to_full, NULL, said), 2);
	ck_assert_str_eq(said, "test: standard output: writing: No space left on device\n");
	ck_assert_int_eq(status_of(write_to_full, "eager", said), 2);
}
END_TEST

/* A death with a whole record put, and half of the next. */
struct end {
	int fd;
	bool screen;
	const char *whole;
};

static void
die_with_a_record_begun(void *context)
{
	const struct end *end = context;
	struct io_writer w;

	io_writer_open(&w, end->fd, false);
	w.screen = end->screen;
	io_put(&w, slice_of(end->whole));
	io_commit(&w);
	io_put(&w, SLICE("half of a li"));
	cli_die("in the middle");
}

static void
leaves_before_death(bool screen, const char *whole, struct slice wanted)
{
	char said[512];
	struct end end = {unit_input(SLICE("")), screen, whole};

	ck_assert_int_eq(status_of(die_with_a_record_begun, &end, said), 2);
	unit_same(unit_output(end.fd), wanted);
	close(end.fd);
}

START_TEST(what_is_whole_leaves_before_death)
{
	leaves_before_death(false, "whole\n", SLICE("whole\n"));
}
END_TEST

/* Our sequences reach a screen, the data's do not, whatever was whole, waiting or gone when they were put. */
START_TEST(data_can_not_steer_a_screen)
{
	struct io_writer w;
	int fd = unit_input(SLICE(""));

	io_writer_open(&w, dup(fd), false);
	w.screen = true;
	io_put(&w, SLICE("a\33[2J\xff\tb\n"));
	io_commit(&w);
	io_put(&w, SLICE("c\33"));
	io_put_control(&w, SLICE("\33[1m"));
	io_put(&w, SLICE("d\33"));
	io_commit(&w);
	io_put(&w, SLICE("\xc2\x9b"));
	io_flush(&w);
	io_put(&w, SLICE("e\x7f"));
	io_put_control(&w, SLICE("\33[m"));
	io_put(&w, SLICE("\r\n\r"));
	io_commit(&w);
	io_writer_close(&w);
	unit_same(unit_output(fd), SLICE("a\\x1b[2J\\xff\tb\nc\\x1b\33[1md\\x1b\\x9be\\x7f\33[m\r\n\\x0d"));
	close(fd);
}
END_TEST

START_TEST(data_can_not_steer_a_screen_at_death_either)
{
	leaves_before_death(true, "a\33[2J\n", SLICE("a\\x1b[2J\n"));
}
END_TEST

START_TEST(numbers_and_much_are_written)
{
	struct io_writer w;
	int fd = unit_input(SLICE(""));
	size_t n = 700 * 1000;

	io_writer_open(&w, dup(fd), false);
	io_put_number(&w, 0);
	io_put_byte(&w, ' ');
	io_put_number(&w, UINT64_MAX);
	memset(io_room(&w, n), 'y', n);
	io_took(&w, n);
	io_commit(&w);
	io_put(&w, (struct slice){NULL, 0});
	io_put_byte(&w, 'z');
	io_commit(&w);
	io_writer_close(&w);
	struct slice out = unit_output(fd);
	ck_assert_uint_eq(out.len, 2 + 20 + n + 1);
	unit_same((struct slice){out.at, 23}, SLICE("0 18446744073709551615y"));
	ck_assert_int_eq(out.at[out.len - 1], 'z');
	close(fd);
}
END_TEST

static void
count_operand(struct io_reader *in, void *context)
{
	*(size_t *)context += io_rest(in, "page").len;
}

static void
walk(void *context)
{
	size_t total = 0;
	char path[] = "/tmp/check_io.XXXXXX";
	int fd = mkstemp(path);
	(void)context;
	if (write(fd, "12345", 5) != 5)
		_exit(8);
	char *operands[] = {path, "/nowhere/at/all", path, NULL};
	io_operands(operands, 100, NULL, count_operand, &total);
	unlink(path);
	if (total != 10)
		_exit(9);
}

START_TEST(a_missing_operand_does_not_stop_the_others)
{
	char said[512];
	ck_assert_int_eq(status_of(walk, NULL, said), 2);
	ck_assert_str_eq(said, "test: /nowhere/at/all: opening: No such file or directory\n");
}
END_TEST

/* A non-blocking pipe that is empty for a while gives EAGAIN: the reader waits. */
START_TEST(a_slow_non_blocking_pipe_is_waited_for)
{
	int ends[2], status;
	struct io_reader in;
	struct slice line;

	ck_assert_int_eq(pipe(ends), 0);
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	pid_t pid = fork();
	if (pid == 0) {
		struct timespec pause = {0, 20 * 1000 * 1000};
		for (int i = 0; i < 5; i++) {
			nanosleep(&pause, NULL);
			if (write(ends[1], "ab", 2) != 2)
				_exit(1);
		}
		_exit(0);
	}
	close(ends[1]);
	io_reader_open(&in, ends[0], "pipe", 100, NULL);
	ck_assert(io_line(&in, '\n', &line, NULL));
	unit_same(line, SLICE("ababababab"));
	waitpid(pid, &status, 0);
	ck_assert(!io_line(&in, '\n', &line, NULL));
	io_reader_close(&in);
	close(ends[0]);
}
END_TEST

int
main(void)
{
	const TTest *tests[] = {lines_come_out_one_by_one, another_byte_may_end_a_line, long_lines_grow,
		the_rest_comes_behind_what_was_taken, too_long_is_fatal_and_says_what_helps,
		a_failed_read_is_told_and_remembered, a_full_disk_is_never_silent,
		what_is_whole_leaves_before_death, data_can_not_steer_a_screen,
		data_can_not_steer_a_screen_at_death_either, numbers_and_much_are_written,
		a_missing_operand_does_not_stop_the_others, a_slow_non_blocking_pipe_is_waited_for, NULL};
	return unit_run("io", tests);
}
