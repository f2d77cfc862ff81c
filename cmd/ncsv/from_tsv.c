/* Linear TSV: a row a line, cells between TABs, four escapes. */
#include "from.h"
#include "progress.h"
#include "straight.h"
#include "text.h"
#include "to.h"

#include <stdint.h>
#include <stdlib.h>

struct tsv_input {
	struct io_reader *in;
	struct table *t;
	struct from_header header;
	uint64_t line_start; /* the byte where the line begins */
	bool straight;       /* lines may go straight to the output */
};

static _Noreturn void
refuse(const struct tsv_input *v, size_t at, const char *what)
{
	cli_die("%s: row %llu (line %llu, byte %llu): %s", v->in->name, (unsigned long long)v->in->line,
		(unsigned long long)v->in->line, (unsigned long long)(v->line_start + at) + 1, what);
}

static void
refuse_nul(const struct tsv_input *v, struct slice line)
{
	const char *nul = line.len > 0 ? memchr(line.at, '\0', line.len) : NULL;
	if (nul != NULL && !v->t->settings->lax)
		refuse(v, (size_t)(nul - line.at), FROM_NUL);
}

static char
meaning(char letter)
{
	switch (letter) {
	case 't':
		return '\t';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case '\\':
		return '\\';
	default:
		return '\0';
	}
}

/* A cell that holds backslashes, with what they stand for; `at` is where it stands in the line. */
static struct slice
unescape(struct tsv_input *v, struct slice cell, size_t at)
{
	char *begin = arena_room(&v->t->arena, cell.len), *out = begin;
	for (size_t i = 0; i < cell.len; i++) {
		char meant = cell.at[i] == '\\' && i + 1 < cell.len ? meaning(cell.at[i + 1]) : '\0';
		if (cell.at[i] == '\\' && meant == '\0') {
			if (!v->t->settings->lax)
				refuse(v, at + i,
					"a backslash that is none of \\t \\n \\r \\\\; --lax keeps it");
			v->t->leniency.escapes++;
		}
		*out++ = meant != '\0' ? meant : cell.at[i];
		i += meant != '\0';
	}
	return (struct slice){begin, (size_t)(out - begin)};
}

/* The cell at the start of *rest; takes it and its TAB. False if it was the last one. */
static bool
next_cell(struct slice *rest, struct slice *cell)
{
	const char *stop = rest->len > 0 ? memchr(rest->at, '\t', rest->len) : NULL;
	if (stop == NULL) {
		*cell = *rest;
		return false;
	}
	*cell = (struct slice){rest->at, (size_t)(stop - rest->at)};
	*rest = slice_after(*rest, cell->len + 1);
	return true;
}

static void
read_header(struct tsv_input *v, struct slice line)
{
	struct slice cell, rest = line;
	bool more;

	refuse_nul(v, line);
	do {
		more = next_cell(&rest, &cell);
		if (v->t->settings->no_header)
			from_header_number(&v->header, 1);
		else
			from_header_add(&v->header, unescape(v, cell, (size_t)(cell.at - line.at)));
	} while (more);
	from_header_end(&v->header, v->t, v->in->name);
	v->straight = straight_applies(&v->header, v->t);
}

static void
read_row(struct tsv_input *v, struct slice line)
{
	bool escaped = line.len > 0 && memchr(line.at, '\\', line.len) != NULL, more;
	struct slice cell, rest = line;
	size_t cells = 0;
	char what[120];

	if (v->straight && straight_row(v->t->out, line, v->header.count, to_csv_separator(v->t->settings))) {
		table_count_row(v->t);
		return;
	}
	refuse_nul(v, line);
	do {
		more = next_cell(&rest, &cell);
		int32_t column = cells < v->header.count ? v->header.columns[cells] : NO_COLUMN;
		cells++;
		if (column == NO_COLUMN || cell.len == 0)
			continue;
		if (escaped && memchr(cell.at, '\\', cell.len) != NULL)
			cell = unescape(v, cell, (size_t)(cell.at - line.at));
		table_put(v->t, column, cell);
	} while (more);
	if (!from_row_fits(v->t, &v->header, cells, what))
		refuse(v, 0, what);
	table_end_row(v->t);
}

void
from_tsv(struct io_reader *in, struct table *t)
{
	struct tsv_input v = {.in = in, .t = t};
	struct slice line;
	bool has_header = false, terminated;

	for (v.line_start = in->offset; io_line(in, '\n', &line, &terminated); v.line_start = in->offset) {
		if (!terminated && in->failed)
			break;
		if (line.len > 0 && line.at[line.len - 1] == '\r')
			line.len--;
		if (in->line == 1)
			line = text_without_mark(line);
		if (!has_header)
			read_header(&v, line);
		if (has_header || t->settings->no_header)
			read_row(&v, line);
		progress_records(1);
		has_header = true;
	}
	from_header_free(&v.header);
}
