#include "to.h"

#include "text.h"

void
to_start(struct table *t)
{
	switch (t->settings->to) {
	case FORMAT_REC:
		to_rec_start(t);
		break;
	case FORMAT_TSV:
		to_tsv_start(t);
		break;
	case FORMAT_JSONL:
		break;
	default:
		to_csv_start(t);
	}
}

void
to_row(struct table *t)
{
	switch (t->settings->to) {
	case FORMAT_REC:
		to_rec_row(t);
		break;
	case FORMAT_TSV:
		to_tsv_row(t);
		break;
	case FORMAT_JSONL:
		to_jsonl_row(t);
		break;
	default:
		to_csv_row(t);
	}
}

/* What a cell of one or more values begins with: three bytes at least, if it has them. */
static struct slice
beginning(const struct cell *cells, size_t count, struct slice join, char room[3])
{
	size_t len = 0;
	if (count == 1 || cells[0].value.len >= 3)
		return cells[0].value;
	for (size_t i = 0; i < 2 * count - 1 && len < 3; i++) {
		struct slice part = i % 2 == 0 ? cells[i / 2].value : join;
		for (size_t j = 0; j < part.len && len < 3; j++)
			room[len++] = part.at[j];
	}
	return (struct slice){room, len};
}

bool
to_looks_like_formula(const struct cell *cells, size_t count, struct slice join)
{
	static const struct slice wide[] = {/* full-width forms of = + - @ */
		{"\xef\xbc\x9d", 3}, {"\xef\xbc\x8b", 3}, {"\xef\xbc\x8d", 3}, {"\xef\xbc\xa0", 3}};
	char room[3];
	struct slice cell = beginning(cells, count, join, room);
	if (cell.len == 0)
		return false;
	if (memchr("=+-@\t\r", *cell.at, 6) != NULL)
		return true;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
		if (slice_starts(cell, wide[i]))
			return true;
	}
	return false;
}

bool
to_begins_with_mark(const struct cell *cells, size_t count, struct slice join)
{
	char room[3];
	return slice_starts(beginning(cells, count, join, room), TEXT_MARK);
}
