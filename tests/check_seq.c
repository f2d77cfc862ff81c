/* check_seq: the sequence labeller against brute force over all paths of small chains, and its trainer. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "seq.h"
#include "seq_train.h"

enum { STATES = 3, LONGEST = 5, ROWS = 7 };

static uint64_t seed = 88172645463325252U;

static double
uniform(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (double)(seed >> 11) / 9007199254740992.0;
}

/* Weights of three states where 0 may not follow 2, 2 may not be first and 1 may not be last. */
static struct seq_recipe
recipe_of(uint32_t states, uint32_t rows)
{
	struct seq_recipe recipe = {.states = states,
		.rows = rows,
		.least = 1,
		.version = 7,
		.epochs = 30,
		.seeds = 2,
		.step = 0.1F};
	for (uint32_t s = 0; s < states; s++)
		recipe.moves[s] = (1U << states) - 1;
	recipe.moves[2] &= ~1U;
	recipe.starts = ((1U << states) - 1) & ~4U;
	recipe.ends = ((1U << states) - 1) & ~2U;
	return recipe;
}

static void
fill(float *weights, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (weights[i] > SEQ_NEVER / 2)
			weights[i] = (float)(4 * uniform() - 2);
}

static struct seq_weights *
random_weights(const struct seq_corpus *corpus, const struct seq_recipe *recipe)
{
	struct seq_weights *w = seq_weights_new(corpus, recipe);
	fill(w->rows_of, (size_t)w->rows * w->states);
	fill(w->moves, (size_t)w->states * w->states);
	fill(w->starts, w->states);
	fill(w->ends, w->states);
	return w;
}

/* The block's scores of `count` positions with three random features each. */
static void
random_scores(const struct seq_model *m, size_t count, int16_t *scores)
{
	memset(scores, 0, count * m->stride * sizeof(*scores));
	for (size_t i = 0; i < count; i++) {
		uint32_t features[3];
		for (size_t f = 0; f < 3; f++)
			features[f] = (uint32_t)(uniform() * m->rows);
		seq_add(m, features, 3, scores + i * m->stride);
	}
}

/* What a path scores, in nats; SEQ_NEVER or less if it is forbidden. */
static double
path_score(const struct seq_model *m, const struct seq_weights *w, const int16_t *scores, size_t count,
	size_t path)
{
	double sum = 0;
	size_t last = 0;
	for (size_t i = 0; i < count; i++, path /= w->states) {
		size_t s = path % w->states;
		sum += i == 0 ? w->starts[s] : w->moves[last * w->states + s];
		sum += (double)scores[i * m->stride + s] * m->scale;
		last = s;
	}
	return sum + w->ends[last];
}

static size_t
power(size_t base, size_t exponent)
{
	size_t product = 1;
	while (exponent-- > 0)
		product *= base;
	return product;
}

/* Both decoders at once give what each gives alone. */
static void
compare_with_both(const struct seq_model *m, const int16_t *scores, size_t count, const float *posteriors,
	const uint8_t *states)
{
	float *both = calloc(count * m->stride, sizeof(*both));
	uint8_t *path = calloc(count, 1);
	struct seq_scratch scratch = {0};
	seq_both(m, scores, count, both, path, &scratch);
	ck_assert_mem_eq(both, posteriors, count * m->stride * sizeof(*both));
	ck_assert_mem_eq(path, states, count);
	seq_scratch_free(&scratch);
	free(both);
	free(path);
}

static void
compare_with_brute_force(const struct seq_model *m, const struct seq_weights *w, size_t count)
{
	int16_t scores[LONGEST * SEQ_STATES];
	float got[LONGEST * SEQ_STATES];
	double wanted[LONGEST][SEQ_STATES] = {{0}}, total = 0, best = -1e300;
	uint8_t states[LONGEST];
	struct seq_scratch scratch = {0};
	size_t best_path = 0, states_of_path;
	random_scores(m, count, scores);
	for (size_t path = 0; path < power(w->states, count); path++) {
		double score = path_score(m, w, scores, count, path);
		if (score > best) {
			best = score;
			best_path = path;
		}
		total += exp(score);
		states_of_path = path;
		for (size_t i = 0; i < count; i++, states_of_path /= w->states)
			wanted[i][states_of_path % w->states] += exp(score);
	}
	seq_posteriors(m, scores, count, got, &scratch);
	seq_best(m, scores, count, states, &scratch);
	for (size_t i = 0; i < count; i++, best_path /= w->states) {
		for (size_t s = 0; s < w->states; s++)
			ck_assert_double_eq_tol(got[i * m->stride + s], wanted[i][s] / total, 1e-5);
		ck_assert_uint_eq(states[i], best_path % w->states);
	}
	compare_with_both(m, scores, count, got, states);
	seq_scratch_free(&scratch);
}

