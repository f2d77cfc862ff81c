/* Expectations over the paths of one sequence, and its gradient. */
#include "seq_learn.h"

#include "cli.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void
chain_open(struct chain *c, size_t states)
{
	*c = (struct chain){.states = states};
	c->moves = seq_zeros(states * states, sizeof(double));
	c->expected_moves = seq_zeros(states * states, sizeof(double));
	c->starts = seq_zeros(states, sizeof(double));
	c->ends = seq_zeros(states, sizeof(double));
}

void
chain_close(struct chain *c)
{
	double *all[] = {c->scores, c->forward, c->backward, c->norms, c->moves, c->starts, c->ends,
		c->expected, c->expected_moves};
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		free(all[i]);
}

static void
chain_fit(struct chain *c, size_t count)
{
	c->count = count;
	if (count <= c->capacity)
		return;
	c->capacity = 2 * count;
	size_t cells = c->capacity * c->states;
	c->scores = cli_realloc(c->scores, cells, sizeof(double));
	c->forward = cli_realloc(c->forward, cells, sizeof(double));
	c->backward = cli_realloc(c->backward, cells, sizeof(double));
	c->expected = cli_realloc(c->expected, cells, sizeof(double));
	c->norms = cli_realloc(c->norms, c->capacity, sizeof(double));
}

static void
exponentials(const float *in, size_t n, double *out)
{
	for (size_t i = 0; i < n; i++)
		out[i] = in[i] <= SEQ_NEVER / 2 ? 0 : exp(in[i]);
}

/* Likelihoods of one position from its scores in `sum`. */
static void
chain_position(struct chain *c, size_t i, const float *sum)
{
	float best = sum[0];
	for (size_t s = 1; s < c->states; s++)
		best = sum[s] > best ? sum[s] : best;
	for (size_t s = 0; s < c->states; s++)
		c->scores[i * c->states + s] = exp(sum[s] - best);
	c->offset += best;
}

static double
normalise(double *row, size_t states)
{
	double sum = 0;
	for (size_t s = 0; s < states; s++)
		sum += row[s];
	if (sum > 0)
		for (size_t s = 0; s < states; s++)
			row[s] /= sum;
	return sum;
}

/* The row of likelihoods that the gold leaves; allowed of all bits leaves it as it is. */
static void
constrained(const struct chain *c, size_t i, uint32_t allowed, double *own)
{
	for (size_t s = 0; s < c->states; s++)
		own[s] = allowed >> s & 1 ? c->scores[i * c->states + s] : 0;
}

static uint32_t
allowed_at(const struct seq_gold *gold, size_t i)
{
	return gold == NULL ? UINT32_MAX : gold[i].allowed;
}

/* Fills forward and norms; gives the log of the sum over paths, -INFINITY if there is no path. */
static double
chain_forward(struct chain *c, const struct seq_gold *gold)
{
	size_t n = c->states;
	double own[SEQ_STATES], total = c->offset;
	for (size_t i = 0; i < c->count; i++) {
		double *row = c->forward + i * n;
		constrained(c, i, allowed_at(gold, i), own);
		memset(row, 0, n * sizeof(*row));
		if (i == 0)
			memcpy(row, c->starts, n * sizeof(*row));
		for (size_t from = 0; i > 0 && from < n; from++)
			for (size_t to = 0; to < n; to++)
				row[to] += row[from - n] * c->moves[from * n + to];
		for (size_t s = 0; s < n; s++)
			row[s] *= own[s];
		c->norms[i] = normalise(row, n);
		if (!(c->norms[i] > 0))
			return -INFINITY;
		total += log(c->norms[i]);
	}
	double end = 0;
	for (size_t s = 0; s < n; s++)
		end += c->forward[(c->count - 1) * n + s] * c->ends[s];
	for (size_t s = 0; s < n; s++)
		c->backward[(c->count - 1) * n + s] = end > 0 ? c->ends[s] / end : 0;
	return total + log(end);
}

/* One step back from position i, which is not the first; adds the moves into i, times `weight`. */
static void
chain_step_back(struct chain *c, size_t i, const double *own, double weight)
{
	size_t n = c->states;
	const double *behind = c->backward + i * n;
	double reach[SEQ_STATES];
	for (size_t to = 0; to < n; to++)
		reach[to] = own[to] * behind[to] / c->norms[i];
	for (size_t from = 0; from < n; from++) {
		double sum = 0, here = c->forward[(i - 1) * n + from] * weight;
		for (size_t to = 0; to < n; to++) {
			double share = c->moves[from * n + to] * reach[to];
			sum += share;
			c->expected_moves[from * n + to] += here * share;
		}
		c->backward[(i - 1) * n + from] = sum;
	}
}

