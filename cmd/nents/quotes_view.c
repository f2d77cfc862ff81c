#include "quotes_view.h"

enum {
	SENTENCE_TOKENS = 400, /* longer ones are cut */
	NAMES_OF_SPEAKERS = ENTITY_BIT(ENTITY_PERSON) | ENTITY_BIT(ENTITY_ORG) | ENTITY_BIT(ENTITY_GPE) |
			    ENTITY_BIT(ENTITY_NORP) | ENTITY_BIT(ENTITY_FAC)
};

const struct speaker speaker_nobody = {NULL, {NULL, 0}};
const struct speaker speaker_unnamed = {NULL, {"", 0}};

static void
mark_quoted(const struct speech *s, size_t line, struct speech_token *tokens)
{
	size_t span = s->line_spans[line];
	for (size_t i = s->a->lines[line].first; i < s->a->lines[line].end; i++) {
		while (span < s->line_spans[line + 1] &&
			s->spans->list[span].behind <= speech_token(s, i)->start)
			span++;
		tokens[i].is_quoted = span < s->line_spans[line + 1] &&
				      s->spans->list[span].open <= speech_token(s, i)->start;
	}
}

static void
mark_name(const struct speech *s, uint32_t index, struct speech_token *tokens)
{
	const struct mention *m = &s->a->mentions[index];
	if (!(ENTITY_BIT(m->type) & NAMES_OF_SPEAKERS))
		return;
	for (size_t i = article_token_from(s->a, m->line, m->start);
		i < s->a->lines[m->line].end && speech_token(s, i)->start < m->end; i++) {
		if (tokens[i].name == 0)
			tokens[i].name = index + 1;
	}
}

void
speech_tokens_fill(const struct speech *s, struct speech_token *tokens)
{
	memset(tokens, 0, s->a->token_count * sizeof *tokens);
	for (size_t line = 0; line < s->a->line_count; line++)
		if (s->line_spans[line] < s->line_spans[line + 1])
			mark_quoted(s, line, tokens);
	for (uint32_t i = 0; i < s->a->mention_count; i++)
		mark_name(s, i, tokens);
}

const struct word *
speech_word_of(const struct speech *s, struct slice text)
{
	uint32_t hash = 0;
	for (size_t i = 0; i < text.len; i++)
		hash = words_hash(hash, words_lower((unsigned char)text.at[i]));
	return &s->words->list[words_find(s->words, text, hash)];
}

struct speaker
speaker_words(const struct speech *s, size_t first, size_t behind)
{
	const struct token *from = speech_token(s, first), *last = speech_token(s, behind - 1);
	struct slice text = s->a->lines[from->line].text;
	return (struct speaker){NULL, {text.at + from->start, last->end - from->start}};
}

bool
speech_is_day(const struct speech *s, size_t i)
{
	static const char *const days[] = {
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
	for (size_t k = 0; k < sizeof days / sizeof *days; k++) {
		if (slice_equal(speech_text(s, i), slice_of(days[k])))
			return true;
	}
	return false;
}

bool
speech_stands_as_verb(const struct speech *s, size_t i)
{
	uint32_t roles = speech_word(s, i)->roles;
	if (speech_name(s, i) != NULL || speech_token(s, i)->class != TOKEN_LOWER)
		return false;
	if (i > 0 && speech_has(s, i - 1, SPEECH_DETERMINER | SPEECH_PREPOSITION) &&
		!speech_has(s, i - 1, SPEECH_ADVERB | SPEECH_CLAUSE))
		return false; /* the promised jobs */
	static const char *const leads[] = {"to", "will", "would", "can", "could", "did", "must", "not"};
	for (size_t k = 0; roles & SPEECH_BASE && i > 0 && k < sizeof leads / sizeof *leads; k++) {
		if (slice_equal(speech_text(s, i - 1), slice_of(leads[k])))
			return true;
	}
	if (roles & SPEECH_BASE)
		return i > 0 && speech_word(s, i - 1)->roles & SPEECH_PRONOUN;
	return !(roles & SPEECH_DOUBTFUL) || i == 0 || speech_name(s, i - 1) != NULL ||
	       speech_has(s, i - 1, SPEECH_PRONOUN | SPEECH_WHO);
}

size_t
speech_sentence_start(const struct speech *s, size_t i, size_t first)
{
	size_t last = i;
	while (i > first && last - i < SENTENCE_TOKENS &&
		(!speech_token(s, i)->opens || speech_is_quoted(s, i)))
		i--;
	return i;
}
