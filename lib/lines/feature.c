#include "feature.h"

/*
 * Templates of features by group, each with its number of values. The layout of the rows is the layout of a
 * struct of as many bytes: offsetof() is where a template begins.
 */
enum { BITS_UNTIL = SEQ_FEATURES - 80 }; /* all templates but those of bits need fewer than 80 */
enum { LENGTHS = 5, COARSE = 10, SIDES = 6, HASHED = 1 << 14, PATTERNS = 1 << 12 };

struct layout {
	char shape[1];
	char words_end[13 * LINE_ENDS];
	char capitalised[13 * 5], stops[13 * 5], capitals[LENGTHS * 4], numbers[LENGTHS * 4],
		marks[LENGTHS * 5];
	char breaks[LENGTHS * 4], commas[LENGTHS * 4], starts[LENGTHS * LINE_STARTS],
		flags[LENGTHS * LINE_FLAGS];
	char width[8 * 4];

	char phrases[1];
	char phrase_start[PHRASE_CLASSES * LENGTHS], phrase_has[PHRASE_CLASSES * LENGTHS],
		phrase_whole[PHRASE_CLASSES];
	char phrase_before[PHRASE_CLASSES], phrase_after[PHRASE_CLASSES], covered[LENGTHS * 5];

	char neighbours[1];
	char own_kind[KINDS], kinds[SIDES * (KINDS + 1)],
		coarse_near[(COARSE + 1) * (COARSE + 1) * (COARSE + 1)];
	char good_distance[8 * 8 * LENGTHS], density_two[LENGTHS * 6], density_five[LENGTHS * 6],
		density_ten[LENGTHS * 6];
	char mean_two[LENGTHS * 6], mean_ten[LENGTHS * 6], blanks[4 * 4 * LENGTHS],
		blank_edge[4 * (COARSE + 1) * (COARSE + 1)];
	char run[LENGTHS * 6], flags_before[LINE_FLAGS], flags_after[LINE_FLAGS], patterns[PATTERNS];

	char page[1];
	char seen[LENGTHS * 10], rank[LENGTHS * 10], rank_end[LENGTHS * 10], block[LENGTHS * 3 * 7],
		goods[LENGTHS * 5];
	char language[4 * KINDS], dense_blanks[3 * COARSE];

	char repeats[1];
	char same[6 * 6 * LENGTHS], same_near[2 * 2 * 2 * LENGTHS];

	char title[1];
	char likeness[LENGTHS * 6 * 5], headline_side[LENGTHS * 7];

	char cohesion[1];
	char core[LENGTHS * 7], shares[7 * 7 * LENGTHS], shares_next[7 * (COARSE + 1) * LENGTHS];

	char opening[1];
	char shift[10 * LENGTHS * 2], shift_edge[10 * (COARSE + 1)], shift_mean[5 * LENGTHS],
		metas_next[8 * LENGTHS];
	char metas_last[8 * LENGTHS], metas_both[8 * 8 * 3], next_starts[PHRASE_CLASSES * 3],
		next_good[4 * 4 * LENGTHS];
	char page_metas[4 * 4 * COARSE], prefixes[5 * LENGTHS];

	char heading[1];
	char heading_class[(PHRASE_CLASSES + 1) * 5 * LENGTHS];
	char heading_goods[(PHRASE_CLASSES + 1) * 3];

	char words[HASHED];
	char end[1];
};

static const struct {
	const char *name;
	size_t begin, end;
} GROUPS[] = {{"shape", offsetof(struct layout, shape), offsetof(struct layout, phrases)},
	{"phrases", offsetof(struct layout, phrases), offsetof(struct layout, neighbours)},
	{"neighbours", offsetof(struct layout, neighbours), offsetof(struct layout, page)},
	{"page", offsetof(struct layout, page), offsetof(struct layout, repeats)},
	{"repeats", offsetof(struct layout, repeats), offsetof(struct layout, title)},
	{"title", offsetof(struct layout, title), offsetof(struct layout, cohesion)},
	{"cohesion", offsetof(struct layout, cohesion), offsetof(struct layout, opening)},
	{"opening", offsetof(struct layout, opening), offsetof(struct layout, heading)},
	{"heading", offsetof(struct layout, heading), offsetof(struct layout, words)},
	{"words", offsetof(struct layout, words), offsetof(struct layout, end)}};

