#include "sheet.h"

#include "cli.h"

#include <stdlib.h>

/* A line costs as much as this many words of text: the densest block must earn its lines. */
enum { PREFIXES = 1024, SHIFT_BEFORE = 4, SHIFT_BEHIND = 3, META_REACH = sizeof(uint32_t) };
enum { LINE_COST = 12, NEAR_LINES = 14, MOST_SAME_WORDS = 60 };

static void
sheet_fit(struct sheet *sheet, size_t count)
{
	cli_grow(&sheet->facts, &sheet->capacity, count + 1, sizeof(*sheet->facts));
	cli_grow(&sheet->places, &sheet->place_capacity, count + 1, sizeof(*sheet->places));
}

/* Facts of all lines that are not empty; the content words of good lines are kept. */
static void
gather(struct sheet *sheet, const struct phrase_table *phrases, struct fact_room *room,
	const struct page_line *lines, size_t count)
{
	uint32_t blanks = 0;
	for (size_t i = 0; i < count; i++) {
		if (lines[i].text.len == 0) {
			blanks++;
			continue;
		}
		struct fact *fact = &sheet->facts[sheet->count];
		size_t room_for = (sheet->good_count + 1) * FILTER_WORDS;
		cli_grow(&sheet->filters, &sheet->filter_capacity, room_for, sizeof(*sheet->filters));
		uint64_t *filter = sheet->filters + sheet->good_count * FILTER_WORDS;
		memset(filter, 0, FILTER_WORDS * sizeof(*filter));
		fact_of(phrases, lines[i].text, fact, room, filter);
		fact->line = (uint32_t)i;
		fact->before = blanks;
		sheet->blanks += blanks;
		blanks = 0;
		if (fact->good) {
			cli_grow(&sheet->goods, &sheet->good_capacity, sheet->good_count + 1,
				sizeof(*sheet->goods));
			sheet->goods[sheet->good_count++] = (uint32_t)sheet->count;
		}
		sheet->count++;
	}
}

static void
add_up(struct sheet *sheet)
{
	struct place sum = {0};
	for (size_t i = 0; i < sheet->count; i++) {
		const struct fact *fact = &sheet->facts[i];
		sheet->places[i] = sum;
		sum.words += fact->words;
		sheet->stops += fact->stops;
		if (fact->good) {
			sum.goods++;
			sum.good_words += fact->words;
		}
	}
	sheet->places[sheet->count] = sum;
	sheet->words = sum.words;
	sheet->good_words = sum.good_words;
	uint32_t twelfths = 12 * sheet->stops / (sheet->words + 1);
	sheet->language = (uint8_t)(twelfths < 3 ? twelfths : 3);
	size_t thirds = 3 * sheet->blanks / sheet->count;
	sheet->spacing = (uint8_t)(thirds < 2 ? thirds : 2);
}

/* Links each line to the nearest equal ones before and after it. */
static void
link_equals(struct sheet *sheet)
{
	size_t size = 64;
	while (size < 2 * sheet->count)
		size *= 2;
	cli_grow(&sheet->table, &sheet->table_capacity, size, sizeof(*sheet->table));
	memset(sheet->table, 0xFF, size * sizeof(*sheet->table));
	for (size_t i = 0; i < sheet->count; i++) {
		struct fact *fact = &sheet->facts[i];
		size_t slot = (fact->hash * 0x9E3779B1U >> 7) & (size - 1);
		while (sheet->table[slot] >= 0 && sheet->facts[sheet->table[slot]].hash != fact->hash)
			slot = (slot + 1) & (size - 1);
		if (sheet->table[slot] >= 0) {
			fact->same_before = sheet->table[slot];
			sheet->facts[sheet->table[slot]].same_after = (int32_t)i;
		}
		sheet->table[slot] = (int32_t)i;
	}
}

/* The run of lines whose good words, less a cost a line, add up to most (Kadane). */
static void
find_block(struct sheet *sheet)
{
	long sum = 0, best = 0;
	size_t begin = 0;
	sheet->block_begin = sheet->block_end = 0;
	for (size_t i = 0; i < sheet->count; i++) {
		const struct fact *fact = &sheet->facts[i];
		sum += (fact->good ? (long)fact->words : 0) - LINE_COST;
		if (sum < 0) {
			sum = 0;
			begin = i + 1;
		}
		if (sum > best) {
			best = sum;
			sheet->block_begin = begin;
			sheet->block_end = i + 1;
		}
	}
}

