/* nstrip: drops page chrome, keeps the news. See nstrip(1). */
#include "cli.h"
#include "progress.h"
#include "strip.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

enum { OPTION_COLOR = CLI_LONG, OPTION_LEARN, OPTION_SITE_MEMORY, OPTION_NO_CUT, OPTION_NO_JIT };

static const struct cli_option option_table[] = {
	{'b', "body", NULL, "keep titles and paragraphs alone"},
	{'m', "mark", NULL, "mark what would go instead of dropping it"},
	{'r', "rules", "file", "rules of your own: drop, cut or keep, and a pattern, a line each"},
	{OPTION_COLOR, "color", "auto|always|never", "with -m: colours that tell why (default auto)"},
	{OPTION_LEARN, "learn", "file", "remember the lines of each site in this file"},
	{OPTION_SITE_MEMORY, "site-memory", "n",
		"drop lines seen on n pages of a site (default 5 with --learn)"},
	{OPTION_NO_CUT, "no-cut", NULL, "cut nothing out of paragraphs but what rules say"},
	{OPTION_NO_JIT, "no-jit", NULL, "interpret patterns instead of compiling them"},
	CLI_COMMON_OPTIONS,
};

static const struct cli_tool tool = {
	"nstrip",
	"[-bmRv] [-r file] [--color=when] [--learn=file] [--site-memory=n] [--no-cut] [--no-jit] [file ...]",
	"Drop page chrome, keep the news.",
	option_table,
	sizeof option_table / sizeof *option_table,
};

struct options {
	bool body_only, mark, no_cut;
	enum color_when color;
	const char *learn;
	uint32_t site_memory; /* pages; 0: no memory */
	const char **rule_files;
	size_t rule_file_count, rule_file_capacity;
	struct pat_rules rules;
	struct cli_common common;
};

/* The colours of -m, in the order of enum strip_cause; NSTRIP_COLORS changes them. */
static const struct color colors_of_causes[STRIP_CAUSES] = {
	[STRIP_KEPT] = {.name = "keep", .numbers = ""},
	[STRIP_MODEL] = {.name = "model", .numbers = "31"},
	[STRIP_RULE] = {.name = "rule", .numbers = "35"},
	[STRIP_MEMORY] = {.name = "memory", .numbers = "33"},
	[STRIP_BODY] = {.name = "body", .numbers = "34"},
	[STRIP_CUT_OUT] = {.name = "cut", .numbers = "36"},
};

struct run {
	const struct options *options;
	struct color colors[STRIP_CAUSES];
	struct stripper stripper;
	uint64_t records;
	enum { NOTHING, RECORDS, PLAIN } kind; /* of the input so far, and so of the output */
};

static void
read_records(struct run *run, struct io_reader *in)
{
	struct rec_reader reader;
	struct record *record;

	if (run->kind == NOTHING)
		rec_put_descriptor(run->stripper.out, SLICE("Article"));
	run->kind = RECORDS;
	rec_reader_open(&reader, in);
	while ((record = rec_read(&reader)) != NULL) {
		strip_record(&run->stripper, record);
		run->records++;
	}
	rec_reader_close(&reader);
}

/* Standard input's name tells no page from another: what stands in it does. */
static void
read_page(struct run *run, struct io_reader *in)
{
	struct slice text = io_rest(in, "page");

	run->kind = PLAIN;
	if (text.len > 0) {
		progress_unit("pages");
		progress_records(1);
	}
	strip_page(&run->stripper, in->fd == STDIN_FILENO ? text : slice_of(in->name), text);
}

static void
read_operand(struct io_reader *in, void *context)
{
	struct run *run = context;
	bool told = run->options->common.record_mode;

	if (!told && in->begin == in->end && !io_fill(in, "line"))
		return; /* nothing: neither the one kind nor the other */
	bool records = told || rec_sniff(in);
	if (run->kind == (records ? PLAIN : RECORDS))
		cli_die("%s: %s, but the input before it was %s: strip them apart", in->name,
			records ? "records" : "plain text", records ? "plain text" : "records");
	if (records)
		read_records(run, in);
	else
		read_page(run, in);
}

