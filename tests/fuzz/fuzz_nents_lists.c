/*
 * The user's own lists: "NAMES NUL PATTERN NUL TEXT", of any bytes. They are refused, or what they find in
 * the text lies in its lines, between characters; a name that is a line of its own is found whole.
 */
#define _GNU_SOURCE
#include "../../cmd/nents/intake.h"
#include "../../cmd/nents/segment.h"
#include "../../cmd/nents/token.h"
#include "../../cmd/nents/user.h"
#include "fuzz.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static const char *
file_of(struct slice bytes, int which)
{
	static char paths[2][40];
	static int fds[2] = {-1, -1};

	if (fds[which] == -1) {
		fds[which] = memfd_create("fuzz", 0);
		snprintf(paths[which], sizeof paths[which], "/proc/self/fd/%d", fds[which]);
	}
	if (ftruncate(fds[which], 0) != 0 || pwrite(fds[which], bytes.at, bytes.len, 0) != (ssize_t)bytes.len)
		abort();
	return paths[which];
}

/* Cuts what stands before the next byte like this off the rest. */
static struct slice
cut(struct slice *rest, char end)
{
	const char *stop = rest->len > 0 ? memchr(rest->at, end, rest->len) : NULL;
	struct slice part = {rest->at, stop != NULL ? (size_t)(stop - rest->at) : rest->len};

	*rest = slice_after(*rest, part.len + (stop != NULL));
	return part;
}

static bool
is_inside_character(struct slice s, size_t at)
{
	return at < s.len && ((unsigned char)s.at[at] & 0xc0) == 0x80;
}

static void
find(struct user *user, struct article *a)
{
	tokens_find(a);
	user_find(user, a);
	for (size_t i = 0; i < a->mention_count; i++) {
		const struct mention *m = &a->mentions[i];
		if (m->line >= a->line_count || m->start >= m->end || m->end > a->lines[m->line].text.len ||
			m->type >= ENTITY_TYPES || m->name.at + m->name.len > a->notes.len)
			abort();
		struct slice line = a->lines[m->line].text;
		if (is_inside_character(line, m->start) || is_inside_character(line, m->end))
			abort();
	}
}

/* The first name of the list, as a text: a mention begins where its first word does. */
static void
must_find_first(struct user *user, struct article *a, struct slice names)
{
	struct slice line = cut(&names, '\n'), name = cut(&line, '\t');

	if (!text_is_utf8(name) || name.len == 0 || name.at[0] == '#' ||
		memchr(name.at, '\r', name.len) != NULL)
		return;
	article_reset(a);
	article_add_line(a, name, 1);
	find(user, a);
	if (a->token_count == 0 || !(token_is_capital(&a->tokens[0]) || a->tokens[0].class == TOKEN_NUMBER))
		return;
	if (a->mention_count == 0 || a->mentions[0].start != a->tokens[0].start ||
		a->mentions[0].end != a->tokens[a->token_count - 1].end)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct intake intake;
	static struct article article;
	struct slice rest = {(const char *)data, size}, names = cut(&rest, '\0'), rule = cut(&rest, '\0');
	struct slice pattern = cut(&rule, '\n'); /* one: those before a bad one would be lost */
	struct user *user = NULL;
	const char *list = file_of(names, 0), *regexes = pattern.len > 0 ? file_of(pattern, 1) : NULL;
	const struct user_files lists = {&list, 1, 1}, patterns = {&regexes, regexes != NULL, 1};

	int next = dup(STDERR_FILENO); /* the descriptor that the file will get */
	close(next);
	if (!FUZZ_SURVIVES(user = user_open(&lists, &patterns))) {
		close(next);
		fuzz_let_go();
		return 0;
	}
	intake_page(&intake, &article, SLICE("page.txt"), rest);
	find(user, &article);
	if (regexes == NULL)
		must_find_first(user, &article, names);
	user_close(user);
	return 0;
}
