/*
 * visible: what the promises about text are measured with. usage: visible [PART < WHOLE]
 *
 * Without an operand it cleans standard input by the dirty-byte policy and writes its visible characters, all
 * blanks left out. With one it says (exit status 0 or 1) whether the bytes of the file PART stand in standard
 * input, in their order, maybe with others between them.
 */
#include "text.h"

#include <stdio.h>
#include <stdlib.h>

static struct slice
read_all(FILE *file)
{
	size_t len = 0, capacity = 1 << 20;
	char *bytes = malloc(capacity);

	for (size_t n; bytes != NULL && (n = fread(bytes + len, 1, capacity - len, file)) > 0;) {
		len += n;
		if (len == capacity)
			bytes = realloc(bytes, capacity *= 2);
	}
	if (bytes == NULL)
		exit(2);
	return (struct slice){bytes, len};
}

static void
show_visible(struct slice in)
{
	struct text_buffer clean = {0};
	struct text_dirt dirt = {0};

	for (struct slice s = text_clean(in, &clean, &dirt); s.len > 0;) {
		size_t n;
		text_decode(s, &n);
		if (s.at[0] != '\n' && text_trim((struct slice){s.at, n}).len > 0)
			fwrite(s.at, 1, n, stdout);
		s = slice_after(s, n);
	}
	putchar('\n');
	free(clean.bytes);
}

static bool
is_subsequence(struct slice part, struct slice whole)
{
	size_t at = 0;

	for (size_t i = 0; i < whole.len && at < part.len; i++)
		at += whole.at[i] == part.at[at];
	return at == part.len;
}

int
main(int argc, char **argv)
{
	struct slice whole = read_all(stdin), part = {0};
	int status = 0;

	if (argc == 1) {
		show_visible(whole);
		status = fflush(stdout) != 0;
	} else {
		FILE *file = fopen(argv[1], "rb");
		if (file == NULL) {
			perror(argv[1]);
			return 2;
		}
		part = read_all(file);
		fclose(file);
		status = !is_subsequence(part, whole);
	}
	free((void *)(uintptr_t)part.at);
	free((void *)(uintptr_t)whole.at);
	return status;
}
