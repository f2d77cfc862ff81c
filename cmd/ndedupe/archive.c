#include "archive.h"

#include "cli.h"
#include "pages.h"

#include <stdlib.h>

enum { BLOCK_MOST = 2 * 1024 * 1024, BLOCK_LEAST = 16 * 1024 };

static const uint32_t dropped_base = 0xffffff00U; /* numbers from here on count dropped records */

struct archived {
	const char *at; /* an entry: struct entry, the print's bytes, the id */
};

struct entry {
	uint32_t words, numbers, elements;
	uint16_t id_len;
	uint8_t bucket_bits, rank;
};

void
archive_open(struct archive *a, bool has_index, struct budget *budget)
{
	struct hash_seed seed = hash_random_seed();
	*a = (struct archive){.scramble = seed.word[0], .has_index = has_index, .budget = budget};
	table_open(&a->keys, 2, ~(uint64_t)UINT32_MAX, budget);
	if (has_index)
		table_open(&a->index, 1, UINT64_MAX, budget);
}

static size_t
block_size_of(const struct archive *a, size_t i)
{
	size_t size;
	memcpy(&size, a->blocks[i], sizeof size);
	return size;
}

void
archive_close(struct archive *a)
{
	table_close(&a->keys);
	table_close(&a->index);
	for (size_t i = 0; i < a->block_count; i++) {
		const size_t size = block_size_of(a, i);
		a->budget->used -= size;
		pages_free(a->blocks[i], size);
	}
	a->budget->used -= a->capacity * sizeof *a->records;
	free(a->blocks);
	free(a->records);
	*a = (struct archive){.budget = a->budget};
}

/* --- Keys ----------------------------------------------------------------------------------- */

/* Keys are the same in every run; where they stand in the table must not be. */
static uint64_t
scrambled_key(const struct archive *a, uint64_t key)
{
	uint64_t x = hash_mix(key ^ a->scramble);
	return x | (x == 0);
}

uint32_t
archive_find(const struct archive *a, struct hash128 key)
{
	const uint64_t *slot = table_find_wide(&a->keys, scrambled_key(a, key.low), key.high);
	return slot[0] != 0 ? (uint32_t)slot[1] : 0;
}

static void
put_key(struct archive *a, struct hash128 key, uint32_t number)
{
	uint64_t *slot = table_find_wide(&a->keys, scrambled_key(a, key.low), key.high);
	if (slot[0] != 0)
		return;
	slot[0] = scrambled_key(a, key.low);
	slot[1] = (key.high & ~(uint64_t)UINT32_MAX) | number;
	table_took(&a->keys, slot);
}

/* --- Votes ---------------------------------------------------------------------------------- */

void
votes_close(struct votes *v)
{
	free(v->slots);
	free(v->touched);
}

void
votes_clear(struct votes *v, size_t n)
{
	for (size_t i = 0; i < v->count; i++)
		v->slots[v->touched[i]].number = 0;
	v->count = 0;
	if (v->capacity >= 2 * n)
		return;
	if (v->capacity == 0)
		v->capacity = 1024;
	while (v->capacity < 2 * n)
		v->capacity *= 2;
	free(v->slots);
	v->slots = cli_alloc(v->capacity, sizeof *v->slots);
}

void
votes_add(struct votes *v, struct candidate vote)
{
	size_t i = hash_mix32(vote.number) & (v->capacity - 1);
	while (v->slots[i].number != 0 && v->slots[i].number != vote.number)
		i = (i + 1) & (v->capacity - 1);
	struct candidate *slot = &v->slots[i];
	if (slot->number == 0) {
		*slot = (struct candidate){vote.number, 0, 0};
		cli_grow(&v->touched, &v->touched_capacity, v->count + 1, sizeof *v->touched);
		v->touched[v->count++] = (uint32_t)i;
	}
	slot->rare = (uint16_t)(slot->rare + vote.rare); /* at most SAMPLES_MOST */
	slot->common = (uint16_t)(slot->common + vote.common);
}

/* --- The index ------------------------------------------------------------------------------ */

/* The upper half of the entries of a sample. */
static uint64_t
posting_of(const struct archive *a, uint32_t sample)
{
	return (uint64_t)hash_mix32(sample ^ (uint32_t)a->scramble) << 32;
}

static void
prefetch_samples(const struct archive *a, const uint32_t *samples, size_t n)
{
	for (size_t i = 0; i < n; i++)
		table_prefetch(&a->index, posting_of(a, samples[i]));
}

/* Casts the votes of one sample. */
static void
vote(const struct archive *a, uint32_t sample, struct votes *votes)
{
	const uint64_t posting = posting_of(a, sample);
	uint32_t numbers[POSTINGS_MOST];
	size_t count = 0, have = 0;
	for (const uint64_t *slot = table_home(&a->index, posting); *slot != 0; slot++) {
		if (*slot >> 32 != posting >> 32)
			continue;
		if ((uint32_t)*slot >= dropped_base) {
			have += (uint32_t)*slot - dropped_base;
		} else if (count < POSTINGS_MOST) {
			numbers[count++] = (uint32_t)*slot;
			have++;
		}
	}
	const bool common = have >= POSTINGS_MOST;
	for (size_t i = 0; i < count; i++)
		votes_add(votes, (struct candidate){numbers[i], !common, common});
}

