#include "values.h"

#include "cli.h"
#include "dates_anchor.h"
#include "links.h"
#include "money.h"
#include "quantity.h"
#include "times.h"

#include <stdlib.h>

enum {
	SET_CALENDAR = ENTITY_BIT(ENTITY_DATE) | ENTITY_BIT(ENTITY_TIME),
	SET_AMOUNTS = ENTITY_BIT(ENTITY_MONEY) | ENTITY_BIT(ENTITY_PERCENT) | ENTITY_BIT(ENTITY_QUANTITY),
	SET_LINKS = ENTITY_BIT(ENTITY_URL) | ENTITY_BIT(ENTITY_EMAIL),
	DATELINE_LINES = 8
};

struct values {
	struct words words;
	struct pieces pieces;
	struct amount_memo memo;
	struct text_buffer norm; /* of the mention at hand */
	bool has_day;
	int32_t day; /* see values_set_day() */
	struct date_context dates;
	struct money_context money;
};

/* What was found at a piece, so far. */
struct finding {
	size_t next;
	enum entity_type type;
	size_t norm, norm_end; /* in values.norm */
};

/* What has to follow a little word that a value begins with. */
enum follow {
	FOLLOW_NEVER, /* none begins with it */
	FOLLOW_ANY,
	FOLLOW_THAN,
	FOLLOW_LEAST, /* or most */
	FOLLOW_TO,
	FOLLOW_MUCH, /* or many */
	FOLLOW_COUNT,
	FOLLOW_COUNT_OR_WORD, /* a count or another little word */
	FOLLOW_PERIOD,
	FOLLOW_ROLE, /* any word of the lists, or no word */
	FOLLOW_OF    /* or in, or a dash */
};

static const uint8_t follows[PLAIN_WORDS] = {
	[PLAIN_MORE] = FOLLOW_THAN,
	[PLAIN_LESS] = FOLLOW_THAN,
	[PLAIN_FEWER] = FOLLOW_THAN,
	[PLAIN_AT] = FOLLOW_LEAST,
	[PLAIN_UP] = FOLLOW_TO,
	[PLAIN_CLOSE] = FOLLOW_TO,
	[PLAIN_AS] = FOLLOW_MUCH,
	[PLAIN_JUST] = FOLLOW_COUNT_OR_WORD,
	[PLAIN_WELL] = FOLLOW_COUNT_OR_WORD,
	[PLAIN_NO] = FOLLOW_COUNT_OR_WORD,
	[PLAIN_OVER] = FOLLOW_COUNT,
	[PLAIN_UNDER] = FOLLOW_COUNT,
	[PLAIN_ALL] = FOLLOW_PERIOD,
	[PLAIN_END] = FOLLOW_OF,
	[PLAIN_BETWEEN] = FOLLOW_ANY,
	[PLAIN_MANY] = FOLLOW_ROLE,
	[PLAIN_HALF] = FOLLOW_ANY,
	[PLAIN_NOON] = FOLLOW_ANY,
	[PLAIN_TONIGHT] = FOLLOW_ANY,
	[PLAIN_OVERNIGHT] = FOLLOW_ANY,
	[PLAIN_FISCAL] = FOLLOW_ANY,
	[PLAIN_FY] = FOLLOW_ANY,
	[PLAIN_AD] = FOLLOW_ANY,
	[PLAIN_THESE] = FOLLOW_PERIOD,
	[PLAIN_FINAL] = FOLLOW_ANY,
	[PLAIN_MINUS] = FOLLOW_COUNT,
};

/* What has to follow this word, FOLLOW_NEVER for one that is no little word. */
static enum follow
follow_of(const struct word *word)
{
	bool plain = word->roles & ROLE_PLAIN && word->value >= 0 && word->value < PLAIN_WORDS;
	return plain ? (enum follow)follows[word->value] : FOLLOW_NEVER;
}