uint32_t
feature_rows(void)
{
	return offsetof(struct layout, end);
}

const char *
feature_group(size_t g, uint32_t *begin, uint32_t *end)
{
	if (g >= sizeof(GROUPS) / sizeof(*GROUPS))
		return NULL;
	*begin = (uint32_t)GROUPS[g].begin;
	*end = (uint32_t)GROUPS[g].end;
	return GROUPS[g].name;
}

#define PUT(f, template, value)                                                                              \
	((f)->at[(f)->count++] = (uint32_t)(offsetof(struct layout, template) + (size_t)(value)))

static inline size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Counts on a scale that gets coarser: 0, 1, 2, 3-4, 5-8, 9-16 ... */
static inline size_t
scale(size_t n, size_t most)
{
	unsigned long long odd =
		(4 * (unsigned long long)n - (n != 0)) | 1; /* bits of 2 n - 1, and one more */
	return least(most, (size_t)(63 - __builtin_clzll(odd)));
}

static inline size_t
words_bin(size_t words)
{
	static const uint8_t BINS[81] = {0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9, 9,
		9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
		10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11,
		11, 11, 11, 11, 11, 11, 11, 11, 11, 12};
	return BINS[least(words, 80)];
}

/* part / whole on a scale of n steps; the last step is the whole. */
static inline size_t
share(size_t part, float inverse, size_t n)
{
	return least(n - 1, (size_t)((float)part * inverse * (float)(n - 1) + 0.001F));
}

/* The row of a word in a part that it plays. */
static inline uint32_t
hashed_word(uint32_t hash, uint32_t part)
{
	return (uint32_t)offsetof(struct layout, words) + ((hash ^ part * 0x85EBCA6BU) * 0x9E3779B1U >> 18);
}

static inline void
put_word(struct features *f, uint32_t hash, uint32_t part)
{
	f->at[f->count++] = hashed_word(hash, part);
}

/* --- Groups --------------------------------------------------------------------------------- */

/* Templates of a value a bit: bit i stands for row base + i * step. */
struct bit_rows {
	uint32_t bits, base, step;
};

#define BITS(template, set, step, offset)                                                                    \
	((struct bit_rows){set, (uint32_t)(offsetof(struct layout, template) + (size_t)(offset)), step})

/* The rows of two templates of at most 32 bits each. One loop: where a loop ends is hard to guess for a
 * machine. */
static inline void
put_bits(struct features *f, struct bit_rows first, struct bit_rows second)
{
	const struct bit_rows both[2] = {first, second};
	uint64_t rest = first.bits | (uint64_t)second.bits << 32;
	for (; rest != 0 && f->count < BITS_UNTIL; rest &= rest - 1) {
		uint32_t i = (uint32_t)__builtin_ctzll(rest);
		const struct bit_rows *b = &both[i >> 5];
		f->at[f->count++] = b->base + (i & 31) * b->step;
	}
}

static void
put_shape(const struct fact *l, struct features *f)
{
	size_t bin = words_bin(l->words), length = l->length;
	float inverse = 1.0F / (float)(l->words > FACT_WORDS ? FACT_WORDS : l->words > 0 ? l->words : 1);
	PUT(f, words_end, bin * LINE_ENDS + l->end);
	PUT(f, capitalised, bin * 5 + share(l->capitalised, inverse, 5));
	PUT(f, stops, bin * 5 + least(4, (size_t)((float)l->stops * inverse * 8)));
	PUT(f, capitals, length * 4 + share(l->capitals, inverse, 4));
	PUT(f, numbers, length * 4 + share(l->numbers, inverse, 4));
	PUT(f, marks, length * 5 + least(4, (size_t)((float)l->marks * inverse * 6)));
	PUT(f, breaks, length * 4 + least(3, l->breaks));
	PUT(f, commas, length * 4 + least(3, l->commas));
	PUT(f, starts, length * LINE_STARTS + l->start);
	PUT(f, width, scale(l->bytes, 7) * 4 + least(3, (size_t)((float)l->bytes * inverse / 4)));
	/* The phrases that it starts with are the next group's first. */
	put_bits(f, BITS(flags, l->flags, LENGTHS, length), BITS(phrase_start, l->starts, LENGTHS, length));
}

