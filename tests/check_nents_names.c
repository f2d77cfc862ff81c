/* nents: tokens, folding, segments, lists, choice between mentions, the document pass. */
#include "unit.h"

#include "../cmd/nents/acronyms.h"
#include "../cmd/nents/aliases.h"
#include "../cmd/nents/builtin.h"
#include "../cmd/nents/choose.h"
#include "../cmd/nents/fold.h"
#include "../cmd/nents/gazetteer.h"
#include "../cmd/nents/joins.h"
#include "../cmd/nents/known.h"
#include "../cmd/nents/lexicon.h"
#include "../cmd/nents/links.h"
#include "../cmd/nents/segment.h"
#include "../cmd/nents/token.h"

static struct article article;

static const struct gazetteer *
lists(void)
{
	static struct gazetteer *g;

	if (g == NULL)
		g = gazetteer_open(builtin_gazetteer, (size_t)(builtin_gazetteer_end - builtin_gazetteer));

	ck_assert_ptr_nonnull(g);
	return g;
}

/* The tokens of the article's lines, with what the lists say of them. */
static void
read_tokens(void)
{
	struct lexicon *lexicon = lexicon_open(lists(), NULL, NULL);

	tokens_find(&article);
	lexicon_look_up(lexicon, &article);
	lexicon_close(lexicon);
}

/* The tokens of one line, joined by bars. */
static const char *
cut(const char *line)
{
	static char joined[1000];
	size_t n = 0;

	article_reset(&article);
	article_add_line(&article, slice_of(line), 1);
	read_tokens();
	joined[0] = '\0';
	for (size_t i = 0; i < article.token_count; i++) {
		struct slice text = token_text(&article, &article.tokens[i]);

		n += (size_t)snprintf(
			joined + n, sizeof joined - n, "%s%.*s", i > 0 ? "|" : "", (int)text.len, text.at);
	}
	return joined;
}

START_TEST(words_and_marks)
{
	ck_assert_str_eq(
		cut("Syria's Asaad al-Shaibani met O'Neil."), "Syria|'s|Asaad|al-Shaibani|met|O'Neil|.");
	ck_assert_str_eq(
		cut("Syria\xe2\x80\x99s U.S. envoy J. Smith"), "Syria|\xe2\x80\x99s|U.S.|envoy|J.|Smith");
	ck_assert_str_eq(cut("He didn't pay $1,200.50 (AT&T)."), "He|didn't|pay|$|1,200.50|(|AT&T|)|.");
	ck_assert_str_eq(cut("They're 15-year-olds, 31st; 9/11"), "They|'re|15-year-olds|,|31st|;|9/11");
	ck_assert_str_eq(cut("Gen. Prawit left.Then Mr. Xu came"), "Gen.|Prawit|left|.|Then|Mr.|Xu|came");
	ck_assert_str_eq(cut(""), "");
	ck_assert_str_eq(cut("\xff\xfe A\xc3"), "\xff|\xfe|A|\xc3");
}
END_TEST

/* A line of pieces that are hard to cut, of some 40 bytes at most. Gives its length. */
static size_t
random_line(uint32_t *seed, char *line)
{
	static const char *const parts[] = {"it", "It", "IT", "iT", "a", "Gen", "U.S.", "characteristically",
		"abcdefghijklmno", "ABCDEFGHIJKLMNOP", "Qwertyuiopasdfghj", "\xc3\xa9", "\xc3\x89",
		"\xe2\x80\x99", "\xe2\x80\x9c", "'s", "'re", "\"", "-", "&", ".", "...", ",", "?", "(", "1",
		"2,5", "www", "WWW.", "w", ":", "//", "@", "\xff", "\xc2", "\xe4\xb8\xad", "\xc2\xa0", " ",
		" ", " ", " ", "  ", "\t"};
	size_t len = 0, want;

	*seed = *seed * 1664525U + 1013904223U;
	want = (*seed >> 16) % 40;
	while (len < want) {
		const char *part;

		*seed = *seed * 1664525U + 1013904223U;
		part = parts[(*seed >> 16) % (sizeof parts / sizeof *parts)];
		memcpy(line + len, part, strlen(part));
		len += strlen(part);
	}
	return len;
}

