#include "pairs.h"

#include "cli.h"
#include "judge.h"
#include "record_key.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* --- sketch --------------------------------------------------------------------------------- */

static void
put_sketch_line(struct io_writer *out, const char *sample, const char *position, struct slice id)
{
	io_put(out, slice_of(sample));
	io_put_byte(out, '\t');
	io_put(out, slice_of(position));
	io_put_byte(out, '\t');
	io_put(out, id);
	io_put_byte(out, '\n');
}

enum { PARAMETERS = 200 };

/* What both halves must have in common. */
static void
spell_parameters(const struct settings *settings, char out[PARAMETERS])
{
	char made_of[PARAMETERS - 20]; /* cut short alike in both halves */
	record_key_parameters(settings, made_of, sizeof made_of);
	snprintf(out, PARAMETERS, "%s; version %d", made_of, WORDS_VERSION);
}

void
pairs_put_parameters(struct io_writer *out, const struct settings *settings)
{
	char parameters[PARAMETERS];
	spell_parameters(settings, parameters);
	put_sketch_line(out, "p", parameters, SLICE(""));
	io_commit(out);
}

void
pairs_put_sketch(struct io_writer *out, struct hash128 key, const struct sketch *sketch, uint64_t part,
	uint64_t ordinal, struct slice id)
{
	char position[40], sample[40];
	/* of fixed width, so that they sort by place as text */
	snprintf(position, sizeof position, "%06llu.%010llu", (unsigned long long)part,
		(unsigned long long)ordinal);
	snprintf(sample, sizeof sample, "k%016llx%08lx", (unsigned long long)key.low,
		(unsigned long)(key.high >> 32));
	put_sketch_line(out, sample, position, id);
	for (size_t i = 0; sketch != NULL && i < sketch->sample_count; i++) {
		snprintf(sample, sizeof sample, "s%08lx", (unsigned long)sketch->samples[i]);
		put_sketch_line(out, sample, position, id);
	}
	io_commit(out);
}

/* --- join ----------------------------------------------------------------------------------- */

static _Noreturn void
refuse_line(const struct io_reader *in, struct slice line, const char *what)
{
	cli_die("%s: line %llu: %s: '%.*s'", in->name, (unsigned long long)in->line, what,
		(int)(line.len < 80 ? line.len : 80), line.at != NULL ? line.at : "");
}

/* The lines of one sample that later ones are paired with. */
struct group {
	struct io_writer *out;
	struct text_buffer sample;
	struct text_buffer members[POSTINGS_MOST]; /* "position TAB id" */
	size_t count;
};

/* Cuts the next column off a line; false if there is none. */
static bool
cut_column(struct slice *line, struct slice *column)
{
	const char *tab = line->len > 0 ? memchr(line->at, '\t', line->len) : NULL;
	*column = (struct slice){line->at, tab != NULL ? (size_t)(tab - line->at) : line->len};
	*line = slice_after(*line, column->len + (tab != NULL));
	return tab != NULL;
}

