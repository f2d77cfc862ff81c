#include "aliases_inside.h"

#include "cli.h"
#include "known.h"

/* "the Sangh" is hardly a person; a country is no organisation. */
static float
vote_weight(const struct aliases *s, const struct name_range *r, const struct mention *m)
{
	const struct article *a = s->article;
	bool alone = r->end - r->first == 1;

	if (m->source == SOURCE_USER)
		return 1;
	if (m->type == ENTITY_PERSON && alone && r->first > a->lines[m->line].first) {
		struct slice before = token_text(a, &a->tokens[r->first - 1]);

		return slice_equal(before, SLICE("the")) || slice_equal(before, SLICE("The")) ? 0.2F : 1;
	}
	if (m->type == ENTITY_ORG && aliases_is_place(s, r))
		return 0;
	return 1;
}

static void
form_add(struct aliases *s, struct name_range *r, const struct mention *m)
{
	struct article *a = s->article;
	uint64_t chain = token_chain_of(a, r->first, r->end);
	struct alias_slot *slot = alias_table_slot(&s->by_chain, chain);
	bool body = a->lines[m->line].style == STYLE_BODY;
	struct form *f;
	uint64_t bit;

	if (slot->key == 0) {
		*slot = (struct alias_slot){chain, (uint32_t)s->form_count};
		if (s->form_count == s->form_capacity)
			cli_grow(&s->forms, &s->form_capacity, s->form_count + 1, sizeof *s->forms);
		s->forms[s->form_count++] =
			(struct form){.chain = chain, .first = r->first, .end = r->end, .entity = NO_ENTITY};
	}
	*aliases_first_word(s, a->tokens[r->first].key, &bit) |= bit;
	r->form = slot->value;
	f = &s->forms[slot->value];
	f->count++;
	f->votes[name_class_of(m->type)] += m->score * (body ? 1 : 0.25F) * vote_weight(s, r, m);
	f->user |= m->source == SOURCE_USER;
	if (body && !f->teaches) {
		f->first = r->first;
		f->end = r->end;
		f->teaches = true;
	}
	if (m->score > f->best)
		f->best = m->score;
}

/* A token of the line at hand that is this mark? */
static bool
is_mark(const struct article *a, const struct article_line *line, size_t i, char mark)
{
	return i >= line->first && i < line->end && a->tokens[i].class == TOKEN_MARK &&
	       line->text.at[a->tokens[i].start] == mark;
}

/* What is no name: the "US" of "US $26", the "Foto" of "(Foto: Ada Holm)"; but "(NYSE: ...)" is one. */
static bool
is_sign_or_label(const struct article *a, const struct mention *m, const struct name_range *r)
{
	const struct article_line *line = &a->lines[m->line];
	bool bracket = r->first > 0 &&
		       (is_mark(a, line, r->first - 1U, '(') || is_mark(a, line, r->first - 1U, '['));

	if (r->end - r->first > 1 || m->source == SOURCE_USER)
		return false;
	return is_mark(a, line, r->end, '$') ||
	       (m->type == ENTITY_PERSON && bracket && is_mark(a, line, r->end, ':'));
}

/* "Costa Rican", taken for a place or an organisation. */
static bool
is_people(const struct aliases *s, const struct mention *m, const struct name_range *r)
{
	return m->source != SOURCE_USER && m->type != ENTITY_PERSON &&
	       aliases_cue(s, token_chain_of(s->article, r->first, r->end)) == CUE_PEOPLE;
}

/* A name that the tagger doubts, and that is told to be a place: "Sines, Portugal". */
static void
settle_told_place(const struct aliases *s, struct mention *m, const struct name_range *r)
{
	size_t n = r->end - r->first;
	uint16_t classes;

	if (m->source != SOURCE_TAGGER || m->score >= SURE)
		return;
	classes = gazetteer_classes(s->gazetteer, token_chain_of(s->article, r->first, r->end));
	if (!known_is_told_place(s->article, r->first, n, classes))
		return;
	m->score = 1;
	if (name_class_of(m->type) != CLASS_PLACE)
		m->type = ENTITY_GPE;
}

/* "... in Sines. (Lusa)" at the end of a caption is an agency, not a person, who has two names there. */
static void
settle_credit(const struct article *a, struct mention *m, const struct name_range *r)
{
	const struct article_line *line = &a->lines[m->line];
	size_t before = r->first - 1U, behind = r->end + 1U;
	bool alone = r->first > line->first && r->end - r->first == 1;

	if (!line->is_caption || !alone || m->type != ENTITY_PERSON || m->source == SOURCE_USER)
		return;
	if (!(is_mark(a, line, before, '(') && is_mark(a, line, r->end, ')')) &&
		!(is_mark(a, line, before, '[') && is_mark(a, line, r->end, ']')))
		return;
	if (behind + is_mark(a, line, behind, '.') == line->end)
		m->type = ENTITY_ORG;
}

void
aliases_gather(struct aliases *s)
{
	struct article *a = s->article;
	size_t kept = 0, from = 0;

	alias_table_reset(&s->by_chain, a->mention_count);
	cli_grow(&s->ranges, &s->range_capacity, a->mention_count + 1, sizeof *s->ranges);
	s->form_count = 0;
	memset(s->first_words, 0, sizeof s->first_words);
	for (size_t i = 0; i < a->mention_count; i++) {
		struct mention *m = &a->mentions[i];
		struct name_range r = {0, 0, NO_FORM};

		if (is_name(m)) {
			r = aliases_name_range(s, m, from);
			if (r.first == r.end || is_sign_or_label(a, m, &r))
				continue;
			from = r.end;
			settle_told_place(s, m, &r);
			settle_credit(a, m, &r);
		}
		if (is_name(m) && is_people(s, m, &r)) {
			m->type = ENTITY_NORP;
		} else if (is_name(m)) {
			if (m->type == ENTITY_ORG &&
				aliases_extend_org(s, kept > 0 ? &a->mentions[kept - 1] : NULL, m, &r))
				kept--;
			if (m->type == ENTITY_PERSON && m->source != SOURCE_USER)
				kept = aliases_join_nickname(s, kept, &r);
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

		f->class = form_is_place(s, f) ? CLASS_PLACE : CLASS_PERSON;
		for (int c = 0; c < CLASSES; c++)
			if (f->votes[c] > f->votes[f->class])
				f->class = (uint8_t)c;
		f->entity = (uint32_t)i;
	}
}
