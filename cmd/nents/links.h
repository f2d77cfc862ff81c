/* links: web and mail addresses in a line of text. */
#ifndef LINKS_H
#define LINKS_H

#include "slice.h"

/*
 * The next address in line[from, ...): its first byte in *start and the one behind its last in *end, and
 * whether it is a mail address. False if there is none.
 */
bool links_next(struct slice line, size_t from, size_t *start, size_t *end, bool *is_mail);

#endif
