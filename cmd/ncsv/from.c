#include "from.h"

#include "text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* --- What an input is ----------------------------------------------------------------------- */

enum { SNIFFED = 64 * 1024 }; /* a header line is not longer, or -i has to tell */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The same without the blanks and line ends that it begins with. */
static struct slice
behind_blanks(struct slice s)
{
	while (s.len > 0 && is_blank(*s.at))
		s = slice_after(s, 1);
	return s;
}

static struct slice
line_at(struct slice s)
{
	const char *stop = s.len > 0 ? memchr(s.at, '\n', s.len) : NULL;
	return (struct slice){s.at, stop != NULL ? (size_t)(stop - s.at) : s.len};
}

/* What the input begins with, at least all of its first line that is not blank, or as much as is in reach.
 * Takes nothing. */
static struct slice
beginning(struct io_reader *in)
{
	/* io_fill() moves the bytes even when it gives none: only what is found behind it is good. */
	for (bool more = true;;) {
		size_t waiting = in->end - in->begin;
		struct slice s = text_without_mark((struct slice){in->bytes + in->begin, waiting});
		struct slice text = behind_blanks(s);
		if (line_at(text).len < text.len || waiting > SNIFFED || waiting > in->limit || !more)
			return s;
		more = io_fill(in, "line");
	}
}

/* Does a record have such a line? */
static bool
is_field_line(struct slice line)
{
	const char *colon = line.len > 0 ? memchr(line.at, ':', line.len) : NULL;
	if (colon == NULL || !rec_name_is_valid((struct slice){line.at, (size_t)(colon - line.at)}))
		return false;
	return slice_starts(slice_after(line, (size_t)(colon - line.at)), SLICE(": "));
}

static _Noreturn void
refuse_unknown(struct slice line, const char *input)
{
	if (is_field_line(line))
		cli_die("%s: looks like records, but does not begin with %%rec: as they do: say -R", input);
	if (line.len > 0 && *line.at == '[')
		cli_die("%s: looks like JSON, but not like JSON Lines, an object a line: jq -c '.[]' makes "
			"them of an array",
			input);
	if (line.len > 0 &&
		(memchr(line.at, ',', line.len) != NULL || memchr(line.at, ';', line.len) != NULL))
		cli_die("%s: looks like CSV, but separators are not guessed: "
			"say -i csv (with -d ';' perhaps), or -i tsv",
			input);
	cli_die("%s: its first line does not say what it is: say -i tsv for a table of one column, or -i csv "
		"(with -d perhaps)",
		input);
}

/* Blank lines are nothing yet: JSON Lines pass over them. */
static enum format
sniff(struct io_reader *in)
{
	if (rec_sniff(in))
		return FORMAT_REC;
	struct slice all = beginning(in), text = behind_blanks(all), line = line_at(all);
	if (text.len == 0 || *text.at == '{')
		return FORMAT_JSONL;
	if (line.len == 0 || memchr(line.at, '\t', line.len) == NULL)
		refuse_unknown(line, in->name);
	return FORMAT_TSV;
}

void
from_input(struct io_reader *in, struct table *t)
{
	enum format format = t->settings->from;
	if (t->settings->common.record_mode)
		format = FORMAT_REC;
	if (format == FORMAT_UNKNOWN)
		format = sniff(in);
	table_input(t, format);
	switch (format) {
	case FORMAT_REC:
		from_rec(in, t);
		break;
	case FORMAT_CSV:
		from_csv(in, t);
		break;
	case FORMAT_JSONL:
		from_jsonl(in, t);
		break;
	default:
		from_tsv(in, t);
	}
}

/* --- Fields of records and objects ---------------------------------------------------------- */

/* A column of its own for this record or input; that its name has to change is said once. */
static int32_t
add_for_now(struct table *t, struct slice name, enum rec_kind kind, struct arena *a,
	const struct from_place *place)
{
	int32_t column = schema_add_for_now(&t->schema, name, kind, t->settings->to, a);
	struct slice label = t->schema.columns[column].label;
	if (!t->said_renamed && !slice_equal(name, label)) {
		cli_warn("%s: %s %llu: '%.*s' becomes '%.*s', and other names that are taken or that the "
			 "output can't have likewise",
			place->input, place->unit, (unsigned long long)place->number, (int)name.len, name.at,
			(int)label.len, label.at);
		t->said_renamed = true;
	}
	return column;
}

int32_t
from_field(
	struct table *t, struct slice name, enum rec_kind kind, size_t hint, const struct from_place *place)
{
	int32_t column = schema_find(&t->schema, name, kind, hint);
	if (column != NO_COLUMN || t->schema.picked)
		return column;
	if (t->settings->ignore_extra) {
		t->ignored++;
		return NO_COLUMN;
	}
	if (!schema_is_closed(&t->schema, t->settings->to))
		return add_for_now(t, name, kind, &t->arena, place);
	cli_die("%s: %s %llu (line %llu): no column for the field '%.*s'; -f names the columns, "
		"--ignore-extra leaves it out",
		place->input, place->unit, (unsigned long long)place->number, (unsigned long long)place->line,
		(int)name.len, name.at);
}

/* --- Headers of tables ---------------------------------------------------------------------- */

void
from_header_add(struct from_header *header, struct slice name)
{
	char *copy = cli_alloc(name.len + 1, 1);
	if (name.len > 0)
		memcpy(copy, name.at, name.len);
	cli_grow(&header->names, &header->capacity, header->count + 1, sizeof *header->names);
	header->names[header->count++] = (struct slice){copy, name.len};
}

