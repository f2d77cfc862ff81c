#define XXH_INLINE_ALL
#include "words.h"

#include "cli.h"
#include "lanes.h"
#include "little.h"

#include <stdlib.h>
#include <xxhash.h>

static const uint64_t ones = 0x0101010101010101U;
enum { PADDING = LANES, BLOCK = 64 };

void
words_close(struct words *w)
{
	free(w->hash);
	free(w->folded);
	free(w->fold.bytes);
}

/* Eight bytes as a number with the first byte lowest, on any machine. */
static inline uint64_t
load(const char *at)
{
	uint64_t x;
	memcpy(&x, at, sizeof x);
	return little64(x);
}

/* Puts ASCII capitals of sixteen bytes into lower case; gives a bit for each byte that is part of a word, as
 * all beyond ASCII are: those are looked at later, character by character. */
static inline unsigned
fold_lanes(const char *at, char *folded)
{
	const lanes x = lanes_at(at);
	const lanes capital = (x > 'A' - 1) & (x < 'Z' + 1);
	const lanes lower = x | (capital & ('a' - 'A'));
	memcpy(folded, &lower, sizeof lower);
	return lanes_bits(
		(x < 0) | ((lower > 'a' - 1) & (lower < 'z' + 1)) | ((x > '0' - 1) & (x < '9' + 1)));
}

/* Folds up to BLOCK bytes into `folded`, where there is room for PADDING more; gives a bit for each that is
 * part of a word. */
static inline uint64_t
fold_block(const char *at, size_t len, char *folded)
{
	uint64_t bits = 0;
	size_t i = 0;
	for (; i + LANES <= len; i += LANES)
		bits |= (uint64_t)fold_lanes(at + i, folded + i) << i;
	if (i < len) {
		char rest[LANES] = {0};
		memcpy(rest, at + i, len - i);
		bits |= (uint64_t)fold_lanes(rest, folded + i) << i;
	}
	return bits;
}

/* The hash of folded bytes, behind which PADDING more can be read. *beyond tells if some are not ASCII. */
static inline uint64_t
hash_word(const char *at, size_t len, bool *beyond)
{
	uint64_t h = len * 0x9e3779b97f4a7c15U, all = 0;
	for (; len > 8; at += 8, len -= 8) {
		uint64_t x = load(at);
		all |= x;
		h = (h ^ x) * 0xff51afd7ed558ccdU;
		h ^= h >> 32;
	}
	uint64_t x = load(at) & ~(uint64_t)0 >> (64 - 8 * len);
	*beyond = ((all | x) & ones * 0x80) != 0;
	h = (h ^ x) * 0xff51afd7ed558ccdU;
	h = (h ^ h >> 32) * 0xc4ceb9fe1a85ec53U;
	return h ^ h >> 29;
}

static inline void
add_word(struct words *w, uint64_t hash, bool number)
{
	if (w->count == w->capacity)
		cli_grow(&w->hash, &w->capacity, w->count + 1, sizeof *w->hash);
	w->hash[w->count++] = (hash & ~(uint64_t)1) | number;
}

/* Is this all that stands between two parts of a number: a point or a comma, ASCII, full-width or Arabic? */
static bool
is_point(struct slice between)
{
	if (between.len == 1)
		return between.at[0] == '.' || between.at[0] == ',';
	return slice_equal(between, SLICE("\xef\xbc\x8e")) || slice_equal(between, SLICE("\xef\xbc\x8c")) ||
	       slice_equal(between, SLICE("\xd9\xab")) || slice_equal(between, SLICE("\xd9\xac"));
}

/* A word that begins at `begin`. number_end says where the last number ended (0: there is none): behind a
 * point it goes on. */
static void
add_word_or_number(
	struct words *w, uint64_t hash, bool number, struct slice text, size_t begin, size_t number_end)
{
	if (number && number_end > 0 && is_point((struct slice){text.at + number_end, begin - number_end}))
		w->hash[w->count - 1] = hash_mix(w->hash[w->count - 1] + hash) | 1;
	else
		add_word(w, hash, number);
}

/* Of any script; there are none among the Han, U+4000 to U+9FFF. */
static bool
begins_with_digit(struct slice word)
{
	const unsigned char first = (unsigned char)word.at[0];
	size_t len;
	if (first < 0x80)
		return text_ascii_digit(word.at[0]);
	return (first < 0xe4 || first > 0xe9) && text_is_digit(text_decode(word, &len));
}

/* Adds a folded word that stands at `begin` in the text; tells if it is a number. */
static inline bool
add_folded(struct words *w, struct slice word, struct slice text, size_t begin, size_t number_end)
{
	bool beyond, number = begins_with_digit(word);
	uint64_t hash = hash_word(word.at, word.len, &beyond);
	add_word_or_number(w, hash, number, text, begin, number_end);
	return number;
}

