/*
 * color: --color, and the colours that it means. A tool has a table of them, each with a name that the user's
 * environment can give other colours by, in the manner of GREP_COLORS: NENTS_COLORS='PERSON=1;31:URL='.
 * What is written in colour is for eyes: the writer escapes the control characters of the data (io.h).
 */
#ifndef COLOR_H
#define COLOR_H

#include "io.h"

enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct color {
	const char *name;
	const char *numbers; /* of an SGR sequence (ECMA-48, 8.3.117): "1;31"; "" is no colour */
	size_t len;          /* how many bytes of it; color_start() sets this */
};

/* What the argument of --color says; dies if it says something else. */
enum color_when color_when(const char *argument);

/*
 * Will what the writer writes be in colour? `auto` says yes on a terminal, unless NO_COLOR is set and not
 * empty (no-color.org) or TERM is "dumb" or missing. If so, the environment variable named `variable` changes
 * the `count` colours; what it says wrongly is told and passed over. Do this before anything is put.
 */
bool color_start(
	struct io_writer *w, enum color_when when, struct color *colors, size_t count, const char *variable);

/* From here on in this colour; to be ended before the line ends. */
void color_begin(struct io_writer *w, const struct color *color);
void color_end(struct io_writer *w, const struct color *color);

#endif
