#include "fact.h"

#include "fact_inside.h"

/* Words that say what chrome says: they are counted for FLAG_PHRASES. */
static const uint32_t CHROME_PHRASES =
	1U << PHRASE_SHARE | 1U << PHRASE_SUBSCRIBE | 1U << PHRASE_PRIVACY | 1U << PHRASE_RELATED |
	1U << PHRASE_MOST_READ | 1U << PHRASE_MORE | 1U << PHRASE_COMMENTS | 1U << PHRASE_ADVERT |
	1U << PHRASE_APP | 1U << PHRASE_COPYRIGHT | 1U << PHRASE_NAVIGATION | 1U << PHRASE_TAGS |
	1U << PHRASE_TWEET | 1U << PHRASE_COUNTS | 1U << PHRASE_SCRIPT | 1U << PHRASE_SECTION;

/* Words of chrome's phrases that begin at word i and are `longest` long are counted, each once. */
static void
cover(struct fact *fact, size_t i, size_t longest, size_t *until)
{
	size_t from = i < *until ? *until : i;
	if (i + longest > from)
		fact->covered = (uint16_t)(fact->covered + i + longest - from);
	*until = i + longest > *until ? i + longest : *until;
}

/* The classes or none, without a branch: which it is, is hard to guess for a machine. */
static inline uint32_t
classes_if(bool condition, uint32_t classes)
{
	return classes & -(uint32_t)condition;
}

/* What the phrases that begin with word i of `count` make of the line. */
static inline void
take_phrases(struct fact *fact, uint32_t classes, size_t i, size_t longest, size_t count, size_t *until)
{
	fact->has |= classes;
	fact->starts |= classes_if(i <= 1, classes);
	fact->whole |= classes_if((i == 0) & (longest == count), classes);
	if ((classes & CHROME_PHRASES) != 0)
		cover(fact, i, longest, until);
}

static void
find_phrases(const struct scan *s)
{
	struct fact *fact = s->fact;
	const uint32_t *words = s->room->words;
	size_t until = 0, longest = 0;
	uint64_t stops = 0;
	for (uint64_t leads = s->leads; leads != 0; leads &= leads - 1) {
		size_t i = (size_t)__builtin_ctzll(leads);
		uint32_t classes = phrases_at(s->phrases, words + i, s->count - i, &longest);
		stops |= (uint64_t)(classes >> PHRASE_STOP & 1) << i;
		classes = classes_if(classes != 1U << PHRASE_STOP, classes);
		take_phrases(fact, classes, i, longest, s->count, &until);
	}
	s->room->about = s->content & ~stops;
	fact->stops = (uint16_t)bytes_count(stops);
	if (2 * (size_t)fact->covered > s->count)
		flag(fact, FLAG_PHRASES);
	if ((fact->has >> PHRASE_MONTH & 1) && fact->numbers > 0)
		flag(fact, FLAG_MONTH_DAY);
}

/* Words that say what the text is about. */
static void
keep_content(const struct scan *s, uint64_t *content)
{
	struct fact *fact = s->fact;
	size_t kept = 0;
	for (uint64_t about = s->room->about; about != 0; about &= about - 1) {
		uint32_t hash = s->room->words[__builtin_ctzll(about)];
		filter_add(content, hash);
		if (kept < FACT_CONTENT)
			fact->content[kept++] = hash;
	}
	fact->content_count = (uint8_t)kept;
}

static uint8_t
length_class(const struct fact *f)
{
	if (f->good)
		return f->words >= 25 ? 4 : 3;
	return f->words <= 2 ? 0 : f->words <= 7 ? 1 : 2;
}

static bool
has_class(uint32_t classes, enum phrase_class class)
{
	return classes >> class & 1;
}

static bool
looks_like_date(const struct fact *f)
{
	return f->words <= 12 &&
	       (flagged(f, FLAG_DATE) || flagged(f, FLAG_MONTH_DAY) || flagged(f, FLAG_TIME));
}

