/* Words and marks of a line, in one scan. */
#include "fact_inside.h"
#include "text.h"

/* A date of numbers with the separator that follows the first: "3/4/2024", "2024-03-04", "3.4.24". */
static bool
is_numeric_date(const char *after, const char *end)
{
	char mark = *after;
	size_t digits = 0;
	const char *at = after + 1;
	if (mark != '/' && mark != '-' && mark != '.')
		return false;
	for (; at < end && text_ascii_digit(*at); at++)
		digits++;
	if (digits == 0 || digits > 2 || end - at < 2 || *at != mark)
		return false;
	return text_ascii_digit(at[1]);
}

static void
number(struct fact *fact, const char *word, size_t len, const char *end)
{
	const char *after = word + len;
	fact->numbers++;
	if (len == 4 && (memcmp(word, "19", 2) == 0 || memcmp(word, "20", 2) == 0))
		flag(fact, FLAG_YEAR);
	if (after + 2 >= end)
		return;
	if (len <= 2 && *after == ':' && text_ascii_digit(after[1]) && text_ascii_digit(after[2]))
		flag(fact, FLAG_TIME);
	if (len <= 4 && is_numeric_date(after, end))
		flag(fact, FLAG_DATE);
}

/* Letters with digits behind them, as where "2 hours ago" is glued to a name. */
static bool
is_glued(const char *word, size_t len)
{
	for (size_t i = 3; i < len; i++)
		if (text_ascii_digit(word[i]) && word[i - 1] >= 'a' && word[i - 1] <= 'z')
			return true;
	return false;
}

/* A word in a script without blanks is as many words as it has characters by three. */
static size_t
unspaced_words(const char *word, size_t len)
{
	unsigned char a = (unsigned char)word[0], b = len > 1 ? (unsigned char)word[1] : 0;
	if ((a >= 0xE3 && a <= 0xE9) || (a == 0xE0 && b >= 0xB8 && b <= 0xBB))
		return len / 9;
	return 0;
}

static void
flag_address(struct fact *fact, const char *word, size_t len)
{
	if ((len == 4 && memcmp(word, "http", 4) == 0) || (len == 5 && memcmp(word, "https", 5) == 0) ||
		(len == 3 && memcmp(word, "www", 3) == 0))
		flag(fact, FLAG_URL);
}

/* Classes of bytes that a word has. */
enum { HAS_UPPER = 1, HAS_LOWER = 2, HAS_DIGIT = 4, HAS_HIGH = 8 };

/* A word of the line: where it is, and what it is. */
struct word {
	const char *at;
	size_t len;
	bool upper;    /* begins with a capital */
	bool capitals; /* has nothing but capitals, two or more */
	bool rare;     /* may be a number, an address, glued, in another script */
	bool number;   /* has nothing but digits */
	unsigned has;  /* classes of its bytes; of letters of ASCII none */
};

/* Numbers, and what only few words are: glued to digits, in a script without blanks, an address. The line
 * ends at `end`. */
static void
take_rare(struct fact *fact, struct word word, const char *end)
{
	const char *after = word.at + word.len;
	if (word.number) {
		number(fact, word.at, word.len, end);
		return;
	}
	if (word.has & HAS_HIGH)
		fact->words = (uint16_t)(fact->words + unspaced_words(word.at, word.len));
	if ((word.has & (HAS_LOWER | HAS_DIGIT)) == (HAS_LOWER | HAS_DIGIT) && is_glued(word.at, word.len))
		flag(fact, FLAG_GLUED);
	if (word.len >= 3 && word.len <= 5 && after + 1 < end &&
		((*after == ':' && after[1] == '/') || (*after == '.' && word.len == 3)))
		flag_address(fact, word.at, word.len);
}

static inline unsigned
classes_of(const struct byte_block *block, uint64_t bits)
{
	return (block->upper & bits ? HAS_UPPER : 0U) | (block->lower & bits ? HAS_LOWER : 0U) |
	       (block->digit & bits ? HAS_DIGIT : 0U) | (block->high & bits ? HAS_HIGH : 0U);
}

/* The classes of the bytes in [begin, end). */
static unsigned
classes_in(const struct byte_masks *m, size_t begin, size_t end)
{
	size_t first = begin / 64, last = (end - 1) / 64;
	uint64_t from = ~UINT64_C(0) << begin % 64, until = ~UINT64_C(0) >> (63 - (end - 1) % 64);
	if (first == last)
		return classes_of(&m->at[first], from & until);
	unsigned has = classes_of(&m->at[first], from) | classes_of(&m->at[last], until);
	for (size_t w = first + 1; w < last; w++)
		has |= classes_of(&m->at[w], ~UINT64_C(0));
	return has;
}

