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

static bool
is_blank(struct slice line)
{
	for (size_t i = 0; i < line.len; i++) {
		if (line.at[i] != ' ' && line.at[i] != '\t' && line.at[i] != '\r')
			return false;
	}
	return true;
}

void
from_jsonl(struct io_reader *in, struct table *t)
{
	struct from_place place = {.input = in->name, .unit = "object"};
	struct json_reader reader;
	struct json_problem problem;
	struct slice line;
	bool terminated;

	json_reader_open(&reader);
	for (uint64_t start = in->offset; io_line(in, '\n', &line, &terminated); start = in->offset) {
		if (!terminated && in->failed)
			break;
		if (in->line == 1 && slice_starts(line, SLICE("\xef\xbb\xbf")))
			line = slice_after(line, 3);
		if (is_blank(line))
			continue;
		place.number++;
		place.line = in->line;
		if (!json_read(&reader, line, &problem))
			cli_die("%s: object %llu (line %llu, byte %llu): %s", in->name,
				(unsigned long long)place.number, (unsigned long long)in->line,
				(unsigned long long)(start + problem.at) + 1, problem.what);
		if (!t->started) {
			if (t->schema.count == 0)
				take_first_object(&reader, &t->schema);
			if (t->schema.count == 0)
				cli_die("%s: object 1 (line %llu): an object without members names no "
					"columns; "
					"-f can",
					in->name, (unsigned long long)in->line);
			table_start(t, in->name);
		}
		put_object(t, &reader, &place);
		progress_records(1);
	}
	json_reader_close(&reader);
}
