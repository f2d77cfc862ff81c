/* Weights while they are learnt, and which features have any. */
#include "seq_learn.h"

#include "cli.h"

#include <stdlib.h>
#include <string.h>

static int
compare_keys(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

/* The features of the corpus that come at least `least` times, sorted. */
static uint32_t *
frequent_keys(const struct seq_corpus *c, size_t least, uint32_t *count)
{
	uint32_t *keys = cli_alloc(c->feature_count + 1, sizeof(*keys));
	memcpy(keys, c->features, c->feature_count * sizeof(*keys));
	qsort(keys, c->feature_count, sizeof(*keys), compare_keys);
	size_t kept = 0, run = 0;
	for (size_t i = 0; i < c->feature_count; i += run) {
		for (run = 1; i + run < c->feature_count && keys[i + run] == keys[i]; run++)
			continue;
		if (run >= least)
			keys[kept++] = keys[i];
	}
	*count = (uint32_t)kept;
	return keys;
}

int64_t
seq_weights_row(const struct seq_weights *w, uint32_t feature)
{
	if (w->keys == NULL)
		return feature < w->rows ? (int64_t)feature : NO_ROW;
	const uint32_t *found = bsearch(&feature, w->keys, w->rows, sizeof(feature), compare_keys);
	return found == NULL ? NO_ROW : found - w->keys;
}

void *
seq_zeros(size_t count, size_t size)
{
	void *memory = cli_alloc(count + 1, size);
	memset(memory, 0, (count + 1) * size);
	return memory;
}

static void
forbid(float *weights, uint32_t allowed, size_t states)
{
	for (size_t s = 0; s < states; s++)
		if (!(allowed >> s & 1))
			weights[s] = SEQ_NEVER;
}

struct seq_weights *
seq_weights_room(uint32_t states, uint32_t rows)
{
	struct seq_weights *w = cli_alloc(1, sizeof(*w));
	*w = (struct seq_weights){.states = states, .rows = rows};
	w->rows_of = seq_zeros((size_t)rows * states, sizeof(float));
	w->moves = seq_zeros((size_t)states * states, sizeof(float));
	w->starts = seq_zeros(states, sizeof(float));
	w->ends = seq_zeros(states, sizeof(float));
	return w;
}

struct seq_weights *
seq_weights_shaped(const struct seq_recipe *recipe, uint32_t rows)
{
	struct seq_weights *w = seq_weights_room(recipe->states, rows);
	w->version = recipe->version;
	for (size_t s = 0; s < w->states; s++)
		forbid(w->moves + s * w->states, recipe->moves[s], w->states);
	forbid(w->starts, recipe->starts, w->states);
	forbid(w->ends, recipe->ends, w->states);
	return w;
}

struct seq_weights *
seq_weights_new(const struct seq_corpus *corpus, const struct seq_recipe *recipe)
{
	uint32_t rows = recipe->rows, *keys = NULL;
	if (rows == 0)
		keys = frequent_keys(corpus, recipe->least, &rows);
	struct seq_weights *w = seq_weights_shaped(recipe, rows);
	w->keys = keys;
	return w;
}

void
seq_weights_free(struct seq_weights *w)
{
	free(w->rows_of);
	free(w->moves);
	free(w->starts);
	free(w->ends);
	free(w->keys);
	free(w);
}
