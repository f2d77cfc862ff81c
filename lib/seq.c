#include "seq.h"

#include "cli.h"
#include "little.h"
#include "wide.h"

#include <stdlib.h>
#include <string.h>
#if defined(__SSE__)
#include <xmmintrin.h>
#endif

/* States are worked on in blocks of this many: four vectors of four floats, held in registers. */
enum { BLOCK = 16, LANE = 4 };

/* Four floats anywhere; the compiler makes one instruction of an operation on it. */
typedef float lane __attribute__((vector_size(16), aligned(4), may_alias));
typedef int32_t mask __attribute__((vector_size(16)));

static const float SMALLEST = 1e-30F; /* what is less is nothing: keeps denormal numbers out */

static const float *
floats(const struct seq_model *m, uint32_t offset)
{
	return (const float *)(const void *)((const char *)m + offset);
}

static bool
table_fits(const struct seq_model *m, uint32_t offset, uint64_t size)
{
	return offset % 64 == 0 && offset >= sizeof(*m) && offset + size <= m->bytes;
}

static bool
tables_fit(const struct seq_model *m)
{
	uint64_t square = (uint64_t)m->stride * m->stride * sizeof(float);
	return table_fits(m, m->log_moves, square) && table_fits(m, m->moves, square) &&
	       table_fits(m, m->back_moves, square) &&
	       table_fits(m, m->ends, 4 * m->stride * sizeof(float)) &&
	       table_fits(m, m->decay, SEQ_DECAY * sizeof(float)) &&
	       table_fits(m, m->weights, (uint64_t)m->rows * m->stride) &&
	       (m->slots == 0 || table_fits(m, m->table, (uint64_t)sizeof(uint32_t) << m->slots));
}

/* Turns the numbers of a model around, as far as its head is right; the weights are bytes. */
static void
turn_model(struct seq_model *m)
{
	const size_t head = sizeof(*m) - sizeof(m->magic);
	turn_around(&m->order, head / sizeof(uint32_t), sizeof(uint32_t));
	if (m->stride > SEQ_STATES || m->slots > 28 || !tables_fit(m))
		return;
	char *block = (char *)m;
	size_t square = (size_t)m->stride * m->stride;
	turn_around(block + m->log_moves, square, sizeof(float));
	turn_around(block + m->moves, square, sizeof(float));
	turn_around(block + m->back_moves, square, sizeof(float));
	turn_around(block + m->ends, 4 * (size_t)m->stride, sizeof(float));
	turn_around(block + m->decay, SEQ_DECAY, sizeof(float));
	if (m->slots > 0)
		turn_around(block + m->table, (size_t)1 << m->slots, sizeof(uint32_t));
}

/* The block, or a copy of it in the byte order of this machine. */
static const struct seq_model *
in_own_order(const struct seq_model *m)
{
	if (m->order != 0x04030201)
		return m;
	size_t bytes = __builtin_bswap32(m->bytes);
	struct seq_model *copy = cli_alloc(bytes, 1);
	memcpy(copy, m, bytes);
	turn_model(copy);
	return copy;
}

/* Does the head say how long the block is, in either byte order? */
static bool
is_whole(const struct seq_model *m, size_t bytes)
{
	return m->order == 0x04030201 ? __builtin_bswap32(m->bytes) == bytes : m->bytes == bytes;
}

const struct seq_model *
seq_model(const void *block, size_t bytes, uint32_t features, const char **why)
{
	const struct seq_model *m = block;
	const char *wrong = NULL;
	if (bytes < sizeof(*m) || memcmp(m->magic, "NEWSSEQ1", 8) != 0)
		wrong = "not a sequence model";
	else if (m->order != 0x01020304 && m->order != 0x04030201)
		wrong = "of no known byte order";
	else if (!is_whole(m, bytes))
		wrong = "cut short";
	else if ((m = in_own_order(m))->features != features)
		wrong = "trained for another version of the features";
	else if ((m->stride != BLOCK && m->stride != 2 * BLOCK) || m->states == 0 || m->states > m->stride ||
		 m->rows == 0 || m->slots > 28 || !tables_fit(m))
		wrong = "damaged";
	if (wrong == NULL)
		return m;
	seq_model_close(m, block);
	*why = wrong;
	return NULL;
}

