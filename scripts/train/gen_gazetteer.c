/*
 * gen_gazetteer: makes the binary lists of nents from "CLASS TAB name [TAB value]" lines on stdin.
 * usage: gen_gazetteer OUT <lists.tsv        (scripts/gen-gazetteer calls it)
 *        gen_gazetteer -c OUT <clusters.tsv  "path TAB word": a table of word clusters instead
 */
#include "../../cmd/nents/fold.h"
#include "../../cmd/nents/gazetteer.h"
#include "../../cmd/nents/prints.h"

#include "cli.h"

#include <stdio.h>
#include <stdlib.h>

struct entry {
	uint64_t hash;
	uint16_t value;
};

struct entries {
	struct entry *list;
	size_t count, capacity;
};

struct cues {
	struct cue_entry *list;
	size_t count, capacity;
};

static const char *const class_names[GAZ_CLASSES] = {"CITY", "TOWN", "REGION", "COUNTRY", "LOCX", "NORP",
	"GIVEN", "SURNAME", "NAME", "PERSON", "ORG", "BIG", "COMMON"};

static const char *const cue_names[CUES] = {"", "cue:title", "cue:org", "cue:company", "cue:facility",
	"cue:place", "cue:area", "cue:event", "cue:speech", "cue:time", "cue:country", "cue:people",
	"cue:known-org", "cue:known-event", "cue:known-place", "cue:known-facility"};

static int
index_of(const char *const *names, int count, struct slice name)
{
	for (int i = 0; i < count; i++)
		if (strlen(names[i]) == name.len && memcmp(names[i], name.at, name.len) == 0)
			return i;
	return -1;
}

static void
put(struct entries *e, uint64_t hash, uint16_t value)
{
	if (e->count == e->capacity)
		cli_grow(&e->list, &e->capacity, e->count + 1, sizeof *e->list);
	e->list[e->count++] = (struct entry){hash, value};
}

static void
put_cue(struct cues *cues, uint64_t key, int cue, struct slice value)
{
	struct cue_entry *entry;

	if (cues->count == cues->capacity)
		cli_grow(&cues->list, &cues->capacity, cues->count + 1, sizeof *cues->list);
	entry = &cues->list[cues->count++];
	*entry = (struct cue_entry){.key = key, .cue = (uint8_t)cue};
	memcpy(entry->value, value.at, value.len < 6 ? value.len : 6);
}

/* A word that tells what a name is must be a token as texts have it: "Inc." is one, "inc." a word and a stop.
 */
static void
check_cue(const struct article *a, struct slice name)
{
	for (size_t i = 0; i < a->token_count; i++)
		if (slice_equal(token_text(a, &a->tokens[i]), SLICE(".")))
			cli_die("stdin: '%.*s': a full stop that is part of no word; write the word with a "
				"capital",
				(int)name.len, name.at);
	if (a->token_count == 0 || a->token_count > GAZ_LONGEST)
		cli_die("stdin: '%.*s': no text can match it: 1 to %d words are wanted", (int)name.len,
			name.at, (int)GAZ_LONGEST);
}

/* Puts a name: its whole with the class, each beginning of it with GAZ_LONGER. */
static void
put_name(struct entries *e, struct cues *cues, struct article *a, struct slice class, struct slice name,
	struct slice value)
{
	int place = index_of(class_names, GAZ_CLASSES, class), cue = index_of(cue_names, CUES, class);
	uint64_t chain = 0;

	if (place < 0 && cue < 0)
		cli_die("stdin: no such class: %.*s", (int)class.len, class.at);
	article_reset(a);
	article_add_line(a, name, 1);
	tokens_find(a);
	if (cue >= 0)
		check_cue(a, name);
	if (a->token_count == 0 || a->token_count > GAZ_LONGEST)
		return;
	for (size_t i = 0; i < a->token_count; i++) {
		chain = token_chain(chain, a->tokens[i].key);
		if (i + 1 < a->token_count)
			put(e, chain, 1 << GAZ_LONGER);
	}
	put(e, chain, (uint16_t)(place >= 0 ? 1 << place : 1 << GAZ_CUE));
	if (cue > 0)
		put_cue(cues, chain, cue, value);
}

