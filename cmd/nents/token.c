#include "token.h"

#include "cli.h"
#include "fold.h"

enum kind { KIND_MARK, KIND_BLANK, KIND_LOWER, KIND_CAPITAL, KIND_DIGIT };

/* A place in a line: the character there, its kind and length. */
struct place {
	size_t at, len;
	enum kind kind;
	unsigned char byte; /* the character if it is ASCII, else the first of its bytes */
};

static enum kind
wide_kind(struct slice s, size_t *len)
{
	uint32_t point = text_decode(s, len);

	if (point == 0xa0 || (point >= 0x2000 && point <= 0x200a) || point == 0x202f || point == 0x205f ||
		point == 0x3000)
		return KIND_BLANK;
	if (point >= 0x2010 && point <= 0x2bff)
		return KIND_MARK;
	if (text_is_upper(point))
		return KIND_CAPITAL;
	if (text_is_letter(point))
		return text_is_unspaced(point) ? KIND_MARK : KIND_LOWER;
	return text_is_digit(point) ? KIND_DIGIT : KIND_MARK;
}

static inline struct place
look(struct slice line, size_t at)
{
	struct place p = {at, 1, KIND_BLANK, 0};

	if (at >= line.len)
		return p;
	p.byte = (unsigned char)line.at[at];
	if (p.byte >= 'a' && p.byte <= 'z')
		p.kind = KIND_LOWER;
	else if (p.byte >= 'A' && p.byte <= 'Z')
		p.kind = KIND_CAPITAL;
	else if (p.byte >= '0' && p.byte <= '9')
		p.kind = KIND_DIGIT;
	else if (p.byte >= 0x80)
		p.kind = wide_kind(slice_after(line, at), &p.len);
	else
		p.kind = p.byte == ' ' || p.byte == '\t' ? KIND_BLANK : KIND_MARK;
	return p;
}

static inline bool
is_letter(struct place p)
{
	return p.kind == KIND_LOWER || p.kind == KIND_CAPITAL;
}

static inline bool
is_word_part(struct place p)
{
	return p.kind >= KIND_LOWER;
}

/* The end of the ASCII letters and digits from `at` on. */
static inline size_t
skip_ascii(struct slice line, size_t at)
{
	while (at < line.len) {
		unsigned char c = (unsigned char)line.at[at], small = c | 0x20;

		if ((small < 'a' || small > 'z') && (c < '0' || c > '9'))
			break;
		at++;
	}
	return at;
}

static bool
is_apostrophe(struct slice line, struct place p)
{
	return p.byte == '\'' || (p.len == 3 && memcmp(line.at + p.at, "\xe2\x80\x99", 3) == 0);
}

static bool
is_hyphen(struct slice line, struct place p)
{
	return p.byte == '-' || (p.len == 3 && (memcmp(line.at + p.at, "\xe2\x80\x90", 3) == 0 ||
						       memcmp(line.at + p.at, "\xe2\x80\x91", 3) == 0));
}

/* The ending behind an apostrophe that is a word of its own ('s, 're): its length without the apostrophe. */
static size_t
clitic(struct slice line, size_t at)
{
	static const char *const endings[] = {"s", "S", "re", "ve", "ll", "d", "m"};
	size_t n = 0;

	while (n < 3 && is_letter(look(line, at + n)))
		n++;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (strlen(endings[i]) == n && memcmp(endings[i], line.at + at, n) == 0)
			return is_word_part(look(line, at + n)) ? 0 : n;
	return 0;
}

static bool
is_abbreviation(struct slice word)
{
	static const char *const words[] = {"Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Sgt",
		"St", "Sen", "Rep", "Gov", "Capt", "Rev", "Hon", "Jr", "Sr", "Inc", "Corp", "Ltd", "Co",
		"Messrs", "Mt", "Ft", "Adm", "Cmdr", "Brig", "Pres", "Supt", "Fr", "Jan", "Feb", "Aug",
		"Sept", "Oct", "Nov", "Dec", "Ariz", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Mass",
		"Mich", "Minn", "Pa", "Va", "Wash", "Wis", "Md", "Al", "Bros", "Univ", "Assn", "Vt", "Tenn",
		"Ore", "Okla"};

	if (word.len < 2 || word.len > 6)
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == word.len && memcmp(words[i], word.at, word.len) == 0)
			return true;
	return false;
}

/* May the full stop at p be part of the word [start, p.at)? `piece` is where its last part begins. */
static bool
stop_belongs(struct slice line, size_t start, size_t piece, struct place p)
{
	struct place first = look(line, piece), next = look(line, p.at + 1);

	if (first.kind == KIND_CAPITAL && piece + first.len == p.at)
		return true;
	if (next.kind == KIND_LOWER || next.kind == KIND_DIGIT)
		return true;
	return is_abbreviation((struct slice){line.at + start, p.at - start});
}

/* Where the word that begins at `start` ends. */
static size_t
word_end(struct slice line, size_t start)
{
	size_t at = start, piece = start;

	for (;;) {
		struct place p, next;

		at = skip_ascii(line, at);
		p = look(line, at);
		if (is_word_part(p)) {
			at += p.len;
			continue;
		}
		if (p.kind != KIND_MARK)
			return at;
		next = look(line, at + p.len);
		if (p.byte == '.' && stop_belongs(line, start, piece, p)) {
			at = piece = at + 1;
			continue;
		}
		if (!is_word_part(next))
			return at;
		if (is_apostrophe(line, p) && (!is_letter(next) || clitic(line, at + p.len) > 0))
			return at;
		if (!is_apostrophe(line, p) && !is_hyphen(line, p) && p.byte != '&')
			return at;
		at = piece = at + p.len;
	}
}

