#include "html.h"

#include "text.h"

#include <strings.h>

/* What stands for an ASCII byte: NULL if itself does. */
static const char *
reference(unsigned char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case '\t':
	case '\n':
		return NULL;
	default:
		return c < ' ' || c == 0x7f ? "\xef\xbf\xbd" : NULL;
	}
}

/*
 * How long the character at the start of s is, and what stands for it, NULL if itself does. Beyond ASCII, C1
 * controls and noncharacters must not stand in a document.
 */
static size_t
look(struct slice s, const char **stands)
{
	size_t len;

	if ((signed char)s.at[0] >= 0) {
		*stands = reference((unsigned char)s.at[0]);
		return 1;
	}
	uint32_t point = text_decode(s, &len);
	bool good = !(point == 0xfffd && len == 1) && point >= 0xa0 && (point & 0xfffe) != 0xfffe &&
		    !(point >= 0xfdd0 && point <= 0xfdef);
	*stands = good ? NULL : "\xef\xbf\xbd";
	return len;
}

void
html_put(struct io_writer *w, struct slice s)
{
	size_t done = 0, len;

	for (size_t i = 0; i < s.len; i += len) {
		const char *stands;

		len = look(slice_after(s, i), &stands);
		if (stands == NULL)
			continue;
		io_put(w, (struct slice){s.at + done, i - done});
		io_put(w, slice_of(stands));
		done = i + len;
	}
	io_put(w, slice_after(s, done));
}

bool
html_is_link(struct slice url)
{
	static const struct slice schemes[] = {{"http://", 7}, {"https://", 8}};

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (url.len > schemes[i].len && strncasecmp(url.at, schemes[i].at, schemes[i].len) == 0)
			return true;
	return false;
}

static bool
stands_in_url(char c)
{
	if (text_ascii_alnum(c))
		return true;
	return c != '\0' && strchr("-._~:/?#[]@!$()*+,;=%", c) != NULL;
}

void
html_put_href(struct io_writer *w, struct slice url)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < url.len; i++) {
		unsigned char c = (unsigned char)url.at[i];

		if (c == '&')
			io_put(w, SLICE("&amp;"));
		else if (stands_in_url((char)c))
			io_put_byte(w, (char)c);
		else
			io_put(w, (struct slice){(char[]){'%', digits[c >> 4], digits[c & 15]}, 3});
	}
}
