/* page: one page becomes its article records. */
#ifndef PAGE_H
#define PAGE_H

#include "io.h"
#include "lines/lines.h"
#include "text.h"

/* A page as a source hands it over; what a source does not know has at == NULL. */
struct page {
	struct slice name; /* what Page says: the operand, or the operand and a number */
	struct slice url, id, date, crawled, language;
	struct slice text; /* raw bytes */
};

typedef void page_sink(const struct page *page, void *splitter);

/* Scratch memory for one page after the other, and what was met so far. */
struct splitter {
	struct io_writer *out;
	struct lines *labeller;
	struct page_line *lines;
	size_t count, capacity;
	struct text_buffer cleaned;              /* the page's text, or a part of it */
	struct text_buffer label, cleaned_label; /* its name, or another label of it */
	struct text_dirt dirt;
	const struct page *page; /* at hand */
	size_t ordinal;          /* of the article at hand; 0 before the first */
	bool opened;             /* the first line of an article was met */
	struct slice title;      /* of the article at hand, in title_bytes */
	struct text_buffer title_bytes;
	uint64_t pages, articles;
};

/* What an input is called in Page: its operand, "-" for standard input. */
struct slice page_input_name(const struct io_reader *in);

/* A page's name by its input and number, "dump.txt:12", in `name`, whose bytes the caller frees. */
struct slice page_numbered_name(const struct io_reader *in, uint64_t number, struct text_buffer *name);

void splitter_open(struct splitter *s, struct io_writer *out);
void splitter_close(struct splitter *s);

/*
 * Writes the page's records: lossless (all visible characters once and in order), an article each, chrome as
 * Chrome fields of the article that it follows or, before the first, precedes. An empty page gives none. A
 * page_sink.
 */
void split_page(const struct page *page, void *splitter);

#endif
