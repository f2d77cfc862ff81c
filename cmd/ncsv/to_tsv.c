#include "to.h"
#include "tsv.h"

static void
put_cell(struct table *t, const struct cell *cells, size_t count)
{
	if (t->settings->safe_formulas && to_looks_like_formula(cells, count, t->settings->join))
		io_put_byte(t->out, '\'');
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			tsv_put(t->out, t->settings->join);
		tsv_put(t->out, cells[i].value);
	}
}

void
to_tsv_start(struct table *t)
{
	if (t->settings->no_header)
		return;
	for (size_t i = 0; i < t->schema.fixed; i++) {
		struct cell header = {.value = t->schema.columns[i].label};
		if (i > 0)
			io_put_byte(t->out, '\t');
		put_cell(t, &header, 1);
	}
	io_put_byte(t->out, '\n');
	io_commit(t->out);
}

void
to_tsv_row(struct table *t)
{
	const struct cell *cells = t->row.cells, *end = cells + t->row.count;
	for (size_t column = 0; column < t->schema.fixed; column++) {
		const struct cell *first = cells;
		while (cells < end && cells->column == (int32_t)column)
			cells++;
		if (column > 0)
			io_put_byte(t->out, '\t');
		if (cells > first)
			put_cell(t, first, (size_t)(cells - first));
	}
	io_put_byte(t->out, '\n');
}
