#include "finder.h"

#include "acronyms.h"
#include "aliases.h"
#include "builtin.h"
#include "choose.h"
#include "cli.h"
#include "joins.h"
#include "known.h"
#include "lexicon.h"
#include "quotes.h"
#include "tagger.h"
#include "values.h"

#include <stdlib.h>

struct finder {
	struct finder_options options;
	struct gazetteer *gazetteer;
	struct feature_lists lists;
	struct tagger *tagger;
	struct values *values;
	struct joins *joins;
	struct aliases *aliases;
	struct quotes *quotes;
	struct lexicon *lexicon;
	struct user *user; /* NULL: no lists of his own */
};

static const entity_set names = ENTITY_BIT(ENTITY_PERSON) | ENTITY_BIT(ENTITY_ORG) | ENTITY_BIT(ENTITY_GPE) |
				ENTITY_BIT(ENTITY_LOC) | ENTITY_BIT(ENTITY_FAC) | ENTITY_BIT(ENTITY_NORP) |
				ENTITY_BIT(ENTITY_EVENT) | ENTITY_BIT(ENTITY_QUOTE);

struct finder *
finder_open(const struct finder_options *options)
{
	struct finder *f = cli_alloc(1, sizeof *f);

	*f = (struct finder){.options = *options};
	f->gazetteer = gazetteer_open(builtin_gazetteer, (size_t)(builtin_gazetteer_end - builtin_gazetteer));
	f->lists.gazetteer = f->gazetteer;
	f->lists.clusters = prints_open(builtin_clusters, (size_t)(builtin_clusters_end - builtin_clusters));
	if (f->lists.gazetteer == NULL || f->lists.clusters == NULL)
		cli_die("the built-in lists are damaged");
	if (options->lists.count + options->patterns.count > 0)
		f->user = user_open(&options->lists, &options->patterns);
	f->values = values_new();
	if (options->asof.at != NULL && !values_set_day(f->values, options->asof))
		cli_usage_error("option --asof: '%.*s' is no date; wanted: YYYY-MM-DD",
			(int)options->asof.len, options->asof.at);
	f->joins = joins_open(f->lists.gazetteer);
	f->aliases = aliases_open(f->lists.gazetteer);
	f->quotes = quotes_new();
	f->lexicon = lexicon_open(f->gazetteer, values_words(f->values), quotes_words(f->quotes));
	if ((options->types & names) != 0 && !options->no_model)
		f->tagger =
			tagger_open(&f->lists, builtin_model, (size_t)(builtin_model_end - builtin_model));
	return f;
}

void
finder_close(struct finder *f)
{
	if (f->tagger != NULL)
		tagger_close(f->tagger);
	if (f->user != NULL)
		user_close(f->user);
	values_free(f->values);
	joins_close(f->joins);
	aliases_close(f->aliases);
	quotes_free(f->quotes);
	prints_close(f->lists.clusters, builtin_clusters);
	lexicon_close(f->lexicon);
	gazetteer_close(f->gazetteer);
	free(f);
}

/* The model speaks where it has ground to; in other languages the lists and rules speak alone. */
static void
find_names(struct finder *f, struct article *a, bool english)
{
	struct small_words small;

	if (f->tagger != NULL && english)
		tagger_find(f->tagger, a);
	if (!english)
		small_words_of(&small, a);
	known_find(f->lists.gazetteer, a, f->tagger == NULL || !english, english ? NULL : &small);
}

void
finder_run(struct finder *f, struct article *a)
{
	bool wanted = (f->options.types & names) != 0, english;

	tokens_find(a);
	lexicon_look_up(f->lexicon, a);
	english = language_is_english(a);
	if (f->user != NULL)
		user_find(f->user, a);
	values_find(f->values, a, f->options.types, english);
	if (wanted)
		find_names(f, a, english);
	mentions_choose(a);
	if (wanted) {
		joins_cut(f->joins, a);
		acronyms_find(a);
		aliases_run(f->aliases, a);
	}
	if (f->options.types & ENTITY_BIT(ENTITY_QUOTE)) {
		quotes_find(f->quotes, a, english);
		mentions_sort(a);
	}
}
