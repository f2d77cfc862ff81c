/*
 * text: what the filters know of characters: the one policy for dirty bytes, UTF-8, words, case folding.
 * Locale plays no part.
 */
#ifndef TEXT_H
#define TEXT_H

#include "slice.h"

#include <stdint.h>

/* Bytes that grow. Starts as all zeros; free `bytes` with free(). */
struct text_buffer {
	char *bytes;
	size_t len, capacity;
};

void text_append(struct text_buffer *b, struct slice s);

/* The byte order mark that some files begin with, U+FEFF. */
#define TEXT_MARK SLICE("\xef\xbb\xbf")

/* The same without the mark that it may begin with. */
static inline struct slice
text_without_mark(struct slice s)
{
	return slice_starts(s, TEXT_MARK) ? slice_after(s, TEXT_MARK.len) : s;
}

/* An ASCII capital as a small letter, any other byte as it is. */
static inline char
text_ascii_lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static inline bool
text_ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
text_ascii_letter(char c)
{
	return text_ascii_lower(c) >= 'a' && text_ascii_lower(c) <= 'z';
}

static inline bool
text_ascii_alnum(char c)
{
	return text_ascii_digit(c) || text_ascii_letter(c);
}

static inline struct slice
text_slice(const struct text_buffer *b)
{
	return (struct slice){b->bytes, b->len};
}

/* What the dirty-byte policy met, for -v. */
struct text_dirt {
	uint64_t line_ends;  /* CRLF, CR, NEL, U+2028, U+2029, VT, FF: became LF */
	uint64_t marks;      /* byte order marks: gone */
	uint64_t controls;   /* NUL, C0 but TAB, DEL, C1: gone */
	uint64_t escapes;    /* terminal escape sequences: gone */
	uint64_t ill_formed; /* ill-formed UTF-8 sequences: one U+FFFD each */
	uint64_t blanks;     /* runs of blanks at line ends (NBSP too): gone */
};

/*
 * The policy for text that enters the record world. The result holds LF as its only line end, no control
 * character but TAB, and is valid UTF-8 (ill-formed as in The Unicode Standard, section 3.9, "U+FFFD
 * Substitution of Maximal Subparts"). Gives `in` itself if it is clean already, else a slice of `out`, which
 * is emptied first. Adds to *dirt. Trailing blanks of a line go too.
 */
struct slice text_clean(struct slice in, struct text_buffer *out, struct text_dirt *dirt);

/* One line for -v: "1,204 line ends, 3 ill-formed sequences", or "" if nothing was dirty. */
void text_dirt_report(const struct text_dirt *dirt, struct text_buffer *out);

/*
 * What of a text would steer a terminal, and is not shown to it: control characters but TAB, LF and CRLF, and
 * ill-formed bytes; in messages, which are one line, also TAB, LF and marks that change the direction of
 * writing.
 */
enum text_shown { TEXT_DATA, TEXT_MESSAGE };

/*
 * Copies *rest to `out`, as much as fits, with "\x1b" or "\u202e" for what is not shown; takes what was
 * copied from *rest and gives the bytes written. A capacity of 16 or more makes headway.
 */
size_t text_escape(struct slice *rest, enum text_shown what, char *out, size_t capacity);

/* True if text_escape() would change nothing. */
bool text_is_shown(struct slice s, enum text_shown what);

/*
 * The length of the character at the start of s (s.len > 0); if it is not *whole, of what is one ill-formed
 * sequence to text_clean().
 */
size_t text_sequence(struct slice s, bool *whole);

/* True if all bytes are well-formed UTF-8. */
bool text_is_utf8(struct slice s);

/*
 * The code point at the start of s (s.len > 0), its length in bytes in *len; U+FFFD and 1 for an ill-formed
 * byte.
 */
uint32_t text_decode(struct slice s, size_t *len);

/* Writes a code point as UTF-8 (1 to 4 bytes) and gives the number of bytes. */
size_t text_encode(uint32_t point, char out[4]);

/* s without blanks (space, tab, NBSP and the other Unicode spaces) at its ends. */
struct slice text_trim(struct slice s);

/* Classes of code points: letters and marks of any script, decimal digits, capitals, scripts that write
 * without blanks between words (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar). */
bool text_is_letter(uint32_t point);
bool text_is_digit(uint32_t point);
bool text_is_upper(uint32_t point);
bool text_is_unspaced(uint32_t point);

/*
 * The next word of *rest: a longest run of letters, marks and digits; an apostrophe or full stop inside is
 * not part of it. Takes it from *rest; false when there is none. A character of an unspaced script is a word
 * of its own.
 */
bool text_word(struct slice *rest, struct slice *word);

/*
 * The same, but numerals that are no decimal digits (U+00BD, U+00B2, U+2163, U+2460) and squared units
 * (U+33A1) are parts of words too; *numeral tells if one may be in this word.
 */
bool text_word_or_numeral(struct slice *rest, struct slice *word, bool *numeral);

/*
 * Folds case (full case folding and NFKC, Unicode 15, by utf8proc; ASCII by a table) of s to `out`, which is
 * emptied first. Ill-formed bytes pass as they are.
 */
struct slice text_fold(struct slice s, struct text_buffer *out);

#endif
