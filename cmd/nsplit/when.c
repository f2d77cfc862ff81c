#include "when.h"

#include <stdint.h>

/* What the words of a date can be. */
enum word_class { OTHER, MONTH, WEEKDAY, JOINER, DAYTIME, UNIT, BEFORE, AGO, RELATIVE, ARTICLE };

/*
 * Words of dates in the languages whose news is scraped most, small; short forms may end in a full stop. In
 * the order of their bytes.
 */
static const struct {
	const char *word;
	enum word_class class;
} lexicon[] = {
	{"a", ARTICLE},
	{"a.m", DAYTIME},
	{"abr", MONTH},
	{"abril", MONTH},
	{"aest", DAYTIME},
	{"ago", AGO},
	{"agosto", MONTH},
	{"agustus", MONTH},
	{"am", DAYTIME},
	{"an", ARTICLE},
	{"aout", MONTH},
	{"août", MONTH},
	{"apr", MONTH},
	{"april", MONTH},
	{"aprile", MONTH},
	{"aralık", MONTH},
	{"at", JOINER},
	{"atrás", AGO},
	{"aug", MONTH},
	{"august", MONTH},
	{"augusti", MONTH},
	{"augustus", MONTH},
	{"avr", MONTH},
	{"avril", MONTH},
	{"ayer", RELATIVE},
	{"ağustos", MONTH},
	{"bst", DAYTIME},
	{"března", MONTH},
	{"cdt", DAYTIME},
	{"cest", DAYTIME},
	{"cet", DAYTIME},
	{"cst", DAYTIME},
	{"cuma", WEEKDAY},
	{"cumartesi", WEEKDAY},
	{"czerwca", MONTH},
	{"czwartek", WEEKDAY},
	{"d", UNIT},
	{"dag", UNIT},
	{"dagen", UNIT},
	{"dager", UNIT},
	{"dakika", UNIT},
	{"day", UNIT},
	{"days", UNIT},
	{"de", JOINER},
	{"dec", MONTH},
	{"december", MONTH},
	{"del", JOINER},
	{"den", JOINER},
	{"des", MONTH},
	{"desember", MONTH},
	{"dez", MONTH},
	{"dezember", MONTH},
	{"dezembro", MONTH},
	{"dia", UNIT},
	{"dias", UNIT},
	{"dic", MONTH},
	{"dicembre", MONTH},
	{"diciembre", MONTH},
	{"dienstag", WEEKDAY},
	{"dimanche", WEEKDAY},
	{"dinsdag", WEEKDAY},
	{"dni", UNIT},
	{"domenica", WEEKDAY},
	{"domingo", WEEKDAY},
	{"donderdag", WEEKDAY},
	{"donnerstag", WEEKDAY},
	{"dubna", MONTH},
	{"dygn", UNIT},
	{"déc", MONTH},
	{"décembre", MONTH},
	{"día", UNIT},
	{"días", UNIT},
	{"eat", DAYTIME},
	{"edt", DAYTIME},
	{"een", ARTICLE},
	{"eet", DAYTIME},
	{"eine", ARTICLE},
	{"einem", ARTICLE},
	{"einen", ARTICLE},
	{"einer", ARTICLE},
	{"ekim", MONTH},
	{"elokuuta", MONTH},
	{"en", ARTICLE},
	{"ene", MONTH},
	{"enero", MONTH},
	{"est", DAYTIME},
	{"et", DAYTIME},
	{"ett", ARTICLE},
	{"eylül", MONTH},
	{"fa", AGO},
	{"feb", MONTH},
	{"febbraio", MONTH},
	{"febrero", MONTH},
	{"februar", MONTH},
	{"februari", MONTH},
	{"february", MONTH},
	{"fev", MONTH},
	{"fevereiro", MONTH},
	{"fevrier", MONTH},
	{"fredag", WEEKDAY},
	{"freitag", WEEKDAY},
	{"fri", WEEKDAY},
	{"friday", WEEKDAY},
	{"fév", MONTH},
	{"févr", MONTH},
	{"février", MONTH},
	{"geleden", AGO},
	{"gennaio", MONTH},
	{"gestern", RELATIVE},
	{"giorni", UNIT},
	{"giorno", UNIT},
	{"giovedì", WEEKDAY},
	{"gisteren", RELATIVE},
	{"giugno", MONTH},
	{"gmt", DAYTIME},
	{"godzin", UNIT},
	{"godziny", UNIT},
	{"godzinę", UNIT},
	{"grudnia", MONTH},
	{"gün", UNIT},
	{"h", UNIT},
	{"hace", BEFORE},
	{"hari", UNIT},
	{"haziran", MONTH},
	{"heinäkuuta", MONTH},
	{"helmikuuta", MONTH},
	{"heure", UNIT},
	{"heures", UNIT},
	{"heute", RELATIVE},
	{"hkt", DAYTIME},
	{"hoje", RELATIVE},
	{"hora", UNIT},
	{"horas", UNIT},
	{"hour", UNIT},
	{"hours", UNIT},
	{"hoy", RELATIVE},
	{"hr", UNIT},
	{"hrs", UNIT},
	{"huhtikuuta", MONTH},
	{"há", BEFORE},
	{"ieri", RELATIVE},
	{"ist", DAYTIME},
	{"jahr", UNIT},
	{"jahren", UNIT},
	{"jam", UNIT},
	{"jan", MONTH},
	{"janeiro", MONTH},
	{"januar", MONTH},
	{"januari", MONTH},
	{"january", MONTH},
	{"janv", MONTH},
	{"janvier", MONTH},
	{"jeudi", WEEKDAY},
	{"joulukuuta", MONTH},
	{"jour", UNIT},
	{"jours", UNIT},
	{"jst", DAYTIME},
	{"jueves", WEEKDAY},
	{"juil", MONTH},
	{"juillet", MONTH},
	{"juin", MONTH},
	{"jul", MONTH},
	{"julho", MONTH},
	{"juli", MONTH},
	{"julio", MONTH},
	{"july", MONTH},
	{"jumat", WEEKDAY},
	{"jun", MONTH},
	{"june", MONTH},
	{"junho", MONTH},
	{"juni", MONTH},
	{"junio", MONTH},
	{"kamis", WEEKDAY},
	{"kasım", MONTH},
	{"kesäkuuta", MONTH},
	{"kl", JOINER},
	{"klo", JOINER},
	{"kst", DAYTIME},
	{"května", MONTH},
	{"kwietnia", MONTH},
	{"lalu", AGO},
	{"ledna", MONTH},
	{"lipca", MONTH},
	{"listopada", MONTH},
	{"listopadu", MONTH},
	{"lokakuuta", MONTH},
	{"luglio", MONTH},
	{"lundi", WEEKDAY},
	{"lunedì", WEEKDAY},
	{"lunes", WEEKDAY},
	{"lutego", MONTH},
	{"lördag", WEEKDAY},
	{"lørdag", WEEKDAY},
	{"maaliskuuta", MONTH},
	{"maandag", WEEKDAY},
	{"maart", MONTH},
	{"maggio", MONTH},
	{"mai", MONTH},
	{"maio", MONTH},
	{"maj", MONTH},
	{"maja", MONTH},
	{"mandag", WEEKDAY},
	{"mar", MONTH},
	{"marca", MONTH},
	{"march", MONTH},
	{"mardi", WEEKDAY},
	{"maret", MONTH},
	{"marraskuuta", MONTH},
	{"mars", MONTH},
	{"martedì", WEEKDAY},
	{"martes", WEEKDAY},
	{"marts", MONTH},
	{"marzo", MONTH},
	{"março", MONTH},
	{"may", MONTH},
	{"mayo", MONTH},
	{"mayıs", MONTH},
	{"mdt", DAYTIME},
	{"mei", MONTH},
	{"menit", UNIT},
	{"mercoledì", WEEKDAY},
	{"mercredi", WEEKDAY},
	{"mes", UNIT},
	{"meses", UNIT},
	{"min", UNIT},
	{"minggu", WEEKDAY},
	{"mins", UNIT},
	{"minut", UNIT},
	{"minute", UNIT},
	{"minuten", UNIT},
	{"minuter", UNIT},
	{"minutes", UNIT},
	{"minuti", UNIT},
	{"minuto", UNIT},
	{"minutos", UNIT},
	{"minutter", UNIT},
	{"minuut", UNIT},
	{"minuuttia", UNIT},
	{"mittwoch", WEEKDAY},
	{"miércoles", WEEKDAY},
	{"mois", UNIT},
	{"mon", WEEKDAY},
	{"monat", UNIT},
	{"monaten", UNIT},
	{"monday", WEEKDAY},
	{"montag", WEEKDAY},
	{"month", UNIT},
	{"months", UNIT},
	{"mrt", MONTH},
	{"mrz", MONTH},
	{"msk", DAYTIME},
	{"mst", DAYTIME},
	{"märz", MONTH},
	{"måndag", WEEKDAY},
	{"nd", JOINER},
	{"niedziela", WEEKDAY},
	{"nisan", MONTH},
	{"nov", MONTH},
	{"november", MONTH},
	{"novembre", MONTH},
	{"novembro", MONTH},
	{"noviembre", MONTH},
	{"o", JOINER},
	{"ocak", MONTH},
	{"oct", MONTH},
	{"october", MONTH},
	{"octobre", MONTH},
	{"octubre", MONTH},
	{"of", JOINER},
	{"okt", MONTH},
	{"oktober", MONTH},
	{"om", JOINER},
	{"one", ARTICLE},
	{"onsdag", WEEKDAY},
	{"ontem", RELATIVE},
	{"ora", UNIT},
	{"ore", UNIT},
	{"ott", MONTH},
	{"ottobre", MONTH},
	{"outubro", MONTH},
	{"p.m", DAYTIME},
	{"pazar", WEEKDAY},
	{"pazartesi", WEEKDAY},
	{"października", MONTH},
	{"pdt", DAYTIME},
	{"perşembe", WEEKDAY},
	{"piątek", WEEKDAY},
	{"pkt", DAYTIME},
	{"pm", DAYTIME},
	{"poniedziałek", WEEKDAY},
	{"prosince", MONTH},
	{"pst", DAYTIME},
	{"pt", DAYTIME},
	{"päivää", UNIT},
	{"quarta", WEEKDAY},
	{"quinta", WEEKDAY},
	{"rabu", WEEKDAY},
	{"rd", JOINER},
	{"saat", UNIT},
	{"sabato", WEEKDAY},
	{"sabtu", WEEKDAY},
	{"salı", WEEKDAY},
	{"samedi", WEEKDAY},
	{"samstag", WEEKDAY},
	{"sast", DAYTIME},
	{"sat", WEEKDAY},
	{"saturday", WEEKDAY},
	{"sec", UNIT},
	{"second", UNIT},
	{"seconds", UNIT},
	{"secs", UNIT},
	{"sedan", AGO},
	{"segunda", WEEKDAY},
	{"sekunden", UNIT},
	{"selasa", WEEKDAY},
	{"semaine", UNIT},
	{"semaines", UNIT},
	{"semana", UNIT},
	{"semanas", UNIT},
	{"senin", WEEKDAY},
	{"sep", MONTH},
	{"sept", MONTH},
	{"september", MONTH},
	{"septembre", MONTH},
	{"septiembre", MONTH},
	{"setembro", MONTH},
	{"setiembre", MONTH},
	{"settembre", MONTH},
	{"settimana", UNIT},
	{"settimane", UNIT},
	{"sexta", WEEKDAY},
	{"sgt", DAYTIME},
	{"siden", AGO},
	{"sierpnia", MONTH},
	{"sitten", AGO},
	{"sobota", WEEKDAY},
	{"sonnabend", WEEKDAY},
	{"sonntag", WEEKDAY},
	{"srpna", MONTH},
	{"st", JOINER},
	{"stunde", UNIT},
	{"stunden", UNIT},
	{"stycznia", MONTH},
	{"sun", WEEKDAY},
	{"sunday", WEEKDAY},
	{"syyskuuta", MONTH},
	{"sábado", WEEKDAY},
	{"söndag", WEEKDAY},
	{"søndag", WEEKDAY},
	{"t", JOINER},
	{"tag", UNIT},
	{"tagen", UNIT},
	{"tammikuuta", MONTH},
	{"temmuz", MONTH},
	{"temu", AGO},
	{"terça", WEEKDAY},
	{"th", JOINER},
	{"thu", WEEKDAY},
	{"thur", WEEKDAY},
	{"thurs", WEEKDAY},
	{"thursday", WEEKDAY},
	{"time", UNIT},
	{"timer", UNIT},
	{"timmar", UNIT},
	{"timme", UNIT},
	{"tirsdag", WEEKDAY},
	{"tisdag", WEEKDAY},
	{"today", RELATIVE},
	{"torsdag", WEEKDAY},
	{"toukokuuta", MONTH},
	{"tue", WEEKDAY},
	{"tues", WEEKDAY},
	{"tuesday", WEEKDAY},
	{"tuntia", UNIT},
	{"uhr", DAYTIME},
	{"um", JOINER},
	{"un", ARTICLE},
	{"una", ARTICLE},
	{"une", ARTICLE},
	{"utc", DAYTIME},
	{"uur", UNIT},
	{"vandaag", RELATIVE},
	{"vendredi", WEEKDAY},
	{"venerdì", WEEKDAY},
	{"viernes", WEEKDAY},
	{"vor", BEFORE},
	{"vrijdag", WEEKDAY},
	{"wat", DAYTIME},
	{"wed", WEEKDAY},
	{"wednesday", WEEKDAY},
	{"week", UNIT},
	{"weeks", UNIT},
	{"weken", UNIT},
	{"wib", DAYTIME},
	{"woche", UNIT},
	{"wochen", UNIT},
	{"woensdag", WEEKDAY},
	{"września", MONTH},
	{"wtorek", WEEKDAY},
	{"year", UNIT},
	{"years", UNIT},
	{"yesterday", RELATIVE},
	{"z", DAYTIME},
	{"zaterdag", WEEKDAY},
	{"zondag", WEEKDAY},
	{"září", MONTH},
	{"à", JOINER},
	{"çarşamba", WEEKDAY},
	{"önce", AGO},
	{"února", MONTH},
	{"července", MONTH},
	{"června", MONTH},
	{"října", MONTH},
	{"środa", WEEKDAY},
	{"Şubat", MONTH},
	{"şubat", MONTH},
	{"авг", MONTH},
	{"августа", MONTH},
	{"апр", MONTH},
	{"апреля", MONTH},
	{"в", JOINER},
	{"г", JOINER},
	{"дек", MONTH},
	{"декабря", MONTH},
	{"дней", UNIT},
	{"дня", UNIT},
	{"июл", MONTH},
	{"июля", MONTH},
	{"июн", MONTH},
	{"июня", MONTH},
	{"мар", MONTH},
	{"марта", MONTH},
	{"мая", MONTH},
	{"минут", UNIT},
	{"минуты", UNIT},
	{"назад", AGO},
	{"ноя", MONTH},
	{"ноября", MONTH},
	{"окт", MONTH},
	{"октября", MONTH},
	{"сен", MONTH},
	{"сент", MONTH},
	{"сентября", MONTH},
	{"фев", MONTH},
	{"февраля", MONTH},
	{"час", UNIT},
	{"часа", UNIT},
	{"часов", UNIT},
	{"янв", MONTH},
	{"января", MONTH},
	{"أبريل", MONTH},
	{"أغسطس", MONTH},
	{"أكتوبر", MONTH},
	{"ديسمبر", MONTH},
	{"سبتمبر", MONTH},
	{"فبراير", MONTH},
	{"مارس", MONTH},
	{"مايو", MONTH},
	{"نوفمبر", MONTH},
	{"يناير", MONTH},
	{"يوليو", MONTH},
	{"يونيو", MONTH},
};