/* Cuts a line that begins with blanks; its bytes stand in memory of just that size. */
static void
cut_behind(size_t blanks, struct slice line)
{
	static char *text;

	free(text);
	text = malloc(blanks + line.len + 1);
	ck_assert_ptr_nonnull(text);
	text = memset(text, ' ', blanks + line.len + 1);
	memcpy(text + blanks, line.at, line.len);
	text = realloc(text, blanks + line.len + (blanks + line.len == 0));
	article_reset(&article);
	article_add_line(&article, (struct slice){text, blanks + line.len}, 1);
	tokens_find(&article);
}

/* What a plain word is, one letter at a time. */
static void
check_plain(const struct token *t, struct slice text, unsigned char next)
{
	size_t small = 0, letters = 0;

	for (size_t i = 0; i < text.len; i++) {
		small += text.at[i] >= 'a' && text.at[i] <= 'z';
		letters += text_ascii_letter(text.at[i]);
	}
	ck_assert_uint_eq(t->plain, letters == text.len && text.len < FOLD_ROOM);
	if (!t->plain)
		return;
	ck_assert_uint_eq(t->piece & TOKEN_WHOLE, next < 0x80 || next == 0xc2 || next == 0xe2);
	ck_assert_uint_eq(t->class, small == text.len ? TOKEN_LOWER
				    : small == 0      ? TOKEN_UPPER
						      : TOKEN_CAPITAL);
}

/* Words are cut by blocks of bytes: where in them they stand, and where the line ends, is all the same. */
START_TEST(tokens_wherever_they_stand)
{
	struct token alone[64];
	uint32_t seed = 5;

	for (size_t turn = 0; turn < 30000; turn++) {
		char bytes[64];
		struct slice line = {bytes, random_line(&seed, bytes)};
		size_t count, blanks = turn % 19, start, end;
		bool is_mail;

		cut_behind(0, line);
		count = article.token_count;
		ck_assert_uint_le(count, 64);
		memcpy(alone, article.tokens, count * sizeof *alone);
		for (size_t i = 0; i < count; i++) {
			struct slice text = token_text(&article, &alone[i]);

			ck_assert(alone[i].key == token_key(text));
			check_plain(&alone[i], text,
				alone[i].end < line.len ? (unsigned char)bytes[alone[i].end] : 0);
			ck_assert_uint_eq(
				token_next_capital(&article, i, count) == i, token_is_capital(&alone[i]));
		}
		ck_assert(article.lines[0].has_signs || !links_next(line, 0, &start, &end, &is_mail));
		cut_behind(blanks, line);
		ck_assert_uint_eq(article.token_count, count);
		for (size_t i = 0; i < count; i++) {
			article.tokens[i].start -= (uint32_t)blanks;
			article.tokens[i].end -= (uint32_t)blanks;
		}
		ck_assert(count == 0 || memcmp(alone, article.tokens, count * sizeof *alone) == 0);
	}
}
END_TEST

START_TEST(classes_and_sentences)
{
	cut("McCoy saw NATO. iPhone sales rose 3%");
	ck_assert_int_eq(article.tokens[0].class, TOKEN_CAPITAL);
	ck_assert_int_eq(article.tokens[0].opens, 1);
	ck_assert_int_eq(article.tokens[1].class, TOKEN_LOWER);
	ck_assert_int_eq(article.tokens[2].class, TOKEN_UPPER);
	ck_assert_int_eq(article.tokens[2].opens, 0);
	ck_assert_int_eq(article.tokens[4].class, TOKEN_CAPITAL);
	ck_assert_int_eq(article.tokens[4].opens, 1);
	ck_assert_int_eq(article.tokens[7].class, TOKEN_NUMBER);
	ck_assert_int_eq(article.tokens[8].class, TOKEN_MARK);
	ck_assert_int_eq(article.tokens[8].glued, 1);
}
END_TEST

START_TEST(styles_of_lines)
{
	cut("Minister Opens New Bridge Across River in Capital");
	ck_assert_int_eq(article.lines[0].style, STYLE_TITLE_CASE);
	cut("The minister opened a new bridge across the river in Riga");
	ck_assert_int_eq(article.lines[0].style, STYLE_BODY);
	cut("MINISTER OPENS NEW BRIDGE");
	ck_assert_int_eq(article.lines[0].style, STYLE_CAPITALS);
}
END_TEST

static void
folds_to(const char *word, const char *want)
{
	char out[FOLD_ROOM];
	size_t len = fold_word(slice_of(word), out);

	unit_same((struct slice){out, len}, slice_of(want));
}

