#include "token.h"

#include "cli.h"
#include "fold.h"
#include "little.h"

enum kind {
	KIND_MARK = 0,
	KIND_BLANK = 1,
	KIND_LOWER = 2,
	KIND_CAPITAL = 4,
	KIND_DIGIT = 8,
	KIND_WIDE = 16, /* not ASCII: look closer */
	KIND_LETTER = KIND_LOWER | KIND_CAPITAL,
	KIND_WORD = KIND_LETTER | KIND_DIGIT
};

#define FOUR(kind)  kind, kind, kind, kind
#define EIGHT(kind) FOUR(kind), FOUR(kind)
#define MANY(kind)  EIGHT(kind), EIGHT(kind), EIGHT(kind), kind, kind

static const uint8_t byte_kinds[256] = {
	['\t'] = KIND_BLANK,
	[' '] = KIND_BLANK,
	['0'] = EIGHT(KIND_DIGIT),
	KIND_DIGIT,
	KIND_DIGIT,
	['A'] = MANY(KIND_CAPITAL),
	['a'] = MANY(KIND_LOWER),
	[0x80] = MANY(KIND_WIDE),
	MANY(KIND_WIDE),
	MANY(KIND_WIDE),
	MANY(KIND_WIDE),
	EIGHT(KIND_WIDE),
	EIGHT(KIND_WIDE),
	EIGHT(KIND_WIDE),
};

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
	p.kind = (enum kind)byte_kinds[p.byte];
	if (p.kind == KIND_WIDE)
		p.kind = wide_kind(slice_after(line, at), &p.len);
	return p;
}

static inline bool
is_letter(struct place p)
{
	return (p.kind & KIND_LETTER) != 0;
}

static inline bool
is_word_part(struct place p)
{
	return (p.kind & KIND_WORD) != 0;
}

static inline bool
is_ascii_word_byte(unsigned char c)
{
	return (byte_kinds[c] & KIND_WORD) != 0;
}

/* The end of the ASCII letters and digits from `at` on. */
static inline size_t
skip_ascii(struct slice line, size_t at)
{
	while (at < line.len && is_ascii_word_byte((unsigned char)line.at[at]))
		at++;
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

	if (word.len < 2 || word.len > 6 || byte_kinds[(unsigned char)word.at[0]] != KIND_CAPITAL)
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

	return fold_key((struct slice){folded, len});
}

/* token_key(), without folding where there is nothing to fold. */
static uint64_t
key_of(struct slice word)
{
	char small[FOLD_ROOM];

	if (word.len == 1 && byte_kinds[(unsigned char)*word.at] == KIND_MARK)
		return fold_key(word);
	if (word.len > FOLD_ROOM)
		return token_key(word);
	for (size_t i = 0; i < word.len; i++) {
		unsigned char c = (unsigned char)word.at[i];

		if (c >= 0x80)
			return token_key(word);
		small[i] = (char)(byte_kinds[c] == KIND_CAPITAL ? c | 0x20 : c);
	}
	return fold_key((struct slice){small, word.len});
}

/* A word ends for certain before this byte; before the others it has to be asked what follows. */
static inline bool
ends_word(struct slice line, size_t start, size_t at)
{
	unsigned char c, next;

	if (at == line.len)
		return true;
	c = (unsigned char)line.at[at];
	if (c == ' ' || c == ',')
		return true;
	if (c == '.') { /* "it." but not "U.S." and "Gen." */
		next = at + 1 < line.len ? (unsigned char)line.at[at + 1] : ' ';
		return next == ' ' && byte_kinds[(unsigned char)line.at[start]] == KIND_LOWER;
	}
	return (byte_kinds[c] & ~KIND_BLANK) == 0 && c != '\'' && c != '-' && c != '&';
}

static inline enum token_class
class_of_letters(unsigned seen)
{
	return seen == KIND_LOWER ? TOKEN_LOWER : seen == KIND_CAPITAL ? TOKEN_UPPER : TOKEN_CAPITAL;
}

