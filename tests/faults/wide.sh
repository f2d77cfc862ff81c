#!/bin/sh
# Much of one thing: fields, columns, members, names, quotes, brackets, marks. What takes a second is given a minute: nothing
# takes time by the square. 0 and 1 are good ends; a structure that is refused (2) is told with its place.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0
n=200000
[ -z "$SANITIZE" ] || n=50000

# much NAME FORMAT [HEAD [TAIL]]: a file with n times the format, %d being the number of the turn.
much() { awk -v n=$n -v f="$2" -v head="${3:-}" -v tail="${4:-}" 'BEGIN { printf "%s", head; for (i = 0; i < n; i++) printf f, i, i; printf "%s\n", tail }' >"$1"; }

# ends_soon COMMAND...
ends_soon() {
	# A minute of its own, however busy the machine is.
	# shellcheck disable=SC3045
	(ulimit -t 60 && exec timeout -s KILL 1200 "$@" >out 2>err)
	status=$?
	if [ $status -le 1 ] || { [ $status -eq 2 ] && grep -qE "^$1: .*[0-9]" err; }; then
		ok "$*"
	else
		not_ok "$*" "status $status" "$(head -c 300 err)"
	fi
}

much fields.rec 'F%d: v\n' '%rec: X

'
much more.rec 'G%d: v\n' '%rec: X

A: 1

'
much texts.rec 'Text: v\n' '%rec: Article

'
much small.rec 'Id: %d\nText: v %d\n\n' '%rec: Article

'
much descriptors.rec '%%rec: X%d\n' '' '
A: 1
'
much allowed.rec ' f%d' '%rec: X
%allowed:' '

f1: 1
'
much members.jsonl '"k%d":"v",' '{' '"last":1}'
much array.jsonl '"v",' '{"Text":[' '"v"]}'
much deep.jsonl '[' '{"a":'
much objects.jsonl '{"k%d":1}\n'
much head.csv 'c%d,' '' "last
1"
much same.csv 'a,' '' 'a
1'
{ awk -v n=$n 'BEGIN { for (i = n - 1; i >= 0; i--) printf "c%d,", i; print "last\n1" }'; } >turned.csv
for job in 'ncsv -o jsonl' 'ncsv -o rec' 'ncsv --ignore-extra' 'nstrip' 'ndedupe' 'ndedupe -w' 'ndedupe -l' 'nents' 'nents -a'; do
	for file in fields more texts small descriptors allowed; do
		# shellcheck disable=SC2086
		ends_soon $job $file.rec
	done
done
for file in members array deep objects; do
	ends_soon ncsv -i jsonl -o rec $file.jsonl
	ends_soon ncsv -i jsonl -o csv --ignore-extra $file.jsonl
	ends_soon nsplit -i jsonl --text-key=k1 $file.jsonl
done
for file in head same; do
	ends_soon ncsv -i csv -o rec --lax $file.csv
	ends_soon ncsv -i csv -o jsonl --lax $file.csv
done
ends_soon ncsv -i csv -o rec --lax head.csv turned.csv
ends_soon ncsv -i csv -o csv --lax turned.csv head.csv

# Lines, and long lines in which every place could be the beginning of something.
much titles 'A title that stands again and again\n'
much paragraphs 'The council met on day %d and voted, %d to 3, to build the bridge.\n\n'
much names 'Mr Abcde%d Fghij, '
much initials 'A. B. C%d. '
much quotes '"So it is," said Bob%d Smith. '
much marks '"'
much numbers '1 '
much dates 'January 5, 2025 and '
much money '$'
much addresses 'http://a.b/%d '
much ats 'a@'
much brackets '(read more) '
much opened '[read more '
much minutes '10 minutes '
much capitals 'The '
much accents "$(printf '\314\201')"
much blanks ' '
much tabs '\t'
much returns '\r'
much escapes "$(printf '\033')["
{ much line 'x %d [read: (see also) "10 mins " Story continues below 1:02 '; fold -w 60000 line; } >folded
for file in titles paragraphs names initials quotes marks numbers dates money addresses ats brackets opened minutes capitals accents \
	blanks tabs returns escapes folded; do
	for tool in nsplit nstrip ndedupe nents; do ends_soon "$tool" $file; done
	{ printf '%%rec: Article\n\nId: 1\nText: '; tr '\n' ' ' <$file; printf '\n\n'; } >in.rec
	for tool in nstrip ndedupe nents ncsv; do ends_soon "$tool" in.rec; done
done

# Many pieces to cut out of a line, before what is nearly another kind of piece and long.
awk 'BEGIN { for (i = 0; i < 1333; i++) cuts = cuts "(read more) "; for (i = 0; i < 2600; i++) tail = tail "Aa Aa 1 min 1 min "
	printf "%%rec: Article\n\nPage: a\n"
	for (i = 0; i < 100; i++) print "Text: He said so. " cuts tail ":1"
	print "" }' >cuts.rec
printf 'cut read\ncut (Aa|min|1| )+x\n' >rules
ends_soon nstrip cuts.rec
ends_soon nstrip --no-cut -r rules cuts.rec

# Hashes that nobody outside can foresee: the same lines are kept by other keys in each state.
# The keys follow a head of 256 bytes and the head of their segment, which may be the same.
keys() { od -An -v -tx8 -w8 -j256 "$1" | sort -u >"$1.keys"; }
seq 1 100 | ndedupe --state=one >out
seq 1 100 | ndedupe --state=two >out
cp one three
seq 101 200 | ndedupe --state=three >out
for state in one two three; do keys $state; done
check 'the keys of a hundred lines are in their state' test "$(comm -12 one.keys three.keys | grep -c .)" -ge 100
check 'two states of the same lines have different keys' test "$(comm -12 one.keys two.keys | grep -c .)" -le 3
