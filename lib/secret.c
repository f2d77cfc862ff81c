/* getentropy() is no part of POSIX.1-2008 yet. */
#define _DEFAULT_SOURCE
#include "secret.h"

#include "cli.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

uint64_t
secret_number(void)
{
	static uint64_t number;

	while (number == 0)
		if (getentropy(&number, sizeof number) != 0)
			cli_die("no random numbers from the system: %s", strerror(errno));
	return number;
}
