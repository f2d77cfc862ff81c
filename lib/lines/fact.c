#include "fact.h"

#include "text.h"

/* Words that say what chrome says: they are counted for FLAG_PHRASES. */
static const uint32_t CHROME_PHRASES =
	1U << PHRASE_SHARE | 1U << PHRASE_SUBSCRIBE | 1U << PHRASE_PRIVACY | 1U << PHRASE_RELATED |
	1U << PHRASE_MOST_READ | 1U << PHRASE_MORE | 1U << PHRASE_COMMENTS | 1U << PHRASE_ADVERT |
	1U << PHRASE_APP | 1U << PHRASE_COPYRIGHT | 1U << PHRASE_NAVIGATION | 1U << PHRASE_TAGS |
	1U << PHRASE_TWEET | 1U << PHRASE_COUNTS | 1U << PHRASE_SCRIPT | 1U << PHRASE_SECTION;

struct scan {
	struct slice text;
	struct fact *fact;
	struct fact_room *room;
	const struct phrase_table *phrases;
	/* Of the words taken so far: */
	uint64_t content; /* bit i: may word i say what the text is about? */
	uint64_t leads;   /* bit i: may a phrase begin with it? */
	size_t count;
	uint32_t hash, capitalised, capitals;
};

static inline void
flag(struct fact *fact, enum line_flag which)
{
	fact->flags |= 1U << which;
}

static inline bool
flagged(const struct fact *fact, enum line_flag which)
{
	return fact->flags >> which & 1;
}

static bool
is_ascii_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Capitals of Latin-1, Cyrillic and Greek; the word begins with a byte past ASCII. */
static bool
is_upper_high(const char *word, size_t len)
{
	unsigned char a = (unsigned char)word[0], b = len > 1 ? (unsigned char)word[1] : 0;
	return (a == 0xC3 && b >= 0x80 && b <= 0x9E) || (a == 0xD0 && b >= 0x80 && b <= 0xAF) ||
	       (a == 0xCE && b >= 0x86 && b <= 0xAB);
}

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

static void
scan_line(struct scan *s)
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

/* --- Ends of lines ----------------------------------------------------------------------------------------
 */

/* The class of an ending of three bytes that is punctuation. */
static uint8_t
end_of_symbol(const unsigned char *at)
{
	if (at[0] == 0xE2 && at[1] == 0x80)
		return at[2] == 0x9D || at[2] == 0x99 || at[2] == 0x9C ? END_QUOTE
		       : at[2] == 0xA6                                 ? END_ELLIPSIS
								       : END_SYMBOL;
	if (at[0] == 0xE3 && at[1] == 0x80)
		return at[2] == 0x82 ? END_STOP : at[2] == 0x8D || at[2] == 0x8F ? END_QUOTE : END_SYMBOL;
	if (at[0] == 0xEF && at[1] == 0xBC)
		return at[2] == 0x81   ? END_SHOUT
		       : at[2] == 0x9F ? END_QUESTION
		       : at[2] == 0x9A ? END_COLON
				       : END_BRACKET;
	if (at[0] == 0xE0 && at[1] == 0xA5)
		return at[2] == 0xA4 ? END_STOP : END_NONE;
	return at[0] == 0xE2 ? END_SYMBOL : END_NONE;
}

static uint8_t
end_of_byte(unsigned char c)
{
	static const uint8_t ENDS[128] = {['.'] = END_STOP,
		['?'] = END_QUESTION,
		['!'] = END_SHOUT,
		['"'] = END_QUOTE,
		['\''] = END_QUOTE,
		[':'] = END_COLON,
		[';'] = END_COMMA,
		[','] = END_COMMA,
		[')'] = END_BRACKET,
		[']'] = END_BRACKET,
		['|'] = END_SYMBOL,
		['>'] = END_SYMBOL,
		['*'] = END_SYMBOL,
		['-'] = END_SYMBOL,
		['%'] = END_SYMBOL,
		['/'] = END_SYMBOL,
		['}'] = END_SYMBOL,
		['='] = END_SYMBOL,
		['_'] = END_SYMBOL,
		['0'] = END_DIGIT,
		['1'] = END_DIGIT,
		['2'] = END_DIGIT,
		['3'] = END_DIGIT,
		['4'] = END_DIGIT,
		['5'] = END_DIGIT,
		['6'] = END_DIGIT,
		['7'] = END_DIGIT,
		['8'] = END_DIGIT,
		['9'] = END_DIGIT};
	return c < 128 ? ENDS[c] : END_NONE;
}