/* Folds a word of the text and adds it, or if it has numerals the words that they stand for: "1" and "2" for
 * a half. Tells if the last one is a number. */
static bool
fold_and_add(struct words *w, struct slice word, bool numeral, struct slice text, size_t number_end)
{
	static const char zeros[PADDING];
	const size_t begin = (size_t)(word.at - text.at);
	size_t len = text_fold(word, &w->fold).len;
	text_append(&w->fold, (struct slice){zeros, PADDING});
	struct slice rest = {w->fold.bytes, len}, part;
	if (!numeral && len > 0)
		return add_folded(w, rest, text, begin, number_end);
	bool number = false;
	for (; text_word_or_numeral(&rest, &part, &numeral); number_end = 0)
		number = add_folded(w, part, text, begin, number_end);
	return number;
}

/* A run of bytes with some that are not ASCII: its words one by one. */
static __attribute__((noinline)) void
add_foreign(struct words *w, struct slice text, size_t begin, size_t end, size_t *number_end)
{
	struct slice run = {text.at + begin, end - begin}, word;
	bool numeral;
	while (text_word_or_numeral(&run, &word, &numeral))
		if (fold_and_add(w, word, numeral, text, *number_end))
			*number_end = (size_t)(word.at + word.len - text.at);
}

/* A run that begins with an ASCII digit. */
static __attribute__((noinline)) void
add_number(struct words *w, uint64_t hash, struct slice text, size_t begin, size_t end, size_t *number_end)
{
	add_word_or_number(w, hash, true, text, begin, *number_end);
	*number_end = end;
}

/* Takes the run [begin, end) of the text. */
static inline void
add_run(struct words *w, struct slice text, size_t begin, size_t end, size_t *number_end)
{
	bool beyond;
	uint64_t hash = hash_word(w->folded + begin, end - begin, &beyond);
	if (beyond)
		add_foreign(w, text, begin, end, number_end);
	else if (text_ascii_digit(w->folded[begin]))
		add_number(w, hash, text, begin, end, number_end);
	else
		add_word(w, hash, false);
}

void
words_add(struct words *w, struct slice text)
{
	size_t begin = 0, number_end = 0;
	bool inside = false; /* does a run go on that began in an earlier block? */
	if (w->folded_capacity < text.len + PADDING)
		cli_grow(&w->folded, &w->folded_capacity, text.len + PADDING + BLOCK, 1);
	for (size_t block = 0; block < text.len; block += BLOCK) {
		size_t len = text.len - block < BLOCK ? text.len - block : BLOCK;
		uint64_t bits = fold_block(text.at + block, len, w->folded + block);
		uint64_t edges = bits ^ (bits << 1 | inside); /* where a run begins or ends, by turns */
		if (inside && edges != 0) {
			add_run(w, text, begin, block + (size_t)__builtin_ctzll(edges), &number_end);
			edges &= edges - 1;
			inside = false;
		}
		for (; edges != 0 && !inside; edges &= edges - 1) {
			begin = block + (size_t)__builtin_ctzll(edges);
			edges &= edges - 1;
			inside = edges == 0;
			if (!inside)
				add_run(w, text, begin, block + (size_t)__builtin_ctzll(edges), &number_end);
		}
	}
	if (inside)
		add_run(w, text, begin, text.len, &number_end);
}

void
words_of_record(struct words *w, const struct record *record)
{
	w->count = 0;
	for (size_t i = 0; i < record->count; i++) {
		enum rec_kind kind = record->fields[i].kind;
		if (kind == REC_TITLE || kind == REC_HEADLINE || kind == REC_TEXT)
			words_add(w, record->fields[i].value);
	}
}

static bool
tells_origin(enum rec_kind kind)
{
	return kind == REC_ID || kind == REC_PAGE || kind == REC_URL || kind == REC_CRAWLED;
}

struct hash128
words_key(const struct words *w, const struct record *record)
{
	little_all(w->hash, w->count, sizeof *w->hash);
	XXH128_hash_t h = XXH3_128bits(w->hash, w->count * sizeof *w->hash);
	little_all(w->hash, w->count, sizeof *w->hash);
	if (w->count == 0) {
		h = (XXH128_hash_t){0, 0};
		for (size_t i = 0; i < record->count; i++) {
			const struct rec_field *f = &record->fields[i];
			if (tells_origin(f->kind))
				continue;
			XXH128_hash_t value = XXH3_128bits_withSeed(f->value.at, f->value.len,
				XXH3_64bits_withSeed(f->name.at, f->name.len, h.low64));
			h.low64 = hash_mix(h.low64) + value.low64;
			h.high64 = hash_mix(h.high64) + value.high64;
		}
	}
	return (struct hash128){h.low64, h.high64};
}
