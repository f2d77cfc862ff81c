/*
 * train_lines: trains and measures the model of lib/lines, on the same features as the filters use.
 *
 * usage: train_lines [-e epochs] [-s seeds] [-r step] [-x group] [-m model] [-d folder] [-k] [-h styles]
 * pages ...
 *
 * pages: files that label_pages.py wrote. -m writes a model trained on all of them. -k cross-validates by
 * fold; with -h, a comma-separated list, pages of those styles are never learnt from, only measured. -d
 * writes what the held-out models say of the pages as record streams, FOLDER/STYLE.rec, for scoring. -x
 * leaves a group of features out.
 */
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../../cmd/nsplit/page.h"
#include "cli.h"
#include "io.h"
#include "lines/label.h"
#include "rec.h"
#include "seq_train.h"

enum { FOLDS = 5, STYLES = 128 };

/* --- Labels -------------------------------------------------------------------------------------- */

enum label {
	LABEL_BLANK,
	LABEL_CHROME,
	LABEL_TITLE,
	LABEL_SOURCE,
	LABEL_DATE,
	LABEL_SOURCE_DATE,
	LABEL_BYLINE,
	LABEL_CAPTION,
	LABEL_TEXT,
	LABEL_HEAD,   /* in a head, but of what role is not known */
	LABEL_INSIDE, /* between paragraphs, not text */
	LABEL_AFTER,  /* behind the text */
	LABELS
};

static const char *const LABEL_NAMES[LABELS] = {"", "chrome", "title", "source", "date", "source+date",
	"byline", "caption", "text", "head?", "inside?", "after?"};

struct labelled {
	struct slice name;
	unsigned fold, style;
	bool test;
	struct page_line *lines;
	enum label *labels;
	unsigned *articles;
	size_t count, capacity, label_capacity, article_capacity;
	size_t sequence; /* in the corpus */
};

struct book {
	struct labelled *pages;
	size_t count, capacity;
	char *styles[STYLES];
	size_t style_count;
};

static enum label
label_of(struct slice name)
{
	for (size_t i = 0; i < LABELS; i++)
		if (slice_equal(name, slice_of(LABEL_NAMES[i])))
			return (enum label)i;
	cli_die("unknown role '%.*s'", (int)name.len, name.at);
}

static struct slice
cut(struct slice *rest)
{
	const char *tab = memchr(rest->at, '\t', rest->len);
	size_t len = tab == NULL ? rest->len : (size_t)(tab - rest->at);
	struct slice field = {rest->at, len};
	*rest = slice_after(*rest, tab == NULL ? len : len + 1);
	return field;
}

static unsigned
style_of(struct book *book, struct slice name)
{
	for (size_t i = 0; i < book->style_count; i++)
		if (slice_equal(name, slice_of(book->styles[i])))
			return (unsigned)i;
	if (book->style_count == STYLES)
		cli_die("more than %d styles", STYLES);
	char *copy = cli_alloc(name.len + 1, 1);
	memcpy(copy, name.at, name.len);
	copy[name.len] = '\0';
	book->styles[book->style_count] = copy;
	return (unsigned)book->style_count++;
}

static void
begin_page(struct book *book, struct slice header)
{
	cli_grow(&book->pages, &book->capacity, book->count + 1, sizeof(*book->pages));
	struct labelled *page = &book->pages[book->count++];
	*page = (struct labelled){0};
	cut(&header);
	page->name = cut(&header);
	page->fold = (unsigned)(cut(&header).at[0] - '0') % FOLDS;
	page->style = style_of(book, cut(&header));
	page->test = header.len > 0 && header.at[0] == '1';
}

static void
add_line(struct labelled *page, struct slice row)
{
	cli_grow(&page->lines, &page->capacity, page->count + 1, sizeof(*page->lines));
	cli_grow(&page->labels, &page->label_capacity, page->count + 1, sizeof(*page->labels));
	cli_grow(&page->articles, &page->article_capacity, page->count + 1, sizeof(*page->articles));
	page->articles[page->count] = (unsigned)strtoul(cut(&row).at, NULL, 10);
	page->labels[page->count] = label_of(cut(&row));
	page->lines[page->count] = (struct page_line){.text = row};
	page->count++;
}