/* Marks the words that may_begin() has to be asked about. */
static void
mark_beginnings(struct words *words)
{
	const uint32_t begins = ROLE_MONTH | ROLE_WEEKDAY | ROLE_UNITS | ROLE_SEASON | ROLE_DEICTIC |
				ROLE_OFTEN | ROLE_HOLIDAY | ROLE_EDGE | ROLE_EVERY | ROLE_THE | ROLE_STEP |
				ROLE_ARTICLE | ROLE_NUMBER | ROLE_VAGUE | ROLE_SCALE | ROLE_ORDINAL |
				ROLE_ABOUT | ROLE_UNIT | ROLE_DAYPART | ROLE_CURRENCY;

	for (size_t i = 1; i < words->count; i++) {
		struct word *word = &words->list[i];

		if (word->roles & begins || follow_of(word) != FOLLOW_NEVER)
			word->roles |= ROLE_BEGINS;
	}
}

struct values *
values_new(void)
{
	struct values *v = cli_alloc(1, sizeof *v);
	*v = (struct values){.has_day = false};
	words_init(&v->words);
	number_words(&v->words);
	scale_words(&v->words);
	dates_words(&v->words);
	times_words(&v->words);
	money_words(&v->words);
	quantity_words(&v->words);
	mark_beginnings(&v->words);
	v->pieces.words = &v->words;
	v->pieces.memo = &v->memo;
	return v;
}

const struct words *
values_words(const struct values *v)
{
	return &v->words;
}

void
values_free(struct values *v)
{
	words_free(&v->words);
	pieces_free(&v->pieces);
	free(v->norm.bytes);
	free(v);
}

bool
values_set_day(struct values *v, struct slice day)
{
	v->has_day = anchor_of_field(&v->pieces, day, NULL, &v->day) == ANCHOR_DAY;
	return v->has_day;
}

/*
 * What dates count from: the Date field, a dateline, or the day that the user gave, in that order. "2 days
 * ago" in the first two counts from when the page was fetched, or from the user's day. An article whose Date
 * is "2 years ago" has the day of its dateline if that tells the year, and none else.
 */
static void
find_anchor(struct values *v, const struct article *a)
{
	int32_t fetched, day = 0;
	bool is_fetched =
		a->crawled.len > 0 && anchor_of_field(&v->pieces, a->crawled, NULL, &fetched) == ANCHOR_DAY;
	const int32_t *now = is_fetched ? &fetched : v->has_day ? &v->day : NULL;
	enum anchor_told told =
		a->date.len > 0 ? anchor_of_field(&v->pieces, a->date, now, &day) : ANCHOR_NONE;
	bool found = told == ANCHOR_DAY, long_ago = told == ANCHOR_LONG_AGO;
	for (size_t i = 0; !found && i < a->line_count && i < DATELINE_LINES; i++)
		found = !a->lines[i].is_caption &&
			anchor_of_dateline(&v->pieces, a, &a->lines[i], long_ago ? NULL : now, &day);
	v->dates = (struct date_context){.is_known = found || (v->has_day && !long_ago),
		.anchor = found        ? day
			  : v->has_day ? v->day
				       : 0};
}

/* Keeps the finding if it is longer than the one there is. */
static void
keep_longer(struct finding *best, size_t next, enum entity_type type, size_t norm, size_t norm_end)
{
	if (next > best->next)
		*best = (struct finding){next, type, norm, norm_end};
}

static void
find_calendar(struct values *v, size_t i, struct finding *best)
{
	struct date_match match;
	size_t start = v->norm.len;
	size_t next = dates_match(&v->pieces, i, &v->dates, &match);
	if (next > best->next) {
		date_match_put(&v->norm, &match);
		keep_longer(best, next, match.is_time ? ENTITY_TIME : ENTITY_DATE, start, v->norm.len);
	}
	start = v->norm.len;
	size_t time = times_match(&v->pieces, i, next, &match, &v->dates, &v->norm);
	keep_longer(best, time, ENTITY_TIME, start, v->norm.len);
	if (next > 0 && best->type == ENTITY_DATE && resolve_first_day(&match.value, &v->dates.last))
		v->dates.has_last = true;
}

