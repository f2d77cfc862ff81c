/* check_lines: the facts of a line, the chain's states, and what the built-in model says of small pages. */
#include "unit.h"

#include "lines/cuts.h"
#include "lines/label.h"

enum { MOST_LINES = 200 };

/* Labels a text of lines; gives their number. */
static size_t
label(struct lines *labeller, const char *text, struct page_line *lines)
{
	size_t count = 0;
	for (struct slice rest = slice_of(text); rest.len > 0;) {
		const char *stop = memchr(rest.at, '\n', rest.len);
		size_t len = stop == NULL ? rest.len : (size_t)(stop - rest.at);
		ck_assert_uint_lt(count, MOST_LINES);
		lines[count++] = (struct page_line){.text = {rest.at, len}};
		rest = slice_after(rest, len + (stop != NULL));
	}
	lines_label(labeller, lines, count);
	return count;
}

static struct fact
fact(const char *text)
{
	static struct phrase_table phrases;
	static struct fact_room room;
	struct fact f;
	if (phrases.count == 0)
		phrases_fill(&phrases);
	uint64_t content[FILTER_WORDS] = {0};
	fact_of(&phrases, slice_of(text), &f, &room, content);
	return f;
}

static bool
has_flag(const char *text, enum line_flag flag)
{
	return fact(text).flags >> flag & 1;
}

START_TEST(a_line_is_counted)
{
	struct fact f = fact("He said: the U.N. will meet on 3 May, in Geneva. Then they left.");
	ck_assert_uint_eq(f.words, 15);
	ck_assert_uint_eq(f.commas, 1);
	ck_assert_uint_eq(f.numbers, 1);
	ck_assert_uint_eq(f.end, END_STOP);
	ck_assert_uint_eq(f.start, START_UPPER);
	ck_assert(f.good);
	ck_assert_uint_eq(f.breaks, 1);
}
END_TEST

START_TEST(ends_are_told_apart)
{
	static const struct {
		const char *text;
		enum line_end end;
	} CASES[] = {{"A word", END_NONE}, {"It is so.", END_STOP}, {"Is it so?", END_QUESTION},
		{"So!", END_SHOUT}, {"\"It is so.\"", END_QUOTE_AFTER_STOP},
		{"\u201cIt is so.\u201d", END_QUOTE_AFTER_STOP}, {"the \u201cman\u201d", END_QUOTE},
		{"and so on...", END_ELLIPSIS}, {"and so on\u2026", END_ELLIPSIS}, {"Read:", END_COLON},
		{"one,", END_COMMA}, {"(Reuters)", END_BRACKET}, {"Page 3", END_DIGIT},
		{"\u65e5\u672c\u3002", END_STOP}, {"\u65e5\u672c\uff01", END_SHOUT},
		{"\u65e5\u672c\uff1f", END_QUESTION}, {"\u65e5\u672c\uff1a", END_COLON},
		{"\u65e5\u672c\uff09", END_BRACKET}, {"\u065a\u061f", END_QUESTION},
		{"\u065a\u06d4", END_STOP}, {"\u00ab man \u00bb", END_QUOTE}, {"5 \u00b0", END_SYMBOL},
		{"so \u2192", END_SYMBOL}, {"\u65e5\u300d", END_QUOTE}, {"\u092f\u0939 \u0964", END_STOP},
		{"caf\u00e9", END_NONE}};
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		ck_assert_msg(fact(CASES[i].text).end == CASES[i].end, "'%s' ends as %d", CASES[i].text,
			fact(CASES[i].text).end);
}
END_TEST

