#include "../cmd/ndedupe/judge.h"
#include "../cmd/ndedupe/memory.h"
#include "../cmd/ndedupe/minhash.h"
#include "../cmd/ndedupe/record_key.h"
#include "../cmd/ndedupe/repeats.h"
#include "unit.h"

/* --- words --------------------------------------------------------------------------------------- */

/* The words of two texts are the same. */
static bool
same_words(const char *a, const char *b)
{
	struct words x = {0}, y = {0};
	words_add(&x, slice_of(a));
	words_add(&y, slice_of(b));
	bool same =
		x.count == y.count && (x.count == 0 || memcmp(x.hash, y.hash, x.count * sizeof *x.hash) == 0);
	words_close(&x);
	words_close(&y);
	return same;
}

static size_t
word_count(const char *text)
{
	struct words w = {0};
	words_add(&w, slice_of(text));
	size_t n = w.count;
	words_close(&w);
	return n;
}

START_TEST(words_fold)
{
	ck_assert(same_words("The CAT sat.", "  the, cat -- \"Sat\""));
	ck_assert(same_words("Stra\xc3\x9f"
			     "e",
		"STRASSE"));
	ck_assert(same_words("\xd0\x9c\xd0\x9e\xd0\xa1\xd0\x9a\xd0\x92\xd0\x90",
		"\xd0\xbc\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0"));
	ck_assert(same_words("it\xe2\x80\x99s", "it's"));
	ck_assert(same_words("caf\xc3\xa9", "cafe\xcc\x81"));
	ck_assert(!same_words("cafe", "caf\xc3\xa9"));
	ck_assert(!same_words("ab c", "a bc"));
	ck_assert(!same_words("a b", "b a"));
}
END_TEST

START_TEST(words_numbers)
{
	struct words w = {0};
	words_add(&w, SLICE("up 1,234.5 to 7 of 2nd x9 10. 5"));
	static const bool numbers[] = {false, true, false, true, false, true, false, true, true};
	ck_assert_uint_eq(w.count, 9);
	for (size_t i = 0; i < w.count; i++)
		ck_assert_int_eq(word_is_number(w.hash[i]), numbers[i]);
	words_close(&w);
	ck_assert(!same_words("1.5", "15"));
	ck_assert(!same_words("1.5", "1.6"));
	ck_assert_uint_eq(word_count("1.5.2026"), 1);
}
END_TEST

/* What stands beside a number does not change how it is read: currency signs, quotes, dashes, blanks that are
 * not ASCII. */
START_TEST(words_numbers_beside_other_characters)
{
	static const char *const signs[] = {
		"\xe2\x82\xac", "\xc2\xa3", "\xe2\x80\x9c", "\xe2\x80\x94", "\xc2\xa0", "\xe2\x80\xa6"};
	static const char *const numbers[] = {"1.5", "1,250", "1,250,000.5", "7", "2nd"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
			char plain[80], beside[80];
			snprintf(plain, sizeof plain, "up $%s or $%s- $%s- more", numbers[k], numbers[k],
				numbers[k]);
			snprintf(beside, sizeof beside, "up %s%s or %s%s%s %s%s more", signs[i], numbers[k],
				signs[i], numbers[k], signs[i], numbers[k], signs[i]);
			ck_assert_msg(same_words(plain, beside), "'%s' and '%s'", plain, beside);
		}
	ck_assert_uint_eq(word_count("\xe2\x82\xac"
				     "1.5\xe2\x80\x93\xe2\x82\xac"
				     "2.5"),
		2);
	ck_assert(!same_words("\xe2\x82\xac"
			      "1.5",
		"\xe2\x82\xac"
		"1.6"));
	/* full-width: 1,250.5 */
	ck_assert(same_words(
		"\xef\xbc\x91\xef\xbc\x8c\xef\xbc\x92\xef\xbc\x95\xef\xbc\x90\xef\xbc\x8e\xef\xbc\x95",
		"1,250.5"));
	/* the digits of another script are a number too, and a point of theirs is inside it */
	struct words w = {0};
	words_add(&w, SLICE("\xd9\xa1\xd9\xac\xd9\xa2\xd9\xa5\xd9\xa0 \xe0\xa5\xa7.\xe0\xa5\xa8 \xd8\xa8"));
	ck_assert_uint_eq(w.count, 3);
	ck_assert(word_is_number(w.hash[0]) && word_is_number(w.hash[1]) && !word_is_number(w.hash[2]));
	words_close(&w);
}
END_TEST

