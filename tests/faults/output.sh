#!/bin/sh
# Output that can't be written: full disk, quota, an error at close, a reader that went away, a closed descriptor.
. tests/tap.sh

# in_a_shell COMMAND: like run, for what needs redirections.
in_a_shell() {
	timeout -s KILL 300 sh -c "$1" 2>err
	status=$?
}

for tool in $TOOLS; do
	built "$tool" || continue
	sample "$tool" in
	for arguments in in --help --version; do
		in_a_shell "$tool $arguments >/dev/full"
		ends "$tool $arguments >/dev/full" 2 "^$tool: .*No space left on device"
		in_a_shell "$tool $arguments >&-"
		ends "$tool $arguments, stdout closed" 2 "^$tool: .*Bad file descriptor"
	done
	in_a_shell "$tool --max-record=1G in --line-buffered >/dev/full"
	ends "$tool --line-buffered >/dev/full" 2 "^$tool: .*No space left on device"

	# A closed stderr takes no data from another file, and the status still tells.
	in_a_shell "$tool in >out 2>&-"
	ends "$tool, stderr closed" 0 ''
	in_a_shell "$tool nowhere >out 2>&-"
	ends "$tool, stderr closed, trouble" 2 ''

	if [ -z "$SANITIZE" ]; then
		for error in ENOSPC EDQUOT EIO EFBIG; do
			in_a_shell "strace -qq -o trace -P $TMP/out -e trace=write -e inject=write:error=$error:when=1 $tool in >out"
			ends "$tool, write gives $error" 2 "^$tool: standard output: writing: "
		done
		in_a_shell "strace -qq -o trace -P $TMP/out -e trace=close -e inject=close:error=EIO $tool in >out"
		ends "$tool, close gives EIO" 2 "^$tool: standard output: closing: Input/output error"
		in_a_shell "strace -qq -o trace -P $TMP/out -e trace=write -e inject=write:error=EINTR:when=1 $tool in >out"
		ends "$tool, write gives EINTR" 0 ''
		"$tool" in >want
		same "$tool, write gives EINTR: same bytes" out want
		in_a_shell "strace -qq -o trace -P $TMP/out -e trace=write -e inject=write:error=EAGAIN:when=1 $tool in >out"
		ends "$tool, write gives EAGAIN" 0 ''
		same "$tool, write gives EAGAIN: same bytes" out want
	else
		skip "$tool: errors of system calls" 'strace and sanitizers do not go together'
	fi
done

# Input without end and nowhere to put it: no tool reads on.
for tool in $TOOLS; do
	built "$tool" || continue
	sample "$tool" part 7 2000
	options=
	[ "$tool" = nsplit ] && options='-d .'
	# shellcheck disable=SC2086
	while cat part; do :; done 2>cat.err | timeout -s KILL 120 "$tool" $options >/dev/full 2>err
	status=$?
	ends "$tool, input without end >/dev/full" 2 "^$tool: standard output: writing: No space left on device"
done

# Readers that go away, with more output than a pipe holds.
for tool in $TOOLS; do
	built "$tool" || continue
	sample "$tool" big 7 90000
	env --default-signal=PIPE sh -c "$tool big; echo \$? >status" 2>err | head -n 1 >first
	is "$tool, reader gone: killed by SIGPIPE" "$(cat status)" 141
	is "$tool, reader gone: silently" "$(cat err)" ''
	(trap '' PIPE && "$tool" big 2>err; echo $? >status) | head -n 1 >first
	status=$(cat status)
	ends "$tool, reader gone, SIGPIPE ignored" 2 "^$tool: standard output: writing: Broken pipe"
	(ulimit -f 8 && trap '' XFSZ && exec "$tool" big >out 2>err)
	status=$?
	ends "$tool, a file size limit" 2 "^$tool: standard output: writing: File too large"
done
