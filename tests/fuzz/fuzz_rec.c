/*
 * The record reader and writer: what is written from what was read reads as the same. The reader dies of what
 * is no record, so inputs are mended first: a line that could not be a field gets a name.
 */
#define _GNU_SOURCE
#include "rec.h"

#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

static int
file_of(struct slice bytes)
{
	int fd = memfd_create("fuzz", 0);
	if (fd == -1 || (bytes.len > 0 && write(fd, bytes.at, bytes.len) != (ssize_t)bytes.len))
		abort();
	lseek(fd, 0, SEEK_SET);
	return fd;
}

/* Reads all records of a file and writes them to another. */
static void
rewrite(int from, int to)
{
	static struct io_reader reader;
	static struct rec_reader records;
	static struct io_writer w;

	/* Those of a run before that died are still there. */
	rec_reader_close(&records);
	io_reader_close(&reader);
	free(w.bytes);
	io_reader_open(&reader, from, "fuzz", 1 << 24, NULL);
	rec_reader_open(&records, &reader);
	io_writer_open(&w, dup(to), false);
	rec_sniff(&reader);
	for (struct record *r; (r = rec_read(&records)) != NULL;)
		rec_write(&w, r);
	io_writer_close(&w);
}

static struct slice
content(int fd)
{
	static char bytes[2][1 << 18];
	static int turn;
	turn = !turn;
	lseek(fd, 0, SEEK_SET);
	ssize_t n = read(fd, bytes[turn], sizeof bytes[turn]);
	return (struct slice){bytes[turn], n > 0 ? (size_t)n : 0};
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int in = file_of((struct slice){(const char *)data, size}), out = file_of(SLICE("")),
	    again = file_of(SLICE(""));

	if (FUZZ_SURVIVES(rewrite(in, out))) {
		lseek(out, 0, SEEK_SET);
		rewrite(out, again);
		if (!slice_equal(content(out), content(again)))
			abort();
	}
	close(in);
	close(out);
	close(again);
	return 0;
}