void
seq_model_close(const struct seq_model *m, const void *block)
{
	if (m != block)
		free((void *)(uintptr_t)m);
}

/* --- Twice as wide: the same sums in the same order, so the same results ----------------------- */

#ifdef WIDE
WIDE static inline __m256i
row_wide(const int8_t *weights, uint32_t feature)
{
	const void *row = weights + (size_t)feature * BLOCK;
	return _mm256_cvtepi8_epi16(_mm_loadu_si128(row));
}

WIDE static void
add_wide(const int8_t *weights, const uint32_t *features, size_t n, int16_t *sum)
{
	__m256i total = _mm256_loadu_si256((const __m256i *)(const void *)sum),
		second = _mm256_setzero_si256();
	size_t i = 0;
	for (; i + 4 <= n; i += 4) {
		total = _mm256_add_epi16(total, row_wide(weights, features[i]));
		second = _mm256_add_epi16(second, row_wide(weights, features[i + 1]));
		total = _mm256_add_epi16(total, row_wide(weights, features[i + 2]));
		second = _mm256_add_epi16(second, row_wide(weights, features[i + 3]));
	}
	for (; i < n; i++)
		total = _mm256_add_epi16(total, row_wide(weights, features[i]));
	total = _mm256_add_epi16(total, second);
	_mm256_storeu_si256((__m256i *)(void *)sum, total);
}

/* As best_block() below. */
WIDE static void
best_wide(const float *in, const float *moves, size_t states, size_t stride, float *out)
{
	__m256 first = _mm256_add_ps(_mm256_loadu_ps(moves), _mm256_set1_ps(in[0]));
	__m256 second = _mm256_add_ps(_mm256_loadu_ps(moves + 8), _mm256_set1_ps(in[0]));
	for (size_t from = 1; from < states; from++) {
		const float *row = moves + from * stride;
		__m256 own = _mm256_set1_ps(in[from]);
		first = _mm256_max_ps(first, _mm256_add_ps(_mm256_loadu_ps(row), own));
		second = _mm256_max_ps(second, _mm256_add_ps(_mm256_loadu_ps(row + 8), own));
	}
	_mm256_storeu_ps(out, first);
	_mm256_storeu_ps(out + 8, second);
}

/* The largest of sixteen, in all places. */
WIDE static inline __m256
largest_wide(__m256 first, __m256 second)
{
	__m256 best = _mm256_max_ps(first, second);
	best = _mm256_max_ps(best, _mm256_permute2f128_ps(best, best, 1));
	best = _mm256_max_ps(
		best, _mm256_permute_ps(best, 0x4E)); /* halves of four, then pairs, change places */
	return _mm256_max_ps(best, _mm256_permute_ps(best, 0xB1));
}

/* As settle_scores() below, of BLOCK states. */
WIDE static void
settle_wide(const int16_t *scores, float *row)
{
	__m128i low = _mm_loadu_si128((const __m128i *)(const void *)scores);
	__m128i high = _mm_loadu_si128((const __m128i *)(const void *)(scores + 8));
	__m256 first = _mm256_cvtepi32_ps(_mm256_cvtepi16_epi32(low));
	__m256 second = _mm256_cvtepi32_ps(_mm256_cvtepi16_epi32(high));
	first = _mm256_add_ps(first, _mm256_loadu_ps(row));
	second = _mm256_add_ps(second, _mm256_loadu_ps(row + 8));
	__m256 best = largest_wide(first, second);
	best = _mm256_max_ps(best, _mm256_set1_ps(2 * SEQ_NEVER));
	_mm256_storeu_ps(row, _mm256_sub_ps(first, best));
	_mm256_storeu_ps(row + 8, _mm256_sub_ps(second, best));
}

