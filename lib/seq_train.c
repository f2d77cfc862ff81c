#include "seq_train.h"

#include "cli.h"
#include "seq_learn.h"

#include <math.h>
#include <stdlib.h>

void
seq_feature(struct seq_corpus *c, uint32_t feature)
{
	cli_grow(&c->features, &c->feature_capacity, c->feature_count + 1, sizeof(*c->features));
	c->features[c->feature_count++] = feature;
}

void
seq_position(struct seq_corpus *c, uint32_t allowed, float weight)
{
	cli_grow(&c->positions, &c->position_capacity, c->position_count + 1, sizeof(*c->positions));
	c->positions[c->position_count++] = (struct seq_gold){c->feature_count, allowed, weight};
}

void
seq_sequence(struct seq_corpus *c, float weight)
{
	size_t begin = c->sequence_count == 0 ? 0 : c->sequences[c->sequence_count - 1].end;
	if (begin == c->position_count)
		return;
	cli_grow(&c->sequences, &c->sequence_capacity, c->sequence_count + 1, sizeof(*c->sequences));
	c->sequences[c->sequence_count++] = (struct seq_span){begin, c->position_count, weight};
}

void
seq_corpus_free(struct seq_corpus *c)
{
	free(c->features);
	free(c->positions);
	free(c->sequences);
	*c = (struct seq_corpus){0};
}

struct trainer {
	const struct seq_recipe *recipe;
	struct lesson lesson;
	struct chain chain;
	struct seq_weights *weights;
	struct seq_weights *gradient; /* zero but while a sequence is learnt from */
	struct seq_weights *squares;  /* sums of squared gradients */
	uint32_t *shrunk;             /* [rows]: the last step that L1 was applied at */
	uint32_t *touched;            /* rows that the sequence has */
	size_t touched_count;
	uint32_t *stamp; /* [rows]: the step that the row was last touched at */
	uint32_t step;
	uint64_t random;
	size_t impossible;
};

/* xorshift64*, Vigna 2016. */
static uint64_t
random_next(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * 2685821657736338717U;
}

static void
shuffle(size_t *order, size_t count, uint64_t *random)
{
	for (size_t i = count; i > 1; i--) {
		size_t other = (size_t)(random_next(random) >> 11) % i, kept = order[i - 1];
		order[i - 1] = order[other];
		order[other] = kept;
	}
}

/* AdaGrad: each weight has its own step, that shrinks as its gradients add up. */
static void
adagrad(float *w, float *g, float *squares, size_t n, float step)
{
	for (size_t i = 0; i < n; i++) {
		squares[i] += g[i] * g[i];
		w[i] -= step * g[i] / (sqrtf(squares[i]) + 1e-6F);
		g[i] = 0;
	}
}

static void
adagrad_allowed(float *w, float *g, float *squares, size_t n, float step)
{
	for (size_t i = 0; i < n; i++)
		if (w[i] > SEQ_NEVER / 2)
			adagrad(w + i, g + i, squares + i, 1, step);
		else
			g[i] = 0;
}

/* The L1 that a row has missed since it was last touched. */
static void
shrink(struct trainer *t, uint32_t row)
{
	uint32_t missed = t->step - t->shrunk[row];
	t->shrunk[row] = t->step;
	if (missed == 0 || t->recipe->l1 <= 0)
		return;
	size_t n = t->weights->states;
	float *w = t->weights->rows_of + row * n, *squares = t->squares->rows_of + row * n;
	for (size_t s = 0; s < n; s++) {
		float less = t->recipe->l1 * (float)missed * t->recipe->step / (sqrtf(squares[s]) + 1e-6F);
		w[s] = w[s] > less ? w[s] - less : w[s] < -less ? w[s] + less : 0;
	}
}

/* Lists the rows that the sequence touches, each once, their weights brought up to date. */
static void
touch(struct trainer *t, const struct seq_span *span)
{
	t->step++;
	t->touched_count = 0;
	size_t first, end = seq_corpus_features(t->lesson.corpus, span->end - 1, &first);
	seq_corpus_features(t->lesson.corpus, span->begin, &first);
	for (size_t f = first; f < end; f++) {
		int32_t row = t->lesson.rows[f];
		if (row == NO_ROW || t->stamp[row] == t->step)
			continue;
		t->stamp[row] = t->step;
		t->touched[t->touched_count++] = (uint32_t)row;
		shrink(t, (uint32_t)row);
	}
}

static double
learn(struct trainer *t, const struct seq_span *span)
{
	struct seq_weights *w = t->weights, *g = t->gradient, *q = t->squares;
	size_t n = w->states;
	float step = t->recipe->step;
	touch(t, span);
	double loss = chain_learn(&t->chain, &t->lesson, span, w);
	if (!isfinite(loss)) {
		t->impossible++;
		return 0;
	}
	chain_add_gradient(&t->chain, &t->lesson, span, g);
	for (size_t i = 0; i < t->touched_count; i++) {
		size_t at = t->touched[i] * n;
		adagrad(w->rows_of + at, g->rows_of + at, q->rows_of + at, n, step);
	}
	adagrad_allowed(w->moves, g->moves, q->moves, n * n, step);
	adagrad_allowed(w->starts, g->starts, q->starts, n, step);
	adagrad_allowed(w->ends, g->ends, q->ends, n, step);
	return loss;
}

