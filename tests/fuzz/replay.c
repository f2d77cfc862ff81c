/* replay: runs a fuzz target on every file of a folder, where there is no libFuzzer. usage: fuzz_X.replay
 * FOLDER */
#define _XOPEN_SOURCE 700
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
replay(const char *path)
{
	static uint8_t bytes[1 << 20];
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		return;
	size_t n = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	/* A copy of just that size, so that a sanitizer sees every byte read beyond it. */
	uint8_t *copy = malloc(n > 0 ? n : 1);
	if (copy == NULL)
		exit(2);
	for (size_t i = 0; i < n; i++)
		copy[i] = bytes[i];
	LLVMFuzzerTestOneInput(copy, n);
	free(copy);
	printf("ok - %s\n", path);
	fflush(stdout);
}

int
main(int argc, char **argv)
{
	char path[4096];
	DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;

	if (folder == NULL) {
		fprintf(stderr, "replay: no folder to read\n");
		return 2;
	}
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
		if (entry->d_name[0] != '.')
			replay(path);
	}
	closedir(folder);
	return 0;
}
