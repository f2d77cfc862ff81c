/* syscall() and O_PATH are no part of POSIX. */
#define _GNU_SOURCE
#include "sandbox.h"

#include "cli.h"
#include "seccomp.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One file that lasts is all that a filter has; a second one would be an oversight. */
static char *kept_folder;
static bool wants_seccomp;
static enum { OUTSIDE, READING, ENTERED } stage;

void
sandbox_want_seccomp(void)
{
	wants_seccomp = true;
}

static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash == NULL ? 1 : slash == path ? 1 : (size_t)(slash - path);
	char *folder = cli_alloc(len + 1, 1);

	memcpy(folder, slash == NULL ? "." : path, len);
	return folder;
}

void
sandbox_will_keep(const char *path)
{
	free(kept_folder);
	kept_folder = folder_of(path);
}

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>

/*
 * Landlock's interface, from the kernel's include/uapi/linux/landlock.h: the headers of a distribution may be
 * older than its kernel, and the C library has no wrappers.
 */
enum { SYS_CREATE_RULESET = 444, SYS_ADD_RULE = 445, SYS_RESTRICT_SELF = 446 };
enum { ASK_VERSION = 1, RULE_PATH_BENEATH = 1 };

enum {
	EXECUTE = 1 << 0,
	WRITE_FILE = 1 << 1,
	READ_FILE = 1 << 2,
	READ_DIR = 1 << 3,
	REMOVE_FILE = 1 << 5,
	MAKE_REG = 1 << 8,
	ALL_OF_VERSION_1 = (1 << 13) - 1,
	REFER = 1 << 13,    /* version 2 */
	TRUNCATE = 1 << 14, /* version 3 */
	IOCTL_DEV = 1 << 15 /* version 5 */
};

struct ruleset {
	uint64_t files, network, scopes;
};

struct path_rule {
	uint64_t allowed;
	int32_t folder;
} __attribute__((packed));

static uint64_t
files_of_version(long version)
{
	uint64_t files = ALL_OF_VERSION_1;

	if (version >= 2)
		files |= REFER;
	if (version >= 3)
		files |= TRUNCATE;
	if (version >= 5)
		files |= IOCTL_DEV;
	return files;
}

static bool
allow_folder(int ruleset, const char *folder, uint64_t allowed)
{
	int fd = open(folder, O_PATH | O_CLOEXEC);
	struct path_rule rule = {.allowed = allowed, .folder = fd};
	bool good = fd >= 0 && syscall(SYS_ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0) == 0;

	if (fd >= 0)
		close(fd);
	return good;
}

/* A kernel without Landlock is no error. */
static void
enter_landlock(bool reads)
{
	long version = syscall(SYS_CREATE_RULESET, NULL, (size_t)0, ASK_VERSION);

	if (version < 1)
		return;
	uint64_t files = files_of_version(version),
		 kept = READ_FILE | WRITE_FILE | REMOVE_FILE | MAKE_REG | READ_DIR;
	struct ruleset rules = {files, version >= 4 ? 3 : 0, version >= 6 ? 3 : 0};
	if (reads)
		rules.files &= ~(uint64_t)(READ_FILE | READ_DIR);
	if (version >= 3)
		kept |= TRUNCATE;
	size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
	int ruleset = (int)syscall(SYS_CREATE_RULESET, &rules, size, 0);
	if (ruleset < 0)
		cli_die("entering the sandbox: %s", strerror(errno));
	if (kept_folder != NULL && !allow_folder(ruleset, kept_folder, kept & rules.files))
		cli_die("%s: keeping it out of the sandbox: %s", kept_folder, strerror(errno));
	bool no_new = stage != OUTSIDE || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
	if (!no_new || syscall(SYS_RESTRICT_SELF, ruleset, 0) != 0)
		cli_die("entering the sandbox: %s", strerror(errno));
	close(ruleset);
}

#else

static void
enter_landlock(bool reads)
{
	(void)reads;
}

#endif

void
sandbox_enter(bool reads)
{
	if (!SANDBOX_IS_BUILT || stage == ENTERED || (stage == READING && reads))
		return;
	enter_landlock(reads);
	if (wants_seccomp && stage == OUTSIDE)
		seccomp_enter(reads, kept_folder != NULL);
	stage = reads ? READING : ENTERED;
}