/* Cuts a word whose end is not seen at once: the letters one by one, then the rules. */
static void
cut_long_word(struct slice line, struct token *t)
{
	size_t at = t->start, end;
	unsigned kind, seen = 0;
	struct slice word;

	while (at < line.len && ((kind = byte_kinds[(unsigned char)line.at[at]]) & KIND_LETTER) != 0) {
		seen |= kind;
		at++;
	}
	end = seen != 0 && ends_word(line, t->start, at) ? at : word_end(line, t->start);
	word = (struct slice){line.at + t->start, end - t->start};
	t->end = (uint32_t)end;
	t->plain = end == at && word.len < FOLD_ROOM;
	t->class = (uint8_t)(t->plain ? class_of_letters(seen) : word_class(line, t->start, end));
	t->key = key_of(word);
}

/* Bit 7 of each of eight bytes that is no ASCII letter. */
static inline uint64_t
no_letters(uint64_t bytes)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
	uint64_t low = (bytes | ones << 5) & ~tops;

	return ~((low + ones * (0x80 - 'a')) & ~(low + ones * (0x7f - 'z')) & ~bytes) & tops;
}

/* Bits of the bytes before the first that is marked in `marks`: all if none is. */
static inline uint64_t
bytes_before(uint64_t marks)
{
	return ((marks & -marks) >> 7) - 1;
}

/* The FOLD_BLOCK bytes at `at` of a line that has so many in all, zeros behind its end; the byte at `at` is
 * low. */
static inline void
read_block(struct slice line, size_t at, uint64_t bytes[2])
{
	size_t missing = at + FOLD_BLOCK > line.len ? at + FOLD_BLOCK - line.len : 0;

	memcpy(bytes, line.at + at - missing, FOLD_BLOCK);
	if (missing >= sizeof *bytes) {
		bytes[0] = bytes[1];
		bytes[1] = 0;
		missing -= sizeof *bytes;
	}
	if (missing > 0) {
		bytes[0] = bytes[0] >> 8 * missing | bytes[1] << (64 - 8 * missing);
		bytes[1] >>= 8 * missing;
	}
}

/* Cuts a word of at most fifteen letters, which are read in one go; false where it is none. */
static inline bool
cut_short_word(struct slice line, struct token *t)
{
	const uint64_t cases = UINT64_C(0x2020202020202020); /* set in small letters */
	uint64_t bytes[2], letters[2] = {0}, other, small, capital;
	size_t len = 0;

	if (line.len < FOLD_BLOCK)
		return false;
	read_block(line, t->start, bytes);
	other = no_letters(bytes[0]);
	letters[0] = bytes_before(other);
	if (other == 0) {
		other = no_letters(bytes[1]);
		if (other == 0)
			return false;
		letters[1] = bytes_before(other);
		len = sizeof *bytes;
	}
	len += (size_t)__builtin_ctzll(other) / 8;
	if (len == 0 || !ends_word(line, t->start, t->start + len))
		return false;
	small = ((bytes[0] & letters[0]) | (bytes[1] & letters[1])) & cases;
	capital = ((~bytes[0] & letters[0]) | (~bytes[1] & letters[1])) & cases;
	bytes[0] = (bytes[0] | cases) & letters[0];
	bytes[1] = (bytes[1] | cases) & letters[1];
	t->end = t->start + (uint32_t)len;
	t->plain = true;
	t->class = (uint8_t)(capital == 0 ? TOKEN_LOWER : small == 0 ? TOKEN_UPPER : TOKEN_CAPITAL);
	t->key = fold_key_of_block(bytes);
	return true;
}

static inline void
cut_word(struct slice line, struct token *t)
{
	if (__BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__ || !cut_short_word(line, t))
		cut_long_word(line, t);
}

