/* quotes_pronouns: whom he, she and they mean, and to whom a name that stands beside another belongs. */
#ifndef QUOTES_PRONOUNS_H
#define QUOTES_PRONOUNS_H

#include "quotes_view.h"

/* Whom the pronoun (enum speech_pronoun) at token i means; its own word where nobody is found. */
struct speaker speech_pronoun(const struct speech *s, size_t i, int pronoun);

/* Is the token what makes an owner of the word before it: "'s", or the bare mark of "Barclays' economist"? */
bool speech_is_genitive(const struct speech *s, size_t i);

/* Behind the "'s" of the name that token i is in, as in "Trump's lawyer"; 0 if it is no owner. */
size_t speech_owner_end(const struct speech *s, size_t i, const struct mention *m);

/* Is the name that token i is in an owner? */
bool speech_is_owner(const struct speech *s, size_t i, const struct mention *m);

/*
 * The person of "David Watt of Rosenberg Research" and "Lauren Nel from Natural Justice in Durban", whose
 * last name ends with token i: the first of the chain if it is a person, else the last name itself.
 */
const struct mention *speech_bearer_before(const struct speech *s, size_t i, size_t first);

/*
 * The person of "Hagari, a spokesman," and "the spokesman, Hagari," whose last comma is token `comma`; also
 * of "Watson, from Durban, who has written books,". NULL if there is none.
 */
const struct mention *speech_apposition(const struct speech *s, size_t comma, size_t first);

/* Behind "In a statement on Thursday," and the like, where the subject of the sentence stands. */
size_t speech_behind_lead(const struct speech *s, size_t first, size_t end);

#endif
