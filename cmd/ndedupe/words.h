/*
 * words: what a record says, as the hashes of its words. Case, punctuation, blanks and the forms of letters
 * and numerals that Unicode calls compatible make no difference; digits do: 1.5 and 1,500 are one word each.
 */
#ifndef WORDS_H
#define WORDS_H

#include "hash.h"
#include "rec.h"
#include "text.h"

/* To be raised when words are read in another way: states and sketches hold what was made of them. */
enum { WORDS_VERSION = 2 };

struct words {
	uint64_t *hash; /* bit 0 says: a number */
	size_t count, capacity;
	/* for the work on one line */
	char *folded; /* the line with ASCII in lower case, and 8 bytes of padding */
	size_t folded_capacity;
	struct text_buffer fold;
};

void words_close(struct words *w);

/* The words of the record's Title, Headline and Text lines, in order, in place of what was there. */
void words_of_record(struct words *w, const struct record *record);

/* Adds the words of a text. */
void words_add(struct words *w, struct slice text);

static inline bool
word_is_number(uint64_t hash)
{
	return (hash & 1) != 0;
}

/* The hash by which records are equal: of their words, or without any, of all fields but where they are from.
 */
struct hash128 words_key(const struct words *w, const struct record *record);

#endif
