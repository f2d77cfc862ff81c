/*
 * segment: the runs of tokens that can be names: capitals, the numbers beside them and the small words
 * between. Only these are looked at by the tagger: about one token in six.
 */
#ifndef SEGMENT_H
#define SEGMENT_H

#include "token.h"

struct segment {
	uint32_t first, end; /* tokens */
};

/*
 * The next segment of the line's tokens at or after `from`; false when there is none. Segments do not overlap
 * and do not cross the end of a sentence.
 */
bool segment_next(const struct article *a, const struct article_line *line, size_t from, struct segment *out);

#endif
