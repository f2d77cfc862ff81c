#include "to.h"

/* The type, and the columns too if a table's header or the stream said what they are. */
void
to_rec_start(struct table *t)
{
	const struct schema *schema = &t->schema;
	if (!schema_is_written(schema)) {
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

/*
 * Where the columns are known, a field whose one value is empty is as good as none, as it is in a cell: it is
 * left out, so that the way through a table changes nothing. Elsewhere it may be what shows that the column
 * is.
 */
static bool
is_as_good_as_none(const struct table *t, size_t i)
{
	const struct cell *cells = t->row.cells;
	if (cells[i].value.len > 0 || !(t->schema.article || t->schema.declared))
		return false;
	return (i == 0 || cells[i - 1].column != cells[i].column) &&
	       (i + 1 == t->row.count || cells[i + 1].column != cells[i].column);
}

void
to_rec_row(struct table *t)
{
	const struct column *columns = t->schema.columns;
	size_t fields = 0;
	for (size_t i = 0; i < t->row.count; i++) {
		if (is_as_good_as_none(t, i))
			continue;
		rec_put(t->out, columns[t->row.cells[i].column].label, t->row.cells[i].value);
		fields++;
	}
	/* A record has one field at least: a row of empty cells has its first one, empty. */
	if (fields == 0)
		rec_put(t->out, columns[0].label, SLICE(""));
	rec_put_end(t->out);
}
