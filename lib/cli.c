#include "cli.h"

#include "progress.h"
#include "sandbox.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OPTIONS_MAX = 64, MESSAGE_MAX = 4096 };

/* One process is one tool: what it is, how it stands, and what it must do before it dies. */
static struct {
	const struct cli_tool *tool;
	enum cli_status status;
	void (*last_act)(void *);
	void *last_context;
	bool dying;
} process;

/*
 * A closed descriptor 0, 1 or 2 would be given to the next file that is opened, and data would land there. It
 * is filled the wrong way round, so that using it still fails as if it were closed.
 */
static void
fill_closed_descriptors(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF &&
			open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
			_exit(CLI_TROUBLE);
}

void
cli_start(const struct cli_tool *tool)
{
	process.tool = tool;
	fill_closed_descriptors();
}

/* --- Messages --------------------------------------------------------------------------------- */

__attribute__((format(printf, 1, 0))) static void
say(const char *format, va_list arguments)
{
	char message[MESSAGE_MAX], line[MESSAGE_MAX + 256];
	const char *name = process.tool != NULL ? process.tool->name : "newsprint";

	int wanted = vsnprintf(message, sizeof message, format, arguments);
	size_t len = wanted < 0 ? 0 : (size_t)wanted;
	if (len >= sizeof message)
		len = sizeof message - 1;

	struct slice rest = {message, len};
	size_t at = (size_t)snprintf(line, 256, "%s: ", name);
	at += text_escape(&rest, TEXT_MESSAGE, line + at, sizeof line - at - 1);
	line[at++] = '\n';
	for (size_t done = 0; done < at;) {
		ssize_t n = write(STDERR_FILENO, line + done, at - done);
		if (n < 0 && errno != EINTR)
			break;
		done += n > 0 ? (size_t)n : 0;
	}
}

void
cli_warn(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(format, arguments);
	va_end(arguments);
}

void
cli_error(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(format, arguments);
	va_end(arguments);
	process.status = CLI_TROUBLE;
}

static _Noreturn void
end_in_trouble(void)
{
	if (!process.dying) {
		process.dying = true;
		if (process.last_act != NULL)
			process.last_act(process.last_context);
	}
	exit(CLI_TROUBLE);
}

void
cli_die(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(format, arguments);
	va_end(arguments);
	end_in_trouble();
}

void
cli_usage_error(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(format, arguments);
	va_end(arguments);
	cli_warn("try '%s --help'", process.tool->name);
	end_in_trouble();
}

void
cli_unjudged(uint64_t n)
{
	if (n > 0 && process.status == CLI_DONE)
		process.status = CLI_UNJUDGED;
}

bool
cli_in_trouble(void)
{
	return process.status == CLI_TROUBLE;
}

void
cli_before_death(void (*act)(void *), void *context)
{
	process.last_act = act;
	process.last_context = context;
}

int
cli_finish(void)
{
	progress_finish();
	if (close(STDIN_FILENO) == -1 && errno != EBADF)
		cli_error("standard input: closing: %s", strerror(errno));
	return (int)process.status;
}

/* --- Options ---------------------------------------------------------------------------------- */

static _Noreturn void
show_and_exit(void)
{
	if (fflush(stdout) == EOF || fclose(stdout) == EOF)
		cli_die("standard output: writing: %s", strerror(errno));
	exit(CLI_DONE);
}

static _Noreturn void
show_help(const struct cli_tool *tool)
{
	printf("usage: %s %s\n%s\n\n", tool->name, tool->synopsis, tool->purpose);
	for (size_t i = 0; i < tool->count; i++) {
		const struct cli_option *o = &tool->options[i];
		char left[80];
		const char *argument = o->argument != NULL ? o->argument : "";
		const char *gap = o->argument != NULL ? "=" : "";
		if (o->id < CLI_HELP)
			snprintf(left, sizeof left, "-%c, --%s%s%s", o->id, o->name, gap, argument);
		else
			snprintf(left, sizeof left, "    --%s%s%s", o->name, gap, argument);
		printf("  %-26s  %s\n", left, o->help);
	}
	show_and_exit();
}

static _Noreturn void
show_version(const struct cli_tool *tool)
{
	printf("%s (newsprint) %s\n", tool->name, VERSION);
	show_and_exit();
}

/* What getopt_long() needs, made from the table once. */
struct parsing {
	struct option longs[OPTIONS_MAX + 1];
	char shorts[2 * OPTIONS_MAX + 2];
};

static void
prepare_parsing(const struct cli_tool *tool, struct parsing *p)
{
	size_t at = 0;

	p->shorts[at++] = ':';
	for (size_t i = 0; i < tool->count && i < OPTIONS_MAX; i++) {
		const struct cli_option *o = &tool->options[i];
		p->longs[i] = (struct option){o->name, o->argument != NULL, NULL, o->id};
		if (o->id < CLI_HELP) {
			p->shorts[at++] = (char)o->id;
			if (o->argument != NULL)
				p->shorts[at++] = ':';
		}
	}
}

