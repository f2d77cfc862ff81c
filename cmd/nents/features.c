#include "features.h"

#include "cli.h"
#include "fold.h"
#include "secret.h"

#include <stdlib.h>

enum { OTHERS = 3 }; /* other occurrences of a word whose neighbours are looked at */

/* What an article shows of a word: how often it is small, how often a capital in mid-sentence, and where. */
struct seen {
	uint64_t key; /* 0: free */
	uint32_t small, capital;
	uint32_t at[OTHERS + 1];
};

struct features {
	struct feature_lists lists;
	const struct article *article;
	struct seen *seen;
	size_t seen_mask, seen_capacity;
	uint64_t *places; /* of the segment's tokens, and one before and behind it */
	size_t places_capacity;
	uint8_t *cues; /* likewise */
	size_t cues_capacity;
	size_t first, end;           /* the segment */
	size_t line_first, line_end; /* its line */
};

static uint32_t
mix(uint64_t kind, uint64_t value)
{
	uint64_t x = (value ^ kind * UINT64_C(0x9e3779b97f4a7c15)) * UINT64_C(0xbf58476d1ce4e5b9);

	x ^= x >> 31;
	x *= UINT64_C(0x94d049bb133111eb);
	return (uint32_t)(x >> 32);
}

struct features *
features_open(const struct feature_lists *lists)
{
	struct features *f = cli_alloc(1, sizeof *f);

	*f = (struct features){.lists = *lists};
	return f;
}

void
features_close(struct features *f)
{
	free(f->seen);
	free(f->places);
	free(f->cues);
	free(f);
}

enum cue
features_cue(const struct features *f, uint64_t key)
{
	return (enum cue)gazetteer_word(f->lists.gazetteer, key).cue;
}

static struct seen *
seen_slot(const struct features *f, uint64_t key)
{
	size_t slot = (size_t)secret_place(key) & f->seen_mask;

	while (f->seen[slot].key != 0 && f->seen[slot].key != key)
		slot = (slot + 1) & f->seen_mask;
	return &f->seen[slot];
}

/* Room for all words with capitals, half of it free. */
static void
seen_reset(struct features *f, size_t words)
{
	size_t size = 64;

	while (size < 2 * words)
		size *= 2;
	if (size > f->seen_capacity)
		cli_grow(&f->seen, &f->seen_capacity, size, sizeof *f->seen);
	memset(f->seen, 0, size * sizeof *f->seen);
	f->seen_mask = size - 1;
}

static bool
teaches(const struct article *a, const struct token *t)
{
	return token_is_capital(t) && !t->opens && a->lines[t->line].style == STYLE_BODY;
}

void
features_article(struct features *f, const struct article *a)
{
	size_t capitals = 0;

	f->article = a;
	for (size_t i = 0; i < a->token_count; i++)
		capitals += token_is_capital(&a->tokens[i]);
	seen_reset(f, capitals);
	for (size_t i = 0; i < a->token_count; i++) {
		struct seen *s;

		if (!token_is_capital(&a->tokens[i]))
			continue;
		s = seen_slot(f, a->tokens[i].key);
		s->key = a->tokens[i].key;
		if (!teaches(a, &a->tokens[i]))
			continue;
		if (s->capital < OTHERS + 1)
			s->at[s->capital] = (uint32_t)i;
		s->capital++;
	}
	for (size_t i = 0; i < a->token_count; i++)
		if (a->tokens[i].class == TOKEN_LOWER)
			seen_slot(f, a->tokens[i].key)->small++;
}

/* A free slot is counted up too, which does no harm: it has no key. Slots of words are what is asked for. */

