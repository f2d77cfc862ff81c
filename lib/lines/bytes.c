#include "bytes.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { STEP = 16 };

/* The classes of sixteen bytes, a bit a byte. */
struct step {
	uint32_t letter, lower, digit, high, blank, comma, stop, lead, apostrophe;
};

#ifdef __SSE2__
static inline uint32_t
between(__m128i bytes, char first, char last)
{
	__m128i low = _mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)(first - 1)));
	__m128i high = _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)(last + 1)));
	return (uint32_t)_mm_movemask_epi8(_mm_and_si128(low, high));
}

static inline uint32_t
equal(__m128i bytes, unsigned char value)
{
	return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)value)));
}

static inline struct step
classify(const char *at)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
	__m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
	uint32_t letter = between(folded, 'a', 'z');
	struct step s = {.letter = letter,
		.lower = letter & (uint32_t)_mm_movemask_epi8(_mm_slli_epi16(bytes, 2)), /* bit 0x20 */
		.digit = between(bytes, '0', '9'),
		.high = (uint32_t)_mm_movemask_epi8(bytes),
		.blank = equal(bytes, ' ') | equal(bytes, '\t'),
		.comma = equal(bytes, ','),
		.stop = equal(bytes, '.') | equal(bytes, '!') | equal(bytes, '?'),
		.apostrophe = equal(bytes, '\'')};
	if (s.high != 0)
		s.lead = equal(bytes, 0xC2) | equal(bytes, 0xE2) | equal(bytes, 0xE3) | equal(bytes, 0xEF);
	return s;
}
#else
static struct step
classify(const char *at)
{
	struct step s = {0};
	for (size_t i = 0; i < STEP; i++) {
		unsigned char c = (unsigned char)at[i], folded = c | 0x20;
		uint32_t bit = 1U << i;
		s.letter |= folded >= 'a' && folded <= 'z' ? bit : 0;
		s.lower |= c >= 'a' && c <= 'z' ? bit : 0;
		s.digit |= c >= '0' && c <= '9' ? bit : 0;
		s.high |= c >= 0x80 ? bit : 0;
		s.blank |= c == ' ' || c == '\t' ? bit : 0;
		s.comma |= c == ',' ? bit : 0;
		s.stop |= c == '.' || c == '!' || c == '?' ? bit : 0;
		s.apostrophe |= c == '\'' ? bit : 0;
		s.lead |= c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF ? bit : 0;
	}
	return s;
}
#endif

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

static void
clear_bit(uint64_t *mask, size_t i)
{
	mask[i / 64] &= ~(UINT64_C(1) << i % 64);
}

/* Takes the punctuation among the lead bytes of a mask word out of the words. */
static void
take_symbols(struct slice text, struct byte_masks *m, size_t base, uint64_t leads)
{
	for (; leads != 0; leads &= leads - 1) {
		size_t i = base + (size_t)__builtin_ctzll(leads);
		if (!is_symbol(text.at + i, m->count - i))
			continue;
		m->symbol[i / 64] |= UINT64_C(1) << i % 64;
		for (size_t k = i; k < i + bytes_symbol_length(text.at + i); k++) {
			clear_bit(m->word, k);
			clear_bit(m->high, k);
		}
	}
}

/* The sixteen bytes at i of the text; where fewer are left, the rest is nothing. */
static inline struct step
step_at(struct slice text, size_t i)
{
	char tail[STEP] = {0};
	if (text.len - i >= STEP)
		return classify(text.at + i);
	memcpy(tail, text.at + i, text.len - i);
	return classify(tail);
}

/* The masks of word w; gives the apostrophes, and in *leads what may begin a symbol. */
static inline uint64_t
classify_word(struct slice text, struct byte_masks *m, size_t w, uint64_t *leads)
{
	uint64_t letter = 0, lower = 0, digit = 0, high = 0, blank = 0, comma = 0, stop = 0, apostrophe = 0;
	size_t left = m->count - w * 64;
	uint64_t used = left < 64 ? (UINT64_C(1) << left) - 1 : ~UINT64_C(0);
	*leads = 0;
	for (size_t shift = 0; shift < 64 && shift < left; shift += STEP) {
		struct step s = step_at(text, w * 64 + shift);
		letter |= (uint64_t)s.letter << shift;
		lower |= (uint64_t)s.lower << shift;
		digit |= (uint64_t)s.digit << shift;
		high |= (uint64_t)s.high << shift;
		blank |= (uint64_t)s.blank << shift;
		comma |= (uint64_t)s.comma << shift;
		stop |= (uint64_t)s.stop << shift;
		apostrophe |= (uint64_t)s.apostrophe << shift;
		*leads |= (uint64_t)s.lead << shift;
	}
	m->word[w] = letter | digit | high;
	m->upper[w] = letter & ~lower;
	m->lower[w] = lower;
	m->digit[w] = digit;
	m->high[w] = high;
	m->blank[w] = blank;
	m->comma[w] = comma;
	m->stop[w] = stop;
	m->symbol[w] = 0;
	m->mark[w] = used & ~(m->word[w] | blank | comma | stop);
	return apostrophe;
}

static void
end_masks(struct byte_masks *m)
{
	size_t w = m->words;
	m->word[w] = m->upper[w] = m->lower[w] = m->digit[w] = m->high[w] = 0;
	m->blank[w] = m->comma[w] = m->stop[w] = m->symbol[w] = m->mark[w] = 0;
}

/* Apostrophes between letters are part of a word. */
static void
join_words(struct byte_masks *m, const uint64_t *apostrophes)
{
	for (size_t w = 0; w < m->words; w++) {
		uint64_t before = m->word[w] << 1 | (w > 0 ? m->word[w - 1] >> 63 : 0);
		uint64_t inside = apostrophes[w] & before & bytes_shifted(m->word, w, 1);
		m->word[w] |= inside;
		m->mark[w] &= ~inside;
	}
}

void
bytes_classify(struct slice text, struct byte_masks *m)
{
	uint64_t leads[BYTES_WORDS + 1], apostrophes[BYTES_WORDS + 1], any_lead = 0, any_apostrophe = 0;
	m->count = text.len < BYTES_MOST ? text.len : BYTES_MOST;
	m->words = (m->count + 63) / 64;
	end_masks(m);
	for (size_t w = 0; w < m->words; w++) {
		apostrophes[w] = classify_word(text, m, w, &leads[w]);
		any_apostrophe |= apostrophes[w];
		any_lead |= leads[w];
	}
	for (size_t w = 0; any_lead != 0 && w < m->words; w++)
		take_symbols(text, m, w * 64, leads[w]);
	if (any_apostrophe != 0)
		join_words(m, apostrophes);
}
