/*
 * page: the articles with their mentions as one page of HTML that needs nothing else: page.html with page.css
 * in it. Articles leave as they come; types and names, which have to be counted first, stand behind them.
 */
#ifndef PAGE_H
#define PAGE_H

#include "report.h"
#include "roll.h"
#include "spans.h"

struct page {
	struct io_writer *out;
	const struct report_limits *limits;
	char *const *operands; /* files, NULL-terminated: the title of the page */
	struct slice rest;     /* of page.html, not written yet */
	struct spans spans;
	struct roll roll;
	const struct article *article; /* at hand */
	unsigned links;                /* that are open around the place at hand */
	uint64_t articles, counts[ENTITY_TYPES];
};

/* Writes what stands before the articles. `p` has out, limits and operands set and is all zeros else. */
void page_start(struct page *p);

/* Writes an article: of a record, its head and text in their order; of a plain page, the lines that are not
 * empty. */
void page_record(struct page *p, const struct record *record, const struct article *a);
void page_plain(struct page *p, const struct article *a);

/* Writes what stands behind the articles. */
void page_end(struct page *p);
void page_free(struct page *p);

#endif
