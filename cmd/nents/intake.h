/*
 * intake: articles out of records and pages.
 */
#ifndef INTAKE_H
#define INTAKE_H

#include "mention.h"

/* What is kept between articles. Starts as all zeros. */
struct intake {
	struct text_buffer clean; /* lines that were not clean, cleaned */
	struct text_buffer line;
	struct text_dirt dirt;
};

void intake_free(struct intake *intake);

/*
 * The article of a record: its Title, Headline, Byline, Caption and Text lines, numbered as lines of the
 * record (the first field is 1). Slices of the record are used: it must outlive the article.
 */
void intake_record(struct article *a, const struct record *record);

/* The article that is a whole page of plain text: its lines, cleaned by the one policy (text_clean()). */
void intake_page(struct intake *intake, struct article *a, struct slice name, struct slice page);

#endif
