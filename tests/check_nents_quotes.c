/* nents: quotation marks, apostrophes, and who speaks. The cases stand in tests/values/quotes.tsv. */
#include "unit.h"

#include "../cmd/nents/lexicon.h"
#include "../cmd/nents/quotes.h"
#include "../cmd/nents/quotes_marks.h"
#include "../cmd/nents/token.h"

static struct article article;

/* Takes the [names] out of a line's marks: they become mentions of that line. */
static struct slice
read_line(char *line, uint32_t index, struct mention *names, size_t *count)
{
	char *out = line;
	size_t start = 0;
	for (char *in = line; *in != '\0'; in++) {
		size_t at = (size_t)(out - line);
		if (*in == '[' || *in == '{')
			start = at;
		else if (*in == ']' || *in == '}')
			names[(*count)++] = (struct mention){.line = index,
				.start = (uint32_t)start,
				.end = (uint32_t)at,
				.type = *in == ']' ? ENTITY_PERSON : ENTITY_ORG};
		else
			*out++ = *in;
	}
	return (struct slice){line, (size_t)(out - line)};
}

/* The quotes of a text, as the table writes them. */
static struct slice
quotes_in(struct quotes *q, char *text)
{
	static struct text_buffer out;
	struct mention names[16];
	size_t count = 0;
	article_reset(&article);
	for (uint32_t line = 0; text != NULL; line++) {
		char *next = strstr(text, "\xc2\xb6");
		if (next != NULL) {
			*next = '\0';
			next += 2;
		}
		article_add_line(&article, read_line(text, line, names, &count), line + 1);
		text = next;
	}
	struct lexicon *lexicon = lexicon_open(NULL, NULL, quotes_words(q));
	tokens_find(&article);
	lexicon_look_up(lexicon, &article);
	lexicon_close(lexicon);
	for (size_t i = 0; i < count; i++)
		mention_add(
			&article, names[i].type, SOURCE_TAGGER, names[i].line, names[i].start, names[i].end);
	quotes_find(q, &article, true);
	out.len = 0;
	for (size_t i = count; i < article.mention_count; i++) {
		const struct mention *m = &article.mentions[i];
		ck_assert_int_eq(m->type, ENTITY_QUOTE);
		text_append(&out, i > count ? SLICE(" | ") : SLICE(""));
		text_append(&out, mention_text(&article, m));
		text_append(&out, SLICE(" <- "));
		text_append(&out, article_note(&article, m->norm));
	}
	return text_slice(&out);
}

START_TEST(speakers)
{
	char line[2000];
	FILE *table = fopen("tests/values/quotes.tsv", "r");
	ck_assert_msg(table != NULL, "tests/values/quotes.tsv: run from the top folder");
	struct quotes *q = quotes_new();
	size_t cases = 0, wrong = 0;
	while (fgets(line, sizeof line, table) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		char *want = strchr(line, '\t');
		if (line[0] == '#' || want == NULL)
			continue;
		*want++ = '\0';
		struct slice got = quotes_in(q, line);
		if (!slice_equal(got, slice_of(want))) {
			printf("got  '%.*s'\nwant '%s'\n", (int)got.len, got.len > 0 ? got.at : "", want);
			wrong++;
		}
		cases++;
	}
	fclose(table);
	quotes_free(q);
	ck_assert_uint_eq(wrong, 0);
	ck_assert_uint_gt(cases, 20);
}
END_TEST

/* Spans lie in order, do not overlap, and hold no more than their line, whatever marks stand in it. */
START_TEST(spans_are_sane)
{
	static const char *const parts[] = {"\"", "'", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x98",
		"\xe2\x80\x99", "\xc2\xab", "\xc2\xbb", "\xe2\x80\x9e", " ", "a", "s", ".", "9"};
	struct quote_spans spans = {.count = 0};
	uint32_t seed = 1;
	for (size_t turn = 0; turn < 20000; turn++) {
		char line[128];
		size_t len = 0;
		while (len < 40) {
			seed = seed * 1664525u + 1013904223u;
			const char *part = parts[(seed >> 20) % (sizeof parts / sizeof *parts)];
			memcpy(line + len, part, strlen(part));
			len += strlen(part);
		}
		spans.count = 0;
		quote_spans_find(&spans, (struct slice){line, len}, turn % 2 == 0);
		size_t last = 0;
		for (size_t i = 0; i < spans.count; i++) {
			const struct quote_span *s = &spans.list[i];
			ck_assert(last <= s->open && s->open < s->start && s->start <= s->end &&
				  s->end <= s->behind);
			ck_assert(s->behind <= len);
			last = s->behind;
		}
	}
	free(spans.list);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {speakers, spans_are_sane, NULL};
	return unit_run("nents quotes", tests);
}