/* The first byte at or behind i that is no part of a word. */
static size_t
word_end(const struct byte_masks *m, size_t i)
{
	size_t w = i / 64;
	uint64_t rest = ~m->at[w].word & ~UINT64_C(0) << i % 64;
	while (rest == 0 && ++w < m->blocks)
		rest = ~m->at[w].word;
	size_t end = rest == 0 ? m->count : w * 64 + (size_t)__builtin_ctzll(rest);
	return end < m->count ? end : m->count;
}

/* The word at byte i, whatever its bytes are. */
static struct word
any_word(const char *line, const struct byte_masks *m, size_t i)
{
	const char *at = line + i;
	size_t end = word_end(m, i), len = end - i;
	unsigned has = classes_in(m, i, end);
	bool upper = is_ascii_upper(*at) || ((has & HAS_HIGH) && is_upper_high(at, len));
	return (struct word){at, len, upper, len > 1 && has == HAS_UPPER, true, has == HAS_DIGIT, has};
}

/* The word that begins at bit `begin` of block w. */
static inline struct word
word_at(const struct scan *s, size_t w, size_t begin)
{
	const struct byte_masks *m = &s->room->masks;
	const struct byte_block *b = &m->at[w];
	uint64_t rest = ~b->word >> begin;
	uint64_t behind = (rest & -rest) << begin; /* the bit of the byte behind the word */
	uint64_t bits = behind - (UINT64_C(1) << begin);
	if (rest == 0 || ((b->digit | b->high) & bits) != 0)
		return any_word(s->text.at, m, w * 64 + begin);
	size_t len = (size_t)__builtin_ctzll(rest);
	bool small = (b->lower & bits) != 0, marked = ((b->stop | b->mark) & behind) != 0;
	return (struct word){.at = s->text.at + w * 64 + begin,
		.len = len,
		.upper = b->upper >> begin & 1,
		.capitals = (len > 1) & !small,
		.rare = marked & (len - 3 <= 2)}; /* as addresses are */
}

static inline uint32_t
hash_of(const struct scan *s, struct word word)
{
	const char *end = s->text.at + s->text.len;
	return s->text.len < 8 ? phrase_hash(word.at, word.len, end)
			       : phrase_hash_in(word.at, word.len, end - 8);
}

static inline void
take_word(struct scan *s, struct word word)
{
	uint32_t hash = hash_of(s, word);
	bool content = (word.len + word.upper >= 4) & !word.number;
	s->content |= (uint64_t)content << s->count;
	s->leads |= (uint64_t)phrase_may_begin(s->phrases, hash) << s->count;
	s->room->words[s->count++] = hash;
	s->hash = phrase_join(s->hash, hash);
	s->capitalised += word.upper;
	s->capitals += word.capitals;
	if (word.rare)
		take_rare(s->fact, word, s->text.at + s->text.len);
}

static size_t
count_words(const struct byte_masks *m)
{
	size_t count = 0;
	for (size_t w = 0; w < m->blocks; w++)
		count += bytes_count(bytes_starts(m, w));
	return count;
}

/* Of the words that begin here, those among the first of the line or its last three, FACT_WORDS in all. */
static uint64_t
keep_ends(uint64_t starts, size_t *ordinal, size_t total)
{
	uint64_t kept = 0;
	for (; starts != 0; starts &= starts - 1, ++*ordinal)
		if (*ordinal < FACT_WORDS - 3 || *ordinal + 3 >= total)
			kept |= starts & -starts;
	return kept;
}

static void
take_words(struct scan *s)
{
	const struct byte_masks *m = &s->room->masks;
	size_t total = count_words(m), ordinal = 0;
	struct scan taken = *s; /* kept in registers */
	for (size_t w = 0; w < m->blocks; w++) {
		uint64_t starts = bytes_starts(m, w);
		if (total > FACT_WORDS)
			starts = keep_ends(starts, &ordinal, total);
		for (; starts != 0; starts &= starts - 1)
			take_word(&taken, word_at(&taken, w, (size_t)__builtin_ctzll(starts)));
	}
	*s = taken;
	s->fact->hash = s->hash;
	s->fact->capitalised = (uint16_t)s->capitalised;
	s->fact->capitals = (uint16_t)s->capitals;
	total += s->fact->words; /* what unspaced scripts have more */
	s->fact->words = (uint16_t)(total < 60000 ? total : 60000);
}

