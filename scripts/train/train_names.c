/*
 * train_names: learns the model of nents' tagger from token TAB tag files (BIO; PER LOC ORG MISC), on the
 * very feature code that the tool runs. Sentences are joined to lines as they would be printed, and cut by
 * the tool's own scan.
 *
 * usage: train_names OUT GAZETTEER CLUSTERS [option=value ...] FILE ...
 * options: l1 step epochs seeds least largest headlines without
 * Files whose names hold one of the words wikigold, crossner, gmb, world tag MISC; in the others a word that
 * is O may be of the states none, group and other.
 */
#include "../../cmd/nents/lexicon.h"
#include "../../cmd/nents/tagger.h"

#include "cli.h"
#include "io.h"
#include "seq_train.h"

#include <stdio.h>
#include <stdlib.h>

struct span {
	size_t line, start, end;
	enum tag kind;
};

struct trainer {
	struct article article;
	struct text_buffer text; /* the lines of a document */
	size_t *line_ends;       /* where each ends in text */
	size_t line_count, line_capacity;
	struct span *spans;
	size_t span_count, span_capacity;
	struct features *features;
	const struct gazetteer *gazetteer;
	struct lexicon *lexicon;
	struct seq_corpus corpus;
	bool has_misc, open, quote, glue;
	double l1, step, largest;
	unsigned epochs, seeds, least, without, headlines;
};

static bool
is_in(struct slice word, const char *list)
{
	for (const char *at = list; *at != '\0';) {
		size_t n = strcspn(at, " ");

		if (n == word.len && memcmp(at, word.at, n) == 0)
			return true;
		at += n + (at[n] == ' ');
	}
	return false;
}

/* Appends a token to the line as it would be printed; gives where it begins. */
static size_t
join_token(struct trainer *t, struct slice token, size_t line_start)
{
	bool before = is_in(token,
		". , ; : ! ? ) ] } % 's \xe2\x80\x99s n't '' \xe2\x80\x9d \xe2\x80\x99 're 've 'll 'd 'm");
	bool after = is_in(token, "( [ { $ \xc2\xa3 \xe2\x82\xac `` \xe2\x80\x9c \xe2\x80\x98");
	size_t start;

	if (token.len == 1 && token.at[0] == '"') {
		before = t->quote;
		after = !t->quote;
		t->quote = !t->quote;
	}
	if (t->text.len > line_start && !t->glue && !before)
		text_append(&t->text, SLICE(" "));
	start = t->text.len;
	text_append(&t->text, token);
	t->glue = after;
	return start;
}

static enum tag
kind_of(struct slice tag)
{
	if (tag.len < 4)
		return TAG_NONE;
	tag = slice_after(tag, 2);
	if (slice_equal(tag, SLICE("PER")))
		return TAG_PERSON;
	if (slice_equal(tag, SLICE("LOC")))
		return TAG_PLACE;
	if (slice_equal(tag, SLICE("ORG")))
		return TAG_ORG;
	return TAG_OTHER;
}

/* A line "token TAB tag" of the sentence that begins at line_start. */
static void
take_token(struct trainer *t, struct slice line, size_t line_start)
{
	const char *tab = memchr(line.at, '\t', line.len);
	struct slice token = line, tag = {NULL, 0};
	enum tag kind;
	size_t start;

	if (tab != NULL) {
		token.len = (size_t)(tab - line.at);
		tag = slice_after(line, token.len + 1);
	}
	start = join_token(t, token, line_start) - line_start;
	kind = kind_of(tag);
	if (kind == TAG_NONE) {
		t->open = false;
		return;
	}
	if (!t->open || tag.at[0] == 'B' || t->spans[t->span_count - 1].kind != kind) {
		if (t->span_count == t->span_capacity)
			cli_grow(&t->spans, &t->span_capacity, t->span_count + 1, sizeof *t->spans);
		t->spans[t->span_count++] = (struct span){t->line_count, start, 0, kind};
	}
	t->open = true;
	t->spans[t->span_count - 1].end = start + token.len;
}

static void
end_line(struct trainer *t)
{
	size_t start = t->line_count > 0 ? t->line_ends[t->line_count - 1] : 0;

	t->open = t->quote = false;
	t->glue = true;
	if (t->text.len == start)
		return;
	if (t->line_count == t->line_capacity)
		cli_grow(&t->line_ends, &t->line_capacity, t->line_count + 1, sizeof *t->line_ends);
	t->line_ends[t->line_count++] = t->text.len;
}

