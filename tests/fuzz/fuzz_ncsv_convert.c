/*
 * All of ncsv between its command line and its files: any bytes in any format become any format without harm,
 * and what was written is read again as what it was. The first byte chooses the formats, the second the
 * options.
 */
#include "../../cmd/ncsv/from.h"

#include "fuzz.h"

/* Inputs that ncsv dies of leave memory behind: there is no way back to it from here. */
const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
	return "detect_leaks=0";
}

/* One conversion, all in memory. */
struct conversion {
	struct settings settings;
	struct io_writer out;
	struct table table;
	enum format from;
};

static void
convert(struct conversion *c, struct slice in)
{
	struct io_reader reader = {.fd = -1, .name = "fuzz", .limit = 1 << 20, .ended = true};

	c->settings.common.max_record = reader.limit;
	c->settings.from = c->from;
	c->out.len = c->out.committed = 0;
	reader.bytes = cli_alloc(in.len + 1, 1);
	if (in.len > 0)
		memcpy(reader.bytes, in.at, in.len);
	reader.end = reader.capacity = in.len;
	table_open(&c->table, &c->settings, &c->out);
	from_input(&reader, &c->table);
	table_close(&c->table);
	free(reader.bytes);
}

/* Must what was written be a table that can be read? A NUL of a record or an object can't. */
static bool
is_table(const struct conversion *c)
{
	return format_is_table(c->settings.to) && !c->settings.lax && c->out.len > 0 &&
	       memchr(c->out.bytes, '\0', c->out.len) == NULL;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct conversion first, second, third;
	if (size < 2)
		return 0;
	struct slice in = {(const char *)data + 2, size - 2};
	enum format from = FORMAT_UNKNOWN + data[0] % 5, to = FORMAT_REC + data[0] / 5 % 4;

	first.from = from;
	first.settings = (struct settings){.to = to,
		.join = SLICE("\n"),
		.fields = data[1] & 1 ? "a,x=b" : NULL,
		.lax = data[1] & 2,
		.no_header = data[1] & 4,
		.excel = data[1] & 8,
		.safe_formulas = data[1] & 16,
		.ignore_extra = data[1] & 32};
	if (!FUZZ_SURVIVES(convert(&first, in)))
		return 0;
	/* A TSV can't say that the mark it begins with is part of a name. */
	if (to == FORMAT_TSV &&
		slice_starts((struct slice){first.out.bytes, first.out.len}, SLICE("\xef\xbb\xbf")))
		return 0;
	second.from = third.from = to;
	second.settings = third.settings = (struct settings){.to = to, .join = SLICE("\n")};
	second.settings.no_header = third.settings.no_header = first.settings.no_header;
	/* An object without members, or records of no type, may name no columns: then there is nothing to
	 * hold. */
	if (!FUZZ_SURVIVES(convert(&second, (struct slice){first.out.bytes, first.out.len}))) {
		if (is_table(&first))
			abort();
		return 0;
	}
	if (!FUZZ_SURVIVES(convert(&third, (struct slice){second.out.bytes, second.out.len})))
		abort();
	if (!slice_equal((struct slice){second.out.bytes, second.out.len},
		    (struct slice){third.out.bytes, third.out.len}))
		abort();
	return 0;
}