static void
brute_force(uint32_t states, size_t longest)
{
	struct seq_corpus corpus = {0};
	struct seq_recipe recipe = recipe_of(states, ROWS);
	for (int round = 0; round < 50; round++) {
		struct seq_weights *w = random_weights(&corpus, &recipe);
		size_t bytes;
		const char *why = "";
		void *block = seq_quantise(w, 0, &bytes);
		const struct seq_model *m = seq_model(block, bytes, 7, &why);
		ck_assert_msg(m != NULL, "%s", why);
		for (size_t count = 1; count <= longest; count++)
			compare_with_brute_force(m, w, count);
		free(block);
		seq_weights_free(w);
	}
}

START_TEST(decoding_equals_brute_force)
{
	brute_force(STATES, LONGEST);
}
END_TEST

START_TEST(decoding_of_many_states_equals_brute_force)
{
	brute_force(19, 3);
}
END_TEST

/* Three states, keyed or direct: 1 where feature 1 stands, 2 after it until feature 3, else 0. */
static void
teach(struct seq_corpus *corpus, const uint32_t names[4], size_t sequences)
{
	for (size_t q = 0; q < sequences; q++) {
		bool inside = false;
		for (size_t i = 0; i < 8; i++) {
			size_t what = (size_t)(uniform() * 4);
			uint32_t truth = what == 1 ? 1 : what == 3 ? 0 : inside && what != 1 ? 2 : 0;
			inside = truth != 0;
			seq_feature(corpus, names[what]);
			seq_position(corpus, 1U << truth, 1);
		}
		seq_sequence(corpus, 1);
	}
}

static size_t
mistakes(const struct seq_model *m, const struct seq_corpus *corpus)
{
	size_t wrong = 0;
	struct seq_scratch scratch = {0};
	for (size_t q = 0; q < corpus->sequence_count; q++) {
		int16_t scores[8 * SEQ_STATES] = {0};
		uint8_t states[8];
		size_t begin = corpus->sequences[q].begin;
		for (size_t i = 0; i < 8; i++)
			seq_add(m, corpus->features + begin + i, 1, scores + i * m->stride);
		seq_best(m, scores, 8, states, &scratch);
		for (size_t i = 0; i < 8; i++)
			wrong += corpus->positions[begin + i].allowed != 1U << states[i];
	}
	seq_scratch_free(&scratch);
	return wrong;
}

static struct seq_recipe
open_recipe(uint32_t rows)
{
	struct seq_recipe recipe = recipe_of(STATES, rows);
	for (size_t s = 0; s < STATES; s++)
		recipe.moves[s] = 7;
	recipe.moves[0] = 3; /* 2 does not follow 0 */
	recipe.starts = 3;
	recipe.ends = 7;
	return recipe;
}

/* The same model as a machine of the other byte order would have written it: all but magic and weights is
 * words. */
static void *
of_the_other_order(const struct seq_model *m)
{
	char *turned = malloc(m->bytes);
	uint32_t word;
	memcpy(turned, m, m->bytes);
	for (uint32_t at = sizeof m->magic; at < m->bytes; at += (uint32_t)sizeof word) {
		if (at >= m->weights && at < m->weights + m->rows * m->stride)
			continue;
		memcpy(&word, turned + at, sizeof word);
		word = __builtin_bswap32(word);
		memcpy(turned + at, &word, sizeof word);
	}
	return turned;
}

