#include "values_number.h"

struct decimal
decimal_scale(struct decimal n, int power)
{
	return (struct decimal){n.digits, n.exponent + power};
}

/* The same value with a smaller exponent, as far as 64 bits reach. */
static struct decimal
lower_to(struct decimal n, int exponent)
{
	while (n.exponent > exponent && n.digits <= UINT64_MAX / 10) {
		n.digits *= 10;
		n.exponent--;
	}
	return n;
}

struct decimal
decimal_add(struct decimal a, struct decimal b)
{
	int exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
	a = lower_to(a, exponent);
	b = lower_to(b, exponent);
	return (struct decimal){a.digits + b.digits, exponent};
}

int
decimal_compare(struct decimal a, struct decimal b)
{
	int exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
	a = lower_to(a, exponent);
	b = lower_to(b, exponent);
	return (a.digits > b.digits) - (a.digits < b.digits);
}

int32_t
decimal_whole(struct decimal n)
{
	n = lower_to(n, 0);
	while (n.exponent < 0 && n.digits % 10 == 0) {
		n.digits /= 10;
		n.exponent++;
	}
	return n.exponent == 0 && n.digits <= 1000000 ? (int32_t)n.digits : -1;
}

static void
put_zeros(struct text_buffer *out, int count)
{
	for (; count > 0; count--)
		text_append(out, SLICE("0"));
}

void
decimal_put(struct text_buffer *out, struct decimal n)
{
	while (n.exponent < 0 && n.digits % 10 == 0) {
		n.digits /= 10;
		n.exponent++;
	}
	char digits[24];
	size_t at = sizeof digits;
	uint64_t rest = n.digits;
	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	struct slice all = {digits + at, sizeof digits - at};
	if (n.exponent >= 0) {
		text_append(out, all);
		put_zeros(out, n.digits == 0 ? 0 : n.exponent);
		return;
	}
	size_t places = (size_t)-n.exponent;
	size_t whole = all.len > places ? all.len - places : 0;
	text_append(out, whole > 0 ? (struct slice){all.at, whole} : SLICE("0"));
	text_append(out, SLICE("."));
	put_zeros(out, (int)(places - (all.len - whole)));
	text_append(out, slice_after(all, whole));
}

void
amount_put(struct text_buffer *out, const struct amount *amount)
{
	if (amount->is_vague)
		return;
	decimal_put(out, amount->low);
	if (amount->is_range) {
		text_append(out, SLICE(".."));
		decimal_put(out, amount->high);
	}
}

/* The value of a piece of digits; false for what is no plain number, as 31.07.2025. */
static bool
read_digits(const struct pieces *t, size_t i, struct decimal *n)
{
	struct slice s = piece_slice(t, i);
	unsigned flags = piece_at(t, i)->flags;
	char decimal = flags & PIECE_COMMA ? ',' : flags & PIECE_POINT ? '.' : '\0';
	*n = (struct decimal){0, 0};
	bool fraction = false;
	for (size_t at = 0; at < s.len; at++) {
		if (!text_ascii_digit(s.at[at])) {
			if (s.at[at] == decimal && fraction)
				return false;
			fraction |= s.at[at] == decimal;
			continue;
		}
		if (n->digits > UINT64_MAX / 100)
			return false;
		n->digits = n->digits * 10 + (uint64_t)(s.at[at] - '0');
		n->exponent -= fraction;
	}
	return true;
}

/* p/q as a decimal; false where it has none of a few places, as a third. */
static bool
divide(int32_t p, int32_t q, struct decimal *n)
{
	enum { PLACES_MAX = 6 };
	uint64_t digits = (uint64_t)p;
	for (int places = 0; places <= PLACES_MAX; places++, digits *= 10) {
		if (digits % (uint64_t)q == 0) {
			*n = (struct decimal){digits / (uint64_t)q, -places};
			return true;
		}
	}
	return false;
}

