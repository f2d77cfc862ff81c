/*
 * csv_scan: csv_parse() of libcsv, faster. libcsv looks at each byte in turn, about 570 MB/s at best; most
 * bytes of a table stand in long quoted cells or in lines without any quote, and those pass around it:
 *
 * - Inside a quoted cell all bytes up to the next quote belong to the cell, and two quotes are one of it:
 *   these are found by memchr() and appended to libcsv's own buffer.
 * - What stands before the next quote of a line and holds no CR is cells, cut at the separators.
 *
 * Everything else libcsv decides, but for one thing: where tables are not quite right, it takes text behind a
 * closing quote for a part of the quoted cell, and with it all up to the next quote, be that many rows away.
 * Here the quote is dropped and what follows belongs to the cell as if it had none: so does Python.
 *
 * This leans on libcsv's struct csv_parser, which is public, and on the
 * numbers of its states, which are not: csv_scan_open() tries them out, and where they are not as known here
 * every byte goes through csv_parse(). tests/fuzz/fuzz_ncsv.c holds the calls that are made equal to those of
 * libcsv alone.
 */
#ifndef NCSV_CSV_SCAN_H
#define NCSV_CSV_SCAN_H

#include "slice.h"

#include <csv.h>
#include <stdint.h>

struct csv_scan {
	struct csv_parser parser;
	bool around;  /* libcsv is as known: bytes may pass around it */
	bool whole;   /* during a call of `cell`: the bytes stand in the input, not in libcsv's buffer */
	size_t limit; /* bytes that a cell may have */
	bool strict;
	uint64_t inside; /* not strict: quotes inside of unquoted cells, which are theirs, */
	uint64_t early;  /* and closing quotes with text behind them, which are dropped */
	const char
		*given; /* the end of what libcsv was given: the byte before it ended the row or was wrong */
	size_t opened;  /* where in the last block the quote stood that opened a cell last; SIZE_MAX: in none
			 */
};

/* What csv_parse() calls too: a cell; the end of a row, with the byte that ended it (-1: the input's end). */
typedef void csv_scan_cell(void *bytes, size_t len, void *context);
typedef void csv_scan_row(int end, void *context);

enum csv_scan_result {
	CSV_SCAN_DONE,
	CSV_SCAN_WRONG,   /* not CSV, in strict mode */
	CSV_SCAN_TOO_LONG /* a cell of more than `limit` bytes */
};

/* strict: refuse quotes inside of unquoted cells and text behind a closing quote, as CSV_STRICT does. Else
 * they are taken and counted. */
void csv_scan_open(struct csv_scan *scan, char separator, bool strict, size_t limit);
void csv_scan_close(struct csv_scan *scan);

/*
 * Takes a block of the input; the calls are those that csv_parse() makes. *taken is how many bytes were in
 * order. Blanks belong to cells.
 */
enum csv_scan_result csv_scan_block(struct csv_scan *scan, struct slice block, csv_scan_cell *cell,
	csv_scan_row *row, void *context, size_t *taken);

/* The end of the input; wrong if a quote is still open in strict mode. */
enum csv_scan_result csv_scan_end(
	struct csv_scan *scan, csv_scan_cell *cell, csv_scan_row *row, void *context);

/* Is a quoted cell open? */
bool csv_scan_is_open(const struct csv_scan *scan);

#endif
