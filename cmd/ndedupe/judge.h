/*
 * judge: is a record new, or which earlier one does it repeat? It is held against single records that were
 * kept, never against several together, and never by way of a third.
 */
#ifndef JUDGE_H
#define JUDGE_H

#include "archive.h"
#include "settings.h"

enum verdict_kind { FRESH, EQUAL, NEAR, UPDATE };

struct verdict {
	enum verdict_kind kind;
	double similarity;
	const struct archive *archive; /* where the earlier record stands */
	uint32_t number;               /* its number there */
};

struct judge {
	const struct settings *settings;
	struct votes votes;
};

void judge_close(struct judge *j);

/* The verdict on a sketch by the candidates that share samples with it in the archive. */
struct verdict judge_near(struct judge *j, const struct archive *archive, struct sketch *sketch);

/* The same by the candidates that judge->votes holds already. */
struct verdict judge_candidates(struct judge *j, const struct archive *archive, struct sketch *sketch);

/* The samples that a candidate must share at least. */
uint32_t judge_least_shared(const struct settings *settings);

#endif
