#include "page.h"

#include "cli.h"
#include "heads.h"
#include "rec.h"

#include <stdlib.h>

void
splitter_open(struct splitter *s, struct io_writer *out)
{
	*s = (struct splitter){.out = out, .labeller = lines_open()};
	rec_put_descriptor(out, SLICE("Article"));
}

void
splitter_close(struct splitter *s)
{
	lines_close(s->labeller);
	free(s->lines);
	free(s->cleaned.bytes);
	free(s->label.bytes);
}

static void
gather_lines(struct splitter *s, struct slice text)
{
	s->count = 0;
	while (text.len > 0) {
		const char *stop = memchr(text.at, '\n', text.len);
		size_t len = stop != NULL ? (size_t)(stop - text.at) : text.len;
		if (s->count == s->capacity)
			cli_grow(&s->lines, &s->capacity, s->count + 1, sizeof *s->lines);
		s->lines[s->count++] = (struct page_line){.text = text_trim((struct slice){text.at, len})};
		text = slice_after(text, len + (stop != NULL));
	}
}

/* Writes a value that may hold anything, such as a file's name or a URL: cleaned, on one line. */
static void
put_label(struct splitter *s, enum rec_kind kind, struct slice value)
{
	struct text_dirt ignored = {0};

	if (value.at == NULL)
		return;
	value = text_clean(value, &s->label, &ignored);
	rec_put(s->out, rec_name(kind), value);
	char *end = s->out->bytes + s->out->len - 1;
	for (char *p = end - value.len - 1; p < end; p++)
		if (*p == '\n')
			*p = ' ';
}

/* The record's identity: "Id: page#ordinal", then what is known of the page. */
static void
put_identity(struct splitter *s, const struct page *page, size_t ordinal)
{
	put_label(s, REC_ID, page->id.at != NULL ? page->id : page->name);
	s->out->len--; /* the ordinal goes before the line's end */
	io_put_byte(s->out, '#');
	io_put_number(s->out, ordinal);
	io_put_byte(s->out, '\n');
	put_label(s, REC_PAGE, page->name);
	put_label(s, REC_URL, page->url);
	put_label(s, REC_CRAWLED, page->crawled);
	put_label(s, REC_LANGUAGE, page->language);
	put_label(s, REC_DATE, page->date);
}

/* A line of the article, other than its title, that says the title or its start. */
static struct slice
find_repeat(const struct splitter *s, size_t begin, size_t end, struct slice title)
{
	for (size_t i = begin; i < end; i++) {
		struct slice text = s->lines[i].text;
		if (text.len > 0 && text.len < title.len && text.len * 3 > title.len &&
			slice_starts(title, text))
			return text;
	}
	return SLICE("");
}

static void
put_line(struct splitter *s, const struct page *page, size_t i, size_t end, struct slice *title)
{
	struct head_piece pieces[HEAD_PIECES];
	struct page_line *line = &s->lines[i];
	size_t count = head_cut(line->text, line->role, pieces);

	for (size_t p = 0; p < count; p++) {
		enum rec_kind kind = pieces[p].kind;
		struct slice text = pieces[p].text;
		bool first = kind == REC_TITLE && title->len == 0;
		if (kind == REC_TITLE && !first && !slice_equal(text, *title) && !slice_starts(*title, text))
			kind = REC_TEXT; /* a record has one title: another line is a sub-head */
		rec_put(s->out, rec_name(kind), text);
		if (!first)
			continue;
		*title = text;
		struct slice headline = head_headline(text, find_repeat(s, i + 1, end, text), page->url);
		if (headline.len < text.len)
			rec_put(s->out, rec_name(REC_HEADLINE), headline);
	}
}

static void
put_article(struct splitter *s, const struct page *page, size_t ordinal, size_t begin, size_t end)
{
	struct slice title = {NULL, 0};

	put_identity(s, page, ordinal);
	for (size_t i = begin; i < end; i++)
		if (s->lines[i].text.len > 0)
			put_line(s, page, i, end, &title);
	rec_put_end(s->out);
	s->articles++;
}

static bool
is_empty(const struct splitter *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->lines[i].text.len > 0)
			return false;
	return true;
}

void
split_page(const struct page *page, void *splitter)
{
	struct splitter *s = splitter;
	size_t begin = 0, ordinal = 0;
	bool in_article = false;

	gather_lines(s, text_clean(page->text, &s->cleaned, &s->dirt));
	s->pages++;
	if (is_empty(s))
		return;
	lines_label(s->labeller, s->lines, s->count);
	for (size_t i = 0; i < s->count; i++) {
		if (!s->lines[i].opens)
			continue;
		if (in_article) {
			put_article(s, page, ++ordinal, begin, i);
			begin = i;
		}
		in_article = true;
	}
	put_article(s, page, ++ordinal, begin, s->count);
}
