#include "aliases_inside.h"

#include "fold.h"

enum { MOST_INITIALS = 12 };

/* Puts form i into a table of names to be called by, unless a commoner one is there. */
static void
offer(struct aliases *s, struct alias_table *t, uint64_t key, size_t i)
{
	struct alias_slot *slot = alias_table_slot(t, key);

	if (slot->key == 0 || s->forms[slot->value].count < s->forms[i].count)
		*slot = (struct alias_slot){key, (uint32_t)i};
}

/* Is token i the "Jr." behind a person's last name? */
static bool
is_junior(const struct aliases *s, size_t i)
{
	struct slice text = token_text(s->article, &s->article->tokens[i]);

	return (text.len == 2 || (text.len == 3 && text.at[2] == '.')) &&
	       (memcmp(text.at, "Jr", 2) == 0 || memcmp(text.at, "Sr", 2) == 0);
}

/* The last name of a person: its token. */
static size_t
last_name(const struct aliases *s, const struct form *f)
{
	return form_length(f) > 2 && is_junior(s, f->end - 1U) ? f->end - 2U : f->end - 1U;
}

/* Is x, as "Van den Bosch", what y, as "Anna Van den Bosch", ends with? */
static bool
is_tail(struct aliases *s, const struct form *x, const struct form *y)
{
	size_t last_x = last_name(s, x), last_y = last_name(s, y), words = last_x + 1 - x->first;

	if (words >= last_y + 1 - y->first || last_x + 1U != x->end)
		return false;
	for (size_t i = 0; i < words; i++)
		if (aliases_token_key(s, last_x - i) != aliases_token_key(s, last_y - i))
			return false;
	return true;
}

/* Puts person i into the table of last names: of a name and its tail the name, else the commoner one. */
static void
offer_person(struct aliases *s, size_t i)
{
	const struct form *f = &s->forms[i];
	uint64_t key = aliases_token_key(s, last_name(s, f));
	uint32_t there = alias_table_find(&s->by_last, key);

	if (there != NO_FORM && is_tail(s, f, &s->forms[there]))
		return;
	if (there != NO_FORM && is_tail(s, &s->forms[there], f))
		alias_table_slot(&s->by_last, key)->value = (uint32_t)i;
	else
		offer(s, &s->by_last, key, i);
}

/* The initials of a name's capital words, also behind its hyphens, or 0 if there are fewer than two. */
static uint64_t
initials_of(const struct aliases *s, const struct form *f, bool behind_hyphens)
{
	char letters[MOST_INITIALS];
	size_t n = 0;

	for (size_t i = f->first; i < f->end && n < MOST_INITIALS; i++) {
		const struct token *t = &s->article->tokens[i];
		struct slice text = token_text(s->article, t);

		if (!token_is_capital(t))
			continue;
		letters[n++] = text.at[0];
		for (size_t k = 1; behind_hyphens && k < text.len && n < MOST_INITIALS; k++)
			if (text.at[k - 1] == '-' && text.at[k] >= 'A' && text.at[k] <= 'Z')
				letters[n++] = text.at[k];
	}
	return n > 1 ? token_key((struct slice){letters, n}) : 0;
}

/* Offers an organisation or a place by its initials. */
static void
offer_initials(struct aliases *s, size_t i)
{
	uint64_t all = initials_of(s, &s->forms[i], true), words = initials_of(s, &s->forms[i], false);

	if (all != 0)
		offer(s, &s->by_initials, all, i);
	if (words != 0 && words != all)
		offer(s, &s->by_initials, words, i);
}

/* The key of an acronym, whose full stops count for nothing: "U.N." is "UN". */
static uint64_t
acronym_key(const struct aliases *s, const struct token *t)
{
	struct slice text = token_text(s->article, t);
	char letters[MOST_INITIALS];
	size_t n = 0;

	if (memchr(text.at, '.', text.len) == NULL)
		return t->key;
	for (size_t i = 0; i < text.len && n < MOST_INITIALS; i++)
		if (text.at[i] != '.')
			letters[n++] = text.at[i];
	return n > 1 ? token_key((struct slice){letters, n}) : t->key;
}

