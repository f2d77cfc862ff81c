#include "to.h"

/* The type, and the columns too if a table's header or the stream said what they are. */
void
to_rec_start(struct table *t)
{
	const struct schema *schema = &t->schema;
	if (!schema->declared || schema_is_plain_article(schema)) {
		rec_put_descriptor(t->out, schema->type);
		return;
	}
	io_put(t->out, SLICE("%rec: "));
	io_put(t->out, schema->type);
	io_put(t->out, SLICE("\n%allowed:"));
	for (size_t i = 0; i < schema->fixed; i++) {
		io_put_byte(t->out, ' ');
		io_put(t->out, schema->columns[i].label);
	}
	io_put(t->out, SLICE("\n\n"));
	io_commit(t->out);
}

void
to_rec_row(struct table *t)
{
	const struct column *columns = t->schema.columns;
	for (size_t i = 0; i < t->row.count; i++)
		rec_put(t->out, columns[t->row.cells[i].column].label, t->row.cells[i].value);
	/* A record has one field at least: a row of empty cells has its first one, empty. */
	if (t->row.count == 0)
		rec_put(t->out, columns[0].label, SLICE(""));
	rec_put_end(t->out);
}
