#include "values_pieces.h"

#include "cli.h"
#include "text.h"
#include "values_number.h"

#include <stdlib.h>

enum byte_class { BYTE_MARK, BYTE_BLANK, BYTE_LETTER, BYTE_DIGIT, BYTE_WIDE };

/*
 * The signs of U+0080..U+00BF and of U+2000..U+2FFF (dashes, quotation marks, currency signs) begin with C2
 * and E2; what begins with another byte of 80 and above is taken for a letter, whatever its script.
 */
static const unsigned char byte_class[256] = {
	['\t'] = BYTE_BLANK,
	[' '] = BYTE_BLANK,
	['0'] = BYTE_DIGIT,
	['1'] = BYTE_DIGIT,
	['2'] = BYTE_DIGIT,
	['3'] = BYTE_DIGIT,
	['4'] = BYTE_DIGIT,
	['5'] = BYTE_DIGIT,
	['6'] = BYTE_DIGIT,
	['7'] = BYTE_DIGIT,
	['8'] = BYTE_DIGIT,
	['9'] = BYTE_DIGIT,
	['A'] = BYTE_LETTER,
	['B'] = BYTE_LETTER,
	['C'] = BYTE_LETTER,
	['D'] = BYTE_LETTER,
	['E'] = BYTE_LETTER,
	['F'] = BYTE_LETTER,
	['G'] = BYTE_LETTER,
	['H'] = BYTE_LETTER,
	['I'] = BYTE_LETTER,
	['J'] = BYTE_LETTER,
	['K'] = BYTE_LETTER,
	['L'] = BYTE_LETTER,
	['M'] = BYTE_LETTER,
	['N'] = BYTE_LETTER,
	['O'] = BYTE_LETTER,
	['P'] = BYTE_LETTER,
	['Q'] = BYTE_LETTER,
	['R'] = BYTE_LETTER,
	['S'] = BYTE_LETTER,
	['T'] = BYTE_LETTER,
	['U'] = BYTE_LETTER,
	['V'] = BYTE_LETTER,
	['W'] = BYTE_LETTER,
	['X'] = BYTE_LETTER,
	['Y'] = BYTE_LETTER,
	['Z'] = BYTE_LETTER,
	['a'] = BYTE_LETTER,
	['b'] = BYTE_LETTER,
	['c'] = BYTE_LETTER,
	['d'] = BYTE_LETTER,
	['e'] = BYTE_LETTER,
	['f'] = BYTE_LETTER,
	['g'] = BYTE_LETTER,
	['h'] = BYTE_LETTER,
	['i'] = BYTE_LETTER,
	['j'] = BYTE_LETTER,
	['k'] = BYTE_LETTER,
	['l'] = BYTE_LETTER,
	['m'] = BYTE_LETTER,
	['n'] = BYTE_LETTER,
	['o'] = BYTE_LETTER,
	['p'] = BYTE_LETTER,
	['q'] = BYTE_LETTER,
	['r'] = BYTE_LETTER,
	['s'] = BYTE_LETTER,
	['t'] = BYTE_LETTER,
	['u'] = BYTE_LETTER,
	['v'] = BYTE_LETTER,
	['w'] = BYTE_LETTER,
	['x'] = BYTE_LETTER,
	['y'] = BYTE_LETTER,
	['z'] = BYTE_LETTER,
};

static enum byte_class
class_of(unsigned char byte)
{
	if (byte < 0x80)
		return (enum byte_class)byte_class[byte];
	return byte == 0xC2 || byte == 0xE2 ? BYTE_WIDE : BYTE_LETTER;
}

static bool
is_digit_at(struct slice line, size_t i)
{
	return i < line.len && text_ascii_digit(line.at[i]);
}

static size_t
digit_run(struct slice line, size_t i)
{
	size_t run = 0;
	while (is_digit_at(line, i + run))
		run++;
	return run;
}

/* Is the comma at i the mark between groups of digits: 1,234 and 5,00,000 but not 2024,25 nor "12,50, then"?
 */