/* The file stays in memory: lines are slices of it. */
static void
read_pages(struct book *book, const char *path)
{
	FILE *file = fopen(path, "rb");
	size_t len = 0, capacity = 0, got;
	char *bytes = NULL;
	if (file == NULL)
		cli_die("%s: can't be opened", path);
	do {
		cli_grow(&bytes, &capacity, len + IO_BLOCK, 1);
		got = fread(bytes + len, 1, IO_BLOCK, file);
		len += got;
	} while (got > 0);
	fclose(file);
	for (struct slice rest = {bytes, len}; rest.len > 0;) {
		const char *stop = memchr(rest.at, '\n', rest.len);
		struct slice row = {rest.at, stop == NULL ? rest.len : (size_t)(stop - rest.at)};
		if (slice_starts(row, SLICE("@\t")))
			begin_page(book, row);
		else if (book->count > 0)
			add_line(&book->pages[book->count - 1], row);
		rest = slice_after(rest, row.len + (stop != NULL));
	}
}

/* --- From labels to states: what the chain may say of each line ------------------------------- */

struct truth {
	unsigned article; /* the one we are in, 0 before any */
	unsigned last;    /* the highest that began */
	bool text;        /* its text has begun */
};

static uint32_t
head_state(enum label label)
{
	static const uint32_t STATES[LABELS] = {[LABEL_TITLE] = 1U << STATE_TITLE,
		[LABEL_SOURCE] = 1U << STATE_SOURCE,
		[LABEL_DATE] = 1U << STATE_DATE,
		[LABEL_SOURCE_DATE] = 1U << STATE_SOURCE_DATE,
		[LABEL_BYLINE] = 1U << STATE_BYLINE,
		[LABEL_CAPTION] = 1U << STATE_CAPTION};
	return STATES[label];
}

static uint32_t
states_opening(enum label label)
{
	return label == LABEL_TITLE  ? STATE_BIT(STATE_TITLE_OPEN)
	       : label == LABEL_TEXT ? STATE_BIT(STATE_TEXT_OPEN)
				     : STATE_BIT(STATE_LEAD_OPEN);
}

static uint32_t
states_of(struct truth *t, enum label label, unsigned article)
{
	const uint32_t meta = STATE_BIT(STATE_SOURCE) | STATE_BIT(STATE_DATE) | STATE_BIT(STATE_SOURCE_DATE) |
			      STATE_BIT(STATE_BYLINE) | STATE_BIT(STATE_CAPTION);
	bool content = label != LABEL_CHROME && label < LABEL_HEAD && article > 0;
	if (content && article > t->last) {
		t->last = t->article = article;
		t->text = label == LABEL_TEXT;
		return states_opening(label);
	}
	switch (label) {
	case LABEL_TEXT:
		t->text = true;
		return STATE_BIT(STATE_TEXT);
	case LABEL_HEAD:
		return meta | STATE_BIT(STATE_HEAD_CHROME);
	case LABEL_INSIDE:
		return STATE_BIT(STATE_GAP) | STATE_BIT(STATE_INNER_CAPTION);
	case LABEL_AFTER:
		return STATE_BIT(STATE_POST);
	case LABEL_CAPTION:
		return t->text ? STATE_BIT(STATE_INNER_CAPTION) : STATE_BIT(STATE_CAPTION);
	case LABEL_TITLE:
		return t->text ? STATE_BIT(STATE_TEXT) : STATE_BIT(STATE_TITLE);
	case LABEL_CHROME:
		return STATES_CHROME;
	default:
		return t->text ? STATE_BIT(STATE_TAIL) : head_state(label);
	}
}

/* --- The corpus ---------------------------------------------------------------------------------- */

struct options {
	struct seq_recipe recipe;
	const char *model, *folder, *held_out, *unseen;
	bool cross;
	uint32_t skip_begin, skip_end; /* features left out */
	float composed_weight, opening_cost;
};

