/* nsplit: cuts page dumps into article records. See nsplit(1). */
#include "cli.h"
#include "page.h"
#include "pat.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const struct cli_option option_table[] = {
	{'0', "null", NULL, "pages in the input end with NUL"},
	{'d', "delimiter", "regex", "a line that matches begins a new page"},
	CLI_SHARED_OPTIONS,
};

static const struct cli_tool tool = {
	"nsplit",
	"[-0v] [-d regex] [page ...]",
	"Cut page dumps into article records.",
	option_table,
	sizeof option_table / sizeof *option_table,
};

struct options {
	bool null_ended;
	struct pat *delimiter;
	struct cli_common common;
};

struct run {
	const struct options *options;
	struct splitter splitter;
	struct text_buffer name;    /* "wire.txt:12" */
	struct text_buffer pending; /* lines of the page that is not yet whole */
	uint64_t ordinal;           /* of the page in this input */
};

/* --- Several pages in one input ---------------------------------------------------------------------------
 */

static void
hand_over(struct run *run, const struct io_reader *in, struct slice text)
{
	char number[24];
	int len = snprintf(number, sizeof number, ":%" PRIu64, ++run->ordinal);

	run->name.len = 0;
	text_append(&run->name, in->fd == STDIN_FILENO ? SLICE("-") : slice_of(in->name));
	text_append(&run->name, (struct slice){number, (size_t)len});
	split_page(&(struct page){.name = text_slice(&run->name), .text = text}, &run->splitter);
}

static void
read_null_ended(struct run *run, struct io_reader *in)
{
	struct slice page;

	while (io_line(in, '\0', &page, NULL))
		hand_over(run, in, page);
}

/* A line that begins a new page: PCRE2 says so, or gives up, which is said and taken for no. */
static bool
begins_page(struct run *run, const struct io_reader *in, struct slice line)
{
	enum pat_result result = pat_match(run->options->delimiter, line, 0, NULL);

	if (result == PAT_LIMIT) {
		cli_warn("%s: line %" PRIu64 ": the pattern of -d costs too much here; taken for no match",
			in->name, in->line);
		cli_unjudged(1);
	}
	return result == PAT_FOUND;
}

static void
read_delimited(struct run *run, struct io_reader *in)
{
	struct text_buffer *page = &run->pending;
	struct slice line;

	page->len = 0;
	while (io_line(in, '\n', &line, NULL)) {
		if (begins_page(run, in, line) && page->len > 0) {
			hand_over(run, in, text_slice(page));
			page->len = 0;
		}
		if (page->len + line.len > in->limit)
			cli_die("%s: line %" PRIu64
				": a page of more than %zu bytes; --max-record allows longer ones",
				in->name, in->line, in->limit);
		text_append(page, line);
		text_append(page, SLICE("\n"));
	}
	if (page->len > 0)
		hand_over(run, in, text_slice(page));
}

static void
read_operand(struct io_reader *in, void *context)
{
	struct run *run = context;

	run->ordinal = 0;
	if (run->options->null_ended) {
		read_null_ended(run, in);
	} else if (run->options->delimiter != NULL) {
		read_delimited(run, in);
	} else {
		struct slice name = in->fd == STDIN_FILENO ? SLICE("-") : slice_of(in->name);
		split_page(&(struct page){.name = name, .text = io_rest(in, "page")}, &run->splitter);
	}
}

/* --- The command line -------------------------------------------------------------------------------------
 */

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

static int
parse_options(int argc, char **argv, struct options *options)
{
	const char *argument;
	int operand, id;

	while ((id = cli_option(argc, argv, &options->common, &argument, &operand)) != -1) {
		if (id == '0')
			options->null_ended = true;
		else if (id == 'd') {
			pat_free(options->delimiter);
			options->delimiter = compile_delimiter(argument);
		}
	}
	if (options->null_ended && options->delimiter != NULL)
		cli_usage_error("options -0 and -d are two ways to say where a page ends: give one");
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
	io_operands(argv + operand, options.common.max_record, &out, read_operand, &run);
	if (options.common.verbose)
		report(&run.splitter);
	splitter_close(&run.splitter);
	pat_free(options.delimiter);
	free(run.name.bytes);
	free(run.pending.bytes);
	io_writer_close(&out);
	return cli_finish();
}
