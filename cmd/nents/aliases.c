#include "aliases.h"

#include "choose.h"
#include "cli.h"
#include "fold.h"
#include "known.h"
#include "segment.h"
#include "secret.h"
#include "tagger.h"

#include <stdlib.h>

enum name_class { CLASS_PERSON, CLASS_PLACE, CLASS_ORG, CLASSES };

#define NO_FORM UINT32_MAX

enum {
	FORM_LONGEST = 12,
	FIRST_WORDS = 4096, /* bits of the filter of first words */
	ALIAS_BITS = 10     /* aliases that are kept: the same words come again and again */
};

static const float DOUBT = 0.33F; /* a name of which no mention has this score is none */
static const float SURE = 0.9F;   /* a type of this score is not changed by what other mentions say */

/* A name as it is written: all mentions with the same words. */
struct form {
	uint64_t chain;
	uint32_t first, end; /* tokens of its best mention */
	uint32_t count;
	uint32_t entity;
	float votes[CLASSES], best;
	uint8_t class;
	bool teaches; /* stands in running text, so that repeats may be found by it */
	bool user;
};

struct slot {
	uint64_t key; /* 0: free */
	uint32_t value;
};

struct table {
	struct slot *slots;
	size_t mask, capacity;
};

struct range {
	uint32_t first, end, form;
};

/* The alias_key() of the words that have a token_key(). */
struct alias {
	uint64_t word, alias; /* word 0: free */
};

struct aliases {
	const struct gazetteer *gazetteer;
	struct article *article;
	struct form *forms;
	size_t form_count, form_capacity;
	struct range *ranges; /* of each mention: its tokens and form */
	size_t range_capacity;
	struct table by_chain, by_last, by_first, by_initials;
	uint64_t first_words[FIRST_WORDS / 64]; /* bits of the keys that some form begins with */
	struct alias aliases[1 << ALIAS_BITS];
};

struct aliases *
aliases_open(const struct gazetteer *gazetteer)
{
	struct aliases *s = cli_alloc(1, sizeof *s);

	*s = (struct aliases){.gazetteer = gazetteer};
	return s;
}

void
aliases_close(struct aliases *s)
{
	free(s->forms);
	free(s->ranges);
	free(s->by_chain.slots);
	free(s->by_last.slots);
	free(s->by_first.slots);
	free(s->by_initials.slots);
	free(s);
}

/* --- Tables ----------------------------------------------------------------------------------- */

static void
table_reset(struct table *t, size_t entries)
{
	size_t size = 64;

	while (size < 2 * entries)
		size *= 2;
	cli_grow(&t->slots, &t->capacity, size, sizeof *t->slots);
	memset(t->slots, 0, size * sizeof *t->slots);
	t->mask = size - 1;
}

/* The slot of a key: its own, or the free one where it would go. */
static struct slot *
table_slot(const struct table *t, uint64_t key)
{
	size_t i = (size_t)secret_place(key) & t->mask;

	while (t->slots[i].key != 0 && t->slots[i].key != key)
		i = (i + 1) & t->mask;
	return &t->slots[i];
}

static uint32_t
table_find(const struct table *t, uint64_t key)
{
	const struct slot *slot = table_slot(t, key);

	return slot->key != 0 ? slot->value : NO_FORM;
}

/* --- Words and names -------------------------------------------------------------------------- */

uint64_t
alias_key(struct slice word)
{
	char folded[FOLD_ROOM], key[FOLD_ROOM];
	size_t len = fold_word(word, folded), at = 0, n = 0;

	if (len > 4 && folded[2] == '-' && folded[1] == 'l' && (folded[0] == 'a' || folded[0] == 'e'))
		at = 3;
	for (; at < len; at++) {
		char c = folded[at], next = at + 1 < len ? folded[at + 1] : '\0';

		if ((c == 'o' && next == 'u') || (c == 'k' && next == 'h') || (c == 'c' && next == 'k') ||
			(c == 'e' && (next == 'i' || next == 'y')) || c == '-' || c == '\'' || c == '.')
			continue;
		c = (char)(c == 'y' || c == 'j' ? 'i' : c == 'q' ? 'k' : c);
		if (n == 0 || key[n - 1] != c)
			key[n++] = c;
	}
	return fold_hash((struct slice){key, n}, 2);
}

