#include "cli.h"

#include "unit.h"

#include <sys/wait.h>

static const struct cli_option options[] = {
	{'n', "number", "n", "a number"},
	{'q', "quiet", NULL, "a switch"},
	{CLI_LONG, "longest", "size", "a size"},
	CLI_COMMON_OPTIONS,
};
static const struct cli_tool tool = {
	"test", "[-q] [file ...]", "tests", options, sizeof options / sizeof *options};

struct run {
	int status;
	char out[4096], err[4096];
};

static void
gather(int fd, char to[4096])
{
	size_t len = 0;
	for (ssize_t n; len < 4095 && (n = read(fd, to + len, 4095 - len)) > 0;)
		len += (size_t)n;
	to[len] = '\0';
	close(fd);
}

/* Runs act() in a child as the tool would run it. */
static struct run
in_child(void (*act)(void *), void *context)
{
	static struct run run;
	int out[2], err[2];

	ck_assert_int_eq(pipe(out), 0);
	ck_assert_int_eq(pipe(err), 0);
	pid_t pid = fork();
	if (pid == 0) {
		dup2(out[1], STDOUT_FILENO);
		dup2(err[1], STDERR_FILENO);
		close(out[0]), close(out[1]), close(err[0]), close(err[1]);
		cli_start(&tool);
		act(context);
		exit(cli_finish());
	}
	close(out[1]);
	close(err[1]);
	gather(out[0], run.out);
	gather(err[0], run.err);
	ck_assert_int_eq(waitpid(pid, &run.status, 0), pid);
	run.status = WIFEXITED(run.status) ? WEXITSTATUS(run.status) : -1;
	return run;
}

/* Parses a command line of words and says what it understood. */
static void
parse(void *context)
{
	char *argv[16] = {"test"}, *rest = NULL, line[256];
	struct cli_common common = {0};
	const char *argument;
	int argc = 1, id, operand;

	snprintf(line, sizeof line, "%s", (const char *)context);
	for (char *word = strtok_r(line, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest))
		argv[argc++] = word;
	while ((id = cli_option(argc, argv, &common, &argument, &operand)) != -1) {
		if (id == 'n')
			printf("n=%llu ", (unsigned long long)cli_number("--number", argument, 1, 9));
		else if (id == CLI_LONG)
			printf("longest=%zu ", cli_size("--longest", argument));
		else
			printf("%c ", id);
	}
	printf("R%d v%d l%d max%zu operand %s", common.record_mode, common.verbose, common.line_buffered,
		common.max_record, operand < argc ? argv[operand] : "none");
	fflush(stdout);
}

START_TEST(options_are_parsed)
{
	ck_assert_str_eq(in_child(parse, "-q -n 3 -R a b").out, "q n=3 R1 v0 l0 max16777216 operand a");
	ck_assert_str_eq(in_child(parse, "a -vn9 --rec -- -x").out, "n=9 R1 v1 l0 max16777216 operand a");
	ck_assert_str_eq(in_child(parse, "--num=2 --longest 3K --line-buffered --max-record=2M").out,
		"n=2 longest=3072 R0 v0 l1 max2097152 operand none");
	/* More than a machine of 32 bits can hold is no size there. */
	struct run large = in_child(parse, "--longest=5T");
	if (sizeof(size_t) > 4)
		ck_assert_str_eq(large.out, "longest=5497558138880 R0 v0 l0 max16777216 operand none");
	else
		ck_assert_msg(strstr(large.err, "'5T' is not a size") != NULL, "%s", large.err);
}
END_TEST

START_TEST(wrong_options_say_what_helps)
{
	static const char *const wrong[][2] = {{"-z", "unknown option '-z'"}, {"--zzz", "'--zzz'"},
		{"-n", "option --number needs an argument: n"},
		{"--number", "option --number needs an argument: n"},
		{"--quiet=1", "option --quiet takes no argument"},
		{"-n 0", "option --number: '0' is not a whole number from 1 to 9"}, {"-n 10", "'10'"},
		{"-n 3x", "'3x'"}, {"-n -1", "'-1'"},
		{"-n 99999999999999999999999", "99999999999999999999999"}, {"--longest=", "''"},
		{"--longest=K", "'K'"}, {"--longest=1KK", "'1KK'"}, {"--longest=18446744073709551615T", "T'"},
		{"--longest=1e3", "'1e3'"}};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct run run = in_child(parse, (void *)wrong[i][0]);
		ck_assert_msg(run.status == 2, "%s: status %d", wrong[i][0], run.status);
		ck_assert_msg(strstr(run.err, wrong[i][1]) != NULL, "%s: %s", wrong[i][0], run.err);
		ck_assert_msg(
			strstr(run.err, "test: try 'test --help'\n") != NULL, "%s: %s", wrong[i][0], run.err);
	}
}
END_TEST

