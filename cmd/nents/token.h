/*
 * token: words, numbers and marks of an article, in one scan.
 *
 * "al-Sharaa", "Asia-Pacific" and "Jean-Luc" are one token each; the genitive ("Syria's" and "Syria’s") is a
 * token of its own ("'s"); "U.S." and "J." keep their full stops; "1,200", "3.5" and "31st" are one token;
 * every mark is one.
 */
#ifndef TOKEN_H
#define TOKEN_H

#include "mention.h"

/* Fills article.tokens and capitals, and of its lines the first, end, style and what else tokens tell. */
void tokens_find(struct article *a);

/*
 * TOKEN_SIGN for a word of ASCII letters that may be a sign of money by its spelling: a few letters, the
 * first a capital, with something glued behind; else 0. `next` is the byte behind it, 0 where the line ends.
 */
static inline unsigned
token_is_sign(size_t letters, bool capital, unsigned char next)
{
	return (unsigned)((letters <= 4) & capital & (next > ' ')) * TOKEN_SIGN;
}

/* Has this token a capital? */
static inline bool
token_is_capital(const struct token *t)
{
	return t->class == TOKEN_CAPITAL || t->class == TOKEN_UPPER;
}

/* The first token at or behind `from` that has a capital, `end` if there is none before that. */
static inline size_t
token_next_capital(const struct article *a, size_t from, size_t end)
{
	for (size_t i = from; i < end; i = (i | 63) + 1) {
		uint64_t bits = a->capitals[i / 64] >> i % 64;

		if (bits != 0) {
			i += (size_t)__builtin_ctzll(bits);
			return i < end ? i : end;
		}
	}
	return end;
}

/* Hash of a word with case and accents folded (Özgür, Ozgur and OZGUR are one). Never 0. */
uint64_t token_key(struct slice word);

/* The hash of one more key behind a sequence of keys that has hash `sofar` (0 for none). */
static inline uint64_t
token_chain(uint64_t sofar, uint64_t key)
{
	sofar = (sofar ^ key) * UINT64_C(0x9e3779b97f4a7c15);
	return sofar ^ (sofar >> 29);
}

/* The hash of tokens [first, end) as a sequence of keys. */
static inline uint64_t
token_chain_of(const struct article *a, size_t first, size_t end)
{
	uint64_t chain = 0;

	for (size_t i = first; i < end; i++)
		chain = token_chain(chain, a->tokens[i].key);
	return chain;
}

#endif