/* The alias_key() of token i. Words of one key are one when folded, so that they have the same. */
static uint64_t
token_alias(struct aliases *s, size_t i)
{
	const struct token *t = &s->article->tokens[i];
	struct alias *kept = &s->aliases[t->key >> (64 - ALIAS_BITS)];

	if (kept->word != t->key)
		*kept = (struct alias){t->key, alias_key(token_text(s->article, t))};
	return kept->alias;
}

static enum cue
cue_of(const struct aliases *s, uint64_t chain)
{
	const struct cue_entry *entry;

	if ((gazetteer_classes(s->gazetteer, chain) >> GAZ_CUE & 1) == 0)
		return CUE_NONE;
	entry = gazetteer_cue(s->gazetteer, chain);
	return entry != NULL ? (enum cue)entry->cue : CUE_NONE;
}

static enum cue
token_cue(const struct aliases *s, size_t i)
{
	return (enum cue)s->article->tokens[i].cue;
}

static uint64_t
chain_of(const struct article *a, size_t first, size_t end)
{
	uint64_t chain = 0;

	for (size_t i = first; i < end; i++)
		chain = token_chain(chain, a->tokens[i].key);
	return chain;
}

static enum name_class
class_of(unsigned type)
{
	return type == ENTITY_PERSON ? CLASS_PERSON : type == ENTITY_ORG ? CLASS_ORG : CLASS_PLACE;
}

static bool
is_name(const struct mention *m)
{
	return m->type <= ENTITY_FAC;
}

/* --- Forms ------------------------------------------------------------------------------------ */

/* The tokens of a mention; they begin at or behind token `from`. */
static struct range
tokens_of(const struct article *a, const struct mention *m, size_t from)
{
	const struct article_line *line = &a->lines[m->line];
	size_t first = from > line->first ? from : line->first, end;

	while (first < line->end && a->tokens[first].start < m->start)
		first++;
	for (end = first; end < line->end && a->tokens[end].end <= m->end;)
		end++;
	return (struct range){(uint32_t)first, (uint32_t)end, NO_FORM};
}

static bool
is_in_class(const struct aliases *s, size_t i, enum gazetteer_class class)
{
	return s->article->tokens[i].classes >> class & 1;
}

/* Takes titles off a person's name; an empty range is left where it is nothing else. */
static void
strip_titles(const struct aliases *s, struct range *r)
{
	const struct token *tokens = s->article->tokens;
	bool alone = r->end - r->first == 1;

	for (uint32_t i = r->first; i < r->end; i++) {
		enum cue cue = token_cue(s, i);

		if (cue == CUE_TITLE && (i + 1 < r->end || i == r->first))
			r->first = i + 1;
		else if (!alone && i + 1 < r->end && i == r->first &&
			 (cue == CUE_PEOPLE || cue == CUE_COUNTRY || tokens[i].class == TOKEN_MARK))
			r->first = i + 1;
		else if (is_in_class(s, i, GAZ_GIVEN))
			break;
	}
}

/* "Israeli-occupied", "US-led": a name and a participle, which is no part of the name behind it. */
static bool
is_compound(const struct article *a, const struct token *t)
{
	struct slice text = token_text(a, t);
	const char *hyphen = memchr(text.at, '-', text.len);

	if (hyphen == NULL || hyphen + 3 > text.at + text.len || hyphen[1] < 'a' || hyphen[1] > 'z')
		return false;
	return text.at[text.len - 1] == 'd' || text.at[text.len - 1] == 'n';
}

/* No name in a headline ends or begins with a word that is small elsewhere, no person's with a country. */
static bool
is_headline_word(const struct aliases *s, size_t i, bool person)
{
	enum cue cue = token_cue(s, i);

	return is_in_class(s, i, GAZ_COMMON) || (person && (cue == CUE_COUNTRY || cue == CUE_PEOPLE));
}

static void
trim_in_headline(const struct aliases *s, struct range *r, bool person)
{
	if (s->article->lines[s->article->tokens[r->first].line].style != STYLE_TITLE_CASE ||
		r->end - r->first < 2)
		return;
	while (r->end - r->first > 1 && person && is_headline_word(s, r->end - 1, person))
		r->end--;
	while (r->end - r->first > 1 && is_headline_word(s, r->first, person))
		r->first++;
}

