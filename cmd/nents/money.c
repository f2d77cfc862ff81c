#include "money.h"

/* What is read of a sum before it is put. */
struct sum {
	struct amount amount;
	int currency;
	bool minus;
};

static void
put_sum(struct text_buffer *out, struct sum *sum)
{
	if (money_is_minor(sum->currency)) {
		sum->amount.low = decimal_scale(sum->amount.low, -2);
		sum->amount.high = decimal_scale(sum->amount.high, -2);
	}
	if (sum->minus)
		text_append(out, SLICE("-"));
	size_t before = out->len;
	amount_put(out, &sum->amount);
	if (out->len > before)
		text_append(out, SLICE(" "));
	text_append(out, money_code(sum->currency));
}

/* Is the word one that stands for money only in capitals: an ISO code ("TRY", "ALL") or Rs, Tk, RM? */
static bool
is_code(const struct pieces *t, size_t i)
{
	struct slice s = piece_slice(t, i);
	for (size_t at = 0; at < s.len; at++) {
		if (s.at[at] < 'A' || s.at[at] > 'Z')
			return slice_equal(s, SLICE("Rs")) || slice_equal(s, SLICE("Tk")) ||
			       slice_equal(s, SLICE("Rp")) || slice_equal(s, SLICE("Ksh")) ||
			       slice_equal(s, SLICE("Kshs")) || slice_equal(s, SLICE("KSh")) ||
			       slice_equal(s, SLICE("Sh")) || slice_equal(s, SLICE("Dh")) ||
			       slice_equal(s, SLICE("Dhs"));
	}
	return s.len >= 2 && s.len <= 4;
}

/* Words that are spelled like a code in small letters ("try", "top", "mad") name no money. */
static bool
names_currency(const struct pieces *t, size_t i, int *currency)
{
	if (!piece_has(t, i, ROLE_CURRENCY))
		return false;
	*currency = piece_word(t, i)->value;
	struct slice s = piece_slice(t, i);
	struct slice code = money_code(*currency);
	bool like_code = s.len == code.len;
	for (size_t at = 0; like_code && at < s.len; at++)
		like_code = words_lower((unsigned char)s.at[at]) == words_lower((unsigned char)code.at[at]);
	bool short_word = s.len <= 2 || (like_code && !money_is_shared(*currency)) ||
			  (s.len == 3 && (s.at[0] == 'n' || s.at[0] == 'r'));
	return !short_word || is_code(t, i) || money_is_shared(*currency);
}

/* "Hong Kong dollars", "dollars", "US dollars" at i: the currency, and the index behind; or 0. */
static size_t
read_name(
	const struct pieces *t, size_t i, struct money_context *c, const struct amount *amount, int *currency)
{
	int named;
	size_t at = i;
	if (piece_is_capital(t, at) && !piece_has(t, at, ROLE_NATION) && piece_has(t, at + 1, ROLE_NATION) &&
		piece_is_capital(t, at + 1))
		at++;
	bool dotted = piece_length(t, at) == 1 && piece_slice(t, at).at[0] == 'U' &&
		      piece_is_mark(t, at + 1, '.') && piece_length(t, at + 2) == 1 &&
		      piece_is_mark(t, at + 3, '.');
	if (dotted && names_currency(t, at + 4, &named)) {
		*currency = money_is_minor(named) ? named : 1;
		return at + 5;
	}
	if (piece_has(t, at, ROLE_NATION) && piece_is_capital(t, at) && names_currency(t, at + 1, &named)) {
		*currency = piece_word(t, at)->value;
		if (money_is_minor(named) && !slice_equal(money_code(*currency), money_code(named)))
			return 0;
		if (money_is_minor(named))
			*currency = named;
		c->meant[named] = (int16_t)*currency;
		return at + 2;
	}
	if (at > i || !names_currency(t, at, &named))
		return 0;
	bool sterling = slice_equal(money_code(named), SLICE("pound"));
	bool large = amount->has_scale || amount->is_vague;
	if (money_is_minor(named) && amount->is_article) /* not a cent */
		return 0;
	bool doubtful = slice_equal(piece_slice(t, at), SLICE("won")) ||
			slice_equal(piece_slice(t, at), SLICE("real")) ||
			slice_equal(piece_slice(t, at), SLICE("sum")) ||
			slice_equal(piece_slice(t, at), SLICE("lei")) ||
			slice_equal(piece_slice(t, at), SLICE("sol")) ||
			slice_equal(piece_slice(t, at), SLICE("drams")) ||
			slice_equal(piece_slice(t, at), SLICE("dram")) ||
			slice_equal(piece_slice(t, at), SLICE("colon"));
	if ((doubtful && !large && decimal_compare(amount->low, (struct decimal){500, 0}) < 0) ||
		(sterling && !large))
		return 0;
	*currency = c->meant[named] > 0 ? c->meant[named] : named;
	if (sterling && c->meant[named] == 0)
		*currency = 3;
	return at + 1;
}

/* The second sum of "$5-$10 million", "$1.5 to $2 billion" and "between $5 and $10", whose first ended at
 * `next`. */
