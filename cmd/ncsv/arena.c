#include "arena.h"

#include "cli.h"

#include <stdlib.h>

enum { ARENA_BLOCK = 64 * 1024 };

struct arena_block {
	struct arena_block *older;
	size_t capacity;
	char bytes[];
};

char *
arena_room(struct arena *a, size_t n)
{
	if (a->blocks == NULL || a->blocks->capacity - a->used < n) {
		size_t capacity = n > ARENA_BLOCK ? n : ARENA_BLOCK;
		struct arena_block *block = cli_realloc(NULL, sizeof *block + capacity, 1);
		block->older = a->blocks;
		block->capacity = capacity;
		a->blocks = block;
		a->used = 0;
	}
	char *room = a->blocks->bytes + a->used;
	a->used += n;
	return room;
}

struct slice
arena_keep(struct arena *a, struct slice s)
{
	char *room = arena_room(a, s.len);
	if (s.len > 0)
		memcpy(room, s.at, s.len);
	return (struct slice){room, s.len};
}

static void
free_blocks(struct arena_block *block)
{
	while (block != NULL) {
		struct arena_block *older = block->older;
		free(block);
		block = older;
	}
}

void
arena_empty(struct arena *a)
{
	a->used = 0;
	if (a->blocks == NULL)
		return;
	free_blocks(a->blocks->older);
	a->blocks->older = NULL;
}

void
arena_free(struct arena *a)
{
	free_blocks(a->blocks);
	*a = (struct arena){0};
}
