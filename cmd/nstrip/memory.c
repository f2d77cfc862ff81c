#include "memory.h"

#include "cli.h"
#include "keep.h"
#include "little.h"
#include "secret.h"
#include "text.h"

#include <stdlib.h>
#include <xxhash.h>

enum {
	FORMAT = 1,
	BYTE_ORDER = 0x01020304,
	ENTRIES_MOST = 1 << 20, /* 16 MiB: when they are full, the lines seen least go */
	SHARE = 10              /* a line of chrome stands on one page in so many, or more */
};

static const char magic[16] = "nstrip memory\n";

struct entry {
	uint64_t key;   /* of host and line; of the host alone: its pages. 0: free */
	uint32_t pages; /* on which it stood */
	uint32_t last;  /* the page that counted it last, in this process */
};

struct table {
	struct entry *entries;
	size_t capacity, count; /* capacity: a power of two */
};

struct memory {
	char *path;
	uint32_t least;
	uint32_t page; /* its number in this process */
	uint64_t host_key, page_key;
	uint32_t host_pages;
	struct table known;   /* what is judged by: the file and this process */
	struct table learned; /* this process alone: what the file does not know yet */
	struct text_buffer folded;
};

/* Both are little-endian in the file, on every machine. */
struct head {
	char magic[16];
	uint32_t format, order;
	uint64_t count;
	uint64_t checksum; /* of the entries */
};

struct kept {
	uint64_t key, pages;
};

/* --- The table -------------------------------------------------------------------------------- */

static struct entry *
find(const struct table *t, uint64_t key)
{
	size_t mask = t->capacity - 1, at = (size_t)secret_place(key) & mask;

	while (t->entries[at].key != 0 && t->entries[at].key != key)
		at = (at + 1) & mask;
	return &t->entries[at];
}

static void
rebuild(struct table *t, size_t capacity, uint32_t fewest)
{
	struct table old = *t;

	*t = (struct table){cli_alloc(capacity, sizeof *t->entries), capacity, 0};
	for (size_t i = 0; i < old.capacity; i++)
		if (old.entries[i].key != 0 && old.entries[i].pages >= fewest) {
			*find(t, old.entries[i].key) = old.entries[i];
			t->count++;
		}
	free(old.entries);
}

/* Grows to the most there may be; from there on forgets what was seen least. */
static void
make_room(struct table *t)
{
	if (t->capacity == 0)
		rebuild(t, 1024, 0);
	if (t->count < t->capacity / 4 * 3)
		return;
	if (t->capacity < ENTRIES_MOST) {
		rebuild(t, t->capacity * 2, 0);
		return;
	}
	for (uint32_t fewest = 2; t->count >= t->capacity / 2; fewest *= 2)
		rebuild(t, t->capacity, fewest);
}

static struct entry *
enter(struct table *t, uint64_t key)
{
	make_room(t);
	struct entry *e = find(t, key);
	if (e->key == 0) {
		*e = (struct entry){.key = key};
		t->count++;
	}
	return e;
}

/* Counts the page for the key, once; gives the pages that it stood on by now. */
static uint32_t
count_page(struct table *t, uint64_t key, uint32_t page)
{
	struct entry *e = enter(t, key);

	if (e->last != page && e->pages < UINT32_MAX) {
		e->last = page;
		e->pages++;
	}
	return e->pages;
}

/* More pages than can be counted stay as many as can. */
static void
add_pages(struct entry *e, uint32_t pages)
{
	e->pages = pages < UINT32_MAX - e->pages ? e->pages + pages : UINT32_MAX;
}

/* --- The file --------------------------------------------------------------------------------- */

static _Noreturn void
refuse(const struct keep *file, const char *why)
{
	cli_die("%s: %s; the file is left as it is: name another one, or a backup", file->name, why);
}

/* From the machine's byte order to the file's, or back. */
static struct head
turned_head(struct head h)
{
	h.format = little32(h.format);
	h.order = little32(h.order);
	h.count = little64(h.count);
	h.checksum = little64(h.checksum);
	return h;
}

/* The entries of the file, checked; adds them to the table. */
static void
load(const struct keep *file, struct table *t)
{
	struct head head;

	if (file->bytes.len == 0)
		return;
	if (file->bytes.len < sizeof head || memcmp(file->bytes.at, magic, sizeof magic) != 0)
		refuse(file, "not a memory of nstrip");
	memcpy(&head, file->bytes.at, sizeof head);
	head = turned_head(head);
	if (head.format != FORMAT || head.order != BYTE_ORDER)
		refuse(file, "a memory of another version or byte order");
	struct slice rest = slice_after(file->bytes, sizeof head);
	if (head.count != rest.len / sizeof(struct kept) || rest.len % sizeof(struct kept) != 0)
		refuse(file, "torn: it has not the length that its head says");
	if (XXH3_64bits(rest.at, rest.len) != head.checksum)
		refuse(file, "damaged: its checksum is wrong");
	for (; rest.len > 0; rest = slice_after(rest, sizeof(struct kept))) {
		struct kept k;
		memcpy(&k, rest.at, sizeof k);
		k = (struct kept){little64(k.key), little64(k.pages)};
		if (k.key == 0 || k.pages > UINT32_MAX)
			refuse(file, "damaged: an entry that can't be");
		add_pages(enter(t, k.key), (uint32_t)k.pages);
	}
}

