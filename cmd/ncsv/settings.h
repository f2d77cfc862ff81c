/* settings: what the command line asks of ncsv. */
#ifndef NCSV_SETTINGS_H
#define NCSV_SETTINGS_H

#include "cli.h"
#include "slice.h"

enum format { FORMAT_UNKNOWN, FORMAT_REC, FORMAT_CSV, FORMAT_TSV, FORMAT_JSONL };

struct settings {
	enum format from; /* FORMAT_UNKNOWN: each input says it itself */
	enum format to;
	const char *fields; /* the columns that are wanted; NULL for no -f */
	char separator;     /* of CSV, as -d has it; 0 if not given */
	struct slice join;  /* between the values of a field that repeats */
	char *join_text;    /* its bytes, if -j was given */
	bool no_header;
	bool excel;
	bool safe_formulas;
	bool lax;
	bool ignore_extra;
	struct cli_common common;
};

/* Is this a format that has columns and a header? */
static inline bool
format_is_table(enum format format)
{
	return format == FORMAT_CSV || format == FORMAT_TSV;
}

#endif
