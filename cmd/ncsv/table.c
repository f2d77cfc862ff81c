#include "table.h"

#include "to.h"

#include <inttypes.h>
#include <stdlib.h>

void
table_open(struct table *t, const struct settings *settings, struct io_writer *out)
{
	*t = (struct table){.settings = settings, .out = out, .in_order = true};
	if (settings->fields != NULL)
		schema_pick(&t->schema, settings->fields);
}

void
table_input(struct table *t, enum format format)
{
	t->from_table = format_is_table(format);
	t->enters = t->settings->to == FORMAT_REC && format != FORMAT_REC;
}

void
table_start(struct table *t, const char *input)
{
	if (!t->schema.decided)
		schema_decide(&t->schema, t->settings, input);
	if (!t->started)
		to_start(t);
	t->started = true;
}

/* --- Values ----------------------------------------------------------------------------------------------
 */

/* Cuts a value at each `join` and at each line feed; all parts are put, empty ones too. */
static void
put_parts(struct table *t, int32_t column, struct slice value)
{
	struct slice join = t->settings->join;
	bool lines_only = join.len == 0 || slice_equal(join, SLICE("\n"));
	const char *begin = value.at, *end = value.at + value.len;

	for (const char *at = begin; at < end;) {
		size_t left = (size_t)(end - at), cut = 1;
		if (lines_only) {
			at = memchr(at, '\n', left);
			if (at == NULL)
				break;
		} else if (slice_starts((struct slice){at, left}, join)) {
			cut = join.len;
		} else if (*at != '\n') {
			at++;
			continue;
		}
		table_put_as_is(t, column, (struct slice){begin, (size_t)(at - begin)});
		at += cut;
		begin = at;
	}
	table_put_as_is(t, column, (struct slice){begin, (size_t)(end - begin)});
}

void
table_put(struct table *t, int32_t column, struct slice value)
{
	if (t->enters) {
		struct slice clean = text_clean(value, &t->clean, &t->dirt);
		if (clean.at != value.at)
			clean = arena_keep(&t->arena, clean);
		if (clean.len == 0 && t->from_table)
			return;
		put_parts(t, column, clean);
	} else if (t->from_table && value.len == 0) {
		return;
	} else if (t->from_table && t->schema.article && t->settings->to == FORMAT_JSONL) {
		put_parts(t, column, value);
	} else {
		table_put_as_is(t, column, value);
	}
}

/* --- Rows ------------------------------------------------------------------------------------------------
 */

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

/* --- The end ---------------------------------------------------------------------------------------------
 */

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
