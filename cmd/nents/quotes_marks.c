#include "quotes_marks.h"

#include "cli.h"
#include "lanes.h"
#include "text.h"

enum mark_kind {
	MARK_NONE,
	MARK_OPEN,        /* “ «: opens, or closes „ and » */
	MARK_CLOSE,       /* ” */
	MARK_LOW,         /* „ */
	MARK_ANGLE,       /* « */
	MARK_ANGLE_END,   /* » */
	MARK_STRAIGHT,    /* " */
	MARK_SINGLE_OPEN, /* ‘ */
	MARK_SINGLE,      /* ’ and ': an apostrophe too */
	MARK_PRIME        /* the straight ' */
};

enum { DEPTH_MAX = 8 }; /* of single quotations inside of one another */

struct mark {
	enum mark_kind kind;
	size_t at, len;
};

static struct mark
mark_at(struct slice line, size_t i)
{
	unsigned char c = (unsigned char)line.at[i];
	if (c == '"')
		return (struct mark){MARK_STRAIGHT, i, 1};
	if (c == '\'')
		return (struct mark){MARK_PRIME, i, 1};
	if (c != 0xC2 && c != 0xE2)
		return (struct mark){MARK_NONE, i, 1};
	size_t len;
	enum mark_kind kind = MARK_NONE;
	switch (text_decode(slice_after(line, i), &len)) {
	case 0x201C:
	case 0x201F:
		kind = MARK_OPEN;
		break;
	case 0x201D:
		kind = MARK_CLOSE;
		break;
	case 0x201E:
		kind = MARK_LOW;
		break;
	case 0xAB:
		kind = MARK_ANGLE;
		break;
	case 0xBB:
		kind = MARK_ANGLE_END;
		break;
	case 0x2018:
	case 0x201B:
		kind = MARK_SINGLE_OPEN;
		break;
	case 0x2019:
		kind = MARK_SINGLE;
		break;
	default:
		break;
	}
	return (struct mark){kind, i, len};
}

static struct mark
next_mark(struct slice line, size_t i)
{
	while (i < line.len) {
		if (i + LANES <= line.len) {
			lanes here = lanes_at(line.at + i);
			lanes wide = (here == (signed char)0xC2) | (here == (signed char)0xE2);
			if (!lanes_any((here == '"') | (here == '\'') | wide)) {
				i += LANES;
				continue;
			}
		}
		for (size_t end = i + LANES < line.len ? i + LANES : line.len; i < end; i++) {
			struct mark m = mark_at(line, i);
			if (m.kind != MARK_NONE)
				return m;
		}
	}
	return (struct mark){MARK_NONE, line.len, 0};
}

static bool
is_word_byte(struct slice line, size_t i)
{
	if (i >= line.len)
		return false;
	unsigned char c = (unsigned char)line.at[i];
	return text_ascii_alnum(line.at[i]) || (c >= 0x80 && c != 0xE2 && c != 0xC2);
}

/* Nothing, a blank, a bracket, a dash or another mark stands before it. */
static bool
leads(struct slice line, size_t at)
{
	return at == 0 || strchr(" \t([-/", line.at[at - 1]) != NULL ||
	       (at >= 2 && memcmp(line.at + at - 2, "\xc2\xa0", 2) == 0) ||
	       (at >= 3 && (unsigned char)line.at[at - 3] == 0xE2 &&
		       (unsigned char)line.at[at - 2] == 0x80) ||
	       line.at[at - 1] == '"' || line.at[at - 1] == ':' || line.at[at - 1] == ',';
}

static bool
blank_at(struct slice line, size_t i)
{
	return i >= line.len || line.at[i] == ' ' || line.at[i] == '\t' ||
	       (i + 1 < line.len && memcmp(line.at + i, "\xc2\xa0", 2) == 0);
}

/* Words and years that begin with an apostrophe: '90s, 'em, 'til. */
static bool
is_cut_word(struct slice line, size_t i)
{
	static const char *const words[] = {
		"em", "til", "tis", "twas", "cause", "n", "bout", "round", "cos", "im"};
	size_t len = 0;
	while (is_word_byte(line, i + len))
		len++;
	if (len == 3 && text_ascii_digit(line.at[i]) && line.at[i + 2] == 's')
		return true;
	if (len == 2 && text_ascii_digit(line.at[i]) && text_ascii_digit(line.at[i + 1]))
		return true;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		if (slice_equal((struct slice){line.at + i, len}, slice_of(words[k])))
			return true;
	}
	return false;
}

static bool
opens_single(struct slice line, struct mark m)
{
	size_t behind = m.at + m.len;
	if (behind >= line.len || blank_at(line, behind) || !leads(line, m.at))
		return false;
	return !is_cut_word(line, behind);
}

/* What closes a single quotation, or may: a genitive of the plural ("the countries' leaders") is a weak
 * close. */