static void
put_phrases(const struct sheet *sheet, size_t i, struct features *f)
{
	const struct fact *l = &sheet->facts[i];
	const uint32_t telling = ~(1U << PHRASE_STOP);
	uint32_t before = i > 0 && l[-1].words <= 14 ? l[-1].starts & telling : 0;
	uint32_t after = i + 1 < sheet->count && l[1].words <= 14 ? l[1].starts & telling : 0;
	put_bits(f, BITS(phrase_has, l->has & ~l->starts, LENGTHS, l->length),
		BITS(phrase_whole, l->whole, 1, 0));
	put_bits(f, BITS(phrase_before, before, 1, 0), BITS(phrase_after, after, 1, 0));
	PUT(f, covered, l->length * 5 + least(4, 5 * l->covered / (size_t)(l->words + 1)));
}

/* The kind of a line, KINDS past the page's edges. */
static inline uint64_t
kind_at(const struct sheet *sheet, size_t i)
{
	return i < sheet->count ? sheet->facts[i].kind : KINDS;
}

static inline uint64_t
coarse_at(const struct sheet *sheet, size_t i)
{
	return i < sheet->count ? sheet->facts[i].coarse : COARSE;
}

/* Moves the windows on to line i: what lies three lines behind it comes into sight. */
static inline void
walk_on(const struct sheet *sheet, size_t i, struct feature_walk *walk)
{
	for (size_t k = 0; i == 0 && k < 6; k++) {
		walk->kinds = walk->kinds >> 8 | kind_at(sheet, k - 3) << 48;
		walk->coarse = walk->coarse >> 8 | coarse_at(sheet, k - 3) << 48;
	}
	walk->kinds = walk->kinds >> 8 | kind_at(sheet, i + 3) << 48;
	walk->coarse = walk->coarse >> 8 | coarse_at(sheet, i + 3) << 48;
}

static inline uint32_t
byte_of(uint64_t bytes, unsigned i)
{
	return bytes >> 8 * i & 0xFF;
}

/* The line before. */
static inline uint32_t
coarse_before(const struct feature_walk *walk)
{
	return byte_of(walk->coarse, 2);
}

static void
put_pattern(struct features *f, uint32_t hash)
{
	PUT(f, patterns, hash * 0x9E3779B1U >> 20);
}

static void
put_kinds(const struct feature_walk *walk, struct features *f)
{
	const uint64_t kinds = walk->kinds, coarse = walk->coarse;
	const uint32_t near[7] = {byte_of(kinds, 0), byte_of(kinds, 1), byte_of(kinds, 2), byte_of(kinds, 3),
		byte_of(kinds, 4), byte_of(kinds, 5), byte_of(kinds, 6)};
	const uint32_t wide[5] = {byte_of(coarse, 1), byte_of(coarse, 2), byte_of(coarse, 3),
		byte_of(coarse, 4), byte_of(coarse, 5)};
	PUT(f, own_kind, near[3]);
	for (size_t k = 0; k < 3; k++)
		PUT(f, kinds, k * (KINDS + 1) + near[k]);
	for (size_t k = 4; k < 7; k++)
		PUT(f, kinds, (k - 1) * (KINDS + 1) + near[k]);
	PUT(f, coarse_near, (wide[1] * (COARSE + 1) + wide[2]) * (COARSE + 1) + wide[3]);
	put_pattern(f, (uint32_t)((near[2] << 10 | near[3] << 5 | near[4]) + 1));
	put_pattern(f, (uint32_t)((near[1] << 10 | near[2] << 5 | near[3]) + (1 << 16)));
	put_pattern(f, (uint32_t)((near[3] << 10 | near[4] << 5 | near[5]) + (2 << 16)));
	put_pattern(f, (uint32_t)((wide[0] << 16 | wide[1] << 12 | wide[2] << 8 | wide[3] << 4 | wide[4]) +
				  (1 << 24)));
}