START_TEST(flags_are_set_by_shape)
{
	ck_assert(has_flag("Al Jazeera2 days ago", FLAG_GLUED));
	ck_assert(!has_flag("Al Jazeera 2 days ago", FLAG_GLUED));
	ck_assert(has_flag("Updated 2024-05-12", FLAG_DATE));
	ck_assert(has_flag("12/05/2024", FLAG_DATE));
	ck_assert(!has_flag("3.5 per cent", FLAG_DATE));
	ck_assert(has_flag("at 10:30 today", FLAG_TIME));
	ck_assert(has_flag("May 12, 2024", FLAG_MONTH_DAY));
	ck_assert(has_flag("A tank rolls by. (AFP)", FLAG_CREDIT));
	ck_assert(has_flag("* * *", FLAG_RULE));
	ck_assert(has_flag("1,234", FLAG_NUMBER));
	ck_assert(has_flag("MOSCOW TALKS", FLAG_CAPITALS));
	ck_assert(has_flag("Write to us: desk@example.com", FLAG_MAIL));
	ck_assert(has_flag("Home | World | Sport", FLAG_PIPE));
	ck_assert(has_flag("He says \u201cthat we will go on as before\u201d to all.", FLAG_QUOTATION));
	ck_assert(has_flag("Er sagt \u00abdass wir so weitermachen\u00bb und geht.", FLAG_QUOTATION));
	ck_assert(!has_flag("the \u201cman\u201d said", FLAG_QUOTATION));
	ck_assert(has_flag("Norvale \u2013 a town", FLAG_DASH));
	ck_assert(!has_flag("Norvale a town", FLAG_DASH));
	ck_assert(has_flag("It cost \u20ac5 then", FLAG_MONEY));
	ck_assert(has_flag("It cost \u00a35 then", FLAG_MONEY));
	ck_assert(has_flag("Read more \u2192", FLAG_ARROW));
	ck_assert(has_flag("\u00a9 Norvale Post", FLAG_COPY));
	ck_assert(has_flag(
		"NORVALE \u2014 The council met on the old bridge to speak of what the winter had left.",
		FLAG_DATELINE));
	ck_assert(
		!has_flag("The council met on the old bridge to speak of what the winter had left of it all.",
			FLAG_DATELINE));
	ck_assert(has_flag("Share Tweet Email", FLAG_PHRASES));
	ck_assert(!has_flag("The minister spoke to the press", FLAG_PHRASES));
}
END_TEST

/* Lines are scanned sixty-four bytes at a time: where a word stands does not change what it is. */
START_TEST(words_are_the_same_wherever_they_stand)
{
	static const char words[] =
		"of ANTIDISESTABLISHMENTARIANISM\u00c9S and \u00e9t\u00e92days "
		"a123456789012345678901234567890123456789012345678901234567890123456789z"
		"a123456789012345678901234567890123456789012345678901234567890123456789z.";
	char line[400];
	struct fact first = fact(words);
	for (size_t k = 1; k < 70; k++) {
		memset(line, ';', k);
		strcpy(line + k, words);
		struct fact f = fact(line);
		ck_assert_uint_eq(f.words, first.words);
		ck_assert_uint_eq(f.capitals, first.capitals);
		ck_assert_uint_eq(f.capitalised, first.capitalised);
		ck_assert_uint_eq(f.hash, first.hash);
		ck_assert_uint_eq(f.end, first.end);
		ck_assert_uint_eq(f.flags >> FLAG_GLUED & 1, first.flags >> FLAG_GLUED & 1);
	}
}
END_TEST

START_TEST(groups_of_features_cover_all_rows)
{
	uint32_t begin, end, before = 0;
	size_t count = 0;
	for (const char *name; (name = feature_group(count, &begin, &end)) != NULL; count++, before = end) {
		ck_assert_uint_gt(strlen(name), 0);
		ck_assert_uint_eq(begin, before);
		ck_assert_uint_gt(end, begin);
	}
	ck_assert_uint_gt(count, 3);
	ck_assert_uint_eq(before, feature_rows());
}
END_TEST

START_TEST(case_and_length_do_not_change_a_word)
{
	static const char words[] = "Subscription SUBSCRIPTION subscription";
	const char *limit = words + sizeof(words) - 1;
	ck_assert_uint_eq(phrase_hash(words, 12, limit), phrase_hash(words + 13, 12, limit));
	ck_assert_uint_eq(phrase_hash(words, 12, limit), phrase_hash(words + 26, 12, limit));
	ck_assert_uint_ne(phrase_hash(words, 12, limit), phrase_hash(words, 11, limit));
}
END_TEST

START_TEST(a_word_at_the_end_of_memory_is_hashed_alike)
{
	static const char text[] = "news and more bytes behind it";
	char *tight = malloc(4);
	memcpy(tight, text, 4);
	ck_assert_uint_eq(phrase_hash(tight, 4, tight + 4), phrase_hash(text, 4, text + sizeof(text) - 1));
	free(tight);
}
END_TEST

