/* check_nstrip_memory: different pages are counted, each once, in whatever order and however often they come.
 */
#include "../cmd/nstrip/memory.h"
#include "../cmd/nstrip/sketch.h"
#include "unit.h"

#include <stdlib.h>
#include <xxhash.h>

static uint16_t
print_of(uint64_t page)
{
	return sketch_print(XXH3_64bits(&page, sizeof page));
}

START_TEST(few_pages_are_counted_exactly)
{
	struct sketch s = {{0}};

	ck_assert_uint_eq(sketch_count(&s), 0);
	for (uint64_t page = 0; page < SKETCH_PRINTS; page++)
		for (uint64_t again = 0; again <= page; again++) {
			sketch_add(&s, print_of(again));
			ck_assert_uint_eq(sketch_count(&s), again < page ? page : page + 1);
		}
}
END_TEST

START_TEST(many_pages_are_counted_roughly)
{
	double sum = 0, most = 0;
	unsigned rounds = 0;

	for (uint64_t first = 0; first < 200 * 1000; first += 1000)
		for (uint64_t n = 20; n <= 200 * 1000; n *= 100, rounds++) {
			struct sketch s = {{0}};
			for (uint64_t page = 0; page < n; page++)
				sketch_add(&s, print_of((first << 32) + page));
			double share = (double)sketch_count(&s) / (double)n;
			sum += share;
			most = share > most ? share : most;
		}
	ck_assert_double_gt(sum / rounds, 0.95);
	ck_assert_double_lt(sum / rounds, 1.05);
	ck_assert_double_lt(most, 3.5);
}
END_TEST

START_TEST(the_ends_of_what_hashes_can_be)
{
	struct sketch s = {{0}};

	ck_assert_uint_eq(sketch_print(UINT64_MAX), 1);
	ck_assert_uint_gt(sketch_print(0), sketch_print(UINT64_C(1) << 34));
	ck_assert_uint_gt(sketch_print(UINT64_C(1) << 62), sketch_print(UINT64_C(1) << 63));
	for (uint16_t i = 0; i < 100; i++)
		sketch_add(&s, (uint16_t)(sketch_print(0) - i));
	ck_assert_uint_gt(sketch_count(&s), UINT32_MAX);
	s = (struct sketch){{0}};
	for (uint16_t print = 1; print <= SKETCH_PRINTS; print++)
		sketch_add(&s, print);
	ck_assert_uint_eq(sketch_count(&s), SKETCH_PRINTS);
}
END_TEST

/* Is the line chrome, by a memory to which it is shown on these pages, one a letter? */
static bool
is_chrome_after(const char *pages)
{
	struct memory *m = memory_open(NULL, 3);
	bool is = false;

	for (; *pages != '\0'; pages++) {
		memory_page(m, SLICE("example.org"), (struct slice){pages, 1});
		is = memory_is_chrome(m, SLICE("Call us."));
	}
	memory_close(m);
	return is;
}

START_TEST(a_page_again_is_no_other_page)
{
	ck_assert(!is_chrome_after("aaaaaa"));
	ck_assert(!is_chrome_after("abababab"));
	ck_assert(!is_chrome_after("aabbaabb"));
	ck_assert(is_chrome_after("abc"));
	ck_assert(is_chrome_after("abacaba"));
}
END_TEST

START_TEST(a_site_has_one_name)
{
	unit_same(memory_host(SLICE("https://www.example.org/a?b")), SLICE("example.org"));
	unit_same(memory_host(SLICE("HTTPS://WWW.EXAMPLE.ORG:80")), SLICE("EXAMPLE.ORG"));
	unit_same(memory_host(SLICE("www.org")), SLICE("org"));
	unit_same(memory_host(SLICE("wwwx.org")), SLICE("wwwx.org"));
	unit_same(memory_host(SLICE("")), SLICE(""));
	struct memory *m = memory_open(NULL, 2);
	memory_page(m, SLICE("EXAMPLE.ORG"), SLICE("a"));
	ck_assert(!memory_is_chrome(m, SLICE("Call us.")));
	memory_page(m, SLICE("example.org"), SLICE("b"));
	ck_assert(memory_is_chrome(m, SLICE("Call us.")));
	memory_close(m);
}
END_TEST

/* A line of every page is chrome however many lines there are; one of few pages is forgotten before. */
START_TEST(a_full_memory_forgets_the_rare)
{
	struct memory *m = memory_open(NULL, 100);
	char text[32];
	bool is = false;

	for (unsigned page = 0; page < 200; page++) {
		snprintf(text, sizeof text, "page %u", page);
		memory_page(m, SLICE("example.org"), slice_of(text));
		is = memory_is_chrome(m, SLICE("Call us."));
		for (unsigned line = 0; line < 10000; line++) {
			snprintf(text, sizeof text, "line %u of %u", line, page);
			ck_assert(!memory_is_chrome(m, slice_of(text)));
		}
	}
	ck_assert(is);
	memory_close(m);
}
END_TEST

int
main(void)
{
	const TTest *tests[] = {few_pages_are_counted_exactly, many_pages_are_counted_roughly,
		the_ends_of_what_hashes_can_be, a_page_again_is_no_other_page, a_site_has_one_name,
		a_full_memory_forgets_the_rare, NULL};
	return unit_run("memory", tests);
}