/* Can an amount begin here? */
static bool
amount_may_begin(const struct pieces *t, size_t i)
{
	const uint32_t begins =
		ROLE_NUMBER | ROLE_VAGUE | ROLE_ARTICLE | ROLE_ABOUT | ROLE_PLAIN | ROLE_CURRENCY;
	return piece_at(t, i)->kind != PIECE_WORD || piece_has(t, i, begins) ||
	       (piece_is_capital(t, i) && piece_is_glued(t, i + 1));
}

static void
find_amounts(struct values *v, size_t i, struct finding *best)
{
	if (!amount_may_begin(&v->pieces, i))
		return;
	size_t start = v->norm.len;
	size_t next = money_match(&v->pieces, i, &v->money, &v->norm);
	keep_longer(best, next, ENTITY_MONEY, start, v->norm.len);
	start = v->norm.len;
	next = percent_match(&v->pieces, i, &v->norm);
	keep_longer(best, next, ENTITY_PERCENT, start, v->norm.len);
	start = v->norm.len;
	next = quantity_match(&v->pieces, i, &v->norm);
	keep_longer(best, next, ENTITY_QUANTITY, start, v->norm.len);
}

/* A number, in digits or words, or the mark of a sum. */
static bool
is_count(const struct pieces *t, size_t i)
{
	const uint32_t counts =
		ROLE_NUMBER | ROLE_ARTICLE | ROLE_VAGUE | ROLE_SCALE | ROLE_CURRENCY | ROLE_ABOUT;
	return piece_at(t, i)->kind != PIECE_WORD || piece_has(t, i, counts) || piece_is(t, i, PLAIN_HALF) ||
	       (piece_is_capital(t, i) && piece_is_glued(t, i + 1));
}

/* May it be what a number or "each" counts: a word of the lists, a name, or no word at all? */
static bool
piece_may_count(const struct pieces *t, size_t i)
{
	return piece_at(t, i)->kind != PIECE_WORD || piece_word(t, i)->roles != 0 || piece_is_capital(t, i);
}

/* Does what has to follow the little word at i follow it? */
static bool
plain_word_begins(const struct pieces *t, size_t i)
{
	size_t next = i + 1;
	switch (follow_of(piece_word(t, i))) {
	case FOLLOW_THAN:
		return piece_is(t, next, PLAIN_THAN);
	case FOLLOW_LEAST:
		return piece_is(t, next, PLAIN_LEAST) || piece_is(t, next, PLAIN_MOST);
	case FOLLOW_TO:
		return piece_is(t, next, PLAIN_TO);
	case FOLLOW_MUCH:
		return piece_is(t, next, PLAIN_MUCH) || piece_is(t, next, PLAIN_MANY);
	case FOLLOW_COUNT_OR_WORD:
		return is_count(t, next) || (piece_has(t, next, ROLE_PLAIN) && !piece_is(t, next, PLAIN_AS));
	case FOLLOW_COUNT:
		return is_count(t, next);
	case FOLLOW_PERIOD:
		return piece_has(t, next, ROLE_UNIT | ROLE_UNITS | ROLE_DAYPART);
	case FOLLOW_ROLE:
		return piece_may_count(t, next);
	case FOLLOW_OF:
		return piece_is(t, next, PLAIN_OF) || piece_is(t, next, PLAIN_IN) || piece_is_dash(t, next);
	case FOLLOW_ANY:
		return true;
	default:
		return false;
	}
}

