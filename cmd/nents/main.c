/* nents: who, where, when, how much and who said what, in news articles. See nents(1). */
#include "cli.h"
#include "finder.h"
#include "intake.h"
#include "page.h"
#include "pat.h"
#include "report.h"
#include "show.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	OPTION_ASOF = CLI_LONG,
	OPTION_COLOR,
	OPTION_HTML,
	OPTION_MIN_SCORE,
	OPTION_NO_JIT,
	OPTION_NO_MODEL,
	OPTION_SHOW
};

static const struct cli_option option_table[] = {
	{'a', "annotate", NULL, "pass records through with what was found in them as fields"},
	{'g', "gazetteer", "file", "names of yours: name TAB type TAB canonical name"},
	{'p', "patterns", "file", "patterns of yours: TYPE regex"},
	{'t', "types", "list", "find these types only: PERSON,ORG,GPE,..."},
	{'N', "no-header", NULL, "leave out the line of column names"},
	{OPTION_ASOF, "asof", "date", "the day that relative dates count from, YYYY-MM-DD"},
	{OPTION_COLOR, "color", "auto|always|never", "mentions in the colours of their types (default auto)"},
	{OPTION_HTML, "html", NULL, "one page of HTML: the text, its mentions, a list of names"},
	{OPTION_MIN_SCORE, "min-score", "number", "drop names of a lower score, 0 to 1"},
	{OPTION_NO_MODEL, "no-model", NULL, "rules and lists only: faster, finds less"},
	{OPTION_NO_JIT, "no-jit", NULL, "interpret the patterns of -p instead of compiling them"},
	{OPTION_SHOW, "show", NULL, "no table but the text, its mentions in colours or in brackets"},
	CLI_COMMON_OPTIONS,
};

static const struct cli_tool tool = {
	"nents",
	"[-aNRv] [-g file] [-p file] [-t list] [--asof=date] [--color=when] [--html] "
	"[--min-score=number] [--no-model] [--no-jit] [--show] [file ...]",
	"Find the people, places, organisations, dates, money and quotes of news articles.",
	option_table,
	sizeof option_table / sizeof *option_table,
};

/* What is written. */
enum output { OUTPUT_TABLE, OUTPUT_RECORDS, OUTPUT_TEXT, OUTPUT_HTML };

struct options {
	enum output output;
	enum color_when color;
	bool no_header;
	struct finder_options finder;
	struct cli_common common;
};

struct run {
	const struct options *options;
	struct report_limits limits;
	struct finder *finder;
	struct intake intake;
	struct article article;
	struct io_writer out;
	struct palette palette;
	struct show show;
	struct page page;
	bool described; /* records that are written have their descriptor */
	uint64_t articles, mentions;
};

static void
judge(struct run *run, const struct record *record)
{
	finder_run(run->finder, &run->article);
	run->articles++;
	run->mentions += run->article.mention_count;
	switch (run->options->output) {
	case OUTPUT_TABLE:
		report_lines(&run->out, &run->article, &run->limits, &run->palette);
		break;
	case OUTPUT_RECORDS:
		report_record(&run->out, record, &run->article, &run->limits);
		break;
	case OUTPUT_TEXT:
		if (record != NULL)
			show_record(&run->show, record, &run->article, &run->limits);
		else
			show_page(&run->show, &run->article, &run->limits);
		break;
	case OUTPUT_HTML:
		if (record != NULL)
			page_record(&run->page, record, &run->article);
		else
			page_plain(&run->page, &run->article);
		break;
	}
}

static void
read_records(struct run *run, struct io_reader *in)
{
	struct rec_reader reader;
	struct record *record;

	if (run->options->output == OUTPUT_TEXT && !run->described)
		rec_put_descriptor(&run->out, SLICE("Article"));
	run->described = true;
	rec_reader_open(&reader, in);
	while ((record = rec_read(&reader)) != NULL) {
		intake_record(&run->article, record);
		judge(run, record);
	}
	rec_reader_close(&reader);
}

static void
read_operand(struct io_reader *in, void *context)
{
	struct run *run = context;
	struct slice name = in->fd == STDIN_FILENO ? SLICE("-") : slice_of(in->name);
	struct slice page;

	if (run->options->common.record_mode || rec_sniff(in)) {
		read_records(run, in);
		return;
	}
	page = io_rest(in, "page");
	if (page.len == 0)
		return;
	if (run->options->output == OUTPUT_RECORDS)
		cli_die("%s: is plain text, and -a adds fields to records; nsplit makes records of pages",
			in->name);
	intake_page(&run->intake, &run->article, name, page);
	judge(run, NULL);
}

