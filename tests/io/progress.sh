#!/bin/sh
# How far a filter is: on a terminal one line that is written over, on SIGUSR1 a line with the share of the input.
. tests/tap.sh
built ndedupe || exit 0
seq 1 2000000 >numbers.txt

if command -v script >/dev/null 2>&1; then
	script -qec 'ndedupe --progress numbers.txt >out' /dev/null >screen 2>&1
	check 'on a terminal the line is written over, and ends at last' awk '
		BEGIN { RS = "\r" }
		/^ndedupe: [0-9.]+ MB read, [0-9.]+ [kMG]?B\/s, .*\033\[K/ { shown++ }
		END { exit shown == 0 }' screen
	is 'and nothing is lost' "$(wc -l <out)" 2000000
else
	skip 'on a terminal' 'there is no script(1)'
fi

# The pipe is full while the signal comes: the next block that is read is told of.
mkfifo slow
ndedupe numbers.txt >slow 2>said &
filter=$!
exec 3<slow
dd bs=1 count=1 <&3 >first 2>/dev/null
kill -USR1 $filter
cat <&3 >rest
exec 3<&-
wait $filter
is 'a signal does no harm' "$?" 0
check 'and the share of the input is told' grep -qE '^ndedupe: [0-9.]+ [kM]B read, .*, [0-9]+ % of numbers.txt, [0-9]+:[0-9][0-9] left$' said
cat first rest >all
same 'all is written' all numbers.txt
