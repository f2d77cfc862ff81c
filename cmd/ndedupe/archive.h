/*
 * archive: the records that were kept, as far as later ones are judged by them: keys of equality, an index
 * from samples to records, prints and ids. Records are numbered from 1 in the order of their coming.
 */
#ifndef ARCHIVE_H
#define ARCHIVE_H

#include "sketch.h"
#include "table.h"

enum { POSTINGS_MOST = 32 }; /* records a sample leads to: the first that have it */

struct archive {
	struct table keys;  /* 96 bits of the key, 32 of the number */
	struct table index; /* 32 bits of the sample, 32 of the number: several entries may share a sample */
	uint64_t scramble;  /* of this run: nobody can prepare samples that meet in the index */
	struct archived *records;
	size_t count, capacity;
	char **blocks; /* the prints and ids */
	size_t block_count, block_capacity, block_left;
	bool has_index; /* false: only equality counts */
	struct budget *budget;
};

/* What the archive knows of a record. */
struct archived_view {
	struct print print;
	struct slice id;
};

void archive_open(struct archive *a, bool has_index, struct budget *budget);
void archive_close(struct archive *a);

/* The number of the record with this key, or 0. */
uint32_t archive_find(const struct archive *a, struct hash128 key);

/* A record that samples led to: how many rare ones did, and how many that POSTINGS_MOST records had before.
 */
struct candidate {
	uint32_t number;
	uint16_t rare, common;
};

/* Adds up what speaks for each record. */
struct votes {
	struct candidate *slots;
	size_t capacity;   /* a power of two */
	uint32_t *touched; /* slots that are taken */
	size_t count, touched_capacity;
};

void votes_close(struct votes *v);

/* Empties the votes and makes room for n different records. */
void votes_clear(struct votes *v, size_t n);
void votes_add(struct votes *v, struct candidate vote);

/* All records that share samples with the sketch. */
void archive_vote(const struct archive *a, const struct sketch *sketch, struct votes *votes);

/*
 * Adds a record that is kept, and gives its number; 0 if the memory bound forbids it. `print` and `id` are
 * copied; samples: ascending, distinct.
 */
uint32_t archive_add(struct archive *a, struct hash128 key, const struct print *print, struct slice id,
	const uint32_t *samples, size_t sample_count);

/*
 * Remembers that a record with these samples came and was dropped: it takes its place in the counts that
 * POSTINGS_MOST bounds, so that what is a common sample does not depend on what was dropped. False if the
 * memory bound forbids it.
 */
bool archive_add_dropped(struct archive *a, const uint32_t *samples, size_t sample_count);

/* Asks memory for the record, which will be looked at soon. */
void archive_prefetch(const struct archive *a, uint32_t number);
struct archived_view archive_view(const struct archive *a, uint32_t number);

#endif
