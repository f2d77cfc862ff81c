/*
 * secret: a number that nobody outside can foresee. Tables of what strangers wrote put their entries where it
 * says, so that nobody can prepare names or lines that all meet in one place and make a filter slow. What is
 * in a table, and what is written, does not depend on it.
 */
#ifndef SECRET_H
#define SECRET_H

#include <stdint.h>

/* The same all through a process, drawn from the system at the first call; dies if there is none. */
uint64_t secret_number(void);

/*
 * Where in a table of 2^n slots, n up to 32, a key belongs: the lowest n bits of this. Keys must be hashes:
 * the secret helps against those that share some of their bits, not against equal ones.
 */
static inline uint64_t
secret_place(uint64_t key)
{
	key ^= secret_number();
	return ((key ^ key >> 32) * UINT64_C(0x9e3779b97f4a7c15)) >> 32;
}

#endif
