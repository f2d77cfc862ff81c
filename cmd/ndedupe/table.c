#include "table.h"

#include "cli.h"
#include "pages.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_BITS = 12 };

bool
budget_take(struct budget *budget, size_t bytes)
{
	if (budget->limit != 0 && (budget->used > budget->limit || bytes > budget->limit - budget->used))
		return false;
	budget->used += bytes;
	return true;
}

static size_t
slot_count(unsigned bits)
{
	return ((size_t)1 << bits) + TABLE_BEHIND;
}

static size_t
table_size(const struct table *t, unsigned bits)
{
	return slot_count(bits) * t->words * sizeof(uint64_t);
}

/* What counts against the budget: not the slots behind, so that a bound of 64M lets a table of 64M be. */
static size_t
budgeted_size(const struct table *t, unsigned bits)
{
	return ((size_t)1 << bits) * t->words * sizeof(uint64_t);
}

size_t
table_next_size(const struct table *t)
{
	return budgeted_size(t, t->bits + 1);
}

static size_t
entries_at(unsigned bits, unsigned tenths)
{
	return ((size_t)1 << bits) / 10 * tenths;
}

void
table_open(struct table *t, unsigned words, uint64_t mask, struct budget *budget)
{
	*t = (struct table){.words = words, .bits = FIRST_BITS, .mask = mask, .budget = budget};
	budget->used += budgeted_size(t, t->bits);
	t->slots = pages_get(table_size(t, t->bits));
	t->full = entries_at(t->bits, 7);
}

void
table_close(struct table *t)
{
	if (t->slots == NULL)
		return;
	t->budget->used -= budgeted_size(t, t->bits);
	pages_free(t->slots, table_size(t, t->bits));
	t->slots = NULL;
}

_Noreturn void
table_flooded(void)
{
	cli_die("the hash table is flooded: the input was made to defeat it");
}

/* Puts a slot's words at the first free place from its home on. */
static void
put_back(struct table *t, const uint64_t *entry)
{
	uint64_t *slot = table_home(t, entry[0]);
	while (slot[0] != 0)
		slot += t->words;
	memcpy(slot, entry, t->words * sizeof(uint64_t));
	table_check(t, slot);
}

/*
 * Moves all entries to their homes in the doubled table, run by run from the top. What stands in a run that
 * begins at slot b has its old home at b or above, so its new home is at 2b or above: never among the runs
 * below that still wait.
 */
static void
spread(struct table *t, size_t end)
{
	const unsigned words = t->words;
	uint64_t *run = NULL;
	size_t capacity = 0;
	while (end > 0) {
		size_t begin = end;
		while (begin > 0 && t->slots[(begin - 1) * words] != 0)
			begin--;
		size_t n = (end - begin) * words;
		end = begin > 0 ? begin - 1 : 0;
		if (n == 0)
			continue;
		cli_grow(&run, &capacity, n, sizeof *run);
		memcpy(run, t->slots + begin * words, n * sizeof *run);
		memset(t->slots + begin * words, 0, n * sizeof *run);
		for (size_t i = 0; i < n; i += words)
			put_back(t, run + i);
	}
	free(run);
}

static void
grow(struct table *t)
{
	const size_t old = slot_count(t->bits);
	t->slots = pages_grow(t->slots, table_size(t, t->bits), table_size(t, t->bits + 1));
	t->bits++;
	spread(t, old);
	t->full = entries_at(t->bits, 7);
}

bool
table_reserve(struct table *t, size_t n)
{
	while (t->count + n > t->full) {
		if (budget_take(t->budget, table_next_size(t) - budgeted_size(t, t->bits)))
			grow(t);
		else if (t->full < entries_at(t->bits, 9))
			t->full = entries_at(t->bits, 9); /* slower, but it fits */
		else
			return false;
	}
	return true;
}
