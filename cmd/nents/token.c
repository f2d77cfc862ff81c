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
		"Ore", "Okla", "Cpl", "Pfc", "Pvt", "Det", "Insp", "Dept"};

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

/* As many bytes as are kept of a block, before as many as are not. */
static const signed char kept[2 * LANES] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

/* token_key() of bytes of the line, with less work where they are ASCII and fill no more than a block. */
static uint64_t
key_of(const struct scan *scan, size_t start, size_t end)
{
	size_t len = end - start;
	lanes word;

	if (len > LANES)
		return token_key((struct slice){scan->text.at + start, len});
	word = lanes_at(block_at(scan, start)) & lanes_at((const char *)kept + LANES - len);
	if (lanes_any(word < 0))
		return token_key((struct slice){scan->text.at + start, len});
	word |= (word >= 'A') & (word <= 'Z') & 0x20;
	return fold_key_of_block(&word);
}

/* The ASCII letters that a block begins with. */
struct letters {
	lanes folded; /* the block in small letters */
	unsigned count;
	unsigned all, small; /* bits of the letters and of the small ones */
	unsigned blanks;     /* bits of the block's: the next word is found without another look at memory */
	unsigned char next;  /* the byte behind them; 0 if they fill the block */
};

/* Truth for small letters: they are moved up to the highest numbers of a signed byte, what is above them to
 * the lowest. */
static inline lanes
are_small(lanes bytes)
{
	typedef unsigned char places __attribute__((vector_size(LANES)));

	return (lanes)((places)bytes + (INT8_MAX - 'z')) > INT8_MAX - 26;
}

static inline struct letters
letters_of(const char *block)
{
	lanes bytes = lanes_at(block), folded = bytes | 0x20;
	unsigned others = ~lanes_bits(are_small(folded));
	unsigned count = (unsigned)__builtin_ctz(others), all = (others & -others) - 1;

	return (struct letters){.folded = folded,
		.count = count,
		.all = all,
		.small = lanes_bits(bytes > 'Z') & all,
		.blanks = lanes_bits(bytes == ' '),
		.next = count < LANES ? (unsigned char)block[count] : 0};
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

/*
 * Does a piece of values_pieces.h end with the letters before this byte? Letters of other scripts, as far as
 * a byte tells them, belong to it.
 */
static inline bool
ends_piece(unsigned char next)
{
	return next < 0x80 || next == 0xc2 || next == 0xe2;
}

/* Makes the token the word of these letters, which are fewer than a block has. */
static inline void
take_letters(struct token *t, const struct letters *letters)
{
	lanes word = letters->folded & lanes_at((const char *)kept + LANES - letters->count);

	t->end = t->start + letters->count;
	t->plain = true;
	t->piece =
		(uint8_t)(TOKEN_WHOLE | token_is_sign(letters->count, !(letters->small & 1), letters->next));
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
		t->piece = ends_piece(letters.next) ? t->piece : 0;
		return;
	}
	for (at = t->start; at < end && ((kind = byte_kinds[(unsigned char)line.at[at]]) & KIND_LETTER) != 0;
		at++)
		seen |= kind;
	word = (struct slice){line.at + t->start, end - t->start};
	t->end = (uint32_t)end;
	t->plain = end == at && word.len < FOLD_ROOM;
	t->piece = t->plain && (end == line.len || ends_piece((unsigned char)line.at[end])) ? TOKEN_WHOLE : 0;
	t->class = (uint8_t)(t->plain ? class_of_letters(seen & KIND_LOWER, seen & KIND_CAPITAL)
				      : word_class(line, t->start, end));
	t->key = key_of(scan, t->start, end);
}

/* What a mark tells of its line and of what follows, by its first byte. */
enum mark_flag {
	MARK_ENDS = 1,    /* a sentence may end with it */
	MARK_STAYS = 2,   /* a quotation mark or bracket: what follows opens a sentence if it does itself */
	MARK_QUOTES = 4,  /* a quotation may begin or end with it */
	MARK_LINKS = 8,   /* it may be the sign of an address */
	MARK_NUMBERS = 16 /* it may stand before a number: TOKEN_SIGN */
};

