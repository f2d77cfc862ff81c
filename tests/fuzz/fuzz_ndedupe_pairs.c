/*
 * What --join and --apply read. Lines of any bytes are refused or taken; the pairs that are made of sketches
 * in order are pairs that --apply takes, unless an Id stands for two records. The first byte chooses.
 */
#include "../../cmd/ndedupe/pairs.h"
#include "fuzz.h"
#include "text.h"

#include <unistd.h>

static const struct settings settings = {.threshold = 0.5, .pairs = "-", .common = {.max_record = 1 << 20}};

enum input { SKETCHES, PAIRS, CHAIN, INPUTS };

/* The lines of a text, in the order that LC_ALL=C sort gives them. */
struct lines {
	struct slice at[1024];
	size_t count;
};

static int
by_bytes(const void *a, const void *b)
{
	const struct slice *x = a, *y = b;
	size_t least = x->len < y->len ? x->len : y->len;
	int order = least > 0 ? memcmp(x->at, y->at, least) : 0;

	return order != 0 ? order : (x->len > y->len) - (x->len < y->len);
}

static void
sort_lines(struct slice text, struct text_buffer *sorted)
{
	static struct lines lines;

	lines.count = 0;
	while (text.len > 0 && lines.count < 1024) {
		const char *stop = memchr(text.at, '\n', text.len);
		struct slice line = {text.at, stop != NULL ? (size_t)(stop - text.at) : text.len};
		text = slice_after(text, line.len + (stop != NULL));
		lines.at[lines.count++] = line;
	}
	qsort(lines.at, lines.count, sizeof *lines.at, by_bytes);
	sorted->len = 0;
	for (size_t i = 0; i < lines.count; i++) {
		text_append(sorted, lines.at[i]);
		text_append(sorted, SLICE("\n"));
	}
}

enum { SKETCHES_MOST = 40 }; /* all their pairs fit the writer, which has no file to flush into */

/* Lines of --sketch: each line of the input tells a sample and a place. */
static void
make_sketches(struct slice input, struct text_buffer *made)
{
	made->len = 0;
	for (size_t lines = 0; input.len > 0 && lines < SKETCHES_MOST; lines++) {
		const char *stop = memchr(input.at, '\n', input.len);
		struct slice line = {input.at, stop != NULL ? (size_t)(stop - input.at) : input.len};
		input = slice_after(input, line.len + (stop != NULL));
		if (line.len < 3)
			continue;
		char place[] = "000000.000000000a\tid-a\n";
		place[16] = place[21] = (char)('a' + line.at[1] % 26);
		text_append(made, (line.at[0] & 7) == 0 ? SLICE("k") : SLICE("s"));
		for (size_t i = 2; i < line.len && i < 4; i++)
			text_append(made, (struct slice){&"0123456789abcdef"[line.at[i] & 15], 1});
		text_append(made, SLICE("\t"));
		text_append(made, slice_of(place));
	}
}

static bool
join(struct slice sketches, struct io_writer *out)
{
	struct io_reader in;

	fuzz_reader_open(&in, sketches, SIZE_MAX, 1 << 16);
	if (FUZZ_SURVIVES(pairs_join(&in, out)))
		return true;
	free(out->bytes); /* it may have grown on the way */
	*out = (struct io_writer){.fd = -1};
	fuzz_let_go();
	return false;
}

static void
apply(struct slice text)
{
	struct pairs *p = NULL;
	struct votes votes = {0};

	fuzz_feed(STDIN_FILENO, text, SIZE_MAX);
	if (!FUZZ_SURVIVES(p = pairs_load(&settings, "-"))) {
		fuzz_let_go();
		return;
	}
	uint64_t missing = pairs_missing(p);
	for (char c = 'a'; c <= 'z'; c++) {
		char name[] = {'i', 'd', '-', c};
		struct slice id = {name, sizeof name};
		if (!pairs_involve(p, id))
			continue;
		pairs_vote(p, id, &votes);
		pairs_kept(p, id, (uint32_t)(c - 'a' + 1));
		missing--;
	}
	if (pairs_missing(p) != missing)
		abort();
	votes_close(&votes);
	pairs_close(p);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct text_buffer made, sorted;
	static struct io_writer out;

	if (size == 0)
		return 0;
	struct slice input = {(const char *)data + 1, size - 1};
	out.fd = -1;
	out.len = out.committed = 0;
	switch (data[0] % INPUTS) {
	case SKETCHES:
		join(input, &out);
		break;
	case PAIRS:
		apply(input);
		break;
	default:
		make_sketches(input, &made);
		sort_lines(text_slice(&made), &sorted);
		if (!join(text_slice(&sorted), &out))
			abort();
		sort_lines((struct slice){out.bytes, out.len}, &sorted);
		apply(text_slice(&sorted));
	}
	return 0;
}