START_TEST(folding)
{
	folds_to("\xc3\x96zg\xc3\xbcr", "ozgur");
	folds_to("S\xc3\xb8rensen", "sorensen");
	folds_to("\xc5\x81\xc3\xb3"
		 "d\xc5\xba",
		"lodz");
	folds_to("Stra\xc3\x9f"
		 "e",
		"strasse");
	folds_to("\xc4\xb0stanbul", "istanbul");
	ck_assert(token_key(SLICE("OZGUR")) == token_key(SLICE("\xc3\x96zg\xc3\xbcr")));
	ck_assert(token_key(SLICE("Ozgur")) != token_key(SLICE("Ozgun")));
}
END_TEST

/* The segments of one line, each in brackets. */
static const char *
segments(const char *line)
{
	static char joined[1000];
	struct segment s;
	size_t n = 0;

	cut(line);
	for (size_t at = 0; segment_next(&article, &article.lines[0], at, &s); at = s.end) {
		size_t start = article.tokens[s.first].start, end = article.tokens[s.end - 1].end;

		n += (size_t)snprintf(
			joined + n, sizeof joined - n, "[%.*s]", (int)(end - start), line + start);
	}
	joined[n] = '\0';
	return joined;
}

START_TEST(runs_that_can_be_names)
{
	ck_assert_str_eq(segments("today the Bank of England and he"), "[Bank of England]");
	ck_assert_str_eq(segments("says Ahmed al-Sharaa in Homs. Then"), "[Ahmed al-Sharaa in Homs][Then]");
	ck_assert_str_eq(segments("with al - Sharaa there"), "[al - Sharaa]");
	ck_assert_str_eq(segments("no name at all"), "");
	ck_assert_str_eq(segments("see Riga, Oslo"), "[Riga][Oslo]");
}
END_TEST

static uint16_t
classes_of(const char *name)
{
	uint64_t chain = 0;

	cut(name);
	for (size_t i = 0; i < article.token_count; i++)
		chain = token_chain(chain, article.tokens[i].key);
	return gazetteer_classes(lists(), chain);
}

START_TEST(lists_know_names)
{
	ck_assert(classes_of("Kazakhstan") & 1 << GAZ_COUNTRY);
	ck_assert(classes_of("Damascus") & 1 << GAZ_BIG);
	ck_assert(classes_of("Sri") & 1 << GAZ_LONGER);
	ck_assert(classes_of("sri lanka") & 1 << GAZ_COUNTRY);
	ck_assert(classes_of("Vladimir") & 1 << GAZ_GIVEN);
	ck_assert(classes_of("because") & 1 << GAZ_COMMON);
	ck_assert(!(classes_of("Damascus") & 1 << GAZ_COMMON));
	ck_assert_uint_eq(classes_of("xyzzyq"), 0);
}
END_TEST

START_TEST(places_of_tokens_in_names)
{
	uint64_t places[8];

	cut("in Sri Lanka today");
	gazetteer_places(lists(), article.tokens, 0, article.token_count, places);
	ck_assert_uint_eq(gazetteer_place(places[0], GAZ_COUNTRY), 0);
	ck_assert_uint_eq(gazetteer_place(places[1], GAZ_COUNTRY), GAZ_BEGINS);
	ck_assert_uint_eq(gazetteer_place(places[2], GAZ_COUNTRY), GAZ_LAST);
	ck_assert_uint_eq(gazetteer_place(places[3], GAZ_COUNTRY), 0);
	cut("Peru");
	gazetteer_places(lists(), article.tokens, 0, 1, places);
	ck_assert_uint_eq(gazetteer_place(places[0], GAZ_COUNTRY), GAZ_WHOLE);
}
END_TEST

START_TEST(damaged_lists_are_refused)
{
	char *copy = malloc(200);

	memcpy(copy, builtin_gazetteer, 200);
	ck_assert_ptr_null(gazetteer_open(copy, 200));
	ck_assert_ptr_null(gazetteer_open(copy, 4));
	memset(copy, 'x', 8);
	ck_assert_ptr_null(gazetteer_open(copy, 200));
	free(copy);
}
END_TEST

START_TEST(countries_have_codes)
{
	const struct cue_entry *cue;

	cut("South Korea");
	cue = gazetteer_cue(
		lists(), token_chain(token_chain(0, article.tokens[0].key), article.tokens[1].key));
	ck_assert_ptr_nonnull(cue);
	ck_assert_int_eq(cue->cue, CUE_COUNTRY);
	ck_assert_str_eq(cue->value, "KR");
}
END_TEST

