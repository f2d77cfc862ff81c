#include "pat.h"

#include "cli.h"
#include "unit.h"

#include <sys/wait.h>

static struct pat *
compiled(const char *regex, bool caseless)
{
	char message[256];
	size_t column;
	struct pat *pat = pat_compile(slice_of(regex), caseless, message, &column);
	ck_assert_msg(pat != NULL, "%s: %s", regex, message);
	return pat;
}

START_TEST(matches_and_their_groups)
{
	struct pat *pat = compiled("(\\d+) (ago)?(x)?", false);
	struct slice subject = SLICE("a 12 ago, 34 ");
	struct pat_match m;

	ck_assert_int_eq(pat_match(pat, subject, 0, &m), PAT_FOUND);
	unit_same(m.group[0], SLICE("12 ago"));
	unit_same(m.group[1], SLICE("12"));
	unit_same(m.group[2], SLICE("ago"));
	ck_assert_ptr_null(m.group[3].at);
	ck_assert_ptr_null(m.group[PAT_GROUPS - 1].at);
	ck_assert_int_eq(pat_match(pat, subject, 8, &m), PAT_FOUND);
	unit_same(m.group[1], SLICE("34"));
	ck_assert_ptr_null(m.group[2].at);
	ck_assert_int_eq(pat_match(pat, subject, subject.len, NULL), PAT_NONE);
	ck_assert_int_eq(pat_match(pat, (struct slice){NULL, 0}, 0, NULL), PAT_NONE);
	pat_free(pat);
	pat_free(NULL);
}
END_TEST

START_TEST(empty_matches_are_passed_over)
{
	struct pat *pat = compiled("(AD ?)*", false);
	struct pat_match m;
	ck_assert_int_eq(pat_match(pat, SLICE("An AD AD here"), 0, &m), PAT_FOUND);
	unit_same(m.group[0], SLICE(""));
	ck_assert_int_eq(pat_match_bytes(pat, SLICE("An AD AD here"), 0, &m), PAT_FOUND);
	unit_same(m.group[0], SLICE("AD AD "));
	ck_assert_int_eq(pat_match_bytes(pat, SLICE("An AD AD here"), 9, &m), PAT_NONE);
	pat_free(pat);
}
END_TEST

START_TEST(more_groups_than_are_reported)
{
	struct pat *pat = compiled("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)(m)(n)(o)(p)(q)", false);
	struct pat_match m;
	ck_assert_int_eq(pat_match(pat, SLICE("-abcdefghijklmnopq"), 0, &m), PAT_FOUND);
	ck_assert_uint_eq(m.count, PAT_GROUPS);
	unit_same(m.group[15], SLICE("o"));
	pat_free(pat);
}
END_TEST

START_TEST(patterns_are_utf_and_survive_bad_bytes)
{
	struct pat *pat = compiled("^.caf\xc3\xa9$", true);
	ck_assert_int_eq(pat_match(pat,
				 SLICE("\xe2\x82\xac"
				       "CAF\xc3\x89"),
				 0, NULL),
		PAT_FOUND);
	ck_assert_int_eq(pat_match(pat,
				 SLICE("\xff"
				       "caf\xc3\xa9"),
				 0, NULL),
		PAT_NONE);
	pat_free(pat);
	pat = compiled("tail", false);
	ck_assert_int_eq(pat_match(pat, SLICE("\xff\xc3 tail"), 0, NULL), PAT_FOUND);
	pat_free(pat);
	pat = compiled("(?<=a)b", false);
	ck_assert_int_eq(pat_match(pat, SLICE("ab"), 1, NULL), PAT_FOUND);
	pat_free(pat);
}
END_TEST

/* "\u2022 \u65b0\u805e": no word, no digit, and no blank but the one. */
static void
try_negations(void)
{
	static const char *const regexes[] = {"^\\W+$", "^\\D*$", "^\\S \\S+$", "^(?=\\W)..\\W", "^[\\W]+$"};
	for (size_t i = 0; i < sizeof regexes / sizeof *regexes; i++) {
		struct pat *pat = compiled(regexes[i], false);
		enum pat_result result =
			pat_match(pat, SLICE("\xe2\x80\xa2 \xe6\x96\xb0\xe8\x81\x9e"), 0, NULL);
		ck_assert_msg(result == PAT_FOUND, "%s: %d", regexes[i], result);
		pat_free(pat);
	}
}

START_TEST(negated_classes_know_all_characters)
{
	try_negations();
	pat_without_jit();
	try_negations();
}
END_TEST

START_TEST(a_bad_pattern_is_told_with_its_column)
{
	char message[256];
	size_t column = 0;
	ck_assert_ptr_null(pat_compile(SLICE("ab(c"), false, message, &column));
	ck_assert_uint_eq(column, 5);
	ck_assert_uint_gt(strlen(message), 5);
	ck_assert_ptr_null(pat_compile(SLICE("a\\C"), false, message, &column));
	ck_assert_ptr_null(pat_compile(SLICE("a\xff"), false, message, &column));
}
END_TEST

/* Each of these takes for ever without limits. */
static void
no_pattern_may_hang(void)
{
	static const char *const hostile[] = {"^(a+)+$", "(a|aa)+$", "([a-z]+)*=", "(.*a){12}b",
		"(?:a?){40}a{40}b", "(([^b]|b)*)*c", "(a*)*b\\1"};
	static char subject[60000];
	memset(subject, 'a', sizeof subject - 1);
	subject[39] = subject[sizeof subject - 1] = '!';
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		struct pat *pat = compiled(hostile[i], false);
		ck_assert_int_ne(pat_match(pat, (struct slice){subject, 40}, 0, NULL), PAT_FOUND);
		ck_assert_int_ne(pat_match(pat, (struct slice){subject, sizeof subject}, 0, NULL), PAT_FOUND);
		pat_free(pat);
	}
}

