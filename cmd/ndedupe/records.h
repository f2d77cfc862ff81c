/* records: a stream of records. Drops repeated lines within each, then records that repeat an earlier one. */
#ifndef RECORDS_H
#define RECORDS_H

#include "io.h"
#include "pairs.h"
#include "settings.h"
#include "state.h"

struct records;

/* state may be NULL; it is loaded here. pairs are those of --apply, or NULL. */
struct records *records_open(
	const struct settings *settings, struct io_writer *out, struct state *state, struct pairs *pairs);

/* Filters one input. */
void records_filter(struct records *records, struct io_reader *in);

/* Writes what had to wait for the end of the input, reports if -v asks for it, and frees. */
void records_close(struct records *records);

/* What the settings make of records, for the head of a state. */
void records_parameters(const struct settings *settings, char *out, size_t size);

#endif
