#define XXH_INLINE_ALL /* a call for each line would cost as much as the hash */
#include "seen.h"

#include "little.h"

#include <xxhash.h>

void
seen_open(struct seen *s, struct hash_seed seed, bool wide, bool forget, struct budget *budget)
{
	*s = (struct seen){.is_wide = wide, .forget = forget, .many = SEEN_MANY, .budget = budget};
	hash_secret(&s->secret, seed);
	if (wide)
		table_open(&s->wide, 2, UINT64_MAX, budget);
	else
		table_open(&s->narrow, 1, 0, budget);
}

void
seen_close(struct seen *s)
{
	table_close(&s->narrow);
	table_close(&s->wide);
	table_close(&s->older);
}

static struct table *
current(struct seen *s)
{
	return s->is_wide ? &s->wide : &s->narrow;
}

/* The older generation goes, the present one becomes the older. */
static void
forget_older(struct seen *s)
{
	struct table *now = current(s);
	table_close(&s->older);
	s->older = *now;
	table_open(now, now->words, now->mask, s->budget);
}

bool
seen_reserve(struct seen *s, size_t n)
{
	s->is_plain = !s->is_wide && !s->forget && s->state == NULL && s->narrow.count + n <= s->many;
	if (!s->is_wide && !s->forget && s->narrow.count + n > s->many) {
		s->is_wide = true; /* the old keys stay where they are and are still asked */
		table_open(&s->wide, 2, UINT64_MAX, s->budget);
	}
	struct table *now = current(s);
	if (!s->forget || now->count + n <= now->full)
		return table_reserve(now, n);
	if (table_next_size(now) > s->budget->limit / 2)
		forget_older(s);
	return table_reserve(current(s), n);
}

struct hash128
seen_hash(const struct seen *s, struct slice line)
{
	struct hash128 key = {XXH3_64bits_withSecret(line.at, line.len, s->secret.bytes, HASH_SECRET), 0};
	key.low |= key.low == 0;
	if (s->is_wide) /* the first half stays what it is in narrow keys, so that those can still be asked */
		key.high = XXH3_128bits_withSecret(line.at, line.len, s->secret.bytes, HASH_SECRET).high64;
	table_prefetch(s->is_wide ? &s->wide : &s->narrow, key.low);
	return key;
}

static bool
table_holds(const struct table *t, struct hash128 key)
{
	if (t->slots == NULL)
		return false;
	return (t->words == 1 ? *table_find(t, key.low) : *table_find_wide(t, key.low, key.high)) != 0;
}

/* What an earlier key or an earlier generation says. */
static bool
was_seen_earlier(const struct seen *s, struct hash128 key)
{
	return (s->is_wide && table_holds(&s->narrow, key)) || table_holds(&s->older, key);
}

bool
seen_add_somehow(struct seen *s, struct hash128 key)
{
	struct table *t = current(s);
	uint64_t *slot = s->is_wide ? table_find_wide(t, key.low, key.high) : table_find(t, key.low);
	if (*slot != 0)
		return true;
	bool earlier = (s->is_wide || s->forget) && was_seen_earlier(s, key);
	if (earlier && !s->forget)
		return true;
	slot[0] = key.low;
	if (s->is_wide)
		slot[1] = key.high;
	table_took(t, slot);
	if (s->state != NULL && !earlier) {
		const uint64_t kept[2] = {little64(key.low), little64(key.high)};
		state_put(s->state, s->is_wide ? STATE_WIDE_KEYS : STATE_KEYS,
			(struct slice){(const char *)kept, t->words * sizeof *kept});
	}
	return earlier;
}

bool
seen_load(struct seen *s, enum state_kind kind, struct slice keys)
{
	struct state *state = s->state;
	const size_t size = kind == STATE_KEYS ? 8 : 16;
	s->state = NULL; /* what comes from the file is there already */
	bool fits = true;
	for (; fits && keys.len >= size; keys = slice_after(keys, size)) {
		struct hash128 key = {0, 0};
		memcpy(&key, keys.at, size);
		key = (struct hash128){little64(key.low), little64(key.high)};
		fits = key.low != 0 && seen_reserve(s, 1);
		if (fits && kind == STATE_KEYS && s->is_wide) { /* the run before had not yet switched */
			if (s->narrow.slots == NULL)
				table_open(&s->narrow, 1, 0, s->budget);
			fits = table_reserve(&s->narrow, 1);
			uint64_t *slot = table_find(&s->narrow, key.low);
			if (fits && *slot == 0) {
				*slot = key.low;
				table_took(&s->narrow, slot);
			}
		} else if (fits) {
			seen_add(s, key);
		}
	}
	s->state = state;
	return fits;
}

size_t
seen_count(const struct seen *s)
{
	return s->narrow.count + s->wide.count + s->older.count;
}
