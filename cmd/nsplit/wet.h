/*
 * wet: pages of Common Crawl's WET files: WARC records (ISO 28500) of type "conversion", plain text each.
 * Decompression is igzip's or zcat's.
 */
#ifndef WET_H
#define WET_H

#include "page.h"

/* Does this input begin like a WARC file? Takes nothing from the reader. */
bool wet_sniff(struct io_reader *in);

/*
 * Hands over each page: named by its record's UUID (by the input and the record's number if it has none),
 * with its URL, the time of the crawl and its languages. Only Content-Length says where a record ends. Other
 * types of records are passed over. Of an input that ends inside a record all whole pages are handed over,
 * then it is an error (CLI_TROUBLE); what is no WARC record is fatal.
 */
void wet_read(struct io_reader *in, page_sink *each, void *context);

#endif
