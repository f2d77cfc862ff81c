#include "minhash.h"

#include "hash.h"

enum { BINS = MINHASH_BANDS * MINHASH_ROWS, BIN_BITS = 7 };

/* An empty bin takes the value of a bin that only its number and the try decide. */
static uint32_t
filled(const uint64_t *bins, size_t bin)
{
	for (uint64_t try = 0;; try++) {
		uint64_t at = try == 0 ? bin : hash_mix(bin * 0x9e3779b97f4a7c15U + try) % BINS;
		if (bins[at] != UINT64_MAX)
			return (uint32_t)bins[at];
	}
}

void
minhash_bands(const uint64_t *words, size_t count, uint32_t keys[MINHASH_BANDS])
{
	uint64_t bins[BINS];
	for (size_t i = 0; i < BINS; i++)
		bins[i] = UINT64_MAX;
	for (size_t i = 0; i + MINHASH_WORDS <= count; i++) {
		uint64_t h = words[i];
		for (size_t j = 1; j < MINHASH_WORDS; j++)
			h = (h << 23 | h >> 41) * 0x9e3779b97f4a7c15U + words[i + j];
		h = hash_mix(h);
		uint64_t value = h & UINT32_MAX, *bin = &bins[h >> (64 - BIN_BITS)];
		if (value < *bin)
			*bin = value;
	}
	for (size_t band = 0; band < MINHASH_BANDS; band++) {
		uint64_t key = band;
		for (size_t row = 0; row < MINHASH_ROWS; row++)
			key = hash_mix(key + filled(bins, band * MINHASH_ROWS + row));
		keys[band] = (uint32_t)key;
	}
}
