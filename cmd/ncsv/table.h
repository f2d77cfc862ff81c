/*
 * table: what stands between the readers and the writers: the schema, the row at hand, and how values change
 * on their way from one format to the other.
 *
 * A reader announces the columns (from a header, a descriptor or a first record), puts the values of a row in
 * any order and ends it; a writer is given rows whose cells stand in the order of the columns.
 */
#ifndef NCSV_TABLE_H
#define NCSV_TABLE_H

#include "arena.h"
#include "io.h"
#include "schema.h"
#include "settings.h"
#include "text.h"

/* One value. Those of one column stand together in a row, in the order they were put. */
struct cell {
	struct slice value;
	int32_t column;
};

struct row {
	struct cell *cells;
	size_t count, capacity;
};

/* What lax reading let pass, for the end. */
struct leniency {
	uint64_t short_rows, long_rows, escapes;
	uint64_t quotes_inside, quotes_early; /* see csv_scan.h */
};

struct table {
	const struct settings *settings;
	struct io_writer *out;
	struct schema schema;
	struct row row, sorted;
	size_t *places; /* where the next cell of each column goes; for the sorting */
	size_t places_capacity;
	struct arena arena; /* values of the row at hand that stand nowhere else */
	struct text_buffer clean;
	struct text_dirt dirt;
	struct leniency leniency;
	bool joined;     /* values of a field are joined by something else than a line feed */
	bool started;    /* the header is out */
	bool in_order;   /* the cells put so far are */
	bool from_table; /* the input at hand is CSV or TSV */
	bool enters;     /* its values enter the record world */
	bool splits;     /* they are cut into those that they hold */
	bool said_renamed;
	uint64_t rows, ignored;
};

void table_open(struct table *t, const struct settings *settings, struct io_writer *out);

/* The end of all inputs: reports what -v and --lax have to. */
void table_close(struct table *t);

/* A new input of this format begins. */
void table_input(struct table *t, enum format format);

/* The columns are known: the header goes out if it didn't. */
void table_start(struct table *t, const char *input);

/* Puts a value, which stays where it is until the row is ended. */
static inline void
table_put_as_is(struct table *t, int32_t column, struct slice value)
{
	struct row *row = &t->row;
	if (row->count == row->capacity)
		cli_grow(&row->cells, &row->capacity, row->count + 1, sizeof *row->cells);
	if (row->count > 0 && row->cells[row->count - 1].column > column)
		t->in_order = false;
	row->cells[row->count++] = (struct cell){value, column};
}

/* Cuts a value into those that it holds, which are cleaned if they enter the record world, and puts them. */
void table_put_split(struct table *t, int32_t column, struct slice value);

/* Puts a value as the output wants it. */
static inline void
table_put(struct table *t, int32_t column, struct slice value)
{
	if (t->from_table && value.len == 0)
		return;
	if (t->splits)
		table_put_split(t, column, value);
	else
		table_put_as_is(t, column, value);
}

/* A row was written: it may leave. */
static inline void
table_count_row(struct table *t)
{
	io_commit(t->out);
	t->rows++;
}

/* The row is whole: it is written. */
void table_end_row(struct table *t);

#endif