static void
trainer_open(
	struct trainer *t, const struct seq_corpus *corpus, struct seq_weights *w, const struct seq_recipe *r)
{
	*t = (struct trainer){.recipe = r, .weights = w};
	chain_open(&t->chain, w->states);
	lesson_open(&t->lesson, corpus, w);
	t->gradient = seq_weights_room(w->states, w->rows);
	t->squares = seq_weights_room(w->states, w->rows);
	t->shrunk = seq_zeros(w->rows, sizeof(uint32_t));
	t->touched = seq_zeros(w->rows, sizeof(uint32_t));
	t->stamp = seq_zeros(w->rows, sizeof(uint32_t));
}

static void
trainer_close(struct trainer *t)
{
	chain_close(&t->chain);
	lesson_close(&t->lesson);
	seq_weights_free(t->gradient);
	seq_weights_free(t->squares);
	free(t->shrunk);
	free(t->touched);
	free(t->stamp);
}

/* sum += w / shares; forbidden moves stay what they are. */
static void
add_share(float *sum, const float *w, size_t n, unsigned shares)
{
	for (size_t i = 0; i < n; i++)
		sum[i] = w[i] > SEQ_NEVER / 2 ? sum[i] + w[i] / (float)shares : SEQ_NEVER;
}

static void
average_in(struct seq_weights *sum, const struct seq_weights *w, unsigned shares)
{
	size_t n = w->states;
	add_share(sum->rows_of, w->rows_of, w->rows * n, shares);
	add_share(sum->moves, w->moves, n * n, shares);
	add_share(sum->starts, w->starts, n, shares);
	add_share(sum->ends, w->ends, n, shares);
}

/* One run from zero weights, in the sequences' order that the seed gives; adds its share to the mean. */
static void
run(struct trainer *t, size_t *order, size_t count, unsigned seed, struct seq_weights *mean)
{
	unsigned epochs = t->recipe->epochs, averaged = t->recipe->averaged > 0 ? t->recipe->averaged : 1;
	t->random = 0x9E3779B97F4A7C15U * (seed + 1);
	for (unsigned epoch = 0; epoch < epochs; epoch++) {
		double loss = 0;
		t->impossible = 0;
		shuffle(order, count, &t->random);
		for (size_t i = 0; i < count; i++)
			loss += learn(t, &t->lesson.corpus->sequences[order[i]]);
		if (t->recipe->verbose)
			fprintf(stderr, "seed %u epoch %u: loss a sequence %.4f, %zu impossible\n", seed,
				epoch + 1, loss / (double)(count > 0 ? count : 1), t->impossible);
		if (epoch + averaged < epochs)
			continue;
		for (uint32_t row = 0; row < t->weights->rows; row++)
			shrink(t, row);
		average_in(mean, t->weights, t->recipe->seeds * (averaged < epochs ? averaged : epochs));
	}
}

static size_t *
all_of(const size_t *chosen, size_t count)
{
	size_t *order = cli_alloc(count + 1, sizeof(*order));
	for (size_t i = 0; i < count; i++)
		order[i] = chosen == NULL ? i : chosen[i];
	return order;
}

/* Adds the share of one seed's run to the mean. */
static void
train_seed(struct seq_weights *mean, const struct seq_corpus *corpus, size_t *order, size_t count,
	const struct seq_recipe *recipe, unsigned seed)
{
	struct seq_weights *w = seq_weights_shaped(recipe, mean->rows);
	struct trainer trainer;
	w->keys = mean->keys;
	trainer_open(&trainer, corpus, w, recipe);
	run(&trainer, order, count, recipe->first_seed + seed, mean);
	if (trainer.impossible > 0 && seed == 0)
		cli_warn("%zu sequences of %zu left out: no allowed path makes their truth",
			trainer.impossible, count);
	trainer_close(&trainer);
	w->keys = NULL;
	seq_weights_free(w);
}

struct seq_weights *
seq_train(
	const struct seq_corpus *corpus, const size_t *chosen, size_t count, const struct seq_recipe *recipe)
{
	for (size_t i = 0; recipe->rows > 0 && i < corpus->feature_count; i++)
		if (corpus->features[i] >= recipe->rows)
			cli_die("feature %u is past the %u rows of the model", corpus->features[i],
				recipe->rows);
	if (chosen == NULL)
		count = corpus->sequence_count;
	struct seq_weights *mean = seq_weights_new(corpus, recipe);
	for (unsigned seed = 0; seed < recipe->seeds; seed++) {
		size_t *order = all_of(chosen, count);
		train_seed(mean, corpus, order, count, recipe, seed);
		free(order);
	}
	return mean;
}