/* Cuts the token that begins at byte `at`, or gives false where it is a blank; the end is set in any case. */
static inline bool
cut(struct slice line, size_t at, struct token *t)
{
	struct place p;
	size_t end;

	*t = (struct token){.start = (uint32_t)at, .class = TOKEN_MARK};
	if (byte_kinds[(unsigned char)line.at[at]] & KIND_LETTER) {
		cut_word(line, t);
		return true;
	}
	p = look(line, at);
	t->end = (uint32_t)(end = at + p.len);
	if (p.kind == KIND_BLANK)
		return false;
	if (is_letter(p)) {
		cut_word(line, t);
		return true;
	}
	if (p.kind == KIND_DIGIT) {
		end = number_end(line, at);
		t->class = TOKEN_NUMBER;
	} else if (is_apostrophe(line, p)) {
		end += clitic(line, end);
	}
	t->end = (uint32_t)end;
	t->key = key_of((struct slice){line.at + at, end - at});
	return true;
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

/* A mark that a quotation may begin or end with; the apostrophe of "it's" is none. */
static bool
is_quotation_mark(struct slice line, const struct token *t)
{
	unsigned char c = (unsigned char)line.at[t->start];

	if (t->class != TOKEN_MARK)
		return false;
	if (c == '\'' && t->end - t->start > 1)
		return t->start == 0 || !is_ascii_word_byte((unsigned char)line.at[t->start - 1]);
	return c == '"' || c == '\'' || ((c == 0xe2 || c == 0xc2) && t->end - t->start <= 3);
}

/* The tokens of a line by class and length: one byte, two or three, more. */
struct tally {
	uint32_t of[TOKEN_CLASSES][3];
};

static inline void
count_token(struct tally *n, const struct token *t)
{
	size_t len = t->end - t->start;

	n->of[t->class][(len > 1) + (len > 3)]++;
}

static size_t
sum_of(const uint32_t *counts)
{
	return (size_t)counts[0] + counts[1] + counts[2];
}

/* What the capitals of a line are worth. */
static enum line_style
line_style(const struct tally *n)
{
	const uint32_t *lower = n->of[TOKEN_LOWER], *capital = n->of[TOKEN_CAPITAL],
		       *upper = n->of[TOKEN_UPPER];
	size_t words = sum_of(lower) + sum_of(capital) + sum_of(upper);
	size_t long_words = (size_t)lower[2] + capital[2] + upper[2];

	if (words >= 3 && ((size_t)upper[1] + upper[2]) * 5 >= words * 4)
		return STYLE_CAPITALS;
	if (words >= 4 && words <= 30 && long_words >= 3 && (size_t)lower[2] * 8 <= long_words)
		return STYLE_TITLE_CASE;
	return STYLE_BODY;
}

/* Room for a token behind those that are there. */
static struct token *
next_token(struct article *a)
{
	if (a->token_count == a->token_capacity)
		cli_grow(&a->tokens, &a->token_capacity, a->token_count + 1, sizeof *a->tokens);
	return &a->tokens[a->token_count];
}

static void
find_in_line(struct article *a, size_t index)
{
	struct article_line *line = &a->lines[index];
	struct slice text = line->text;
	bool opens = true, has_marks = false;
	size_t last_end = SIZE_MAX;
	struct tally tally = {{{0}}};

	line->first = (uint32_t)a->token_count;
	for (size_t at = 0; at < text.len;) {
		struct token *t;

		if (text.at[at] == ' ') {
			at++;
			continue;
		}
		t = next_token(a);
		if (!cut(text, at, t)) {
			at = t->end;
			continue;
		}
		a->token_count++;
		t->line = (uint32_t)index;
		t->opens = opens;
		t->glued = at == last_end;
		at = last_end = t->end;
		opens = false;
		count_token(&tally, t);
		if (t->class == TOKEN_MARK) {
			has_marks |= is_quotation_mark(text, t);
			opens = ends_sentence(text, t) || (t->opens && is_quote_or_bracket(text, t));
		}
	}
	line->end = (uint32_t)a->token_count;
	line->has_marks = has_marks;
	line->style = (uint8_t)line_style(&tally);
}

void
tokens_find(struct article *a)
{
	for (size_t i = 0; i < a->line_count; i++)
		find_in_line(a, i);
}