/* A cue with a full stop is found where the scan makes one token of it. */
START_TEST(abbreviations_are_cues)
{
	static const struct {
		const char *word;
		enum cue cue;
	} words[] = {{"Inc.", CUE_COMPANY}, {"Ltd.", CUE_COMPANY}, {"Bros.", CUE_COMPANY}, {"Mr.", CUE_TITLE},
		{"Gen.", CUE_TITLE}, {"Brig.", CUE_TITLE}, {"Cpl.", CUE_TITLE}, {"Sen.", CUE_TITLE},
		{"Dept.", CUE_ORG}, {"Mt.", CUE_PLACE}, {"Jan.", CUE_TIME}};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		char line[40];

		snprintf(line, sizeof line, "then %s Kestrel", words[i].word);
		cut(line);
		unit_same(token_text(&article, &article.tokens[1]), slice_of(words[i].word));
		ck_assert_msg(article.tokens[1].cue == words[i].cue, "%s", words[i].word);
	}
}
END_TEST

START_TEST(aliases_of_words)
{
	ck_assert(alias_key(SLICE("al-Sharaa")) == alias_key(SLICE("Sharaa")));
	ck_assert(alias_key(SLICE("Sergei")) == alias_key(SLICE("Sergey")));
	ck_assert(alias_key(SLICE("Zelensky")) == alias_key(SLICE("Zelenskyy")));
	ck_assert(alias_key(SLICE("El-Sisi")) == alias_key(SLICE("al-Sisi")));
	ck_assert(alias_key(SLICE("Lavrov")) != alias_key(SLICE("Lavrova")));
	ck_assert(alias_key(SLICE("Ali")) != alias_key(SLICE("Alia")));
}
END_TEST

static void
put(enum entity_type type, enum mention_source source, size_t start, size_t end)
{
	mention_add(&article, type, source, 0, start, end);
}

START_TEST(overlaps_are_decided)
{
	cut("Bank of America on Thursday, 17 May 2020");
	put(ENTITY_GPE, SOURCE_LIST, 8, 15);
	put(ENTITY_ORG, SOURCE_TAGGER, 0, 15);
	put(ENTITY_ORG, SOURCE_TAGGER, 19, 27);
	put(ENTITY_DATE, SOURCE_CLOSED, 19, 27);
	put(ENTITY_PERSON, SOURCE_USER, 32, 35);
	put(ENTITY_DATE, SOURCE_CLOSED, 29, 40);
	put(ENTITY_QUOTE, SOURCE_CLOSED, 0, 27);
	mentions_choose(&article);
	ck_assert_uint_eq(article.mention_count, 4);
	ck_assert_int_eq(article.mentions[0].type, ENTITY_QUOTE);
	ck_assert_int_eq(article.mentions[1].type, ENTITY_ORG);
	ck_assert_int_eq(article.mentions[2].type, ENTITY_DATE);
	ck_assert_int_eq(article.mentions[3].type, ENTITY_PERSON);
}
END_TEST

START_TEST(lists_win_over_the_tagger_where_they_are_sure)
{
	cut("Kiev said so");
	put(ENTITY_PERSON, SOURCE_TAGGER, 0, 4);
	put(ENTITY_GPE, SOURCE_LIST, 0, 4);
	mentions_choose(&article);
	ck_assert_uint_eq(article.mention_count, 1);
	ck_assert_int_eq(article.mentions[0].type, ENTITY_GPE);
}
END_TEST

/* Marks every occurrence of a text in a line as the tagger would. */
static void
mark(size_t line, const char *text, enum entity_type type, float score)
{
	const char *begin = article.lines[line].text.at, *at = strstr(begin, text);

	ck_assert_ptr_nonnull(at);
	mention_add(&article, type, SOURCE_TAGGER, (uint32_t)line, (size_t)(at - begin),
		(size_t)(at - begin) + strlen(text))
		->score = score;
}

static void
article_of(const char *const *lines)
{
	article_reset(&article);
	for (uint32_t i = 0; lines[i] != NULL; i++)
		article_add_line(&article, slice_of(lines[i]), i + 1);
	read_tokens();
}

