/* minhash: band keys by one-permutation hashing, for --method minhash. See sketch.h for the sources. */
#ifndef MINHASH_H
#define MINHASH_H

#include <stddef.h>
#include <stdint.h>

enum { MINHASH_BANDS = 32, MINHASH_ROWS = 4, MINHASH_WORDS = 3 };

/* The band keys of a text of at least MINHASH_WORDS words, given by the hashes of its words. */
void minhash_bands(const uint64_t *words, size_t count, uint32_t keys[MINHASH_BANDS]);

#endif
