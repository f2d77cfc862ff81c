#include "page.h"

#include "builtin.h"
#include "html.h"

#include <stdlib.h>

enum { LINKS_OF_A_NAME = 100 }; /* the mentions of a name that the list leads to */

static const struct {
	const char *class; /* in page.css */
	const char *label;
} types[ENTITY_TYPES] = {
	[ENTITY_PERSON] = {"person", "People"},
	[ENTITY_ORG] = {"org", "Organisations"},
	[ENTITY_GPE] = {"gpe", "Countries, cities"},
	[ENTITY_LOC] = {"loc", "Rivers, regions"},
	[ENTITY_FAC] = {"fac", "Buildings"},
	[ENTITY_NORP] = {"norp", "Groups"},
	[ENTITY_EVENT] = {"event", "Events"},
	[ENTITY_DATE] = {"date", "Dates"},
	[ENTITY_TIME] = {"time", "Times"},
	[ENTITY_MONEY] = {"money", "Money"},
	[ENTITY_PERCENT] = {"percent", "Percent"},
	[ENTITY_QUANTITY] = {"quantity", "Quantities"},
	[ENTITY_QUOTE] = {"quote", "Quotes"},
	[ENTITY_URL] = {"url", "Links"},
	[ENTITY_EMAIL] = {"email", "Mail"},
};

static const char *const group_titles[ROLL_GROUPS] = {
	[ROLL_PEOPLE] = "People", [ROLL_ORGANISATIONS] = "Organisations", [ROLL_PLACES] = "Places"};

static void
put(struct page *p, const char *markup)
{
	io_put(p->out, slice_of(markup));
}

static void
put_count(struct page *p, uint64_t n)
{
	put(p, "<span class=\"count\">");
	io_put_number(p->out, n);
	put(p, "</span>");
}

/* "3 articles" */
static void
put_sum(struct page *p, uint64_t n, const char *one, const char *many)
{
	io_put_number(p->out, n);
	io_put_byte(p->out, ' ');
	put(p, n == 1 ? one : many);
}

/* --- Mentions --------------------------------------------------------------------------------- */

/* What a reader is told who points at a mention: its type, its name where that is another, its value. */
static void
put_tip(struct page *p, const struct mention *m)
{
	struct slice name = report_name(p->article, m), norm = article_note(p->article, m->norm);

	put(p, " title=\"");
	io_put(p->out, entity_name((enum entity_type)m->type));
	if (!slice_equal(name, mention_text(p->article, m))) {
		put(p, " \xc2\xb7 ");
		html_put(p->out, name);
	}
	if (norm.len > 0) {
		put(p, " \xc2\xb7 ");
		html_put(p->out, norm);
	}
	io_put_byte(p->out, '"');
}

/* id="n7-3", the third mention of the seventh name, and where a click leads: to the name in the list. */
static void
put_place(struct page *p, const struct mention *m)
{
	size_t name = roll_add(&p->roll, (enum entity_type)m->type, report_name(p->article, m),
		article_note(p->article, m->norm));

	put(p, " id=\"n");
	io_put_number(p->out, name);
	io_put_byte(p->out, '-');
	io_put_number(p->out, p->roll.names[name].count);
	io_put_byte(p->out, '"');
	if (p->links == 1) {
		put(p, " href=\"#n");
		io_put_number(p->out, name);
		io_put_byte(p->out, '"');
	}
}

static bool
leads_away(const struct page *p, const struct mention *m)
{
	return m->type == ENTITY_URL && html_is_link(mention_text(p->article, m));
}

static bool
is_link(const struct page *p, const struct mention *m)
{
	return roll_group((enum entity_type)m->type) != ROLL_GROUPS || leads_away(p, m);
}

static void
open_mention(void *context, const struct mention *m)
{
	struct page *p = context;

	p->counts[m->type]++;
	p->links += is_link(p, m);
	/* A link must hold no other. */
	put(p, is_link(p, m) && p->links == 1 ? "<a class=\"m " : "<span class=\"m ");
	put(p, types[m->type].class);
	io_put_byte(p->out, '"');
	if (roll_group((enum entity_type)m->type) != ROLL_GROUPS) {
		put_place(p, m);
	} else if (leads_away(p, m) && p->links == 1) {
		put(p, " rel=\"noopener noreferrer nofollow\" href=\"");
		html_put_href(p->out, mention_text(p->article, m));
		io_put_byte(p->out, '"');
	}
	put_tip(p, m);
	io_put_byte(p->out, '>');
}

