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

struct values *
values_new(void)
{
	struct values *v = cli_alloc(1, sizeof *v);
	*v = (struct values){.has_day = false};
	words_init(&v->words);
	number_words(&v->words);
	dates_words(&v->words);
	times_words(&v->words);
	money_words(&v->words);
	quantity_words(&v->words);
	v->pieces.words = &v->words;
	return v;
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
	v->has_day = anchor_of_field(&v->pieces, day, NULL, &v->day);
	return v->has_day;
}

/* What dates count from: the Date field, a dateline, or the day that the user gave, in that order. */
static void
find_anchor(struct values *v, const struct article *a)
{
	const int32_t *now = v->has_day ? &v->day : NULL;
	int32_t day;
	bool found = a->date.len > 0 && anchor_of_field(&v->pieces, a->date, now, &day);
	for (size_t i = 0; !found && i < a->line_count && i < DATELINE_LINES; i++)
		found = anchor_of_dateline(&v->pieces, a->lines[i].text, now, &day);
	v->dates = (struct date_context){.is_known = found || v->has_day,
		.anchor = found        ? day
			  : v->has_day ? v->day
				       : 0};
	v->dates.has_last = false;
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

/* The little words that a value can begin with. */
static bool
plain_word_begins(int plain)
{
	switch (plain) {
	case PLAIN_BETWEEN:
	case PLAIN_FROM:
	case PLAIN_MORE:
	case PLAIN_LESS:
	case PLAIN_FEWER:
	case PLAIN_AT:
	case PLAIN_MANY:
	case PLAIN_UP:
	case PLAIN_AS:
	case PLAIN_OVER:
	case PLAIN_UNDER:
	case PLAIN_JUST:
	case PLAIN_NO:
	case PLAIN_WELL:
	case PLAIN_CLOSE:
	case PLAIN_END:
	case PLAIN_HALF:
	case PLAIN_NOON:
	case PLAIN_TONIGHT:
	case PLAIN_OVERNIGHT:
	case PLAIN_FISCAL:
	case PLAIN_FY:
	case PLAIN_AD:
	case PLAIN_ALL:
	case PLAIN_THESE:
	case PLAIN_FINAL:
		return true;
	default:
		return false;
	}
}

/* Can a value begin here? The look is cheap, the grammars are not. */
static bool
may_begin(const struct pieces *t, size_t i)
{
	const uint32_t leads =
		ROLE_THE | ROLE_ARTICLE | ROLE_STEP | ROLE_ABOUT | ROLE_EVERY | ROLE_EDGE | ROLE_VAGUE;
	const uint32_t begins = leads | ROLE_NUMBER | ROLE_SCALE | ROLE_ORDINAL | ROLE_MONTH | ROLE_WEEKDAY |
				ROLE_UNITS | ROLE_UNIT | ROLE_SEASON | ROLE_DAYPART | ROLE_DEICTIC |
				ROLE_OFTEN | ROLE_HOLIDAY;
	const struct piece *piece = piece_at(t, i);
	if (piece->kind == PIECE_NUMBER)
		return true;
	if (piece->kind == PIECE_MARK)
		return piece->mark == '$' || piece->mark > 0x7F || piece->mark == '\'' || piece->mark == '-';
	uint32_t roles = piece_word(t, i)->roles;
	bool next_says = piece_at(t, i + 1)->word != 0 || piece_at(t, i + 1)->kind != PIECE_WORD;
	bool sign = piece->flags & PIECE_CAPITAL && piece_is_glued(t, i + 1) &&
		    piece->end - piece->start <= 4 && !piece_is_mark(t, i + 1, '.') &&
		    !piece_is_mark(t, i + 1, ',');
	if (roles & ROLE_CURRENCY)
		sign |= piece_is_number(t, i + 1) || piece_is_mark(t, i + 1, '.');
	if (sign)
		return true;
	const uint32_t counted = ROLE_UNIT | ROLE_UNITS | ROLE_SCALE | ROLE_NUMBER | ROLE_ORDINAL |
				 ROLE_STEP | ROLE_EDGE | ROLE_SEASON | ROLE_DAYPART | ROLE_PLAIN |
				 ROLE_VAGUE | ROLE_CURRENCY | ROLE_NATION | ROLE_MEASURE;
	if (roles & (ROLE_THE | ROLE_ARTICLE) && piece_at(t, i + 1)->kind == PIECE_WORD &&
		!piece_has(t, i + 1, counted))
		return false;
	if (roles & begins)
		return !(roles & leads) || next_says || piece_is_capital(t, i + 1);
	return (roles & ROLE_PLAIN) != 0 && plain_word_begins(piece_word(t, i)->value);
}

static void
add_finding(struct values *v, struct article *a, uint32_t line, size_t begin, const struct finding *found)
{
	const struct pieces *t = &v->pieces;
	struct mention *m = mention_add(a, found->type, SOURCE_CLOSED, line, piece_at(t, begin)->start,
		piece_at(t, found->next - 1)->end);
	m->norm = article_keep(a, (struct slice){v->norm.bytes + found->norm, found->norm_end - found->norm});
}

/* Walks over the pieces of a line; what lies in an address is passed by. */
static void
read_line(struct values *v, struct article *a, uint32_t line, entity_set wanted)
{
	size_t link_start = 0, link_end = 0;
	bool is_mail, links = true;
	struct slice text = a->lines[line].text;
	pieces_read(&v->pieces, text);
	for (size_t i = 0; i < v->pieces.count;) {
		size_t at = v->pieces.list[i].start;
		while (links && link_end <= at &&
			(links = links_next(text, link_end, &link_start, &link_end, &is_mail)))
			continue;
		if (links && at >= link_start && at < link_end) {
			i++;
			continue;
		}
		struct finding found = {.next = 0, .type = ENTITY_NONE};
		v->norm.len = 0;
		if (may_begin(&v->pieces, i)) {
			if (wanted & SET_CALENDAR)
				find_calendar(v, i, &found);
			if (wanted & SET_AMOUNTS)
				find_amounts(v, i, &found);
		}
		if (found.next > 0 && wanted & ENTITY_BIT(found.type))
			add_finding(v, a, line, i, &found);
		i = found.next > 0 ? found.next : i + 1;
	}
}

static void
add_links(struct article *a, uint32_t line, entity_set wanted)
{
	size_t start, end = 0;
	bool is_mail;
	while (links_next(a->lines[line].text, end, &start, &end, &is_mail)) {
		enum entity_type type = is_mail ? ENTITY_EMAIL : ENTITY_URL;
		if (wanted & ENTITY_BIT(type))
			mention_add(a, type, SOURCE_CLOSED, line, start, end);
	}
}

void
values_find(struct values *v, struct article *a, entity_set wanted)
{
	if (wanted & SET_CALENDAR)
		find_anchor(v, a);
	v->money = (struct money_context){.meant = {0}};
	for (uint32_t line = 0; line < a->line_count; line++) {
		if (wanted & SET_LINKS)
			add_links(a, line, wanted);
		if (wanted & (SET_CALENDAR | SET_AMOUNTS))
			read_line(v, a, line, wanted);
	}
}
