/* tsv: the cells of Linear TSV (http://dataprotocols.org/linear-tsv/): four escapes, no quotes. */
#ifndef TSV_H
#define TSV_H

#include "io.h"

/* Writes a value with its TABs, line ends and backslashes escaped. */
void tsv_put(struct io_writer *w, struct slice value);

#endif
