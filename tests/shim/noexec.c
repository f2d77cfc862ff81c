/*
 * noexec: LD_PRELOAD shim: a system that refuses memory which can be written and run, as SELinux (execmem)
 * and PaX (MPROTECT) do. The file that NEWS_NOEXEC_SEEN names is made when it did so.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static int
refuses(int protection)
{
	const char *seen = getenv("NEWS_NOEXEC_SEEN");

	if (!(protection & PROT_EXEC))
		return 0;
	if (seen != NULL)
		close(open(seen, O_WRONLY | O_CREAT, 0600));
	errno = EACCES;
	return 1;
}

void *
mmap(void *at, size_t len, int protection, int flags, int fd, off_t offset)
{
	if (refuses(protection))
		return MAP_FAILED;
	return (void *)syscall(SYS_mmap, at, len, protection, flags, fd, offset);
}

void *mmap64(void *, size_t, int, int, int, off64_t) __attribute__((alias("mmap")));

int
mprotect(void *at, size_t len, int protection)
{
	return refuses(protection) ? -1 : (int)syscall(SYS_mprotect, at, len, protection);
}
