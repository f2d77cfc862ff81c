#include "spans.h"

#include "cli.h"

#include <stdlib.h>

void
spans_start(struct spans *s, const struct article *a, const struct report_limits *limits)
{
	s->article = a;
	s->limits = limits;
	s->next = s->depth = 0;
}

void
spans_free(struct spans *s)
{
	free(s->open);
}

/* The next mention of the line that is wanted, or NULL. */
static const struct mention *
next_mention(struct spans *s, uint32_t line)
{
	const struct article *a = s->article;

	for (; s->next < a->mention_count && a->mentions[s->next].line <= line; s->next++)
		if (a->mentions[s->next].line == line && report_wants(&a->mentions[s->next], s->limits))
			return &a->mentions[s->next];
	return NULL;
}

/* Puts text up to `stop`, closing the mentions that end on the way; gives where it is. */
static size_t
go_to(struct spans *s, struct slice text, size_t at, size_t stop, const struct spans_sink *sink)
{
	for (;;) {
		bool closes = s->depth > 0 && s->open[s->depth - 1].end <= stop;
		size_t end = closes ? s->open[s->depth - 1].end : stop;

		if (end > at)
			sink->text(sink->context, (struct slice){text.at + at, end - at});
		at = end > at ? end : at;
		if (!closes)
			return at;
		s->depth--;
		sink->close(sink->context, s->open[s->depth].mention,
			s->depth > 0 ? s->open[s->depth - 1].mention : NULL);
	}
}

void
spans_line(struct spans *s, uint32_t line, const struct spans_sink *sink)
{
	struct slice text = s->article->lines[line].text;
	const struct mention *m;
	size_t at = 0;

	while ((m = next_mention(s, line)) != NULL) {
		at = go_to(s, text, at, m->start, sink);
		size_t end = m->end;
		if (s->depth > 0 && s->open[s->depth - 1].end < end)
			end = s->open[s->depth - 1].end;
		cli_grow(&s->open, &s->capacity, s->depth + 1, sizeof *s->open);
		s->open[s->depth++] = (struct spans_open){m, end};
		sink->open(sink->context, m);
		s->next++;
	}
	go_to(s, text, at, text.len, sink);
}
