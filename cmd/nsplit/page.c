#include "page.h"

#include "cli.h"
#include "heads.h"
#include "progress.h"
#include "rec.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A page of so much is cleaned as one, a longer one by LINES_AT_ONCE lines. */
enum { PART_BYTES = 1024 * 1024 };

struct slice
page_input_name(const struct io_reader *in)
{
	return in->fd == STDIN_FILENO ? SLICE("-") : slice_of(in->name);
}

struct slice
page_numbered_name(const struct io_reader *in, uint64_t number, struct text_buffer *name)
{
	char digits[24];
	int len = snprintf(digits, sizeof digits, ":%" PRIu64, number);

	name->len = 0;
	text_append(name, page_input_name(in));
	text_append(name, (struct slice){digits, (size_t)len});
	return text_slice(name);
}

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
	free(s->title_bytes.bytes);
	free(s->label.bytes);
	free(s->cleaned_label.bytes);
}

/* What is cleaned at a time, taken from *rest: all that is short, else LINES_AT_ONCE lines. */
static struct slice
take_part(struct slice *rest)
{
	struct slice part = {rest->at, rest->len <= PART_BYTES ? rest->len : 0};
	const char *stop = rest->at;

	for (size_t n = 0; n < LINES_AT_ONCE && part.len < rest->len; n++) {
		stop = memchr(stop, '\n', rest->len - part.len);
		part.len = stop != NULL ? (size_t)(++stop - rest->at) : rest->len;
	}
	*rest = slice_after(*rest, part.len);
	return part;
}

/* Up to LINES_AT_ONCE lines, taken from *rest. */
static void
gather_lines(struct splitter *s, struct slice *rest)
{
	for (s->count = 0; rest->len > 0 && s->count < LINES_AT_ONCE; s->count++) {
		const char *stop = memchr(rest->at, '\n', rest->len);
		size_t len = stop != NULL ? (size_t)(stop - rest->at) : rest->len;
		if (s->count == s->capacity)
			cli_grow(&s->lines, &s->capacity, s->count + 1, sizeof *s->lines);
		s->lines[s->count] = (struct page_line){.text = text_trim((struct slice){rest->at, len})};
		*rest = slice_after(*rest, len + (stop != NULL));
	}
}

/* What a page says of itself, or a file is called, as a value: cleaned, on one line, in s->label. */
static struct slice
make_label(struct splitter *s, struct slice text)
{
	struct text_dirt ignored = {0};
	struct slice clean = text_clean(text, &s->cleaned_label, &ignored);

	s->label.len = 0;
	text_append(&s->label, clean);
	for (size_t i = 0; i < s->label.len; i++)
		if (s->label.bytes[i] == '\n')
			s->label.bytes[i] = ' ';
	return text_slice(&s->label);
}

static void
put_label(struct splitter *s, enum rec_kind kind, struct slice text)
{
	if (text.at != NULL)
		rec_put(s->out, rec_name(kind), make_label(s, text));
}

/* The record's identity, "Id: page#ordinal", then what is known of its page. */
static void
put_identity(struct splitter *s)
{
	const struct page *page = s->page;
	char number[24];
	int len = snprintf(number, sizeof number, "#%zu", s->ordinal);

	make_label(s, page->id.at != NULL ? page->id : page->name);
	text_append(&s->label, (struct slice){number, (size_t)len});
	rec_put(s->out, rec_name(REC_ID), text_slice(&s->label));
	put_label(s, REC_PAGE, page->name);
	put_label(s, REC_URL, page->url);
	put_label(s, REC_CRAWLED, page->crawled);
	put_label(s, REC_LANGUAGE, page->language);
	put_label(s, REC_DATE, page->date);
}

/* Is it the start or the end of the title, and a good part of it? */
static bool
is_part(struct slice text, struct slice title)
{
	return text.len > 0 && text.len < title.len && text.len * 3 > title.len &&
	       (slice_starts(title, text) || slice_equal(slice_after(title, title.len - text.len), text));
}

/* A line of the article, other than its title, that says the title or a part of it. */
static struct slice
find_repeat(const struct splitter *s, size_t begin, size_t end, struct slice title)
{
	for (size_t i = begin; i < end; i++)
		if (is_part(s->lines[i].text, title))
			return s->lines[i].text;
	return SLICE("");
}

/* The title outlives the lines at hand. */
static void
keep_title(struct splitter *s, struct slice title)
{
	s->title_bytes.len = 0;
	text_append(&s->title_bytes, title);
	s->title = text_slice(&s->title_bytes);
}

static void
put_line(struct splitter *s, size_t i, size_t end)
{
	struct head_piece pieces[HEAD_PIECES];
	struct page_line *line = &s->lines[i];
	size_t count = head_cut(line->text, line->role, pieces);

	for (size_t p = 0; p < count; p++) {
		enum rec_kind kind = pieces[p].kind;
		struct slice text = pieces[p].text;
		bool first = kind == REC_TITLE && s->title.len == 0;
		if (kind == REC_TITLE && !first && !slice_equal(text, s->title) &&
			!slice_starts(s->title, text))
			kind = REC_TEXT; /* a record has one title: another line is a sub-head */
		rec_put(s->out, rec_name(kind), text);
		if (!first)
			continue;
		keep_title(s, text);
		struct slice headline = head_headline(text, find_repeat(s, i + 1, end, text), s->page->url);
		if (headline.len < text.len)
			rec_put(s->out, rec_name(REC_HEADLINE), headline);
	}
}

static void
begin_article(struct splitter *s)
{
	s->title.len = 0;
	s->ordinal++;
	put_identity(s);
}

static void
end_article(struct splitter *s)
{
	rec_put_end(s->out);
	s->articles++;
	progress_records(1);
}

/* Lines that belong to the article at hand, or to the first. */
static void
put_lines(struct splitter *s, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++) {
		if (s->lines[i].text.len == 0)
			continue;
		if (s->ordinal == 0)
			begin_article(s);
		put_line(s, i, end);
	}
}

/* A line that opens an article ends the one before, if there is one that was opened. */
static void
put_part(struct splitter *s)
{
	size_t begin = 0;

	for (size_t i = 0; i < s->count; i++) {
		if (!s->lines[i].opens)
			continue;
		if (s->opened) {
			put_lines(s, begin, i);
			end_article(s);
			begin_article(s);
			begin = i;
		}
		s->opened = true;
	}
	put_lines(s, begin, s->count);
}

void
split_page(const struct page *page, void *splitter)
{
	struct splitter *s = splitter;

	s->page = page;
	s->ordinal = 0;
	s->opened = false;
	s->pages++;
	for (struct slice rest = page->text; rest.len > 0;) {
		struct slice text = text_clean(take_part(&rest), &s->cleaned, &s->dirt);
		while (text.len > 0) {
			gather_lines(s, &text);
			lines_label(s->labeller, s->lines, s->count);
			put_part(s);
		}
	}
	if (s->ordinal > 0)
		end_article(s);
}
