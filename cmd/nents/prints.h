/*
 * prints: a built-in table from 64-bit hashes to 16-bit values, used where it stands, with nothing to parse:
 * a hash's upper bits choose a bucket, its lower 32 bits are looked for there. A hash that was never put in
 * is found by chance once in some 700 million look-ups (entries a bucket / 2^32).
 *
 * Block: struct prints; uint32 bucket[(1 << bits) + 1], the index of each bucket's first entry; uint32
 * print[count]; uint16 value[count]. Little-endian.
 */
#ifndef PRINTS_H
#define PRINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct prints {
	char magic[8];  /* "NEWSFPT1" */
	uint32_t bits;  /* log2 of the buckets */
	uint32_t count; /* entries */
};

/*
 * The table in a block, or in a copy of it where the machine is not little-endian; NULL if the block is no
 * such table, whole. Close it with prints_close(); it may be NULL.
 */
const struct prints *prints_open(const void *block, size_t bytes);
void prints_close(const struct prints *table, const void *block);

/* Asks for the memory that prints_find() will read: first its bucket, and when that is there, the entries. */
static inline void
prints_prefetch_bucket(const struct prints *table, uint64_t hash)
{
	__builtin_prefetch((const uint32_t *)(const void *)(table + 1) + (hash >> (64 - table->bits)));
}

static inline void
prints_prefetch_entries(const struct prints *table, uint64_t hash)
{
	const uint32_t *bucket = (const uint32_t *)(const void *)(table + 1);
	const uint32_t *print = bucket + ((size_t)1 << table->bits) + 1;
	uint32_t first = bucket[hash >> (64 - table->bits)];

	__builtin_prefetch(print + first);
	__builtin_prefetch((const uint16_t *)(const void *)(print + table->count) + first);
}

/* The value of a hash, 0 if it is not there. */
static inline uint16_t
prints_find(const struct prints *table, uint64_t hash)
{
	const uint32_t *bucket = (const uint32_t *)(const void *)(table + 1);
	const uint32_t *print = bucket + ((size_t)1 << table->bits) + 1;
	const uint16_t *value = (const uint16_t *)(const void *)(print + table->count);
	size_t b = (size_t)(hash >> (64 - table->bits));

	for (uint32_t i = bucket[b]; i < bucket[b + 1]; i++)
		if (print[i] == (uint32_t)hash)
			return value[i];
	return 0;
}

/* The bytes that such a table takes. */
static inline size_t
prints_size(const struct prints *table)
{
	return sizeof *table + (((size_t)1 << table->bits) + 1) * 4 + (size_t)table->count * 6;
}

#endif