/* Letters that are a sign of money where a mark or digits are glued to them, and codes. */
static bool
code_may_begin(const struct pieces *t, size_t i)
{
	const struct piece *next = piece_at(t, i + 1);
	bool number = next->kind == PIECE_NUMBER;
	if (!piece_is_capital(t, i) || piece_length(t, i) > 4)
		return false;
	bool stop = piece_is_mark(t, i + 1, '.') && piece_is_number(t, i + 2); /* Rs. 500 */
	if (piece_has(t, i, ROLE_CURRENCY) && stop)
		return true;
	if (piece_is_glued(t, i + 1))
		return number || (next->kind == PIECE_MARK && mark_is_money(next->mark));
	return piece_has(t, i, ROLE_CURRENCY) && number;
}

/*
 * The mark is one that a value may begin with: signs of money stand before a number, the others at it, and a
 * minus at a sign of money too.
 */
static bool
mark_may_begin(const struct pieces *t, size_t i)
{
	uint32_t mark = piece_at(t, i)->mark;
	bool glued = piece_is_glued(t, i + 1);
	if (mark_is_fraction(mark))
		return piece_at(t, i + 1)->kind == PIECE_WORD || piece_is_mark(t, i + 1, '%');
	if (piece_is_number(t, i + 1))
		return mark_is_money(mark) || glued;
	const struct piece *next = piece_at(t, i + 1);
	return mark_is_minus(mark) && glued &&
	       (mark_is_money(next->mark) || mark_is_fraction(next->mark) || piece_is_capital(t, i + 1));
}

/*
 * A number in digits. Years and what has a point or four digits may be a value whatever follows; a short
 * number is one by what it counts, by the mark behind it, or as an age.
 */
static bool
number_may_begin(const struct pieces *t, size_t i)
{
	const struct piece *next = piece_at(t, i + 1);
	if (piece_length(t, i) > 3 || piece_is(t, i - 1, PLAIN_AGED) || piece_is(t, i - 1, PLAIN_OF) ||
		piece_is(t, i - 1, PLAIN_AS))
		return true;
	if (next->kind != PIECE_MARK)
		return piece_may_count(t, i + 1) || piece_length(t, i + 1) <= 2;
	switch (next->mark) {
	case '.':
	case ',':
		return piece_is_mark(t, i - 1, ',') || piece_has(t, i - 1, ROLE_PLAIN) ||
		       piece_is_glued(t, i + 2);
	case 0: /* nothing more */
	case '(':
	case ')':
	case '[':
	case ']':
	case '|':
	case '_':
	case '!':
	case '?':
	case 0xD7: /* times */
		return false;
	default:
		return true;
	}
}

/* Does a value that has begun go on with this: a number, a dash, a word of the lists, a name? */
static bool
may_go_on(const struct pieces *t, size_t i)
{
	if (piece_at(t, i)->kind == PIECE_MARK)
		return piece_is_dash(t, i) || piece_is_apostrophe(t, i);
	return piece_may_count(t, i);
}

/* What ends a value that an article or the like begins; what only leads to such a word. */
static bool
leads_to(const struct pieces *t, size_t i, uint32_t ends, uint32_t leads)
{
	uint32_t next = piece_word(t, i + 1)->roles;
	if (piece_at(t, i + 1)->kind != PIECE_WORD)
		return may_go_on(t, i + 1);
	return next & ends || (next & leads && !piece_is(t, i + 1, PLAIN_BE) && may_go_on(t, i + 2));
}

/* "may" is a month in small letters too, where a number follows; "new" and "good" are holidays as names. */
static bool
period_begins(const struct pieces *t, size_t i)
{
	const uint32_t always =
		ROLE_WEEKDAY | ROLE_UNITS | ROLE_SEASON | ROLE_DEICTIC | ROLE_OFTEN | ROLE_EDGE;
	const struct word *word = piece_word(t, i);
	if (word->roles & always)
		return true;
	if (word->roles & ROLE_MONTH)
		return word->value != 5 || piece_is_capital(t, i) || piece_is_number(t, i + 1);
	return word->roles & ROLE_HOLIDAY && piece_is_capital(t, i);
}