/* Punctuation of more than one byte. */
static void
take_symbol(struct fact *fact, const unsigned char *at, size_t i, size_t *quote)
{
	if (at[0] == 0xE2 && at[1] == 0x80) {
		if (at[2] == 0x9C || at[2] == 0x98 || at[2] == 0x9E)
			*quote = i + 1;
		else if ((at[2] == 0x9D || at[2] == 0x99) && *quote > 0 && i - *quote >= 15)
			flag(fact, FLAG_QUOTATION);
		else if (at[2] == 0x93 || at[2] == 0x94)
			flag(fact, FLAG_DASH);
	} else if (at[0] == 0xC2) {
		if (at[1] == 0xA9)
			flag(fact, FLAG_COPY);
		if (at[1] == 0xA3 || at[1] == 0xA5)
			flag(fact, FLAG_MONEY);
		if (at[1] == 0xBB && *quote > 0 && i - *quote >= 15)
			flag(fact, FLAG_QUOTATION);
		if (at[1] == 0xAB)
			*quote = i + 1;
		if (at[1] == 0xA0)
			fact->marks--;
	} else if (at[0] == 0xE2 && at[1] == 0x82) {
		flag(fact, FLAG_MONEY);
	} else if (at[0] == 0xE2 && (at[1] == 0x86 || at[1] == 0x96)) {
		flag(fact, FLAG_ARROW);
	} else if (at[0] == 0xE3) {
		fact->breaks = (uint16_t)(fact->breaks + (at[2] == 0x82));
		fact->commas = (uint16_t)(fact->commas + (at[2] == 0x81));
	}
}

/* ASCII punctuation that is no comma, full stop, question or exclamation mark, at byte i of the line. */
static void
take_mark(struct scan *s, size_t i, size_t *quote)
{
	struct fact *fact = s->fact;
	const char *at = s->text.at + i;
	switch (*at) {
	case ':':
		if (i < 64 && bytes_count(bytes_starts(&s->room->masks, 0) & ((UINT64_C(1) << i) - 1)) <= 3)
			flag(fact, FLAG_COLON);
		break;
	case '|':
		flag(fact, FLAG_PIPE);
		break;
	case '@':
		flag(fact, i > 0 && at[-1] != ' ' ? FLAG_MAIL : FLAG_HANDLE);
		break;
	case '#':
		flag(fact, FLAG_HANDLE);
		break;
	case '>':
		flag(fact, FLAG_ARROW);
		break;
	case '$':
		flag(fact, FLAG_MONEY);
		break;
	case '"':
		if (*quote > 0 && i - *quote >= 15)
			flag(fact, FLAG_QUOTATION);
		*quote = *quote > 0 ? 0 : i + 1;
		break;
	case '(':
	case '[':
		flag(fact, FLAG_BRACKETS);
		break;
	case '-':
		if (i > 0 && at[-1] == ' ')
			flag(fact, FLAG_DASH);
		break;
	default:
		break;
	}
}

static void
take_marks(struct scan *s)
{
	const struct byte_masks *m = &s->room->masks;
	struct fact *fact = s->fact;
	size_t plain = 0, typographic = 0, commas = 0, breaks = 0, marks = 0;
	for (size_t w = 0; w < m->blocks; w++) {
		const struct byte_block *b = &m->at[w];
		uint64_t all = b->comma | b->stop | b->mark | b->symbol;
		if (all == 0)
			continue;
		uint64_t next = bytes_shifted(b->upper | b->high, b[1].upper | b[1].high, 2);
		commas += bytes_count(b->comma);
		breaks += bytes_count(b->stop & bytes_shifted(b->blank, b[1].blank, 1) & next);
		marks += bytes_count(all);
		for (uint64_t bits = b->mark; bits != 0; bits &= bits - 1)
			take_mark(s, w * 64 + (size_t)__builtin_ctzll(bits), &plain);
		for (uint64_t bits = b->symbol; bits != 0; bits &= bits - 1) {
			size_t i = w * 64 + (size_t)__builtin_ctzll(bits);
			take_symbol(fact, (const unsigned char *)s->text.at + i, i, &typographic);
		}
	}
	fact->commas = (uint16_t)(fact->commas + commas);
	fact->breaks = (uint16_t)(fact->breaks + breaks);
	fact->marks = (uint16_t)(fact->marks + marks);
}

void
fact_scan(struct scan *s)
{
	struct fact *fact = s->fact;
	struct slice text = s->text;
	bytes_classify(text, &s->room->masks);
	take_words(s);
	take_marks(s);
	if (text.len > 400) { /* words between the first and the last were not looked at: their bytes make a
				 difference */
		const char *middle = text.at + text.len / 2;
		fact->hash = phrase_join(fact->hash, phrase_hash(middle, 24, text.at + text.len));
		fact->hash = phrase_join(fact->hash, (uint32_t)text.len);
	}
}
