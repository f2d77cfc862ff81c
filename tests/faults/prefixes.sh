#!/bin/sh
# Input that is cut at every byte: nothing crashes, nothing hangs, and what was whole comes out.
. tests/tap.sh

for tool in $TOOLS; do
	built "$tool" || continue
	sample "$tool" in 5 12
	length=$(wc -c <in)
	[ "$length" -le 900 ] || length=900
	bad=
	n=0
	while [ $n -le "$length" ]; do
		head -c $n in | timeout 300 "$tool" >out 2>err
		status=$?
		# A record cut in its field name is no record, and less than %rec: tells ncsv nothing: 2. All else is read to its end.
		if [ $status -gt 2 ] || { [ $status -eq 2 ] && ! grep -Eq "^$tool: standard input: (record|its first line)" err; }; then
			bad="$bad $n:$status"
		fi
		n=$((n + 1))
	done
	is "$tool, cut at each of $length bytes" "$bad" ''
done
