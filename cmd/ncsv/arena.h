/* arena: bytes that stay where they are until the row that they belong to is written. */
#ifndef NCSV_ARENA_H
#define NCSV_ARENA_H

#include "slice.h"

struct arena_block;

/* Starts as all zeros. */
struct arena {
	struct arena_block *blocks; /* the one in use first */
	size_t used;                /* bytes of that one */
};

/* Room for n bytes that will not move before arena_empty(). */
char *arena_room(struct arena *a, size_t n);

/* A copy of s. */
struct slice arena_keep(struct arena *a, struct slice s);

/* Gives up all bytes; one block is used again. */
void arena_empty(struct arena *a);
void arena_free(struct arena *a);

#endif