/* Takes a given name in that stands before a person's mention but was left out. `least` is where another
 * ends. */
static void
extend_person(const struct aliases *s, struct range *r, size_t least)
{
	const struct token *tokens = s->article->tokens;

	while (r->first > least && tokens[r->first - 1].line == tokens[r->first].line &&
		!tokens[r->first].opens && tokens[r->first - 1].class == TOKEN_CAPITAL &&
		is_in_class(s, r->first - 1, GAZ_GIVEN) && !is_in_class(s, r->first - 1, GAZ_COMMON) &&
		token_cue(s, r->first - 1) == CUE_NONE)
		r->first--;
}

/* "Syrian" belongs to the "Observatory for Human Rights" behind it: takes it in and gives true. */
static bool
extend_org(const struct aliases *s, const struct mention *before, const struct mention *m, struct range *r)
{
	const struct token *tokens = s->article->tokens;
	bool head = false;

	if (before == NULL || before->type != ENTITY_NORP || before->line != m->line || r->first == 0 ||
		tokens[r->first - 1].start != before->start || tokens[r->first - 1].line != m->line)
		return false;
	for (size_t i = r->first; i < r->end; i++)
		head |= token_cue(s, i) == CUE_ORG;
	if (head)
		r->first--;
	return head;
}

/* The tokens of a name's mention, put right; an empty range where nothing is left. */
static struct range
name_range(const struct aliases *s, const struct mention *m, size_t from)
{
	struct range r = tokens_of(s->article, m, from);
	bool person = m->type == ENTITY_PERSON;

	if (m->source == SOURCE_USER || r.first == r.end)
		return r;
	if (person)
		strip_titles(s, &r);
	while (r.end - r.first > 1 && is_compound(s->article, &s->article->tokens[r.first]))
		r.first++;
	if (r.first < r.end)
		trim_in_headline(s, &r, person);
	if (person && r.first < r.end)
		extend_person(s, &r, from);
	return r;
}

/* "Airport": what such a word ends is a place, whoever runs it. */
static bool
ends_as_place(const struct aliases *s, const struct range *r)
{
	static const char *const words[] = {
		"Airport", "Base", "Bridge", "Mosque", "Palace", "Square", "Stadium", "Street"};
	struct slice last = token_text(s->article, &s->article->tokens[r->end - 1]);

	if (r->end - r->first < 2)
		return false;
	if (token_cue(s, r->end - 1) == CUE_PLACE)
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_equal(last, slice_of(words[i])))
			return true;
	return false;
}

/* Is this a place wherever it stands: Kenya, the Black Sea, Homs Airport? */
static bool
is_place_range(const struct aliases *s, const struct range *r)
{
	enum cue cue = cue_of(s, chain_of(s->article, r->first, r->end));

	return cue == CUE_COUNTRY || cue == CUE_KNOWN_PLACE || ends_as_place(s, r);
}

static bool
is_known_place(const struct aliases *s, const struct form *f)
{
	return is_place_range(s, &(struct range){f->first, f->end, NO_FORM});
}

/* "the Sangh" is hardly a person; a country is no organisation. */
static float
vote_weight(const struct aliases *s, const struct range *r, const struct mention *m)
{
	const struct article *a = s->article;
	bool alone = r->end - r->first == 1;

	if (m->source == SOURCE_USER)
		return 1;
	if (m->type == ENTITY_PERSON && alone && r->first > a->lines[m->line].first) {
		struct slice before = token_text(a, &a->tokens[r->first - 1]);

		return slice_equal(before, SLICE("the")) || slice_equal(before, SLICE("The")) ? 0.2F : 1;
	}
	if (m->type == ENTITY_ORG && is_place_range(s, r))
		return 0;
	return 1;
}

/* The filter's word and bit of a key. */
static inline uint64_t *
first_word(struct aliases *s, uint64_t key, uint64_t *bit)
{
	*bit = (uint64_t)1 << (key & 63);
	return &s->first_words[(key >> 6) % (FIRST_WORDS / 64)];
}

