#include "csv_scan.h"
#include "from.h"
#include "lanes.h"
#include "progress.h"
#include "text.h"

#include <stdint.h>
#include <stdlib.h>

/* A byte of the input that a message may have to name. Its line is counted only when its block is left. */
struct place {
	uint64_t byte, line;
};

/* One CSV input: what the calls of csv_scan work on. */
struct csv_input {
	struct io_reader *in;
	struct table *t;
	struct csv_scan scan;
	struct from_header header;
	bool has_header;
	uint64_t row; /* 1-based; the header is row 1 */
	size_t cells; /* of the row so far */
	struct slice block;
	uint64_t block_lines; /* line ends in it */
	struct place block_start;
	struct place row_start;
	struct place opened; /* the quote that is open */
};

/* --- Places --------------------------------------------------------------------------------- */

/* Finds the line of a place, if it stands in the block at hand, by what is behind it: mostly that is little.
 */
static void
settle(const struct csv_input *c, struct place *place)
{
	if (place->byte < c->block_start.byte)
		return;
	size_t at = (size_t)(place->byte - c->block_start.byte);
	place->line = c->block_start.line + c->block_lines -
		      lanes_count_byte(c->block.at + at, c->block.len - at, '\n');
}

/* A row does not begin with the empty lines before it. */
static void
pass_empty_lines(struct csv_input *c)
{
	if (c->row_start.byte < c->block_start.byte)
		return;
	size_t at = (size_t)(c->row_start.byte - c->block_start.byte);
	while (at < c->block.len && (c->block.at[at] == '\n' || c->block.at[at] == '\r'))
		at++;
	c->row_start.byte = c->block_start.byte + at;
}

static _Noreturn void
refuse(const struct csv_input *c, struct place place, const char *what)
{
	settle(c, &place);
	cli_die("%s: row %llu (line %llu, byte %llu): %s", c->in->name, (unsigned long long)c->row + 1,
		(unsigned long long)place.line, (unsigned long long)place.byte + 1, what);
}

/* --- What csv_scan calls -------------------------------------------------------------------- */

static void
take_cell(void *bytes, size_t len, void *context)
{
	struct csv_input *c = context;
	struct slice value = {bytes, len};

	if (!c->has_header) {
		from_header_add(&c->header, value);
		return;
	}
	int32_t column = c->cells < c->header.count ? c->header.columns[c->cells] : NO_COLUMN;
	c->cells++;
	if (column == NO_COLUMN || len == 0)
		return;
	if (!c->scan.whole)
		value = arena_keep(&c->t->arena, value);
	table_put(c->t, column, value);
}

/* The first row was gathered as a header; where there is none it was a row like the others. */
static void
end_header(struct csv_input *c)
{
	struct from_header first = c->header;
	bool no_header = c->t->settings->no_header;

	if (no_header) {
		c->header = (struct from_header){0};
		from_header_number(&c->header, first.count);
	}
	from_header_end(&c->header, c->t, c->in->name);
	c->has_header = true;
	if (!no_header)
		return;
	for (size_t i = 0; i < first.count; i++)
		take_cell((void *)(uintptr_t)first.names[i].at, first.names[i].len, c);
	table_end_row(c->t);
	from_header_free(&first);
}

static void
end_row(int end, void *context)
{
	struct csv_input *c = context;
	char what[120];
	uint64_t row_end = c->block_start.byte + (end != -1 ? (uint64_t)(c->scan.given - c->block.at) : 0);

	pass_empty_lines(c);
	if (row_end - c->row_start.byte > c->in->limit)
		refuse(c, c->row_start, FROM_TOO_LONG);
	if (c->has_header) {
		if (!from_row_fits(c->t, &c->header, c->cells, what))
			refuse(c, c->row_start, what);
		table_end_row(c->t);
	} else {
		end_header(c);
	}
	progress_records(1);
	c->cells = 0;
	c->row++;
	c->row_start.byte = row_end;
}

/* --- The input ------------------------------------------------------------------------------ */