/* A person's name begins behind his titles. */
static size_t
behind_titles(const struct trainer *t, size_t first, size_t end)
{
	while (first + 1 < end && t->article.tokens[first].cue == CUE_TITLE)
		first++;
	return first;
}

static bool
is_group(const struct trainer *t, size_t i)
{
	return t->article.tokens[i].cue == CUE_PEOPLE;
}

/* Writes the allowed states of the tokens of one span. */
static void
mark_span(const struct trainer *t, const struct span *span, uint32_t *allowed)
{
	const struct article_line *line = &t->article.lines[span->line];
	size_t first = line->first, end;

	while (first < line->end && t->article.tokens[first].start < span->start)
		first++;
	for (end = first; end < line->end && t->article.tokens[end].end <= span->end + 1 &&
			  t->article.tokens[end].start < span->end;)
		end++;
	if (first == end)
		return;
	if (span->kind == TAG_OTHER) {
		for (size_t i = first; i < end; i++)
			allowed[i] = 1U << (is_group(t, i) ? TAG_GROUP : TAG_OTHER);
		return;
	}
	if (span->kind == TAG_PERSON)
		first = behind_titles(t, first, end);
	for (size_t i = first; i < end; i++) {
		unsigned part = end - first == 1 ? PART_ONLY
				: i == first     ? PART_BEGIN
				: i + 1 == end   ? PART_LAST
						 : PART_INSIDE;
		allowed[i] = 1U << (span->kind + part);
	}
}

/* The kind of span that a token is of, by its allowed states; TAG_NONE for none. */
static enum tag
span_kind(uint32_t allowed)
{
	for (unsigned kind = TAG_PERSON; kind < TAG_GROUP; kind += 4)
		if ((allowed & 15U << kind) != 0)
			return (enum tag)kind;
	return TAG_NONE;
}

/* A span that is cut by the segment's edge may have any of its states there. */
static void
loosen_edges(const struct segment *segment, uint32_t *allowed)
{
	size_t first = segment->first, last = segment->end - 1;
	enum tag begins = span_kind(allowed[first]), ends = span_kind(allowed[last]);

	if (begins != TAG_NONE && (allowed[first] & (9U << begins)) == 0)
		for (size_t i = first; i <= last && span_kind(allowed[i]) == begins; i++)
			allowed[i] = 15U << begins;
	if (ends != TAG_NONE && (allowed[last] & (12U << ends)) == 0)
		for (size_t i = last + 1; i > first && span_kind(allowed[i - 1]) == ends; i--)
			allowed[i - 1] = 15U << ends;
}

static void
put_sequence(struct trainer *t, const struct segment *segment, uint32_t *allowed)
{
	struct word_beside words[FEATURES_WORDS];
	uint16_t numbers[FEATURES_OF_CONTEXT];
	uint32_t features[FEATURES_OF_WORD];

	loosen_edges(segment, allowed);
	features_segment(t->features, segment);
	for (size_t i = segment->first; i < segment->end; i++) {
		size_t n = features_words(t->features, i, words);

		for (size_t k = 0; k < n; k++) {
			const struct token *token =
				words[k].token != NO_WORD ? &t->article.tokens[words[k].token] : NULL;
			struct slice word = token != NULL ? token_text(&t->article, token) : SLICE("");
			size_t of_word = features_of_word(t->features, word, token != NULL ? token->key : 0,
				(enum word_place)words[k].place, features);

			for (size_t j = 0; j < of_word; j++)
				seq_feature(&t->corpus, features[j]);
		}
		n = features_context(t->features, i, numbers);
		for (size_t k = 0; k < n; k++)
			seq_feature(&t->corpus, features_small(numbers[k]));
		if ((t->without & GROUP_GAZETTEER) == 0)
			seq_feature(&t->corpus, features_listed(t->features, i));
		seq_position(&t->corpus, allowed[i], 1);
	}
	seq_sequence(&t->corpus, 1);
}

/* What a token may be that is in no span. */
static uint32_t
allowed_outside(const struct trainer *t, size_t i)
{
	const uint32_t none = 1U << TAG_NONE, group = 1U << TAG_GROUP, other = 1U << TAG_OTHER;

	if (is_group(t, i))
		return t->has_misc ? none | group : group;
	return t->has_misc || !token_is_capital(&t->article.tokens[i]) ? none : none | other;
}