void
features_segment(struct features *f, const struct segment *segment)
{
	const struct article *a = f->article;
	const struct article_line *line = &a->lines[a->tokens[segment->first].line];
	size_t first = segment->first > line->first ? segment->first - 1 : segment->first;
	size_t end = segment->end < line->end ? segment->end + 1 : segment->end;
	size_t n = end - first;

	f->first = segment->first;
	f->end = segment->end;
	f->line_first = line->first;
	f->line_end = line->end;
	cli_grow(&f->places, &f->places_capacity, n + 2, sizeof *f->places);
	cli_grow(&f->cues, &f->cues_capacity, n + 2, sizeof *f->cues);
	f->places[0] = f->places[n] = f->places[n + 1] = 0;
	f->cues[0] = f->cues[n] = f->cues[n + 1] = CUE_NONE;
	/* Index 1 is the segment's first token; index 0 the one before it. */
	gazetteer_places(f->lists.gazetteer, a->tokens, first, end, f->places + 1 - (segment->first - first));
	for (size_t i = first; i < end; i++)
		f->cues[i + 1 - segment->first] = a->tokens[i].cue;
}

static void
put_word(const struct features *f, struct word_beside *words, size_t *n, enum word_place place, size_t at)
{
	bool there = at >= f->line_first && at < f->line_end;

	words[(*n)++] = (struct word_beside){there ? (uint32_t)at : NO_WORD, (uint8_t)place};
}

static void
put_others(const struct features *f, struct word_beside *words, size_t *n, size_t i)
{
	const struct article *a = f->article;
	const struct seen *s = seen_slot(f, a->tokens[i].key);
	size_t put = 0;

	if (s->key == 0 || !token_is_capital(&a->tokens[i]))
		return;
	for (size_t k = 0; k < s->capital && k < OTHERS + 1 && put < OTHERS; k++) {
		size_t at = s->at[k];
		const struct article_line *line = &a->lines[a->tokens[at].line];

		if (at == i)
			continue;
		put++;
		if (at > line->first)
			words[(*n)++] = (struct word_beside){(uint32_t)at - 1, PLACE_OTHER_BEFORE};
		if (at + 1 < line->end)
			words[(*n)++] = (struct word_beside){(uint32_t)at + 1, PLACE_OTHER_BEHIND};
	}
}

size_t
features_words(const struct features *f, size_t i, struct word_beside words[FEATURES_WORDS])
{
	size_t n = 0;

	put_word(f, words, &n, PLACE_SELF, i);
	if ((f->lists.without & GROUP_WINDOW) == 0) {
		put_word(f, words, &n, PLACE_BEFORE, i - 1);
		put_word(f, words, &n, PLACE_BEHIND, i + 1);
		put_word(f, words, &n, PLACE_BEFORE2, i - 2);
		put_word(f, words, &n, PLACE_BEHIND2, i + 2);
	}
	if ((f->lists.without & GROUP_DOCUMENT) == 0)
		put_others(f, words, &n, i);
	return n;
}

/* Numbers of the context: each kind has its stretch below FEATURES_SMALL. */
enum {
	SMALL_LISTS = 0,                                   /* [3 neighbours][GAZ_CLASSES][5 places] */
	SMALL_CLASSES = SMALL_LISTS + 3 * GAZ_CLASSES * 5, /* [6][6][6] token classes before, here, behind */
	SMALL_OPENS = SMALL_CLASSES + 216,                 /* [2 opens][3 styles][5 classes][4 glued] */
	SMALL_SEEN = SMALL_OPENS + 120,                    /* [3 small][3 capital][2 opens][5 classes] */
	SMALL_CUE_BEFORE = SMALL_SEEN + 90,                /* [cue before][cue here] */
	SMALL_CUE_BEHIND = SMALL_CUE_BEFORE + 256,         /* [cue here][cue behind] */
	SMALL_STYLE = SMALL_CUE_BEHIND + 256 /* [3 styles][2 opens][2 common][3 small][5 classes] */
};

static unsigned
class_at(const struct features *f, size_t i)
{
	return i >= f->line_first && i < f->line_end ? f->article->tokens[i].class : 5U;
}

static unsigned
cue_at(const struct features *f, size_t i)
{
	return i + 1 >= f->first && i <= f->end && i < f->line_end && i + 1 > f->line_first
		       ? f->cues[i + 1 - f->first]
		       : CUE_NONE;
}

