#!/bin/sh
# Patterns where there is no JIT: --no-jit asks for no memory that can be run, a system that refuses such memory is no
# error, and both give the bytes, and hold the limits, of a machine with it.
. tests/tap.sh
built nsplit nstrip nents || exit 0

dirty page 21 3000 >page
nsplit page >in.rec
{ printf 'drop ^(Share|Sign) ?\\w*$\nkeep (?i:harbour|council)\ncut \\b[Tt]he (\\w+) \\1\\b\n'
	printf 'cut \\s*\\([^()]{1,20}\\)\ndrop ^\\W*$\n'; } >rules
printf 'ORG (?<=the )[A-Z]\\w+ (?:Council|Bank)\nPERSON \\b\\p{Lu}\\p{Ll}+ von \\p{Lu}\\p{Ll}+\nEVENT (?i)strike\n' >patterns
as=$(head -c 50000 /dev/zero | tr '\0' a)
printf '%%rec: Article\n\nId: a#1\nPage: a\nTitle: A title\nText: %s!\n\nId: b#1\nPage: b\nText: The council met on Tuesday and voted.\n\n' "$as" >slow.rec
sed 's/^[A-Z][a-z]*: //;/^%/d' slow.rec >slow.txt
printf 'drop ^(a+)+$\ndrop (.*a){12}b\ndrop (([^b]|b)*)*c\n' >slow.rules
printf 'ORG ^(a+)+$\nORG (.*a){12}b\nORG (([^b]|b)*)*c\n' >slow.patterns

while read -r command; do
	tool=${command%% *}
	# shellcheck disable=SC2086
	run $command
	mv out want && mv err want.err
	want=$status
	# shellcheck disable=SC2086
	run $command --no-jit
	is "$command --no-jit: the same status" $status $want
	same "$command --no-jit: the same bytes" out want
	same "$command --no-jit: the same messages" err want.err
	[ -z "$SANITIZE" ] || continue
	rm -f seen
	# shellcheck disable=SC2086
	run env NEWS_NOEXEC_SEEN="$TMP/seen" LD_PRELOAD="$ROOT/$B/tests/shim/noexec.so" $command
	check "$command where JIT is refused: it is" test -e seen
	is "$command where JIT is refused: the same status" $status $want
	same "$command where JIT is refused: the same bytes" out want
	same "$command where JIT is refused: the same messages" err want.err
	rm -f seen
	# shellcheck disable=SC2086
	run env NEWS_NOEXEC_SEEN="$TMP/seen" LD_PRELOAD="$ROOT/$B/tests/shim/noexec.so" $command --no-jit
	check "$command --no-jit asks for no memory to run" test ! -e seen
done <<'COMMANDS'
nsplit -d ^(By|From)\s page
nsplit -d ^(a+)+$ slow.txt
nstrip page
nstrip -r rules in.rec
nstrip -r slow.rules slow.rec
nents -p patterns in.rec
nents -p slow.patterns slow.rec
COMMANDS

[ -z "$SANITIZE" ] || exit 0
# Rules are compiled when all options are known, not where -r stands.
run env NEWS_NOEXEC_SEEN="$TMP/seen" LD_PRELOAD="$ROOT/$B/tests/shim/noexec.so" nstrip -r rules --no-jit in.rec
check 'nstrip -r rules --no-jit: the order is of no matter' test ! -e seen
