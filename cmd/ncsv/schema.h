/* schema: which columns the table in the middle has, where they come from and what they are called. */
#ifndef NCSV_SCHEMA_H
#define NCSV_SCHEMA_H

#include "arena.h"
#include "names.h"
#include "rec.h"
#include "settings.h"

#include <stdint.h>

struct column {
	struct slice source;       /* the field or column of the input */
	struct slice label;        /* what the output calls it */
	enum rec_kind source_kind; /* so that known fields are found without comparing names */
	bool is_list;              /* JSON gets an array, whatever the number of values */
};

enum { NO_COLUMN = -1 };

/* Columns by their sources; of those with the same source the first. */
struct column_index {
	struct names names;
	size_t end; /* the columns before it are in */
};

/* Starts as all zeros. The names are copies. */
struct schema {
	struct column *columns;
	size_t count, capacity;
	size_t fixed;   /* columns behind these are the present record's own, */
	size_t lasting; /* or behind these, if the input at hand is a table that has more */
	struct column_index for_good, for_now;
	struct names labels, labels_for_now; /* where the output needs each to be another; */
	size_t labels_end;                   /* those of the columns before it are in, */
	bool ambiguous; /* and must be: labels are not the sources, or those are not all different */
	bool decided;
	bool picked;       /* by -f: what has no column is left out */
	bool article;      /* its labels are all Article fields, or the stream said so */
	bool declared;     /* by a header, a descriptor or -f: what the columns of all records are */
	struct slice type; /* of the records */
	int32_t of_kind[REC_KINDS];
};

void schema_free(struct schema *schema);

/* The columns of -f; a mistake in them is a usage error. */
void schema_pick(struct schema *schema, const char *fields);

/* All fields that Articles have, in the order of enum rec_kind. */
void schema_article(struct schema *schema);

/* Of an Article: has it many of them by its nature? */
bool schema_kind_is_list(enum rec_kind kind);

/* A column of that name behind the others, for good. */
void schema_add(struct schema *schema, struct slice name);

/* The same, unless there is one of that name. */
void schema_add_new(struct schema *schema, struct slice name);

/* What the stream says its records are: "Article" makes it one. */
void schema_set_type(struct schema *schema, struct slice type);

/* The columns are known now: completes them for this output. `input` is for messages. */
void schema_decide(struct schema *schema, const struct settings *settings, const char *input);

/*
 * The column of a field, or NO_COLUMN. `hint` is where to look first: the column behind the one found
 * before.
 */
int32_t schema_find(struct schema *schema, struct slice name, enum rec_kind kind, size_t hint);

/*
 * A column for the present record only; schema_forget() takes all such away. The source is not copied. The
 * label is the same if the output can have it and no column has it, else it is made of it, in the arena.
 */
int32_t schema_add_for_now(
	struct schema *schema, struct slice source, enum rec_kind kind, enum format to, struct arena *arena);
void schema_forget(struct schema *schema);

/* The columns that are there for now are those of the input at hand: they stay until the next one begins. */
void schema_keep_for_input(struct schema *schema);
void schema_begin_input(struct schema *schema);

/* Is a field without a column an error, unless it is to be left out? */
bool schema_is_closed(const struct schema *schema, enum format to);

/* Does the descriptor of records name their columns? */
bool schema_is_written(const struct schema *schema);

/*
 * A name as a record can have it: other characters become `_`, and it begins with a letter. To be freed by
 * the caller.
 */
struct slice schema_record_name(struct slice name);

#endif