static size_t
number_end(struct slice line, size_t start)
{
	size_t at = start;

	for (;;) {
		struct place p = look(line, at), next;

		if (is_word_part(p)) {
			at += p.len;
			continue;
		}
		next = look(line, at + p.len);
		if (p.kind != KIND_MARK || !is_word_part(next))
			return at;
		if (!is_hyphen(line, p) &&
			(next.kind != KIND_DIGIT || strchr(".,:/", p.byte) == NULL || p.byte == 0))
			return at;
		at += p.len;
	}
}

static enum token_class
word_class(struct slice line, size_t start, size_t end)
{
	size_t capitals = 0, small = 0;

	for (size_t at = start; at < end;) {
		struct place p;
		unsigned char c = (unsigned char)line.at[at];

		if (c < 0x80) {
			capitals += c >= 'A' && c <= 'Z';
			small += c >= 'a' && c <= 'z';
			at++;
			continue;
		}
		p = look(line, at);
		capitals += p.kind == KIND_CAPITAL;
		small += p.kind == KIND_LOWER;
		at += p.len;
	}
	if (capitals == 0)
		return TOKEN_LOWER;
	return small > 0 ? TOKEN_CAPITAL : TOKEN_UPPER;
}

uint64_t
token_key(struct slice word)
{
	char folded[FOLD_ROOM];
	size_t len = fold_word(word, folded);

	return fold_hash((struct slice){folded, len}, 0);
}

/* token_key(), without folding where there is nothing to fold. */
static uint64_t
key_of(struct slice word, enum token_class class)
{
	if (class == TOKEN_LOWER && word.len < FOLD_ROOM)
		for (size_t i = 0; i < word.len; i++)
			if ((unsigned char)word.at[i] >= 0x80)
				return token_key(word);
	return class == TOKEN_LOWER && word.len < FOLD_ROOM ? fold_hash(word, 0) : token_key(word);
}

/* Cuts the token that begins at p. */
static struct token
cut(struct slice line, struct place p)
{
	struct token t = {.start = (uint32_t)p.at, .class = TOKEN_MARK};
	size_t end = p.at + p.len, ending;

	if (is_letter(p)) {
		end = word_end(line, p.at);
		t.class = (uint8_t)word_class(line, p.at, end);
	} else if (p.kind == KIND_DIGIT) {
		end = number_end(line, p.at);
		t.class = TOKEN_NUMBER;
	} else if (is_apostrophe(line, p)) {
		ending = clitic(line, end);
		end += ending;
	}
	t.end = (uint32_t)end;
	t.key = key_of((struct slice){line.at + p.at, end - p.at}, (enum token_class)t.class);
	return t;
}

/* Does a sentence end with this token, as far as one can see from it alone? */
static bool
ends_sentence(struct slice line, const struct token *t)
{
	unsigned char c = (unsigned char)line.at[t->start];

	return t->class == TOKEN_MARK && t->end - t->start == 1 && (c == '.' || c == '!' || c == '?');
}

static bool
is_quote_or_bracket(struct slice line, const struct token *t)
{
	unsigned char c = (unsigned char)line.at[t->start];

	return t->class == TOKEN_MARK && (c == '"' || c == '\'' || c == ')' || c == '(' || c == '[' ||
						 c == ']' || c == 0xe2 || c == 0xc2);
}

/* What the capitals of a line are worth. */
static enum line_style
line_style(const struct article *a, const struct article_line *line)
{
	size_t words = 0, upper = 0, long_words = 0, long_small = 0;

	for (size_t i = line->first; i < line->end; i++) {
		const struct token *t = &a->tokens[i];

		if (t->class > TOKEN_UPPER)
			continue;
		words++;
		upper += t->class == TOKEN_UPPER && t->end - t->start > 1;
		if (t->end - t->start >= 4) {
			long_words++;
			long_small += t->class == TOKEN_LOWER;
		}
	}
	if (words >= 3 && upper * 5 >= words * 4)
		return STYLE_CAPITALS;
	if (words >= 4 && words <= 30 && long_words >= 3 && long_small * 8 <= long_words)
		return STYLE_TITLE_CASE;
	return STYLE_BODY;
}

static void
find_in_line(struct article *a, size_t index)
{
	struct article_line *line = &a->lines[index];
	struct slice text = line->text;
	bool opens = true;
	size_t last_end = SIZE_MAX;

	line->first = (uint32_t)a->token_count;
	for (size_t at = 0; at < text.len;) {
		struct place p = look(text, at);
		struct token *t;

		at += p.len;
		if (p.kind == KIND_BLANK)
			continue;
		if (a->token_count == a->token_capacity)
			cli_grow(&a->tokens, &a->token_capacity, a->token_count + 1, sizeof *a->tokens);
		t = &a->tokens[a->token_count++];
		*t = cut(text, p);
		t->line = (uint32_t)index;
		t->opens = opens;
		t->glued = t->start == last_end;
		at = last_end = t->end;
		opens = ends_sentence(text, t) || (opens && is_quote_or_bracket(text, t));
	}
	line->end = (uint32_t)a->token_count;
	line->style = (uint8_t)line_style(a, line);
}

void
tokens_find(struct article *a)
{
	for (size_t i = 0; i < a->line_count; i++)
		find_in_line(a, i);
}