static bool
comma_groups(const struct pieces *t, const struct piece *piece, size_t i)
{
	struct slice line = t->line;
	size_t run = digit_run(line, i + 1), before = 0, behind = i + 1 + run;
	while (i > piece->start + before && is_digit_at(line, i - 1 - before))
		before++;
	bool next = behind < line.len && line.at[behind] == ',' && is_digit_at(line, behind + 1);
	bool more = next || piece->flags & PIECE_GROUPS || !t->no_comma_groups;
	return before <= 3 && line.at[piece->start] != '0' && ((run == 3 && more) || (run == 2 && next));
}

/* Has the number from `begin` to `end` three digits behind each of its full stops, and three at most before?
 */
static bool
points_group(struct slice line, size_t begin, size_t end, size_t *points)
{
	size_t run = digit_run(line, begin), i = begin + run;
	bool groups = run <= 3;
	for (*points = 0; i < end; i += 1 + run, ++*points) {
		run = digit_run(line, i + 1);
		groups &= run == 3;
	}
	return groups;
}

/*
 * Is the comma at byte i a decimal one: one digit or two behind it (more behind a 0), and no other comma
 * about? Before it stand three digits at most, or groups of three; where commas are decimal ones anyhow, any
 * number.
 */
static bool
comma_is_decimal(const struct pieces *t, const struct piece *piece, size_t i)
{
	struct slice line = t->line;
	size_t run = digit_run(line, i + 1), behind = i + 1 + run, points;
	bool list = behind < line.len && line.at[behind] == ',' && is_digit_at(line, behind + 1);
	bool long_run = run > 2 && line.at[piece->start] != '0' && !t->no_comma_groups;
	if (run == 0 || long_run || list || memchr(line.at + piece->start, ',', i - piece->start) != NULL)
		return false;
	return piece->flags & PIECE_GROUPS || points_group(line, piece->start, i, &points) ||
	       (points == 0 && t->is_foreign);
}

/* The length of the blank at byte i: a space, a no-break or thin one; 0 if there is none. */
static inline size_t
blank_length(struct slice line, size_t i)
{
	struct slice rest = slice_after(line, i);
	if (rest.at[0] == ' ')
		return 1;
	if (slice_starts(rest, SLICE("\xc2\xa0")))
		return 2;
	return slice_starts(rest, SLICE("\xe2\x80\x89")) || slice_starts(rest, SLICE("\xe2\x80\xaf")) ? 3 : 0;
}

/* The length of the blank at byte i if it stands between the thousands of the number, or 0. */
static size_t
blank_groups(const struct pieces *t, const struct piece *piece, size_t i)
{
	struct slice line = t->line;
	size_t len = blank_length(line, i);
	if (len == 0 || !is_digit_at(line, i + len) || digit_run(line, i + len) != 3)
		return 0;
	bool begun = piece->flags & PIECE_GROUPS ||
		     (digit_run(line, piece->start) <= 3 && line.at[piece->start] != '0');
	return begun && (len > 1 || t->is_foreign || line.at[i + len] == '0') ? len : 0;
}

/* 1,234.5 and 1.234,5 and 1 234,5; also 31.07.2025 and 10.30, which others tell from numbers. */
static size_t
read_number(const struct pieces *t, struct piece *piece)
{
	struct slice line = t->line;
	size_t i = piece->start + digit_run(line, piece->start), blank, points;
	piece->kind = PIECE_NUMBER;
	for (; i < line.len; i += digit_run(line, i)) {
		if (line.at[i] == '.' && is_digit_at(line, i + 1)) {
			piece->flags |= PIECE_POINT;
			i++;
		} else if (line.at[i] == ',' && is_digit_at(line, i + 1) && comma_groups(t, piece, i)) {
			piece->flags |= PIECE_GROUPS;
			i++;
		} else if (!(piece->flags & PIECE_POINT) && (blank = blank_groups(t, piece, i)) > 0) {
			piece->flags |= PIECE_GROUPS;
			i += blank;
		} else {
			break;
		}
	}
	bool grouped = !(piece->flags & PIECE_GROUPS) && piece->flags & PIECE_POINT &&
		       points_group(line, piece->start, i, &points) &&
		       (points > 1 || (t->is_foreign && line.at[piece->start] != '0'));
	if (i < line.len && line.at[i] == ',' && comma_is_decimal(t, piece, i)) {
		grouped = piece->flags & PIECE_POINT;
		piece->flags |= PIECE_COMMA;
		i += 1 + digit_run(line, i + 1);
	}
	if (grouped)
		piece->flags = (uint8_t)((piece->flags & ~PIECE_POINT) | PIECE_GROUPS);
	return i;
}

