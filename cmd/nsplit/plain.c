#include "plain.h"

#include "cli.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* One input, page by page. */
struct reading {
	struct io_reader *in;
	page_sink *each;
	void *context;
	struct text_buffer name;    /* "dump.txt:12" */
	struct text_buffer pending; /* lines of the page that is not yet whole */
	uint64_t pages, costly;
};

static struct slice
operand_name(const struct io_reader *in)
{
	return in->fd == STDIN_FILENO ? SLICE("-") : slice_of(in->name);
}

static void
hand_over(struct reading *r, struct slice text)
{
	char number[24];
	int len = snprintf(number, sizeof number, ":%" PRIu64, ++r->pages);

	r->name.len = 0;
	text_append(&r->name, operand_name(r->in));
	text_append(&r->name, (struct slice){number, (size_t)len});
	r->each(&(struct page){.name = text_slice(&r->name), .text = text}, r->context);
}

static bool
begins_page(struct reading *r, struct pat *delimiter, struct slice line)
{
	enum pat_result result = pat_match(delimiter, line, 0, NULL);

	r->costly += result == PAT_LIMIT;
	return result == PAT_FOUND;
}

static void
read_delimited(struct reading *r, struct pat *delimiter)
{
	struct text_buffer *page = &r->pending;
	struct slice line;

	while (io_line(r->in, '\n', &line, NULL)) {
		if (begins_page(r, delimiter, line) && page->len > 0) {
			hand_over(r, text_slice(page));
			page->len = 0;
		}
		if (page->len + line.len > r->in->limit)
			cli_die("%s: line %" PRIu64
				": a page of more than %zu bytes; --max-record allows longer ones",
				r->in->name, r->in->line, r->in->limit);
		text_append(page, line);
		text_append(page, SLICE("\n"));
	}
	if (page->len > 0)
		hand_over(r, text_slice(page));
}

uint64_t
plain_read(struct io_reader *in, const struct plain_borders *borders, page_sink *each, void *context)
{
	struct reading r = {.in = in, .each = each, .context = context};
	struct slice page;

	if (borders->delimiter != NULL) {
		read_delimited(&r, borders->delimiter);
	} else if (borders->null_ended) {
		while (io_line(in, '\0', &page, NULL))
			hand_over(&r, page);
	} else {
		page = io_rest(in, "page");
		each(&(struct page){.name = operand_name(in), .text = page}, context);
	}
	free(r.name.bytes);
	free(r.pending.bytes);
	return r.costly;
}
