#include "strip.h"

#include "cli.h"
#include "text.h"

#include <stdlib.h>

const char *const strip_words[] = {[STRIP_DROP] = "drop", [STRIP_CUT] = "cut", [STRIP_KEEP] = "keep", NULL};

void
strip_open(struct stripper *s, struct io_writer *out)
{
	*s = (struct stripper){.out = out, .labeller = lines_open()};
	inline_open(&s->inline_chrome);
}

void
strip_close(struct stripper *s)
{
	lines_close(s->labeller);
	inline_close(&s->inline_chrome);
	free(s->lines);
	free(s->kept.bytes);
	free(s->next_cuts);
}

static void
add_line(struct stripper *s, struct slice text)
{
	if (s->count == s->capacity)
		cli_grow(&s->lines, &s->capacity, s->count + 1, sizeof *s->lines);
	s->lines[s->count++] = (struct page_line){.text = text_trim(text), .role = LINE_TEXT};
}

/* --- Marking ---------------------------------------------------------------------------------- */

/* A line without its line end, LF or CRLF. */
static struct slice
line_text(struct slice line)
{
	if (line.len > 0 && line.at[line.len - 1] == '\n')
		line.len--;
	if (line.len > 0 && line.at[line.len - 1] == '\r')
		line.len--;
	return line;
}

static void
begin_mark(struct stripper *s, enum strip_cause cause)
{
	if (s->colors != NULL)
		color_begin(s->out, &s->colors[cause]);
}

static void
end_mark(struct stripper *s, enum strip_cause cause)
{
	if (s->colors != NULL)
		color_end(s->out, &s->colors[cause]);
}

/* A field in the colour of its cause: Chrome if it would go. */
static void
put_marked_field(struct stripper *s, struct slice name, struct slice value, enum strip_cause cause)
{
	begin_mark(s, cause);
	rec_put_open(s->out, cause == STRIP_KEPT ? name : rec_name(REC_CHROME), value);
	end_mark(s, cause);
	io_put_byte(s->out, '\n');
}

/* A line of a page, with or without its line end, behind "- " if it would go. */
static void
put_marked_line(struct stripper *s, struct slice line, enum strip_cause cause)
{
	struct slice text = line_text(line);

	begin_mark(s, cause);
	io_put(s->out, cause == STRIP_KEPT ? SLICE("+ ") : SLICE("- "));
	io_put(s->out, text);
	end_mark(s, cause);
	io_put(s->out, slice_after(line, text.len));
}

/* --- Judging a line --------------------------------------------------------------------------- */

/* One that costs too much, or a line that is too long, is taken for no match, and remembered. */
static bool
is_found(struct stripper *s, enum pat_result result)
{
	if (result == PAT_LIMIT || result == PAT_TOO_LONG)
		s->untried = result;
	return result == PAT_FOUND;
}

/* What the first drop or keep rule that matches says; `otherwise` if none does. */
static enum strip_cause
judge_by_rules(struct stripper *s, struct slice line, enum strip_cause otherwise)
{
	for (size_t i = 0; s->rules != NULL && i < s->rules->count; i++) {
		const struct pat_rule *rule = &s->rules->rules[i];
		if (rule->word != STRIP_CUT && is_found(s, pat_match(rule->pat, line, 0, NULL)))
			return rule->word == STRIP_KEEP ? STRIP_KEPT : STRIP_RULE;
	}
	return otherwise;
}

static bool
is_body(enum rec_kind kind)
{
	return kind == REC_TITLE || kind == REC_TEXT;
}

/* A source, a date and a byline return on every page of their site and are no chrome. */
static bool
can_be_remembered(enum rec_kind kind)
{
	return is_body(kind) || kind == REC_CAPTION || kind == REC_CHROME;
}

