/* ndedupe: drops what was seen before: repeated lines, equal and near-equal records. */
#include "cli.h"
#include "io.h"
#include "plain.h"
#include "pairs.h"
#include "rec.h"
#include "records.h"
#include "settings.h"

#include <string.h>
#include <unistd.h>

enum {
	WIDE = CLI_LONG,
	MEMORY,
	FORGET,
	NO_NUMBERS,
	UPDATES,
	METHOD,
	STATE,
	EXPIRE,
	READ_ONLY,
	SKETCH_VERB,
	PART,
	JOIN_VERB,
	APPLY_VERB,
	SHARD
};

static const struct cli_option options[] = {
	{'c', "count", NULL, "how often each came: a number in front, or a Copies field"},
	{'d', "duplicates", NULL, "write what would be dropped, and only that"},
	{'e', "exact", NULL, "drop equal records only, not near-duplicates"},
	{'g', "explain", NULL, "write a table of what is dropped, and why"},
	{'k', "key", "field", "records are equal if this field is; may be given again"},
	{'l', "text-lines", NULL, "drop Text lines of earlier records too"},
	{'n', "line-number", NULL, "put the number of each line in front of it"},
	{'t', "threshold", "share", "words that must lie in shared shingles (default 0.7)"},
	{'w', "within", NULL, "drop only lines repeated within a record"},
	{'z', "zero", NULL, "lines end in NUL"}, {WIDE, "wide", NULL, "keys of 128 bits for lines"},
	{MEMORY, "memory", "size", "stop when the tables would take more"},
	{FORGET, "forget", NULL, "with --memory: let the oldest go instead"},
	{NO_NUMBERS, "no-numbers", NULL, "records may be near though their numbers differ"},
	{UPDATES, "updates", "keep|drop", "longer versions of an earlier record (default keep)"},
	{METHOD, "method", "samples|minhash", "how near-duplicates are found (default samples)"},
	{STATE, "state", "file", "remember across runs in this file"},
	{EXPIRE, "expire", "days", "forget what the state has had for longer, as in 30d"},
	{READ_ONLY, "read-only", NULL, "do not add to the state"},
	{SKETCH_VERB, "sketch", NULL, "write lines to be sorted, for --join"},
	{PART, "part", "number", "with --sketch: which part of the records this is"},
	{JOIN_VERB, "join", NULL, "read sorted sketches, write pairs to be sorted"},
	{APPLY_VERB, "apply", "pairs", "drop near-duplicates by the sorted pairs of --join"},
	{SHARD, "shard", "i/N", "only the i-th of N parts of the lines, by their hash"}, CLI_COMMON_OPTIONS};

static const struct cli_tool tool = {"ndedupe",
	"[-cdeglnRvwz] [-k field] [-t share] [--wide] [--no-numbers] [--updates=keep | drop] "
	"[--method=samples | minhash] [--memory=size [--forget]] [--state=file [--expire=days] "
	"[--read-only]] "
	"[--sketch [--part=number] | --join | --apply=pairs] [--shard=i/N] [file ...]",
	"Drops lines and records that were seen before; the first one stays.", options,
	sizeof options / sizeof *options};

struct run {
	struct settings settings;
	struct io_writer out;
	struct budget budget;
	struct state *state;
	struct pairs *pairs; /* of --apply */
	struct plain *plain; /* one of the two, from the first input that is not empty on */
	struct records *records;
};

/* --- Options -------------------------------------------------------------------------------- */

static bool
choose(const char *option, const char *argument, const char *no, const char *yes)
{
	if (strcmp(argument, no) != 0 && strcmp(argument, yes) != 0)
		cli_usage_error("option %s: '%s' is neither '%s' nor '%s'", option, argument, no, yes);
	return strcmp(argument, yes) == 0;
}

static void
set_verb(struct settings *s, enum verb verb)
{
	if (s->verb != FILTER && s->verb != verb)
		cli_usage_error("only one of --sketch, --join and --apply can be done at a time");
	s->verb = verb;
}

static void
add_key(struct settings *s, const char *field)
{
	if (s->key_count == KEY_FIELDS)
		cli_usage_error("option --key: more than %d fields", KEY_FIELDS);
	if (!rec_name_is_valid(slice_of(field)))
		cli_usage_error("option --key: '%s' is not the name of a field, such as Url", field);
	s->keys[s->key_count++] = slice_of(field);
}

