/*
 * user: names and patterns of the user's own. What they find wins over all else.
 */
#ifndef USER_H
#define USER_H

#include "mention.h"

struct user;

/* Paths as the command line has them, in its order; not copied. */
struct user_files {
	const char **paths;
	size_t count, capacity;
};

void user_files_add(struct user_files *files, const char *path);

/*
 * Loads the files of names and the files of patterns. Where two say of the same words, the later one wins,
 * patterns over names. Dies on any mistake, naming file and line.
 */
struct user *user_open(const struct user_files *lists, const struct user_files *patterns);
void user_close(struct user *user);

/* Adds the mentions that lists and patterns give; the article's tokens were found. */
void user_find(struct user *user, struct article *a);

#endif
