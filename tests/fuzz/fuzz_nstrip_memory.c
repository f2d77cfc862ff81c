/*
 * The file of nstrip --learn. Any bytes are refused, or taken, and what is saved then is taken again and
 * holds no less. The first byte: even for a file of those bytes, odd for entries under a head that fits them.
 */
#include "../../cmd/nstrip/memory.h"
#include "cli.h"
#include "fuzz.h"
#include "keep_in_memory.h"
#include "little.h"
#include "text.h"

#include <xxhash.h>

/* A file of these bytes; of entries with a head that fits them, as cmd/nstrip/memory.c lays it out. */
static void
make_file(struct slice bytes, bool entries)
{
	struct {
		char magic[16];
		uint32_t format, order;
		uint64_t count, checksum;
	} head = {"nstrip memory\n", 2, 0x01020304, bytes.len / 32, XXH3_64bits(bytes.at, bytes.len)};

	file.len = 0;
	if (entries)
		text_append(&file, (struct slice){(const char *)&head, sizeof head});
	text_append(&file, bytes);
}

/* Learns a page of two lines. */
static void
learn(struct memory *m)
{
	memory_page(m, memory_host(SLICE("https://www.example.org/a")), SLICE("page"));
	memory_is_chrome(m, SLICE("Share this"));
	memory_is_chrome(m, SLICE("A line that stands nowhere else"));
}

/* Does the file tell of pages of the host? Of so many that two more may be less than one in ten. */
static bool
tells_of_host(struct slice in)
{
	uint64_t key = little64(XXH3_64bits_withSeed("example.org", 11, 2));

	for (size_t i = 0; i + sizeof key <= in.len; i++)
		if (memcmp(in.at + i, &key, sizeof key) == 0)
			return true;
	return false;
}

/* A line that stood on another page of the site is chrome now. */
static void
must_know(struct memory *m, bool had_host)
{
	memory_page(m, SLICE("example.org"), SLICE("another page"));
	if (!memory_is_chrome(m, SLICE("Share this")) && !had_host)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct slice in; /* outlives a longjmp() */
	struct memory *m = NULL;

	if (size == 0)
		return 0;
	in = (struct slice){(const char *)data, size};
	/* Room for all, so that nothing of these is allocated where it could be let go. */
	cli_grow(&successor.bytes, &successor.capacity, size + 4096, 1);
	make_file((struct slice){(const char *)data + 1, size - 1}, data[0] & 1);
	cli_grow(&file.bytes, &file.capacity, size + 4096, 1);
	if (!FUZZ_SURVIVES(m = memory_open("file", 2))) {
		fuzz_let_go();
		return 0;
	}
	learn(m);
	memory_save(m);
	memory_close(m);
	if (!FUZZ_SURVIVES(m = memory_open("file", 2)))
		abort();
	must_know(m, tells_of_host(in));
	memory_close(m);
	return 0;
}
