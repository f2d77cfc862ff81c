/*
 * straight: lines of TSV that are CSV as soon as their TABs are separators: no cell of theirs holds anything
 * that either format would write otherwise. They need no cutting into cells; tests/fuzz/fuzz_ncsv.c holds the
 * result equal to the long way's.
 */
#ifndef NCSV_STRAIGHT_H
#define NCSV_STRAIGHT_H

#include "from.h"

/* Does this table take its columns as they come, in CSV that is nothing special? */
bool straight_applies(const struct from_header *header, const struct table *t);

/* Writes the line as a row of CSV if it is such a line; false, with nothing written, if it is not. */
bool straight_row(struct io_writer *w, struct slice line, size_t columns, char separator);

#endif
