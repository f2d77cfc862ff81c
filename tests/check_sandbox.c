/* syscall() and the calls of Linux that are tried are no part of POSIX. */
#define _GNU_SOURCE
#include "sandbox.h"

#include "cli.h"
#include "unit.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

/* --- What is tried: each gives 0, or the errno that it met ------------------------------------- */

static char folder[] = "/tmp/check_sandbox.XXXXXX";
static char old_file[64], kept_file[64], other_file[64];
static int open_file = -1;

static int
outcome(long result)
{
	return result < 0 ? errno : 0;
}

static int
read_open_file(void)
{
	char byte;
	return outcome(lseek(open_file, 0, SEEK_SET) < 0 || read(open_file, &byte, 1) != 1 ? -1 : 0);
}

static int
open_to_read(void)
{
	return outcome(open(old_file, O_RDONLY));
}

static int
open_to_write(void)
{
	return outcome(open(old_file, O_WRONLY));
}

static int
open_to_append(void)
{
	return outcome(open(old_file, O_RDWR | O_APPEND));
}

static int
cut_by_opening(void)
{
	return outcome(open(old_file, O_RDONLY | O_TRUNC));
}

static int
create(void)
{
	return outcome(open(other_file, O_WRONLY | O_CREAT | O_EXCL, 0600));
}

static int
create_beside_kept(void)
{
	return outcome(open(kept_file, O_WRONLY | O_CREAT, 0600));
}

static int
remove_file(void)
{
	return outcome(unlink(old_file));
}

static int
rename_file(void)
{
	return outcome(rename(old_file, other_file));
}

static int
make_folder(void)
{
	return outcome(mkdir(other_file, 0700));
}

static int
make_link(void)
{
	return outcome(symlink("/etc/passwd", other_file));
}

static int
list_folder(void)
{
	return outcome(open(folder, O_RDONLY | O_DIRECTORY));
}

static int
run_program(void)
{
	char *const arguments[] = {"true", NULL};
	return outcome(execv("/bin/true", arguments)); /* which ends with 0, or comes back */
}

static int
begin_process(void)
{
	pid_t pid = fork();
	if (pid == 0)
		_exit(0);
	return outcome(pid);
}

static int
connect_by_tcp(void)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(9)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd < 0 || (connect(fd, (struct sockaddr *)&to, sizeof to) != 0 && errno != ECONNREFUSED))
		return errno;
	return 0; /* nobody listens there, but it might have been asked */
}

static int
make_socket(void)
{
	return outcome(socket(AF_INET, SOCK_DGRAM, 0));
}

static int
make_local_socket(void)
{
	return outcome(socket(AF_UNIX, SOCK_STREAM, 0));
}