/* Each word of each text that has eight bytes, which end where memory does. */
START_TEST(a_word_in_a_text_is_hashed_alike)
{
	enum { LONGEST = 40 };
	static const char text[] = "The Quick brown fox, \xC3\xA9t\xC3\xA9 1234567890 jumps over";
	for (size_t size = 8; size <= LONGEST; size++) {
		char *tight = malloc(size);
		memcpy(tight, text, size);
		for (size_t begin = 0; begin < size; begin++)
			for (size_t len = 1; len <= size - begin; len++)
				ck_assert_uint_eq(phrase_hash_in(tight + begin, len, tight + size - 8),
					phrase_hash(text + begin, len, text + sizeof(text) - 1));
		free(tight);
	}
}
END_TEST

START_TEST(all_phrases_have_room)
{
	static struct phrase_table phrases;
	phrases_fill(&phrases);
	ck_assert_uint_gt(phrases.word_count, 1000);
	ck_assert_uint_lt(phrases.word_count, PHRASE_WORDS);
	ck_assert_uint_gt(phrases.count, 100);
	ck_assert_uint_lt(phrases.count, PHRASE_LONG);
}
END_TEST

START_TEST(every_state_can_be_reached_and_left)
{
	uint32_t reached = state_starts();
	for (unsigned round = 0; round < LINE_STATES; round++)
		for (unsigned s = 0; s < LINE_STATES; s++)
			if (reached >> s & 1)
				reached |= state_moves((enum line_state)s);
	ck_assert_uint_eq(reached, (1U << LINE_STATES) - 1);
	for (unsigned s = 0; s < LINE_STATES; s++)
		ck_assert_uint_ne(state_moves((enum line_state)s), 0);
	ck_assert_uint_eq(state_moves(STATE_PRE) & STATE_BIT(STATE_TEXT), 0);
	ck_assert_uint_eq(state_moves(STATE_POST) & STATE_BIT(STATE_TEXT), 0);
}
END_TEST

/* A page written for this test: furniture, two articles with heads, furniture. */
static const char PAGE[] = "Home\nWorld\nSport\nLog in\nSubscribe\n\n"
			   "Harbour bridge to close for repairs until the autumn\n\n"
			   "By Ann Lee\nMay 12, 2024\n\n"
			   "The old bridge over the harbour will be closed to all traffic from Monday, the "
			   "city council said in a statement.\n\n"
			   "Engineers found cracks in two of its pillars last week, and repairs are expected "
			   "to take at least four months.\n\n"
			   "Buses will run over the northern bridge, which adds some twenty minutes to the "
			   "way into town, the council said.\n\n"
			   "Share\nTweet\nEmail\n\n"
			   "Farmers ask for help after a third dry spring\n\n"
			   "By Tom Hill\nMay 11, 2024\n\n"
			   "Farmers in the eastern valleys have asked the government for help after a third "
			   "spring with hardly any rain.\n\n"
			   "The wheat stands only half as high as it should, the farmers' union said, and "
			   "many wells have run dry already.\n\n"
			   "A decision on aid is expected by the end of the month, a spokeswoman for the "
			   "ministry told reporters on Friday.\n\n"
			   "Share\nTweet\nEmail\n\n"
			   "Most read\nCookie policy\nPrivacy policy\n\u00a9 2024 All rights reserved\n";

START_TEST(a_page_of_two_articles_is_labelled)
{
	struct lines *labeller = lines_open();
	struct page_line lines[MOST_LINES];
	size_t count = label(labeller, PAGE, lines), opens = 0, text = 0;
	for (size_t i = 0; i < count; i++) {
		ck_assert_msg((lines[i].role == LINE_BLANK) == (lines[i].text.len == 0), "line %zu", i);
		opens += lines[i].opens;
		if (lines[i].text.len > 90) {
			ck_assert_int_eq(lines[i].role, LINE_TEXT);
			text++;
		}
		if (slice_starts(lines[i].text, SLICE("Harbour")) ||
			slice_starts(lines[i].text, SLICE("Farmers ask"))) {
			ck_assert_int_eq(lines[i].role, LINE_TITLE);
			ck_assert(lines[i].opens);
		}
	}
	ck_assert_uint_eq(text, 6);
	ck_assert_uint_eq(opens, 2);
	ck_assert_int_eq(lines[0].role, LINE_CHROME);
	ck_assert_int_eq(lines[count - 1].role, LINE_CHROME);
	lines_close(labeller);
}
END_TEST