/* Fractions, Roman and circled numerals, superscripts and squared units count, as what they are compatible
 * to. */
START_TEST(words_of_numerals)
{
	static const char *const different[][2] = {{"\xc2\xbd", "\xc2\xbc"}, {"\xc2\xbd", ""},
		{"\xe2\x85\xa3", "\xe2\x85\xa7"}, {"m\xc2\xb2", "m\xc2\xb3"}, {"m\xc2\xb2", "m"},
		{"\xe2\x91\xa0", "\xe2\x91\xa1"}, {"\xe2\x9d\xb6", "\xe2\x9d\xb7"},
		{"5 \xe3\x8e\xa1", "5 \xe3\x8e\xa2"}, {"\xe3\x80\x87", ""}};
	static const char *const same[][2] = {{"m\xc2\xb2", "m2"}, {"\xe2\x85\xa3", "iv"},
		{"\xe2\x91\xa0", "1"}, {"\xe2\x91\xb4", "(1)"}, {"\xe3\x88\x9c", "(\xec\xa3\xbc)"},
		{"5 \xe3\x8e\xa1", "5 m\xc2\xb2"},
		{"\xc2\xbd", "1\xe2\x81\x84"
			     "2"}};
	for (size_t i = 0; i < sizeof different / sizeof *different; i++)
		ck_assert_msg(!same_words(different[i][0], different[i][1]), "'%s' and '%s'", different[i][0],
			different[i][1]);
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		ck_assert_msg(same_words(same[i][0], same[i][1]), "'%s' and '%s'", same[i][0], same[i][1]);
}
END_TEST

/* Words at every place of the 64-byte blocks, of every length, are found and hashed alike. */
START_TEST(words_across_blocks)
{
	char text[400];
	for (size_t before = 0; before < 140; before++)
		for (size_t len = 1; len < 70; len += 3) {
			memset(text, ' ', sizeof text);
			memset(text + before, 'w', len);
			struct words w = {0}, alone = {0};
			words_add(&w, (struct slice){text, before + len + len % 5});
			words_add(&alone, (struct slice){text + before, len});
			ck_assert_uint_eq(w.count, 1);
			ck_assert_uint_eq(w.hash[0], alone.hash[0]);
			words_close(&w);
			words_close(&alone);
		}
}
END_TEST

START_TEST(words_of_unspaced_scripts)
{
	ck_assert_uint_eq(word_count("\xe5\x8c\x97\xe4\xba\xac\xe5\xb8\x82"), 3);
	ck_assert_uint_eq(word_count("\xe5\x8c\x97 abc\xe4\xba\xac"), 3);
	ck_assert_uint_eq(word_count("\xff\xfe\x80"), 0);
	ck_assert_uint_eq(word_count(""), 0);
	ck_assert_uint_eq(word_count("--- ... !"), 0);
}
END_TEST

/* --- sketches ------------------------------------------------------------------------------------ */

/* n words of which the i-th is hash_mix(seed + i); no numbers. */
static struct words
made(uint64_t seed, size_t n)
{
	struct words w = {0};
	cli_grow(&w.hash, &w.capacity, n + 1, sizeof *w.hash);
	for (w.count = 0; w.count < n; w.count++)
		w.hash[w.count] = hash_mix(seed + w.count) & ~(uint64_t)1;
	return w;
}

START_TEST(a_text_covers_itself)
{
	static const size_t lengths[] = {20, 21, 49, 50, 383, 554, 5000, 70000, 300000};
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		struct words w = made(1, lengths[i]);
		struct sketch s = {0};
		sketch_make(&s, &w);
		ck_assert_uint_ge(s.sample_count,
			lengths[i] < 60 ? lengths[i] - SHINGLE + 1 < 20 ? lengths[i] - SHINGLE + 1 : 20 : 20);
		ck_assert_uint_le(s.sample_count, 2 * SAMPLES_MOST);
		struct print print = sketch_print(&s);
		ck_assert_uint_eq(print.words, lengths[i]);
		ck_assert_uint_eq(sketch_cover(&s, &print).words, lengths[i]);
		sketch_close(&s);
		words_close(&w);
	}
}
END_TEST

