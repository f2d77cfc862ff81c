#!/bin/sh
# nsplit's promises, on generated pages: lossless, stable, valid, the same whatever pages stand beside.
. tests/tap.sh
built nsplit || exit 0

# The values that come from the page.
from_page() { sed -nE '/^(Id|Page|Url|Headline|Crawled|Language): /d;s/^[A-Za-z][A-Za-z0-9_]*: //p' "$1"; }

lost=
refused=
names=
for seed in $(seq 1 60); do
	kind=page
	[ $((seed % 2)) -eq 0 ] || kind=clean
	dirty $kind "$seed" $((seed * 3)) >"p$seed.txt"
	nsplit "p$seed.txt" >"p$seed.rec" || refused="$refused $seed:status"
	from_page "p$seed.rec" | visible >got
	visible <"p$seed.txt" >want
	cmp -s got want || lost="$lost $seed"
	recfix --check "p$seed.rec" >/dev/null 2>&1 || refused="$refused $seed"
	[ "$(sed -n 's/^Id: //p' "p$seed.rec")" = "$(grep -c '^Id: ' "p$seed.rec" | xargs seq 1 | sed "s/^/p$seed.txt#/")" ] ||
		names="$names $seed"
done
is 'lossless: every visible character once, in order' "$lost" ''
is 'recfix accepts every page' "$refused" ''
is 'records are called page#1, page#2 ...' "$names" ''

# More lines than are held at a time, with line ends of all kinds.
dirty page 7 60000 >many
nsplit many | from_page /dev/stdin | visible >got
visible <many >want
same 'lossless on a page of many lines' got want
check 'which are more than are held' test "$(wc -l <many)" -gt 20000

nsplit p?.txt p??.txt >all.rec
{
	printf '%%rec: Article\n\n'
	for page in p?.txt p??.txt; do nsplit "$page" | sed '1,2d'; done
} >parts.rec
same 'pages together are as pages apart' all.rec parts.rec
nsplit p?.txt p??.txt >again.rec
same 'the same in every run' all.rec again.rec
nsplit - <p4.txt >stdin.rec
check 'standard input is a page too' grep -q '^Text: ' stdin.rec

# A record has one title; other Title fields repeat it.
is 'a record has one title' "$(awk '/^$/ { title = "" } /^Title: / { if (title != "" && $0 != title) print "two:", title, $0; title = $0 }' all.rec)" ''

tr -d '\000' <p6.txt >a
tr -d '\000' <p8.txt >b
{ cat a; printf '\0'; cat b; } >both
nsplit -0 both | from_page /dev/stdin | visible >got
cat a b | visible >want
same '-0 loses nothing' got want
printf 'start\nOne two three.\nstart\nFour five six.\n' >dump
is '-d begins a page at each match' "$(nsplit -d '^start$' dump | sed -n 's/^Page: //p' | sort -u | wc -l)" 2
