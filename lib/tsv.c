#include "tsv.h"

#include "lanes.h"

/* The letter of a byte's escape, 0 for one that stands for itself. */
static char
escape_letter(char c)
{
	return (char)(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\\' ? '\\' : 0);
}

/* How many bytes at the start of s stand for themselves. */
static size_t
plain_length(struct slice s)
{
	size_t i = 0;
	for (; s.len - i >= LANES; i += LANES) {
		lanes v = lanes_at(s.at + i);
		if (lanes_any((v == '\t') | (v == '\n') | (v == '\r') | (v == '\\')))
			break;
	}
	while (i < s.len && ((s.at[i] > '\r' && s.at[i] != '\\') || escape_letter(s.at[i]) == 0))
		i++;
	return i;
}

void
tsv_put(struct io_writer *w, struct slice value)
{
	for (;;) {
		size_t n = plain_length(value);
		io_put(w, (struct slice){value.at, n});
		if (n == value.len)
			return;
		io_put_byte(w, '\\');
		io_put_byte(w, escape_letter(value.at[n]));
		value = slice_after(value, n + 1);
	}
}
