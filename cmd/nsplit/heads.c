#include "heads.h"

#include "text.h"
#include "when.h"

/* Pieces are added trimmed; blanks between them are no loss. */
struct cutting {
	struct head_piece *pieces;
	size_t count;
};

static void
add_piece(struct cutting *c, enum rec_kind kind, struct slice text)
{
	text = text_trim(text);
	if (text.len > 0)
		c->pieces[c->count++] = (struct head_piece){kind, text};
}

/* The length of the separator at the end of s: bars, dots, dashes and blanks between head pieces. */
static size_t
separator_at_end(struct slice s)
{
	static const struct slice marks[] = {
		{"|", 1},
		{"-", 1},
		{"/", 1},
		{"\xc2\xb7", 2},
		{"\xe2\x80\xa2", 3},
		{"\xe2\x80\x93", 3},
		{"\xe2\x80\x94", 3},
	};
	struct slice left = text_trim(s);

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (left.len >= marks[i].len &&
			memcmp(left.at + left.len - marks[i].len, marks[i].at, marks[i].len) == 0)
			return s.len - (size_t)(left.at + left.len - marks[i].len - s.at);
	return 0;
}

/* Text, then the separator that ends it, if there is one, as chrome. */
static void
add_before_separator(struct cutting *c, enum rec_kind kind, struct slice s)
{
	size_t n = separator_at_end(s);

	add_piece(c, kind, (struct slice){s.at, s.len - n});
	add_piece(c, REC_CHROME, slice_after(s, s.len - n));
}

/* True if s is one word that ends glued to what follows it: the label of an icon. */
static bool
is_glued_label(struct slice s)
{
	return s.len > 0 && memchr(s.at, ' ', s.len) == NULL && separator_at_end(s) == 0 &&
	       text_is_letter((unsigned char)s.at[s.len - 1]);
}

/* Cuts at the first date: what stands before it is `before`, what follows it is more of the same or chrome.
 */
static void
cut_at_date(struct cutting *c, struct slice line, enum rec_kind before)
{
	struct slice when = when_find(line);

	if (when.at == NULL) {
		add_piece(c, before, line);
		return;
	}
	struct slice head = {line.at, (size_t)(when.at - line.at)};
	struct slice tail = slice_after(line, head.len + when.len);
	add_before_separator(c, before, head);
	add_piece(c, REC_DATE, when);
	bool tail_is_furniture =
		text_trim(tail).len == 0 || separator_at_end(text_trim(tail)) == text_trim(tail).len;
	add_piece(c, tail_is_furniture || before == REC_DATE ? REC_CHROME : before, tail);
}

/*
 * A date line keeps its own words ("Published on 3 May 2024"), but not the label of an icon that is glued to
 * it
 * ("time2 hours ago"), nor bars behind it.
 */
static void
cut_date_line(struct cutting *c, struct slice line)
{
	struct slice when = when_find(line);
	struct slice head = {line.at, when.at != NULL ? (size_t)(when.at - line.at) : 0};

	if (is_glued_label(head)) {
		add_piece(c, REC_CHROME, head);
		line = slice_after(line, head.len);
	}
	add_before_separator(c, REC_DATE, line);
}

/* The length of a label such as "NextImg:", a word of two capitals glued to the title behind it. */
static size_t
glued_label_length(struct slice line)
{
	size_t n = 0, capitals = 0;

	while (n < line.len && line.at[n] < 0x7f && text_is_letter((unsigned char)line.at[n]))
		capitals += text_is_upper((unsigned char)line.at[n++]);
	bool glued = n > 0 && n + 1 < line.len && line.at[n] == ':' && line.at[n + 1] != ' ' &&
		     line.at[n + 1] != '/';
	return glued && capitals >= 2 && capitals < n && !text_is_upper((unsigned char)line.at[1]) ? n + 1
												   : 0;
}

/* A date that stands glued in front of the words: "Aug 1, 2025Council votes ...". */
static size_t
glued_date_length(struct slice line)
{
	size_t n = when_length(line), len;

	if (n == 0 || n >= line.len || line.at[n - 1] < '0' || line.at[n - 1] > '9')
		return 0;
	return text_is_upper(text_decode(slice_after(line, n), &len)) ? n : 0;
}

