#include "rec.h"

#include "cli.h"
#include "progress.h"
#include "text.h"

#include <stdlib.h>

static const struct slice kind_names[REC_KINDS] = {
	[REC_ID] = {"Id", 2},
	[REC_PAGE] = {"Page", 4},
	[REC_URL] = {"Url", 3},
	[REC_CRAWLED] = {"Crawled", 7},
	[REC_LANGUAGE] = {"Language", 8},
	[REC_TITLE] = {"Title", 5},
	[REC_HEADLINE] = {"Headline", 8},
	[REC_SOURCE] = {"Source", 6},
	[REC_DATE] = {"Date", 4},
	[REC_BYLINE] = {"Byline", 6},
	[REC_CAPTION] = {"Caption", 7},
	[REC_TEXT] = {"Text", 4},
	[REC_CHROME] = {"Chrome", 6},
	[REC_PERSON] = {"Person", 6},
	[REC_ORG] = {"Org", 3},
	[REC_PLACE] = {"Place", 5},
	[REC_GROUP] = {"Group", 5},
	[REC_DAY] = {"Day", 3},
};

enum rec_kind
rec_kind(struct slice name)
{
	if (slice_equal(name, kind_names[REC_TEXT])) /* as most are */
		return REC_TEXT;
	for (enum rec_kind kind = REC_ID; kind < REC_KINDS; kind++)
		if (kind_names[kind].len == name.len && kind_names[kind].at[0] == name.at[0] &&
			memcmp(kind_names[kind].at, name.at, name.len) == 0)
			return kind;
	return REC_OTHER;
}

struct slice
rec_name(enum rec_kind kind)
{
	return kind_names[kind];
}

static bool
is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_name_byte(char c)
{
	return is_name_start(c) || (c >= '0' && c <= '9') || c == '_';
}

bool
rec_name_is_valid(struct slice name)
{
	if (name.len == 0 || !is_name_start(name.at[0]))
		return false;
	for (size_t i = 1; i < name.len; i++)
		if (!is_name_byte(name.at[i]))
			return false;
	return true;
}

struct slice
rec_value(const struct record *record, enum rec_kind kind)
{
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].kind == kind)
			return record->fields[i].value;
	return (struct slice){NULL, 0};
}

static void
append_field(struct record *record, struct rec_field field)
{
	if (record->count == record->capacity)
		cli_grow(&record->fields, &record->capacity, record->count + 1, sizeof *record->fields);
	record->fields[record->count++] = field;
}

void
rec_append(struct record *record, enum rec_kind kind, struct slice value)
{
	append_field(record, (struct rec_field){rec_name(kind), value, kind});
}

/* --- Reading ---------------------------------------------------------------------------------- */

static bool
is_blank_line(struct slice line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.at[i] != ' ' && line.at[i] != '\t' && line.at[i] != '\r')
			return false;
	return true;
}

/* What the first line behind a mark, empty lines and comments says; needs_more if it is not all there. */
static bool
begins_with_descriptor(struct slice s, bool *needs_more)
{
	*needs_more = false;
	s = text_without_mark(s);
	for (;;) {
		const char *stop = s.len > 0 ? memchr(s.at, '\n', s.len) : NULL;
		struct slice line = {s.at, stop != NULL ? (size_t)(stop - s.at) : s.len};
		if (slice_starts(line, SLICE("%rec:")))
			return true;
		if (stop == NULL) {
			*needs_more = true;
			return false;
		}
		if (!is_blank_line(line) && line.at[0] != '#')
			return false;
		s = slice_after(s, line.len + 1);
	}
}

bool
rec_sniff(struct io_reader *in)
{
	enum { FAR_ENOUGH = 64 * 1024 }; /* no stream has more comments than that before its descriptor */

	for (;;) {
		bool needs_more;
		struct slice s = {in->bytes + in->begin, in->end - in->begin};
		if (begins_with_descriptor(s, &needs_more))
			return true;
		if (!needs_more || s.len > FAR_ENOUGH || s.len > in->limit || !io_fill(in, "line"))
			return false;
	}
}

void
rec_reader_open(struct rec_reader *r, struct io_reader *in)
{
	*r = (struct rec_reader){.in = in};
}

