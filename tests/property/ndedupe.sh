#!/bin/sh
# ndedupe's promises: lines as awk does it, byte for byte; records whole, in order, first one wins.
. tests/tap.sh
built ndedupe || exit 0

differ=
for seed in $(seq 1 40); do
	{ dirty bytes "$seed" 50; dirty page "$seed" 60; dirty bytes "$seed" 40; } >in
	[ $((seed % 2)) -eq 0 ] || printf 'no line feed' >>in
	gawk -b '!s[$0]++' in >want
	ndedupe in >out || differ="$differ $seed:status"
	cmp -s out want || differ="$differ $seed"
done
is "lines are awk '!s[\$0]++''s, byte for byte" "$differ" ''
ndedupe <in >out
same 'the same from standard input' out want
cat in in | ndedupe >out
ndedupe in in >twice
same 'operands are as one stream' twice out

rewritten=
for seed in $(seq 1 20); do
	{ dirty rec "$seed" 20; dirty rec "$seed" 12; } >in.rec
	for option in '' -w -e -l; do
		# shellcheck disable=SC2086
		ndedupe $option in.rec >out.rec || rewritten="$rewritten $seed$option:status"
		visible out.rec <in.rec || rewritten="$rewritten $seed$option"
		recfix --check out.rec >/dev/null 2>&1 || rewritten="$rewritten $seed$option:recfix"
		# shellcheck disable=SC2086
		ndedupe $option out.rec | cmp -s - out.rec || rewritten="$rewritten $seed$option:again"
	done
done
is 'records come out as they went in, and a second time all of them' "$rewritten" ''
{ dirty rec 3 40; dirty rec 3 40; } >in.rec
is '-e: equal records once' "$(dirty rec 3 40 | ndedupe -e | grep -c '^Id: ')" "$(ndedupe -e in.rec | grep -c '^Id: ')"
is '-w drops no record' "$(grep -c '^Id: ' in.rec)" "$(ndedupe -w in.rec | grep -c '^Id: ')"
