/*
 * state: what was seen, kept across runs in one file.
 *
 * The file is a head (magic, version, byte order, seed, what the keys were made of, length in all, checksum)
 * and segments (kind, day, length, checksums) of which each run adds some. A run writes its successor beside
 * it, as FILE.new, and renames it over the old one when all output is out: at any moment the file is the old
 * state or the new one. It is locked from state_open() to state_close(), so that two runs take turns.
 */
#ifndef STATE_H
#define STATE_H

#include "hash.h"

enum state_kind { STATE_KEYS = 1, STATE_WIDE_KEYS = 2, STATE_DOCUMENTS = 3 };

struct state;

/* Takes a segment's bytes; they stay good until the call returns. */
typedef void state_load_fn(void *context, enum state_kind kind, struct slice bytes);

/*
 * Opens and locks the state (lib/keep), waiting for another run if there is one; a missing or empty file is
 * an empty state. read_only: nothing is written, other readers may go on beside. expire: days after which a
 * segment is dropped; 0: never.
 */
struct state *state_open(const char *path, bool read_only, uint64_t expire);

/*
 * What keys mean in this run, before anything else is asked of the state. Dies, and leaves the file as it is,
 * if it is damaged, foreign or of other parameters.
 */
void state_expect(struct state *state, const char *parameters);

/* All that can be asked of a state when nothing tells what it must be a state of. Dies likewise. */
void state_check(struct state *state);

/* The seed that its keys were made with. */
struct hash_seed state_seed(const struct state *state);

/* Gives all segments that are not expired to load(), then makes ready for state_put(). */
void state_load(struct state *state, state_load_fn *load, void *context);

/* Dies: what the state holds does not fit into so many bytes of memory. */
_Noreturn void state_too_large(const char *path, size_t memory);

/* Adds an entry for the next run. Does nothing if the state is read-only. */
void state_put(struct state *state, enum state_kind kind, struct slice entry);

/* Makes what was put last, if keep, and unlocks. To be called when all output has been written. */
void state_close(struct state *state, bool keep);

#endif
