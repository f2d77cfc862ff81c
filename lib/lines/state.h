/*
 * state: the states of the line model's chain, and what may follow what. A page is furniture, then articles:
 * a head (its first line opens it), text with gaps of chrome in it, perhaps a tail of date or source,
 * furniture again.
 */
#ifndef LINES_STATE_H
#define LINES_STATE_H

#include "lines.h"

#include <stdint.h>

enum line_state {
	STATE_PRE,        /* chrome before the first article */
	STATE_TITLE_OPEN, /* a title that opens an article */
	STATE_LEAD_OPEN,  /* another head line that opens one: its role is told by the head's states */
	STATE_TEXT_OPEN,  /* text that opens one: there is no head */
	STATE_TITLE,
	STATE_SOURCE,
	STATE_DATE,
	STATE_SOURCE_DATE,
	STATE_BYLINE,
	STATE_CAPTION,
	STATE_HEAD_CHROME,
	STATE_TEXT,
	STATE_INNER_CAPTION, /* between paragraphs */
	STATE_GAP,           /* chrome between paragraphs */
	STATE_TAIL,          /* a source, date or byline behind the text */
	STATE_POST,          /* chrome behind an article, up to the next or to the end */
	LINE_STATES
};

#define STATE_BIT(state) (1U << (state))

enum {
	STATES_OPENING = 1U << STATE_TITLE_OPEN | 1U << STATE_LEAD_OPEN | 1U << STATE_TEXT_OPEN,
	STATES_CHROME = 1U << STATE_PRE | 1U << STATE_HEAD_CHROME | 1U << STATE_GAP | 1U << STATE_POST,
	STATES_HEAD = 1U << STATE_TITLE | 1U << STATE_SOURCE | 1U << STATE_DATE | 1U << STATE_SOURCE_DATE |
		      1U << STATE_BYLINE | 1U << STATE_CAPTION | 1U << STATE_HEAD_CHROME
};

/* The states that may follow one, and those that a page may begin with, as bits. */
uint32_t state_moves(enum line_state state);
uint32_t state_starts(void);

/* The state of the highest posterior (an array of LINE_STATES) among those allowed, as bits, one at least. */
enum line_state state_likeliest(const float *posteriors, uint32_t allowed);

#endif
