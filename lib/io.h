/*
 * io: blocks in, lines and records out as slices, one checked writer.
 *
 * A reader gives slices into its own buffer: they stay good until the next call on that reader. A writer
 * lets only whole records leave: what is put is held back until io_commit(). Errors are never silent: a
 * failed read is reported, ends the input as if it had ended there, and makes the exit status CLI_TROUBLE; a
 * failed write ends the process.
 */
#ifndef IO_H
#define IO_H

#include "slice.h"

#include <stdint.h>

enum { IO_BLOCK = 256 * 1024 };

struct io_writer {
	int fd;
	bool eager;       /* flush at each commit */
	char *bytes;      /* put so far */
	size_t len;       /* how many */
	size_t committed; /* how many of them may leave */
	size_t capacity;
	bool screen;    /* for eyes: what would steer a terminal is escaped before it leaves */
	size_t escaped; /* how many of the bytes are done with in this way */
};

struct io_reader {
	int fd;
	const char *name;          /* for messages; not owned */
	struct io_writer *waiting; /* flushed before a read that would wait; may be NULL */
	char *bytes;
	size_t begin, end; /* what is read but not yet taken: bytes[begin, end) */
	size_t capacity;
	size_t limit;       /* bytes that one line or record may have */
	uint64_t offset;    /* of bytes[begin] in the input */
	uint64_t line;      /* lines taken by io_line() so far */
	bool ended, failed; /* at its end; because a read failed, which was reported */
	bool regular;
};

/* A reader of an open descriptor, which stays the caller's. limit: see --max-record. */
void io_reader_open(struct io_reader *r, int fd, const char *name, size_t limit, struct io_writer *waiting);
void io_reader_close(struct io_reader *r);

/*
 * Reads at least one byte more behind what is there; false at the end of the input. Moves the buffer's bytes:
 * slices into it lose their ground, offsets from bytes + begin stay. Dies if more than `limit` bytes are
 * waiting, naming the input, `what` ("line", "record") and the option that helps.
 */
bool io_fill(struct io_reader *r, const char *what);

/*
 * The next line, without its `end` byte (normally '\n'), in *line. False when there is none. *terminated, if
 * not NULL, tells whether the end byte was there: the last line may lack it.
 */
bool io_line(struct io_reader *r, char end, struct slice *line, bool *terminated);

/* Takes the first n waiting bytes; they stay where they are until the next io_fill(). */
static inline struct slice
io_take(struct io_reader *r, size_t n)
{
	struct slice s = {r->bytes + r->begin, n};
	r->begin += n;
	r->offset += n;
	return s;
}

/* All the rest of the input as one slice, for tools whose unit is a page; dies past the limit. */
struct slice io_rest(struct io_reader *r, const char *what);

/*
 * Calls each(reader, context) for every operand in turn, "-" and none at all meaning stdin. An operand that
 * can't be opened or read is reported, the others are still done. The reader is opened and closed here.
 * Before the first one is read the process enters its sandbox: all other files must be open by then.
 */
void io_operands(char *const *operands, size_t limit, struct io_writer *waiting,
	void (*each)(struct io_reader *, void *), void *context);

/*
 * The writer of standard output; registers itself to flush whole records when the process dies. On a terminal
 * control characters of what is put are escaped (text_escape()), so that no data can steer it.
 */
void io_writer_open(struct io_writer *w, int fd, bool eager);

/* Flushes, closes the descriptor, frees; dies on any error. Call it before cli_finish(). */
void io_writer_close(struct io_writer *w);

/* Writes out all that is committed; dies if that fails. */
void io_flush(struct io_writer *w);

/* Makes room for n bytes more; used by the inline writers below. */
void io_make_room(struct io_writer *w, size_t n);

/* Room for n bytes at the end, to be filled by the caller, who then calls io_took() with what was used. */
static inline char *
io_room(struct io_writer *w, size_t n)
{
	if (w->capacity - w->len < n)
		io_make_room(w, n);
	return w->bytes + w->len;
}

static inline void
io_took(struct io_writer *w, size_t n)
{
	w->len += n;
}

static inline void
io_put(struct io_writer *w, struct slice s)
{
	if (s.len > 0)
		memcpy(io_room(w, s.len), s.at, s.len);
	w->len += s.len;
}

static inline void
io_put_byte(struct io_writer *w, char c)
{
	*io_room(w, 1) = c;
	w->len++;
}

void io_put_number(struct io_writer *w, uint64_t n);

/* Puts a control sequence of ours, which reaches a terminal as it is. What was put before can't be taken back
 * any more. */
void io_put_control(struct io_writer *w, struct slice s);

/* What was put so far is whole: it may leave. */
static inline void
io_commit(struct io_writer *w)
{
	w->committed = w->len;
	if (w->len >= IO_BLOCK || w->eager)
		io_flush(w);
}

#endif
