#include "seq_train.h"

#include "cli.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 64, NO_ROW = -1 };

/* --- The corpus ------------------------------------------------------------------------------- */

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

/* The features of a position: *first to the returned end, as indices into the corpus. */
static size_t
features_of(const struct seq_corpus *c, size_t position, size_t *first)
{
	*first = position == 0 ? 0 : c->positions[position - 1].end;
	return c->positions[position].end;
}

/* --- Rows: which features have weights -------------------------------------------------------- */

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

static int64_t
row_of(const struct seq_weights *w, uint32_t feature)
{
	if (w->keys == NULL)
		return feature < w->rows ? (int64_t)feature : NO_ROW;
	const uint32_t *found = bsearch(&feature, w->keys, w->rows, sizeof(feature), compare_keys);
	return found == NULL ? NO_ROW : found - w->keys;
}

static void *
zeros(size_t count, size_t size)
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

/* Memory for `rows` rows of weights, all zero. */
static struct seq_weights *
weights_room(uint32_t states, uint32_t rows)
{
	struct seq_weights *w = cli_alloc(1, sizeof(*w));
	*w = (struct seq_weights){.states = states, .rows = rows};
	w->rows_of = zeros((size_t)rows * states, sizeof(float));
	w->moves = zeros((size_t)states * states, sizeof(float));
	w->starts = zeros(states, sizeof(float));
	w->ends = zeros(states, sizeof(float));
	return w;
}

/* Zero weights with the recipe's forbidden moves. */
static struct seq_weights *
weights_shaped(const struct seq_recipe *recipe, uint32_t rows)
{
	struct seq_weights *w = weights_room(recipe->states, rows);
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
	struct seq_weights *w = weights_shaped(recipe, rows);
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

/* --- Expectations over the paths of one sequence ---------------------------------------------- */

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

static void
chain_open(struct chain *c, size_t states)
{
	*c = (struct chain){.states = states};
	c->moves = zeros(states * states, sizeof(double));
	c->expected_moves = zeros(states * states, sizeof(double));
	c->starts = zeros(states, sizeof(double));
	c->ends = zeros(states, sizeof(double));
}

static void
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

/* --- Gradient of one sequence ----------------------------------------------------------------- */

/* A corpus whose features are row numbers already, or NO_ROW: made once a training. */
struct lesson {
	const struct seq_corpus *corpus;
	int32_t *rows;
	float *weights; /* of each position: its own by its sequence's, ready for use */
};

static void
lesson_open(struct lesson *l, const struct seq_corpus *corpus, const struct seq_weights *w)
{
	l->corpus = corpus;
	l->rows = cli_alloc(corpus->feature_count + 1, sizeof(*l->rows));
	l->weights = cli_alloc(corpus->position_count + 1, sizeof(*l->weights));
	for (size_t i = 0; i < corpus->feature_count; i++)
		l->rows[i] = (int32_t)row_of(w, corpus->features[i]);
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

static void
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
		size_t first, end = features_of(l->corpus, i, &first);
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

/* Leaves expectation less gold in the chain; gives the loss, INFINITY if the gold has no path. */
static double
chain_learn(struct chain *c, const struct lesson *l, const struct seq_span *span, const struct seq_weights *w)
{
	chain_load(c, l, span, w);
	const float *weights = l->weights + span->begin;
	double gold = chain_expect(c, l->corpus->positions + span->begin, weights, -1);
	if (!isfinite(gold))
		return INFINITY;
	return (chain_expect(c, NULL, weights, 1) - gold) * span->weight;
}

static void
add_gradient(
	const struct chain *c, const struct lesson *l, const struct seq_span *span, struct seq_weights *g)
{
	size_t n = c->states;
	for (size_t i = span->begin; i < span->end; i++) {
		const double *own = c->expected + (i - span->begin) * n;
		size_t first, end = features_of(l->corpus, i, &first);
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
		add_gradient(&chain, &lesson, &corpus->sequences[sequence], gradient);
	lesson_close(&lesson);
	chain_close(&chain);
	return loss;
}

/* --- Training --------------------------------------------------------------------------------- */

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
	size_t first, end = features_of(t->lesson.corpus, span->end - 1, &first);
	features_of(t->lesson.corpus, span->begin, &first);
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
	add_gradient(&t->chain, &t->lesson, span, g);
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
	t->gradient = weights_room(w->states, w->rows);
	t->squares = weights_room(w->states, w->rows);
	t->shrunk = zeros(w->rows, sizeof(uint32_t));
	t->touched = zeros(w->rows, sizeof(uint32_t));
	t->stamp = zeros(w->rows, sizeof(uint32_t));
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
	struct seq_weights *w = weights_shaped(recipe, mean->rows);
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

/* --- Quantisation ----------------------------------------------------------------------------- */

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
