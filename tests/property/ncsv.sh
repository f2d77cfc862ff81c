#!/bin/sh
# ncsv's promises: there and back is the identity, and parts apart are as parts together.
. tests/tap.sh
built ncsv || exit 0

differ=
for seed in $(seq 1 40); do
	dirty csv "$seed" 30 | ncsv -i csv -o csv >a.csv || differ="$differ $seed:status"
	ncsv -i csv -o rec a.csv >a.rec || differ="$differ $seed:rec"
	recfix --check a.rec >/dev/null 2>&1 || differ="$differ $seed:recfix"
	ncsv -f Id,Title,Source,Text a.rec >b.csv
	cmp -s a.csv b.csv || differ="$differ $seed"
done
is 'csv to rec to csv' "$differ" ''

differ=
for seed in $(seq 1 40); do
	dirty rec "$seed" 20 | grep -v '^X_' | ncsv -o rec >a.rec || differ="$differ $seed:status"
	ncsv a.rec >a.csv || differ="$differ $seed:csv"
	ncsv -i csv -o rec a.csv >b.rec || differ="$differ $seed:rec"
	cmp -s a.rec b.rec || differ="$differ $seed"
	ncsv -o rec b.rec | cmp -s - b.rec || differ="$differ $seed:again"
done
is 'rec in schema order to csv to rec' "$differ" ''

differ=
for seed in $(seq 1 20); do
	dirty rec "$seed" 20 | grep -v '^X_' | ncsv -o rec >a.rec
	for format in tsv jsonl; do
		ncsv -o $format a.rec >a.$format && ncsv -i $format -o rec a.$format >b.rec || differ="$differ $seed:$format:status"
		cmp -s a.rec b.rec || differ="$differ $seed:$format"
	done
done
is 'rec to tsv and to jsonl and back' "$differ" ''

dirty rec 1 40 | grep -v '^X_' >a.rec
dirty rec 2 40 | grep -v '^X_' >b.rec
cat a.rec b.rec | ncsv >together
{ ncsv a.rec; ncsv -N b.rec; } >apart
same 'records apart are as records together' together apart
ncsv a.rec b.rec >operands
same 'operands are as one stream' together operands

# Other readers of CSV agree.
ncsv a.rec >a.csv
if command -v python3 >/dev/null; then
	python3 - a.csv <<-'PYTHON' >python.csv
		import csv, sys
		rows = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8"), strict=True))
		csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
	PYTHON
	same 'as Python reads and writes it' python.csv a.csv
else
	skip 'as Python reads and writes it' 'no python3'
fi
