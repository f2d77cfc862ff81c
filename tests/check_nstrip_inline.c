/* check_nstrip_inline: chrome inside a paragraph is found wherever it stands, as by trying each pattern. */
#include "unit.h"

#include "../cmd/nstrip/inline.h"

/* What inline_find() looks for, without its look at what may match. */
static struct slice
find_slowly(const struct inline_chrome *c, struct slice s, size_t from)
{
	struct slice first = {NULL, 0};
	struct pat_match match;

	for (size_t i = 0; i < INLINE_PATTERNS; i++)
		if (pat_match(c->patterns[i], s, from, &match) == PAT_FOUND &&
			(first.at == NULL || match.group[0].at < first.at))
			first = match.group[0];
	while (first.at != NULL && first.at > s.at + from && first.at[-1] == ' ') {
		first.at--;
		first.len++;
	}
	return first;
}

START_TEST(each_pattern_is_found_at_each_place)
{
	static const char *const chrome[] = {"Video Duration 02 minutes 47 seconds 02:47", "3 min 1:02",
		"[see also: x]", "(Read more)", "Story continues below", "ARTICLE CONTINUES AFTER THIS AD"};
	struct inline_chrome c;
	char text[160];

	inline_open(&c);
	for (size_t i = 0; i < sizeof chrome / sizeof *chrome; i++)
		for (size_t before = 0; before < 60; before++) {
			memset(text, ' ', sizeof text);
			memset(text, 'x', before);
			size_t n = strlen(chrome[i]);
			memcpy(text + before + 1, chrome[i], n);
			inline_begin(&c, (struct slice){text, before + 1 + n});
			struct slice found = inline_find(&c, 0);
			ck_assert_ptr_eq(found.at, text + before);
			ck_assert_uint_eq(found.len, n + 1);
		}
	inline_close(&c);
}
END_TEST

START_TEST(any_text_gives_what_the_patterns_say)
{
	static const char *const pieces[] = {"Story ", "Article ", "STORY ", "ARTICLE ", "continues ",
		"below", "after this ad", " 4", " min ", "2 hours ", "1:30", ":3", "[", "(", "read more",
		"See Also ", "]", ")", " ", "A", "\xc3\xa9", "x"};
	struct inline_chrome c;
	char text[120];

	srand(11);
	inline_open(&c);
	for (int round = 0; round < 20000; round++) {
		size_t len = 0, wanted = (size_t)rand() % (sizeof text - 20);
		while (len < wanted) {
			const char *piece = pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)];
			memcpy(text + len, piece, strlen(piece));
			len += strlen(piece);
		}
		struct slice s = {text, len};
		size_t from = len > 0 ? (size_t)rand() % len : 0;
		while (from > 0 && ((unsigned char)text[from] & 0xc0) == 0x80)
			from--;
		inline_begin(&c, s);
		for (struct slice found = s; found.at != NULL; from = (size_t)(found.at + found.len - text)) {
			struct slice want = find_slowly(&c, s, from);
			found = inline_find(&c, from);
			ck_assert_ptr_eq(found.at, want.at);
			ck_assert_uint_eq(found.len, want.len);
			if (found.at == NULL)
				break;
		}
	}
	inline_close(&c);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		each_pattern_is_found_at_each_place, any_text_gives_what_the_patterns_say, NULL};

	return unit_run("inline", tests);
}
