#!/bin/sh
# Input that can't be read, ends in mid-record, comes in pieces or is too long.
. tests/tap.sh

for tool in $TOOLS; do
	built "$tool" || continue
	sample "$tool" in
	"$tool" in >want

	timeout 300 "$tool" >out 2>err <&-
	status=$?
	ends "$tool, stdin closed" 2 "^$tool: standard input: .*Bad file descriptor"
	timeout 300 "$tool" in >out 2>err <&-
	status=$?
	ends "$tool, stdin closed but not needed" 0 ''

	if [ -z "$SANITIZE" ]; then
		run strace -qq -o trace -P "$TMP/in" -e trace=read -e inject=read:error=EIO:when=1+ "$tool" in
		ends "$tool, read gives EIO" 2 "^$tool: in: .*Input/output error"
		# A read error behind the first block: what came before is done.
		sample "$tool" big 3 40000
		run strace -qq -o trace -P "$TMP/big" -e trace=read -e inject=read:error=EIO:when=2+ "$tool" big
		ends "$tool, a later read gives EIO" 2 "^$tool: big: .*Input/output error"
		check "$tool, a later read gives EIO: what came before is out" test -s out
		if [ "$tool" != nsplit ]; then # a page is read whole
			head -c "$(sed -n 's/^read(.* = \([0-9]\{2,\}\)$/\1/p' trace | head -n 1)" big | awk -v RS= -v ORS='\n\n' '{ print last } { last = $0 }' |
				sed 1,2d >whole
			"$tool" whole >before
			same "$tool, a later read gives EIO: but nothing of the record that it cut" out before
		fi
		run strace -qq -o trace -P "$TMP/in" -e trace=read -e inject=read:error=EINTR:when=1 "$tool" in
		ends "$tool, read gives EINTR" 0 ''
		same "$tool, read gives EINTR: same bytes" out want
		run strace -qq -o trace -P "$TMP/in" -e trace=read -e inject=read:error=EAGAIN:when=1 "$tool" in
		ends "$tool, read gives EAGAIN" 0 ''
		same "$tool, read gives EAGAIN: same bytes" out want
		run strace -qq -o trace -P "$TMP/in" -e trace=openat -e inject=openat:error=EMFILE "$tool" "$TMP/in"
		ends "$tool, open gives EMFILE" 2 "^$tool: .*in: .*Too many open files"
	else
		skip "$tool: errors of system calls" 'strace and sanitizers do not go together'
	fi

	# A pipe that gives its bytes in drips.
	while IFS= read -r line; do printf '%s\n' "$line"; done <in | "$tool" >out 2>err
	"$tool" <in >want
	[ "$tool" = nsplit ] || same "$tool, a slow pipe" out want

	# Short and interrupted calls.
	differ=
	size=1
	while [ $size -le 64 ]; do
		LD_PRELOAD=$ROOT/$B/tests/shim/short.so NEWS_SHORT=$size "$tool" <in >out 2>err || differ="$differ $size"
		cmp -s out want || differ="$differ $size"
		size=$((size + 1))
	done
	is "$tool, read and write sizes 1 to 64, interrupted" "$differ" ''

	# A line without an end; ncsv has to be told what it is.
	set --
	[ "$tool" != ncsv ] || set -- -i tsv
	head -c 4294967297 /dev/zero | tr '\0' a | timeout 300 "$tool" "$@" >out 2>err
	status=$?
	ends "$tool, a line of 4 GiB" 2 "^$tool: .*--max-record"
	printf '%%rec: Article\n\nText: ' >begun
	(cat begun; head -c 4294967297 /dev/zero | tr '\0' a) | timeout 300 "$tool" >out 2>err
	status=$?
	ends "$tool, a field of 4 GiB" 2 "^$tool: .*--max-record"

	# Nothing at all, many times.
	head -c 4000000 /dev/zero | tr '\0' '\n' >empty
	run "$tool" empty
	ends "$tool, four million empty lines" 0 ''
	(printf '%%rec: Article\n\n'; cat empty) >empties
	run "$tool" empties
	ends "$tool, a stream of four million empty lines" 0 ''
done