/* As best_of() below, of BLOCK states. */
WIDE static size_t
best_of_wide(const float *a, const float *b)
{
	__m256 first = _mm256_add_ps(_mm256_loadu_ps(a), _mm256_loadu_ps(b));
	__m256 second = _mm256_add_ps(_mm256_loadu_ps(a + 8), _mm256_loadu_ps(b + 8));
	__m256 best = largest_wide(first, second);
	unsigned low = (unsigned)_mm256_movemask_ps(_mm256_cmp_ps(first, best, _CMP_EQ_OQ));
	unsigned high = (unsigned)_mm256_movemask_ps(_mm256_cmp_ps(second, best, _CMP_EQ_OQ));
	return (size_t)__builtin_ctz(low | high << 8 | 1U << BLOCK);
}

/* As mix_block() below. */
WIDE static void
mix_wide(const float *in, const float *moves, size_t states, size_t stride, float *out)
{
	__m256 first = _mm256_setzero_ps(), second = _mm256_setzero_ps();
	for (size_t from = 0; from < states; from++) {
		const float *row = moves + from * stride;
		__m256 own = _mm256_set1_ps(in[from]);
		first = _mm256_add_ps(first, _mm256_mul_ps(_mm256_loadu_ps(row), own));
		second = _mm256_add_ps(second, _mm256_mul_ps(_mm256_loadu_ps(row + 8), own));
	}
	_mm256_storeu_ps(out, first);
	_mm256_storeu_ps(out + 8, second);
}

/* As likelihoods() below, of a model of BLOCK states. */
WIDE static void
likelihoods_wide(const float *decay, const int16_t *scores, float *out)
{
	const __m256i last = _mm256_set1_epi32(SEQ_DECAY - 1);
	__m256i own = _mm256_loadu_si256((const __m256i *)(const void *)scores);
	/* The largest of sixteen is what the smallest of their distances from the top stands for. */
	__m256i far = _mm256_sub_epi16(_mm256_set1_epi16(INT16_MAX), own);
	__m128i least = _mm_min_epu16(_mm256_castsi256_si128(far), _mm256_extracti128_si256(far, 1));
	int16_t best = (int16_t)(INT16_MAX - _mm_extract_epi16(_mm_minpos_epu16(least), 0));
	for (size_t half = 0; half < 2; half++) {
		__m128i eight = _mm_loadu_si128((const __m128i *)(const void *)(scores + 8 * half));
		__m256i less = _mm256_sub_epi32(_mm256_set1_epi32(best), _mm256_cvtepi16_epi32(eight));
		_mm256_storeu_ps(out + 8 * half, _mm256_i32gather_ps(decay, _mm256_min_epi32(less, last), 4));
	}
}

/* As multiply_out() below, of a row of BLOCK states. */
WIDE static bool
multiply_wide(const float *factors, float *row)
{
	__m256 first = _mm256_mul_ps(_mm256_loadu_ps(row), _mm256_loadu_ps(factors));
	__m256 second = _mm256_mul_ps(_mm256_loadu_ps(row + 8), _mm256_loadu_ps(factors + 8));
	lane sums = (lane)_mm256_castps256_ps128(first) + (lane)_mm256_extractf128_ps(first, 1);
	sums += (lane)_mm256_castps256_ps128(second);
	sums += (lane)_mm256_extractf128_ps(second, 1);
	float sum = sums[0] + sums[1] + sums[2] + sums[3];
	if (!(sum > SMALLEST))
		return false;
	__m256 scale = _mm256_set1_ps(1 / sum), floor = _mm256_set1_ps(SMALLEST);
	first = _mm256_mul_ps(first, scale);
	second = _mm256_mul_ps(second, scale);
	_mm256_storeu_ps(row, _mm256_and_ps(first, _mm256_cmp_ps(first, floor, _CMP_GT_OQ)));
	_mm256_storeu_ps(row + 8, _mm256_and_ps(second, _mm256_cmp_ps(second, floor, _CMP_GT_OQ)));
	return true;
}

#endif

/* --- Scores ----------------------------------------------------------------------------------- */

/* Adds 16 int8 weights to 16 int16 sums; a loop of this shape becomes a few vector instructions. */
static inline void
add_block(const int8_t *restrict row, int16_t *restrict sum)
{
	for (size_t i = 0; i < BLOCK; i++)
		sum[i] = (int16_t)(sum[i] + row[i]);
}

