#!/bin/sh
# The filters together: values that look like syntax survive all of them, and dirty pages go all the way through.
. tests/tap.sh
# shellcheck disable=SC2086
built $TOOLS || exit 0

cat >traps.rec <<'REC'
%rec: Article

Id: t#1
Page: t
Title: The harbour council votes on its plan
Text: The council of Norvale met on Tuesday and talked until late about what ends in \ 
Text: Foo: bar is what the speaker of the council said about the plan on Tuesday.
Text: + plus signs begin this paragraph, which the council read with some interest.
Text: # a hash begins this paragraph, which the council read with some interest too.
Text: %rec: Article is what this paragraph begins with, to the surprise of the council.
Text: The last line of a record may end in a backslash too, said Marta Lindqvist \ 

Id: t#2
Page: t
Title: Another story altogether, about ferries
Text: The ferry to the islands left late on Wednesday because of the wind, its captain said.

REC
nstrip traps.rec | ndedupe | ncsv -o rec >out.rec
same 'values that look like syntax survive' traps.rec out.rec
nstrip traps.rec | ndedupe | ncsv | ncsv -i csv -o rec >out.rec
same 'and so they do by way of CSV' traps.rec out.rec
is 'recsel sees two records' "$(nstrip traps.rec | ndedupe | recsel -c)" 2
is 'recsel sees the values' "$(nstrip traps.rec | ndedupe | recsel -P Text | grep -c .)" 7
cat traps.rec traps.rec | ndedupe >out.rec
same 'two streams are one stream' traps.rec out.rec
recsel -d traps.rec 2>/dev/null | nstrip | ndedupe >out.rec
check 'what recsel -d prints is read' cmp -s traps.rec out.rec
recsel traps.rec 2>/dev/null | nstrip -R | ndedupe >out.rec
check 'what recsel prints is read with -R' cmp -s traps.rec out.rec

bad=
for seed in $(seq 1 20); do
	dirty page "$seed" 80 >page.txt
	nsplit page.txt >a.rec 2>err && nstrip a.rec >b.rec 2>>err && ndedupe b.rec >c.rec 2>>err &&
		nents c.rec >d.tsv 2>>err && ncsv d.tsv >e.csv 2>>err ||
		bad="$bad $seed:status"
	[ ! -s err ] || bad="$bad $seed:$(head -n 1 err)"
	for stage in a b c; do recfix --check $stage.rec >/dev/null 2>&1 || bad="$bad $seed:recfix $stage"; done
	! command -v python3 >/dev/null || python3 -c 'import csv, sys
rows = list(csv.reader(open("e.csv", newline="", encoding="utf-8"), strict=True))
sys.exit(len({len(row) for row in rows}) > 1)' || bad="$bad $seed:csv"
	nsplit page.txt | nstrip | ndedupe | nents | ncsv | cmp -s - e.csv || bad="$bad $seed:pipe"
done
is 'dirty pages go all the way through' "$bad" ''
