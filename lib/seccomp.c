/* syscall numbers are no part of POSIX. */
#define _GNU_SOURCE
#include "seccomp.h"

#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__linux__)
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__) && !defined(__ILP32__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__i386__)
#define ARCHITECTURE AUDIT_ARCH_I386
#elif defined(__aarch64__) && defined(__AARCH64EL__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined(__s390x__)
#define ARCHITECTURE AUDIT_ARCH_S390X
#endif
#endif

#ifdef ARCHITECTURE

enum need { ALWAYS, TO_READ, TO_KEEP, TO_CLOSE }; /* when a call is allowed */

/* A call is allowed if none of these bits is set in one of its arguments. */
struct call {
	unsigned number;
	enum need need;
	unsigned argument;
	uint32_t forbidden;
};

#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)

/*
 * All that may be asked of the kernel. A call that a processor or an older header does not have is left out;
 * where one thing has several calls the C library takes one of them. What is not here gets EPERM and not
 * death, so that a C library which tries something new first falls back.
 */
static const struct call calls[] = {
	/* bytes in and out */
	{SYS_read, ALWAYS, 0, 0},
	{SYS_write, ALWAYS, 0, 0},
	{SYS_writev, ALWAYS, 0, 0},
	{SYS_close, ALWAYS, 0, 0},
	{SYS_lseek, ALWAYS, 0, 0},
	{SYS_ppoll, ALWAYS, 0, 0},
#ifdef SYS_poll
	{SYS_poll, ALWAYS, 0, 0},
#endif
#ifdef SYS_ppoll_time64
	{SYS_ppoll_time64, ALWAYS, 0, 0},
#endif
#ifdef SYS__llseek
	{SYS__llseek, ALWAYS, 0, 0},
#endif

	/* how long a file is, and whether it is one; the C library asks all of these for fstat() */
	{SYS_fstat, ALWAYS, 0, 0},
#ifdef SYS_newfstatat
	{SYS_newfstatat, ALWAYS, 0, 0},
#endif
#ifdef SYS_fstat64
	{SYS_fstat64, ALWAYS, 0, 0},
	{SYS_fstatat64, ALWAYS, 0, 0},
#endif
#ifdef SYS_statx
	{SYS_statx, ALWAYS, 0, 0},
#endif

/* memory, but none that can be run; mmap() of s390 has its arguments in memory, where no filter sees them */
#if defined(SYS_mmap2)
	{SYS_mmap2, ALWAYS, 2, PROT_EXEC},
#elif defined(__s390x__)
	{SYS_mmap, ALWAYS, 0, 0},
#else
	{SYS_mmap, ALWAYS, 2, PROT_EXEC},
#endif
	{SYS_mprotect, ALWAYS, 2, PROT_EXEC},
	{SYS_brk, ALWAYS, 0, 0},
	{SYS_munmap, ALWAYS, 0, 0},
	{SYS_mremap, ALWAYS, 0, 0},
	{SYS_madvise, ALWAYS, 0, 0},
	/* qsort() asks how much there is, and takes what it finds for an answer even if there was none */
	{SYS_sysinfo, ALWAYS, 0, 0},

	/* the clock, for --progress; random bytes, for hash keys; the locks of the C library */
	{SYS_clock_gettime, ALWAYS, 0, 0},
	{SYS_gettimeofday, ALWAYS, 0, 0},
#ifdef SYS_time
	{SYS_time, ALWAYS, 0, 0},
#endif
#ifdef SYS_clock_gettime64
	{SYS_clock_gettime64, ALWAYS, 0, 0},
#endif
	{SYS_getrandom, ALWAYS, 0, 0},
	{SYS_futex, ALWAYS, 0, 0},

	/* signals that come, and the end; for what goes out see allow_own_signals() */
	{SYS_rt_sigreturn, ALWAYS, 0, 0},
#ifdef SYS_sigreturn
	{SYS_sigreturn, ALWAYS, 0, 0},
#endif
	{SYS_rt_sigaction, ALWAYS, 0, 0},
	{SYS_rt_sigprocmask, ALWAYS, 0, 0},
	{SYS_restart_syscall, ALWAYS, 0, 0},
	{SYS_getpid, ALWAYS, 0, 0},
	{SYS_gettid, ALWAYS, 0, 0},
	{SYS_exit, ALWAYS, 0, 0},
	{SYS_exit_group, ALWAYS, 0, 0},

	/* files of the command line that are not open yet */
	{SYS_openat, TO_READ, 2, WRITING},
#ifdef SYS_open
	{SYS_open, TO_READ, 1, WRITING},
#endif

	/* the three of Landlock, which can take away only: reading ends with the last file */
	{444, TO_CLOSE, 0, 0},
	{445, TO_CLOSE, 0, 0},
	{446, TO_CLOSE, 0, 0},

	/* a file that lasts; where the kernel has Landlock, its folder is all that these reach */
	{SYS_openat, TO_KEEP, 0, 0},
	{SYS_flock, TO_KEEP, 0, 0},
	{SYS_fsync, TO_KEEP, 0, 0},
	{SYS_fchmod, TO_KEEP, 0, 0},
	{SYS_getcwd, TO_KEEP, 0, 0},
	{SYS_readlinkat, TO_KEEP, 0, 0},
	{SYS_unlinkat, TO_KEEP, 0, 0},
	{SYS_renameat2, TO_KEEP, 0, 0},
#ifdef SYS_renameat
	{SYS_renameat, TO_KEEP, 0, 0},
#endif
#ifdef SYS_open
	{SYS_open, TO_KEEP, 0, 0},
	{SYS_stat, TO_KEEP, 0, 0},
	{SYS_lstat, TO_KEEP, 0, 0},
	{SYS_readlink, TO_KEEP, 0, 0},
	{SYS_unlink, TO_KEEP, 0, 0},
	{SYS_rename, TO_KEEP, 0, 0},
#endif
#ifdef SYS_stat64
	{SYS_stat64, TO_KEEP, 0, 0},
	{SYS_lstat64, TO_KEEP, 0, 0},
#endif
};

