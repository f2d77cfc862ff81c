/*
 * fold: words without their case and accents, as bytes and as hashes: Özgür, ozgur and OZGUR are one.
 */
#ifndef FOLD_H
#define FOLD_H

#include "slice.h"

#include <stdint.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { FOLD_ROOM = 64 }; /* bytes of a folded word; what is longer is cut */

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

#endif
