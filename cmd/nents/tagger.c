#include "tagger.h"

#include "cli.h"
#include "seq.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum {
	STRIDE = 16,     /* sums of one position */
	CACHE_BITS = 14, /* pairs of words and places whose sums are kept */
	CACHE_WAYS = 2
};

/* The sum of a word's features in one place. */
struct kept {
	uint64_t key; /* of the word and its place; 0: free */
	int16_t sum[STRIDE];
};

struct tagger {
	const void *block; /* that the model was made of */
	const struct seq_model *model;
	const struct gazetteer *gazetteer;
	struct features *features;
	struct seq_scratch scratch;
	struct kept *kept;                   /* [1 << CACHE_BITS][CACHE_WAYS] */
	uint8_t *last;                       /* of each set, the way that was used last */
	int16_t edge[WORD_PLACES][STRIDE];   /* where there is no word */
	const int8_t *small[FEATURES_SMALL]; /* the rows of the context's numbers; NULL: none */
	int16_t *sums;                       /* [tokens][STRIDE] of a segment */
	float *posteriors;
	uint8_t *states;
	size_t sums_capacity, posteriors_capacity, states_capacity;
};

static inline void
add_row(int16_t *restrict sum, const int8_t *restrict row)
{
	for (int i = 0; i < STRIDE; i++)
		sum[i] = (int16_t)(sum[i] + row[i]);
}

static inline void
add_sums(int16_t *restrict sum, const int16_t *restrict more)
{
	for (int i = 0; i < STRIDE; i++)
		sum[i] = (int16_t)(sum[i] + more[i]);
}

static void
sum_word(struct tagger *t, struct slice word, uint64_t key, enum word_place place, int16_t *sum)
{
	uint32_t features[FEATURES_OF_WORD];
	size_t n = features_of_word(t->features, word, key, place, features);

	memset(sum, 0, STRIDE * sizeof *sum);
	seq_add(t->model, features, n, sum);
}

struct tagger *
tagger_open(const struct feature_lists *lists, const void *model, size_t bytes)
{
	struct tagger *t = cli_alloc(1, sizeof *t);
	const char *why = NULL;

	t->block = model;
	t->model = seq_model(model, bytes, FEATURES_VERSION, &why);
	if (t->model == NULL || t->model->states != TAGS || t->model->stride != STRIDE)
		cli_die("the model of names: %s", why != NULL ? why : "has other states");
	t->gazetteer = lists->gazetteer;
	t->features = features_open(lists);
	t->kept = cli_alloc((size_t)CACHE_WAYS << CACHE_BITS, sizeof *t->kept);
	t->last = cli_alloc((size_t)1 << CACHE_BITS, 1);
	for (int place = 0; place < WORD_PLACES; place++)
		sum_word(t, SLICE(""), 0, (enum word_place)place, t->edge[place]);
	for (int i = 0; i < FEATURES_SMALL; i++)
		t->small[i] = seq_row(t->model, features_small((uint16_t)i));
	return t;
}

void
tagger_close(struct tagger *t)
{
	seq_model_close(t->model, t->block);
	features_close(t->features);
	seq_scratch_free(&t->scratch);
	free(t->kept);
	free(t->last);
	free(t->sums);
	free(t->posteriors);
	free(t->states);
	free(t);
}

/* What the features of a word in a place depend on, as a hash: its letters, or without their case. */
static uint64_t
kept_key(const struct article *a, const struct token *token, unsigned place)
{
	struct slice text = token_text(a, token);
	uint64_t word = place > PLACE_BEHIND ? token->key : XXH3_64bits(text.at, text.len);

	return token_chain(word, place) | 1;
}

/* The entry of a key: its own, or that of the two it may take which was not the last to be used. */
static struct kept *
kept_entry(struct tagger *t, uint64_t key)
{
	size_t set = key >> (64 - CACHE_BITS);
	struct kept *ways = &t->kept[set * CACHE_WAYS];
	size_t way = ways[0].key == key ? 0 : ways[1].key == key ? 1 : !t->last[set];

	t->last[set] = (uint8_t)way;
	return &ways[way];
}

