#include "records.h"

#include "memory.h"
#include "pairs.h"
#include "record_key.h"
#include "rec.h"
#include "repeats.h"
#include "seen.h"

#include <stdio.h>
#include <stdlib.h>

enum { COPIES_DIGITS = 15 }; /* a Copies field of more is none of ours */

struct counts {
	uint64_t read, equal, near, updates, unjudged, lines;
};

struct records {
	const struct settings *settings;
	struct io_writer *out;
	struct state *state;
	struct repeats repeats;
	struct words words;
	struct sketch sketch;
	struct memory memory;
	struct pairs *pairs; /* --apply */
	struct budget text_budget;
	struct seen text_lines; /* -l */
	struct io_writer held;  /* -c: kept records wait here, never written by it */
	struct held_record *ends;
	size_t held_count, held_capacity;
	size_t *held_at; /* which of them a remembered record is, by its number */
	size_t held_at_capacity;
	struct text_buffer id;
	uint64_t copies; /* -c: that the present record stands for */
	struct counts counts;
	bool near, begun;
};

/* A record that waits for its count. */
struct held_record {
	size_t end; /* of its fields in `held` */
	uint64_t copies;
};

void
records_parameters(const struct settings *s, char *out, size_t size)
{
	const char *lines = !s->text_lines ? "" : s->wide ? ", and lines of 128 bits" : ", and lines";
	if (!record_key_parameters(s, out, size) || strlen(out) + strlen(lines) >= size)
		cli_usage_error("the fields of -k are too long for a state");
	strcat(out, lines);
}

static void
load(void *context, enum state_kind kind, struct slice bytes)
{
	struct records *r = context;
	if (kind == STATE_DOCUMENTS)
		memory_load(&r->memory, bytes);
	else if (!r->settings->text_lines || !seen_load(&r->text_lines, kind, bytes))
		state_too_large(r->settings->state, r->settings->memory);
}

/* -l has a quarter of the memory to itself. */
static void
open_text_lines(struct records *r)
{
	struct hash_seed seed = r->state != NULL ? state_seed(r->state) : hash_random_seed();
	r->text_budget.limit = r->settings->memory / 4;
	seen_open(&r->text_lines, seed, r->settings->wide, r->settings->forget, &r->text_budget);
	r->text_lines.state = r->state;
}

struct records *
records_open(const struct settings *settings, struct io_writer *out, struct state *state, struct pairs *pairs)
{
	struct records *r = cli_alloc(1, sizeof *r);
	*r = (struct records){
		.settings = settings, .out = out, .state = state, .pairs = pairs, .held = {.fd = -1}};
	if (pairs != NULL)
		pairs_check_whole(pairs);
	r->near = !settings->exact && settings->key_count == 0;
	r->sketch.minhash = settings->minhash;
	memory_open(&r->memory, settings, r->near && settings->verb == FILTER,
		settings->text_lines ? settings->memory / 4 : 0);
	r->memory.state = state;
	if (settings->text_lines)
		open_text_lines(r);
	if (state != NULL)
		state_load(state, load, r);
	return r;
}

static _Noreturn void
memory_is_full(const struct records *r)
{
	cli_die("memory of %zu MB is full after %llu records, of which %zu are remembered (%zu bytes each); "
		"a larger --memory holds more%s",
		r->settings->memory >> 20, (unsigned long long)r->counts.read, memory_count(&r->memory),
		memory_size(&r->memory) / (memory_count(&r->memory) + 1),
		r->settings->count || r->settings->forget ? "" : ", --forget lets the oldest go");
}

/* --- Writing -------------------------------------------------------------------------------- */

static void
begin_output(struct records *r)
{
	if (r->begun)
		return;
	r->begun = true;
	if (r->settings->explain)
		io_put(r->out, SLICE("id\tkept\tsimilarity\tkind\n"));
	else if (r->settings->verb == SKETCH)
		pairs_put_parameters(r->out, r->settings);
	else
		rec_put_descriptor(r->out, SLICE("Article"));
	io_commit(r->out);
}

/* -l: takes out the Text lines that an earlier record had. */
static void
remove_known_lines(struct records *r, struct record *record)
{
	size_t kept = 0;
	if (!seen_reserve(&r->text_lines, record->count))
		memory_is_full(r);
	for (size_t i = 0; i < record->count; i++) {
		struct rec_field *f = &record->fields[i];
		if (f->kind == REC_TEXT && seen_add(&r->text_lines, seen_hash(&r->text_lines, f->value)))
			r->counts.lines++;
		else
			record->fields[kept++] = *f;
	}
	record->count = kept;
}

