#!/bin/sh
# On a terminal: what data can't do to it, and when there is colour. The terminal is one that script(1) makes.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0
if ! script -qec true /dev/null >/dev/null 2>&1; then
	skip 'terminals' 'script(1) makes none here'
	exit 0
fi
unset NO_COLOR NENTS_COLORS NSTRIP_COLORS
TERM=xterm
export TERM

# on_terminal COMMAND: what it writes to a terminal, whose line ends are CRLF.
on_terminal() { script -qec "$1" /dev/null </dev/null | tr -d '\r'; }

ESC=$(printf '\033')
printf '%%rec: Article\n\nId: a#1\nPage: a\nText: Kenya %s[2J%s]0;x\a \302\233 \377 caf\303\251.\n\n' "$ESC" "$ESC" >dirty.rec
for tool in nstrip ndedupe nents ncsv; do
	# -p makes what stands before the dirt and behind it a mention, so that nents shows it too.
	echo 'ORG Kenya.*' >p
	options=
	[ $tool = nents ] && options='-p p'
	on_terminal "$tool --max-record=1M $options dirty.rec" | sed "s/$ESC\[[0-9;]*m//g" >out
	check "$tool shows what is there" grep -q 'Kenya .x1b\[2J.x1b\]0;x.x07' out
	is "$tool lets no control character through" "$(LC_ALL=C tr -d '\12\40-\176\303\251\t' <out | od -An -c)" ''
	# shellcheck disable=SC2086
	$tool $options dirty.rec >piped
	check "$tool leaves it alone in a pipe" grep -q "$ESC" piped
done
printf 'A%sB\r\nC\n' "$ESC" >crlf.txt
on_terminal 'ndedupe crlf.txt' >out
is 'CRLF is a line end' "$(cat out)" 'A\x1bB
C'

printf 'He left Kenya.\n' >in
plain='He left [GPE Kenya].' colored="He left ${ESC}[1;32mKenya${ESC}[m."
is 'a terminal has colour' "$(on_terminal 'nents -t GPE --show in')" "$colored"
is 'but not with --color=never' "$(on_terminal 'nents -t GPE --show --color=never in')" "$plain"
is 'nor with NO_COLOR' "$(on_terminal 'NO_COLOR=1 nents -t GPE --show in')" "$plain"
is 'which means nothing if it is empty' "$(on_terminal 'NO_COLOR= nents -t GPE --show in')" "$colored"
is 'and less than --color=always' "$(on_terminal 'NO_COLOR=1 nents -t GPE --show --color=always in')" "$colored"
is 'a dumb terminal has none' "$(on_terminal 'TERM=dumb nents -t GPE --show in')" "$plain"
is 'nor has one without a name' "$(on_terminal 'env -u TERM nents -t GPE --show in')" "$plain"
is 'an annotated stream has none' "$(on_terminal 'nents -a -t GPE dirty.rec' | grep -c "$ESC")" 0
is 'nstrip -m has some' "$(on_terminal "printf 'Page: a\nChrome: Share\nText: He left.\n\n' | nstrip -Rm" | grep -c "$ESC\[31mChrome: Share$ESC\[m")" 1