static int
slice_compare(struct slice a, struct slice b)
{
	size_t least = a.len < b.len ? a.len : b.len;
	int order = least > 0 ? memcmp(a.at, b.at, least) : 0;
	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static void
set(struct text_buffer *b, struct slice s)
{
	b->len = 0;
	text_append(b, s);
}

/* "new position, old position, new id, old id, k or s": sorts by where the new record stands, then the old
 * one. */
static void
put_pair(struct io_writer *out, char kind, struct slice new, struct slice old)
{
	struct slice new_position, old_position;
	cut_column(&new, &new_position);
	cut_column(&old, &old_position);
	io_put(out, new_position);
	io_put_byte(out, '\t');
	io_put(out, old_position);
	io_put_byte(out, '\t');
	io_put(out, new);
	io_put_byte(out, '\t');
	io_put(out, old);
	io_put_byte(out, '\t');
	io_put_byte(out, kind);
	io_put_byte(out, '\n');
	io_commit(out);
}

/* "p, parameters", once for each. */
static void
join_parameters(struct group *g, struct slice member)
{
	struct slice parameters;
	cut_column(&member, &parameters);
	if (g->count > 0 && slice_equal(parameters, text_slice(&g->members[0])))
		return;
	io_put(g->out, SLICE("p\t"));
	io_put(g->out, parameters);
	io_put_byte(g->out, '\n');
	io_commit(g->out);
	set(&g->members[0], parameters);
	g->count = 1;
}

/* The kind is k for a key of equality, s for a sample, c for one that POSTINGS_MOST records had before. */
static void
join_line(struct group *g, struct slice member)
{
	const bool is_key = g->sample.bytes[0] == 'k';
	const size_t most = is_key ? 1 : POSTINGS_MOST;
	const char kind = is_key ? 'k' : g->count < most ? 's' : 'c';
	for (size_t i = 0; i < g->count; i++)
		put_pair(g->out, kind, member, text_slice(&g->members[i]));
	if (g->count < most)
		set(&g->members[g->count++], member);
}

void
pairs_join(struct io_reader *in, struct io_writer *out)
{
	struct group g = {.out = out};
	struct text_buffer last = {0};
	struct slice line, sample;
	while (io_line(in, '\n', &line, NULL)) {
		struct slice whole = line;
		if (!cut_column(&line, &sample) || sample.len == 0 ||
			(sample.at[0] != 'k' && sample.at[0] != 's' && sample.at[0] != 'p'))
			refuse_line(in, whole, "not a line of ndedupe --sketch");
		if (slice_compare(whole, text_slice(&last)) < 0)
			refuse_line(in, whole, "not in order: sort the sketches with LC_ALL=C sort");
		set(&last, whole);
		if (g.sample.len == 0 || !slice_equal(sample, text_slice(&g.sample))) {
			set(&g.sample, sample);
			g.count = 0;
		}
		if (sample.at[0] == 'p')
			join_parameters(&g, line);
		else
			join_line(&g, line);
	}
	for (size_t i = 0; i < POSTINGS_MOST; i++)
		free(g.members[i].bytes);
	free(g.sample.bytes);
	free(last.bytes);
}

/* --- apply ---------------------------------------------------------------------------------- */

struct pair {
	uint64_t old; /* hash of the id */
	struct candidate shared;
};

struct involved {
	size_t first, count; /* of its pairs as the new one */
	uint32_t number;     /* in the archive, once it is kept */
	bool came;
};

struct pairs {
	const struct settings *settings;
	bool whole; /* the last line was there */
	struct pair *pairs;
	size_t count, capacity;
	struct hash_secret secret; /* of the hashes of ids */
	struct table ids;          /* hash of an id, index of the involved record */
	struct involved *involved;
	size_t involved_count, involved_capacity;
	uint64_t missing;
	struct budget budget; /* without a bound: it is small */
};

static uint64_t
id_hash(const struct pairs *p, struct slice id)
{
	uint64_t h = hash_keyed(&p->secret, id);
	return h | (h == 0);
}

static struct involved *
find_involved(const struct pairs *p, uint64_t id)
{
	const uint64_t *slot = table_find_wide(&p->ids, id, 0);
	return slot[0] != 0 ? &p->involved[slot[1]] : NULL;
}

static struct involved *
add_involved(struct pairs *p, uint64_t id)
{
	struct involved *known = find_involved(p, id);
	if (known != NULL)
		return known;
	table_reserve(&p->ids, 1);
	uint64_t *slot = table_find_wide(&p->ids, id, 0);
	slot[0] = id;
	slot[1] = p->involved_count;
	table_took(&p->ids, slot);
	cli_grow(&p->involved, &p->involved_capacity, p->involved_count + 1, sizeof *p->involved);
	p->involved[p->involved_count] = (struct involved){0};
	p->missing++;
	return &p->involved[p->involved_count++];
}

/* A pair with all its lines: what the new record shares with the old one, and whether the two may be equal.
 */
struct pending {
	struct text_buffer columns; /* positions and ids, of all its lines the same */
	struct candidate shared;
	bool is_key;
};

/* Keeps a pair if it can matter. */
static void
add_pair(struct pairs *p, const struct pending *pending)
{
	struct slice position, new, old = text_slice(&pending->columns);
	const uint32_t shared = (uint32_t)pending->shared.rare + pending->shared.common;
	const bool is_near = shared >= judge_least_shared(p->settings);
	if (!is_near && !pending->is_key)
		return;
	cut_column(&old, &position);
	cut_column(&old, &position);
	cut_column(&old, &new);
	add_involved(p, id_hash(p, old));
	struct involved *involved = add_involved(p, id_hash(p, new));
	if (!is_near)
		return;
	if (involved->count == 0)
		involved->first = p->count;
	else if (involved->first + involved->count != p->count)
		cli_die("%s: the Id '%.*s' stands for two records: --apply needs a different one for each",
			p->settings->pairs, (int)(new.len < 80 ? new.len : 80), new.at);
	cli_grow(&p->pairs, &p->capacity, p->count + 1, sizeof *p->pairs);
	p->pairs[p->count++] = (struct pair){id_hash(p, old), pending->shared};
	involved->count++;
}

/* Takes the line that ends the pairs. */
static void
heed_parameters(struct pairs *p, struct slice line)
{
	char ours[PARAMETERS];
	struct slice theirs = slice_after(line, 2);
	spell_parameters(p->settings, ours);
	if (!slice_equal(theirs, slice_of(ours)))
		cli_die("%s: of sketches for \"%.*s\", but the options say \"%s\": use the same options for "
			"both halves",
			p->settings->pairs, (int)(theirs.len < PARAMETERS ? theirs.len : PARAMETERS),
			theirs.at, ours);
	p->whole = true;
}

/* Takes a line that belongs to the pending pair, or begins the next one. */
static void
add_line(struct pairs *p, struct pending *pending, struct slice line, const struct io_reader *in)
{
	if (slice_starts(line, SLICE("p\t"))) {
		heed_parameters(p, line);
		return;
	}
	const char kind = line.len > 0 ? line.at[line.len - 1] : '\0';
	if (line.len < 2 || line.at[line.len - 2] != '\t' || (kind != 'k' && kind != 's' && kind != 'c'))
		refuse_line(in, line, "not a line of ndedupe --join");
	const struct slice columns = {line.at, line.len - 2};
	int order = slice_compare(columns, text_slice(&pending->columns));
	if (order < 0 || p->whole)
		refuse_line(in, line, "not in order: sort the pairs with LC_ALL=C sort");
	if (order > 0) {
		add_pair(p, pending);
		set(&pending->columns, columns);
		pending->shared = (struct candidate){0};
		pending->is_key = false;
	}
	pending->is_key |= kind == 'k';
	pending->shared.rare = (uint16_t)(pending->shared.rare + (kind == 's'));
	pending->shared.common = (uint16_t)(pending->shared.common + (kind == 'c'));
}

struct pairs *
pairs_load(const struct settings *settings, const char *path)
{
	struct pairs *p = cli_alloc(1, sizeof *p);
	struct pending pending = {0};
	struct io_reader in;
	struct slice line;
	int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		cli_die("%s: opening: %s", path, strerror(errno));
	p->settings = settings;
	hash_secret(&p->secret, hash_random_seed());
	table_open(&p->ids, 2, 0, &p->budget);
	io_reader_open(&in, fd, path, settings->common.max_record, NULL);
	while (io_line(&in, '\n', &line, NULL))
		add_line(p, &pending, line, &in);
	add_pair(p, &pending);
	bool failed = in.failed;
	io_reader_close(&in);
	if (fd != STDIN_FILENO)
		close(fd);
	free(pending.columns.bytes);
	if (failed)
		cli_die("%s: the pairs can't be read to their end", path);
	return p;
}

void
pairs_check_whole(const struct pairs *p)
{
	if (!p->whole)
		cli_die("%s: not whole: its last line, which tells the options of --sketch, is missing",
			p->settings->pairs);
}

void
pairs_close(struct pairs *p)
{
	if (p == NULL)
		return;
	if (p->missing > 0)
		cli_error("%s: %llu of its records did not come: are these the records that were sketched?",
			p->settings->pairs, (unsigned long long)p->missing);
	table_close(&p->ids);
	free(p->pairs);
	free(p->involved);
	free(p);
}

bool
pairs_involve(struct pairs *p, struct slice id)
{
	struct involved *involved = find_involved(p, id_hash(p, id));
	if (involved == NULL)
		return false;
	if (involved->came)
		cli_die("the Id '%.*s' stands for two records: --apply needs a different one for each",
			(int)(id.len < 80 ? id.len : 80), id.at);
	involved->came = true;
	p->missing--;
	return true;
}

void
pairs_vote(const struct pairs *p, struct slice id, struct votes *votes)
{
	const struct involved *new = find_involved(p, id_hash(p, id));
	votes_clear(votes, new->count);
	for (size_t i = new->first; i < new->first + new->count; i++) {
		const struct involved *old = find_involved(p, p->pairs[i].old);
		struct candidate vote = p->pairs[i].shared;
		vote.number = old != NULL ? old->number : 0;
		if (vote.number != 0)
			votes_add(votes, vote);
	}
}

void
pairs_kept(struct pairs *p, struct slice id, uint32_t number)
{
	find_involved(p, id_hash(p, id))->number = number;
}

uint64_t
pairs_missing(const struct pairs *p)
{
	return p->missing;
}
