#include "table.h"

#include "to.h"

#include <inttypes.h>
#include <stdlib.h>

void
table_open(struct table *t, const struct settings *settings, struct io_writer *out)
{
	*t = (struct table){.settings = settings, .out = out, .in_order = true};
	t->joined = settings->join.len > 0 && !slice_equal(settings->join, SLICE("\n"));
	if (settings->fields != NULL)
		schema_pick(&t->schema, settings->fields);
}

void
table_input(struct table *t, enum format format)
{
	t->from_table = format_is_table(format);
	t->splits = t->enters = t->settings->to == FORMAT_REC && format != FORMAT_REC;
	schema_begin_input(&t->schema);
}

void
table_start(struct table *t, const char *input)
{
	if (!t->schema.decided)
		schema_decide(&t->schema, t->settings, input);
	if (!t->started)
		to_start(t);
	t->started = true;
	/* Cells of Articles become arrays. */
	t->splits = t->splits || (t->from_table && t->schema.article && t->settings->to == FORMAT_JSONL);
}

/* --- Values --------------------------------------------------------------------------------- */

/* Cuts a value at each line feed; all parts are put, empty ones too. */
static void
put_lines(struct table *t, int32_t column, struct slice value)
{
	const char *stop;
	while (value.len > 0 && (stop = memchr(value.at, '\n', value.len)) != NULL) {
		size_t len = (size_t)(stop - value.at);
		table_put_as_is(t, column, (struct slice){value.at, len});
		value = slice_after(value, len + 1);
	}
	table_put_as_is(t, column, value);
}

static struct slice
cleaned(struct table *t, struct slice value)
{
	struct slice clean = text_clean(value, &t->clean, &t->dirt);
	return clean.at != value.at ? arena_keep(&t->arena, clean) : clean;
}

/* Takes what of *rest stands before the next `join`, and that; false if there is none. */
static bool
next_part(struct slice *rest, struct slice join, struct slice *part)
{
	*part = *rest;
	for (const char *at; rest->len >= join.len; *rest = slice_after(*rest, 1)) {
		at = memchr(rest->at, *join.at, rest->len - join.len + 1);
		if (at == NULL)
			return false;
		*rest = slice_after(*rest, (size_t)(at - rest->at));
		if (slice_starts(*rest, join)) {
			part->len -= rest->len;
			*rest = slice_after(*rest, join.len);
			return true;
		}
	}
	return false;
}

/* Cuts a value at each `join`, before cleaning can touch that, and each part at its line feeds. */
static void
put_joined(struct table *t, int32_t column, struct slice value)
{
	struct slice part;
	while (next_part(&value, t->settings->join, &part))
		put_lines(t, column, t->enters ? cleaned(t, part) : part);
	put_lines(t, column, t->enters ? cleaned(t, part) : part);
}

void
table_put_split(struct table *t, int32_t column, struct slice value)
{
	size_t before = t->row.count;
	if (t->joined)
		put_joined(t, column, value);
	else
		put_lines(t, column, t->enters ? cleaned(t, value) : value);
	/* A cell that cleaning leaves nothing of is as empty as any. */
	if (t->from_table && t->row.count == before + 1 && t->row.cells[before].value.len == 0)
		t->row.count = before;
}

/* --- Rows ----------------------------------------------------------------------------------- */

/* Puts the cells into the order of the columns, those of one column as they came: a counting sort. */
static void
sort_row(struct table *t)
{
	size_t columns = t->schema.count;
	cli_grow(&t->places, &t->places_capacity, columns + 1, sizeof *t->places);
	cli_grow(&t->sorted.cells, &t->sorted.capacity, t->row.count, sizeof *t->sorted.cells);
	memset(t->places, 0, (columns + 1) * sizeof *t->places);
	for (size_t i = 0; i < t->row.count; i++)
		t->places[t->row.cells[i].column + 1]++;
	for (size_t i = 1; i <= columns; i++)
		t->places[i] += t->places[i - 1];
	for (size_t i = 0; i < t->row.count; i++) {
		const struct cell *cell = &t->row.cells[i];
		t->sorted.cells[t->places[cell->column]++] = *cell;
	}
	t->sorted.count = t->row.count;
	struct row swap = t->row;
	t->row = t->sorted;
	t->sorted = swap;
}

void
table_end_row(struct table *t)
{
	if (!t->in_order)
		sort_row(t);
	to_row(t);
	table_count_row(t);
	t->row.count = 0;
	t->in_order = true;
	arena_empty(&t->arena);
	schema_forget(&t->schema);
}

/* --- The end -------------------------------------------------------------------------------- */

static void
report_leniency(const struct leniency *l)
{
	if (l->short_rows > 0 || l->long_rows > 0)
		cli_warn("--lax: %" PRIu64 " short rows filled, %" PRIu64 " long rows cut", l->short_rows,
			l->long_rows);
	if (l->quotes_inside > 0 || l->quotes_early > 0)
		cli_warn("--lax: %" PRIu64 " quotes inside cells kept, %" PRIu64
			 " closing quotes with text behind them dropped",
			l->quotes_inside, l->quotes_early);
	if (l->escapes > 0)
		cli_warn("--lax: %" PRIu64 " unknown backslashes kept", l->escapes);
}

void
table_close(struct table *t)
{
	report_leniency(&t->leniency);
	if (t->settings->common.verbose) {
		struct text_buffer dirt = {0};
		text_dirt_report(&t->dirt, &dirt);
		cli_warn("%" PRIu64 " rows, %" PRIu64 " extra fields left out%s%.*s", t->rows, t->ignored,
			dirt.len > 0 ? "; " : "", (int)dirt.len, dirt.len > 0 ? dirt.bytes : "");
		free(dirt.bytes);
	}
	schema_free(&t->schema);
	arena_free(&t->arena);
	free(t->row.cells);
	free(t->sorted.cells);
	free(t->places);
	free(t->clean.bytes);
}