static int
by_hash(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static int
by_key(const void *a, const void *b)
{
	const struct cue_entry *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->cue - y->cue;
}

/* One entry a hash, its values joined. */
static void
join(struct entries *e)
{
	size_t n = 0;

	qsort(e->list, e->count, sizeof *e->list, by_hash);
	for (size_t i = 0; i < e->count; i++)
		if (n > 0 && e->list[n - 1].hash == e->list[i].hash)
			e->list[n - 1].value |= e->list[i].value;
		else
			e->list[n++] = e->list[i];
	e->count = n;
}

static void
write_all(FILE *out, const void *bytes, size_t size)
{
	if (size > 0 && fwrite(bytes, 1, size, out) != size)
		cli_die("can't write the table");
}

static void
write_prints(FILE *out, const struct entries *e)
{
	struct prints head = {.magic = "NEWSFPT1", .bits = 15, .count = (uint32_t)e->count};
	size_t next = 0;

	write_all(out, &head, sizeof head);
	for (uint64_t b = 0; b <= (1U << head.bits); b++) {
		uint32_t first;

		while (next < e->count && e->list[next].hash >> (64 - head.bits) < b)
			next++;
		first = (uint32_t)next;
		write_all(out, &first, sizeof first);
	}
	for (size_t i = 0; i < e->count; i++) {
		uint32_t print = (uint32_t)e->list[i].hash;

		write_all(out, &print, sizeof print);
	}
	for (size_t i = 0; i < e->count; i++)
		write_all(out, &e->list[i].value, sizeof e->list[i].value);
}

static void
write_gazetteer(FILE *out, const struct entries *e, struct cues *cues)
{
	struct {
		char magic[8];
		uint32_t cues, unused;
	} head = {.magic = "NEWSGAZ1"};
	size_t n = 0;

	qsort(cues->list, cues->count, sizeof *cues->list, by_key);
	for (size_t i = 0; i < cues->count; i++)
		if (n == 0 || cues->list[n - 1].key != cues->list[i].key)
			cues->list[n++] = cues->list[i];
	head.cues = (uint32_t)n;
	write_all(out, &head, sizeof head);
	write_all(out, cues->list, n * sizeof *cues->list);
	write_prints(out, e);
}

/* The cells of a line; missing ones are empty. */
static void
cells_of(struct slice line, struct slice cells[3])
{
	for (int i = 0; i < 3; i++) {
		const char *tab = memchr(line.at, '\t', line.len);
		size_t len = tab != NULL && i < 2 ? (size_t)(tab - line.at) : line.len;

		cells[i] = (struct slice){line.at, len};
		line = slice_after(line, tab != NULL && i < 2 ? len + 1 : len);
	}
}

int
main(int argc, char **argv)
{
	static const struct cli_tool tool = {.name = "gen_gazetteer", .synopsis = "[-c] OUT"};
	bool clusters = argc == 3 && strcmp(argv[1], "-c") == 0;
	struct entries entries = {0};
	struct cues cues = {0};
	struct article article = {0};
	struct io_reader in;
	struct slice line, cells[3];
	FILE *out;

	cli_start(&tool);
	if (argc != 2 + clusters || (out = fopen(argv[argc - 1], "wb")) == NULL)
		cli_die("usage: gen_gazetteer [-c] OUT <lists.tsv");
	io_reader_open(&in, 0, "stdin", 1 << 20, NULL);
	while (io_line(&in, '\n', &line, NULL)) {
		cells_of(line, cells);
		if (line.len == 0 || line.at[0] == '#')
			continue;
		if (clusters)
			put(&entries, fold_key(cells[1]), (uint16_t)strtoul(cells[0].at, NULL, 10));
		else
			put_name(&entries, &cues, &article, cells[0], cells[1], cells[2]);
	}
	join(&entries);
	if (clusters)
		write_prints(out, &entries);
	else
		write_gazetteer(out, &entries, &cues);
	if (fclose(out) != 0)
		cli_die("can't write %s", argv[argc - 1]);
	cli_warn("%zu entries, %zu cues", entries.count, cues.count);
	return cli_finish();
}