enum { CALLS = sizeof calls / sizeof *calls, MOST_STEPS = 8 * CALLS };

/* A call takes at most seven steps, and a jump over half of them has a byte for its length. */
_Static_assert(CALLS / 2 * 7 < 256, "more calls than a jump can pass over");

struct program {
	struct sock_filter steps[MOST_STEPS];
	unsigned short count;
};

static void
add(struct program *p, unsigned code, uint32_t value, unsigned if_true, unsigned if_false)
{
	p->steps[p->count++] =
		(struct sock_filter){(uint16_t)code, (uint8_t)if_true, (uint8_t)if_false, value};
}

static void
load(struct program *p, size_t offset)
{
	add(p, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

/* The lower half of an argument: all flags, and numbers of processes, are in it. */
static void
load_argument(struct program *p, unsigned argument)
{
	bool big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__;
	load(p, offsetof(struct seccomp_data, args) + 8 * argument + (big_endian ? 4 : 0));
}

static void
answer(struct program *p, bool allowed)
{
	add(p, BPF_RET | BPF_K, allowed ? SECCOMP_RET_ALLOW : SECCOMP_RET_ERRNO | EPERM, 0, 0);
}

/* A call of another architecture (int 0x80 on x86-64) has other numbers: none of them is allowed. */
static void
refuse_other_architectures(struct program *p)
{
	load(p, offsetof(struct seccomp_data, arch));
	add(p, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
	answer(p, false);
	load(p, offsetof(struct seccomp_data, nr));
}

/* raise() and abort(): a process may end itself by a signal, and send none to another one. */
static void
allow_own_signals(struct program *p)
{
	add(p, BPF_JMP | BPF_JEQ | BPF_K, SYS_tgkill, 0, 4);
	load_argument(p, 0);
	add(p, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 0, 1);
	answer(p, true);
	answer(p, false);
}

/* Ends in an answer if it is this call, else leaves the number where the next one looks for it. */
static void
allow_call(struct program *p, const struct call *call)
{
	bool all = call->forbidden == 0;

	add(p, BPF_JMP | BPF_JEQ | BPF_K, call->number, 0, all ? 1 : 4);
	if (!all) {
		load_argument(p, call->argument);
		add(p, BPF_JMP | BPF_JSET | BPF_K, call->forbidden, 0, 1);
		answer(p, false);
	}
	answer(p, true);
}

/*
 * The calls in order of their numbers, by halves: the kernel runs the program for every call that it has when
 * it is entered, to know which are allowed whatever their arguments.
 */
static void
allow_calls(struct program *p, const struct call *const *sorted, size_t n)
{
	if (n <= 2) {
		for (size_t i = 0; i < n; i++)
			allow_call(p, sorted[i]);
		answer(p, false);
		return;
	}
	struct sock_filter *branch = &p->steps[p->count];
	add(p, BPF_JMP | BPF_JGE | BPF_K, sorted[n / 2]->number, 0, 0);
	allow_calls(p, sorted, n / 2);
	branch->jt = (uint8_t)(&p->steps[p->count] - branch - 1);
	allow_calls(p, sorted + n / 2, n - n / 2);
}

static int
by_number(const void *a, const void *b)
{
	const struct call *const *x = a, *const *y = b;
	return ((*x)->number > (*y)->number) - ((*x)->number < (*y)->number);
}

/* openat() is listed twice, and is needed once. */
static bool
is_needed(const struct call *call, bool reads, bool keeps)
{
	switch (call->need) {
	case TO_READ:
		return reads && !keeps;
	case TO_KEEP:
		return keeps;
	case TO_CLOSE:
		return reads;
	default:
		return true;
	}
}

void
seccomp_enter(bool reads, bool keeps)
{
	const struct call *allowed[CALLS];
	struct program p = {.count = 0};
	size_t n = 0;

	for (const struct call *call = calls; call < calls + CALLS; call++)
		if (is_needed(call, reads, keeps))
			allowed[n++] = call;
	qsort(allowed, n, sizeof *allowed, by_number);
	refuse_other_architectures(&p);
	allow_own_signals(&p);
	allow_calls(&p, allowed, n);
	struct sock_fprog whole = {p.count, p.steps};
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
		prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) != 0)
		cli_die("option --seccomp: this kernel refuses it: %s; leave the option out",
			strerror(errno));
}

#else

void
seccomp_enter(bool reads, bool keeps)
{
	(void)reads;
	(void)keeps;
	cli_die("option --seccomp: needs Linux on x86-64, i386, aarch64 or s390x; leave the option out");
}

#endif
