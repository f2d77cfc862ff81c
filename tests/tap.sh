# shellcheck shell=sh
# What the test scripts share. Sourced as `. tests/tap.sh` from the top of the tree; leaves them in $TMP.
set -u
cd "$TMP" || exit 2

ok() { printf 'ok - %s\n' "$*"; }
skip() { printf 'ok - %s # SKIP %s\n' "$1" "$2"; }
not_ok() {
	printf 'not ok - %s\n' "$1"
	shift
	[ $# -eq 0 ] || printf '%s\n' "$@" | sed 's/^/# /' | cut -c 1-400 | head -n 30
}

# check NAME COMMAND...: the command must succeed; what it prints is shown when it doesn't.
check() {
	what=$1
	shift
	if said=$("$@" 2>&1); then ok "$what"; else not_ok "$what" "$said"; fi
}

# same NAME FILE FILE: equal bytes.
same() {
	if cmp -s "$2" "$3"; then ok "$1"; else not_ok "$1" "$(diff -a "$2" "$3" | head -n 20 | cat -v)"; fi
}

# is NAME GOT WANT
is() {
	if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1" "got:  $2" "want: $3"; fi
}

# built TOOL...: are these tools there?
built() {
	for tool; do
		[ -x "$ROOT/$OUT/$tool" ] || { not_ok "$tool is built"; return 1; }
	done
}

# sample TOOL FILE [SEED [LINES]]: makes an input that suits the tool: a page for nsplit, records for the others.
sample() {
	if [ "$1" = nsplit ]; then
		dirty page "${3:-1}" "${4:-40}" >"$2"
	else
		dirty rec "${3:-1}" "$((${4:-40} / 5))" | grep -v '^X_' >"$2" # ncsv has no column for it
	fi
}

# run COMMAND...: leaves stdout in out, stderr in err, the exit status in $status. Five minutes are for machines that do much else: nothing takes seconds.
run() {
	timeout -s KILL 300 "$@" >out 2>err
	status=$?
}

# ends NAME STATUS PATTERN: was the last run's status that, and does its stderr match the extended expression ('' = empty)?
ends() {
	if [ $status -ne "$2" ]; then
		not_ok "$1" "status $status, should be $2" "$(cat err)"
	elif [ -z "$3" ] && [ -s err ]; then
		not_ok "$1" "stderr should be empty:" "$(cat err)"
	elif [ -n "$3" ] && ! grep -qE -- "$3" err; then
		not_ok "$1" "stderr should match $3:" "$(cat err)"
	else
		ok "$1"
	fi
}