/* The parts of the signs of fractions from U+2150 on, and of U+00BC to U+00BE. */
static bool
mark_fraction(uint32_t mark, struct decimal *n)
{
	static const unsigned char parts[][2] = {{1, 7}, {1, 9}, {1, 10}, {1, 3}, {2, 3}, {1, 5}, {2, 5},
		{3, 5}, {4, 5}, {1, 6}, {5, 6}, {1, 8}, {3, 8}, {5, 8}, {7, 8}};
	if (mark < 0x2150)
		return divide((int32_t)mark - 0xBB, 4, n);
	return divide(parts[mark - 0x2150][0], parts[mark - 0x2150][1], n);
}

/* 1/2 or its sign at i: the index behind, or 0; *exact: a decimal says it. */
static size_t
read_fraction(const struct pieces *t, size_t i, struct decimal *n, bool *exact)
{
	if (mark_is_fraction(piece_at(t, i)->mark)) {
		*exact = mark_fraction(piece_at(t, i)->mark, n);
		return i + 1;
	}
	if (!piece_is_mark(t, i + 1, '/'))
		return 0;
	int32_t p = piece_digits(t, i), q = piece_digits(t, i + 2);
	bool more = piece_is_glued(t, i + 3) && (piece_is_mark(t, i + 3, '/') || piece_is_dash(t, i + 3)) &&
		    piece_is_number(t, i + 4); /* 1/2/2025 */
	if (!piece_is_glued(t, i + 1) || !piece_is_glued(t, i + 2) || p < 1 || p >= q || q > 64 || more)
		return 0;
	*exact = divide(p, q, n);
	return i + 3;
}

/* Does the number at i stand below the stroke of a fraction, or behind one: 1/2, 2023/24? */
static bool
is_below_stroke(const struct pieces *t, size_t i)
{
	return piece_is_glued(t, i) && i >= 2 && piece_is_mark(t, i - 1, '/') && piece_is_glued(t, i - 1) &&
	       piece_is_number(t, i - 2);
}

/* million, bn, lakh crore, mil millones, and m or k where they are glued to digits. */
static size_t
read_scales(const struct pieces *t, size_t i, bool digits, struct amount *amount)
{
	for (int turn = 0; turn < 2; turn++) {
		size_t at = i;
		if (piece_is_dash(t, at) && piece_is_glued(t, at) && piece_is_glued(t, at + 1) &&
			piece_has(t, at + 1, ROLE_SCALE))
			at++;
		int power = scale_power(t, at, digits && turn == 0, false, amount->low);
		if (power == 0)
			return i;
		amount->low = decimal_scale(amount->low, power);
		amount->scale = (uint8_t)(amount->scale + power);
		amount->has_scale = true;
		i = at + 1;
	}
	return i;
}

size_t
number_scale_at_sign(const struct pieces *t, size_t i, struct amount *amount)
{
	int power = amount->has_scale ? 0 : scale_power(t, i, true, true, amount->low);
	bool ends = !piece_is_glued(t, i + 1) || piece_is_mark(t, i + 1, '.') ||
		    piece_is_mark(t, i + 1, ',') || piece_is_mark(t, i + 1, ';') ||
		    piece_is_mark(t, i + 1, ':') || piece_is_mark(t, i + 1, ')') ||
		    piece_is_mark(t, i + 1, '?') || piece_is_dash(t, i + 1);
	if (power == 0 || !ends) /* €5 m2 */
		return i;
	amount->low = decimal_scale(amount->low, power);
	amount->high = decimal_scale(amount->high, power);
	amount->scale = (uint8_t)power;
	amount->has_scale = true;
	return i + 1;
}