/* A direct model of one block a row, the commonest: the sums stay in registers. */
static void
add_direct(const int8_t *weights, const uint32_t *features, size_t n, int16_t *sum)
{
	int16_t local[BLOCK];
#ifdef WIDE
	if (is_wide()) {
		add_wide(weights, features, n, sum);
		return;
	}
#endif
	memcpy(local, sum, sizeof(local));
	for (size_t i = 0; i < n; i++)
		add_block(weights + (size_t)features[i] * BLOCK, local);
	memcpy(sum, local, sizeof(local));
}

void
seq_add(const struct seq_model *m, const uint32_t *features, size_t n, int16_t *sum)
{
	if (m->slots == 0 && m->stride == BLOCK) {
		add_direct((const int8_t *)m + m->weights, features, n, sum);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		const int8_t *row = seq_row(m, features[i]);
		for (size_t b = 0; row != NULL && b < m->stride; b += BLOCK)
			add_block(row + b, sum + b);
	}
}

void
seq_scratch_free(struct seq_scratch *scratch)
{
	free(scratch->rows);
	*scratch = (struct seq_scratch){0};
}

/* --- Chains of sums --------------------------------------------------------------------------- */

/*
 * What a decoder adds up from position to position, rows of float [count][stride]. Each step of a chain waits
 * for the one before it longer than it has work to do: chains that go side by side fill each other's gaps.
 */
struct chains {
	const struct seq_model *m;
	const int16_t *scores;
	size_t count;
	float *best;
	float *posteriors; /* until both chains have been there: likelihoods of the scores */
	float *met;        /* what the chain left that was there first */
	float forward[SEQ_STATES], behind[SEQ_STATES]; /* what the chains carry to the next position */
};

static float *
rows_of(const struct chains *c, size_t rows, struct seq_scratch *s)
{
	cli_grow(&s->rows, &s->capacity, rows * c->count * c->m->stride, sizeof(*s->rows));
	return s->rows;
}

/* --- The best path ---------------------------------------------------------------------------- */

static inline lane
larger(lane a, lane b)
{
#ifdef __SSE__
	return (lane)_mm_max_ps((__m128)a, (__m128)b);
#else
	mask first = a > b;
	return (lane)((first & (mask)a) | (~first & (mask)b));
#endif
}

/* out[to] = max over from of in[from] + moves[from][to], for one block of states. */
static inline void
best_block(const float *in, const float *moves, size_t states, size_t stride, float *out)
{
	lane best[4];
#ifdef WIDE
	if (is_wide()) {
		best_wide(in, moves, states, stride, out);
		return;
	}
#endif
	for (size_t v = 0; v < 4; v++)
		best[v] = *(const lane *)(moves + v * LANE) + in[0];
	for (size_t from = 1; from < states; from++) {
		const float *row = moves + from * stride;
		best[0] = larger(best[0], *(const lane *)(row) + in[from]);
		best[1] = larger(best[1], *(const lane *)(row + LANE) + in[from]);
		best[2] = larger(best[2], *(const lane *)(row + 2 * LANE) + in[from]);
		best[3] = larger(best[3], *(const lane *)(row + 3 * LANE) + in[from]);
	}
	for (size_t v = 0; v < 4; v++)
		*(lane *)(out + v * LANE) = best[v];
}

/* Adds a position's own scores, and takes the best off all: sums must not outgrow a float's precision. */
static void
settle_scores(const struct seq_model *m, const int16_t *scores, float *row)
{
	lane best = (lane){0} + 2 * SEQ_NEVER;
#ifdef WIDE
	if (m->stride == BLOCK && is_wide()) {
		settle_wide(scores, row);
		return;
	}
#endif
	for (size_t s = 0; s < m->stride; s += LANE) {
		lane own = {scores[s], scores[s + 1], scores[s + 2], scores[s + 3]};
		own += *(lane *)(row + s);
		*(lane *)(row + s) = own;
		best = larger(best, own);
	}
	float low = best[0] > best[1] ? best[0] : best[1], high = best[2] > best[3] ? best[2] : best[3];
	for (size_t s = 0; s < m->stride; s += LANE)
		*(lane *)(row + s) -= low > high ? low : high;
}

