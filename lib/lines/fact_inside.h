/* fact_inside: what the parts of fact.h share. */
#ifndef LINES_FACT_INSIDE_H
#define LINES_FACT_INSIDE_H

#include "fact.h"

/* A line while it is looked at. */
struct scan {
	struct slice text;
	struct fact *fact;
	struct fact_room *room;
	const struct phrase_table *phrases;
	/* Of the words taken so far: */
	uint64_t content; /* bit i: may word i say what the text is about? */
	uint64_t leads;   /* bit i: may a phrase begin with it? */
	size_t count;
	uint32_t hash, capitalised, capitals;
};

static inline void
flag(struct fact *fact, enum line_flag which)
{
	fact->flags |= 1U << which;
}

static inline bool
flagged(const struct fact *fact, enum line_flag which)
{
	return fact->flags >> which & 1;
}

/* Does a line with this ending (enum line_end) end like a sentence? */
static inline bool
ends_sentence(uint8_t end)
{
	return end == END_STOP || end == END_QUESTION || end == END_SHOUT || end == END_QUOTE_AFTER_STOP;
}

static inline bool
is_ascii_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Capitals of Latin-1, Cyrillic and Greek; the word begins with a byte past ASCII. */
static inline bool
is_upper_high(const char *word, size_t len)
{
	unsigned char a = (unsigned char)word[0], b = len > 1 ? (unsigned char)word[1] : 0;
	return (a == 0xC3 && b >= 0x80 && b <= 0x9E) || (a == 0xD0 && b >= 0x80 && b <= 0xAF) ||
	       (a == 0xCE && b >= 0x86 && b <= 0xAB);
}

/* Words, marks and what they say: fills room->words, the counts and most flags. */
void fact_scan(struct scan *s);

/* What the line begins with: enum line_start. */
uint8_t fact_start_of(struct slice text);

/* Sets fact->end, and FLAG_CREDIT where a line ends with a few words in brackets. */
void fact_judge_end(struct fact *fact, struct slice text);

#endif