static int
by_key(const void *a, const void *b)
{
	uint64_t x = ((const struct kept *)a)->key, y = ((const struct kept *)b)->key;
	return x < y ? -1 : x > y;
}

/* All entries in the order of their keys: the same memory is the same file. */
static struct kept *
sorted_entries(const struct table *t)
{
	struct kept *all = cli_alloc(t->count, sizeof *all);
	size_t n = 0;

	for (size_t i = 0; i < t->capacity; i++)
		if (t->entries[i].key != 0)
			all[n++] = (struct kept){t->entries[i].key, t->entries[i].pages};
	qsort(all, n, sizeof *all, by_key);
	return all;
}

void
memory_save(struct memory *m)
{
	struct keep file;
	struct table merged = {0};

	if (m->path == NULL || m->learned.count == 0)
		return;
	keep_open(&file, m->path, false);
	load(&file, &merged);
	for (size_t i = 0; i < m->learned.capacity; i++) {
		const struct entry *e = &m->learned.entries[i];
		if (e->key != 0)
			add_pages(enter(&merged, e->key), e->pages);
	}
	struct kept *all = sorted_entries(&merged);
	size_t bytes = merged.count * sizeof *all;
	struct head head = {.format = FORMAT, .order = BYTE_ORDER, .count = merged.count};
	memcpy(head.magic, magic, sizeof magic);
	little_all(all, 2 * merged.count, sizeof(uint64_t));
	head.checksum = XXH3_64bits(all, bytes);
	head = turned_head(head);
	keep_begin(&file);
	keep_write(&file, &head, sizeof head);
	keep_write(&file, all, bytes);
	keep_replace(&file, &head, sizeof head);
	keep_close(&file);
	free(all);
	free(merged.entries);
}

struct memory *
memory_open(const char *path, uint32_t least)
{
	struct memory *m = cli_alloc(1, sizeof *m);
	struct keep file;

	m->least = least;
	make_room(&m->known);
	if (path == NULL)
		return m;
	m->path = cli_alloc(strlen(path) + 1, 1);
	strcpy(m->path, path);
	keep_open(&file, path, false);
	load(&file, &m->known);
	keep_close(&file);
	return m;
}

void
memory_close(struct memory *m)
{
	if (m == NULL)
		return;
	free(m->known.entries);
	free(m->learned.entries);
	free(m->folded.bytes);
	free(m->path);
	free(m);
}

/* --- Judging ---------------------------------------------------------------------------------- */

struct slice
memory_host(struct slice url)
{
	size_t at = 0, n = 0;

	for (size_t i = 0; i + 3 <= url.len; i++)
		if (memcmp(url.at + i, "://", 3) == 0) {
			at = i + 3;
			break;
		}
	struct slice host = slice_after(url, at);
	while (n < host.len && strchr("/?#:", host.at[n]) == NULL)
		n++;
	host.len = n;
	return slice_starts(host, SLICE("www.")) ? slice_after(host, 4) : host;
}

static uint64_t
hash_of(struct slice s, uint64_t seed)
{
	uint64_t h = XXH3_64bits_withSeed(s.at != NULL ? s.at : "", s.len, seed);
	return h != 0 ? h : 1;
}

/* Counts in both tables; what the file must learn is what this process has seen. */
static uint32_t
count(struct memory *m, uint64_t key)
{
	if (m->path != NULL)
		count_page(&m->learned, key, m->page);
	return count_page(&m->known, key, m->page);
}

void
memory_page(struct memory *m, struct slice host, struct slice page)
{
	uint64_t page_key = hash_of(page, 1);

	if (m->page > 0 && page_key == m->page_key)
		return;
	m->page_key = page_key;
	m->page++;
	m->host_key = hash_of(host, 2);
	m->host_pages = count(m, m->host_key);
}

bool
memory_is_chrome(struct memory *m, struct slice line)
{
	line = text_fold(text_trim(line), &m->folded);
	if (line.len == 0)
		return false;
	uint32_t pages = count(m, hash_of(line, m->host_key));
	return pages >= m->least && (uint64_t)pages * SHARE >= m->host_pages;
}