/* Learns from every step-th line of the document, from line `rest` on. */
static void
learn(struct trainer *t, size_t step, size_t rest)
{
	struct article *a = &t->article;
	struct segment segment;
	uint32_t *allowed;
	size_t start = 0;

	article_reset(a);
	for (size_t i = 0; i < t->line_count; start = t->line_ends[i++])
		article_add_line(
			a, (struct slice){t->text.bytes + start, t->line_ends[i] - start}, (uint32_t)i + 1);
	tokens_find(a);
	lexicon_look_up(t->lexicon, a);
	features_article(t->features, a);
	allowed = cli_alloc(a->token_count + 1, sizeof *allowed);
	for (size_t i = 0; i < a->token_count; i++)
		allowed[i] = allowed_outside(t, i);
	for (size_t i = 0; i < t->span_count; i++)
		mark_span(t, &t->spans[i], allowed);
	for (size_t i = rest; i < a->line_count; i += step)
		for (size_t at = a->lines[i].first; segment_next(a, &a->lines[i], at, &segment);
			at = segment.end)
			put_sequence(t, &segment, allowed);
	free(allowed);
}

/* Makes a line a headline: A Capital on Each Word, or ON ALL LETTERS. Lengths stay. */
static void
make_headline(char *line, size_t len, bool all)
{
	static const char small[] = "a an the of in on at to for and or by with from as is its his";

	for (size_t i = 0; i < len;) {
		size_t n = 0;

		while (i + n < len && line[i + n] != ' ')
			n++;
		if (all || i == 0 || !is_in((struct slice){line + i, n}, small))
			for (size_t k = 0; k < (all ? n : 1); k++)
				if (line[i + k] >= 'a' && line[i + k] <= 'z')
					line[i + k] = (char)(line[i + k] - 'a' + 'A');
		i += n + 1;
	}
}

enum { HEADLINES = 9, SHOUTED = 29 }; /* one line in so many is learned as a headline too */

static void
end_document(struct trainer *t)
{
	end_line(t);
	learn(t, 1, 0);
	for (int all = 0; all < 2 && t->headlines; all++) {
		size_t step = all ? SHOUTED : HEADLINES;

		for (size_t i = 2; i < t->line_count; i += step) {
			size_t start = i > 0 ? t->line_ends[i - 1] : 0;

			make_headline(t->text.bytes + start, t->line_ends[i] - start, all);
		}
		learn(t, step, 2);
	}
	t->text.len = t->line_count = t->span_count = 0;
}

static void
take_line(struct trainer *t, struct slice line)
{
	size_t line_start = t->line_count > 0 ? t->line_ends[t->line_count - 1] : 0;

	if (slice_starts(line, SLICE("-DOCSTART-")))
		end_document(t);
	else if (line.len == 0)
		end_line(t);
	else
		take_token(t, line, line_start);
}

static void
take_file(struct io_reader *in, void *context)
{
	static const char *const marking[] = {"wikigold", "crossner", "gmb", "world"};
	const char *slash = strrchr(in->name, '/'), *name = slash != NULL ? slash + 1 : in->name;
	struct trainer *t = context;
	struct slice line;

	t->glue = true;
	t->has_misc = false;
	for (size_t i = 0; i < sizeof marking / sizeof *marking; i++)
		t->has_misc |= strstr(name, marking[i]) != NULL;
	while (io_line(in, '\n', &line, NULL))
		take_line(t, line);
	end_document(t);
}

static bool
read_option(struct trainer *t, const char *operand)
{
	const char *equals = strchr(operand, '=');
	double value = equals != NULL ? strtod(equals + 1, NULL) : 0;

	if (equals == NULL)
		return false;
	if (strncmp(operand, "l1=", 3) == 0)
		t->l1 = value;
	else if (strncmp(operand, "step=", 5) == 0)
		t->step = value;
	else if (strncmp(operand, "largest=", 8) == 0)
		t->largest = value;
	else if (strncmp(operand, "epochs=", 7) == 0)
		t->epochs = (unsigned)value;
	else if (strncmp(operand, "seeds=", 6) == 0)
		t->seeds = (unsigned)value;
	else if (strncmp(operand, "least=", 6) == 0)
		t->least = (unsigned)value;
	else if (strncmp(operand, "headlines=", 10) == 0)
		t->headlines = (unsigned)value;
	else if (strncmp(operand, "without=", 8) == 0)
		t->without = (unsigned)value;
	else
		return false;
	return true;
}

