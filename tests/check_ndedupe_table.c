#include "../cmd/ndedupe/table.h"

#include "../cmd/ndedupe/hash.h"
#include "../cmd/ndedupe/seen.h"
#include "../cmd/ndedupe/tally.h"
#include "unit.h"

START_TEST(holds_what_was_put)
{
	struct budget budget = {0};
	struct table t;

	table_open(&t, 1, 0, &budget);
	for (uint64_t i = 1; i <= 300000; i++) {
		ck_assert(table_reserve(&t, 1));
		uint64_t *slot = table_find(&t, hash_mix(i));
		ck_assert_uint_eq(*slot, 0);
		*slot = hash_mix(i);
		table_took(&t, slot);
	}
	ck_assert_uint_eq(t.count, 300000);
	for (uint64_t i = 1; i <= 300000; i++)
		ck_assert_uint_eq(*table_find(&t, hash_mix(i)), hash_mix(i));
	for (uint64_t i = 300001; i <= 600000; i++)
		ck_assert_uint_eq(*table_find(&t, hash_mix(i)), 0);
	ck_assert_uint_le(budget.used, 300000 * 24 + 65536);
	table_close(&t);
	ck_assert_uint_eq(budget.used, 0);
}
END_TEST

/* Entries of one home keep their order when the table grows: the index of the archive rests on it. */
START_TEST(equal_homes_keep_their_order)
{
	struct budget budget = {0};
	struct table t;

	table_open(&t, 1, UINT64_MAX, &budget);
	for (uint64_t i = 1; i <= 20000; i++) {
		ck_assert(table_reserve(&t, 1));
		uint64_t entry = (hash_mix(i % 2000) & ~(uint64_t)UINT32_MAX) | i;
		uint64_t *slot = table_home(&t, entry);
		while (*slot != 0)
			slot++;
		*slot = entry;
		table_took(&t, slot);
	}
	for (uint64_t i = 0; i < 2000; i++) {
		uint64_t upper = hash_mix(i) >> 32, last = 0, seen = 0;
		for (const uint64_t *slot = table_home(&t, upper << 32); *slot != 0; slot++)
			if (*slot >> 32 == upper) {
				ck_assert_uint_gt((uint32_t)*slot, last);
				last = (uint32_t)*slot;
				seen++;
			}
		ck_assert_uint_eq(seen, 10);
	}
	table_close(&t);
}
END_TEST

START_TEST(second_words_count_under_the_mask)
{
	struct budget budget = {0};
	struct table t;

	table_open(&t, 2, ~(uint64_t)0xff, &budget);
	uint64_t *slot = table_find_wide(&t, 5, 0x1234);
	slot[0] = 5;
	slot[1] = 0x1234;
	table_took(&t, slot);
	ck_assert_uint_eq(table_find_wide(&t, 5, 0x12ff)[0], 5);
	ck_assert_uint_eq(table_find_wide(&t, 5, 0x1334)[0], 0);
	table_close(&t);
}
END_TEST

START_TEST(the_budget_holds)
{
	struct budget budget = {.limit = 1 << 20};
	struct table t;
	uint64_t i = 0;

	table_open(&t, 1, 0, &budget);
	while (table_reserve(&t, 1)) {
		uint64_t *slot = table_find(&t, hash_mix(++i));
		*slot = hash_mix(i);
		table_took(&t, slot);
		ck_assert_uint_le(budget.used, budget.limit);
	}
	ck_assert_uint_gt(i, (1 << 20) / 24); /* it is not given up early */
	table_close(&t);
}
END_TEST

/* Numbers as lines. */
static struct slice
line_of(unsigned i, char out[16])
{
	int len = snprintf(out, 16, "%u", i);
	return (struct slice){out, (size_t)len};
}

