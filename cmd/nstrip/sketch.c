#include "sketch.h"

#include <stddef.h>
#include <string.h>

/* Of a print: bits behind the leading one of the hash, and the most zeros before it. */
enum { FRACTION_BITS = 11, FRACTION = (1 << FRACTION_BITS) - 1, ZEROS_MOST = 30 };

uint16_t
sketch_print(uint64_t hash)
{
	hash |= UINT64_C(1) << (63 - ZEROS_MOST);
	unsigned zeros = (unsigned)__builtin_clzll(hash);
	unsigned fraction = (unsigned)(hash << (zeros + 1) >> (64 - FRACTION_BITS));

	return (uint16_t)(1 + (zeros << FRACTION_BITS | (FRACTION - fraction)));
}

void
sketch_add(struct sketch *s, uint16_t print)
{
	size_t i = 0;

	while (i < SKETCH_PRINTS && s->prints[i] > print)
		i++;
	if (i == SKETCH_PRINTS || s->prints[i] == print)
		return;
	memmove(s->prints + i + 1, s->prints + i, (SKETCH_PRINTS - 1 - i) * sizeof *s->prints);
	s->prints[i] = print;
}

/* Where the k-th smallest of n hashes is the share v of all there are, n is about (k - 1) / v. */
uint64_t
sketch_count(const struct sketch *s)
{
	const unsigned last = s->prints[SKETCH_PRINTS - 1];
	uint64_t n = 0;

	if (last == 0) {
		while (s->prints[n] != 0)
			n++;
		return n;
	}
	const unsigned zeros = (last - 1) >> FRACTION_BITS, fraction = FRACTION - ((last - 1) & FRACTION);
	/* v is (1 + (fraction + 1/2) / (FRACTION + 1)) / 2^(zeros + 1) */
	n = (UINT64_C(4) * (SKETCH_PRINTS - 1) * (FRACTION + 1) << zeros) /
	    (2 * (FRACTION + 1 + fraction) + 1);
	return n > SKETCH_PRINTS ? n : SKETCH_PRINTS;
}
