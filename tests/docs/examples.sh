#!/bin/sh
# Every command of the manual's EXAMPLES, and of the tour in newsprint(7), runs on a small folder of news and says nothing on stderr.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0

# The commands of a page, a line each: displayed lines, and literal blocks of EXAMPLES.
commands() {
	awk '/^\.Sh/ { part = $2 }
		/^\.Ed/ { block = 0; if (text != "") print text; text = "" }
		block { sub(/ *\\$/, ""); text = text $0 (/\|$/ ? " " : ";") }
		/^\.Bd -literal/ && part == "EXAMPLES" { block = 1 }
		/^\.Dl / && (part == "EXAMPLES" || FILENAME ~ /newsprint/) { print substr($0, 5) }' "$1" |
		sed 's/\\(dq/"/g;s/\\e/\\/g;s/\\-/-/g'
}

# What the examples name; each runs in a copy.
mkdir kit && cd kit || exit 2
mkdir pages today
cp "$ROOT"/scripts/demo.d/*.txt pages
cp pages/*.txt today
cat pages/*.txt >page.txt
nsplit pages/*.txt | nstrip | ndedupe >news.rec
for name in wire today all; do cp news.rec $name.rec; done
sed 's|^Page: .*|&\nUrl: https://news.example/|' news.rec >articles.rec
{ echo 'https://news.example/1'; cat page.txt; } >dump.txt
ncsv news.rec >articles.csv
printf 'Orient Star\tORG\tOrient Star\n' >ships.tsv
printf '{"url":"https://news.example/1","timestamp":"2025-08-01","text":"The council met."}\n' >part.jsonl
printf 'WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 4\r\n\r\nNews\r\n\r\n' | gzip >today.wet.gz
cp today.wet.gz part.warc.wet.gz
if command -v zstd >/dev/null; then zstd -q part.jsonl && cp part.jsonl.zst c4.jsonl.zst; fi

cd ..

for page in "$ROOT"/man/*.[157]; do
	name=$(basename "$page")
	commands "$page" >list
	check "$name has examples" test -s list
	while read -r line <&3; do
		missing=
		case $line in *'tail -f'*) skip "$name: $line" 'it never ends'; continue ;; esac
		for tool in igzip zstdcat recsel jq less parallel column; do
			case $line in *"$tool "*) command -v $tool >/dev/null || missing=$tool ;; esac
		done
		if [ -n "$missing" ]; then
			skip "$name: $line" "there is no $missing"
			continue
		fi
		rm -rf work && cp -r kit work
		run sh -c "cd work; $line"
		ends "$name: $line" 0 ''
	done 3<list
done