void
rec_reader_close(struct rec_reader *r)
{
	free(r->record.fields);
	free(r->joined);
	*r = (struct rec_reader){0};
}

/* Moves the slices of a record that lie in [old, old + len) along with the bytes, which now begin at `now`.
 */
static void
move_slices(struct record *record, uintptr_t old, size_t len, const char *now)
{
	for (size_t i = 0; i < record->count; i++) {
		struct rec_field *f = &record->fields[i];
		uintptr_t name = (uintptr_t)f->name.at - old, value = (uintptr_t)f->value.at - old;
		if (name < len)
			f->name.at = now + name;
		if (value <= len)
			f->value.at = now + value;
	}
}

/*
 * The next line at byte `*at` behind in->begin; *at is set behind it. What is waiting stays waiting, so that
 * the whole record stands in the buffer; the slices found so far follow it when it moves.
 */
static bool
next_line(struct rec_reader *r, size_t *at, struct slice *line)
{
	struct io_reader *in = r->in;
	size_t scanned = *at;
	const char *stop = NULL;

	for (;;) {
		const char *base = in->bytes + in->begin;
		size_t waiting = in->end - in->begin;
		if (waiting > scanned)
			stop = memchr(base + scanned, '\n', waiting - scanned);
		if (stop != NULL || in->ended)
			break;
		scanned = waiting;
		uintptr_t old = (uintptr_t)base;
		bool more = io_fill(in, "record");
		move_slices(&r->record, old, waiting, in->bytes + in->begin);
		if (!more)
			break;
	}
	const char *start = in->bytes + in->begin + *at;
	size_t left = in->end - in->begin - *at;
	if (stop == NULL && (left == 0 || in->failed))
		return false;
	*line = (struct slice){start, stop != NULL ? (size_t)(stop - start) : left};
	*at += line->len + (stop != NULL);
	if (*at > in->limit)
		cli_die("%s: record %llu (line %llu): longer than %zu bytes; --max-record allows longer ones",
			in->name, (unsigned long long)r->count + 1, (unsigned long long)r->line + 1,
			in->limit);
	while (line->len > 0 && line->at[line->len - 1] == '\r')
		line->len--;
	r->line++;
	return true;
}

static _Noreturn void
refuse_line(const struct rec_reader *r, struct slice line, const char *why)
{
	int shown = line.len < 60 ? (int)line.len : 60;
	cli_die("%s: record %llu (line %llu): %s: '%.*s%s'", r->in->name, (unsigned long long)r->count + 1,
		(unsigned long long)r->line, why, shown, line.at, line.len > 60 ? "..." : "");
}

/*
 * Puts a value and the line that continues it together, in memory of our own. A value that is the last thing
 * there already grows where it is, so that many continuations cost no more than one.
 */
static void
join_lines(struct rec_reader *r, struct rec_field *field, struct slice next)
{
	struct slice value = field->value;
	if (r->joined_len > 0 && value.at + value.len == r->joined + r->joined_len)
		r->joined_len -= value.len;
	size_t need = r->joined_len + value.len + next.len;

	if (need > r->joined_capacity) {
		uintptr_t old = (uintptr_t)r->joined;
		size_t old_len = r->joined_capacity;
		cli_grow(&r->joined, &r->joined_capacity, need, 1);
		if (old_len > 0)
			move_slices(&r->record, old, old_len, r->joined);
		value = field->value;
	}
	char *to = r->joined + r->joined_len;
	if (to != value.at)
		memcpy(to, value.at, value.len - 1);
	memcpy(to + value.len - 1, next.at, next.len);
	field->value = (struct slice){to, value.len - 1 + next.len};
	r->joined_len += field->value.len;
}

static void
parse_field(struct rec_reader *r, struct slice line)
{
	size_t n = 0;

	while (n < line.len && is_name_byte(line.at[n]))
		n++;
	if (n == 0 || n == line.len || line.at[n] != ':' || !is_name_start(line.at[0]))
		refuse_line(r, line, "not a field line 'Name: value'");
	struct slice name = {line.at, n};
	struct slice value = slice_after(line, n + 1);
	if (value.len > 0 && (value.at[0] == ' ' || value.at[0] == '\t'))
		value = slice_after(value, 1);
	append_field(&r->record, (struct rec_field){name, value, rec_kind(name)});
}