static void
put_text(void *context, struct slice text)
{
	struct page *p = context;

	html_put(p->out, text);
}

static void
close_mention(void *context, const struct mention *m, const struct mention *outer)
{
	struct page *p = context;

	(void)outer;
	put(p, is_link(p, m) && p->links == 1 ? "</a>" : "</span>");
	p->links -= is_link(p, m);
}

static void
put_line(struct page *p, uint32_t line)
{
	spans_line(&p->spans, line, &(struct spans_sink){open_mention, put_text, close_mention, p});
}

/* --- Articles --------------------------------------------------------------------------------- */

static void
start_article(struct page *p, const struct article *a)
{
	p->article = a;
	p->articles++;
	spans_start(&p->spans, a, p->limits);
	put(p, "<article id=\"a");
	io_put_number(p->out, p->articles);
	put(p, "\">\n");
}

/* Where it comes from: its id and address. */
static void
end_article(struct page *p, struct slice url)
{
	put(p, "<footer><bdi>");
	html_put(p->out, p->article->id);
	put(p, "</bdi>");
	if (url.len > 0 && p->article->id.len > 0)
		put(p, " \xc2\xb7 ");
	if (html_is_link(url)) {
		put(p, "<a dir=\"ltr\" rel=\"noopener noreferrer nofollow\" href=\"");
		html_put_href(p->out, url);
		put(p, "\">");
	}
	html_put(p->out, url);
	put(p, html_is_link(url) ? "</a></footer>\n</article>\n" : "</footer>\n</article>\n");
	io_commit(p->out);
}

/* The element of a field: "h2", `p class="caption"`; NULL if it is not shown. */
static const char *
element_of(enum rec_kind kind, bool titled)
{
	switch (kind) {
	case REC_TITLE:
		return titled ? "p class=\"again\"" : "h2";
	case REC_HEADLINE:
		return "p class=\"headline\"";
	case REC_SOURCE:
		return "p class=\"source\"";
	case REC_DATE:
		return "p class=\"date-line\"";
	case REC_BYLINE:
		return "p class=\"byline\"";
	case REC_CAPTION:
		return "p class=\"caption\"";
	case REC_TEXT:
		return "p";
	default:
		return NULL;
	}
}

/* The direction of its letters is each paragraph's own, and ends with it. */
static void
open_element(struct page *p, const char *element)
{
	io_put_byte(p->out, '<');
	put(p, element);
	put(p, " dir=\"auto\">");
}

static void
close_element(struct page *p, const char *element)
{
	put(p, "</");
	io_put(p->out, (struct slice){element, strcspn(element, " ")});
	put(p, ">\n");
}

void
page_record(struct page *p, const struct record *record, const struct article *a)
{
	bool titled = false;
	uint32_t line = 0;

	start_article(p, a);
	for (size_t i = 0; i < record->count; i++) {
		const struct rec_field *field = &record->fields[i];
		const char *element = element_of(field->kind, titled);

		if (element == NULL)
			continue;
		open_element(p, element);
		if (line < a->line_count && a->lines[line].number == i + 1)
			put_line(p, line++);
		else
			html_put(p->out, field->value);
		close_element(p, element);
		titled |= field->kind == REC_TITLE;
	}
	end_article(p, rec_value(record, REC_URL));
}

void
page_plain(struct page *p, const struct article *a)
{
	start_article(p, a);
	for (uint32_t line = 0; line < a->line_count; line++) {
		if (a->lines[line].text.len == 0)
			continue;
		open_element(p, "p");
		put_line(p, line);
		close_element(p, "p");
	}
	end_article(p, (struct slice){NULL, 0});
}

/* --- Types and names -------------------------------------------------------------------------- */

static void
put_switches(struct page *p)
{
	for (int type = 0; type < ENTITY_TYPES; type++) {
		if (p->counts[type] == 0)
			continue;
		put(p, "<label class=\"");
		put(p, types[type].class);
		put(p, "\"><input type=\"checkbox\" id=\"show-");
		put(p, types[type].class);
		put(p, "\" checked> ");
		put(p, types[type].label);
		io_put_byte(p->out, ' ');
		put_count(p, p->counts[type]);
		put(p, "</label>\n");
	}
}

