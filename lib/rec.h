/*
 * rec: the record stream between the filters, nrec(5): a strict subset of GNU recfiles in writing, a liberal
 * reader. The format and its traps: GNU recutils manual, "The Rec Format".
 */
#ifndef REC_H
#define REC_H

#include "io.h"

/* The fields that the filters know by name; all others are REC_OTHER and pass untouched. */
enum rec_kind {
	REC_OTHER,
	REC_ID,
	REC_PAGE,
	REC_URL,
	REC_CRAWLED,
	REC_LANGUAGE,
	REC_TITLE,
	REC_HEADLINE,
	REC_SOURCE,
	REC_DATE,
	REC_BYLINE,
	REC_CAPTION,
	REC_TEXT,
	REC_CHROME,
	REC_PERSON,
	REC_ORG,
	REC_PLACE,
	REC_GROUP,
	REC_DAY,
	REC_KINDS
};

struct rec_field {
	struct slice name;
	struct slice value; /* one line; never holds a line feed */
	enum rec_kind kind;
};

struct record {
	struct rec_field *fields;
	size_t count, capacity;
	uint64_t number; /* 1-based, in this input */
	uint64_t line;   /* 1-based line of the input where it begins */
	bool cut; /* the input ends before the empty line that ends it: there may have been more of it */
};

struct rec_reader {
	struct io_reader *in;
	struct record record;
	char *joined; /* values that continue over lines are put together here */
	size_t joined_len, joined_capacity;
	uint64_t line; /* lines taken so far */
	uint64_t count;
};

/*
 * Does this input begin like a record stream: "%rec:", behind a byte order mark, empty lines and comments if
 * there are any? Takes nothing from the reader.
 */
bool rec_sniff(struct io_reader *in);

void rec_reader_open(struct rec_reader *r, struct io_reader *in);
void rec_reader_close(struct rec_reader *r);

/*
 * The next record, or NULL at the end. It and its slices belong to the reader and stay good until the next
 * call; the record may be changed in place. Descriptors and comments are dropped; a value with `+` lines
 * becomes a field a line; backslash-newline joins; of a final backslash and blank the blank goes, since
 * rec_put() puts it there. A line that is no field line is fatal, naming its place. Of an input that could
 * not be read to its end, a last record without its empty line is left out.
 */
struct record *rec_read(struct rec_reader *r);

/* The kind that a field name means. Names are case-sensitive. */
enum rec_kind rec_kind(struct slice name);

/* The name of a known kind, "Title"; not for REC_OTHER. */
struct slice rec_name(enum rec_kind kind);

/* The first value of that kind in the record, or an empty slice with at == NULL. */
struct slice rec_value(const struct record *record, enum rec_kind kind);

/* Is this a name that a field can have: [A-Za-z][A-Za-z0-9_]* ? */
bool rec_name_is_valid(struct slice name);

/* Appends a field to a record in memory (a record may start as all zeros; free its fields with free()). */
void rec_append(struct record *record, enum rec_kind kind, struct slice value);

/* Writes the descriptor, "%rec: " with the type, and an empty line. Every stream begins with it, once. */
void rec_put_descriptor(struct io_writer *w, struct slice type);

/*
 * Writes one field line. The value must hold no line end. A final backslash gets a blank behind it, since
 * recutils would take it for a continuation.
 */
void rec_put(struct io_writer *w, struct slice name, struct slice value);

/* The same without its line end, for what stands between the two. */
void rec_put_open(struct io_writer *w, struct slice name, struct slice value);

/* Would recutils join the next line to one that ends like this? Then a blank must stand behind it. */
bool rec_joins(struct slice value);

/* Ends the record that was put: an empty line, and the writer may let it leave. */
void rec_put_end(struct io_writer *w);

/* Writes a whole record. */
void rec_write(struct io_writer *w, const struct record *record);

#endif
