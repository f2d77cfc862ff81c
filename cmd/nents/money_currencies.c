/* The currencies of ISO 4217 (2024 edition): codes, names as news spell them, nations and signs. */
#include "money.h"

struct currency {
	const char *code;
	const char *names;   /* parted by blanks */
	const char *nations; /* words before a name: "Australian dollars" */
};

/* [0] is no currency. Those with a lower-case code are names that several nations share; minor units end in
 * '/'. */
static const struct currency currencies[] = {
	{"", "", ""},
	{"USD", "dollar dollars greenback usd", "us american u.s"},
	{"EUR", "euro euros eur", ""},
	{"GBP", "sterling gbp", "british uk"},
	{"JPY", "yen jpy", "japanese"},
	{"CNY", "yuan renminbi cny rmb", "chinese"},
	{"CHF", "chf", "swiss"},
	{"AUD", "aud", "australian aussie"},
	{"CAD", "cad", "canadian"},
	{"HKD", "hkd", "kong"},
	{"NZD", "nzd kiwi", "zealand"},
	{"SGD", "sgd", "singapore singaporean"},
	{"TWD", "twd ntd", "taiwan taiwanese"},
	{"INR", "rupee rupees inr rs", "indian"},
	{"PKR", "pkr", "pakistani pakistan"},
	{"LKR", "lkr", "lankan lanka"},
	{"NPR", "npr", "nepali nepalese"},
	{"MUR", "mur", "mauritian mauritius"},
	{"SCR", "scr", "seychelles seychellois"},
	{"MVR", "rufiyaa mvr", "maldivian"},
	{"BDT", "taka bdt tk", "bangladeshi"},
	{"RUB", "rouble roubles ruble rubles rub", "russian"},
	{"BYN", "byn", "belarusian belarus"},
	{"UAH", "hryvnia hryvnias hryvnya uah", "ukrainian"},
	{"KZT", "tenge kzt", "kazakh kazakhstani"},
	{"UZS", "uzs", "uzbek"},
	{"KGS", "kgs", "kyrgyz"},
	{"TJS", "somoni tjs", "tajik"},
	{"TMT", "tmt", "turkmen"},
	{"AZN", "azn", "azerbaijani azeri"},
	{"GEL", "lari gel", "georgian"},
	{"AMD", "amd", "armenian"},
	{"TRY", "lira liras try", "turkish"},
	{"ILS", "shekel shekels nis ils", "israeli"},
	{"AED", "dirham dirhams aed dh dhs", "emirati uae"},
	{"MAD", "mad", "moroccan"},
	{"SAR", "sar", "saudi arabian"},
	{"QAR", "qar", "qatari qatar"},
	{"OMR", "omr", "omani oman"},
	{"YER", "yer", "yemeni"},
	{"IRR", "irr toman tomans", "iranian"},
	{"IQD", "iqd", "iraqi"},
	{"KWD", "kwd", "kuwaiti"},
	{"BHD", "bhd", "bahraini"},
	{"JOD", "jod", "jordanian"},
	{"LYD", "lyd", "libyan"},
	{"TND", "tnd", "tunisian"},
	{"DZD", "dzd", "algerian"},
	{"RSD", "rsd", "serbian"},
	{"MKD", "denar denars mkd", "macedonian"},
	{"EGP", "egp", "egyptian"},
	{"LBP", "lbp", "lebanese"},
	{"SYP", "syp", "syrian"},
	{"SDG", "sdg", "sudanese"},
	{"SSP", "ssp", ""},
	{"ZAR", "rand rands zar", "african"},
	{"NAD", "nad", "namibian"},
	{"BWP", "pula bwp", "botswana"},
	{"LSL", "loti maloti lsl", "lesotho"},
	{"SZL", "lilangeni emalangeni szl", "swazi"},
	{"ZMW", "zmw", "zambian"},
	{"MWK", "mwk", "malawian"},
	{"MZN", "metical meticais mzn", "mozambican"},
	{"AOA", "kwanza kwanzas aoa", "angolan"},
	{"ZWG", "zig zwl zwg", "zimbabwean zimbabwe"},
	{"NGN", "naira ngn", "nigerian"},
	{"GHS", "cedi cedis ghs", "ghanaian"},
	{"KES", "kes ksh kshs", "kenyan"},
	{"TZS", "tzs tsh", "tanzanian"},
	{"UGX", "ugx ush ushs", "ugandan"},
	{"SOS", "sos", "somali"},
	{"ETB", "birr etb", "ethiopian"},
	{"ERN", "nakfa ern", "eritrean"},
	{"RWF", "rwf frw", "rwandan"},
	{"BIF", "bif", "burundian"},
	{"CDF", "cdf", "congolese"},
	{"XOF", "xof", ""},
	{"XAF", "xaf", ""},
	{"XPF", "xpf", ""},
	{"DJF", "djf", "djiboutian"},
	{"KMF", "kmf", "comorian"},
	{"GNF", "gnf", "guinean"},
	{"MGA", "ariary mga", "malagasy"},
	{"GMD", "dalasi dalasis gmd", "gambian"},
	{"SLE", "leone leones sle sll", ""},
	{"LRD", "lrd", "liberian"},
	{"MRU", "ouguiya ouguiyas mru", "mauritanian"},
	{"CVE", "cve", "verdean"},
	{"STN", "dobra dobras stn", ""},
	{"KRW", "won krw", "korean"},
	{"KPW", "kpw", ""},
	{"THB", "baht thb", "thai"},
	{"MYR", "ringgit myr rm", "malaysian"},
	{"IDR", "rupiah rupiahs idr rp", "indonesian"},
	{"PHP", "php", "philippine filipino"},
	{"VND", "dong vnd", "vietnamese"},
	{"KHR", "riel riels khr", "cambodian"},
	{"LAK", "kip lak", "lao laotian"},
	{"MMK", "mmk", "myanmar burmese"},
	{"MNT", "tugrik tugriks tögrög mnt", "mongolian"},
	{"BND", "bnd", "brunei"},
	{"MOP", "pataca patacas mop", "macau macanese"},
	{"BTN", "ngultrum btn", "bhutanese"},
	{"AFN", "afghani afghanis afn", "afghan"},
	{"FJD", "fjd", "fijian fiji"},
	{"PGK", "kina pgk", ""},
	{"WST", "tala wst", "samoan"},
	{"TOP", "paanga", "tongan"},
	{"VUV", "vatu vuv", ""},
	{"SBD", "sbd", ""},
	{"MXN", "mxn", "mexican"},
	{"ARS", "ars", "argentine argentinian"},
	{"CLP", "clp", "chilean"},
	{"COP", "", "colombian"},
	{"UYU", "uyu", "uruguayan"},
	{"CUP", "", "cuban"},
	{"DOP", "dop", "dominican"},
	{"BRL", "reais brl", "brazilian"},
	{"PEN", "soles", "peruvian"},
	{"BOB", "boliviano bolivianos", "bolivian"},
	{"PYG", "guarani guaranis guaraní guaraníes pyg", "paraguayan"},
	{"VES", "bolívar bolivar bolívares bolivares bolivars ves", "venezuelan"},
	{"GTQ", "quetzal quetzales quetzals gtq", "guatemalan"},
	{"HNL", "lempira lempiras hnl", "honduran"},
	{"NIO", "córdobas cordobas nio", "nicaraguan"},
	{"CRC", "colon colón colones crc", "rican"},
	{"PAB", "balboa balboas pab", "panamanian"},
	{"SVC", "svc", "salvadoran"},
	{"HTG", "gourde gourdes htg", "haitian"},
	{"JMD", "jmd", "jamaican"},
	{"TTD", "ttd", "trinidadian"},
	{"BBD", "bbd", "barbadian"},
	{"BSD", "bsd", "bahamian"},
	{"BZD", "bzd", "belizean belize"},
	{"GYD", "gyd", "guyanese guyana"},
	{"SRD", "srd", "surinamese"},
	{"XCD", "xcd", ""},
	{"BMD", "bmd", "bermudian"},
	{"KYD", "kyd", "cayman"},
	{"AWG", "awg", "aruban"},
	{"ANG", "ang", ""},
	{"SEK", "kronor sek", "swedish"},
	{"NOK", "nok", "norwegian"},
	{"DKK", "dkk", "danish"},
	{"ISK", "krónur króna isk", "icelandic"},
	{"PLN", "zloty zlotys złoty złotych pln", "polish"},
	{"CZK", "koruna korunas koruny czk", "czech"},
	{"HUF", "forint forints huf", "hungarian"},
	{"RON", "lei ron", "romanian"},
	{"MDL", "mdl", "moldovan"},
	{"BGN", "lev leva levs bgn", "bulgarian"},
	{"ALL", "lek leks", "albanian"},
	{"BAM", "bam", "bosnian"},
	{"HRK", "kuna kunas hrk", "croatian"},
	{"BTC", "bitcoin bitcoins btc", ""},
	{"peso", "peso pesos", ""},
	{"dinar", "dinar dinars", ""},
	{"franc", "franc francs", ""},
	{"krone", "krone kroner krona kr", ""},
	{"riyal", "riyal riyals", ""},
	{"rial", "rial rials", ""},
	{"shilling", "shilling shillings sh shs", ""},
	{"pound", "pound pounds quid", ""},
	{"real", "real", ""},
	{"som", "som soms soum soums sum", ""},
	{"manat", "manat manats", ""},
	{"dram", "drams dram", ""},
	{"kwacha", "kwacha", ""},
	{"kyat", "kyat kyats", ""},
	{"sol", "sol", ""},
	{"USD/", "cent cents", ""},
	{"GBP/", "pence", ""},
};

