/*
 * pat: PCRE2 patterns that can't hang a filter, and the rule files that hold them.
 *
 * Patterns are UTF, compiled by the JIT where there is one. Match, depth and heap limits are set; a match
 * that hits one gives PAT_LIMIT, a line that is too long to try PAT_TOO_LONG: the caller keeps the record,
 * counts it and ends with CLI_UNJUDGED.
 */
#ifndef PAT_H
#define PAT_H

#include "slice.h"

#include <stdint.h>

struct pat; /* a compiled pattern */

/*
 * --no-jit: patterns that are compiled from now on are interpreted. Without it that is so only where the
 * system refuses memory that can be run. On well-formed subjects the answers are the same.
 */
void pat_without_jit(void);

enum pat_result { PAT_NONE = 0, PAT_FOUND = 1, PAT_LIMIT = -1, PAT_TOO_LONG = -2 };

enum { PAT_SUBJECT_MOST = 64 * 1024 }; /* bytes of a subject that is tried */
enum { PAT_GROUPS = 16 };              /* groups that a match reports: the whole match and 15 more */

struct pat_match {
	size_t count;                   /* groups that took part, the whole match included */
	struct slice group[PAT_GROUPS]; /* at == NULL where a group took no part */
};

/*
 * Compiles; on failure gives NULL with a message in `message` and the 1-based byte column in *column.
 * Free with pat_free().
 */
struct pat *pat_compile(struct slice regex, bool caseless, char message[256], size_t *column);
void pat_free(struct pat *pat);

/*
 * Looks for the pattern in `subject` from byte `from` on (look-behind sees what is before). The subject
 * should be well-formed UTF-8; one that is not is matched as PCRE2_MATCH_INVALID_UTF does. *match may be
 * NULL.
 */
enum pat_result pat_match(struct pat *pat, struct slice subject, size_t from, struct pat_match *match);

/* The same for matches that are not empty: others are passed over. */
enum pat_result pat_match_bytes(struct pat *pat, struct slice subject, size_t from, struct pat_match *match);

/* One line of a rule file: a word, blanks, and the pattern that is the rest of the line. */
struct pat_rule {
	size_t word; /* which of the words, as an index */
	struct pat *pat;
	const char *path; /* of its file, as it was given; not copied */
	size_t line;      /* 1-based; both for messages */
};

struct pat_rules {
	struct pat_rule *rules;
	size_t count, capacity;
};

/*
 * Adds the rules of a file ("WORD REGEX" a line; empty lines and those beginning with # mean nothing). Every
 * word must be one of the `words` (NULL-terminated). Dies on any mistake, naming file:line:column, the value
 * and what is allowed.
 */
void pat_rules_load(struct pat_rules *rules, const char *path, const char *const *words, bool caseless);
void pat_rules_free(struct pat_rules *rules);

#endif
