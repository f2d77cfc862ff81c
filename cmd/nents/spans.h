/*
 * spans: a line of an article as text and mentions within each other, in the order of reading.
 */
#ifndef SPANS_H
#define SPANS_H

#include "mention.h"
#include "report.h"

/* What is done with them. */
struct spans_sink {
	void (*open)(void *context, const struct mention *m);
	void (*text)(void *context, struct slice s); /* never empty */
	/* `outer` is the mention that goes on behind m, NULL if there is none. */
	void (*close)(void *context, const struct mention *m, const struct mention *outer);
	void *context;
};

struct spans {
	const struct article *article;
	const struct report_limits *limits;
	size_t next; /* the first mention that is not done with */
	struct spans_open {
		const struct mention *mention;
		size_t end;
	} * open; /* the mentions around the place at hand, outermost first */
	size_t depth, capacity;
};

/* Begins with the first line. A `spans` starts as all zeros and keeps its memory between articles. */
void spans_start(struct spans *s, const struct article *a, const struct report_limits *limits);
void spans_free(struct spans *s);

/*
 * Hands line `line` (an index; call this for each in turn) to the sink: every wanted mention is opened and
 * closed once, the last opened first. One that runs over the end of another is closed there.
 */
void spans_line(struct spans *s, uint32_t line, const struct spans_sink *sink);

#endif
