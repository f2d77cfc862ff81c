/*
 * palette: the colours of the types on a terminal; NENTS_COLORS changes them.
 */
#ifndef PALETTE_H
#define PALETTE_H

#include "mention.h"

#include "color.h"

struct palette {
	bool on; /* is there colour at all? */
	struct color types[ENTITY_TYPES];
};

/* Decides, and takes the colours from the environment. Do this before anything is put. */
void palette_start(struct palette *p, struct io_writer *w, enum color_when when);

#endif
