/* How a line begins and ends. */
#include "fact_inside.h"
#include "text.h"

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

void
fact_judge_end(struct fact *fact, struct slice text)
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

uint8_t
fact_start_of(struct slice text)
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