static enum strip_cause
judge(struct stripper *s, struct slice line, enum rec_kind kind)
{
	enum strip_cause cause = kind == REC_CHROME ? STRIP_MODEL : STRIP_KEPT;

	if (s->memory != NULL && can_be_remembered(kind) && memory_is_chrome(s->memory, line) &&
		cause == STRIP_KEPT)
		cause = STRIP_MEMORY;
	cause = judge_by_rules(s, line, cause);
	if (s->untried != PAT_NONE) /* a rule might have kept it */
		cause = STRIP_KEPT;
	if (cause == STRIP_KEPT && s->body_only && !is_body(kind) && kind != REC_CHROME)
		cause = STRIP_BODY;
	s->causes[cause]++;
	return cause;
}

/* Counts a line that a rule could not be tried on, once it is done with. */
static void
end_line(struct stripper *s)
{
	s->costly += s->untried == PAT_LIMIT;
	s->too_long += s->untried == PAT_TOO_LONG;
	s->untried = PAT_NONE;
}

/* --- Cutting pieces out of a line ------------------------------------------------------------- */

/* To be called before find_cut() is for a line. */
static void
begin_cuts(struct stripper *s, struct slice line)
{
	size_t rules = s->rules != NULL ? s->rules->count : 0;

	if (!s->no_cut)
		inline_begin(&s->inline_chrome, line);
	if (rules == 0)
		return;
	cli_grow(&s->next_cuts, &s->next_capacity, rules, sizeof *s->next_cuts);
	for (size_t i = 0; i < rules; i++)
		s->next_cuts[i] = (struct slice){line.at, 0};
}

/*
 * The rule's next piece of the line at or behind `from`; what it found last is that, as long as it lies
 * there. Else it is searched, so that no byte is searched twice; one of length 0 at the end of the line says
 * that there is none.
 */
static struct slice
next_cut(struct stripper *s, size_t rule, struct slice line, size_t from)
{
	struct slice *next = &s->next_cuts[rule];
	struct pat_match match;
	bool none = next->at == line.at + line.len;

	if (none || (next->len > 0 && next->at >= line.at + from))
		return *next;
	*next = (struct slice){line.at + line.len, 0};
	if (is_found(s, pat_match_bytes(s->rules->rules[rule].pat, line, from, &match)))
		*next = match.group[0];
	return *next;
}

/* The first piece at or behind `from`, which never falls, that is to be cut out; at == NULL if there is none.
 */
static struct slice
find_cut(struct stripper *s, struct slice line, size_t from)
{
	struct slice first = {NULL, 0};

	if (!s->no_cut)
		first = inline_find(&s->inline_chrome, from);
	for (size_t i = 0; s->rules != NULL && i < s->rules->count; i++) {
		if (s->rules->rules[i].word != STRIP_CUT)
			continue;
		struct slice cut = next_cut(s, i, line, from);
		if (cut.len > 0 && (first.at == NULL || cut.at < first.at))
			first = cut;
	}
	return first;
}

/* Hands the pieces of a line to put(), in order, with whether they stay; empty ones are left out. */
static void
each_piece(struct stripper *s, struct slice line, void (*put)(void *, struct slice, bool), void *context)
{
	for (size_t at = 0; at < line.len;) {
		struct slice cut = find_cut(s, line, at);
		size_t stop = cut.at != NULL ? (size_t)(cut.at - line.at) : line.len;
		if (stop > at)
			put(context, (struct slice){line.at + at, stop - at}, true);
		if (cut.at == NULL)
			break;
		put(context, cut, false);
		s->cuts++;
		at = stop + cut.len;
	}
}

/* --- Records ---------------------------------------------------------------------------------- */

static bool
is_content(enum rec_kind kind)
{
	return kind >= REC_TITLE && kind <= REC_CHROME && kind != REC_HEADLINE;
}

/* Labels the Text fields of a record that nsplit has not seen; lines[i] belongs to fields[i]. */
static void
label_record(struct stripper *s, const struct record *record)
{
	s->count = 0;
	for (size_t i = 0; i < record->count; i++)
		add_line(s, is_content(record->fields[i].kind) ? record->fields[i].value : SLICE(""));
	lines_label(s->labeller, s->lines, s->count);
}

