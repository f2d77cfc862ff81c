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

/* The initials of a name's capital words, or 0 if there are fewer than two. */
static uint64_t
initials_of(const struct aliases *s, const struct form *f)
{
	char letters[MOST_INITIALS];
	size_t n = 0;

	for (size_t i = f->first; i < f->end && n < MOST_INITIALS; i++) {
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
	alias_table_reset(&s->by_last, s->form_count);
	alias_table_reset(&s->by_first, s->form_count);
	alias_table_reset(&s->by_initials, s->form_count);
	for (size_t i = 0; i < s->form_count; i++) {
		const struct form *f = &s->forms[i];

		if (form_length(f) < 2)
			continue;
		if (f->class == CLASS_PERSON) {
			offer(s, &s->by_last, aliases_token_key(s, f->end - 1), i);
			offer(s, &s->by_first, aliases_token_key(s, f->first), i);
		} else {
			uint64_t initials = initials_of(s, f);

			if (initials != 0)
				offer(s, &s->by_initials, initials, i);
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
	leader = word->class == TOKEN_UPPER ? alias_table_find(&s->by_initials, word->key) : NO_FORM;
	if (leader != NO_FORM && (f->class == s->forms[leader].class || is_doubtful(f))) {
		follow(s, f, leader);
		return;
	}
	leader = alias_table_find(&s->by_first, alias);
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
	if (aliases_token_key(s, x->end - 1) != aliases_token_key(s, y->end - 1))
		return false;
	return aliases_token_key(s, x->first) == aliases_token_key(s, y->first) ||
	       is_initial_of(s, x->first, y->first) || is_initial_of(s, y->first, x->first);
}

static void
link_person(struct aliases *s, struct form *f, size_t self)
{
	uint32_t leader = alias_table_find(&s->by_last, aliases_token_key(s, f->end - 1));

	if (leader != NO_FORM && leader != self && same_person(s, f, &s->forms[leader]))
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
	}
	for (size_t i = 0; i < s->form_count; i++) {
		struct form *f = &s->forms[i];

		if (form_length(f) == 1)
			link_word(s, f);
		if (f->class == CLASS_PLACE)
			link_country(s, f);
	}
}
