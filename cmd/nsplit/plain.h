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

/*
 * Hands over each page, named by its operand ("-" for standard input), and by its number too where there can
 * be several: "dump.txt:12". Where there is a delimiter pages come clean, and what was met is added to *dirt.
 * Gives the number of lines that the delimiter was too costly for; they begin no page.
 */
uint64_t plain_read(struct io_reader *in, const struct plain_borders *borders, struct text_dirt *dirt,
	page_sink *each, void *context);

#endif