/* `+ text` is a further line of the last field: for us, a further field of its name. */
static void
parse_continuation(struct rec_reader *r, struct slice line)
{
	if (r->record.count == 0)
		refuse_line(r, line, "a continuation of nothing");
	struct slice value = slice_after(line, 1);
	if (value.len > 0 && value.at[0] == ' ')
		value = slice_after(value, 1);
	struct rec_field *last = &r->record.fields[r->record.count - 1];
	append_field(&r->record, (struct rec_field){last->name, value, last->kind});
}

/* Takes one line; true if it ends the record. */
static bool
parse_line(struct rec_reader *r, struct slice line)
{
	if (line.len == 0 || ((line.at[0] == ' ' || line.at[0] == '\t') && is_blank_line(line)))
		return r->record.count > 0;
	if (line.at[0] == '+')
		parse_continuation(r, line);
	else if (line.at[0] != '#' && line.at[0] != '%')
		parse_field(r, line);
	return false;
}

static bool
value_continues(const struct record *record)
{
	return record->count > 0 && rec_joins(record->fields[record->count - 1].value);
}

/*
 * Takes away the blank that rec_put() puts behind a final backslash. What was joined may end with CR like a
 * line: written, it would read as a line end.
 */
static void
drop_guard(struct slice *value)
{
	while (value->len > 0 && value->at[value->len - 1] == '\r')
		value->len--;
	if (value->len >= 2 && value->at[value->len - 1] == ' ' && value->at[value->len - 2] == '\\')
		value->len--;
}

struct record *
rec_read(struct rec_reader *r)
{
	struct slice line;
	size_t at = 0;
	bool ended = false;

	r->record.count = 0;
	r->joined_len = 0;
	while (!ended && next_line(r, &at, &line)) {
		if (r->line == 1)
			line = text_without_mark(line);
		size_t before = r->record.count;
		ended = parse_line(r, line);
		if (r->record.count == 0) { /* nothing to keep: empty lines and comments may be endless */
			io_take(r->in, at);
			at = 0;
			continue;
		}
		if (before == 0)
			r->record.line = r->line;
		bool is_field = line.len > 0 && line.at[0] != '#' && line.at[0] != '%';
		while (is_field && !ended && value_continues(&r->record) && next_line(r, &at, &line))
			join_lines(r, &r->record.fields[r->record.count - 1], line);
		if (is_field && !ended)
			drop_guard(&r->record.fields[r->record.count - 1].value);
	}
	io_take(r->in, at);
	if (r->record.count == 0 || (!ended && r->in->failed))
		return NULL;
	r->record.cut = !ended;
	r->record.number = ++r->count;
	progress_records(1);
	return &r->record;
}

/* --- Writing ---------------------------------------------------------------------------------- */

void
rec_put_descriptor(struct io_writer *w, struct slice type)
{
	io_put(w, SLICE("%rec: "));
	io_put(w, type);
	io_put(w, SLICE("\n\n"));
	io_commit(w);
}

bool
rec_joins(struct slice value)
{
	return value.len > 0 && value.at[value.len - 1] == '\\';
}

void
rec_put_open(struct io_writer *w, struct slice name, struct slice value)
{
	char *to = io_room(w, name.len + value.len + 4);

	memcpy(to, name.at, name.len);
	to += name.len;
	*to++ = ':';
	*to++ = ' ';
	if (value.len > 0)
		memcpy(to, value.at, value.len);
	to += value.len;
	if (rec_joins(value))
		*to++ = ' ';
	w->len = (size_t)(to - w->bytes);
}

void
rec_put(struct io_writer *w, struct slice name, struct slice value)
{
	rec_put_open(w, name, value);
	io_put_byte(w, '\n');
}

void
rec_put_end(struct io_writer *w)
{
	io_put_byte(w, '\n');
	io_commit(w);
}

void
rec_write(struct io_writer *w, const struct record *record)
{
	for (size_t i = 0; i < record->count; i++)
		rec_put(w, record->fields[i].name, record->fields[i].value);
	rec_put_end(w);
}
