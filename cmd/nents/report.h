/*
 * report: what nents writes: a line a mention, or the records with what was found in them.
 */
#ifndef REPORT_H
#define REPORT_H

#include "mention.h"

#include "io.h"

struct report_limits {
	entity_set types; /* others are left out */
	float least;      /* so are mentions with a lower score */
};

/* The line of column names. */
void report_header(struct io_writer *out);

/* The article's mentions, a line each: id line start end type text name norm, escaped as Linear TSV is. */
void report_lines(struct io_writer *out, const struct article *a, const struct report_limits *limits);

/*
 * The record with the fields Person, Org, Place, Group and Day behind its own, each value once, in the order
 * of the article; fields of these names that it had before are replaced.
 */
void report_record(struct io_writer *out, const struct record *record, const struct article *a,
	const struct report_limits *limits);

#endif