static bool
is_held_out(const struct options *o, const struct book *book, unsigned style)
{
	const char *name = book->styles[style], *found = o->held_out;
	size_t len = strlen(name);
	while (found != NULL && (found = strstr(found, name)) != NULL) {
		bool begins = found == o->held_out || found[-1] == ',';
		if (begins && (found[len] == ',' || found[len] == '\0'))
			return true;
		found += len;
	}
	return false;
}

/* The block of styles that a style is in, FOLDS if it is in none. */
static unsigned
block_of(const struct options *o, const struct book *book, unsigned style)
{
	unsigned rank = 0, count = 0;
	if (o->unseen == NULL || strncmp(book->styles[style], o->unseen, strlen(o->unseen)) != 0)
		return FOLDS;
	for (unsigned s = 0; s < book->style_count; s++) {
		if (strncmp(book->styles[s], o->unseen, strlen(o->unseen)) != 0)
			continue;
		rank += s < style;
		count++;
	}
	return rank * FOLDS / count;
}

static void
add_page(struct seq_corpus *corpus, struct labelled *page, struct lines *labeller, const struct options *o,
	float weight)
{
	struct sheet *sheet = &labeller->sheet;
	struct feature_walk walk = {0};
	struct features features;
	struct truth truth = {0};
	sheet_read(sheet, &labeller->phrases, &labeller->room, page->lines, page->count);
	for (size_t i = 0; i < sheet->count; i++) {
		size_t line = sheet->facts[i].line;
		features_of(sheet, i, &walk, &features);
		for (size_t f = 0; f < features.count; f++)
			if (features.at[f] < o->skip_begin || features.at[f] >= o->skip_end)
				seq_feature(corpus, features.at[f]);
		uint32_t states = states_of(&truth, page->labels[line], page->articles[line]);
		float cost = sqrtf((float)(sheet->facts[i].words + 1));
		seq_position(corpus, states, (states & STATES_OPENING) != 0 ? cost * o->opening_cost : cost);
	}
	page->sequence = corpus->sequence_count;
	seq_sequence(corpus, weight);
}

/* Composed pages have a weight of their own, variants count half. */
static float
weight_of(const struct options *o, const struct book *book, const struct labelled *page)
{
	if (strchr(book->styles[page->style], '-') != NULL)
		return o->composed_weight;
	return page->test ? 1 : 0.5F;
}

static void
fill_corpus(struct seq_corpus *corpus, struct book *book, struct lines *labeller, const struct options *o)
{
	for (size_t p = 0; p < book->count; p++)
		add_page(corpus, &book->pages[p], labeller, o, weight_of(o, book, &book->pages[p]));
}

/* --- Measuring ----------------------------------------------------------------------------------- */

struct tally {
	double hit, extra, missed; /* words of content (not chrome) */
	size_t roles[LABELS][LINE_ROLES];
	size_t opens_hit, opens_extra, opens_missed, pages;
};

static void
tally_line(struct tally *t, const struct page_line *line, enum label label, bool should_open)
{
	double words = 1 + (double)line->text.len / 6;
	bool wanted = label == LABEL_TEXT, got = line->role == LINE_TEXT;
	t->hit += wanted && got ? words : 0;
	t->extra += !wanted && got ? words : 0;
	t->missed += wanted && !got ? words : 0;
	t->roles[label][line->role]++;
	t->opens_hit += should_open && line->opens;
	t->opens_extra += !should_open && line->opens;
	t->opens_missed += should_open && !line->opens;
}

static void
tally_page(struct tally *t, const struct labelled *page)
{
	struct truth truth = {0};
	t->pages++;
	for (size_t i = 0; i < page->count; i++) {
		if (page->labels[i] == LABEL_BLANK)
			continue;
		uint32_t states = states_of(&truth, page->labels[i], page->articles[i]);
		tally_line(t, &page->lines[i], page->labels[i], (states & STATES_OPENING) != 0);
	}
}

static double
f_of(double hit, double extra, double missed)
{
	return hit > 0 ? 2 * hit / (2 * hit + extra + missed) : 0;
}

