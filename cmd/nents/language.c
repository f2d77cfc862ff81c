#include "language.h"

enum {
	FEW_WORDS = 10,  /* that tell nothing */
	MANY_WORDS = 200 /* that tell enough */
};

bool
language_is_english(const struct article *a)
{
	size_t words = 0, english = 0;

	for (size_t i = 0; i < a->token_count && words < MANY_WORDS; i++) {
		const struct token *t = &a->tokens[i];
		bool word = t->class == TOKEN_LOWER;

		words += word;
		english += word & (t->classes >> GAZ_COMMON & 1);
	}
	return words < FEW_WORDS || 2 * english >= words;
}

void
small_words_of(struct small_words *small, const struct article *a)
{
	*small = (struct small_words){.bits = {0}};
	for (size_t i = 0; i < a->token_count; i++) {
		uint64_t key = a->tokens[i].key;

		if (a->tokens[i].class == TOKEN_LOWER)
			small->bits[key >> 54] |= UINT64_C(1) << (key >> 48 & 63);
	}
}
