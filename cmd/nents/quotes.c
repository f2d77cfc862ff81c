#include "quotes.h"

#include "cli.h"
#include "quotes_frames.h"

#include <stdlib.h>

enum { SPANS_AHEAD = 8 }; /* quotations of a line that are asked who speaks the one before */

/* A quotation that will be a mention. */
struct utterance {
	uint32_t line, start, end;
	struct speaker speaker;
};

struct quotes {
	struct words words;
	struct quote_spans spans;
	size_t *line_spans; /* the first span of each line, and one more */
	size_t line_capacity;
	struct speech_token *tokens;
	size_t token_capacity;
	struct utterance *found;
	size_t count, capacity;
};

struct quotes *
quotes_new(void)
{
	struct quotes *q = cli_alloc(1, sizeof *q);
	*q = (struct quotes){.count = 0};
	words_init(&q->words);
	speech_words(&q->words);
	return q;
}

const struct words *
quotes_words(const struct quotes *q)
{
	return &q->words;
}

void
quotes_free(struct quotes *q)
{
	words_free(&q->words);
	free(q->spans.list);
	free(q->line_spans);
	free(q->tokens);
	free(q->found);
	free(q);
}

/* The next line that is not empty, or line_count. */
static size_t
line_behind(const struct article *a, size_t line)
{
	for (line++; line < a->line_count && a->lines[line].text.len == 0;)
		line++;
	return line;
}

static void
find_spans(struct quotes *q, const struct article *a)
{
	q->spans.count = 0;
	cli_grow(&q->line_spans, &q->line_capacity, a->line_count + 1, sizeof *q->line_spans);
	for (size_t i = 0; i < a->line_count; i++) {
		q->line_spans[i] = q->spans.count;
		if (!a->lines[i].has_marks)
			continue;
		size_t next = a->lines[i].text.len > 0 ? line_behind(a, i) : a->line_count;
		bool runs_on = next < a->line_count && quote_begins(a->lines[next].text);
		quote_spans_find(&q->spans, a->lines[i].text, runs_on);
	}
	q->line_spans[a->line_count] = q->spans.count;
}

/* How many words the text has, and whether all the long ones are capitalised, as in the title of a work. */
static size_t
count_words(struct slice text, bool *is_title)
{
	size_t words = 0;
	struct slice word;
	*is_title = true;
	while (text_word(&text, &word)) {
		words++;
		if (word.len > 3 && word.at[0] >= 'a' && word.at[0] <= 'z')
			*is_title = false;
	}
	return words;
}

/* Is it speech at all? Titles of works and single words in marks are none, unless words of speech stand
 * there. */
static bool
is_speech(struct slice inside, bool attributed, bool opens)
{
	bool is_title;
	size_t words = count_words(inside, &is_title);
	struct slice text = text_trim(inside);
	bool stops = text.len > 0 && strchr(".,?!", text.at[text.len - 1]) != NULL;
	if (words == 0)
		return false;
	if (attributed)
		return words > 1 || stops;
	return (words >= 4 && !is_title) || (stops && words >= 2 && opens);
}

/* A quotation that runs on over paragraphs may tell its speaker in a later one. */
static struct speaker
told_later(const struct quotes *q, const struct speech *s, size_t line, size_t index)
{
	struct speaker found = {NULL, {NULL, 0}};
	bool attributed = false;
	for (int lines = 0; lines < 8 && q->spans.list[index].is_open; lines++) {
		line = line_behind(s->a, line);
		if (line >= s->a->line_count || q->line_spans[line] == q->line_spans[line + 1])
			break;
		index = q->line_spans[line];
		found = speech_frame(s, line, index, &attributed);
		if (attributed && speaker_is_settled(&found))
			return found;
		index = q->line_spans[line + 1] - 1;
	}
	return (struct speaker){NULL, {NULL, 0}};
}

/* A later quotation of the line that has a frame: "It was hard." "We won," he said. */
static struct speaker
told_in_line(const struct quotes *q, const struct speech *s, size_t line, size_t index)
{
	for (size_t next = index + 1; next < q->line_spans[line + 1] && next <= index + SPANS_AHEAD; next++) {
		bool attributed = false;
		struct speaker found = speech_frame(s, line, next, &attributed);
		if (attributed && speaker_is_known(&found))
			return found;
	}
	return (struct speaker){NULL, {NULL, 0}};
}