/* The end of a line, and the bytes that it takes. */
static uint8_t
end_of(struct slice text, size_t *taken)
{
	const unsigned char *end = (const unsigned char *)text.at + text.len;
	*taken = 1;
	if (text.len >= 3 && end[-1] >= 0x80 && end[-3] >= 0xE0) {
		*taken = 3;
		return end_of_symbol(end - 3);
	}
	if (text.len >= 2 && end[-2] == 0xC2)
		return *taken = 2, end[-1] == 0xBB ? END_QUOTE : END_SYMBOL;
	if (text.len >= 2 && end[-2] == 0xD8 && end[-1] == 0x9F)
		return *taken = 2, END_QUESTION;
	if (text.len >= 2 && end[-2] == 0xDB && end[-1] == 0x94)
		return *taken = 2, END_STOP;
	if (text.len >= 3 && end[-1] == '.' && end[-2] == '.' && end[-3] == '.')
		return END_ELLIPSIS;
	return end_of_byte(end[-1]);
}

static bool
ends_sentence(uint8_t end)
{
	return end == END_STOP || end == END_QUESTION || end == END_SHOUT || end == END_QUOTE_AFTER_STOP;
}

static void
judge_end(struct fact *fact, struct slice text)
{
	size_t taken, ignored;
	fact->end = end_of(text, &taken);
	if (fact->end == END_QUOTE && text.len > taken) {
		uint8_t inner = end_of((struct slice){text.at, text.len - taken}, &ignored);
		if (ends_sentence(inner) || inner == END_COMMA || inner == END_ELLIPSIS)
			fact->end = END_QUOTE_AFTER_STOP;
	}
	if (fact->end != END_BRACKET)
		return;
	size_t back = text.len - 1, blanks = 0;
	while (back > 0 && text.at[back] != '(' && text.at[back] != '[' && blanks < 8)
		blanks += text.at[back--] == ' ';
	if (back > 0 && blanks < 8)
		flag(fact, FLAG_CREDIT);
}

static uint8_t
start_of(struct slice text)
{
	const unsigned char *at = (const unsigned char *)text.at;
	if (is_ascii_upper(text.at[0]))
		return START_UPPER;
	if (at[0] >= 'a' && at[0] <= 'z')
		return START_LOWER;
	if (text_ascii_digit(text.at[0]))
		return START_DIGIT;
	if (at[0] >= 0x80 && at[0] != 0xC2 && at[0] != 0xE2 && at[0] != 0xE3 && at[0] != 0xEF)
		return at[0] >= 0xE0                      ? START_OTHER_SCRIPT
		       : is_upper_high(text.at, text.len) ? START_UPPER
							  : START_LOWER;
	switch (at[0]) {
	case '"':
	case '\'':
		return START_QUOTE;
	case '-':
	case '*':
	case '+':
	case '>':
		return START_BULLET;
	case '(':
	case '[':
		return START_BRACKET;
	case '#':
		return START_HASH;
	default:
		break;
	}
	if (at[0] == 0xE2 && text.len >= 3 && at[1] == 0x80)
		return (at[2] >= 0x98 && at[2] <= 0x9F) ? START_QUOTE : START_BULLET;
	if (at[0] == 0xC2 && text.len >= 2)
		return at[1] == 0xAB                    ? START_QUOTE
		       : at[1] == 0xB7 || at[1] == 0xBB ? START_BULLET
							: START_SYMBOL;
	if (at[0] == 0xE3)
		return text.len >= 3 && at[1] == 0x80 && at[2] == 0x8C ? START_QUOTE : START_OTHER_SCRIPT;
	return at[0] == 0xE2 ? START_BULLET : START_SYMBOL;
}

