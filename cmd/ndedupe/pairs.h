/*
 * pairs: the near-duplicate work in two halves, for engines that sort.
 *
 *	--sketch: record -> lines "sample, position, id"          (map)
 *	any sort by these columns
 *	--join: lines of one sample -> lines "new, old"           (reduce)
 *	any sort
 *	--apply: the pairs and the records in their order -> the records that are kept
 *
 * Beside these goes a line "p...", by which --apply knows of options that differ and of pairs that are cut
 * off.
 */
#ifndef PAIRS_H
#define PAIRS_H

#include "archive.h"
#include "io.h"
#include "settings.h"

/* --- sketch --------------------------------------------------------------------------------- */

/* Writes the line that tells by what records are equal or near: --join passes it on, so that it ends the
 * sorted pairs. */
void pairs_put_parameters(struct io_writer *out, const struct settings *settings);

/* Writes the lines of one record. sketch may be NULL: then only its key is written. */
void pairs_put_sketch(struct io_writer *out, struct hash128 key, const struct sketch *sketch, uint64_t part,
	uint64_t ordinal, struct slice id);

/* --- join ----------------------------------------------------------------------------------- */

/* Reads sorted sketch lines, writes pairs. */
void pairs_join(struct io_reader *in, struct io_writer *out);

/* --- apply ---------------------------------------------------------------------------------- */

struct pairs;

/* Reads the sorted pairs of a file ("-": standard input); single ones that can't matter are left out. */
struct pairs *pairs_load(const struct settings *settings, const char *path);

/* Dies if their last line is missing. To be called when there are records: without any there are no pairs. */
void pairs_check_whole(const struct pairs *pairs);

/* Frees; reports records of the pairs that have not come, which says that the two don't belong together. */
void pairs_close(struct pairs *pairs);

/* Is this record in any pair? Others are kept without another look. */
bool pairs_involve(struct pairs *pairs, struct slice id);

/* Casts the votes of the record's pairs for those earlier ones that were kept. */
void pairs_vote(const struct pairs *pairs, struct slice id, struct votes *votes);

/* Says that a record was kept, and its number in the archive. */
void pairs_kept(struct pairs *pairs, struct slice id, uint32_t number);

/* Records of the pairs that have not come. */
uint64_t pairs_missing(const struct pairs *pairs);

#endif
