/* slice: a run of bytes somewhere else. Never NUL-terminated, never owns its memory. */
#ifndef SLICE_H
#define SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
	const char *at;
	size_t len;
};

/* The bytes of a string literal. */
#define SLICE(literal) ((struct slice){"" literal, sizeof(literal) - 1})

static inline struct slice
slice_of(const char *string)
{
	return (struct slice){string, strlen(string)};
}

static inline bool
slice_equal(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool
slice_starts(struct slice s, struct slice prefix)
{
	return s.len >= prefix.len && memcmp(s.at, prefix.at, prefix.len) == 0;
}

/* What is left of s after its first n bytes; n is at most s.len. */
static inline struct slice
slice_after(struct slice s, size_t n)
{
	return (struct slice){s.at + n, s.len - n};
}

#endif
