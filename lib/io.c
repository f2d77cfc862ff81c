#include "io.h"

#include "cli.h"
#include "progress.h"
#include "sandbox.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- Reading ---------------------------------------------------------------------------------- */

void
io_reader_open(struct io_reader *r, int fd, const char *name, size_t limit, struct io_writer *waiting)
{
	struct stat status;

	*r = (struct io_reader){.fd = fd, .name = name, .limit = limit, .waiting = waiting};
	r->regular = fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
	progress_input(name, r->regular ? (uint64_t)status.st_size : 0);
}

void
io_reader_close(struct io_reader *r)
{
	free(r->bytes);
	*r = (struct io_reader){.fd = -1};
}

static void
wait_for(int fd, short events)
{
	struct pollfd p = {.fd = fd, .events = events};
	poll(&p, 1, -1);
}

/* A reader downstream should not have to wait for what is ready while this process waits for input. */
static void
flush_if_read_would_wait(struct io_reader *r)
{
	struct pollfd p = {.fd = r->fd, .events = POLLIN};

	if (r->waiting != NULL && r->waiting->committed > 0 && !r->regular && poll(&p, 1, 0) == 0)
		io_flush(r->waiting);
}

/* Makes room for a block behind what is waiting: by moving it to the front, or by growing. */
static void
make_reading_room(struct io_reader *r)
{
	size_t waiting = r->end - r->begin;

	if (r->capacity - r->end >= IO_BLOCK)
		return;
	if (r->begin > 0 && waiting > 0)
		memmove(r->bytes, r->bytes + r->begin, waiting);
	r->begin = 0;
	r->end = waiting;
	cli_grow(&r->bytes, &r->capacity, waiting + IO_BLOCK, 1);
}

bool
io_fill(struct io_reader *r, const char *what)
{
	if (r->ended)
		return false;
	if (r->end - r->begin > r->limit)
		cli_die("%s: byte %llu: a %s of more than %zu bytes; --max-record allows longer ones",
			r->name, (unsigned long long)r->offset, what, r->limit);
	make_reading_room(r);
	flush_if_read_would_wait(r);
	for (;;) {
		ssize_t n = read(r->fd, r->bytes + r->end, r->capacity - r->end);
		if (n > 0) {
			r->end += (size_t)n;
			progress_read((size_t)n);
			return true;
		}
		if (n < 0 && errno == EINTR) {
			progress_read(0);
			continue;
		}
		if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
			wait_for(r->fd, POLLIN);
			continue;
		}
		r->ended = true;
		r->failed = n < 0;
		if (r->failed)
			cli_error("%s: reading at byte %llu: %s", r->name,
				(unsigned long long)(r->offset + (r->end - r->begin)), strerror(errno));
		return false;
	}
}

bool
io_line(struct io_reader *r, char end, struct slice *line, bool *terminated)
{
	size_t scanned = 0;
	const char *stop = NULL;

	do {
		size_t waiting = r->end - r->begin;
		if (waiting > scanned)
			stop = memchr(r->bytes + r->begin + scanned, end, waiting - scanned);
		scanned = waiting;
	} while (stop == NULL && io_fill(r, "line"));

	if (stop == NULL && r->begin == r->end)
		return false;
	size_t len = stop != NULL ? (size_t)(stop - (r->bytes + r->begin)) : r->end - r->begin;
	if (len > r->limit)
		cli_die("%s: line %llu: longer than %zu bytes; --max-record allows longer ones", r->name,
			(unsigned long long)r->line + 1, r->limit);
	*line = io_take(r, len + (stop != NULL));
	line->len = len;
	r->line++;
	if (terminated != NULL)
		*terminated = stop != NULL;
	return true;
}

struct slice
io_rest(struct io_reader *r, const char *what)
{
	while (io_fill(r, what))
		;
	return io_take(r, r->end - r->begin);
}

