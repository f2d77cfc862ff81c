/* json_inside: what the parts of json.h share. */
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
json_add(struct json_reader *r, struct json_member member)
{
	cli_grow(&r->members, &r->capacity, r->count + 1, sizeof(*r->members));
	r->members[r->count++] = member;
}

/*
 * Reads the line, which is well-formed UTF-8, as json_read() does; false with *problem, and with members that
 * don't count, if it is no object. r->bytes must have room for the line.
 */
bool json_members(struct json_reader *r, struct slice line, struct json_problem *problem);

#endif