/* A page whose text is hardly told from its furniture: lists between few sentences. */
static const char DOUBTFUL[] =
	"Walks round the harbour - Visit Northport\nMenu\nPlan your stay\nWalks round the harbour\n"
	"Northport has paths for every pair of boots, from the flat quay to the cliffs above the "
	"lighthouse.\n"
	"The quay\nLength: 2 km, flat, good for prams and wheelchairs\nStart: car park behind the fish "
	"market\n"
	"Look out for: seals on the slipway at low tide\nCafes: two, open all year\nThe lighthouse\n"
	"Length: 7 km, steep in parts\nStart: bus stop at the church\n"
	"Look out for: puffins from May to July\nBring: water, there is none on the way\nThe old railway\n"
	"Length: 11 km, flat\nStart: the station\nGood for bicycles\nAsk for the leaflet at the tourist "
	"office\n"
	"Book a guide\nWhere to eat\nNewsletter\nContact\n(c) Visit Northport\n";

START_TEST(a_page_in_doubt_keeps_more)
{
	struct lines *labeller = lines_open();
	struct page_line lines[MOST_LINES];
	size_t count = label(labeller, DOUBTFUL, lines), kept = 0;

	for (size_t i = 0; i < count; i++) {
		bool listed = slice_starts(lines[i].text, SLICE("Start: bus")) ||
			      slice_starts(lines[i].text, SLICE("Bring:")) ||
			      slice_starts(lines[i].text, SLICE("The old railway")) ||
			      slice_starts(lines[i].text, SLICE("Length: "));
		kept += listed && lines[i].role == LINE_TEXT;
	}
	ck_assert_uint_ge(kept, 4); /* of six; one bar for all pages keeps two */
	ck_assert_int_eq(lines[1].role, LINE_CHROME);
	ck_assert_int_eq(lines[count - 1].role, LINE_CHROME);
	lines_close(labeller);
}
END_TEST

/* A head with furniture between its lines. */
static const char MIXED_HEAD[] =
	"How to keep houseplants alive through winter\nHome\nBlog\nHow to keep houseplants alive through "
	"winter\n"
	"Table of Contents\n10 min read\nBy Ann Roe\nUpdated on January 12, 2026\nShare to:\n"
	"Add as a preferred source on Google\n"
	"Most houseplants die of too much water and not of too little, and in winter they need less of it "
	"than "
	"ever.\nLighting for indoor plants\nMove every pot as near to a window as you can, and turn it by a "
	"quarter "
	"each week so that it grows straight.\n";

START_TEST(a_byline_names_somebody)
{
	struct lines *labeller = lines_open();
	struct page_line lines[MOST_LINES];
	size_t count = label(labeller, MIXED_HEAD, lines), bylines = 0;

	for (size_t i = 0; i < count; i++) {
		if (slice_starts(lines[i].text, SLICE("By Ann")))
			ck_assert_int_eq(lines[i].role, LINE_BYLINE);
		bylines += lines[i].role == LINE_BYLINE;
	}
	ck_assert_uint_eq(bylines, 1);
	lines_close(labeller);
}
END_TEST

/* A page of forty lines whose chain is made up: its first line opens; line `at` opens on the best path. */
static void
set_openings(struct lines *l, const struct seq_model *model, size_t at, float share)
{
	enum { LINES = 40 };
	l->model = model;
	l->sheet.count = LINES;
	l->states = calloc(LINES, 1);
	l->posteriors = calloc(LINES * LINE_STATES, sizeof *l->posteriors);
	memset(l->states, STATE_TEXT, LINES);
	l->states[0] = l->states[at] = STATE_TITLE_OPEN;
	l->posteriors[at * LINE_STATES + STATE_TITLE_OPEN] = share;
	l->posteriors[20 * LINE_STATES + STATE_TITLE_OPEN] = 0.2F;
	l->posteriors[21 * LINE_STATES + STATE_LEAD_OPEN] = 0.4F;
}

