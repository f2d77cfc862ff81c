#include "finder.h"

#include "builtin.h"
#include "choose.h"
#include "cli.h"
#include "tagger.h"

#include <stdlib.h>

struct finder {
	struct finder_options options;
	struct feature_lists lists;
	struct tagger *tagger;
};

static const entity_set names = ENTITY_BIT(ENTITY_PERSON) | ENTITY_BIT(ENTITY_ORG) | ENTITY_BIT(ENTITY_GPE) |
				ENTITY_BIT(ENTITY_LOC) | ENTITY_BIT(ENTITY_FAC) | ENTITY_BIT(ENTITY_NORP) |
				ENTITY_BIT(ENTITY_EVENT) | ENTITY_BIT(ENTITY_QUOTE);

struct finder *
finder_open(const struct finder_options *options)
{
	struct finder *f = cli_alloc(1, sizeof *f);

	*f = (struct finder){.options = *options};
	f->lists.gazetteer =
		gazetteer_open(builtin_gazetteer, (size_t)(builtin_gazetteer_end - builtin_gazetteer));
	f->lists.clusters = (const struct prints *)(const void *)builtin_clusters;
	if (f->lists.gazetteer == NULL ||
		!prints_check(builtin_clusters, (size_t)(builtin_clusters_end - builtin_clusters)))
		cli_die("the built-in lists are damaged");
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
	free(f);
}

void
finder_run(struct finder *f, struct article *a)
{
	tokens_find(a);
	if (f->tagger != NULL)
		tagger_find(f->tagger, a);
	mentions_choose(a);
}
