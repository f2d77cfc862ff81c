/*
 * The plain JSON reader and json-c agree: a line that the plain one takes, json-c takes too, with the same
 * members. What is written of a member reads back as that member.
 */
#include "json.h"

#include "fuzz.h"
#include "text.h"

/* Is this an integer that json-c can't hold? The plain reader takes it as its digits. */
static bool
is_huge_integer(struct slice number)
{
	if (number.len < 18)
		return false;
	for (size_t i = 0; i < number.len; i++) {
		if (number.at[i] != '-' && (number.at[i] < '0' || number.at[i] > '9'))
			return false;
	}
	return true;
}

static bool
has_huge_integer(const struct json_reader *r)
{
	for (size_t i = 0; i < r->count; i++) {
		if (r->members[i].kind == JSON_OTHER && is_huge_integer(r->members[i].value))
			return true;
	}
	return false;
}

static void
compare(const struct json_reader *plain, const struct json_reader *judged)
{
	if (plain->count != judged->count)
		abort();
	for (size_t i = 0; i < plain->count; i++) {
		const struct json_member *a = &plain->members[i], *b = &judged->members[i];
		if (a->kind != b->kind || !slice_equal(a->name, b->name) || !slice_equal(a->value, b->value))
			abort();
	}
}

/* Writes {"name":"value"} of each member and reads it. */
static void
read_back(const struct json_reader *r, struct json_reader *again)
{
	static struct io_writer w;
	struct json_problem problem;
	for (size_t i = 0; i < r->count; i++) {
		const struct json_member *member = &r->members[i];
		w.len = w.committed = 0;
		io_put_byte(&w, '{');
		if (json_put(&w, member->name) > 0)
			abort();
		io_put_byte(&w, ':');
		if (json_put(&w, member->value) > 0)
			abort();
		io_put_byte(&w, '}');
		if (memchr(member->name.at, '\0', member->name.len) != NULL)
			continue;
		if (!json_read(again, (struct slice){w.bytes, w.len}, &problem) || again->count != 1 ||
			!slice_equal(again->members[0].name, member->name) ||
			!slice_equal(again->members[0].value, member->value))
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct json_reader plain, judged, again;
	struct slice line = {(const char *)data, size};
	struct json_problem problem, judgement;

	if (!again.plain) {
		json_reader_open(&plain);
		json_reader_open(&judged);
		json_reader_open(&again);
		judged.plain = false;
	}
	bool taken = json_read(&plain, line, &problem), right = json_read(&judged, line, &judgement);
	if (taken && has_huge_integer(&plain))
		return 0;
	if (taken != right)
		abort();
	if (taken) {
		compare(&plain, &judged);
		read_back(&plain, &again);
	}
	return 0;
}
