#include "to.h"

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

bool
to_looks_like_formula(struct slice value)
{
	static const struct slice wide[] = {/* full-width forms of = + - @ */
		{"\xef\xbc\x9d", 3}, {"\xef\xbc\x8b", 3}, {"\xef\xbc\x8d", 3}, {"\xef\xbc\xa0", 3}};
	if (value.len == 0)
		return false;
	if (memchr("=+-@\t\r", *value.at, 6) != NULL)
		return true;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
		if (slice_starts(value, wide[i]))
			return true;
	}
	return false;
}