static const uint8_t mark_flags[256] = {
	['.'] = MARK_ENDS,
	['!'] = MARK_ENDS,
	['?'] = MARK_ENDS,
	['"'] = MARK_STAYS | MARK_QUOTES,
	['\''] = MARK_STAYS | MARK_QUOTES | MARK_NUMBERS,
	['$'] = MARK_NUMBERS,
	['-'] = MARK_NUMBERS,
	['('] = MARK_STAYS,
	[')'] = MARK_STAYS,
	['['] = MARK_STAYS,
	[']'] = MARK_STAYS,
	[0xc2] = MARK_STAYS | MARK_QUOTES,
	[0xe2] = MARK_STAYS | MARK_QUOTES,
	['@'] = MARK_LINKS,
	[':'] = MARK_LINKS,
};

/* What an ASCII mark is to values_pieces.h. */
static inline uint8_t
piece_of_mark(unsigned char mark)
{
	return (uint8_t)(TOKEN_WHOLE | ((mark_flags[mark] & MARK_NUMBERS) != 0) * TOKEN_SIGN);
}

/* Is this byte a mark by itself, whatever follows? */
static inline bool
is_lone_mark(unsigned char c)
{
	return (byte_kinds[c] & ~KIND_JOINT) == KIND_MARK && c != '\'';
}

static inline void
take_mark(struct token *t, unsigned char mark)
{
	t->end = t->start + 1;
	t->piece = piece_of_mark(mark);
	t->key = fold_key_of_block((const char[FOLD_BLOCK]){(char)mark});
}

/* Cuts the token that begins at t->start, or gives false where it is a blank; the end is set in any case. */
static bool
cut(const struct scan *scan, struct token *t)
{
	struct slice line = scan->text;
	struct place p = look(line, t->start);
	size_t end = p.at + p.len;

	t->end = (uint32_t)end;
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
	if (t->class == TOKEN_MARK && end == p.at + 1 && p.byte < 0x80)
		t->piece = piece_of_mark(p.byte);
	t->end = (uint32_t)end;
	t->key = key_of(scan, p.at, end);
	return true;
}

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

/* Is the mark "@", or the colon of "://" as far as a look at what follows tells? */
static bool
is_address_sign(struct slice line, const struct token *t)
{
	return line.at[t->start] == '@' || (t->end < line.len && line.at[t->end] == '/');
}

/* May "www." be in a word or number, or begin with it? Some that are none, and all long ones, pass. */
static inline bool
holds_address_sign(const struct scan *scan, const struct token *t)
{
	lanes block = lanes_at(block_at(scan, t->start));
	unsigned stops = lanes_bits(block == '.'), ws = lanes_bits((block | 0x20) == 'w');

	return (stops & ws << 1) != 0 || t->end - t->start >= LANES;
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
		bool is_word = t->class <= TOKEN_UPPER, is_long = is_word & (len > 3);

		words += is_word;
		shouted += (t->class == TOKEN_UPPER) & (len > 1);
		long_words += is_long;
		long_small += is_long & (t->class == TOKEN_LOWER);
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

/* The first byte from `at` on that is no blank. */
static inline size_t
skip_blanks(struct slice line, size_t at)
{
	while (at < line.len && line.at[at] == ' ')
		at++;
	return at;
}

/*
 * Cuts words of a few letters and marks of one byte, and passes blanks, as far as there is nothing else;
 * gives the byte behind.
 */
static size_t
find_plain(struct article *a, struct scan *scan, size_t at)
{
	enum { RUN = 64 };
	struct token *first = make_room(a, RUN), *t = first;

	for (; (at = skip_blanks(scan->text, at)) < scan->text.len && t < first + RUN; t++) {
		struct letters letters = letters_of(block_at(scan, at));
		unsigned len = letters.count;

		begin_token(scan, at, t);
		if (are_word(&letters, scan->text, at + len)) {
			take_letters(t, &letters);
			scan->small += letters.small == letters.all;
			scan->opens = false;
		} else if (len == 0 && is_lone_mark(letters.next)) {
			len = 1;
			take_mark(t, letters.next);
			scan->opens = note_mark(&a->lines[scan->line], t);
		} else {
			break;
		}
		scan->last_end = at + len;
		at += len + (letters.blanks >> len & 1);
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
	if (t->class != TOKEN_MARK)
		line->has_signs |= holds_address_sign(scan, t);
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
	for (size_t at = 0; (at = find_plain(a, &scan, at)) < line->text.len;)
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
