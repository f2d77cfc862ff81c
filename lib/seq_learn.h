/*
 * seq_learn: what the parts of seq_train share: weights by row, and what one sequence says of them.
 */
#ifndef SEQ_LEARN_H
#define SEQ_LEARN_H

#include "seq_train.h"

enum { NO_ROW = -1 };

/* The features of a position: *first to the returned end, as indices into the corpus. */
static inline size_t
seq_corpus_features(const struct seq_corpus *c, size_t position, size_t *first)
{
	*first = position == 0 ? 0 : c->positions[position - 1].end;
	return c->positions[position].end;
}

/* --- Weights ---------------------------------------------------------------------------------- */

/* Memory of count things (and one more) that is all zero. */
void *seq_zeros(size_t count, size_t size);

/* Memory for `rows` rows of weights, all zero. */
struct seq_weights *seq_weights_room(uint32_t states, uint32_t rows);

/* Zero weights with the recipe's forbidden moves. */
struct seq_weights *seq_weights_shaped(const struct seq_recipe *recipe, uint32_t rows);

/* The row of a feature, or NO_ROW. */
int64_t seq_weights_row(const struct seq_weights *w, uint32_t feature);

/* --- One sequence ----------------------------------------------------------------------------- */

/* What one sequence needs while it is learnt from; rows are [position][state]. */
struct chain {
	size_t states, count, capacity;
	double *scores; /* exp of the emission, relative to the best of the position */
	double *forward, *backward, *norms;
	double *moves, *starts, *ends; /* exp of the weights */
	double *expected;              /* posteriors, free less constrained by the gold: the gradient */
	double *expected_moves;
	double offset; /* what the scores are relative to, summed */
};

void chain_open(struct chain *c, size_t states);
void chain_close(struct chain *c);

/* A corpus whose features are row numbers already, or NO_ROW: made once a training. */
struct lesson {
	const struct seq_corpus *corpus;
	int32_t *rows;
	float *weights; /* of each position: its own by its sequence's, ready for use */
};

void lesson_open(struct lesson *l, const struct seq_corpus *corpus, const struct seq_weights *w);
void lesson_close(struct lesson *l);

/* Leaves expectation less gold in the chain; gives the loss, INFINITY if the gold has no path. */
double chain_learn(
	struct chain *c, const struct lesson *l, const struct seq_span *span, const struct seq_weights *w);

/* Adds what chain_learn() left, a gradient, to *g. */
void chain_add_gradient(
	const struct chain *c, const struct lesson *l, const struct seq_span *span, struct seq_weights *g);

#endif
