/* check_bytes: the classes of a line's bytes, beside those that each byte has by itself. */
#include "unit.h"

#include "lines/bytes.h"

enum { LONGEST = 300 };

static bool
is_in(const struct byte_masks *m, size_t field, size_t i)
{
	uint64_t bits;
	memcpy(&bits, (const char *)&m->at[i / 64] + field, sizeof(bits));
	return bits >> i % 64 & 1;
}

static bool
is_letter(unsigned char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool
is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* The bytes of the symbol that begins at byte i, 0 if none does. */
static size_t
symbol_length(const unsigned char *text, size_t len, size_t i)
{
	unsigned char lead = text[i], next = i + 1 < len ? text[i + 1] : 0;
	if (lead == 0xC2)
		return i + 1 < len && next != 0xAA && next != 0xB5 && next != 0xBA ? 2 : 0;
	if (i + 2 >= len)
		return 0;
	bool full_width = lead == 0xEF && (next == 0xBC || next == 0xBB || next == 0xBF);
	return lead == 0xE2 || (lead == 0xE3 && next == 0x80) || full_width ? 3 : 0;
}

#define IN(field) is_in(m, offsetof(struct byte_block, field), i)

/* What stands at byte i, by that byte and those beside it. */
static void
check_byte(const struct byte_masks *m, const unsigned char *text, size_t len, const bool *in_symbol, size_t i)
{
	unsigned char c = i < len ? text[i] : 0;
	bool letter = is_letter(c), stop = c == '.' || c == '!' || c == '?', high = c >= 0x80;
	bool join = c == '\'' && i > 0 && i + 1 < len && is_in(m, offsetof(struct byte_block, word), i - 1) &&
		    is_in(m, offsetof(struct byte_block, word), i + 1);
	bool word = (letter || is_digit(c) || high) && !in_symbol[i];
	bool other =
		i < len && !letter && !is_digit(c) && !high && !stop && c != ' ' && c != '\t' && c != ',';
	ck_assert_int_eq(IN(upper), letter && c < 'a');
	ck_assert_int_eq(IN(lower), letter && c >= 'a');
	ck_assert_int_eq(IN(digit), is_digit(c));
	ck_assert_int_eq(IN(high), high && !in_symbol[i]);
	ck_assert_int_eq(IN(blank), c == ' ' || c == '\t');
	ck_assert_int_eq(IN(comma), c == ',');
	ck_assert_int_eq(IN(stop), stop);
	ck_assert_int_eq(IN(symbol), high && symbol_length(text, len, i) > 0);
	ck_assert_int_eq(IN(word), word || join);
	ck_assert_int_eq(IN(mark), other && !join);
}

static void
check_line(const unsigned char *text, size_t len)
{
	static struct byte_masks masks;
	bool in_symbol[LONGEST + 2 * 64] = {false};
	memset(&masks, 0xFF, sizeof(masks));
	bytes_classify((struct slice){(const char *)text, len}, &masks);
	ck_assert_uint_eq(masks.count, len);
	ck_assert_uint_eq(masks.blocks, (len + 63) / 64);
	for (size_t i = 0; i < len; i++)
		for (size_t k = 0; k < symbol_length(text, len, i); k++)
			in_symbol[i + k] = true;
	for (size_t i = 0; i < (masks.blocks + 1) * 64; i++)
		check_byte(&masks, text, len, in_symbol, i);
}

/* Each length, each alignment; nothing is read beyond the line, which ends where its memory does. */
START_TEST(each_byte_has_its_classes)
{
	static const char SAMPLE[] =
		"aZ19 \t,.!?'''@[`{/:;\"\x7f\x80\xC2\xA0\xE2\x80\x99\xE3\x80\xEF\xBC\xC3";
	uint64_t seed = 88172645463325252U;
	for (size_t len = 0; len <= LONGEST; len++)
		for (size_t shift = 0; shift < 16; shift++) {
			unsigned char *memory = malloc(len + shift + 1);
			unsigned char *text = memory + 1 + shift;
			for (size_t i = 0; i < len; i++) {
				seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
				text[i] = (unsigned char)(len % 4 == 3
								  ? seed >> 9
								  : (uint64_t)SAMPLE[seed %
										     (sizeof(SAMPLE) - 1)]);
			}
			check_line(text, len);
			free(memory);
		}
}
END_TEST

START_TEST(of_a_long_line_the_beginning_is_looked_at)
{
	static struct byte_masks masks;
	char *text = malloc(BYTES_MOST + 100);
	memset(text, 'x', BYTES_MOST + 100);
	bytes_classify((struct slice){text, BYTES_MOST + 100}, &masks);
	ck_assert_uint_eq(masks.count, BYTES_MOST);
	ck_assert_uint_eq(masks.blocks, BYTES_BLOCKS);
	ck_assert_uint_eq(masks.at[BYTES_BLOCKS - 1].word, UINT64_MAX);
	ck_assert_uint_eq(masks.at[BYTES_BLOCKS].word, 0);
	free(text);
}
END_TEST

int
main(void)
{
	const TTest *const TESTS[] = {
		each_byte_has_its_classes, of_a_long_line_the_beginning_is_looked_at, NULL};
	return unit_run("bytes", TESTS);
}
