#include "prints.h"

#include "cli.h"
#include "little.h"

#include <stdlib.h>
#include <string.h>

/* A copy in the machine's byte order of a table that is whole. */
static const struct prints *
turned(const struct prints *table, struct prints head)
{
	struct prints *copy = cli_alloc(prints_size(&head), 1);
	char *words = (char *)(copy + 1);
	size_t count = ((size_t)1 << head.bits) + 1 + head.count;

	memcpy(copy, table, prints_size(&head));
	*copy = head;
	little_all(words, count, sizeof(uint32_t));
	little_all(words + count * sizeof(uint32_t), head.count, sizeof(uint16_t));
	return copy;
}

const struct prints *
prints_open(const void *block, size_t bytes)
{
	const struct prints *table = block;
	const char *buckets = (const char *)(table + 1);
	struct prints head;
	uint32_t last;

	if (bytes < sizeof head)
		return NULL;
	memcpy(&head, block, sizeof head);
	head.bits = little32(head.bits);
	head.count = little32(head.count);
	if (memcmp(head.magic, "NEWSFPT1", 8) != 0 || head.bits < 1 || head.bits > 24 ||
		bytes < prints_size(&head))
		return NULL;
	memcpy(&last, buckets + (sizeof last << head.bits), sizeof last);
	if (little32(last) != head.count)
		return NULL;
	return LITTLE_IS_OTHER ? turned(table, head) : table;
}

void
prints_close(const struct prints *table, const void *block)
{
	if (table != block)
		free((void *)(uintptr_t)table);
}