static void
form_add(struct aliases *s, struct range *r, const struct mention *m)
{
	struct article *a = s->article;
	uint64_t chain = chain_of(a, r->first, r->end);
	struct slot *slot = table_slot(&s->by_chain, chain);
	bool body = a->lines[m->line].style == STYLE_BODY;
	struct form *f;
	uint64_t bit;

	if (slot->key == 0) {
		*slot = (struct slot){chain, (uint32_t)s->form_count};
		if (s->form_count == s->form_capacity)
			cli_grow(&s->forms, &s->form_capacity, s->form_count + 1, sizeof *s->forms);
		s->forms[s->form_count++] =
			(struct form){.chain = chain, .first = r->first, .end = r->end, .entity = NO_ENTITY};
	}
	*first_word(s, a->tokens[r->first].key, &bit) |= bit;
	r->form = slot->value;
	f = &s->forms[slot->value];
	f->count++;
	f->votes[class_of(m->type)] += m->score * (body ? 1 : 0.25F) * vote_weight(s, r, m);
	f->user |= m->source == SOURCE_USER;
	if (body && !f->teaches) {
		f->first = r->first;
		f->end = r->end;
		f->teaches = true;
	}
	if (m->score > f->best)
		f->best = m->score;
}

/* "US $26": part of a sum. */
static bool
is_currency(const struct article *a, const struct range *r)
{
	return r->end - r->first == 1 && r->end < a->token_count &&
	       a->tokens[r->end].line == a->tokens[r->first].line &&
	       slice_equal(token_text(a, &a->tokens[r->end]), SLICE("$"));
}

/* "Costa Rican", taken for a place or an organisation. */
static bool
is_people(const struct aliases *s, const struct mention *m, const struct range *r)
{
	return m->source != SOURCE_USER && m->type != ENTITY_PERSON &&
	       cue_of(s, chain_of(s->article, r->first, r->end)) == CUE_PEOPLE;
}

/* A name that the tagger doubts, and that is told to be a place: "Sines, Portugal". */
static void
settle_told_place(const struct aliases *s, struct mention *m, const struct range *r)
{
	size_t n = r->end - r->first;
	uint16_t classes;

	if (m->source != SOURCE_TAGGER || m->score >= SURE)
		return;
	classes = gazetteer_classes(s->gazetteer, chain_of(s->article, r->first, r->end));
	if (!known_is_told_place(s->article, r->first, n, classes))
		return;
	m->score = 1;
	if (class_of(m->type) != CLASS_PLACE)
		m->type = ENTITY_GPE;
}

/* Gathers the forms of all names; mentions that were titles only are dropped. */
static void
gather(struct aliases *s)
{
	struct article *a = s->article;
	size_t kept = 0, from = 0;

	table_reset(&s->by_chain, a->mention_count);
	cli_grow(&s->ranges, &s->range_capacity, a->mention_count + 1, sizeof *s->ranges);
	s->form_count = 0;
	memset(s->first_words, 0, sizeof s->first_words);
	for (size_t i = 0; i < a->mention_count; i++) {
		struct mention *m = &a->mentions[i];
		struct range r = {0, 0, NO_FORM};

		if (is_name(m)) {
			r = name_range(s, m, from);
			if (r.first == r.end || is_currency(a, &r))
				continue;
			from = r.end;
			settle_told_place(s, m, &r);
		}
		if (is_name(m) && is_people(s, m, &r)) {
			m->type = ENTITY_NORP;
		} else if (is_name(m)) {
			if (m->type == ENTITY_ORG &&
				extend_org(s, kept > 0 ? &a->mentions[kept - 1] : NULL, m, &r))
				kept--;
			m->start = a->tokens[r.first].start;
			m->end = a->tokens[r.end - 1].end;
			form_add(s, &r, m);
		}
		s->ranges[kept] = r;
		a->mentions[kept++] = *m;
	}
	a->mention_count = kept;
	for (size_t i = 0; i < s->form_count; i++) {
		struct form *f = &s->forms[i];

		f->class = is_known_place(s, f) ? CLASS_PLACE : CLASS_PERSON;
		for (int c = 0; c < CLASSES; c++)
			if (f->votes[c] > f->votes[f->class])
				f->class = (uint8_t)c;
		f->entity = (uint32_t)i;
	}
}

static size_t
form_length(const struct form *f)
{
	return f->end - f->first;
}

/* --- Bringing forms together ------------------------------------------------------------------ */