/* Good words in a window of lines around i, as a share of all and as a mean a line. */
static inline void
window(const struct sheet *sheet, size_t i, size_t reach, size_t *density, size_t *mean)
{
	size_t begin = i > reach ? i - reach : 0, end = least(sheet->count, i + reach + 1);
	const struct place *a = &sheet->places[begin], *b = &sheet->places[end];
	size_t words = b->words - a->words, good = b->good_words - a->good_words;
	*density = words == 0 ? 0 : least(5, 6 * good / words);
	*mean = scale(good / (2 * reach + 1), 5);
}

static void
put_density(const struct sheet *sheet, size_t i, struct features *f)
{
	size_t length = sheet->facts[i].length, density, mean;
	window(sheet, i, 2, &density, &mean);
	PUT(f, density_two, length * 6 + density);
	PUT(f, mean_two, length * 6 + mean);
	window(sheet, i, 5, &density, &mean);
	PUT(f, density_five, length * 6 + density);
	window(sheet, i, 10, &density, &mean);
	PUT(f, density_ten, length * 6 + density);
	PUT(f, mean_ten, length * 6 + mean);
	size_t before = sheet->places[i].goods, after = before + (sheet->facts[i].good ? 1 : 0);
	size_t last = before > 0 ? scale(i - sheet->goods[before - 1], 6) : 7;
	size_t next = after < sheet->good_count ? scale(sheet->goods[after] - i, 6) : 7;
	PUT(f, good_distance, (last * 8 + next) * LENGTHS + length);
}

static void
put_blanks(const struct sheet *sheet, size_t i, struct feature_walk *walk, struct features *f)
{
	const struct fact *l = &sheet->facts[i];
	size_t before = least(3, l->before), after = i + 1 < sheet->count ? least(3, l[1].before) : 3;
	PUT(f, blanks, (before * 4 + after) * LENGTHS + l->length);
	PUT(f, blank_edge, (before * (COARSE + 1) + coarse_before(walk)) * (COARSE + 1) + l->coarse);
	if (before > 0)
		walk->run_begin = i;
	PUT(f, run, l->length * 6 + scale(i - walk->run_begin, 5));
	put_bits(f, BITS(flags_before, i > 0 ? l[-1].flags : 0, 1, 0),
		BITS(flags_after, i + 1 < sheet->count ? l[1].flags : 0, 1, 0));
}

static size_t
side_of(size_t i, size_t begin, size_t end, size_t *distance)
{
	if (i < begin)
		return *distance = begin - i, 0;
	if (i >= end)
		return *distance = i - end + 1, 2;
	return *distance = least(i - begin, end - 1 - i), 1;
}

static void
put_page(const struct sheet *sheet, size_t i, struct features *f)
{
	const struct fact *l = &sheet->facts[i];
	size_t length = l->length, distance, good = sheet->good_words > 0 ? sheet->good_words : 1;
	PUT(f, seen,
		length * 10 + (sheet->places[i].good_words == 0
					      ? 0
					      : 1 + least(8, 9 * sheet->places[i].good_words / good)));
	PUT(f, rank, length * 10 + scale(i, 9));
	PUT(f, rank_end, length * 10 + scale(sheet->count - 1 - i, 9));
	size_t side = side_of(i, sheet->block_begin, sheet->block_end, &distance);
	PUT(f, block, (length * 3 + side) * 7 + scale(distance, 6));
	PUT(f, goods, length * 5 + scale(sheet->good_count, 8) / 2);
	PUT(f, language, sheet->language * KINDS + l->kind);
	PUT(f, dense_blanks, sheet->spacing * COARSE + l->coarse);
}