static int
make_socket_pair(void)
{
	int ends[2];
	return outcome(socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
}

static int
signal_another(void)
{
	return outcome(kill(getppid(), 0));
}

/* By the call that raise() needs, which is let through for this process alone. */
static int
signal_a_thread_of_another(void)
{
	return outcome(syscall(SYS_tgkill, 1, 1, 0));
}

static int
map_to_run(void)
{
	int protection = PROT_READ | PROT_WRITE | PROT_EXEC;
	return mmap(NULL, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : 0;
}

static int
make_memory_run(void)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return outcome(page == MAP_FAILED ? -1 : mprotect(page, 4096, PROT_READ | PROT_EXEC));
}

static int
become_privileged(void)
{
	return outcome(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
}

static int
steer_descriptor(void)
{
	return outcome(fcntl(STDOUT_FILENO, F_SETFL, O_NONBLOCK));
}

/* What every filter does all the time. */
static int
work(void)
{
	struct timespec now;
	struct pollfd nothing = {.fd = -1};
	struct stat status;
	int ends[2] = {open_file, -1};
	char *much = malloc((size_t)8 << 20);

	if (much == NULL)
		return ENOMEM;
	memset(much, 1, (size_t)8 << 20);
	much = realloc(much, (size_t)64 << 20);
	free(much);
	if (clock_gettime(CLOCK_MONOTONIC, &now) != 0 || poll(&nothing, 1, 0) != 0 ||
		fstat(ends[0], &status) != 0)
		return errno;
	return 0;
}

/* --- In which of the sandboxes ----------------------------------------------------------------- */

enum { READS = 1, KEEPS = 2, SECCOMP = 4 };

static bool
has_landlock(long version)
{
	return syscall(444, NULL, (size_t)0, 1) >= version;
}

/* A sandbox as a filter makes it, and one in which the last file was opened behind others. */
enum entry { AT_ONCE, AT_LAST };

static void
enter(int mode, enum entry entry)
{
	static const struct cli_tool tool = {.name = "test", .synopsis = ""};

	cli_start(&tool);
	if (mode & SECCOMP)
		sandbox_want_seccomp();
	if (mode & KEEPS)
		sandbox_will_keep(kept_file);
	if (entry == AT_LAST) {
		sandbox_enter(true);
		if (open_to_read() != 0)
			_exit(99);
	}
	sandbox_enter(entry == AT_ONCE && mode & READS);
	if (entry == AT_ONCE)
		sandbox_enter(mode & READS); /* twice does nothing */
}

/* What became of the attempt in a child that entered; its exit status is the errno, -1 if a signal ended it.
 */
static int
tried_in(int (*attempt)(void), int mode, enum entry entry)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		enter(mode, entry);
		_exit(attempt());
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int
tried(int (*attempt)(void), int mode)
{
	return tried_in(attempt, mode, AT_ONCE);
}

static int
tried_at_last(int (*attempt)(void), int mode)
{
	return tried_in(attempt, mode, AT_LAST);
}

static void
set_up(void)
{
	memcpy(folder + sizeof folder - 7, "XXXXXX", 6);
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(old_file, sizeof old_file, "%s/old", folder);
	snprintf(other_file, sizeof other_file, "%s/other", folder);
	snprintf(kept_file, sizeof kept_file, "%s/kept", folder);
	ck_assert_int_eq(mkdir(kept_file, 0700), 0);
	snprintf(kept_file, sizeof kept_file, "%s/kept/file", folder);
	open_file = open(old_file, O_RDWR | O_CREAT, 0600);
	ck_assert_int_eq(write(open_file, "x", 1), 1);
}

static void
tear_down(void)
{
	char *const arguments[] = {"rm", "-rf", folder, NULL};
	pid_t pid = fork();
	if (pid == 0)
		execv("/bin/rm", arguments);
	waitpid(pid, NULL, 0);
	close(open_file);
}

/*
 * A row a thing that is tried; a column each of Landlock, Landlock with more files to read, Landlock with a
 * file that lasts, and the same three with seccomp. '+' is allowed, '-' is refused.
 */
static const int modes[] = {0, READS, KEEPS, SECCOMP, SECCOMP | READS, SECCOMP | KEEPS};
static const struct attempt {
	const char *name;
	int (*act)(void);
	const char *verdicts;
} attempts[] = {
	{"working", work, "++++++"},
	{"reading what is open", read_open_file, "++++++"},
	{"opening for reading", open_to_read, "-+--+-"},
	{"listing a folder", list_folder, "-+--+-"},
	{"opening for writing", open_to_write, "------"},
	{"opening for appending", open_to_append, "------"},
	{"cutting a file by opening it", cut_by_opening, "------"},
	{"creating a file", create, "------"},
	{"creating a file beside the one that lasts", create_beside_kept, "--+--+"},
	{"removing a file", remove_file, "------"},
	{"renaming a file", rename_file, "------"},
	{"making a folder", make_folder, "------"},
	{"making a symbolic link", make_link, "------"},
	{"running a program", run_program, "------"},
	{"connecting by TCP", connect_by_tcp, "------"},
	{"beginning a process", begin_process, "+++---"},
	{"making a socket", make_socket, "+++---"},
	{"making a local socket", make_local_socket, "+++---"},
	{"making a pair of sockets", make_socket_pair, "+++---"},
	/* Landlock of version 6 refuses it too */
	{"a signal to another process", signal_another, "***---"},
	{"a signal to a thread of another", signal_a_thread_of_another, "***---"},
	{"memory that can be written and run", map_to_run, "+++---"},
	{"making memory run", make_memory_run, "+++---"},
	{"changing what the process may", become_privileged, "+++---"},
	{"steering a descriptor", steer_descriptor, "+++---"},
};

static void
try_all(size_t first_mode, size_t end_mode)
{
	set_up();
	for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
		const struct attempt *a = &attempts[i];
		for (size_t m = first_mode; m < end_mode; m++) {
			int error = tried(a->act, modes[m]);
			bool refused = error == EPERM || error == EACCES;
			if (a->act == connect_by_tcp && m < 3 && !has_landlock(4))
				continue;
			ck_assert_msg(a->verdicts[m] == '*' || (a->verdicts[m] == '-' ? refused : error == 0),
				"%s in mode %zu: %s", a->name, m, error < 0 ? "a signal" : strerror(error));
			unlink(kept_file);
		}
	}
	tear_down();
}

START_TEST(landlock_refuses_files_programs_and_tcp)
{
	try_all(0, 3);
}
END_TEST

START_TEST(seccomp_refuses_all_that_is_not_needed)
{
	try_all(3,
		has_landlock(1) ? 6 : 5); /* without Landlock nothing bounds where a file that lasts may be */
}
END_TEST

/* The same without a filter: so that what is refused above is refused by it. */
START_TEST(nothing_is_refused_outside)
{
	set_up();
	for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
		pid_t pid = fork();
		int status;
		if (pid == 0)
			_exit(attempts[i].act());
		ck_assert_int_eq(waitpid(pid, &status, 0), pid);
		ck_assert_msg(
			WIFEXITED(status) && (WEXITSTATUS(status) == 0 || attempts[i].verdicts[0] == '*'),
			"%s: %s", attempts[i].name, strerror(WEXITSTATUS(status)));
		unlink(kept_file), unlink(other_file), rmdir(other_file);
		close(open(old_file, O_WRONLY | O_CREAT | O_TRUNC, 0600));
		ck_assert_int_eq(write(open_file, "x", 1), 1);
	}
	tear_down();
}
END_TEST

