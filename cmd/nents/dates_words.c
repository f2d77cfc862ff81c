/* The words of dates, and the little words that all the grammars of values ask for by name. */
#include "dates.h"

struct spelled {
	const char *word;
	int value;
};

static void
add_spelled(struct words *words, const struct spelled *list, size_t count, uint32_t role)
{
	for (size_t i = 0; i < count; i++)
		words_add(words, list[i].word, role, list[i].value);
}

#define ADD(words, list, role) add_spelled(words, list, sizeof(list) / sizeof *(list), role)

static void
calendar_words(struct words *words)
{
	static const char *const months[] = {"january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december", NULL};
	static const struct spelled short_months[] = {{"jan", 1}, {"feb", 2}, {"mar", 3}, {"apr", 4},
		{"jun", 6}, {"jul", 7}, {"aug", 8}, {"sep", 9}, {"sept", 9}, {"oct", 10}, {"nov", 11},
		{"dec", 12}};
	static const char *const days[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
		"sunday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
		NULL};
	static const struct spelled short_days[] = {{"mon", 1}, {"tue", 2}, {"tues", 2}, {"wed", 3},
		{"thu", 4}, {"thur", 4}, {"thurs", 4}, {"fri", 5}, {"sat", 6}, {"sun", 7}};
	static const struct spelled doubtful[] = {{"april", 4}, {"june", 6}, {"august", 8}};
	static const struct spelled seasons[] = {
		{"spring", 1}, {"summer", 2}, {"autumn", 3}, {"fall", 3}, {"winter", 4}};
	static const struct spelled doubtful_seasons[] = {{"fall", 3}};
	words_add_run(words, months, ROLE_MONTH, 1, 1);
	ADD(words, short_months, ROLE_MONTH | ROLE_SHORT);
	words_add_run(words, days, ROLE_WEEKDAY, 1, 1);
	ADD(words, short_days, ROLE_WEEKDAY | ROLE_SHORT);
	ADD(words, doubtful, ROLE_DOUBTFUL);
	ADD(words, seasons, ROLE_SEASON);
	ADD(words, doubtful_seasons, ROLE_DOUBTFUL);
}

static void
unit_words(struct words *words)
{
	static const struct spelled units[] = {{"second", UNIT_SECOND}, {"minute", UNIT_MINUTE},
		{"hour", UNIT_HOUR}, {"day", UNIT_DAY}, {"weekend", UNIT_WEEKEND}, {"week", UNIT_WEEK},
		{"fortnight", UNIT_FORTNIGHT}, {"month", UNIT_MONTH}, {"quarter", UNIT_QUARTER},
		{"year", UNIT_YEAR}, {"decade", UNIT_DECADE}, {"century", UNIT_CENTURY}};
	static const struct spelled plurals[] = {{"seconds", UNIT_SECOND}, {"minutes", UNIT_MINUTE},
		{"mins", UNIT_MINUTE}, {"hours", UNIT_HOUR}, {"hrs", UNIT_HOUR}, {"days", UNIT_DAY},
		{"nights", UNIT_NIGHT}, {"weekends", UNIT_WEEKEND}, {"weeks", UNIT_WEEK},
		{"months", UNIT_MONTH}, {"quarters", UNIT_QUARTER}, {"years", UNIT_YEAR}, {"yrs", UNIT_YEAR},
		{"decades", UNIT_DECADE}, {"centuries", UNIT_CENTURY}};
	static const struct spelled often[] = {{"daily", UNIT_DAY}, {"weekly", UNIT_WEEK},
		{"monthly", UNIT_MONTH}, {"quarterly", UNIT_QUARTER}, {"annual", UNIT_YEAR},
		{"annually", UNIT_YEAR}, {"yearly", UNIT_YEAR}, {"hourly", UNIT_HOUR},
		{"fortnightly", UNIT_FORTNIGHT}, {"nightly", UNIT_NIGHT}};
	static const struct spelled parts[] = {{"morning", PART_MORNING}, {"afternoon", PART_AFTERNOON},
		{"evening", PART_EVENING}, {"night", PART_NIGHT}};
	ADD(words, units, ROLE_UNIT);
	ADD(words, plurals, ROLE_UNITS);
	ADD(words, often, ROLE_OFTEN);
	ADD(words, parts, ROLE_DAYPART);
}