static size_t
distance_of(int32_t other, size_t i)
{
	if (other < 0)
		return 0;
	size_t n = (size_t)other > i ? (size_t)other - i : i - (size_t)other;
	return n <= 1 ? 1 : n <= 3 ? 2 : n <= 8 ? 3 : n <= 25 ? 4 : 5;
}

static bool
repeats(const struct sheet *sheet, size_t i)
{
	/* Either is not negative: less to guess for a machine than two conditions. */
	return i < sheet->count && (sheet->facts[i].same_before & sheet->facts[i].same_after) >= 0;
}

static void
put_repeats(const struct sheet *sheet, size_t i, struct features *f)
{
	const struct fact *l = &sheet->facts[i];
	PUT(f, same,
		(distance_of(l->same_before, i) * 6 + distance_of(l->same_after, i)) * LENGTHS + l->length);
	size_t near =
		(size_t)repeats(sheet, i - 1) * 4 + (size_t)repeats(sheet, i) * 2 + repeats(sheet, i + 1);
	PUT(f, same_near, near * LENGTHS + l->length);
}

static void
put_title(const struct sheet *sheet, size_t i, struct features *f)
{
	size_t length = sheet->facts[i].length, distance, side = 0;
	if (sheet->headline < sheet->count) {
		side = side_of(i, sheet->headline, sheet->headline + 1, &distance);
		side = side == 1 ? 2 : side == 0 ? 1 : distance <= 4 ? 3 : distance <= 20 ? 4 : 5;
	}
	PUT(f, headline_side, length * 7 + side);
	PUT(f, likeness, (length * 6 + least(5, sheet->places[i].likeness / 2U)) * 5 + least(4, side));
}

static void
put_cohesion(const struct sheet *sheet, size_t i, const struct feature_walk *walk, struct features *f)
{
	const struct place *place = &sheet->places[i];
	size_t length = sheet->facts[i].length;
	PUT(f, core, length * 7 + place->core_share);
	PUT(f, shares, (place->next_share * 7U + place->last_share) * LENGTHS + length);
	PUT(f, shares_next, (place->next_share * (COARSE + 1U) + coarse_before(walk)) * LENGTHS + length);
}

/* --- What an article's opening looks like: a change of subject, metadata near, how the next paragraph
 * begins. */

static void
put_shift(const struct sheet *sheet, size_t i, size_t g, const struct feature_walk *walk, struct features *f)
{
	const struct fact *l = &sheet->facts[i];
	size_t shift = sheet->shifts[g], mean = 10 * shift < sheet->mean_shift ? 0 : 1;
	size_t relative = least(4, (20 * shift) / (sheet->mean_shift + 1));
	bool near = sheet->goods[g] <= i + 6;
	PUT(f, shift, (shift * LENGTHS + l->length) * 2 + near);
	PUT(f, shift_edge, shift * (COARSE + 1) + coarse_before(walk));
	PUT(f, shift_mean, (mean + least(3, relative)) * LENGTHS + l->length);
}

