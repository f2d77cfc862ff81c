/*
 * json: JSON Lines: one object a line, read member by member, and strings written.
 *
 * json-c says what JSON is (its strict mode, and all of the line well-formed UTF-8). Plain lines, flat
 * objects without odd escapes, are read here without it, to the same result: tests/fuzz/fuzz_json.c holds the
 * two together. The format: RFC 8259.
 */
#ifndef JSON_H
#define JSON_H

#include "io.h"

enum json_kind {
	JSON_STRING,
	JSON_OTHER, /* a number, true, false, an object or an array in an array: its JSON text */
	JSON_NONE   /* null or an array without elements: only the name is there */
};

/* One value of an object. The elements of an array are members of one name; null among them is left out. */
struct json_member {
	struct slice name, value;
	enum json_kind kind;
};

struct json_tokener;
struct json_object;

/* Starts with json_reader_open(). */
struct json_reader {
	struct json_member *members;
	size_t count, capacity;
	char *bytes; /* what escapes stood for; as long as the line, so that slices of it stay */
	size_t used, room;
	struct json_tokener *judge; /* json-c's reader, */
	struct json_object *held;   /* and what it read last */
	char *spelt;                /* what it is given: see with_pairs_spelt() */
	size_t spelt_room;
	bool plain;      /* false: every line goes to json-c, for the tests */
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
 * the line. False with *problem if it isn't one JSON object; a name that stands twice in it is a problem too,
 * and an integer of more than 64 bits in a line that only json-c can read.
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
 * Python's splitlines() take for line ends. An ill-formed byte becomes U+FFFD; gives how many did.
 */
size_t json_put(struct io_writer *w, struct slice text);

#endif