static void
print_tally(const char *name, const struct tally *t)
{
	static const char *const ROLES[LINE_ROLES] = {
		"blank", "chrome", "title", "source", "date", "src+date", "byline", "caption", "text"};
	printf("%s: %zu pages, words of text F1 %.4f, openings F1 %.4f\n", name, t->pages,
		f_of(t->hit, t->extra, t->missed),
		f_of((double)t->opens_hit, (double)t->opens_extra, (double)t->opens_missed));
	printf("%12s", "is \\ said");
	for (size_t r = 1; r < LINE_ROLES; r++)
		printf("%9s", ROLES[r]);
	for (size_t l = 1; l < LABELS; l++) {
		printf("\n%12s", LABEL_NAMES[l]);
		for (size_t r = 1; r < LINE_ROLES; r++)
			printf("%9zu", t->roles[l][r]);
	}
	printf("\n");
}

/* What nsplit writes of the page, with the splitter's model. */
static void
put_page(struct splitter *splitter, const struct labelled *page)
{
	struct text_buffer text = {0}, name = {0};
	for (size_t i = 0; i < page->count; i++) {
		text_append(&text, page->lines[i].text);
		text_append(&text, SLICE("\n"));
	}
	text_append(&name, page->name);
	text_append(&name, SLICE(".txt"));
	split_page(&(struct page){.name = text_slice(&name), .text = text_slice(&text)}, splitter);
	free(text.bytes);
	free(name.bytes);
}

/* The streams of all styles, opened for writing behind what the folds before have written. */
static void
open_streams(const struct options *o, const struct book *book, bool fresh, struct io_writer *streams)
{
	char path[4096];
	for (size_t s = 0; s < book->style_count; s++) {
		snprintf(path, sizeof(path), "%s/%s.rec", o->folder, book->styles[s]);
		int fd = open(path, O_WRONLY | O_CREAT | (fresh ? O_TRUNC : O_APPEND), 0666);
		if (fd == -1)
			cli_die("%s: can't be written", path);
		io_writer_open(&streams[s], fd, false);
		if (fresh)
			rec_put_descriptor(&streams[s], SLICE("Article"));
	}
}

/* Labels the pages that are held out in a round with its model; adds to the tallies of their styles. */
static void
measure(const struct book *book, const struct options *o, const struct seq_model *model, unsigned fold,
	struct tally *tallies)
{
	struct lines *labeller = lines_open_with(model);
	struct splitter splitter = {.labeller = lines_open_with(model)};
	struct io_writer streams[STYLES];
	if (o->folder != NULL)
		open_streams(o, book, fold == 0, streams);
	for (size_t p = 0; p < book->count; p++) {
		struct labelled *page = &book->pages[p];
		unsigned block = block_of(o, book, page->style);
		if (!page->test || page->fold != fold || (block != FOLDS && block != fold))
			continue;
		lines_label(labeller, page->lines, page->count);
		tally_page(&tallies[page->style], page);
		splitter.out = &streams[page->style];
		if (o->folder != NULL)
			put_page(&splitter, page);
	}
	for (size_t s = 0; o->folder != NULL && s < book->style_count; s++)
		io_writer_close(&streams[s]);
	splitter_close(&splitter);
	lines_close(labeller);
}

/* --- Runs ---------------------------------------------------------------------------------------- */

static struct seq_model *
train(const struct seq_corpus *corpus, const struct book *book, const struct options *o, unsigned fold,
	size_t *bytes)
{
	size_t *chosen = cli_alloc(book->count + 1, sizeof(*chosen)), count = 0;
	for (size_t p = 0; p < book->count; p++)
		if (fold == FOLDS ||
			(book->pages[p].fold != fold && block_of(o, book, book->pages[p].style) != fold &&
				!is_held_out(o, book, book->pages[p].style)))
			chosen[count++] = book->pages[p].sequence;
	struct seq_weights *weights = seq_train(corpus, chosen, count, &o->recipe);
	struct seq_model *model = seq_quantise(weights, 0, bytes);
	seq_weights_free(weights);
	free(chosen);
	return model;
}

