/*
 * values_pieces: one line of text as words, numbers and marks, in one scan. Words are looked up in the word
 * list as they are met, so that a grammar sees at once what part each can play.
 */
#ifndef VALUES_PIECES_H
#define VALUES_PIECES_H

#include "token.h"
#include "values_words.h"

enum piece_kind { PIECE_MARK, PIECE_WORD, PIECE_NUMBER };

enum piece_flag {
	PIECE_SPACED = 1,  /* a blank (NBSP too) stands before it, or nothing */
	PIECE_CAPITAL = 2, /* a word that begins with a capital */
	PIECE_POINT = 4,   /* a number with a full stop inside that does not part thousands */
	PIECE_GROUPS = 8,  /* a number whose thousands are parted, by commas, full stops or blanks */
	PIECE_COMMA = 16   /* a number with a decimal comma */
};

struct piece {
	uint32_t start, end; /* bytes in the line */
	uint32_t mark;       /* PIECE_MARK: the code point; 0 for the others */
	uint16_t word;       /* PIECE_WORD: its number in the word list, or 0 */
	uint8_t kind;
	uint8_t flags;
};

struct pieces {
	struct slice line;
	const struct words *words;
	struct piece *list;
	uint32_t *starts; /* the pieces that a value can begin with, as far as they tell it by themselves */
	size_t count, capacity, start_count, start_capacity;
	bool is_foreign;      /* not English: 1.234 is more than a thousand, and "am" and "ha" are words */
	bool no_comma_groups; /* nor is 1,234 more than two */
	uint8_t spaced;       /* PIECE_SPACED if a blank stands before the piece that comes next */
	struct amount_memo *memo; /* what number_range_match() keeps of the line, or NULL: nothing */
};

/* Cuts the line into pieces; those of the line before are forgotten. Lines of 4 GiB or more are cut short. */
void pieces_read(struct pieces *pieces, struct slice line);

/*
 * The same for a line whose tokens were found: plain words are taken from them, and only what lies between is
 * read again.
 */
void pieces_of_tokens(struct pieces *pieces, struct slice line, const struct token *tokens, size_t count);

void pieces_free(struct pieces *pieces);

/* Places before the first and behind the last piece may be asked for: there is nothing there. */
static inline const struct piece *
piece_at(const struct pieces *t, size_t i)
{
	static const struct piece nothing = {.kind = PIECE_MARK, .flags = PIECE_SPACED};
	return i < t->count ? &t->list[i] : &nothing;
}

static inline const struct word *
piece_word(const struct pieces *t, size_t i)
{
	return &t->words->list[piece_at(t, i)->word];
}

static inline bool
piece_has(const struct pieces *t, size_t i, uint32_t roles)
{
	return (piece_word(t, i)->roles & roles) != 0;
}

static inline bool
piece_is(const struct pieces *t, size_t i, enum plain_word plain)
{
	const struct word *word = piece_word(t, i);
	return ((word->roles & ROLE_PLAIN) != 0) & (word->value == (int16_t)plain);
}

static inline bool
piece_is_mark(const struct pieces *t, size_t i, uint32_t mark)
{
	return piece_at(t, i)->mark == mark;
}

static inline bool
piece_is_number(const struct pieces *t, size_t i)
{
	return piece_at(t, i)->kind == PIECE_NUMBER;
}

/* Does the piece follow one before it with no blank between? */
static inline bool
piece_is_glued(const struct pieces *t, size_t i)
{
	return !(piece_at(t, i)->flags & PIECE_SPACED);
}

static inline bool
piece_is_capital(const struct pieces *t, size_t i)
{
	return (piece_at(t, i)->flags & PIECE_CAPITAL) != 0;
}

/* A sign of money: the dollar, and the blocks of Unicode that have the others. */
static inline bool
mark_is_money(uint32_t mark)
{
	return mark == '$' || (mark >= 0xA2 && mark <= 0xA5) || (mark >= 0x20A0 && mark <= 0x20BF);
}

/* A sign of a fraction: 1/4, 1/2, 3/4, and those of the block of Unicode that has thirds and eighths. */
static inline bool
mark_is_fraction(uint32_t mark)
{
	return (mark >= 0xBC && mark <= 0xBE) || (mark >= 0x2150 && mark <= 0x215E);
}

/* A hyphen, a dash or a minus that may stand for "minus". */
static inline bool
mark_is_minus(uint32_t mark)
{
	return mark == '-' || mark == 0x2212 || mark == 0x2013;
}

/* A hyphen or a dash of any width. */
static inline bool
piece_is_dash(const struct pieces *t, size_t i)
{
	uint32_t mark = piece_at(t, i)->mark;
	return mark == '-' || (mark >= 0x2010 && mark <= 0x2014);
}

/* Behind the hyphen inside of a word of several parts at i; i if there is none. */
static inline size_t
piece_skip_hyphen(const struct pieces *t, size_t i)
{
	return i + (piece_is_dash(t, i) && piece_is_glued(t, i) && piece_is_glued(t, i + 1) ? 1 : 0);
}

static inline bool
piece_is_apostrophe(const struct pieces *t, size_t i)
{
	return piece_is_mark(t, i, '\'') || piece_is_mark(t, i, 0x2019) || piece_is_mark(t, i, 0x2018);
}

static inline struct slice
piece_slice(const struct pieces *t, size_t i)
{
	const struct piece *piece = piece_at(t, i);
	return (struct slice){t->line.at + piece->start, piece->end - piece->start};
}

/* "auf Platz 3 am", "en 2024 ha": a small word of another language that English has for hours and hectares.
 */
static inline bool
piece_is_foreign(const struct pieces *t, size_t i)
{
	return t->is_foreign && !piece_is_glued(t, i) &&
	       (slice_equal(piece_slice(t, i), SLICE("am")) || slice_equal(piece_slice(t, i), SLICE("ha")));
}

/* How many bytes the piece has. */
static inline size_t
piece_length(const struct pieces *t, size_t i)
{
	return piece_at(t, i)->end - piece_at(t, i)->start;
}

/* The whole number that a piece of digits alone spells, or -1: "2025" but not "2,025", "20.25" or 20 digits.
 */
int32_t piece_digits(const struct pieces *t, size_t i);

#endif
