#include "intake.h"

#include "cli.h"

#include <stdlib.h>

void
intake_free(struct intake *intake)
{
	free(intake->clean.bytes);
	free(intake->line.bytes);
}

static bool
is_read(enum rec_kind kind)
{
	return kind == REC_TITLE || kind == REC_HEADLINE || kind == REC_BYLINE || kind == REC_CAPTION ||
	       kind == REC_TEXT;
}

void
intake_record(struct article *a, const struct record *record)
{
	article_reset(a);
	a->id = rec_value(record, REC_ID);
	a->date = rec_value(record, REC_DATE);
	a->crawled = rec_value(record, REC_CRAWLED);
	for (size_t i = 0; i < record->count; i++) {
		if (!is_read(record->fields[i].kind))
			continue;
		article_add_line(a, record->fields[i].value, (uint32_t)i + 1);
		a->lines[a->line_count - 1].is_caption = record->fields[i].kind == REC_CAPTION;
	}
}

/* A cleaned line keeps its number: line ends that the policy makes inside become blanks. */
static struct slice
clean_line(struct intake *intake, struct slice line)
{
	struct slice clean = text_clean(line, &intake->line, &intake->dirt);

	if (clean.at != intake->line.bytes)
		return clean;
	while (clean.len > 0 && clean.at[clean.len - 1] == '\n')
		clean.len--;
	for (size_t i = 0; i < clean.len; i++)
		if (intake->line.bytes[i] == '\n')
			intake->line.bytes[i] = ' ';
	return clean;
}

void
intake_page(struct intake *intake, struct article *a, struct slice name, struct slice page)
{
	uint32_t number = 0;

	article_reset(a);
	a->id = name;
	/* Slices into `clean` must hold: U+FFFD is at most three times as long as what it stands for. */
	intake->clean.len = 0;
	cli_grow(&intake->clean.bytes, &intake->clean.capacity, 3 * page.len + 1, 1);
	while (page.len > 0) {
		const char *stop = memchr(page.at, '\n', page.len);
		struct slice line = {page.at, stop != NULL ? (size_t)(stop - page.at) : page.len};
		struct slice clean = clean_line(intake, line);

		page = slice_after(page, line.len + (stop != NULL));
		if (clean.at != line.at) {
			size_t at = intake->clean.len;

			text_append(&intake->clean, clean);
			clean.at = intake->clean.bytes + at;
		}
		article_add_line(a, clean, ++number);
	}
}
