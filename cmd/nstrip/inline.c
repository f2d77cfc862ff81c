#include "inline.h"

#include "cli.h"
#include "lanes.h"

#define PATTERN(literal)                                                                                     \
	{                                                                                                    \
		literal, sizeof(literal) - 1                                                                 \
	}

/*
 * Structures, not sites. Each pattern begins with what is rare in prose, which the JIT looks for first.
 */
enum { DURATION, CALL, CONTINUES };

static const struct slice patterns[INLINE_PATTERNS] = {
	/* A player's duration, spelt and then as a clock: "Video Duration 02 minutes 47 seconds 02:47". */
	[DURATION] = PATTERN("(?:[A-Z][a-z]+ ){0,2}(?:\\b\\d{1,2} (?:hour|minute|min|second|sec)s? "
			     "){1,3}\\d{1,2}(?::\\d\\d){1,2}\\b"),
	/* A call in brackets: "[ALSO READ: ...]". A longer aside is the author's. */
	[CALL] = PATTERN(
		"[\\[(](?i:also read|read also|read more|see also|also see|read:|watch:|watch live|watch "
		"video|related:"
		"|click here|subscribe|sign up|story continues|article "
		"continues)\\b[^\\[\\]()]{0,160}[\\])]"),
	/* The mark of an advertisement, between sentences. */
	[CONTINUES] = PATTERN("\\b(?:Story|Article|STORY|ARTICLE) (?i:continues (?:below|after)(?: this)?(?: "
			      "advert(?:isement)?| ad)?)"
			      "\\b(?=\\s*(?:[\\p{Lu}\"\\x{201c}]|$))"),
};

void
inline_open(struct inline_chrome *c)
{
	char message[256];
	size_t column;

	for (size_t i = 0; i < INLINE_PATTERNS; i++) {
		c->patterns[i] = pat_compile(patterns[i], false, message, &column);
		if (c->patterns[i] == NULL)
			cli_die("built-in pattern %zu: column %zu: %s", i + 1, column, message);
	}
}

void
inline_close(struct inline_chrome *c)
{
	for (size_t i = 0; i < INLINE_PATTERNS; i++)
		pat_free(c->patterns[i]);
}

/*
 * The patterns, as bits, that may match in s: a duration has a colon before a digit, a call an opening
 * bracket, the third "St" or "Ar" in some case. Most lines have none of them, and matching costs more than
 * looking.
 */
static unsigned
may_match(struct slice s)
{
	lanes clock = {0}, bracket = {0}, word = {0};
	bool done = false;

	if (s.len <= LANES)
		return (1U << INLINE_PATTERNS) - 1;
	const size_t last = s.len - LANES - 1; /* the last byte begins no match */
	for (size_t i = 0; !done; i += LANES) {
		done = i >= last;
		const char *at = s.at + (done ? last : i);
		lanes v = lanes_at(at), behind = lanes_at(at + 1), folded = behind | 0x20;
		clock |= (v == ':') & (behind >= '0') & (behind <= '9');
		bracket |= (v == '[') | (v == '(');
		word |= ((v == 'S') & (folded == 't')) | ((v == 'A') & (folded == 'r'));
	}
	return (lanes_any(clock) ? 1U << DURATION : 0) | (lanes_any(bracket) ? 1U << CALL : 0) |
	       (lanes_any(word) ? 1U << CONTINUES : 0);
}

void
inline_begin(struct inline_chrome *c, struct slice line)
{
	c->line = line;
	c->left = may_match(line);
	memset(c->next, 0, sizeof c->next);
}

/* Searches on where a pattern's last match is passed: no byte is searched twice. */
static void
search_on(struct inline_chrome *c, size_t i, size_t from)
{
	struct pat_match match;

	if (c->next[i].at != NULL && c->next[i].at >= c->line.at + from)
		return;
	if (pat_match(c->patterns[i], c->line, from, &match) == PAT_FOUND)
		c->next[i] = match.group[0];
	else
		c->left &= ~(1U << i);
}

struct slice
inline_find(struct inline_chrome *c, size_t from)
{
	struct slice first = {NULL, 0};

	for (size_t i = 0; c->left >> i != 0; i++) {
		if (c->left >> i & 1)
			search_on(c, i, from);
		if ((c->left >> i & 1) && (first.at == NULL || c->next[i].at < first.at))
			first = c->next[i];
	}
	while (first.at != NULL && first.at > c->line.at + from && first.at[-1] == ' ') {
		first.at--;
		first.len++;
	}
	return first;
}