START_TEST(an_opening_in_doubt_between_lines_is_no_less_one)
{
	static const struct seq_model model = {.stride = LINE_STATES};
	for (int sure = 0; sure < 2; sure++) {
		struct lines l = {0};
		set_openings(&l, &model, 10, sure ? 0.9F : 0.7F);
		cuts_add_missed(&l);
		for (size_t i = 0; i < l.sheet.count; i++) {
			bool opens = i == 0 || i == 10 || (sure && i == 21);
			ck_assert_msg(opens == (STATES_OPENING >> l.states[i] & 1), "line %zu", i);
		}
		free(l.states);
		free(l.posteriors);
	}
}
END_TEST

START_TEST(beside_an_opening_of_the_path_there_is_no_other)
{
	static const struct seq_model model = {.stride = LINE_STATES};
	struct lines l = {0};
	set_openings(&l, &model, 22, 0.9F);
	cuts_add_missed(&l);
	ck_assert_int_eq(l.states[20], STATE_TEXT);
	ck_assert_int_eq(l.states[21], STATE_TEXT);
	free(l.states);
	free(l.posteriors);
}
END_TEST

/* One article whose standfirst stands between title and byline. */
static const char STANDFIRST[] =
	"Council drops plan for paid parking at the beach\n\n"
	"More than 4,000 people had signed a petition against the charges.\n\nHugo Bell\n\n"
	"Thu 9 May 2024 08.00 BST\n\n"
	"The decision was made at a meeting on Wednesday evening that lasted for almost five hours, people "
	"who "
	"were there said.\n\n"
	"\"Nobody told us anything,\" said Paula Grant, who was there with two small children and had come a "
	"long way.\n\n"
	"A spokesman said that the matter was now closed and that no further statement would be made before "
	"the "
	"summer.\n";

START_TEST(a_standfirst_is_no_article)
{
	struct lines *labeller = lines_open();
	struct page_line lines[MOST_LINES];
	size_t count = label(labeller, STANDFIRST, lines), opens = 0;

	for (size_t i = 0; i < count; i++)
		opens += lines[i].opens;
	ck_assert_uint_eq(opens, 1);
	lines_close(labeller);
}
END_TEST

/* A head with a label of dates that has none behind it. */
static const char NO_DAY[] =
	"Harbour bridge to close for repairs until the autumn\n\nLast updated on:\n\nOn this page\n\n"
	"By Ann Lee\n\n"
	"The council said on Monday that the bridge over the harbour will be closed to all traffic for at "
	"least "
	"four months while engineers mend the pillars.\n\n"
	"Buses will run over the northern bridge, which adds some twenty minutes to the way into town, a "
	"spokeswoman told reporters.\n";

START_TEST(a_date_says_a_day)
{
	struct lines *labeller = lines_open();
	struct page_line lines[MOST_LINES];
	size_t count = label(labeller, NO_DAY, lines);

	for (size_t i = 0; i < count; i++)
		if (slice_equal(lines[i].text, SLICE("On this page")))
			ck_assert_int_eq(lines[i].role, LINE_CHROME);
	lines_close(labeller);
}
END_TEST

/* A labeller used before gives the same as a fresh one. */
START_TEST(labels_do_not_depend_on_pages_before)
{
	struct lines *used = lines_open(), *fresh = lines_open();
	struct page_line first[MOST_LINES], again[MOST_LINES];
	label(used, "Some other page\nwith two lines\n", first);
	size_t count = label(used, PAGE, again);
	label(fresh, PAGE, first);
	for (size_t i = 0; i < count; i++) {
		ck_assert_int_eq(first[i].role, again[i].role);
		ck_assert_int_eq(first[i].opens, again[i].opens);
	}
	lines_close(used);
	lines_close(fresh);
}
END_TEST

/* The shortest good line: eight words of a letter. */
START_TEST(a_short_sentence_has_its_own_words_alone)
{
	struct lines *labeller = lines_open();
	struct page_line lines[MOST_LINES];
	label(labeller, "Ministers discuss reforms tomorrow\n", lines);
	label(labeller, "a b c d e f g h.\nMinisters discuss reforms tomorrow\n", lines);
	ck_assert_uint_eq(labeller->sheet.good_count, 1);
	ck_assert_uint_eq(labeller->sheet.places[1].last_share, 1); /* none of them */
	lines_close(labeller);
}
END_TEST

