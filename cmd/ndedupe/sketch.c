#include "sketch.h"

#include "cli.h"
#include "minhash.h"

#include <stdlib.h>

enum { BUCKET_BITS_MOST = 20 };

void
sketch_close(struct sketch *s)
{
	free(s->shingles);
	free(s->samples);
	free(s->bytes);
	free(s->starts);
}

static uint64_t
shingle_hash(const uint64_t *word)
{
	uint64_t h = word[0];
	for (int i = 1; i < SHINGLE; i++)
		h = (h << 23 | h >> 41) * 0x9e3779b97f4a7c15U + word[i];
	return hash_mix(h);
}

/* A number as an element of a print, beside the shingles. */
static uint64_t
number_hash(uint64_t word)
{
	return hash_mix(word + 0x2545f4914f6cdd1dU);
}

static int
compare_samples(const void *a, const void *b)
{
	uint32_t x, y;
	memcpy(&x, a, sizeof x);
	memcpy(&y, b, sizeof y);
	return (x > y) - (x < y);
}

/* Sorts the samples and leaves each once. */
static void
sort_samples(struct sketch *s)
{
	uint32_t *a = s->samples;
	if (s->sample_count > 100) {
		qsort(a, s->sample_count, sizeof *a, compare_samples);
	} else {
		for (size_t i = 1; i < s->sample_count; i++) {
			uint32_t x = a[i];
			size_t j = i;
			for (; j > 0 && a[j - 1] > x; j--)
				a[j] = a[j - 1];
			a[j] = x;
		}
	}
	size_t kept = 0;
	for (size_t i = 0; i < s->sample_count; i++)
		if (kept == 0 || a[kept - 1] != a[i])
			a[kept++] = a[i];
	s->sample_count = kept;
}

/* How many zero bits a hash begins with, at most 16: a shingle is sampled at rate 1/2^n if it has n of them.
 */
static unsigned
rank_of(uint64_t hash)
{
	return (unsigned)__builtin_clzll(hash | (uint64_t)1 << 47);
}

/*
 * Takes a sixteenth of the shingles, or more of a short text, less of a very long one: by halves, so that the
 * samples of two texts at different rates still meet.
 */
static void
take_samples(struct sketch *s)
{
	size_t by_rank[17] = {0};
	for (size_t i = 0; i < s->shingle_count; i++)
		by_rank[rank_of(s->shingles[i])]++;
	unsigned rank = 16;
	size_t taken = by_rank[16];
	while (rank > 0 && (taken < SAMPLES_LEAST || (rank > 4 && taken + by_rank[rank - 1] <= SAMPLES_MOST)))
		taken += by_rank[--rank];
	s->sample_count = 0;
	cli_grow(&s->samples, &s->sample_capacity, taken + 1, sizeof *s->samples);
	for (size_t i = 0; i < s->shingle_count; i++)
		if (rank_of(s->shingles[i]) >= rank)
			s->samples[s->sample_count++] = (uint32_t)s->shingles[i];
}

void
sketch_make(struct sketch *s, const struct words *words)
{
	s->words = words;
	s->shingle_count = words->count >= TINY_TEXT ? words->count - SHINGLE + 1 : 0;
	s->sample_count = 0;
	s->numbers = 0;
	cli_grow(&s->shingles, &s->shingle_capacity, s->shingle_count + 1, sizeof *s->shingles);
	for (size_t i = 0; i < s->shingle_count; i++)
		s->shingles[i] = shingle_hash(words->hash + i);
	for (size_t i = 0; i < words->count; i++)
		s->numbers += word_is_number(words->hash[i]);
	if (s->shingle_count == 0)
		return;
	if (s->minhash) {
		cli_grow(&s->samples, &s->sample_capacity, MINHASH_BANDS, sizeof *s->samples);
		minhash_bands(words->hash, words->count, s->samples);
		s->sample_count = MINHASH_BANDS;
	} else {
		take_samples(s);
	}
	sort_samples(s);
}

static size_t
bucket_of(uint64_t hash, unsigned bits)
{
	return bits > 0 ? (size_t)(hash >> (64 - bits)) : 0;
}

static uint16_t
rest_of(uint64_t hash)
{
	return (uint16_t)(hash >> 24);
}