static void
fill_core(struct sheet *sheet)
{
	memset(sheet->core, 0, sizeof(sheet->core));
	for (size_t i = sheet->block_begin; i < sheet->block_end; i++) {
		const struct fact *fact = &sheet->facts[i];
		for (size_t w = 0; w < fact->content_count; w++) {
			uint32_t hash = fact->content[w];
			sheet->core[hash >> 26] |= UINT64_C(1) << (hash >> 20 & 63);
		}
	}
}

static void
read_title(struct sheet *sheet)
{
	const struct fact *first = &sheet->facts[0];
	memset(sheet->title, 0, sizeof(sheet->title));
	for (size_t w = 0; w < first->content_count; w++)
		filter_add(sheet->title, first->content[w]);
	sheet->title_words = first->content_count;
}

/* --- Words that lines share ------------------------------------------------------------------- */

static const uint64_t NO_WORDS[FILTER_WORDS];

/* Content words of a line that the title has, the core, the good lines behind and before it. */
struct shared {
	uint32_t title, core, next, last;
};

/* One walk over the words for all of it: a machine guesses wrong where such a loop ends. */
static inline struct shared
count_shared(const struct sheet *sheet, const struct fact *fact, const uint64_t *const next[2],
	const uint64_t *const last[2])
{
	struct shared s = {0};
	for (size_t w = 0; w < fact->content_count; w++) {
		uint32_t hash = fact->content[w];
		s.title += filter_has(sheet->title, hash);
		s.core += (uint32_t)(sheet->core[hash >> 26] >> (hash >> 20 & 63) & 1);
		s.next += filter_has_either(next, hash);
		s.last += filter_has_either(last, hash);
	}
	return s;
}

/* The filters of the good lines [first, first + 2) that stand near line i; false if none does. */
static inline bool
find_near(const struct sheet *sheet, size_t i, size_t first, size_t end, const uint64_t **near)
{
	bool any = false;
	for (size_t g = first; g < end && g < first + 2; g++) {
		size_t distance = sheet->goods[g] > i ? sheet->goods[g] - i : i - sheet->goods[g];
		if (distance > NEAR_LINES)
			continue;
		near[g - first] = sheet->filters + g * FILTER_WORDS;
		any = true;
	}
	return any;
}

/* A share of words, in fifths + 1. */
static inline uint8_t
fifths(uint32_t shared, const struct fact *fact)
{
	if (fact->content_count == 0)
		return 0;
	return (uint8_t)(1 + 5 * shared / fact->content_count);
}

/* Likeness to the first line; the likest of the lines, the last if several are, is the headline. */
static void
judge_likeness(struct sheet *sheet, size_t i, uint32_t shared, uint8_t *best)
{
	const struct fact *fact = &sheet->facts[i];
	sheet->places[i].likeness = 0;
	if (fact->words > 40 || fact->content_count == 0 || sheet->title_words < 2)
		return;
	uint8_t likeness = (uint8_t)(20 * shared / (fact->content_count + sheet->title_words));
	sheet->places[i].likeness = likeness;
	if (i > 0 && likeness >= *best && i < sheet->block_end) {
		*best = likeness;
		sheet->headline = i;
	}
}

static void
share_words(struct sheet *sheet)
{
	uint8_t best = 5;
	sheet->headline = sheet->count;
	for (size_t i = 0; i < sheet->count; i++) {
		const struct fact *fact = &sheet->facts[i];
		struct place *place = &sheet->places[i];
		const uint64_t *next[2] = {NO_WORDS, NO_WORDS}, *last[2] = {NO_WORDS, NO_WORDS};
		size_t before = place->goods, after = before + (fact->good ? 1 : 0);
		bool some = fact->words >= 2 && fact->words <= MOST_SAME_WORDS;
		bool any_next = some && find_near(sheet, i, after, sheet->good_count, next);
		bool any_last = some && find_near(sheet, i, before > 2 ? before - 2 : 0, before, last);
		struct shared shared = count_shared(sheet, fact, next, last);
		place->core_share = fifths(shared.core, fact);
		place->next_share = any_next ? fifths(shared.next, fact) : 0;
		place->last_share = any_last ? fifths(shared.last, fact) : 0;
		judge_likeness(sheet, i, shared.title, &best);
	}
}

