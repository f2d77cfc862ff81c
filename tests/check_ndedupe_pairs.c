#include "../cmd/ndedupe/pairs.h"
#include "../cmd/ndedupe/repeats.h"
#include "unit.h"

#include <xxhash.h>

/* Pairs of the record "first" and so many named page.txt#N: those N whose unkeyed hashes begin with the same
 * bits. */
static struct text_buffer
made_pairs(int count)
{
	struct text_buffer made = {0};
	for (int n = 0, place = 2; place < count + 2; n++) {
		char id[40], line[120];
		int len = snprintf(id, sizeof id, "page.txt#%d", n);
		if (XXH3_128bits(id, (size_t)len).low64 >> 60 != 15)
			continue;
		len = snprintf(
			line, sizeof line, "000000.%010d\t000000.0000000001\t%s\tfirst\tk\n", place++, id);
		text_append(&made, (struct slice){line, (size_t)len});
	}
	return made;
}

/* Ids that are chosen to meet in the table do not meet there. */
START_TEST(chosen_ids_do_not_flood)
{
	const struct settings settings = {.threshold = 0.7, .pairs = "-", .common = {.max_record = 1 << 20}};
	struct text_buffer made = made_pairs(6000);
	ck_assert_int_eq(dup2(unit_input(text_slice(&made)), STDIN_FILENO), STDIN_FILENO);
	struct pairs *pairs = pairs_load(&settings, "-");
	ck_assert_uint_eq(pairs_missing(pairs), 6001);
	ck_assert(pairs_involve(pairs, SLICE("first")));
	ck_assert(!pairs_involve(pairs, SLICE("second")));
	ck_assert_uint_eq(pairs_missing(pairs), 6000);
	pairs_close(pairs);
	free(made.bytes);
}
END_TEST

/* Nor do lines of a record that are chosen to meet in the table of its lines. */
START_TEST(chosen_lines_do_not_flood)
{
	enum { LINES = 1500, WIDTH = 7 };
	static char lines[LINES][WIDTH + 4];
	struct record record = {0};
	struct repeats repeats = {0};
	for (int n = 0, made = 0; made < LINES; n++) {
		snprintf(lines[made], sizeof lines[made], "%07d", n);
		if ((XXH3_64bits(lines[made], WIDTH) & 4095) == 0)
			rec_append(&record, REC_TEXT, (struct slice){lines[made++], WIDTH});
	}
	repeats_remove(&repeats, &record);
	ck_assert_uint_eq(record.count, LINES);
	size_t run = 0, longest = 0;
	for (size_t i = 0; i < repeats.capacity; i++) {
		run = repeats.slots[i].stamp == repeats.stamp ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	ck_assert_uint_lt(longest, 200);
	repeats_close(&repeats);
	free(record.fields);
}
END_TEST

int
main(void)
{
	return unit_run("ndedupe: pairs",
		(const TTest *const[]){chosen_ids_do_not_flood, chosen_lines_do_not_flood, NULL});
}