/* Puts form i into a table of names to be called by, unless a commoner one is there. */
static void
offer(struct aliases *s, struct table *t, uint64_t key, size_t i)
{
	struct slot *slot = table_slot(t, key);

	if (slot->key == 0 || s->forms[slot->value].count < s->forms[i].count)
		*slot = (struct slot){key, (uint32_t)i};
}

/* The initials of a name's capital words, or 0 if there are fewer than two. */
static uint64_t
initials_of(const struct aliases *s, const struct form *f)
{
	char letters[FORM_LONGEST];
	size_t n = 0;

	for (size_t i = f->first; i < f->end && n < FORM_LONGEST; i++) {
		const struct token *t = &s->article->tokens[i];

		if (token_is_capital(t))
			letters[n++] = s->article->lines[t->line].text.at[t->start];
	}
	return n > 1 ? token_key((struct slice){letters, n}) : 0;
}

/* Fills the tables of how names of several words may be shortened. */
static void
index_forms(struct aliases *s)
{
	table_reset(&s->by_last, s->form_count);
	table_reset(&s->by_first, s->form_count);
	table_reset(&s->by_initials, s->form_count);
	for (size_t i = 0; i < s->form_count; i++) {
		const struct form *f = &s->forms[i];

		if (form_length(f) < 2)
			continue;
		if (f->class == CLASS_PERSON) {
			offer(s, &s->by_last, token_alias(s, f->end - 1), i);
			offer(s, &s->by_first, token_alias(s, f->first), i);
		} else {
			uint64_t initials = initials_of(s, f);

			if (initials != 0)
				offer(s, &s->by_initials, initials, i);
			if (f->class == CLASS_ORG)
				offer(s, &s->by_first, token_alias(s, f->first), i);
		}
	}
}

static bool
is_doubtful(const struct form *f)
{
	return !f->user && f->votes[f->class] < SURE * (float)f->count;
}

static void
follow(struct aliases *s, struct form *f, uint32_t leader)
{
	f->entity = s->forms[leader].entity;
	f->class = s->forms[leader].class;
}

/* A single word: the last or first name of a person, an acronym, the first word of an organisation. */
static void
link_word(struct aliases *s, struct form *f)
{
	const struct token *word = &s->article->tokens[f->first];
	uint64_t alias = token_alias(s, f->first);
	uint32_t leader = table_find(&s->by_last, alias);

	if (leader != NO_FORM && (f->class == CLASS_PERSON || is_doubtful(f)) && !is_known_place(s, f)) {
		follow(s, f, leader);
		return;
	}
	leader = word->class == TOKEN_UPPER ? table_find(&s->by_initials, word->key) : NO_FORM;
	if (leader != NO_FORM && (f->class == s->forms[leader].class || is_doubtful(f))) {
		follow(s, f, leader);
		return;
	}
	leader = table_find(&s->by_first, alias);
	if (leader != NO_FORM && f->class == s->forms[leader].class)
		follow(s, f, leader);
}

static bool
is_initial_of(const struct aliases *s, size_t initial, size_t name)
{
	struct slice x = token_text(s->article, &s->article->tokens[initial]),
		     y = token_text(s->article, &s->article->tokens[name]);

	return x.len <= 2 && (x.len == 1 || x.at[1] == '.') && x.at[0] == y.at[0];
}

/* Are two persons' names of several words one: the same last name, and first names that agree? */
static bool
same_person(struct aliases *s, const struct form *x, const struct form *y)
{
	if (token_alias(s, x->end - 1) != token_alias(s, y->end - 1))
		return false;
	return token_alias(s, x->first) == token_alias(s, y->first) || is_initial_of(s, x->first, y->first) ||
	       is_initial_of(s, y->first, x->first);
}

static void
link_person(struct aliases *s, struct form *f, size_t self)
{
	uint32_t leader = table_find(&s->by_last, token_alias(s, f->end - 1));

	if (leader != NO_FORM && leader != self && same_person(s, f, &s->forms[leader]))
		f->entity = s->forms[leader].entity;
}

/* Countries are one by their code. */
static void
link_country(struct aliases *s, struct form *f)
{
	const struct cue_entry *cue =
		cue_of(s, f->chain) == CUE_COUNTRY ? gazetteer_cue(s->gazetteer, f->chain) : NULL;
	uint64_t key;
	struct slot *slot;

	if (cue == NULL || cue->value[0] == '\0')
		return;
	key = fold_hash((struct slice){cue->value, 2}, 3);
	slot = table_slot(&s->by_initials, key);
	if (slot->key == 0)
		*slot = (struct slot){key, (uint32_t)(f - s->forms)};
	else
		f->entity = s->forms[slot->value].entity;
}

