/*
 * Rule files of any bytes: each line that says something is one rule, in order, or the file is refused. What
 * stands behind a NUL is a subject for the rules.
 */
#define _GNU_SOURCE
#include "fuzz.h"
#include "pat.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static const char *const words[] = {"drop", "cut", "keep", NULL};

/* A file that holds the bytes: its path. */
static const char *
file_of(struct slice bytes)
{
	static char path[40];
	static int fd = -1;

	if (fd == -1) {
		fd = memfd_create("fuzz", 0);
		snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	}
	if (ftruncate(fd, 0) != 0 || pwrite(fd, bytes.at, bytes.len, 0) != (ssize_t)bytes.len)
		abort();
	return path;
}

static size_t
count_rules(struct slice file)
{
	size_t count = 0;

	if (slice_starts(file, SLICE("\xef\xbb\xbf")))
		file = slice_after(file, 3);
	while (file.len > 0) {
		const char *stop = memchr(file.at, '\n', file.len);
		struct slice line = {file.at, stop != NULL ? (size_t)(stop - file.at) : file.len};
		file = slice_after(file, line.len + (stop != NULL));
		if (line.len > 0 && line.at[line.len - 1] == '\r')
			line.len--;
		while (line.len > 0 && (line.at[0] == ' ' || line.at[0] == '\t'))
			line = slice_after(line, 1);
		count += line.len > 0 && line.at[0] != '#';
	}
	return count;
}

static void
try_rules(const struct pat_rules *rules, struct slice subject)
{
	struct pat_match match;
	size_t line = 0;

	for (size_t i = 0; i < rules->count; i++) {
		const struct pat_rule *rule = &rules->rules[i];
		if (rule->word > 2 || rule->line <= line)
			abort();
		line = rule->line;
		if (i < 8 && pat_match(rule->pat, subject, 0, &match) == PAT_FOUND &&
			(match.group[0].at < subject.at ||
				match.group[0].at + match.group[0].len > subject.at + subject.len))
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice all = {(const char *)data, size};
	const char *stop = size > 0 ? memchr(data, '\0', size) : NULL;
	struct slice file = {all.at, stop != NULL ? (size_t)(stop - all.at) : size};
	struct slice subject = slice_after(all, file.len + (stop != NULL));
	struct pat_rules rules = {0};

	const char *path = file_of(file);
	int next = dup(STDERR_FILENO); /* the descriptor that the file will get */
	close(next);
	bool taken = FUZZ_SURVIVES(pat_rules_load(&rules, path, words, size % 2 == 0));
	if (taken && rules.count != count_rules(file))
		abort();
	if (taken)
		try_rules(&rules, subject);
	pat_rules_free(&rules);
	if (!taken) {
		close(next);
		fuzz_let_go();
	}
	return 0;
}
