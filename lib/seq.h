/*
 * seq: a linear-chain sequence labeller. Positions carry features, features have a row of int8 weights (one a
 * state), states follow each other by weighted moves of which some are forbidden. Decides by the posterior of
 * each position (forward-backward) or by the best path (Viterbi). Lafferty, McCallum, Pereira: Conditional
 * Random Fields, 2001; training is in seq_train.h.
 *
 * A model is one block of memory that is used as it stands, from .incbin or mmap(): a struct seq_model, then
 * its tables. One of the other byte order is turned around in a copy. A feature is a number:
 *   - in a direct model the index of its row, below `rows`;
 *   - in a keyed model a well mixed 32-bit hash, found in a table of fingerprints: what training did not see
 * has no row, and does not borrow another's.
 */
#ifndef SEQ_H
#define SEQ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SEQ_NEVER (-1e30F)

enum {
	SEQ_STATES = 32,    /* states that a model may have */
	SEQ_FEATURES = 250, /* features that a position may have: more could overflow the int16 sums */
	SEQ_DECAY = 2048    /* score differences that have an entry in the table of exponentials */
};

struct seq_model {
	char magic[8];     /* "NEWSSEQ1" */
	uint32_t order;    /* 0x01020304 in the byte order of the tables */
	uint32_t states;   /* states in use */
	uint32_t stride;   /* weights a row: 16 or 32, those past `states` are zero */
	uint32_t rows;     /* rows of weights */
	uint32_t slots;    /* log2 of the fingerprint slots; 0 in a direct model */
	uint32_t features; /* version of the feature code that the model was trained with */
	float scale;       /* what one unit of score means, in nats */
	uint32_t bytes;    /* size of the whole block */
	/* Where the tables stand, in bytes from the start of the block, each a multiple of 64. */
	uint32_t log_moves;  /* float [from][to], in units of score; forbidden: SEQ_NEVER */
	uint32_t moves;      /* float [from][to], as probabilities (not normalised); forbidden: 0 */
	uint32_t back_moves; /* the same, [to][from] */
	uint32_t ends;    /* float [4][stride]: starts, ends in units of score; the same as probabilities */
	uint32_t decay;   /* float [SEQ_DECAY]: exp(-i * scale) */
	uint32_t weights; /* int8 [rows][stride] */
	uint32_t table;   /* uint32 [1 << slots]: fingerprint and row + 1, 0 where empty */
	uint32_t unused[15];
};

/*
 * The model in a block of at least 64-byte alignment, or NULL with *why, a message without the model's name,
 * if it is not one, is damaged, or was trained for another version of the features. Close it with
 * seq_model_close().
 */
const struct seq_model *seq_model(const void *block, size_t bytes, uint32_t features, const char **why);

/* Frees the copy that was made of the block, if one was. The model may be NULL. */
void seq_model_close(const struct seq_model *m, const void *block);

/* A row number has this many bits in a slot, the fingerprint the rest. */
static inline uint32_t
seq_row_bits(const struct seq_model *m)
{
	return 32 - (uint32_t)__builtin_clz(m->rows);
}

/* The weights of a feature, one a state; NULL if a keyed model has none for it. */
static inline const int8_t *
seq_row(const struct seq_model *m, uint32_t feature)
{
	const int8_t *weights = (const int8_t *)m + m->weights;
	if (m->slots == 0)
		return weights + (size_t)feature * m->stride;
	const uint32_t *table = (const uint32_t *)(const void *)((const char *)m + m->table);
	uint32_t mask = (1U << m->slots) - 1, low = seq_row_bits(m);
	for (uint32_t slot = feature >> (32 - m->slots);; slot = (slot + 1) & mask) {
		uint32_t found = table[slot];
		if (found == 0)
			return NULL;
		if (found >> low == feature << low >> low)
			return weights + (size_t)((found & ((1U << low) - 1)) - 1) * m->stride;
	}
}

/* Adds the weights of n features to the scores of a position: sum[stride], int16, at most SEQ_FEATURES in
 * all. */
void seq_add(const struct seq_model *m, const uint32_t *features, size_t n, int16_t *sum);

/* Scratch memory of the decoders; starts as all zeros. */
struct seq_scratch {
	float *rows;
	size_t capacity;
};

void seq_scratch_free(struct seq_scratch *scratch);

/*
 * The best path. scores: int16 [count][stride], as seq_add() leaves them; states: [count]. A path that no
 * allowed moves can make does not come out, as long as the model allows any path of that length at all.
 */
void seq_best(const struct seq_model *m, const int16_t *scores, size_t count, uint8_t *states,
	struct seq_scratch *s);

/* The posterior of each state at each position: float [count][stride], a row sums to 1. */
void seq_posteriors(const struct seq_model *m, const int16_t *scores, size_t count, float *posteriors,
	struct seq_scratch *s);

/* Both in less time than one after the other, to the same results. */
void seq_both(const struct seq_model *m, const int16_t *scores, size_t count, float *posteriors,
	uint8_t *states, struct seq_scratch *s);

#endif
