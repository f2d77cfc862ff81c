/*
 * feature: the features of each line of a sheet, as rows of a direct model of lib/seq. Numbers only: a change
 * of any of them needs a new FEATURES_VERSION and a new model (scripts/train-lines).
 */
#ifndef LINES_FEATURE_H
#define LINES_FEATURE_H

#include "seq.h"
#include "sheet.h"

enum { FEATURES_VERSION = 2 };

/* The features of one line. */
struct features {
	uint32_t at[SEQ_FEATURES];
	size_t count;
};

/* What is carried from line to line of a sheet; starts as all zeros at its first line. */
struct feature_walk {
	uint32_t heading_class; /* of the last short heading, + 1 */
	uint32_t heading_hash;
	size_t heading;   /* its index */
	size_t run_begin; /* of the lines since the last blank one */
	/* Of the seven lines around this one, a byte each, the first lowest: */
	uint64_t kinds, coarse;
};

/* Fills *features for line i of the sheet; must be called for 0, 1, 2 ... in turn. */
void features_of(const struct sheet *sheet, size_t i, struct feature_walk *walk, struct features *features);

/* Rows that a model has. */
uint32_t feature_rows(void);

/* Groups of features, for figures on what each brings: [begin, end) of group g, or NULL behind the last. */
const char *feature_group(size_t g, uint32_t *begin, uint32_t *end);

#endif