void
from_header_number(struct from_header *header, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char name[32];
		snprintf(name, sizeof name, "c%zu", header->count + 1);
		from_header_add(header, slice_of(name));
	}
}

/* Where in the header a name stands; the header's count if it does not. */
static size_t
find_name(const struct from_header *header, struct slice name)
{
	size_t i = 0;
	while (i < header->count && !slice_equal(header->names[i], name))
		i++;
	return i;
}

/* The columns that a header has not taken yet, by their sources. */
struct untaken {
	struct names first; /* of those with one source, the first that may be free */
	size_t *next; /* the one behind it with the same source; the schema's number of columns if none */
	bool *used;
};

static struct untaken
untaken_of(const struct schema *schema)
{
	struct untaken u = {.next = cli_alloc(schema->fixed, sizeof *u.next),
		.used = cli_alloc(schema->fixed, sizeof *u.used)};

	for (size_t i = schema->fixed; i-- > 0;) {
		unsigned *first;
		bool is_new = names_add(&u.first, schema->columns[i].source, &first);
		u.next[i] = is_new ? schema->fixed : *first;
		*first = (unsigned)i;
	}
	return u;
}

/* The first column of that source that is not used yet; schema->fixed if there is none. */
static size_t
find_unused(const struct schema *schema, const struct untaken *u, struct slice source)
{
	unsigned *first = names_find(&u->first, source);

	if (first == NULL)
		return schema->fixed;
	while (*first < schema->fixed && u->used[*first])
		*first = (unsigned)u->next[*first];
	return *first;
}

/* A column that no column of the table is for. */
static int32_t
extra_column(struct from_header *header, struct slice name, struct table *t, const char *input)
{
	const struct from_place place = {input, "row", 1, 1};
	if (t->schema.picked)
		return NO_COLUMN;
	if (t->settings->ignore_extra) {
		t->ignored++;
		return NO_COLUMN;
	}
	if (schema_is_closed(&t->schema, t->settings->to))
		cli_die("%s: row 1: no column for '%.*s', which the first input does not have; "
			"--ignore-extra leaves it out",
			input, (int)name.len, name.at);
	enum rec_kind kind = name.len > 0 ? rec_kind(name) : REC_OTHER;
	t->schema.ambiguous = true; /* the header may have it twice */
	return add_for_now(t, name, kind, &header->extra, &place);
}

/* The schema is made already: each column of the input is looked up in it. */
static void
map_columns(struct from_header *header, struct table *t, const char *input)
{
	const struct schema *schema = &t->schema;
	struct untaken untaken = untaken_of(schema);
	for (size_t i = 0; i < header->count; i++) {
		bool as_it_stands = i < schema->fixed && !untaken.used[i] &&
				    slice_equal(schema->columns[i].source, header->names[i]);
		size_t column = as_it_stands ? i : find_unused(schema, &untaken, header->names[i]);
		if (column < schema->fixed) {
			header->columns[i] = (int32_t)column;
			untaken.used[column] = true;
		} else {
			header->columns[i] = extra_column(header, header->names[i], t, input);
		}
	}
	schema_keep_for_input(&t->schema);
	names_free(&untaken.first);
	free(untaken.next);
	free(untaken.used);
}

/* A column that -f names but the header does not have is a slip of the pen, unless --lax. */
static void
refuse_missing(const struct from_header *header, const struct table *t, const char *input)
{
	if (t->settings->lax || !t->schema.picked)
		return;
	for (size_t i = 0; i < t->schema.fixed; i++) {
		struct slice name = t->schema.columns[i].source;
		if (find_name(header, name) == header->count)
			cli_die("%s: row 1: no column '%.*s' in the header, which -f names; --lax leaves it "
				"empty",
				input, (int)name.len, name.at);
	}
}

/* Without a header the first row tells how many columns there are: as many as in the first input. */
static void
refuse_narrow(const struct from_header *header, const struct table *t, const char *input)
{
	const struct settings *s = t->settings;
	bool others = t->schema.lasting > t->schema.fixed; /* its columns are not those of the first */
	if (!s->no_header || s->lax || others || t->schema.picked || header->count >= t->schema.fixed)
		return;
	cli_die("%s: row 1: %zu cell%s, but the first input has %zu; --lax fills", input, header->count,
		header->count == 1 ? "" : "s", t->schema.fixed);
}

bool
from_row_fits(struct table *t, const struct from_header *header, size_t cells, char what[120])
{
	if (cells == header->count)
		return true;
	if (!t->settings->lax) {
		snprintf(what, 120, "%zu cell%s, but the header has %zu; --lax fills or cuts", cells,
			cells == 1 ? "" : "s", header->count);
		return false;
	}
	t->leniency.short_rows += cells < header->count;
	t->leniency.long_rows += cells > header->count;
	return true;
}

void
from_header_end(struct from_header *header, struct table *t, const char *input)
{
	header->columns = cli_alloc(header->count, sizeof *header->columns);
	if (!t->schema.decided && !t->schema.picked) {
		for (size_t i = 0; i < header->count; i++)
			schema_add(&t->schema, header->names[i]);
	}
	t->schema.declared = t->schema.declared || !t->started;
	refuse_missing(header, t, input);
	table_start(t, input);
	map_columns(header, t, input);
	refuse_narrow(header, t, input);
}

void
from_header_free(struct from_header *header)
{
	for (size_t i = 0; i < header->count; i++)
		free((void *)(uintptr_t)header->names[i].at);
	free(header->names);
	free(header->columns);
	arena_free(&header->extra);
	*header = (struct from_header){0};
}
