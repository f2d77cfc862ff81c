#include "cuts.h"

/*
 * The share that cuts an article off from one before it. Most pages hold one article: a cut that is the only
 * one of its page has to be surer than one of many. Where a page has a cut as sure as that, there may be
 * others that the best path knows nothing of.
 */
static const float SURE_OPENING = 0.3F, SURE_LONE_OPENING = 0.8F, MISSED_OPENING = 0.5F;

/* How likely an article is to open right at a line. */
static float
share_at(const struct lines *l, size_t i)
{
	float sum = 0;
	for (uint32_t rest = STATES_OPENING; rest != 0; rest &= rest - 1)
		sum += l->posteriors[i * l->model->stride + (size_t)__builtin_ctz(rest)];
	return sum;
}

static size_t
window_begin(size_t i)
{
	return i < 2 ? 0 : i - 2;
}

static size_t
window_end(const struct lines *l, size_t i)
{
	return i + 3 < l->sheet.count ? i + 3 : l->sheet.count;
}

float
cuts_share(const struct lines *l, size_t i)
{
	float sum = 0;
	for (size_t k = window_begin(i); k < window_end(l, i); k++)
		sum += share_at(l, k);
	return sum;
}

static bool
is_opening(const struct lines *l, size_t i)
{
	return STATES_OPENING >> l->states[i] & 1;
}

/* Has the best path an opening behind its first that would be sure enough alone? */
static bool
has_sure_cut(const struct lines *l)
{
	bool opened = false;
	for (size_t i = 0; i < l->sheet.count; i++) {
		if (opened && is_opening(l, i) && cuts_share(l, i) >= SURE_LONE_OPENING)
			return true;
		opened |= is_opening(l, i);
	}
	return false;
}

/* Is it where an article opens likeliest, of the lines within two of it, and the path opens none there? */
static bool
is_missed(const struct lines *l, size_t i)
{
	float here = share_at(l, i);
	if (cuts_share(l, i) < MISSED_OPENING)
		return false;
	for (size_t k = window_begin(i); k < window_end(l, i); k++)
		if (is_opening(l, k) || share_at(l, k) > here)
			return false;
	return true;
}

void
cuts_add_missed(struct lines *l)
{
	if (!has_sure_cut(l))
		return;
	for (size_t i = 0; i < l->sheet.count; i++)
		if (is_missed(l, i))
			l->states[i] = (uint8_t)state_likeliest(
				l->posteriors + i * l->model->stride, STATES_OPENING);
}

float
cuts_bar(const struct lines *l)
{
	size_t openings = 0;
	for (size_t i = 0; i < l->sheet.count; i++)
		openings += is_opening(l, i) && cuts_share(l, i) >= SURE_OPENING;
	return openings > 2 ? SURE_OPENING : SURE_LONE_OPENING;
}
