/*
 * sketch: how many different pages, in a few bytes. Of the pages' hashes it keeps the smallest, as 16-bit
 * floating-point numbers: bottom-k sketches, Cohen and Kaplan, "Summarizing data using bottom-k sketches"
 * (2007). The same page again changes nothing, in whatever order pages come.
 */
#ifndef SKETCH_H
#define SKETCH_H

#include <stdint.h>

enum { SKETCH_PRINTS = 12 };

/* Starts as all zeros. The highest prints, in falling order; 0 where there is none. */
struct sketch {
	uint16_t prints[SKETCH_PRINTS];
};

/* The print of a page with this hash: the smaller the hash, the higher. Never 0. */
uint16_t sketch_print(uint64_t hash);

void sketch_add(struct sketch *s, uint16_t print);

/* How many different pages were added: exact below SKETCH_PRINTS, from there on within a third or so. */
uint64_t sketch_count(const struct sketch *s);

#endif
