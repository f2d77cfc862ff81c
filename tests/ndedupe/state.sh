#!/bin/sh
# The state file: old or new at any moment, never between. With TORTURE=1 every system call is a place to die
# and to fail at; without, those that touch the state are.
. tests/tap.sh
built ndedupe || exit 0
calls='openat flock write pwrite64 fsync close rename unlink fchmod lseek'
[ -z "${TORTURE:-}" ] || calls="$calls fstat newfstatat read mmap munmap brk exit_group getrandom poll lstat readlink"

articles() { awk -v n="$1" -v seed="$2" -f "$ROOT/tests/ndedupe/articles.awk"; }
case_lines() { seq 1 300 >old; seq 200 500 >new; seq 301 500 >fresh; : >nothing; }
case_records() {
	articles 60 1 >old
	articles 90 1 >new
	rm -f once
	ndedupe --state=once old >kept
	ndedupe --state=once new >fresh
	printf '%%rec: Article\n\n' >nothing
}

# What a state that was left behind knows must be the old or the new; and after a whole run it must be the new.
judge() {
	ndedupe --state=s --read-only new >left 2>err || { echo "refused: $(cat err)"; return; }
	cmp -s left fresh || cmp -s left nothing || { echo "neither old nor new"; return; }
	ndedupe --state=s new >left 2>err || { echo "not writable: $(cat err)"; return; }
	ndedupe --state=s --read-only new >left 2>err
	cmp -s left nothing || echo "not whole after another run"
	[ ! -e s.new ] || echo "a successor is left"
}

strace -o trace -e trace=rename true 2>/dev/null || { skip "killed at every call" "strace does not work here"; calls=; }
ASAN_OPTIONS=$ASAN_OPTIONS:detect_leaks=0 # which does not work under strace
for kind in lines records; do
	"case_$kind"
	rm -f base
	ndedupe --state=base old >/dev/null
	for how in signal=KILL error=EIO error=ENOSPC; do
		[ "$how" = signal=KILL ] || [ -n "${TORTURE:-}" ] || continue
		bad='' points=0
		for call in $calls; do
			k=1
			while [ $k -le 60 ]; do
				cp base s
				rm -f s.new
				strace -o trace -e "trace=$call" -e "inject=$call:$how:when=$k" \
					ndedupe --state=s new >out 2>err
				status=$?
				grep -q 'INJECTED\|killed by SIGKILL' trace || break
				points=$((points + 1))
				said=$(judge)
				[ -z "$said" ] || bad="$bad $call:$k($said)"
				[ $status -ne 0 ] || cmp -s out fresh || bad="$bad $call:$k(output without its whole)"
				k=$((k + 1))
			done
		done
		[ -z "$calls" ] || is "$kind: $how at $points calls: 0 bad states" "$bad" ''
		[ -z "$calls" ] || check "$kind: $how: there were calls to try" test $points -ge 10
	done
done

if [ -n "${TORTURE:-}" ]; then
	case_lines
	rm -f base
	ndedupe --state=base old >/dev/null
	bad=
	for i in $(seq 1 300); do
		cp base s
		ndedupe --state=s new >out 2>err &
		sleep "0.00$((i % 10))$((i * 7 % 10))"
		kill -9 $! 2>/dev/null
		wait $! 2>/dev/null
		said=$(judge)
		[ -z "$said" ] || bad="$bad $i($said)"
	done
	is "killed at 300 random moments: 0 bad states" "$bad" ''
fi

# Damage is seen, named, and left as it is.
articles 12 1 >old
rm -f base
ndedupe --state=base old >kept
size=$(wc -c <base)
step=$((size / 150 + 1))
[ -z "${TORTURE:-}" ] || step=7
bad=
for at in $(seq 1 $step $((size - 1))); do
	head -c "$at" base >s
	cp s before
	ndedupe --state=s old >out 2>err
	[ $? -eq 2 ] && [ ! -s out ] && cmp -s s before && grep -q '^ndedupe: s: .*left as it is' err || bad="$bad $at"
