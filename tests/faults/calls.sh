#!/bin/sh
# Every system call of every tool fails, one at a time: exit 0 with the same bytes, or 2 with a message. Each fails in
# one way, the next in the next; with TORTURE=1 each in every way.
. tests/tap.sh
if [ -n "$SANITIZE" ]; then
	skip 'errors of system calls' 'strace and sanitizers do not go together'
	exit 0
fi

# Those that fail before main() are the loader's to report; its first mmap() it takes for granted. brk() has no errors: what
# strace injects is taken for an address.
loader='error while loading|cannot open shared|cannot allocate|cannot map|cannot read file|cannot apply|cannot create|cannot close|cannot stat|failed to map|cannot change memory|cannot enable'

for tool in $TOOLS; do
	built "$tool" || continue
	sample "$tool" in 4 40
	"$tool" in >want
	strace -qq -o calls "$tool" in >/dev/null
	bad=
	points=0
	sed -nE 's/^([a-z0-9_]+)\(.*/\1/p' calls | grep -vE '^(brk|execve|exit|exit_group|rt_sigreturn|arch_prctl|set_tid_address|set_robust_list|rseq)$' |
		awk -v all="${TORTURE:-}" 'BEGIN { ways = split("EIO ENOSPC EINTR EAGAIN ENOMEM EMFILE", error, " ") }
			{ n[$1]++; for (i = 1; i <= ways; i++) if (all || i == NR % ways + 1) print $1, n[$1], error[i] }' >points
	while read -r call when error; do
		points=$((points + 1))
		run strace -qq -o trace -e trace="$call" -e inject="$call:error=$error:when=$when" "$tool" in
		if [ $status -eq 0 ]; then
			cmp -s out want || bad="$bad $call#$when:$error:differs"
		elif grep -qE "$loader" err || [ "$call$when" = mmap1 ]; then
			:
		elif [ $status -ne 2 ]; then
			bad="$bad $call#$when:$error:$status"
		elif ! grep -q "^$tool: " err; then
			bad="$bad $call#$when:$error:mute"
		fi
	done <points
	is "$tool, $points failing system calls" "$bad" ''
done