struct field_pieces {
	struct stripper *stripper;
	struct slice name;
};

/* Pieces that stay are put together again; when marking, each is a line of its own. */
static void
put_field_piece(void *context, struct slice piece, bool stays)
{
	struct field_pieces *f = context;

	if (!f->stripper->mark && stays)
		text_append(&f->stripper->kept, piece);
	piece = text_trim(piece);
	if (f->stripper->mark && piece.len > 0)
		put_marked_field(f->stripper, f->name, piece, stays ? STRIP_KEPT : STRIP_CUT_OUT);
}

/* Writes a field that stays, less its cuts; false if nothing of it was left. */
static bool
put_field(struct stripper *s, const struct rec_field *field, enum rec_kind kind)
{
	struct slice name = kind == REC_CHROME ? rec_name(REC_TEXT) : field->name;

	begin_cuts(s, field->value);
	if (find_cut(s, field->value, 0).at == NULL) {
		put_marked_field(s, name, field->value, STRIP_KEPT);
		return true;
	}
	s->kept.len = 0;
	each_piece(s, field->value, put_field_piece, &(struct field_pieces){s, name});
	struct slice kept = text_trim(text_slice(&s->kept));
	if (kept.len > 0)
		rec_put(s->out, name, kept);
	return kept.len > 0 || s->mark;
}

/*
 * What tells the record's page from others: its URL; else its name, unless that is standard input's, which
 * says nothing; else what stands in it.
 */
static struct slice
page_of(struct stripper *s, const struct record *record)
{
	struct slice url = rec_value(record, REC_URL), name = rec_value(record, REC_PAGE);

	if (url.len > 0)
		return url;
	if (name.at == NULL)
		name = rec_value(record, REC_ID);
	if (name.len > 0 && name.at[0] != '-')
		return name;
	s->kept.len = 0;
	for (size_t i = 0; i < record->count; i++) {
		if (is_content(record->fields[i].kind))
			text_append(&s->kept, record->fields[i].value);
		text_append(&s->kept, SLICE("\n"));
	}
	return text_slice(&s->kept);
}

void
strip_record(struct stripper *s, const struct record *record)
{
	bool judged = rec_value(record, REC_PAGE).at != NULL, content = false, any = false;
	size_t start = s->out->len;

	if (!judged)
		label_record(s, record);
	if (s->memory != NULL)
		memory_page(s->memory, memory_host(rec_value(record, REC_URL)), page_of(s, record));
	for (size_t i = 0; i < record->count; i++) {
		const struct rec_field *field = &record->fields[i];
		enum rec_kind kind = field->kind;
		if (!is_content(kind)) {
			rec_put(s->out, field->name, field->value);
			continue;
		}
		any = true;
		if (!judged && kind == REC_TEXT && s->lines[i].role == LINE_CHROME)
			kind = REC_CHROME;
		enum strip_cause cause = judge(s, field->value, kind);
		if (cause == STRIP_KEPT)
			content |= put_field(s, field, kind);
		else if (s->mark)
			put_marked_field(s, field->name, field->value, cause);
		end_line(s);
	}
	if (any && !content && !s->mark) {
		s->out->len = start;
		s->emptied++;
		return;
	}
	rec_put_end(s->out);
}

/* --- Plain pages ------------------------------------------------------------------------------ */

static enum rec_kind
kind_of_role(enum line_role role)
{
	static const enum rec_kind kinds[LINE_ROLES] = {
		[LINE_BLANK] = REC_TEXT,
		[LINE_CHROME] = REC_CHROME,
		[LINE_TITLE] = REC_TITLE,
		[LINE_SOURCE] = REC_SOURCE,
		[LINE_DATE] = REC_DATE,
		[LINE_SOURCE_DATE] = REC_SOURCE,
		[LINE_BYLINE] = REC_BYLINE,
		[LINE_CAPTION] = REC_CAPTION,
		[LINE_TEXT] = REC_TEXT,
	};
	return kinds[role];
}

