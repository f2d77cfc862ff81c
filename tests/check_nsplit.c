/* The head lines of an article: dates found in them, fields cut from them, titles without their site. */
#include "../cmd/nsplit/heads.h"
#include "../cmd/nsplit/when.h"
#include "unit.h"

/* What when_length() says of a string: the bytes of it that are a date. */
static void
is_when(const char *line, const char *date)
{
	struct slice s = slice_of(line);
	unit_same((struct slice){s.at, when_length(s)}, slice_of(date));
}

START_TEST(dates_at_the_start)
{
	is_when("Aug 1, 2025  |  ", "Aug 1, 2025");
	is_when("August 1, 2025 at 10:15 am GMT, London", "August 1, 2025 at 10:15 am GMT");
	is_when("Friday, 3 May 2024", "Friday, 3 May 2024");
	is_when("3rd May 2024", "3rd May 2024");
	is_when("2024-05-03T10:15:00Z", "2024-05-03T10:15:00Z");
	is_when("03.05.2024 um 10:15 Uhr", "03.05.2024 um 10:15 Uhr");
	is_when("3/5/24", "3/5/24");
	is_when("12 de agosto de 2024", "12 de agosto de 2024");
	is_when("1. M\xc3\xa4rz 2024", "1. M\xc3\xa4rz 2024");
	is_when("Monday 10:15", "Monday 10:15");
	is_when("yesterday", "yesterday");
}
END_TEST

START_TEST(dates_of_many_languages)
{
	is_when("21. srpna 2024, 10:15", "21. srpna 2024, 10:15");
	is_when("3 września 2024", "3 września 2024");
	is_when("8 января, 17:46", "8 января, 17:46");
	is_when("3 Ağustos 2024", "3 Ağustos 2024");
	is_when("mandag 5. august kl. 14:47", "mandag 5. august kl. 14:47");
	is_when("23 okt 2025 kl 10.23 Uppdaterad", "23 okt 2025 kl 10.23");
	is_when("13/01/2025 10h22 | x", "13/01/2025 10h22");
	is_when("2 maj 2024", "2 maj 2024");
	is_when("5. kesäkuuta 2024", "5. kesäkuuta 2024");
	is_when("2024年5月3日 10:15", "2024年5月3日 10:15");
	is_when("2025년 5월 3일", "2025년 5월 3일");
	is_when("1月14日", "");
	is_when("gestern um 10:15 Uhr", "gestern um 10:15 Uhr");
	is_when("vor 3 Stunden, Berlin", "vor 3 Stunden");
	is_when("il y a 3 heures", "il y a 3 heures");
	is_when("hace 5 minutos", "hace 5 minutos");
	is_when("2 uur geleden", "2 uur geleden");
	is_when("3 часа назад", "3 часа назад");
	is_when("2 godziny temu", "2 godziny temu");
	is_when("vor 3 Jahrhunderten", "");
	is_when("3 Stunden", "");
	is_when("hace frío", "");
}
END_TEST

START_TEST(ages)
{
	is_when("7 days ago", "7 days ago");
	is_when("an hour ago | World", "an hour ago");
	is_when("3h ago", "3h ago");
	is_when("1 min ago", "1 min ago");
	is_when("7 days later", "");
	is_when("12345 days ago", "");
}
END_TEST

START_TEST(no_dates)
{
	is_when("", "");
	is_when("2024", "");
	is_when("12 people died", "");
	is_when("Mayor wins", "");
	is_when("May said", "");
	is_when("Sunday Times", "");
	is_when("10:15", "");
	is_when("1-0", "");
	is_when("at 10 am", "");
}
END_TEST

static void
finds(const char *line, const char *date)
{
	struct slice found = when_find(slice_of(line));
	if (*date == '\0')
		ck_assert_ptr_null(found.at);
	else
		unit_same(found, slice_of(date));
}

START_TEST(dates_inside)
{
	finds("Al Jazeera2 days ago", "2 days ago");
	finds("Al Jazeeraan hour ago", "an hour ago");
	finds("timea day ago", "a day ago");
	finds("The Gazetteyesterday", "yesterday");
	finds("By Ann Lee | 3 May 2024", "3 May 2024");
	finds("Published: Aug 1, 2025", "Aug 1, 2025");
	finds("Russia Today7 days ago", "7 days ago");
	finds("Russia Today", "");
	finds("USA Today", "");
	finds("Today at 10:15", "Today at 10:15");
	finds("seen today at 10:15", "today at 10:15");
	finds("von Heute Redaktion", "");
	finds("Mis à jour il y a 2 heures", "il y a 2 heures");
	finds("Channel 4 News", "");
	finds("", "");
}
END_TEST

