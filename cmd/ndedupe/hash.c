/* getentropy() is no part of POSIX.1-2008 yet. */
#define _DEFAULT_SOURCE
#include "hash.h"

#include "cli.h"
#include "little.h"

#include <errno.h>
#include <unistd.h>
#include <xxhash.h>

struct hash_seed
hash_random_seed(void)
{
	struct hash_seed seed;
	if (getentropy(&seed, sizeof seed) != 0)
		cli_die("no random numbers from the system: %s", strerror(errno));
	return seed;
}

void
hash_secret(struct hash_secret *secret, struct hash_seed seed)
{
	for (size_t i = 0; i < HASH_SECRET / sizeof(uint64_t); i++) {
		uint64_t word = hash_mix(seed.word[0] + i * 0x9e3779b97f4a7c15U) ^ hash_mix(seed.word[1] + i);
		word = little64(word);
		memcpy(secret->bytes + i * sizeof word, &word, sizeof word);
	}
}

uint64_t
hash_keyed(const struct hash_secret *secret, struct slice s)
{
	return XXH3_64bits_withSecret(s.at, s.len, secret->bytes, HASH_SECRET);
}

struct hash128
hash_fixed(struct slice s)
{
	XXH128_hash_t h = XXH3_128bits(s.at, s.len);
	return (struct hash128){h.low64, h.high64};
}
