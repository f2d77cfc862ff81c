/*
 * finder: the passes over one article, in their order.
 */
#ifndef FINDER_H
#define FINDER_H

#include "mention.h"
#include "user.h"

struct finder_options {
	entity_set types;           /* what is asked for; passes that can't give any of it are not run */
	bool no_model;              /* rules and lists only */
	float least;                /* mentions with a lower score are dropped */
	struct user_files lists;    /* -g: files of names */
	struct user_files patterns; /* -p: files of patterns */
	struct slice asof; /* the day that dates count from in articles that have none; at == NULL: none */
};

struct finder;

struct finder *finder_open(const struct finder_options *options);
void finder_close(struct finder *finder);

/* Finds the mentions of an article, in the order of their places. */
void finder_run(struct finder *finder, struct article *a);

#endif