/* Runs the document pass; checks the mentions against "TYPE text = name" lines. */
static void
becomes(const char *const *want)
{
	struct aliases *aliases = aliases_open(lists());

	mentions_choose(&article);
	aliases_run(aliases, &article);
	for (size_t i = 0; want[i] != NULL; i++) {
		char got[200];
		const struct mention *m = &article.mentions[i];

		ck_assert_uint_gt(article.mention_count, i);
		snprintf(got, sizeof got, "%s %.*s = %.*s", entity_name((enum entity_type)m->type).at,
			(int)mention_text(&article, m).len, mention_text(&article, m).at,
			(int)article_note(&article, m->name).len, article_note(&article, m->name).at);
		ck_assert_str_eq(got, want[i]);
		ck_assert(want[i + 1] != NULL || article.mention_count == i + 1);
	}
	aliases_close(aliases);
}

START_TEST(persons_have_one_name)
{
	article_of((const char *const[]){"Foreign Minister Sergey Lavrov met the envoy.",
		"Then Lavrov left with Sergei Lavrov.", "Lavrov said so.", NULL});
	mark(0, "Foreign Minister Sergey Lavrov", ENTITY_PERSON, 0.9F);
	mark(1, "Sergei Lavrov", ENTITY_PERSON, 0.9F);
	mark(1, "Lavrov", ENTITY_ORG, 0.4F);
	becomes((const char *const[]){"PERSON Sergey Lavrov = Sergey Lavrov", "PERSON Lavrov = Sergey Lavrov",
		"PERSON Sergei Lavrov = Sergey Lavrov", "PERSON Lavrov = Sergey Lavrov", NULL});
}
END_TEST

START_TEST(last_names_of_several_words)
{
	article_of((const char *const[]){"He met Ursula von der Leyen and Anna Van den Bosch there.",
		"Then Von der Leyen left with Van den Bosch, Max Bosch said.", NULL});
	mark(0, "Ursula von der Leyen", ENTITY_PERSON, 0.95F);
	mark(0, "Anna Van den Bosch", ENTITY_PERSON, 0.95F);
	mark(1, "Leyen", ENTITY_PERSON, 0.9F);
	mark(1, "Van den Bosch", ENTITY_PERSON, 0.9F);
	mark(1, "Max Bosch", ENTITY_PERSON, 0.9F);
	becomes((const char *const[]){"PERSON Ursula von der Leyen = Ursula von der Leyen",
		"PERSON Anna Van den Bosch = Anna Van den Bosch",
		"PERSON Von der Leyen = Ursula von der Leyen", "PERSON Van den Bosch = Anna Van den Bosch",
		"PERSON Max Bosch = Max Bosch", NULL});
	article_of((const char *const[]){
		"He met Ursula von der Leyen.", "So von der Leyen said, and Leyen, and van Leyen.", NULL});
	mark(0, "Ursula von der Leyen", ENTITY_PERSON, 0.95F);
	becomes((const char *const[]){"PERSON Ursula von der Leyen = Ursula von der Leyen",
		"PERSON von der Leyen = Ursula von der Leyen", "PERSON Leyen = Ursula von der Leyen",
		"PERSON Leyen = Ursula von der Leyen", NULL});
}
END_TEST

START_TEST(juniors_have_last_names)
{
	article_of((const char *const[]){
		"He met Robert F. Kennedy Jr. there.", "Then Kennedy left with Max Orr Sr. there.", NULL});
	mark(0, "Robert F. Kennedy Jr.", ENTITY_PERSON, 0.95F);
	mark(1, "Kennedy", ENTITY_PERSON, 0.9F);
	mark(1, "Max Orr Sr.", ENTITY_PERSON, 0.9F);
	becomes((const char *const[]){"PERSON Robert F. Kennedy Jr. = Robert F. Kennedy Jr.",
		"PERSON Kennedy = Robert F. Kennedy Jr.", "PERSON Max Orr Sr. = Max Orr Sr.", NULL});
}
END_TEST

START_TEST(nicknames_in_marks)
{
	article_of((const char *const[]){"He met Ricardo \"Dong\" Villanueva there.",
		"Then Villanueva told Max: \"Go\" Ada said.", NULL});
	mark(0, "Ricardo", ENTITY_PERSON, 0.95F);
	mark(0, "Dong", ENTITY_PERSON, 0.95F);
	mark(0, "Villanueva", ENTITY_PERSON, 0.95F);
	mark(1, "Villanueva", ENTITY_PERSON, 0.95F);
	mark(1, "Max", ENTITY_PERSON, 0.95F);
	mark(1, "Ada", ENTITY_PERSON, 0.95F);
	becomes((const char *const[]){"PERSON Ricardo \"Dong\" Villanueva = Ricardo \"Dong\" Villanueva",
		"PERSON Villanueva = Ricardo \"Dong\" Villanueva", "PERSON Max = Max", "PERSON Ada = Ada",
		NULL});
}
END_TEST

