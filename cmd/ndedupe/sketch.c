#include "sketch.h"

#include "cli.h"
#include "little.h"
#include "minhash.h"

#include <stdlib.h>

enum {
	RANK_USUAL = 4,
	BUCKET_MOST = 255,
	AT_ONCE = 8 /* bytes of rests that are compared */
};

void
sketch_close(struct sketch *s)
{
	free(s->elements);
	free(s->samples);
	free(s->bytes);
	free(s->starts);
}

static inline uint64_t
shingle_hash(const uint64_t *word)
{
	static const uint64_t factor[SHINGLE] = {
		0x9e3779b97f4a7c15U, 0xbf58476d1ce4e5b9U, 0x94d049bb133111ebU, 0xd6e8feb86659fd93U};
	uint64_t h = 0;
	for (int i = 0; i < SHINGLE; i++)
		h += word[i] * factor[i]; /* the words are well mixed; their order must count */
	h = (h ^ h >> 32) * 0xff51afd7ed558ccdU;
	return h ^ h >> 29;
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

/* How many zero bits a hash begins with, at most RANK_MOST: a shingle is sampled at rate 1/2^n if it has n of
 * them.
 */
static unsigned
rank_of(uint64_t hash)
{
	return (unsigned)__builtin_clzll(hash | (uint64_t)1 << 47);
}

/* The lowest rank at which there are SAMPLES_LEAST shingles, but not above the usual one; 0 if there are less
 * in all. */
static unsigned
best_rank(const struct sketch *s)
{
	size_t by_rank[RANK_MOST + 1] = {0};
	for (size_t i = 0; i < s->shingle_count; i++)
		by_rank[rank_of(s->elements[i])]++;
	unsigned rank = RANK_MOST;
	size_t taken = by_rank[RANK_MOST];
	while (rank > 0 &&
		(taken < SAMPLES_LEAST || (rank > RANK_USUAL && taken + by_rank[rank - 1] <= SAMPLES_MOST)))
		taken += by_rank[--rank];
	return rank;
}

/* Puts the shingles of at least that rank among the samples. */
static void
take_rank(struct sketch *s, unsigned rank)
{
	const uint64_t bound = rank > 0 ? (uint64_t)1 << (64 - rank) : 0;
	s->rank = rank;
	s->sample_count = 0;
	for (size_t i = 0; i < s->shingle_count; i++) {
		s->samples[s->sample_count] = (uint32_t)s->elements[i]; /* no branch: it can't be foretold */
		s->sample_count += bound == 0 || s->elements[i] < bound;
	}
}

/*
 * Takes a sixteenth of the shingles, or more of a short text, less of a very long one: by halves, so that the
 * samples of two texts at different rates still meet.
 */
static void
take_samples(struct sketch *s)
{
	cli_grow(&s->samples, &s->sample_capacity, s->shingle_count + 1, sizeof *s->samples);
	take_rank(s, RANK_USUAL);
	if (s->sample_count < SAMPLES_LEAST || s->sample_count > SAMPLES_MOST)
		take_rank(s, best_rank(s));
}

void
sketch_make(struct sketch *s, const struct words *words)
{
	s->words = words;
	s->shingle_count = words->count >= TINY_TEXT ? words->count - SHINGLE + 1 : 0;
	s->sample_count = 0;
	s->numbers = 0;
	cli_grow(&s->elements, &s->element_capacity, s->shingle_count + words->count, sizeof *s->elements);
	for (size_t i = 0; i < s->shingle_count; i++)
		s->elements[i] = shingle_hash(words->hash + i);
	for (size_t i = 0; i < words->count; i++)
		if (word_is_number(words->hash[i]))
			s->elements[s->shingle_count + s->numbers++] = number_hash(words->hash[i]);
	s->element_count = s->shingle_count + s->numbers;
	if (s->shingle_count == 0)
		return;
	if (s->minhash) {
		cli_grow(&s->samples, &s->sample_capacity, MINHASH_BANDS, sizeof *s->samples);
		minhash_bands(words->hash, words->count, s->samples);
		s->sample_count = MINHASH_BANDS;
		s->rank = 0;
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

/* As it stands in a print, which may go into a file. */
static uint16_t
rest_of(uint64_t hash)
{
	return little16((uint16_t)(hash >> 24));
}

/* Counts how many elements each bucket gets; starts[b] begins bucket b then, and starts[b + 1] ends it. */
static void
count_buckets(struct sketch *s, unsigned bits)
{
	const size_t buckets = (size_t)1 << bits;
	cli_grow(&s->starts, &s->starts_capacity, buckets + 2, sizeof *s->starts);
	memset(s->starts, 0, (buckets + 2) * sizeof *s->starts);
	for (size_t i = 0; i < s->element_count; i++)
		s->starts[bucket_of(s->elements[i], bits) + 2]++;
	for (size_t b = 2; b <= buckets + 1; b++) {
		if (s->starts[b] > BUCKET_MOST)
			s->starts[b] = BUCKET_MOST; /* a text that says one thing over and over */
		s->starts[b] += s->starts[b - 1];
	}
}

struct print
sketch_print(struct sketch *s)
{
	unsigned bits = 0;
	while (bits < BUCKET_BITS_MOST && s->element_count >> bits > 7)
		bits++;
	const size_t buckets = (size_t)1 << bits;
	struct print print = {.words = (uint32_t)s->words->count,
		.numbers = (uint32_t)s->numbers,
		.bucket_bits = (uint8_t)bits,
		.rank = (uint8_t)s->rank};
	if (s->shingle_count == 0)
		return print;
	count_buckets(s, bits);
	print.elements = s->starts[buckets + 1];
	cli_grow(&s->bytes, &s->bytes_capacity, print_size(&print), 1);
	uint16_t *rests = (uint16_t *)(void *)s->bytes;
	unsigned char *counts = s->bytes + print.elements * sizeof *rests;
	memset(counts, 0, print_size(&print) - print.elements * sizeof *rests);
	/* starts[b + 1] is where the next rest of bucket b goes, and starts[b + 2] where the bucket ends */
	for (size_t i = 0; i < s->element_count; i++) {
		size_t b = bucket_of(s->elements[i], bits);
		if (counts[b] < BUCKET_MOST) {
			rests[s->starts[b + 1]++] = rest_of(s->elements[i]);
			counts[b]++;
		}
	}
	print.bytes = s->bytes;
	return print;
}

size_t
print_size(const struct print *print)
{
	const size_t buckets = (size_t)1 << print->bucket_bits;
	return print->elements == 0
		       ? 0
		       : print->elements * sizeof(uint16_t) + (buckets > AT_ONCE ? buckets : AT_ONCE);
}

bool
print_is_sound(const struct print *print)
{
	const size_t buckets = (size_t)1 << print->bucket_bits;
	size_t all = 0;
	for (size_t b = 0; print->elements > 0 && b < buckets; b++)
		all += print->bytes[print->elements * sizeof(uint16_t) + b];
	return all == print->elements;
}

/*
 * Is the element in its bucket? Four rests are compared at a time, so that up to three of the next bucket, or
 * counts, are looked at too: that one of them passes for the element is as unlikely as that one of its own
 * bucket does.
 */
static bool
print_holds(const struct print *print, const uint32_t *starts, uint64_t hash)
{
	const uint64_t ones = 0x0001000100010001U, tops = 0x8000800080008000U;
	const size_t b = bucket_of(hash, print->bucket_bits);
	const unsigned char *at = print->bytes + starts[b] * sizeof(uint16_t);
	const unsigned char *end = print->bytes + starts[b + 1] * sizeof(uint16_t);
	const uint64_t wanted = rest_of(hash) * ones;
	uint64_t found = 0;
	for (; at < end; at += AT_ONCE) {
		uint64_t four;
		memcpy(&four, at, sizeof four);
		four ^= wanted;
		found |= (four - ones) & ~four & tops; /* not 0 if and only if one of the four is 0 */
	}
	return found != 0;
}

struct cover
sketch_cover(struct sketch *s, const struct print *print)
{
	struct cover cover = {0, 0};
	const size_t buckets = (size_t)1 << print->bucket_bits;
	if (print->elements == 0)
		return cover;
	const unsigned char *counts = print->bytes + print->elements * sizeof(uint16_t);
	cli_grow(&s->starts, &s->starts_capacity, buckets + 1, sizeof *s->starts);
	s->starts[0] = 0;
	for (size_t b = 0; b < buckets; b++)
		s->starts[b + 1] = s->starts[b] + counts[b];
	size_t covered_to = 0;
	for (size_t i = 0; i < s->shingle_count; i++) {
		if (!print_holds(print, s->starts, s->elements[i]))
			continue;
		cover.words += i + SHINGLE - (covered_to > i ? covered_to : i);
		covered_to = i + SHINGLE;
	}
	for (size_t i = s->shingle_count; i < s->element_count; i++)
		cover.numbers += print_holds(print, s->starts, s->elements[i]);
	return cover;
}