/* Does a sum end at piece i: $15, $15 million, $10-15, USD 5, 15 dollars, 50p? */
static bool
sum_ends(const struct pieces *t, size_t i)
{
	const uint32_t counts = ROLE_NUMBER | ROLE_SCALE | ROLE_VAGUE;
	if (piece_has(t, i, ROLE_CURRENCY) || slice_equal(piece_slice(t, i), SLICE("p")))
		return piece_is_number(t, i - 1) || piece_has(t, i - 1, counts);
	for (int turn = 0; turn < 2; turn++, i -= 2) {
		i -= piece_has(t, i, ROLE_SCALE | ROLE_SCALE_GLUED);
		if (!piece_is_number(t, i))
			return false;
		if (mark_is_money(piece_at(t, i - 1)->mark) || piece_has(t, i - 1, ROLE_CURRENCY))
			return true;
		if (!piece_is_dash(t, i - 1) && !piece_is(t, i - 1, PLAIN_TO))
			return false;
	}
	return false;
}

/* The "a" of "$63 a barrel" and of "$15-an-hour", which is no amount of its own; the hour of "$15 an hour"
 * is. */
static bool
is_rate_of_sum(const struct pieces *t, size_t i)
{
	bool hyphen = piece_is_dash(t, i - 1) && piece_is_glued(t, i - 1) && piece_is_dash(t, i + 1);
	if (hyphen)
		return piece_has(t, i + 2, ROLE_UNIT | ROLE_MEASURE) && sum_ends(t, i - 2);
	return piece_has(t, i + 1, ROLE_MEASURE) && sum_ends(t, i - 1);
}

/* Can a value begin here? The look is cheap, the grammars are not. */
static bool
may_begin(const struct pieces *t, size_t i)
{
	const uint32_t periods = ROLE_UNIT | ROLE_UNITS | ROLE_MONTH | ROLE_WEEKDAY | ROLE_SEASON |
				 ROLE_DAYPART | ROLE_HOLIDAY | ROLE_EDGE;
	const uint32_t counts =
		ROLE_NUMBER | ROLE_VAGUE | ROLE_SCALE | ROLE_ORDINAL | ROLE_ABOUT | ROLE_PLAIN;
	const uint32_t kinds = ROLE_UNIT | ROLE_CURRENCY | ROLE_NATION | ROLE_MEASURE;
	const struct piece *piece = piece_at(t, i);
	if (piece->kind != PIECE_WORD)
		return piece->kind == PIECE_NUMBER ? number_may_begin(t, i) : mark_may_begin(t, i);
	uint32_t roles = piece_word(t, i)->roles, next = piece_word(t, i + 1)->roles;
	if (period_begins(t, i) || code_may_begin(t, i) || (roles & ROLE_EVERY && piece_may_count(t, i + 1)))
		return true;
	if (roles & (ROLE_THE | ROLE_STEP) && leads_to(t, i, periods, counts | ROLE_STEP))
		return true;
	if (roles & ROLE_ARTICLE && leads_to(t, i, kinds, counts))
		return !is_rate_of_sum(t, i);
	if (roles & (ROLE_NUMBER | ROLE_VAGUE | ROLE_SCALE | ROLE_ORDINAL) &&
		(piece_may_count(t, i + 1) || piece_is_apostrophe(t, i + 2)))
		return true;
	if (roles & ROLE_ABOUT && (is_count(t, i + 1) || next & (ROLE_UNITS | ROLE_PLAIN)))
		return true;
	if (roles & ROLE_UNIT && piece_is_dash(t, i + 1))
		return true;
	if (roles & ROLE_DAYPART && (piece_has(t, i - 1, ROLE_IN) || piece_is(t, i - 1, PLAIN_AT)))
		return true;
	return plain_word_begins(t, i);
}

static void
add_finding(struct values *v, struct article *a, uint32_t line, size_t begin, const struct finding *found)
{
	const struct pieces *t = &v->pieces;
	struct mention *m = mention_add(a, found->type, SOURCE_CLOSED, line, piece_at(t, begin)->start,
		piece_at(t, found->next - 1)->end);
	m->norm = article_keep(a, (struct slice){v->norm.bytes + found->norm, found->norm_end - found->norm});
}

