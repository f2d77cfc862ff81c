/*
 * label: the inside of a labeller, for lines.c and for the trainer, which reads the same sheet with the same
 * features and may try another model.
 */
#ifndef LINES_LABEL_H
#define LINES_LABEL_H

#include "feature.h"
#include "state.h"

struct lines {
	const struct seq_model *model;
	bool built_in; /* it is the built-in one */
	struct phrase_table phrases;
	struct fact_room room;
	struct sheet sheet;
	struct seq_scratch scratch;
	int16_t *scores;
	float *posteriors;
	float *chrome; /* of each line, the share of the states that are chrome */
	uint8_t *states;
	bool opened;     /* an article has begun on the page, */
	int32_t first;   /* the last one with this line of the sheet; */
	bool titled;     /* it has a title and no text yet, */
	bool standfirst; /* or one short text below its title */
	float sure;      /* what the posterior of another opening must reach */
	float bar;       /* what the chrome of a line must reach for it to be dropped */
	size_t score_capacity, posterior_capacity, chrome_capacity, state_capacity;
};

/* The model that is built in; ends the process if it is not for these features. Takes it back. */
const struct seq_model *lines_built_in(void);
void lines_built_in_close(const struct seq_model *model);

/* Makes a labeller with a model, NULL for the built-in one. Close it with lines_close(). */
struct lines *lines_open_with(const struct seq_model *model);

#endif
