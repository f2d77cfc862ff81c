/* repeats: lines that stand twice within one record. */
#ifndef REPEATS_H
#define REPEATS_H

#include "rec.h"

struct repeat_slot {
	uint32_t stamp; /* of the record that it was taken for */
	enum rec_kind kind;
	struct slice value;
};

struct repeats {
	struct repeat_slot *slots; /* open addressing, stamped instead of cleared */
	size_t capacity;           /* a power of two */
	uint32_t stamp;
	uint64_t removed;
};

void repeats_close(struct repeats *r);

/*
 * Takes out of the record each line whose kind and value an earlier line has, and each Headline, Caption or
 * Text line that only says the title again. Fields of unknown kinds stay.
 */
void repeats_remove(struct repeats *r, struct record *record);

#endif
