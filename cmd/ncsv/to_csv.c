/* CSV as RFC 4180 has it and Python's csv module writes it: cells are quoted only where they must be. */
#include "lanes.h"
#include "text.h"
#include "to.h"

char
to_csv_separator(const struct settings *s)
{
	return s->separator != 0 && s->from != FORMAT_CSV ? s->separator : ',';
}

static void
put_row_end(struct table *t)
{
	io_put(t->out, t->settings->excel ? SLICE("\r\n") : SLICE("\n"));
}

/* Must a cell of these bytes be quoted? */
static bool
needs_quotes(struct slice value, char sep)
{
	size_t i = 0;
	for (; value.len - i >= LANES; i += LANES) {
		lanes v = lanes_at(value.at + i);
		if (lanes_any((v == (signed char)sep) | (v == '"') | (v == '\n') | (v == '\r')))
			return true;
	}
	for (; i < value.len; i++) {
		char c = value.at[i];
		if (c == sep || c == '"' || c == '\n' || c == '\r')
			return true;
	}
	return false;
}

/* Puts bytes that stand in quotes. */
static void
put_inside_quotes(struct io_writer *w, struct slice value)
{
	const char *quote;
	while (value.len > 0 && (quote = memchr(value.at, '"', value.len)) != NULL) {
		size_t n = (size_t)(quote - value.at) + 1;
		io_put(w, (struct slice){value.at, n});
		io_put_byte(w, '"');
		value = slice_after(value, n);
	}
	io_put(w, value);
}

/* A cell of one or more values. */
static void
put_cell(struct table *t, const struct cell *cells, size_t count)
{
	const struct settings *s = t->settings;
	bool guarded = s->safe_formulas && to_looks_like_formula(cells, count, s->join);
	bool quoted = guarded || (count > 1 && needs_quotes(s->join, to_csv_separator(s)));
	/* If this row is the first one of a file, its reader would pass over the mark. */
	quoted = quoted || (cells->column == 0 && to_begins_with_mark(cells, count, s->join));
	for (size_t i = 0; i < count && !quoted; i++)
		quoted = needs_quotes(cells[i].value, to_csv_separator(s));
	if (!quoted && count == 1) {
		io_put(t->out, cells[0].value);
		return;
	}
	if (quoted)
		io_put_byte(t->out, '"');
	if (guarded)
		io_put_byte(t->out, '\'');
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			put_inside_quotes(t->out, s->join);
		put_inside_quotes(t->out, cells[i].value);
	}
	if (quoted)
		io_put_byte(t->out, '"');
}

/* The only cell of a row would be an empty line. */
static bool
is_alone_and_empty(const struct table *t, size_t value_count)
{
	return t->schema.fixed == 1 &&
	       (value_count == 0 || (value_count == 1 && t->row.cells[0].value.len == 0));
}

void
to_csv_start(struct table *t)
{
	if (t->settings->excel)
		io_put(t->out, TEXT_MARK);
	if (t->settings->no_header)
		return;
	for (size_t i = 0; i < t->schema.fixed; i++) {
		struct cell header = {t->schema.columns[i].label, (int32_t)i};
		if (i > 0)
			io_put_byte(t->out, to_csv_separator(t->settings));
		put_cell(t, &header, 1);
	}
	if (t->schema.fixed == 1 && t->schema.columns[0].label.len == 0)
		io_put(t->out, SLICE("\"\""));
	put_row_end(t);
	io_commit(t->out);
}

void
to_csv_row(struct table *t)
{
	const struct cell *cells = t->row.cells, *end = cells + t->row.count;
	char sep = to_csv_separator(t->settings);
	if (is_alone_and_empty(t, t->row.count)) {
		io_put(t->out, SLICE("\"\""));
		put_row_end(t);
		return;
	}
	for (size_t column = 0; column < t->schema.fixed; column++) {
		const struct cell *first = cells;
		while (cells < end && cells->column == (int32_t)column)
			cells++;
		if (column > 0)
			io_put_byte(t->out, sep);
		if (cells > first)
			put_cell(t, first, (size_t)(cells - first));
	}
	put_row_end(t);
}
