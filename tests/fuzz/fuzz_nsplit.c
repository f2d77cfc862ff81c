/*
 * Pages to records: every visible character comes out once and in order, and no line could be taken for other
 * than it is. The first byte of the input says how the page is called.
 */
#include "../../cmd/nsplit/page.h"

#include "fuzz.h"
#include "rec.h"

/* Appends the characters that are no blanks. */
static void
append_visible(struct text_buffer *to, struct slice s)
{
	while (s.len > 0) {
		size_t n;
		text_decode(s, &n);
		if (s.at[0] != '\n' && text_trim((struct slice){s.at, n}).len > 0)
			text_append(to, (struct slice){s.at, n});
		s = slice_after(s, n);
	}
}

static bool
is_from_page(struct slice name)
{
	enum rec_kind kind = rec_kind(name);
	return kind != REC_ID && kind != REC_PAGE && kind != REC_URL && kind != REC_HEADLINE;
}

/* The visible characters of the fields that hold the page's lines. */
static void
append_values(struct text_buffer *to, struct slice stream)
{
	while (stream.len > 0) {
		const char *stop = memchr(stream.at, '\n', stream.len), *colon;
		if (stop == NULL)
			abort();
		struct slice line = {stream.at, (size_t)(stop - stream.at)};
		stream = slice_after(stream, line.len + 1);
		if (line.len == 0 || slice_equal(line, SLICE("%rec: Article")))
			continue;
		colon = memchr(line.at, ':', line.len);
		if (colon == NULL || line.at[line.len - 1] == '\\')
			abort();
		struct slice name = {line.at, (size_t)(colon - line.at)};
		if (!rec_name_is_valid(name) || line.len < name.len + 2)
			abort();
		if (is_from_page(name))
			append_visible(to, slice_after(line, name.len + 2));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct splitter splitter;
	static struct io_writer out;
	static struct text_buffer clean, want, got;
	struct text_dirt dirt = {0};

	if (splitter.out == NULL) {
		io_writer_open(&out, -1, false);
		splitter_open(&splitter, &out);
	}
	struct page page = {.name = SLICE("page.txt"), .text = {(const char *)data, size}};
	split_page(&page, &splitter);
	want.len = got.len = 0;
	append_visible(&want, text_clean(page.text, &clean, &dirt));
	append_values(&got, (struct slice){out.bytes, out.len});
	out.len = out.committed = 0;
	if (!slice_equal(text_slice(&want), text_slice(&got)))
		abort();
	return 0;
}
