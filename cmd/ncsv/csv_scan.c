#include "csv_scan.h"

#include "cli.h"

#include <stdlib.h>

/* States of libcsv 3 (libcsv.c: ROW_NOT_BEGUN and so on), as struct csv_parser shows them in pstate. */
enum { BETWEEN_ROWS = 0, BETWEEN_CELLS = 1, IN_CELL = 2, BEHIND_QUOTE = 3 };

enum { WINDOW = 64 }; /* what libcsv is given at a time where it decides */

static int
is_no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

/* Does this libcsv show its states as they are known here? A row, an open quote and a cell are tried. */
static bool
libcsv_is_as_known(struct csv_parser *p)
{
	bool known = CSV_MAJOR == 3 && p->pstate == BETWEEN_ROWS;
	known = known && csv_parse(p, "\"a", 2, NULL, NULL, NULL) == 2;
	known = known && p->pstate == IN_CELL && p->quoted && p->entry_pos == 1 && p->spaces == 0;
	known = known && p->entry_buf != NULL && p->entry_buf[0] == 'a' && p->entry_size >= p->entry_pos;
	known = known && csv_parse(p, "b\"", 2, NULL, NULL, NULL) == 2 && p->pstate == BEHIND_QUOTE;
	known = known && p->quoted && p->entry_pos == 3 && p->entry_buf[2] == '"';
	known = known && csv_parse(p, "\n", 1, NULL, NULL, NULL) == 1 && p->pstate == BETWEEN_ROWS;
	known = known && !p->quoted && p->entry_pos == 0;
	known = known && csv_parse(p, "a", 1, NULL, NULL, NULL) == 1 && p->pstate == IN_CELL && !p->quoted;
	const char separator = (char)p->delim_char;
	known = known && csv_parse(p, &separator, 1, NULL, NULL, NULL) == 1 && p->pstate == BETWEEN_CELLS;
	known = known && !p->quoted && p->entry_pos == 0 && p->spaces == 0;
	return known && csv_parse(p, "\n", 1, NULL, NULL, NULL) == 1 && p->pstate == BETWEEN_ROWS;
}

static void
set_up(struct csv_scan *scan, char separator, bool strict)
{
	csv_free(&scan->parser);
	if (csv_init(&scan->parser, strict ? CSV_STRICT | CSV_STRICT_FINI : 0) != 0)
		cli_die("libcsv can't be set up");
	csv_set_delim(&scan->parser, (unsigned char)separator);
	csv_set_space_func(&scan->parser, is_no_blank);
	csv_set_blk_size(&scan->parser, 4096);
}

void
csv_scan_open(struct csv_scan *scan, char separator, bool strict, size_t limit)
{
	*scan = (struct csv_scan){.limit = limit, .strict = strict, .opened = SIZE_MAX};
	set_up(scan, separator, strict);
	scan->around = libcsv_is_as_known(&scan->parser);
	set_up(scan, separator, strict);
}

void
csv_scan_close(struct csv_scan *scan)
{
	csv_free(&scan->parser);
}

bool
csv_scan_is_open(const struct csv_scan *scan)
{
	return scan->parser.pstate == IN_CELL && scan->parser.quoted;
}

/* What a call of the public functions works on. */
struct pass {
	struct csv_scan *scan;
	const char *begin, *at, *end;
	const char *line, *quote; /* the next line end and quote, if not before `at` */
	csv_scan_cell *cell;
	csv_scan_row *row;
	void *context;
};

/* Gives n bytes to libcsv; false if it does not take them all. */
static bool
feed(struct pass *p, size_t n)
{
	p->scan->given = p->at + n;
	size_t taken = csv_parse(&p->scan->parser, p->at, n, p->cell, p->row, p->context);
	p->at += taken;
	if (taken == n)
		return true;
	int error = csv_error(&p->scan->parser);
	if (error == CSV_ENOMEM || error == CSV_ETOOBIG)
		cli_die("memory exhausted: libcsv: %s", csv_strerror(error));
	return false;
}

/* Appends n bytes to the cell that libcsv has open. */
static void
append_around(struct pass *p, size_t n)
{
	struct csv_parser *parser = &p->scan->parser;
	size_t need = parser->entry_pos + n;
	cli_grow(&parser->entry_buf, &parser->entry_size, need, 1);
	memcpy(parser->entry_buf + parser->entry_pos, p->at, n);
	parser->entry_pos = need;
	parser->spaces = 0;
	p->at += n;
}

/*
 * In a quoted cell: all up to the next quote goes around libcsv, and so do two quotes, which are one of the
 * cell; a quote and another byte behind it go through.
 */
static bool
quoted_run(struct pass *p)
{
	size_t left = (size_t)(p->end - p->at);
	const char *quote = memchr(p->at, '"', left);
	size_t run = quote != NULL ? (size_t)(quote - p->at) : left;
	bool doubled = left - run >= 2 && quote[1] == '"';
	if (run + doubled > 0)
		append_around(p, run + doubled);
	p->at += doubled;
	size_t rest = left - run, most = p->scan->strict ? 2 : 1;
	return doubled || rest == 0 || feed(p, rest < most ? rest : most);
}