static char
lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_word_byte(char c)
{
	return (lower(c) >= 'a' && lower(c) <= 'z') || (unsigned char)c >= 0x80;
}

/* The order of a word, whatever its case in ASCII, and of a small one. */
static int
compare(struct slice word, const char *small)
{
	for (size_t i = 0; i < word.len; i++) {
		int less = (unsigned char)lower(word.at[i]) - (unsigned char)small[i];
		if (less != 0)
			return less; /* the end of `small` is less than any byte */
	}
	return small[word.len] == '\0' ? 0 : -1;
}

static enum word_class
classify(struct slice word)
{
	size_t begin = 0, end = sizeof lexicon / sizeof *lexicon;

	while (begin < end) {
		size_t middle = begin + (end - begin) / 2;
		int order = compare(word, lexicon[middle].word);
		if (order == 0)
			return lexicon[middle].class;
		if (order < 0)
			end = middle;
		else
			begin = middle + 1;
	}
	return OTHER;
}

/* What a run of date words has shown so far. */
struct evidence {
	unsigned months, weekdays, numbers, years, clocks, numeric;
	bool relative; /* "yesterday", "2 days ago" */
};

static bool
is_a_date(const struct evidence *e)
{
	return e->relative || e->numeric > 0 || (e->months > 0 && e->numbers + e->years > 0) ||
	       (e->weekdays > 0 && e->clocks > 0);
}

