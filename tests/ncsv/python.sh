#!/bin/sh
# What ncsv reads and writes is what Python's csv and json modules read and write, byte for byte.
. tests/tap.sh
built ncsv || exit 0
command -v python3 >/dev/null || { skip 'as Python reads and writes' 'no python3'; exit 0; }

cat >write.py <<'PYTHON'
# Writes a record stream as ncsv should: write.py FORMAT < records
import csv, io, json, sys
schema = ("Id Page Url Crawled Language Title Headline Source Date Byline Caption Text Chrome "
          "Person Org Place Group Day").split()
lists = set("Caption Text Chrome Person Org Place Group Day".split())
data = sys.stdin.buffer.read().decode("utf-8")
records = []
for block in data.split("\n\n")[1:]:
    fields = {}
    for line in block.split("\n"):
        if line:
            name, value = line.split(":", 1)
            value = value[1:]
            # The blank behind a final backslash is the format's, not the value's.
            fields.setdefault(name, []).append(value[:-1] if value.endswith("\\ ") else value)
    if fields:
        records.append(fields)
out = io.StringIO(newline="")
if sys.argv[1] == "jsonl":
    for fields in records:
        row = {name: fields[name] if name in lists or len(fields[name]) > 1 else fields[name][0]
               for name in schema if name in fields}
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        out.write(text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n")
else:
    rows = [schema] + [["\n".join(fields.get(name, [])) for name in schema] for fields in records]
    if sys.argv[1] == "csv":
        csv.writer(out, lineterminator="\n").writerows(rows)
    else:
        for row in rows:
            out.write("\t".join(cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
                                for cell in row) + "\n")
sys.stdout.buffer.write(out.getvalue().encode("utf-8"))
PYTHON
for format in csv tsv jsonl; do
	differ=
	for seed in 1 2 3 4 5 6 7 8; do
		dirty rec "$seed" 60 | grep -v '^X_' >in.rec
		python3 write.py $format <in.rec >want
		ncsv -o $format in.rec >got
		cmp -s want got || differ="$differ $seed"
	done
	is "records to $format as Python writes it" "$differ" ''
done

cat >read.py <<'PYTHON'
# Reads CSV strictly and writes it as JSON Lines: read.py < table
import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
rows = [row for row in csv.reader(text, strict=True) if row]
for row in rows[1:]:
    line = json.dumps(dict(zip(rows[0], row)), ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write((line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n").encode())
PYTHON
differ=
for seed in 1 2 3 4 5 6 7 8; do
	dirty csv "$seed" 60 | sed 's/^Id,/Key,/' >in.csv
	python3 read.py <in.csv >want
	ncsv -i csv -o jsonl in.csv >got
	cmp -s want got || differ="$differ $seed"
done
is 'CSV to objects as Python reads it' "$differ" ''

cat >lax.py <<'PYTHON'
# A table with quotes in all the wrong places, and what Python reads of it: lax.py SEED
import csv, io, json, random, sys
random.seed(int(sys.argv[1]))
pieces = ["a", " ", '"', '"', '""', ",", ",", '","', "\n", "\r\n", 'x"y', '"z"w']
table = "p,q\n" + "".join(random.choice(pieces) for _ in range(random.randint(0, 30)))
open("in.csv", "w", newline="").write(table)
with open("want", "w") as want:
    for row in [row for row in csv.reader(io.StringIO(table, newline="")) if row][1:]:
        row = (row + [""])[:2]
        want.write(json.dumps({"p": row[0], "q": row[1]}, separators=(",", ":")) + "\n")
PYTHON
differ=
for seed in $(seq 200); do
	python3 lax.py "$seed"
	ncsv -i csv -o jsonl --lax in.csv >got 2>err || differ="$differ $seed:status"
	cmp -s want got || differ="$differ $seed"
done
is 'tables that are not quite right as Python reads them' "$differ" ''

cat >make.py <<'PYTHON'
# Objects that ncsv reads, escaped in all of JSON's ways: make.py SEED > lines
import json, random, sys
random.seed(int(sys.argv[1]))
pieces = ["a", " ", "\"", "\\", "/", "\b\f\n\r\t", "\x01", "\x7f", "é", "\u2028", "\U0001f4f0", "新聞", "x" * 40]
text = lambda: "".join(random.choice(pieces) for _ in range(random.randint(0, 12)))
for _ in range(60):
    row = {"a": text(), "b": text(), "c": random.choice([text(), [text(), text()]])}
    print(json.dumps(row, ensure_ascii=random.random() < 0.5, indent=None,
                     separators=random.choice([(",", ":"), (", ", ": ")])))
PYTHON
cat >plain.py <<'PYTHON'
import json, sys
for line in sys.stdin:
    text = json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":"))
    sys.stdout.write(text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n")
PYTHON
differ=
for seed in 1 2 3 4 5 6 7 8; do
	PYTHONIOENCODING=utf-8 python3 make.py "$seed" >in.jsonl
	PYTHONIOENCODING=utf-8 python3 plain.py <in.jsonl >want
	ncsv -o jsonl in.jsonl >got
	cmp -s want got || differ="$differ $seed"
done
is 'objects to objects as Python reads and writes them' "$differ" ''
