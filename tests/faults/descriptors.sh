#!/bin/sh
# Standard descriptors that are closed, in every combination: an error where one is needed, and never data in another file.
. tests/tap.sh

# closing LIST COMMAND: runs the command by a shell with these descriptors closed.
closing() {
	set -- "$2$(printf %s "$1" | sed 's/0/ <\&-/;s/1/ >\&-/;s/2/ 2>\&-/')"
	timeout -s KILL 60 sh -c "$1" <in >out 2>err
	status=$?
}

for tool in $TOOLS; do
	built "$tool" || continue
	sample "$tool" in
	cp in before
	"$tool" in >want
	"$tool" <in >want.stdin
	bad=
	for closed in 0 1 2 01 02 12 012; do
		closing $closed "$tool in"
		case $closed in
		*1*) [ $status -eq 2 ] && [ ! -s out ] || bad="$bad $closed:$status" ;;
		*) [ $status -eq 0 ] && cmp -s out want || bad="$bad $closed:$status" ;;
		esac
		case $closed in 1 | 01) grep -q "^$tool: standard output: .*Bad file descriptor" err || bad="$bad $closed:mute" ;; esac
		closing $closed "$tool"
		case $closed in
		2) [ $status -eq 0 ] && cmp -s out want.stdin || bad="$bad stdin-$closed:$status" ;;
		*) [ $status -eq 2 ] && [ "$(wc -c <out)" -lt 60 ] || bad="$bad stdin-$closed:$status" ;; # a header, perhaps
		esac
		case $closed in 0 | 01) grep -q "^$tool: standard .*Bad file descriptor" err || bad="$bad stdin-$closed:mute" ;; esac
		closing $closed "$tool --no-such-option"
		[ $status -eq 2 ] || bad="$bad option-$closed:$status"
		cmp -s in before || bad="$bad $closed:input changed"
	done
	is "$tool: 7 ways to close 0, 1 and 2" "$bad" ''
done

# The file that lasts is the first one to be opened: it must not become stdin, stdout or stderr.
built ndedupe nstrip || exit 0
sample ndedupe in 3 60
sample ndedupe more 4 60
cat in more >both
for job in 'ndedupe --state' 'nstrip --learn'; do
	tool=${job% *} option=${job#* }
	rm -f base whole
	"$tool" "$option=base" in >out
	cp base whole
	"$tool" "$option=whole" both >want
	bad=
	for closed in 0 1 2 01 02 12 012; do
		cp base kept
		closing $closed "$tool $option=kept both"
		case $closed in
		*1*) [ $status -eq 2 ] && cmp -s kept base || bad="$bad $closed:$status" ;;
		*) [ $status -eq 0 ] && cmp -s out want && "$tool" "$option=kept" both >again 2>err || bad="$bad $closed:$status" ;;
		esac
		rm -f fresh
		closing $closed "$tool $option=fresh -v both nowhere"
		[ $status -eq 2 ] && [ ! -s fresh ] || bad="$bad fresh-$closed:$status"
	done
	is "$job: 7 ways to close 0, 1 and 2" "$bad" ''
done
