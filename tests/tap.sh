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

# built TOOL...: are these tools there? A missing one is a skip while the kit is being built.
built() {
	for tool; do
		[ -x "$ROOT/$OUT/$tool" ] || { skip "$tool" "$tool is not built"; return 1; }
	done
}