START_TEST(help_and_version)
{
	struct run run = in_child(parse, "--help");
	ck_assert_int_eq(run.status, 0);
	ck_assert_ptr_eq(strstr(run.out, "usage: test [-q] [file ...]\ntests\n"), run.out);
	ck_assert_ptr_nonnull(strstr(run.out, "-n, --number=n"));
	ck_assert_str_eq(run.err, "");
	ck_assert_str_eq(in_child(parse, "--version").out, "test (newsprint) " VERSION "\n");
}
END_TEST

static void
say_badly(void *context)
{
	cli_warn("%s", (const char *)context);
}

START_TEST(messages_can_not_steer_the_terminal)
{
	ck_assert_str_eq(in_child(say_badly, "caf\xc3\xa9 \xf0\x9f\x93\xb0").err,
		"test: caf\xc3\xa9 \xf0\x9f\x93\xb0\n");
	ck_assert_str_eq(
		in_child(say_badly, "a\x1b[2Jb\nc\td\x7f").err, "test: a\\x1b[2Jb\\x0ac\\x09d\\x7f\n");
	ck_assert_str_eq(in_child(say_badly, "a\xff\xc2\x9b").err, "test: a\\xff\\x9b\n");
	ck_assert_str_eq(in_child(say_badly, "a\xe2\x80\xae"
					     "b\xe2\x81\xa6\xe2\x80\xa8")
				 .err,
		"test: a\\u202eb\\u2066\\u2028\n");
}
END_TEST

START_TEST(a_long_message_is_one_line)
{
	static char longest[20000];
	memset(longest, '\n', sizeof longest - 1);
	struct run run = in_child(say_badly, longest);
	size_t len = strlen(run.err);
	ck_assert_uint_gt(len, 1000);
	ck_assert_ptr_eq(strchr(run.err, '\n'), len < 4095 ? run.err + len - 1 : NULL);
}
END_TEST

static void
end_as(void *context)
{
	const char *how = context;
	for (; *how; how++)
		if (*how == 'u')
			cli_unjudged(3);
		else if (*how == '0')
			cli_unjudged(0);
		else if (*how == 'w')
			cli_warn("warned");
		else if (*how == 'e')
			cli_error("erred");
		else if (*how == 'd')
			cli_die("died");
}

START_TEST(the_worst_gives_the_exit_status)
{
	static const struct {
		const char *how;
		int status;
	} ends[] = {{"", 0}, {"0w", 0}, {"u", 1}, {"e", 2}, {"eu", 2}, {"ue", 2}, {"ud", 2}, {"d", 2}};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		ck_assert_int_eq(in_child(end_as, (void *)ends[i].how).status, ends[i].status);
}
END_TEST

static void
real(void *context)
{
	printf("%g", cli_real("--t", context, 0, 1));
	fflush(stdout);
}

START_TEST(real_numbers)
{
	ck_assert_str_eq(in_child(real, "0.25").out, "0.25");
	ck_assert_str_eq(in_child(real, "1").out, "1");
	static const char *const wrong[] = {"", "0,5", "1.1", "-0.1", "nan", "inf", "0.5x"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct run run = in_child(real, (void *)wrong[i]);
		ck_assert_msg(run.status == 2 && strstr(run.err, "option --t: "), "'%s': %d %s", wrong[i],
			run.status, run.err);
	}
}
END_TEST

static void
too_much(void *context)
{
	if (context != NULL)
		cli_alloc(SIZE_MAX / 2, 4);
	else
		cli_realloc(NULL, SIZE_MAX / 2, 4);
}

START_TEST(memory_that_can_not_be_had_is_fatal)
{
	ck_assert_int_eq(in_child(too_much, "calloc").status, 2);
	struct run run = in_child(too_much, NULL);
	ck_assert_int_eq(run.status, 2);
	ck_assert_ptr_eq(strstr(run.err, "test: memory exhausted"), run.err);
}
END_TEST

START_TEST(arrays_grow_and_keep_what_they_hold)
{
	int *array = NULL;
	size_t capacity = 0, grown = 0;
	for (size_t i = 0; i < 100000; i++) {
		size_t before = capacity;
		cli_grow(&array, &capacity, i + 1, sizeof *array);
		grown += capacity != before;
		array[i] = (int)i;
	}
	for (size_t i = 0; i < 100000; i++)
		ck_assert_int_eq(array[i], (int)i);
	ck_assert_uint_lt(grown, 40);
	free(array);
	void *nothing = cli_alloc(0, 0);
	ck_assert_ptr_nonnull(nothing);
	free(nothing);
}
END_TEST

int
main(void)
{
	const TTest *tests[] = {options_are_parsed, wrong_options_say_what_helps, help_and_version,
		messages_can_not_steer_the_terminal, a_long_message_is_one_line,
		the_worst_gives_the_exit_status, real_numbers, memory_that_can_not_be_had_is_fatal,
		arrays_grow_and_keep_what_they_hold, NULL};
	return unit_run("cli", tests);
}
