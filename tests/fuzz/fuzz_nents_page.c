/*
 * Any text as a page: nents --html nests its tags and puts what html_put() makes of the lines, no more and no
 * less; --show with brackets holds the lines.
 */
#include "../../cmd/nents/finder.h"
#include "../../cmd/nents/html.h"
#include "../../cmd/nents/intake.h"
#include "../../cmd/nents/page.h"
#include "../../cmd/nents/show.h"

#include "fuzz.h"

enum { DEPTH = 64 };

static struct slice
bytes_of(const struct io_writer *w)
{
	return (struct slice){w->bytes, w->len};
}

/* Opens or closes what a tag names; `open` holds what is open. Gives the depth. */
static size_t
take_tag(struct slice tag, struct slice *open, size_t depth)
{
	bool closes = tag.at[0] == '/';
	struct slice name = slice_after(tag, closes);
	size_t len = 0;

	while (len < name.len && name.at[len] != ' ')
		len++;
	name.len = len;
	if (closes && (depth == 0 || !slice_equal(open[depth - 1], name)))
		abort();
	if (!closes && depth == DEPTH)
		abort();
	if (!closes && slice_equal(name, SLICE("a")))
		for (size_t i = 0; i < depth; i++)
			if (slice_equal(open[i], name))
				abort();
	if (!closes)
		open[depth] = name;
	return closes ? depth - 1 : depth + 1;
}

/* The page without its tags, which must nest, and without its line ends. */
static void
strip_tags(struct slice page, struct text_buffer *text)
{
	struct slice open[DEPTH];
	size_t depth = 0;

	text->len = 0;
	for (size_t i = 0; i < page.len; i++) {
		if (page.at[i] != '<') {
			if (page.at[i] != '\n')
				text_append(text, (struct slice){page.at + i, 1});
			continue;
		}
		const char *end = memchr(page.at + i, '>', page.len - i);
		if (end == NULL)
			abort();
		depth = take_tag(
			(struct slice){page.at + i + 1, (size_t)(end - page.at) - i - 1}, open, depth);
		i = (size_t)(end - page.at);
	}
	if (depth != 0)
		abort();
}

static void
try_html(struct page *page, const struct article *a)
{
	static struct text_buffer text;
	static struct io_writer want;

	if (want.bytes == NULL)
		io_writer_open(&want, -1, false);
	page->out->len = page->out->committed = want.len = 0;
	page_plain(page, a);
	strip_tags(bytes_of(page->out), &text);
	for (size_t i = 0; i < a->line_count; i++)
		html_put(&want, a->lines[i].text);
	html_put(&want, a->id);
	if (!slice_equal(text_slice(&text), bytes_of(&want)))
		abort();
}

/* What is shown holds the bytes of the lines in order; brackets and types may stand between. */
static void
try_show(struct show *show, const struct article *a, const struct report_limits *limits)
{
	show->out->len = show->out->committed = 0;
	show_page(show, a, limits);
	struct slice rest = bytes_of(show->out);
	for (size_t i = 0; i < a->line_count; i++) {
		struct slice line = a->lines[i].text;
		for (size_t k = 0; k < line.len; k++) {
			const char *at = rest.len > 0 ? memchr(rest.at, line.at[k], rest.len) : NULL;
			if (at == NULL)
				abort();
			rest = slice_after(rest, (size_t)(at - rest.at) + 1);
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct finder_options options = {.types = ENTITY_ALL, .asof = {"2024-03-01", 10}};
	static const struct report_limits limits = {.types = ENTITY_ALL};
	static const struct palette palette; /* no colours */
	static struct finder *finder;
	static struct intake intake;
	static struct article article;
	static struct io_writer out;
	static struct show show = {.out = &out, .palette = &palette};
	struct page page = {.out = &out, .limits = &limits};

	if (finder == NULL) {
		finder = finder_open(&options);
		io_writer_open(&out, -1, false);
	}
	intake_page(&intake, &article, SLICE("a<b>.txt"), (struct slice){(const char *)data, size});
	finder_run(finder, &article);
	try_html(&page, &article);
	page_free(&page);
	try_show(&show, &article, &limits);
	out.len = out.committed = 0;
	return 0;
}