START_TEST(no_pattern_hangs)
{
	no_pattern_may_hang();
}
END_TEST

/* Each start costs less than the limit, and all of them together minutes: the interpreter counts its steps.
 */
START_TEST(many_dear_starts_are_one_dear_match)
{
	static char subject[60000];
	memset(subject, ',', sizeof subject);
	pat_without_jit();
	struct pat *pat = compiled(",.*[=-]", false);
	ck_assert_int_eq(pat_match(pat, (struct slice){subject, sizeof subject}, 0, NULL), PAT_LIMIT);
	ck_assert_int_eq(pat_match(pat, (struct slice){subject, 500}, 0, NULL), PAT_NONE);
	subject[59000] = '=';
	ck_assert_int_eq(pat_match(pat, (struct slice){subject, sizeof subject}, 0, NULL), PAT_FOUND);
	pat_free(pat);
}
END_TEST

START_TEST(a_subject_past_the_cap_is_not_judged)
{
	size_t n = 1 << 20;
	char *subject = malloc(n);
	struct pat *pat = compiled("b", false);
	memset(subject, 'a', n);
	ck_assert_int_eq(pat_match(pat, (struct slice){subject, n}, 0, NULL), PAT_TOO_LONG);
	ck_assert_int_eq(
		pat_match(pat, (struct slice){subject, PAT_SUBJECT_MOST + 1}, 0, NULL), PAT_TOO_LONG);
	ck_assert_int_eq(pat_match(pat, (struct slice){subject, PAT_SUBJECT_MOST}, 0, NULL), PAT_NONE);
	pat_free(pat);
	free(subject);
}
END_TEST

START_TEST(no_pattern_hangs_without_jit)
{
	pat_without_jit();
	no_pattern_may_hang();
}
END_TEST

static const char *const words[] = {"drop", "keep", NULL};

static const char *
rule_file(const char *content)
{
	static char path[] = "/tmp/check_pat.XXXXXX";
	memcpy(path + sizeof path - 7, "XXXXXX", 6);
	int fd = mkstemp(path);
	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, content, strlen(content)), (ssize_t)strlen(content));
	close(fd);
	return path;
}

START_TEST(rule_files_are_read)
{
	struct pat_rules rules = {0};
	const char *path = rule_file("\xef\xbb\xbf# a comment\n\n  drop\t ^Share .*$\r\nkeep x\ndrop a #b");
	pat_rules_load(&rules, path, words, false);
	unlink(path);
	ck_assert_uint_eq(rules.count, 3);
	ck_assert_uint_eq(rules.rules[0].word, 0);
	ck_assert_uint_eq(rules.rules[0].line, 3);
	ck_assert_uint_eq(rules.rules[1].word, 1);
	ck_assert_uint_eq(rules.rules[2].line, 5);
	ck_assert_int_eq(pat_match(rules.rules[0].pat, SLICE("Share this"), 0, NULL), PAT_FOUND);
	ck_assert_int_eq(pat_match(rules.rules[2].pat, SLICE("a #b"), 0, NULL), PAT_FOUND);
	pat_rules_free(&rules);
}
END_TEST

/* What loading this rule file says before it dies. */
static const char *
refusal(const char *content)
{
	static char said[1024];
	int ends[2], status;
	const char *path = content != NULL ? rule_file(content) : "/nowhere/rules";

	ck_assert_int_eq(pipe(ends), 0);
	pid_t pid = fork();
	if (pid == 0) {
		static const struct cli_tool tool = {.name = "test", .synopsis = ""};
		struct pat_rules rules = {0};
		dup2(ends[1], STDERR_FILENO);
		cli_start(&tool);
		pat_rules_load(&rules, path, words, false);
		_exit(0);
	}
	close(ends[1]);
	ssize_t n = read(ends[0], said, sizeof said - 1);
	said[n > 0 ? n : 0] = '\0';
	close(ends[0]);
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 2);
	if (content != NULL)
		unlink(path);
	const char *place = strstr(said, path);
	return place != NULL ? place + strlen(path) : said;
}

START_TEST(mistakes_in_rule_files_name_their_place)
{
	ck_assert_ptr_eq(strstr(refusal("drop a\n\nfoo b\n"), ":3:1: 'foo'"), refusal("drop a\n\nfoo b\n"));
	ck_assert_ptr_nonnull(strstr(refusal("foo b\n"), "drop, keep"));
	ck_assert_ptr_nonnull(strstr(refusal("drop\n"), ":1:5: "));
	ck_assert_ptr_nonnull(strstr(refusal("\xef\xbb\xbf"
					     "foo\n"),
		":1:1: 'foo'"));
	ck_assert_ptr_nonnull(strstr(refusal("drop a(b\n"), ":1:9: "));
	ck_assert_ptr_nonnull(strstr(refusal("drop a(b\n"), "'a(b'"));
	ck_assert_ptr_nonnull(strstr(refusal(NULL), ": opening: No such file"));
}
END_TEST

int
main(void)
{
	const TTest *tests[] = {matches_and_their_groups, empty_matches_are_passed_over,
		more_groups_than_are_reported, patterns_are_utf_and_survive_bad_bytes,
		a_bad_pattern_is_told_with_its_column, negated_classes_know_all_characters, no_pattern_hangs,
		no_pattern_hangs_without_jit, a_subject_past_the_cap_is_not_judged,
		many_dear_starts_are_one_dear_match, rule_files_are_read,
		mistakes_in_rule_files_name_their_place, NULL};
	return unit_run("pat", tests);
}
