/*
 * show: the text itself with its mentions in colours, or in brackets: [PERSON Sergey Lavrov].
 */
#ifndef SHOW_H
#define SHOW_H

#include "palette.h"
#include "report.h"
#include "spans.h"

struct show {
	struct io_writer *out;
	const struct palette *palette;
	struct spans spans;
};

/* The record with all its fields. */
void show_record(struct show *s, const struct record *record, const struct article *a,
	const struct report_limits *limits);

/* The lines of a plain page. */
void show_page(struct show *s, const struct article *a, const struct report_limits *limits);

#endif
