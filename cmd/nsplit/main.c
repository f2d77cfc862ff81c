/* nsplit: cuts page dumps into article records. See nsplit(1). */
#include "cli.h"
#include "jsonl.h"
#include "page.h"
#include "plain.h"
#include "wet.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

enum { OPTION_TEXT_KEY = CLI_LONG, OPTION_URL_KEY, OPTION_ID_KEY, OPTION_DATE_KEY, OPTION_NO_JIT };

static const struct cli_option option_table[] = {
	{'0', "null", NULL, "pages in the input end with NUL"},
	{'d', "delimiter", "regex", "a line that matches begins a new page"},
	{'i', "from", "format", "the input is text, wet or jsonl (default: wet if it looks so, else text)"},
	{OPTION_TEXT_KEY, "text-key", "name", "the member of a JSON object that is the page (default text)"},
	{OPTION_URL_KEY, "url-key", "name", "the member that is its address (default url)"},
	{OPTION_ID_KEY, "id-key", "name", "the member that is its name (default id)"},
	{OPTION_DATE_KEY, "date-key", "name", "the member that is its date (default date)"},
	{OPTION_NO_JIT, "no-jit", NULL, "interpret the pattern of -d instead of compiling it"},
	CLI_SHARED_OPTIONS,
};

static const struct cli_tool tool = {
	"nsplit",
	"[-0v] [-i format] [-d regex] [--text-key=name] [--url-key=name] [--id-key=name] [--date-key=name] "
	"[--no-jit] [page ...]",
	"Cut page dumps into article records.",
	option_table,
	sizeof option_table / sizeof *option_table,
};

enum format { FORMAT_SNIFFED, FORMAT_TEXT, FORMAT_WET, FORMAT_JSONL };

struct options {
	enum format format;
	const char *delimiter; /* of -d, not compiled yet */
	struct plain_borders borders;
	struct jsonl_keys keys;
	struct cli_common common;
};

struct run {
	const struct options *options;
	struct splitter splitter;
	struct plain_met met;
};

static void
read_operand(struct io_reader *in, void *context)
{
	struct run *run = context;
	const struct options *o = run->options;
	bool several = o->borders.null_ended || o->borders.delimiter != NULL;

	if (o->format == FORMAT_JSONL)
		run->splitter.dirt.ill_formed += jsonl_read(in, &o->keys, split_page, &run->splitter);
	else if (o->format == FORMAT_WET || (o->format == FORMAT_SNIFFED && !several && wet_sniff(in)))
		wet_read(in, split_page, &run->splitter);
	else
		plain_read(in, &o->borders, &run->met, split_page, &run->splitter);
}

static struct pat *
compile_delimiter(const char *regex)
{
	char message[256];
	size_t column;
	struct pat *pat = pat_compile(slice_of(regex), false, message, &column);

	if (pat == NULL)
		cli_usage_error("option -d: '%s': column %zu: %s", regex, column, message);
	return pat;
}

static enum format
format_named(const char *name)
{
	static const char *const names[] = {NULL, "text", "wet", "jsonl"};

	for (enum format f = FORMAT_TEXT; f <= FORMAT_JSONL; f++)
		if (strcmp(name, names[f]) == 0)
			return f;
	cli_usage_error("option -i: '%s' is not one of: text, wet, jsonl", name);
}

static void
take_option(struct options *options, int id, const char *argument)
{
	switch (id) {
	case '0':
		options->borders.null_ended = true;
		break;
	case 'd':
		options->delimiter = argument;
		break;
	case 'i':
		options->format = format_named(argument);
		break;
	case OPTION_TEXT_KEY:
		options->keys.text = slice_of(argument);
		break;
	case OPTION_URL_KEY:
		options->keys.url = slice_of(argument);
		break;
	case OPTION_ID_KEY:
		options->keys.id = slice_of(argument);
		break;
	case OPTION_DATE_KEY:
		options->keys.date = slice_of(argument);
		break;
	case OPTION_NO_JIT:
		pat_without_jit();
		break;
	}
}

static int
parse_options(int argc, char **argv, struct options *options)
{
	const char *argument;
	int operand, id;

	options->keys = jsonl_usual_keys;
	while ((id = cli_option(argc, argv, &options->common, &argument, &operand)) != -1)
		take_option(options, id, argument);
	if (options->delimiter != NULL)
		options->borders.delimiter = compile_delimiter(options->delimiter);
	if (options->borders.null_ended && options->borders.delimiter != NULL)
		cli_usage_error("options -0 and -d are two ways to say where a page ends: give one");
	if ((options->borders.null_ended || options->borders.delimiter != NULL) &&
		options->format > FORMAT_TEXT)
		cli_usage_error("options -0 and -d are for plain text: wet and jsonl say where a page ends");
	return operand;
}

static void
report(const struct splitter *s)
{
	struct text_buffer dirt = {0};

	text_dirt_report(&s->dirt, &dirt);
	cli_warn("%" PRIu64 " pages, %" PRIu64 " articles%s%.*s", s->pages, s->articles,
		dirt.len > 0 ? "; " : "", (int)dirt.len, dirt.len > 0 ? dirt.bytes : "");
	free(dirt.bytes);
}

/* Counts, and says, which lines -d could not be tried on. */
static void
report_untried(const struct plain_met *met)
{
	if (met->costly > 0)
		cli_warn("%" PRIu64 " lines were too costly for the pattern of -d: they begin no page; fewer "
			 "nested repeats cost less",
			met->costly);
	if (met->too_long > 0)
		cli_warn("%" PRIu64
			 " lines of more than %d KiB were too long for the pattern of -d: they begin no "
			 "page",
			met->too_long, PAT_SUBJECT_MOST / 1024);
	cli_unjudged(met->costly + met->too_long);
}

int
main(int argc, char **argv)
{
	struct options options = {0};
	struct run run = {.options = &options};
	struct io_writer out;

	cli_start(&tool);
	int operand = parse_options(argc, argv, &options);
	io_writer_open(&out, STDOUT_FILENO, options.common.line_buffered);
	splitter_open(&run.splitter, &out);
	run.met.dirt = &run.splitter.dirt;
	io_operands(argv + operand, options.common.max_record, &out, read_operand, &run);
	if (options.common.verbose)
		report(&run.splitter);
	report_untried(&run.met);
	splitter_close(&run.splitter);
	pat_free(options.borders.delimiter);
	io_writer_close(&out);
	return cli_finish();
}
