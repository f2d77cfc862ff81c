/* when_words: what the words of dates and ages are, in the languages whose news is scraped most. */
#ifndef WHEN_WORDS_H
#define WHEN_WORDS_H

#include "slice.h"

/* What the words of a date can be. */
enum when_class { OTHER, MONTH, WEEKDAY, JOINER, DAYTIME, UNIT, BEFORE, AGO, RELATIVE, ARTICLE };

/* What a word is, whatever its case in ASCII; OTHER if no word of dates. */
enum when_class when_classify(struct slice word);

#endif
