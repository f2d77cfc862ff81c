/* quotes_marks: pairs quotation marks of a line and tells them from apostrophes. */
#ifndef QUOTES_MARKS_H
#define QUOTES_MARKS_H

#include "slice.h"

#include <stdint.h>

/* What stands between two marks; a span holds the marks' inside without blanks at its ends. */
struct quote_span {
	uint32_t open;       /* the opening mark's first byte */
	uint32_t start, end; /* the inside */
	uint32_t behind;     /* the first byte behind the closing mark; end where there is none */
	bool is_open;        /* no closing mark: it runs to the end of the line */
	bool is_single;      /* single marks */
};

struct quote_spans {
	struct quote_span *list;
	size_t count, capacity;
};

/*
 * Appends the outermost spans of the line, in order: “ ”, „ “, « », ‘ ’ and straight marks, also ‘ closed by
 * a straight mark. A mark that nothing closes opens a span to the end of the line if the line begins with it
 * or if `runs_on` says that the next line begins with a mark; else it counts for nothing.
 */
void quote_spans_find(struct quote_spans *spans, struct slice line, bool runs_on);

/* Does the line begin with an opening mark? */
bool quote_begins(struct slice line);

#endif
