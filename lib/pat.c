#define PCRE2_CODE_UNIT_WIDTH 8
#include "pat.h"

#include "cli.h"
#include "io.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * A pattern may cost this much and no more. PCRE2 counts matches anew at each start offset, so the subject is
 * bounded too, and where it interprets, which is slower, so are the steps of all offsets together. The JIT
 * knows no heap limit, but its own stack.
 */
enum {
	MATCH_LIMIT = 100 * 1000,
	DEPTH_LIMIT = 10 * 1000,
	HEAP_LIMIT_KIB = 20 * 1024,
	STACK_FIRST = 32 * 1024,
	STACK_MOST = 1024 * 1024,
	STEPS_MOST = 20 * 1000 * 1000,
	RULE_FILE_MOST = 16 * 1024 * 1024
};

#define OPTIONS (PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C)

struct pat {
	pcre2_code *quick; /* machine code; NULL without a JIT */
	pcre2_code *slow;  /* interpreted, with a callout before each item */
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	uint32_t steps; /* callouts that this match may still have */
};

static bool interprets; /* --no-jit */

void
pat_without_jit(void)
{
	interprets = true;
}

static _Noreturn void
no_memory(void)
{
	cli_die("memory exhausted (by a pattern)");
}

/* Does the pattern hold \W, \D or \S? One between \Q and \E is no harm. */
static bool
has_negation(struct slice regex)
{
	for (size_t i = 0; i + 1 < regex.len; i++)
		if (regex.at[i] == '\\' && strchr("WDS", regex.at[++i]) != NULL)
			return true;
	return false;
}

/*
 * The JIT of PCRE2 before 10.43 finds no character beyond ASCII for \W, \D and \S if the subject may be
 * ill-formed. (https://github.com/PCRE2Project/pcre2/issues/224)
 */
static bool
jit_fails_negations(void)
{
	static bool fails, tried;
	int error;
	PCRE2_SIZE offset;

	if (tried)
		return fails;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR) "\\W", 2, OPTIONS, &error, &offset, NULL);
	pcre2_match_data *data = pcre2_match_data_create(1, NULL);
	tried = true;
	fails = code == NULL || data == NULL || pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) != 0 ||
		pcre2_match(code, (PCRE2_SPTR) "\xc3\xa9", 2, 0, 0, data, NULL) < 0;

	pcre2_match_data_free(data);
	pcre2_code_free(code);
	return fails;
}

/* A machine without JIT is no error: the interpreter gives the same answers. */
static void
compile_quick(struct pat *pat, struct slice regex, uint32_t options)
{
	int error;
	PCRE2_SIZE offset;

	if (interprets || (has_negation(regex) && jit_fails_negations()))
		return;
	pat->quick = pcre2_compile((PCRE2_SPTR)regex.at, regex.len, options, &error, &offset, NULL);
	if (pat->quick == NULL)
		no_memory();
	if (pcre2_jit_compile(pat->quick, PCRE2_JIT_COMPLETE) == 0)
		pat->stack = pcre2_jit_stack_create(STACK_FIRST, STACK_MOST, NULL);
	if (pat->stack == NULL) {
		pcre2_code_free(pat->quick);
		pat->quick = NULL;
		return;
	}
	pcre2_jit_stack_assign(pat->context, NULL, pat->stack);
}

static int
count_step(pcre2_callout_block *block, void *steps)
{
	uint32_t *left = steps;

	(void)block;
	return *left > 0 && --*left > 0 ? 0 : PCRE2_ERROR_MATCHLIMIT;
}

