/*
 * sketch: what is kept of a record to know its near-duplicates by.
 *
 * A shingle is the hash of four words in a row. The samples of a record are those of its shingles whose hash
 * is small ("mod s" sampling: Broder 1997, "On the resemblance and containment of documents"); they find
 * candidates. All shingles, 16 bits of each in buckets, are the print by which a candidate is verified.
 * With minhash the samples are band keys instead: one-permutation hashing of three-word shingles in 128 bins
 * (Li, Owen, Zhang 2012) with optimal densification (Shrivastava 2017), 32 bands of 4.
 */
#ifndef SKETCH_H
#define SKETCH_H

#include "words.h"

enum {
	SHINGLE = 4,     /* words */
	SHORT_TEXT = 50, /* below so many words more must agree */
	TINY_TEXT = 20,  /* below so many words only an equal text is a duplicate */
	SAMPLES_LEAST = 20,
	SAMPLES_MOST = 4096,
	RANK_MOST = 16,
	BUCKET_BITS_MOST = 20 /* of a print */
};

/* The print of a kept record. Its bytes: the 16-bit rests of the hashes by bucket, then the buckets' counts.
 */
struct print {
	uint32_t words;    /* of the text */
	uint32_t numbers;  /* of those */
	uint32_t elements; /* shingles and numbers */
	uint8_t bucket_bits;
	uint8_t rank; /* of the samples taken: see struct sketch */
	const unsigned char *bytes;
};

struct sketch {
	const struct words *words; /* of the present record */
	uint64_t *elements;        /* the shingles by their place in the text, then the numbers */
	size_t shingle_count, element_count, element_capacity;
	unsigned rank;     /* one shingle in 2^rank is a sample */
	uint32_t *samples; /* ascending, distinct */
	size_t sample_count, sample_capacity;
	size_t numbers;
	unsigned char *bytes; /* of its print */
	size_t bytes_capacity;
	uint32_t *starts; /* of the buckets of a print; scratch */
	size_t starts_capacity;
	bool minhash;
};

void sketch_close(struct sketch *s);

/* The shingles and samples of the words, which must stay as they are while the sketch is used. */
void sketch_make(struct sketch *s, const struct words *words);

/* The print of the same words; good until the next sketch_make(). */
struct print sketch_print(struct sketch *s);

/* Bytes that a print's `bytes` has. */
size_t print_size(const struct print *print);

/* Do the counts of the print's buckets fit its elements? One that comes from a file may say anything. */
bool print_is_sound(const struct print *print);

/* How much of the sketch's text lies in shingles that the print has too. */
struct cover {
	size_t words;   /* that lie in such shingles */
	size_t numbers; /* that the other text has too */
};

struct cover sketch_cover(struct sketch *s, const struct print *print);

#endif
