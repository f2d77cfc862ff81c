#include "from.h"
#include "json.h"
#include "progress.h"

#include <stdint.h>

/* The columns that the first object gives. */
static void
take_first_object(const struct json_reader *reader, struct schema *schema)
{
	bool article = reader->count > 0;
	for (size_t i = 0; i < reader->count; i++)
		article = article && rec_kind(reader->members[i].name) != REC_OTHER;
	if (article) {
		schema_article(schema);
		return;
	}
	for (size_t i = 0; i < reader->count; i++)
		schema_add_new(schema, reader->members[i].name);
}

static void
put_object(struct table *t, const struct json_reader *reader, const struct from_place *place)
{
	struct slice name = {NULL, 0};
	int32_t column = NO_COLUMN;
	size_t hint = 0;

	for (size_t i = 0; i < reader->count; i++) {
		const struct json_member *member = &reader->members[i];
		if (i == 0 || member->name.at != name.at) {
			name = member->name;
			column = from_field(t, name, name.len > 0 ? rec_kind(name) : REC_OTHER, hint, place);
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
		take_first_object(reader, &t->schema);
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
	json_reader_close(&reader);
}