/* The sum of a word in a place, kept or made. */
static const int16_t *
word_sum(struct tagger *t, const struct article *a, struct word_beside beside, uint64_t key)
{
	const struct token *token = &a->tokens[beside.token];
	struct kept *kept = kept_entry(t, key);

	if (kept->key != key) {
		kept->key = key;
		sum_word(t, token_text(a, token), token->key, (enum word_place)beside.place, kept->sum);
	}
	return kept->sum;
}

/* Adds the sums of the words around a token. All are fetched before the first is waited for. */
static void
add_words(struct tagger *t, const struct article *a, const struct word_beside *words, size_t n, int16_t *sum)
{
	uint64_t keys[FEATURES_WORDS];

	for (size_t k = 0; k < n; k++) {
		if (words[k].token == NO_WORD)
			continue;
		keys[k] = kept_key(a, &a->tokens[words[k].token], words[k].place);
		__builtin_prefetch(&t->kept[(keys[k] >> (64 - CACHE_BITS)) * CACHE_WAYS]);
	}
	for (size_t k = 0; k < n; k++)
		add_sums(sum, words[k].token == NO_WORD ? t->edge[words[k].place]
							: word_sum(t, a, words[k], keys[k]));
}

static void
sum_token(struct tagger *t, const struct article *a, size_t i, int16_t *sum)
{
	struct word_beside words[FEATURES_WORDS];
	uint16_t numbers[FEATURES_OF_CONTEXT];
	const int8_t *listed = seq_row(t->model, features_listed(t->features, i));
	size_t n = features_words(t->features, i, words);

	memset(sum, 0, STRIDE * sizeof *sum);
	add_words(t, a, words, n, sum);
	n = features_context(t->features, i, numbers);
	for (size_t k = 0; k < n; k++)
		if (t->small[numbers[k]] != NULL)
			add_row(sum, t->small[numbers[k]]);
	if (listed != NULL)
		add_row(sum, listed);
}

enum entity_type
place_type(const struct gazetteer *g, const struct article *a, size_t first, size_t end)
{
	uint64_t chain = 0;
	const struct cue_entry *cue;
	uint16_t classes;

	for (size_t i = first; i < end; i++)
		chain = token_chain(chain, a->tokens[i].key);
	classes = gazetteer_classes(g, chain);
	cue = classes >> GAZ_CUE & 1 ? gazetteer_cue(g, chain) : NULL;
	if (cue != NULL && cue->cue == CUE_KNOWN_PLACE)
		return ENTITY_LOC;
	if (cue != NULL && cue->cue == CUE_KNOWN_FACILITY)
		return ENTITY_FAC;
	if ((classes & (1 << GAZ_CITY | 1 << GAZ_COUNTRY | 1 << GAZ_REGION | 1 << GAZ_BIG)) != 0)
		return ENTITY_GPE;
	for (size_t k = 0; k < 2 && end - first > 1; k++) {
		uint8_t word = a->tokens[k == 0 ? end - 1 : first].cue;

		if (word == CUE_PLACE)
			return ENTITY_LOC;
		if (word == CUE_FACILITY)
			return ENTITY_FAC;
	}
	if ((classes & 1 << GAZ_TOWN) == 0 && (classes & 1 << GAZ_PLACE) != 0)
		return ENTITY_LOC;
	return ENTITY_GPE;
}

static enum entity_type
type_of(const struct tagger *t, const struct article *a, enum tag kind, size_t first, size_t end)
{
	if (kind == TAG_PERSON)
		return ENTITY_PERSON;
	if (kind == TAG_ORG)
		return ENTITY_ORG;
	if (kind == TAG_GROUP)
		return ENTITY_NORP;
	if (kind == TAG_PLACE)
		return place_type(t->gazetteer, a, first, end);
	for (size_t i = first; i < end; i++)
		if (a->tokens[i].cue == CUE_EVENT)
			return ENTITY_EVENT;
	return ENTITY_NONE;
}

