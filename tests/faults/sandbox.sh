#!/bin/sh
# After the files are open nothing more can be: what the kernel is asked for, and what a call that comes too late gets.
. tests/tap.sh
if [ -n "$SANITIZE" ]; then
	skip 'the sandbox' 'sanitizers write files at exit: their builds have none'
	exit 0
fi
strace -o trace -e trace=landlock_create_ruleset true 2>/dev/null || { skip 'the sandbox' 'strace does not work here'; exit 0; }
printf 'Text of a page.\n' >in
built nsplit || exit 0
strace -o trace nsplit in >out
if ! grep -q 'landlock_create_ruleset(NULL, 0.* = [1-9]' trace; then
	skip 'the sandbox' 'this kernel has no Landlock'
	exit 0
fi
for tool in $TOOLS; do
	built "$tool" || continue
	sample "$tool" in
	strace -o trace "$tool" in >out
	check "$tool restricts itself" grep -q 'landlock_restrict_self.* = 0' trace
	is "$tool opens nothing after that" "$(sed '1,/landlock_restrict_self/d' trace | grep -cE '^(openat|open|execve|socket|connect|fork|clone)')" 0
	is "$tool takes away reading too, with one file" "$(grep -c 'landlock_create_ruleset({.*READ_FILE' trace)" 1
	strace -o trace "$tool" in in >out
	is "$tool gives up reading with the last of two" "$(grep -c 'landlock_restrict_self.* = 0' trace)" 2
	is "$tool can still read the second of two" "$(sed '1,/landlock_restrict_self/d' trace | grep -c '^openat(.*O_RDONLY.* = [3-9]')" 1
done
