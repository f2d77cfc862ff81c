/*
 * wide: functions for machines whose vectors hold 32 bytes, beside those for all. They are marked WIDE, which
 * is defined where the compiler can make them, and called where is_wide(); their results are the same.
 */
#ifndef WIDE_H
#define WIDE_H

#if defined(__x86_64__) && !defined(NARROW) /* tests/check_*_narrow.c do without */
#define WIDE __attribute__((target("avx2")))
#include <immintrin.h>
#include <stdbool.h>

static inline bool
is_wide(void)
{
	return __builtin_cpu_supports("avx2");
}
#endif

#endif
