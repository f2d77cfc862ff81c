/* flock() and fsync() of a directory are no part of POSIX.1-2008, but of every system this runs on. */
#define _DEFAULT_SOURCE
#include "state.h"

#include "cli.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <xxhash.h>

enum { VERSION_OF_FORMAT = 1, BYTE_ORDER_MARK = 0x01020304, KINDS = 4, SEGMENT = 1024 * 1024 };

static const char magic[16] = "ndedupe state\n";

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
	struct state_plan plan;
	char *path;     /* symbolic links followed */
	char *new_path; /* of the successor */
	int fd, new_fd, directory;
	mode_t mode;
	const char *bytes; /* the file, mapped */
	size_t len;
	struct head head;
	struct text_buffer pending[KINDS]; /* what will be a segment */
	uint64_t today;
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

static char *
joined(const char *a, const char *b)
{
	size_t size = strlen(a) + strlen(b) + 1;
	char *all = cli_alloc(size, 1);
	snprintf(all, size, "%s%s", a, b);
	return all;
}

/* Opens the file and waits for its lock; again if another run has put its successor in its place meanwhile.
 */
static void
open_locked(struct state *s)
{
	const bool only = s->plan.read_only;
	for (;;) {
		struct stat held, named;
		const char *path = s->plan.path;
		s->fd = open(path, (only ? O_RDONLY : O_RDWR | O_CREAT) | O_CLOEXEC | O_NONBLOCK, 0600);
		if (s->fd < 0)
			cli_die("%s: cannot open the state: %s", path, strerror(errno));
		free(s->path);
		s->path = realpath(path, NULL); /* a symbolic link stays one */
		if (s->path == NULL)
			cli_die("%s: %s", path, strerror(errno));
		if (fstat(s->fd, &held) != 0)
			cli_die("%s: %s", path, strerror(errno));
		if (!S_ISREG(held.st_mode))
			cli_die("%s: not a regular file, so it can't hold a state", path);
		while (flock(s->fd, only ? LOCK_SH : LOCK_EX) != 0)
			if (errno != EINTR)
				cli_die("%s: cannot lock the state: %s", path, strerror(errno));
		s->mode = held.st_mode & 0777;
		if (stat(s->path, &named) == 0 && named.st_ino == held.st_ino && named.st_dev == held.st_dev)
			return;
		close(s->fd);
	}
}

static _Noreturn void
refuse(const struct state *s, const char *why)
{
	cli_die("%s: %s; the file is left as it is: use another one, or a backup", s->plan.path, why);
}

static uint64_t
checksum(const void *at, size_t len)
{
	return XXH3_64bits(at, len);
}

static void
check_head(struct state *s)
{
	if (s->len < sizeof s->head || memcmp(s->bytes, magic, sizeof magic) != 0)
		refuse(s, s->len >= sizeof magic && memcmp(s->bytes, magic, sizeof magic) == 0
				  ? "a state of ndedupe, but torn"
				  : "not a state of ndedupe");
	memcpy(&s->head, s->bytes, sizeof s->head);
	if (s->head.byte_order != BYTE_ORDER_MARK)
		refuse(s, "a state of a machine with another byte order");
	if (s->head.version != VERSION_OF_FORMAT)
		refuse(s, "a state of another version of ndedupe");
	if (checksum(&s->head, offsetof(struct head, checksum)) != s->head.checksum)
		refuse(s, "the state is damaged (checksum of the head)");
	if (s->head.length != s->len)
		refuse(s, "the state is torn (it has not the length that its head says)");
	s->head.parameters[sizeof s->head.parameters - 1] = '\0';
	if (strcmp(s->head.parameters, s->plan.parameters) != 0)
		cli_die("%s: this state is for \"%s\", but the options say \"%s\": use the same options, or "
			"another file",
			s->plan.path, s->head.parameters, s->plan.parameters);
}

/* The head of the segment at *offset, checked; *offset moves behind the segment. */
static struct segment
next_segment(const struct state *s, size_t *offset, struct slice *payload)
{
	struct segment segment;
	if (s->len - *offset < sizeof segment)
		refuse(s, "the state is torn (a segment ends early)");
	memcpy(&segment, s->bytes + *offset, sizeof segment);
	if (checksum(&segment, offsetof(struct segment, checksum)) != segment.checksum)
		refuse(s, "the state is damaged (checksum of a segment)");
	*offset += sizeof segment;
	if (segment.length > s->len - *offset)
		refuse(s, "the state is torn (a segment ends early)");
	*payload = (struct slice){s->bytes + *offset, segment.length};
	if (checksum(payload->at, payload->len) != segment.payload_checksum)
		refuse(s, "the state is damaged (checksum of a segment's entries)");
	*offset += segment.length;
	return segment;
}

static bool
is_expired(const struct state *s, const struct segment *segment)
{
	return s->plan.expire != 0 && segment->day + s->plan.expire < s->today;
}

