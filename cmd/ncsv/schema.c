#include "schema.h"

#include "text.h"

#include <stdio.h>
#include <stdlib.h>

static struct slice
copy(struct slice s)
{
	char *bytes = cli_alloc(s.len + 1, 1);
	if (s.len > 0)
		memcpy(bytes, s.at, s.len);
	return (struct slice){bytes, s.len};
}

static void
free_copy(struct slice s)
{
	free((void *)(uintptr_t)s.at);
}

void
schema_free(struct schema *schema)
{
	for (size_t i = 0; i < schema->count && i < schema->fixed; i++) {
		free_copy(schema->columns[i].source);
		free_copy(schema->columns[i].label);
	}
	free_copy(schema->type);
	free(schema->columns);
	names_free(&schema->for_good.names);
	names_free(&schema->for_now.names);
	names_free(&schema->labels);
	names_free(&schema->labels_for_now);
	*schema = (struct schema){0};
}

/* Adds a column; both names become the schema's own. */
static void
add_column(struct schema *schema, struct slice source, struct slice label)
{
	cli_grow(&schema->columns, &schema->capacity, schema->count + 1, sizeof *schema->columns);
	schema->columns[schema->count++] =
		(struct column){.source = source, .label = label, .source_kind = rec_kind(source)};
	schema->fixed = schema->lasting = schema->count;
}

void
schema_add(struct schema *schema, struct slice name)
{
	add_column(schema, copy(name), copy(name));
}

/* Among the columns before `end`; those that are not in the index yet are put there. */
static int32_t
find_indexed(struct column_index *index, const struct schema *schema, size_t end, struct slice name)
{
	for (; index->end < end; index->end++) {
		unsigned *column;
		if (names_add(&index->names, schema->columns[index->end].source, &column))
			*column = (unsigned)index->end;
	}
	const unsigned *found = names_find(&index->names, name);
	return found != NULL ? (int32_t)*found : NO_COLUMN;
}

void
schema_add_new(struct schema *schema, struct slice name)
{
	if (find_indexed(&schema->for_good, schema, schema->count, name) == NO_COLUMN)
		schema_add(schema, name);
}

void
schema_set_type(struct schema *schema, struct slice type)
{
	free_copy(schema->type);
	schema->type = copy(type);
	schema->article = slice_equal(type, SLICE("Article"));
}

void
schema_article(struct schema *schema)
{
	for (enum rec_kind kind = REC_OTHER + 1; kind < REC_KINDS; kind++)
		schema_add(schema, rec_name(kind));
}

/* --- The columns of -f ---------------------------------------------------------------------- */

/* Takes a name from *p, up to a bare comma or `=`; backslashes take the next character as it is. */
static struct slice
take_name(const char **p, bool *is_label)
{
	char *name = cli_alloc(strlen(*p) + 1, 1);
	size_t len = 0;
	while (**p != '\0' && **p != ',' && !(**p == '=' && *is_label)) {
		if (**p == '\\' && (*p)[1] != '\0')
			(*p)++;
		name[len++] = *(*p)++;
	}
	*is_label = **p == '=';
	return (struct slice){name, len};
}

static void
refuse_repeats(const struct schema *schema, const char *fields)
{
	for (size_t i = 0; i < schema->count; i++) {
		const struct column *column = &schema->columns[i];
		if (column->source.len == 0 || column->label.len == 0)
			cli_usage_error("option --fields: an empty name in '%s'", fields);
		for (size_t j = 0; j < i; j++) {
			if (slice_equal(column->source, schema->columns[j].source))
				cli_usage_error("option --fields: '%.*s' stands twice in '%s'",
					(int)column->source.len, column->source.at, fields);
		}
	}
}

void
schema_pick(struct schema *schema, const char *fields)
{
	const char *p = fields;
	for (;;) {
		bool is_label = true;
		struct slice label = take_name(&p, &is_label);
		struct slice source = label;
		if (is_label) {
			p++;
			is_label = false;
			source = take_name(&p, &is_label);
		} else {
			source = copy(label);
		}
		add_column(schema, source, label);
		if (*p == '\0')
			break;
		p++;
	}
	refuse_repeats(schema, fields);
	schema->picked = true;
}