/* The words of the SHIFT_BEFORE good lines before good line g. */
static void
words_before(const struct sheet *sheet, size_t g, uint64_t *known)
{
	const uint64_t *before[SHIFT_BEFORE];
	for (size_t k = 0; k < SHIFT_BEFORE; k++)
		before[k] = k < g ? sheet->filters + (g - 1 - k) * FILTER_WORDS : NO_WORDS;
	for (size_t w = 0; w < FILTER_WORDS; w++)
		known[w] = before[0][w] | before[1][w] | before[2][w] | before[3][w];
}

/* How much of what a good line and the next two say is known from the four before it (Hearst 1997,
 * TextTiling). */
static void
find_shifts(struct sheet *sheet)
{
	uint32_t sum = 0;
	cli_grow(&sheet->shifts, &sheet->shift_capacity, sheet->good_count + 1, sizeof(*sheet->shifts));
	for (size_t g = 0; g < sheet->good_count; g++) {
		uint64_t known[FILTER_WORDS];
		size_t shared = 0, words = 0;
		words_before(sheet, g, known);
		for (size_t k = g; k < g + SHIFT_BEHIND && k < sheet->good_count; k++) {
			const struct fact *fact = &sheet->facts[sheet->goods[k]];
			for (size_t w = 0; w < fact->content_count; w++)
				shared += filter_has(known, fact->content[w]);
			words += fact->content_count;
		}
		size_t step = words == 0 ? 0 : 20 * shared / words;
		sheet->shifts[g] = (uint8_t)(step > 9 ? 9 : step);
		sum += sheet->shifts[g];
	}
	sheet->mean_shift = sheet->good_count == 0 ? 0 : 10 * sum / (uint32_t)sheet->good_count;
}

/* --- What recurs, what stands near ----------------------------------------------------------- */

static void
count_prefixes(struct sheet *sheet)
{
	uint16_t counts[PREFIXES] = {0};
	for (size_t i = 0; i < sheet->count; i++)
		counts[sheet->facts[i].prefix * 0x9E3779B1U >> 22]++;
	for (size_t i = 0; i < sheet->count; i++) {
		uint32_t prefix = sheet->facts[i].prefix;
		uint16_t n = prefix == 0 ? 0 : counts[prefix * 0x9E3779B1U >> 22];
		sheet->places[i].prefixes = (uint8_t)(n > 255 ? 255 : n);
	}
}

/* What a line is to a head: 1 a date, 2 an age, 4 a byline. */
static uint8_t
meta_of(const struct fact *fact)
{
	static const uint8_t METAS[KINDS] = {[KIND_DATE] = 1, [KIND_AGE] = 2, [KIND_BYLINE] = 4};
	return METAS[fact->kind];
}

/* The kinds of the last META_REACH lines, a byte each; a good line hides those beyond it. */
static inline uint32_t
metas_beyond(uint32_t metas, const struct fact *fact)
{
	return fact->good ? 0 : metas << 8 | meta_of(fact);
}

static inline uint8_t
any_meta(uint32_t metas)
{
	metas |= metas >> 16;
	return (uint8_t)(metas | metas >> 8);
}

static void
find_metas(struct sheet *sheet)
{
	uint32_t last = 0, next = 0;
	sheet->dates = sheet->ages = 0;
	for (size_t i = 0; i < sheet->count; i++) {
		sheet->places[i].metas_last = any_meta(last);
		last = metas_beyond(last, &sheet->facts[i]);
		sheet->dates += meta_of(&sheet->facts[i]) == 1;
		sheet->ages += meta_of(&sheet->facts[i]) == 2;
	}
	for (size_t i = sheet->count; i-- > 0;) {
		sheet->places[i].metas_next = any_meta(next);
		next = metas_beyond(next, &sheet->facts[i]);
	}
}

void
sheet_read(struct sheet *sheet, const struct phrase_table *phrases, struct fact_room *room,
	const struct page_line *lines, size_t count)
{
	sheet->count = sheet->good_count = sheet->blanks = 0;
	sheet->good_words = sheet->words = sheet->stops = 0;
	sheet_fit(sheet, count);
	gather(sheet, phrases, room, lines, count);
	if (sheet->count == 0)
		return;
	add_up(sheet);
	link_equals(sheet);
	find_block(sheet);
	fill_core(sheet);
	read_title(sheet);
	share_words(sheet);
	find_shifts(sheet);
	count_prefixes(sheet);
	find_metas(sheet);
}

void
sheet_free(struct sheet *sheet)
{
	free(sheet->facts);
	free(sheet->filters);
	free(sheet->goods);
	free(sheet->places);
	free(sheet->shifts);
	free(sheet->table);
	*sheet = (struct sheet){0};
}