/* Not strict, and the last byte was a quote in a quoted cell: what stands behind it says what it was. */
static bool
behind_quote(struct pass *p)
{
	struct csv_parser *parser = &p->scan->parser;
	char next = *p->at;

	if (next == '"' || next == '\n' || next == '\r' || next == (char)parser->delim_char)
		return feed(p, 1);
	parser->entry_pos--;
	parser->quoted = 0;
	parser->pstate = IN_CELL;
	p->scan->early++;
	return true;
}

/* Calls for the cells that a separator before `end` ends; gives how many there were. */
static size_t
plain_cells(struct pass *p, const char *end)
{
	int separator = p->scan->parser.delim_char;
	const char *stop;
	size_t cells = 0;
	for (; (stop = memchr(p->at, separator, (size_t)(end - p->at))) != NULL; cells++) {
		/* libcsv's calls have a pointer that is not const; nothing is written there. */
		p->cell((void *)(uintptr_t)p->at, (size_t)(stop - p->at), p->context);
		p->at = stop + 1;
	}
	return cells;
}

/*
 * The next byte of that kind, p->end if there is none. *known is where it was found last: what lies ahead is
 * not looked for again, so that many short steps through a block stay linear.
 */
static const char *
next_byte(struct pass *p, char wanted, const char **known)
{
	if (*known == NULL || *known < p->at) {
		*known = memchr(p->at, wanted, (size_t)(p->end - p->at));
		if (*known == NULL)
			*known = p->end;
	}
	return *known;
}

/*
 * Between cells: those that hold no quote and no CR go around libcsv, up to a quote or the line's end. False
 * if there are none.
 */
static bool
plain_run(struct pass *p)
{
	const char *stop = next_byte(p, '\n', &p->line), *quote = next_byte(p, '"', &p->quote);
	const char *end = quote < stop ? quote : stop;
	bool whole_line = end == stop && stop < p->end;
	if (whole_line && end > p->at && end[-1] == '\r')
		end--;
	if (end == p->at || memchr(p->at, '\r', (size_t)(end - p->at)) != NULL)
		return false;
	/* The row of a line that is not all here may end in another block. */
	p->scan->whole = whole_line;
	bool some = plain_cells(p, end) > 0;
	if (whole_line) {
		p->cell((void *)(uintptr_t)p->at, (size_t)(end - p->at), p->context);
		p->scan->given = stop + 1;
		p->row((unsigned char)*end, p->context);
		p->at = stop + 1;
		p->scan->parser.pstate = BETWEEN_ROWS;
	} else if (some) {
		p->scan->parser.pstate = BETWEEN_CELLS;
	}
	p->scan->whole = false;
	return some || whole_line;
}

/* Gives libcsv a few bytes, up to and with the next quote or line end. */
static bool
through(struct pass *p)
{
	bool was_quoted = p->scan->parser.quoted;
	size_t left = (size_t)(p->end - p->at), n = 0;
	if (left > WINDOW)
		left = WINDOW;
	while (n < left && p->at[n] != '"' && p->at[n] != '\n' && p->at[n] != '\r')
		n++;
	if (!feed(p, n < left ? n + 1 : n))
		return false;
	if (was_quoted || n == left || p->at[-1] != '"')
		return true;
	if (csv_scan_is_open(p->scan))
		p->scan->opened = (size_t)(p->at - p->begin) - 1;
	else
		p->scan->inside++;
	return true;
}

static bool
step(struct pass *p)
{
	if (!p->scan->around)
		return through(p);
	if (csv_scan_is_open(p->scan))
		return quoted_run(p);
	if (!p->scan->strict && p->scan->parser.pstate == BEHIND_QUOTE)
		return behind_quote(p);
	if (p->scan->parser.pstate <= BETWEEN_CELLS && plain_run(p))
		return true;
	return through(p);
}

enum csv_scan_result
csv_scan_block(struct csv_scan *scan, struct slice block, csv_scan_cell *cell, csv_scan_row *row,
	void *context, size_t *taken)
{
	struct pass p = {scan, block.at, block.at, block.at + block.len, NULL, NULL, cell, row, context};
	bool right = true;

	scan->opened = SIZE_MAX;
	while (right && p.at < p.end && scan->parser.entry_pos <= scan->limit)
		right = step(&p);
	*taken = (size_t)(p.at - p.begin);
	if (!right)
		return CSV_SCAN_WRONG;
	return scan->parser.entry_pos > scan->limit ? CSV_SCAN_TOO_LONG : CSV_SCAN_DONE;
}

enum csv_scan_result
csv_scan_end(struct csv_scan *scan, csv_scan_cell *cell, csv_scan_row *row, void *context)
{
	return csv_fini(&scan->parser, cell, row, context) == 0 ? CSV_SCAN_DONE : CSV_SCAN_WRONG;
}
