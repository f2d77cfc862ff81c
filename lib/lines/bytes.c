#include "bytes.h"

#include "lanes.h"
#include "wide.h"

enum { BLOCK = 64 };

/* The classes of the bytes of a block, a bit a byte. */
struct classes {
	uint64_t letter, lower, digit, high, blank, comma, stop, lead, apostrophe;
};

/* --- Sixteen bytes in one go ------------------------------------------------------------------- */

static inline uint64_t
between(lanes bytes, signed char first, signed char last)
{
	return lanes_bits((bytes > (signed char)(first - 1)) & (bytes < (signed char)(last + 1)));
}

static inline lanes
equal(lanes bytes, unsigned char value)
{
	return bytes == (signed char)value;
}

/* Adds the classes of LANES bytes, which stand `shift` bytes behind the first. */
static inline void
add_classes(const char *at, size_t shift, struct classes *c)
{
	lanes bytes = lanes_at(at);
	uint64_t high = lanes_bits(bytes < 0);
	c->letter |= between(bytes | 0x20, 'a', 'z') << shift;
	c->lower |= between(bytes, 'a', 'z') << shift;
	c->digit |= between(bytes, '0', '9') << shift;
	c->high |= high << shift;
	c->blank |= (uint64_t)lanes_bits(equal(bytes, ' ') | equal(bytes, '\t')) << shift;
	c->comma |= (uint64_t)lanes_bits(equal(bytes, ',')) << shift;
	c->stop |= (uint64_t)lanes_bits(equal(bytes, '.') | equal(bytes, '!') | equal(bytes, '?')) << shift;
	c->apostrophe |= (uint64_t)lanes_bits(equal(bytes, '\'')) << shift;
	if (high != 0)
		c->lead |= (uint64_t)lanes_bits(equal(bytes, 0xC2) | equal(bytes, 0xE2) | equal(bytes, 0xE3) |
						equal(bytes, 0xEF))
			   << shift;
}

/* --- Thirty-two bytes in one go, to the same bits ---------------------------------------------- */

#ifdef WIDE
typedef signed char wide_lanes __attribute__((vector_size(2 * LANES)));

/* A bit for each that is true of two that follow each other. */
WIDE static inline uint64_t
bits_wide(wide_lanes first, wide_lanes second)
{
	return (uint32_t)_mm256_movemask_epi8((__m256i)first) |
	       (uint64_t)(uint32_t)_mm256_movemask_epi8((__m256i)second) << 2 * LANES;
}

WIDE static inline wide_lanes
between_wide(wide_lanes bytes, signed char first, signed char last)
{
	return (bytes > (signed char)(first - 1)) & (bytes < (signed char)(last + 1));
}

WIDE static inline wide_lanes
blank_wide(wide_lanes bytes)
{
	return (bytes == ' ') | (bytes == '\t');
}

WIDE static inline wide_lanes
stop_wide(wide_lanes bytes)
{
	return (bytes == '.') | (bytes == '!') | (bytes == '?');
}

WIDE static inline wide_lanes
lead_wide(wide_lanes bytes)
{
	const signed char two = (signed char)0xC2, quote = (signed char)0xE2, kana = (signed char)0xE3,
			  full = (signed char)0xEF;
	return (bytes == two) | (bytes == quote) | (bytes == kana) | (bytes == full);
}

WIDE static void
classify_wide(const char *at, struct classes *c)
{
	wide_lanes a = (wide_lanes)_mm256_loadu_si256((const __m256i *)(const void *)at);
	wide_lanes b = (wide_lanes)_mm256_loadu_si256((const __m256i *)(const void *)(at + 2 * LANES));
	uint64_t high = bits_wide(a, b);
	c->letter = bits_wide(between_wide(a | 0x20, 'a', 'z'), between_wide(b | 0x20, 'a', 'z'));
	c->lower = bits_wide(between_wide(a, 'a', 'z'), between_wide(b, 'a', 'z'));
	c->digit = bits_wide(between_wide(a, '0', '9'), between_wide(b, '0', '9'));
	c->high = high;
	c->blank = bits_wide(blank_wide(a), blank_wide(b));
	c->comma = bits_wide(a == ',', b == ',');
	c->stop = bits_wide(stop_wide(a), stop_wide(b));
	c->apostrophe = bits_wide(a == '\'', b == '\'');
	c->lead = high == 0 ? 0 : bits_wide(lead_wide(a), lead_wide(b));
}
#endif

