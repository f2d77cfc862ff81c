#include "state.h"

#include "cli.h"
#include "keep.h"
#include "little.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <xxhash.h>

enum { VERSION_OF_FORMAT = WORDS_VERSION, BYTE_ORDER_MARK = 0x01020304, KINDS = 4, SEGMENT = 1024 * 1024 };

static const char magic[16] = "ndedupe state\n";

/* Both are little-endian in the file, on every machine. */
struct head {
	char magic[16];
	uint32_t version, byte_order;
	struct hash_seed seed;
	uint64_t length; /* of the whole file */
	char parameters[200];
	uint64_t checksum; /* of all above */
};

struct segment {
	uint32_t kind, unused;
	uint64_t day; /* since 1970-01-01 */
	uint64_t length;
	uint64_t payload_checksum;
	uint64_t checksum; /* of all above */
};

struct state {
	struct keep file;
	bool read_only, is_begun; /* the successor is */
	uint64_t expire, today;   /* days */
	uint64_t new_length;      /* of the successor */
	struct head head;
	struct text_buffer pending[KINDS]; /* what will be a segment */
};

/* Days since 1970-01-01; SOURCE_DATE_EPOCH (reproducible-builds.org) may say what time it is. */
static uint64_t
day_now(void)
{
	const char *given = getenv("SOURCE_DATE_EPOCH");
	if (given != NULL && *given != '\0')
		return cli_number("SOURCE_DATE_EPOCH", given, 0, INT64_MAX) / 86400;
	return (uint64_t)time(NULL) / 86400;
}

static _Noreturn void
refuse(const struct state *s, const char *why)
{
	cli_die("%s: %s; the file is left as it is: use another one, or a backup", s->file.name, why);
}

_Noreturn void
state_too_large(const char *path, size_t memory)
{
	cli_die("%s: the state needs more than the %zu MB of --memory: give it more, or let some go with "
		"--expire",
		path, memory >> 20);
}

static uint64_t
checksum(const void *at, size_t len)
{
	return XXH3_64bits(at, len);
}

/* From the machine's byte order to the file's, or back. */
static struct head
turned_head(struct head h)
{
	h.version = little32(h.version);
	h.byte_order = little32(h.byte_order);
	h.seed.word[0] = little64(h.seed.word[0]);
	h.seed.word[1] = little64(h.seed.word[1]);
	h.length = little64(h.length);
	h.checksum = little64(h.checksum);
	return h;
}

static struct segment
turned_segment(struct segment s)
{
	s.kind = little32(s.kind);
	s.day = little64(s.day);
	s.length = little64(s.length);
	s.payload_checksum = little64(s.payload_checksum);
	s.checksum = little64(s.checksum);
	return s;
}

/* The head as it goes into the file. */
static struct head
finished_head(struct head h)
{
	h = turned_head(h);
	h.checksum = little64(checksum(&h, offsetof(struct head, checksum)));
	return h;
}

static void
check_head(struct state *s)
{
	struct slice file = s->file.bytes;
	const struct slice first = {magic, sizeof magic};

	if (file.len < sizeof s->head || !slice_starts(file, first))
		refuse(s, slice_starts(file, first) ? "a state of ndedupe, but torn"
						    : "not a state of ndedupe");
	memcpy(&s->head, file.at, sizeof s->head);
	s->head = turned_head(s->head);
	if (s->head.byte_order != BYTE_ORDER_MARK)
		refuse(s, "a state of a machine with another byte order");
	if (s->head.version != VERSION_OF_FORMAT)
		refuse(s, "a state of another version of ndedupe");
	if (checksum(file.at, offsetof(struct head, checksum)) != s->head.checksum)
		refuse(s, "the state is damaged (checksum of the head)");
	if (s->head.length != file.len)
		refuse(s, "the state is torn (it has not the length that its head says)");
	s->head.parameters[sizeof s->head.parameters - 1] = '\0';
}

static void
check_parameters(const struct state *s, const char *parameters)
{
	if (strcmp(s->head.parameters, parameters) != 0)
		cli_die("%s: this state is for \"%s\", but the options say \"%s\": use the same options, or "
			"another file",
			s->file.name, s->head.parameters, parameters);
}

