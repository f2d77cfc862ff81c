#!/bin/sh
# Every system call of every tool fails, one at a time, with a file that lasts and without: exit 0 with the same bytes, or 2
# with a message and what lasts as it was. Each fails in one way, the next in the next; with TORTURE=1 each in every way.
. tests/tap.sh
if [ -n "$SANITIZE" ]; then
	skip 'errors of system calls' 'strace and sanitizers do not go together'
	exit 0
fi
export SOURCE_DATE_EPOCH=1767225600 # the day is in the state of ndedupe

# Those that fail before main() are the loader's to report; its first mmap() it takes for granted. brk() has no errors: what
# strace injects is taken for an address. Landlock's calls fail where there is none: that is no error, and tested for elsewhere.
loader='error while loading|cannot open shared|cannot allocate|cannot map|cannot read file|cannot apply|cannot create|cannot close|cannot stat|failed to map|cannot change memory|cannot enable'
exempt='brk|execve|exit|exit_group|rt_sigreturn|arch_prctl|set_tid_address|set_robust_list|rseq'

# points: from the file calls, each call and its turn, with the ways in which it is to fail.
points() {
	sed -nE 's/^([a-z0-9_]+)\(.*/\1/p' calls | grep -vE "^($exempt)\$" |
		awk -v all="${TORTURE:-}" 'BEGIN { ways = split("EIO ENOSPC EINTR EAGAIN ENOMEM EMFILE", error, " ") }
			{ n[$1]++; for (i = 1; i <= ways; i++) if (all || i == NR % ways + 1) print $1, n[$1], error[i] }'
}

# judge POINT: what the last run did, against the files want, base and whole.
judge() {
	if [ $status -eq 0 ]; then
		cmp -s out want || bad="$bad $1:differs"
		[ ! -e whole ] || cmp -s kept whole || bad="$bad $1:not kept"
	elif grep -qE "$loader" err || [ "$call$when" = mmap1 ]; then
		:
	elif [ $status -ne 2 ]; then
		bad="$bad $1:$status"
	elif ! grep -q "^$tool: " err; then
		bad="$bad $1:mute"
	elif [ -e whole ] && ! cmp -s kept base && ! { cmp -s out want && cmp -s kept whole; }; then
		bad="$bad $1:what is kept is not what was written"
	fi
	[ ! -e kept.new ] || bad="$bad $1:a successor is left"
}

# torture COMMAND...: with a file `kept` that lasts if there is one.
torture() {
	tool=$1
	bad='' count=0
	[ ! -e base ] || cp base kept
	"$@" >want
	[ ! -e base ] || { cp kept whole && cp base kept; }
	strace -qq -o calls "$@" >/dev/null
	points >points
	while read -r call when error; do
		count=$((count + 1))
		rm -f kept.new
		[ ! -e base ] || cp base kept
		run strace -qq -o trace -e trace="$call" -e inject="$call:error=$error:when=$when" "$@"
		judge "$call#$when:$error"
	done <points
	is "$*: $count failing system calls" "$bad" ''
	check "$*: there were calls to fail" test $count -ge 30
}

for tool in $TOOLS; do
	built "$tool" || continue
	sample "$tool" in 4 40
	torture "$tool" in
done
sample nsplit page 4 40
torture nsplit -d '^[A-Z]' page
torture nstrip page
torture nents page
torture ncsv -o jsonl in
torture ndedupe --seccomp in in
nsplit page | sed 's|^Page: .*|&\nUrl: https://news.example.org/|' >new.rec
head -n 12 new.rec >old.rec
printf 'drop ^Share\n' >rules
torture nstrip -r rules --no-jit new.rec
nstrip --learn=base old.rec >/dev/null
torture nstrip --learn=kept new.rec
rm base kept whole
ndedupe --state=base old.rec >/dev/null
torture ndedupe --state=kept new.rec
rm base kept whole
ndedupe --state=base rules >/dev/null
torture ndedupe --state=kept page
