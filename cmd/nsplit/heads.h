/* heads: the head lines of an article cut into their fields: glued sources, dates, labels, site names. */
#ifndef HEADS_H
#define HEADS_H

#include "lines/lines.h"
#include "rec.h"

enum { HEAD_PIECES = 6 };

struct head_piece {
	enum rec_kind kind;
	struct slice text; /* without blanks at its ends; never empty */
};

/*
 * Cuts one line into at most HEAD_PIECES fields, in order, that hold all its visible characters; gives their
 * number. "Al Jazeera2 days ago" is Source and Date, "NextImg:Title" Chrome and Title, "By Ann Lee | 3 May
 * 2024" Byline, Chrome and Date; most lines are one piece, their role's.
 */
size_t head_cut(struct slice line, enum line_role role, struct head_piece pieces[HEAD_PIECES]);

/*
 * The title without the name of its site (" | Site", " - Site Name"), or all of it. `repeat` is another line
 * of the article that says the title, or empty; `url` the page's, whose host may say what the site is called,
 * or empty.
 */
struct slice head_headline(struct slice title, struct slice repeat, struct slice url);

#endif
