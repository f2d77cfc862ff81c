#include "report.h"

#include "cli.h"
#include "fold.h"
#include "secret.h"
#include "tsv.h"

#include <stdlib.h>

void
report_header(struct io_writer *out)
{
	io_put(out, SLICE("id\tline\tstart\tend\ttype\ttext\tname\tnorm\n"));
	io_commit(out);
}

struct slice
report_name(const struct article *a, const struct mention *m)
{
	return m->name.len > 0 ? article_note(a, m->name) : mention_text(a, m);
}

static void
put_number_cell(struct io_writer *out, uint64_t n)
{
	io_put_byte(out, '\t');
	io_put_number(out, n);
}

static void
put_text_cell(struct io_writer *out, struct slice s)
{
	io_put_byte(out, '\t');
	tsv_put(out, s);
}

/* A text cell in the colour of a type. */
static void
put_colored_cell(struct io_writer *out, struct slice s, const struct palette *palette, int type)
{
	if (!palette->on) {
		put_text_cell(out, s);
		return;
	}
	io_put_byte(out, '\t');
	color_begin(out, &palette->types[type]);
	tsv_put(out, s);
	color_end(out, &palette->types[type]);
}

void
report_lines(struct io_writer *out, const struct article *a, const struct report_limits *limits,
	const struct palette *palette)
{
	for (size_t i = 0; i < a->mention_count; i++) {
		const struct mention *m = &a->mentions[i];

		if (!report_wants(m, limits))
			continue;
		tsv_put(out, a->id);
		put_number_cell(out, a->lines[m->line].number);
		put_number_cell(out, m->start);
		put_number_cell(out, m->end);
		put_colored_cell(out, entity_name((enum entity_type)m->type), palette, m->type);
		put_colored_cell(out, mention_text(a, m), palette, m->type);
		put_text_cell(out, report_name(a, m));
		put_text_cell(out, article_note(a, m->norm));
		io_put_byte(out, '\n');
		io_commit(out);
	}
}

static enum rec_kind
field_of(enum entity_type type)
{
	static const uint8_t kinds[ENTITY_TYPES] = {
		[ENTITY_PERSON] = REC_PERSON,
		[ENTITY_ORG] = REC_ORG,
		[ENTITY_GPE] = REC_PLACE,
		[ENTITY_LOC] = REC_PLACE,
		[ENTITY_FAC] = REC_PLACE,
		[ENTITY_NORP] = REC_GROUP,
		[ENTITY_DATE] = REC_DAY,
		[ENTITY_TIME] = REC_DAY,
	};

	return (enum rec_kind)kinds[type];
}

/* The calendar's day, month or year of a date, or the day of a time; empty for ages, spans and what has no
 * year. */
static struct slice
day_of(const struct article *a, const struct mention *m)
{
	struct slice norm = article_note(a, m->norm);
	const char *time = m->type == ENTITY_TIME && norm.len > 0 ? memchr(norm.at, 'T', norm.len) : NULL;

	if (norm.len == 0 || !text_ascii_digit(norm.at[0]))
		return (struct slice){"", 0};
	return (struct slice){norm.at, time != NULL ? (size_t)(time - norm.at) : norm.len};
}

/* What the fields say of a mention; empty: nothing. */
static struct slice
value_of(const struct article *a, const struct mention *m)
{
	return m->type == ENTITY_DATE || m->type == ENTITY_TIME ? day_of(a, m) : report_name(a, m);
}

/* The values that were put, by their hashes. */
struct said {
	uint64_t *hashes; /* [mask + 1]; 0: free */
	size_t mask;
};

static void
said_open(struct said *said, size_t values)
{
	said->mask = 63;
	while (said->mask < 2 * values)
		said->mask = said->mask * 2 + 1;
	said->hashes = cli_alloc(said->mask + 1, sizeof *said->hashes);
	memset(said->hashes, 0, (said->mask + 1) * sizeof *said->hashes);
}

/* Was this field put already? Remembers it. */
static bool
was_said(struct said *said, enum rec_kind kind, struct slice value)
{
	uint64_t hash = fold_hash(value, (uint64_t)kind);
	size_t i = (size_t)secret_place(hash) & said->mask;

	while (said->hashes[i] != 0 && said->hashes[i] != hash)
		i = (i + 1) & said->mask;
	if (said->hashes[i] == hash)
		return true;
	said->hashes[i] = hash;
	return false;
}

static void
put_fields(struct io_writer *out, const struct article *a, enum rec_kind kind, struct said *said,
	const struct report_limits *limits)
{
	for (size_t i = 0; i < a->mention_count; i++) {
		const struct mention *m = &a->mentions[i];

		if (!report_wants(m, limits) || field_of((enum entity_type)m->type) != kind)
			continue;
		struct slice value = value_of(a, m);
		if (value.len > 0 && !was_said(said, kind, value))
			rec_put(out, rec_name(kind), value);
	}
}

void
report_record(struct io_writer *out, const struct record *record, const struct article *a,
	const struct report_limits *limits)
{
	struct said said;

	said_open(&said, a->mention_count);
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].kind < REC_PERSON || record->fields[i].kind > REC_DAY)
			rec_put(out, record->fields[i].name, record->fields[i].value);
	for (int kind = REC_PERSON; kind <= REC_DAY; kind++)
		put_fields(out, a, (enum rec_kind)kind, &said, limits);
	free(said.hashes);
	rec_put_end(out);
}
