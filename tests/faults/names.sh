#!/bin/sh
# Nothing that comes from outside steers a terminal or fakes a line of its own in a message: file names, options, fields,
# values and rules with escapes, controls, line ends, bidirectional marks and bytes that are no UTF-8.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0
evil=$(printf 'x\033[31m\302\2332J\342\200\256gnp\342\201\246\007\rforged: line\177\377\357\273\277.\001')
name="$evil
nstrip: all is well"

# tame NAME: err has messages, all of them by the tool, with nothing in them that is not shown as it is.
tame() {
	bad=$(LC_ALL=C tr -d '\12\40-\176' <err | od -An -tx1)
	if [ ! -s err ] || [ -n "$bad" ] || grep -vqE "^$tool: " err; then
		not_ok "$1" "$(cat -v err)" "bytes: $bad"
	else
		ok "$1"
	fi
}

for tool in $TOOLS; do
	run "$tool" "$name"
	tame "$tool: a file that is not there"
	mkdir -p "$name"
	run "$tool" "$name"
	tame "$tool: a folder"
	rmdir "$name"
	head -c 300000 /dev/zero | tr '\0' a >"$name"
	run "$tool" --max-record=1000 "$name"
	tame "$tool: a line that is too long"
	sample "$tool" "$name"
	[ -n "$SANITIZE" ] || {
		strace -qq -o trace -e trace=read -P "$TMP/$name" -e inject=read:error=EIO "$tool" "$name" >out 2>err
		tame "$tool: a read that fails"
		# A read of a second, so that --progress has something to say on the way.
		slow="strace -qq -o trace -P '$TMP/$name' -e trace=read -e inject=read:delay_exit=1100000:when=1"
		script -qec "$slow $tool --progress '$name' 2>&1 >/dev/null" /dev/null </dev/null | tr '\r' '\n' | sed "s/$(printf '\033')\[K//g" |
			grep . >err
		check "$tool --progress on a terminal: tells which file" grep -q '% of x' err
		tame "$tool: --progress on a terminal"
	}
	run "$tool" -v --progress "$name"
	tame "$tool: -v --progress"
	rm -f "$name"
	for option in "--$evil" "--max-record=$evil" "-$evil"; do
		run "$tool" "$option"
		tame "$tool: $(printf %s "$option" | head -c 4)... that is no option"
	done
	printf '%%rec: Article\n\nTitle: a\n%s: b\n\n' "$evil" >in
	run "$tool" -v in
	[ ! -s err ] || tame "$tool: a field name that is none"
done

printf 'drop a\n%s b\n' "$evil" >rules
tool=nstrip
run nstrip -r rules in
tame 'nstrip: a rule that is none'
printf 'drop a(%s\n' "$evil" >rules
run nstrip -r rules in
tame 'nstrip: a pattern that is none'
run nstrip -r "$name" in
tame 'nstrip: rules that are not there'
run nstrip --learn="$name/x" in
tame 'nstrip: a memory in no folder'
echo "no memory, but more than a few bytes of something else" >"$name"
run nstrip --learn="$name" in
tame 'nstrip: a memory that is none'
tool=ndedupe
run ndedupe --state="$name" in
tame 'ndedupe: a state that is none'
run ndedupe --key="$evil" in
tame 'ndedupe: a field name that is none'
tool=nents
printf '%s\tORG\nx\t%s\n' "$evil" "$evil" >list
run nents -g list in
tame 'nents: a list that is none'
run nents -t "$evil" in
tame 'nents: a type that is none'
run nents --asof="$evil" in
tame 'nents: a day that is none'
tool=nsplit
run nsplit -i "$evil" in
tame 'nsplit: a format that is none'
run nsplit -d "($evil" in
tame 'nsplit: a pattern that is none'
printf '{"text":"a"}\n{"%s\n' "$evil" >in.jsonl
run nsplit -i jsonl in.jsonl
tame 'nsplit: JSON that is none'
tool=ncsv
printf 'a,b\n1,2,%s\n' "$evil" >in.csv
run ncsv -i csv in.csv
tame 'ncsv: a row that is too long'
printf 'a\t%s\ta\n1\t2\t3\n' "$(printf %s "$evil" | tr -d '\r')" >in.tsv
run ncsv -o rec in.tsv
tame 'ncsv: column names that no record can have'
run ncsv -f "$evil" in.tsv
tame 'ncsv: a column that is not there'