static void
learns(const uint32_t names[4], uint32_t rows)
{
	struct seq_corpus corpus = {0};
	teach(&corpus, names, 300);
	struct seq_recipe recipe = open_recipe(rows);
	struct seq_weights *w = seq_train(&corpus, NULL, 0, &recipe);
	size_t bytes;
	const char *why = "";
	void *block = seq_quantise(w, 0, &bytes);
	const struct seq_model *m = seq_model(block, bytes, 7, &why);
	ck_assert_msg(m != NULL, "%s", why);
	ck_assert_uint_eq(mistakes(m, &corpus), 0);
	void *foreign = of_the_other_order(m);
	const struct seq_model *turned = seq_model(foreign, bytes, 7, &why);
	ck_assert_msg(turned != NULL, "%s", why);
	ck_assert_mem_eq(turned, m, bytes);
	ck_assert_uint_eq(mistakes(turned, &corpus), 0);
	seq_model_close(turned, foreign);
	ck_assert_ptr_null(seq_model(foreign, bytes - 1, 7, &why));
	ck_assert_ptr_null(seq_model(foreign, bytes, 8, &why));
	free(foreign);
	free(block);
	seq_weights_free(w);
	seq_corpus_free(&corpus);
}

START_TEST(a_direct_model_learns)
{
	static const uint32_t names[4] = {0, 1, 2, 3};
	learns(names, 4);
}
END_TEST

START_TEST(a_keyed_model_learns)
{
	static const uint32_t names[4] = {0x9E3779B9, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F};
	learns(names, 0);
}
END_TEST

START_TEST(a_keyed_model_finds_its_rows_and_no_others)
{
	struct seq_corpus corpus = {0};
	for (uint32_t i = 0; i < 5000; i++)
		seq_feature(&corpus, i * 2654435761U);
	seq_position(&corpus, 1, 1);
	seq_sequence(&corpus, 1);
	struct seq_recipe recipe = open_recipe(0);
	struct seq_weights *w = seq_weights_new(&corpus, &recipe);
	for (uint32_t row = 0; row < w->rows; row++)
		w->rows_of[row * STATES] = (float)(1 + w->keys[row] % 100);
	size_t bytes, borrowed = 0;
	const char *why = "";
	void *block = seq_quantise(w, 127, &bytes);
	const struct seq_model *m = seq_model(block, bytes, 7, &why);
	ck_assert_msg(m != NULL, "%s", why);
	for (uint32_t i = 0; i < 5000; i++) {
		const int8_t *row = seq_row(m, i * 2654435761U);
		ck_assert_ptr_nonnull(row);
		ck_assert_int_eq(row[0], (int)(1 + i * 2654435761U % 100));
	}
	for (uint32_t i = 5000; i < 105000; i++)
		borrowed += seq_row(m, i * 2654435761U) != NULL;
	ck_assert_uint_le(borrowed, 2);
	free(block);
	seq_weights_free(w);
	seq_corpus_free(&corpus);
}
END_TEST

/* A truth known in part only (two states allowed) has a gradient too. */
static void
small_corpus(struct seq_corpus *corpus)
{
	static const uint32_t allowed[] = {1, 2, 6, 7, 4};
	for (size_t i = 0; i < 5; i++) {
		seq_feature(corpus, (uint32_t)i);
		seq_feature(corpus, 5 + (uint32_t)(i % 2));
		seq_position(corpus, allowed[i], 1);
	}
	seq_sequence(corpus, 0.5F);
}

/* Moves one weight up and down: the loss must change as the gradient says. */
static void
check_slope(struct seq_corpus *corpus, struct seq_weights *w, float *weight, double slope)
{
	struct seq_recipe recipe = recipe_of(STATES, ROWS);
	struct seq_weights *ignored = seq_weights_new(corpus, &recipe);
	float kept = *weight, step = 1.0F / 128;
	*weight = kept + step;
	double above = seq_loss(corpus, 0, w, ignored);
	*weight = kept - step;
	double below = seq_loss(corpus, 0, w, ignored);
	*weight = kept;
	ck_assert_double_eq_tol((above - below) / (2 * (double)step), slope, 1e-4);
	seq_weights_free(ignored);
}

