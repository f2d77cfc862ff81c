/* strip: what stays of a record or of a plain page, by the line model, the user's rules and the site's
 * memory. */
#ifndef STRIP_H
#define STRIP_H

#include "color.h"
#include "inline.h"
#include "io.h"
#include "lines/lines.h"
#include "memory.h"
#include "pat.h"
#include "rec.h"
#include "text.h"

/* Why a line went. */
enum strip_cause {
	STRIP_KEPT,
	STRIP_MODEL,
	STRIP_RULE,
	STRIP_MEMORY,
	STRIP_BODY,
	STRIP_CUT_OUT,
	STRIP_CAUSES
};

/* The words of a rule file, in the order of strip_words. */
enum strip_word { STRIP_DROP, STRIP_CUT, STRIP_KEEP };
extern const char *const strip_words[];

struct stripper {
	struct io_writer *out;
	struct lines *labeller;
	struct inline_chrome inline_chrome;
	struct pat_rules *rules;
	struct memory *memory;      /* NULL if there is none */
	bool body_only;             /* titles and paragraphs alone */
	bool mark;                  /* what goes is marked instead */
	bool no_cut;                /* only rules cut pieces out of lines */
	const struct color *colors; /* [STRIP_CAUSES] of what is marked; NULL: none */

	struct page_line *lines; /* of the page or record at hand */
	size_t count, capacity;
	struct text_buffer kept; /* what stays of a line that is cut */
	bool unended;            /* the last page's last line has no line end */
	struct slice *next_cuts; /* of each rule, in the line at hand: see find_cut() */
	size_t next_capacity;
	enum pat_result untried;       /* why a rule could not be tried on the line at hand, or PAT_NONE */
	uint64_t causes[STRIP_CAUSES]; /* lines kept, and gone by each cause */
	uint64_t cuts;                 /* pieces cut out of lines that stayed */
	uint64_t emptied;              /* records of which nothing was left */
	uint64_t costly, too_long;     /* lines that a rule could not be tried on */
};

void strip_open(struct stripper *s, struct io_writer *out);
void strip_close(struct stripper *s);

/*
 * Writes what stays of the record. One with a Page field was judged by nsplit, whose Chrome fields go; the
 * Text fields of another are judged here. A record of which no content stays goes whole.
 */
void strip_record(struct stripper *s, const struct record *record);

/*
 * Writes the lines that stay of a plain page, byte for byte; blank lines that would follow each other are
 * one. A page whose last line has no end gets one if another page follows. `name` is what tells the page from
 * others.
 */
void strip_page(struct stripper *s, struct slice name, struct slice text);

#endif