/* Digits and what may stand between the digits of one date: "2024-05-03", "3/5/2024", "10:15", "12". */
static size_t
take_number(struct slice s, struct evidence *e)
{
	size_t n = 0, digits = 0, groups = 1;
	char between = '\0';

	while (n < s.len) {
		bool more = n + 1 < s.len && is_digit(s.at[n + 1]);
		if (is_digit(s.at[n])) {
			digits++;
		} else if (more && memchr("-/.:h", s.at[n], 5) != NULL &&
			   (between == '\0' || between == s.at[n])) {
			between = s.at[n];
			groups++;
		} else {
			break;
		}
		n++;
	}
	if (between == ':' || (between == 'h' && groups == 2))
		e->clocks++;
	else if (groups == 3 && digits >= 4 && digits <= 8)
		e->numeric++;
	else if (groups == 1 && digits == 4)
		e->years++;
	else if (groups == 1 && digits <= 2)
		e->numbers++;
	else if (groups == 2 && between == '.')
		e->clocks++; /* "10.15 Uhr" */
	else
		return 0;
	return n;
}

static size_t
word_length(struct slice s)
{
	size_t n = 0;

	while (n < s.len && (is_word_byte(s.at[n]) ||
				    (s.at[n] == '.' && n == 1 && n + 1 < s.len && lower(s.at[2]) == 'm')))
		n++;
	return n;
}

