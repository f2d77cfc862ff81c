/* jsonl: pages of corpora in JSON Lines, an object a page, as C4, FineWeb and Dolma have them. */
#ifndef JSONL_H
#define JSONL_H

#include "page.h"

/* Which members of an object are what. */
struct jsonl_keys {
	struct slice text, url, id, date;
};

/* As those corpora call them: text, url, id, date. */
extern const struct jsonl_keys jsonl_usual_keys;

/*
 * Hands over a page for each object: named by its id, else by its URL, else by the input and the object's
 * number. A text that is an array is its elements, a line each. Objects without a text are counted, said and
 * make the exit status CLI_UNJUDGED; what is no JSON object is fatal. Gives how many halves of surrogate
 * pairs became U+FFFD.
 */
uint64_t jsonl_read(struct io_reader *in, const struct jsonl_keys *keys, page_sink *each, void *context);

#endif
