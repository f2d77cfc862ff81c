/* tally: the different lines of a text, with how often and where each came first: for -c and -g. */
#ifndef TALLY_H
#define TALLY_H

#include "hash.h"
#include "io.h"
#include "table.h"

struct tally_line {
	uint64_t times, first;
	uint64_t place; /* in the text kept; only with keep_text */
	uint64_t len;
};

struct tally {
	struct table table; /* 88 bits of the hash, 40 of the line's number in `lines` */
	struct hash_secret secret;
	struct tally_line *lines;
	size_t count, capacity;
	char *text;
	size_t text_len, text_capacity;
	bool keep_text;
	struct budget *budget;
};

void tally_open(struct tally *t, struct hash_seed seed, bool keep_text, struct budget *budget);
void tally_close(struct tally *t);

/* Counts a line; *first, its number, becomes that of the first like it. False if the memory bound forbids it.
 */
bool tally_add(struct tally *t, struct slice line, uint64_t *first);

/* Writes each line once, in the order of the text, with its count in front, as uniq -c does. */
void tally_write(const struct tally *t, struct io_writer *out, char line_end);

#endif
