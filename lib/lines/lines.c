#include "lines.h"

#include "cli.h"
#include "label.h"

#include <stdlib.h>

/*
 * The posterior that cuts an article off from one before it. Most pages hold one article: a cut that is the
 * only one of its page has to be surer than one of many.
 */
static const float SURE_OPENING = 0.3F, SURE_LONE_OPENING = 0.8F;
/*
 * The posterior of chrome that a line is dropped at. Of news pages a little less than a half does best for
 * text: it rises by DOUBT_WEIGHT times what the page's text_bar() is below DOUBT, over 1 where all is doubt
 * and all is kept. What would be a date, a byline or the like is dropped where chrome is likelier.
 */
static const float TEXT_CHROME = 0.39F, HEAD_CHROME = 0.5F, DOUBT = 0.45F, DOUBT_WEIGHT = 3;
enum {
	OTHER_SCRIPT_WORDS = 3
};                           /* words of a line, in a script that the model knows little of, that are text */
enum { MOST_LINES = 16384 }; /* that are labelled at once: some 10 MB of memory */
enum { FEW_LINES = 4, SHORT_SENTENCE = 4 };
enum { LONGEST_TITLE = 30, LONGEST_BYLINE = 12 }; /* words; of a sentence that may still be a title */
/*
 * Of page titles: content words that they have at least, and where no other line says the same; tenths of
 * likeness; fifths of the words that the text has, + 1.
 */
enum { SURE_WORDS = 3, FULL_WORDS = 5, ALIKE = 5, UNLIKE = 2, SURE_CORE = 3 };

struct lines *
lines_open_with(const struct seq_model *model)
{
	struct lines *l = cli_alloc(1, sizeof(*l));
	phrases_fill(&l->phrases);
	l->built_in = model == NULL;
	l->model = model != NULL ? model : lines_built_in();
	return l;
}

struct lines *
lines_open(void)
{
	return lines_open_with(NULL);
}

void
lines_close(struct lines *l)
{
	if (l->built_in)
		lines_built_in_close(l->model);
	sheet_free(&l->sheet);
	seq_scratch_free(&l->scratch);
	free(l->scores);
	free(l->posteriors);
	free(l->chrome);
	free(l->states);
	free(l);
}

/* Scores of each state at each line that is not empty. */
static void
score(struct lines *l)
{
	size_t stride = l->model->stride, cells = l->sheet.count * stride;
	struct feature_walk walk = {0};
	struct features features;
	cli_grow(&l->scores, &l->score_capacity, cells, sizeof(*l->scores));
	cli_grow(&l->posteriors, &l->posterior_capacity, cells, sizeof(*l->posteriors));
	cli_grow(&l->chrome, &l->chrome_capacity, l->sheet.count, sizeof(*l->chrome));
	cli_grow(&l->states, &l->state_capacity, l->sheet.count, sizeof(*l->states));
	memset(l->scores, 0, cells * sizeof(*l->scores));
	for (size_t i = 0; i < l->sheet.count; i++) {
		features_of(&l->sheet, i, &walk, &features);
		seq_add(l->model, features.at, features.count, l->scores + i * stride);
	}
}

static enum line_role
role_of(enum line_state state)
{
	static const enum line_role ROLES[LINE_STATES] = {LINE_CHROME, LINE_TITLE, LINE_DATE, LINE_TEXT,
		LINE_TITLE, LINE_SOURCE, LINE_DATE, LINE_SOURCE_DATE, LINE_BYLINE, LINE_CAPTION, LINE_CHROME,
		LINE_TEXT, LINE_CAPTION, LINE_CHROME, LINE_DATE, LINE_CHROME};
	return ROLES[state];
}

/* The state of the highest value among those allowed, as bits. */
static enum line_state
best_state(const int16_t *scores, uint32_t allowed)
{
	size_t best = (size_t)__builtin_ctz(allowed);
	for (size_t s = best + 1; s < LINE_STATES; s++)
		if ((allowed >> s & 1) && scores[s] > scores[best])
			best = s;
	return (enum line_state)best;
}

