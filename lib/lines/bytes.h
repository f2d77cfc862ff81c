/*
 * bytes: what the bytes of a line are, as bit masks, so that words are found without a branch a byte. Bit i
 * of mask word i / 64 stands for byte i.
 */
#ifndef LINES_BYTES_H
#define LINES_BYTES_H

#include "slice.h"

#include <stdint.h>

enum { BYTES_MOST = 4096, BYTES_WORDS = BYTES_MOST / 64 };

struct byte_masks {
	size_t count; /* bytes looked at: of longer lines the first BYTES_MOST */
	size_t words; /* mask words in use; one more is zero in each mask */
	uint64_t word[BYTES_WORDS +
		      1]; /* letters, digits, bytes of other scripts, apostrophes inside a word */
	uint64_t upper[BYTES_WORDS + 1], lower[BYTES_WORDS + 1], digit[BYTES_WORDS + 1],
		high[BYTES_WORDS + 1];
	uint64_t blank[BYTES_WORDS + 1], comma[BYTES_WORDS + 1];
	uint64_t stop[BYTES_WORDS + 1];   /* . ! ? */
	uint64_t symbol[BYTES_WORDS + 1]; /* first bytes of punctuation of two or three bytes: C2 .., E2 ..
					     .., E3 80 .., EF BC .. */
	uint64_t mark[BYTES_WORDS + 1];   /* other ASCII punctuation */
};

void bytes_classify(struct slice text, struct byte_masks *masks);

/* The length of the punctuation that a symbol's first byte begins. */
static inline size_t
bytes_symbol_length(const char *at)
{
	return (unsigned char)*at == 0xC2 ? 2 : 3;
}

/* The bytes that begin a word. */
static inline uint64_t
bytes_starts(const struct byte_masks *m, size_t w)
{
	return m->word[w] & ~(m->word[w] << 1 | (w > 0 ? m->word[w - 1] >> 63 : 0));
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

/* Bits moved down by n (1 to 63) places over the borders of mask words. */
static inline uint64_t
bytes_shifted(const uint64_t *mask, size_t i, unsigned n)
{
	return mask[i] >> n | mask[i + 1] << (64 - n);
}

#endif