/* "and a half" behind a number, with hyphens or without: half of one, or of its million. */
static size_t
read_half(const struct pieces *t, size_t i, struct amount *amount)
{
	if (!piece_is(t, i, PLAIN_AND) && !piece_is_dash(t, i))
		return i;
	size_t at = piece_skip_hyphen(t, i);
	if (!piece_is(t, at, PLAIN_AND))
		return i;
	at = piece_skip_hyphen(t, at + 1);
	if (!piece_has(t, at, ROLE_ARTICLE))
		return i;
	at = piece_skip_hyphen(t, at + 1);
	if (!piece_is(t, at, PLAIN_HALF))
		return i;
	amount->low = decimal_add(amount->low, (struct decimal){5, amount->scale - 1});
	return at + 1;
}

/* twenty-one, two hundred and fifty; value below a thousand. Gives the index behind, or i. */
static size_t
read_hundreds(const struct pieces *t, size_t i, uint64_t *value)
{
	size_t begin = i;
	*value = 0;
	for (;;) {
		size_t at = i;
		bool dash = i > begin && piece_is_dash(t, i) && piece_is_glued(t, i);
		if (i > begin && (dash || piece_is(t, i, PLAIN_AND)))
			at++;
		if (piece_has(t, at, ROLE_NUMBER)) {
			uint64_t n = (uint64_t)piece_word(t, at)->value;
			uint64_t room = *value % 100 == 0 ? (*value == 0 || !dash ? 100 : 0) : 10;
			bool fits = *value == 0 || (*value % 100 == 0 && n < 100) ||
				    (*value % 10 == 0 && *value % 100 >= 20 && n < 10 && at > i && dash);
			if (!fits || n >= room || (*value == 0 && at > i))
				return i;
			*value += n;
		} else if (at == i && *value > 0 && *value < 100 && piece_has(t, at, ROLE_SCALE) &&
			   piece_word(t, at)->value == 2) {
			*value *= 100;
		} else {
			return i;
		}
		i = at + 1;
	}
}

/* Amounts in words: two, twenty-one, two hundred and fifty thousand, two and a half million. */
static size_t
read_words(const struct pieces *t, size_t i, struct amount *amount)
{
	uint64_t part;
	size_t next = read_hundreds(t, i, &part);
	if (next == i)
		return 0;
	amount->in_words = true;
	amount->low = (struct decimal){part, 0};
	next = read_half(t, next, amount);
	size_t behind = read_scales(t, next, false, amount);
	if (behind == next)
		return next;
	size_t rest = behind + (piece_is(t, behind, PLAIN_AND) ? 1 : 0);
	size_t end = read_hundreds(t, rest, &part);
	if (end == rest || part == 0)
		return read_half(t, behind, amount);
	struct amount tail = {.low = {part, 0}};
	size_t scaled = read_scales(t, end, false, &tail);
	if (decimal_compare(tail.low, amount->low) >= 0)
		return behind;
	amount->low = decimal_add(amount->low, tail.low);
	return scaled;
}

/* a, a hundred, half a million, a dozen, a couple of, several, dozens of. */
static size_t
read_loose(const struct pieces *t, size_t i, struct amount *amount)
{
	amount->in_words = true;
	amount->low = (struct decimal){1, 0};
	size_t at = i;
	if (piece_is(t, at, PLAIN_HALF) && piece_has(t, at + 1, ROLE_ARTICLE) &&
		piece_has(t, at + 2, ROLE_SCALE)) {
		amount->low = (struct decimal){5, -1};
		return read_scales(t, at + 2, false, amount);
	}
	bool article = piece_has(t, at, ROLE_ARTICLE);
	at += article;
	if (piece_has(t, at, ROLE_VAGUE) || piece_is(t, at, PLAIN_MANY)) {
		amount->is_vague = true;
		at++;
		for (int turn = 0; turn < 3 && piece_is(t, at, PLAIN_OF) && piece_has(t, at + 1, ROLE_VAGUE);
			turn++)
			at += 2;
		for (int turn = 0; turn < 3 && piece_has(t, at, ROLE_SCALE); turn++)
			at++;
		return at + (piece_is(t, at, PLAIN_OF) && !article ? 1 : 0);
	}
	if (article && piece_is(t, at, PLAIN_COUPLE)) {
		amount->low.digits = 2;
		return at + 1 + (piece_is(t, at + 1, PLAIN_OF) ? 1 : 0);
	}
	if (article && piece_has(t, at, ROLE_NUMBER) && piece_word(t, at)->value == 12) {
		amount->low.digits = 12;
		return at + 1;
	}
	amount->is_article = article;
	if (article && piece_has(t, at, ROLE_SCALE)) {
		amount->is_article = false;
		return read_half(t, read_scales(t, at, false, amount), amount);
	}
	return article ? at : 0;
}

