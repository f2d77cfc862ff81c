/* Linear TSV (http://dataprotocols.org/linear-tsv/): four escapes, no quotes. */
#include "to.h"

static void
put_escaped(struct io_writer *w, struct slice value)
{
	size_t done = 0;
	for (size_t i = 0; i < value.len; i++) {
		char letter;
		switch (value.at[i]) {
		case '\t':
			letter = 't';
			break;
		case '\n':
			letter = 'n';
			break;
		case '\r':
			letter = 'r';
			break;
		case '\\':
			letter = '\\';
			break;
		default:
			continue;
		}
		io_put(w, (struct slice){value.at + done, i - done});
		io_put_byte(w, '\\');
		io_put_byte(w, letter);
		done = i + 1;
	}
	io_put(w, (struct slice){value.at + done, value.len - done});
}

static void
put_cell(struct table *t, const struct cell *cells, size_t count)
{
	if (t->settings->safe_formulas && to_looks_like_formula(cells[0].value))
		io_put_byte(t->out, '\'');
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			put_escaped(t->out, t->settings->join);
		put_escaped(t->out, cells[i].value);
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
