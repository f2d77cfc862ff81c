#include "mention.h"

#include "cli.h"

#include <stdlib.h>

static const char *const type_names[ENTITY_TYPES] = {
	[ENTITY_PERSON] = "PERSON",
	[ENTITY_ORG] = "ORG",
	[ENTITY_GPE] = "GPE",
	[ENTITY_LOC] = "LOC",
	[ENTITY_FAC] = "FAC",
	[ENTITY_NORP] = "NORP",
	[ENTITY_EVENT] = "EVENT",
	[ENTITY_DATE] = "DATE",
	[ENTITY_TIME] = "TIME",
	[ENTITY_MONEY] = "MONEY",
	[ENTITY_PERCENT] = "PERCENT",
	[ENTITY_QUANTITY] = "QUANTITY",
	[ENTITY_QUOTE] = "QUOTE",
	[ENTITY_URL] = "URL",
	[ENTITY_EMAIL] = "EMAIL",
};

static const struct {
	const char *name;
	enum entity_type type;
} other_names[] = {
	{"PER", ENTITY_PERSON},
	{"PEOPLE", ENTITY_PERSON},
	{"ORGANIZATION", ENTITY_ORG},
	{"ORGANISATION", ENTITY_ORG},
	{"COUNTRY", ENTITY_GPE},
	{"CITY", ENTITY_GPE},
	{"PLACE", ENTITY_GPE},
	{"LOCATION", ENTITY_LOC},
	{"FACILITY", ENTITY_FAC},
	{"GROUP", ENTITY_NORP},
};

void
article_reset(struct article *a)
{
	a->line_count = a->token_count = a->mention_count = 0;
	a->notes.len = 0;
	a->id = a->date = a->crawled = (struct slice){NULL, 0};
}

void
article_free(struct article *a)
{
	free(a->lines);
	free(a->tokens);
	free(a->capitals);
	free(a->mentions);
	free(a->spare);
	free(a->notes.bytes);
	*a = (struct article){0};
}

void
article_add_line(struct article *a, struct slice text, uint32_t number)
{
	if (text.len > UINT32_MAX)
		cli_die("line %u: more than 4 GiB; nents can't count them", (unsigned)number);
	if (a->line_count == a->line_capacity)
		cli_grow(&a->lines, &a->line_capacity, a->line_count + 1, sizeof *a->lines);
	a->lines[a->line_count++] = (struct article_line){.text = text, .number = number};
}

struct mention *
mention_add(struct article *a, enum entity_type type, enum mention_source source, uint32_t line, size_t start,
	size_t end)
{
	struct mention *m;

	if (a->mention_count == a->mention_capacity)
		cli_grow(&a->mentions, &a->mention_capacity, a->mention_count + 1, sizeof *a->mentions);
	m = &a->mentions[a->mention_count++];
	*m = (struct mention){
		.line = line,
		.start = (uint32_t)start,
		.end = (uint32_t)end,
		.entity = NO_ENTITY,
		.score = 1,
		.type = (uint8_t)type,
		.source = (uint8_t)source,
	};
	return m;
}

struct note
article_keep(struct article *a, struct slice s)
{
	struct note note = {(uint32_t)a->notes.len, (uint32_t)s.len};

	text_append(&a->notes, s);
	return note;
}

size_t
article_token_from(const struct article *a, size_t line, size_t byte)
{
	size_t low = a->lines[line].first, high = a->lines[line].end;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (a->tokens[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
mention_tokens(const struct article *a, const struct mention *m, size_t *first, size_t *end)
{
	size_t i = article_token_from(a, m->line, m->start);

	*first = i;
	while (i < a->lines[m->line].end && a->tokens[i].end <= m->end)
		i++;
	*end = i;
}

struct slice
entity_name(enum entity_type type)
{
	return slice_of(type_names[type]);
}

static bool
same_letters(struct slice name, const char *upper)
{
	if (strlen(upper) != name.len)
		return false;
	for (size_t i = 0; i < name.len; i++) {
		char c = name.at[i];

		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (c != upper[i])
			return false;
	}
	return true;
}

enum entity_type
entity_of(struct slice name)
{
	for (int type = 0; type < ENTITY_TYPES; type++)
		if (same_letters(name, type_names[type]))
			return (enum entity_type)type;
	for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++)
		if (same_letters(name, other_names[i].name))
			return other_names[i].type;
	return ENTITY_NONE;
}
