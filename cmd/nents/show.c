#include "show.h"

static void
open_mention(void *context, const struct mention *m)
{
	struct show *s = context;

	if (s->palette->on) {
		color_begin(s->out, &s->palette->types[m->type]);
		return;
	}
	io_put_byte(s->out, '[');
	io_put(s->out, entity_name((enum entity_type)m->type));
	io_put_byte(s->out, ' ');
}

static void
put_text(void *context, struct slice text)
{
	struct show *s = context;

	io_put(s->out, text);
}

static void
close_mention(void *context, const struct mention *m, const struct mention *outer)
{
	struct show *s = context;

	if (!s->palette->on) {
		io_put_byte(s->out, ']');
		return;
	}
	color_end(s->out, &s->palette->types[m->type]);
	if (outer != NULL)
		color_begin(s->out, &s->palette->types[outer->type]);
}

static void
put_line(struct show *s, uint32_t line)
{
	spans_line(&s->spans, line, &(struct spans_sink){open_mention, put_text, close_mention, s});
}

void
show_record(struct show *s, const struct record *record, const struct article *a,
	const struct report_limits *limits)
{
	uint32_t line = 0;

	spans_start(&s->spans, a, limits);
	for (size_t i = 0; i < record->count; i++) {
		const struct rec_field *field = &record->fields[i];

		if (line == a->line_count || a->lines[line].number != i + 1) {
			rec_put(s->out, field->name, field->value);
			continue;
		}
		io_put(s->out, field->name);
		io_put(s->out, SLICE(": "));
		put_line(s, line++);
		if (rec_joins(field->value))
			io_put_byte(s->out, ' ');
		io_put_byte(s->out, '\n');
	}
	rec_put_end(s->out);
}

void
show_page(struct show *s, const struct article *a, const struct report_limits *limits)
{
	spans_start(&s->spans, a, limits);
	for (uint32_t line = 0; line < a->line_count; line++) {
		put_line(s, line);
		io_put_byte(s->out, '\n');
		io_commit(s->out);
	}
}