static void
link_forms(struct aliases *s)
{
	index_forms(s);
	for (size_t i = 0; i < s->form_count; i++) {
		struct form *f = &s->forms[i];

		if (form_length(f) > 1 && f->class == CLASS_PERSON)
			link_person(s, f, i);
	}
	for (size_t i = 0; i < s->form_count; i++) {
		struct form *f = &s->forms[i];

		if (form_length(f) == 1)
			link_word(s, f);
		if (f->class == CLASS_PLACE)
			link_country(s, f);
	}
}

/* --- Repeats that were not marked ------------------------------------------------------------- */

/* May the words of this form be taken for it wherever they stand? */
static bool
is_distinct(const struct aliases *s, const struct form *f)
{
	if (!f->teaches || f->best < 0.6F)
		return false;
	if (form_length(f) > 1)
		return true;
	return s->article->tokens[f->first].end - s->article->tokens[f->first].start > 2;
}

/* Is token i the last name of a person with a fuller name? Its length in tokens: 1, or 0 for no. */
static size_t
known_person(struct aliases *s, size_t i, uint32_t *form)
{
	const struct token *t = &s->article->tokens[i];
	uint32_t found;

	if ((t->end - t->start <= 2) | (t->cue != CUE_NONE) | is_in_class(s, i, GAZ_COMMON))
		return 0;
	found = table_find(&s->by_last, token_alias(s, i));
	if (found == NO_FORM || !is_distinct(s, &s->forms[found]) || s->forms[found].best < SURE)
		return 0;
	*form = found;
	return 1;
}

/* The longest known name that begins with token i, before token end; gives its length in tokens. */
static size_t
known_name(struct aliases *s, size_t i, size_t end, uint32_t *form)
{
	uint64_t chain = 0, bit;
	size_t best = 0;
	bool begins = (*first_word(s, s->article->tokens[i].key, &bit) & bit) != 0;

	for (size_t n = 1; begins && n <= FORM_LONGEST && i + n <= end; n++) {
		uint32_t found;

		chain = token_chain(chain, s->article->tokens[i + n - 1].key);
		found = table_find(&s->by_chain, chain);
		if (found != NO_FORM && is_distinct(s, &s->forms[found])) {
			best = n;
			*form = found;
		}
	}
	return best > 0 ? best : known_person(s, i, form);
}

static void
add_repeat(struct aliases *s, size_t first, size_t n, uint32_t form)
{
	struct article *a = s->article;
	const struct token *t = &a->tokens[first];
	struct mention *m;

	m = mention_add(a, ENTITY_PERSON, SOURCE_ALIAS, t->line, t->start, a->tokens[first + n - 1].end);
	m->score = s->forms[form].best;
	cli_grow(&s->ranges, &s->range_capacity, a->mention_count, sizeof *s->ranges);
	s->ranges[a->mention_count - 1] = (struct range){(uint32_t)first, (uint32_t)(first + n), form};
}

/* Looks for repeats in tokens [from, end), which no mention holds. */
static void
repeats_between(struct aliases *s, size_t from, size_t end)
{
	for (size_t i = from; (i = token_next_capital(s->article, i, end)) < end;) {
		uint32_t form = NO_FORM;
		size_t n = known_name(s, i, end, &form);

		if (n > 0)
			add_repeat(s, i, n, form);
		i += n > 0 ? n : 1;
	}
}

static void
find_repeats(struct aliases *s)
{
	struct article *a = s->article;
	size_t count = a->mention_count, i = 0;

	for (size_t l = 0; l < a->line_count; l++) {
		const struct article_line *line = &a->lines[l];
		size_t at = line->first;

		for (; i < count && a->mentions[i].line == l; i++) {
			struct range r;

			if (a->mentions[i].type == ENTITY_QUOTE)
				continue;
			r = s->ranges[i].form != NO_FORM ? s->ranges[i] : tokens_of(a, &a->mentions[i], at);
			if (r.first > at)
				repeats_between(s, at, r.first);
			if (r.end > at)
				at = r.end;
		}
		repeats_between(s, at, line->end);
	}
}

