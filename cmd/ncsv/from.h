/* from: the readers, one a format: from_rec.c, from_csv.c, from_tsv.c, from_jsonl.c; from.c tells them apart.
 */
#ifndef NCSV_FROM_H
#define NCSV_FROM_H

#include "table.h"

/* Reads one input, of the format that -i names or that its first bytes tell, into the table. */
void from_input(struct io_reader *in, struct table *t);

void from_rec(struct io_reader *in, struct table *t);
void from_csv(struct io_reader *in, struct table *t);
void from_tsv(struct io_reader *in, struct table *t);
void from_jsonl(struct io_reader *in, struct table *t);

/* What is said of a NUL in a table, and of a row past the limit. */
#define FROM_NUL      "a NUL byte; is this UTF-16? iconv(1) makes UTF-8 of it, --lax takes it as it is"
#define FROM_TOO_LONG "longer than --max-record allows"

/* Where a record or an object stands, for messages. */
struct from_place {
	const char *input, *unit; /* "record" or "object" */
	uint64_t number, line;
};

/*
 * The column for a field of a record or object, NO_COLUMN if it is to be left out. That there is none is an
 * error where the output is held to its columns.
 */
int32_t from_field(
	struct table *t, struct slice name, enum rec_kind kind, size_t hint, const struct from_place *place);

/* The columns of a table's header, and for the columns of an input which of the table's they are. */
struct from_header {
	struct slice *names; /* copies */
	size_t count, capacity;
	int32_t *columns;   /* of the table; NO_COLUMN for one that is left out */
	struct arena extra; /* names of columns that only this input has */
};

void from_header_add(struct from_header *header, struct slice name);

/* Without a header: c1, c2 and so on. */
void from_header_number(struct from_header *header, size_t count);

/* The header is whole: what the table takes from it. */
void from_header_end(struct from_header *header, struct table *t, const char *input);
void from_header_free(struct from_header *header);

/*
 * Has a row as many cells as the header? If not, `what` says so, or --lax takes it, which is counted.
 */
bool from_row_fits(struct table *t, const struct from_header *header, size_t cells, char what[120]);

#endif
