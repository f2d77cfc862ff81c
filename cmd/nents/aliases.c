#include "aliases_inside.h"

#include "choose.h"
#include "cli.h"
#include "fold.h"
#include "tagger.h"

#include <stdlib.h>

static const float DOUBT = 0.33F; /* a name of which no mention has this score is none */

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

void
alias_table_reset(struct alias_table *t, size_t entries)
{
	size_t size = 64;

	while (size < 2 * entries)
		size *= 2;
	cli_grow(&t->slots, &t->capacity, size, sizeof *t->slots);
	memset(t->slots, 0, size * sizeof *t->slots);
	t->mask = size - 1;
}

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

uint64_t
aliases_token_key(struct aliases *s, size_t i)
{
	const struct token *t = &s->article->tokens[i];
	struct alias *kept = &s->aliases[t->key >> (64 - ALIAS_BITS)];

	if (kept->word != t->key)
		*kept = (struct alias){t->key, alias_key(token_text(s->article, t))};
	return kept->alias;
}

static bool
is_acronym(const struct article *a, const struct form *f)
{
	return f->end - f->first == 1 && a->tokens[f->first].class == TOKEN_UPPER;
}

/* Is x a fuller form of a name than y? A place's is the one used most: the full names of states are for
 * treaties. */
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
type_for(const struct aliases *s, const struct form *f, const struct mention *m, const struct name_range *r)
{
	if (f->class == CLASS_PERSON)
		return ENTITY_PERSON;
	if (f->class == CLASS_ORG)
		return ENTITY_ORG;
	if (m->source != SOURCE_ALIAS && name_class_of(m->type) == CLASS_PLACE)
		return (enum entity_type)m->type;
	return place_type(s->gazetteer, s->article, r->first, r->end);
}

static void
set_country(struct aliases *s, struct mention *m, const struct name_range *r)
{
	const struct cue_entry *cue =
		gazetteer_cue(s->gazetteer, token_chain_of(s->article, r->first, r->end));

	if (cue != NULL && cue->cue == CUE_COUNTRY && cue->value[0] != '\0' && m->norm.len == 0)
		m->norm = article_keep(s->article, (struct slice){cue->value, 2});
}

static void
settle(struct aliases *s)
{
	struct article *a = s->article;

	for (size_t i = 0; i < a->mention_count; i++) {
		struct mention *m = &a->mentions[i];
		const struct name_range *r = &s->ranges[i];
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
			(m->source != SOURCE_USER && (m->score < SURE || form_is_place(s, f))) ||
			name_class_of(m->type) == f->class)
			m->type = (uint8_t)type_for(s, f, m, r);
		if (name_class_of(m->type) != f->class)
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
	aliases_gather(s);
	if (s->form_count == 0)
		return;
	aliases_link_forms(s);
	aliases_find_repeats(s);
	find_fullest(s);
	settle(s);
	drop_doubtful(a);
	mentions_sort(a);
}