START_TEST(the_gradient_is_the_slope_of_the_loss)
{
	struct seq_corpus corpus = {0};
	struct seq_recipe recipe = recipe_of(STATES, ROWS);
	small_corpus(&corpus);
	struct seq_weights *w = random_weights(&corpus, &recipe), *g = seq_weights_new(&corpus, &recipe);
	ck_assert_double_gt(seq_loss(&corpus, 0, w, g), 0);
	for (size_t i = 0; i < ROWS * STATES; i++)
		check_slope(&corpus, w, w->rows_of + i, g->rows_of[i]);
	for (size_t i = 0; i < STATES * STATES; i++)
		if (w->moves[i] > SEQ_NEVER / 2)
			check_slope(&corpus, w, w->moves + i, g->moves[i]);
	check_slope(&corpus, w, w->starts, g->starts[0]);
	check_slope(&corpus, w, w->ends, g->ends[0]);
	seq_weights_free(w);
	seq_weights_free(g);
	seq_corpus_free(&corpus);
}
END_TEST

START_TEST(training_twice_gives_the_same_bytes)
{
	static const uint32_t names[4] = {0, 1, 2, 3};
	struct seq_corpus corpus = {0};
	struct seq_recipe recipe = open_recipe(4);
	teach(&corpus, names, 20);
	recipe.l1 = 0.01F;
	struct seq_weights *first = seq_train(&corpus, NULL, 0, &recipe);
	struct seq_weights *second = seq_train(&corpus, NULL, 0, &recipe);
	size_t bytes, same_bytes;
	char *block = seq_quantise(first, 0, &bytes), *same = seq_quantise(second, 0, &same_bytes);
	ck_assert_uint_eq(bytes, same_bytes);
	ck_assert_mem_eq(block, same, bytes);
	free(block);
	free(same);
	seq_weights_free(first);
	seq_weights_free(second);
	seq_corpus_free(&corpus);
}
END_TEST

START_TEST(l1_empties_rows_that_say_nothing)
{
	struct seq_corpus corpus = {0};
	struct seq_recipe recipe = open_recipe(5);
	for (size_t q = 0; q < 200; q++) {
		uint32_t truth = uniform() < 0.5;
		seq_feature(&corpus, truth);
		seq_feature(&corpus, uniform() < 0.5 ? 2 : 3);
		seq_position(&corpus, 1U << truth, 1);
		seq_sequence(&corpus, 1);
	}
	recipe.l1 = 0.1F;
	struct seq_weights *w = seq_train(&corpus, NULL, 0, &recipe);
	ck_assert_float_gt(w->rows_of[0] - w->rows_of[1], 0.5F);
	for (size_t i = 2 * STATES; i < 4 * STATES; i++)
		ck_assert_float_eq_tol(w->rows_of[i], 0, 0.05F);
	seq_weights_free(w);
	seq_corpus_free(&corpus);
}
END_TEST

START_TEST(quantised_weights_are_near_and_cut_at_the_largest)
{
	struct seq_corpus corpus = {0};
	struct seq_recipe recipe = open_recipe(ROWS);
	struct seq_weights *w = random_weights(&corpus, &recipe);
	w->rows_of[0] = 90;
	size_t bytes;
	const char *why = "";
	void *block = seq_quantise(w, 2, &bytes);
	const struct seq_model *m = seq_model(block, bytes, 7, &why);
	ck_assert_msg(m != NULL, "%s", why);
	ck_assert_int_eq(seq_row(m, 0)[0], 127);
	for (size_t i = 1; i < ROWS * STATES; i++)
		ck_assert_double_eq_tol(seq_row(m, (uint32_t)(i / STATES))[i % STATES] * (double)m->scale,
			w->rows_of[i], 1.01 / 127);
	free(block);
	seq_weights_free(w);
}
END_TEST

