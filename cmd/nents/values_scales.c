/* The words that make a number a thousand, a million or more of it, in English and in the news of others. */
#include "values_number.h"

enum {
	POWERS = 32, /* each of the three numbers below is less: they stand in one value */
	FOREIGN = 1  /* at_sign of a ROLE_SCALE: of a language that parts thousands by points or blanks */
};

struct scale {
	const char *words; /* parted by blanks */
	uint32_t role;
	int english; /* the power of ten; with ROLE_SCALE_GLUED only glued to digits; 0: none */
	int abroad;  /* the same where the article is not English, glued or not; 0: no other */
	int at_sign; /* the same behind a sign of money, glued or not; 0: no other */
};

static const struct scale scales[] = {
	{"hundred", ROLE_SCALE, 2, 0, 0},
	{"thousand", ROLE_SCALE, 3, 0, 0},
	{"million mn mln", ROLE_SCALE, 6, 0, 0},
	{"billion", ROLE_SCALE, 9, 12, 0},
	{"bn bln", ROLE_SCALE, 9, 0, 0},
	{"trillion tn trn", ROLE_SCALE, 12, 0, 0},
	{"lakh lakhs lac lacs", ROLE_SCALE, 5, 0, 0},
	{"crore crores", ROLE_SCALE, 7, 0, 0},
	{"k", ROLE_SCALE_GLUED, 3, 0, 0},
	{"m", ROLE_SCALE_GLUED, 6, 0, 6},
	{"b", ROLE_SCALE_GLUED, 9, 0, 0},
	{"t", ROLE_SCALE_GLUED, 12, 0, 0},
	{"mil", ROLE_SCALE_GLUED, 6, 3, 6}, /* a thousand in Spanish and Portuguese */
	{"cr", ROLE_SCALE_GLUED, 7, 0, 7},
	{"grand", ROLE_SCALE_GLUED, 0, 0, 3},
	/* words that mean something else in English, or are names */
	{"thousands", ROLE_SCALE_GLUED, 0, 0, 3},
	{"millions", ROLE_SCALE_GLUED, 0, 6, 6},
	{"billions", ROLE_SCALE_GLUED, 0, 12, 9}, /* French has the plural, English has it not */
	{"trillions", ROLE_SCALE_GLUED, 0, 0, 12},
	{"mio", ROLE_SCALE_GLUED, 0, 6, 6},
	{"mia", ROLE_SCALE_GLUED, 0, 9, 9},
	{"mille mila bin mii tis ezer", ROLE_SCALE_GLUED, 0, 3, 0},
	/* words that tell by their spelling what they are: a billón is a thousand times a bilhão */
	{"tausend tsd duizend tusen tusind tuhat tuhatta tys tysiąc tysiące tysięcy tisíc tisíce ribu",
		ROLE_SCALE, 3, 0, FOREIGN},
	{"тыс тысяча тысячи тысяч тис тисяча тисячі тисяч хил хиляди nghìn ngàn ألف آلاف هزار", ROLE_SCALE, 3,
		0, FOREIGN},
	{"milhão milhões millón millones milió milions milione milioni milioane millionen miljoen miljoenen",
		ROLE_SCALE, 6, 0, FOREIGN},
	{"miljon miljoner millioner miljoona miljoonaa milj milion miliony milionu milionů milionów miliona",
		ROLE_SCALE, 6, 0, FOREIGN},
	{"milión milióny miliónov milijun milijuna milijona millió milyon juta triệu", ROLE_SCALE, 6, 0,
		FOREIGN},
	{"млн миллион миллиона миллионов мільйон мільйони мільйонів милион милиона милиони εκατ", ROLE_SCALE,
		6, 0, FOREIGN},
	{"مليون ملايين میلیون מיליון", ROLE_SCALE, 6, 0, FOREIGN},
	{"लाख", ROLE_SCALE, 5, 0, 0},
	{"करोड़", ROLE_SCALE, 7, 0, 0},
	{"bilhão bilhões milliard milliards millardo millardos miliardo miliardi mld mrd mdr milliarde",
		ROLE_SCALE, 9, 0, FOREIGN},
	{"milliarden miljard miljarden miljarder milliarder miljardi miljardia miliard miliardy miliardu",
		ROLE_SCALE, 9, 0, FOREIGN},
	{"miliardów miliarda miliárd milijarda milijarde milijardi milliárd miliarde milyar miliar tỷ tỉ",
		ROLE_SCALE, 9, 0, FOREIGN},
	{"млрд миллиард миллиарда миллиардов мільярд мільярди мільярдів милиард милиарда милиарди δισ",
		ROLE_SCALE, 9, 0, FOREIGN},
	{"مليار مليارات میلیارد מיליארד", ROLE_SCALE, 9, 0, FOREIGN},
	{"trilhão trilhões bilião biliões billón billones billionen biljoen bilione bilioni biljon biljoner",
		ROLE_SCALE, 12, 0, FOREIGN},
	{"billioner bilion bilionów biliony bilionu biljoona biljoonaa trilyon triliun трлн триллион",
		ROLE_SCALE, 12, 0, FOREIGN},
	{"триллиона триллионов трильйон трильйони трильйонів", ROLE_SCALE, 12, 0, FOREIGN},
};

void
scale_words(struct words *words)
{
	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
		int value = scales[i].english + POWERS * (scales[i].abroad + POWERS * scales[i].at_sign);
		for (const char *name = scales[i].words; *name != '\0';) {
			size_t len = strcspn(name, " ");
			words_add_slice(words, (struct slice){name, len}, scales[i].role, value);
			name += len + (name[len] == ' ');
		}
	}
}

bool
scale_groups_by_points(const struct pieces *t, size_t i)
{
	const struct word *word = piece_word(t, i);
	return word->roles & ROLE_SCALE && word->value / (POWERS * POWERS) == FOREIGN;
}

/*
 * "1 Billion Euro" and "1,5 billion d'euros" are a million millions. Other languages that write the English
 * word mean the English number with it, and do so behind any number, as German and French can't.
 */
static bool
is_long_billion(const struct pieces *t, size_t i, struct decimal low)
{
	struct slice next = piece_slice(t, i + 1);
	bool french = slice_equal(next, SLICE("de")) || slice_equal(next, SLICE("d"));
	return decimal_compare(low, (struct decimal){2, 0}) < 0 && (french || piece_is_capital(t, i));
}

int
scale_power_of_word(const struct pieces *t, size_t i, bool digits, bool at_sign, struct decimal low)
{
	const struct word *word = piece_word(t, i);
	int english = word->value % POWERS, abroad = word->value / POWERS % POWERS;
	bool glued = !(word->roles & ROLE_SCALE);
	if (t->is_foreign && abroad > 0 && (glued || is_long_billion(t, i, low)))
		return abroad;
	if (!glued || (digits && english > 0 && piece_is_glued(t, i)))
		return english;
	if (slice_equal(piece_slice(t, i), SLICE("mil")) && scale_power(t, i + 1, false, false, low) == 6)
		return 3; /* mil millones */
	return at_sign ? word->value / (POWERS * POWERS) : 0;
}