static size_t
lists_context(const struct features *f, size_t i, uint16_t *out)
{
	size_t n = 0;

	for (unsigned beside = 0; beside < 3; beside++) {
		uint64_t places = f->places[i + beside - f->first];

		for (unsigned class = 0; places != 0; class ++, places >>= 3)
			if ((places & 7) != 0)
				out[n++] = (uint16_t)(SMALL_LISTS + (beside * GAZ_CLASSES + class) * 5 +
						      (places & 7));
	}
	return n;
}

static unsigned
at_most(uint32_t n, unsigned most)
{
	return n < most ? n : most;
}

/* What a capital is worth here: in such a line, in such a place, of a word that is mostly written small. */
static uint16_t
style_context(const struct features *f, size_t i, const struct seen *s)
{
	const struct token *t = &f->article->tokens[i];
	unsigned style = f->article->lines[t->line].style, small = s->key != 0 ? at_most(s->small, 2) : 0;
	bool common = gazetteer_place(f->places[i + 1 - f->first], GAZ_COMMON) != 0;

	return (uint16_t)(SMALL_STYLE + (((style * 2 + t->opens) * 2 + common) * 3 + small) * 5 + t->class);
}

size_t
features_context(const struct features *f, size_t i, uint16_t numbers[FEATURES_OF_CONTEXT])
{
	const struct article *a = f->article;
	const struct token *t = &a->tokens[i];
	const struct seen *s = seen_slot(f, t->key);
	bool glued_behind = i + 1 < f->line_end && a->tokens[i + 1].glued;
	uint32_t without = f->lists.without;
	size_t n = 0;

	if ((without & GROUP_GAZETTEER) == 0)
		n += lists_context(f, i, numbers);
	if ((without & GROUP_SHAPES) == 0)
		numbers[n++] = (uint16_t)(SMALL_CLASSES + (class_at(f, i - 1) * 6 + t->class) * 6 +
					  class_at(f, i + 1));
	numbers[n++] =
		(uint16_t)(SMALL_OPENS + ((t->opens * 3U + a->lines[t->line].style) * 5 + t->class) * 4 +
			   t->glued * 2U + glued_behind);
	if ((without & GROUP_DOCUMENT) == 0 && s->key != 0)
		numbers[n++] =
			(uint16_t)(SMALL_SEEN +
				   ((at_most(s->small, 2) * 3 + at_most(s->capital, 2)) * 2 + t->opens) * 5 +
				   t->class);
	if ((without & GROUP_SHAPES) == 0)
		numbers[n++] = style_context(f, i, s);
	if ((without & GROUP_CUES) == 0) {
		numbers[n++] = (uint16_t)(SMALL_CUE_BEFORE + cue_at(f, i - 1) * 16 + cue_at(f, i));
		numbers[n++] = (uint16_t)(SMALL_CUE_BEHIND + cue_at(f, i) * 16 + cue_at(f, i + 1));
	}
	return n;
}

uint32_t
features_small(uint16_t number)
{
	return mix(1, number);
}

uint32_t
features_listed(const struct features *f, size_t i)
{
	return mix(2, f->places[i + 1 - f->first]);
}

enum { SHAPE_ROOM = 16 };

/* The shape of a word: X, x, 0 and its marks; runs are cut to `run` letters. */
static size_t
shape_of(struct slice word, size_t run, char out[SHAPE_ROOM])
{
	size_t n = 0, same = 0, len;

	for (size_t i = 0; i < word.len && n < SHAPE_ROOM; i += len) {
		uint32_t point = (unsigned char)word.at[i];
		char c;

		len = 1;
		if (point >= 0x80)
			point = text_decode(slice_after(word, i), &len);
		c = text_is_upper(point)    ? 'X'
		    : text_is_letter(point) ? 'x'
		    : text_is_digit(point)  ? '0'
					    : (char)point;
		same = n > 0 && out[n - 1] == c ? same + 1 : 1;
		if (same <= run)
			out[n++] = c;
	}
	return n;
}

/* A feature of a kind, in a place, with some bytes. */
static uint32_t
of_bytes(enum word_place place, unsigned kind, const char *at, size_t len)
{
	return mix(256 + kind * 16 + place, fold_hash((struct slice){at, len}, 1));
}