/* -c: takes out what an earlier -c wrote; gives its number, or 1 for a record that is counted first. */
static uint64_t
take_copies(struct record *record)
{
	uint64_t copies = 0;
	size_t kept = 0;
	for (size_t i = 0; i < record->count; i++) {
		const struct rec_field field = record->fields[i];
		uint64_t number = 0;
		size_t digits = 0;
		for (; digits < field.value.len && text_ascii_digit(field.value.at[digits]); digits++)
			number = number * 10 + (uint64_t)(field.value.at[digits] - '0');
		if (slice_equal(field.name, SLICE("Copies")) && digits > 0 && digits <= COPIES_DIGITS &&
			digits == field.value.len)
			copies += number;
		else
			record->fields[kept++] = field;
	}
	bool is_first = kept == record->count;
	record->count = kept;
	return is_first ? 1 : copies;
}

static void
hold(struct records *r, const struct record *record)
{
	for (size_t i = 0; i < record->count; i++)
		rec_put(&r->held, record->fields[i].name, record->fields[i].value);
	cli_grow(&r->ends, &r->held_capacity, r->held_count + 1, sizeof *r->ends);
	r->ends[r->held_count++] = (struct held_record){r->held.len, r->copies};
}

static void
write_held(struct records *r)
{
	size_t begin = 0;
	for (size_t i = 0; i < r->held_count; i++) {
		char copies[24];
		int len = snprintf(copies, sizeof copies, "%llu", (unsigned long long)r->ends[i].copies);
		io_put(r->out, (struct slice){r->held.bytes + begin, r->ends[i].end - begin});
		rec_put(r->out, SLICE("Copies"), (struct slice){copies, (size_t)len});
		rec_put_end(r->out);
		begin = r->ends[i].end;
	}
}

static void
explain(struct records *r, struct slice id, const struct verdict *verdict)
{
	static const char *const kinds[] = {[EQUAL] = "equal", [NEAR] = "near", [UPDATE] = "update"};
	char similarity[40];
	snprintf(similarity, sizeof similarity, "\t%.3f\t%s\n", verdict->similarity, kinds[verdict->kind]);
	io_put(r->out, id);
	io_put_byte(r->out, '\t');
	io_put(r->out, archive_view(verdict->archive, verdict->number).id);
	io_put(r->out, slice_of(similarity));
	io_commit(r->out);
}

/* --- Judging -------------------------------------------------------------------------------- */

/* The verdict on a record whose words, and sketch if near-duplicates count, are made. */
static struct verdict
judge(struct records *r, struct hash128 key, struct slice id)
{
	struct sketch *sketch = r->near ? &r->sketch : NULL;
	if (r->pairs == NULL)
		return memory_judge(&r->memory, key, sketch);
	struct verdict verdict = memory_judge(&r->memory, key, NULL);
	if (verdict.kind != FRESH || sketch == NULL || sketch->sample_count == 0)
		return verdict;
	pairs_vote(r->pairs, id, &r->memory.judge.votes);
	return judge_candidates(&r->memory.judge, &r->memory.archives[0], sketch);
}

static bool
is_dropped(const struct records *r, const struct verdict *verdict)
{
	return verdict->kind == EQUAL || verdict->kind == NEAR ||
	       (verdict->kind == UPDATE && r->settings->drop_updates);
}

static void
count_verdict(struct records *r, const struct verdict *verdict)
{
	r->counts.equal += verdict->kind == EQUAL;
	r->counts.near += verdict->kind == NEAR;
	r->counts.updates += verdict->kind == UPDATE;
}

static void
remember(struct records *r, struct hash128 key, struct slice id, bool dropped)
{
	struct sketch *sketch = r->near ? &r->sketch : NULL;
	if (!(dropped ? sketch == NULL || memory_drop(&r->memory, sketch)
		      : memory_keep(&r->memory, key, sketch, id)))
		memory_is_full(r);
	if (r->settings->count && !dropped) {
		const size_t number = memory_count(&r->memory);
		cli_grow(&r->held_at, &r->held_at_capacity, number + 1, sizeof *r->held_at);
		r->held_at[number] = r->held_count; /* it is delivered next */
	}
	if (r->pairs != NULL && !dropped)
		pairs_kept(r->pairs, id, (uint32_t)memory_count(&r->memory));
}

static void
deliver(struct records *r, struct record *record, bool dropped)
{
	if (r->settings->explain || dropped != r->settings->complement)
		return;
	if (r->settings->text_lines)
		remove_known_lines(r, record);
	if (r->settings->count)
		hold(r, record);
	else
		rec_write(r->out, record);
}

