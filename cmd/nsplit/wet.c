#include "wet.h"

#include "cli.h"

#include <inttypes.h>
#include <stdlib.h>

/* What a record's header says. */
struct header {
	struct slice type, id, url, date, language;
	bool has_length;
	uint64_t length;
};

bool
wet_sniff(struct io_reader *in)
{
	const struct slice magic = SLICE("WARC/1.");
	while (in->end - in->begin < magic.len && io_fill(in, "record"))
		;
	return slice_starts((struct slice){in->bytes + in->begin, in->end - in->begin}, magic);
}

static const char no_record[] = "not a WARC record, which begins with WARC/1. and has a Content-Length";

/* Are the bytes the begin of a record, or the begin of that? */
static bool
begins_record(struct slice s)
{
	const struct slice magic = SLICE("WARC/1.");
	return slice_starts(s, (struct slice){magic.at, s.len < magic.len ? s.len : magic.len});
}

static _Noreturn void
refuse(const struct io_reader *in, uint64_t number, const char *what)
{
	cli_die("%s: record %" PRIu64 " (byte %" PRIu64 "): %s", in->name, number, in->offset + 1, what);
}

/* If the header line has this name (given in small letters), its value without blanks around it. */
static bool
header_value(struct slice line, struct slice name, struct slice *value)
{
	if (line.len <= name.len || line.at[name.len] != ':')
		return false;
	for (size_t i = 0; i < name.len; i++) {
		if (text_ascii_lower(line.at[i]) != name.at[i])
			return false;
	}
	*value = text_trim(slice_after(line, name.len + 1));
	return true;
}

static bool
read_length(struct slice digits, uint64_t *length)
{
	*length = 0;
	for (size_t i = 0; i < digits.len; i++) {
		uint64_t digit = (uint64_t)(unsigned char)digits.at[i] - '0';
		if (digit > 9 || *length > (INT64_MAX - digit) / 10)
			return false;
		*length = *length * 10 + digit;
	}
	return digits.len > 0;
}

/* "<urn:uuid:4a8f...>" is 4a8f... */
static struct slice
bare_id(struct slice id)
{
	if (slice_starts(id, SLICE("<")) && id.at[id.len - 1] == '>')
		id = (struct slice){id.at + 1, id.len - 2};
	return slice_starts(id, SLICE("urn:uuid:")) ? slice_after(id, 9) : id;
}

static bool
parse_line(struct slice line, struct header *h)
{
	struct slice value;
	if (header_value(line, SLICE("content-length"), &value)) {
		h->has_length = read_length(value, &h->length);
		return h->has_length;
	}
	if (header_value(line, SLICE("warc-record-id"), &value))
		h->id = bare_id(value);
	(void)(header_value(line, SLICE("warc-type"), &h->type) ||
		header_value(line, SLICE("warc-target-uri"), &h->url) ||
		header_value(line, SLICE("warc-date"), &h->date) ||
		header_value(line, SLICE("warc-identified-content-language"), &h->language));
	return true;
}

/* Reads the lines of a header, the first of which is its version. */
static bool
parse_header(struct slice bytes, struct header *h)
{
	*h = (struct header){0};
	if (!slice_starts(bytes, SLICE("WARC/1.")))
		return false;
	while (bytes.len > 0) {
		const char *stop = memchr(bytes.at, '\n', bytes.len);
		size_t len = stop != NULL ? (size_t)(stop - bytes.at) : bytes.len;
		bool crlf = len > 0 && bytes.at[len - 1] == '\r';
		if (!parse_line((struct slice){bytes.at, len - crlf}, h))
			return false;
		bytes = slice_after(bytes, len + (stop != NULL));
	}
	return h->has_length;
}

/* The length of the header that waits, with the empty line that ends it; 0 if it is not all there. */
static size_t
header_length(struct slice s)
{
	for (const char *at = s.at, *end = s.at + s.len; (at = memchr(at, '\n', (size_t)(end - at))) != NULL;
		at++) {
		if (end - at >= 2 && at[1] == '\n')
			return (size_t)(at - s.at) + 2;
		if (end - at >= 3 && at[1] == '\r' && at[2] == '\n')
			return (size_t)(at - s.at) + 3;
	}
	return 0;
}

/* Passes the line ends between records; false at the end of the input. */
static bool
find_record(struct io_reader *in)
{
	for (;;) {
		while (in->begin < in->end && (in->bytes[in->begin] == '\r' || in->bytes[in->begin] == '\n'))
			io_take(in, 1);
		if (in->begin < in->end)
			return true;
		if (!io_fill(in, "record"))
			return false;
	}
}

/* Passes n bytes without holding them; false if the input ends before. */
static bool
pass(struct io_reader *in, uint64_t n)
{
	for (;;) {
		uint64_t waiting = in->end - in->begin;
		io_take(in, (size_t)(n < waiting ? n : waiting));
		if (n <= waiting)
			return true;
		n -= waiting;
		if (!io_fill(in, "record"))
			return false;
	}
}

static void
hand_over(const struct io_reader *in, const struct header *h, struct slice text, uint64_t number,
	page_sink *each, void *context)
{
	struct text_buffer name = {0};
	struct page page = {
		.name = h->id, .url = h->url, .crawled = h->date, .language = h->language, .text = text};
	if (page.name.len == 0)
		page.name = page_numbered_name(in, number, &name);
	each(&page, context);
	free(name.bytes);
}

/* One record, whose first byte waits. False if the input ends inside of it. */
static bool
read_record(struct io_reader *in, uint64_t number, page_sink *each, void *context)
{
	struct header h;
	size_t length, text_length;

	while ((length = header_length((struct slice){in->bytes + in->begin, in->end - in->begin})) == 0) {
		if (io_fill(in, "record"))
			continue;
		if (!in->failed && !begins_record((struct slice){in->bytes + in->begin, in->end - in->begin}))
			refuse(in, number, no_record);
		return false;
	}
	if (!parse_header((struct slice){in->bytes + in->begin, length}, &h))
		refuse(in, number, no_record);
	if (!slice_equal(h.type, SLICE("conversion")))
		return pass(in, length + h.length);
	if (h.length > in->limit)
		refuse(in, number, "a page longer than --max-record allows");
	text_length = (size_t)h.length;
	while (in->end - in->begin < length + text_length) {
		if (!io_fill(in, "record"))
			return false;
	}
	/* Its bytes may have moved: the header is read where it stands now. */
	parse_header((struct slice){in->bytes + in->begin, length}, &h);
	struct slice text = {in->bytes + in->begin + length, text_length};
	hand_over(in, &h, text, number, each, context);
	io_take(in, length + text_length);
	return true;
}

void
wet_read(struct io_reader *in, page_sink *each, void *context)
{
	for (uint64_t number = 1; find_record(in); number++) {
		if (read_record(in, number, each, context))
			continue;
		if (!in->failed)
			cli_error("%s: record %" PRIu64
				  ": the input ends inside of it; the pages before it are out",
				in->name, number);
		return;
	}
}
