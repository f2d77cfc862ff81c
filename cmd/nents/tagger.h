/*
 * tagger: persons, places and organisations by a linear chain (lib/seq) over the segments of an article.
 */
#ifndef TAGGER_H
#define TAGGER_H

#include "features.h"

/* States of the chain: names by their begin, inside, last and only token; groups and other names by one
 * state. */
enum tag {
	TAG_NONE,
	TAG_PERSON, /* begin, inside, last, only */
	TAG_PLACE = TAG_PERSON + 4,
	TAG_ORG = TAG_PLACE + 4,
	TAG_GROUP = TAG_ORG + 4,
	TAG_OTHER, /* works, laws, events */
	TAGS
};

enum tag_part { PART_BEGIN, PART_INSIDE, PART_LAST, PART_ONLY };

/* Is this one of the states of persons, places and organisations? */
static inline bool
tag_has_parts(unsigned tag)
{
	return tag >= TAG_PERSON && tag < TAG_GROUP;
}

static inline enum tag_part
tag_part(unsigned tag)
{
	return (enum tag_part)((tag - TAG_PERSON) % 4);
}

/* The first state of its kind: TAG_PERSON, TAG_PLACE ... */
static inline enum tag
tag_kind(unsigned tag)
{
	return tag_has_parts(tag) ? (enum tag)(tag - (tag - TAG_PERSON) % 4) : (enum tag)tag;
}

struct tagger;

/* A tagger with the model in that block; dies if it is not one. */
struct tagger *tagger_open(const struct feature_lists *lists, const void *model, size_t bytes);
void tagger_close(struct tagger *tagger);

/*
 * Adds the mentions of an article whose tokens were found: PERSON, ORG, NORP, EVENT, and GPE, LOC or FAC by
 * the lists and the words of the name. score is the posterior of the mention's least certain token.
 */
void tagger_find(struct tagger *tagger, struct article *a);

/* Is a place with these tokens of people, of nature, or built? */
enum entity_type place_type(const struct gazetteer *g, const struct article *a, size_t first, size_t end);

#endif
