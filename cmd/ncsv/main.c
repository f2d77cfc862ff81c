/* ncsv: in and out of the table world: records, CSV, TSV, JSON Lines. */
#include "from.h"

#include <stdlib.h>
#include <unistd.h>

enum { OPTION_EXCEL = CLI_LONG, OPTION_SAFE_FORMULAS, OPTION_LAX, OPTION_IGNORE_EXTRA };

static const struct cli_option options[] = {
	{'i', "from", "format", "the input is rec, csv, tsv or jsonl"},
	{'o', "to", "format", "the output is rec, csv (default), tsv or jsonl"},
	{'f', "fields", "fields", "columns: name or new=name, with commas between"},
	{'d', "delimiter", "separator", "separator of CSV cells instead of a comma"},
	{'j', "join", "join", "between the values of one field (default: a line feed)"},
	{'N', "no-header", NULL, "tables have no header"},
	{OPTION_EXCEL, "excel", NULL, "CSV with a byte order mark and CRLF"},
	{OPTION_SAFE_FORMULAS, "safe-formulas", NULL, "an apostrophe before cells that look like formulas"},
	{OPTION_LAX, "lax", NULL, "take tables that are not quite right"},
	{OPTION_IGNORE_EXTRA, "ignore-extra", NULL, "leave out fields that have no column"},
	CLI_COMMON_OPTIONS,
};

static const struct cli_tool tool = {
	.name = "ncsv",
	.synopsis = "[-NRv] [-i format] [-o format] [-f fields] [-d separator] [-j join] [--excel] "
		    "[--safe-formulas] [--lax] [--ignore-extra] [file ...]",
	.purpose = "in and out of the table world: records, CSV, TSV, JSON Lines",
	.options = options,
	.count = sizeof options / sizeof *options,
};

static enum format
format_named(const char *option, const char *name)
{
	static const char *const names[] = {
		[FORMAT_REC] = "rec", [FORMAT_CSV] = "csv", [FORMAT_TSV] = "tsv", [FORMAT_JSONL] = "jsonl"};
	for (enum format format = FORMAT_REC; format <= FORMAT_JSONL; format++) {
		if (strcmp(names[format], name) == 0)
			return format;
	}
	cli_usage_error("option %s: '%s' is none of rec, csv, tsv, jsonl", option, name);
}

static char
separator_of(const char *argument)
{
	if (strcmp(argument, "\\t") == 0)
		return '\t';
	if (argument[0] == '\0' || argument[1] != '\0' || strchr("\"\r\n", argument[0]) != NULL)
		cli_usage_error("option --delimiter: '%s' is not one byte that can part cells", argument);
	return argument[0];
}

/* The text of -j, with \n, \t and \\ in it undone, in `text`, which has room for all of it. */
static struct slice
join_of(const char *argument, char *text)
{
	char *out = text;
	for (const char *p = argument; *p != '\0'; p++) {
		bool known = *p == '\\' && p[1] != '\0' && strchr("nt\\", p[1]) != NULL;
		p += known;
		*out++ = (char)(known && *p == 'n' ? '\n' : known && *p == 't' ? '\t' : *p);
	}
	return (struct slice){text, (size_t)(out - text)};
}

static void
take_option(struct settings *s, int id, const char *argument)
{
	switch (id) {
	case 'i':
		s->from = format_named("--from", argument);
		break;
	case 'o':
		s->to = format_named("--to", argument);
		break;
	case 'f':
		s->fields = argument;
		break;
	case 'd':
		s->separator = separator_of(argument);
		break;
	case 'j':
		free(s->join_text);
		s->join_text = cli_alloc(strlen(argument) + 1, 1);
		s->join = join_of(argument, s->join_text);
		break;
	case 'N':
		s->no_header = true;
		break;
	case OPTION_EXCEL:
		s->excel = true;
		break;
	case OPTION_SAFE_FORMULAS:
		s->safe_formulas = true;
		break;
	case OPTION_LAX:
		s->lax = true;
		break;
	default:
		s->ignore_extra = true;
	}
}

static void
refuse_contradictions(const struct settings *s)
{
	if (s->separator != 0 && s->from != FORMAT_CSV && s->to != FORMAT_CSV)
		cli_usage_error("option --delimiter: neither the input nor the output is CSV");
	if (s->common.record_mode && s->from != FORMAT_UNKNOWN && s->from != FORMAT_REC)
		cli_usage_error("option --rec: --from says that the input is something else");
}

static void
convert(struct io_reader *in, void *table)
{
	from_input(in, table);
}

int
main(int argc, char **argv)
{
	struct settings settings = {.to = FORMAT_CSV, .join = SLICE("\n")};
	struct io_writer out;
	struct table table;
	const char *argument;
	int id, operand;

	cli_start(&tool);
	while ((id = cli_option(argc, argv, &settings.common, &argument, &operand)) != -1)
		take_option(&settings, id, argument);
	refuse_contradictions(&settings);
	io_writer_open(&out, STDOUT_FILENO, settings.common.line_buffered);
	table_open(&table, &settings, &out);
	io_operands(argv + operand, settings.common.max_record, &out, convert, &table);
	table_close(&table);
	free(settings.join_text);
	io_writer_close(&out);
	return cli_finish();
}
