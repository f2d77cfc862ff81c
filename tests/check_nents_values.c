/* nents: dates, times, sums, shares, measures and addresses, and their values. The cases stand in
 * tests/values. */
#include "unit.h"

#include "../cmd/nents/dates_anchor.h"
#include "../cmd/nents/lexicon.h"
#include "../cmd/nents/values.h"

#include <locale.h>

static struct article article;
static bool english = true; /* is what is read? */

/* Finds the values of the article's lines. */
static void
read_article(struct values *v, entity_set wanted)
{
	static struct lexicon *lexicon; /* the last v's: every list of values has the same words */
	static const struct values *last;
	if (last != v) {
		if (lexicon != NULL)
			lexicon_close(lexicon);
		lexicon = lexicon_open(NULL, values_words(v), NULL);
		last = v;
	}
	tokens_find(&article);
	lexicon_look_up(lexicon, &article);
	values_find(v, &article, wanted, english);
}

/* What is found in a line, as the tables write it. */
static struct slice
found_in(struct values *v, struct slice line)
{
	static struct text_buffer out;
	out.len = 0;
	article_reset(&article);
	article_add_line(&article, line, 1);
	read_article(v, ENTITY_ALL);
	for (size_t i = 0; i < article.mention_count; i++) {
		const struct mention *m = &article.mentions[i];
		text_append(&out, i > 0 ? SLICE(" | ") : SLICE(""));
		text_append(&out, entity_name(m->type));
		text_append(&out, SLICE(" "));
		text_append(&out, mention_text(&article, m));
		text_append(&out, SLICE("="));
		text_append(&out, article_note(&article, m->norm));
	}
	return text_slice(&out);
}

static void
check_table(const char *path)
{
	char line[2000];
	FILE *table = fopen(path, "r");
	ck_assert_msg(table != NULL, "%s: run from the top folder", path);
	size_t cases = 0, wrong = 0;
	while (fgets(line, sizeof line, table) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0')
			continue;
		char *text = strchr(line, '\t');
		ck_assert_ptr_nonnull(text);
		*text++ = '\0';
		char *want = strchr(text, '\t');
		ck_assert_msg(want != NULL, "%s: no third column: %s", path, text);
		*want++ = '\0';
		struct values *v = values_new();
		ck_assert(line[0] == '-' || values_set_day(v, slice_of(line)));
		struct slice got = found_in(v, slice_of(text));
		if (!slice_equal(got, slice_of(want))) {
			printf("%s: '%s' (%s)\n got '%.*s'\nwant '%s'\n", path, text, line, (int)got.len,
				got.len > 0 ? got.at : "", want);
			wrong++;
		}
		values_free(v);
		cases++;
	}
	fclose(table);
	ck_assert_uint_eq(wrong, 0);
	ck_assert_uint_gt(cases, 20);
}

START_TEST(dates)
{
	check_table("tests/values/dates.tsv");
}
END_TEST

START_TEST(amounts)
{
	check_table("tests/values/amounts.tsv");
}
END_TEST

START_TEST(marks_of_other_countries)
{
	english = false;
	check_table("tests/values/marks.tsv");
	english = true;
}
END_TEST

/* A locale with a decimal comma and other words for the months changes nothing. */
START_TEST(locale_plays_no_part)
{
	const char *const locales[] = {"de_DE.UTF-8", "tr_TR.UTF-8", "C.UTF-8"};
	for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
		setlocale(LC_ALL, locales[i]);
		check_table("tests/values/amounts.tsv");
	}
	setlocale(LC_ALL, "C");
}
END_TEST

