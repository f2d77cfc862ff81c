#include "from.h"
#include "json.h"
#include "progress.h"

#include <stdint.h>

static enum rec_kind
kind_of(const struct json_member *member)
{
	return member->name.len > 0 ? rec_kind(member->name) : REC_OTHER;
}

/*
 * Is the first object an Article? It is if it has no other fields. Where fields need no columns it may have:
 * that an array is what Articles have as one, beside an Id, is how to_jsonl.c writes them.
 */
static bool
is_article(const struct json_reader *reader, enum format to)
{
	bool only = reader->count > 0, id = false, list = false;
	for (size_t i = 0; i < reader->count; i++) {
		enum rec_kind kind = kind_of(&reader->members[i]);
		only = only && kind != REC_OTHER;
		id = id || kind == REC_ID;
		list = list || (reader->members[i].in_array && schema_kind_is_list(kind));
	}
	return only || (id && list && !format_is_table(to));
}

/* The columns that the first object gives. */
static void
take_first_object(const struct json_reader *reader, struct table *t)
{
	if (is_article(reader, t->settings->to)) {
		schema_article(&t->schema);
		return;
	}
	for (size_t i = 0; i < reader->count; i++)
		schema_add_new(&t->schema, reader->members[i].name);
}

static void
refuse_nul(const struct table *t, const struct json_reader *reader, const struct from_place *place)
{
	if (reader->has_nul && format_is_table(t->settings->to) && !t->settings->lax)
		cli_die("%s: object %llu (line %llu): a NUL, which a table can't have; --lax writes it all "
			"the same",
			place->input, (unsigned long long)place->number, (unsigned long long)place->line);
}

static void
put_object(struct table *t, const struct json_reader *reader, const struct from_place *place)
{
	struct slice name = {NULL, 0};
	int32_t column = NO_COLUMN;
	size_t hint = 0;

	refuse_nul(t, reader, place);
	for (size_t i = 0; i < reader->count; i++) {
		const struct json_member *member = &reader->members[i];
		if (i == 0 || member->name.at != name.at) {
			name = member->name;
			column = from_field(t, name, kind_of(member), hint, place);
			hint = (size_t)column + 1;
		}
		if (column != NO_COLUMN && member->kind != JSON_NONE)
			table_put(t, column, member->value);
	}
	table_end_row(t);
}

/* The columns, if this first object has to tell them. To JSON Lines one without members needs none. */
static void
start_table(struct table *t, const struct json_reader *reader, const struct io_reader *in)
{
	if (reader->count == 0 && t->schema.count == 0 && t->settings->to == FORMAT_JSONL)
		return;
	if (t->schema.count == 0)
		take_first_object(reader, t);
	if (t->schema.count == 0)
		cli_die("%s: object 1 (line %llu): an object without members names no columns; -f can",
			in->name, (unsigned long long)in->line);
	table_start(t, in->name);
}

void
from_jsonl(struct io_reader *in, struct table *t)
{
	struct json_reader reader;

	json_reader_open(&reader);
	while (json_next(&reader, in)) {
		struct from_place place = {in->name, "object", reader.number, in->line};
		if (!t->started)
			start_table(t, &reader, in);
		put_object(t, &reader, &place);
		progress_records(1);
	}
	t->dirt.ill_formed += reader.mended;
	json_reader_close(&reader);
}