/* --- Phrases ----------------------------------------------------------------------------------------------
 */

/* Words of chrome's phrases that begin at word i and are `longest` long are counted, each once. */
static void
cover(struct fact *fact, size_t i, size_t longest, size_t *until)
{
	size_t from = i < *until ? *until : i;
	if (i + longest > from)
		fact->covered = (uint16_t)(fact->covered + i + longest - from);
	*until = i + longest > *until ? i + longest : *until;
}

/* The classes or none, without a branch: which it is, is hard to guess for a machine. */
static inline uint32_t
classes_if(bool condition, uint32_t classes)
{
	return classes & -(uint32_t)condition;
}

/* What the phrases that begin with word i of `count` make of the line. */
static inline void
take_phrases(struct fact *fact, uint32_t classes, size_t i, size_t longest, size_t count, size_t *until)
{
	fact->has |= classes;
	fact->starts |= classes_if(i <= 1, classes);
	fact->whole |= classes_if((i == 0) & (longest == count), classes);
	if ((classes & CHROME_PHRASES) != 0)
		cover(fact, i, longest, until);
}

static void
find_phrases(const struct scan *s)
{
	struct fact *fact = s->fact;
	const uint32_t *words = s->room->words;
	size_t until = 0, longest = 0;
	uint64_t stops = 0;
	for (uint64_t leads = s->leads; leads != 0; leads &= leads - 1) {
		size_t i = (size_t)__builtin_ctzll(leads);
		uint32_t classes = phrases_at(s->phrases, words + i, s->count - i, &longest);
		stops |= (uint64_t)(classes >> PHRASE_STOP & 1) << i;
		classes = classes_if(classes != 1U << PHRASE_STOP, classes);
		take_phrases(fact, classes, i, longest, s->count, &until);
	}
	s->room->about = s->content & ~stops;
	fact->stops = (uint16_t)bytes_count(stops);
	if (2 * (size_t)fact->covered > s->count)
		flag(fact, FLAG_PHRASES);
	if ((fact->has >> PHRASE_MONTH & 1) && fact->numbers > 0)
		flag(fact, FLAG_MONTH_DAY);
}

/* Words that say what the text is about. */
static void
keep_content(const struct scan *s, uint64_t *content)
{
	struct fact *fact = s->fact;
	size_t kept = 0;
	for (uint64_t about = s->room->about; about != 0; about &= about - 1) {
		uint32_t hash = s->room->words[__builtin_ctzll(about)];
		filter_add(content, hash);
		if (kept < FACT_CONTENT)
			fact->content[kept++] = hash;
	}
	fact->content_count = (uint8_t)kept;
}

/* --- All together ------------------------------------------------------------------------------------------
 */

static uint8_t
length_class(const struct fact *f)
{
	if (f->good)
		return f->words >= 25 ? 4 : 3;
	return f->words <= 2 ? 0 : f->words <= 7 ? 1 : 2;
}

static bool
has_class(uint32_t classes, enum phrase_class class)
{
	return classes >> class & 1;
}

static bool
looks_like_date(const struct fact *f)
{
	return f->words <= 12 &&
	       (flagged(f, FLAG_DATE) || flagged(f, FLAG_MONTH_DAY) || flagged(f, FLAG_TIME));
}