/* Positions that nothing was learned of, and truths that no path makes, teach nothing and harm nothing. */
START_TEST(what_can_not_be_learned_is_left_out)
{
	static const uint32_t names[4] = {0x9E3779B9, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F};
	struct seq_corpus corpus = {0};
	teach(&corpus, names, 300);
	struct seq_recipe recipe = open_recipe(0);
	recipe.least = 3;
	recipe.verbose = true;
	for (uint32_t i = 0; i < 2; i++) { /* 2 can't follow 0; the features are rarer than `least` */
		seq_feature(&corpus, 77 + i);
		seq_position(&corpus, 1U << (2 * i), 1);
	}
	seq_sequence(&corpus, 1);
	seq_sequence(&corpus, 1); /* of no position: none */
	seq_feature(&corpus, 79); /* learned, but not of its feature */
	seq_position(&corpus, 1, 1);
	seq_sequence(&corpus, 1);
	ck_assert_uint_eq(corpus.sequence_count, 302);
	size_t bytes;
	const char *why = "";
	struct seq_weights *w = seq_train(&corpus, NULL, 0, &recipe);
	void *block = seq_quantise(w, 0, &bytes);
	const struct seq_model *m = seq_model(block, bytes, 7, &why);
	ck_assert_msg(m != NULL, "%s", why);
	ck_assert_ptr_null(seq_row(m, 77));
	corpus.sequence_count -= 2; /* all but what can not be learned */
	ck_assert_uint_eq(mistakes(m, &corpus), 0);
	free(block);
	seq_weights_free(w);
	seq_corpus_free(&corpus);
}
END_TEST

START_TEST(a_feature_past_the_rows_is_fatal)
{
	struct seq_corpus corpus = {0};
	seq_feature(&corpus, ROWS);
	seq_position(&corpus, 1, 1);
	seq_sequence(&corpus, 1);
	struct seq_recipe recipe = open_recipe(ROWS);
	seq_train(&corpus, NULL, 0, &recipe);
}
END_TEST

/* Where all evidence is for a state that can't be there, the others keep what they had. */
START_TEST(impossible_evidence_leaves_a_share_for_the_rest)
{
	enum { COUNT = 4 };
	struct seq_corpus corpus = {0};
	for (uint32_t states = STATES; states <= 19; states += 16) {
		struct seq_recipe recipe = recipe_of(states, ROWS);
		struct seq_weights *w = random_weights(&corpus, &recipe);
		w->rows_of[0] = 20; /* a unit of score means much */
		size_t bytes;
		const char *why = "";
		void *block = seq_quantise(w, 0, &bytes);
		const struct seq_model *m = seq_model(block, bytes, 7, &why);
		int16_t scores[COUNT * SEQ_STATES] = {0};
		float posteriors[COUNT * SEQ_STATES];
		struct seq_scratch scratch = {0};
		for (size_t i = 0; i < COUNT; i++)
			for (size_t s = 0; s < states; s++) /* 2 may not begin, 1 may not end */
				scores[i * m->stride + s] = s == (i == 0 ? 2 : 1) ? 30000 : -30000;
		seq_posteriors(m, scores, COUNT, posteriors, &scratch);
		for (size_t i = 0; i < COUNT; i++) {
			float sum = 0;
			for (size_t s = 0; s < states; s++)
				sum += posteriors[i * m->stride + s];
			ck_assert_msg(isfinite(sum) && sum >= 0 && sum < 1.001F, "position %zu: %g", i,
				(double)sum);
		}
		seq_scratch_free(&scratch);
		free(block);
		seq_weights_free(w);
	}
}
END_TEST

/* Nothing was learned: still a model, which says nothing. */
START_TEST(an_empty_model_has_a_row)
{
	struct seq_corpus corpus = {0};
	seq_feature(&corpus, 5);
	seq_position(&corpus, 1, 1);
	seq_sequence(&corpus, 1);
	struct seq_recipe recipe = open_recipe(0);
	struct seq_weights *w = seq_weights_new(&corpus, &recipe);
	size_t bytes;
	const char *why = "";
	void *block = seq_quantise(w, 127, &bytes);
	const struct seq_model *m = seq_model(block, bytes, 7, &why);
	ck_assert_msg(m != NULL, "%s", why);
	int16_t sum[SEQ_STATES] = {0};
	uint8_t state = 9;
	struct seq_scratch scratch = {0};
	uint32_t feature = 5;
	seq_add(m, &feature, 1, sum);
	ck_assert_int_eq(sum[0], 0);
	seq_best(m, sum, 0, &state, &scratch);
	seq_posteriors(m, sum, 0, NULL, &scratch);
	seq_both(m, sum, 0, NULL, &state, &scratch);
	ck_assert_uint_eq(state, 9);
	seq_scratch_free(&scratch);
	free(block);
	seq_weights_free(w);
	seq_corpus_free(&corpus);
}
END_TEST