/* Who speaks where no frame tells it: who spoke before, or the subject of what was said before. */
static struct speaker
inherited(
	const struct quotes *q, const struct speech *s, size_t line, size_t index, const struct speaker *last)
{
	const struct utterance *before = q->count > 0 ? &q->found[q->count - 1] : NULL;
	if (before != NULL && before->line == line)
		return before->speaker;
	size_t above = speech_line_before(s, line);
	bool close = before != NULL && above < line && before->line == above;
	if (close && q->spans.list[q->line_spans[above + 1] - 1].is_open && index == q->line_spans[line])
		return before->speaker;
	struct speaker found = told_later(q, s, line, index);
	if (!speaker_is_known(&found))
		found = speech_subject_before(s, line, q->spans.list[index].open);
	if (!speaker_is_known(&found))
		found = told_in_line(q, s, line, index);
	if (!speaker_is_known(&found) && above < line)
		found = speech_subject_before(s, above, SIZE_MAX);
	if (!speaker_is_known(&found) && close)
		return before->speaker;
	size_t second = speech_line_before(s, above);
	if (!speaker_is_known(&found) && second < above)
		found = speech_subject_before(s, second, SIZE_MAX);
	return speaker_is_known(&found) ? found : *last;
}

static void
judge(struct quotes *q, struct speech *s, size_t line, size_t index, struct speaker *last)
{
	const struct quote_span *span = &q->spans.list[index];
	struct slice text = s->a->lines[line].text;
	struct slice inside = {text.at + span->start, span->end - span->start};
	bool attributed = false;
	bool opens = speech_opens_sentence(s, line, span);
	struct speaker speaker = s->is_english ? speech_frame(s, line, index, &attributed)
					       : speech_person_beside(s, line, span);
	if (!is_speech(inside, attributed, opens))
		return;
	const struct utterance *before = q->count > 0 ? &q->found[q->count - 1] : NULL;
	bool goes_on = before != NULL && before->line == line && !opens && before->speaker.mention != NULL &&
		       speech_same_sentence(s, line, before->end, span->open);
	if (goes_on && speaker.mention == NULL)
		speaker = before->speaker;
	if (!speaker_is_settled(&speaker) && s->is_english)
		speaker = inherited(q, s, line, index, last);
	if (speaker_is_known(&speaker)) {
		*last = s->said_by = speaker;
		s->said_token = speech_token_behind(s, line, span);
	}
	cli_grow(&q->found, &q->capacity, q->count + 1, sizeof *q->found);
	q->found[q->count++] = (struct utterance){(uint32_t)line, span->start, span->end, speaker};
}

/* A mention's name, or the text that it stands for; the words where it is none. */
static struct note
keep_speaker(struct article *a, const struct speaker *speaker)
{
	if (speaker->mention == NULL)
		return article_keep(a, speaker->words);
	if (speaker->mention->name.len > 0)
		return speaker->mention->name;
	return article_keep(a, mention_text(a, speaker->mention));
}

/* The mentions grow last: the speakers point into them. */
static void
add_mentions(struct quotes *q, struct article *a)
{
	struct note *notes = cli_alloc(q->count + 1, sizeof *notes);
	for (size_t i = 0; i < q->count; i++)
		notes[i] = keep_speaker(a, &q->found[i].speaker);
	for (size_t i = 0; i < q->count; i++) {
		const struct utterance *u = &q->found[i];
		mention_add(a, ENTITY_QUOTE, SOURCE_CLOSED, u->line, u->start, u->end)->norm = notes[i];
	}
	free(notes);
}

void
quotes_find(struct quotes *q, struct article *a, bool is_english)
{
	find_spans(q, a);
	if (q->spans.count == 0)
		return;
	cli_grow(&q->tokens, &q->token_capacity, a->token_count, sizeof *q->tokens);
	struct speech speech = {.words = &q->words,
		.a = a,
		.tokens = q->tokens,
		.spans = &q->spans,
		.line_spans = q->line_spans,
		.is_english = is_english};
	speech_tokens_fill(&speech, q->tokens);
	struct speaker last = {NULL, {NULL, 0}};
	q->count = 0;
	for (size_t line = 0; line < a->line_count; line++) {
		for (size_t i = q->line_spans[line]; i < q->line_spans[line + 1]; i++)
			judge(q, &speech, line, i, &last);
	}
	add_mentions(q, a);
}