/* --- What comes out --------------------------------------------------------------------------- */

static bool
is_acronym(const struct article *a, const struct form *f)
{
	return f->end - f->first == 1 && a->tokens[f->first].class == TOKEN_UPPER;
}

/* Is x a fuller form of a name than y? A country's is the one that is used most. */
static bool
is_fuller(const struct article *a, const struct form *x, const struct form *y)
{
	size_t bytes_x = a->tokens[x->end - 1].end - a->tokens[x->first].start,
	       bytes_y = a->tokens[y->end - 1].end - a->tokens[y->first].start;

	if (x->teaches != y->teaches)
		return x->teaches;
	if (x->class == CLASS_PLACE && y->class == CLASS_PLACE && is_acronym(a, x) == is_acronym(a, y))
		return x->count > y->count;
	if (form_length(x) != form_length(y))
		return form_length(x) > form_length(y);
	return bytes_x > bytes_y;
}

static struct slice
form_text(const struct article *a, const struct form *f)
{
	const struct token *first = &a->tokens[f->first], *last = &a->tokens[f->end - 1];

	return (struct slice){a->lines[first->line].text.at + first->start, last->end - first->start};
}

/* Makes each form's `first` and `end` those of the fullest form of its entity. */
static void
find_fullest(struct aliases *s)
{
	for (size_t i = 0; i < s->form_count; i++) {
		struct form *f = &s->forms[i], *leader = &s->forms[f->entity];

		if (is_fuller(s->article, f, leader)) {
			leader->first = f->first;
			leader->end = f->end;
			leader->teaches = f->teaches;
			leader->count = f->count;
		}
	}
}

static enum entity_type
type_for(const struct aliases *s, const struct form *f, const struct mention *m, const struct range *r)
{
	if (f->class == CLASS_PERSON)
		return ENTITY_PERSON;
	if (f->class == CLASS_ORG)
		return ENTITY_ORG;
	if (m->source != SOURCE_ALIAS && class_of(m->type) == CLASS_PLACE)
		return (enum entity_type)m->type;
	return place_type(s->gazetteer, s->article, r->first, r->end);
}

static void
set_country(struct aliases *s, struct mention *m, const struct range *r)
{
	const struct cue_entry *cue = gazetteer_cue(s->gazetteer, chain_of(s->article, r->first, r->end));

	if (cue != NULL && cue->cue == CUE_COUNTRY && cue->value[0] != '\0' && m->norm.len == 0)
		m->norm = article_keep(s->article, (struct slice){cue->value, 2});
}

static void
settle(struct aliases *s)
{
	struct article *a = s->article;

	for (size_t i = 0; i < a->mention_count; i++) {
		struct mention *m = &a->mentions[i];
		const struct range *r = &s->ranges[i];
		const struct form *f, *leader;

		if (r->form == NO_FORM || !is_name(m))
			continue;
		f = &s->forms[r->form];
		leader = &s->forms[f->entity];
		if (f->best < DOUBT && leader->best < DOUBT) {
			m->type = ENTITY_NONE;
			continue;
		}
		if (m->source == SOURCE_ALIAS ||
			(m->source != SOURCE_USER && (m->score < SURE || is_known_place(s, f))) ||
			class_of(m->type) == f->class)
			m->type = (uint8_t)type_for(s, f, m, r);
		if (class_of(m->type) != f->class)
			continue;
		m->entity = f->entity;
		if (m->name.len == 0 && leader->end > leader->first)
			m->name = article_keep(a, form_text(a, leader));
		if (m->type == ENTITY_GPE)
			set_country(s, m, r);
	}
}

static void
drop_doubtful(struct article *a)
{
	size_t kept = 0;

	for (size_t i = 0; i < a->mention_count; i++)
		if (a->mentions[i].type != ENTITY_NONE)
			a->mentions[kept++] = a->mentions[i];
	a->mention_count = kept;
}

void
aliases_run(struct aliases *s, struct article *a)
{
	s->article = a;
	gather(s);
	if (s->form_count == 0)
		return;
	link_forms(s);
	find_repeats(s);
	find_fullest(s);
	settle(s);
	drop_doubtful(a);
	mentions_sort(a);
}
