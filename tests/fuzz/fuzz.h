/*
 * fuzz: what the fuzz targets share. Code under test may die of bad input, as it should: FUZZ_SURVIVES(call)
 * is false then. The targets are linked with --wrap=exit, which is how the death is caught, and with
 * --wrap=read, by which code that reads a descriptor reads the input, in pieces of any size.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include "cli.h"
#include "io.h"

#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/types.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* --- Death ------------------------------------------------------------------------------------- */

static jmp_buf fuzz_death;
static bool fuzz_armed;

_Noreturn void __real_exit(int status);
_Noreturn void __wrap_exit(int status);

_Noreturn void
__wrap_exit(int status)
{
	if (fuzz_armed)
		longjmp(fuzz_death, 1);
	__real_exit(status);
}

#define FUZZ_SURVIVES(call)                                                                                  \
	(fuzz_arm(), setjmp(fuzz_death) == 0 ? ((call), !(fuzz_armed = false)) : (fuzz_armed = false))

/*
 * What the dead leave behind is lost, and millions of deaths would fill the memory. Where a sanitizer tells
 * of allocations, those that a FUZZ_SURVIVES() made are known.
 */
int __sanitizer_install_malloc_and_free_hooks(
	void (*)(const volatile void *, size_t), void (*)(const volatile void *)) __attribute__((weak));

enum { FUZZ_HELD_MOST = 1 << 12 };
static const volatile void *fuzz_held[FUZZ_HELD_MOST];
static size_t fuzz_held_count;

static void
fuzz_note_allocation(const volatile void *at, size_t size)
{
	(void)size;
	if (fuzz_armed && at != NULL && fuzz_held_count < FUZZ_HELD_MOST)
		fuzz_held[fuzz_held_count++] = at;
}

static void
fuzz_note_free(const volatile void *at)
{
	for (size_t i = fuzz_held_count; at != NULL && i-- > 0;) {
		if (fuzz_held[i] == at) {
			fuzz_held[i] = fuzz_held[--fuzz_held_count];
			return;
		}
	}
}

static inline void
fuzz_arm(void)
{
	static bool hooked;

	if (!hooked && __sanitizer_install_malloc_and_free_hooks != NULL)
		__sanitizer_install_malloc_and_free_hooks(fuzz_note_allocation, fuzz_note_free);
	hooked = true;
	fuzz_held_count = 0;
	fuzz_armed = true;
}

/* Frees what the last FUZZ_SURVIVES() allocated and did not free: nothing that goes on may point there. */
static inline void
fuzz_let_go(void)
{
	while (fuzz_held_count > 0) {
		const volatile void *at =
			fuzz_held[--fuzz_held_count]; /* compilers know that free() changes nothing */
		free((void *)(uintptr_t)at);
	}
}

/* --- Input ------------------------------------------------------------------------------------- */

enum { FUZZ_DESCRIPTOR = 1 << 20 }; /* no file has it */

/* What the next reads of the descriptor give, `piece` bytes at once at most; then it is at its end. */
static struct {
	int fd;
	struct slice rest;
	size_t piece;
} fuzz_input = {.fd = -1};

ssize_t __real_read(int fd, void *to, size_t size);
ssize_t __wrap_read(int fd, void *to, size_t size);

ssize_t
__wrap_read(int fd, void *to, size_t size)
{
	if (fd != fuzz_input.fd)
		return __real_read(fd, to, size);
	size_t n = size < fuzz_input.piece ? size : fuzz_input.piece;
	if (n > fuzz_input.rest.len)
		n = fuzz_input.rest.len;
	if (n > 0)
		memcpy(to, fuzz_input.rest.at, n);
	fuzz_input.rest = slice_after(fuzz_input.rest, n);
	return (ssize_t)n;
}

static inline void
fuzz_feed(int fd, struct slice input, size_t piece)
{
	fuzz_input.fd = fd;
	fuzz_input.rest = input;
	fuzz_input.piece = piece;
}

/*
 * A reader of the input, whose buffer is one for all runs: asking the system for it each time would take
 * longer than the run. Not to be closed, and one at a time. limit: at most 1 << 16.
 */
static inline void
fuzz_reader_open(struct io_reader *in, struct slice input, size_t piece, size_t limit)
{
	static char *bytes;
	static size_t capacity;

	cli_grow(&bytes, &capacity, 1 << 20, 1);
	fuzz_feed(FUZZ_DESCRIPTOR, input, piece);
	io_reader_open(in, FUZZ_DESCRIPTOR, "fuzz", limit, NULL);
	in->bytes = bytes;
	in->capacity = capacity;
}

#endif