done
is "cut short anywhere: refused" "$bad" ''
bad=
for at in $(seq 0 $step $((size - 1))); do
	cp base s
	byte=$(od -An -tu1 -j "$at" -N 1 base | tr -d ' ')
	# shellcheck disable=SC2059
	printf "\\$(printf %o $(((byte + 1) % 256)))" | dd of=s bs=1 seek="$at" conv=notrunc 2>dd.err
	cp s before
	ndedupe --state=s old >out 2>err
	[ $? -eq 2 ] && [ ! -s out ] && cmp -s s before && grep -q '^ndedupe: s: ' err || bad="$bad $at"
done
is "one byte changed anywhere: refused" "$bad" ''
{ cat base; echo; } >s
ndedupe --state=s old >out 2>err
is "something behind its end: refused" "$? $(grep -c torn err)" '2 1'

# Four writers take turns: nothing is let through twice, and nothing is lost.
rm -f s
for i in 1 2 3 4; do
	(for j in 1 2 3 4 5; do seq $((i * 100 + j * 37)) $((i * 100 + j * 37 + 400)) | ndedupe --state=s; done >out.$i 2>err.$i) &
done
wait
cat out.[1-4] | sort -n >got
for i in 1 2 3 4; do for j in 1 2 3 4 5; do seq $((i * 100 + j * 37)) $((i * 100 + j * 37 + 400)); done; done | sort -nu >want
same "four writers at once: each line once" got want
is "four writers at once: no complaint" "$(cat err.[1-4])" ''

# A signal that comes just when the state is in its place is no reason to remove what the next run writes there.
if strace -o trace -e trace=rename true 2>/dev/null; then
	rm -f s
	echo a | ndedupe --state=s >out
	echo b | strace -o trace -e trace=/^rename -e inject=/^rename:delay_exit=2000000:signal=TERM ndedupe --state=s >out.a 2>err.a &
	first=$!
	sleep 0.3
	{ echo c; sleep 3; echo d; } | ndedupe --state=s >out.b 2>err.b
	is "a run beside one that a signal ends: status, output, complaint" "$? $(tr '\n' ' ' <out.b)$(cat err.b)" '0 c d '
	wait $first
	check "the signal came" grep -q 'SIGTERM' trace
	is "both runs are in the state" "$(printf '%s\n' a b c d e | ndedupe --state=s)" e
else
	skip "a signal at the rename" "strace does not work here"
fi

# A killed run's successor goes with the next run.
echo a | ndedupe --state=s2 >out
echo junk >s2.new
is "a successor left behind is no hindrance" "$(echo b | ndedupe --state=s2; ls s2.new 2>/dev/null)" b
mkdir s2.dir && ln -s s2.dir s2.new
echo c | ndedupe --state=s2 >out 2>err
is "what is in the successor's place and no file is left alone" "$? $(test -d s2.new && echo there)" '2 there'

# An article that was cut off is no reason to drop the whole one when it comes: not equal, not near, not its lines (-l).
articles 3 7 >whole
size=$(wc -c <whole)
for option in '' -e -l; do
	bad=
	for cut in 1 2 3 $(seq 5 23 600); do
		rm -f s
		# shellcheck disable=SC2086
		head -c $((size - cut)) whole | ndedupe -R $option --state=s >out 2>err
		# shellcheck disable=SC2086
		ndedupe $option --state=s whole >left
		[ "$(tail -n 3 whole | cksum)" = "$(tail -n 3 left | cksum)" ] || bad="$bad $cut"
	done
	is "a record cut off does not enter the state $option" "$bad" ''
done
head -c $((size - 9)) whole | ndedupe --state=s3 >out 2>err
is 'that is told' "$? $(grep -c 'ends within.*not remembered' err)" '0 1'
