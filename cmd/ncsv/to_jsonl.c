#include "json.h"
#include "to.h"

static void
put_array(struct table *t, const struct cell *cells, size_t count)
{
	io_put_byte(t->out, '[');
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			io_put_byte(t->out, ',');
		t->dirt.ill_formed += json_put(t->out, cells[i].value);
	}
	io_put_byte(t->out, ']');
}

static void
put_member(struct table *t, size_t column, const struct cell *cells, size_t count, bool first)
{
	if (!first)
		io_put_byte(t->out, ',');
	t->dirt.ill_formed += json_put(t->out, t->schema.columns[column].label);
	io_put_byte(t->out, ':');
	if (count == 0)
		io_put(t->out, SLICE("\"\""));
	else if (count > 1 || t->schema.columns[column].is_list)
		put_array(t, cells, count);
	else
		t->dirt.ill_formed += json_put(t->out, cells[0].value);
}

/* A table that is not of Articles has all its columns in every object. */
void
to_jsonl_row(struct table *t)
{
	const struct cell *cells = t->row.cells, *end = cells + t->row.count;
	bool all = t->from_table && !t->schema.article, first = true;

	io_put_byte(t->out, '{');
	for (size_t column = 0; column < t->schema.count; column++) {
		const struct cell *begin = cells;
		while (cells < end && cells->column == (int32_t)column)
			cells++;
		if (cells == begin && !all)
			continue;
		put_member(t, column, begin, (size_t)(cells - begin), first);
		first = false;
	}
	io_put(t->out, SLICE("}\n"));
}
