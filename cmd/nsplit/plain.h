/* plain: pages of plain text: a file each, or several in one, ended by NUL or begun by a line that matches.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "page.h"
#include "pat.h"

/* How an input holds several pages; all zeros if it holds one. */
struct plain_borders {
	bool null_ended;
	struct pat *delimiter; /* a line that matches, once it is clean, begins a page */
};

/* What was met in all inputs; starts as zeros but for dirt, which is added to. */
struct plain_met {
	struct text_dirt *dirt;
	uint64_t costly,
		too_long; /* lines that the delimiter was too costly for, or that were too long for it */
};

/*
 * Hands over each page, named by its operand ("-" for standard input), and by its number too where there can
 * be several: "dump.txt:12". Where there is a delimiter pages come clean. Lines that it could not be tried on
 * begin no page.
 */
void plain_read(struct io_reader *in, const struct plain_borders *borders, struct plain_met *met,
	page_sink *each, void *context);

#endif
