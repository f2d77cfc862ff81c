/* flock() is no part of POSIX.1-2008, but of every system this runs on. */
#define _DEFAULT_SOURCE
#include "keep.h"

#include "cli.h"
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static char *
joined(const char *a, const char *b)
{
	size_t size = strlen(a) + strlen(b) + 1;
	char *all = cli_alloc(size, 1);
	snprintf(all, size, "%s%s", a, b);
	return all;
}

static void
wait_for_lock(struct keep *k, bool shared)
{
	while (flock(k->fd, shared ? LOCK_SH : LOCK_EX) != 0)
		if (errno != EINTR)
			cli_die("%s: locking: %s", k->name, strerror(errno));
}

/* Opens the file and waits for its lock; again if another process has put a successor in its place meanwhile.
 */
static void
open_locked(struct keep *k, const char *path, bool read_only)
{
	for (;;) {
		struct stat held, named;
		k->fd = open(path, (read_only ? O_RDONLY : O_RDWR | O_CREAT) | O_CLOEXEC | O_NONBLOCK, 0600);
		if (k->fd < 0)
			cli_die("%s: opening: %s", path, strerror(errno));
		free(k->path);
		k->path = realpath(path, NULL); /* a symbolic link stays one */
		if (k->path == NULL || fstat(k->fd, &held) != 0)
			cli_die("%s: finding its place: %s", path, strerror(errno));
		if (!S_ISREG(held.st_mode))
			cli_die("%s: not a regular file, which what is to last needs: name another", k->name);
		wait_for_lock(k, read_only);
		k->mode = held.st_mode & 0777;
		if (stat(k->path, &named) == 0 && named.st_ino == held.st_ino && named.st_dev == held.st_dev)
			return;
		close(k->fd);
	}
}

void
keep_open(struct keep *k, const char *path, bool read_only)
{
	struct stat found;

	*k = (struct keep){.name = path, .fd = -1, .new_fd = -1, .directory = -1};
	open_locked(k, path, read_only);
	if (!read_only)
		sandbox_will_keep(k->path);
	if (fstat(k->fd, &found) != 0)
		cli_die("%s: reading: %s", k->name, strerror(errno));
	if (found.st_size == 0)
		return;
	void *map = mmap(NULL, (size_t)found.st_size, PROT_READ, MAP_PRIVATE, k->fd, 0);
	if (map == MAP_FAILED)
		cli_die("%s: reading: %s", k->name, strerror(errno));
	k->bytes = (struct slice){map, (size_t)found.st_size};
}

/* --- The successor ---------------------------------------------------------------------------- */

/* A process that ends early takes it along, and what ends it may be a signal. */
static char *volatile unfinished;

static void
remove_unfinished(void)
{
	if (unfinished != NULL)
		unlink(unfinished);
	unfinished = NULL;
}

/* SA_RESETHAND has made the signal what it was: it comes again when this is over. */
static void
end_by(int signal)
{
	remove_unfinished();
	raise(signal);
}

static const int signals[] = {SIGHUP, SIGINT, SIGPIPE, SIGTERM, SIGXCPU, SIGXFSZ};

/* What is ignored, as under nohup(1), stays so. */
static void
hear_signals(void)
{
	struct sigaction ours = {.sa_handler = end_by, .sa_flags = (int)SA_RESETHAND}, before;

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
			sigaction(signals[i], &ours, NULL);
	if (atexit(remove_unfinished) != 0)
		cli_die("memory exhausted (beginning a file)");
}

/* Signals wait until allow_signals(). */
static void
hold_signals(sigset_t *before)
{
	sigset_t all;

	sigemptyset(&all);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		sigaddset(&all, signals[i]);
	sigprocmask(SIG_BLOCK, &all, before);
}

/* errno stays. */
static void
allow_signals(const sigset_t *before)
{
	int error = errno;

	sigprocmask(SIG_SETMASK, before, NULL);
	errno = error;
}

/* No signal comes between the file and the note that it is there. */
static int
create_successor(char *path)
{
	sigset_t before;

	hear_signals();
	hold_signals(&before);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd >= 0)
		unfinished = path;
	allow_signals(&before);
	return fd;
}

/* Nor between the renaming and the note that there is no successor any more: a next run may have its own. */
static bool
put_in_place(const struct keep *k)
{
	sigset_t before;

	hold_signals(&before);
	bool is_there = rename(k->new_path, k->path) == 0;
	if (is_there)
		unfinished = NULL;
	allow_signals(&before);
	return is_there;
}

/* One that a killed process left behind goes: the lock says that nobody writes it. */
static void
remove_left_over(const struct keep *k)
{
	struct stat left;

	if (lstat(k->new_path, &left) == 0 && S_ISREG(left.st_mode))
		unlink(k->new_path);
}

void
keep_begin(struct keep *k)
{
	char *copy = joined(k->path, "");

	k->new_path = joined(k->path, ".new");
	k->directory = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(copy);
	remove_left_over(k);
	k->new_fd = create_successor(k->new_path);
	if (k->directory < 0 || k->new_fd < 0)
		cli_die("%s.new: creating: %s; %s stays as it was", k->name, strerror(errno), k->name);
	if (k->bytes.len > 0 && fchmod(k->new_fd, k->mode) != 0)
		cli_die("%s.new: setting its mode: %s; %s stays as it was", k->name, strerror(errno),
			k->name);
}

/* The successor can't be finished: it goes, and so does the process. */
static _Noreturn void
give_up(struct keep *k)
{
	int error = errno;

	remove_unfinished();
	cli_die("%s.new: writing: %s; %s stays as it was", k->name, strerror(error), k->name);
}

void
keep_write(struct keep *k, const void *at, size_t len)
{
	for (const char *p = at; len > 0;) {
		ssize_t n = write(k->new_fd, p, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			give_up(k);
		p += n;
		len -= (size_t)n;
	}
}

void
keep_replace(struct keep *k, const void *head, size_t len)
{
	int fd = k->new_fd;

	if (lseek(fd, 0, SEEK_SET) != 0)
		give_up(k);
	keep_write(k, head, len);
	if (fsync(fd) != 0 || close(fd) != 0 || !put_in_place(k))
		give_up(k);
	k->new_fd = -1;
	if (fsync(k->directory) != 0)
		cli_die("%s: written, but its folder can't be made lasting: %s", k->name, strerror(errno));
}

void
keep_close(struct keep *k)
{
	if (k->new_fd >= 0) {
		close(k->new_fd);
		remove_unfinished();
	}
	if (k->bytes.len > 0)
		munmap((void *)(uintptr_t)k->bytes.at, k->bytes.len);
	if (k->directory >= 0)
		close(k->directory);
	flock(k->fd, LOCK_UN); /* a close() that fails must not leave the lock behind */
	close(k->fd);
	free(k->path);
	free(k->new_path);
	*k = (struct keep){.fd = -1, .new_fd = -1, .directory = -1};
}