START_TEST(companies_with_and_without_their_form)
{
	article_of((const char *const[]){
		"He met Kestrel Energy there.", "Then Kestrel Energy Plc left Kestrel Steel Plc.", NULL});
	mark(0, "Kestrel Energy", ENTITY_ORG, 0.95F);
	mark(1, "Kestrel Energy Plc", ENTITY_ORG, 0.9F);
	mark(1, "Kestrel Steel Plc", ENTITY_ORG, 0.9F);
	becomes((const char *const[]){"ORG Kestrel Energy = Kestrel Energy Plc",
		"ORG Kestrel Energy Plc = Kestrel Energy Plc", "ORG Kestrel Steel Plc = Kestrel Steel Plc",
		NULL});
}
END_TEST

START_TEST(companies_by_their_first_word)
{
	article_of((const char *const[]){"He met Kestrel Energy and the Clinton Fund there.",
		"Then Kestrel left with Clinton there.", NULL});
	mark(0, "Kestrel Energy", ENTITY_ORG, 0.95F);
	mark(0, "Clinton Fund", ENTITY_ORG, 0.95F);
	mark(1, "Kestrel", ENTITY_PERSON, 0.6F);
	mark(1, "Clinton", ENTITY_PERSON, 0.6F);
	becomes((const char *const[]){"ORG Kestrel Energy = Kestrel Energy",
		"ORG Clinton Fund = Clinton Fund", "ORG Kestrel = Kestrel Energy", "PERSON Clinton = Clinton",
		NULL});
}
END_TEST

START_TEST(acronyms_with_hyphens_and_stops)
{
	article_of((const char *const[]){"The Ethics and Anti-Corruption Commission met there and then.",
		"The EAC and the EACC left the United Nations.", "So the U.N. said.", NULL});
	mark(0, "Ethics and Anti-Corruption Commission", ENTITY_ORG, 0.95F);
	mark(1, "EACC", ENTITY_ORG, 0.9F);
	mark(1, "EAC", ENTITY_ORG, 0.9F);
	mark(1, "United Nations", ENTITY_ORG, 0.9F);
	mark(2, "U.N.", ENTITY_ORG, 0.9F);
	becomes((const char *const[]){
		"ORG Ethics and Anti-Corruption Commission = Ethics and Anti-Corruption Commission",
		"ORG EAC = Ethics and Anti-Corruption Commission",
		"ORG EACC = Ethics and Anti-Corruption Commission", "ORG United Nations = United Nations",
		"ORG U.N. = United Nations", NULL});
}
END_TEST

START_TEST(participles_are_no_names)
{
	article_of((const char *const[]){"The Pakistani-controlled Kashmir and Pakistani-controlled land.",
		"It is near Stratford-upon-Avon.", NULL});
	mark(0, "Pakistani-controlled Kashmir", ENTITY_GPE, 0.9F);
	mention_add(&article, ENTITY_GPE, SOURCE_TAGGER, 0, 37, 57);
	mark(1, "Stratford-upon-Avon", ENTITY_GPE, 0.9F);
	becomes((const char *const[]){
		"GPE Kashmir = Kashmir", "GPE Stratford-upon-Avon = Stratford-upon-Avon", NULL});
}
END_TEST

START_TEST(repeats_are_found)
{
	article_of((const char *const[]){
		"He met Ahmed al-Sharaa there.", "So Ahmed al-Sharaa said.", "Its Ahmed club.", NULL});
	mark(0, "Ahmed al-Sharaa", ENTITY_PERSON, 0.95F);
	becomes((const char *const[]){"PERSON Ahmed al-Sharaa = Ahmed al-Sharaa",
		"PERSON Ahmed al-Sharaa = Ahmed al-Sharaa", NULL});
}
END_TEST

