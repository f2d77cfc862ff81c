/*
 * json: JSON Lines: one object a line, read member by member, and strings written.
 *
 * What JSON is, RFC 8259 says: all of a line is held to it, and numbers and nested values are given as they
 * stand there. tests/fuzz/fuzz_json.c holds what is read against json-c, which takes more and keeps less of
 * it; here it says what is wrong with a line.
 */
#ifndef JSON_H
#define JSON_H

#include "io.h"

enum json_kind {
	JSON_STRING,
	JSON_OTHER, /* a number, true, false, an object or an array in an array: its text, without blanks */
	JSON_NONE   /* null or an array without elements: only the name is there */
};

/* One value of an object. The elements of an array are members of one name; null among them is left out. */
struct json_member {
	struct slice name, value;
	enum json_kind kind;
	bool in_array; /* it is an element of one */
};

struct json_name {
	struct slice name;
	size_t at; /* the byte of the line where it stands */
};

enum { JSON_DEPTH = 500 }; /* objects and arrays in each other */

/* Starts with json_reader_open(). */
struct json_reader {
	struct json_member *members;
	size_t count, capacity;
	char *bytes; /* what escapes stood for; as long as the line, so that slices of it stay */
	size_t used, room;
	struct json_name *names; /* of the objects that are open */
	size_t names_count, names_capacity;
	bool has_nul;    /* a value of the present object holds a NUL */
	uint64_t mended; /* halves of surrogate pairs that became U+FFFD, in all that was read */
	uint64_t number; /* of the object that json_next() gave, from 1 */
};

/* What is wrong with a line, and at which byte of it (from 0). */
struct json_problem {
	const char *what;
	size_t at;
};

void json_reader_open(struct json_reader *r);
void json_reader_close(struct json_reader *r);

/*
 * Reads the object that is the whole line into r->members. They are good until the next call and as long as
 * the line. False with *problem if it isn't one JSON object; a name that stands twice in an object is a
 * problem too, and one with a NUL.
 */
bool json_read(struct json_reader *r, struct slice line, struct json_problem *problem);

/*
 * Reads the next object of JSON Lines; false at the end of the input. A byte order mark and blank lines are
 * passed over; what is no object is fatal, naming object, line and byte. Of an input that could not be read
 * to its end, a last line without its end is left out.
 */
bool json_next(struct json_reader *r, struct io_reader *in);

/*
 * Writes a string in its quotes. Control characters are escaped, and U+2028 and U+2029, which JavaScript and
 * Python's splitlines() take for line ends. An ill-formed sequence becomes U+FFFD; gives how many did.
 */
size_t json_put(struct io_writer *w, struct slice text);

#endif
