/* Linear TSV (http://dataprotocols.org/linear-tsv/): four escapes, no quotes. */
#include "lanes.h"
#include "to.h"

/* The letter of a byte's escape, 0 for one that stands for itself. */
static char
escape_letter(char c)
{
	return (char)(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\\' ? '\\' : 0);
}

/* How many bytes at the start of s stand for themselves. */
static size_t
plain_length(struct slice s)
{
	size_t i = 0;
	for (; s.len - i >= LANES; i += LANES) {
		lanes v = lanes_at(s.at + i);
		if (lanes_any((v == '\t') | (v == '\n') | (v == '\r') | (v == '\\')))
			break;
	}
	while (i < s.len && (s.at[i] > '\\' || escape_letter(s.at[i]) == 0))
		i++;
	return i;
}

static void
put_escaped(struct io_writer *w, struct slice value)
{
	for (;;) {
		size_t n = plain_length(value);
		io_put(w, (struct slice){value.at, n});
		if (n == value.len)
			return;
		io_put_byte(w, '\\');
		io_put_byte(w, escape_letter(value.at[n]));
		value = slice_after(value, n + 1);
	}
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
