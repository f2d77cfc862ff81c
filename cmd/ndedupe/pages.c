/* mremap() and madvise() are Linux's; the rest is for systems without them. */
#define _GNU_SOURCE
#include "pages.h"

#include "cli.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* A sanitizer watches what malloc() gives: then the tables come from there. */
#if defined(__SANITIZE_ADDRESS__)
#define WATCHED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED
#endif
#endif

#if defined(MREMAP_FIXED) && defined(MADV_HUGEPAGE) && !defined(WATCHED)

enum { HUGE_PAGE = 2 * 1024 * 1024, SMALL_PAGE = 64 * 1024 };

static size_t
round_up(size_t n, size_t unit)
{
	return (n + unit - 1) / unit * unit;
}

static size_t
mapped_size(size_t size)
{
	return round_up(size, size < HUGE_PAGE ? SMALL_PAGE : HUGE_PAGE);
}

/* Address space that begins where a huge page can, if it is large enough to hold one. */
static char *
map(size_t size)
{
	const size_t spare = size < HUGE_PAGE ? 0 : HUGE_PAGE;
	char *at = mmap(NULL, size + spare, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (at == MAP_FAILED)
		cli_die("memory exhausted (asked for %zu bytes)", size);
	if (spare == 0)
		return at;
	char *begin = at + (round_up((size_t)at, HUGE_PAGE) - (size_t)at);
	if (begin > at)
		munmap(at, (size_t)(begin - at));
	if (begin < at + spare)
		munmap(begin + size, (size_t)(at + spare - begin));
	(void)madvise(begin, size, MADV_HUGEPAGE); /* a hint */
	return begin;
}

void *
pages_get(size_t size)
{
	return map(mapped_size(size));
}

void *
pages_grow(void *old, size_t old_size, size_t size)
{
	old_size = mapped_size(old_size);
	size = mapped_size(size);
	if (size == old_size)
		return old;
	char *at = map(size);
	if (mremap(old, old_size, old_size, MREMAP_MAYMOVE | MREMAP_FIXED, at) == MAP_FAILED)
		cli_die("memory exhausted (asked for %zu bytes)", size);
	(void)madvise(at, size, size < HUGE_PAGE ? MADV_NORMAL : MADV_HUGEPAGE);
	return at;
}

void
pages_free(void *pages, size_t size)
{
	munmap(pages, mapped_size(size));
}

#else

void *
pages_get(size_t size)
{
	return cli_alloc(size, 1);
}

void *
pages_grow(void *old, size_t old_size, size_t size)
{
	char *at = cli_realloc(old, size, 1);
	memset(at + old_size, 0, size - old_size);
	return at;
}

void
pages_free(void *pages, size_t size)
{
	(void)size;
	free(pages);
}

#endif