/* Drops or keeps one record. */
static void
filter(struct records *r, struct record *record, struct slice id)
{
	struct hash128 key;
	const bool by_words = r->settings->key_count == 0;
	if (r->pairs != NULL && !pairs_involve(r->pairs, id)) {
		r->counts.unjudged += !by_words && !record_key(r->settings, &r->words, record, &key);
		deliver(r, record, false);
		return;
	}
	if (by_words)
		words_of_record(&r->words, record);
	if (!record_key(r->settings, &r->words, record, &key)) {
		r->counts.unjudged++;
		deliver(r, record, false);
		return;
	}
	if (r->near)
		sketch_make(&r->sketch, &r->words);
	struct verdict verdict = judge(r, key, id);
	bool dropped = is_dropped(r, &verdict);
	count_verdict(r, &verdict);
	if (r->settings->explain && verdict.kind != FRESH)
		explain(r, id, &verdict);
	if (r->settings->count && dropped)
		r->ends[r->held_at[verdict.number]].copies += r->copies;
	remember(r, key, id, dropped);
	deliver(r, record, dropped);
}

static void
put_sketch(struct records *r, const struct record *record, struct slice id, const struct rec_reader *reader)
{
	struct hash128 key;
	if (rec_value(record, REC_ID).at == NULL)
		cli_die("%s: record %llu: no Id, by which --apply could know it again; nsplit gives one",
			reader->in->name, (unsigned long long)reader->count);
	if (r->settings->key_count == 0)
		words_of_record(&r->words, record);
	if (!record_key(r->settings, &r->words, record, &key)) {
		r->counts.unjudged++;
		return;
	}
	if (r->near)
		sketch_make(&r->sketch, &r->words);
	pairs_put_sketch(r->out, key, r->near ? &r->sketch : NULL, r->settings->part, r->counts.read, id);
}

/* What was cut off is not remembered beyond this run: the whole of it may come yet. */
static void
heed_cut(struct records *r, const struct record *record, const struct rec_reader *reader)
{
	bool lasts = r->state != NULL && !r->settings->read_only;

	if (record->cut && lasts)
		cli_warn("%s: record %llu: the input ends within it (no empty line behind it): it is not "
			 "remembered in %s",
			reader->in->name, (unsigned long long)reader->count, r->settings->state);
	r->memory.state = record->cut ? NULL : r->state;
	r->text_lines.state = r->memory.state;
}

void
records_filter(struct records *r, struct io_reader *in)
{
	struct rec_reader reader;
	struct record *record;
	begin_output(r);
	rec_reader_open(&reader, in);
	while ((record = rec_read(&reader)) != NULL) {
		r->counts.read++;
		repeats_remove(&r->repeats, record);
		struct slice id = record_id(record, r->counts.read, &r->id);
		if (r->settings->count)
			r->copies = take_copies(record);
		if (r->settings->verb == SKETCH)
			put_sketch(r, record, id, &reader);
		else {
			heed_cut(r, record, &reader);
			if (r->settings->within_only)
				deliver(r, record, false);
			else
				filter(r, record, id);
		}
	}
	rec_reader_close(&reader);
}

/* --- The end -------------------------------------------------------------------------------- */

static void
report(const struct records *r)
{
	const struct counts *c = &r->counts;
	cli_warn(
		"%llu records read; dropped: %llu equal, %llu near; %llu updates; %llu repeated lines within "
		"records, %llu across; %zu records remembered in %zu bytes",
		(unsigned long long)c->read, (unsigned long long)c->equal, (unsigned long long)c->near,
		(unsigned long long)c->updates, (unsigned long long)r->repeats.removed,
		(unsigned long long)c->lines, memory_count(&r->memory), memory_size(&r->memory));
}

void
records_close(struct records *r)
{
	if (r->settings->count)
		write_held(r);
	if (r->settings->common.verbose)
		report(r);
	if (r->counts.unjudged > 0)
		cli_warn("%llu record%s without a field of -k: kept", (unsigned long long)r->counts.unjudged,
			r->counts.unjudged == 1 ? "" : "s");
	cli_unjudged(r->counts.unjudged);
	memory_close(&r->memory);
	seen_close(&r->text_lines);
	repeats_close(&r->repeats);
	words_close(&r->words);
	sketch_close(&r->sketch);
	free(r->held.bytes);
	free(r->ends);
	free(r->held_at);
	free(r->id.bytes);
	free(r);
}
