#include "memory.h"

#include "cli.h"
#include "keep.h"
#include "little.h"
#include "secret.h"
#include "sketch.h"
#include "text.h"
#include "url.h"

#include <stdlib.h>
#include <xxhash.h>

enum {
	FORMAT = 2, /* 1 counted pages without knowing them again */
	BYTE_ORDER = 0x01020304,
	ENTRIES_MOST = 1 << 20, /* 32 MiB: when they are full, the lines seen least go */
	SHARE = 10              /* a line of chrome stands on one page in so many, or more */
};

static const char magic[16] = "nstrip memory\n";

/* Numbers are little-endian in the file, on every machine. */
struct entry {
	uint64_t key;        /* of host and line; of the host alone: its pages. 0: free */
	struct sketch pages; /* on which it stood */
};

struct table {
	struct entry *entries;
	size_t capacity, count; /* capacity: a power of two */
};

struct memory {
	char *path;
	uint32_t least;
	uint16_t page; /* its print */
	bool learned;  /* a page at least */
	uint64_t host_key, host_pages;
	struct table known; /* the file and this process */
	struct text_buffer folded;
};

/* The file: this, then the entries. Little-endian too. */
struct head {
	char magic[16];
	uint32_t format, order;
	uint64_t count;
	uint64_t checksum; /* of the entries */
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
rebuild(struct table *t, size_t capacity, uint64_t fewest)
{
	struct table old = *t;

	*t = (struct table){cli_alloc(capacity, sizeof *t->entries), capacity, 0};
	for (size_t i = 0; i < old.capacity; i++)
		if (old.entries[i].key != 0 && sketch_count(&old.entries[i].pages) >= fewest) {
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
	for (uint64_t fewest = 2; t->count >= t->capacity / 2; fewest *= 2)
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

static void
turn_entry(struct entry *e)
{
	e->key = little64(e->key);
	little_all(e->pages.prints, SKETCH_PRINTS, sizeof *e->pages.prints);
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
	if (head.count != rest.len / sizeof(struct entry) || rest.len % sizeof(struct entry) != 0)
		refuse(file, "torn: it has not the length that its head says");
	if (XXH3_64bits(rest.at, rest.len) != head.checksum)
		refuse(file, "damaged: its checksum is wrong");
	for (; rest.len > 0; rest = slice_after(rest, sizeof(struct entry))) {
		struct entry kept;
		memcpy(&kept, rest.at, sizeof kept);
		turn_entry(&kept);
		if (kept.key == 0 || kept.pages.prints[0] == 0)
			refuse(file, "damaged: an entry that can't be");
		struct sketch *pages = &enter(t, kept.key)->pages;
		for (size_t i = 0; i < SKETCH_PRINTS && kept.pages.prints[i] != 0; i++)
			sketch_add(pages, kept.pages.prints[i]);
	}
}

static int
by_key(const void *a, const void *b)
{
	uint64_t x = ((const struct entry *)a)->key, y = ((const struct entry *)b)->key;
	return x < y ? -1 : x > y;
}

/*
 * Makes the table a list, in the order of its keys and as it stands in the file: the same memory is the same
 * file.
 */
static void
make_list(struct table *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->capacity; i++)
		if (t->entries[i].key != 0)
			t->entries[n++] = t->entries[i];
	qsort(t->entries, n, sizeof *t->entries, by_key);
	for (size_t i = 0; i < n; i++)
		turn_entry(&t->entries[i]);
}

void
memory_save(struct memory *m)
{
	struct keep file;
	struct table *t = &m->known;

	if (m->path == NULL || !m->learned)
		return;
	keep_open(&file, m->path, false);
	load(&file, t); /* again: other runs may have learned */
	make_list(t);
	size_t bytes = t->count * sizeof *t->entries;
	struct head head = {.format = FORMAT, .order = BYTE_ORDER, .count = t->count};
	memcpy(head.magic, magic, sizeof magic);
	head.checksum = XXH3_64bits(t->entries, bytes);
	head = turned_head(head);
	keep_begin(&file);
	keep_write(&file, &head, sizeof head);
	keep_write(&file, t->entries, bytes);
	keep_replace(&file, &head, sizeof head);
	keep_close(&file);
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
	free(m->folded.bytes);
	free(m->path);
	free(m);
}

/* --- Judging ---------------------------------------------------------------------------------- */

struct slice
memory_host(struct slice url)
{
	struct slice host = url_host(url);
	size_t n = 0;

	while (n < host.len && strchr(":", host.at[n]) == NULL)
		n++;
	host.len = n;
	bool www = host.len > 4 && host.at[3] == '.' && text_ascii_lower(host.at[0]) == 'w' &&
		   text_ascii_lower(host.at[1]) == 'w' && text_ascii_lower(host.at[2]) == 'w';
	return www ? slice_after(host, 4) : host;
}

static uint64_t
hash_of(struct slice s, uint64_t seed)
{
	uint64_t h = XXH3_64bits_withSeed(s.at != NULL ? s.at : "", s.len, seed);
	return h != 0 ? h : 1;
}

/* Counts the current page for the key; gives the pages by now. */
static uint64_t
count(struct memory *m, uint64_t key)
{
	struct entry *e = enter(&m->known, key);

	sketch_add(&e->pages, m->page);
	return sketch_count(&e->pages);
}

void
memory_page(struct memory *m, struct slice host, struct slice page)
{
	m->page = sketch_print(hash_of(page, 1));
	m->learned = true;
	m->host_key = hash_of(text_fold(host, &m->folded), 2);
	m->host_pages = count(m, m->host_key);
}

bool
memory_is_chrome(struct memory *m, struct slice line)
{
	line = text_fold(text_trim(line), &m->folded);
	if (line.len == 0)
		return false;
	uint64_t pages = count(m, hash_of(line, m->host_key));
	return pages >= m->least && pages * SHARE >= m->host_pages;
}
