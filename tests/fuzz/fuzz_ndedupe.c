/*
 * ndedupe's judgement: each line is a text that comes after those before it. What came before is equal, and
 * no text covers more words than it has. Inputs that begin with a NUL are entries of a state.
 */
#include "../../cmd/ndedupe/memory.h"
#include "../../cmd/ndedupe/record_key.h"
#include "fuzz.h"

static const struct settings settings = {
	.threshold = 0.5, .state = "state", .line_end = '\n', .memory = 4 << 20};

static void
judge_text(struct memory *m, struct words *words, struct sketch *sketch, struct slice text)
{
	struct record record = {0};
	struct hash128 key;

	words->count = 0;
	rec_append(&record, REC_OTHER, text); /* a text without words has a key nonetheless */
	words_add(words, text);
	if (!record_key(&settings, words, &record, &key))
		abort();
	free(record.fields);
	sketch_make(sketch, words);
	struct verdict verdict = memory_judge(m, key, sketch);
	if (verdict.kind == NEAR && (verdict.similarity < 0.5 || verdict.similarity > 1))
		abort();
	if (verdict.kind == EQUAL || verdict.kind == NEAR) {
		if (!memory_drop(m, sketch))
			abort();
		return;
	}
	if (!memory_keep(m, key, sketch, text))
		abort();
	if (memory_judge(m, key, sketch).kind != EQUAL)
		abort();
	struct print print = sketch_print(sketch);
	if (!print_is_sound(&print) ||
		(sketch->shingle_count > 0 && sketch_cover(sketch, &print).words != words->count))
		abort();
}

static void
load_state(struct memory *m, struct slice entries)
{
	(void)FUZZ_SURVIVES(memory_load(m, entries));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct words words;
	static struct sketch sketch;
	struct memory m;
	struct slice rest = {(const char *)data, size};

	memory_open(&m, &settings, true, 0);
	if (size > 0 && data[0] == 0)
		load_state(&m, slice_after(rest, 1));
	while (rest.len > 0) {
		const char *end = memchr(rest.at, '\n', rest.len);
		struct slice line = {rest.at, end != NULL ? (size_t)(end - rest.at) : rest.len};
		judge_text(&m, &words, &sketch, line);
		rest = slice_after(rest, line.len + (end != NULL));
	}
	memory_close(&m);
	return 0;
}