static void
put_opening(const struct sheet *sheet, size_t i, const struct feature_walk *walk, struct features *f)
{
	const struct fact *l = &sheet->facts[i];
	const struct place *place = &sheet->places[i];
	size_t dates = scale(sheet->dates, 3), ages = scale(sheet->ages, 3), next = place->goods;
	PUT(f, metas_next, place->metas_next * LENGTHS + l->length);
	PUT(f, metas_last, place->metas_last * LENGTHS + l->length);
	PUT(f, metas_both, (place->metas_next * 8U + place->metas_last) * 3 + least(2, l->length));
	PUT(f, page_metas, (dates * 4 + ages) * COARSE + l->coarse);
	PUT(f, prefixes, scale(place->prefixes, 4) * LENGTHS + l->length);
	if (next >= sheet->good_count)
		return;
	put_shift(sheet, i, next, walk, f);
	if (l->good)
		next++;
	if (next >= sheet->good_count || sheet->goods[next] > i + 6)
		return;
	const struct fact *good = &sheet->facts[sheet->goods[next]];
	put_bits(f, BITS(next_starts, good->starts, 3, least(2, l->length)), (struct bit_rows){0});
	PUT(f, next_good,
		(scale(good->words / 8, 3) * 4 + least(3, sheet->goods[next] - i - 1)) * LENGTHS + l->length);
	if (!l->good)
		f->at[f->count++] = hashed_word(good->head[0], 17);
}

/* --- Heading memory: what the last short heading said. -------------------------------------- */

static bool
is_heading(const struct fact *l)
{
	return l->words <= 7 && !l->good && (l->flags & (1U << FLAG_PHRASES)) != 0;
}

static void
put_heading(const struct sheet *sheet, size_t i, struct feature_walk *walk, struct features *f)
{
	const struct fact *l = &sheet->facts[i];
	size_t distance = i - walk->heading;
	size_t bin = distance <= 1 ? 0 : distance <= 3 ? 1 : distance <= 8 ? 2 : distance <= 20 ? 3 : 4;
	size_t goods =
		sheet->places[i].goods - (walk->heading_class > 0 ? sheet->places[walk->heading].goods : 0);
	PUT(f, heading_class, (walk->heading_class * 5 + bin) * LENGTHS + l->length);
	PUT(f, heading_goods, walk->heading_class * 3 + least(2, goods));
	if (!is_heading(l))
		return;
	uint32_t classes = l->starts & ~(1U << PHRASE_STOP);
	walk->heading_class = classes == 0 ? 0 : (uint32_t)__builtin_ctz(classes) + 1;
	walk->heading_hash = l->hash;
	walk->heading = i;
}

/* --- Hashed words --------------------------------------------------------------------------- */

static void
put_words(const struct sheet *sheet, size_t i, const struct feature_walk *walk, struct features *f)
{
	const struct fact *l = &sheet->facts[i];
	size_t words = least(l->head_count, l->good ? 4 : 8), pairs = least(l->head_count, l->good ? 3 : 6);
	for (size_t w = 0; w < words; w++)
		put_word(f, l->head[w], 1U + l->length);
	for (size_t w = 0; w + 1 < pairs; w++)
		put_word(f, phrase_join(l->head[w], l->head[w + 1]), 7);
	if (l->head_count > 0)
		put_word(f, l->head[0], 8);
	put_word(f, l->tail[0], 9);
	put_word(f, phrase_join(l->tail[1], l->tail[0]), 10);
	if (l->words > 8)
		put_word(f, l->tail[1], 11);
	if (l->words <= 6)
		put_word(f, l->hash, 12);
	if (i > 0 && l[-1].words <= 6)
		put_word(f, l[-1].hash, 13);
	if (i + 1 < sheet->count && l[1].words <= 6)
		put_word(f, l[1].hash, 14);
	if (walk->heading_class > 0 && i - walk->heading <= 30)
		put_word(f, walk->heading_hash, i - walk->heading <= 4 ? 15 : 16);
}

void
features_of(const struct sheet *sheet, size_t i, struct feature_walk *walk, struct features *f)
{
	f->count = 0;
	walk_on(sheet, i, walk);
	put_shape(&sheet->facts[i], f);
	put_phrases(sheet, i, f);
	put_kinds(walk, f);
	put_density(sheet, i, f);
	put_blanks(sheet, i, walk, f);
	put_page(sheet, i, f);
	put_repeats(sheet, i, f);
	put_title(sheet, i, f);
	put_cohesion(sheet, i, walk, f);
	put_opening(sheet, i, walk, f);
	put_words(sheet, i, walk, f);
	put_heading(sheet, i, walk, f);
}