/*
 * Is it no byline, whatever the chain takes it for: a line that says nothing of who or when but has a word of
 * every text, begins with a number or with a phrase of chrome, or is long?
 */
static bool
names_nobody(const struct fact *fact)
{
	const uint32_t who = 1U << PHRASE_BY | 1U << PHRASE_BIO | 1U << PHRASE_REPORTING |
			     1U << PHRASE_PUBLISHED | 1U << PHRASE_PHOTO;
	const uint32_t when =
		1U << PHRASE_MONTH | 1U << PHRASE_WEEKDAY | 1U << PHRASE_AGO | 1U << PHRASE_UNIT;
	const uint32_t days = 1U << FLAG_DATE | 1U << FLAG_TIME | 1U << FLAG_YEAR | 1U << FLAG_MONTH_DAY;
	const uint32_t chrome = 1U << PHRASE_SHARE | 1U << PHRASE_SUBSCRIBE | 1U << PHRASE_RELATED |
				1U << PHRASE_MORE | 1U << PHRASE_COMMENTS | 1U << PHRASE_NAVIGATION |
				1U << PHRASE_SECTION | 1U << PHRASE_TWEET;

	if (fact->has & (who | when) || fact->flags & days)
		return false;
	return fact->start == START_DIGIT || fact->stops > 0 || fact->words > LONGEST_BYLINE ||
	       (fact->starts & chrome) != 0;
}

/* Openings that have no title, and tails, say by their likeness to the head's states what they are. */
static enum line_role
likely_role(const struct lines *l, size_t i, enum line_state state)
{
	const int16_t *scores = l->scores + i * l->model->stride;
	const uint32_t meta = STATE_BIT(STATE_SOURCE) | STATE_BIT(STATE_DATE) | STATE_BIT(STATE_SOURCE_DATE) |
			      STATE_BIT(STATE_BYLINE);
	const struct fact *fact = &l->sheet.facts[i];
	if ((state == STATE_TITLE_OPEN || state == STATE_TITLE) && fact->good && fact->words >= LONGEST_TITLE)
		return LINE_TEXT;
	if (state == STATE_LEAD_OPEN)
		return role_of(best_state(scores, meta | STATE_BIT(STATE_CAPTION)));
	if (state == STATE_TAIL)
		return role_of(best_state(scores, meta));
	return role_of(state);
}

static enum line_role
role_at(const struct lines *l, size_t i, enum line_state state)
{
	enum line_role role = likely_role(l, i, state);
	bool opens = STATES_OPENING >> state & 1;
	return role == LINE_BYLINE && !opens && names_nobody(&l->sheet.facts[i]) ? LINE_CHROME : role;
}

static float
chrome_share(const float *posteriors)
{
	float sum = 0;
	for (uint32_t rest = STATES_CHROME; rest != 0; rest &= rest - 1)
		sum += posteriors[__builtin_ctz(rest)];
	return sum;
}

/* How likely an article is to open at a line, or within two lines of it: heads may be in doubt which line is
 * first. */
static float
opening_share(const struct lines *l, size_t i)
{
	size_t begin = i < 2 ? 0 : i - 2, end = i + 3 < l->sheet.count ? i + 3 : l->sheet.count;
	float sum = 0;
	for (size_t k = begin; k < end; k++)
		for (uint32_t rest = STATES_OPENING; rest != 0; rest &= rest - 1)
			sum += l->posteriors[k * l->model->stride + (size_t)__builtin_ctz(rest)];
	return sum;
}

/* What an opening behind another one must reach on this page. */
static float
sure_enough(const struct lines *l)
{
	size_t openings = 0;
	for (size_t i = 0; i < l->sheet.count; i++)
		openings += (STATES_OPENING >> l->states[i] & 1) && opening_share(l, i) >= SURE_OPENING;
	return openings > 2 ? SURE_OPENING : SURE_LONE_OPENING;
}

