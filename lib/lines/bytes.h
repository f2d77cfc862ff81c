/*
 * bytes: what the bytes of a line are, as bit masks, so that words are found without a branch a byte. Bit
 * i % 64 of block i / 64 stands for byte i.
 */
#ifndef LINES_BYTES_H
#define LINES_BYTES_H

#include "slice.h"

#include <stdint.h>

enum { BYTES_MOST = 4096, BYTES_BLOCKS = BYTES_MOST / 64 };

/* The classes of 64 bytes, a bit a byte. */
struct byte_block {
	uint64_t word; /* letters, digits, bytes of other scripts, apostrophes inside a word */
	uint64_t upper, lower, digit, high, blank, comma;
	uint64_t stop;   /* . ! ? */
	uint64_t symbol; /* first bytes of punctuation of two or three bytes: C2 .., E2 .. .., E3 80 .., EF
			    BC .. */
	uint64_t mark;   /* other ASCII punctuation */
};

struct byte_masks {
	size_t count;  /* bytes looked at: of longer lines the first BYTES_MOST */
	size_t blocks; /* in use; one more has no bits */
	struct byte_block at[BYTES_BLOCKS + 1];
};

void bytes_classify(struct slice text, struct byte_masks *masks);

/* The length of the punctuation that a symbol's first byte begins. */
static inline size_t
bytes_symbol_length(const char *at)
{
	return (unsigned char)*at == 0xC2 ? 2 : 3;
}

/* The bytes of block w that begin a word. */
static inline uint64_t
bytes_starts(const struct byte_masks *m, size_t w)
{
	return m->at[w].word & ~(m->at[w].word << 1 | (w > 0 ? m->at[w - 1].word >> 63 : 0));
}

/* How many bits are set: without an instruction for it, the compiler would call a function. */
static inline size_t
bytes_count(uint64_t bits)
{
#ifdef __POPCNT__
	return (size_t)__builtin_popcountll(bits);
#else
	const uint64_t pairs = UINT64_C(0x5555555555555555), fours = UINT64_C(0x3333333333333333),
		       eights = UINT64_C(0x0F0F0F0F0F0F0F0F), ones = UINT64_C(0x0101010101010101);
	bits -= bits >> 1 & pairs;
	bits = (bits & fours) + (bits >> 2 & fours);
	return (size_t)(((bits + (bits >> 4)) & eights) * ones >> 56);
#endif
}

/* A block's bits moved down by n (1 to 63) places, with those of the next block behind them. */
static inline uint64_t
bytes_shifted(uint64_t bits, uint64_t next, unsigned n)
{
	return bits >> n | next << (64 - n);
}

#endif
