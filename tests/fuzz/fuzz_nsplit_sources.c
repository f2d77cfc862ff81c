/*
 * Where pages come from: WET, JSON Lines, text with delimiters. Whatever the bytes, the same pages come out
 * wherever the reads end, and what a source says of a page stands in the input. The first byte chooses the
 * source and the size of the reads.
 */
#include "../../cmd/nsplit/jsonl.h"
#include "../../cmd/nsplit/plain.h"
#include "../../cmd/nsplit/wet.h"
#include "cli.h"
#include "fuzz.h"

/* Deaths inside of json-c's reader leave its memory behind. */
const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
	return "detect_leaks=0";
}

enum source { WET, JSONL, NUL_ENDED, DELIMITED, SOURCES };

/* The pages that came, one behind the other: what is past the end does not count. */
struct log {
	char bytes[1 << 18];
	size_t len, pages;
	struct slice input; /* what pages of WET must be pieces of; at == NULL: no matter */
};

static void
log_slice(struct log *log, struct slice s)
{
	size_t room = sizeof log->bytes - log->len - sizeof s.len;
	size_t n = s.len < room ? s.len : room;

	if (log->len + 1024 > sizeof log->bytes)
		return;
	memcpy(log->bytes + log->len, &s.len, sizeof s.len);
	if (n > 0)
		memcpy(log->bytes + log->len + sizeof s.len, s.at, n);
	log->len += n + sizeof s.len;
}

static bool
holds(struct slice whole, struct slice part)
{
	for (size_t i = 0; i + part.len <= whole.len; i++)
		if (memcmp(whole.at + i, part.at, part.len) == 0)
			return true;
	return false;
}

static void
log_page(const struct page *page, void *context)
{
	struct log *log = context;

	log->pages++;
	if (page->name.len == 0 || page->text.at == NULL)
		abort();
	log_slice(log, page->name);
	log_slice(log, page->url);
	log_slice(log, page->date);
	log_slice(log, page->crawled);
	log_slice(log, page->language);
	log_slice(log, page->text);
	if (log->input.at != NULL && page->text.len > 0 && !holds(log->input, page->text))
		abort();
}

static void
read_pages(struct io_reader *in, enum source source, struct log *log)
{
	static struct plain_borders by_null = {.null_ended = true}, by_line;
	static struct text_dirt ignored;
	static struct plain_met met = {.dirt = &ignored};
	char message[256];
	size_t column;

	if (by_line.delimiter == NULL)
		by_line.delimiter = pat_compile(SLICE("^(#|page)"), true, message, &column);
	switch (source) {
	case WET:
		wet_sniff(in);
		wet_read(in, log_page, log);
		break;
	case JSONL:
		jsonl_read(in, &jsonl_usual_keys, log_page, log);
		break;
	case NUL_ENDED:
		plain_read(in, &by_null, &met, log_page, log);
		break;
	default:
		plain_read(in, &by_line, &met, log_page, log);
	}
}

/* Reads the input in pieces; false if it is refused. */
static bool
read_in_pieces(struct slice input, enum source source, size_t piece, struct log *log)
{
	struct io_reader in;

	fuzz_reader_open(&in, input, piece, 1 << 16);
	log->len = log->pages = 0;
	log->input = source == WET ? input : (struct slice){NULL, 0};
	bool survives = FUZZ_SURVIVES(read_pages(&in, source, log));
	if (!survives)
		fuzz_let_go();
	return survives;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct log whole, pieces;

	if (size < 2)
		return 0;
	struct slice input = {(const char *)data + 1, size - 1};
	enum source source = data[0] % SOURCES;
	size_t piece = 1 + data[0] / SOURCES;
	struct io_reader first = {.ended = true};
	if (whole.pages == 0)
		read_pages(&first, DELIMITED, &whole); /* what is made once must not be let go */
	bool one = read_in_pieces(input, source, SIZE_MAX, &whole);
	bool two = read_in_pieces(input, source, piece, &pieces);
	if (one != two || whole.pages != pieces.pages || whole.len != pieces.len ||
		memcmp(whole.bytes, pieces.bytes, whole.len) != 0)
		abort();
	return 0;
}
