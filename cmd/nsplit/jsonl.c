#include "jsonl.h"

#include "cli.h"
#include "json.h"

#include <inttypes.h>
#include <stdlib.h>

const struct jsonl_keys jsonl_usual_keys = {{"text", 4}, {"url", 3}, {"id", 2}, {"date", 4}};

/* The text of an object: of several values, as of an array, a line each. at == NULL if there is none. */
static struct slice
text_of(const struct json_reader *reader, struct slice key, struct text_buffer *lines)
{
	struct slice text = {NULL, 0};
	size_t found = 0;

	lines->len = 0;
	for (size_t i = 0; i < reader->count; i++) {
		if (reader->members[i].kind == JSON_NONE || !slice_equal(reader->members[i].name, key))
			continue;
		if (found == 1)
			text_append(lines, text);
		if (found++ > 0) {
			text_append(lines, SLICE("\n"));
			text_append(lines, reader->members[i].value);
		}
		text = reader->members[i].value;
	}
	return found > 1 ? text_slice(lines) : text;
}

static struct slice
value_of(const struct json_reader *reader, struct slice key)
{
	for (size_t i = 0; i < reader->count; i++) {
		if (slice_equal(reader->members[i].name, key))
			return reader->members[i].value;
	}
	return (struct slice){NULL, 0};
}

/* For one page after the other. */
struct scratch {
	struct text_buffer lines, name;
};

/* Hands over the page that an object is; false if it has no text. */
static bool
hand_over(const struct io_reader *in, const struct json_reader *reader, const struct jsonl_keys *keys,
	struct scratch *scratch, page_sink *each, void *context)
{
	struct page page = {.text = text_of(reader, keys->text, &scratch->lines),
		.url = value_of(reader, keys->url),
		.date = value_of(reader, keys->date)};

	if (page.text.at == NULL)
		return false;
	page.name = value_of(reader, keys->id);
	if (page.name.len == 0)
		page.name = page.url;
	if (page.name.len == 0)
		page.name = page_numbered_name(in, in->line, &scratch->name);
	each(&page, context);
	return true;
}

uint64_t
jsonl_read(struct io_reader *in, const struct jsonl_keys *keys, page_sink *each, void *context)
{
	struct scratch scratch = {{0}, {0}};
	struct json_reader reader;
	uint64_t textless = 0, first = 0;

	json_reader_open(&reader);
	while (json_next(&reader, in)) {
		if (!hand_over(in, &reader, keys, &scratch, each, context) && textless++ == 0)
			first = in->line;
	}
	if (textless > 0)
		cli_warn("%s: %" PRIu64 " objects without a '%.*s', the first in line %" PRIu64
			 "; --text-key says what it is called",
			in->name, textless, (int)keys->text.len, keys->text.at, first);
	cli_unjudged(textless);
	uint64_t mended = reader.mended;
	json_reader_close(&reader);
	free(scratch.lines.bytes);
	free(scratch.name.bytes);
	return mended;
}
