/*
 * seen: the set of lines met so far, as keyed hashes. Keys have 64 bits until SEEN_MANY of them are held,
 * then 128: below that the chance that any line at all is taken for another is less than 1 in 2000.
 */
#ifndef SEEN_H
#define SEEN_H

#include "hash.h"
#include "state.h"
#include "table.h"

enum { SEEN_MANY = 1 << 27 };

struct seen {
	struct table narrow, wide;
	struct table older; /* --forget: the generation that goes next */
	struct hash_secret secret;
	bool is_wide, forget;
	bool is_plain; /* narrow, nothing forgotten, no state */
	size_t many;   /* keys past which new ones get 128 bits */
	struct budget *budget;
	struct state *state; /* where new keys are kept for the next run; NULL: nowhere */
};

void seen_open(struct seen *s, struct hash_seed seed, bool wide, bool forget, struct budget *budget);
void seen_close(struct seen *s);

/* Makes room for n more keys; may forget a generation. False if the memory bound forbids it. */
bool seen_reserve(struct seen *s, size_t n);

/* The hash of a line, with the place in memory where it belongs asked for. */
struct hash128 seen_hash(const struct seen *s, struct slice line);

/* seen_add() for all but the plainest case. */
bool seen_add_somehow(struct seen *s, struct hash128 key);

/* Was this line met before? If not, it is from now on. There must be room: seen_reserve(). */
static inline bool
seen_add(struct seen *s, struct hash128 key)
{
	if (!s->is_plain)
		return seen_add_somehow(s, key);
	uint64_t *slot = table_find(&s->narrow, key.low);
	if (*slot != 0)
		return true;
	*slot = key.low;
	table_took(&s->narrow, slot);
	return false;
}

/* Takes what an earlier run kept: keys of 8 or 16 bytes. False if the memory bound forbids it. */
bool seen_load(struct seen *s, enum state_kind kind, struct slice keys);

/* Distinct lines held. */
size_t seen_count(const struct seen *s);

#endif