static uint64_t
days(const char *argument)
{
	char number[24];
	size_t len = strlen(argument);
	if (len > 0 && argument[len - 1] == 'd')
		len--;
	if (len >= sizeof number)
		cli_usage_error("option --expire: '%s' is not a number of days, such as 30d", argument);
	memcpy(number, argument, len);
	number[len] = '\0';
	return cli_number("--expire", number, 1, 1000000);
}

static void
set_shard(struct settings *s, const char *argument)
{
	char number[24] = "";
	const char *slash = strchr(argument, '/');
	size_t len = slash != NULL ? (size_t)(slash - argument) : 0;
	if (slash == NULL || len >= sizeof number)
		cli_usage_error("option --shard: '%s' is not a part of a whole, such as 1/4", argument);
	memcpy(number, argument, len);
	s->shards = cli_number("--shard", slash + 1, 1, 65536);
	s->shard = cli_number("--shard", number, 1, s->shards);
}

static void
set_long_option(struct settings *s, int id, const char *argument)
{
	switch (id) {
	case WIDE:
		s->wide = true;
		break;
	case MEMORY:
		s->memory = cli_size("--memory", argument);
		break;
	case FORGET:
		s->forget = true;
		break;
	case NO_NUMBERS:
		s->any_numbers = true;
		break;
	case UPDATES:
		s->drop_updates = choose("--updates", argument, "keep", "drop");
		break;
	case METHOD:
		s->minhash = choose("--method", argument, "samples", "minhash");
		break;
	case STATE:
		s->state = argument;
		break;
	case EXPIRE:
		s->expire = days(argument);
		break;
	case READ_ONLY:
		s->read_only = true;
		break;
	case SKETCH_VERB:
		set_verb(s, SKETCH);
		break;
	case PART:
		s->part = cli_number("--part", argument, 0, 999999);
		s->has_part = true;
		break;
	case JOIN_VERB:
		set_verb(s, JOIN);
		break;
	case APPLY_VERB:
		set_verb(s, APPLY);
		s->pairs = argument;
		break;
	case SHARD:
		set_shard(s, argument);
		break;
	}
}

static void
set_option(struct settings *s, int id, const char *argument)
{
	switch (id) {
	case 'c':
		s->count = true;
		break;
	case 'd':
		s->complement = true;
		break;
	case 'e':
		s->exact = true;
		break;
	case 'g':
		s->explain = true;
		break;
	case 'k':
		add_key(s, argument);
		break;
	case 'l':
		s->text_lines = true;
		break;
	case 'n':
		s->number = true;
		break;
	case 't':
		s->threshold = cli_real("--threshold", argument, 0.05, 1);
		break;
	case 'w':
		s->within_only = true;
		break;
	case 'z':
		s->line_end = '\0';
		break;
	default:
		set_long_option(s, id, argument);
	}
}

static void
refuse_together(bool both, const char *what)
{
	if (both)
		cli_usage_error("%s can't be had together", what);
}

/* What --sketch, --join and --apply can't do. */
static void
check_verb(const struct settings *s)
{
	refuse_together(s->verb != FILTER && (s->state != NULL || s->memory != 0),
		"--sketch, --join or --apply and --state or --memory");
	refuse_together(s->verb == APPLY && s->count, "-c and --apply");
	refuse_together((s->verb == SKETCH || s->verb == JOIN) && (s->count || s->complement || s->explain),
		"--sketch or --join and -c, -d or -g");
	refuse_together(s->verb != FILTER && s->within_only, "-w and --sketch, --join or --apply");
	if (s->has_part && s->verb != SKETCH)
		cli_usage_error("--part needs --sketch");
}

static void
check_settings(const struct settings *s)
{
	check_verb(s);
	refuse_together(s->count && s->explain, "-c and -g");
	refuse_together(s->count && s->complement, "-c and -d");
	refuse_together(s->complement && s->explain, "-d and -g");
	refuse_together(s->within_only && (s->count || s->complement || s->explain), "-w and -c, -d or -g");
	refuse_together(s->count && (s->state != NULL || s->forget), "-c and --state or --forget");
	refuse_together(s->within_only && !s->text_lines && (s->state != NULL || s->memory != 0),
		"-w, but without -l, and --state or --memory");
	refuse_together(s->text_lines && (s->complement || s->explain), "-l and -d or -g");
	refuse_together(s->number && (s->count || s->explain), "-n and -c or -g");
	if (s->forget && s->memory == 0)
		cli_usage_error("--forget needs --memory, which says when");
	if (s->memory != 0 && s->memory < 1024 * 1024)
		cli_usage_error("option --memory: %zu bytes are too few to work with: 1M or more", s->memory);
	if ((s->read_only || s->expire != 0) && s->state == NULL)
		cli_usage_error("--read-only and --expire need --state");
}

