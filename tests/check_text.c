#include "text.h"

#include "unit.h"

static void
cleans(struct slice in, struct slice want)
{
	struct text_buffer out = {0}, again = {0};
	struct text_dirt dirt = {0};

	struct slice once = text_clean(in, &out, &dirt);
	unit_same(once, want);
	ck_assert(text_is_utf8(once));
	unit_same(text_clean(once, &again, &dirt), want);
	free(out.bytes);
	free(again.bytes);
}

START_TEST(clean_text_is_given_back_itself)
{
	struct text_buffer out = {0};
	struct text_dirt dirt = {0};
	struct slice in = SLICE("caf\xc3\xa9\t\xe2\x80\x94 \xf0\x9f\x93\xb0\n\nb");

	struct slice got = text_clean(in, &out, &dirt);
	ck_assert_ptr_eq(got.at, in.at);
	ck_assert_uint_eq(got.len, in.len);
	ck_assert_ptr_null(out.bytes);
}
END_TEST

START_TEST(every_line_end_becomes_a_line_feed)
{
	cleans(SLICE("a\r\nb\rc\xc2\x85"
		     "d\xe2\x80\xa8"
		     "e\xe2\x80\xa9"
		     "f\vg\fh\n"),
		SLICE("a\nb\nc\nd\ne\nf\ng\nh\n"));
	cleans(SLICE("a\r\r\nb"), SLICE("a\n\nb"));
	cleans(SLICE("\r\n"), SLICE("\n"));
}
END_TEST

START_TEST(marks_controls_and_escapes_go)
{
	cleans(SLICE("\xef\xbb\xbf"
		     "a\xef\xbb\xbf"
		     "b"),
		SLICE("ab"));
	cleans(SLICE("a\0b\x01"
		     "c\x7f"
		     "d\xc2\x80"
		     "e\tf"),
		SLICE("abcde\tf"));
	cleans(SLICE("\x1b[1;31mred\x1b[0m"), SLICE("red"));
	cleans(SLICE("\x1b]0;title\x07"
		     "a\x1b]8;;u\x1b\\b"),
		SLICE("ab"));
	cleans(SLICE("\x1b(Ba\x1b=b"), SLICE("ab"));
	cleans(SLICE("a\x1b"), SLICE("a"));
	cleans(SLICE("a\x1b[\nb"), SLICE("a\nb"));
	cleans(SLICE("a\x1b]never ended\nb"), SLICE("anever ended\nb"));
}
END_TEST

/* The examples of The Unicode Standard 15, tables 3-8 to 3-11. */
START_TEST(each_maximal_subpart_becomes_one_replacement)
{
#define R "\xef\xbf\xbd"
	cleans(SLICE("\xc0\xaf\xe0\x80\xbf\xf0\x81\x82\x41"), SLICE(R R R R R R R R "A"));
	cleans(SLICE("\xed\xa0\x80\xed\xbf\xbf\xed\xaf\x41"), SLICE(R R R R R R R R "A"));
	cleans(SLICE("\xf4\x91\x92\x93\xff\x41\x80\xbf\x42"), SLICE(R R R R R "A" R R "B"));
	cleans(SLICE("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41"), SLICE(R R R R "A"));
	cleans(SLICE("a\xe2\x82"), SLICE("a" R));
	cleans(SLICE("a\xf4\x90\x80\x80z"), SLICE("a" R R R R "z"));
#undef R
}
END_TEST

START_TEST(blanks_at_line_ends_go)
{
	cleans(SLICE("a \nb\t\xc2\xa0\n c\xe3\x80\x80"), SLICE("a\nb\n c"));
	cleans(SLICE("  \n\n"), SLICE("\n\n"));
	cleans(SLICE("a \x01\nb"), SLICE("a\nb"));
	cleans(SLICE("a \x01 \n"), SLICE("a\n"));
	cleans(SLICE("a \x1b[0m\r\nb \xef\xbb\xbf"), SLICE("a\nb"));
	cleans(SLICE("a \x7f \x7f"), SLICE("a"));
}
END_TEST

/* Wherever it stands among clean bytes. */
START_TEST(dirt_is_found_at_each_place)
{
	static const struct {
		struct slice dirty, clean;
	} pieces[] = {{{"\x01", 1}, {"", 0}}, {{"\x7f", 1}, {"", 0}}, {{"\r", 1}, {"\n", 1}},
		{{" \n", 2}, {"\n", 1}}, {{"\t\n", 2}, {"\n", 1}}, {{"\xc2\xa0\n", 3}, {"\n", 1}},
		{{"\n \n", 3}, {"\n\n", 2}}, {{"\n\n", 2}, {"\n\n", 2}},
		{{"\xc3\n", 2}, {"\xef\xbf\xbd\n", 4}}};
	enum { LONG = 80 };
	char in[LONG], wanted[LONG + 4];

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		for (size_t at = 0; at + pieces[i].dirty.len < LONG; at++) {
			struct slice dirty = pieces[i].dirty, clean = pieces[i].clean;
			memset(in, 'x', sizeof in);
			memset(wanted, 'x', sizeof wanted);
			memcpy(in + at, dirty.at, dirty.len);
			memcpy(wanted + at, clean.at, clean.len);
			cleans((struct slice){in, LONG},
				(struct slice){wanted, LONG + clean.len - dirty.len});
		}
}
END_TEST