/* The word, "vor", and the blank behind it that begin an age: "vor 2 Stunden", "il y a 3 heures". */
static size_t
before_length(struct slice s)
{
	static const struct slice il_y_a = {"il y a ", 7};
	size_t n = word_length(s);

	if (s.len > il_y_a.len && lower(s.at[0]) == 'i' &&
		memcmp(s.at + 1, il_y_a.at + 1, il_y_a.len - 1) == 0)
		return il_y_a.len;
	return n > 0 && n + 1 < s.len && s.at[n] == ' ' && classify((struct slice){s.at, n}) == BEFORE ? n + 1
												       : 0;
}

/* A number or article, and the unit of time behind it: "7 days", "an hour", "3h". */
static size_t
span_length(struct slice s)
{
	size_t n = 0, word;

	while (n < s.len && is_digit(s.at[n]))
		n++;
	if (n > 4 || (n == 0 && (n = word_length(s), classify((struct slice){s.at, n}) != ARTICLE)))
		return 0;
	n += n < s.len && s.at[n] == ' ';
	word = word_length(slice_after(s, n));
	return classify((struct slice){s.at + n, word}) == UNIT ? n + word : 0;
}

/* A span of time with a word before or behind it: "7 days ago", "3h ago", "vor 2 Stunden". 0 if s is no age.
 */