/* Which states may follow each other. */
static void
set_moves(struct seq_recipe *recipe)
{
	uint32_t opening = 1U << TAG_NONE | 1U << TAG_GROUP | 1U << TAG_OTHER, closing = opening;

	for (unsigned kind = TAG_PERSON; kind < TAG_GROUP; kind += 4) {
		opening |= 1U << (kind + PART_BEGIN) | 1U << (kind + PART_ONLY);
		closing |= 1U << (kind + PART_LAST) | 1U << (kind + PART_ONLY);
	}
	for (unsigned s = 0; s < TAGS; s++) {
		uint32_t within =
			tag_has_parts(s) ? 1U << (tag_kind(s) + PART_INSIDE) | 1U << (tag_kind(s) + PART_LAST)
					 : 0;

		recipe->moves[s] = closing >> s & 1 ? opening : within;
	}
	recipe->starts = opening;
	recipe->ends = closing;
}

static void
write_model(const struct trainer *t, FILE *out, const char *path)
{
	struct seq_recipe recipe = {.states = TAGS,
		.least = t->least,
		.version = FEATURES_VERSION,
		.epochs = t->epochs,
		.seeds = t->seeds,
		.first_seed = 1,
		.step = (float)t->step,
		.l1 = (float)t->l1,
		.verbose = true};
	struct seq_weights *weights;
	size_t bytes;
	void *block;

	set_moves(&recipe);
	weights = seq_train(&t->corpus, NULL, 0, &recipe);
	block = seq_quantise(weights, (float)t->largest, &bytes);
	if (fwrite(block, 1, bytes, out) != bytes || fclose(out) != 0)
		cli_die("%s: can't write", path);
	cli_warn("%s: %zu bytes", path, bytes);
	free(block);
	seq_weights_free(weights);
}

/* A whole file in memory of 64-byte alignment, for the life of the process. */
static void *
load(const char *path, size_t *bytes)
{
	FILE *in = fopen(path, "rb");
	char *block;

	if (in == NULL || fseek(in, 0, SEEK_END) != 0)
		cli_die("%s: can't read", path);
	*bytes = (size_t)ftell(in);
	rewind(in);
	block = aligned_alloc(64, (*bytes + 64) / 64 * 64);
	if (block == NULL || fread(block, 1, *bytes, in) != *bytes)
		cli_die("%s: can't read", path);
	fclose(in);
	return block;
}

int
main(int argc, char **argv)
{
	static const struct cli_tool tool = {
		.name = "train_names", .synopsis = "OUT GAZETTEER CLUSTERS FILE ..."};
	struct trainer t = {.l1 = 1e-5, .step = 0.05, .epochs = 12, .seeds = 1, .least = 2, .headlines = 1};
	struct feature_lists lists = {0};
	const char *path;
	FILE *out;
	size_t bytes;
	void *block;

	cli_start(&tool);
	if (argc < 5)
		cli_die("usage: train_names OUT GAZETTEER CLUSTERS [option=value ...] FILE ...");
	path = argv[1];
	block = load(argv[2], &bytes);
	t.gazetteer = lists.gazetteer = gazetteer_open(block, bytes);
	block = load(argv[3], &bytes);
	lists.clusters = prints_open(block, bytes);
	if (lists.gazetteer == NULL || lists.clusters == NULL)
		cli_die("%s or %s is not what gen_gazetteer makes", argv[2], argv[3]);
	t.lexicon = lexicon_open(lists.gazetteer, NULL, NULL);
	for (argv += 4; *argv != NULL && read_option(&t, *argv); argv++)
		;
	lists.without = t.without;
	t.features = features_open(&lists);
	if ((out = fopen(path, "wb")) == NULL)
		cli_die("%s: can't write", path);
	io_operands(argv, 1 << 24, NULL, take_file, &t);
	cli_warn("%zu segments, %zu tokens, %zu features", t.corpus.sequence_count, t.corpus.position_count,
		t.corpus.feature_count);
	write_model(&t, out, path);
	return cli_finish();
}
