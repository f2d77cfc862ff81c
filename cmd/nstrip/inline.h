/* inline: chrome inside a paragraph: durations of players, calls to read on, marks of advertisements. */
#ifndef INLINE_H
#define INLINE_H

#include "pat.h"

enum { INLINE_PATTERNS = 3 };

struct inline_chrome {
	struct pat *patterns[INLINE_PATTERNS];
	struct slice line;                  /* that is searched */
	struct slice next[INLINE_PATTERNS]; /* what each pattern found last */
	unsigned left;                      /* the patterns that may match still, as bits */
};

void inline_open(struct inline_chrome *c);
void inline_close(struct inline_chrome *c);

/* Begins with another line, whose bytes must stay until it is done with. */
void inline_begin(struct inline_chrome *c, struct slice line);

/*
 * The line's first piece of chrome at or behind byte `from`, with the blanks before it; a slice with at ==
 * NULL if there is none. When unsure it finds nothing. From call to call `from` must not fall.
 */
struct slice inline_find(struct inline_chrome *c, size_t from);

#endif