/* Links to the mentions of a name: "1 2 3". */
static void
put_places(struct page *p, size_t name, uint32_t count)
{
	put(p, "<p class=\"places\">");
	for (uint32_t i = 1; i <= count && i <= LINKS_OF_A_NAME; i++) {
		put(p, "<a href=\"#n");
		io_put_number(p->out, name);
		io_put_byte(p->out, '-');
		io_put_number(p->out, i);
		put(p, "\">");
		io_put_number(p->out, i);
		put(p, "</a> ");
	}
	if (count > LINKS_OF_A_NAME) {
		put(p, "and ");
		io_put_number(p->out, count - LINKS_OF_A_NAME);
		put(p, " more");
	}
	put(p, "</p></details>");
}

static void
put_name(struct page *p, size_t place)
{
	const struct roll_name *name = &p->roll.names[place];

	put(p, "<li id=\"n");
	io_put_number(p->out, place);
	put(p, "\">");
	if (name->count == 1) {
		put(p, "<a class=\"row\" href=\"#n");
		io_put_number(p->out, place);
		put(p, "-1\">");
	} else {
		put(p, "<details><summary>");
	}
	put(p, "<span class=\"who ");
	put(p, types[name->type].class);
	put(p, "\" dir=\"auto\">");
	html_put(p->out, roll_text(&p->roll, name));
	put(p, "</span> ");
	put_count(p, name->count);
	put(p, name->count == 1 ? "</a>" : "</summary>");
	if (name->count > 1)
		put_places(p, place, name->count);
	put(p, "</li>\n");
}

static void
put_names(struct page *p)
{
	for (int group = 0; group < ROLL_GROUPS; group++) {
		size_t count, *places = roll_sorted(&p->roll, (enum roll_group)group, &count);

		if (count > 0) {
			put(p, "<h2>");
			put(p, group_titles[group]);
			io_put_byte(p->out, ' ');
			put_count(p, count);
			put(p, "</h2>\n<ol>\n");
			for (size_t i = 0; i < count; i++)
				put_name(p, places[i]);
			put(p, "</ol>\n");
		}
		free(places);
	}
}

static void
put_sums(struct page *p)
{
	uint64_t mentions = 0;

	for (int type = 0; type < ENTITY_TYPES; type++)
		mentions += p->counts[type];
	put_sum(p, p->articles, "article, ", "articles, ");
	put_sum(p, mentions, "mention, ", "mentions, ");
	put_sum(p, p->roll.count, "name.", "names.");
}

/* --- The template ----------------------------------------------------------------------------- */

/* "harbour.rec", "harbour.rec and 2 more". */
static void
put_title(struct page *p)
{
	const char *first = p->operands[0];
	uint64_t more = 0;

	if (first == NULL || strcmp(first, "-") == 0) {
		put(p, "Articles");
		return;
	}
	html_put(p->out, slice_of(first));
	while (p->operands[more + 1] != NULL)
		more++;
	if (more > 0) {
		put(p, " and ");
		io_put_number(p->out, more);
		put(p, " more");
	}
}

/* Fills a place of page.html; false if articles come here. */
static bool
fill(struct page *p, struct slice place)
{
	if (slice_equal(place, SLICE("articles")))
		return false;
	if (slice_equal(place, SLICE("title")))
		put_title(p);
	else if (slice_equal(place, SLICE("style")))
		io_put(p->out, (struct slice){builtin_style, (size_t)(builtin_style_end - builtin_style)});
	else if (slice_equal(place, SLICE("sum")))
		put_sums(p);
	else if (slice_equal(place, SLICE("legend")))
		put_switches(p);
	else
		put_names(p);
	return true;
}

/* The first `{{` or `}}` of s, or its end. */
static size_t
find_pair(struct slice s, char c)
{
	size_t i = 0;

	while (i < s.len && !(s.at[i] == c && i + 1 < s.len && s.at[i + 1] == c))
		i++;
	return i;
}

/* Writes page.html up to the articles, or to its end. */
static void
put_template(struct page *p)
{
	for (bool going = true; going && p->rest.len > 0;) {
		size_t text = find_pair(p->rest, '{');

		io_put(p->out, (struct slice){p->rest.at, text});
		p->rest = slice_after(p->rest, text);
		if (p->rest.len == 0)
			break;
		size_t place = find_pair(p->rest, '}');
		going = fill(p, (struct slice){p->rest.at + 2, place - 2});
		p->rest = slice_after(p->rest, place + 2);
	}
	io_commit(p->out);
}

void
page_start(struct page *p)
{
	p->rest = (struct slice){builtin_page, (size_t)(builtin_page_end - builtin_page)};
	put_template(p);
}

void
page_end(struct page *p)
{
	put_template(p);
}

void
page_free(struct page *p)
{
	spans_free(&p->spans);
	roll_free(&p->roll);
}
