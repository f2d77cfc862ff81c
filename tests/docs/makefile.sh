#!/bin/sh
# The Makefile: hardening that the compiler has for its machine, and targets that no file of their name can hide.
. tests/tap.sh
rules() { env -u MAKEFLAGS -u MAKELEVEL make -C "$ROOT" --no-print-directory "$@"; }

hardening() { rules -n B="$TMP/b" "$@" "$TMP/b/lib/cli.o" | grep -oE -- ' -f(stack|cf)-[a-z-]+' | tr '\n' ' '; }
if command -v clang >/dev/null; then
	flags=$(hardening CC='clang --target=x86_64-linux-gnu')
	is 'x86-64 gets all of it' "$flags" ' -fstack-protector-strong  -fstack-clash-protection  -fcf-protection '
	for machine in aarch64 riscv64 i686; do
		flags=$(hardening CC="clang --target=$machine-linux-gnu")
		check "$machine gets the stack's" test -n "$flags"
		# shellcheck disable=SC2086
		check "$machine gets nothing that its compiler does not take" \
			clang --target=$machine-linux-gnu -Werror $flags -S -o "$TMP/out.s" -x c /dev/null
	done
else
	skip 'hardening by machine' 'there is no clang'
fi

targets=$(rules -npq | awk '/^# Files/ { files = 1 } files && /^[a-z-]+:/ { sub(/:.*/, ""); print }' | sort -u)
check 'the Makefile has targets' test -n "$targets"
real=
for target in $targets; do
	grep -qE "^\.PHONY:.* $target( |\$)" "$ROOT/Makefile" || real="$real $target"
done
is 'each of them is phony' "$real" ''
