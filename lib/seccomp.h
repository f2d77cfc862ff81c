/*
 * seccomp: the sandbox's second wall, for those who ask for it with --seccomp: the kernel answers EPERM to
 * every system call but those that a filter needs once it has begun (seccomp(2), filters in BPF). lib/sandbox
 * enters it.
 */
#ifndef SECCOMP_H
#define SECCOMP_H

#include <stdbool.h>

/*
 * Enters, for good. reads: files may still be opened, for reading alone; keeps: a file that lasts may still
 * be replaced (lib/keep), so files may be opened for writing too. Dies, saying what helps, where the system
 * or the processor is none that it knows or the kernel refuses.
 */
void seccomp_enter(bool reads, bool keeps);

#endif