START_TEST(what_is_no_model_is_refused)
{
	struct seq_corpus corpus = {0};
	struct seq_recipe recipe = open_recipe(ROWS);
	struct seq_weights *w = random_weights(&corpus, &recipe);
	size_t bytes;
	const char *why = "";
	struct seq_model *block = seq_quantise(w, 0, &bytes);
	ck_assert_ptr_null(seq_model(block, bytes, 8, &why));
	ck_assert_str_eq(why, "trained for another version of the features");
	ck_assert_ptr_null(seq_model(block, bytes - 1, 7, &why));
	ck_assert_str_eq(why, "cut short");
	block->weights += 64;
	ck_assert_ptr_null(seq_model(block, bytes, 7, &why));
	ck_assert_str_eq(why, "damaged");
	void *foreign = of_the_other_order(block);
	ck_assert_ptr_null(seq_model(foreign, bytes, 7, &why));
	ck_assert_str_eq(why, "damaged");
	free(foreign);
	block->order = 0x04030202;
	ck_assert_ptr_null(seq_model(block, bytes, 7, &why));
	ck_assert_str_eq(why, "of no known byte order");
	ck_assert_ptr_null(seq_model("a text", 6, 7, &why));
	ck_assert_str_eq(why, "not a sequence model");
	free(block);
	seq_weights_free(w);
}
END_TEST

/* Evidence for one state at every position of a long chain must not run out of the numbers' range. */
START_TEST(long_chains_stay_in_range)
{
	enum { LONG = 20000 };
	struct seq_corpus corpus = {0};
	struct seq_recipe recipe = recipe_of(STATES, ROWS);
	struct seq_weights *w = random_weights(&corpus, &recipe);
	size_t bytes;
	const char *why = "";
	void *block = seq_quantise(w, 0, &bytes);
	const struct seq_model *m = seq_model(block, bytes, 7, &why);
	int16_t *scores = calloc(LONG * m->stride, sizeof(*scores));
	float *posteriors = calloc(LONG * m->stride, sizeof(*posteriors));
	uint8_t *states = calloc(LONG, 1);
	struct seq_scratch scratch = {0};
	for (size_t i = 0; i < LONG; i++)
		scores[i * m->stride + (i < LONG / 2 ? 0 : 2)] = 30000;
	seq_posteriors(m, scores, LONG, posteriors, &scratch);
	seq_best(m, scores, LONG, states, &scratch);
	for (size_t i = 0; i < LONG; i++) {
		ck_assert_uint_eq(states[i], i < LONG / 2 ? 0 : 2);
		ck_assert_float_gt(posteriors[i * m->stride + states[i]], 0.99F);
	}
	compare_with_both(m, scores, LONG, posteriors, states);
	seq_scratch_free(&scratch);
	free(scores);
	free(posteriors);
	free(states);
	free(block);
	seq_weights_free(w);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("seq");
	TCase *cases = tcase_create("seq");
	tcase_add_test(cases, decoding_equals_brute_force);
	tcase_add_test(cases, decoding_of_many_states_equals_brute_force);
	tcase_add_test(cases, a_direct_model_learns);
	tcase_add_test(cases, a_keyed_model_learns);
	tcase_add_test(cases, a_keyed_model_finds_its_rows_and_no_others);
	tcase_add_test(cases, the_gradient_is_the_slope_of_the_loss);
	tcase_add_test(cases, training_twice_gives_the_same_bytes);
	tcase_add_test(cases, l1_empties_rows_that_say_nothing);
	tcase_add_test(cases, quantised_weights_are_near_and_cut_at_the_largest);
	tcase_add_test(cases, what_can_not_be_learned_is_left_out);
	tcase_add_test(cases, an_empty_model_has_a_row);
	tcase_add_test(cases, impossible_evidence_leaves_a_share_for_the_rest);
	tcase_add_exit_test(cases, a_feature_past_the_rows_is_fatal, 2);
	tcase_add_test(cases, what_is_no_model_is_refused);
	tcase_add_test(cases, long_chains_stay_in_range);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
