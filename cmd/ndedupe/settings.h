/* settings: what the command line asked ndedupe for. Filled in by main.c, only read by everyone else. */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "cli.h"
#include "slice.h"

enum { KEY_FIELDS = 8 };

enum verb { FILTER, SKETCH, JOIN, APPLY };

struct settings {
	struct cli_common common;
	enum verb verb;
	bool within_only;              /* -w: no record is dropped */
	bool text_lines;               /* -l: Text lines of earlier records go too */
	bool exact;                    /* -e: equal records only */
	bool explain;                  /* -g: a table instead of the stream */
	bool count;                    /* -c */
	bool complement;               /* -d: what would be dropped, and only that */
	bool number;                   /* -n: line numbers in front */
	char line_end;                 /* '\n', or '\0' with -z */
	bool wide;                     /* --wide: 128-bit keys */
	bool forget;                   /* --forget: the oldest goes when the memory is full */
	bool any_numbers;              /* --no-numbers: differing numbers do not make records differ */
	bool drop_updates;             /* --updates drop */
	bool minhash;                  /* --method minhash */
	bool read_only;                /* --read-only: the state is not written */
	double threshold;              /* -t */
	size_t memory;                 /* --memory, bytes; 0: no bound */
	struct slice keys[KEY_FIELDS]; /* -k */
	size_t key_count;
	const char *state;      /* --state; NULL: none */
	uint64_t expire;        /* --expire, days; 0: never */
	const char *pairs;      /* --apply */
	bool has_part;          /* --part was given */
	uint64_t part;          /* --part */
	uint64_t shard, shards; /* --shard: 1-based; shards == 0: all */
};

#endif