static size_t
read_until(const struct pieces *t, size_t begin, size_t next, bool between, struct sum *sum)
{
	int currency;
	struct amount high;
	bool joined = between ? piece_is(t, next, PLAIN_AND)
			      : piece_is(t, next, PLAIN_TO) || piece_is_dash(t, next);
	bool change = piece_is(t, begin - 1, PLAIN_FROM) || piece_is(t, begin - 2, PLAIN_FROM) ||
		      piece_is(t, begin - 3, PLAIN_FROM); /* from $5 to $10 are two sums */
	if (!joined || sum->amount.is_range || (change && !piece_is_dash(t, next)))
		return next;
	size_t at = money_sign(t, next + 1, &currency);
	if (at == 0 || currency != sum->currency)
		return next;
	size_t end = number_match(t, at, &high);
	if (end == 0 || high.is_article)
		return next;
	end = number_scale_at_sign(t, end, &high);
	if (high.has_scale && !sum->amount.has_scale) {
		struct decimal scaled = decimal_scale(sum->amount.low, high.scale);
		if (decimal_compare(scaled, high.low) < 0)
			sum->amount.low = scaled;
	}
	if (decimal_compare(high.low, sum->amount.low) <= 0)
		return next;
	sum->amount.high = high.low;
	sum->amount.is_range = true;
	return end;
}

/* Three letters that mean other things as well (SDG 11, TOP 10), unlike USD and EUR. */
static bool
code_is_rare(const struct pieces *t, size_t i)
{
	static const char *const common[] = {
		"USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "INR", "CNY", "RMB", "HKD", "KES"};
	struct slice s = piece_slice(t, i);
	for (size_t k = 0; k < sizeof common / sizeof *common; k++) {
		if (slice_equal(s, slice_of(common[k])))
			return false;
	}
	return s.len == 3 && piece_at(t, i)->kind == PIECE_WORD;
}

static bool
sum_is_large(const struct pieces *t, size_t i, const struct amount *amount)
{
	return amount->has_scale || piece_at(t, i)->flags & (PIECE_GROUPS | PIECE_POINT | PIECE_COMMA) ||
	       decimal_compare(amount->low, (struct decimal){100, 0}) >= 0;
}

/* $1.5 billion, US$500m, R250m, USD 50 million, Rs. 5 lakh crore */
static size_t
sign_first(const struct pieces *t, size_t i, struct money_context *c, struct sum *sum)
{
	bool between = piece_is(t, i, PLAIN_BETWEEN);
	size_t at = i + between;
	size_t behind = money_sign(t, at, &sum->currency);
	if (behind == 0 && names_currency(t, at, &sum->currency) && is_code(t, at)) {
		behind = at + 1;
		bool stop = piece_is_mark(t, behind, '.') && piece_is_glued(t, behind) &&
			    piece_is_number(t, behind + 1);
		behind += stop;
		if (c->meant[sum->currency] > 0)
			sum->currency = c->meant[sum->currency];
	}
	if (behind == 0 || !piece_is_number(t, behind))
		return 0;
	size_t next = number_range_match(t, behind, &sum->amount);
	if (next > 0)
		next = number_scale_at_sign(t, next, &sum->amount);
	if (next == 0 || (behind == at + 1 && code_is_rare(t, at) && !sum_is_large(t, behind, &sum->amount)))
		return 0;
	size_t end = read_until(t, i, next, between, sum);
	if (between && end == next)
		return 0;
	int again;
	bool code_follows = piece_is_glued(t, end) == false && is_code(t, end) &&
			    names_currency(t, end, &again) && !piece_has(t, end, ROLE_PLAIN | ROLE_PAST);
	if (code_follows && !slice_equal(money_code(sum->currency), SLICE("EUR"))) {
		sum->currency = again;
		end++;
	}
	return end;
}

/* two million dollars, 100M tenge, 50 cents, 50 EUR, 50€, millions of dollars, a 50-euro note */
static size_t
amount_first(const struct pieces *t, size_t i, struct money_context *c, struct sum *sum)
{
	size_t next = number_range_match(t, i, &sum->amount);
	if (next == 0)
		return 0;
	if (piece_is_mark(t, next, '/') && piece_is_mark(t, next + 1, '-') &&
		piece_is_number(t, i)) { /* 10,000/- */
		sum->currency = money_shilling(c);
		return next + 2;
	}
	if (piece_is_dash(t, next) && piece_is_glued(t, next) && piece_is_glued(t, next + 1))
		next++;
	else if (piece_is(t, next, PLAIN_OF))
		next += sum->amount.is_vague || sum->amount.has_scale ? 1 : 0;
	size_t end = read_name(t, next, c, &sum->amount, &sum->currency);
	if (end > 0)
		return end;
	if (piece_is_number(t, i) && !sum->amount.has_scale && piece_is_glued(t, next) &&
		slice_equal(piece_slice(t, next), SLICE("p"))) {
		bool page = piece_is_mark(t, next + 1, '.');
		sum->currency = 3;
		sum->amount.low = decimal_scale(sum->amount.low, -2);
		sum->amount.high = decimal_scale(sum->amount.high, -2);
		return page && piece_is_glued(t, next + 2) ? 0 : next + 1;
	}
	end = piece_at(t, next)->kind == PIECE_MARK ? money_sign(t, next, &sum->currency) : 0;
	bool free =
		end > 0 && !piece_is_number(t, end) && piece_is_number(t, i) && !piece_is_mark(t, next, '$');
	return free ? end : 0;
}

size_t
money_match(const struct pieces *t, size_t i, struct money_context *c, struct text_buffer *out)
{
	struct sum sum = {.currency = 0};
	size_t begin = number_skip_about(t, i);
	if (!piece_is(t, begin, PLAIN_BETWEEN) && begin == i && piece_is_glued(t, i) &&
		piece_is_mark(t, i - 1, '.'))
		return 0;
	size_t at = number_skip_minus(t, begin);
	size_t next = sign_first(t, at, c, &sum);
	if (next == 0)
		next = amount_first(t, at, c, &sum);
	sum.minus = at > begin;
	if (sum.minus && (sum.amount.is_vague || sum.amount.is_article))
		return 0;
	if (next > 0)
		put_sum(out, &sum);
	return next;
}