/* The head of the segment at *offset, checked; *offset moves behind the segment. */
static struct segment
next_segment(const struct state *s, size_t *offset, struct slice *payload)
{
	struct segment segment;
	if (s->file.bytes.len - *offset < sizeof segment)
		refuse(s, "the state is torn (a segment ends early)");
	const char *at = s->file.bytes.at + *offset;
	memcpy(&segment, at, sizeof segment);
	segment = turned_segment(segment);
	if (checksum(at, offsetof(struct segment, checksum)) != segment.checksum)
		refuse(s, "the state is damaged (checksum of a segment)");
	*offset += sizeof segment;
	if (segment.length > s->file.bytes.len - *offset)
		refuse(s, "the state is torn (a segment ends early)");
	*payload = (struct slice){s->file.bytes.at + *offset, (size_t)segment.length};
	if (checksum(payload->at, payload->len) != segment.payload_checksum)
		refuse(s, "the state is damaged (checksum of a segment's entries)");
	if (segment.kind == 0 || segment.kind >= KINDS)
		refuse(s, "the state has entries of an unknown kind");
	*offset += payload->len;
	return segment;
}

static bool
is_expired(const struct state *s, const struct segment *segment)
{
	return s->expire != 0 && segment->day + s->expire < s->today;
}

struct state *
state_open(const char *path, bool read_only, uint64_t expire)
{
	struct state *s = cli_alloc(1, sizeof *s);

	*s = (struct state){.read_only = read_only, .expire = expire, .today = day_now()};
	keep_open(&s->file, path, read_only);
	return s;
}

void
state_expect(struct state *s, const char *parameters)
{
	if (s->file.bytes.len > 0) {
		check_head(s);
		check_parameters(s, parameters);
		return;
	}
	memcpy(s->head.magic, magic, sizeof magic);
	s->head.version = VERSION_OF_FORMAT;
	s->head.byte_order = BYTE_ORDER_MARK;
	s->head.seed = hash_random_seed();
	snprintf(s->head.parameters, sizeof s->head.parameters, "%s", parameters);
}

void
state_check(struct state *s)
{
	struct slice payload;
	if (s->file.bytes.len > 0)
		check_head(s);
	for (size_t offset = sizeof s->head; offset < s->file.bytes.len;)
		next_segment(s, &offset, &payload);
}

struct hash_seed
state_seed(const struct state *state)
{
	return state->head.seed;
}

static void
write_new(struct state *s, const void *at, size_t len)
{
	keep_write(&s->file, at, len);
	s->new_length += len;
}

void
state_load(struct state *s, state_load_fn *load, void *context)
{
	for (size_t offset = sizeof s->head; offset < s->file.bytes.len;) {
		struct slice payload;
		struct segment segment = next_segment(s, &offset, &payload);
		if (!is_expired(s, &segment))
			load(context, segment.kind, payload);
	}
	if (s->read_only)
		return;
	keep_begin(&s->file);
	s->is_begun = true;
	struct head head = finished_head(s->head);
	write_new(s, &head, sizeof head); /* its length is not known yet: see replace() */
	for (size_t offset = sizeof s->head; offset < s->file.bytes.len;) {
		struct slice payload;
		size_t begin = offset;
		struct segment segment = next_segment(s, &offset, &payload);
		if (!is_expired(s, &segment))
			write_new(s, s->file.bytes.at + begin, offset - begin);
	}
}

static void
write_segment(struct state *s, enum state_kind kind)
{
	struct text_buffer *b = &s->pending[kind];
	if (b->len == 0)
		return;
	struct segment segment = {.kind = kind, .day = s->today, .length = b->len};
	segment.payload_checksum = checksum(b->bytes, b->len);
	segment = turned_segment(segment);
	segment.checksum = little64(checksum(&segment, offsetof(struct segment, checksum)));
	write_new(s, &segment, sizeof segment);
	write_new(s, b->bytes, b->len);
	b->len = 0;
}

void
state_put(struct state *s, enum state_kind kind, struct slice entry)
{
	if (s->read_only)
		return;
	text_append(&s->pending[kind], entry);
	if (s->pending[kind].len >= SEGMENT)
		write_segment(s, kind);
}

/* Puts the successor in the place of the state; its head knows how long it has become only now. */
static void
replace(struct state *s)
{
	for (int kind = 1; kind < KINDS; kind++)
		write_segment(s, (enum state_kind)kind);
	s->head.length = s->new_length;
	struct head head = finished_head(s->head);
	keep_replace(&s->file, &head, sizeof head);
}

void
state_close(struct state *s, bool keep)
{
	if (s == NULL)
		return;
	if (s->is_begun && keep)
		replace(s);
	keep_close(&s->file);
	for (int kind = 0; kind < KINDS; kind++)
		free(s->pending[kind].bytes);
	free(s);
}