static uint8_t
kind_of(const struct fact *f)
{
	uint8_t length = f->words <= 1    ? 0
			 : f->words <= 3  ? 1
			 : f->words <= 7  ? 2
			 : f->words <= 14 ? 3
			 : f->words <= 29 ? 4
					  : 5;
	if (flagged(f, FLAG_RULE))
		return KIND_RULE;
	if (flagged(f, FLAG_NUMBER) && f->words <= 4)
		return KIND_NUMBER;
	if (f->words <= 8 && has_class(f->has, PHRASE_AGO) &&
		(f->numbers > 0 || has_class(f->has, PHRASE_UNIT)))
		return KIND_AGE;
	if (looks_like_date(f) && !f->good)
		return KIND_DATE;
	if (f->words <= 9 && has_class(f->starts, PHRASE_BY) && !f->good)
		return KIND_BYLINE;
	if (f->words <= 40 && (flagged(f, FLAG_CREDIT) || has_class(f->starts, PHRASE_PHOTO)))
		return KIND_CREDIT;
	if (flagged(f, FLAG_URL) && f->words <= 12)
		return KIND_URL;
	if (flagged(f, FLAG_COPY) || has_class(f->starts, PHRASE_COPYRIGHT))
		return KIND_COPYRIGHT;
	if (flagged(f, FLAG_PHRASES) && f->words <= 14)
		return f->words <= 3 ? KIND_PHRASE : KIND_PHRASES;
	if (flagged(f, FLAG_CAPITALS))
		return KIND_CAPITALS;
	if (f->end == END_ELLIPSIS)
		return KIND_ELLIPSIS;
	return (uint8_t)(length * 3 + (ends_sentence(f->end)                               ? 0
					      : f->end == END_COLON || f->end == END_COMMA ? 1
											   : 2));
}

/* Ten kinds for patterns of several lines. */
static uint8_t
coarse_of(const struct fact *f)
{
	static const uint8_t META[KINDS] = {[KIND_RULE] = 6,
		[KIND_NUMBER] = 5,
		[KIND_AGE] = 7,
		[KIND_DATE] = 7,
		[KIND_BYLINE] = 7,
		[KIND_CREDIT] = 8,
		[KIND_URL] = 5,
		[KIND_COPYRIGHT] = 5,
		[KIND_PHRASE] = 5,
		[KIND_PHRASES] = 5};
	if (f->good)
		return f->words >= 25 ? 1 : 2;
	if (META[f->kind] != 0)
		return META[f->kind];
	if (ends_sentence(f->end))
		return 3;
	return f->words <= 3 ? 4 : f->words <= 20 ? 9 : 0;
}

static void
judge_shape(struct fact *f, const struct scan *s, struct slice text)
{
	const uint32_t *words = s->room->words;
	f->start = fact_start_of(text);
	fact_judge_end(f, text);
	f->good = f->words >= FACT_LONG && ends_sentence(f->end);
	if (s->count == 0)
		flag(f, FLAG_RULE);
	else if (f->numbers == s->count)
		flag(f, FLAG_NUMBER);
	if (f->capitals > 0 && 4 * f->capitals >= 3 * (s->count - f->numbers))
		flag(f, FLAG_CAPITALS);
	if (f->good && f->capitals > 0 && text.len > 3 && is_ascii_upper(text.at[0]) &&
		is_ascii_upper(text.at[1]) && flagged(f, FLAG_DASH))
		flag(f, FLAG_DATELINE);
	f->head_count = (uint8_t)(s->count < FACT_HEAD ? s->count : FACT_HEAD);
	memcpy(f->head, words, sizeof(f->head)); /* those behind head_count are other lines' */
	f->prefix = s->count < 3 ? 0 : phrase_join(words[0], words[1]) | 1;
	for (size_t i = 0; i < 3; i++)
		f->tail[i] = i < s->count ? words[s->count - 1 - i] : 0;
}

void
fact_of(const struct phrase_table *phrases, struct slice text, struct fact *fact, struct fact_room *room,
	uint64_t *content)
{
	struct scan s = {.text = text, .fact = fact, .room = room, .phrases = phrases};
	*fact = (struct fact){.bytes = (uint32_t)text.len, .same_before = -1, .same_after = -1};
	fact_scan(&s);
	find_phrases(&s);
	keep_content(&s, content);
	judge_shape(fact, &s, text);
	fact->length = length_class(fact);
	fact->kind = kind_of(fact);
	fact->coarse = coarse_of(fact);
}
