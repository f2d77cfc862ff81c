#!/bin/sh
# --seccomp: the same bytes, the same messages and the same files with it as without, whatever a tool is asked to do; and
# the C library is content with what is allowed. What is refused, tests/check_sandbox.c tries.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0
nsplit --seccomp </dev/null >out 2>err || grep -q 'leave the option out' err || not_ok 'nsplit --seccomp' "$(cat err)"
if grep -q 'leave the option out' err; then
	skip 'seccomp' "$(cat err)"
	exit 0
fi

dirty page 3 400 >page
dirty rec 3 900 | grep -v '^X_' >in.rec
dirty csv 3 60 >in.csv
nsplit page | sed 's|^Page: \(.*\)|&\nUrl: https://news.example.org/\1|' >sites.rec
ncsv -o jsonl in.rec >in.jsonl
printf 'drop ^Share\ncut vote\n' >rules
printf 'Harbour\tORG\tHarbour plc\n' >list
printf 'ORG Council of [A-Z][a-z]+\n' >patterns
ndedupe --sketch in.rec | sort >sketches
ndedupe --join sketches | sort >pairs

# alike COMMAND: in a folder of its own, with and without.
alike() {
	for option in '' --seccomp; do
		rm -rf at && mkdir at
		(cd at && LC_ALL=C sh -c "$1 $option" >../out$option 2>../err$option </dev/null; echo $? >../status$option)
		(cd at && for file in *; do [ ! -f "$file" ] || { echo "$file"; [ "$file" != state ] && cat "$file"; }; done) >files$option
	done
	if cmp -s out out--seccomp && cmp -s err err--seccomp && cmp -s status status--seccomp && cmp -s files files--seccomp; then
		ok "alike: $1"
	else
		not_ok "alike: $1" "status $(cat status) and $(cat status--seccomp)" "$(diff err err--seccomp)" "$(diff -a out out--seccomp | head -n 5)"
	fi
}

for tool in $TOOLS; do
	input=../in.rec
	[ "$tool" != nsplit ] || input=../page
	alike "$tool $input"
	alike "$tool $input $input ../nowhere $input"
	alike "$tool - $input <$input"
	alike "$tool -v $input"
	alike "cat $input | $tool --line-buffered"
	alike "$tool --max-record=100 $input"
	alike "$tool $input >/dev/full"
	alike "$tool $input .."
	# The figures of --progress are never the same: only that they come, and that the data is the same.
	"$tool" "${input#../}" >want
	"$tool" --progress --seccomp "${input#../}" >got 2>err
	same "$tool --progress --seccomp: the same bytes" got want
	check "$tool --progress --seccomp: tells" grep -qE "^$tool: .* read, .*/s" err
	{ sleep 1; cat "${input#../}"; } | "$tool" --seccomp >got 2>err &
	sleep 0.5
	kill -USR1 $!
	wait $!
	check "$tool --seccomp answers SIGUSR1" grep -qE "^$tool: 0 B read" err
	[ -n "$SANITIZE" ] || {
		strace -o trace "$tool" --seccomp "${input#../}" "${input#../}" >got 2>err
		is "$tool --seccomp: the C library asks for nothing that is refused" "$(grep EPERM trace)" ''
	}
done
alike 'nstrip ../page'
alike 'nstrip -r ../rules ../in.rec'
alike 'nstrip --learn=memory ../sites.rec'
alike 'nstrip --learn=memory ../sites.rec >/dev/null && nstrip --learn=memory ../sites.rec'
alike 'nents ../page'
alike 'nents -a -g ../list -p ../patterns --asof=2025-08-02 ../in.rec'
alike 'ndedupe ../page'
alike 'ndedupe --state=state ../page'
alike 'ndedupe --state=state ../in.rec'
alike 'ndedupe --state=state ../in.rec >/dev/null && ndedupe --state=state ../sites.rec'
alike 'mkdir deep; ln -s ../state deep/link; echo a | ndedupe --state=deep/link; printf "a\nb\n" | ndedupe --state=deep/link'
alike 'ndedupe --sketch ../in.rec'
alike 'ndedupe --join ../sketches'
alike 'ndedupe --apply=../pairs ../in.rec'
alike 'nsplit -d "^By " ../page'
alike 'nsplit -0 ../page'
alike 'nsplit -i jsonl ../in.jsonl'
alike 'ncsv -i csv -o rec ../in.csv'
alike 'ncsv -o jsonl ../in.rec'
alike 'ncsv ../in.jsonl'
alike 'nents ../in.rec | ncsv'