START_TEST(seen_turns_wide_and_forgets_nothing)
{
	struct budget budget = {0};
	struct seen s;
	char text[16];

	seen_open(&s, hash_random_seed(), false, false, &budget);
	s.many = 1000;
	for (unsigned round = 0; round < 2; round++)
		for (unsigned i = 0; i < 5000; i++) {
			ck_assert(seen_reserve(&s, 1));
			ck_assert_int_eq(seen_add(&s, seen_hash(&s, line_of(i, text))), round == 1);
		}
	ck_assert(s.is_wide);
	ck_assert_uint_eq(s.narrow.count, 1000);
	ck_assert_uint_eq(seen_count(&s), 5000);
	seen_close(&s);
	ck_assert_uint_eq(budget.used, 0);
}
END_TEST

START_TEST(seen_forgets_the_oldest)
{
	struct budget budget = {.limit = 1 << 20};
	struct seen s;
	char text[16];

	seen_open(&s, hash_random_seed(), false, true, &budget);
	for (unsigned i = 0; i < 300000; i++) {
		ck_assert(seen_reserve(&s, 1));
		ck_assert(!seen_add(&s, seen_hash(&s, line_of(i, text))));
		ck_assert_uint_le(budget.used, budget.limit);
	}
	for (unsigned i = 299999; i > 299000; i--) {
		ck_assert(seen_reserve(&s, 1));
		ck_assert(seen_add(&s, seen_hash(&s, line_of(i, text))));
	}
	ck_assert(!seen_add(&s, seen_hash(&s, line_of(0, text))));
	seen_close(&s);
}
END_TEST

/* What is asked for again stays: it moves to the young generation. */
START_TEST(seen_keeps_what_returns)
{
	struct budget budget = {.limit = 1 << 20};
	struct seen s;
	char text[16];

	seen_open(&s, hash_random_seed(), false, true, &budget);
	seen_add(&s, seen_hash(&s, SLICE("evergreen")));
	for (unsigned i = 0; i < 300000; i++) {
		ck_assert(seen_reserve(&s, 2));
		seen_add(&s, seen_hash(&s, line_of(i, text)));
		if (i % 1000 == 0)
			ck_assert(seen_add(&s, seen_hash(&s, SLICE("evergreen"))));
	}
	seen_close(&s);
}
END_TEST

START_TEST(seeds_make_other_hashes)
{
	struct budget budget = {0};
	struct seen a, b;

	seen_open(&a, (struct hash_seed){{1, 2}}, false, false, &budget);
	seen_open(&b, (struct hash_seed){{1, 3}}, false, false, &budget);
	ck_assert_uint_eq(seen_hash(&a, SLICE("x")).low, seen_hash(&a, SLICE("x")).low);
	ck_assert_uint_ne(seen_hash(&a, SLICE("x")).low, seen_hash(&b, SLICE("x")).low);
	seen_close(&a);
	seen_close(&b);
}
END_TEST

START_TEST(tally_counts_and_tells_the_first)
{
	struct budget budget = {0};
	struct tally t;
	static const char *const text[] = {"b", "a", "b", "", "b"};
	static const uint64_t firsts[] = {1, 2, 1, 4, 1};

	tally_open(&t, hash_random_seed(), true, &budget);
	for (uint64_t i = 0; i < 5; i++) {
		uint64_t first = i + 1;
		ck_assert(tally_add(&t, slice_of(text[i]), &first));
		ck_assert_uint_eq(first, firsts[i]);
	}
	ck_assert_uint_eq(t.count, 3);
	ck_assert_uint_eq(t.lines[0].times, 3);
	tally_close(&t);
}
END_TEST

int
main(void)
{
	return unit_run("ndedupe: tables",
		(const TTest *const[]){holds_what_was_put, equal_homes_keep_their_order,
			second_words_count_under_the_mask, the_budget_holds,
			seen_turns_wide_and_forgets_nothing, seen_forgets_the_oldest, seen_keeps_what_returns,
			seeds_make_other_hashes, tally_counts_and_tells_the_first, NULL});
}