struct cut_case {
	const char *line;
	enum line_role role;
	const char *fields; /* "Source=...;Date=..." */
};

static void
cuts_as(const struct cut_case *c)
{
	struct head_piece pieces[HEAD_PIECES];
	size_t count = head_cut(slice_of(c->line), c->role, pieces);
	char made[512] = "";
	size_t at = 0;

	for (size_t i = 0; i < count; i++) {
		struct slice name = rec_name(pieces[i].kind);
		at += (size_t)snprintf(made + at, sizeof made - at, "%s%.*s=%.*s", i > 0 ? ";" : "",
			(int)name.len, name.at, (int)pieces[i].text.len, pieces[i].text.at);
	}
	ck_assert_str_eq(made, c->fields);
}

START_TEST(glued_heads_are_cut)
{
	static const struct cut_case cases[] = {
		{"Al Jazeera2 days ago", LINE_SOURCE_DATE, "Source=Al Jazeera;Date=2 days ago"},
		{"Al Jazeeraan hour ago", LINE_SOURCE_DATE, "Source=Al Jazeera;Date=an hour ago"},
		{"Reuters | 3 May 2024", LINE_SOURCE_DATE, "Source=Reuters;Chrome=|;Date=3 May 2024"},
		{"Reuters \xe2\x80\xa2 2h ago |", LINE_SOURCE_DATE,
			"Source=Reuters;Chrome=\xe2\x80\xa2;Date=2h ago;Chrome=|"},
		{"Reuters", LINE_SOURCE, "Source=Reuters"},
		{"time2 hours ago", LINE_DATE, "Chrome=time;Date=2 hours ago"},
		{"timean hour ago", LINE_DATE, "Chrome=time;Date=an hour ago"},
		{"Sky News5h ago", LINE_DATE, "Source=Sky News;Date=5h ago"},
		{"Health Today2 days ago", LINE_DATE, "Source=Health Today;Date=2 days ago"},
		{"By Ann Lee \xe2\x80\x93 Updated 3 May 2024", LINE_DATE,
			"Byline=By Ann Lee;Chrome=\xe2\x80\x93;Date=Updated 3 May 2024"},
		{"Last Updated3 May 2024", LINE_DATE, "Date=Last Updated3 May 2024"},
		{"Berlin, 3 May 2024", LINE_DATE, "Date=Berlin, 3 May 2024"},
		{"Ann Lee | 3 May 2024", LINE_DATE, "Date=Ann Lee | 3 May 2024"},
		{"By the sea", LINE_DATE, "Date=By the sea"},
		{"Aug 1, 2025  |", LINE_DATE, "Date=Aug 1, 2025;Chrome=|"},
		{"Published: Aug 1, 2025", LINE_DATE, "Date=Published: Aug 1, 2025"},
		{"By Ann Lee | 3 May 2024", LINE_BYLINE, "Byline=By Ann Lee;Chrome=|;Date=3 May 2024"},
		{"By Ann Lee", LINE_BYLINE, "Byline=By Ann Lee"},
		{"By Ann Lee Published: Aug 1, 2025", LINE_BYLINE,
			"Byline=By Ann Lee;Date=Published: Aug 1, 2025"},
		{"Ann Lee / Last updated on Aug 1, 2025", LINE_BYLINE,
			"Byline=Ann Lee;Chrome=/;Date=Last updated on Aug 1, 2025"},
		{"Posted Aug 1, 2025 Updated 3 May 2026", LINE_BYLINE,
			"Date=Posted Aug 1, 2025;Date=Updated 3 May 2026"},
		{"3 May 2024 By Ann Lee", LINE_BYLINE, "Date=3 May 2024;Byline=By Ann Lee"},
		{"Von Ann Lee aktualisiert am 3. Mai 2024 | Berlin", LINE_BYLINE,
			"Byline=Von Ann Lee;Date=aktualisiert am 3. Mai 2024;Byline=| Berlin"},
		{"vor 3 Stunden vor 2 Stunden", LINE_SOURCE_DATE, "Date=vor 3 Stunden;Date=vor 2 Stunden"},
		{"NextImg:Envoy flies home", LINE_TITLE, "Chrome=NextImg:;Title=Envoy flies home"},
		{"Syria: Envoy flies home", LINE_TITLE, "Title=Syria: Envoy flies home"},
		{"UN:Envoy flies home", LINE_TITLE, "Title=UN:Envoy flies home"},
		{"Aug 1, 2025Envoy flies home", LINE_TITLE, "Date=Aug 1, 2025;Title=Envoy flies home"},
		{"Aug 1, 2025 was a warm day", LINE_TITLE, "Title=Aug 1, 2025 was a warm day"},
		{"On Aug 1, 2025 it rained", LINE_TEXT, "Text=On Aug 1, 2025 it rained"},
		{"A man looks on, May 4, 2025. (AP)", LINE_CAPTION,
			"Caption=A man looks on, May 4, 2025. (AP)"},
		{"Share", LINE_CHROME, "Chrome=Share"},
		{"", LINE_TITLE, ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cuts_as(&cases[i]);
}
END_TEST

static void
visible(struct slice s, char *out)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] != ' ')
			*out++ = s.at[i];
	*out = '\0';
}

