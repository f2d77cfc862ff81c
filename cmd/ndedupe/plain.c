#include "plain.h"

#include "cli.h"
#include "progress.h"
#include "seen.h"
#include "tally.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * Lines are taken in batches: all are hashed, and their places in the table asked for, before the first is
 * looked up, so that memory works on all of them at once.
 */
enum { BATCH = 64 };

struct plain {
	const struct settings *settings;
	struct io_writer *out;
	struct budget *budget;
	struct state *state;
	struct seen seen;
	struct tally tally;       /* in the place of `seen` with -c and -g */
	struct slice line[BATCH]; /* without their ends */
	struct hash128 key[BATCH];
	size_t count;
	uint64_t read, kept, different;
};

/* A size as a person writes it, rounded up to whole units. */
static const char *
spell_size(size_t bytes, char out[24])
{
	static const char units[] = "KMGT";
	size_t unit = 0, n = (bytes + 1023) / 1024;
	for (; n >= 4096 && units[unit + 1] != '\0'; unit++)
		n = (n + 1023) / 1024;
	snprintf(out, 24, "%zu%c", n, units[unit]);
	return out;
}

/* ahead: lines of the batch that are looked at already. */
static _Noreturn void
memory_is_full(const struct plain *l, size_t ahead)
{
	char limit[24], next[24];
	spell_size(l->budget->limit, limit);
	spell_size(l->budget->limit * 2, next);
	cli_die("memory of %s is full after %llu lines, %llu of them different; --memory %s would hold about "
		"twice as many%s",
		limit, (unsigned long long)l->read + ahead, (unsigned long long)l->different, next,
		l->settings->count || l->settings->explain ? "" : ", --forget lets the oldest go");
}

static void
load_keys(void *context, enum state_kind kind, struct slice bytes)
{
	struct plain *l = context;
	if (kind == STATE_DOCUMENTS)
		cli_die("%s: holds records, but the input is plain text: name another state",
			l->settings->state);
	if (!seen_load(&l->seen, kind, bytes))
		state_too_large(l->settings->state, l->settings->memory);
}

void
plain_parameters(const struct settings *s, char *out, size_t size)
{
	snprintf(out, size, "lines, keys of %d bits%s", s->wide ? 128 : 64,
		s->line_end == '\0' ? ", ending in NUL" : "");
}

struct plain *
plain_open(const struct settings *settings, struct io_writer *out, struct budget *budget, struct state *state)
{
	struct plain *l = cli_alloc(1, sizeof *l);
	*l = (struct plain){.settings = settings, .out = out, .budget = budget, .state = state};
	progress_unit("lines");
	struct hash_seed seed = state != NULL ? state_seed(state) : hash_random_seed();
	if (settings->count || settings->explain)
		tally_open(&l->tally, seed, settings->count, budget);
	else
		seen_open(&l->seen, seed, settings->wide, settings->forget, budget);
	if (state != NULL) {
		l->seen.state = state;
		state_load(state, load_keys, l);
	}
	if (settings->explain)
		io_put(out, SLICE("id\tkept\tsimilarity\tkind\n"));
	return l;
}

/* Cuts the next batch out of what the reader holds; a last line without an end only if `rest`. */
static void
cut_batch(struct plain *l, struct io_reader *in, bool rest)
{
	const char end = l->settings->line_end;
	const char *at = in->bytes + in->begin, *stop = in->bytes + in->end;
	for (l->count = 0; l->count < BATCH && at < stop;) {
		const char *line_end = memchr(at, end, (size_t)(stop - at));
		if (line_end == NULL && !rest)
			break;
		const char *next = line_end != NULL ? line_end + 1 : stop;
		struct slice line = {at, (size_t)(next - at) - (line_end != NULL)};
		if (line.len > in->limit)
			cli_die("%s: line %llu: longer than %zu bytes; --max-record allows longer ones",
				in->name, (unsigned long long)in->line + l->count + 1, in->limit);
		l->line[l->count++] = line;
		at = next;
	}
	size_t taken = (size_t)(at - in->bytes) - in->begin;
	in->begin += taken;
	in->offset += taken;
	in->line += l->count;
}

