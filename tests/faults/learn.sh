#!/bin/sh
# The memory of nstrip --learn: killed or failing at any call it is the old one or the new one; what is damaged or
# foreign is refused and left alone; runs at the same time add up. TORTURE=1 tries every call, else every third.
. tests/tap.sh
built nstrip || exit 0

for n in 1 2 3 4; do dirty clean $n 60 >"p$n"; done
dirty rec 3 40 | sed 's|^Page: \(.*\)|&\nUrl: https://news.example.org/\1|' >in.rec
nstrip --learn=old p1 p2 >/dev/null
cp old new
nstrip --learn=new in.rec p3 >/dev/null
check 'a second run learns more' sh -c '! cmp -s old new'
cp old again
nstrip --learn=again in.rec p3 >/dev/null
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

# Four at once.
for n in 1 2 3 4; do nstrip --learn=four "p$n" >"out$n" & done
wait
nstrip --learn=one p1 p2 p3 p4 >out
check 'four at once add up: as many lines as one run' test "$(wc -c <four)" -eq "$(wc -c <one)"

if [ -n "$SANITIZE" ]; then
	skip 'nstrip --learn killed at its calls' 'strace and sanitizers do not go together'
	exit 0
fi
calls='openat,write,pwrite64,fsync,fdatasync,rename,renameat,close,ftruncate,unlink,flock,fcntl,link,fchmod,mmap'
cp old state
strace -qq -o calls -e trace="$calls" nstrip --learn=state in.rec p3 >/dev/null
sed -nE 's/^([a-z0-9_]+)\(.*/\1/p' calls | awk -v all="${TORTURE:-}" '{ n[$1]++ } all || NR % 3 == 0 { print $1, n[$1] }' >points
bad=
while read -r call when; do
	cp old state
	strace -qq -o trace -e trace="$call" -e inject="$call:signal=KILL:when=$when" nstrip --learn=state in.rec p3 >out 2>err
	cmp -s state old || cmp -s state new || bad="$bad $call#$when"
	nstrip --learn=state p4 >out 2>err || bad="$bad $call#$when:after"
done <points
is "killed at $(wc -l <points) calls: the memory is the old one or the new one" "$bad" ''
bad=
while read -r call when; do
	# A close() that strace lets fail does not close: the lock would stay.
	case $call in mmap | close) continue ;; esac
	for error in EIO ENOSPC; do
		cp old state
		run strace -qq -o trace -e trace="$call" -e inject="$call:error=$error:when=$when" nstrip --learn=state in.rec p3
		case $status in
		0) cmp -s state new || bad="$bad $call#$when:$error:lost" ;;
		2) # An input that can't be opened is not learned; the others are.
			[ "$call" = openat ] || cmp -s state old || cmp -s state new || bad="$bad $call#$when:$error:torn"
			nstrip --learn=state p4 >out 2>err || bad="$bad $call#$when:$error:after" ;;
		127) ;; # the loader
		*) bad="$bad $call#$when:$error:$status" ;;
		esac
	done
done <points
is 'errors at these calls: exit 2 and the old one, or the new one' "$bad" ''
