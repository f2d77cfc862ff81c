/*
 * The record reader and writer: what is written from what was read reads as the same, wherever the reads end.
 * The reader dies of what is no record. The first byte is the size of the reads, 0 for all at once.
 */
#include "rec.h"

#include "fuzz.h"

/* Reads all records of an input and writes them. */
static void
rewrite(struct rec_reader *records, struct io_writer *to)
{
	rec_sniff(records->in);
	for (struct record *r; (r = rec_read(records)) != NULL;)
		rec_write(to, r);
}

static bool
rewrite_in_pieces(struct slice input, size_t piece, struct io_writer *to)
{
	struct io_reader in;
	struct rec_reader records;

	to->fd = -1;
	to->len = to->committed = 0;
	fuzz_reader_open(&in, input, piece, 1 << 16);
	rec_reader_open(&records, &in);
	bool survives = FUZZ_SURVIVES(rewrite(&records, to));
	rec_reader_close(&records);
	return survives;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct io_writer once, pieces, again;

	if (size == 0)
		return 0;
	struct slice input = {(const char *)data + 1, size - 1};
	bool survives = rewrite_in_pieces(input, SIZE_MAX, &once);
	if (data[0] != 0 && rewrite_in_pieces(input, data[0], &pieces) != survives)
		abort();
	struct slice written = {once.bytes, once.len};
	if (data[0] != 0 && !slice_equal(written, (struct slice){pieces.bytes, pieces.len}))
		abort();
	if (!survives)
		return 0;
	if (!rewrite_in_pieces(written, SIZE_MAX, &again) ||
		!slice_equal(written, (struct slice){again.bytes, again.len}))
		abort();
	return 0;
}
