/*
 * The file of ndedupe --state. Any bytes are refused, or taken, and what is saved then is taken again, with
 * no line or record less. The first byte: bit 0 for segments under a head that fits them instead of any
 * bytes, bit 1 for records instead of lines, bit 2 for keys of 128 bits.
 */
#include "../../cmd/ndedupe/memory.h"
#include "../../cmd/ndedupe/seen.h"
#include "fuzz.h"
#include "keep_in_memory.h"

#include <xxhash.h>

/* --- Files that fit, as cmd/ndedupe/state.c lays them out ---------------------------------------- */

struct head {
	char magic[16];
	uint32_t version, byte_order;
	uint64_t seed[2], length;
	char parameters[200];
	uint64_t checksum;
};

struct segment {
	uint32_t kind, unused;
	uint64_t day, length, payload_checksum, checksum;
};

static const char parameters[] = "fuzz";

/* Segments: a byte for the kind, one for the length, the bytes. */
static void
make_segments(struct slice in)
{
	while (in.len >= 2) {
		size_t len = (unsigned char)in.at[1] * 4U;
		struct segment segment = {.kind = (unsigned char)in.at[0] % 5U, .day = 20000};
		in = slice_after(in, 2);
		len = len < in.len ? len : in.len;
		segment.length = len;
		segment.payload_checksum = XXH3_64bits(in.at, len);
		segment.checksum = XXH3_64bits(&segment, offsetof(struct segment, checksum));
		text_append(&file, (struct slice){(const char *)&segment, sizeof segment});
		text_append(&file, (struct slice){in.at, len});
		in = slice_after(in, len);
	}
}

static void
make_file(struct slice in, bool segments)
{
	struct head head = {.magic = "ndedupe state\n", .version = WORDS_VERSION, .byte_order = 0x01020304};

	file.len = 0;
	if (!segments) {
		text_append(&file, in);
		return;
	}
	text_append(&file, (struct slice){(const char *)&head, sizeof head});
	make_segments(in);
	strcpy(head.parameters, parameters);
	head.length = file.len;
	head.checksum = XXH3_64bits(&head, offsetof(struct head, checksum));
	memcpy(file.bytes, &head, sizeof head);
}

/* --- What takes them --------------------------------------------------------------------------- */

struct run {
	struct settings settings;
	struct state *state;
	bool records, wide;
	struct memory memory;
	struct budget budget;
	struct seen seen;
};

static void
take(void *context, enum state_kind kind, struct slice bytes)
{
	struct run *run = context;

	if (run->records && kind == STATE_DOCUMENTS)
		memory_load(&run->memory, bytes);
	else if (run->records || kind == STATE_DOCUMENTS || !seen_load(&run->seen, kind, bytes))
		exit(2);
}

static void
load(struct run *run)
{
	run->state = state_open("file", false, 0);
	state_expect(run->state, parameters);
	run->memory.state = run->state;
	seen_open(&run->seen, state_seed(run->state), run->wide, false, &run->budget);
	run->seen.state = run->state;
	state_load(run->state, take, run);
}

/* Loads the state, adds to it if `add`, and saves it; false if it is refused. Gives what was held in *count.
 */
static bool
run_once(uint8_t mode, bool add, size_t *count)
{
	struct run run = {.settings = {.threshold = 0.5, .state = "file"},
		.records = mode & 2,
		.wide = mode & 4,
		.budget = {4 << 20, 0}};
	struct words words = {0};
	struct sketch sketch = {0};

	memory_open(&run.memory, &run.settings, true, 0);
	bool taken = FUZZ_SURVIVES(load(&run));
	*count = run.records ? memory_count(&run.memory) : seen_count(&run.seen);
	if (taken && add && run.records) {
		words_add(&words, SLICE("Fifty words are too many to write, but four are a shingle"));
		sketch_make(&sketch, &words);
		if (!memory_keep(&run.memory, (struct hash128){1, 2}, &sketch, SLICE("id")))
			abort();
		++*count;
	} else if (taken && add) {
		if (!seen_reserve(&run.seen, 1))
			abort();
		*count += !seen_add(&run.seen, seen_hash(&run.seen, SLICE("a line")));
	}
	if (run.state != NULL)
		state_close(run.state, taken);
	memory_close(&run.memory);
	seen_close(&run.seen);
	words_close(&words);
	sketch_close(&sketch);
	if (!taken)
		fuzz_let_go();
	return taken;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t before, after;

	if (size == 0)
		return 0;
	/* Room for all, so that nothing of these is allocated where it could be let go. */
	cli_grow(&successor.bytes, &successor.capacity, 64 * size + 4096, 1);
	cli_grow(&file.bytes, &file.capacity, 64 * size + 4096, 1);
	make_file((struct slice){(const char *)data + 1, size - 1}, data[0] & 1);
	if (!run_once(data[0], true, &before))
		return 0;
	if (!run_once(data[0], false, &after) || before != after)
		abort();
	return 0;
}
