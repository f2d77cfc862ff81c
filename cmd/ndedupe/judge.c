#include "judge.h"

enum {
	CANDIDATES_MOST = 32, /* that are looked at closely, until one is near */
	FOREIGN_MOST = 8 /* of them, that say other things; reports of one frame say other numbers only */
};

static const double short_threshold = 0.85;

void
judge_close(struct judge *j)
{
	votes_close(&j->votes);
}

uint32_t
judge_least_shared(const struct settings *settings)
{
	return settings->minhash ? 1 : 2;
}

static uint32_t
shared_by(struct candidate c)
{
	return (uint32_t)c.rare + c.common;
}

/* Rare samples tell more: what many share is a footer, or the frame of a report. */
static bool
is_better(struct candidate a, struct candidate b)
{
	if (a.rare != b.rare)
		return a.rare > b.rare;
	return a.common != b.common ? a.common > b.common : a.number < b.number;
}

/* The candidates that share most, the earlier first among equals. */
static size_t
best_candidates(const struct votes *v, uint32_t least, struct candidate best[CANDIDATES_MOST])
{
	size_t n = 0;
	for (size_t i = 0; i < v->count; i++) {
		struct candidate c = v->slots[v->touched[i]];
		if (shared_by(c) < least || (n == CANDIDATES_MOST && !is_better(c, best[n - 1])))
			continue;
		size_t at = n < CANDIDATES_MOST ? n++ : n - 1;
		for (; at > 0 && is_better(c, best[at - 1]); at--)
			best[at] = best[at - 1];
		best[at] = c;
	}
	return n;
}

/*
 * Reports that differ only in their numbers are different news: of three numbers or more, or of any in a
 * short text, half must be shared.
 */
static bool
numbers_agree(const struct settings *settings, const struct sketch *sketch, size_t numbers, size_t shared)
{
	size_t least = sketch->words->count < SHORT_TEXT ? 1 : 3;
	return settings->any_numbers || numbers < least || 2 * shared >= numbers;
}

/*
 * What a candidate shares of the samples tells about what it shares of the words: if each fifth word is
 * another, two fifths of the shingles are the same. Half of what the threshold would let expect is asked of
 * the samples, of the one text or of the other, at the lower of their rates.
 */
static bool
is_worth_a_look(
	const struct judge *j, const struct sketch *sketch, const struct print *print, uint32_t shared)
{
	const unsigned rank = sketch->rank > print->rank ? sketch->rank : print->rank;
	const size_t fewer = sketch->words->count < print->words ? sketch->words->count : print->words;
	const double expected = (double)(fewer >> rank) * j->settings->threshold * j->settings->threshold;
	return j->settings->minhash || shared >= expected / 3;
}

/* *same_words tells if only the numbers may keep the two apart. */
static struct verdict
compare(const struct judge *j, struct sketch *sketch, const struct print *print, bool *same_words)
{
	const size_t words = sketch->words->count;
	double threshold = j->settings->threshold;
	if (words < SHORT_TEXT && threshold < short_threshold)
		threshold = short_threshold;
	struct cover cover = sketch_cover(sketch, print);
	double similarity = (double)cover.words / (double)words;
	struct verdict verdict = {.kind = FRESH, .similarity = similarity};
	size_t fewer = sketch->numbers < print->numbers ? sketch->numbers : print->numbers;
	const bool near = similarity >= threshold;
	const bool more = words > print->words && (double)cover.words >= threshold * print->words;
	*same_words = near || more;
	if (near && numbers_agree(j->settings, sketch, sketch->numbers, cover.numbers))
		verdict.kind = NEAR;
	else if (more && numbers_agree(j->settings, sketch, fewer, cover.numbers))
		verdict.kind = UPDATE; /* it says what the earlier one said, and more */
	return verdict;
}

struct verdict
judge_candidates(struct judge *j, const struct archive *archive, struct sketch *sketch)
{
	struct candidate best[CANDIDATES_MOST];
	struct verdict found = {.kind = FRESH};
	size_t n = best_candidates(&j->votes, judge_least_shared(j->settings), best), foreign = 0;
	for (size_t i = 0; i < n && i < FOREIGN_MOST; i++)
		archive_prefetch(archive, best[i].number);
	for (size_t i = 0; i < n && foreign < FOREIGN_MOST && found.kind != NEAR; i++) {
		struct archived_view view = archive_view(archive, best[i].number);
		struct verdict verdict = {.kind = FRESH};
		bool same_words = false;
		if (is_worth_a_look(j, sketch, &view.print, shared_by(best[i])))
			verdict = compare(j, sketch, &view.print, &same_words);
		foreign += !same_words;
		verdict.archive = archive;
		verdict.number = best[i].number;
		if (verdict.kind == NEAR || (verdict.kind == UPDATE && found.kind == FRESH))
			found = verdict;
	}
	return found;
}

struct verdict
judge_near(struct judge *j, const struct archive *archive, struct sketch *sketch)
{
	if (sketch->sample_count == 0)
		return (struct verdict){.kind = FRESH};
	archive_vote(archive, sketch, &j->votes);
	return judge_candidates(j, archive, sketch);
}
