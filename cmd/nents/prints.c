#include "prints.h"

#include <string.h>

bool
prints_check(const void *block, size_t bytes)
{
	const struct prints *table = block;
	const uint32_t *bucket = (const uint32_t *)(const void *)(table + 1);

	if (bytes < sizeof *table || memcmp(table->magic, "NEWSFPT1", 8) != 0)
		return false;
	if (table->bits < 1 || table->bits > 24 || bytes < prints_size(table))
		return false;
	return bucket[(size_t)1 << table->bits] == table->count;
}