/* The classes of BLOCK bytes. */
static inline void
classify(const char *at, struct classes *c)
{
#ifdef WIDE
	if (is_wide()) {
		classify_wide(at, c);
		return;
	}
#endif
	*c = (struct classes){0};
	for (size_t i = 0; i < BLOCK; i += LANES)
		add_classes(at + i, i, c);
}

/* Is this punctuation, or a letter that begins with the same byte? */
static bool
is_symbol(const char *at, size_t left)
{
	unsigned char lead = (unsigned char)at[0], next = left > 1 ? (unsigned char)at[1] : 0;
	if (left < bytes_symbol_length(at))
		return false;
	if (lead == 0xC2)
		return next != 0xAA && next != 0xB5 && next != 0xBA;
	if (lead == 0xE3)
		return next == 0x80;
	return lead == 0xE2 || next == 0xBC || next == 0xBB || next == 0xBF;
}

/* Takes the punctuation among the lead bytes of a block out of the words. */
static void
take_symbols(struct slice text, struct byte_masks *m, size_t base, uint64_t leads)
{
	for (; leads != 0; leads &= leads - 1) {
		size_t i = base + (size_t)__builtin_ctzll(leads);
		if (!is_symbol(text.at + i, m->count - i))
			continue;
		m->at[i / 64].symbol |= UINT64_C(1) << i % 64;
		for (size_t k = i; k < i + bytes_symbol_length(text.at + i); k++) {
			m->at[k / 64].word &= ~(UINT64_C(1) << k % 64);
			m->at[k / 64].high &= ~(UINT64_C(1) << k % 64);
		}
	}
}

/* Copies less than BLOCK bytes by two pieces that overlap: no call, and no loop but for the very short. */
static inline void
copy_short(char *to, const char *at, size_t len)
{
	if (len >= 32) {
		memcpy(to, at, 32);
		memcpy(to + len - 32, at + len - 32, 32);
	} else if (len >= 16) {
		memcpy(to, at, 16);
		memcpy(to + len - 16, at + len - 16, 16);
	} else if (len >= 8) {
		memcpy(to, at, 8);
		memcpy(to + len - 8, at + len - 8, 8);
	} else {
		for (size_t i = 0; i < len; i++)
			to[i] = at[i];
	}
}

/* Fills block w; gives the apostrophes, and in *leads what may begin a symbol. */
static inline uint64_t
classify_block(struct slice text, struct byte_masks *m, size_t w, uint64_t *leads)
{
	struct classes c;
	char padded[BLOCK] = {0};
	const char *at = text.at + w * BLOCK;
	size_t left = m->count - w * BLOCK;
	uint64_t used = left < BLOCK ? (UINT64_C(1) << left) - 1 : ~UINT64_C(0);
	if (left < BLOCK) {
		copy_short(padded, at, left);
		at = padded;
	}
	classify(at, &c);
	*leads = c.lead;
	uint64_t word = c.letter | c.digit | c.high;
	m->at[w] = (struct byte_block){.word = word,
		.upper = c.letter & ~c.lower,
		.lower = c.lower,
		.digit = c.digit,
		.high = c.high,
		.blank = c.blank,
		.comma = c.comma,
		.stop = c.stop,
		.mark = used & ~(word | c.blank | c.comma | c.stop)};
	return c.apostrophe;
}

/* Apostrophes between letters are part of a word. */
static void
join_words(struct byte_masks *m, const uint64_t *apostrophes)
{
	for (size_t w = 0; w < m->blocks; w++) {
		struct byte_block *b = &m->at[w];
		uint64_t before = b->word << 1 | (w > 0 ? b[-1].word >> 63 : 0);
		uint64_t inside = apostrophes[w] & before & bytes_shifted(b->word, b[1].word, 1);
		b->word |= inside;
		b->mark &= ~inside;
	}
}

void
bytes_classify(struct slice text, struct byte_masks *m)
{
	uint64_t leads[BYTES_BLOCKS + 1], apostrophes[BYTES_BLOCKS + 1], any_lead = 0, any_apostrophe = 0;
	m->count = text.len < BYTES_MOST ? text.len : BYTES_MOST;
	m->blocks = (m->count + BLOCK - 1) / BLOCK;
	m->at[m->blocks] = (struct byte_block){0};
	for (size_t w = 0; w < m->blocks; w++) {
		apostrophes[w] = classify_block(text, m, w, &leads[w]);
		any_apostrophe |= apostrophes[w];
		any_lead |= leads[w];
	}
	for (size_t w = 0; any_lead != 0 && w < m->blocks; w++)
		take_symbols(text, m, w * BLOCK, leads[w]);
	if (any_apostrophe != 0)
		join_words(m, apostrophes);
}
