/*
 * keep_in_memory: lib/keep for a fuzz target, which includes it once: the file that is kept is `file`, and
 * what replaces it is built in `successor`. The functions here stand in for those of the library.
 */
#ifndef KEEP_IN_MEMORY_H
#define KEEP_IN_MEMORY_H

#include "keep.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

static struct text_buffer file, successor;

void
keep_open(struct keep *k, const char *path, bool read_only)
{
	(void)read_only;
	*k = (struct keep){.name = path, .bytes = text_slice(&file)};
}

void
keep_begin(struct keep *k)
{
	(void)k;
	successor.len = 0;
}

void
keep_write(struct keep *k, const void *at, size_t len)
{
	(void)k;
	text_append(&successor, (struct slice){at, len});
}

void
keep_replace(struct keep *k, const void *head, size_t len)
{
	if (successor.len < len)
		abort();
	memcpy(successor.bytes, head, len);
	struct text_buffer old = file;
	file = successor;
	successor = old;
	k->bytes = (struct slice){NULL, 0};
}

void
keep_close(struct keep *k)
{
	*k = (struct keep){0};
}

#endif
