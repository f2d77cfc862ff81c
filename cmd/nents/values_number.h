/*
 * values_number: amounts in digits and in words, exact: a whole number times a power of ten, never a float,
 * so that 13.5 billion is 13500000000 on every machine and in every locale.
 */
#ifndef VALUES_NUMBER_H
#define VALUES_NUMBER_H

#include "text.h"
#include "values_pieces.h"

struct decimal {
	uint64_t digits;
	int exponent; /* of ten */
};

struct amount {
	struct decimal low, high; /* the same but in a range: 10-15 */
	bool is_range;
	bool is_vague;   /* several, dozens of: no number can be said */
	bool in_words;   /* spelled out */
	bool has_scale;  /* million, bn: it is an amount whatever follows */
	bool is_article; /* a, an: one, but only if the grammar wants it so */
	uint8_t scale;   /* the power of ten that million, bn and the like have made of it */
};

/*
 * Reads the amount that begins at piece i: "1,234.5", "50bn", "2 1/2", "two and a half million", "several",
 * "a". Gives the index behind it, or 0 if there is none.
 */
size_t number_match(const struct pieces *t, size_t i, struct amount *amount);

/* The range that was read last: the grammars ask for the same again and again. */
struct amount_memo {
	size_t at, next; /* pieces; at == SIZE_MAX: none */
	struct amount amount;
};

/* The same, with a range: "10-15", "two to three", "10 or 12", "between 5 and 10 million". */
size_t number_range_match(const struct pieces *t, size_t i, struct amount *amount);

/* Does the minus at i, a sign or a word, stand before a number or a sum? */
bool number_minus_leads(const struct pieces *t, size_t i);

/* Skips the minus of a number or sum that may begin behind it; gives i if there is none. */
static inline size_t
number_skip_minus(const struct pieces *t, size_t i)
{
	bool minus = mark_is_minus(piece_at(t, i)->mark) || piece_is(t, i, PLAIN_MINUS);
	return minus && number_minus_leads(t, i) ? i + 1 : i;
}

/* Skips words as "about", "more than", "at least", "up to" from i on; gives i itself if there are none. */
size_t number_skip_about(const struct pieces *t, size_t i);

/* n * 10^power, kept exact while it fits. */
struct decimal decimal_scale(struct decimal n, int power);
struct decimal decimal_add(struct decimal a, struct decimal b);
int decimal_compare(struct decimal a, struct decimal b);

/* The whole number, or -1 if it is not one or is above a million. */
int32_t decimal_whole(struct decimal n);

/* "13500000000", "2.75": no exponent, no needless zeros. */
void decimal_put(struct text_buffer *out, struct decimal n);

/* "15", "10..15", or nothing for a vague amount. */
void amount_put(struct text_buffer *out, const struct amount *amount);

/* Adds the words of numbers to the list; of thousands, millions and so on. */
void number_words(struct words *words);
void scale_words(struct words *words);

/*
 * The power of ten of a scale word at piece i, or 0 if there is none: million, bn, Mrd. Those that are short,
 * or other words as well, count only behind digits that they are glued to, behind a sign of money and its
 * number, or in an article that is not English. `low` is the number before it.
 */
int scale_power_of_word(const struct pieces *t, size_t i, bool digits, bool at_sign, struct decimal low);
static inline int
scale_power(const struct pieces *t, size_t i, bool digits, bool at_sign, struct decimal low)
{
	bool scale = piece_has(t, i, ROLE_SCALE | ROLE_SCALE_GLUED);
	return scale ? scale_power_of_word(t, i, digits, at_sign, low) : 0;
}

/* Is the word at piece i a scale of a language in which 3.200 of them are thousands? */
bool scale_groups_by_points(const struct pieces *t, size_t i);

/* Reads a scale word that counts behind a sign of money alone, at piece i behind the amount: "€5 m", "$20
 * grand". Gives the index behind, or i. */
size_t number_scale_at_sign(const struct pieces *t, size_t i, struct amount *amount);

#endif