static int
parse_options(int argc, char **argv, struct options *options)
{
	const char *argument;
	int operand, id;

	while ((id = cli_option(argc, argv, &options->common, &argument, &operand)) != -1) {
		switch (id) {
		case 'b':
			options->body_only = true;
			break;
		case 'm':
			options->mark = true;
			break;
		case 'r':
			cli_grow(&options->rule_files, &options->rule_file_capacity,
				options->rule_file_count + 1, sizeof *options->rule_files);
			options->rule_files[options->rule_file_count++] = argument;
			break;
		case OPTION_NO_CUT:
			options->no_cut = true;
			break;
		case OPTION_COLOR:
			options->color = color_when(argument);
			break;
		case OPTION_NO_JIT:
			pat_without_jit();
			break;
		case OPTION_LEARN:
			options->learn = argument;
			break;
		case OPTION_SITE_MEMORY:
			options->site_memory = (uint32_t)cli_number("--site-memory", argument, 2, 1000000);
			break;
		}
	}
	if (options->learn != NULL && options->site_memory == 0)
		options->site_memory = 5;
	for (size_t i = 0; i < options->rule_file_count; i++)
		pat_rules_load(&options->rules, options->rule_files[i], strip_words, false);
	free(options->rule_files);
	return operand;
}

static void
report(const struct run *run)
{
	const struct stripper *s = &run->stripper;

	cli_warn("%" PRIu64 " records, %" PRIu64 " of which nothing was left; lines: %" PRIu64
		 " kept, %" PRIu64 " dropped as chrome, %" PRIu64 " by rules, %" PRIu64
		 " by the site's memory, %" PRIu64 " for the body alone; %" PRIu64 " pieces cut out",
		run->records, s->emptied, s->causes[STRIP_KEPT], s->causes[STRIP_MODEL],
		s->causes[STRIP_RULE], s->causes[STRIP_MEMORY], s->causes[STRIP_BODY], s->cuts);
}

/* Counts, and says, which lines the rules could not be tried on. */
static void
report_untried(const struct stripper *s)
{
	if (s->costly > 0)
		cli_warn("%" PRIu64 " lines were too costly for a pattern of the rules and were kept; fewer "
			 "nested repeats cost less",
			s->costly);
	if (s->too_long > 0)
		cli_warn("%" PRIu64 " lines of more than %d KiB were too long for the rules and were kept",
			s->too_long, PAT_SUBJECT_MOST / 1024);
	cli_unjudged(s->costly + s->too_long);
}

static void
start_colors(struct run *run, struct io_writer *out)
{
	memcpy(run->colors, colors_of_causes, sizeof run->colors);
	if (run->options->mark &&
		color_start(out, run->options->color, run->colors, STRIP_CAUSES, "NSTRIP_COLORS"))
		run->stripper.colors = run->colors;
}

int
main(int argc, char **argv)
{
	struct options options = {0};
	struct run run = {.options = &options};
	struct stripper *s = &run.stripper;
	struct io_writer out;

	cli_start(&tool);
	int operand = parse_options(argc, argv, &options);
	io_writer_open(&out, STDOUT_FILENO, options.common.line_buffered);
	strip_open(s, &out);
	start_colors(&run, &out);
	s->rules = &options.rules;
	s->body_only = options.body_only;
	s->mark = options.mark;
	s->no_cut = options.no_cut;
	if (options.site_memory > 0)
		s->memory = memory_open(options.learn, options.site_memory);
	io_operands(argv + operand, options.common.max_record, &out, read_operand, &run);
	if (options.common.verbose)
		report(&run);
	report_untried(s);
	io_writer_close(&out);
	if (s->memory != NULL && !cli_in_trouble())
		memory_save(s->memory);
	memory_close(s->memory);
	pat_rules_free(&options.rules);
	strip_close(s);
	return cli_finish();
}