enum { CURRENCY_COUNT = sizeof currencies / sizeof *currencies };

/* A shared name that is the money of one nation so far the commonest that it alone is meant by it. */
struct sign {
	const char *letters; /* glued before the mark; "" for none */
	uint32_t mark;
	const char *code;
};

static const struct sign signs[] = {
	{"US", '$', "USD"},
	{"A", '$', "AUD"},
	{"AU", '$', "AUD"},
	{"C", '$', "CAD"},
	{"CA", '$', "CAD"},
	{"CDN", '$', "CAD"},
	{"HK", '$', "HKD"},
	{"NZ", '$', "NZD"},
	{"S", '$', "SGD"},
	{"R", '$', "BRL"},
	{"NT", '$', "TWD"},
	{"N", '$', "NAD"},
	{"J", '$', "JMD"},
	{"TT", '$', "TTD"},
	{"Z", '$', "ZWG"},
	{"Bds", '$', "BBD"},
	{"B", '$', "BND"},
	{"FJ", '$', "FJD"},
	{"EC", '$', "XCD"},
	{"BZ", '$', "BZD"},
	{"MX", '$', "MXN"},
	{"AR", '$', "ARS"},
	{"Mex", '$', "MXN"},
	{"GH", 0xA2, "GHS"},
	{"GH", 0x20B5, "GHS"},
	{"E", 0xA3, "EGP"},
	{"LE", 0xA3, "EGP"},
	{"CN", 0xA5, "CNY"},
	{"RMB", 0xA5, "CNY"},
	{"", '$', "USD"},
	{"", 0x20AC, "EUR"},
	{"", 0xA3, "GBP"},
	{"", 0xA5, "JPY"},
	{"", 0x20B9, "INR"},
	{"", 0x20A8, "INR"},
	{"", 0x20BD, "RUB"},
	{"", 0x20A9, "KRW"},
	{"", 0x20BA, "TRY"},
	{"", 0x20A6, "NGN"},
	{"", 0x20B4, "UAH"},
	{"", 0x20B8, "KZT"},
	{"", 0x20AA, "ILS"},
	{"", 0x20AB, "VND"},
	{"", 0x20B1, "PHP"},
	{"", 0x20A1, "CRC"},
	{"", 0x20B2, "PYG"},
	{"", 0x20B5, "GHS"},
	{"", 0x20AE, "MNT"},
	{"", 0x20AD, "LAK"},
	{"", 0x20BC, "AZN"},
	{"", 0x20BE, "GEL"},
	{"", 0x20BF, "BTC"},
	{"", 0x20A4, "TRY"},
};

