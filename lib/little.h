/*
 * little: the numbers in files and models, and those that are hashed as bytes, are little-endian, so that
 * they are the same on every machine. Where the machine is little-endian too, all of this is nothing. Each
 * function turns a number of the machine into one of a file, and one of a file into one of the machine.
 */
#ifndef LITTLE_H
#define LITTLE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
enum { LITTLE_IS_OTHER = 1 };
#else
enum { LITTLE_IS_OTHER = 0 };
#endif

static inline uint16_t
little16(uint16_t x)
{
	return LITTLE_IS_OTHER ? __builtin_bswap16(x) : x;
}

static inline uint32_t
little32(uint32_t x)
{
	return LITTLE_IS_OTHER ? __builtin_bswap32(x) : x;
}

static inline uint64_t
little64(uint64_t x)
{
	return LITTLE_IS_OTHER ? __builtin_bswap64(x) : x;
}

/* Turns the bytes of each of n numbers of `size` bytes around, wherever they stand. */
static inline void
turn_around(void *numbers, size_t n, size_t size)
{
	char *at = numbers;

	for (; n > 0; n--, at += size)
		for (size_t i = 0; i < size / 2; i++) {
			char c = at[i];
			at[i] = at[size - 1 - i];
			at[size - 1 - i] = c;
		}
}

/* The same from the machine's order to that of files, or back. */
static inline void
little_all(void *numbers, size_t n, size_t size)
{
	if (LITTLE_IS_OTHER)
		turn_around(numbers, n, size);
}

#endif