void
archive_vote(const struct archive *a, const struct sketch *s, struct votes *votes)
{
	votes_clear(votes, s->sample_count * POSTINGS_MOST);
	if (!a->has_index)
		return;
	prefetch_samples(a, s->samples, s->sample_count);
	for (size_t i = 0; i < s->sample_count; i++)
		vote(a, s->samples[i], votes);
}

/* Adds a posting if the sample has not yet too many; number 0 counts a dropped record. */
static void
put_posting(struct archive *a, uint32_t sample, uint32_t number)
{
	const uint64_t posting = posting_of(a, sample);
	uint64_t *slot = table_home(&a->index, posting), *dropped = NULL;
	size_t have = 0;
	for (; *slot != 0; slot++) {
		if (*slot >> 32 != posting >> 32)
			continue;
		if ((uint32_t)*slot >= dropped_base) {
			dropped = slot;
			have += (uint32_t)*slot - dropped_base;
		} else {
			have++;
		}
	}
	if (have >= POSTINGS_MOST)
		return;
	if (number == 0 && dropped != NULL) {
		++*dropped;
		return;
	}
	*slot = posting | (number != 0 ? number : dropped_base + 1);
	table_took(&a->index, slot);
}

static bool
put_postings(struct archive *a, const uint32_t *samples, size_t n, uint32_t number)
{
	if (!a->has_index)
		return true;
	if (!table_reserve(&a->index, n))
		return false;
	for (size_t i = 0; i < n; i++)
		put_posting(a, samples[i], number);
	return true;
}

bool
archive_add_dropped(struct archive *a, const uint32_t *samples, size_t n)
{
	return put_postings(a, samples, n, 0);
}

/* --- Entries -------------------------------------------------------------------------------- */

/* Prints and ids are kept in blocks of this size: smaller ones under a small memory bound. */
static size_t
usual_block(const struct archive *a)
{
	const size_t share = a->budget->limit / 16;
	return share == 0 || share > BLOCK_MOST ? BLOCK_MOST : share < BLOCK_LEAST ? BLOCK_LEAST : share;
}

/* Room for an entry, aligned; NULL if the memory bound forbids it. */
static char *
entry_room(struct archive *a, size_t size)
{
	const size_t head = sizeof(uint64_t); /* the size of the block stands in front */
	size = (size + 3) & ~(size_t)3;
	if (size > a->block_left) {
		size_t block = size > usual_block(a) / 4 ? size + head : usual_block(a);
		if (!budget_take(a->budget, block))
			return NULL;
		cli_grow(&a->blocks, &a->block_capacity, a->block_count + 1, sizeof *a->blocks);
		a->blocks[a->block_count] = pages_get(block);
		memcpy(a->blocks[a->block_count++], &block, sizeof block);
		a->block_left = block - head;
	}
	char *last = a->blocks[a->block_count - 1];
	char *at = last + block_size_of(a, a->block_count - 1) - a->block_left;
	a->block_left -= size;
	return at;
}

static bool
grow_records(struct archive *a)
{
	if (a->count < a->capacity)
		return true;
	if (!budget_take(a->budget, (a->capacity / 2 + 16) * sizeof *a->records))
		return false;
	cli_grow(&a->records, &a->capacity, a->capacity + a->capacity / 2 + 16, sizeof *a->records);
	return true;
}

uint32_t
archive_add(struct archive *a, struct hash128 key, const struct print *print, struct slice id,
	const uint32_t *samples, size_t sample_count)
{
	struct entry entry = {.words = print->words,
		.numbers = print->numbers,
		.elements = print->elements,
		.id_len = id.len < UINT16_MAX ? (uint16_t)id.len : UINT16_MAX,
		.bucket_bits = print->bucket_bits,
		.rank = print->rank};
	const size_t size = print_size(print);
	if (a->count + 1 >= dropped_base)
		cli_die("more than %u records can't be told apart; --forget lets the oldest go",
			dropped_base);
	if (!table_reserve(&a->keys, 1) || (a->has_index && !table_reserve(&a->index, sample_count)) ||
		!grow_records(a))
		return 0;
	char *at = entry_room(a, sizeof entry + size + entry.id_len);
	if (at == NULL)
		return 0;
	memcpy(at, &entry, sizeof entry);
	if (size > 0)
		memcpy(at + sizeof entry, print->bytes, size);
	if (id.len > 0)
		memcpy(at + sizeof entry + size, id.at, entry.id_len);
	a->records[a->count++].at = at;
	put_key(a, key, (uint32_t)a->count);
	put_postings(a, samples, sample_count, (uint32_t)a->count);
	return (uint32_t)a->count;
}

void
archive_prefetch(const struct archive *a, uint32_t number)
{
	__builtin_prefetch(a->records[number - 1].at);
}

struct archived_view
archive_view(const struct archive *a, uint32_t number)
{
	const char *at = a->records[number - 1].at;
	struct entry entry;
	memcpy(&entry, at, sizeof entry);
	struct print print = {entry.words, entry.numbers, entry.elements, entry.bucket_bits, entry.rank,
		(const unsigned char *)at + sizeof entry};
	return (struct archived_view){print, {at + sizeof entry + print_size(&print), entry.id_len}};
}