/* 1,234.5, 50bn, 1/2, 2 1/2, 3½ million, 2 and a half */
static size_t
read_figures(const struct pieces *t, size_t i, struct amount *amount)
{
	struct decimal part;
	bool exact = true, number = piece_is_number(t, i);
	bool word = piece_at(t, i + 1)->kind == PIECE_WORD && !piece_is(t, i + 1, PLAIN_AND);
	size_t next = number && word ? 0 : read_fraction(t, i, &amount->low, &exact);
	if (next == 0) {
		if (is_below_stroke(t, i) || !read_digits(t, i, &amount->low))
			return 0;
		next = word ? i + 1 : read_fraction(t, piece_skip_hyphen(t, i + 1), &part, &exact);
		if (!word && next > 0 && exact)
			amount->low = decimal_add(amount->low, part);
		if (next == 0)
			next = read_half(t, i + 1, amount);
	}
	if (amount->low.exponent == -3 && next == i + 1 && scale_groups_by_points(t, next))
		amount->low.exponent = 0; /* 3.200 millones, in a text that may be English */
	return exact ? read_scales(t, next, true, amount) : 0;
}

size_t
number_match(const struct pieces *t, size_t i, struct amount *amount)
{
	*amount = (struct amount){.low = {0, 0}};
	size_t next = 0;
	if (piece_is_number(t, i) || mark_is_fraction(piece_at(t, i)->mark)) {
		next = read_figures(t, i, amount);
	} else if (piece_has(t, i, ROLE_NUMBER)) {
		next = read_words(t, i, amount);
	} else if (piece_has(t, i, ROLE_ARTICLE | ROLE_VAGUE) || piece_is(t, i, PLAIN_HALF) ||
		   piece_is(t, i, PLAIN_MANY)) {
		next = read_loose(t, i, amount);
	}
	amount->high = amount->low;
	return next;
}

/* In "5-10 million" the first number has the second's scale. */
static void
share_scale(struct amount *low, const struct amount *high)
{
	if (low->has_scale || !high->has_scale)
		return;
	struct decimal scaled = decimal_scale(low->low, high->scale);
	if (decimal_compare(scaled, high->low) < 0)
		low->low = scaled;
}

static bool
joins_range(const struct pieces *t, size_t i, bool between)
{
	if (piece_is_dash(t, i))
		return piece_is_glued(t, i) && piece_is_glued(t, i + 1) && piece_at(t, i)->mark != 0x2014;
	return between ? piece_is(t, i, PLAIN_AND) : piece_is(t, i, PLAIN_TO) || piece_is(t, i, PLAIN_OR);
}

static size_t
read_range(const struct pieces *t, size_t i, struct amount *amount)
{
	bool between = piece_is(t, i, PLAIN_BETWEEN);
	size_t next = number_match(t, i + between, amount);
	if (next == 0)
		return 0;
	struct amount high;
	size_t end = joins_range(t, next, between) ? number_match(t, next + 1, &high) : 0;
	if (end == 0 || high.is_article || amount->is_vague || amount->is_article || high.is_vague)
		return between ? 0 : next;
	share_scale(amount, &high);
	if (decimal_compare(amount->low, high.low) >= 0)
		return between ? 0 : next;
	amount->high = high.low;
	amount->is_range = true;
	amount->has_scale |= high.has_scale;
	return end;
}

