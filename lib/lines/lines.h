/*
 * lines: what each line of a page is. One decoding of a whole page by the line model (lib/seq), used by
 * nsplit to cut and by nstrip to drop. The model is built in; see MODEL.md beside this file for where it
 * comes from.
 */
#ifndef LINES_H
#define LINES_H

#include "slice.h"

enum line_role {
	LINE_BLANK,
	LINE_CHROME,
	LINE_TITLE,
	LINE_SOURCE,
	LINE_DATE,
	LINE_SOURCE_DATE, /* both, glued: "Al Jazeera2 days ago" */
	LINE_BYLINE,
	LINE_CAPTION,
	LINE_TEXT, /* a paragraph, a sub-head or a list item of the article */
	LINE_ROLES
};

struct page_line {
	struct slice text; /* set by the caller: cleaned, trimmed */
	enum line_role role;
	bool opens; /* the first line of an article */
};

enum { LINES_AT_ONCE = 16384 }; /* lines of a page that are labelled together: some 10 MB of memory */

struct lines; /* a labeller: scratch memory and the model */

struct lines *lines_open(void);
void lines_close(struct lines *labeller);

/*
 * Fills role and opens of all lines of one page. Where the model has no ground to judge (a page in
 * a script or language that it does not know), lines stay LINE_TEXT. Linear in the size of the page; of pages
 * with more than LINES_AT_ONCE lines each so many are labelled by themselves, which bounds the memory.
 */
void lines_label(struct lines *labeller, struct page_line *lines, size_t count);

#endif
