#include "json.h"

#include "json_inside.h"
#include "text.h"

#include <inttypes.h>
#include <json-c/json.h>
#include <stdint.h>
#include <stdlib.h>

void
json_reader_open(struct json_reader *r)
{
	*r = (struct json_reader){0};
}

void
json_reader_close(struct json_reader *r)
{
	free(r->members);
	free(r->names);
	free(r->bytes);
	*r = (struct json_reader){0};
}

/* What json-c says of a line that is no object, if it says anything: it knows better what was meant. */
static void
ask_json_c(struct slice line, struct json_problem *problem)
{
	if (line.len > INT32_MAX || memchr(line.at, '\0', line.len) != NULL)
		return;
	struct json_tokener *tokener = json_tokener_new_ex(JSON_DEPTH + 2);
	if (tokener == NULL)
		cli_die("memory exhausted");
	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
	json_object_put(json_tokener_parse_ex(tokener, line.at, (int)line.len));
	enum json_tokener_error error = json_tokener_get_error(tokener);
	if (error == json_tokener_continue)
		*problem =
			(struct json_problem){"the object has no end", json_tokener_get_parse_end(tokener)};
	else if (error != json_tokener_success)
		*problem = (struct json_problem){
			json_tokener_error_desc(error), json_tokener_get_parse_end(tokener)};
	json_tokener_free(tokener);
}

/* Where the first ill-formed sequence of a text is. */
static size_t
find_ill_formed(struct slice text)
{
	size_t at = 0, len;
	for (bool whole; at < text.len; at += len) {
		len = text_sequence(slice_after(text, at), &whole);
		if (!whole)
			break;
	}
	return at;
}

bool
json_read(struct json_reader *r, struct slice line, struct json_problem *problem)
{
	r->count = r->used = 0;
	r->has_nul = false;
	if (!text_is_utf8(line)) {
		*problem = (struct json_problem){"not well-formed UTF-8", find_ill_formed(line)};
		return false;
	}
	/* No escape is shorter than what it stands for, so that all of them fit into the line's length. */
	cli_grow(&r->bytes, &r->room, line.len + 4, 1);
	if (json_members(r, line, problem))
		return true;
	ask_json_c(line, problem);
	return false;
}

static bool
is_blank_line(struct slice line)
{
	for (size_t i = 0; i < line.len; i++) {
		if (!json_is_blank(line.at[i]))
			return false;
	}
	return true;
}

bool
json_next(struct json_reader *r, struct io_reader *in)
{
	struct json_problem problem;
	struct slice line;
	bool terminated;

	for (uint64_t start = in->offset; io_line(in, '\n', &line, &terminated); start = in->offset) {
		if (!terminated && in->failed)
			return false;
		if (in->line == 1 && slice_starts(line, TEXT_MARK)) {
			line = text_without_mark(line);
			start += TEXT_MARK.len;
		}
		if (is_blank_line(line))
			continue;
		r->number++;
		if (json_read(r, line, &problem))
			return true;
		struct slice here = slice_after(line, problem.at < line.len ? problem.at : line.len);
		cli_die("%s: object %" PRIu64 " (line %" PRIu64 ", byte %" PRIu64 "): %s: '%.*s%s'", in->name,
			r->number, in->line, start + problem.at + 1, problem.what,
			(int)(here.len < 40 ? here.len : 40), here.len > 0 ? here.at : "",
			here.len > 40 ? "..." : "");
	}
	return false;
}