struct state *
state_open(const struct state_plan *plan)
{
	struct state *s = cli_alloc(1, sizeof *s);
	*s = (struct state){.plan = *plan, .fd = -1, .new_fd = -1, .directory = -1, .today = day_now()};
	open_locked(s);
	struct stat found;
	if (fstat(s->fd, &found) != 0)
		cli_die("%s: %s", s->plan.path, strerror(errno));
	s->len = (size_t)found.st_size;
	if (s->len == 0) {
		memcpy(s->head.magic, magic, sizeof magic);
		s->head.version = VERSION_OF_FORMAT;
		s->head.byte_order = BYTE_ORDER_MARK;
		s->head.seed = hash_random_seed();
		snprintf(s->head.parameters, sizeof s->head.parameters, "%s", plan->parameters);
		return s;
	}
	void *map = mmap(NULL, s->len, PROT_READ, MAP_PRIVATE, s->fd, 0);
	if (map == MAP_FAILED)
		cli_die("%s: cannot read the state: %s", s->plan.path, strerror(errno));
	s->bytes = map;
	check_head(s);
	return s;
}

struct hash_seed
state_seed(const struct state *state)
{
	return state->head.seed;
}

/* Writes all of it to the successor; a failure ends the run, and the old state stays. */
static void
write_new(struct state *s, const void *at, size_t len)
{
	for (const char *p = at; len > 0;) {
		ssize_t n = write(s->new_fd, p, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			int error = errno;
			unlink(s->new_path);
			cli_die("%s: cannot write the state: %s; %s stays as it was", s->new_path,
				strerror(error), s->plan.path);
		}
		p += n;
		len -= (size_t)n;
	}
}

/* Creates the successor. One that a killed run left behind goes: the lock says that nobody writes it. */
static void
create_new(struct state *s)
{
	s->new_path = joined(s->path, ".new");
	char *copy = joined(s->path, "");
	s->directory = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(copy);
	struct stat left;
	if (lstat(s->new_path, &left) == 0 && S_ISREG(left.st_mode))
		unlink(s->new_path);
	s->new_fd = open(s->new_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (s->directory < 0 || s->new_fd < 0)
		cli_die("%s: cannot create the next state: %s", s->new_path, strerror(errno));
	if (s->len > 0 && fchmod(s->new_fd, s->mode) != 0)
		cli_die("%s: %s", s->new_path, strerror(errno));
}

void
state_load(struct state *s, state_load_fn *load, void *context)
{
	for (size_t offset = sizeof s->head; offset < s->len;) {
		struct slice payload;
		struct segment segment = next_segment(s, &offset, &payload);
		if (segment.kind == 0 || segment.kind >= KINDS)
			refuse(s, "the state has entries of an unknown kind");
		if (!is_expired(s, &segment))
			load(context, segment.kind, payload);
	}
	if (s->plan.read_only)
		return;
	create_new(s);
	write_new(s, &s->head, sizeof s->head);
	for (size_t offset = sizeof s->head; offset < s->len;) {
		struct slice payload;
		size_t begin = offset;
		struct segment segment = next_segment(s, &offset, &payload);
		if (!is_expired(s, &segment))
			write_new(s, s->bytes + begin, offset - begin);
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
	segment.checksum = checksum(&segment, offsetof(struct segment, checksum));
	write_new(s, &segment, sizeof segment);
	write_new(s, b->bytes, b->len);
	b->len = 0;
}

void
state_put(struct state *s, enum state_kind kind, struct slice entry)
{
	if (s->plan.read_only)
		return;
	text_append(&s->pending[kind], entry);
	if (s->pending[kind].len >= SEGMENT)
		write_segment(s, kind);
}

/* Puts the successor in the place of the state, in the order that a crash can't break. */
static void
replace(struct state *s)
{
	for (int kind = 1; kind < KINDS; kind++)
		write_segment(s, (enum state_kind)kind);
	off_t length = lseek(s->new_fd, 0, SEEK_CUR);
	s->head.length = (uint64_t)length;
	s->head.checksum = checksum(&s->head, offsetof(struct head, checksum));
	bool good = length > 0 && pwrite(s->new_fd, &s->head, sizeof s->head, 0) == (ssize_t)sizeof s->head &&
		    fsync(s->new_fd) == 0 && close(s->new_fd) == 0 && rename(s->new_path, s->path) == 0;
	if (!good) {
		int error = errno;
		unlink(s->new_path);
		cli_die("%s: cannot save the state: %s", s->plan.path, strerror(error));
	}
	if (fsync(s->directory) != 0)
		cli_die("%s: the state is saved, but its directory can't be made lasting: %s", s->plan.path,
			strerror(errno));
}

void
state_close(struct state *s, bool keep)
{
	if (s == NULL)
		return;
	if (s->new_fd >= 0 && keep) {
		replace(s);
	} else if (s->new_fd >= 0) {
		close(s->new_fd);
		unlink(s->new_path);
	}
	if (s->bytes != NULL)
		munmap((void *)(uintptr_t)s->bytes, s->len);
	if (s->directory >= 0)
		close(s->directory);
	close(s->fd); /* and with it goes the lock */
	for (int kind = 0; kind < KINDS; kind++)
		free(s->pending[kind].bytes);
	free(s->path);
	free(s->new_path);
	free(s);
}
