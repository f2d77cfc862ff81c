/* record_key: by what a record is equal to another. */
#ifndef RECORD_KEY_H
#define RECORD_KEY_H

#include "settings.h"
#include "words.h"

/*
 * The key of a record: of the values of the -k fields if there are any, else of its words, which must be in
 * `words`. False if it has none of the fields.
 */
bool record_key(const struct settings *settings, const struct words *words, const struct record *record,
	struct hash128 *key);

/* The record's Id, or "#" and its number, as one column of a table: TABs become blanks. Good until the next
 * call with the same buffer. */
struct slice record_id(const struct record *record, uint64_t number, struct text_buffer *buffer);

/* What makes records equal or near, in words, for the head of a state and the end of pairs; false if it does
 * not fit. */
bool record_key_parameters(const struct settings *settings, char *out, size_t size);

#endif
