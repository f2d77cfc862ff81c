/* inline: chrome inside a paragraph: durations of players, calls to read on, marks of advertisements. */
#ifndef INLINE_H
#define INLINE_H

#include "pat.h"

enum { INLINE_PATTERNS = 3 };

struct inline_chrome {
	struct pat *patterns[INLINE_PATTERNS];
};

void inline_open(struct inline_chrome *c);
void inline_close(struct inline_chrome *c);

/*
 * The first piece of chrome in s at or behind byte `from`, with the blanks before it; a slice with at == NULL
 * if there is none. When unsure it finds nothing.
 */
struct slice inline_find(struct inline_chrome *c, struct slice s, size_t from);

#endif
