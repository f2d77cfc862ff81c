/* plain: text that is no records. Drops each line seen before, byte for byte as awk '!seen[$0]++' does. */
#ifndef PLAIN_H
#define PLAIN_H

#include "io.h"
#include "settings.h"
#include "state.h"
#include "table.h"

struct plain;

/* state may be NULL; it is loaded here. */
struct plain *plain_open(
	const struct settings *settings, struct io_writer *out, struct budget *budget, struct state *state);

/* Filters one input. */
void plain_filter(struct plain *plain, struct io_reader *in);

/* Writes what had to wait for the end of the input, reports if -v asks for it, and frees. */
void plain_close(struct plain *plain);

/* What the settings make of lines, for the head of a state. */
void plain_parameters(const struct settings *settings, char *out, size_t size);

#endif
