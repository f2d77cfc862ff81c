#include "fact.h"

/* Classes of bytes. */
enum { GAP, LOWER, UPPER, DIGIT, APOSTROPHE, HIGH, MAYBE_SYMBOL };

#define R4(x)  x, x, x, x
#define R16(x) R4(x), R4(x), R4(x), R4(x)

static const uint8_t CLASS[256] = {R16(GAP), R16(GAP),                                /* 00 */
	GAP, GAP, GAP, GAP, GAP, GAP, GAP, APOSTROPHE, R4(GAP), R4(GAP),              /* 20 */
	R4(DIGIT), R4(DIGIT), DIGIT, DIGIT, GAP, GAP, R4(GAP),                        /* 30 */
	GAP, UPPER, UPPER, UPPER, R4(UPPER), R4(UPPER), R4(UPPER),                    /* 40 */
	R4(UPPER), R4(UPPER), UPPER, UPPER, UPPER, GAP, R4(GAP),                      /* 50 */
	GAP, LOWER, LOWER, LOWER, R4(LOWER), R4(LOWER), R4(LOWER),                    /* 60 */
	R4(LOWER), R4(LOWER), LOWER, LOWER, LOWER, GAP, R4(GAP),                      /* 70 */
	R16(HIGH), R16(HIGH), R16(HIGH), R16(HIGH),                                   /* 80 */
	HIGH, HIGH, MAYBE_SYMBOL, HIGH, R4(HIGH), R4(HIGH), R4(HIGH), R16(HIGH),      /* C0 */
	HIGH, HIGH, MAYBE_SYMBOL, MAYBE_SYMBOL, R4(HIGH), R4(HIGH), HIGH, HIGH, HIGH, /* E0 */
	MAYBE_SYMBOL, R16(HIGH)};

/* Words that say what chrome says: they are counted for FLAG_PHRASES. */
static const uint32_t CHROME_PHRASES =
	1U << PHRASE_SHARE | 1U << PHRASE_SUBSCRIBE | 1U << PHRASE_PRIVACY | 1U << PHRASE_RELATED |
	1U << PHRASE_MOST_READ | 1U << PHRASE_MORE | 1U << PHRASE_COMMENTS | 1U << PHRASE_ADVERT |
	1U << PHRASE_APP | 1U << PHRASE_COPYRIGHT | 1U << PHRASE_NAVIGATION | 1U << PHRASE_TAGS |
	1U << PHRASE_TWEET | 1U << PHRASE_COUNTS | 1U << PHRASE_SCRIPT | 1U << PHRASE_SECTION;

struct scan {
	const struct phrase_table *phrases;
	const char *at, *start, *end;
	struct fact *fact;
	struct fact_room *room;
	uint64_t *content;
	const char *quote; /* where a quotation began */
	uint8_t pending;   /* 1 after a sentence mark, 2 after blanks behind it */
	bool letters;      /* some were seen */
};

static inline uint8_t
class_at(const char *at)
{
	return CLASS[(unsigned char)*at];
}

/* Code points of punctuation that begin with C2, E2, E3 80 or EF BC: not a part of words. */
static inline bool
is_symbol(const char *at, const char *end, size_t *len)
{
	unsigned char lead = (unsigned char)at[0], next = end - at > 1 ? (unsigned char)at[1] : 0;
	*len = lead == 0xC2 ? 2 : 3;
	if ((size_t)(end - at) < *len)
		*len = (size_t)(end - at);
	if (lead == 0xC2)
		return next != 0xAA && next != 0xB5 && next != 0xBA;
	if (lead == 0xE2)
		return true;
	if (lead == 0xE3)
		return next == 0x80;
	return next == 0xBC || next == 0xBB || next == 0xBF;
}

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
is_upper_start(const char *word, size_t len)
{
	unsigned char a = (unsigned char)word[0], b = len > 1 ? (unsigned char)word[1] : 0;
	if (class_at(word) == UPPER)
		return true;
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
	for (; at < end && *at >= '0' && *at <= '9'; at++)
		digits++;
	if (digits == 0 || digits > 2 || end - at < 2 || *at != mark)
		return false;
	return at[1] >= '0' && at[1] <= '9';
}

