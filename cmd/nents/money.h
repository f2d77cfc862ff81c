/* money: sums in a line: "$1.5 billion", "100M tenge", "Rs 5 lakh crore", "two million Hong Kong dollars". */
#ifndef MONEY_H
#define MONEY_H

#include "values_number.h"

enum { MONEY_CURRENCIES_MAX = 256 };

/* What an article has said so far of the money it names: "pesos" are those of the last nation told with them.
 */
struct money_context {
	int16_t meant[MONEY_CURRENCIES_MAX]; /* by currency; 0: nothing told */
};

/*
 * The sum that begins at piece i: the index behind it, with "50000000000 USD" put to `out`; or 0. Where no
 * number can be said ("millions of dollars") the code stands alone; a currency of many nations has its name
 * for a code: "500 peso".
 */
size_t money_match(const struct pieces *t, size_t i, struct money_context *c, struct text_buffer *out);

/* Adds names, codes and nations to the list. */
void money_words(struct words *words);

/* Between money.c and its table: the currency's code (ISO 4217, or a lower-case name), and of a sign at piece
 * i. */
struct slice money_code(int currency);
bool money_is_minor(int currency);                 /* cents, pence: a hundredth of what the code says */
bool money_is_shared(int currency);                /* pesos, dinars: the name says not whose */
int money_shilling(const struct money_context *c); /* whose shillings "/-" are here */
size_t money_sign(const struct pieces *t, size_t i, int *currency);

#endif
