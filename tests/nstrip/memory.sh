#!/bin/sh
# The memory of sites: the old file or the new one at any moment, and what runs at the same time learn adds up. With
# TORTURE=1 every system call is a place to die and to fail at; without, those that touch the file are.
. tests/tap.sh
built nstrip || exit 0
calls='openat flock write fsync close rename unlink fchmod lseek'
[ -z "${TORTURE:-}" ] || calls="$calls fstat newfstatat read mmap munmap brk exit_group poll lstat readlink"

# pages FROM TO: records of one site that share two lines.
pages() {
	for i in $(seq "$1" "$2"); do
		printf 'Id: %d\nPage: %d\nUrl: https://www.news.example/%d\nText: Story %d is here.\n' "$i" "$i" "$i" "$i"
		printf 'Text: All of our promises.\nText: Call us.\n\n'
	done
}
pages 1 20 >old
pages 21 40 >new
nstrip -R --learn=base old >/dev/null
cp base whole
nstrip -R --learn=whole new >want
cp base again
nstrip -R --learn=again new >/dev/null
same 'the same lesson is the same file' again whole
is 'what was learned is used' "$(grep -c promises want)" 0
is 'and stories stay' "$(grep -c Story want)" 20

# A page that is seen again counts no second time: whatever the order, with a name or without, from a file or standard input.
{ pages 1 4; pages 1 4; pages 2 3; } >turns
for round in 1 2 3; do nstrip -R --learn=turned turns >out; done
pages 1 4 >four
nstrip -R --learn=once four >/dev/null
same 'four pages in many turns are the lesson of four' turned once
is 'and nothing of them goes' "$(grep -c ^Text out)" 30
for how in '' '/^Url/d' '/^Page/d' '/^Id/d' '/^(Url|Id)/d' '/^(Url|Page)/d' '/^(Url|Page|Id)/d' '/^(Url|Id)/d;s/^Page: .*/Page: -/'; do
	rm -f lesson
	pages 1 4 | sed -E "$how" >four
	for round in 1 2 3 4; do nstrip -R --learn=lesson four >out; done
	is "less $how: four pages again and again stay" "$(grep -c 'Story\|promises' out)" 8
	pages 5 5 | sed -E "$how" >fifth
	nstrip -R --learn=lesson fifth >out
	is "less $how: a fifth, and what all have is known" "$(grep -c Story out) $(grep -c promises out)" '1 0'
done
for page in one two three four five six; do
	printf 'The talks in %s began on Monday, the minister of trade said there.\nAll of our promises to you, the reader, are kept every day.\n' \
		$page >"$page.txt"
done
for round in 1 2 3 4 5 6; do nstrip --learn=again one.txt >out; done
same 'a plain page again and again stays' out one.txt
for round in 1 2 3 4 5 6; do nstrip --learn=again2 <one.txt >out; done
same 'on standard input too' out one.txt
for page in one two three four five six; do nstrip --learn=input <$page.txt >out; done
is 'but others there are others' "$(grep -c promises out) $(grep -c talks out)" '0 1'

if ! strace -o trace -e trace=rename true 2>/dev/null; then
	skip 'killed at every call' 'strace does not work here'
	calls=
fi
ASAN_OPTIONS=$ASAN_OPTIONS:detect_leaks=0 # which does not work under strace
for how in signal=KILL error=EIO error=ENOSPC; do
	bad='' points=0
	for call in $calls; do
		k=1
		while [ $k -le 60 ]; do
			cp base m
			rm -f m.new
			timeout -s KILL 20 strace -o trace -e "trace=$call" -e "inject=$call:$how:when=$k" nstrip -R --learn=m new >out 2>err
			status=$?
			grep -q 'INJECTED\|killed by SIGKILL' trace || break
			points=$((points + 1))
			cmp -s m base || cmp -s m whole || bad="$bad $call:$k(neither old nor new)"
			[ $status -ne 0 ] || cmp -s out want || bad="$bad $call:$k(output not whole)"
			nstrip -R --learn=m new >/dev/null 2>err || bad="$bad $call:$k($(cat err))"
			[ ! -e m.new ] || bad="$bad $call:$k(a successor is left)"
			k=$((k + 1))
		done
	done
	[ -z "$calls" ] || is "$how at $points calls: 0 bad memories" "$bad" ''
	[ -z "$calls" ] || check "$how: there were calls to try" test $points -ge 10
done

for i in 0 1 2 3; do pages $((i * 10 + 1)) $((i * 10 + 10)) >part$i; done
for i in 0 1 2 3; do nstrip -R --learn=serial part$i >/dev/null; done
for round in 1 2 3 4 5; do
	rm -f shared
	for i in 0 1 2 3; do nstrip -R --learn=shared part$i >/dev/null & done
	wait
	same "four at once add up, round $round" shared serial
done
rm -f shared
for i in 0 1 2 3; do nstrip -R --learn=shared part0 >/dev/null & done
wait
nstrip -R --learn=alone part0 >/dev/null
same 'four at once with the same pages learn them once' shared alone

if [ -n "${TORTURE:-}" ]; then
	bad=
	for i in $(seq 1 1000); do
		cp base m
		nstrip -R --learn=m new >/dev/null 2>&1 &
		sleep "0.00$((i % 10))$((i / 10 % 10))"
		kill -KILL $! 2>/dev/null
		wait $! 2>/dev/null
		cmp -s m base || cmp -s m whole || bad="$bad $i"
	done
	is 'killed 1000 times at random: 0 bad memories' "$bad" ''
fi

mkdir folder
ln -s ../serial folder/link
nstrip -R --learn=folder/link old >/dev/null
check 'a symbolic link stays one' test -L folder/link
is 'a file that is not ours stays as it is' "$(printf hello >n; nstrip -R --learn=n old >/dev/null 2>&1; echo $?; cat n)" "2
hello"
