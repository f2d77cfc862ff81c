#include "straight.h"

#include "lanes.h"
#include "text.h"

bool
straight_applies(const struct from_header *header, const struct table *t)
{
	const struct settings *s = t->settings;
	if (s->to != FORMAT_CSV || s->excel || s->safe_formulas || header->count < 2 ||
		header->count != t->schema.fixed)
		return false;
	for (size_t i = 0; i < header->count; i++) {
		if (header->columns[i] != (int32_t)i)
			return false;
	}
	return true;
}

static bool
is_odd(char c, char separator)
{
	return c == '\0' || c == '"' || c == '\\' || c == '\r' || c == '\n' || c == separator;
}

/* Copies the line with separators for TABs and counts them; false if it holds what either format escapes. */
static bool
translate(char *to, struct slice line, char separator, size_t *tabs)
{
	const signed char sep = (signed char)separator;
	size_t i = 0;
	for (; line.len - i >= LANES; i += LANES) {
		lanes v = lanes_at(line.at + i), tab = v == '\t';
		if (lanes_any((v == '\0') | (v == '"') | (v == '\\') | (v == '\r') | (v == sep)))
			return false;
		*tabs += lanes_count(tab);
		v = (v & ~tab) | (tab & sep);
		memcpy(to + i, &v, LANES);
	}
	for (; i < line.len; i++) {
		char c = line.at[i];
		if (is_odd(c, separator))
			return false;
		*tabs += c == '\t';
		to[i] = c == '\t' ? separator : c;
	}
	return true;
}

bool
straight_row(struct io_writer *w, struct slice line, size_t columns, char separator)
{
	char *to = io_room(w, line.len + 1);
	size_t tabs = 0;
	/* A mark at the beginning has to be quoted: see to_csv.c. */
	if (slice_starts(line, TEXT_MARK))
		return false;
	if (!translate(to, line, separator, &tabs) || tabs + 1 != columns)
		return false;
	to[line.len] = '\n';
	io_took(w, line.len + 1);
	return true;
}
