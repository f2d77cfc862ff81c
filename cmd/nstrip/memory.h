/*
 * memory: what a crawl teaches. Lines that return on many pages of one host are chrome, whatever they look
 * like. A bounded table counts the different pages that each line stood on; it can be kept in a file and
 * merged. A page that is seen again, now or in another run, counts no second time.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include "slice.h"

#include <stdint.h>

struct memory; /* the table */

/*
 * A memory that calls a line chrome from `least` pages on. path: the file that it is kept in, read now if it
 * is there; NULL for a memory that ends with the process. A file that is torn or foreign is fatal, and stays
 * as it is.
 */
struct memory *memory_open(const char *path, uint32_t least);

/* The lines that follow stand on this page, which is what tells it from other pages, of this host; either
 * may be empty. */
void memory_page(struct memory *m, struct slice host, struct slice page);

/*
 * Counts the line for the current page, and says whether it is chrome: seen on at least `least` pages of the
 * host, and on one in ten of them. More than 11 pages are counted within a third or so.
 */
bool memory_is_chrome(struct memory *m, struct slice line);

/*
 * Adds what this process learned to the file: under a lock, to what the file holds by then, by a new file
 * that is renamed over it. Does nothing for a memory without a file. Only memory_close() may follow.
 */
void memory_save(struct memory *m);

void memory_close(struct memory *m);

/* The host that a URL names, without "www.": "https://www.example.org/a" gives "example.org". Its case is
 * the URL's, and means nothing to memory_page(). */
struct slice memory_host(struct slice url);

#endif