/* Is all right so far? A row that has not ended yet must not be too long already: it may have no end. */
static void
check(struct csv_input *c, enum csv_scan_result result, size_t taken)
{
	struct place here = {c->block_start.byte + taken, c->block_start.line};
	if (result == CSV_SCAN_WRONG)
		refuse(c, here, "a quote inside a cell, or text behind a closing quote; --lax takes it");
	pass_empty_lines(c);
	if (result == CSV_SCAN_TOO_LONG || here.byte - c->row_start.byte > c->in->limit)
		refuse(c, c->row_start, FROM_TOO_LONG);
}

/* Goes on to the next block: what may have to be named of this one gets its line. */
static void
leave_block(struct csv_input *c)
{
	if (c->scan.opened != SIZE_MAX)
		c->opened.byte = c->block_start.byte + c->scan.opened;
	if (c->scan.parser.quoted) /* so too where the block ends with a quote that may be the first of two */
		settle(c, &c->opened);
	pass_empty_lines(c);
	settle(c, &c->row_start);
	c->block_start.line += c->block_lines;
	c->block_start.byte += c->block.len;
}

/* What of the block may be scanned: in strict mode no NUL belongs to a table. */
static struct slice
before_nul(const struct csv_input *c)
{
	const char *nul = c->t->settings->lax ? NULL : memchr(c->block.at, '\0', c->block.len);
	return (struct slice){c->block.at, nul != NULL ? (size_t)(nul - c->block.at) : c->block.len};
}

static void
read_blocks(struct csv_input *c)
{
	struct io_reader *in = c->in;
	do {
		size_t taken;
		c->block = (struct slice){in->bytes + in->begin, in->end - in->begin};
		if (c->block.len == 0)
			continue;
		c->block_lines = lanes_count_byte(c->block.at, c->block.len, '\n');
		struct slice right = before_nul(c);
		enum csv_scan_result result = csv_scan_block(&c->scan, right, take_cell, end_row, c, &taken);
		check(c, result, taken);
		if (right.len < c->block.len)
			refuse(c, (struct place){c->block_start.byte + right.len, 0}, FROM_NUL);
		leave_block(c);
		in->begin += taken;
		in->offset += taken;
	} while (io_fill(in, "row"));
}

static void
skip_mark(struct csv_input *c)
{
	struct io_reader *in = c->in;
	while (in->end - in->begin < 3 && io_fill(in, "row"))
		;
	if (slice_starts((struct slice){in->bytes + in->begin, in->end - in->begin}, TEXT_MARK)) {
		in->begin += TEXT_MARK.len;
		in->offset += TEXT_MARK.len;
		c->block_start.byte = c->row_start.byte = TEXT_MARK.len;
	}
}

/* The end of the input ends its last row, if need be. */
static void
end_input(struct csv_input *c)
{
	if (csv_scan_is_open(&c->scan) && c->t->settings->lax)
		cli_warn("%s: row %llu (line %llu, byte %llu): this quote is never closed: the rest of the "
			 "input is its cell",
			c->in->name, (unsigned long long)c->row + 1, (unsigned long long)c->opened.line,
			(unsigned long long)c->opened.byte + 1);
	if (csv_scan_end(&c->scan, take_cell, end_row, c) != CSV_SCAN_DONE)
		refuse(c, c->opened,
			"this quote is never closed; --lax takes the rest of the input for its cell");
}

void
from_csv(struct io_reader *in, struct table *t)
{
	const struct settings *s = t->settings;
	struct csv_input c = {.in = in, .t = t, .block_start.line = 1, .row_start.line = 1, .opened.line = 1};

	csv_scan_open(&c.scan, s->separator != 0 ? s->separator : ',', !s->lax, in->limit);
	skip_mark(&c);
	read_blocks(&c);
	c.block = SLICE("");
	c.block_lines = 0;
	/* Of an input that could not be read to its end, the last row is not known to be whole. */
	if (!in->failed)
		end_input(&c);
	t->leniency.quotes_inside += c.scan.inside;
	t->leniency.quotes_early += c.scan.early;
	csv_scan_close(&c.scan);
	from_header_free(&c.header);
}
