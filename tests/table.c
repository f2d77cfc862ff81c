/*
 * table: runs tables of one-line tests. usage: table FILE.t
 *
 * A line is a test; columns are separated by one or more TABs, "-" is an empty column, # begins a comment:
 *
 *	name	command line	stdin	expected stdout	expected status	[expected stderr]
 *
 * The command line is run by sh, as it is, in an empty folder with the tools on PATH. stdin and stdout may
 *hold \n \r \t \\ and \xHH; stdout "*" is anything. stderr is an extended regular expression that some of
 *what was written must match (^ and $ are line ends); without that column nothing may be written there. A
 *line that holds {tool} is run for each of the five tools ($TOOLS). Writes TAP; exit status 1 if a test
 *failed.
 */
#define _XOPEN_SOURCE 700
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <regex.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COLUMNS = 6, SECONDS = 300, SHOWN = 600 };
enum { NAME, COMMAND, STDIN, STDOUT, STATUS, STDERR };

struct bytes {
	char *at;
	size_t len;
};

static char scratch[4096]; /* the folder that the commands run in, and behind its name the files beside it */
static int failures;

static void
die(const char *what)
{
	perror(what);
	exit(2);
}

static int
hex(char c)
{
	const char *digits = "0123456789abcdef", *at = c ? strchr(digits, c | 0x20) : NULL;
	return at && c ? (int)(at - digits) : -1;
}

/* Undoes the escapes of a column in place. */
static struct bytes
unescape(char *column)
{
	static const char letters[] = "n\nr\rt\t\\\\";
	char *out = column;

	for (const char *in = column; *in; in++) {
		const char *letter = in[0] == '\\' && in[1] ? strchr(letters, in[1]) : NULL;
		if (in[0] == '\\' && in[1] == 'x' && hex(in[2]) >= 0 && hex(in[3]) >= 0) {
			*out++ = (char)(hex(in[2]) << 4 | hex(in[3]));
			in += 3;
		} else if (letter) {
			*out++ = letter[1];
			in++;
		} else {
			*out++ = *in;
		}
	}
	return (struct bytes){column, (size_t)(out - column)};
}

static const char *
beside(const char *name)
{
	static char path[sizeof scratch + 16];
	snprintf(path, sizeof path, "%s/../%s", scratch, name);
	return path;
}

static void
save(const char *name, struct bytes b)
{
	FILE *f = fopen(beside(name), "w");
	if (!f || fwrite(b.at, 1, b.len, f) != b.len || fclose(f) != 0)
		die(beside(name));
}

static struct bytes
load(const char *name)
{
	struct bytes b = {NULL, 0};
	struct stat st;
	int fd = open(beside(name), O_RDONLY);
	if (fd < 0 || fstat(fd, &st) != 0 || !(b.at = malloc((size_t)st.st_size + 1)))
		die(beside(name));
	ssize_t n = read(fd, b.at, (size_t)st.st_size);
	b.len = n > 0 ? (size_t)n : 0;
	b.at[b.len] = '\0';
	close(fd);
	return b;
}

static void
redirect(const char *name, int flags, int fd)
{
	int opened = open(beside(name), flags, 0600);
	if (opened < 0 || dup2(opened, fd) < 0)
		_exit(126);
	if (opened != fd)
		close(opened);
}

/* Who dies frees nothing: under a sanitizer that is no leak. */
static void
allow_leaks(void)
{
	const char *options = getenv("ASAN_OPTIONS");
	char more[1024];

	snprintf(more, sizeof more, "%s:detect_leaks=0", options ? options : "");
	setenv("ASAN_OPTIONS", more, 1);
}

/*
 * Runs the command by sh and gives its status as the shell would: 128 + signal for a death, 124 when too
 * slow. A command that dies, as it should, may leave memory behind.
 */
