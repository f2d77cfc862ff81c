/* Weights that were learnt become the block of a model. */
#include "cli.h"
#include "seq_train.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 64 };

static float
largest_of(const struct seq_weights *w)
{
	float largest = 1e-6F;
	for (size_t i = 0; i < (size_t)w->rows * w->states; i++)
		largest = fabsf(w->rows_of[i]) > largest ? fabsf(w->rows_of[i]) : largest;
	return largest;
}

static int8_t
unit_of(float weight, float scale)
{
	float unit = roundf(weight / scale);
	return (int8_t)(unit > 127 ? 127 : unit < -127 ? -127 : unit);
}

static bool
row_is_nothing(const struct seq_weights *w, uint32_t row, float scale)
{
	for (size_t s = 0; s < w->states; s++)
		if (unit_of(w->rows_of[(size_t)row * w->states + s], scale) != 0)
			return false;
	return true;
}

/* The rows that the block will have: all of a direct model, those that say something of a keyed one. */
static uint32_t *
kept_rows(const struct seq_weights *w, float scale, uint32_t *count)
{
	uint32_t *kept = cli_alloc(w->rows + 1U, sizeof(*kept));
	*count = 0;
	for (uint32_t row = 0; row < w->rows; row++)
		if (w->keys == NULL || !row_is_nothing(w, row, scale))
			kept[(*count)++] = row;
	if (*count == 0)
		kept[(*count)++] = 0; /* a model has a row at least */
	return kept;
}

static uint32_t
place(uint32_t *at, uint64_t size)
{
	uint32_t here = *at;
	*at += (uint32_t)((size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
	return here;
}

static struct seq_model
header_of(const struct seq_weights *w, uint32_t rows, float scale)
{
	struct seq_model m = {.magic = "NEWSSEQ1",
		.order = 0x01020304,
		.states = w->states,
		.stride = w->states > 16 ? 32 : 16,
		.rows = rows,
		.features = w->version,
		.scale = scale};
	while (w->keys != NULL && (1U << m.slots) < 2 * rows)
		m.slots++;
	uint32_t at = sizeof(m);
	uint64_t square = (uint64_t)m.stride * m.stride * sizeof(float);
	m.log_moves = place(&at, square);
	m.moves = place(&at, square);
	m.back_moves = place(&at, square);
	m.ends = place(&at, 4 * m.stride * sizeof(float));
	m.decay = place(&at, SEQ_DECAY * sizeof(float));
	m.weights = place(&at, (uint64_t)rows * m.stride);
	m.table = m.slots == 0 ? 0 : place(&at, (uint64_t)sizeof(uint32_t) << m.slots);
	m.bytes = at;
	return m;
}

static float
probability(float weight)
{
	return weight <= SEQ_NEVER / 2 ? 0 : (float)exp(weight);
}

static void
put_moves(char *block, const struct seq_model *m, const struct seq_weights *w)
{
	float *logs = (float *)(void *)(block + m->log_moves), *moves = (float *)(void *)(block + m->moves);
	float *back = (float *)(void *)(block + m->back_moves), *ends = (float *)(void *)(block + m->ends);
	for (size_t i = 0; i < (size_t)m->stride * m->stride; i++)
		logs[i] = SEQ_NEVER;
	for (size_t i = 0; i < 2 * m->stride; i++)
		ends[i] = SEQ_NEVER;
	for (size_t from = 0; from < m->states; from++) {
		for (size_t to = 0; to < m->states; to++) {
			float weight = w->moves[from * m->states + to];
			logs[from * m->stride + to] = weight <= SEQ_NEVER / 2 ? SEQ_NEVER : weight / m->scale;
			moves[from * m->stride + to] = back[to * m->stride + from] = probability(weight);
		}
		ends[from] = w->starts[from] <= SEQ_NEVER / 2 ? SEQ_NEVER : w->starts[from] / m->scale;
		ends[m->stride + from] =
			w->ends[from] <= SEQ_NEVER / 2 ? SEQ_NEVER : w->ends[from] / m->scale;
		ends[2 * m->stride + from] = probability(w->starts[from]);
		ends[3 * m->stride + from] = probability(w->ends[from]);
	}
	float *decay = (float *)(void *)(block + m->decay);
	for (size_t i = 0; i < SEQ_DECAY; i++)
		decay[i] = (float)exp(-(double)i * m->scale);
}

static void
put_rows(char *block, const struct seq_model *m, const struct seq_weights *w, const uint32_t *kept)
{
	int8_t *weights = (int8_t *)block + m->weights;
	uint32_t *table = (uint32_t *)(void *)(block + m->table);
	uint32_t low = seq_row_bits(m);
	for (uint32_t row = 0; row < m->rows; row++) {
		for (size_t s = 0; s < m->states; s++)
			weights[(size_t)row * m->stride + s] =
				unit_of(w->rows_of[(size_t)kept[row] * m->states + s], m->scale);
		if (w->keys == NULL)
			continue;
		uint32_t key = w->keys[kept[row]], slot = key >> (32 - m->slots);
		while (table[slot] != 0)
			slot = (slot + 1) & ((1U << m->slots) - 1);
		table[slot] = key << low | (row + 1);
	}
}

void *
seq_quantise(const struct seq_weights *w, float largest, size_t *bytes)
{
	float scale = (largest > 0 ? largest : largest_of(w)) / 127;
	uint32_t rows, *kept = kept_rows(w, scale, &rows);
	struct seq_model m = header_of(w, rows, scale);
	char *block = aligned_alloc(ALIGNMENT, m.bytes);
	if (block == NULL)
		cli_die("memory exhausted: a model of %u bytes", m.bytes);
	memset(block, 0, m.bytes);
	memcpy(block, &m, sizeof(m));
	put_moves(block, &m, w);
	put_rows(block, &m, w, kept);
	free(kept);
	*bytes = m.bytes;
	return block;
}