size_t
number_range_match(const struct pieces *t, size_t i, struct amount *amount)
{
	struct amount_memo *memo = t->memo;
	if (memo == NULL)
		return read_range(t, i, amount);
	if (memo->at != i) {
		memo->at = i;
		memo->next = read_range(t, i, &memo->amount);
	}
	*amount = memo->amount;
	return memo->next;
}

bool
number_minus_leads(const struct pieces *t, size_t i)
{
	if (piece_is(t, i, PLAIN_MINUS)) /* but ten minus two */
		return !piece_is_number(t, i - 1) && !piece_has(t, i - 1, ROLE_NUMBER | ROLE_SCALE);
	bool opens = !piece_is_glued(t, i) || piece_is_mark(t, i - 1, '(');
	bool leads = piece_at(t, i + 1)->kind != PIECE_WORD || piece_is_capital(t, i + 1);
	return opens && leads && piece_is_glued(t, i + 1);
}

size_t
number_skip_about(const struct pieces *t, size_t i)
{
	size_t begin = i;
	if (!piece_has(t, i, ROLE_ABOUT | ROLE_PLAIN))
		return i;
	bool just = piece_is(t, i, PLAIN_JUST);
	if (just || piece_is(t, i, PLAIN_WELL) || piece_is(t, i, PLAIN_NO))
		i++;
	if (just && (piece_is_number(t, i) || piece_has(t, i, ROLE_NUMBER | ROLE_ARTICLE | ROLE_VAGUE)))
		return i;
	if (piece_has(t, i, ROLE_ABOUT) || piece_is(t, i, PLAIN_OVER) || piece_is(t, i, PLAIN_UNDER))
		return i + 1;
	bool compare =
		piece_is(t, i, PLAIN_MORE) || piece_is(t, i, PLAIN_LESS) || piece_is(t, i, PLAIN_FEWER);
	if (compare && piece_is(t, i + 1, PLAIN_THAN))
		return i + 2;
	if (piece_is(t, i, PLAIN_AT) && (piece_is(t, i + 1, PLAIN_LEAST) || piece_is(t, i + 1, PLAIN_MOST)))
		return i + 2;
	if ((piece_is(t, i, PLAIN_UP) || piece_is(t, i, PLAIN_CLOSE)) && piece_is(t, i + 1, PLAIN_TO))
		return i + 2;
	bool much = piece_is(t, i + 1, PLAIN_MUCH) || piece_is(t, i + 1, PLAIN_MANY);
	if (piece_is(t, i, PLAIN_AS) && much && piece_is(t, i + 2, PLAIN_AS))
		return i + 3;
	return begin;
}

void
number_words(struct words *words)
{
	static const char *const units[] = {"one", "two", "three", "four", "five", "six", "seven", "eight",
		"nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
		"eighteen", "nineteen", "twenty", NULL};
	static const char *const tens[] = {
		"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", NULL};
	static const char *const vague[] = {"several", "few", "dozens", "hundreds", "thousands", "millions",
		"billions", "trillions", "tens", "multiple", "numerous", NULL};
	static const char *const about[] = {"about", "around", "nearly", "almost", "roughly", "approximately",
		"some", "circa", "only", "nearing", NULL};

	words_add_run(words, units, ROLE_NUMBER, 1, 1);
	words_add_run(words, tens, ROLE_NUMBER, 30, 10);
	words_add(words, "dozen", ROLE_NUMBER, 12);
	words_add_run(words, vague, ROLE_VAGUE, 0, 0);
	words_add_run(words, about, ROLE_ABOUT, 0, 0);
	words_add(words, "a", ROLE_ARTICLE, 1);
	words_add(words, "an", ROLE_ARTICLE, 1);
}
