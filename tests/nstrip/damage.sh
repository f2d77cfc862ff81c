#!/bin/sh
# A memory of nstrip --learn that is torn, changed or foreign is refused and left alone; a symbolic link stays one.
. tests/tap.sh
built nstrip || exit 0

for n in 1 2 3 4; do dirty clean $n 60 >"p$n"; done
dirty rec 3 40 | sed 's|^Page: \(.*\)|&\nUrl: https://news.example.org/\1|' >in.rec
nstrip --learn=old p1 p2 >/dev/null
cp old new
nstrip --learn=new in.rec >/dev/null
nstrip --learn=new p3 >/dev/null
check 'a second run learns more' sh -c '! cmp -s old new'
cp old again
nstrip --learn=again in.rec >/dev/null
nstrip --learn=again p3 >/dev/null
same 'the same pages make the same memory' again new

# Torn and foreign files.
bad=
size=$(wc -c <new)
for cut in 1 7 8 15 16 31 32 63 64 100 $((size / 2)) $((size - 1)); do
	head -c "$cut" new >torn
	cp torn before
	run nstrip --learn=torn p1
	[ $status -eq 2 ] && [ -s err ] && cmp -s torn before || bad="$bad cut$cut:$status"
done
for at in 0 3 8 12 20 40 64 $((size / 3)) $((size / 2)) $((size - 2)); do
	{ head -c "$at" new; printf '\252'; tail -c +$((at + 2)) new; } >torn
	cmp -s torn new && continue
	cp torn before
	run nstrip --learn=torn p1
	[ $status -eq 2 ] && cmp -s torn before || bad="$bad flip$at:$status"
done
is 'a torn or changed memory is refused and left alone' "$bad" ''
printf 'this is no memory at all, but a letter to an old friend of many lines\n' >letter
cp letter before
run nstrip --learn=letter p1
ends 'a foreign file is refused' 2 '^nstrip: .*letter: not a memory'
same 'a foreign file is left alone' letter before
ln -s "$TMP/target" link
cp old target
run nstrip --learn=link p3
check 'a symbolic link stays one' test -h link
