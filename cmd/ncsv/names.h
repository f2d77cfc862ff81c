/* names: a set of column names, each with a number, for finding one in constant time. */
#ifndef NCSV_NAMES_H
#define NCSV_NAMES_H

#include "slice.h"

struct name;

/* Starts as all zeros. The names stay the caller's. */
struct names {
	struct name *slots;
	size_t count, capacity;
};

/*
 * Adds a name; false if it was there. *number is the name's own, 2 at first, and the caller's to set: which
 * column it is, or what to try behind it to make another name of it. It is good until the next call.
 */
bool names_add(struct names *names, struct slice name, unsigned **number);

/* The number of a name, or NULL if it is not there. Good until the next name is added. */
unsigned *names_find(const struct names *names, struct slice name);
/* Without names again; keeps the room of a few, for the next ones. */
void names_empty(struct names *names);
void names_free(struct names *names);

#endif