/* --- Names that the output can hold --------------------------------------------------------- */

struct slice
schema_record_name(struct slice name)
{
	size_t len = 0, step;

	if (name.len == 0)
		return copy(SLICE("Field"));
	char *bytes = cli_alloc(name.len + 8, 1);
	if (!rec_name_is_valid((struct slice){name.at, 1})) {
		bool digit = *name.at >= '0' && *name.at <= '9';
		memcpy(bytes, "F_", 2);
		len = digit ? 2 : 1; /* other characters become a `_` themselves */
	}
	for (struct slice rest = name; rest.len > 0; rest = slice_after(rest, step)) {
		char probe[2] = {'a', *rest.at};
		text_decode(rest, &step);
		bytes[len++] = (char)(rec_name_is_valid((struct slice){probe, 2}) ? *rest.at : '_');
	}
	return (struct slice){bytes, len};
}

/* Adds a label that no column has yet, made of `base`: with _2, _3 and so on behind it if need be. */
static struct slice
add_unique(struct names *taken, struct slice base)
{
	struct slice label = copy(base);
	unsigned *entry, number = 0;
	while (!names_add(taken, label, &entry)) {
		if (number == 0) {
			/* This is the base's own: it remembers how far earlier ones came. */
			number = *entry;
			*entry += 1;
		}
		free_copy(label);
		char *bytes = cli_alloc(base.len + 16, 1);
		memcpy(bytes, base.at, base.len);
		int len = snprintf(bytes + base.len, 16, "_%u", number++);
		label = (struct slice){bytes, base.len + (size_t)len};
	}
	return label;
}

static void
say_change(struct text_buffer *said, struct slice from, struct slice to)
{
	text_append(said, said->len > 0 ? SLICE(", '") : SLICE("'"));
	text_append(said, from);
	text_append(said, SLICE("' to '"));
	text_append(said, to);
	text_append(said, SLICE("'"));
}

/* Changes the labels that records or JSON objects can't have, and says so once. */
static void
fit_labels(struct schema *schema, bool for_records, const char *input)
{
	struct text_buffer said = {0};
	for (size_t i = 0; i < schema->count; i++) {
		struct slice *label = &schema->columns[i].label;
		bool valid = !for_records || rec_name_is_valid(*label);
		struct slice base = valid ? copy(*label) : schema_record_name(*label);
		struct slice fitted = add_unique(&schema->labels, base);
		if (!slice_equal(*label, fitted))
			say_change(&said, *label, fitted);
		free_copy(base);
		free_copy(*label);
		*label = fitted;
	}
	schema->ambiguous = said.len > 0;
	if (said.len > 0)
		cli_warn("%s: column names changed: %.*s", input, (int)said.len, said.bytes);
	free(said.bytes);
}

/* --- Deciding and finding ------------------------------------------------------------------- */

bool
schema_kind_is_list(enum rec_kind kind)
{
	return kind >= REC_CAPTION;
}

static bool
labels_are_article(const struct schema *schema)
{
	for (size_t i = 0; i < schema->count; i++) {
		if (rec_kind(schema->columns[i].label) == REC_OTHER)
			return false;
	}
	return schema->count > 0;
}

void
schema_decide(struct schema *schema, const struct settings *settings, const char *input)
{
	if (!format_is_table(settings->to))
		fit_labels(schema, settings->to == FORMAT_REC, input);
	for (size_t i = 0; i < REC_KINDS; i++)
		schema->of_kind[i] = NO_COLUMN;
	if (schema->type.at == NULL) {
		schema->article = labels_are_article(schema);
		schema->type = copy(schema->article ? SLICE("Article") : SLICE("Row"));
	}
	/* What has new names is not what the type says any more. */
	schema->declared = schema->declared || (schema->picked && !labels_are_article(schema));
	for (size_t i = schema->count; i-- > 0;) {
		struct column *column = &schema->columns[i];
		column->is_list = schema->article && schema_kind_is_list(rec_kind(column->label));
		if (column->source_kind != REC_OTHER)
			schema->of_kind[column->source_kind] = (int32_t)i;
	}
	schema->decided = true;
}

