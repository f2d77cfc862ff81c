#include "lines.h"

#include "cli.h"
#include "cuts.h"
#include "label.h"

#include <stdlib.h>

/*
 * The posterior of chrome that a line is dropped at. Of news pages a little less than a half does best for
 * text: it rises by DOUBT_WEIGHT times what the page's text_bar() is below DOUBT, over 1 where all is doubt
 * and all is kept. A whole sentence, and what would be a date, a byline or the like, is dropped where
 * chrome is likelier.
 */
static const float TEXT_CHROME = 0.39F, SENTENCE_CHROME = 0.5F, HEAD_CHROME = 0.5F, DOUBT = 0.45F,
		   DOUBT_WEIGHT = 3;
enum {
	OTHER_SCRIPT_WORDS = 3
}; /* words of a line, in a script that the model knows little of, that are text */
enum { FEW_LINES = 4, SHORT_SENTENCE = 4 };
/* Words: of a sentence that may still be a title, of a byline, of a standfirst, of a slug. */
enum { LONGEST_TITLE = 30, LONGEST_BYLINE = 12, LONGEST_STANDFIRST = 30, LONGEST_SLUG = 4 };
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

/* Does the line have a word or a form of days and times? */
static bool
tells_when(const struct fact *fact)
{
	const uint32_t words = 1U << PHRASE_PUBLISHED | 1U << PHRASE_MONTH | 1U << PHRASE_WEEKDAY |
			       1U << PHRASE_AGO | 1U << PHRASE_UNIT;
	const uint32_t forms = 1U << FLAG_DATE | 1U << FLAG_TIME | 1U << FLAG_YEAR | 1U << FLAG_MONTH_DAY;
	return fact->has & words || fact->flags & forms;
}

/*
 * Is it no byline, whatever the chain takes it for: a line that says nothing of who or when but has a word of
 * every text, begins with a number or with a phrase of chrome, or is long?
 */
static bool
names_nobody(const struct fact *fact)
{
	const uint32_t who = 1U << PHRASE_BY | 1U << PHRASE_BIO | 1U << PHRASE_REPORTING | 1U << PHRASE_PHOTO;
	const uint32_t chrome = 1U << PHRASE_SHARE | 1U << PHRASE_SUBSCRIBE | 1U << PHRASE_RELATED |
				1U << PHRASE_MORE | 1U << PHRASE_COMMENTS | 1U << PHRASE_NAVIGATION |
				1U << PHRASE_SECTION | 1U << PHRASE_TWEET;

	if (fact->has & who || tells_when(fact))
		return false;
	return fact->start == START_DIGIT || fact->stops > 0 || fact->words > LONGEST_BYLINE ||
	       (fact->starts & chrome) != 0;
}

/*
 * Is it no date, whatever the chain takes it for: words without a number and none of them of days? One word,
 * or words of other scripts, may be a day that the phrases don't know.
 */
