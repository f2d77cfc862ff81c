#include "secret.h"

#include "cli.h"
#include "unit.h"

#include <sys/wait.h>

enum { KEYS = 4096, SLOTS = 8192 };

/* What another process draws. */
static uint64_t
number_of_a_child(void)
{
	uint64_t number = 0;
	int ends[2];

	ck_assert_int_eq(pipe(ends), 0);
	pid_t pid = fork();
	if (pid == 0) {
		number = secret_number();
		_exit(write(ends[1], &number, sizeof number) != sizeof number);
	}
	ck_assert_int_eq(read(ends[0], &number, sizeof number), sizeof number);
	ck_assert_int_eq(waitpid(pid, NULL, 0), pid);
	close(ends[0]), close(ends[1]);
	return number;
}

START_TEST(each_process_has_its_own)
{
	uint64_t a = number_of_a_child(), b = number_of_a_child(), c = number_of_a_child();
	ck_assert(a != 0 && b != 0 && c != 0);
	ck_assert(a != b && b != c && a != c);
	ck_assert(secret_number() == secret_number());
}
END_TEST

/* How many steps the last of some keys with so many equal bits from `shift` on takes to its slot. */
static size_t
longest_way(uint64_t step)
{
	static bool taken[SLOTS];
	size_t longest = 0;

	memset(taken, 0, sizeof taken);
	for (uint64_t i = 0; i < KEYS; i++) {
		size_t at = (size_t)secret_place(0x123456789abcdef ^ i * step) % SLOTS, way = 0;
		for (; taken[at]; way++)
			at = (at + 1) % SLOTS;
		taken[at] = true;
		longest = way > longest ? way : longest;
	}
	return longest;
}

/* Without the secret keys that share their low 20 bits, or others that a table goes by, would be one heap. */
START_TEST(keys_that_share_bits_part)
{
	for (unsigned shift = 0; shift <= 52; shift += 4)
		ck_assert_msg(longest_way(UINT64_C(1) << shift) < KEYS / 8, "keys that differ from bit %u on",
			shift);
}
END_TEST

int
main(void)
{
	const TTest *tests[] = {each_process_has_its_own, keys_that_share_bits_part, NULL};
	return unit_run("secret", tests);
}
