#include "lexicon.h"

#include "cli.h"

#include <stdlib.h>

enum {
	CACHE_BITS = 14, /* pairs of words that are kept: most are met again soon */
	MISSES = 64      /* words that are looked up together, so that the waits for memory overlap */
};

/* What is kept of a word. */
struct entry {
	uint64_t key; /* token_key(); 0: free */
	uint16_t classes, value_word, speech_word;
	uint8_t cue;
};

/* Two words whose keys begin alike, the one that came last first; a third takes the place of the other. */
struct pair {
	struct entry of[2];
};

struct lexicon {
	const struct gazetteer *gazetteer;
	const struct words *values, *speech;
	struct pair *cache; /* [1 << CACHE_BITS] */
};

struct lexicon *
lexicon_open(const struct gazetteer *gazetteer, const struct words *values, const struct words *speech)
{
	struct lexicon *l = cli_alloc(1, sizeof *l);

	*l = (struct lexicon){
		gazetteer, values, speech, cli_alloc((size_t)1 << CACHE_BITS, sizeof *l->cache)};
	return l;
}

void
lexicon_close(struct lexicon *l)
{
	free(l->cache);
	free(l);
}

static inline struct pair *
pair_of(const struct lexicon *l, uint64_t key)
{
	return &l->cache[key >> (64 - CACHE_BITS)];
}

/* The word of the pair that has the key, if one has. */
static inline const struct entry *
entry_of(const struct pair *pair, uint64_t key)
{
	return &pair->of[pair->of[1].key == key];
}

static inline void
take(struct token *t, const struct entry *entry)
{
	t->classes = entry->classes;
	t->value_word = entry->value_word;
	t->speech_word = entry->speech_word;
	t->cue = entry->cue;
}

static struct entry
read_lists(const struct lexicon *l, uint64_t key)
{
	struct entry entry = {.key = key};

	if (l->gazetteer != NULL) {
		struct gaz_word word = gazetteer_word(l->gazetteer, key);

		entry.classes = word.classes;
		entry.cue = word.cue;
	}
	if (l->values != NULL)
		entry.value_word = words_find_key(l->values, key);
	if (l->speech != NULL)
		entry.speech_word = words_find_key(l->speech, key);
	return entry;
}

/* Looks up the words that were not kept, and keeps them. */
static void
look_up_missed(struct lexicon *l, struct token *const *missed, size_t count)
{
	if (l->gazetteer != NULL)
		for (size_t i = 0; i < count; i++)
			gazetteer_expect(l->gazetteer, missed[i]->key);
	for (size_t i = 0; i < count; i++) {
		struct pair *pair = pair_of(l, missed[i]->key);

		if (entry_of(pair, missed[i]->key)->key != missed[i]->key)
			*pair = (struct pair){{read_lists(l, missed[i]->key), pair->of[0]}};
		take(missed[i], entry_of(pair, missed[i]->key));
	}
}

void
lexicon_look_up(struct lexicon *l, struct article *a)
{
	struct token *missed[MISSES];
	size_t count = 0;

	for (struct token *t = a->tokens, *end = t + a->token_count; t < end; t++) {
		const struct entry *entry = entry_of(pair_of(l, t->key), t->key);

		if (entry->key == t->key) {
			take(t, entry);
			continue;
		}
		if (l->gazetteer != NULL)
			gazetteer_prefetch(l->gazetteer, t->key);
		missed[count++] = t;
		if (count == MISSES) {
			look_up_missed(l, missed, count);
			count = 0;
		}
	}
	look_up_missed(l, missed, count);
}
