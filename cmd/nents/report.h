/*
 * report: what nents writes: a line a mention, or the records with what was found in them.
 */
#ifndef REPORT_H
#define REPORT_H

#include "mention.h"
#include "palette.h"

#include "io.h"

struct report_limits {
	entity_set types; /* others are left out */
	float least;      /* so are mentions with a lower score */
};

static inline bool
report_wants(const struct mention *m, const struct report_limits *limits)
{
	return (limits->types & ENTITY_BIT(m->type)) != 0 && m->score >= limits->least;
}

/* The name column: the fullest name of m in the article. */
struct slice report_name(const struct article *a, const struct mention *m);

/* The line of column names. */
void report_header(struct io_writer *out);

/*
 * The article's mentions, a line each: id line start end type text name norm, escaped as Linear TSV is; type
 * and text in the type's colour.
 */
void report_lines(struct io_writer *out, const struct article *a, const struct report_limits *limits,
	const struct palette *palette);

/*
 * The record with the fields Person, Org, Place, Group and Day behind its own, each value once, in the order
 * of the article; fields of these names that it had before are replaced.
 */
void report_record(struct io_writer *out, const struct record *record, const struct article *a,
	const struct report_limits *limits);

#endif
