/*
 * lanes: sixteen bytes compared in one go, with the vector types that gcc and clang both have. On machines
 * without vector registers the compilers make plain code of them, to the same result.
 */
#ifndef LANES_H
#define LANES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { LANES = 16 };

typedef signed char lanes __attribute__((vector_size(LANES)));

/* The sixteen bytes at p. Comparisons and | of lanes give lanes: -1 where true, 0 where not. */
static inline lanes
lanes_at(const char *p)
{
	lanes v;
	memcpy(&v, p, sizeof v);
	return v;
}

/* Is one of them true? */
static inline bool
lanes_any(lanes truth)
{
	uint64_t halves[2];
	memcpy(halves, &truth, sizeof halves);
	return (halves[0] | halves[1]) != 0;
}

/* A bit for each that is true, the first one lowest. */
static inline unsigned
lanes_bits(lanes truth)
{
#ifdef __SSE2__
	typedef char bytes __attribute__((vector_size(LANES)));
	return (unsigned)__builtin_ia32_pmovmskb128((bytes)truth);
#else
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t places = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? UINT64_C(0x8040201008040201)
									  : UINT64_C(0x0102040810204080);
	uint64_t halves[2], low, high;
	memcpy(halves, &truth, sizeof halves);
	/* Each byte keeps the bit of its own place; the product's highest byte is the sum of them all. */
	low = (halves[0] & places) * ones >> 56;
	high = (halves[1] & places) * ones >> 56;
	return (unsigned)(low | high << 8);
#endif
}

/* How many of them are true. */
static inline unsigned
lanes_count(lanes truth)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t halves[2];
	memcpy(halves, &truth, sizeof halves);
	/* Each byte of the sum is at most 2; the product's highest byte is the sum of them all. */
	return (unsigned)((((halves[0] & ones) + (halves[1] & ones)) * ones) >> 56);
}

/* How many of the n bytes at p are c. */
static inline uint64_t
lanes_count_byte(const char *p, size_t n, char c)
{
	enum { TURNS = 127 }; /* so many truths can be added up in a lane, a signed byte */
	uint64_t count = 0;
	while (n >= LANES) {
		lanes sum = {0};
		for (int turn = 0; turn < TURNS && n >= LANES; turn++, p += LANES, n -= LANES)
			sum -= lanes_at(p) == (signed char)c;
		unsigned char sums[LANES];
		memcpy(sums, &sum, sizeof sums);
		for (int i = 0; i < LANES; i++)
			count += sums[i];
	}
	for (; n > 0; n--)
		count += *p++ == c;
	return count;
}

#endif
