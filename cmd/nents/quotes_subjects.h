/* quotes_subjects: the subject of a verb of speech: a name, a pronoun, or a phrase of common nouns. */
#ifndef QUOTES_SUBJECTS_H
#define QUOTES_SUBJECTS_H

#include "quotes_view.h"

/*
 * The subject that stands before the verb at token `verb`: adverbs, auxiliaries and an apposition between
 * commas are passed ("Medvedev, a former president, has said"). *at tells where it ends.
 */
struct speaker speech_subject_of(const struct speech *s, size_t verb, size_t first, size_t *at);

/* The subject that follows: "said the foreign minister, Sergey Lavrov", "according to a report". */
struct speaker speech_subject_behind(const struct speech *s, size_t i, size_t end);

#endif
