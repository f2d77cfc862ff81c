/*
 * hash: XXH3 (https://xxhash.com) in the two ways that ndedupe needs it. Keyed, for tables of raw lines: the
 * secret comes from a seed that is random or the state file's, so that nobody can prepare lines that meet.
 * Fixed, for words and records, since sketches made on different hosts must fit together.
 */
#ifndef HASH_H
#define HASH_H

#include "slice.h"

#include <stdint.h>

struct hash128 {
	uint64_t low, high;
};

struct hash_seed {
	uint64_t word[2];
};

enum { HASH_SECRET = 192 }; /* bytes: what XXH3 uses of a secret */

struct hash_secret {
	unsigned char bytes[HASH_SECRET];
};

/* A seed nobody can guess. */
struct hash_seed hash_random_seed(void);

/* The secret that belongs to a seed. */
void hash_secret(struct hash_secret *secret, struct hash_seed seed);

/* A bijection that spreads every bit of x over all (the finisher of MurmurHash3). */
static inline uint64_t
hash_mix(uint64_t x)
{
	x ^= x >> 33;
	x *= 0xff51afd7ed558ccdU;
	x ^= x >> 33;
	x *= 0xc4ceb9fe1a85ec53U;
	return x ^ x >> 33;
}

/* The same for 32 bits. */
static inline uint32_t
hash_mix32(uint32_t x)
{
	x ^= x >> 16;
	x *= 0x85ebca6bU;
	x ^= x >> 13;
	x *= 0xc2b2ae35U;
	return x ^ x >> 16;
}

/* Hash of some bytes under a secret, for tables that live in this process only. */
uint64_t hash_keyed(const struct hash_secret *secret, struct slice s);

/* Unkeyed hash of some bytes. */
struct hash128 hash_fixed(struct slice s);

#endif