/* Adds sign * weights * expectations; gold == NULL: over all paths. Gives the log of the sum over paths. */
static double
chain_expect(struct chain *c, const struct seq_gold *gold, const float *weights, double sign)
{
	double total = chain_forward(c, gold), own[SEQ_STATES];
	if (!isfinite(total))
		return total;
	for (size_t i = c->count; i-- > 0;) {
		for (size_t s = 0; s < c->states; s++) {
			size_t cell = i * c->states + s;
			c->expected[cell] += sign * weights[i] * c->forward[cell] * c->backward[cell];
		}
		constrained(c, i, allowed_at(gold, i), own);
		if (i > 0)
			chain_step_back(c, i, own, sign * weights[i]);
	}
	return total;
}

void
lesson_open(struct lesson *l, const struct seq_corpus *corpus, const struct seq_weights *w)
{
	l->corpus = corpus;
	l->rows = cli_alloc(corpus->feature_count + 1, sizeof(*l->rows));
	l->weights = cli_alloc(corpus->position_count + 1, sizeof(*l->weights));
	for (size_t i = 0; i < corpus->feature_count; i++)
		l->rows[i] = (int32_t)seq_weights_row(w, corpus->features[i]);
	for (size_t q = 0; q < corpus->sequence_count; q++) {
		const struct seq_span *span = &corpus->sequences[q];
		double sum = 0;
		for (size_t i = span->begin; i < span->end; i++)
			sum += corpus->positions[i].weight;
		for (size_t i = span->begin; i < span->end; i++)
			l->weights[i] = (float)(corpus->positions[i].weight * span->weight *
						(double)(span->end - span->begin) / (sum > 0 ? sum : 1));
	}
}

void
lesson_close(struct lesson *l)
{
	free(l->rows);
	free(l->weights);
}

static void
chain_load(struct chain *c, const struct lesson *l, const struct seq_span *span, const struct seq_weights *w)
{
	size_t n = w->states;
	chain_fit(c, span->end - span->begin);
	c->offset = 0;
	for (size_t i = span->begin; i < span->end; i++) {
		float sum[SEQ_STATES] = {0};
		size_t first, end = seq_corpus_features(l->corpus, i, &first);
		for (size_t f = first; f < end; f++) {
			if (l->rows[f] == NO_ROW)
				continue;
			const float *row = w->rows_of + (size_t)l->rows[f] * n;
			for (size_t s = 0; s < n; s++)
				sum[s] += row[s];
		}
		chain_position(c, i - span->begin, sum);
	}
	exponentials(w->moves, n * n, c->moves);
	exponentials(w->starts, n, c->starts);
	exponentials(w->ends, n, c->ends);
	memset(c->expected, 0, c->count * n * sizeof(*c->expected));
	memset(c->expected_moves, 0, n * n * sizeof(*c->expected_moves));
}

double
chain_learn(struct chain *c, const struct lesson *l, const struct seq_span *span, const struct seq_weights *w)
{
	chain_load(c, l, span, w);
	const float *weights = l->weights + span->begin;
	double gold = chain_expect(c, l->corpus->positions + span->begin, weights, -1);
	if (!isfinite(gold))
		return INFINITY;
	return (chain_expect(c, NULL, weights, 1) - gold) * span->weight;
}

void
chain_add_gradient(
	const struct chain *c, const struct lesson *l, const struct seq_span *span, struct seq_weights *g)
{
	size_t n = c->states;
	for (size_t i = span->begin; i < span->end; i++) {
		const double *own = c->expected + (i - span->begin) * n;
		size_t first, end = seq_corpus_features(l->corpus, i, &first);
		float share[SEQ_STATES];
		for (size_t s = 0; s < n; s++)
			share[s] = (float)own[s];
		for (size_t f = first; f < end; f++) {
			if (l->rows[f] == NO_ROW)
				continue;
			float *row = g->rows_of + (size_t)l->rows[f] * n;
			for (size_t s = 0; s < n; s++)
				row[s] += share[s];
		}
	}
	for (size_t m = 0; m < n * n; m++)
		g->moves[m] += (float)c->expected_moves[m];
	for (size_t s = 0; s < n; s++) {
		g->starts[s] += (float)c->expected[s];
		g->ends[s] += (float)c->expected[(c->count - 1) * n + s];
	}
}

double
seq_loss(const struct seq_corpus *corpus, size_t sequence, const struct seq_weights *weights,
	struct seq_weights *gradient)
{
	struct chain chain;
	struct lesson lesson;
	chain_open(&chain, weights->states);
	lesson_open(&lesson, corpus, weights);
	double loss = chain_learn(&chain, &lesson, &corpus->sequences[sequence], weights);
	if (isfinite(loss))
		chain_add_gradient(&chain, &lesson, &corpus->sequences[sequence], gradient);
	lesson_close(&lesson);
	chain_close(&chain);
	return loss;
}