START_TEST(any_bytes_come_out_valid_and_the_same_the_second_time)
{
	static const char pieces[] =
		"ab \t\n\r\0\x1b[m]\x07\\\x85\xa0\xc2\xe2\x80\xa8\xef\xbb\xbf\xf0\x9f\xff\x7f";
	struct text_buffer out = {0}, again = {0};
	struct text_dirt dirt = {0};
	char in[24];

	srand(7);
	for (int i = 0; i < 200000; i++) {
		size_t len = (size_t)rand() % sizeof in;
		for (size_t k = 0; k < len; k++)
			in[k] = pieces[(size_t)rand() % (sizeof pieces - 1)];
		struct slice once = text_clean((struct slice){in, len}, &out, &dirt);
		ck_assert(text_is_utf8(once));
		ck_assert_ptr_null(once.len > 0 ? memchr(once.at, '\0', once.len) : NULL);
		struct slice twice = text_clean(once, &again, &dirt);
		if (!slice_equal(once, twice)) {
			for (size_t k = 0; k < len; k++)
				fprintf(stderr, "%02x ", (unsigned char)in[k]);
			ck_abort_msg("the second cleaning changed something");
		}
	}
	free(out.bytes);
	free(again.bytes);
}
END_TEST

START_TEST(hostile_escapes_take_linear_time)
{
	size_t n = 4 << 20;
	char *in = malloc(n);
	struct text_buffer out = {0};
	struct text_dirt dirt = {0};

	for (size_t i = 0; i + 1 < n; i += 2)
		memcpy(in + i, "\x1b]", 2);
	ck_assert_uint_eq(text_clean((struct slice){in, n}, &out, &dirt).len, 0);
	ck_assert_uint_eq(dirt.escapes, n / 2);
	free(in);
	free(out.bytes);
}
END_TEST

START_TEST(dirt_is_counted_and_reported)
{
	struct text_buffer out = {0}, report = {0};
	struct text_dirt dirt = {0};

	text_dirt_report(&dirt, &report);
	ck_assert_uint_eq(report.len, 0);
	text_clean(SLICE("\xef\xbb\xbf"
			 "a\r\nb\xff\xfe\x01\x1b[0m \nc"),
		&out, &dirt);
	ck_assert_uint_eq(dirt.line_ends, 1);
	ck_assert_uint_eq(dirt.marks, 1);
	ck_assert_uint_eq(dirt.controls, 1);
	ck_assert_uint_eq(dirt.escapes, 1);
	ck_assert_uint_eq(dirt.ill_formed, 2);
	ck_assert_uint_eq(dirt.blanks, 1);
	text_dirt_report(&dirt, &report);
	text_append(&report, SLICE("\0"));
	ck_assert_ptr_nonnull(strstr(report.bytes, "2 ill-formed"));
	ck_assert_ptr_null(strchr(report.bytes, '\n'));
	free(out.bytes);
	free(report.bytes);
}
END_TEST

START_TEST(code_points_go_there_and_back)
{
	char bytes[4];
	size_t len;

	for (uint32_t point = 0; point <= 0x10ffff; point++) {
		if (point >= 0xd800 && point <= 0xdfff)
			continue;
		size_t n = text_encode(point, bytes);
		struct slice s = {bytes, n};
		ck_assert_uint_eq(text_decode(s, &len), point);
		ck_assert_uint_eq(len, n);
		ck_assert(text_is_utf8(s));
	}
	ck_assert_uint_eq(text_decode(SLICE("\xe2\x82"), &len), 0xfffd);
	ck_assert_uint_eq(len, 1);
	ck_assert(!text_is_utf8(SLICE("12345678\xed\xa0\x80")));
	ck_assert(!text_is_utf8(SLICE("1234567\xc3")));
	ck_assert(text_is_utf8(SLICE("")));
}
END_TEST

START_TEST(trimming_takes_unicode_blanks)
{
	unit_same(text_trim(SLICE(" \t\xc2\xa0"
				  "a b\xe2\x80\x83\xe3\x80\x80 ")),
		SLICE("a b"));
	unit_same(text_trim(SLICE("\xe2\x80\x8b"
				  "a")),
		SLICE("\xe2\x80\x8b"
		      "a"));
	ck_assert_uint_eq(text_trim(SLICE(" \xc2\xa0")).len, 0);
	ck_assert_uint_eq(text_trim(SLICE("")).len, 0);
}
END_TEST