/* Every day of 1600 to 2400: there and back, weekdays in turn, weeks of seven days, at most 53 of them. */
START_TEST(calendar)
{
	int32_t days = calendar_days(1600, 1, 1), last = calendar_days(2400, 12, 31);
	int weekday = 6; /* 1 January 1600 was a Saturday */
	ck_assert_int_eq(calendar_days(1970, 1, 1), 0);
	ck_assert_int_eq(calendar_weekday(days), weekday);
	for (; days <= last; days++, weekday = weekday % 7 + 1) {
		int year, month, day, week_year, week;
		calendar_date(days, &year, &month, &day);
		calendar_week(days, &week_year, &week);
		bool right = calendar_days(year, month, day) == days && calendar_is_valid(year, month, day) &&
			     calendar_weekday(days) == weekday && week >= 1 && week <= 53 &&
			     week_year >= year - 1 && week_year <= year + 1 &&
			     (month != 1 || day != 4 || (week == 1 && week_year == year));
		if (!right)
			ck_abort_msg("day %d: %d-%d-%d, weekday %d, week %d-W%d", days, year, month, day,
				weekday, week_year, week);
	}
	ck_assert(calendar_is_leap(2000) && calendar_is_leap(2024) && !calendar_is_leap(1900) &&
		  !calendar_is_leap(2023));
	ck_assert(!calendar_is_valid(2023, 2, 29) && !calendar_is_valid(2024, 13, 1) &&
		  !calendar_is_valid(2024, 4, 31));
}
END_TEST

/* The value of "today" in an article with this Date field. */
static struct slice
today_of(struct values *v, const char *field)
{
	article_reset(&article);
	article.date = slice_of(field);
	article_add_line(&article, SLICE("today"), 1);
	values_find(v, &article, ENTITY_ALL, english);
	article.date = (struct slice){NULL, 0};
	return article_note(&article, article.mentions[0].norm);
}

static int32_t
field_day(struct values *v, const char *field)
{
	int year = 0, month = 0, day = 0;
	ck_assert_int_eq(sscanf(today_of(v, field).at, "%4d-%2d-%2d", &year, &month, &day), 3);
	return calendar_days(year, month, day);
}

/* The forms in which pages print the day; "ago" counts from the day that the user gives. */
START_TEST(printed_days)
{
	struct values *v = values_new();
	ck_assert(values_set_day(v, SLICE("2025-08-02")));
	int32_t day = calendar_days(2025, 7, 31);
	const char *const fields[] = {"31 July 2025", "July 31, 2025", "2025-07-31", "2025-07-31T14:30:00Z",
		"2025-07-31 23:59:59.1+02:00", "Thu, 31 Jul 2025 10:00:00 GMT",
		"Published 3:07 PM EDT, July 31, 2025", "2 days ago", "31/07/2025", "31.07.2025",
		"Thursday 31 July", "two days ago", "Jul 31", "2d ago"};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		ck_assert_msg(field_day(v, fields[i]) == day, "%s", fields[i]);
	ck_assert_int_eq(field_day(v, "7 hours ago"), day + 2);
	ck_assert_int_eq(field_day(v, "an hour ago"), day + 2);
	ck_assert_int_eq(field_day(v, "yesterday"), day + 1);
	ck_assert_int_eq(field_day(v, "no day at all"), day + 2);
	ck_assert(!values_set_day(v, SLICE("soon")));
	ck_assert(!values_set_day(v, SLICE("")));
	values_free(v);
}
END_TEST

/* Ages of hours count as days where they are long enough; weeks have seven. */
START_TEST(printed_ages)
{
	static const struct {
		const char *field;
		int days;
	} ages[] = {{"23 hours ago", 0}, {"24 hours ago", 1}, {"72 hours ago", 3}, {"49h ago", 2},
		{"12m ago", 0}, {"90 minutes ago", 0}, {"1 min ago", 0}, {"30 secs ago", 0}, {"2w ago", 14},
		{"2 weeks ago", 14}, {"a week ago", 7}, {"1 wk ago", 7}, {"a fortnight ago", 14},
		{"Updated 3 days ago", 3}, {"several hours ago", 0}};
	struct values *v = values_new();
	ck_assert(values_set_day(v, SLICE("2025-08-02")));
	for (size_t i = 0; i < sizeof ages / sizeof *ages; i++)
		ck_assert_msg(field_day(v, ages[i].field) == calendar_days(2025, 8, 2) - ages[i].days, "%s",
			ages[i].field);
	values_free(v);
}
END_TEST