/* The first state whose sum of both is largest. */
static size_t
best_of(const float *a, const float *b, size_t states)
{
	size_t best = 0;
#ifdef WIDE
	if (states == BLOCK && is_wide())
		return best_of_wide(a, b);
#endif
	for (size_t s = 1; s < states; s++)
		if (a[s] + b[s] > a[best] + b[best])
			best = s;
	return best;
}

/* The best sum that each state at position i can be reached with. */
static void
step_best(const struct chains *c, size_t i)
{
	const struct seq_model *m = c->m;
	size_t stride = m->stride;
	const float *moves = floats(m, m->log_moves);
	float *row = c->best + i * stride;
	if (i == 0)
		memcpy(row, floats(m, m->ends), stride * sizeof(*row));
	for (size_t block = 0; i > 0 && block < stride; block += BLOCK)
		best_block(row - stride, moves + block, m->states, stride, row + block);
	settle_scores(m, c->scores + i * stride, row);
}

/* The states of the best path, from its end. */
static void
trace_back(const struct chains *c, uint8_t *states)
{
	const struct seq_model *m = c->m;
	size_t stride = m->stride;
	const float *moves = floats(m, m->log_moves), *ends = floats(m, m->ends);
	float into[SEQ_STATES * SEQ_STATES]; /* [to][from] */
	for (size_t from = 0; from < m->states; from++)
		for (size_t to = 0; to < stride; to++)
			into[to * stride + from] = moves[from * stride + to];
	size_t state = best_of(c->best + (c->count - 1) * stride, ends + stride, m->states);
	states[c->count - 1] = (uint8_t)state;
	for (size_t i = c->count - 1; i-- > 0;) {
		state = best_of(c->best + i * stride, into + state * stride, m->states);
		states[i] = (uint8_t)state;
	}
}

/* --- Posteriors ------------------------------------------------------------------------------- */

/* out[to] = sum over from of in[from] * moves[from][to], for one block of states. */
static inline void
mix_block(const float *in, const float *moves, size_t states, size_t stride, float *out)
{
	lane sum[4] = {{0}, {0}, {0}, {0}};
#ifdef WIDE
	if (is_wide()) {
		mix_wide(in, moves, states, stride, out);
		return;
	}
#endif
	for (size_t from = 0; from < states; from++) {
		const float *row = moves + from * stride;
		sum[0] += *(const lane *)(row)*in[from];
		sum[1] += *(const lane *)(row + LANE) * in[from];
		sum[2] += *(const lane *)(row + 2 * LANE) * in[from];
		sum[3] += *(const lane *)(row + 3 * LANE) * in[from];
	}
	for (size_t v = 0; v < 4; v++)
		*(lane *)(out + v * LANE) = sum[v];
}

static void
mix(const struct seq_model *m, const float *in, const float *moves, float *out)
{
	for (size_t block = 0; block < m->stride; block += BLOCK)
		mix_block(in, moves + block, m->states, m->stride, out + block);
}

/* exp of the scores relative to the best of them; the states that only pad get nothing. */
static void
likelihoods(const struct seq_model *m, const int16_t *scores, float *out)
{
	const float *decay = floats(m, m->decay);
#ifdef WIDE
	if (m->states == BLOCK && is_wide()) {
		likelihoods_wide(decay, scores, out);
		return;
	}
#endif
	int best = scores[0];
	for (size_t s = 1; s < m->states; s++)
		best = scores[s] > best ? scores[s] : best;
	for (size_t s = 0; s < m->states; s++) {
		int less = best - scores[s];
		out[s] = decay[less < SEQ_DECAY ? less : SEQ_DECAY - 1];
	}
	for (size_t s = m->states; s < m->stride; s++)
		out[s] = 0;
}

