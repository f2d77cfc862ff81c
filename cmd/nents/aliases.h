/*
 * aliases: the document pass. One entity has one type and one name in an article: mentions that are forms of
 * one name are brought together ("Lavrov" and "Sergey Lavrov", "al-Sharaa" and "Ahmed al-Sharaa", "SDF" and
 * "Syrian Democratic Forces", "Sergei" and "Sergey"), titles are taken off persons, doubtful types follow the
 * sure ones, and repeats that were not marked are found. Lines in title case or capitals only get, they don't
 * teach.
 */
#ifndef ALIASES_H
#define ALIASES_H

#include "gazetteer.h"

struct aliases; /* scratch memory */

struct aliases *aliases_open(const struct gazetteer *gazetteer);
void aliases_close(struct aliases *aliases);

/* Works on an article whose mentions were chosen (mentions_choose()); leaves them in the order of their
 * places. */
void aliases_run(struct aliases *aliases, struct article *a);

/*
 * The hash of a name's last word as its owner may be called by it: case, accents and a leading al- or el- are
 * off, and letters that differ between transcriptions are one (Zelensky, Zelenskyy; Sergei, Sergey).
 */
uint64_t alias_key(struct slice word);

#endif