/* Fills the tables of how names of several words may be shortened. */
static void
index_forms(struct aliases *s)
{
	alias_table_reset(&s->by_last, s->form_count);
	alias_table_reset(&s->by_first, s->form_count);
	alias_table_reset(&s->by_initials, s->form_count);
	for (size_t i = 0; i < s->form_count; i++) {
		const struct form *f = &s->forms[i];

		if (form_length(f) < 2)
			continue;
		if (f->class == CLASS_PERSON) {
			offer_person(s, i);
			offer(s, &s->by_first, aliases_token_key(s, f->first), i);
		} else {
			offer_initials(s, i);
			if (f->class == CLASS_ORG)
				offer(s, &s->by_first, aliases_token_key(s, f->first), i);
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

/* Is the word, which the tagger takes for a person, the company told of: "Kestrel", by "Kestrel Energy"? */
static bool
may_be_company(const struct aliases *s, const struct form *f, const struct form *company)
{
	const uint16_t names = 1 << GAZ_GIVEN | 1 << GAZ_SURNAME | 1 << GAZ_NAME;

	return company->class == CLASS_ORG && f->class == CLASS_PERSON && is_doubtful(f) &&
	       (s->article->tokens[f->first].classes & names) == 0;
}

/* A single word: the last or first name of a person, an acronym, the first word of an organisation. */
static void
link_word(struct aliases *s, struct form *f)
{
	const struct token *word = &s->article->tokens[f->first];
	uint64_t alias = aliases_token_key(s, f->first);
	uint32_t leader = alias_table_find(&s->by_last, alias);

	if (leader != NO_FORM && (f->class == CLASS_PERSON || is_doubtful(f)) && !form_is_place(s, f)) {
		follow(s, f, leader);
		return;
	}
	leader = word->class == TOKEN_UPPER ? alias_table_find(&s->by_initials, acronym_key(s, word))
					    : NO_FORM;
	if (leader != NO_FORM && (f->class == s->forms[leader].class || is_doubtful(f))) {
		follow(s, f, leader);
		return;
	}
	leader = alias_table_find(&s->by_first, alias);
	if (leader != NO_FORM &&
		(f->class == s->forms[leader].class || may_be_company(s, f, &s->forms[leader])))
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
	if (aliases_token_key(s, x->end - 1) != aliases_token_key(s, y->end - 1))
		return false;
	return aliases_token_key(s, x->first) == aliases_token_key(s, y->first) ||
	       is_initial_of(s, x->first, y->first) || is_initial_of(s, y->first, x->first);
}

static void
link_person(struct aliases *s, struct form *f, size_t self)
{
	uint32_t leader = alias_table_find(&s->by_last, aliases_token_key(s, last_name(s, f)));

	if (leader == NO_FORM || leader == self)
		return;
	if (same_person(s, f, &s->forms[leader]) || is_tail(s, f, &s->forms[leader]))
		f->entity = s->forms[leader].entity;
}

/* "Kestrel Energy Plc" is Kestrel Energy, if that is told as well. */
static void
link_company(struct aliases *s, struct form *f)
{
	uint32_t leader;

	if (aliases_token_cue(s, f->end - 1) != CUE_COMPANY)
		return;
	leader = alias_table_find(&s->by_chain, token_chain_of(s->article, f->first, f->end - 1));
	if (leader != NO_FORM && s->forms[leader].class == CLASS_ORG)
		f->entity = s->forms[leader].entity;
}

/* Countries are one by their code. */
static void
link_country(struct aliases *s, struct form *f)
{
	const struct cue_entry *cue =
		aliases_cue(s, f->chain) == CUE_COUNTRY ? gazetteer_cue(s->gazetteer, f->chain) : NULL;
	uint64_t key;
	struct alias_slot *slot;

	if (cue == NULL || cue->value[0] == '\0')
		return;
	key = fold_hash((struct slice){cue->value, 2}, 3);
	slot = alias_table_slot(&s->by_initials, key);
	if (slot->key == 0)
		*slot = (struct alias_slot){key, (uint32_t)(f - s->forms)};
	else
		f->entity = s->forms[slot->value].entity;
}

void
aliases_link_forms(struct aliases *s)
{
	index_forms(s);
	for (size_t i = 0; i < s->form_count; i++) {
		struct form *f = &s->forms[i];

		if (form_length(f) > 1 && f->class == CLASS_PERSON)
			link_person(s, f, i);
		else if (form_length(f) > 2 && f->class == CLASS_ORG)
			link_company(s, f);
	}
	for (size_t i = 0; i < s->form_count; i++) {
		struct form *f = &s->forms[i];

		if (form_length(f) == 1)
			link_word(s, f);
		if (f->class == CLASS_PLACE)
			link_country(s, f);
	}
}