/* row *= factors, then the row sums to 1; a row of nothing becomes `otherwise`. */
static void
multiply_out(const float *factors, const float *otherwise, size_t stride, float *row)
{
	lane sums = {0};
#ifdef WIDE
	if (stride == BLOCK && is_wide()) {
		if (!multiply_wide(factors, row))
			memcpy(row, otherwise, stride * sizeof(*row));
		return;
	}
#endif
	for (size_t s = 0; s < stride; s += LANE) {
		lane product = *(lane *)(row + s) * *(const lane *)(factors + s);
		*(lane *)(row + s) = product;
		sums += product;
	}
	float sum = sums[0] + sums[1] + sums[2] + sums[3];
	if (!(sum > SMALLEST)) {
		memcpy(row, otherwise, stride * sizeof(*row));
		return;
	}
	lane scale = (lane){0} + 1 / sum, floor = (lane){0} + SMALLEST;
	for (size_t s = 0; s < stride; s += LANE) {
		lane share = *(lane *)(row + s) * scale;
		*(lane *)(row + s) = (lane)((share > floor) & (mask)share);
	}
}

/* The likelihoods, which wait where the posteriors will be. */
static void
begin_posteriors(const struct chains *c)
{
	for (size_t i = 0; i < c->count; i++)
		likelihoods(c->m, c->scores + i * c->m->stride, c->posteriors + i * c->m->stride);
}

static void
join(const float *forward, const float *behind, size_t stride, float *posterior)
{
	memcpy(posterior, forward, stride * sizeof(*posterior));
	multiply_out(behind, forward, stride, posterior);
}

/* How likely each state at position i is by what stands up to there: carried on, and left or joined. */
static void
step_forward(struct chains *c, size_t i)
{
	const struct seq_model *m = c->m;
	size_t stride = m->stride, bytes = stride * sizeof(float);
	float *own = c->posteriors + i * stride, *met = c->met + i * stride, row[SEQ_STATES];
	if (i == 0)
		memcpy(row, floats(m, m->ends) + 2 * stride, bytes);
	else
		mix(m, c->forward, floats(m, m->moves), row);
	multiply_out(own, own, stride, row);
	memcpy(c->forward, row, bytes);
	if (i <= c->count - 1 - i)
		memcpy(met, row, bytes);
	else
		join(row, met, stride, own);
}

/* How likely what stands behind position i is by its state; carried on is what stands there too. */
static void
step_behind(struct chains *c, size_t i)
{
	const struct seq_model *m = c->m;
	size_t stride = m->stride, bytes = stride * sizeof(float);
	float *own = c->posteriors + i * stride, *met = c->met + i * stride, row[SEQ_STATES];
	if (i + 1 == c->count)
		memcpy(row, floats(m, m->ends) + 3 * stride, bytes);
	else
		mix(m, c->behind, floats(m, m->back_moves), row);
	memcpy(c->behind, own, bytes);
	multiply_out(row, own, stride, c->behind);
	if (i > c->count - 1 - i)
		memcpy(met, row, bytes);
	else
		join(met, row, stride, own);
}

/* --- Decoding --------------------------------------------------------------------------------- */

void
seq_best(const struct seq_model *m, const int16_t *scores, size_t count, uint8_t *states,
	struct seq_scratch *s)
{
	struct chains c = {.m = m, .scores = scores, .count = count};
	if (count == 0)
		return;
	c.best = rows_of(&c, 1, s);
	for (size_t i = 0; i < count; i++)
		step_best(&c, i);
	trace_back(&c, states);
}

void
seq_posteriors(const struct seq_model *m, const int16_t *scores, size_t count, float *posteriors,
	struct seq_scratch *s)
{
	struct chains c = {.m = m, .scores = scores, .count = count, .posteriors = posteriors};
	c.met = rows_of(&c, 1, s);
	begin_posteriors(&c);
	for (size_t i = 0; i < count; i++) {
		step_forward(&c, i);
		step_behind(&c, count - 1 - i);
	}
}

void
seq_both(const struct seq_model *m, const int16_t *scores, size_t count, float *posteriors, uint8_t *states,
	struct seq_scratch *s)
{
	struct chains c = {.m = m, .scores = scores, .count = count, .posteriors = posteriors};
	if (count == 0)
		return;
	c.met = rows_of(&c, 2, s);
	c.best = c.met + count * m->stride;
	begin_posteriors(&c);
	for (size_t i = 0; i < count; i++) {
		step_forward(&c, i);
		step_best(&c, i);
		step_behind(&c, count - 1 - i);
	}
	trace_back(&c, states);
}
