/*
 * What ncsv does for speed changes nothing: csv_scan makes the calls that csv_parse() makes, whatever the
 * input and wherever its blocks end, and takes what is not quite right alike wherever they do; a line that
 * goes straight from TSV to CSV is what cutting and quoting it would give. The first two bytes choose the
 * separator, strictness and how the input is cut into blocks.
 */
#include "../../cmd/ncsv/csv_scan.h"
#include "../../cmd/ncsv/straight.h"

#include "fuzz.h"
#include "text.h"

/* --- csv_scan against libcsv --------------------------------------------------------------------- */

/* All calls that were made, in one run of bytes. */
struct calls {
	struct text_buffer log;
	const char *input; /* of the present block, to see that whole cells stand there */
	struct csv_scan *scan;
};

static void
log_cell(void *bytes, size_t len, void *context)
{
	struct calls *calls = context;
	text_append(&calls->log, SLICE("cell "));
	text_append(&calls->log, (struct slice){(const char *)&len, sizeof len});
	text_append(&calls->log, (struct slice){bytes, len});
}

static void
log_row(int end, void *context)
{
	struct calls *calls = context;
	text_append(&calls->log, SLICE("row "));
	text_append(&calls->log, (struct slice){(const char *)&end, sizeof end});
}

static int
no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

static size_t
block_length(uint8_t choice, size_t turn, size_t left)
{
	size_t wanted = choice == 0 ? left : 1 + (choice * 7u + turn * (choice % 5u)) % (1 + choice % 40u);
	return wanted < left ? wanted : left;
}

/* How many bytes were in order, strictly; *right is false if not all. */
static size_t
by_libcsv(struct slice in, char separator, uint8_t choice, struct calls *calls, bool *right)
{
	struct csv_parser p;
	size_t at = 0;

	csv_init(&p, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_delim(&p, (unsigned char)separator);
	csv_set_space_func(&p, no_blank);
	*right = true;
	for (size_t turn = 0; *right && at < in.len; turn++) {
		size_t n = block_length(choice, turn, in.len - at);
		size_t taken = csv_parse(&p, in.at + at, n, log_cell, log_row, calls);
		at += taken;
		*right = taken == n;
	}
	if (*right)
		*right = csv_fini(&p, log_cell, log_row, calls) == 0;
	csv_free(&p);
	return at;
}

static size_t
by_scan(struct slice in, char separator, bool strict, uint8_t choice, struct calls *calls, bool *right)
{
	struct csv_scan scan;
	size_t at = 0;

	csv_scan_open(&scan, separator, strict, SIZE_MAX);
	if (!scan.around)
		abort();
	*right = true;
	for (size_t turn = 0; *right && at < in.len; turn++) {
		struct slice block = {in.at + at, block_length(choice, turn, in.len - at)};
		size_t taken;
		*right = csv_scan_block(&scan, block, log_cell, log_row, calls, &taken) == CSV_SCAN_DONE;
		if (taken > block.len || (*right && taken != block.len))
			abort();
		at += taken;
	}
	if (*right)
		*right = csv_scan_end(&scan, log_cell, log_row, calls) == CSV_SCAN_DONE;
	csv_scan_close(&scan);
	return at;
}

static void
compare_with_libcsv(struct slice in, uint8_t mode, uint8_t choice)
{
	static struct calls plain, around;
	static const char separators[] = {',', ';', '\t', ' '};
	char separator = separators[mode >> 1 & 3];
	bool plain_right, around_right, strict = mode & 1;

	plain.log.len = around.log.len = 0;
	size_t plain_at = by_libcsv(in, separator, choice, &plain, &plain_right);
	size_t around_at = by_scan(in, separator, strict, choice, &around, &around_right);
	/* What is not quite right has no judge: all of it is taken, and the same as in one block. */
	if (!strict && !plain_right) {
		plain.log.len = 0;
		plain_at = by_scan(in, separator, strict, 0, &plain, &plain_right);
		if (plain_at != in.len)
			abort();
	}
	if (plain_right != around_right || plain_at != around_at ||
		!slice_equal(text_slice(&plain.log), text_slice(&around.log)))
		abort();
}

/* --- Lines that go straight against the long way ------------------------------------------------- */

/* The row of CSV that the long way makes of a line of TSV without escapes. */
static struct slice
row_of_line(struct slice line, struct table *t)
{
	int32_t column = 0;
	t->out->len = t->out->committed = 0;
	for (const char *stop;; line = slice_after(line, (size_t)(stop - line.at) + 1)) {
		stop = line.len > 0 ? memchr(line.at, '\t', line.len) : NULL;
		table_put(t, column++,
			(struct slice){line.at, stop != NULL ? (size_t)(stop - line.at) : line.len});
		if (stop == NULL)
			break;
	}
	table_end_row(t);
	return (struct slice){t->out->bytes, t->out->len};
}

/* Has the line so many cells, and none that TSV escapes? */
static bool
is_simple(struct slice line, size_t columns)
{
	size_t cells = 1;
	for (size_t i = 0; i < line.len; i++) {
		if (line.at[i] == '\0' || line.at[i] == '\\')
			return false;
		cells += line.at[i] == '\t';
	}
	return cells == columns;
}

static void
compare_straight(struct slice in, uint8_t mode)
{
	static struct io_writer w, long_way;
	struct settings settings = {
		.to = FORMAT_CSV, .separator = mode & 64 ? ';' : ',', .join = SLICE("\n"), .no_header = true};
	size_t columns = 2 + mode % 5;
	struct table t;

	table_open(&t, &settings, &long_way);
	table_input(&t, FORMAT_TSV);
	for (size_t i = 0; i < columns; i++)
		schema_add(&t.schema, SLICE("c"));
	table_start(&t, "fuzz");
	for (const char *stop; in.len > 0;
		in = slice_after(in, stop != NULL ? (size_t)(stop - in.at) + 1 : in.len)) {
		stop = memchr(in.at, '\n', in.len);
		struct slice line = {in.at, stop != NULL ? (size_t)(stop - in.at) : in.len};
		w.len = w.committed = 0;
		bool straight = straight_row(&w, line, columns, settings.separator);
		if (straight && !is_simple(line, columns))
			abort();
		if (!slice_equal(
			    (struct slice){w.bytes, w.len}, straight ? row_of_line(line, &t) : SLICE("")))
			abort();
	}
	table_close(&t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2)
		return 0;
	struct slice in = {(const char *)data + 2, size - 2};
	compare_with_libcsv(in, data[0], data[1]);
	compare_straight(in, data[0]);
	return 0;
}
