#include "segment.h"

enum { LONGEST = 64 }; /* tokens of a segment: a shouted page is many */

enum { LONGEST_LINK = 3 }; /* small words between two capitals of one name: "for the" */

/* A word of at most seven bytes, the rest zeros, so that words are compared in one step. */
typedef char short_word[8];

static bool
is_one_of(struct slice word, const short_word *words, size_t count)
{
	short_word padded = {0};
	uint64_t wanted, listed;

	if (word.len >= sizeof padded)
		return false;
	memcpy(padded, word.at, word.len);
	memcpy(&wanted, padded, sizeof wanted);
	for (size_t i = 0; i < count; i++) {
		memcpy(&listed, words[i], sizeof listed);
		if (listed == wanted)
			return true;
	}
	return false;
}

/* A small word that a name may begin with. */
static bool
is_particle(struct slice word)
{
	static const short_word words[] = {"al", "el", "bin", "ibn", "bint", "ben", "abu", "de", "del",
		"della", "di", "da", "do", "dos", "das", "du", "des", "es", "van", "von", "der", "den", "ter",
		"ten", "la", "le", "ul", "ur", "ould", "d", "af", "zu", "as", "ash", "an", "at", "ar", "ad"};

	return is_one_of(word, words, sizeof words / sizeof *words);
}

/* A small word or a mark that may stand inside a name. */
static bool
is_link(const struct article *a, const struct token *t)
{
	static const short_word words[] = {"of", "the", "and", "for", "in", "on", "to", "at", "with", "e",
		"y", "et", "und", "i", "&", "-", "/", "'", "'s", "\xe2\x80\x99", "\xe2\x80\x99s", "+",
		"\xe2\x80\x93", "al", "el", "bin", "ibn", "bint", "ben", "de", "del", "della", "di", "da",
		"do", "dos", "das", "du", "des", "es", "van", "von", "der", "den", "ter", "ten", "la", "le",
		"las", "los", "les", "ul", "ur", "ould", "d", "af", "zu", "against"};
	struct slice word = token_text(a, t);

	if (t->class != TOKEN_LOWER && t->class != TOKEN_MARK)
		return false;
	return is_one_of(word, words, sizeof words / sizeof *words);
}

static bool
is_dash(const struct article *a, const struct token *t)
{
	return t->class == TOKEN_MARK && a->lines[t->line].text.at[t->start] == '-';
}

/* Where the segment whose first capital is token i begins: numbers and particles before it belong to it. */
static size_t
begin_of(const struct article *a, size_t least, size_t i)
{
	const struct token *tokens = a->tokens;

	for (int steps = 0; i > least && steps < 3; steps++) {
		const struct token *before = &tokens[i - 1];

		if (tokens[i].opens)
			break;
		if (before->class == TOKEN_NUMBER ||
			(before->class == TOKEN_LOWER && is_particle(token_text(a, before))))
			i--;
		else if (i >= least + 2 && is_dash(a, before) && tokens[i - 2].class == TOKEN_LOWER &&
			 is_particle(token_text(a, &tokens[i - 2])))
			i -= 2;
		else
			break;
	}
	return i;
}

/* Where the segment that has token i goes on: the next capital or number behind links, or 0. */
static size_t
next_of(const struct article *a, size_t end, size_t i)
{
	for (size_t n = 1; n <= LONGEST_LINK + 1 && i + n < end; n++) {
		const struct token *t = &a->tokens[i + n];

		if (t->opens)
			return 0;
		if (token_is_capital(t) || (t->class == TOKEN_NUMBER && n == 1))
			return i + n;
		if (!is_link(a, t))
			return 0;
	}
	return 0;
}

bool
segment_next(const struct article *a, const struct article_line *line, size_t from, struct segment *out)
{
	size_t i = from, next;

	while (i < line->end && !token_is_capital(&a->tokens[i]))
		i++;
	if (i >= line->end)
		return false;
	out->first = (uint32_t)begin_of(a, from, i);
	while (i - out->first < LONGEST && (next = next_of(a, line->end, i)) != 0)
		i = next;
	out->end = (uint32_t)i + 1;
	return true;
}
