/*
 * sandbox: what a filter gives up before it reads data that nobody vouches for. Landlock (landlock(7), Linux
 * 5.13) takes away the file system and TCP; a kernel without it is no error. lib/seccomp takes away nearly
 * all system calls where --seccomp asks for it. Builds with sanitizers and for coverage (NO_SANDBOX) keep
 * everything, since those write files at exit.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define NO_SANDBOX
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define NO_SANDBOX
#endif

#ifdef NO_SANDBOX
enum { SANDBOX_IS_BUILT = 0 };
#else
enum { SANDBOX_IS_BUILT = 1 };
#endif

/* --seccomp: sandbox_enter() will call seccomp_enter() too. */
void sandbox_want_seccomp(void);

/* The file at this path and its successor beside it may be written later on: its folder stays open to that.
 */
void sandbox_will_keep(const char *path);

/*
 * Enters. After it no file can be written, created, removed or run, save where sandbox_will_keep() said so;
 * none can be opened for reading either unless `reads`, which is for files named on the command line that are
 * not open yet. Dies if the kernel has Landlock and refuses it, or lacks the seccomp that was wanted. A
 * second call without `reads` takes reading away too, once the last file is open; other calls do nothing.
 */
void sandbox_enter(bool reads);

#endif
