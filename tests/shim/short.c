/*
 * short: LD_PRELOAD shim: read() gives at most NEWS_SHORT bytes and write() takes at most that many; each
 * fails with EINTR one time in four. A program that handles short calls gives the same bytes with it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static unsigned calls;

static size_t
most(size_t wanted)
{
	const char *limit = getenv("NEWS_SHORT");
	size_t n = limit ? (size_t)strtoul(limit, NULL, 10) : 0;
	return n > 0 && n < wanted ? n : wanted;
}

static int
interrupted(void)
{
	calls = calls * 1103515245u + 12345u;
	if ((calls >> 16) % 4 != 0)
		return 0;
	errno = EINTR;
	return 1;
}

ssize_t
read(int fd, void *to, size_t n)
{
	return interrupted() ? -1 : syscall(SYS_read, fd, to, most(n));
}

ssize_t
write(int fd, const void *from, size_t n)
{
	return interrupted() ? -1 : syscall(SYS_write, fd, from, most(n));
}