void
io_operands(char *const *operands, size_t limit, struct io_writer *waiting,
	void (*each)(struct io_reader *, void *), void *context)
{
	static char *const only_stdin[] = {"-", NULL};
	struct io_reader r = {.fd = -1};

	if (*operands == NULL)
		operands = only_stdin;
	for (char *const *name = operands; *name != NULL; name++) {
		bool is_stdin = strcmp(*name, "-") == 0;
		int fd = is_stdin ? STDIN_FILENO : open(*name, O_RDONLY | O_CLOEXEC);
		int error = errno; /* asking for a sandbox that a kernel does not have sets it too */
		sandbox_enter(name[1] != NULL);
		if (fd == -1) {
			cli_error("%s: opening: %s", *name, strerror(error));
			continue;
		}
		char *bytes = r.bytes;
		size_t capacity = r.capacity;
		io_reader_open(&r, fd, is_stdin ? "standard input" : *name, limit, waiting);
		r.bytes = bytes;
		r.capacity = capacity;
		each(&r, context);
		if (!is_stdin)
			close(fd);
	}
	io_reader_close(&r);
}

/* --- Writing ---------------------------------------------------------------------------------- */

/* Writes it all, or gives the errno that stopped it. */
static int
write_all(int fd, const char *p, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, p, n);
		if (done >= 0) {
			p += done;
			n -= (size_t)done;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			wait_for(fd, POLLOUT);
		} else if (errno != EINTR) {
			return errno;
		}
	}
	return 0;
}

/* Escapes what was put up to `stop` and not escaped yet; gives where that ends now. */
static size_t
escape_until(struct io_writer *w, size_t stop)
{
	struct slice rest = {w->bytes + w->escaped, stop - w->escaped};

	if (!text_is_shown(rest, TEXT_DATA)) {
		size_t len = w->len - w->escaped;
		char *copy = cli_alloc(len, 1);
		memcpy(copy, rest.at, len);
		struct slice tail = {copy + rest.len, len - rest.len};
		rest.at = copy;
		w->len = w->escaped;
		while (rest.len > 0)
			io_took(w, text_escape(&rest, TEXT_DATA, io_room(w, IO_BLOCK), IO_BLOCK));
		stop = w->len;
		io_put(w, tail);
		free(copy);
	}
	w->escaped = stop;
	return stop;
}

/* What may leave is fit for a screen, if it goes to one. */
static void
escape_committed(struct io_writer *w)
{
	if (w->screen && w->committed > w->escaped)
		w->committed = escape_until(w, w->committed);
}

void
io_put_control(struct io_writer *w, struct slice s)
{
	if (w->screen) {
		escape_committed(w);
		escape_until(w, w->len);
	}
	io_put(w, s);
	w->escaped = w->len;
}

void
io_flush(struct io_writer *w)
{
	escape_committed(w);
	size_t n = w->committed;
	if (n == 0)
		return;
	w->committed = 0;
	int error = write_all(w->fd, w->bytes, n);
	if (error != 0)
		cli_die("standard output: writing: %s", strerror(error));
	w->len -= n;
	w->escaped = w->escaped > n ? w->escaped - n : 0;
	if (w->len > 0)
		memmove(w->bytes, w->bytes + n, w->len);
}

/* The last act of a process that dies of something else: whole records still go out. */
static void
flush_at_death(void *context)
{
	struct io_writer *w = context;

	escape_committed(w);
	write_all(w->fd, w->bytes, w->committed);
	w->committed = 0;
}

void
io_writer_open(struct io_writer *w, int fd, bool eager)
{
	*w = (struct io_writer){.fd = fd, .eager = eager, .screen = isatty(fd) == 1};
	cli_before_death(flush_at_death, w);
}

void
io_writer_close(struct io_writer *w)
{
	io_flush(w);
	cli_before_death(NULL, NULL);
	if (close(w->fd) == -1 && errno != EBADF)
		cli_die("standard output: closing: %s", strerror(errno));
	free(w->bytes);
	*w = (struct io_writer){.fd = -1};
}

void
io_make_room(struct io_writer *w, size_t n)
{
	if (n > SIZE_MAX - w->len - 2 * IO_BLOCK)
		cli_die("memory exhausted (a record of more than %zu bytes)", w->len);
	cli_grow(&w->bytes, &w->capacity, w->len + n + IO_BLOCK, 1);
}

void
io_put_number(struct io_writer *w, uint64_t n)
{
	char digits[20];
	size_t at = sizeof digits;

	do {
		digits[--at] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	io_put(w, (struct slice){digits + at, sizeof digits - at});
}