static uint32_t
of_number(enum word_place place, unsigned kind, uint64_t number)
{
	return mix(256 + kind * 16 + place, number);
}

enum feature_kind {
	KIND_KEY = 1,
	KIND_SURFACE,
	KIND_SHAPE,
	KIND_SHORT_SHAPE,
	KIND_CLUSTER,
	KIND_CLUSTER9,
	KIND_CLUSTER6,
	KIND_CLUSTER4,
	KIND_PART_FIRST,
	KIND_PART_LAST,
	KIND_CUE,
	KIND_LISTED,
	KIND_PREFIX,
	KIND_SUFFIX = KIND_PREFIX + 6
};

static size_t
cluster_features(const struct features *f, uint64_t key, enum word_place place, uint32_t *out)
{
	uint32_t path;

	if (f->lists.clusters == NULL || (f->lists.without & GROUP_CLUSTERS) != 0)
		return 0;
	path = prints_find(f->lists.clusters, key);
	if (path == 0)
		return 0;
	out[0] = of_number(place, KIND_CLUSTER, path);
	out[1] = of_number(place, KIND_CLUSTER9, path >> 2);
	out[2] = of_number(place, KIND_CLUSTER6, path >> 5);
	out[3] = of_number(place, KIND_CLUSTER4, path >> 7);
	return 4;
}

/* Beginnings and endings of the folded word, one to five bytes long. */
static size_t
affix_features(const struct features *f, const char *folded, size_t len, enum word_place place, uint32_t *out)
{
	size_t n = 0;

	if ((f->lists.without & GROUP_AFFIXES) != 0)
		return 0;
	for (unsigned k = 2; k <= 4 && k < len; k++)
		out[n++] = of_bytes(place, KIND_PREFIX + k, folded, k);
	for (unsigned k = 1; k <= 5 && k < len; k++)
		out[n++] = of_bytes(place, KIND_SUFFIX + k, folded + len - k, k);
	return n;
}

/* The parts of a word with a hyphen: "al" and "sharaa". */
static size_t
part_features(const char *folded, size_t len, enum word_place place, uint32_t *out)
{
	const char *first = memchr(folded, '-', len);
	size_t last = len;

	if (first == NULL)
		return 0;
	while (last > 0 && folded[last - 1] != '-')
		last--;
	out[0] = of_bytes(place, KIND_PART_FIRST, folded, (size_t)(first - folded));
	out[1] = of_bytes(place, KIND_PART_LAST, folded + last, len - last);
	return 2;
}

size_t
features_of_word(const struct features *f, struct slice word, uint64_t key, enum word_place place,
	uint32_t out[FEATURES_OF_WORD])
{
	char folded[FOLD_ROOM], shape[SHAPE_ROOM];
	size_t n = 0, len;
	enum cue cue;
	bool shapes = (f->lists.without & GROUP_SHAPES) == 0;

	out[n++] = of_number(place, KIND_KEY, key);
	if (key == 0)
		return n;
	n += cluster_features(f, key, place, out + n);
	cue = (f->lists.without & GROUP_CUES) == 0 ? features_cue(f, key) : CUE_NONE;
	if (cue != CUE_NONE)
		out[n++] = of_number(place, KIND_CUE, cue);
	if (place > PLACE_BEHIND)
		return n;
	if (shapes)
		out[n++] = of_bytes(place, KIND_SHORT_SHAPE, shape, shape_of(word, 2, shape));
	len = fold_word(word, folded);
	if (place != PLACE_SELF) {
		if (len > 3 && (f->lists.without & GROUP_AFFIXES) == 0)
			out[n++] = of_bytes(place, KIND_SUFFIX + 3, folded + len - 3, 3);
		return n;
	}
	out[n++] = of_bytes(place, KIND_SURFACE, word.at, word.len);
	if (shapes)
		out[n++] = of_bytes(place, KIND_SHAPE, shape, shape_of(word, SHAPE_ROOM, shape));
	n += part_features(folded, len, place, out + n);
	return n + affix_features(f, folded, len, place, out + n);
}
