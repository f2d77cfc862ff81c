#include "segment.h"

enum { LONGEST = 64 }; /* tokens of a segment: a shouted page is many */

enum { LONGEST_LINK = 3 }; /* small words between two capitals of one name: "for the" */

enum { LONGEST_SMALL = 7 }; /* bytes of the longest word in the lists below */

/* Is the word in the list of its length, whose words stand one behind the other with blanks between? */
static bool
is_one_of(struct slice word, const char *const lists[LONGEST_SMALL + 1])
{
	if (word.len > LONGEST_SMALL || lists[word.len] == NULL)
		return false;
	for (const char *at = lists[word.len];; at += word.len + 1) {
		if (*at == *word.at && memcmp(at, word.at, word.len) == 0)
			return true;
		if (at[word.len] == '\0')
			return false;
	}
}

/* A small word that a name may begin with. */
static bool
is_particle(struct slice word)
{
	static const char *const words[LONGEST_SMALL + 1] = {
		[1] = "d",
		[2] = "al el de di da do du es la le ul ur af zu as an at ar ad",
		[3] = "bin ibn ben abu del dos das des van von der den ter ten ash",
		[4] = "bint ould",
		[5] = "della",
	};

	return is_one_of(word, words);
}

/* A small word or a mark that may stand inside a name. */
static bool
is_link(const struct article *a, const struct token *t)
{
	static const char *const words[LONGEST_SMALL + 1] = {
		[1] = "& - / ' + e y i d",
		[2] = "of in on to at et 's al el de di da do du es la le ul ur af zu",
		[3] = "the and for und \xe2\x80\x99 \xe2\x80\x93 bin ibn ben del dos das des van von der den "
		      "ter ten las los "
		      "les",
		[4] = "with \xe2\x80\x99s bint ould",
		[5] = "della",
		[7] = "against",
	};

	return (t->class == TOKEN_LOWER || t->class == TOKEN_MARK) && is_one_of(token_text(a, t), words);
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
	size_t i = token_next_capital(a, from, line->end), next;

	if (i >= line->end)
		return false;
	out->first = (uint32_t)begin_of(a, from, i);
	while (i - out->first < LONGEST && (next = next_of(a, line->end, i)) != 0)
		i = next;
	out->end = (uint32_t)i + 1;
	return true;
}