/* Puts the rests of all elements into their buckets; starts[b] begins bucket b and starts[b + 1] ends it. */
static void
count_buckets(struct sketch *s, unsigned bits)
{
	const size_t buckets = (size_t)1 << bits;
	cli_grow(&s->starts, &s->starts_capacity, buckets + 1, sizeof *s->starts);
	memset(s->starts, 0, (buckets + 1) * sizeof *s->starts);
	for (size_t i = 0; i < s->shingle_count; i++)
		s->starts[bucket_of(s->shingles[i], bits) + 1]++;
	if (s->numbers > 0)
		for (size_t i = 0; i < s->words->count; i++)
			if (word_is_number(s->words->hash[i]))
				s->starts[bucket_of(number_hash(s->words->hash[i]), bits) + 1]++;
	for (size_t b = 0; b < buckets; b++)
		s->starts[b + 1] += s->starts[b];
}

/* Adds an element to its bucket of rests, once; a bucket holds at most 255. */
static void
place(uint16_t *rests, const uint32_t *starts, unsigned char *counts, unsigned bits, uint64_t hash)
{
	size_t b = bucket_of(hash, bits);
	uint16_t rest = rest_of(hash);
	uint16_t *bucket = rests + starts[b];
	for (unsigned i = 0; i < counts[b]; i++)
		if (bucket[i] == rest)
			return;
	if (counts[b] < 255)
		bucket[counts[b]++] = rest;
}

/* Moves the buckets together, over the room that repeated elements left. */
static size_t
close_gaps(uint16_t *rests, const uint32_t *starts, const unsigned char *counts, size_t buckets)
{
	size_t n = 0;
	for (size_t b = 0; b < buckets; b++) {
		memmove(rests + n, rests + starts[b], counts[b] * sizeof *rests);
		n += counts[b];
	}
	return n;
}

struct print
sketch_print(struct sketch *s)
{
	const size_t all = s->shingle_count + (s->shingle_count > 0 ? s->numbers : 0);
	unsigned bits = 0;
	while (bits < BUCKET_BITS_MOST && all >> bits > 7)
		bits++;
	const size_t buckets = (size_t)1 << bits;
	struct print print = {(uint32_t)s->words->count, (uint32_t)s->numbers, 0, (uint8_t)bits, NULL};
	if (all == 0)
		return print;
	count_buckets(s, bits);
	cli_grow(&s->bytes, &s->bytes_capacity, all * sizeof(uint16_t) + buckets, 1);
	uint16_t *rests = (uint16_t *)(void *)s->bytes;
	unsigned char *counts = s->bytes + all * sizeof *rests;
	memset(counts, 0, buckets);
	for (size_t i = 0; i < s->shingle_count; i++)
		place(rests, s->starts, counts, bits, s->shingles[i]);
	for (size_t i = 0; s->numbers > 0 && i < s->words->count; i++)
		if (word_is_number(s->words->hash[i]))
			place(rests, s->starts, counts, bits, number_hash(s->words->hash[i]));
	print.elements = (uint32_t)close_gaps(rests, s->starts, counts, buckets);
	memmove(s->bytes + print.elements * sizeof *rests, counts, buckets);
	print.bytes = s->bytes;
	return print;
}

size_t
print_size(const struct print *print)
{
	return print->elements == 0 ? 0
				    : print->elements * sizeof(uint16_t) + ((size_t)1 << print->bucket_bits);
}

static bool
print_holds(const uint16_t *rests, const uint32_t *starts, unsigned bits, uint64_t hash)
{
	size_t b = bucket_of(hash, bits);
	const uint16_t rest = rest_of(hash);
	for (uint32_t i = starts[b]; i < starts[b + 1]; i++)
		if (rests[i] == rest)
			return true;
	return false;
}

struct cover
sketch_cover(struct sketch *s, const struct print *print)
{
	struct cover cover = {0, 0};
	const unsigned bits = print->bucket_bits;
	const size_t buckets = (size_t)1 << bits;
	if (print->elements == 0)
		return cover;
	const uint16_t *rests = (const uint16_t *)(const void *)print->bytes;
	const unsigned char *counts = print->bytes + print->elements * sizeof *rests;
	cli_grow(&s->starts, &s->starts_capacity, buckets + 1, sizeof *s->starts);
	s->starts[0] = 0;
	for (size_t b = 0; b < buckets; b++)
		s->starts[b + 1] = s->starts[b] + counts[b];
	size_t covered_to = 0;
	for (size_t i = 0; i < s->shingle_count; i++) {
		if (!print_holds(rests, s->starts, bits, s->shingles[i]))
			continue;
		cover.words += i + SHINGLE - (covered_to > i ? covered_to : i);
		covered_to = i + SHINGLE;
	}
	for (size_t i = 0; s->numbers > 0 && i < s->words->count; i++)
		if (word_is_number(s->words->hash[i]))
			cover.numbers += print_holds(rests, s->starts, bits, number_hash(s->words->hash[i]));
	return cover;
}
