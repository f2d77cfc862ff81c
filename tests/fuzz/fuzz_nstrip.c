/* nstrip never rewrites: what it writes of a page stands in the page, and of a record in the record. */
#include "../../cmd/nstrip/strip.h"

#include "fuzz.h"

static void
must_be_part(struct slice part, struct slice whole)
{
	size_t at = 0;

	for (size_t i = 0; i < whole.len && at < part.len; i++)
		at += whole.at[i] == part.at[at];
	if (at != part.len)
		abort();
}

/* A record of the lines, by turns of a kind. */
static void
fill(struct record *record, struct slice lines)
{
	static const enum rec_kind kinds[] = {
		REC_TITLE, REC_TEXT, REC_CHROME, REC_TEXT, REC_CAPTION, REC_TEXT};

	record->count = 0;
	for (size_t i = 0; lines.len > 0; i++) {
		const char *stop = memchr(lines.at, '\n', lines.len);
		struct slice line = {lines.at, stop != NULL ? (size_t)(stop - lines.at) : lines.len};
		lines = slice_after(lines, line.len + (stop != NULL));
		rec_append(record, kinds[i % (sizeof kinds / sizeof *kinds)], line);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct stripper stripper;
	static struct io_writer out, before;
	static struct pat_rules rules;
	static struct record record;
	struct slice in = {(const char *)data, size};

	if (stripper.out == NULL) {
		io_writer_open(&before, -1, false);
		io_writer_open(&out, -1, false);
		strip_open(&stripper, &out);
		stripper.rules = &rules;
	}
	stripper.body_only = size % 3 == 2;
	stripper.unended = false; /* the first page */
	strip_page(&stripper, SLICE("page.txt"), in);
	must_be_part((struct slice){out.bytes, out.len}, in);
	out.len = out.committed = 0;

	fill(&record, in);
	rec_write(&before, &record);
	strip_record(&stripper, &record);
	must_be_part((struct slice){out.bytes, out.len}, (struct slice){before.bytes, before.len});
	out.len = out.committed = before.len = before.committed = 0;
	return 0;
}
