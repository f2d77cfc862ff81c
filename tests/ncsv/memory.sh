#!/bin/sh
# Memory stays where it is, however long the input: every direction in an address space of 24 MiB.
. tests/tap.sh
built ncsv || exit 0
[ -z "$SANITIZE" ] || { skip 'memory' 'a sanitizer wants more of it'; exit 0; }

dirty rec 3 2000 | ncsv -o rec --ignore-extra >one.rec
tail -n +3 one.rec >rest
for _ in 1 2 3 4 5 6; do cat rest rest >twice && mv twice rest; done
cat one.rec rest >in.rec
for format in csv tsv jsonl; do ncsv -o $format in.rec >in.$format; done
for from in rec csv tsv jsonl; do
	for to in rec csv tsv jsonl; do
		what="$from to $to: $(($(wc -c <in.$from) / 1000000)) MB"
		check "$what" sh -c "ulimit -v 24576; exec ncsv -i $from -o $to in.$from >out"
	done
done

# A row without an end is refused where the limit is, not where the memory ends: a header, and cells that are all empty.
endless() { timeout 60 sh -c "ulimit -v 65536; exec ncsv -i csv --max-record=1M" >out 2>err; status=$?; }
yes a | tr '\n' , | { endless; ends 'a header without an end' 2 \
	'^ncsv: standard input: row 1 \(line 1, byte 1\): longer than --max-record allows$'; }
{ echo a,b && yes '' | tr '\n' ,; } | { endless; ends 'a row of empty cells without an end' 2 \
	'^ncsv: standard input: row 2 \(line 2, byte 5\): longer than --max-record allows$'; }
