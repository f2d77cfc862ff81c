/*
 * memory: the records before this one, in one archive, or in two generations of which the older is forgotten
 * when the memory bound is reached; loaded from the state and kept in it.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include "archive.h"
#include "judge.h"
#include "settings.h"
#include "state.h"

struct memory {
	const struct settings *settings;
	struct archive archives[2];
	struct budget budgets[2];
	int current;
	bool has_older;
	bool keep_ids;
	struct state *state;
	struct text_buffer entry; /* on its way to the state */
	struct judge judge;
};

/* has_index: near-duplicates are looked for by samples. */
void memory_open(struct memory *m, const struct settings *settings, bool has_index, size_t taken);
void memory_close(struct memory *m);

/* Takes an entry of the state. Dies if it is not sound or does not fit. */
void memory_load(struct memory *m, struct slice entries);

/* The earlier record that has the key, or else (sketch not NULL) the one that the sketch is near to. */
struct verdict memory_judge(struct memory *m, struct hash128 key, struct sketch *sketch);

/* Remembers a record that is kept, in the state too. False if the memory is full. */
bool memory_keep(struct memory *m, struct hash128 key, struct sketch *sketch, struct slice id);

/* Remembers that a record with these samples was dropped. False if the memory is full. */
bool memory_drop(struct memory *m, const struct sketch *sketch);

/* Records that are remembered, and bytes that this takes. */
size_t memory_count(const struct memory *m);
size_t memory_size(const struct memory *m);

#endif
