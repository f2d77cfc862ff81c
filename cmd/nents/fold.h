/*
 * fold: words without their case and accents, as bytes and as hashes: Özgür, ozgur and OZGUR are one.
 */
#ifndef FOLD_H
#define FOLD_H

#include "slice.h"

#include <stdint.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum {
	FOLD_ROOM = 64, /* bytes of a folded word; what is longer is cut */
	FOLD_BLOCK = 16 /* words of so many bytes, which nearly all are, are hashed as a block of that size */
};

/* The folded word in out; gives its length. */
size_t fold_word(struct slice word, char out[FOLD_ROOM]);

/* Hash of bytes, never 0. `seed` tells apart what the bytes are. */
static inline uint64_t
fold_hash(struct slice bytes, uint64_t seed)
{
	uint64_t hash = seed == 0 ? XXH3_64bits(bytes.at, bytes.len)
				  : XXH3_64bits_withSeed(bytes.at, bytes.len, seed);

	return hash != 0 ? hash : 1;
}

/*
 * The key of a folded word that stands in a block of FOLD_BLOCK bytes, zeros behind it. Never 0. Flattened,
 * the hash of a constant length is a few instructions without a branch.
 */
__attribute__((flatten)) static inline uint64_t
fold_key_of_block(const void *block)
{
	return fold_hash((struct slice){block, FOLD_BLOCK}, 0);
}

/* The key of a folded word. Never 0. */
static inline uint64_t
fold_key(struct slice word)
{
	char block[FOLD_BLOCK] = {0};

	if (word.len > FOLD_BLOCK)
		return fold_hash(word, 0);
	memcpy(block, word.at, word.len);
	return fold_key_of_block(block);
}

#endif
