/* json_inside: what the two readers of json.h share. */
#ifndef JSON_INSIDE_H
#define JSON_INSIDE_H

#include "cli.h"
#include "json.h"

static inline bool
json_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static inline void
json_add(struct json_reader *r, struct slice name, struct slice value, enum json_kind kind)
{
	cli_grow(&r->members, &r->capacity, r->count + 1, sizeof(*r->members));
	r->members[r->count++] = (struct json_member){name, value, kind};
}

static inline void
json_add_none(struct json_reader *r, struct slice name)
{
	json_add(r, name, (struct slice){NULL, 0}, JSON_NONE);
}

/*
 * Takes the code point behind "\u" from the front of *rest. False for half a surrogate pair, which is
 * json-c's to judge; *rest has lost some bytes then.
 */
bool json_code_point(struct slice *rest, uint32_t *point);

/*
 * Reads the line as json_read() does if it is plain; false if it is not, whatever that means, with members
 * that don't count. r->bytes must have room for the line.
 */
bool json_read_plain(struct json_reader *r, struct slice line);

#endif