static void
number(struct scan *s, const char *word, size_t len)
{
	const char *after = word + len;
	s->fact->numbers++;
	if (len == 4 && (memcmp(word, "19", 2) == 0 || memcmp(word, "20", 2) == 0))
		flag(s->fact, FLAG_YEAR);
	if (after + 2 >= s->end)
		return;
	if (len <= 2 && *after == ':' && class_at(after + 1) == DIGIT && class_at(after + 2) == DIGIT)
		flag(s->fact, FLAG_TIME);
	if (len <= 4 && is_numeric_date(after, s->end))
		flag(s->fact, FLAG_DATE);
}

/* What the bytes of a word from `word` on are: bits of their classes, and where it ends. */
static inline const char *
word_end(struct scan *s, const char *word, uint32_t *classes)
{
	const char *at = word;
	size_t len;
	*classes = 0;
	for (; at < s->end; at++) {
		uint8_t class = class_at(at);
		if (class == GAP)
			break;
		if (class == MAYBE_SYMBOL && is_symbol(at, s->end, &len))
			break;
		if (class == APOSTROPHE && (at + 1 >= s->end || class_at(at + 1) == GAP))
			break;
		if (class == DIGIT && (*classes & (1U << LOWER)) != 0 && at - word >= 3)
			flag(s->fact, FLAG_GLUED);
		*classes |= 1U << class;
	}
	return at;
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
take_word(struct scan *s)
{
	uint32_t classes;
	const char *word = s->at, *end = word_end(s, word, &classes);
	size_t len = (size_t)(end - word);
	struct fact *fact = s->fact;
	bool upper = is_upper_start(word, len);
	s->at = end;
	fact->words = (uint16_t)(fact->words + 1 + unspaced_words(word, len));
	if (s->pending == 2 && (upper || (classes & 1U << HIGH)))
		fact->breaks++;
	s->pending = 0;
	uint32_t hash = phrase_hash(word, len, s->end);
	s->room->words[s->room->count++] = hash;
	fact->hash = phrase_join(fact->hash, hash);
	if (classes == 1U << DIGIT) {
		number(s, word, len);
		return;
	}
	s->letters = true;
	fact->capitalised = (uint16_t)(fact->capitalised + upper);
	if (upper && len > 1 && !(classes & (1U << LOWER | 1U << HIGH)))
		fact->capitals++;
	if (len == 4 && memcmp(word, "http", 4) == 0)
		flag(fact, FLAG_URL);
	if (len == 5 && memcmp(word, "https", 5) == 0)
		flag(fact, FLAG_URL);
	if (len == 3 && memcmp(word, "www", 3) == 0)
		flag(fact, FLAG_URL);
	if (len >= 4 || (upper && len == 3)) {
		if (s->content != NULL)
			filter_add(s->content, hash);
		if (fact->content_count < FACT_CONTENT)
			fact->content[fact->content_count++] = hash;
	}
}

static void
quote_mark(struct scan *s, bool opens, bool closes)
{
	if (closes && s->quote != NULL) {
		if (s->at - s->quote >= 15)
			flag(s->fact, FLAG_QUOTATION);
		s->quote = NULL;
	} else if (opens) {
		s->quote = s->at;
	}
}

/* Punctuation of more than one byte. */
static void
take_symbol(struct scan *s, size_t len)
{
	const unsigned char *at = (const unsigned char *)s->at;
	s->fact->marks++;
	if (len < 2) { /* the text ends within a character: a plain page need not be clean */
		s->at += len;
		return;
	}
	if (at[0] == 0xE2 && len == 3 && at[1] == 0x80) {
		if (at[2] == 0x9C || at[2] == 0x98 || at[2] == 0x9E)
			quote_mark(s, true, false);
		else if (at[2] == 0x9D || at[2] == 0x99)
			quote_mark(s, false, true);
		else if (at[2] == 0x93 || at[2] == 0x94)
			flag(s->fact, FLAG_DASH);
	} else if (at[0] == 0xC2) {
		if (at[1] == 0xA9)
			flag(s->fact, FLAG_COPY);
		if (at[1] == 0xA3 || at[1] == 0xA5)
			flag(s->fact, FLAG_MONEY);
		if (at[1] == 0xAB)
			quote_mark(s, true, true);
		if (at[1] == 0xBB)
			quote_mark(s, true, true);
		if (at[1] == 0xA0)
			s->fact->marks--;
	} else if (at[0] == 0xE2 && at[1] == 0x82) {
		flag(s->fact, FLAG_MONEY);
	} else if (at[0] == 0xE2 && (at[1] == 0x86 || at[1] == 0x96)) {
		flag(s->fact, FLAG_ARROW);
	} else if (at[0] == 0xE3 && len == 3 && at[2] == 0x82) {
		s->fact->breaks++;
	} else if (at[0] == 0xE3 && len == 3 && at[2] == 0x81) {
		s->fact->commas++;
	}
	s->at += len;
}

static void
take_mark(struct scan *s)
{
	struct fact *fact = s->fact;
	char c = *s->at;
	if (c == ' ' || c == '\t') {
		s->pending = s->pending != 0 ? 2 : 0;
		s->at++;
		return;
	}
	fact->marks++;
	switch (c) {
	case '.':
	case '!':
	case '?':
		s->pending = 1;
		break;
	case ',':
		fact->commas++;
		break;
	case ':':
		if (s->room->count <= 3)
			flag(fact, FLAG_COLON);
		break;
	case '|':
		flag(fact, FLAG_PIPE);
		break;
	case '@':
		flag(fact, s->at > s->start && s->at[-1] != ' ' ? FLAG_MAIL : FLAG_HANDLE);
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
		quote_mark(s, true, true);
		break;
	case '(':
	case '[':
		flag(fact, FLAG_BRACKETS);
		break;
	case '-':
		if (s->at > s->start && s->at[-1] == ' ')
			flag(fact, FLAG_DASH);
		break;
	default:
		break;
	}
	s->at++;
}

static void
scan_line(struct scan *s)
{
	size_t len;
	while (s->at < s->end && s->room->count < FACT_WORDS) {
		uint8_t class = class_at(s->at);
		if (class == GAP || class == APOSTROPHE)
			take_mark(s);
		else if (class == MAYBE_SYMBOL && is_symbol(s->at, s->end, &len))
			take_symbol(s, len);
		else
			take_word(s);
	}
	if (s->at < s->end) { /* the rest of a long line: words of the usual length */
		size_t rest = (size_t)(s->end - s->at);
		s->fact->words = (uint16_t)(s->fact->words + (rest / 6 > 10000 ? 10000 : rest / 6));
		s->fact->hash = phrase_join(s->fact->hash,
			phrase_hash(s->end - (rest < 24 ? rest : 24), rest < 24 ? rest : 24, s->end));
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
	uint8_t class = class_at(text.at);
	if (class == UPPER)
		return START_UPPER;
	if (class == LOWER)
		return START_LOWER;
	if (class == DIGIT)
		return START_DIGIT;
	if (class == HIGH)
		return at[0] >= 0xE0                       ? START_OTHER_SCRIPT
		       : is_upper_start(text.at, text.len) ? START_UPPER
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

static void
find_phrases(const struct phrase_table *phrases, struct fact *fact, const struct fact_room *room)
{
	size_t chrome_until = 0;
	for (size_t i = 0; i < room->count; i++) {
		if (!phrase_may_begin(phrases, room->words[i]))
			continue;
		size_t longest = 0;
		uint32_t classes = phrases_at(phrases, room->words + i, room->count - i, &longest);
		if (classes == 0)
			continue;
		if (classes >> PHRASE_STOP & 1) {
			fact->stops++;
			if (classes == 1U << PHRASE_STOP)
				continue;
		}
		fact->has |= classes;
		if (i <= 1)
			fact->starts |= classes;
		if (i == 0 && longest == room->count)
			fact->whole |= classes;
		if ((classes & CHROME_PHRASES) == 0)
			continue;
		size_t from = i < chrome_until ? chrome_until : i;
		if (i + longest > from)
			fact->covered = (uint16_t)(fact->covered + i + longest - from);
		chrome_until = i + longest > chrome_until ? i + longest : chrome_until;
	}
	if (2 * (size_t)fact->covered > room->count)
		flag(fact, FLAG_PHRASES);
	if ((fact->has >> PHRASE_MONTH & 1) && fact->numbers > 0)
		flag(fact, FLAG_MONTH_DAY);
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
		return 18;
	if (flagged(f, FLAG_NUMBER) && f->words <= 4)
		return 19;
	if (f->words <= 8 && has_class(f->has, PHRASE_AGO) &&
		(f->numbers > 0 || has_class(f->has, PHRASE_UNIT)))
		return 20;
	if (looks_like_date(f) && !f->good)
		return 21;
	if (f->words <= 9 && has_class(f->starts, PHRASE_BY) && !f->good)
		return 22;
	if (f->words <= 40 && (flagged(f, FLAG_CREDIT) || has_class(f->starts, PHRASE_PHOTO)))
		return 23;
	if (flagged(f, FLAG_URL) && f->words <= 12)
		return 24;
	if (flagged(f, FLAG_COPY) || has_class(f->starts, PHRASE_COPYRIGHT))
		return 25;
	if (flagged(f, FLAG_PHRASES) && f->words <= 14)
		return f->words <= 3 ? 26 : 27;
	if (flagged(f, FLAG_CAPITALS))
		return 28;
	if (f->end == END_ELLIPSIS)
		return 29;
	return (uint8_t)(length * 3 + (ends_sentence(f->end)                               ? 0
					      : f->end == END_COLON || f->end == END_COMMA ? 1
											   : 2));
}

/* Ten kinds for patterns of several lines. */
static uint8_t
coarse_of(const struct fact *f)
{
	static const uint8_t META[KINDS] = {[18] = 6,
		[19] = 5,
		[20] = 7,
		[21] = 7,
		[22] = 7,
		[23] = 8,
		[24] = 5,
		[25] = 5,
		[26] = 5,
		[27] = 5};
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
	const struct fact_room *room = s->room;
	f->start = start_of(text);
	judge_end(f, text);
	f->good = f->words >= FACT_LONG && ends_sentence(f->end);
	if (room->count == 0)
		flag(f, FLAG_RULE);
	else if (!s->letters)
		flag(f, FLAG_NUMBER);
	if (f->capitals > 0 && 4 * f->capitals >= 3 * (room->count - f->numbers))
		flag(f, FLAG_CAPITALS);
	if (f->good && f->capitals > 0 && class_at(text.at) == UPPER && text.len > 3 &&
		class_at(text.at + 1) == UPPER && flagged(f, FLAG_DASH))
		flag(f, FLAG_DATELINE);
	f->head_count = (uint8_t)(room->count < FACT_HEAD ? room->count : FACT_HEAD);
	memcpy(f->head, room->words, f->head_count * sizeof(*f->head));
	for (size_t i = 0; i < 3; i++)
		f->tail[i] = i < room->count ? room->words[room->count - 1 - i] : 0;
}

void
fact_of(const struct phrase_table *phrases, struct slice text, struct fact *fact, struct fact_room *room,
	uint64_t *content)
{
	struct scan s = {.phrases = phrases,
		.at = text.at,
		.start = text.at,
		.end = text.at + text.len,
		.fact = fact,
		.room = room,
		.content = content};
	*fact = (struct fact){.bytes = (uint32_t)text.len, .same_before = -1, .same_after = -1};
	room->count = 0;
	scan_line(&s);
	find_phrases(phrases, fact, room);
	judge_shape(fact, &s, text);
	fact->length = length_class(fact);
	fact->kind = kind_of(fact);
	fact->coarse = coarse_of(fact);
}
