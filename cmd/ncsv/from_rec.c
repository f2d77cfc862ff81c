#include "from.h"

#include "text.h"

#include <stdlib.h>

static struct slice
trim(struct slice s)
{
	while (s.len > 0 && (*s.at == ' ' || *s.at == '\t'))
		s = slice_after(s, 1);
	while (s.len > 0 && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t' || s.at[s.len - 1] == '\r'))
		s.len--;
	return s;
}

/* Takes a line from the front of *s and trims it; false if it is not all there. */
static bool
next_line(struct slice *s, struct slice *line)
{
	const char *stop = s->len > 0 ? memchr(s->at, '\n', s->len) : NULL;
	if (stop == NULL)
		return false;
	size_t len = (size_t)(stop - s->at);
	*line = trim((struct slice){s->at, len});
	*s = slice_after(*s, len + 1);
	return true;
}

/* Sets *lines to what of s stands before the first field line or the end of the descriptor; false if s ends
 * before. */
static bool
find_descriptor(struct slice s, struct slice *lines)
{
	struct slice line;
	bool seen = false;
	s = text_without_mark(s);
	for (*lines = (struct slice){s.at, 0}; next_line(&s, &line);
		lines->len = (size_t)(s.at - lines->at)) {
		if (line.len == 0 ? seen : *line.at != '#' && *line.at != '%')
			return true;
		seen = seen || (line.len > 0 && *line.at == '%');
	}
	return false;
}

enum { DESCRIPTOR_MAX = 1024 * 1024 };

/* The lines of the descriptor, which rec_read() passes over. */
static struct slice
read_descriptor(struct io_reader *in)
{
	/* io_fill() moves the bytes even when it gives none: only what is found behind it is good. */
	for (bool more = true;;) {
		size_t waiting = in->end - in->begin;
		struct slice lines;
		if (find_descriptor((struct slice){in->bytes + in->begin, waiting}, &lines) || !more)
			return lines;
		more = waiting < DESCRIPTOR_MAX && waiting <= in->limit && io_fill(in, "record");
	}
}

static void
add_allowed(struct schema *schema, struct slice names)
{
	while (names.len > 0) {
		size_t n = 0;
		while (n < names.len && names.at[n] != ' ' && names.at[n] != '\t')
			n++;
		schema_add_new(schema, (struct slice){names.at, n});
		names = trim(slice_after(names, n));
	}
}

/*
 * What the stream itself says: the type of its records, and the columns of a table that was made into these
 * records, in one or more lines "%allowed:".
 */
static void
take_descriptor(struct io_reader *in, struct table *t)
{
	struct schema *schema = &t->schema;
	struct slice lines = read_descriptor(in), line;
	if (schema->decided)
		return;
	for (struct slice rest = lines; next_line(&rest, &line);) {
		if (slice_starts(line, SLICE("%rec:")) && trim(slice_after(line, 5)).len > 0)
			schema_set_type(schema, trim(slice_after(line, 5)));
		else if (slice_starts(line, SLICE("%allowed:")) && !schema->picked)
			add_allowed(schema, trim(slice_after(line, 9)));
	}
	if (schema->picked)
		return;
	if (schema->count > 0)
		schema->declared = true;
	else if (schema->article)
		schema_article(schema);
}

/* The columns of records that say nothing of them: Articles are known by their fields, others are as the
 * first. */
static void
take_first_record(const struct record *record, struct schema *schema)
{
	bool article = true;
	for (size_t i = 0; i < record->count; i++)
		article = article && record->fields[i].kind != REC_OTHER;
	if (article && schema->type.at == NULL) {
		schema_article(schema);
		return;
	}
	for (size_t i = 0; i < record->count; i++)
		schema_add_new(schema, record->fields[i].name);
}

/* A column that -f names but no record can have is a slip of the pen, unless --lax. */
static void
refuse_impossible(const struct table *t, const char *input)
{
	if (t->settings->lax || !t->schema.picked)
		return;
	for (size_t i = 0; i < t->schema.fixed; i++) {
		struct slice name = t->schema.columns[i].source;
		if (!rec_name_is_valid(name))
			cli_die("%s: no record has a field '%.*s', which -f names; --lax leaves it empty",
				input, (int)name.len, name.at);
	}
}

static void
put_record(struct table *t, const struct record *record, const char *input)
{
	const struct from_place place = {input, "record", record->number, record->line};
	size_t hint = 0;
	for (size_t i = 0; i < record->count; i++) {
		const struct rec_field *field = &record->fields[i];
		int32_t column = from_field(t, field->name, field->kind, hint, &place);
		if (column == NO_COLUMN)
			continue;
		table_put(t, column, field->value);
		hint = (size_t)column + 1;
	}
	table_end_row(t);
}

void
from_rec(struct io_reader *in, struct table *t)
{
	struct rec_reader reader;
	struct record *record;

	refuse_impossible(t, in->name);
	take_descriptor(in, t);
	rec_reader_open(&reader, in);
	/* A stream without records has its header still, if it is known. */
	if (t->schema.count > 0 && in->end > in->begin)
		table_start(t, in->name);
	while ((record = rec_read(&reader)) != NULL) {
		if (!t->started) {
			if (t->schema.count == 0)
				take_first_record(record, &t->schema);
			table_start(t, in->name);
		}
		put_record(t, record, in->name);
	}
	rec_reader_close(&reader);
}