static uint8_t
kind_of(const struct fact *f)
{
	uint8_t length = f->words <= 1    ? 0
			 : f->words <= 3  ? 1
			 : f->words <= 7  ? 2
			 : f->words <= 14 ? 3
			 : f->words <= 29 ? 4
					  : 5;
	if (flagged(f, FLAG_RULE))
		return KIND_RULE;
	if (flagged(f, FLAG_NUMBER) && f->words <= 4)
		return KIND_NUMBER;
	if (f->words <= 8 && has_class(f->has, PHRASE_AGO) &&
		(f->numbers > 0 || has_class(f->has, PHRASE_UNIT)))
		return KIND_AGE;
	if (looks_like_date(f) && !f->good)
		return KIND_DATE;
	if (f->words <= 9 && has_class(f->starts, PHRASE_BY) && !f->good)
		return KIND_BYLINE;
	if (f->words <= 40 && (flagged(f, FLAG_CREDIT) || has_class(f->starts, PHRASE_PHOTO)))
		return KIND_CREDIT;
	if (flagged(f, FLAG_URL) && f->words <= 12)
		return KIND_URL;
	if (flagged(f, FLAG_COPY) || has_class(f->starts, PHRASE_COPYRIGHT))
		return KIND_COPYRIGHT;
	if (flagged(f, FLAG_PHRASES) && f->words <= 14)
		return f->words <= 3 ? KIND_PHRASE : KIND_PHRASES;
	if (flagged(f, FLAG_CAPITALS))
		return KIND_CAPITALS;
	if (f->end == END_ELLIPSIS)
		return KIND_ELLIPSIS;
	return (uint8_t)(length * 3 + (ends_sentence(f->end)                               ? 0
					      : f->end == END_COLON || f->end == END_COMMA ? 1
											   : 2));
}

/* Ten kinds for patterns of several lines. */
static uint8_t
coarse_of(const struct fact *f)
{
	static const uint8_t META[KINDS] = {[KIND_RULE] = 6,
		[KIND_NUMBER] = 5,
		[KIND_AGE] = 7,
		[KIND_DATE] = 7,
		[KIND_BYLINE] = 7,
		[KIND_CREDIT] = 8,
		[KIND_URL] = 5,
		[KIND_COPYRIGHT] = 5,
		[KIND_PHRASE] = 5,
		[KIND_PHRASES] = 5};
	if (f->good)
		return f->words >= 25 ? 1 : 2;
	if (META[f->kind] != 0)
		return META[f->kind];
	if (ends_sentence(f->end))
		return 3;
	return f->words <= 3 ? 4 : f->words <= 20 ? 9 : 0;
}

static void
judge_shape(struct fact *f, const struct scan *s, struct slice text)
{
	const uint32_t *words = s->room->words;
	f->start = start_of(text);
	judge_end(f, text);
	f->good = f->words >= FACT_LONG && ends_sentence(f->end);
	if (s->count == 0)
		flag(f, FLAG_RULE);
	else if (f->numbers == s->count)
		flag(f, FLAG_NUMBER);
	if (f->capitals > 0 && 4 * f->capitals >= 3 * (s->count - f->numbers))
		flag(f, FLAG_CAPITALS);
	if (f->good && f->capitals > 0 && text.len > 3 && is_ascii_upper(text.at[0]) &&
		is_ascii_upper(text.at[1]) && flagged(f, FLAG_DASH))
		flag(f, FLAG_DATELINE);
	f->head_count = (uint8_t)(s->count < FACT_HEAD ? s->count : FACT_HEAD);
	memcpy(f->head, words, sizeof(f->head)); /* those behind head_count are other lines' */
	f->prefix = s->count < 3 ? 0 : phrase_join(words[0], words[1]) | 1;
	for (size_t i = 0; i < 3; i++)
		f->tail[i] = i < s->count ? words[s->count - 1 - i] : 0;
}

void
fact_of(const struct phrase_table *phrases, struct slice text, struct fact *fact, struct fact_room *room,
	uint64_t *content)
{
	struct scan s = {.text = text, .fact = fact, .room = room, .phrases = phrases};
	*fact = (struct fact){.bytes = (uint32_t)text.len, .same_before = -1, .same_after = -1};
	scan_line(&s);
	find_phrases(&s);
	keep_content(&s, content);
	judge_shape(fact, &s, text);
	fact->length = length_class(fact);
	fact->kind = kind_of(fact);
	fact->coarse = coarse_of(fact);
}
