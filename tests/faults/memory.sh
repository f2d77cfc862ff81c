#!/bin/sh
# Memory that can't be had: the N-th allocation fails, once and for ever, for every N; a tight limit on the whole.
# Either all goes well with the same bytes, or exit 2 with a message and whole records on stdout.
. tests/tap.sh

if [ -n "$SANITIZE" ]; then
	skip 'allocation failures' 'sanitizers bring their own malloc'
	exit 0
fi

# Is out all of want, or whole lines from its start?
is_beginning() {
	size=$(wc -c <out)
	head -c "$size" want | cmp -s - out && { [ "$size" -eq 0 ] || [ -z "$(tail -c 1 out)" ]; }
}

# judge NAME N: notes a bad end in $bad.
judge() {
	if [ $status -eq 0 ]; then
		cmp -s out want || bad="$bad $1:differs"
	elif [ $status -ne 2 ]; then
		bad="$bad $1:$status"
	elif ! grep -q 'memory exhausted' err; then
		bad="$bad $1:mute"
	elif ! is_beginning; then
		bad="$bad $1:torn"
	fi
}

for job in $TOOLS 'nents --html' 'nsplit -d ^\W'; do # \W: PCRE2's interpreter takes memory to match
	tool=${job%% *}
	built "$tool" || continue
	sample "$tool" in 2 20
	$job in >want
	NEWS_FAIL_COUNT=count LD_PRELOAD=$ROOT/$B/tests/shim/failmalloc.so $job in >out
	count=$(cat count)
	check "$job allocates, and that is counted" test "$count" -ge 5
	bad=
	n=1
	# A tool that allocates much at start is tried at every one up to 300 and then at some.
	while [ "$n" -le "$count" ]; do
		for ever in '' NEWS_FAIL_EVER=1; do
			# shellcheck disable=SC2086
			run env $ever NEWS_FAIL_AT="$n" LD_PRELOAD="$ROOT/$B/tests/shim/failmalloc.so" $job in
			judge "$n$ever"
		done
		[ "$n" -lt 300 ] && n=$((n + 1)) || n=$((n + n / 50))
	done
	is "$job, each of $count allocations fails" "$bad" ''

	bad=
	for kilobytes in 8000 12000 16000 20000 24000 28000 32000 40000 48000 64000; do
		# shellcheck disable=SC3045
		(ulimit -v $kilobytes && exec timeout 300 $job in >out 2>err)
		status=$?
		# Where not even the loader has room, the tool says nothing of its own: 126 and 127 are none of its statuses.
		case $status in 126 | 127) ;; *) judge $kilobytes ;; esac
	done
	is "$job, address space from 8 to 64 MB" "$bad" ''
done
