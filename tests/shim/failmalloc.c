/*
 * failmalloc: LD_PRELOAD shim: the NEWS_FAIL_AT-th allocation fails; all after it too if NEWS_FAIL_EVER is
 * set. Allocations before main() (the loader's, the C library's) do not count: NEWS_FAIL_AT=1 is the
 * program's first. NEWS_FAIL_COUNT names a file for how many there were.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static long calls, fail_at = -1;
static int ever, count_file = -1;

__attribute__((constructor)) static void
start(void)
{
	const char *at = getenv("NEWS_FAIL_AT");
	fail_at = at ? atol(at) : 0;
	ever = getenv("NEWS_FAIL_EVER") != NULL;
	/* Opened now: the program's sandbox allows no file later on. */
	const char *name = getenv("NEWS_FAIL_COUNT");
	count_file = name ? open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
	calls = 0;
}

__attribute__((destructor)) static void
end(void)
{
	char digits[24];
	int at = sizeof digits;

	for (long n = calls; at > 0 && (n > 0 || at == sizeof digits); n /= 10)
		digits[--at] = (char)('0' + n % 10);
	if (count_file >= 0 && write(count_file, digits + at, sizeof digits - (size_t)at) < 0)
		_exit(3);
}

static int
fails(void)
{
	calls++;
	if (fail_at <= 0)
		return 0;
	if (calls != fail_at && !(ever && calls > fail_at))
		return 0;
	errno = ENOMEM;
	return 1;
}

/* The C library's own, under the names that glibc keeps for those who replace them. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

void *malloc(size_t);
void *calloc(size_t, size_t);
void *realloc(void *, size_t);

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}