/* The next line of a page with its line end; takes it from *rest. */
static struct slice
take_line(struct slice *rest)
{
	const char *stop = memchr(rest->at, '\n', rest->len);
	struct slice line = {rest->at, stop != NULL ? (size_t)(stop - rest->at) + 1 : rest->len};

	*rest = slice_after(*rest, line.len);
	return line;
}

/* Pieces that stay are put together again; when marking, each is a line of its own. */
static void
put_line_piece(void *context, struct slice piece, bool stays)
{
	struct stripper *s = context;

	if (!s->mark && stays)
		text_append(&s->kept, piece);
	piece = text_trim(piece);
	if (s->mark && piece.len > 0) {
		put_marked_line(s, piece, stays ? STRIP_KEPT : STRIP_CUT_OUT);
		io_put_byte(s->out, '\n');
	}
}

/* Writes what stays of a line that pieces are cut out of; false if nothing does. */
static bool
put_cut_line(struct stripper *s, struct slice line, struct slice text)
{
	s->kept.len = 0;
	each_piece(s, text, put_line_piece, s);
	if (s->mark || text_trim(text_slice(&s->kept)).len == 0)
		return s->mark;
	io_put(s->out, text_slice(&s->kept));
	io_put(s->out, slice_after(line, text.len));
	return true;
}

/* Writes a line that stays, or that is marked; false if nothing was written. */
static bool
put_page_line(struct stripper *s, struct slice line, enum strip_cause cause)
{
	struct slice text = line_text(line);
	bool stays = cause == STRIP_KEPT;

	if (stays)
		begin_cuts(s, text);
	if (stays && find_cut(s, text, 0).at != NULL)
		return put_cut_line(s, line, text);
	if (s->mark)
		put_marked_line(s, line, cause);
	else if (stays)
		io_put(s->out, line);
	return stays || s->mark;
}

/* The page's next lines, as many as are labelled at once: gathers, labels and takes them from *rest. */
static void
label_part(struct stripper *s, struct slice *rest)
{
	s->count = 0;
	while (rest->len > 0 && s->count < LINES_AT_ONCE)
		add_line(s, line_text(take_line(rest)));
	lines_label(s->labeller, s->lines, s->count);
}

/* What a page's lines so far say of blank lines that follow. */
struct blanks {
	bool after_blank, dropped;
};

static void
strip_line(struct stripper *s, const struct page_line *judged, struct slice line, struct blanks *b)
{
	if (judged->text.len == 0) {
		if (!(b->after_blank && b->dropped)) {
			io_put(s->out, line);
			s->unended = line.at[line.len - 1] != '\n';
		}
		b->after_blank = true;
		return;
	}
	enum strip_cause cause = judge(s, judged->text, kind_of_role(judged->role));
	bool stays = put_page_line(s, line, cause);
	s->unended = stays && s->out->bytes[s->out->len - 1] != '\n';
	end_line(s);
	b->dropped = !stays || (b->dropped && b->after_blank);
	b->after_blank = stays ? false : b->after_blank;
	io_commit(s->out);
}

void
strip_page(struct stripper *s, struct slice name, struct slice text)
{
	struct slice rest = text_without_mark(text); /* it stays, but has no say in what the first line is */
	struct blanks blanks = {.after_blank = true};

	if (s->unended && text.len > 0)
		io_put_byte(s->out, '\n');
	s->unended = false;
	if (s->memory != NULL)
		memory_page(s->memory, SLICE(""), name);
	while (rest.len > 0) {
		label_part(s, &rest);
		for (size_t i = 0; i < s->count; i++)
			strip_line(s, &s->lines[i], take_line(&text), &blanks);
	}
	io_commit(s->out);
}
