/*
 * roll: the names of people, organisations and places that were met, and how often. It holds each name once;
 * what has a code, as countries have, is one by that: US and United States.
 */
#ifndef ROLL_H
#define ROLL_H

#include "mention.h"

enum roll_group { ROLL_PEOPLE, ROLL_ORGANISATIONS, ROLL_PLACES, ROLL_GROUPS };

struct roll_name {
	size_t key, text; /* the code, or the name; the longest name: in roll.bytes */
	uint32_t key_len, text_len;
	bool coded;
	uint32_t count; /* mentions so far */
	uint8_t group;  /* enum roll_group */
	uint8_t type;   /* enum entity_type of the first mention */
};

/* Starts as all zeros. */
struct roll {
	struct roll_name *names; /* in the order in which they were met */
	size_t count, capacity;
	uint32_t *slots; /* [mask + 1], open addressing: index + 1; 0: free */
	size_t mask;
	struct text_buffer bytes;
};

void roll_free(struct roll *roll);

/* The group of a type, ROLL_GROUPS if its names are not on the roll. */
enum roll_group roll_group(enum entity_type type);

/* Counts a mention of the name, whose code may be empty; gives its place in roll->names. */
size_t roll_add(struct roll *roll, enum entity_type type, struct slice name, struct slice code);

/* The bytes of a name; good until the next roll_add(). */
struct slice roll_text(const struct roll *roll, const struct roll_name *name);

/*
 * The names of a group, most mentions first, those of equal count by their bytes: places in roll->names, in
 * an array that is the caller's to free; *count tells how many.
 */
size_t *roll_sorted(const struct roll *roll, enum roll_group group, size_t *count);

#endif
