#!/bin/sh
# The same bytes come out however few a read or a write takes: every direction, read sizes 1 to 64.
. tests/tap.sh
built ncsv || exit 0
short=$ROOT/$B/tests/shim/short.so
[ -z "$SANITIZE" ] || { skip 'short reads' 'a sanitizer wants to be loaded first'; exit 0; }

dirty rec 9 8 | ncsv -o rec --ignore-extra >in.rec
{ printf '\357\273\277'; dirty csv 9 12; printf 'last,"x\r\n""y""\r\n",,"z"'; } >in.csv
ncsv -o tsv in.rec >in.tsv
ncsv -o jsonl in.rec >in.jsonl
for from in rec csv tsv jsonl; do
	for to in rec csv tsv jsonl; do
		ncsv -i $from -o $to in.$from >want 2>&1
		differ=
		for size in $(seq 1 64); do
			NEWS_SHORT=$size LD_PRELOAD=$short ncsv -i $from -o $to in.$from >got 2>&1
			cmp -s want got || differ="$differ $size"
		done
		is "$from to $to at read sizes 1 to 64" "$differ" ''
	done
done

# A table that is wrong is wrong at the same place, whatever the blocks are.
printf 'a,b\r\n1,"x\ny"\r\n2,"never\nclosed, "" or' >open.csv
printf 'a,b\n1,"x\ny"\n\n2,"z"w\n' >behind.csv
printf 'a,b\n"1\n\n1",2\n3\n' >ragged.csv
for table in open behind ragged; do
	ncsv -i csv $table.csv >want 2>&1
	differ=
	for size in $(seq 1 32); do
		NEWS_SHORT=$size LD_PRELOAD=$short ncsv -i csv $table.csv >got 2>&1
		cmp -s want got || differ="$differ $size"
	done
	is "$table.csv is wrong at one place: $(sed -n 's/^ncsv: [^:]*: \(row[^:]*\):.*/\1/p' want)" "$differ" ''
done