/* From "2 years ago" no day can be told, and the day of today least of all. */
START_TEST(printed_long_ago)
{
	static const char *const fields[] = {"2 years ago", "3 months ago", "a year ago", "2y ago",
		"3 decades ago", "a month ago", "5 mos ago", "2 yrs ago", "one quarter ago",
		"several days ago", "Updated 2 years ago"};
	struct values *v = values_new();
	ck_assert(values_set_day(v, SLICE("2025-08-02")));
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		unit_same(today_of(v, fields[i]), SLICE("XXXX-XX-XX"));
	}
	values_free(v);
}
END_TEST

/* With no Date field the dateline tells the day. */
START_TEST(datelines)
{
	struct values *v = values_new();
	article_reset(&article);
	article_add_line(&article, SLICE("MOSCOW, July 31, 2025 (Reuters) - He spoke on Wednesday."), 1);
	read_article(v, ENTITY_BIT(ENTITY_DATE));
	ck_assert_uint_eq(article.mention_count, 2);
	unit_same(article_note(&article, article.mentions[1].norm), SLICE("2025-07-30"));
	values_free(v);
}
END_TEST

/* A type that is not asked for is not given, and does not change the others. */
START_TEST(only_what_is_wanted)
{
	struct values *v = values_new();
	struct slice line = SLICE("On Thursday night 5% of $7 went to www.example.org, 5 km off, in 2024.");
	article_reset(&article);
	article_add_line(&article, line, 1);
	read_article(v, ENTITY_ALL);
	size_t all = article.mention_count, sum = 0;
	for (int type = 0; type < ENTITY_TYPES; type++) {
		article_reset(&article);
		article_add_line(&article, line, 1);
		read_article(v, ENTITY_BIT(type));
		for (size_t i = 0; i < article.mention_count; i++)
			ck_assert_int_eq(article.mentions[i].type, type);
		sum += article.mention_count;
	}
	ck_assert_uint_eq(all, 6);
	ck_assert_uint_eq(sum, all);
	values_free(v);
}
END_TEST

/* Whatever words follow each other: mentions lie in order, apart, on characters of their line, and end. */
START_TEST(any_words)
{
	static const char *const parts[] = {"the ", "first ", "week ", "of ", "last ", "July ", "31", "2025 ",
		"-", "to ", "between ", "and ", "a ", "half ", "million ", "$", "US", "dollars ", "%", "per ",
		"cent ", "years ", "ago ", "early ", "mid", "'", "90s ", "Monday ", "night ", "p.m. ",
		"10:30 ", "\xe2\x82\xac", "\xc2\xa3", "about ", "more ", "than ", "every ", "end ", "spring ",
		"Christmas ", "www.a.org ", "a@b.cd ", ", ", ". ", "/", "5,000 ", "3.5 ", "km ", "May ",
		"hours ", "\xc2\xa0", "Hong Kong ", "Rs. ", "second ", "was ", "will ", "\xc2\xbd ", "minus ",
		"1/2 ", "Milliarden ", "mil ", "metric tons ", "B.C. ", "February 29 ", "pm ", "m",
		"acre-feet ", "basis points "};
	struct values *v = values_new();
	uint32_t seed = 7;
	for (size_t turn = 0; turn < 3000; turn++) {
		char line[512];
		size_t len = 0;
		while (len < 200) {
			seed = seed * 1664525u + 1013904223u;
			const char *part = parts[(seed >> 16) % (sizeof parts / sizeof *parts)];
			memcpy(line + len, part, strlen(part));
			len += strlen(part);
		}
		ck_assert(values_set_day(v, turn % 2 == 0 ? SLICE("2025-07-31") : SLICE("29 February 2024")));
		found_in(v, (struct slice){line, len});
		size_t last = 0;
		for (size_t i = 0; i < article.mention_count; i++) {
			const struct mention *m = &article.mentions[i];
			bool link = m->type == ENTITY_URL || m->type == ENTITY_EMAIL;
			bool right = m->start < m->end && m->end <= len && (link || m->start >= last) &&
				     text_is_utf8(mention_text(&article, m)) &&
				     text_is_utf8(article_note(&article, m->norm));
			if (!right)
				ck_abort_msg("[%u, %u) of '%.*s'", m->start, m->end, (int)len, line);
			last = link ? last : m->end;
		}
	}
	values_free(v);
}
END_TEST