static void
cross_validate(const struct seq_corpus *corpus, const struct book *book, const struct options *o)
{
	struct tally *tallies = cli_alloc(STYLES, sizeof(*tallies));
	memset(tallies, 0, STYLES * sizeof(*tallies));
	for (unsigned fold = 0; fold < FOLDS; fold++) {
		size_t bytes;
		struct seq_model *model = train(corpus, book, o, fold, &bytes);
		measure(book, o, model, fold, tallies);
		free(model);
	}
	for (size_t s = 0; s < book->style_count; s++)
		print_tally(book->styles[s], &tallies[s]);
	free(tallies);
}

static void
write_model(const struct seq_corpus *corpus, const struct book *book, const struct options *o)
{
	size_t bytes;
	struct seq_model *model = train(corpus, book, o, FOLDS, &bytes);
	FILE *out = fopen(o->model, "wb");
	if (out == NULL || fwrite(model, 1, bytes, out) != bytes || fclose(out) != 0)
		cli_die("%s: can't be written", o->model);
	printf("%s: %zu bytes, a unit is %.5f nats\n", o->model, bytes, (double)model->scale);
	free(model);
}

static void
skip_group(struct options *o, const char *name)
{
	const char *group;
	for (size_t g = 0; (group = feature_group(g, &o->skip_begin, &o->skip_end)) != NULL; g++)
		if (strcmp(group, name) == 0)
			return;
	cli_die("no group of features is called '%s'", name);
}

static void
read_options(int argc, char **argv, struct options *o)
{
	int option;
	while ((option = getopt(argc, argv, "a:e:s:r:x:m:d:h:u:w:o:kv")) != -1) {
		switch (option) {
		case 'a':
			o->recipe.averaged = (unsigned)cli_number("-a", optarg, 1, 1000);
			break;
		case 'e':
			o->recipe.epochs = (unsigned)cli_number("-e", optarg, 1, 1000);
			break;
		case 's':
			o->recipe.seeds = (unsigned)cli_number("-s", optarg, 1, 100);
			break;
		case 'r':
			o->recipe.step = (float)cli_real("-r", optarg, 0, 10);
			break;
		case 'x':
			skip_group(o, optarg);
			break;
		case 'm':
			o->model = optarg;
			break;
		case 'd':
			o->folder = optarg;
			break;
		case 'h':
			o->held_out = optarg;
			break;
		case 'u':
			o->unseen = optarg;
			break;
		case 'o':
			o->opening_cost = (float)cli_real("-o", optarg, 0, 100);
			break;
		case 'w':
			o->composed_weight = (float)cli_real("-w", optarg, 0, 100);
			break;
		case 'k':
			o->cross = true;
			break;
		case 'v':
			o->recipe.verbose = true;
			break;
		default:
			cli_die("see the head of train_lines.c for its options");
		}
	}
}

int
main(int argc, char **argv)
{
	struct options o = {.composed_weight = 1,
		.opening_cost = 1,
		.recipe = {.states = LINE_STATES,
			.rows = feature_rows(),
			.version = FEATURES_VERSION,
			.epochs = 16,
			.seeds = 1,
			.step = 0.01F,
			.starts = state_starts(),
			.ends = (1U << LINE_STATES) - 1}};
	struct book book = {0};
	struct seq_corpus corpus = {0};
	static const struct seq_model none = {0};
	for (unsigned s = 0; s < LINE_STATES; s++)
		o.recipe.moves[s] = state_moves((enum line_state)s);
	read_options(argc, argv, &o);
	for (int i = optind; i < argc; i++)
		read_pages(&book, argv[i]);
	struct lines *labeller = lines_open_with(&none);
	fill_corpus(&corpus, &book, labeller, &o);
	lines_close(labeller);
	fprintf(stderr, "%zu pages, %zu lines, %.1f features a line, %u rows\n", corpus.sequence_count,
		corpus.position_count, (double)corpus.feature_count / (double)corpus.position_count,
		o.recipe.rows);
	if (o.cross)
		cross_validate(&corpus, &book, &o);
	if (o.model != NULL)
		write_model(&corpus, &book, &o);
	return 0;
}