static size_t
read_word(struct pieces *pieces, struct piece *piece)
{
	struct slice line = pieces->line;
	const unsigned char *bytes = (const unsigned char *)line.at;
	size_t i = piece->start;
	uint32_t hash = 0;
	const unsigned char *letters = pieces->words->letters;
	for (unsigned char lower; i < line.len && (lower = letters[bytes[i]]) != 0; i++)
		hash = words_hash(hash, lower);
	piece->kind = PIECE_WORD;
	if (bytes[piece->start] >= 'A' && bytes[piece->start] <= 'Z')
		piece->flags |= PIECE_CAPITAL;
	piece->word =
		words_find(pieces->words, (struct slice){line.at + piece->start, i - piece->start}, hash);
	return i;
}

/* A mark of more than one byte; a blank of that kind (NBSP and thin spaces) gives 0 in piece->mark. */
static size_t
read_wide(struct slice line, struct piece *piece)
{
	size_t len;
	piece->mark = text_decode(slice_after(line, piece->start), &len);
	if (piece->mark == 0xA0 || (piece->mark >= 0x2000 && piece->mark <= 0x200B) || piece->mark == 0x202F)
		piece->mark = 0;
	return piece->start + len;
}

/* A mark that a value may begin with: a sign of money, an apostrophe that cuts a year, a minus, a fraction.
 */
static inline bool
mark_begins(uint32_t mark)
{
	return mark_is_money(mark) || mark == '\'' || mark_is_minus(mark) || mark_is_fraction(mark) ||
	       (mark >= 0x2013 && mark <= 0x2019);
}

/* Can a value begin with the piece, as far as it tells by itself? */
static inline bool
piece_begins(const struct pieces *t, const struct piece *piece)
{
	if (piece->kind != PIECE_WORD)
		return piece->kind == PIECE_NUMBER || mark_begins(piece->mark);
	if (t->words->list[piece->word].roles & ROLE_BEGINS)
		return true;
	return token_is_sign(piece->end - piece->start, piece->flags & PIECE_CAPITAL,
		piece->end < t->line.len ? (unsigned char)t->line.at[piece->end] : 0);
}

/* Makes room for so many pieces behind those that are there. */
static inline void
make_room(struct pieces *t, size_t more)
{
	if (t->capacity - t->count >= more)
		return;
	cli_grow(&t->list, &t->capacity, t->count + more, sizeof *t->list);
	cli_grow(&t->starts, &t->start_capacity, t->capacity, sizeof *t->starts);
}

/* Reads the piece at byte i, which is no blank; gives the byte behind it. */
static size_t
read_piece(struct pieces *t, size_t i, enum byte_class class)
{
	struct piece *piece;

	make_room(t, 1);
	piece = &t->list[t->count];
	*piece = (struct piece){.start = (uint32_t)i, .flags = t->spaced};
	if (class == BYTE_LETTER)
		i = read_word(t, piece);
	else if (class == BYTE_DIGIT)
		i = read_number(t, piece);
	else if (class == BYTE_WIDE)
		i = read_wide(t->line, piece);
	else
		piece->mark = (unsigned char)t->line.at[i++];
	piece->end = (uint32_t)i;
	if (class == BYTE_WIDE && piece->mark == 0) {
		t->spaced = PIECE_SPACED;
		return i;
	}
	t->starts[t->start_count] = (uint32_t)t->count++;
	t->start_count += piece_begins(t, piece);
	t->spaced = 0;
	return i;
}

