#!/bin/sh
# Memory stays bounded however much comes in: the streaming four within 48 MiB of address space, models included.
. tests/tap.sh
if [ -n "$SANITIZE" ]; then
	skip 'bounds of memory' 'sanitizers reserve terabytes of addresses'
	exit 0
fi

# endless KIND: tens of megabytes of pages or records.
endless() {
	dirty "$1" 5 20000 | awk -v kind="$1" -v RS='\n' '{ line[NR] = $0 } END {
		for (turn = 0; turn < 4; turn++)
			for (i = 1; i <= NR; i++) {
				if (kind == "clean" && i % 40 == 0) print "newpage " turn
				if (turn == 0 || line[i] !~ /^%rec/) print line[i]
			}
	}'
}

endless rec | grep -v '^X_' >records
endless clean >pages
for job in 'nsplit -d ^newpage pages' 'nstrip records' 'nents records' 'nents -a records' 'nents --html records' 'nents --show records' 'ncsv records' 'ncsv -o jsonl records'; do
	tool=${job%% *}
	built "$tool" || continue
	# shellcheck disable=SC3045,SC2086
	(ulimit -v 49152 && exec timeout 300 $job >out 2>err)
	status=$?
	ends "$job: $(($(wc -c <"${job##* }") / 1000000)) MB in 48 MiB" 0 ''
done

# One page as long as pages may be: its bytes and a little more.
awk 'BEGIN { for (i = 0; i < 330000; i++) print "The minister said on day", i, "that the talks went on." }' | head -c 16000000 >page
for job in 'nsplit page' 'nstrip page'; do
	built "${job%% *}" || continue
	# shellcheck disable=SC3045,SC2086
	(ulimit -v 65536 && exec timeout 300 $job >out 2>err)
	status=$?
	ends "$job: 16 MB of one page in 64 MiB, all that is mapped included" 0 ''
done

# Lines of two letters: what is held of each line is many times the line, but few lines are held. nsplit writes no record
# before it is whole, and here one is the page, three times as long.
yes ab | head -c 13500000 >short
for job in 'nstrip short' 'nsplit short'; do
	built "${job%% *}" || continue
	most=65536
	[ "$job" = 'nstrip short' ] || most=131072
	# shellcheck disable=SC3045,SC2086
	(ulimit -v $most && exec timeout 300 $job >out 2>err)
	status=$?
	ends "$job: 4.5 million lines of one page in $((most / 1024)) MiB" 0 ''
done
if built nsplit; then
	awk '{ printf "%s\r\n", $0 }' page >crlf
	# shellcheck disable=SC3045
	(ulimit -v 65536 && exec timeout 300 nsplit crlf >out 2>err)
	status=$?
	ends 'nsplit: a page of CRLF needs no second copy' 0 ''
fi

# What ndedupe remembers can't be bounded unasked: it says that memory is exhausted, and what was written is whole and right.
if built ndedupe; then
	seq 1 6000000 >lines
	# shellcheck disable=SC3045
	(ulimit -v 49152 && exec timeout 300 ndedupe lines >out 2>err)
	status=$?
	ends 'ndedupe: 6 million different lines in 48 MiB' 2 '^ndedupe: memory exhausted'
	check 'ndedupe: whole lines are out' test -z "$(tail -c 1 out)"
	check 'ndedupe: and none was lost or doubled before' sh -c 'head -c "$(wc -c <out)" lines | cmp - out'
	check 'ndedupe: there were many' test "$(wc -l <out)" -gt 100000
fi