static size_t
age_length(struct slice s)
{
	size_t before = before_length(s), span = span_length(slice_after(s, before)), n = before + span;

	if (span == 0 || before > 0)
		return span == 0 ? 0 : n;
	if (n >= s.len || s.at[n] != ' ')
		return 0;
	size_t word = word_length(slice_after(s, n + 1));
	return classify((struct slice){s.at + n + 1, word}) == AGO ? n + 1 + word : 0;
}

/* "2024年5月3日", "2025년 5월 3일": a number before the character for year, month and day each. */
static size_t
take_east_asian(struct slice s, struct evidence *e)
{
	static const char *const units[3][2] = {{"年", "년"}, {"月", "월"}, {"日", "일"}};
	size_t n = 0;

	for (size_t u = 0; u < 3; u++) {
		size_t digits = 0;
		while (n < s.len && digits < 5 && is_digit(s.at[n]))
			digits++, n++;
		struct slice rest = slice_after(s, n);
		if (digits == 0 || digits > (u == 0 ? 4U : 2U) ||
			(!slice_starts(rest, slice_of(units[u][0])) &&
				!slice_starts(rest, slice_of(units[u][1]))))
			return 0;
		n += 3;
		n += u < 2 && n < s.len && s.at[n] == ' ';
	}
	e->numeric++;
	return n;
}

