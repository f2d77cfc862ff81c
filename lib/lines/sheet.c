#include "sheet.h"

#include "cli.h"

#include <stdlib.h>

/* A line costs as much as this many words of text: the densest block must earn its lines. */
enum { PREFIXES = 1024, SHIFT_BEFORE = 4, SHIFT_BEHIND = 3, META_REACH = 4 };
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
		bool may_be_good = lines[i].text.len >= FACT_SHORTEST;
		if (may_be_good)
			memset(filter, 0, FILTER_WORDS * sizeof(*filter));
		fact_of(phrases, lines[i].text, fact, room, may_be_good ? filter : NULL);
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

static size_t
shared_with(const uint64_t *filter, const struct fact *fact)
{
	size_t shared = 0;
	for (size_t w = 0; w < fact->content_count; w++)
		shared += filter_has(filter, fact->content[w]);
	return shared;
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

/* Likeness of short lines to the first line; the likest of them, the last if several are, is the headline. */
static void
find_headline(struct sheet *sheet)
{
	uint8_t best = 5;
	sheet->headline = sheet->count;
	for (size_t i = 0; i < sheet->count; i++) {
		const struct fact *fact = &sheet->facts[i];
		sheet->places[i].likeness = 0;
		if (fact->words > 40 || fact->content_count == 0 || sheet->title_words < 2)
			continue;
		size_t shared = shared_with(sheet->title, fact);
		sheet->places[i].likeness =
			(uint8_t)(20 * shared / (fact->content_count + sheet->title_words));
		if (i > 0 && sheet->places[i].likeness >= best && i < sheet->block_end) {
			best = sheet->places[i].likeness;
			sheet->headline = i;
		}
	}
}

/* The share, in fifths + 1, of the line's content words in up to two good lines; 0 if there is none near. */
static uint8_t
share_in(const struct sheet *sheet, const struct fact *fact, size_t i, size_t first, size_t last)
{
	const uint64_t *near[2];
	size_t count = 0, shared = 0;
	for (size_t g = first; g < last; g++) {
		size_t distance = sheet->goods[g] > i ? sheet->goods[g] - i : i - sheet->goods[g];
		if (distance <= NEAR_LINES)
			near[count++] = sheet->filters + g * FILTER_WORDS;
	}
	if (count == 0 || fact->content_count == 0)
		return 0;
	const uint64_t *other = near[count - 1];
	for (size_t w = 0; w < fact->content_count; w++)
		shared += filter_has(near[0], fact->content[w]) || filter_has(other, fact->content[w]);
	return (uint8_t)(1 + 5 * shared / fact->content_count);
}

static void
share_words(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++) {
		const struct fact *fact = &sheet->facts[i];
		struct place *place = &sheet->places[i];
		size_t before = place->goods, after = before + (fact->good ? 1 : 0), core = 0;
		place->next_share = place->last_share = place->core_share = 0;
		for (size_t w = 0; w < fact->content_count; w++)
			core += sheet->core[fact->content[w] >> 26] >> (fact->content[w] >> 20 & 63) & 1;
		if (fact->content_count > 0)
			place->core_share = (uint8_t)(1 + 5 * core / fact->content_count);
		if (fact->words > MOST_SAME_WORDS || fact->words < 2)
			continue;
		size_t stop = after + 2 < sheet->good_count ? after + 2 : sheet->good_count;
		place->next_share = share_in(sheet, fact, i, after, stop);
		place->last_share = share_in(sheet, fact, i, before > 2 ? before - 2 : 0, before);
	}
}

/* How much of what a good line and the next two say is known from the four before it (Hearst 1997,
 * TextTiling). */
static void
find_shifts(struct sheet *sheet)
{
	uint32_t sum = 0;
	cli_grow(&sheet->shifts, &sheet->shift_capacity, sheet->good_count + 1, sizeof(*sheet->shifts));
	for (size_t g = 0; g < sheet->good_count; g++) {
		uint64_t known[FILTER_WORDS] = {0};
		size_t shared = 0, words = 0;
		for (size_t k = g > SHIFT_BEFORE ? g - SHIFT_BEFORE : 0; k < g; k++)
			for (size_t w = 0; w < FILTER_WORDS; w++)
				known[w] |= sheet->filters[k * FILTER_WORDS + w];
		for (size_t k = g; k < g + SHIFT_BEHIND && k < sheet->good_count; k++) {
			shared += shared_with(known, &sheet->facts[sheet->goods[k]]);
			words += sheet->facts[sheet->goods[k]].content_count;
		}
		size_t step = words == 0 ? 0 : 20 * shared / words;
		sheet->shifts[g] = (uint8_t)(step > 9 ? 9 : step);
		sum += sheet->shifts[g];
	}
	sheet->mean_shift = sheet->good_count == 0 ? 0 : 10 * sum / (uint32_t)sheet->good_count;
}

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

static void
find_metas(struct sheet *sheet)
{
	sheet->dates = sheet->ages = 0;
	for (size_t i = 0; i < sheet->count; i++) {
		struct place *place = &sheet->places[i];
		place->metas_next = place->metas_last = 0;
		for (size_t k = i + 1; k < sheet->count && k <= i + META_REACH && !sheet->facts[k].good; k++)
			place->metas_next |= meta_of(&sheet->facts[k]);
		for (size_t k = i; k-- > 0 && k + META_REACH >= i && !sheet->facts[k].good;)
			place->metas_last |= meta_of(&sheet->facts[k]);
		sheet->dates += meta_of(&sheet->facts[i]) == 1;
		sheet->ages += meta_of(&sheet->facts[i]) == 2;
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
	find_headline(sheet);
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
