#include "memory.h"

#include "cli.h"
#include "little.h"

#include <stdlib.h>

/* How a kept record stands in the state: this, its id, the bytes of its print, its samples; little-endian. */
struct kept {
	uint64_t size; /* of all of it */
	struct hash128 key;
	uint32_t words, numbers, elements, sample_count;
	uint16_t id_len;
	uint8_t bucket_bits, rank;
	uint8_t unused[4];
};

/* From the machine's byte order to the state's, or back. */
static struct kept
turned(struct kept k)
{
	k.size = little64(k.size);
	k.key = (struct hash128){little64(k.key.low), little64(k.key.high)};
	k.words = little32(k.words);
	k.numbers = little32(k.numbers);
	k.elements = little32(k.elements);
	k.sample_count = little32(k.sample_count);
	k.id_len = little16(k.id_len);
	return k;
}

void
memory_open(struct memory *m, const struct settings *settings, bool has_index, size_t taken)
{
	size_t limit = settings->memory;
	if (limit != 0)
		limit = limit > taken ? limit - taken : 1;
	if (settings->forget)
		limit /= 2;
	*m = (struct memory){.settings = settings, .budgets = {{limit, 0}, {limit, 0}}};
	m->judge.settings = settings;
	m->keep_ids = settings->explain || settings->state != NULL;
	archive_open(&m->archives[0], has_index, &m->budgets[0]);
}

void
memory_close(struct memory *m)
{
	archive_close(&m->archives[m->current]);
	if (m->has_older)
		archive_close(&m->archives[1 - m->current]);
	judge_close(&m->judge);
	free(m->entry.bytes);
}

/* The older generation goes, the present one becomes the older. False if nothing may be forgotten. */
static bool
forget_older(struct memory *m)
{
	const bool has_index = m->archives[m->current].has_index;
	if (!m->settings->forget || m->archives[m->current].count == 0)
		return false;
	if (m->has_older)
		archive_close(&m->archives[1 - m->current]);
	m->has_older = true;
	m->current = 1 - m->current;
	archive_open(&m->archives[m->current], has_index, &m->budgets[m->current]);
	return true;
}

static struct verdict
judge_in(struct memory *m, const struct archive *a, struct hash128 key, struct sketch *sketch)
{
	uint32_t number = archive_find(a, key);
	if (number != 0)
		return (struct verdict){EQUAL, 1, a, number};
	if (sketch == NULL)
		return (struct verdict){.kind = FRESH};
	return judge_near(&m->judge, a, sketch);
}

struct verdict
memory_judge(struct memory *m, struct hash128 key, struct sketch *sketch)
{
	struct verdict verdict = judge_in(m, &m->archives[m->current], key, sketch);
	if (!m->has_older || verdict.kind == EQUAL || verdict.kind == NEAR)
		return verdict;
	struct verdict older = judge_in(m, &m->archives[1 - m->current], key, sketch);
	return older.kind != FRESH ? older : verdict;
}

static void
put_in_state(struct memory *m, struct hash128 key, const struct print *print, struct slice id,
	const struct sketch *sketch)
{
	struct kept kept = {.key = key,
		.words = print->words,
		.numbers = print->numbers,
		.elements = print->elements,
		.sample_count = sketch != NULL ? (uint32_t)sketch->sample_count : 0,
		.id_len = id.len < UINT16_MAX ? (uint16_t)id.len : UINT16_MAX,
		.bucket_bits = print->bucket_bits,
		.rank = print->rank};
	const size_t samples = kept.sample_count * sizeof(uint32_t), id_len = kept.id_len;
	kept.size = sizeof kept + id_len + print_size(print) + samples;
	kept = turned(kept);
	m->entry.len = 0;
	text_append(&m->entry, (struct slice){(const char *)&kept, sizeof kept});
	text_append(&m->entry, (struct slice){id.at, id_len});
	text_append(&m->entry, (struct slice){(const char *)print->bytes, print_size(print)});
	if (samples > 0) {
		text_append(&m->entry, (struct slice){(const char *)sketch->samples, samples});
		little_all(m->entry.bytes + m->entry.len - samples, sketch->sample_count, sizeof(uint32_t));
	}
	state_put(m->state, STATE_DOCUMENTS, text_slice(&m->entry));
}

bool
memory_keep(struct memory *m, struct hash128 key, struct sketch *sketch, struct slice id)
{
	struct print print = {0};
	if (sketch != NULL)
		print = sketch_print(sketch);
	struct slice kept_id = m->keep_ids ? id : (struct slice){NULL, 0};
	const uint32_t *samples = sketch != NULL ? sketch->samples : NULL;
	const size_t count = sketch != NULL ? sketch->sample_count : 0;
	bool added;
	do
		added = archive_add(&m->archives[m->current], key, &print, kept_id, samples, count) != 0;
	while (!added && forget_older(m));
	if (added && m->state != NULL)
		put_in_state(m, key, &print, id, sketch);
	return added;
}

bool
memory_drop(struct memory *m, const struct sketch *sketch)
{
	bool added;
	do
		added = archive_add_dropped(&m->archives[m->current], sketch->samples, sketch->sample_count);
	while (!added && forget_older(m));
	return added;
}

static _Noreturn void
refuse_entry(const struct memory *m)
{
	cli_die("%s: the state holds an entry that makes no sense; the file is left as it is",
		m->settings->state);
}

/* Takes one entry; gives its size. */
static size_t
load_entry(struct memory *m, struct slice s)
{
	struct kept kept;
	if (s.len < sizeof kept)
		refuse_entry(m);
	memcpy(&kept, s.at, sizeof kept);
	kept = turned(kept);
	struct print print = {kept.words, kept.numbers, kept.elements, kept.bucket_bits, kept.rank, NULL};
	const size_t samples = (size_t)kept.sample_count * sizeof(uint32_t);
	if (kept.bucket_bits > BUCKET_BITS_MOST || kept.rank > RANK_MOST || kept.size > s.len ||
		kept.size != sizeof kept + kept.id_len + print_size(&print) + samples)
		refuse_entry(m);
	struct slice id = {s.at + sizeof kept, kept.id_len};
	print.bytes = (const unsigned char *)id.at + id.len;
	if (!print_is_sound(&print))
		refuse_entry(m);
	uint32_t *sample = cli_alloc(kept.sample_count + 1, sizeof *sample);
	memcpy(sample, print.bytes + print_size(&print), samples);
	little_all(sample, kept.sample_count, sizeof *sample);
	bool added;
	do
		added = archive_add(&m->archives[m->current], kept.key, &print, id, sample,
				kept.sample_count) != 0;
	while (!added && forget_older(m));
	free(sample);
	if (!added)
		state_too_large(m->settings->state, m->settings->memory);
	return (size_t)kept.size;
}

void
memory_load(struct memory *m, struct slice entries)
{
	while (entries.len > 0)
		entries = slice_after(entries, load_entry(m, entries));
}

size_t
memory_count(const struct memory *m)
{
	return m->archives[0].count + m->archives[1].count;
}

size_t
memory_size(const struct memory *m)
{
	return m->budgets[0].used + m->budgets[1].used;
}