static size_t
take_word(struct slice s, struct evidence *e)
{
	size_t n = word_length(s);

	switch (classify((struct slice){s.at, n})) {
	case MONTH:
		e->months++;
		break;
	case WEEKDAY:
		e->weekdays++;
		break;
	case DAYTIME:
	case JOINER:
		if (!e->relative &&
			e->months + e->weekdays + e->numbers + e->years + e->numeric + e->clocks == 0)
			return 0;
		break;
	case RELATIVE:
		if (n < s.len && is_digit(s.at[n]))
			return 0; /* "Russia Today7 days ago" */
		e->relative = true;
		break;
	default:
		return 0;
	}
	return n;
}

static size_t
separators(struct slice s)
{
	size_t n = 0;

	while (n < s.len && (s.at[n] == ' ' || s.at[n] == ',' || s.at[n] == '.' || s.at[n] == '(' ||
				    s.at[n] == ')' || s.at[n] == '+' || s.at[n] == '-'))
		n++;
	return n;
}

size_t
when_length(struct slice s)
{
	struct evidence e = {0};
	size_t at = age_length(s), good = 0;

	if (at > 0)
		return at;
	while (at < s.len) {
		struct slice rest = slice_after(s, at);
		size_t n = is_digit(rest.at[0]) ? take_east_asian(rest, &e) : 0;
		if (n == 0)
			n = is_digit(rest.at[0]) ? take_number(rest, &e) : take_word(rest, &e);
		if (n == 0 || e.months > 1 || e.years > 2)
			break;
		at += n;
		good = at;
		at += separators(slice_after(s, at));
	}
	if (!is_a_date(&e))
		return 0;
	if (good < s.len && (s.at[good] == '.' || s.at[good] == ')') && good + 1 == s.len)
		good++;
	return good;
}

/*
 * A date may begin here: at the start, behind a byte that is no letter, or as a digit behind a letter.
 * "Today" with a capital inside a line belongs to a name: "Russia Today".
 */
static bool
may_begin(struct slice s, size_t i)
{
	struct slice rest = slice_after(s, i);

	if (is_digit(s.at[i]))
		return i == 0 || !is_digit(s.at[i - 1]);
	if (!is_word_byte(s.at[i]) || (i > 0 && is_word_byte(s.at[i - 1])))
		return false;
	return i == 0 || lower(s.at[i]) == s.at[i] ||
	       classify((struct slice){rest.at, word_length(rest)}) != RELATIVE;
}

struct slice
when_find(struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		size_t n = may_begin(s, i) ? when_length(slice_after(s, i)) : 0;
		if (n == 0 && i > 0 && lower(s.at[i]) == 'a' && is_word_byte(s.at[i - 1]))
			n = age_length(slice_after(s, i)); /* "timean hour ago" */
		if (n == 0 && i > 0 && (s.at[i] == 'y' || s.at[i] == 'Y') && is_word_byte(s.at[i - 1]) &&
			classify(slice_after(s, i)) == RELATIVE)
			n = s.len - i; /* "Gazetteyesterday" */
		if (n > 0)
			return (struct slice){s.at + i, n};
	}
	return (struct slice){NULL, 0};
}