/* Letters that stand for money only where a digit is glued to them and the sum is a large one: R250m, N5bn.
 */
static const struct sign letters[] = {{"R", 0, "ZAR"}, {"N", 0, "NGN"}, {"P", 0, "PHP"}, {"K", 0, "ZMW"},
	{"RM", 0, "MYR"}, {"Rs", 0, "INR"}, {"Tk", 0, "BDT"}, {"Sh", 0, "shilling"}, {"M", 0, "LSL"},
	{"Rp", 0, "IDR"}, {"Ksh", 0, "KES"}, {"KSh", 0, "KES"}, {"Le", 0, "SLE"}, {"GHS", 0, "GHS"}};

static int
currency_of(const char *code)
{
	int i = CURRENCY_COUNT;
	while (--i > 0 && (currencies[i].code[0] != code[0] || strcmp(currencies[i].code, code) != 0))
		continue;
	return i;
}

struct slice
money_code(int currency)
{
	return (struct slice){currencies[currency].code, strcspn(currencies[currency].code, "/")};
}

int
money_shilling(const struct money_context *c)
{
	int shilling = currency_of("shilling");
	return c->meant[shilling] > 0 ? c->meant[shilling] : shilling;
}

bool
money_is_minor(int currency)
{
	return strchr(currencies[currency].code, '/') != NULL;
}