static void
relative_words(struct words *words)
{
	static const struct spelled steps[] = {{"last", STEP_LAST}, {"this", STEP_THIS},
		{"current", STEP_THIS}, {"next", STEP_NEXT}, {"past", STEP_PAST}, {"coming", STEP_COMING},
		{"upcoming", STEP_COMING}, {"recent", STEP_RECENT}, {"previous", STEP_PREVIOUS},
		{"prior", STEP_PREVIOUS}, {"preceding", STEP_PREVIOUS}, {"following", STEP_FOLLOWING},
		{"same", STEP_SAME}, {"that", STEP_SAME}, {"ensuing", STEP_FOLLOWING}};
	static const struct spelled edges[] = {{"early", 0}, {"late", 0}, {"mid", 0}, {"wee", 0},
		{"earlier", PLAIN_BEFORE}, {"later", PLAIN_LATER}};
	static const struct spelled deictics[] = {{"today", 0}, {"yesterday", -1}, {"tomorrow", 1}};
	static const struct spelled every[] = {{"every", 0}, {"each", 0}};
	static const char *const holidays[] = {"christmas", "boxing", "new", "valentine", "st",
		"independence", "halloween", "juneteenth", "veterans", "bastille", "anzac", "australia",
		"canada", "thanksgiving", "labor", "labour", "memorial", "mother", "father", "good", "easter",
		"palm", "ash", "whit", "black", "cyber", "super", "election", "eid", "ramadan", "diwali",
		"hanukkah", "yom", "passover", "lunar", "nowruz", NULL};
	ADD(words, steps, ROLE_STEP);
	ADD(words, edges, ROLE_EDGE);
	ADD(words, deictics, ROLE_DEICTIC);
	ADD(words, every, ROLE_EVERY);
	words_add_run(words, holidays, ROLE_HOLIDAY, 0, 0);
}

static void
tense_words(struct words *words)
{
	static const char *const ahead[] = {"will", "ll", "shall", "scheduled", "due", "upcoming", "slated",
		"expects", "until", "till", "ahead", "deadline", "intends", "aims", "expire", "expires",
		"tomorrow", "would", "could", "must", NULL};
	static const char *const ahead_if_is[] = {"expected", "planned", "set", "going", "planning", NULL};
	static const char *const behind[] = {"was", "were", "had", "did", "said", "told", "came", "went",
		"took", "made", "met", "began", "left", "won", "lost", "fell", "rose", "held", "gave", "saw",
		"got", "became", "found", "sent", "hit", "led", "brought", "wrote", "spoke", "announced",
		"signed", "has", "have", "been", "since", "died", "killed", "shot", "struck", "ran", "sold",
		"bought", "paid", "put", "stood", "broke", "grew", NULL};
	words_add_run(words, ahead, ROLE_FUTURE, 0, 0);
	words_add_run(words, ahead_if_is, ROLE_FUTURE | ROLE_DOUBTFUL, 0, 0);
	static const char *const events[] = {"attack", "attacks", "massacre", "assault", "shooting",
		"killing", "killings", "raid", "crash", "explosion", "earthquake", "riot", "riots", "arrest",
		"murder", "bombing", "terrorists", "coup", "fire", "blast", "collapse", "accident",
		"disaster", NULL};
	words_add_run(words, behind, ROLE_PAST, 0, 0);
	words_add_run(words, events, ROLE_PAST, 0, 0);
}

static void
ordinal_words(struct words *words)
{
	static const char *const ordinals[] = {"first", "second", "third", "fourth", "fifth", "sixth",
		"seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
		"fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", NULL};
	words_add_run(words, ordinals, ROLE_ORDINAL, 1, 1);
}

