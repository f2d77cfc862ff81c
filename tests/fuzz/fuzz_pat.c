/* Patterns of any bytes on subjects of any bytes: no crash, no hang, groups inside the subject. */
#include "pat.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char message[256];
	size_t column;
	struct pat_match m;
	struct slice all = {(const char *)data, size};
	const char *stop = size > 0 ? memchr(data, '\n', size) : NULL;

	if (stop == NULL || size > 2048)
		return 0;
	struct slice regex = {all.at, (size_t)(stop - all.at)}, subject = slice_after(all, regex.len + 1);
	struct pat *pat = pat_compile(regex, regex.len % 2 == 0, message, &column);
	if (pat == NULL)
		return 0;
	for (size_t from = 0; from <= subject.len && pat_match(pat, subject, from, &m) == PAT_FOUND; from++)
		for (size_t i = 0; i < m.count; i++)
			if (m.group[i].at != NULL &&
				(m.group[i].at < subject.at ||
					m.group[i].at + m.group[i].len > subject.at + subject.len))
				abort();
	pat_free(pat);
	return 0;
}
