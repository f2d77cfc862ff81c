/*
 * progress: how far a filter is, as a line on stderr: each second with --progress, and whenever SIGUSR1
 * comes. "nstrip: 1.2 GB read, 151 MB/s, 345678 records, 37 % of wire.rec, 0:12 left".
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Begins to listen to SIGUSR1; steady: a line each second too. tool: its name, for the line. */
void progress_start(const char *tool, bool steady);

/* The input that is read now; size in bytes, 0 if nobody knows. name must live until the next call. */
void progress_input(const char *name, uint64_t size);

/* So many bytes more were read; shows a line if one is due. 0: only look whether one is due. */
void progress_read(size_t bytes);

/* What is counted, if not records: "lines", "pages". what must live as long as the process. */
void progress_unit(const char *what);

/* So many of them more were done. */
void progress_records(uint64_t n);

/* The last line, with --progress. */
void progress_finish(void);

#endif
