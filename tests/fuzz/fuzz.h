/*
 * fuzz: what the fuzz targets share. Code under test may die of bad input, as it should: FUZZ_SURVIVES(call)
 * is false then. The targets are linked with --wrap=exit, which is how the death is caught.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

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
	(fuzz_armed = true, setjmp(fuzz_death) == 0 ? ((call), !(fuzz_armed = false)) : (fuzz_armed = false))

#endif