/* What begins at piece i: the index behind it. */
static size_t
read_at(struct values *v, struct article *a, uint32_t line, entity_set wanted, size_t i)
{
	struct finding found = {.next = 0, .type = ENTITY_NONE};
	v->norm.len = 0;
	if (wanted & SET_CALENDAR)
		find_calendar(v, i, &found);
	if (wanted & SET_AMOUNTS)
		find_amounts(v, i, &found);
	if (found.next > 0 && wanted & ENTITY_BIT(found.type))
		add_finding(v, a, line, i, &found);
	return found.next > 0 ? found.next : i + 1;
}

/* The next address of the line behind `link`, added if it is wanted; its place is line.len where there is
 * none. */
static void
read_link(struct article *a, uint32_t line, entity_set wanted, struct slice *link)
{
	struct slice text = a->lines[line].text;
	size_t from = (size_t)(link->at - text.at) + link->len, start, end;
	bool is_mail;
	if (!a->lines[line].has_signs || !links_next(text, from, &start, &end, &is_mail)) {
		*link = (struct slice){text.at + text.len, 0};
		return;
	}
	enum entity_type type = is_mail ? ENTITY_EMAIL : ENTITY_URL;
	if (wanted & ENTITY_BIT(type))
		mention_add(a, type, SOURCE_CLOSED, line, start, end);
	*link = (struct slice){text.at + start, end - start};
}

/* Walks over the pieces of a line; what lies in an address is passed by. */
static void
read_line(struct values *v, struct article *a, uint32_t line, entity_set wanted)
{
	struct slice text = a->lines[line].text, link = {text.at, 0};
	struct pieces *t = &v->pieces;
	if (text.len == 0)
		return;
	read_link(a, line, wanted, &link);
	if (wanted & (SET_CALENDAR | SET_AMOUNTS))
		pieces_of_tokens(
			t, text, a->tokens + a->lines[line].first, a->lines[line].end - a->lines[line].first);
	else
		t->start_count = 0;
	for (size_t s = 0, behind = 0; s < t->start_count; s++) {
		size_t i = t->starts[s];
		const char *at = text.at + t->list[i].start;
		if (i < behind || !may_begin(t, i))
			continue;
		while (at >= link.at + link.len && link.at < text.at + text.len)
			read_link(a, line, wanted, &link);
		if (at < link.at)
			behind = read_at(v, a, line, wanted, i);
	}
	while (link.at < text.at + text.len)
		read_link(a, line, wanted, &link);
}

static size_t
digit_count(struct slice text)
{
	size_t n = 0;
	while (n < text.len && text_ascii_digit(text.at[n]))
		n++;
	return n;
}

/* Has the article a number with one digit or two behind its only comma: 4,5 or 99,99? */
static bool
has_decimal_comma(const struct article *a)
{
	for (size_t i = 0; i < a->token_count; i++) {
		struct slice text = token_text(a, &a->tokens[i]);
		size_t whole = a->tokens[i].class == TOKEN_NUMBER ? digit_count(text) : text.len;
		if (whole >= text.len || text.at[whole] != ',')
			continue;
		struct slice rest = slice_after(text, whole + 1);
		if (rest.len >= 1 && rest.len <= 2 && digit_count(rest) == rest.len)
			return true;
	}
	return false;
}

void
values_find(struct values *v, struct article *a, entity_set wanted, bool english)
{
	v->pieces.is_foreign = !english;
	v->pieces.no_comma_groups = !english && has_decimal_comma(a);
	if (wanted & SET_CALENDAR)
		find_anchor(v, a);
	v->money = (struct money_context){.meant = {0}};
	if ((wanted & (SET_CALENDAR | SET_AMOUNTS | SET_LINKS)) == 0)
		return;
	for (uint32_t line = 0; line < a->line_count; line++)
		read_line(v, a, line, wanted);
}