static void
set_limits(struct pat *pat)
{
	pat->context = pcre2_match_context_create(NULL);
	pat->data = pcre2_match_data_create(PAT_GROUPS, NULL);
	if (pat->context == NULL || pat->data == NULL)
		no_memory();
	pcre2_set_match_limit(pat->context, MATCH_LIMIT);
	pcre2_set_depth_limit(pat->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(pat->context, HEAP_LIMIT_KIB);
	pcre2_set_callout(pat->context, count_step, &pat->steps);
}

struct pat *
pat_compile(struct slice regex, bool caseless, char message[256], size_t *column)
{
	int error;
	PCRE2_SIZE offset;
	uint32_t options = caseless ? OPTIONS | PCRE2_CASELESS : OPTIONS;
	pcre2_code *slow = pcre2_compile(
		(PCRE2_SPTR)regex.at, regex.len, options | PCRE2_AUTO_CALLOUT, &error, &offset, NULL);

	if (slow == NULL && error == PCRE2_ERROR_HEAP_FAILED)
		no_memory();
	if (slow == NULL) {
		pcre2_get_error_message(error, (PCRE2_UCHAR *)message, 256);
		*column = offset + 1;
		return NULL;
	}
	struct pat *pat = cli_alloc(1, sizeof *pat);
	pat->slow = slow;
	set_limits(pat);
	compile_quick(pat, regex, options);
	return pat;
}

void
pat_free(struct pat *pat)
{
	if (pat == NULL)
		return;
	pcre2_jit_stack_free(pat->stack);
	pcre2_match_context_free(pat->context);
	pcre2_match_data_free(pat->data);
	pcre2_code_free(pat->quick);
	pcre2_code_free(pat->slow);
	free(pat);
}

static void
report_groups(const struct pat *pat, struct slice subject, size_t count, struct pat_match *match)
{
	const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(pat->data);

	match->count = count;
	for (size_t i = 0; i < PAT_GROUPS; i++) {
		bool took_part = i < count && ends[2 * i] != PCRE2_UNSET && ends[2 * i] <= ends[2 * i + 1];
		match->group[i] =
			took_part ? (struct slice){subject.at + ends[2 * i], ends[2 * i + 1] - ends[2 * i]}
				  : (struct slice){NULL, 0};
	}
}

static enum pat_result
match_with(struct pat *pat, struct slice subject, size_t from, uint32_t options, struct pat_match *match)
{
	PCRE2_SPTR bytes = (PCRE2_SPTR)(subject.at != NULL ? subject.at : "");

	if (subject.len > PAT_SUBJECT_MOST)
		return PAT_TOO_LONG;
	pat->steps = STEPS_MOST;
	int rc = PCRE2_ERROR_JIT_STACKLIMIT;
	if (pat->quick != NULL)
		rc = pcre2_match(pat->quick, bytes, subject.len, from, options, pat->data, pat->context);
	if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
		rc = pcre2_match(pat->slow, bytes, subject.len, from, options, pat->data, pat->context);
	if (rc == PCRE2_ERROR_NOMATCH)
		return PAT_NONE;
	if (rc == PCRE2_ERROR_NOMEMORY)
		no_memory();
	if (rc < 0)
		return PAT_LIMIT;
	if (match != NULL)
		report_groups(pat, subject, rc > 0 ? (size_t)rc : PAT_GROUPS, match);
	return PAT_FOUND;
}

enum pat_result
pat_match(struct pat *pat, struct slice subject, size_t from, struct pat_match *match)
{
	return match_with(pat, subject, from, 0, match);
}

enum pat_result
pat_match_bytes(struct pat *pat, struct slice subject, size_t from, struct pat_match *match)
{
	return match_with(pat, subject, from, PCRE2_NOTEMPTY, match);
}

/* --- Rule files ------------------------------------------------------------------------------- */

/* Which of the words this is; their number if it is none. */
static size_t
word_index(struct slice word, const char *const *words)
{
	size_t i = 0;

	while (words[i] != NULL && !slice_equal(word, slice_of(words[i])))
		i++;
	return i;
}

static _Noreturn void
refuse_word(const char *path, size_t line, struct slice word, const char *const *words)
{
	char allowed[256] = "";

	for (; *words != NULL && strlen(allowed) + strlen(*words) + 3 < sizeof allowed; words++) {
		strcat(allowed, allowed[0] != '\0' ? ", " : "");
		strcat(allowed, *words);
	}
	cli_die("%s:%zu:1: '%.*s' is no rule; a rule begins with one of: %s", path, line,
		word.len < 60 ? (int)word.len : 60, word.at, allowed);
}

static size_t
blanks_at(struct slice s)
{
	size_t n = 0;

	while (n < s.len && (s.at[n] == ' ' || s.at[n] == '\t'))
		n++;
	return n;
}

static void
add_rule(struct pat_rules *rules, const char *path, size_t line, struct slice text, const char *const *words,
	bool caseless)
{
	char message[256];
	size_t column, start = blanks_at(text), n;
	struct slice rule = slice_after(text, start);

	if (rule.len == 0 || rule.at[0] == '#')
		return;
	for (n = 0; n < rule.len && rule.at[n] != ' ' && rule.at[n] != '\t';)
		n++;
	struct slice word = {rule.at, n};
	size_t which = word_index(word, words);
	if (words[which] == NULL)
		refuse_word(path, line, word, words);
	struct slice regex = slice_after(rule, n);
	regex = slice_after(regex, blanks_at(regex));
	size_t before = (size_t)(regex.at - text.at);
	if (regex.len == 0)
		cli_die("%s:%zu:%zu: a pattern is missing behind '%.*s'", path, line, before + 1,
			(int)word.len, word.at);
	struct pat *pat = pat_compile(regex, caseless, message, &column);
	if (pat == NULL)
		cli_die("%s:%zu:%zu: %s in '%.*s'", path, line, before + column, message,
			regex.len < 200 ? (int)regex.len : 200, regex.at);
	cli_grow(&rules->rules, &rules->capacity, rules->count + 1, sizeof *rules->rules);
	rules->rules[rules->count++] = (struct pat_rule){which, pat, path, line};
}

void
pat_rules_load(struct pat_rules *rules, const char *path, const char *const *words, bool caseless)
{
	struct io_reader in;
	struct slice line;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd == -1)
		cli_die("%s: opening: %s", path, strerror(errno));
	io_reader_open(&in, fd, path, RULE_FILE_MOST, NULL);
	struct slice all = text_without_mark(io_rest(&in, "rule file"));
	if (in.failed)
		cli_die("%s: without its rules nothing can be done", path);
	for (size_t number = 1; all.len > 0; number++) {
		const char *stop = memchr(all.at, '\n', all.len);
		line = (struct slice){all.at, stop != NULL ? (size_t)(stop - all.at) : all.len};
		all = slice_after(all, line.len + (stop != NULL));
		if (line.len > 0 && line.at[line.len - 1] == '\r')
			line.len--;
		add_rule(rules, path, number, line, words, caseless);
	}
	io_reader_close(&in);
	close(fd);
}

void
pat_rules_free(struct pat_rules *rules)
{
	for (size_t i = 0; i < rules->count; i++)
		pat_free(rules->rules[i].pat);
	free(rules->rules);
	*rules = (struct pat_rules){0};
}
