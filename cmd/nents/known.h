/*
 * known: what the built-in lists and a few rules say without the model: countries, peoples, well known
 * places, organisations and events, big cities; persons behind titles and given names; organisations by their
 * last word.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include "language.h"

/*
 * Adds mentions of source SOURCE_LIST. With `guess` the rules for persons, organisations and big cities run
 * too (SOURCE_GUESS); without, only the names that are what they are wherever they stand. `small`, or NULL,
 * has the words that those rules take for no names: where the text is not English, a capital may be a noun's,
 * and the lists of given names have its "La" and "In".
 */
void known_find(const struct gazetteer *g, struct article *a, bool guess, const struct small_words *small);

/* "Sines, Portugal": are tokens [i, i + n), of these classes of the gazetteer, a place with its country
 * behind it? */
bool known_is_told_place(const struct article *a, size_t i, size_t n, uint16_t classes);

#endif
