/*
 * known: what the built-in lists and a few rules say without the model: countries, peoples, well known
 * places, organisations and events, big cities; persons behind titles and given names; organisations by their
 * last word.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include "gazetteer.h"

/*
 * Adds mentions of source SOURCE_LIST. With `guess` the rules for persons, organisations and big cities run
 * too; without, only the names that are what they are wherever they stand.
 */
void known_find(const struct gazetteer *g, struct article *a, bool guess);

/* "Sines, Portugal": are tokens [i, i + n), of these classes of the gazetteer, a place with its country
 * behind it? */
bool known_is_told_place(const struct article *a, size_t i, size_t n, uint16_t classes);

#endif
