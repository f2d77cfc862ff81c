#include "fold.h"

#include "text.h"

#include <utf8proc.h>

/* Letters that have no decomposition, by the Latin letters that are written for them. */
static const struct {
	uint32_t point;
	const char *latin;
} letters[] = {
	{0xe6, "ae"},
	{0xf0, "d"},
	{0xf8, "o"},
	{0xfe, "th"},
	{0x111, "d"},
	{0x127, "h"},
	{0x131, "i"},
	{0x142, "l"},
	{0x153, "oe"},
	{0x259, "a"},
	{0x2bb, ""},
	{0x2bc, ""},
	{0x2be, ""},
	{0x2bf, ""},
	{0x2019, "'"},
	{0x2018, "'"},
	{0x2010, "-"},
	{0x2011, "-"},
};

static size_t
put_point(uint32_t point, char *out, size_t room)
{
	char bytes[4];
	size_t n;

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		if (letters[i].point != point)
			continue;
		n = strlen(letters[i].latin);
		if (n > room)
			return 0;
		memcpy(out, letters[i].latin, n);
		return n;
	}
	n = text_encode(point, bytes);
	if (n > room)
		return 0;
	memcpy(out, bytes, n);
	return n;
}

static size_t
fold_point(uint32_t point, char *out, size_t room)
{
	utf8proc_int32_t parts[8];
	utf8proc_ssize_t count;
	size_t n = 0;
	int last_class = 0;

	if (point >= 0x2012 && point <= 0x201f &&
		point != 0x2017) /* dashes and quotation marks stay what they are */
		return put_point(point, out, room);
	count = utf8proc_decompose_char((utf8proc_int32_t)point, parts, 8,
		UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &last_class);
	for (utf8proc_ssize_t i = 0; i < count && i < 8; i++)
		n += put_point((uint32_t)parts[i], out + n, room - n);
	return n;
}

size_t
fold_word(struct slice word, char out[FOLD_ROOM])
{
	size_t n = 0, len;

	for (size_t i = 0; i < word.len && n < FOLD_ROOM; i += len) {
		unsigned char c = (unsigned char)word.at[i];

		len = 1;
		if (c < 0x80) {
			out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
			continue;
		}
		n += fold_point(text_decode(slice_after(word, i), &len), out + n, FOLD_ROOM - n);
	}
	return n;
}
