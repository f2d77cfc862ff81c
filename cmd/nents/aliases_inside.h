/*
 * aliases_inside: what the parts of the document pass share. In their order: the tokens of each name are put
 * right and its form is noted (aliases_range, aliases_forms), forms are brought together (aliases_links),
 * repeats that nobody marked are found (aliases_repeats), types and names are settled (aliases).
 */
#ifndef ALIASES_INSIDE_H
#define ALIASES_INSIDE_H

#include "aliases.h"
#include "secret.h"
#include "token.h"

enum name_class { CLASS_PERSON, CLASS_PLACE, CLASS_ORG, CLASSES };

#define NO_FORM UINT32_MAX
#define SURE    0.9F /* a type of this score is not changed by what other mentions say */

enum {
	FIRST_WORDS = 4096, /* bits of the filter of first words */
	ALIAS_BITS = 10     /* aliases that are kept: the same words come again and again */
};

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

/* Open addressing, from a key to the index of a form. */
struct alias_slot {
	uint64_t key; /* 0: free */
	uint32_t value;
};

struct alias_table {
	struct alias_slot *slots;
	size_t mask, capacity;
};

/* Tokens [first, end) and the form that they are, or NO_FORM. */
struct name_range {
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
	struct name_range *ranges; /* of each mention: its tokens and form */
	size_t range_capacity;
	struct alias_table by_chain, by_last, by_first, by_initials;
	uint64_t first_words[FIRST_WORDS / 64]; /* bits of the keys that some form begins with */
	struct alias aliases[1 << ALIAS_BITS];
};

/* --- Tables ----------------------------------------------------------------------------------- */

/* Empties the table and makes room for so many entries. */
void alias_table_reset(struct alias_table *t, size_t entries);

/* The slot of a key: its own, or the free one where it would go. */
static inline struct alias_slot *
alias_table_slot(const struct alias_table *t, uint64_t key)
{
	size_t i = (size_t)secret_place(key) & t->mask;

	while (t->slots[i].key != 0 && t->slots[i].key != key)
		i = (i + 1) & t->mask;
	return &t->slots[i];
}

static inline uint32_t
alias_table_find(const struct alias_table *t, uint64_t key)
{
	const struct alias_slot *slot = alias_table_slot(t, key);

	return slot->key != 0 ? slot->value : NO_FORM;
}

/* --- Words and names -------------------------------------------------------------------------- */

/* The alias_key() of token i. Words of one key are one when folded, so that they have the same. */
uint64_t aliases_token_key(struct aliases *s, size_t i);

/* What the lists say of a name by the chain of its keys. */
static inline enum cue
aliases_cue(const struct aliases *s, uint64_t chain)
{
	const struct cue_entry *entry;

	if ((gazetteer_classes(s->gazetteer, chain) >> GAZ_CUE & 1) == 0)
		return CUE_NONE;
	entry = gazetteer_cue(s->gazetteer, chain);
	return entry != NULL ? (enum cue)entry->cue : CUE_NONE;
}

static inline enum cue
aliases_token_cue(const struct aliases *s, size_t i)
{
	return (enum cue)s->article->tokens[i].cue;
}

static inline enum name_class
name_class_of(unsigned type)
{
	return type == ENTITY_PERSON ? CLASS_PERSON : type == ENTITY_ORG ? CLASS_ORG : CLASS_PLACE;
}

/* Is it the mention of a name, not of a value or quotation? */
static inline bool
is_name(const struct mention *m)
{
	return m->type <= ENTITY_FAC;
}

static inline bool
aliases_is_in_class(const struct aliases *s, size_t i, enum gazetteer_class class)
{
	return s->article->tokens[i].classes >> class & 1;
}

static inline size_t
form_length(const struct form *f)
{
	return f->end - f->first;
}

/* The filter's word and bit of a key. */
static inline uint64_t *
aliases_first_word(struct aliases *s, uint64_t key, uint64_t *bit)
{
	*bit = (uint64_t)1 << (key & 63);
	return &s->first_words[(key >> 6) % (FIRST_WORDS / 64)];
}

/* The tokens of a mention. */
static inline struct name_range
mention_range(const struct article *a, const struct mention *m)
{
	size_t first, end;

	mention_tokens(a, m, &first, &end);
	return (struct name_range){(uint32_t)first, (uint32_t)end, NO_FORM};
}

/* The tokens of a name's mention, put right, none before `from`; an empty range where nothing is left. */
struct name_range aliases_name_range(const struct aliases *s, const struct mention *m, size_t from);

/* "Syrian" belongs to the "Observatory for Human Rights" behind it: takes it in and gives true. */
bool aliases_extend_org(
	const struct aliases *s, const struct mention *before, const struct mention *m, struct name_range *r);

/*
 * "Ricardo "Dong" Villanueva" is one name: takes what stands before the mention of tokens *r in. Of the
 * `count` mentions before it, gives how many stay.
 */
size_t aliases_join_nickname(const struct aliases *s, size_t count, struct name_range *r);

/* Is this a place wherever it stands: Kenya, the Black Sea, Homs Airport? */
bool aliases_is_place(const struct aliases *s, const struct name_range *r);

static inline bool
form_is_place(const struct aliases *s, const struct form *f)
{
	return aliases_is_place(s, &(struct name_range){f->first, f->end, NO_FORM});
}

/* --- Steps ------------------------------------------------------------------------------------ */

/* Gathers the forms of all names; mentions that were titles only are dropped. */
void aliases_gather(struct aliases *s);

/* Gives the forms that mean one entity the same `entity` and class. */
void aliases_link_forms(struct aliases *s);

/* Adds mentions where a known name stands that nobody marked. */
void aliases_find_repeats(struct aliases *s);

#endif