/* Nothing is left of standard input for the records once it was read for the pairs. */
static void
refuse_shared_input(const struct settings *s, char *const *operands)
{
	bool is_shared = *operands == NULL;
	for (char *const *name = operands; *name != NULL; name++)
		is_shared |= strcmp(*name, "-") == 0;
	if (s->verb == APPLY && strcmp(s->pairs, "-") == 0 && is_shared)
		cli_usage_error("--apply=- and the records can't both be standard input");
}

/* --- Work ----------------------------------------------------------------------------------- */

/* The state is open since before the first input; only now it is known what it must be a state of. */
static void
expect_state(struct run *run, bool is_records)
{
	char parameters[200];
	const struct settings *s = &run->settings;
	if (run->state == NULL)
		return;
	if (is_records)
		records_parameters(s, parameters, sizeof parameters);
	else
		plain_parameters(s, parameters, sizeof parameters);
	state_expect(run->state, parameters);
}

static void
open_records(struct run *run, const char *input)
{
	const struct settings *s = &run->settings;
	if (s->number || s->shards != 0 || s->line_end == '\0')
		cli_usage_error("%s: records, but -n, -z and --shard are for plain text", input);
	expect_state(run, true);
	run->records = records_open(s, &run->out, run->state, run->pairs);
}

static void
open_lines(struct run *run, const char *input)
{
	const struct settings *s = &run->settings;
	if (s->key_count > 0 || s->within_only || s->text_lines || s->verb != FILTER)
		cli_usage_error("%s: plain text, but -k, -l, -w, --sketch and --apply are for records; "
				"-R says that it is records",
			input);
	if (s->explain && (s->state != NULL || s->forget))
		cli_usage_error("-g can't tell the lines of a state, nor such as are forgotten: leave out "
				"--state and --forget");
	expect_state(run, false);
	run->budget.limit = s->memory;
	run->plain = plain_open(s, &run->out, &run->budget, run->state);
}

static void
filter_input(struct io_reader *in, void *context)
{
	struct run *run = context;
	const bool told = run->settings.common.record_mode;
	if (!told && in->begin == in->end && !io_fill(in, "line"))
		return; /* nothing: neither the one kind nor the other */
	bool is_records = told || rec_sniff(in);
	if (is_records ? run->plain != NULL : run->records != NULL)
		cli_die("%s: %s, but the input before it was %s: filter them apart", in->name,
			is_records ? "records" : "plain text", is_records ? "plain text" : "records");
	if (is_records && run->records == NULL)
		open_records(run, in->name);
	else if (!is_records && run->plain == NULL)
		open_lines(run, in->name);
	if (is_records)
		records_filter(run->records, in);
	else
		plain_filter(run->plain, in);
}

static void
join_input(struct io_reader *in, void *context)
{
	struct run *run = context;
	pairs_join(in, &run->out);
}

int
main(int argc, char **argv)
{
	struct run run = {.settings = {.line_end = '\n', .threshold = 0.7}};
	struct settings *settings = &run.settings;
	const char *argument;
	int id, operand;

	cli_start(&tool);
	while ((id = cli_option(argc, argv, &settings->common, &argument, &operand)) != -1)
		set_option(settings, id, argument);
	check_settings(settings);
	refuse_shared_input(settings, argv + operand);
	io_writer_open(&run.out, STDOUT_FILENO, settings->common.line_buffered);
	if (settings->verb == APPLY)
		run.pairs = pairs_load(settings, settings->pairs);
	settings->read_only |= settings->explain || settings->complement;
	if (settings->state != NULL)
		run.state = state_open(settings->state, settings->read_only, settings->expire);
	io_operands(argv + operand, settings->common.max_record, &run.out,
		settings->verb == JOIN ? join_input : filter_input, &run);
	if (run.state != NULL && run.records == NULL && run.plain == NULL)
		state_check(run.state);
	if (run.records != NULL)
		records_close(run.records);
	pairs_close(run.pairs);
	if (run.plain != NULL)
		plain_close(run.plain);
	io_writer_close(&run.out);
	state_close(run.state, !cli_in_trouble());
	return cli_finish();
}