/* With --shard i/N: is this line of our shard? The hash is unkeyed, so that all shards agree. */
static bool
is_ours(const struct settings *s, struct slice line)
{
	return s->shards == 0 || hash_fixed(line).high % s->shards == s->shard - 1;
}

static void
put_line(struct plain *l, size_t i)
{
	if (l->settings->number) {
		io_put_number(l->out, l->read + i + 1);
		io_put_byte(l->out, '\t');
	}
	io_put(l->out, l->line[i]);
	io_put_byte(l->out, l->settings->line_end);
}

/* Writes the lines [from, to) of the batch, which stand side by side in the reader, in one piece. */
static void
put_run(struct plain *l, size_t from, size_t to)
{
	if (from == to)
		return;
	const char *begin = l->line[from].at;
	struct slice last = l->line[to - 1];
	io_put(l->out, (struct slice){begin, (size_t)(last.at + last.len - begin)});
	io_put_byte(l->out, l->settings->line_end);
}

static void
judge_batch(struct plain *l)
{
	if (!seen_reserve(&l->seen, BATCH))
		memory_is_full(l, 0);
	for (size_t i = 0; i < l->count; i++)
		l->key[i] = seen_hash(&l->seen, l->line[i]);
	const bool plain = !l->settings->number && l->settings->shards == 0;
	size_t kept = 0, others = 0;
	size_t run = 0; /* where the lines that are kept and not yet written begin */
	for (size_t i = 0; i < l->count; i++) {
		bool ours = plain || is_ours(l->settings, l->line[i]);
		bool keep = ours && seen_add(&l->seen, l->key[i]) == l->settings->complement;
		kept += keep;
		others += !ours;
		if (keep && !plain)
			put_line(l, i);
		if (keep && plain)
			continue;
		if (plain)
			put_run(l, run, i);
		run = i + 1;
	}
	if (plain)
		put_run(l, run, l->count);
	l->kept += kept;
	l->different += l->settings->complement ? l->count - others - kept : kept;
	io_commit(l->out);
}

/* -c and -g: the tally tells when a line came first. */
static void
judge_batch_by_tally(struct plain *l)
{
	for (size_t i = 0; i < l->count; i++) {
		uint64_t number = l->read + i + 1, first = number;
		if (!is_ours(l->settings, l->line[i]))
			continue;
		if (!tally_add(&l->tally, l->line[i], &first))
			memory_is_full(l, i);
		l->kept += first == number;
		l->different = l->kept;
		if (!l->settings->explain || first == number)
			continue;
		io_put_number(l->out, number);
		io_put_byte(l->out, '\t');
		io_put_number(l->out, first);
		io_put(l->out, SLICE("\t1.000\tequal\n"));
	}
	io_commit(l->out);
}

void
plain_filter(struct plain *l, struct io_reader *in)
{
	bool rest = false;
	for (;;) {
		cut_batch(l, in, rest);
		if (l->count > 0 && (l->settings->count || l->settings->explain))
			judge_batch_by_tally(l);
		else if (l->count > 0)
			judge_batch(l);
		l->read += l->count;
		progress_records(l->count);
		if (l->count > 0)
			continue;
		if (rest)
			return;
		rest = !io_fill(in, "line");
	}
}

void
plain_close(struct plain *l)
{
	const struct settings *settings = l->settings;
	if (settings->count)
		tally_write(&l->tally, l->out, settings->line_end);
	if (settings->common.verbose)
		cli_warn("%llu lines read, %llu written, %zu bytes of memory", (unsigned long long)l->read,
			(unsigned long long)l->kept, l->budget->used);
	tally_close(&l->tally);
	seen_close(&l->seen);
	free(l);
}