/* The words of lines that are text with more than a probability, and how many of these are expected to be. */
static void
select_text(const struct lines *l, float bar, float *words, float *text)
{
	*words = *text = 1; /* of a page that has none, too, there is a share */
	for (size_t i = 0; i < l->sheet.count; i++) {
		float probability = 1 - l->chrome[i], weight = (float)(l->sheet.facts[i].words + 1);
		if (probability > bar) {
			*words += weight;
			*text += weight * probability;
		}
	}
}

/*
 * The least probability of text at which it pays to take a line, for the sum of the expected precision E/W
 * and recall E/T: W words are taken, E of them are expected to be text, of T on the page. A few words more
 * that are text with probability p change it by p(1/W + 1/T) - E/W^2 each: there is a gain where p is more
 * than E/W T/(W + T). From one half on, this is asked anew with what the last answer takes.
 */
static float
text_bar(const struct lines *l)
{
	float words, text, all, bar = 0.5F, last = 0;
	select_text(l, -1, &words, &all);
	for (size_t turn = 0; turn < 8 && bar != last; turn++) {
		last = bar;
		select_text(l, bar, &words, &text);
		bar = text / words * all / (words + all);
	}
	return bar;
}

/* What the chrome of a line must reach for it to be dropped: where the page leaves in doubt what its text is,
 * more. */
static float
chrome_bar(const struct lines *l)
{
	float doubt = DOUBT - text_bar(l);
	return TEXT_CHROME + (doubt > 0 ? DOUBT_WEIGHT * doubt : 0);
}

static enum line_state
likeliest(const float *posteriors, uint32_t allowed)
{
	size_t best = (size_t)__builtin_ctz(allowed);
	for (size_t s = best + 1; s < LINE_STATES; s++)
		if ((allowed >> s & 1) && posteriors[s] > posteriors[best])
			best = s;
	return (enum line_state)best;
}

/*
 * The state of a line that opens no article. Chrome or not is decided by the posterior, over all states of
 * either kind: it is chrome where that is over the bar of what the line would be else, by the path or as its
 * likeliest state.
 */
static enum line_state
settle(const struct lines *l, size_t i, enum line_state state)
{
	const uint32_t inner = ((1U << LINE_STATES) - 1) & ~(uint32_t)(STATES_CHROME | STATES_OPENING);
	bool is_chrome = STATES_CHROME >> state & 1;
	enum line_state chrome = is_chrome ? state : STATE_GAP, content = state;

	if (l->chrome[i] > HEAD_CHROME && l->chrome[i] > l->bar)
		return chrome;
	if (is_chrome)
		content = likeliest(l->posteriors + i * l->model->stride, inner);
	return l->chrome[i] > (content == STATE_TEXT ? l->bar : HEAD_CHROME) ? chrome : content;
}

/*
 * The best path cuts the page into articles; a cut within an article needs some certainty: sub-heads look
 * like titles.
 */
static void
decide(struct lines *l, size_t i, struct page_line *line)
{
	enum line_state state = (enum line_state)l->states[i];
	float chrome = l->chrome[i];
	line->opens = STATES_OPENING >> state & 1;
	if (line->opens && l->opened && opening_share(l, i) < l->sure) {
		line->opens = false;
		state = STATE_TEXT;
	}
	l->opened |= line->opens;
	line->role = role_at(l, i, line->opens ? state : settle(l, i, state));
	line->certainty = chrome > 0.5F ? chrome : 1 - chrome;
}

/* Is it a sentence, if a short one, and none of chrome's phrases? */
static bool
is_sentence(const struct fact *fact)
{
	bool ended = fact->end >= END_STOP && fact->end <= END_QUOTE_AFTER_STOP;
	return ended && fact->words >= SHORT_SENTENCE && (fact->flags >> FLAG_PHRASES & 1) == 0;
}

