#!/bin/sh
# mlr, jq and recutils read what ncsv writes, and ncsv reads what they write.
. tests/tap.sh
built ncsv || exit 0
have() { command -v "$1" >/dev/null || { skip "what $1 reads" "no $1"; return 1; }; }

dirty rec 5 50 | grep -v '^X_' | ncsv -o rec >a.rec
for format in csv tsv jsonl; do ncsv -o $format a.rec >a.$format; done

if have mlr; then
	mlr --icsv --ojsonl cat a.csv >mlr.jsonl && ncsv -i jsonl -o rec mlr.jsonl >mlr.rec
	same 'mlr reads our CSV' a.rec mlr.rec
	mlr --itsv --ojsonl cat a.tsv >mlr.jsonl && ncsv -i jsonl -o rec mlr.jsonl >mlr.rec
	same 'mlr reads our TSV' a.rec mlr.rec
	mlr --icsv --otsv cat a.csv >mlr.tsv
	same 'mlr writes the same TSV' a.tsv mlr.tsv
	mlr --icsv --ocsv cat a.csv >mlr.csv && ncsv -i csv -o rec mlr.csv >mlr.rec
	same 'we read the CSV of mlr' a.rec mlr.rec
fi
if have jq; then
	jq -c . a.jsonl >jq.jsonl && ncsv -o rec jq.jsonl >jq.rec
	same 'jq reads our JSON Lines, and we its' a.rec jq.rec
	jq -r '.Id' a.jsonl >jq.ids
	sed -n 's/^Id: //p' a.rec >ids
	same 'jq finds every Id' ids jq.ids
fi
if have recsel; then
	check 'recfix has nothing to say of our records' recfix --check a.rec
	is 'recsel counts as many records' "$(recsel -c a.rec)" "$(grep -c '^Id: ' a.rec)"
	recsel -d a.rec | ncsv -o rec >sel.rec
	same 'we read what recsel prints' a.rec sel.rec
	recsel a.rec | ncsv -R -o rec >sel.rec
	same 'we read what recsel prints without a descriptor' a.rec sel.rec
	ncsv -i csv -o rec a.csv -f Id,Title,Text >table.rec
	check 'recfix has nothing to say of a table that became records' recfix --check table.rec
	rec2csv table.rec 2>/dev/null | ncsv -i csv -f Id >ids.csv
	is 'we read the CSV of rec2csv' "$(tail -n +2 ids.csv | grep -c .)" "$(grep -c '^Id: ' a.rec)"
fi
