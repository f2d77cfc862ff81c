#include "plain.h"

#include "cli.h"

#include <inttypes.h>
#include <stdlib.h>

/* One input, page by page. */
struct reading {
	struct io_reader *in;
	page_sink *each;
	void *context;
	struct plain_met *met;
	struct text_buffer name;    /* "dump.txt:12" */
	struct text_buffer cleaned; /* lines at hand */
	struct text_buffer pending; /* lines of the page that is not yet whole */
	size_t taken;               /* bytes that it has in the input */
	uint64_t pages;
};

static void
hand_over(struct reading *r, struct slice text)
{
	struct slice name = page_numbered_name(r->in, ++r->pages, &r->name);

	r->each(&(struct page){.name = name, .text = text}, r->context);
}

static bool
begins_page(struct reading *r, struct pat *delimiter, struct slice line)
{
	enum pat_result result = pat_match(delimiter, line, 0, NULL);

	r->met->costly += result == PAT_LIMIT;
	r->met->too_long += result == PAT_TOO_LONG;
	return result == PAT_FOUND;
}

static void
end_page(struct reading *r)
{
	if (r->pending.len > 0)
		hand_over(r, text_slice(&r->pending));
	r->pending.len = r->taken = 0;
}

/* Lines as they stand on a page: without CR, blanks at their ends, marks of byte order. */
static void
take_clean_lines(struct reading *r, struct pat *delimiter, struct slice text)
{
	while (text.len > 0) {
		const char *stop = memchr(text.at, '\n', text.len);
		struct slice line = {text.at, stop != NULL ? (size_t)(stop - text.at) : text.len};
		if (begins_page(r, delimiter, line))
			end_page(r);
		line.len += stop != NULL;
		text_append(&r->pending, line);
		text = slice_after(text, line.len);
	}
}

static void
read_delimited(struct reading *r, struct pat *delimiter)
{
	struct slice line;
	bool ended;

	while (io_line(r->in, '\n', &line, &ended)) {
		line.len += ended; /* its LF stands behind it: CRLF is one line end */
		take_clean_lines(r, delimiter, text_clean(line, &r->cleaned, r->met->dirt));
		if ((r->taken += line.len) > r->in->limit)
			cli_die("%s: line %" PRIu64
				": a page of more than %zu bytes; --max-record allows longer ones",
				r->in->name, r->in->line, r->in->limit);
	}
	end_page(r);
}

void
plain_read(struct io_reader *in, const struct plain_borders *borders, struct plain_met *met, page_sink *each,
	void *context)
{
	struct reading r = {.in = in, .each = each, .context = context, .met = met};
	struct slice page;

	if (borders->delimiter != NULL) {
		read_delimited(&r, borders->delimiter);
	} else if (borders->null_ended) {
		while (io_line(in, '\0', &page, NULL))
			hand_over(&r, page);
	} else {
		page = io_rest(in, "page");
		each(&(struct page){.name = page_input_name(in), .text = page}, context);
	}
	free(r.name.bytes);
	free(r.cleaned.bytes);
	free(r.pending.bytes);
}