/* --- The command line ------------------------------------------------------------------------- */

static entity_set
types_of(const char *list)
{
	entity_set types = 0;

	for (const char *at = list;; at++) {
		struct slice name = {at, strcspn(at, ", ")};
		enum entity_type type = entity_of(name);

		if (type == ENTITY_NONE)
			cli_usage_error("option -t: no such type: '%.*s'; there are PERSON ORG GPE LOC FAC "
					"NORP EVENT DATE "
					"TIME MONEY PERCENT QUANTITY QUOTE URL EMAIL",
				(int)name.len, name.at);
		types |= ENTITY_BIT(type);
		at += name.len;
		if (*at == '\0')
			return types;
	}
}

static void
choose_output(struct options *options, enum output output)
{
	if (options->output != OUTPUT_TABLE && options->output != output)
		cli_usage_error("-a, --show and --html are three ways to write; choose one");
	options->output = output;
}

static int
parse_options(int argc, char **argv, struct options *options)
{
	const char *argument;
	int operand, id;

	while ((id = cli_option(argc, argv, &options->common, &argument, &operand)) != -1) {
		if (id == 'a')
			choose_output(options, OUTPUT_RECORDS);
		else if (id == OPTION_SHOW)
			choose_output(options, OUTPUT_TEXT);
		else if (id == OPTION_HTML)
			choose_output(options, OUTPUT_HTML);
		else if (id == OPTION_COLOR)
			options->color = color_when(argument);
		else if (id == 'N')
			options->no_header = true;
		else if (id == 'g')
			user_files_add(&options->finder.lists, argument);
		else if (id == 'p')
			user_files_add(&options->finder.patterns, argument);
		else if (id == 't')
			options->finder.types = types_of(argument);
		else if (id == OPTION_ASOF)
			options->finder.asof = slice_of(argument);
		else if (id == OPTION_MIN_SCORE)
			options->finder.least = (float)cli_real("--min-score", argument, 0, 1);
		else if (id == OPTION_NO_MODEL)
			options->finder.no_model = true;
		else if (id == OPTION_NO_JIT)
			pat_without_jit();
	}
	return operand;
}

static void
report(const struct run *run)
{
	struct text_buffer dirt = {0};

	text_dirt_report(&run->intake.dirt, &dirt);
	cli_warn("%" PRIu64 " articles, %" PRIu64 " mentions%s%.*s", run->articles, run->mentions,
		dirt.len > 0 ? "; " : "", (int)dirt.len, dirt.len > 0 ? dirt.bytes : "");
	free(dirt.bytes);
}

/* Writes what comes before the first article. */
static void
start_output(struct run *run, char *const *operands)
{
	run->show = (struct show){.out = &run->out, .palette = &run->palette};
	run->page = (struct page){.out = &run->out, .limits = &run->limits, .operands = operands};
	if (run->options->output == OUTPUT_RECORDS)
		rec_put_descriptor(&run->out, SLICE("Article"));
	if (run->options->output == OUTPUT_TABLE && !run->options->no_header)
		report_header(&run->out);
	if (run->options->output == OUTPUT_HTML)
		page_start(&run->page);
}

int
main(int argc, char **argv)
{
	struct options options = {.finder.types = ENTITY_ALL};
	struct run run = {.options = &options};

	cli_start(&tool);
	int operand = parse_options(argc, argv, &options);
	run.limits = (struct report_limits){options.finder.types, options.finder.least};
	run.finder = finder_open(&options.finder);
	io_writer_open(&run.out, STDOUT_FILENO, options.common.line_buffered);
	palette_start(&run.palette, &run.out, options.color);
	start_output(&run, argv + operand);
	io_operands(argv + operand, options.common.max_record, &run.out, read_operand, &run);
	if (options.output == OUTPUT_HTML)
		page_end(&run.page);
	if (options.common.verbose)
		report(&run);
	finder_close(run.finder);
	free(options.finder.lists.paths);
	free(options.finder.patterns.paths);
	intake_free(&run.intake);
	spans_free(&run.show.spans);
	page_free(&run.page);
	article_free(&run.article);
	io_writer_close(&run.out);
	return cli_finish();
}