/* Of a text that shares its first half with another, the first half is covered, and next to nothing by
 * chance. */
START_TEST(cover_is_what_is_shared)
{
	struct words old = made(1, 600), new = made(1, 600);
	for (size_t i = 300; i < 600; i++)
		new.hash[i] = hash_mix(i + 1000000) & ~(uint64_t)1;
	struct sketch s = {0}, t = {0};
	sketch_make(&s, &old);
	sketch_make(&t, &new);
	struct print print = sketch_print(&s);
	size_t covered = sketch_cover(&t, &print).words;
	ck_assert_uint_ge(covered, 300);
	ck_assert_uint_le(covered, 304);
	sketch_close(&s);
	sketch_close(&t);
	words_close(&old);
	words_close(&new);
}
END_TEST

START_TEST(samples_of_texts_at_other_rates_meet)
{
	struct words whole = made(1, 2000), part = made(1, 150);
	struct sketch s = {0}, t = {0};
	sketch_make(&s, &whole);
	sketch_make(&t, &part);
	ck_assert_uint_gt(s.rank, t.rank);
	size_t shared = 0;
	for (size_t i = 0; i < s.sample_count; i++)
		for (size_t j = 0; j < t.sample_count; j++)
			shared += s.samples[i] == t.samples[j];
	ck_assert_uint_ge(shared, 2);
	sketch_close(&s);
	sketch_close(&t);
	words_close(&whole);
	words_close(&part);
}
END_TEST

START_TEST(one_word_over_and_over)
{
	struct words w = made(1, 100000);
	for (size_t i = 0; i < w.count; i++)
		w.hash[i] = 42;
	struct sketch s = {0};
	sketch_make(&s, &w);
	struct print print = sketch_print(&s);
	ck_assert_uint_le(print.elements, 255);
	ck_assert_uint_eq(sketch_cover(&s, &print).words, 100000);
	sketch_close(&s);
	words_close(&w);
}
END_TEST

START_TEST(minhash_of_equal_and_other_texts)
{
	struct words a = made(1, 500), b = made(999999, 500);
	uint32_t x[MINHASH_BANDS], y[MINHASH_BANDS], z[MINHASH_BANDS];
	minhash_bands(a.hash, a.count, x);
	minhash_bands(a.hash, a.count, y);
	minhash_bands(b.hash, b.count, z);
	ck_assert_mem_eq(x, y, sizeof x);
	for (size_t i = 0; i < MINHASH_BANDS; i++)
		ck_assert_uint_ne(x[i], z[i]);
	minhash_bands(a.hash, 20, x); /* most bins are empty: they are filled */
	minhash_bands(a.hash, 20, y);
	ck_assert_mem_eq(x, y, sizeof x);
	words_close(&a);
	words_close(&b);
}
END_TEST

/* --- verdicts ------------------------------------------------------------------------------------ */

/* The verdicts on texts, one after the other; what is not FRESH or UPDATE is not kept. */
static void
verdicts(const struct settings *settings, const struct words *texts, const enum verdict_kind *want, size_t n)
{
	struct memory m;
	struct sketch s = {0};
	memory_open(&m, settings, true, 0);
	for (size_t i = 0; i < n; i++) {
		struct record none = {0};
		struct hash128 key;
		ck_assert(record_key(settings, &texts[i], &none, &key));
		sketch_make(&s, &texts[i]);
		struct verdict verdict = memory_judge(&m, key, &s);
		ck_assert_msg(
			verdict.kind == want[i], "text %zu: verdict %d, want %d", i, verdict.kind, want[i]);
		if (verdict.kind == EQUAL || verdict.kind == NEAR)
			ck_assert(memory_drop(&m, &s));
		else
			ck_assert(memory_keep(&m, key, &s, SLICE("id")));
	}
	sketch_close(&s);
	memory_close(&m);
}