static void
cut_words(struct cutting *c, struct slice line, enum rec_kind kind)
{
	size_t n = glued_label_length(line);

	add_piece(c, REC_CHROME, (struct slice){line.at, n});
	line = slice_after(line, n);
	n = glued_date_length(line);
	add_piece(c, REC_DATE, (struct slice){line.at, n});
	add_piece(c, kind, slice_after(line, n));
}

size_t
head_cut(struct slice line, enum line_role role, struct head_piece pieces[HEAD_PIECES])
{
	struct cutting c = {pieces, 0};

	switch (role) {
	case LINE_TITLE:
		cut_words(&c, line, REC_TITLE);
		break;
	case LINE_SOURCE:
	case LINE_SOURCE_DATE:
		cut_at_date(&c, line, REC_SOURCE);
		break;
	case LINE_BYLINE:
		cut_at_date(&c, line, REC_BYLINE);
		break;
	case LINE_DATE:
		cut_date_line(&c, line);
		break;
	case LINE_CAPTION:
		add_piece(&c, REC_CAPTION, line);
		break;
	case LINE_TEXT:
		add_piece(&c, REC_TEXT, line);
		break;
	default:
		add_piece(&c, REC_CHROME, line);
		break;
	}
	return c.count;
}

/* --- Headlines without their site ------------------------------------------------------------- */

/* The last " | ", " - " or dash with blanks around it in s; gives where it begins and how long it is. */
static bool
last_separator(struct slice s, size_t *at, size_t *len, bool *bar)
{
	static const struct slice marks[] = {{" | ", 3}, {" - ", 3}, {" \xe2\x80\x93 ", 5},
		{" \xe2\x80\x94 ", 5}, {" \xc2\xb7 ", 4}, {" :: ", 4}};

	for (size_t i = s.len; i-- > 0;)
		for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
			if (slice_starts(slice_after(s, i), marks[m])) {
				*at = i;
				*len = marks[m].len;
				*bar = m == 0 || m == 5;
				return true;
			}
	return false;
}

/* Do the letters and digits of the name stand in the URL, so that it names the site? */
static bool
names_host(struct slice name, struct slice url)
{
	for (size_t start = 0; start < url.len; start++) {
		size_t u = start, letters = 0, i = 0;
		for (; i < name.len; i++) {
			char c = (char)(name.at[i] | 0x20);
			if (name.at[i] == ' ' || name.at[i] == '.' || name.at[i] == '\'')
				continue;
			if (u >= url.len || (char)(url.at[u] | 0x20) != c)
				break;
			u++;
			letters++;
		}
		if (i == name.len && letters >= 3)
			return true;
	}
	return false;
}

/* A site's name: few words, each capitalised, without the marks of a sentence. */
static bool
looks_like_name(struct slice s, size_t most)
{
	struct slice word;
	size_t words = 0, len;

	for (size_t i = 0; i < s.len; i++)
		if (strchr(",?!:;\"", s.at[i]) != NULL)
			return false;
	while (text_word(&s, &word)) {
		uint32_t first = text_decode(word, &len);
		if (++words > most || (!text_is_upper(first) && !text_is_digit(first) && word.len > 3))
			return false;
	}
	return words > 0;
}

static size_t
count_words(struct slice s)
{
	struct slice word;
	size_t n = 0;

	while (text_word(&s, &word))
		n++;
	return n;
}

struct slice
head_headline(struct slice title, struct slice repeat, struct slice url)
{
	size_t at, len;
	bool bar;

	while (last_separator(title, &at, &len, &bar)) {
		struct slice words = text_trim((struct slice){title.at, at});
		struct slice site = text_trim(slice_after(title, at + len));
		bool repeated = slice_equal(words, repeat);
		bool named = names_host(site, url);
		bool shaped = count_words(words) >= 4 && looks_like_name(site, bar ? 5 : 3) && bar;
		if (count_words(words) < 2 || !(repeated || named || shaped))
			break;
		title = words;
	}
	return title;
}
