/*
 * table: open addressing over 64-bit words, for sets of hashes and for lists of postings.
 *
 * A slot is one or two words; the first is never 0 in a slot that is taken. Where a key belongs is told by
 * the top bits of its first word, so the keys must be hashes that the input's author can't predict. Probing
 * is linear and does not wrap: some slots behind the last home take what is pushed over the end. The table
 * doubles in place, so that its peak is its size: at most 23 bytes an entry of one word.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Slots behind the last home; the last one stays free and ends every search. */
enum { TABLE_BEHIND = 4096 };

/* What all tables and lists of a run may take together. limit == 0: no bound. */
struct budget {
	size_t limit, used; /* bytes */
};

struct table {
	uint64_t *slots;
	unsigned words;     /* of a slot: 1 or 2 */
	unsigned bits;      /* 2^bits home slots */
	uint64_t mask;      /* the bits of the second word that belong to the key */
	size_t count, full; /* entries; entries past which it must grow */
	struct budget *budget;
};

/* Takes bytes from the budget; false, and nothing taken, if there are not so many left. */
bool budget_take(struct budget *budget, size_t bytes);

/* An empty table; mask says which bits of the second word belong to the key. Free with table_close(). */
void table_open(struct table *t, unsigned words, uint64_t mask, struct budget *budget);
void table_close(struct table *t);

/* Makes sure that n more entries fit; false if the budget forbids it. Moves the slots. */
bool table_reserve(struct table *t, size_t n);

/* Bytes that a table of twice the size takes of the budget. */
size_t table_next_size(const struct table *t);

/* A table that is flooded past its last slot can't go on; does not return. */
_Noreturn void table_flooded(void);

/* The slot where the search for a key begins. */
static inline uint64_t *
table_home(const struct table *t, uint64_t key)
{
	return t->slots + (key >> (64 - t->bits)) * t->words;
}

static inline void
table_prefetch(const struct table *t, uint64_t key)
{
	__builtin_prefetch(table_home(t, key), 1);
}

/* The slot that holds the key, or the free one where it belongs. key is not 0. One word a slot. */
static inline uint64_t *
table_find(const struct table *t, uint64_t key)
{
	uint64_t *slot = table_home(t, key);
	while (*slot != 0 && *slot != key)
		slot++;
	return slot;
}

/* The same for two words a slot. */
static inline uint64_t *
table_find_wide(const struct table *t, uint64_t key, uint64_t more)
{
	uint64_t *slot = table_home(t, key);
	while (slot[0] != 0 && (slot[0] != key || ((slot[1] ^ more) & t->mask) != 0))
		slot += 2;
	return slot;
}

/* A slot that was just taken must not be the last one. */
static inline void
table_check(const struct table *t, const uint64_t *slot)
{
	if (slot >= t->slots + (((size_t)1 << t->bits) + TABLE_BEHIND - 1) * t->words)
		table_flooded();
}

/* Counts an entry that the caller has just put into the free slot of a table with room. */
static inline void
table_took(struct table *t, const uint64_t *slot)
{
	table_check(t, slot);
	t->count++;
}

#endif