static int
run(const char *command, bool dies)
{
	int status = 0;
	siginfo_t info;
	sigset_t child;
	pid_t pid = fork();

	if (pid < 0)
		die("fork");
	if (pid == 0) {
		sigemptyset(&child);
		sigprocmask(SIG_SETMASK, &child, NULL);
		setpgid(0, 0);
		if (dies)
			allow_leaks();
		redirect("stdin", O_RDONLY, 0);
		redirect("stdout", O_WRONLY | O_CREAT | O_TRUNC, 1);
		redirect("stderr", O_WRONLY | O_CREAT | O_TRUNC, 2);
		if (chdir(scratch) == 0)
			execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(126);
	}
	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	struct timespec left = {SECONDS, 0};
	bool late = sigtimedwait(&child, &info, &left) < 0 && errno == EAGAIN;
	if (late)
		kill(-pid, SIGKILL);
	if (waitpid(pid, &status, 0) < 0)
		die("waitpid");
	if (late)
		return 124;
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static int
remove_entry(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st, (void)type;
	return where->level > 0 ? remove(path) : 0;
}

static void
show(const char *what, struct bytes b)
{
	printf("# %s \"", what);
	for (size_t i = 0; i < b.len && i < SHOWN; i++) {
		unsigned char c = (unsigned char)b.at[i];
		if (c == '\n')
			printf("\\n");
		else if (c == '\t')
			printf("\\t");
		else if (c == '\\' || c < ' ' || c == 0x7f)
			printf("\\x%02x", c);
		else
			putchar(c);
	}
	printf("\"%s\n", b.len > SHOWN ? "..." : "");
}

/* Does what was written on stderr agree with the column? */
static bool
stderr_agrees(const char *column, struct bytes written, const char *name)
{
	regex_t pattern;
	if (!*column)
		return written.len == 0;
	if (regcomp(&pattern, column, REG_EXTENDED | REG_NOSUB | REG_NEWLINE) != 0) {
		fprintf(stderr, "table: %s: bad pattern %s\n", name, column);
		exit(2);
	}
	bool found = regexec(&pattern, written.at, 0, NULL, 0) == 0;
	regfree(&pattern);
	return found;
}

static void
run_line(char *column[COLUMNS])
{
	bool anything = strcmp(column[STDOUT], "*") == 0;
	save("stdin", unescape(column[STDIN]));
	struct bytes want = unescape(column[STDOUT]);
	int wanted = atoi(column[STATUS]), status = run(column[COMMAND], wanted == 2);
	struct bytes out = load("stdout"), err = load("stderr");

	bool same = anything || (out.len == want.len && memcmp(out.at, want.at, want.len) == 0);
	bool agrees = stderr_agrees(column[STDERR], err, column[NAME]);
	bool passed = same && agrees && status == wanted;
	printf("%s - %s\n", passed ? "ok" : "not ok", column[NAME]);
	if (!passed) {
		failures++;
		printf("# command: %s\n", column[COMMAND]);
		if (!same)
			show("stdout should be", want);
		show("stdout", out);
		show("stderr", err);
		if (!agrees)
			printf("# stderr should match: %s\n", *column[STDERR] ? column[STDERR] : "(nothing)");
		if (status != wanted)
			printf("# status %d, should be %d\n", status, wanted);
	}
	free(out.at);
	free(err.at);
	nftw(scratch, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

/* Splits a line into its columns; false if it holds none. */
static bool
split(char *line, char *column[COLUMNS], const char *file, int number)
{
	static char nothing[] = "";
	int count = 0;

	line[strcspn(line, "\n")] = '\0';
	if (!*line || *line == '#')
		return false;
	for (int i = 0; i < COLUMNS; i++)
		column[i] = nothing;
	for (char *c = strtok(line, "\t"); c; c = strtok(NULL, "\t")) {
		if (count == COLUMNS)
			break;
		column[count++] = strcmp(c, "-") == 0 ? nothing : c;
	}
	if (count < STDERR) {
		printf("not ok - %s:%d: has only %d columns\n", file, number, count);
		failures++;
		return false;
	}
	return true;
}

/* The line with each {tool} replaced. The result is to be freed. */
static char *
for_tool(const char *line, const char *tool)
{
	char *out = malloc(strlen(line) * 2 + 1), *to = out;
	if (!out)
		die("malloc");
	while (*line) {
		if (strncmp(line, "{tool}", 6) == 0) {
			to = stpcpy(to, tool);
			line += 6;
		} else {
			*to++ = *line++;
		}
	}
	*to = '\0';
	return out;
}

static void
run_table(const char *file)
{
	FILE *f = fopen(file, "r");
	char *line = NULL, *column[COLUMNS];
	size_t capacity = 0;

	if (!f)
		die(file);
	for (int number = 1; getline(&line, &capacity, f) > 0; number++) {
		char tools[] = "nsplit nstrip ndedupe nents ncsv", *rest = NULL;
		bool each = *line != '#' && strstr(line, "{tool}");
		for (char *tool = strtok_r(tools, " ", &rest); tool;
			tool = each ? strtok_r(NULL, " ", &rest) : NULL) {
			char *copy = for_tool(line, tool);
			if (split(copy, column, file, number))
				run_line(column);
			fflush(stdout);
			free(copy);
		}
	}
	free(line);
	fclose(f);
}

int
main(int argc, char **argv)
{
	sigset_t child;
	const char *tmp = getenv("TMP");

	if (argc != 2 || !tmp) {
		fprintf(stderr, "usage: TMP=folder table FILE.t\n");
		return 2;
	}
	snprintf(scratch, sizeof scratch, "%s/here", tmp);
	if (mkdir(scratch, 0700) != 0)
		die(scratch);
	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child, NULL);
	run_table(argv[1]);
	return failures > 0;
}