static bool
tells_no_day(const struct fact *fact)
{
	bool unknown = fact->words < 2 || fact->start == START_OTHER_SCRIPT;
	return !unknown && fact->numbers == 0 && (fact->flags >> FLAG_GLUED & 1) == 0 && !tells_when(fact);
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

/* What the line is said to be, unless its words rule that out. */
static enum line_role
role_at(const struct lines *l, size_t i, enum line_state state)
{
	const struct fact *fact = &l->sheet.facts[i];
	enum line_role role = likely_role(l, i, state);
	bool opens = STATES_OPENING >> state & 1;
	if (role == LINE_DATE && tells_no_day(fact))
		return fact->good ? LINE_TEXT : LINE_CHROME;
	return role == LINE_BYLINE && !opens && names_nobody(fact) ? LINE_CHROME : role;
}

static float
chrome_share(const float *posteriors)
{
	float sum = 0;
	for (uint32_t rest = STATES_CHROME; rest != 0; rest &= rest - 1)
		sum += posteriors[__builtin_ctz(rest)];
	return sum;
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
	float bar = l->bar;

	if (l->sheet.facts[i].good && bar < SENTENCE_CHROME)
		bar = SENTENCE_CHROME;
	if (l->chrome[i] > HEAD_CHROME && l->chrome[i] > bar)
		return chrome;
	if (is_chrome)
		content = state_likeliest(l->posteriors + i * l->model->stride, inner);
	return l->chrome[i] > (content == STATE_TEXT ? bar : HEAD_CHROME) ? chrome : content;
}

/* A slug or a section's word in capitals right above a longer title that isn't: no title, though it opens. */
static void
unname_slug(const struct lines *l, size_t i, struct page_line *lines)
{
	const struct fact *title = &l->sheet.facts[i], *slug = title - 1;
	if ((int32_t)i != l->first + 1 || lines[title->line].role != LINE_TITLE ||
		lines[slug->line].role != LINE_TITLE)
		return;
	bool capitals = (slug->flags >> FLAG_CAPITALS & 1) && (title->flags >> FLAG_CAPITALS & 1) == 0;
	if (capitals && slug->words <= LONGEST_SLUG && slug->words < title->words)
		lines[slug->line].role = LINE_CHROME;
}

/* Follows whether the article's text so far is one short line below its title: a standfirst. */
static void
watch_standfirst(struct lines *l, size_t i, const struct page_line *line)
{
	if (line->opens)
		l->titled = l->standfirst = false;
	if (line->role == LINE_TITLE)
		l->titled = true;
	if (line->role == LINE_TEXT) {
		l->standfirst = l->titled && l->sheet.facts[i].words <= LONGEST_STANDFIRST;
		l->titled = false;
	}
}

/* Does it say again, behind a bullet, what a source, date or byline of its article has said, as cards do? */
static bool
is_said_again(const struct lines *l, size_t i, const struct page_line *lines)
{
	const struct fact *fact = &l->sheet.facts[i];
	if (fact->start != START_BULLET || fact->same_before < l->first)
		return false;
	enum line_role role = lines[l->sheet.facts[fact->same_before].line].role;
	return role == LINE_SOURCE || role == LINE_DATE || role == LINE_BYLINE;
}

/*
 * The best path cuts the page into articles; a cut within an article has to be sure: sub-heads look like
 * titles. Below a standfirst stands the byline or the date of the same article.
 */
static void
decide(struct lines *l, size_t i, struct page_line *lines)
{
	struct page_line *line = &lines[l->sheet.facts[i].line];
	enum line_state state = (enum line_state)l->states[i];
	line->opens = STATES_OPENING >> state & 1;
	if (line->opens && l->opened && cuts_share(l, i) < l->sure) {
		line->opens = false;
		state = STATE_TEXT;
	}
	if (line->opens && state == STATE_LEAD_OPEN && l->standfirst) {
		line->opens = false;
		state = STATE_TAIL;
	}
	l->opened |= line->opens;
	if (line->opens)
		l->first = (int32_t)i;
	line->role = role_at(l, i, line->opens ? state : settle(l, i, state));
	if (!line->opens && is_said_again(l, i, lines))
		line->role = LINE_CHROME;
	unname_slug(l, i, lines);
	watch_standfirst(l, i, line);
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

/* Labels lines that are a page, or LINES_AT_ONCE of one. */
static void
label_block(struct lines *l, struct page_line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		lines[i].role = LINE_BLANK, lines[i].opens = false;
	sheet_read(&l->sheet, &l->phrases, &l->room, lines, count);
	if (l->sheet.count == 0)
		return;
	score(l);
	seq_both(l->model, l->scores, l->sheet.count, l->posteriors, l->states, &l->scratch);
	for (size_t i = 0; i < l->sheet.count; i++)
		l->chrome[i] = chrome_share(l->posteriors + i * l->model->stride);
	l->opened = false;
	l->first = 0;
	l->titled = l->standfirst = false;
	cuts_add_missed(l);
	l->sure = cuts_bar(l);
	l->bar = chrome_bar(l);
	for (size_t i = 0; i < l->sheet.count; i++)
		decide(l, i, lines);
	keep_sentences(l, lines);
	name_first(l, lines);
}

void
lines_label(struct lines *l, struct page_line *lines, size_t count)
{
	for (size_t from = 0; from < count; from += LINES_AT_ONCE)
		label_block(l, lines + from, count - from < LINES_AT_ONCE ? count - from : LINES_AT_ONCE);
}
