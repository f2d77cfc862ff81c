/*
 * The whole of nents on records of any bytes: mentions lie in their fields, the lines that are written have
 * eight cells each, and an annotated record is the record, with the fields that were added behind it.
 */
#include "../../cmd/nents/finder.h"
#include "../../cmd/nents/intake.h"
#include "../../cmd/nents/report.h"
#include "fuzz.h"

static bool
is_added(enum rec_kind kind)
{
	return kind >= REC_PERSON && kind <= REC_DAY;
}

/* Every field but those that nents adds, and no other; added ones come last. */
static void
must_hold(const struct record *annotated, const struct record *record)
{
	size_t at = 0;

	for (size_t i = 0; i < record->count; i++) {
		const struct rec_field *f = &record->fields[i];
		if (is_added(f->kind))
			continue;
		if (at == annotated->count || !slice_equal(annotated->fields[at].name, f->name) ||
			!slice_equal(annotated->fields[at].value, f->value))
			abort();
		at++;
	}
	for (; at < annotated->count; at++)
		if (!is_added(annotated->fields[at].kind))
			abort();
}

/* Reads the annotated record again, and holds it against the one that it was made of. */
static void
read_again(struct slice written, const struct record *record)
{
	struct io_reader in = {.fd = -1,
		.name = "annotated",
		.bytes = (char *)(uintptr_t)written.at,
		.end = written.len,
		.limit = SIZE_MAX,
		.ended = true};
	struct rec_reader reader;

	rec_reader_open(&reader, &in);
	struct record *annotated = rec_read(&reader), none = {0};
	must_hold(annotated != NULL ? annotated : &none,
		record); /* a record of fields that nents adds is replaced */
	if (annotated != NULL && rec_read(&reader) != NULL)
		abort();
	rec_reader_close(&reader);
}

static void
must_be_table(struct slice lines, size_t mentions)
{
	size_t rows = 0, cells = 0;

	for (size_t i = 0; i < lines.len; i++) {
		cells += lines.at[i] == '\t';
		if (lines.at[i] != '\n')
			continue;
		if (cells != 7)
			abort();
		cells = 0;
		rows++;
	}
	if (rows != mentions || cells != 0)
		abort();
}

static void
try_record(struct finder *finder, struct article *article, const struct record *record)
{
	static const struct report_limits limits = {.types = ENTITY_ALL};
	static const struct palette palette; /* no colours */
	static struct io_writer out;

	if (out.bytes == NULL)
		io_writer_open(&out, -1, false);
	intake_record(article, record);
	finder_run(finder, article);
	for (size_t i = 0; i < article->mention_count; i++) {
		const struct mention *m = &article->mentions[i];
		if (m->line >= article->line_count || m->start >= m->end ||
			m->end > article->lines[m->line].text.len)
			abort();
	}
	report_lines(&out, article, &limits, &palette);
	must_be_table((struct slice){out.bytes, out.len}, article->mention_count);
	out.len = out.committed = 0;
	report_record(&out, record, article, &limits);
	read_again((struct slice){out.bytes, out.len}, record);
	out.len = out.committed = 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct finder_options options = {.types = ENTITY_ALL, .asof = {"2024-03-01", 10}};
	static struct finder *finder;
	static struct article article;
	struct io_reader in;
	static struct rec_reader reader;
	struct record *record = NULL;

	if (finder == NULL)
		finder = finder_open(&options);
	rec_reader_close(&reader); /* that of a run before that died is still there */
	fuzz_reader_open(&in, (struct slice){(const char *)data, size}, SIZE_MAX, 1 << 16);
	rec_reader_open(&reader, &in);
	while (FUZZ_SURVIVES(record = rec_read(&reader)) && record != NULL)
		try_record(finder, &article, record);
	return 0;
}
