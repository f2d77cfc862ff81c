/* unit: what the unit programs share: one suite of one case, and inputs and outputs that are pipes or files.
 */
#ifndef UNIT_H
#define UNIT_H

#include "slice.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Runs a NULL-terminated list of tests; gives the exit status of the program. CK_FORK and the like are heard.
 */
static inline int
unit_run(const char *module, const TTest *const *tests)
{
	Suite *suite = suite_create(module);
	TCase *tcase = tcase_create(module);

	for (; *tests != NULL; tests++)
		tcase_add_test(tcase, *tests);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}

/* A descriptor that gives these bytes: of a file, so that any size fits. */
static inline int
unit_input(struct slice bytes)
{
	FILE *file = tmpfile();
	ck_assert_ptr_nonnull(file);
	if (bytes.len > 0)
		ck_assert_uint_eq(fwrite(bytes.at, 1, bytes.len, file), bytes.len);
	ck_assert_int_eq(fflush(file), 0);
	int fd = dup(fileno(file));
	fclose(file);
	ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
	return fd;
}

/* All that was written to the file of a descriptor, in memory that lives until the next call. */
static inline struct slice
unit_output(int fd)
{
	static char bytes[1 << 20];
	ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
	ssize_t n = read(fd, bytes, sizeof bytes);
	ck_assert_int_ge(n, 0);
	return (struct slice){bytes, (size_t)n};
}

static inline void
unit_same(struct slice got, struct slice want)
{
	ck_assert_msg(slice_equal(got, want), "got '%.*s', want '%.*s'", (int)got.len, got.len ? got.at : "",
		(int)want.len, want.at);
}

#endif
