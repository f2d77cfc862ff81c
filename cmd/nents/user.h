/*
 * user: names and patterns of the user's own. What they find wins over all else.
 */
#ifndef USER_H
#define USER_H

#include "mention.h"

struct user;

/* Loads the file of names and the file of patterns; either may be NULL. Dies on any mistake, naming file and
 * line. */
struct user *user_open(const char *list, const char *patterns);
void user_close(struct user *user);

/* Adds the mentions that lists and patterns give; the article's tokens were found. */
void user_find(struct user *user, struct article *a);

#endif
