#include "heads.h"

#include "text.h"
#include "url.h"
#include "when.h"

enum { NAME_WORDS = 5 }; /* that the name of a source or site has at most */

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

/* The last word of s, without blanks or a colon behind it. */
static struct slice
last_word(struct slice s)
{
	s = text_trim(s);
	if (s.len > 0 && s.at[s.len - 1] == ':')
		s = text_trim((struct slice){s.at, s.len - 1});
	size_t n = s.len;
	while (n > 0 && s.at[n - 1] != ' ' && s.at[n - 1] != '|')
		n--;
	return slice_after(s, n);
}

/* Is it that word, small or not in ASCII? */
static bool
says(struct slice word, const char *small)
{
	for (size_t i = 0; i < word.len; i++)
		if (text_ascii_lower(word.at[i]) != small[i])
			return false;
	return small[word.len] == '\0';
}

/* Where the words that say what a date is the date of begin in s, which ends where the date does: "Published
 * on". */
static size_t
date_label(struct slice s)
{
	static const char *const labels[] = {"published", "updated", "posted", "on", "last", "first",
		"created", "modified", "aktualisiert", "veröffentlicht", "am", "stand", "erstellt", "vom",
		"publié", "le", "mis", "à", "jour", "publicado", "publicada", "actualizado", "actualizada",
		"el", "em", "atualizado", "pubblicato", "aggiornato", "il", "gepubliceerd", "bijgewerkt",
		"op", "publicerad", "uppdaterad", "publisert", "oppdatert", "opdateret", "opublikowano",
		"aktualizacja", "опубликовано", "обновлено", "date"};
	struct slice word;
	bool known = true;

	while (known && (word = last_word(s)).len > 0) {
		known = false;
		for (size_t i = 0; i < sizeof labels / sizeof *labels && !known; i++)
			known = says(word, labels[i]);
		if (known)
			s.len = (size_t)(word.at - s.at);
	}
	return s.len;
}

/* Cuts at the dates: what stands before the first is `before`, what follows the last is more of the same or
 * chrome. */
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
	size_t label = date_label(head);
	add_before_separator(c, before, (struct slice){line.at, label});
	add_piece(c, REC_DATE, (struct slice){line.at + label, head.len - label + when.len});
	bool tail_is_furniture =
		text_trim(tail).len == 0 || separator_at_end(text_trim(tail)) == text_trim(tail).len;
	struct slice again = when_find(tail);
	bool again_first =
		again.at != NULL &&
		text_trim((struct slice){
				  tail.at, date_label((struct slice){tail.at, (size_t)(again.at - tail.at)})})
				.len == 0;
	if (again_first && c->count + 4 <= HEAD_PIECES)
		cut_at_date(c, tail, before);
	else
		add_piece(c, tail_is_furniture || before == REC_DATE ? REC_CHROME : before, tail);
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

/* Is a name of several words glued to the date behind it, "Sky News5h ago"? Before a bar stand authors,
 * places and sections as often as sources. */
static bool
is_glued_source(struct slice head)
{
	return head.len > 0 && text_is_letter((unsigned char)head.at[head.len - 1]) &&
	       date_label(head) == head.len && looks_like_name(head, NAME_WORDS);
}

static bool
begins_with_by(struct slice line)
{
	return line.len > 3 && text_ascii_lower(line.at[0]) == 'b' && text_ascii_lower(line.at[1]) == 'y' &&
	       line.at[2] == ' ';
}

/*
 * A date line keeps its own words ("Published on 3 May 2024"), but not the label of an icon that is glued to
 * it ("time2 hours ago"), nor a source that is, nor an author ("By Ann Lee - 3 May"), nor bars behind it.
 */
static void
cut_date_line(struct cutting *c, struct slice line)
{
	struct slice when = when_find(line);
	struct slice head = {line.at, when.at != NULL ? (size_t)(when.at - line.at) : 0};
	bool by = when.at != NULL && begins_with_by(line);

	if (is_glued_label(head)) {
		add_piece(c, REC_CHROME, head);
		line = slice_after(line, head.len);
	} else if (by || is_glued_source(head)) {
		cut_at_date(c, line, by ? REC_BYLINE : REC_SOURCE);
		return;
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

/* What parts a title and its site, with blanks around it. */
static const struct separator {
	struct slice mark;
	bool bar; /* does not stand inside of titles */
} separators[] = {{{" | ", 3}, true}, {{" - ", 3}, false}, {{" \xe2\x80\x93 ", 5}, false},
	{{" \xe2\x80\x94 ", 5}, false}, {{" \xc2\xb7 ", 4}, false}, {{" :: ", 4}, true}, {{" : ", 3}, false},
	{{" \xe2\x80\xa2 ", 5}, false}, {{" \xc2\xbb ", 4}, true}, {{" \xe2\x80\xba ", 5}, true}};

/* The separator that stands at byte i of s, or NULL. */
static const struct separator *
separator_at(struct slice s, size_t i)
{
	for (size_t m = 0; s.at[i] == ' ' && m < sizeof separators / sizeof *separators; m++)
		if (slice_starts(slice_after(s, i), separators[m].mark))
			return &separators[m];
	return NULL;
}

/* Do the letters and digits of the name stand in the URL's host, so that it names the site? The rest of a URL
 * often repeats the title. */
static bool
names_host(struct slice name, struct slice url)
{
	struct slice host = url_host(url);

	for (size_t start = 0; start < host.len; start++) {
		size_t h = start, letters = 0, i = 0;
		for (; i < name.len; i++) {
			char c = (char)(name.at[i] | 0x20);
			if (name.at[i] == ' ' || name.at[i] == '.' || name.at[i] == '\'')
				continue;
			while (letters > 0 && h < host.len && (host.at[h] == '.' || host.at[h] == '-'))
				h++;
			if (h >= host.len || (char)(host.at[h] | 0x20) != c)
				break;
			h++;
			letters++;
		}
		if (i == name.len && letters >= 3)
			return true;
	}
	return false;
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

/* The title without the site behind it: what stands behind its last separator, if that is a site's name. */
static struct slice
without_suffix(struct slice title, struct slice repeat, struct slice url)
{
	for (size_t i = title.len; i-- > 0;) {
		const struct separator *found = separator_at(title, i);
		if (found == NULL)
			continue;
		struct slice words = text_trim((struct slice){title.at, i});
		struct slice site = text_trim(slice_after(title, i + found->mark.len));
		bool shaped = count_words(words) >= 4 && found->bar && looks_like_name(site, NAME_WORDS);
		if (count_words(words) < 2 ||
			!(slice_equal(words, repeat) || names_host(site, url) || shaped))
			break;
		title = words;
	}
	return title;
}

/* The title without the site before its first separator. */
static struct slice
without_prefix(struct slice title, struct slice repeat, struct slice url)
{
	for (size_t i = 0; i < title.len; i++) {
		const struct separator *found = separator_at(title, i);
		if (found == NULL)
			continue;
		struct slice site = text_trim((struct slice){title.at, i});
		struct slice words = text_trim(slice_after(title, i + found->mark.len));
		bool known = slice_equal(words, repeat) || names_host(site, url);
		return known && count_words(words) >= 2 ? words : title;
	}
	return title;
}

struct slice
head_headline(struct slice title, struct slice repeat, struct slice url)
{
	return without_prefix(without_suffix(title, repeat, url), repeat, url);
}