/* Whatever a line and its role, its pieces hold all its visible characters in order. */
START_TEST(cutting_loses_nothing)
{
	static const char *const bits[] = {"time", "2 hours ago", " | ", "By Ann", "Aug 1, 2025", " - ",
		"NextImg:", "Envoy", " ", "3/5/24", "an hour ago", "Updated ", "\xe2\x80\xa2", "yesterday",
		"x"};
	uint64_t random = 1;

	for (int round = 0; round < 20000; round++) {
		char line[128] = "", before[128], after[128] = "";
		for (int n = 0; n < 4; n++) {
			random = random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
			strcat(line, bits[(random >> 33) % (sizeof bits / sizeof *bits)]);
		}
		struct slice s = slice_of(line);
		visible(s, before);
		for (enum line_role role = LINE_CHROME; role < LINE_ROLES; role++) {
			struct head_piece pieces[HEAD_PIECES];
			size_t count = head_cut(s, role, pieces);
			ck_assert_uint_le(count, HEAD_PIECES);
			after[0] = '\0';
			for (size_t i = 0; i < count; i++)
				visible(pieces[i].text, after + strlen(after));
			ck_assert_str_eq(after, before);
		}
	}
}
END_TEST

START_TEST(headlines_lose_their_site)
{
	static const struct {
		const char *title, *repeat, *url, *headline;
	} cases[] = {
		{"Envoy flies home after long talks | The Daily Planet", "", "",
			"Envoy flies home after long talks"},
		{"Envoy flies home - Planet", "", "https://www.planet.example/a", "Envoy flies home"},
		{"Envoy flies home - Planet", "Envoy flies home", "", "Envoy flies home"},
		{"Envoy flies home - Planet", "", "", "Envoy flies home - Planet"},
		{"Win for the left - and a loss", "", "https://planet.example",
			"Win for the left - and a loss"},
		{"Envoy flies home after talks | World | Planet", "", "", "Envoy flies home after talks"},
		{"Planet | News", "", "", "Planet | News"},
		{"Envoy flies home » The Planet", "Envoy flies home", "", "Envoy flies home"},
		{"Envoy flies home : Planet", "", "https://www.planet.example/a", "Envoy flies home"},
		{"Planet.org - Envoy flies home", "", "https://www.planet.org/a", "Envoy flies home"},
		{"The Planet | Envoy flies home", "Envoy flies home", "", "Envoy flies home"},
		{"Envoy : a long flight home", "", "https://planet.example", "Envoy : a long flight home"},
		{"Foot : le club de Vannes gagne la coupe", "",
			"https://www.echo.example/sport/foot-le-club-de-vannes-gagne-la-coupe",
			"Foot : le club de Vannes gagne la coupe"},
		{"Council plans to close the bridge - Barrow", "",
			"https://www.echo.example/council-plans-to-close-the-bridge-barrow",
			"Council plans to close the bridge - Barrow"},
		{"Envoy flies home - Planet", "", "https://echo.example?of=planet",
			"Envoy flies home - Planet"},
		{"Envoy flies home - Planet", "", "planet.example", "Envoy flies home"},
		{"Envoy flies home - The Planet", "", "https://the-planet.example:80/", "Envoy flies home"},
		{"Envoy flies home", "", "", "Envoy flies home"},
		{"", "", "", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		unit_same(head_headline(slice_of(cases[i].title), slice_of(cases[i].repeat),
				  slice_of(cases[i].url)),
			slice_of(cases[i].headline));
}
END_TEST

int
main(void)
{
	const TTest *tests[] = {dates_at_the_start, dates_of_many_languages, ages, no_dates, dates_inside,
		glued_heads_are_cut, cutting_loses_nothing, headlines_lose_their_site, NULL};
	return unit_run("nsplit", tests);
}