START_TEST(empty_pages_and_long_lines_are_taken)
{
	struct lines *labeller = lines_open();
	struct page_line lines[MOST_LINES];
	ck_assert_uint_eq(label(labeller, "", lines), 0);
	ck_assert_uint_eq(label(labeller, "\n\n\n", lines), 3);
	ck_assert_int_eq(lines[0].role, LINE_BLANK);
	char *text = malloc(1 << 20);
	for (size_t i = 0; i < (1 << 20) - 1; i++)
		text[i] = i % 7 == 6 ? ' ' : (char)('a' + i % 26);
	text[(1 << 20) - 1] = '\0';
	ck_assert_uint_eq(label(labeller, text, lines), 1);
	memset(text, '.', (1 << 20) - 1);
	ck_assert_uint_eq(label(labeller, text, lines), 1);
	memset(text, 0xE2, (1 << 20) - 1);
	ck_assert_uint_eq(label(labeller, text, lines), 1);
	free(text);
	lines_close(labeller);
}
END_TEST

/* Any bytes at all: the features stay within the model's rows and their own room. */
START_TEST(features_stay_in_range)
{
	struct lines *labeller = lines_open();
	struct page_line lines[MOST_LINES];
	uint64_t seed = 88172645463325252U;
	static char bytes[MOST_LINES * 40];
	static const char SAMPLE[] = "the share by 12:3 (|>@#).\xE2\x80\x99";
	for (int round = 0; round < 20; round++) {
		for (size_t i = 0; i < sizeof(bytes); i++) {
			seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
			bytes[i] = round % 2 ? (char)seed : SAMPLE[seed % (sizeof(SAMPLE) - 1)];
		}
		for (size_t i = 0; i < MOST_LINES; i++)
			lines[i] = (struct page_line){.text = {bytes + i * 40, (size_t)(bytes[i] & 31)}};
		sheet_read(&labeller->sheet, &labeller->phrases, &labeller->room, lines, MOST_LINES);
		struct feature_walk walk = {0};
		struct features f;
		for (size_t i = 0; i < labeller->sheet.count; i++) {
			features_of(&labeller->sheet, i, &walk, &f);
			ck_assert_uint_le(f.count, SEQ_FEATURES);
			for (size_t k = 0; k < f.count; k++)
				ck_assert_uint_lt(f.at[k], feature_rows());
		}
	}
	lines_close(labeller);
}
END_TEST

/* A page of more than 16,384 lines: those behind are labelled as if they were a page. */
START_TEST(long_pages_are_labelled_in_parts)
{
	enum { PART = 16384, REST = 40 };
	static const char *const texts[] = {"Home", "Harbour reopens after nine days of strike",
		"By Ada Holm", "The harbour was open again on Monday, the minister said, after nine days.",
		"Subscribe to our newsletter", ""};
	static struct page_line all[PART + REST], rest[REST];
	struct lines *labeller = lines_open();
	for (size_t i = 0; i < PART + REST; i++)
		all[i].text = slice_of(texts[i % 6]);
	for (size_t i = 0; i < REST; i++)
		rest[i].text = all[PART + i].text;
	lines_label(labeller, all, PART + REST);
	lines_label(labeller, rest, REST);
	for (size_t i = 0; i < REST; i++) {
		ck_assert_int_eq(all[PART + i].role, rest[i].role);
		ck_assert_int_eq(all[PART + i].opens, rest[i].opens);
	}
	lines_close(labeller);
}
END_TEST

int
main(void)
{
	const TTest *const TESTS[] = {a_line_is_counted, ends_are_told_apart, flags_are_set_by_shape,
		words_are_the_same_wherever_they_stand, groups_of_features_cover_all_rows,
		case_and_length_do_not_change_a_word, a_word_at_the_end_of_memory_is_hashed_alike,
		a_word_in_a_text_is_hashed_alike, all_phrases_have_room, every_state_can_be_reached_and_left,
		a_page_of_two_articles_is_labelled, a_page_in_doubt_keeps_more, a_byline_names_somebody,
		a_standfirst_is_no_article, a_date_says_a_day,
		an_opening_in_doubt_between_lines_is_no_less_one,
		beside_an_opening_of_the_path_there_is_no_other, labels_do_not_depend_on_pages_before,
		a_short_sentence_has_its_own_words_alone, empty_pages_and_long_lines_are_taken,
		long_pages_are_labelled_in_parts, features_stay_in_range, NULL};
	return unit_run("lines", TESTS);
}
