#include "gazetteer.h"

#include "cli.h"
#include "little.h"
#include "prints.h"

#include <stdlib.h>

/* Block: this head, the cues in order of their keys, the table of names. */
struct head {
	char magic[8]; /* "NEWSGAZ1" */
	uint32_t cues;
	uint32_t unused;
};

struct gazetteer {
	const void *block;
	const struct cue_entry *cues; /* in order of their keys */
	size_t cue_count;
	const struct prints *names;
};

static const struct cue_entry *
cues_in(const void *block)
{
	return (const struct cue_entry *)(const void *)((const struct head *)block + 1);
}

/* Where the table of names begins in a block of so many cues. */
static const void *
names_in(const void *block, size_t cues)
{
	return cues_in(block) + cues;
}

/* The cues where they stand, or a copy in the machine's byte order. */
static const struct cue_entry *
own_cues(const struct cue_entry *cues, size_t count)
{
	struct cue_entry *copy;

	if (!LITTLE_IS_OTHER)
		return cues;
	copy = cli_alloc(count, sizeof *copy);
	for (size_t i = 0; i < count; i++) {
		copy[i] = cues[i];
		copy[i].key = little64(copy[i].key);
	}
	return copy;
}

struct gazetteer *
gazetteer_open(const void *block, size_t bytes)
{
	const struct head *head = block;
	const struct prints *names;
	struct gazetteer *g;
	size_t size, cues;

	if (bytes < sizeof *head || memcmp(head->magic, "NEWSGAZ1", 8) != 0)
		return NULL;
	cues = little32(head->cues);
	if (cues > (bytes - sizeof *head) / sizeof(struct cue_entry))
		return NULL;
	size = sizeof *head + cues * sizeof(struct cue_entry);
	if ((names = prints_open(names_in(block, cues), bytes - size)) == NULL)
		return NULL;
	g = cli_alloc(1, sizeof *g);
	g->block = block;
	g->names = names;
	g->cues = own_cues(cues_in(block), cues);
	g->cue_count = cues;
	return g;
}

void
gazetteer_close(struct gazetteer *g)
{
	if (g == NULL)
		return;
	if (g->cues != cues_in(g->block))
		free((void *)(uintptr_t)g->cues);
	prints_close(g->names, names_in(g->block, g->cue_count));
	free(g);
}

struct gaz_word
gazetteer_word(const struct gazetteer *g, uint64_t key)
{
	uint64_t chain = token_chain(0, key);
	struct gaz_word word = {.classes = gazetteer_classes(g, chain)};
	const struct cue_entry *cue = word.classes >> GAZ_CUE & 1 ? gazetteer_cue(g, chain) : NULL;

	if (cue != NULL)
		word.cue = cue->cue;
	return word;
}

void
gazetteer_prefetch(const struct gazetteer *g, uint64_t key)
{
	prints_prefetch_bucket(g->names, token_chain(0, key));
}

void
gazetteer_expect(const struct gazetteer *g, uint64_t key)
{
	prints_prefetch_entries(g->names, token_chain(0, key));
}

uint16_t
gazetteer_classes(const struct gazetteer *g, uint64_t chain)
{
	return prints_find(g->names, chain);
}

const struct cue_entry *
gazetteer_cue(const struct gazetteer *g, uint64_t chain)
{
	const struct cue_entry *cues = g->cues;
	size_t low = 0, high = g->cue_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cues[middle].key == chain)
			return &cues[middle];
		if (cues[middle].key < chain)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Marks a name of n tokens, of these classes, in places[0, n), unless a longer one of the class stands there.
 */
static void
mark(uint64_t *places, size_t n, uint16_t classes)
{
	for (int class = 0; class < GAZ_CLASSES; class ++) {
		int shift = 3 * class;

		if ((classes >> class & 1) == 0)
			continue;
		for (size_t i = 0; i < n; i++) {
			uint64_t place = n == 1       ? GAZ_WHOLE
					 : i == 0     ? GAZ_BEGINS
					 : i + 1 == n ? GAZ_LAST
						      : GAZ_INSIDE;

			if (n > 1 || (places[i] >> shift & 7) == 0)
				places[i] = (places[i] & ~((uint64_t)7 << shift)) | place << shift;
		}
	}
}

void
gazetteer_places(
	const struct gazetteer *g, const struct token *tokens, size_t first, size_t end, uint64_t *places)
{
	memset(places, 0, (end - first) * sizeof *places);
	for (size_t i = first; i < end; i++) {
		uint16_t found[GAZ_LONGEST];
		uint64_t chain = 0;
		size_t n = 0;

		if (tokens[i].class == TOKEN_LOWER || tokens[i].class == TOKEN_MARK)
			continue;
		do {
			chain = token_chain(chain, tokens[i + n].key);
			found[n] = n == 0 ? tokens[i].classes : gazetteer_classes(g, chain);
			n++;
		} while (n < GAZ_LONGEST && i + n < end && (found[n - 1] >> GAZ_LONGER & 1) != 0);
		for (size_t k = n; k > 0; k--) {
			uint16_t longer = 0;

			for (size_t j = k; j < n; j++)
				longer |= found[j];
			mark(places + (i - first), k, (uint16_t)(found[k - 1] & ~longer));
		}
	}
}
