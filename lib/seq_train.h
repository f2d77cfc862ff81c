/*
 * seq_train: training of the models of seq.h, as linear-chain conditional random fields by stochastic
 * gradient with AdaGrad steps (Duchi, Hazan, Singer 2011) and lazily applied L1 (Tsuruoka, Tsujii, Ananiadou
 * 2009). One thread, its own random numbers: the same corpus and recipe give the same bytes. Only trainers
 * link it.
 */
#ifndef SEQ_TRAIN_H
#define SEQ_TRAIN_H

#include "seq.h"

#include <stdio.h>

/*
 * Sequences of positions to learn from. Starts as all zeros; is filled position after position with
 * seq_feature() ..., seq_position(), and seq_sequence() when a sequence is whole.
 */
struct seq_corpus {
	uint32_t *features; /* of all positions */
	size_t feature_count, feature_capacity;
	struct seq_gold *positions;
	size_t position_count, position_capacity;
	struct seq_span *sequences;
	size_t sequence_count, sequence_capacity;
};

struct seq_gold {
	size_t end;       /* its features end here in the corpus; they begin where the last position's end */
	uint32_t allowed; /* bit s: state s may be the truth; one bit, or several if the truth is partly known
			   */
	float weight;     /* cost of a mistake here */
};

struct seq_span {
	size_t begin, end; /* positions */
	float weight; /* scales all of the sequence; the positions' weights are first made to average 1 */
};

void seq_feature(struct seq_corpus *corpus, uint32_t feature);
void seq_position(struct seq_corpus *corpus, uint32_t allowed, float weight);
void seq_sequence(struct seq_corpus *corpus, float weight);
void seq_corpus_free(struct seq_corpus *corpus);

struct seq_recipe {
	uint32_t states;
	uint32_t moves[SEQ_STATES]; /* bit t of moves[s]: state t may follow state s */
	uint32_t starts, ends;      /* bits of the states that may be first and last */
	uint32_t rows;              /* features of a direct model; 0 makes a keyed one */
	uint32_t least;             /* keyed: features met less often get no row */
	uint32_t version;           /* of the feature code; goes into the model */
	unsigned epochs, seeds;     /* the weights of the seeds' runs are averaged */
	unsigned averaged;          /* the weights after each of so many last epochs are averaged; 0 is 1 */
	unsigned first_seed;
	float step;   /* of AdaGrad: 0.01 to 0.1 */
	float l1;     /* per sequence; 0 for none */
	bool verbose; /* a line an epoch on stderr */
};

/* Weights as floats: [rows][states]. Free with seq_weights_free(). */
struct seq_weights {
	uint32_t states, rows, slots, version;
	float *rows_of, *moves, *starts, *ends; /* moves: [from][to]; forbidden ones are SEQ_NEVER */
	uint32_t *keys;                         /* keyed: the feature of each row; NULL in a direct model */
};

/*
 * Trains on the sequences chosen[0..count) of the corpus, or on all if chosen is NULL. A feature of a direct
 * model that is not below recipe->rows ends the process. A sequence whose gold no allowed path can make is
 * left out, counted on stderr.
 */
struct seq_weights *seq_train(
	const struct seq_corpus *corpus, const size_t *chosen, size_t count, const struct seq_recipe *recipe);
void seq_weights_free(struct seq_weights *weights);

/*
 * The block of a quantised model, in memory of 64-byte alignment that the caller frees; *bytes is its size.
 * `largest` is the weight that becomes 127, larger ones are cut to it; 0 takes the largest there is. Rows
 * that are all zero after that get no slot in a keyed model.
 */
void *seq_quantise(const struct seq_weights *weights, float largest, size_t *bytes);

/*
 * Loss (weighted negative log-likelihood of the gold) of one sequence, and its gradient added to *gradient
 * (same shape as *weights, in the order of its rows). For the trainer and for the test that holds one against
 * the other.
 */
double seq_loss(const struct seq_corpus *corpus, size_t sequence, const struct seq_weights *weights,
	struct seq_weights *gradient);

/* Weights of the recipe's shape, all zero but for the forbidden moves. */
struct seq_weights *seq_weights_new(const struct seq_corpus *corpus, const struct seq_recipe *recipe);

#endif