/* Adds the mention that is tokens [first, end), of a segment that begins at token `base`. */
static void
add_mention(struct tagger *t, struct article *a, size_t base, size_t first, size_t end)
{
	enum tag kind = tag_kind(t->states[first - base]);
	enum entity_type type = type_of(t, a, kind, first, end);
	struct mention *m;
	float least = 1;

	if (type == ENTITY_NONE)
		return;
	for (size_t i = first; i < end; i++) {
		const float *row = t->posteriors + (i - base) * STRIDE;
		float sum = 0;

		for (unsigned s = 0; s < TAGS; s++)
			if (tag_kind(s) == kind)
				sum += row[s];
		if (sum < least)
			least = sum;
	}
	m = mention_add(a, type, SOURCE_TAGGER, a->tokens[first].line, a->tokens[first].start,
		a->tokens[end - 1].end);
	m->score = least;
}

/* Where the mention that begins with token i ends, by the states alone. */
static size_t
mention_end(const struct tagger *t, size_t base, size_t end, size_t i)
{
	unsigned state = t->states[i - base];

	if (tag_has_parts(state)) {
		while (i + 1 < end && (tag_part(t->states[i - base]) == PART_BEGIN ||
					      tag_part(t->states[i - base]) == PART_INSIDE))
			i++;
		return i + 1;
	}
	while (i + 1 < end && t->states[i + 1 - base] == state)
		i++;
	return i + 1;
}

static bool
any_name(const uint8_t *states, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (states[i] != TAG_NONE)
			return true;
	return false;
}

static void
tag_segment(struct tagger *t, struct article *a, const struct segment *segment)
{
	size_t n = segment->end - segment->first;

	cli_grow(&t->sums, &t->sums_capacity, n * STRIDE, sizeof *t->sums);
	cli_grow(&t->posteriors, &t->posteriors_capacity, n * STRIDE, sizeof *t->posteriors);
	cli_grow(&t->states, &t->states_capacity, n, sizeof *t->states);
	features_segment(t->features, segment);
	for (size_t i = 0; i < n; i++)
		sum_token(t, a, segment->first + i, t->sums + i * STRIDE);
	seq_best(t->model, t->sums, n, t->states, &t->scratch);
	if (!any_name(t->states, n))
		return;
	seq_posteriors(t->model, t->sums, n, t->posteriors, &t->scratch);
	for (size_t i = segment->first; i < segment->end;) {
		size_t end;

		if (t->states[i - segment->first] == TAG_NONE) {
			i++;
			continue;
		}
		end = mention_end(t, segment->first, segment->end, i);
		add_mention(t, a, segment->first, i, end);
		i = end;
	}
}

/* "The", "However", "I": a small word that has its capital from opening a sentence, and is nothing in the
 * lists.
 */
static bool
is_plain_opening(const struct article *a, const struct segment *segment)
{
	const uint16_t names = 1 << GAZ_COUNTRY | 1 << GAZ_REGION | 1 << GAZ_CITY | 1 << GAZ_BIG |
			       1 << GAZ_NORP | 1 << GAZ_GIVEN | 1 << GAZ_PERSON | 1 << GAZ_ORG;
	const struct token *token = &a->tokens[segment->first];
	uint16_t classes;

	if (segment->end - segment->first > 1)
		return false;
	if (slice_equal(token_text(a, token), SLICE("I")))
		return true;
	if (!token->opens || token->class != TOKEN_CAPITAL || a->lines[token->line].style != STYLE_BODY)
		return false;
	classes = token->classes;
	return (classes & 1 << GAZ_COMMON) != 0 && (classes & names) == 0;
}

void
tagger_find(struct tagger *t, struct article *a)
{
	struct segment segment;

	features_article(t->features, a);
	for (size_t i = 0; i < a->line_count; i++)
		for (size_t at = a->lines[i].first; segment_next(a, &a->lines[i], at, &segment);
			at = segment.end)
			if (!is_plain_opening(a, &segment))
				tag_segment(t, a, &segment);
}
