#!/bin/sh
# nents' promises: offsets that give back the text, parts apart as parts together, valid records.
. tests/tap.sh
built nents || exit 0

# Checks each mention of a table against the lines of its record. Bytes, so LC_ALL=C.
cat >offsets.awk <<'AWK'
function unescape(s,    out, i, c) {
	out = ""
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (c == "\\") {
			c = substr(s, ++i, 1)
			c = c == "t" ? "\t" : c == "n" ? "\n" : c == "r" ? "\r" : c
		}
		out = out c
	}
	return out
}
FNR == NR { # the records
	if ($0 ~ /^%rec:/) next
	if ($0 == "") { n = 0; next }
	n++
	value = $0
	sub(/^[^:]*: ?/, "", value)
	if ($0 ~ /^Id: /) id = value
	lines[id, n] = value
	next
}
FNR > 1 {
	split($0, cell, "\t")
	count++
	got = substr(lines[cell[1], cell[2]], cell[3] + 1, cell[4] - cell[3])
	if (got != unescape(cell[6]) || got == "") print "not there: " $0 " but: " got
	if (split($0, cell, "\t") != 8 && NF) print "columns: " $0
}
END { if (count == 0) print "no mention at all" }
AWK

bad=
for seed in $(seq 1 30); do
	dirty rec "$seed" 15 | awk -v RS= -v ORS='\n\n' 1 >in.rec
	nents in.rec >out.tsv || bad="$bad $seed:status"
	said=$(gawk -b -F '\t' -f offsets.awk in.rec out.tsv | head -n 3)
	[ -z "$said" ] || bad="$bad $seed: $said"
	nents -a in.rec >annotated.rec
	recfix --check annotated.rec >/dev/null 2>&1 || bad="$bad $seed:recfix"
	grep -vE '^(Person|Org|Place|Group|Day): ' annotated.rec >stripped.rec
	cmp -s stripped.rec in.rec || bad="$bad $seed:annotate"
done
is 'offsets give back the text; -a only adds' "$bad" ''

dirty rec 1 40 >a.rec
dirty rec 2 40 | sed 's/^Page: p/Page: q/;s/^Id: p/Id: q/' >b.rec
cat a.rec b.rec | nents >together
{ nents a.rec; nents -N b.rec; } >apart
same 'records apart are as records together' together apart
nents a.rec b.rec >operands
same 'operands are as one stream' together operands

bad=
for seed in $(seq 1 10); do
	dirty clean "$seed" 30 >page
	nents page >out.tsv || bad="$bad $seed:status"
	said=$(gawk -b -F '\t' 'FNR == NR { line[FNR] = $0; next } FNR > 1 && substr(line[$2], $3 + 1, $4 - $3) != $6 { print }' page out.tsv)
	[ -z "$said" ] || bad="$bad $seed: $said"
done
is 'offsets in plain text are those of the file' "$bad" ''
