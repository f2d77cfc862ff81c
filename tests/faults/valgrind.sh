#!/bin/sh
# valgrind has nothing to say of the five on small dirty input: no bad access, no leak, no use of what was never set.
. tests/tap.sh
if [ -n "$SANITIZE" ] || ! command -v valgrind >/dev/null 2>&1; then
	skip 'valgrind' 'sanitizers and valgrind do not go together'
	exit 0
fi

# quiet ARGUMENTS...: the tool with these arguments under valgrind.
quiet() {
	run valgrind -q --leak-check=full --errors-for-leak-kinds=definite --error-exitcode=99 "$tool" "$@"
	if [ $status -eq 0 ]; then ok "$tool $*"; else not_ok "$tool $*" "status $status" "$(tail -n 25 err)"; fi
}

dirty page 11 40 >page.txt
dirty rec 11 8 | grep -v '^X_' >in.rec
dirty csv 11 12 >table.csv
printf 'drop ^Share\ncut vote\n' >rules
for tool in $TOOLS; do
	built "$tool" || continue
	case $tool in
	nsplit) quiet page.txt && quiet -0 page.txt && quiet -d '^By ' page.txt ;;
	nstrip) quiet page.txt && quiet in.rec && quiet -m -r rules page.txt ;;
	ndedupe) quiet page.txt && quiet in.rec && quiet -w in.rec ;;
	nents) quiet page.txt && quiet in.rec && quiet -a in.rec ;;
	ncsv) quiet in.rec && quiet -i csv -o rec table.csv && quiet -o jsonl in.rec && quiet -o tsv in.rec ;;
	esac
done
