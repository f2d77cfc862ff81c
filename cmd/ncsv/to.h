/* to: the writers, one a format: to_rec.c, to_csv.c, to_tsv.c, to_jsonl.c; to.c chooses. */
#ifndef NCSV_TO_H
#define NCSV_TO_H

#include "table.h"

/* What stands before the first row: a header, a descriptor or nothing. */
void to_start(struct table *t);

/* The row at hand, whose cells stand in the order of the columns. */
void to_row(struct table *t);

void to_rec_start(struct table *t);
void to_rec_row(struct table *t);
void to_csv_start(struct table *t);
void to_csv_row(struct table *t);
char to_csv_separator(const struct settings *s);
void to_tsv_start(struct table *t);
void to_tsv_row(struct table *t);
void to_jsonl_row(struct table *t);

/* Would a spreadsheet take the cell that these values make for a formula? (OWASP, "CSV Injection") */
bool to_looks_like_formula(const struct cell *cells, size_t count, struct slice join);

/* Does it begin with a byte order mark? */
bool to_begins_with_mark(const struct cell *cells, size_t count, struct slice join);

#endif