static bool
pieces_equal(const struct pieces *x, const struct pieces *y)
{
	if (x->count != y->count || x->start_count != y->start_count)
		return false;
	for (size_t i = 0; i < x->count; i++) {
		const struct piece *a = &x->list[i], *b = &y->list[i];
		if (a->start != b->start || a->end != b->end || a->mark != b->mark || a->word != b->word ||
			a->kind != b->kind || a->flags != b->flags)
			return false;
	}
	for (size_t i = 0; i < x->start_count; i++)
		if (x->starts[i] != y->starts[i])
			return false;
	return true;
}

/* The pieces of a line are the same, read from its bytes or from its tokens, whatever stands there. */
START_TEST(pieces_of_tokens_are_pieces)
{
	static const char *const parts[] = {"the", "may", "A", "US", "twenty", "characteristically", "-", "'",
		"s", "\xe2\x80\x99", " ", " ", " ", "  ", "\t", "\xc2\xa0", "\xe2\x80\x8b", "\xe2\x81\x9f",
		"\xe3\x80\x80", "\xc3\xa9", "\xc3\x97", "\xe4\xb8\xad", "\xc2\xb5", "\xe2\x82\xac", "$", "1",
		"1,000", ".", ",", "23", "/", "%", "&", "@", ":", "\"", "(", "U.S.", "\xff", "\xe2",
		"\xc2\xbd", "\xe2\x85\x93", "milh\303\265es"};
	struct words words;
	struct pieces of_bytes = {.words = &words}, of_tokens = {.words = &words};
	uint32_t seed = 3;
	words_init(&words);
	words_add(&words, "the", ROLE_THE | ROLE_BEGINS, 0);
	words_add(&words, "may", ROLE_MONTH | ROLE_BEGINS, 5);
	words_add(&words, "us", ROLE_NATION, 1);
	words_add(&words, "s", ROLE_PLAIN, PLAIN_S);
	struct lexicon *lexicon = lexicon_open(NULL, &words, NULL);
	for (size_t turn = 0; turn < 20000; turn++) {
		char line[256];
		size_t len = 0;
		for (size_t want = turn % 60; len < want;) {
			seed = seed * 1664525u + 1013904223u;
			const char *part = parts[(seed >> 16) % (sizeof parts / sizeof *parts)];
			memcpy(line + len, part, strlen(part));
			len += strlen(part);
		}
		article_reset(&article);
		article_add_line(&article, (struct slice){line, len}, 1);
		tokens_find(&article);
		lexicon_look_up(lexicon, &article);
		pieces_read(&of_bytes, article.lines[0].text);
		pieces_of_tokens(&of_tokens, article.lines[0].text, article.tokens, article.token_count);
		if (!pieces_equal(&of_bytes, &of_tokens))
			ck_abort_msg("turn %zu: '%.*s'", turn, (int)len, line);
		for (size_t i = 0; i < article.token_count; i++)
			ck_assert(
				article.tokens[i].key == token_key(token_text(&article, &article.tokens[i])));
	}
	pieces_free(&of_bytes);
	pieces_free(&of_tokens);
	lexicon_close(lexicon);
	words_free(&words);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {dates, amounts, marks_of_other_countries, locale_plays_no_part,
		calendar, printed_days, printed_ages, printed_long_ago, datelines, only_what_is_wanted,
		any_words, pieces_of_tokens_are_pieces, NULL};
	return unit_run("nents values", tests);
}
