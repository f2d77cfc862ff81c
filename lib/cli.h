/*
 * cli: what every filter does alike on its command line and on its way out: the option table, --help,
 * messages, exit status, memory that is checked. Messages read "tool: place: what is wrong, what helps".
 */
#ifndef CLI_H
#define CLI_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum cli_status {
	CLI_DONE = 0,     /* all done; also for empty input and for nothing found */
	CLI_UNJUDGED = 1, /* all input was read, but some records could not be judged */
	CLI_TROUBLE = 2   /* usage, I/O, memory, bad data structure: the output is incomplete */
};

/* Identifiers of options that have no letter; a tool numbers its own from CLI_LONG on. */
enum { CLI_HELP = 256, CLI_VERSION, CLI_LINE_BUFFERED, CLI_MAX_RECORD, CLI_PROGRESS, CLI_SECCOMP, CLI_LONG };

struct cli_option {
	int id;               /* the letter, or a number from CLI_LONG on */
	const char *name;     /* long name, without the dashes */
	const char *argument; /* what the usage text calls its argument; NULL if it takes none */
	const char *help;     /* one line */
};

/* What a tool says of itself. The usage text is the SYNOPSIS of its man page, held so by a check. */
struct cli_tool {
	const char *name;
	const char *synopsis; /* after the name: "[-bmv] [-r rules] [file ...]" */
	const char *purpose;  /* one line */
	const struct cli_option *options;
	size_t count;
};

/* The options that all five share; cli_option() fills this in itself. */
struct cli_common {
	bool record_mode;   /* -R: input is records though it has no descriptor */
	bool verbose;       /* -v: a summary on stderr at the end */
	bool progress;      /* --progress: a line on stderr each second; on SIGUSR1 always */
	bool seccomp;       /* --seccomp: hardly any system call, once data is read */
	bool line_buffered; /* --line-buffered: each line or record is written at once */
	size_t max_record;  /* --max-record: bytes that a line, record or page may have */
};

/*
 * The shared options: the last lines of every tool's option table; the first set for tools that read records.
 */
// clang-format off
#define CLI_COMMON_OPTIONS \
	{'R', "rec", NULL, "input is records, though it does not begin with %rec:"}, \
	CLI_SHARED_OPTIONS
#define CLI_SHARED_OPTIONS \
	{'v', "verbose", NULL, "report a summary on stderr at the end"}, \
	{CLI_LINE_BUFFERED, "line-buffered", NULL, "write each line or record at once"}, \
	{CLI_PROGRESS, "progress", NULL, "show on stderr how far it is, each second"}, \
	{CLI_SECCOMP, "seccomp", NULL, "let the kernel refuse all but reading and writing"}, \
	{CLI_MAX_RECORD, "max-record", "size", "longest line, record or page (default 16M)"}, \
	{CLI_HELP, "help", NULL, "show this text and exit"}, \
	{CLI_VERSION, "version", NULL, "show the version and exit"}
// clang-format on

/*
 * Must be the first call of main(): keeps the standard descriptors that are closed from being given to other
 * files, and remembers the tool for messages and usage. tool must live as long as the process.
 */
void cli_start(const struct cli_tool *tool);

/*
 * The next option of the command line, as getopt_long() gives it: its id, with the argument in *argument, or
 * -1 when the operands begin at argv[*operand]. Handles the shared options, --help, --version and wrong
 * options (exit 2 with a line that says what helps) itself.
 */
int cli_option(int argc, char **argv, struct cli_common *common, const char **argument, int *operand);

/* The number that the argument of an option (or a variable of the environment) spells, from least to most;
 * dies naming the option if it is not one. */
uint64_t cli_number(const char *option, const char *argument, uint64_t least, uint64_t most);

/* A size in bytes: a number with an optional K, M, G or T (powers of 1024). Dies like cli_number(). */
size_t cli_size(const char *option, const char *argument);

/* The real number in [least, most] that an option's argument spells, whatever the locale. Dies likewise. */
double cli_real(const char *option, const char *argument, double least, double most);

/* A message on stderr, one line, control characters in it escaped. Exit status is as it was. */
void cli_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same, and the exit status will be CLI_TROUBLE; the tool goes on. */
void cli_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same as cli_error(), then ends the process; whole records written before go out first. */
_Noreturn void cli_die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A bad command line: the message, then "Try 'tool --help'", exit 2. */
_Noreturn void cli_usage_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Remembers that n records could not be judged: the exit status is at least CLI_UNJUDGED if n > 0. */
void cli_unjudged(uint64_t n);

/* Is the exit status CLI_TROUBLE so far? Then a state that should only follow whole work must not be saved.
 */
bool cli_in_trouble(void);

/* What is to be done before a process dies early: the output's writer registers its last flush here. */
void cli_before_death(void (*act)(void *), void *context);

/* The last call of main(): closes stdin and gives the exit status. */
int cli_finish(void);

/* Memory, zeros if it is new, or death with "memory exhausted". count * size is checked. Free with free(). */
void *cli_alloc(size_t count, size_t size);
void *cli_realloc(void *old, size_t count, size_t size);

/*
 * Makes room for at least `need` elements of `size` bytes in the array at *array, which has room for
 * *capacity; grows by half at least, so that appending is linear in all.
 */
void cli_grow(void *array, size_t *capacity, size_t need, size_t size);

#endif
