#include "url.h"

struct slice
url_host(struct slice url)
{
	size_t n = 0;

	for (size_t i = 0; i + 3 <= url.len; i++)
		if (memcmp(url.at + i, "://", 3) == 0) {
			url = slice_after(url, i + 3);
			break;
		}
	while (n < url.len && memchr("/?#", url.at[n], 3) == NULL)
		n++;
	return (struct slice){url.at, n};
}