static _Noreturn void
refuse_option(const struct cli_tool *tool, int code, char **argv)
{
	const char *spelt = argv[optind - 1];
	const struct cli_option *known = NULL;

	for (size_t i = 0; i < tool->count; i++)
		if (tool->options[i].id == optopt)
			known = &tool->options[i];
	if (code == ':' && known != NULL)
		cli_usage_error("option --%s needs an argument: %s", known->name, known->argument);
	if (known != NULL)
		cli_usage_error("option --%s takes no argument: '%s'", known->name, spelt);
	if (optopt != 0)
		cli_usage_error("unknown option '-%c'", optopt);
	cli_usage_error("unknown or ambiguous option '%s'", spelt);
}

int
cli_option(int argc, char **argv, struct cli_common *common, const char **argument, int *operand)
{
	static struct parsing parsing;
	const struct cli_tool *tool = process.tool;

	if (parsing.shorts[0] == '\0') {
		prepare_parsing(tool, &parsing);
		common->max_record = (size_t)16 << 20;
		common->line_buffered = isatty(STDOUT_FILENO) == 1;
	}
	for (;;) {
		int id = getopt_long(argc, argv, parsing.shorts, parsing.longs, NULL);
		*argument = optarg;
		*operand = optind;
		switch (id) {
		case ':':
		case '?':
			refuse_option(tool, id, argv);
		case CLI_HELP:
			show_help(tool);
		case CLI_VERSION:
			show_version(tool);
		case 'R':
			common->record_mode = true;
			break;
		case 'v':
			common->verbose = true;
			break;
		case CLI_LINE_BUFFERED:
			common->line_buffered = true;
			break;
		case CLI_PROGRESS:
			common->progress = true;
			break;
		case CLI_SECCOMP:
			common->seccomp = true;
			sandbox_want_seccomp();
			break;
		case CLI_MAX_RECORD:
			common->max_record = cli_size("--max-record", optarg);
			break;
		case -1:
			progress_start(tool->name, common->progress);
			return id;
		default:
			return id;
		}
	}
}

/* Reads decimal digits into *value; gives what follows them, or NULL if there are none or too many. */
static const char *
scan_digits(const char *p, uint64_t *value)
{
	const char *start = p;

	for (*value = 0; *p >= '0' && *p <= '9'; p++) {
		uint64_t digit = (uint64_t)(*p - '0');
		if (*value > (UINT64_MAX - digit) / 10)
			return NULL;
		*value = *value * 10 + digit;
	}
	return p > start ? p : NULL;
}

uint64_t
cli_number(const char *option, const char *argument, uint64_t least, uint64_t most)
{
	uint64_t value;
	const char *end = scan_digits(argument, &value);

	if (end == NULL || *end != '\0' || value < least || value > most)
		cli_usage_error("%s%s: '%s' is not a whole number from %llu to %llu",
			*option == '-' ? "option " : "", option, argument, (unsigned long long)least,
			(unsigned long long)most);
	return value;
}

size_t
cli_size(const char *option, const char *argument)
{
	static const char suffixes[] = "KMGT";
	uint64_t value;
	const char *end = scan_digits(argument, &value);
	unsigned shift = 0;

	if (end != NULL && *end != '\0') {
		const char *suffix = strchr(suffixes, *end);
		shift = suffix != NULL ? 10 * (unsigned)(suffix - suffixes + 1) : 64;
		end += suffix != NULL;
	}
	if (end == NULL || *end != '\0' || value == 0 || shift == 64 ||
		value > (uint64_t)SIZE_MAX >> 1 >> shift)
		cli_usage_error(
			"option %s: '%s' is not a size such as 65536, 512K, 16M or 2G", option, argument);
	return (size_t)value << shift;
}

double
cli_real(const char *option, const char *argument, double least, double most)
{
	char *end;
	double value = strtod(argument, &end);

	if (end == argument || *end != '\0' || !(value >= least && value <= most))
		cli_usage_error(
			"option %s: '%s' is not a number from %g to %g", option, argument, least, most);
	return value;
}

/* --- Memory ----------------------------------------------------------------------------------- */

static _Noreturn void
memory_exhausted(size_t count, size_t size)
{
	cli_die("memory exhausted (asked for %zu times %zu bytes)", count, size);
}

void *
cli_alloc(size_t count, size_t size)
{
	void *p = calloc(count > 0 ? count : 1, size > 0 ? size : 1);
	if (p == NULL)
		memory_exhausted(count, size);
	return p;
}

void *
cli_realloc(void *old, size_t count, size_t size)
{
	if (size > 0 && count > SIZE_MAX / size)
		memory_exhausted(count, size);
	size_t bytes = count * size;
	void *p = realloc(old, bytes > 0 ? bytes : 1);
	if (p == NULL)
		memory_exhausted(count, size);
	return p;
}

void
cli_grow(void *array, size_t *capacity, size_t need, size_t size)
{
	void *old;

	if (need <= *capacity)
		return;
	size_t wanted = *capacity + *capacity / 2;
	if (wanted < need)
		wanted = need;
	if (wanted < 16)
		wanted = 16;
	memcpy(&old, array, sizeof old);
	old = cli_realloc(old, wanted, size);
	memcpy(array, &old, sizeof old);
	*capacity = wanted;
}
