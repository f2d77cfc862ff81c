/*
 * keep: a file that outlives the process: read whole, replaced whole, never in between. It is locked while it
 * is open; its successor is written beside it as FILE.new, made lasting, and renamed over it. A process that
 * is killed at any moment leaves the old file or the new one; one that ends early, by itself or by a signal
 * it can hear, takes an unfinished successor along.
 */
#ifndef KEEP_H
#define KEEP_H

#include "slice.h"

#include <sys/types.h>

struct keep {
	const char *name; /* as it was given, for messages; not owned */
	char *path;       /* symbolic links followed */
	char *new_path;   /* of the successor; NULL while there is none */
	int fd, new_fd, directory;
	mode_t mode;
	struct slice bytes; /* what the file holds, mapped; empty for a new file */
};

/*
 * Opens and locks the file, waiting for another process that holds it; creates it if it is missing, unless
 * read_only. Dies if it can't, or if it is no regular file.
 */
void keep_open(struct keep *k, const char *path, bool read_only);

/* Begins the successor, in the file's folder and with its permissions. */
void keep_begin(struct keep *k);

/* Adds to the successor. A failure is fatal: the successor goes, the file stays as it was. */
void keep_write(struct keep *k, const void *at, size_t len);

/* Puts the successor in the file's place; its first `len` bytes are written anew before, if len > 0. */
void keep_replace(struct keep *k, const void *head, size_t len);

/* Unlocks and closes; a successor that was not put in place goes. */
void keep_close(struct keep *k);

#endif
