#!/bin/sh
# nstrip's promises, on generated input: it never rewrites, and parts apart are as parts together.
. tests/tap.sh
built nstrip || exit 0

rewritten=
refused=
for seed in $(seq 1 40); do
	dirty page "$seed" $((seed * 3)) >page
	nstrip page >out || refused="$refused $seed:status"
	visible out <page || rewritten="$rewritten page$seed"
	dirty rec "$seed" 12 >in.rec
	nstrip in.rec >out.rec || refused="$refused $seed:status"
	visible out.rec <in.rec || rewritten="$rewritten rec$seed"
	recfix --check out.rec >/dev/null 2>&1 || refused="$refused $seed"
	nstrip -b in.rec >body.rec
	visible body.rec <out.rec || rewritten="$rewritten body$seed"
done
is 'what comes out is part of what went in' "$rewritten" ''
is 'recfix accepts what comes out' "$refused" ''

dirty rec 1 60 >a.rec
dirty rec 2 60 | sed 's/^Page: p/Page: q/;s/^Id: p/Id: q/' >b.rec
cat a.rec b.rec | nstrip >together
{ nstrip a.rec && nstrip b.rec | sed '1,2d'; } >apart
same 'records apart are as records together' together apart
nstrip a.rec b.rec >operands
same 'operands are as one stream' together operands
dirty page 3 50 >p
dirty page 4 50 >q
nstrip p q >together
{ nstrip p; nstrip q; } >apart
same 'pages apart are as pages together' together apart

# -m shows everything: without the marks it is the input.
dirty clean 5 80 >page
nstrip -m page | sed 's/^[-+] //' >unmarked
same '-m loses nothing' unmarked page
nstrip -m page | sed '/^- /d;s/^+ //' | grep . >kept
nstrip page | grep . >out
same '-m marks what goes' kept out