int32_t
schema_find(struct schema *schema, struct slice name, enum rec_kind kind, size_t hint)
{
	if (kind != REC_OTHER && schema->of_kind[kind] != NO_COLUMN)
		return schema->of_kind[kind];
	if (hint < schema->count && slice_equal(schema->columns[hint].source, name))
		return (int32_t)hint;
	int32_t column = find_indexed(&schema->for_good, schema, schema->fixed, name);
	if (column != NO_COLUMN || schema->count == schema->fixed)
		return column;
	return find_indexed(&schema->for_now, schema, schema->count, name);
}

/* A label that no column has, made of `base`: that itself, or with a number behind it, in the arena. */
static struct slice
unique_for_now(struct schema *schema, struct slice base, struct arena *arena)
{
	struct names *taken = &schema->labels_for_now;
	struct slice label = base;
	unsigned *number;

	for (; schema->labels_end < schema->count; schema->labels_end++)
		names_add(taken, schema->columns[schema->labels_end].label, &number);
	bool is_new = names_add(taken, base, &number);
	if (is_new && names_find(&schema->labels, base) == NULL)
		return base;
	unsigned next = *number;
	do {
		char *bytes = arena_room(arena, base.len + 16);
		memcpy(bytes, base.at, base.len);
		int len = snprintf(bytes + base.len, 16, "_%u", next++);
		label = (struct slice){bytes, base.len + (size_t)len};
	} while (names_find(&schema->labels, label) != NULL || !names_add(taken, label, &number));
	*names_find(taken, base) = next;
	return label;
}

int32_t
schema_add_for_now(
	struct schema *schema, struct slice source, enum rec_kind kind, enum format to, struct arena *arena)
{
	struct slice base = source;
	if (to == FORMAT_REC && !rec_name_is_valid(source)) {
		struct slice name = schema_record_name(source);
		base = arena_keep(arena, name);
		free_copy(name);
	}
	if (schema->count == schema->fixed)
		schema->for_now.end = schema->labels_end = schema->fixed;
	schema->ambiguous = schema->ambiguous || base.at != source.at;
	struct slice label = schema->ambiguous ? unique_for_now(schema, base, arena) : base;
	cli_grow(&schema->columns, &schema->capacity, schema->count + 1, sizeof *schema->columns);
	schema->columns[schema->count++] = (struct column){.source = source,
		.label = label,
		.source_kind = kind,
		.is_list = schema->article && schema_kind_is_list(kind)};
	return (int32_t)schema->count - 1;
}

void
schema_forget(struct schema *schema)
{
	if (schema->count == schema->lasting)
		return;
	schema->count = schema->lasting;
	names_empty(&schema->for_now.names);
	names_empty(&schema->labels_for_now);
}

void
schema_keep_for_input(struct schema *schema)
{
	schema->lasting = schema->count;
}

void
schema_begin_input(struct schema *schema)
{
	schema->lasting = schema->fixed;
	schema_forget(schema);
}

/* Is this the Article schema, all of it and nothing else? */
static bool
is_plain_article(const struct schema *schema)
{
	if (!schema->article || schema->fixed != REC_KINDS - 1)
		return false;
	for (size_t i = 0; i < schema->fixed; i++) {
		if (rec_kind(schema->columns[i].label) != (enum rec_kind)(i + 1))
			return false;
	}
	return true;
}

bool
schema_is_written(const struct schema *schema)
{
	return schema->declared && !is_plain_article(schema);
}

bool
schema_is_closed(const struct schema *schema, enum format to)
{
	return format_is_table(to) || (to == FORMAT_REC && schema_is_written(schema));
}