bool
money_is_shared(int currency)
{
	char first = currencies[currency].code[0];
	return first >= 'a' && first <= 'z';
}

/* Is the sum behind a bare letter large enough for money: R250 million, N5,000, K100m? */
static bool
sum_is_large(const struct pieces *t, size_t i)
{
	struct amount amount;
	return piece_at(t, i)->flags & PIECE_GROUPS || (number_match(t, i, &amount) > 0 && amount.has_scale);
}

/* The currency of a mark with letters glued before it, or 0. */
static int
currency_of_mark(uint32_t mark, struct slice before)
{
	if (!mark_is_money(mark))
		return 0;
	for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
		if (mark == signs[k].mark && slice_equal(before, slice_of(signs[k].letters)))
			return currency_of(signs[k].code);
	return 0;
}

size_t
money_sign(const struct pieces *t, size_t i, int *currency)
{
	bool word = piece_at(t, i)->kind == PIECE_WORD;
	size_t mark = i + word;
	if (piece_at(t, mark)->kind == PIECE_MARK && (!word || piece_is_glued(t, mark))) {
		*currency = currency_of_mark(piece_at(t, mark)->mark, word ? piece_slice(t, i) : SLICE(""));
		return *currency > 0 ? mark + 1 : 0;
	}
	if (!word || !piece_is_number(t, mark) || !piece_is_glued(t, mark) || piece_is_glued(t, i))
		return 0;
	for (size_t k = 0; k < sizeof letters / sizeof *letters; k++) {
		bool one = letters[k].letters[1] == '\0';
		if (slice_equal(piece_slice(t, i), slice_of(letters[k].letters)) &&
			(!one || sum_is_large(t, mark))) {
			*currency = currency_of(letters[k].code);
			return mark;
		}
	}
	return 0;
}

/* Every word of a list in one string, each put in memory of its own that the word list's strings point to. */
static void
add_names(struct words *words, const char *names, uint32_t role, int value)
{
	while (*names != '\0') {
		size_t len = strcspn(names, " ");
		words_add_slice(words, (struct slice){names, len}, role, value);
		names += len + (names[len] == ' ');
	}
}

void
money_words(struct words *words)
{
	for (int i = 1; i < CURRENCY_COUNT; i++) {
		add_names(words, currencies[i].names, ROLE_CURRENCY, i);
		add_names(words, currencies[i].nations, ROLE_NATION, i);
	}
}