START_TEST(near_equal_update_fresh)
{
	const struct settings settings = {.threshold = 0.7};
	/* a text, the same, 4/5 of it, 3/5 of it and as much new, twice as long, another */
	struct words t[6] = {
		made(1, 400), made(1, 400), made(1, 320), made(1, 400), made(1, 800), made(777777, 400)};
	for (size_t i = 240; i < 400; i++)
		t[3].hash[i] = hash_mix(i + 5000000) & ~(uint64_t)1;
	static const enum verdict_kind want[] = {FRESH, EQUAL, NEAR, FRESH, UPDATE, FRESH};
	verdicts(&settings, t, want, 6);
	for (size_t i = 0; i < 6; i++)
		words_close(&t[i]);
}
END_TEST

/* Half of a text comes from one earlier text, half from another: it is no duplicate of either. */
START_TEST(two_earlier_texts_do_not_add_up)
{
	const struct settings settings = {.threshold = 0.7};
	struct words t[3] = {made(1, 400), made(1000001, 400), made(1, 400)};
	memcpy(t[2].hash + 200, t[1].hash + 200, 200 * sizeof *t[2].hash);
	static const enum verdict_kind want[] = {FRESH, FRESH, FRESH};
	verdicts(&settings, t, want, 3);
	for (size_t i = 0; i < 3; i++)
		words_close(&t[i]);
}
END_TEST

/* Each text drifts a little from the one before; the drift is not followed. */
START_TEST(drift_is_not_followed)
{
	const struct settings settings = {.threshold = 0.7};
	struct words t[3] = {made(1, 400), made(81, 400), made(161, 400)};
	static const enum verdict_kind want[] = {FRESH, NEAR, FRESH};
	verdicts(&settings, t, want, 3);
	for (size_t i = 0; i < 3; i++)
		words_close(&t[i]);
}
END_TEST

START_TEST(numbers_decide)
{
	struct settings settings = {.threshold = 0.7};
	struct words t[3] = {made(1, 200), made(1, 200), made(1, 200)};
	for (size_t i = 0; i < 3; i++)
		for (size_t k = 20; k < 200; k += 30)
			t[i].hash[k] = hash_mix(k + (i == 1 ? 500 : 0)) | 1; /* six numbers */
	t[2].hash[50] |= 2;
	t[2].hash[50] ^= 4; /* one of six differs */
	static const enum verdict_kind guarded[] = {FRESH, FRESH, NEAR}, free_of_it[] = {FRESH, NEAR, NEAR};
	verdicts(&settings, t, guarded, 3);
	settings.any_numbers = true;
	verdicts(&settings, t, free_of_it, 3);
	for (size_t i = 0; i < 3; i++)
		words_close(&t[i]);
}
END_TEST

/* Reports that differ in their four numbers alone come before; then one of them again, and some words more.
 */
START_TEST(a_copy_among_reports_of_one_frame)
{
	enum { REPORTS = 12, WORDS = 400 };
	const struct settings settings = {.threshold = 0.7};
	static const enum verdict_kind want[REPORTS + 1] = {[REPORTS] = NEAR};
	for (uint64_t seed = 0; seed < 40; seed++) {
		struct words t[REPORTS + 1];
		for (size_t i = 0; i <= REPORTS; i++) {
			const size_t report = i < REPORTS ? i : seed % REPORTS;
			t[i] = made(1000000 * seed, WORDS + (i == REPORTS ? 6 : 0));
			for (size_t k = 60; k < WORDS; k += 100)
				t[i].hash[k] = hash_mix(1000000 * seed + 1000 * report + k + 500000) | 1;
		}
		verdicts(&settings, t, want, REPORTS + 1);
		for (size_t i = 0; i <= REPORTS; i++)
			words_close(&t[i]);
	}
}
END_TEST

/* The verdict on the second of two texts; both are let go. */
static enum verdict_kind
verdict_on_second(const struct settings *settings, struct words first, struct words second)
{
	struct memory m;
	struct sketch s = {0};
	memory_open(&m, settings, true, 0);
	sketch_make(&s, &first);
	ck_assert(memory_keep(&m, (struct hash128){1, 0}, &s, SLICE("id")));
	sketch_make(&s, &second);
	enum verdict_kind kind = memory_judge(&m, (struct hash128){2, 0}, &s).kind;
	sketch_close(&s);
	memory_close(&m);
	words_close(&first);
	words_close(&second);
	return kind;
}

