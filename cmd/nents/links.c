#include "links.h"

#include "lanes.h"
#include "text.h"

/* Bytes that may stand in an address (RFC 3986); non-ASCII letters pass, as browsers let them. */
static bool
is_url_byte(char c)
{
	return text_ascii_alnum(c) || (unsigned char)c >= 0x80 ||
	       (c != '\0' && strchr("-._~:/?#[]@!$&'()*+,;=%", c) != NULL);
}

/* Blanks and quotation marks that are no ASCII: C2 A0, C2 AB, C2 BB and E2 80 xx. */
static bool
is_wide_end(struct slice line, size_t i)
{
	unsigned char c = (unsigned char)line.at[i];
	return c == 0xC2 || (c == 0xE2 && i + 1 < line.len && (unsigned char)line.at[i + 1] == 0x80);
}

/* Full stops, commas and brackets at the end belong to the sentence, not to the address. */
static size_t
without_sentence_marks(struct slice line, size_t start, size_t end)
{
	while (end > start) {
		char last = line.at[end - 1];
		if (last == ')' && memchr(line.at + start, '(', end - start) != NULL)
			break;
		if (strchr(".,;:!?'\")]*", last) == NULL)
			break;
		end--;
	}
	return end;
}

static size_t
url_end(struct slice line, size_t start)
{
	size_t end = start;
	while (end < line.len && is_url_byte(line.at[end]) && !is_wide_end(line, end))
		end++;
	return without_sentence_marks(line, start, end);
}

/* http://..., at its colon */
static bool
url_at(struct slice line, size_t colon, size_t from, size_t *start, size_t *end)
{
	if (line.len - colon < 4 || memcmp(line.at + colon, "://", 3) != 0)
		return false;
	*start = colon;
	while (*start > from && text_ascii_letter(line.at[*start - 1]))
		--*start;
	if (colon - *start < 3 || colon - *start > 8 || !text_ascii_alnum(line.at[colon + 3]))
		return false;
	*end = url_end(line, *start);
	return *end > colon + 3;
}

static bool
www_at(struct slice line, size_t i, size_t *start, size_t *end)
{
	if (line.len - i < 8 ||
		(memcmp(line.at + i, "www.", 4) != 0 && memcmp(line.at + i, "WWW.", 4) != 0) ||
		(i > 0 && text_ascii_alnum(line.at[i - 1])))
		return false;
	*start = i;
	*end = url_end(line, i);
	return *end > i + 4 && memchr(line.at + i + 4, '.', *end - i - 4) != NULL;
}

/* RFC 5322's dot-atom, as people write it, at the @ */
static bool
mail_at(struct slice line, size_t sign, size_t from, size_t *start, size_t *end)
{
	*start = sign;
	while (*start > from &&
		(text_ascii_alnum(line.at[*start - 1]) || strchr("._%+-", line.at[*start - 1]) != NULL))
		--*start;
	while (*start < sign && !text_ascii_alnum(line.at[*start]))
		++*start;
	*end = sign + 1;
	while (*end < line.len &&
		(text_ascii_alnum(line.at[*end]) || line.at[*end] == '.' || line.at[*end] == '-'))
		++*end;
	while (*end > sign + 1 && !text_ascii_alnum(line.at[*end - 1]))
		--*end;
	size_t dot = *end;
	while (dot > sign + 1 && line.at[dot - 1] != '.')
		dot--;
	bool top = dot > sign + 2 && *end - dot >= 2 && text_ascii_letter(line.at[dot]) &&
		   text_ascii_letter(line.at[*end - 1]);
	return top && *start < sign;
}

/* The first byte from i on that can be the sign of an address, as far as sixteen bytes at a time tell it. */
static size_t
skip_text(struct slice line, size_t i)
{
	/* one byte more is read than is passed: two w's may stand astride */
	for (; i + LANES < line.len; i += LANES) {
		const lanes case_bit = (lanes){0} + 0x20;
		lanes here = lanes_at(line.at + i), behind = lanes_at(line.at + i + 1);

		if (lanes_any((here == ':') | (here == '@') |
			      (((here | case_bit) == 'w') & ((behind | case_bit) == 'w'))))
			break;
	}
	return i;
}

bool
links_next(struct slice line, size_t from, size_t *start, size_t *end, bool *is_mail)
{
	for (size_t i = skip_text(line, from); i < line.len;) {
		size_t stop = i + LANES < line.len ? i + LANES : line.len;

		for (; i < stop; i++) {
			char c = line.at[i];

			if (c != ':' && c != '@' && c != 'w' && c != 'W')
				continue;
			*is_mail = c == '@';
			if ((c == ':' && url_at(line, i, from, start, end)) ||
				(*is_mail && mail_at(line, i, from, start, end)) ||
				((c == 'w' || c == 'W') && www_at(line, i, start, end)))
				return true;
		}
		i = skip_text(line, i);
	}
	return false;
}