START_TEST(acronyms_and_organisations)
{
	article_of((const char *const[]){
		"The Syrian Observatory for Human Rights (SOHR) said.", "A SOHR report.", NULL});
	mark(0, "Observatory for Human Rights", ENTITY_ORG, 0.9F);
	mark(0, "SOHR", ENTITY_ORG, 0.8F);
	mention_add(&article, ENTITY_NORP, SOURCE_LIST, 0, 4, 10);
	becomes((const char *const[]){
		"ORG Syrian Observatory for Human Rights = Syrian Observatory for Human Rights",
		"ORG SOHR = Syrian Observatory for Human Rights",
		"ORG SOHR = Syrian Observatory for Human Rights", NULL});
}
END_TEST

START_TEST(joined_names_are_cut)
{
	struct joins *joins = joins_open(lists());

	article_of((const char *const[]){
		"He left the UK for Kenya.", "Then Nova Bank and Blixt signed, Blixt said.", NULL});
	mark(0, "UK for Kenya", ENTITY_ORG, 0.9F);
	mark(1, "Nova Bank and Blixt", ENTITY_ORG, 0.9F);
	mention_add(&article, ENTITY_ORG, SOURCE_TAGGER, 1, 33, 38);
	joins_cut(joins, &article);
	ck_assert_uint_eq(article.mention_count, 4);
	unit_same(mention_text(&article, &article.mentions[0]), SLICE("UK"));
	ck_assert_int_eq(article.mentions[0].type, ENTITY_GPE);
	unit_same(mention_text(&article, &article.mentions[1]), SLICE("Kenya"));
	ck_assert_int_eq(article.mentions[1].type, ENTITY_GPE);
	/* Only one part is known as a name: nothing is cut. */
	unit_same(mention_text(&article, &article.mentions[2]), SLICE("Nova Bank and Blixt"));
	joins_close(joins);
}
END_TEST

START_TEST(acronyms_in_brackets)
{
	article_of((const char *const[]){"The Nova Grain Council (NGC) met Anna Petrova (AP) there.", NULL});
	mark(0, "Nova Grain Council", ENTITY_ORG, 0.9F);
	mark(0, "Anna Petrova", ENTITY_PERSON, 0.9F);
	acronyms_find(&article);
	ck_assert_uint_eq(article.mention_count, 3);
	unit_same(mention_text(&article, &article.mentions[1]), SLICE("NGC"));
	ck_assert_int_eq(article.mentions[1].type, ENTITY_ORG);
}
END_TEST

START_TEST(titles_alone_are_no_names)
{
	article_of((const char *const[]){"The President spoke.", NULL});
	mark(0, "President", ENTITY_PERSON, 0.6F);
	becomes((const char *const[]){NULL});
	ck_assert_uint_eq(article.mention_count, 0);
}
END_TEST

START_TEST(headlines_do_not_teach)
{
	article_of((const char *const[]){
		"Minister Lavrov Visits Kazakhstan Capital Again", "He saw Lavrov go.", NULL});
	mark(0, "Lavrov Visits Kazakhstan", ENTITY_PERSON, 0.9F);
	mark(1, "Lavrov", ENTITY_PERSON, 0.9F);
	becomes((const char *const[]){"PERSON Lavrov = Lavrov", "PERSON Lavrov = Lavrov", NULL});
}
END_TEST

START_TEST(known_names_without_a_model)
{
	article_of((const char *const[]){
		"President Anna Petrova flew from Sri Lanka to meet Russians of the Nova Steel Company.",
		NULL});
	known_find(lists(), &article, true, NULL);
	becomes((const char *const[]){"PERSON Anna Petrova = Anna Petrova", "GPE Sri Lanka = Sri Lanka",
		"NORP Russians = ", "ORG Nova Steel Company = Nova Steel Company", NULL});
}
END_TEST

int
main(void)
{
	return unit_run("nents_names",
		(const TTest *const[]){words_and_marks, tokens_wherever_they_stand, classes_and_sentences,
			styles_of_lines, folding, runs_that_can_be_names, lists_know_names,
			places_of_tokens_in_names, damaged_lists_are_refused, countries_have_codes,
			abbreviations_are_cues, aliases_of_words, overlaps_are_decided,
			lists_win_over_the_tagger_where_they_are_sure, persons_have_one_name,
			last_names_of_several_words, juniors_have_last_names, nicknames_in_marks,
			companies_with_and_without_their_form, companies_by_their_first_word,
			acronyms_with_hyphens_and_stops, participles_are_no_names, repeats_are_found,
			acronyms_and_organisations, joined_names_are_cut, acronyms_in_brackets,
			titles_alone_are_no_names, headlines_do_not_teach, known_names_without_a_model,
			NULL});
}
