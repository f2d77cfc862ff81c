#include "token.h"

#include "cli.h"
#include "fold.h"
#include "lanes.h"

enum kind {
	KIND_MARK = 0,
	KIND_BLANK = 1,
	KIND_LOWER = 2,
	KIND_CAPITAL = 4,
	KIND_DIGIT = 8,
	KIND_WIDE = 16,  /* not ASCII: look closer */
	KIND_JOINT = 32, /* a mark that a word may go on behind */
	KIND_LETTER = KIND_LOWER | KIND_CAPITAL,
	KIND_WORD = KIND_LETTER | KIND_DIGIT
};

#define FOUR(kind)  kind, kind, kind, kind
#define EIGHT(kind) FOUR(kind), FOUR(kind)
#define MANY(kind)  EIGHT(kind), EIGHT(kind), EIGHT(kind), kind, kind

static const uint8_t byte_kinds[256] = {
	['\t'] = KIND_BLANK,
	[' '] = KIND_BLANK,
	['&'] = KIND_JOINT,
	['\''] = KIND_JOINT,
	['-'] = KIND_JOINT,
	['.'] = KIND_JOINT,
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
	p.kind = (enum kind)(byte_kinds[p.byte] & ~KIND_JOINT);
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
	const char *ending = line.at + at;
	size_t n = 0;
	bool known;

	while (n < 3 && is_letter(look(line, at + n)))
		n++;
	if (n == 1)
		known = memchr("sSdm", *ending, 4) != NULL;
	else
		known = n == 2 && (memcmp(ending, "re", 2) == 0 || memcmp(ending, "ve", 2) == 0 ||
					  memcmp(ending, "ll", 2) == 0);
	return known && !is_word_part(look(line, at + n)) ? n : 0;
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

/* Where the word ends that begins at `start` and has ASCII letters and digits up to `at` or farther. */
static size_t
word_end(struct slice line, size_t start, size_t at)
{
	size_t piece = start;

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

static inline uint64_t
key_of_mark(char c)
{
	return fold_key_of_block((const char[FOLD_BLOCK]){c});
}

/* token_key(), without folding where there is nothing to fold. */
static uint64_t
key_of(struct slice word)
{
	char small[FOLD_ROOM];

	if (word.len == 1 && (byte_kinds[(unsigned char)*word.at] & ~KIND_JOINT) == KIND_MARK)
		return key_of_mark(*word.at);
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

/*
 * The line that is cut. Its last bytes stand once more before zeros: a block of bytes can be read wherever a
 * token begins.
 */
struct scan {
	struct slice text;
	uint32_t line;   /* its index */
	size_t last_end; /* of the token before */
	size_t small;    /* words in small letters so far, long ones aside */
	bool opens;      /* the next token is the first of a sentence */
	char tail[2 * LANES];
};

static void
scan_begin(struct scan *scan, struct slice text, size_t line)
{
	size_t n = text.len < LANES ? text.len : LANES;

	*scan = (struct scan){.text = text, .line = (uint32_t)line, .last_end = SIZE_MAX, .opens = true};
	if (n > 0)
		memcpy(scan->tail + LANES - n, text.at + text.len - n, n);
}

/* The block of bytes at `at`, which lies in the line. */
static inline const char *
block_at(const struct scan *scan, size_t at)
{
	size_t left = scan->text.len - at;

	return left >= LANES ? scan->text.at + at : scan->tail + LANES - left;
}

/* The ASCII letters that a block begins with. */
struct letters {
	lanes folded; /* the block in small letters */
	unsigned count;
	unsigned all, small; /* bits of the letters and of the small ones */
	unsigned char next;  /* the byte behind them; 0 if they fill the block */
};

static inline struct letters
letters_of(const char *block)
{
	lanes bytes = lanes_at(block), folded = bytes | 0x20;
	unsigned others = ~lanes_bits((folded >= 'a') & (folded <= 'z'));
	unsigned all = (others & -others) - 1, count = (unsigned)__builtin_ctz(others);
	unsigned small = lanes_bits(bytes > 'Z') & all;

	return (struct letters){folded, count, all, small, count < LANES ? (unsigned char)block[count] : 0};
}

/* Do letters up to byte `end` make a word, whatever stands farther on? */
static inline bool
are_word(const struct letters *letters, struct slice line, size_t end)
{
	if (letters->count == 0 || letters->count == LANES)
		return false;
	if ((byte_kinds[letters->next] & (KIND_JOINT | KIND_DIGIT | KIND_WIDE)) == 0)
		return true;
	/* "it." but not "Gen." */
	return letters->next == '.' && letters->small & 1 && end + 1 < line.len && line.at[end + 1] == ' ';
}

static inline enum token_class
class_of_letters(bool any_small, bool any_capital)
{
	return !any_capital ? TOKEN_LOWER : any_small ? TOKEN_CAPITAL : TOKEN_UPPER;
}

/* Does a piece of values_pieces.h end with the letters before this byte? Letters of other scripts, as far as
 * a byte tells them, belong to it. */
static inline bool
ends_piece(unsigned char next)
{
	return next < 0x80 || next == 0xc2 || next == 0xe2;
}

/* Makes the token the word of these letters, which are fewer than a block has. */
static inline void
take_letters(struct token *t, const struct letters *letters)
{
	/* as many bytes as are kept of a block, before as many as are not */
	static const signed char kept[2 * LANES] = {
		-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
	lanes word = letters->folded & lanes_at((const char *)kept + LANES - letters->count);

	t->end = t->start + letters->count;
	t->plain = true;
	t->is_piece = true;
	t->class = (uint8_t)class_of_letters(letters->small != 0, letters->small != letters->all);
	t->key = fold_key_of_block(&word);
}

/* Cuts a word of any kind. */
static void
cut_word(const struct scan *scan, struct token *t)
{
	struct slice line = scan->text, word;
	struct letters letters = letters_of(block_at(scan, t->start));
	size_t at = t->start + letters.count, end;
	unsigned kind, seen = 0;

	end = word_end(line, t->start, at);
	if (end == at && letters.count < LANES) {
		take_letters(t, &letters);
		t->is_piece = ends_piece(letters.next);
		return;
	}
	for (at = t->start; at < end && ((kind = byte_kinds[(unsigned char)line.at[at]]) & KIND_LETTER) != 0;
		at++)
		seen |= kind;
	word = (struct slice){line.at + t->start, end - t->start};
	t->end = (uint32_t)end;
	t->plain = end == at && word.len < FOLD_ROOM;
	t->is_piece = t->plain && (end == line.len || ends_piece((unsigned char)line.at[end]));
	t->class = (uint8_t)(t->plain ? class_of_letters(seen & KIND_LOWER, seen & KIND_CAPITAL)
				      : word_class(line, t->start, end));
	t->key = key_of(word);
}

/* Cuts the token that begins at t->start, or gives false where it is a blank; the end is set in any case. */
static bool
cut(const struct scan *scan, struct token *t)
{
	struct slice line = scan->text;
	struct place p = look(line, t->start);
	size_t end = p.at + p.len;

	t->end = (uint32_t)end;
	if (p.kind == KIND_MARK && p.byte < 0x80 && p.byte != '\'') {
		t->is_piece = true;
		t->key = key_of_mark(line.at[p.at]);
		return true;
	}
	if (p.kind == KIND_BLANK)
		return false;
	if (is_letter(p)) {
		cut_word(scan, t);
		return true;
	}
	if (p.kind == KIND_DIGIT) {
		end = number_end(line, p.at);
		t->class = TOKEN_NUMBER;
	} else if (is_apostrophe(line, p)) {
		end += clitic(line, end);
	}
	t->is_piece = t->class == TOKEN_MARK && end == p.at + 1 && p.byte < 0x80;
	t->end = (uint32_t)end;
	t->key = key_of((struct slice){line.at + p.at, end - p.at});
	return true;
}

/* What a mark tells of its line and of what follows, by its first byte. */
enum mark_flag {
	MARK_ENDS = 1,   /* a sentence may end with it */
	MARK_STAYS = 2,  /* a quotation mark or bracket: what follows opens a sentence if it does itself */
	MARK_QUOTES = 4, /* a quotation may begin or end with it */
	MARK_LINKS = 8   /* it may be the sign of an address */
};

static const uint8_t mark_flags[256] = {
	['.'] = MARK_ENDS | MARK_LINKS,
	['!'] = MARK_ENDS,
	['?'] = MARK_ENDS,
	['"'] = MARK_STAYS | MARK_QUOTES,
	['\''] = MARK_STAYS | MARK_QUOTES,
	['('] = MARK_STAYS,
	[')'] = MARK_STAYS,
	['['] = MARK_STAYS,
	[']'] = MARK_STAYS,
	[0xc2] = MARK_STAYS | MARK_QUOTES,
	[0xe2] = MARK_STAYS | MARK_QUOTES,
	['@'] = MARK_LINKS,
	[':'] = MARK_LINKS,
};

/* Is this an apostrophe with an ending behind a word, as in "it's"? Then it quotes nothing. */
static bool
is_clitic(struct slice line, const struct token *t)
{
	unsigned char c = (unsigned char)line.at[t->start];
	size_t len = t->end - t->start;

	if (c == '\'')
		return len > 1 && t->start > 0 && is_ascii_word_byte((unsigned char)line.at[t->start - 1]);
	return len > 3;
}

/* Is the mark part of "://", "@" or "www.", as far as a look at its neighbours tells? */
static bool
is_address_sign(struct slice line, const struct token *t)
{
	const char *at = line.at + t->start;
	char next = t->end < line.len ? line.at[t->end] : ' ';

	if (*at == '.')
		return t->start > 0 && text_ascii_lower(at[-1]) == 'w' && next != ' ';
	return *at == '@' || next == '/';
}

/* May "www." be inside of a word of several parts or a number? */
static bool
holds_address_sign(struct slice line, const struct token *t)
{
	for (size_t i = t->start + 3; i < t->end; i++)
		if (line.at[i] == '.' && text_ascii_lower(line.at[i - 1]) == 'w')
			return true;
	return false;
}

/* Takes note of what a mark tells of its line; gives whether the next token opens a sentence. */
static inline bool
note_mark(struct article_line *line, const struct token *t)
{
	uint8_t flags = mark_flags[(unsigned char)line->text.at[t->start]];

	if (flags & MARK_QUOTES)
		line->has_marks |= !is_clitic(line->text, t);
	if (flags & MARK_LINKS)
		line->has_signs |= is_address_sign(line->text, t);
	return flags & MARK_ENDS || (flags & MARK_STAYS && t->opens);
}

enum { TITLE_WORDS = 30 }; /* a title is no longer */

/* What the capitals of a line with these tokens are worth. */
static enum line_style
line_style(const struct token *tokens, const struct token *end)
{
	size_t words = 0, shouted = 0, long_words = 0, long_small = 0;

	for (const struct token *t = tokens; t < end; t++) {
		size_t len = t->end - t->start;

		if (t->class > TOKEN_UPPER)
			continue;
		words++;
		shouted += t->class == TOKEN_UPPER && len > 1;
		long_words += len > 3;
		long_small += t->class == TOKEN_LOWER && len > 3;
	}
	if (words >= 3 && shouted * 5 >= words * 4)
		return STYLE_CAPITALS;
	if (words >= 4 && words <= TITLE_WORDS && long_words >= 3 && long_small * 8 <= long_words)
		return STYLE_TITLE_CASE;
	return STYLE_BODY;
}

/* Room for so many tokens behind those that are there. */
static inline struct token *
make_room(struct article *a, size_t more)
{
	if (a->token_capacity - a->token_count < more)
		cli_grow(&a->tokens, &a->token_capacity, a->token_count + more, sizeof *a->tokens);
	return &a->tokens[a->token_count];
}

/* Begins a token at byte `at`. */
static inline void
begin_token(const struct scan *scan, size_t at, struct token *t)
{
	*t = (struct token){.line = scan->line,
		.start = (uint32_t)at,
		.class = TOKEN_MARK,
		.opens = scan->opens,
		.glued = at == scan->last_end};
}

static inline size_t
skip_blanks(struct slice line, size_t at)
{
	while (at < line.len && line.at[at] == ' ')
		at++;
	return at;
}

/* Cuts words of a few letters, and passes blanks, as far as there is nothing else; gives the byte behind. */
static size_t
find_words(struct article *a, struct scan *scan, size_t at)
{
	enum { RUN = 64 };
	struct token *first = make_room(a, RUN), *t = first;

	for (; (at = skip_blanks(scan->text, at)) < scan->text.len && t < first + RUN; t++) {
		struct letters letters = letters_of(block_at(scan, at));

		if (!are_word(&letters, scan->text, at + letters.count))
			break;
		begin_token(scan, at, t);
		take_letters(t, &letters);
		scan->small += letters.small == letters.all;
		at = scan->last_end = t->end;
		scan->opens = false;
	}
	a->token_count += (size_t)(t - first);
	return at;
}

/* Cuts whatever begins at byte `at`; gives the byte behind. */
static size_t
find_other(struct article *a, struct scan *scan, size_t at)
{
	struct article_line *line = &a->lines[scan->line];
	struct token *t = make_room(a, 1);

	begin_token(scan, at, t);
	if (!cut(scan, t))
		return t->end;
	a->token_count++;
	if (!t->plain && t->class != TOKEN_MARK)
		line->has_signs |= holds_address_sign(scan->text, t);
	scan->opens = t->class == TOKEN_MARK && note_mark(line, t);
	return scan->last_end = t->end;
}

static void
find_in_line(struct article *a, size_t index)
{
	struct article_line *line = &a->lines[index];
	struct scan scan;

	scan_begin(&scan, line->text, index);
	line->first = (uint32_t)a->token_count;
	line->has_marks = line->has_signs = false;
	for (size_t at = 0; (at = find_words(a, &scan, at)) < line->text.len;)
		at = find_other(a, &scan, at);
	line->end = (uint32_t)a->token_count;
	/* A line with so many small words is no title, and not shouted. */
	if (scan.small > TITLE_WORDS && scan.small * 5 > line->end - line->first)
		line->style = STYLE_BODY;
	else
		line->style = (uint8_t)line_style(a->tokens + line->first, a->tokens + line->end);
}

static void
mark_capitals(struct article *a)
{
	cli_grow(&a->capitals, &a->capital_capacity, a->token_count / 64 + 1, sizeof *a->capitals);
	for (size_t first = 0; first < a->token_count; first += 64) {
		size_t left = a->token_count - first, count = left < 64 ? left : 64;
		uint64_t bits = 0;

		for (size_t i = 0; i < count; i++)
			bits |= (uint64_t)token_is_capital(&a->tokens[first + i]) << i;
		a->capitals[first / 64] = bits;
	}
}

void
tokens_find(struct article *a)
{
	for (size_t i = 0; i < a->line_count; i++)
		find_in_line(a, i);
	mark_capitals(a);
}
