/*
 * sheet: the lines of one page beside each other: what repeats, where the text is dense, what the page's
 * first line names, which words the next paragraphs share.
 */
#ifndef LINES_SHEET_H
#define LINES_SHEET_H

#include "fact.h"
#include "lines.h"

struct sheet {
	struct fact *facts; /* of the lines that are not empty */
	size_t count, capacity;
	uint64_t *filters; /* content words of the good lines: FILTER_WORDS words each */
	size_t filter_capacity;
	uint32_t *goods; /* indices of the good lines */
	size_t good_count, good_capacity;
	struct place *places; /* of each line among the others */
	size_t place_capacity;
	int32_t *table; /* last line of each hash */
	size_t table_capacity;
	uint8_t *shifts; /* of each good line: how much of it and the next two is known from those before, 0
			    to 9 */
	size_t shift_capacity;
	uint32_t dates, ages;            /* lines of those kinds */
	uint8_t language;                /* its ordinary words, in twelfths of all, up to 3 */
	uint8_t spacing;                 /* its blank lines, in thirds of the others, up to 2 */
	uint32_t mean_shift;             /* in tenths of a step */
	size_t block_begin, block_end;   /* the densest block of text */
	uint64_t title[FILTER_WORDS];    /* content words of the first line */
	uint64_t core[FILTER_WORDS * 4]; /* content words of the densest block */
	uint32_t title_words;
	size_t headline; /* the line most like the first one, `count` if none is */
	uint32_t good_words, words, stops;
	size_t blanks;
};

/* Sums up to a line, that line not included. */
struct place {
	uint32_t goods; /* good lines */
	uint32_t good_words, words;
	uint8_t likeness; /* to the first line, in tenths */
	uint8_t next_share,
		last_share; /* of its content words in the good lines behind and before, in fifths + 1 */
	uint8_t core_share;
	uint8_t prefixes; /* lines of the page that begin with the same two words, up to 255 */
	uint8_t metas_next,
		metas_last; /* bits: a date, an age, a byline within four lines, up to the next good one */
};

/* Reads the lines of a page; the sheet is used again for page after page. */
void sheet_read(struct sheet *sheet, const struct phrase_table *phrases, struct fact_room *room,
	const struct page_line *lines, size_t count);
void sheet_free(struct sheet *sheet);

#endif