static void
plain_words(struct words *words)
{
	static const struct spelled plain[] = {{"ago", PLAIN_AGO}, {"of", PLAIN_OF}, {"to", PLAIN_TO},
		{"and", PLAIN_AND}, {"or", PLAIN_OR}, {"between", PLAIN_BETWEEN}, {"from", PLAIN_FROM},
		{"than", PLAIN_THAN}, {"more", PLAIN_MORE}, {"less", PLAIN_LESS}, {"fewer", PLAIN_FEWER},
		{"at", PLAIN_AT}, {"least", PLAIN_LEAST}, {"most", PLAIN_MOST}, {"up", PLAIN_UP},
		{"as", PLAIN_AS}, {"much", PLAIN_MUCH}, {"many", PLAIN_MANY}, {"over", PLAIN_OVER},
		{"just", PLAIN_JUST}, {"well", PLAIN_WELL}, {"under", PLAIN_UNDER}, {"end", PLAIN_END},
		{"start", PLAIN_END}, {"beginning", PLAIN_END}, {"middle", PLAIN_END}, {"close", PLAIN_CLOSE},
		{"turn", PLAIN_END}, {"rest", PLAIN_END}, {"remainder", PLAIN_END}, {"eve", PLAIN_EVE},
		{"half", PLAIN_HALF}, {"old", PLAIN_OLD}, {"olds", PLAIN_OLD}, {"young", PLAIN_OLD},
		{"aged", PLAIN_AGED}, {"age", PLAIN_AGED}, {"ages", PLAIN_AGED}, {"long", PLAIN_LONG},
		{"before", PLAIN_BEFORE}, {"after", PLAIN_AFTER}, {"s", PLAIN_S}, {"th", PLAIN_TH},
		{"st", PLAIN_TH}, {"nd", PLAIN_TH}, {"rd", PLAIN_TH}, {"clock", PLAIN_CLOCK},
		{"noon", PLAIN_NOON}, {"midday", PLAIN_NOON}, {"midnight", PLAIN_NOON},
		{"tonight", PLAIN_TONIGHT}, {"overnight", PLAIN_OVERNIGHT}, {"per", PLAIN_PER},
		{"percent", PLAIN_PERCENT}, {"pct", PLAIN_PERCENT}, {"percentage", PLAIN_PERCENT},
		{"points", PLAIN_POINTS}, {"point", PLAIN_POINTS}, {"fiscal", PLAIN_FISCAL},
		{"financial", PLAIN_FISCAL}, {"when", PLAIN_WHEN}, {"school", PLAIN_KIND},
		{"academic", PLAIN_KIND}, {"election", PLAIN_KIND}, {"tax", PLAIN_KIND}, {"his", PLAIN_HIS},
		{"her", PLAIN_HIS}, {"its", PLAIN_HIS}, {"their", PLAIN_HIS}, {"these", PLAIN_THESE},
		{"previously", PLAIN_PREVIOUSLY}, {"was", PLAIN_BE}, {"is", PLAIN_BE}, {"are", PLAIN_BE},
		{"be", PLAIN_BE}, {"were", PLAIN_BE}, {"turned", PLAIN_BE}, {"turns", PLAIN_BE},
		{"he", PLAIN_HE}, {"she", PLAIN_HE}, {"all", PLAIN_ALL}, {"bc", PLAIN_BC}, {"bce", PLAIN_BC},
		{"ad", PLAIN_AD}, {"day", PLAIN_DAY}, {"year", PLAIN_YEAR}, {"couple", PLAIN_COUPLE},
		{"through", PLAIN_THROUGH}, {"no", PLAIN_NO}, {"full", PLAIN_FULL}, {"whole", PLAIN_FULL},
		{"entire", PLAIN_FULL}, {"consecutive", PLAIN_FULL}, {"straight", PLAIN_FULL},
		{"calendar", PLAIN_FULL}, {"worth", PLAIN_WORTH}, {"fy", PLAIN_FY}, {"in", PLAIN_IN},
		{"on", PLAIN_ON}, {"for", PLAIN_FOR}, {"by", PLAIN_BY}, {"since", PLAIN_SINCE},
		{"now", PLAIN_NOW}, {"final", PLAIN_FINAL}, {"square", PLAIN_SQUARE}, {"sq", PLAIN_SQUARE},
		{"cubic", PLAIN_CUBIC}, {"nautical", PLAIN_NAUTICAL}, {"degrees", PLAIN_DEGREES},
		{"degree", PLAIN_DEGREES}, {"minus", PLAIN_MINUS}, {"negative", PLAIN_MINUS},
		{"metric", PLAIN_METRIC}};
	static const char *const leads[] = {"in", "on", "since", "until", "till", "by", "before", "after",
		"during", "from", "through", "throughout", "for", "between", "within", "back", "around",
		"starting", "beginning", "ending", "early", "late", NULL};
	words_add(words, "the", ROLE_THE, 0);
	ADD(words, plain, ROLE_PLAIN);
	words_add_run(words, leads, ROLE_IN, 0, 0);
}

void
dates_words(struct words *words)
{
	calendar_words(words);
	unit_words(words);
	relative_words(words);
	tense_words(words);
	ordinal_words(words);
	plain_words(words);
}
