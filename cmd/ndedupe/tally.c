#define XXH_INLINE_ALL
#include "tally.h"

#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <xxhash.h>

/* The second word of a slot: the number of the line, and above it more bits of the key. */
static const uint64_t number_bits = ((uint64_t)1 << 40) - 1;

void
tally_open(struct tally *t, struct hash_seed seed, bool keep_text, struct budget *budget)
{
	*t = (struct tally){.keep_text = keep_text, .budget = budget};
	hash_secret(&t->secret, seed);
	table_open(&t->table, 2, ~number_bits, budget);
}

void
tally_close(struct tally *t)
{
	table_close(&t->table);
	free(t->lines);
	free(t->text);
}

static bool
append(struct tally *t, struct slice line, uint64_t number)
{
	size_t old = t->capacity * sizeof *t->lines + t->text_capacity;
	cli_grow(&t->lines, &t->capacity, t->count + 1, sizeof *t->lines);
	struct tally_line *entry = &t->lines[t->count++];
	*entry = (struct tally_line){1, number, t->text_len, line.len};
	if (t->keep_text && line.len > 0) {
		cli_grow(&t->text, &t->text_capacity, t->text_len + line.len, 1);
		memcpy(t->text + t->text_len, line.at, line.len);
		t->text_len += line.len;
	}
	return budget_take(t->budget, t->capacity * sizeof *t->lines + t->text_capacity - old);
}

bool
tally_add(struct tally *t, struct slice line, uint64_t *first)
{
	if (!table_reserve(&t->table, 1))
		return false;
	XXH128_hash_t key = XXH3_128bits_withSecret(line.at, line.len, t->secret.bytes, HASH_SECRET);
	key.low64 |= key.low64 == 0;
	uint64_t *slot = table_find_wide(&t->table, key.low64, key.high64);
	if (slot[0] != 0) {
		struct tally_line *entry = &t->lines[slot[1] & number_bits];
		entry->times++;
		*first = entry->first;
		return true;
	}
	slot[0] = key.low64;
	slot[1] = (key.high64 & ~number_bits) | t->count;
	table_took(&t->table, slot);
	return append(t, line, *first);
}

void
tally_write(const struct tally *t, struct io_writer *out, char line_end)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct tally_line *entry = &t->lines[i];
		char count[32];
		int len = snprintf(count, sizeof count, "%7llu ", (unsigned long long)entry->times);
		io_put(out, (struct slice){count, (size_t)len});
		io_put(out, (struct slice){t->text + entry->place, (size_t)entry->len});
		io_put_byte(out, line_end);
		io_commit(out);
	}
}