static bool
closes_single(struct slice line, struct mark m, bool *is_weak)
{
	size_t behind = m.at + m.len;
	bool mark = m.kind == MARK_SINGLE || m.kind == MARK_PRIME;
	if (!mark || m.at == 0 || is_word_byte(line, behind) || blank_at(line, m.at - 1))
		return false;
	char before = line.at[m.at - 1];
	bool small_follows = behind + 1 < line.len && line.at[behind] == ' ' && line.at[behind + 1] >= 'a' &&
			     line.at[behind + 1] <= 'z';
	*is_weak = before == 's' && small_follows;
	return true;
}

/* The mark that closes the single quotation which m opens; nested ones are passed. MARK_NONE if there is
 * none. */
static struct mark
single_close(struct slice line, struct mark m)
{
	struct mark weak = {MARK_NONE, line.len, 0};
	size_t depth = 1;
	for (struct mark n = next_mark(line, m.at + m.len); n.kind != MARK_NONE;
		n = next_mark(line, n.at + n.len)) {
		bool is_weak = false;
		if (n.kind == MARK_OPEN || n.kind == MARK_CLOSE || n.kind == MARK_STRAIGHT)
			continue;
		if (closes_single(line, n, &is_weak)) {
			if (is_weak && weak.kind == MARK_NONE && depth == 1)
				weak = n;
			depth -= !is_weak;
			if (depth == 0)
				return n;
		} else if (opens_single(line, n)) {
			if (++depth > DEPTH_MAX)
				return weak;
		}
	}
	return weak;
}

/* A straight mark behind a digit is an inch; one before a blank closes, all others open. */
static bool
opens_straight(struct slice line, struct mark m)
{
	return !blank_at(line, m.at + 1) && leads(line, m.at);
}

static struct mark
double_close(struct slice line, struct mark m)
{
	size_t depth = 1;
	for (struct mark n = next_mark(line, m.at + m.len); n.kind != MARK_NONE;
		n = next_mark(line, n.at + n.len)) {
		bool closes = (m.kind == MARK_OPEN &&
				      (n.kind == MARK_CLOSE ||
					      (n.kind == MARK_STRAIGHT && !opens_straight(line, n)))) ||
			      (m.kind == MARK_LOW && (n.kind == MARK_OPEN || n.kind == MARK_CLOSE ||
							     n.kind == MARK_STRAIGHT)) ||
			      (m.kind == MARK_ANGLE && n.kind == MARK_ANGLE_END) ||
			      (m.kind == MARK_STRAIGHT && (n.kind == MARK_STRAIGHT || n.kind == MARK_CLOSE));
		if (closes && --depth == 0)
			return n;
		bool again = n.kind == m.kind &&
			     (n.kind == MARK_OPEN || n.kind == MARK_LOW || n.kind == MARK_ANGLE);
		if (again)
			return (struct mark){MARK_NONE, line.len, 0}; /* the first one was never closed */
	}
	return (struct mark){MARK_NONE, line.len, 0};
}

static void
add_span(struct quote_spans *spans, struct slice line, struct mark open, struct mark close)
{
	cli_grow(&spans->list, &spans->capacity, spans->count + 1, sizeof *spans->list);
	bool is_open = close.kind == MARK_NONE;
	size_t begin = open.at + open.len, end = is_open ? line.len : close.at;
	struct slice inside = text_trim((struct slice){line.at + begin, end - begin}); /* « ainsi » */
	if (inside.len == 0)
		inside = (struct slice){line.at + begin, 0};
	spans->list[spans->count++] = (struct quote_span){
		.open = (uint32_t)open.at,
		.start = (uint32_t)(inside.at - line.at),
		.end = (uint32_t)(inside.at - line.at + (ptrdiff_t)inside.len),
		.behind = (uint32_t)(is_open ? line.len : close.at + close.len),
		.is_open = is_open,
		.is_single = open.kind >= MARK_SINGLE_OPEN,
	};
}

static bool
opens(struct slice line, struct mark m)
{
	switch (m.kind) {
	case MARK_OPEN:
	case MARK_LOW:
	case MARK_ANGLE:
		return true;
	case MARK_STRAIGHT:
		return opens_straight(line, m);
	case MARK_SINGLE_OPEN:
	case MARK_PRIME:
		return opens_single(line, m);
	default:
		return false;
	}
}

bool
quote_begins(struct slice line)
{
	line = text_trim(line);
	return line.len > 1 && opens(line, mark_at(line, 0));
}

void
quote_spans_find(struct quote_spans *spans, struct slice line, bool runs_on)
{
	if (line.len >= UINT32_MAX)
		return;
	for (struct mark m = next_mark(line, 0); m.kind != MARK_NONE;) {
		size_t next = m.at + m.len;
		if (opens(line, m)) {
			bool single = m.kind >= MARK_SINGLE_OPEN;
			struct mark close = single ? single_close(line, m) : double_close(line, m);
			bool first = text_trim((struct slice){line.at, m.at}).len == 0;
			bool runs = close.kind == MARK_NONE && (runs_on || (first && !single));
			if (close.kind != MARK_NONE || runs) {
				add_span(spans, line, m, close);
				next = close.kind != MARK_NONE ? close.at + close.len : line.len;
			}
		}
		m = next_mark(line, next);
	}
}
