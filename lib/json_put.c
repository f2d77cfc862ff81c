/* Strings written as JSON. */
#include "json.h"
#include "lanes.h"
#include "text.h"

/* Is none of these lanes a quote, a backslash, a control character or 0xE2, which may begin U+2028. */
static inline bool
is_escape_free_run(const char *at)
{
	lanes v = lanes_at(at);
	return !lanes_any(((v < 0x20) & (v >= 0)) | (v == '"') | (v == '\\') | (v == (signed char)0xE2));
}

static const char *
escape_free_end(const char *at, const char *end)
{
	while (end - at >= LANES && is_escape_free_run(at))
		at += LANES;
	for (; at < end; at++) {
		unsigned char c = (unsigned char)*at;
		if (c < 0x20 || c == '"' || c == '\\')
			break;
		if (c == 0xE2 && end - at >= 3 && at[1] == '\x80' && (at[2] == '\xA8' || at[2] == '\xA9'))
			break;
	}
	return at;
}

/* Writes the escape of what stands at `at`; gives how many bytes of the text that was. */
static size_t
put_escape(struct io_writer *w, const char *at)
{
	static const char hex[] = "0123456789abcdef";
	static const char letters[] = "btn\0fr"; /* of U+0008 to U+000D */
	unsigned char c = (unsigned char)*at;
	char *out = io_room(w, 6);
	out[0] = '\\';
	if (c == '"' || c == '\\' || (c >= '\b' && c <= '\r' && c != '\v')) {
		out[1] = c >= 0x20 ? *at : letters[c - '\b'];
		io_took(w, 2);
		return 1;
	}
	if (c == 0xE2) {
		memcpy(out + 1, at[2] == '\xA8' ? "u2028" : "u2029", 5);
		io_took(w, 6);
		return 3;
	}
	memcpy(out + 1, "u00", 3);
	out[4] = hex[c >> 4];
	out[5] = hex[c & 15];
	io_took(w, 6);
	return 1;
}

static void
put_escaped(struct io_writer *w, struct slice text)
{
	const char *at = text.at, *end = text.at + text.len;
	while (at < end) {
		const char *stop = escape_free_end(at, end);
		io_put(w, (struct slice){at, (size_t)(stop - at)});
		at = stop;
		if (at < end)
			at += put_escape(w, at);
	}
}

/* The same for a text that is not UTF-8 all through: character by character. */
static size_t
put_mended(struct io_writer *w, struct slice text)
{
	size_t mended = 0, length;
	for (; text.len > 0; text = slice_after(text, length)) {
		bool whole;
		length = text_sequence(text, &whole);
		put_escaped(w, whole ? (struct slice){text.at, length} : SLICE("\xEF\xBF\xBD"));
		mended += !whole;
	}
	return mended;
}

size_t
json_put(struct io_writer *w, struct slice text)
{
	size_t mended = 0;
	io_put_byte(w, '"');
	if (text_is_utf8(text))
		put_escaped(w, text);
	else
		mended = put_mended(w, text);
	io_put_byte(w, '"');
	return mended;
}