START_TEST(words_are_runs_of_letters_and_digits)
{
	static const char *const want[] = {"The", "U", "S", "caf\xc3\xa9", "3", "it", "s", "\xe6\x96\xb0",
		"\xe8\x81\x9e", "a", "e\xcc\x81", NULL};
	struct slice rest = SLICE(" The U.S. caf\xc3\xa9-3, it\xe2\x80\x99s \xe6\x96\xb0\xe8\x81\x9e"
				  "a\xff"
				  "e\xcc\x81!"),
		     word;

	for (size_t i = 0; want[i] != NULL; i++) {
		ck_assert(text_word(&rest, &word));
		unit_same(word, slice_of(want[i]));
	}
	ck_assert(!text_word(&rest, &word));
	ck_assert_uint_eq(rest.len, 0);
}
END_TEST

/* "m² ½, Ⅳ. 100㎡ a€1": what text_word() makes of it, and what text_word_or_numeral() does. */
START_TEST(numerals_of_every_kind_are_words_where_asked_for)
{
	static const char *const words[] = {"m", "100", "a", "1", NULL};
	static const char *const numerals[] = {
		"m\xc2\xb2", "\xc2\xbd", "\xe2\x85\xa3", "100\xe3\x8e\xa1", "a", "1", NULL};
	const struct slice text = SLICE("m\xc2\xb2 \xc2\xbd, \xe2\x85\xa3. 100\xe3\x8e\xa1 a\xe2\x82\xac"
					"1");
	static const bool with[] = {true, true, true, true, false, false};
	struct slice rest = text, word;
	bool numeral;

	for (size_t i = 0; words[i] != NULL; i++) {
		ck_assert(text_word(&rest, &word));
		unit_same(word, slice_of(words[i]));
	}
	ck_assert(!text_word(&rest, &word));
	rest = text;
	for (size_t i = 0; numerals[i] != NULL; i++) {
		ck_assert(text_word_or_numeral(&rest, &word, &numeral));
		unit_same(word, slice_of(numerals[i]));
		ck_assert_int_eq(numeral, with[i]);
	}
	ck_assert(!text_word_or_numeral(&rest, &word, &numeral));
}
END_TEST

START_TEST(folding_makes_equal_what_differs_in_case_and_form)
{
	struct text_buffer a = {0}, b = {0};
	static const struct slice same[][2] = {
		{{"HELLO", 5}, {"hello", 5}},
		{{"STRASSE", 7}, {"stra\xc3\x9f"
				  "e",
					 7}},
		{{"\xc3\x89", 2}, {"e\xcc\x81", 3}},
		{{"\xef\xac\x81", 3}, {"fi", 2}},
		{{"\xce\xa3", 2}, {"\xcf\x82", 2}},
		{{"\xef\xbc\xa1", 3}, {"a", 1}},
	};

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		unit_same(text_fold(same[i][0], &a), text_fold(same[i][1], &b));
	unit_same(text_fold(SLICE("A\xff"
				  "B"),
			  &a),
		SLICE("a\xff"
		      "b"));
	ck_assert_uint_eq(text_fold(SLICE(""), &a).len, 0);
	unit_same(text_fold(SLICE("I"), &a), SLICE("i"));
	free(a.bytes);
	free(b.bytes);
}
END_TEST

START_TEST(a_long_text_folds_too)
{
	struct text_buffer in = {0}, out = {0};

	for (int i = 0; i < 5000; i++)
		text_append(&in, SLICE("\xc3\x84"
				       "B"));
	struct slice folded = text_fold(text_slice(&in), &out);
	ck_assert_uint_eq(folded.len, in.len);
	unit_same((struct slice){folded.at + folded.len - 3, 3}, SLICE("\xc3\xa4"
								       "b"));
	free(in.bytes);
	free(out.bytes);
}
END_TEST

START_TEST(classes_of_code_points)
{
	ck_assert(text_is_letter('a') && text_is_letter(0xe9) && text_is_letter(0x301) &&
		  text_is_letter(0x65b0));
	ck_assert(!text_is_letter('1') && !text_is_letter(0x2019) && !text_is_letter(' ') &&
		  !text_is_letter('['));
	ck_assert(text_is_digit('7') && text_is_digit(0x0663) && !text_is_digit('x') && !text_is_digit(0xb2));
	ck_assert(text_is_upper('A') && text_is_upper(0xc9) && !text_is_upper('a') && !text_is_upper(0xe9));
	ck_assert(text_is_unspaced(0x65b0) && text_is_unspaced(0x3042) && text_is_unspaced(0x0e01));
	ck_assert(!text_is_unspaced('a') && !text_is_unspaced(0xac00) && !text_is_unspaced(0x1100));
}
END_TEST

int
main(void)
{
	const TTest *tests[] = {clean_text_is_given_back_itself, every_line_end_becomes_a_line_feed,
		marks_controls_and_escapes_go, each_maximal_subpart_becomes_one_replacement,
		blanks_at_line_ends_go, dirt_is_found_at_each_place,
		any_bytes_come_out_valid_and_the_same_the_second_time, hostile_escapes_take_linear_time,
		dirt_is_counted_and_reported, code_points_go_there_and_back, trimming_takes_unicode_blanks,
		words_are_runs_of_letters_and_digits, numerals_of_every_kind_are_words_where_asked_for,
		folding_makes_equal_what_differs_in_case_and_form, a_long_text_folds_too,
		classes_of_code_points, NULL};
	return unit_run("text", tests);
}