/* Reads what begins in bytes [at, end); gives the byte behind, which may lie behind end. */
static size_t
read_bytes(struct pieces *t, size_t at, size_t end)
{
	while (at < end) {
		enum byte_class class = class_of((unsigned char)t->line.at[at]);

		if (class == BYTE_BLANK) {
			t->spaced = PIECE_SPACED;
			at++;
		} else {
			at = read_piece(t, at, class);
		}
	}
	return at;
}

static void
begin_line(struct pieces *t, struct slice line)
{
	t->line = line.len < UINT32_MAX ? line : (struct slice){line.at, UINT32_MAX - 1};
	t->count = t->start_count = 0;
	t->spaced = PIECE_SPACED;
	if (t->memo != NULL)
		t->memo->at = SIZE_MAX;
}

void
pieces_read(struct pieces *t, struct slice line)
{
	begin_line(t, line);
	read_bytes(t, 0, t->line.len);
}

/* The piece that a token is as it stands, made without a branch: nobody foresees where a mark comes. */
static inline struct piece
piece_of(const char *line, const struct token *token, unsigned spaced)
{
	unsigned char first = (unsigned char)line[token->start];
	unsigned is_word = token->class != TOKEN_MARK, word_bits = 0 - is_word;

	return (struct piece){.start = token->start,
		.end = token->end,
		.mark = first & ~word_bits,
		.word = (uint16_t)(token->value_word & word_bits),
		.kind = is_word ? PIECE_WORD : PIECE_MARK,
		.flags = (uint8_t)(spaced | ((first <= 'Z') & is_word) * PIECE_CAPITAL)};
}

/*
 * Takes over the tokens from `token` on that are pieces as they stand; the first begins at byte `at`, or
 * behind a blank there. A gap of one byte is a blank. Gives the token behind.
 */
static const struct token *
take_tokens(struct pieces *t, const struct token *token, const struct token *end, size_t at)
{
	const struct word *words = t->words->list;
	const char *line = t->line.at;
	unsigned spaced = t->spaced;
	uint32_t count = (uint32_t)t->count, *start;
	struct piece *piece;

	make_room(t, (size_t)(end - token));
	piece = t->list + count;
	start = t->starts + t->start_count;
	for (; token < end && token->piece & TOKEN_WHOLE; at = token++->end, piece++) {
		size_t gap = token->start - at;

		if (gap > 1)
			break;
		*piece = piece_of(line, token, spaced | (unsigned)gap * PIECE_SPACED);
		*start = count++;
		start += ((words[piece->word].roles & ROLE_BEGINS) != 0) | ((token->piece & TOKEN_SIGN) != 0);
		spaced = 0;
	}
	t->count = count;
	t->start_count = (size_t)(start - t->starts);
	t->spaced = (uint8_t)spaced;
	return token;
}

void
pieces_of_tokens(struct pieces *t, struct slice line, const struct token *tokens, size_t count)
{
	const struct token *token = tokens, *end = tokens + count;
	size_t at = 0;

	begin_line(t, line);
	while (token < end) {
		const struct token *next = token->start >= at ? take_tokens(t, token, end, at) : token;

		if (next > token) {
			at = next[-1].end;
			token = next;
		} else {
			at = read_bytes(t, at, token++->end);
		}
	}
	read_bytes(t, at, t->line.len);
}

void
pieces_free(struct pieces *pieces)
{
	free(pieces->list);
	free(pieces->starts);
	*pieces = (struct pieces){.words = pieces->words, .memo = pieces->memo};
}

int32_t
piece_digits(const struct pieces *t, size_t i)
{
	const struct piece *piece = piece_at(t, i);
	if (piece->kind != PIECE_NUMBER || piece->flags & (PIECE_POINT | PIECE_GROUPS | PIECE_COMMA) ||
		piece_length(t, i) > 9)
		return -1;
	int32_t n = 0;
	for (uint32_t at = piece->start; at < piece->end; at++)
		n = n * 10 + (t->line.at[at] - '0');
	return n;
}