START_TEST(reading_ends_with_the_last_file)
{
	set_up();
	for (int mode = 0; mode <= SECCOMP; mode += SECCOMP) {
		ck_assert_int_eq(tried_at_last(work, mode), 0);
		ck_assert_int_eq(tried_at_last(open_to_read, mode), EACCES);
		ck_assert_int_eq(tried_at_last(open_to_read, mode | KEEPS), EACCES);
		ck_assert_int_eq(tried_at_last(create_beside_kept, mode | KEEPS), 0);
		unlink(kept_file);
	}
	tear_down();
}
END_TEST

static int
end_by_signal(void)
{
	signal(SIGTERM, SIG_DFL); /* Check has its own handler */
	return raise(SIGTERM);
}

static int
abort_here(void)
{
	abort();
}

START_TEST(a_process_can_still_end_itself)
{
	ck_assert_int_eq(tried(end_by_signal, SECCOMP), -1);
	ck_assert_int_eq(tried(abort_here, SECCOMP), -1);
}
END_TEST

#if defined(__x86_64__)
/* getpid() as the other architecture of this kernel numbers it; here that number is writev(). */
static int
call_as_i386(void)
{
	long result;
	__asm__ volatile("int $0x80" : "=a"(result) : "a"(20) : "memory", "cc");
	return result < 0 && result > -256 ? (int)-result : 0;
}

START_TEST(another_architecture_is_no_way_out)
{
	ck_assert_int_ne(tried(call_as_i386, SECCOMP), 0); /* EPERM, or a signal where the kernel has none */
	ck_assert_int_ne(tried(call_as_i386, SECCOMP | READS | KEEPS), 0);
}
END_TEST
#else
START_TEST(another_architecture_is_no_way_out)
{
}
END_TEST
#endif

/* A kernel that has filters looks where the filter should be. */
static bool
has_seccomp(void)
{
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, NULL) != 0 && errno == EFAULT;
}

int
main(void)
{
	const TTest *tests[7] = {nothing_is_refused_outside};
	size_t n = 1;

	if (SANDBOX_IS_BUILT && has_landlock(1))
		tests[n++] = landlock_refuses_files_programs_and_tcp;
	else
		printf("ok - Landlock # SKIP this kernel or this build has none\n");
	if (SANDBOX_IS_BUILT && has_landlock(1) && has_seccomp())
		tests[n++] = reading_ends_with_the_last_file;
	if (SANDBOX_IS_BUILT && has_seccomp()) {
		tests[n++] = seccomp_refuses_all_that_is_not_needed;
		tests[n++] = a_process_can_still_end_itself;
		tests[n++] = another_architecture_is_no_way_out;
	} else {
		printf("ok - seccomp # SKIP this kernel or this build has none\n");
	}
	return unit_run("sandbox", tests);
}