/*
 * Where no text at all was found, there is no ground to drop a sentence: what reads like one is kept. On a
 * page of few lines, there is none either.
 */
static void
keep_sentences(const struct lines *l, struct page_line *lines)
{
	bool few = l->sheet.count <= FEW_LINES, any = false;
	for (size_t i = 0; i < l->sheet.count && !any; i++)
		any = lines[l->sheet.facts[i].line].role == LINE_TEXT;
	for (size_t i = 0; i < l->sheet.count && (few || !any); i++) {
		const struct fact *fact = &l->sheet.facts[i];
		struct page_line *line = &lines[fact->line];
		bool other_script = fact->words >= OTHER_SCRIPT_WORDS && fact->start == START_OTHER_SCRIPT;
		if (!any && (fact->good || other_script))
			line->role = LINE_TEXT;
		else if (few && line->role == LINE_CHROME && is_sentence(fact))
			line->role = LINE_TEXT;
	}
}

/* --- The title of a page's first article ------------------------------------------------------ */

/* The first line at or behind i with a role; the number of lines if there is none. */
static size_t
next_of(const struct lines *l, const struct page_line *lines, size_t i, enum line_role role)
{
	while (i < l->sheet.count && lines[l->sheet.facts[i].line].role != role)
		i++;
	return i;
}

/*
 * The line before `text` that says what the page's first line does, which the browser's title often is; the
 * first line itself if its words are those of the text. The number of lines if there is none.
 */
static size_t
page_title(const struct lines *l, size_t text)
{
	const struct sheet *sheet = &l->sheet;
	const struct fact *first = &sheet->facts[0];
	if (first->good || first->words > LONGEST_TITLE || sheet->title_words < SURE_WORDS)
		return sheet->count;
	for (size_t i = text; i-- > 1;)
		if (sheet->places[i].likeness >= ALIKE && !sheet->facts[i].good)
			return i;
	bool named = sheet->title_words >= FULL_WORDS && sheet->places[0].core_share > SURE_CORE;
	return named ? 0 : sheet->count;
}

/*
 * An article with no title, or with one that has no word of the page's title, where a line before it says
 * that title: that line is it.
 */
static void
name_first(const struct lines *l, struct page_line *lines)
{
	size_t count = l->sheet.count, text = next_of(l, lines, 0, LINE_TEXT),
	       title = next_of(l, lines, 0, LINE_TITLE);
	if (text == count)
		return;
	bool titled = title < text;
	if (titled && l->sheet.places[title].likeness > UNLIKE)
		return;
	size_t said = page_title(l, titled ? title : text);
	if (said < count && lines[l->sheet.facts[said].line].role == LINE_CHROME)
		lines[l->sheet.facts[said].line].role = LINE_TITLE;
}

/* Labels lines that are a page, or MOST_LINES of one. */
static void
label_block(struct lines *l, struct page_line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		lines[i].role = LINE_BLANK, lines[i].opens = false, lines[i].certainty = 1;
	sheet_read(&l->sheet, &l->phrases, &l->room, lines, count);
	if (l->sheet.count == 0)
		return;
	score(l);
	seq_both(l->model, l->scores, l->sheet.count, l->posteriors, l->states, &l->scratch);
	for (size_t i = 0; i < l->sheet.count; i++)
		l->chrome[i] = chrome_share(l->posteriors + i * l->model->stride);
	l->opened = false;
	l->sure = sure_enough(l);
	l->bar = chrome_bar(l);
	for (size_t i = 0; i < l->sheet.count; i++)
		decide(l, i, &lines[l->sheet.facts[i].line]);
	keep_sentences(l, lines);
	name_first(l, lines);
}

void
lines_label(struct lines *l, struct page_line *lines, size_t count)
{
	for (size_t from = 0; from < count; from += MOST_LINES)
		label_block(l, lines + from, count - from < MOST_LINES ? count - from : MOST_LINES);
}
