#include "values_words.h"

#include "cli.h"
#include "token.h"

#include <stdlib.h>

void
words_init(struct words *words)
{
	*words = (struct words){.count = 1, .capacity = 1024};
	words->list = cli_alloc(words->capacity, sizeof *words->list);
	for (int byte = 0; byte < 256; byte++) {
		unsigned char lower = words_lower((unsigned char)byte);
		bool letter =
			(lower >= 'a' && lower <= 'z') || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2);
		words->letters[byte] = letter ? lower : 0;
	}
	words->list[0] = (struct word){.spelling = {"", 0}};
}

void
words_free(struct words *words)
{
	free(words->list);
	words->list = NULL;
}

static bool
spelling_is(struct slice lower, struct slice spelling)
{
	if (lower.len != spelling.len)
		return false;
	for (size_t i = 0; i < spelling.len; i++) {
		if ((unsigned char)lower.at[i] != words_lower((unsigned char)spelling.at[i]))
			return false;
	}
	return true;
}

/* The slot where the word stands, or the empty one where it would. */
static size_t
slot_of(const struct words *words, struct slice spelling, uint32_t hash)
{
	size_t slot = (hash >> 16 ^ hash >> 4) % WORD_SLOTS;
	uint32_t tag = hash >> 8 & 0xFFFF;
	for (uint32_t held; (held = words->slots[slot]) != 0; slot = (slot + 1) % WORD_SLOTS) {
		if (held >> 16 == tag && spelling_is(words->list[held & 0xFFFF].spelling, spelling))
			break;
	}
	return slot;
}

uint16_t
words_find(const struct words *words, struct slice spelling, uint32_t hash)
{
	if (spelling.len > WORD_LENGTH_MAX)
		return 0;
	return (uint16_t)(words->slots[slot_of(words, spelling, hash)] & 0xFFFF);
}

/* Files word `number` under its key, too. */
static void
add_key(struct words *words, uint16_t number)
{
	uint64_t key = token_key(words->list[number].spelling);
	size_t slot = key >> (64 - WORD_SLOT_BITS);

	while (words->keys[slot] != 0)
		slot = (slot + 1) % WORD_SLOTS;
	words->keys[slot] = number;
	words->list[number].key = key;
}

void
words_add_slice(struct words *words, struct slice spelling, uint32_t roles, int value)
{
	uint32_t hash = 0;
	for (size_t i = 0; i < spelling.len; i++)
		hash = words_hash(hash, (unsigned char)spelling.at[i]);
	size_t slot = slot_of(words, spelling, hash);
	if (words->slots[slot] == 0) {
		cli_grow(&words->list, &words->capacity, words->count + 1, sizeof *words->list);
		words->list[words->count] = (struct word){.spelling = spelling};
		words->slots[slot] = (hash >> 8 & 0xFFFF) << 16 | (uint32_t)words->count;
		add_key(words, (uint16_t)words->count++);
	}
	struct word *word = &words->list[words->slots[slot] & 0xFFFF];
	word->roles |= roles;
	if (roles & (ROLE_UNIT | ROLE_UNITS | ROLE_OFTEN | ROLE_MEASURE))
		word->unit = (int16_t)value;
	else if (value != 0)
		word->value = (int16_t)value;
}

void
words_add(struct words *words, const char *spelling, uint32_t roles, int value)
{
	words_add_slice(words, slice_of(spelling), roles, value);
}

void
words_add_run(struct words *words, const char *const *spellings, uint32_t roles, int value, int step)
{
	for (; *spellings != NULL; spellings++, value += step)
		words_add(words, *spellings, roles, value);
}