/* A short story is found again in one that grew to twenty times its length. */
START_TEST(updates_of_short_stories)
{
	const struct settings settings = {.threshold = 0.7};
	int found = 0;
	for (uint64_t seed = 100000; seed <= 2000000; seed += 100000)
		found += verdict_on_second(&settings, made(seed, 100), made(seed, 2100)) == UPDATE;
	ck_assert_int_ge(found, 18);
}
END_TEST

/* What is near and an update too is near: it is so little longer. */
START_TEST(near_wins_over_update)
{
	const struct settings settings = {.threshold = 0.7};
	ck_assert_int_eq(verdict_on_second(&settings, made(1, 400), made(1, 560)), NEAR);
	ck_assert_int_eq(verdict_on_second(&settings, made(1, 400), made(1, 580)), UPDATE);
}
END_TEST

/* With a low threshold a text is near by one run of words that it shares. */
START_TEST(a_low_threshold)
{
	const struct settings settings = {.threshold = 0.05};
	int found = 0;
	for (uint64_t seed = 100000; seed <= 2000000; seed += 100000) {
		struct words old = made(seed, 1000), new = made(seed + 50000, 1000);
		memcpy(new.hash + 300, old.hash + 500, 80 * sizeof *new.hash);
		found += verdict_on_second(&settings, old, new) == NEAR;
	}
	ck_assert_int_ge(found, 18);
}
END_TEST

START_TEST(short_texts)
{
	const struct settings settings = {.threshold = 0.3};
	/* tiny: only equal; short: 85 % must be shared, whatever the threshold */
	struct words t[6] = {
		made(1, 12), made(1, 12), made(1, 11), made(500, 40), made(500, 36), made(500, 40)};
	for (size_t k = 16; k < 40; k += 4)
		t[5].hash[k] = 2 * k;
	static const enum verdict_kind want[] = {FRESH, EQUAL, FRESH, FRESH, NEAR, FRESH};
	verdicts(&settings, t, want, 6);
	for (size_t i = 0; i < 6; i++)
		words_close(&t[i]);
}
END_TEST

/* --- repeats ------------------------------------------------------------------------------------- */

START_TEST(repeats_go_by_kind_and_value)
{
	struct record record = {0};
	struct repeats repeats = {0};
	rec_append(&record, REC_TITLE, SLICE("a"));
	rec_append(&record, REC_TITLE, SLICE("a"));
	rec_append(&record, REC_CAPTION, SLICE("a"));
	rec_append(&record, REC_TEXT, SLICE("b"));
	rec_append(&record, REC_PERSON, SLICE("p"));
	rec_append(&record, REC_PERSON, SLICE("p"));
	for (int i = 0; i < 1000; i++)
		rec_append(&record, REC_TEXT, i % 2 ? SLICE("b") : SLICE("c"));
	repeats_remove(&repeats, &record);
	ck_assert_uint_eq(record.count, 5);
	unit_same(record.fields[4].value, SLICE("c"));
	repeats_remove(&repeats, &record);
	ck_assert_uint_eq(record.count, 5);
	repeats_close(&repeats);
	free(record.fields);
}
END_TEST

int
main(void)
{
	return unit_run("ndedupe: near",
		(const TTest *const[]){words_fold, words_numbers, words_numbers_beside_other_characters,
			words_of_numerals, words_across_blocks, words_of_unspaced_scripts,
			a_text_covers_itself, cover_is_what_is_shared, samples_of_texts_at_other_rates_meet,
			one_word_over_and_over, minhash_of_equal_and_other_texts, near_equal_update_fresh,
			two_earlier_texts_do_not_add_up, drift_is_not_followed, numbers_decide,
			a_copy_among_reports_of_one_frame, near_wins_over_update, updates_of_short_stories,
			a_low_threshold, short_texts, repeats_go_by_kind_and_value, NULL});
}
