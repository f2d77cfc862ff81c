#!/bin/sh
# scripts/train/compose-pages.py keeps its word (every line labelled, the same bytes again, styles held out stay out),
# and nsplit loses nothing on a page of any of its styles. The articles are invented here.
. tests/tap.sh
command -v python3 >/dev/null || { skip 'composed pages' 'no python3'; exit 0; }
compose=$ROOT/scripts/train/compose-pages.py

awk 'BEGIN {
	split("harbour council ferry budget strike river bridge market school storm", thing, " ")
	split("Oslo Lagos Lima Hanoi Turin Perth Quito Minsk Accra Leeds", town, " ")
	for (n = 1; n <= 40; n++) {
		body = ""
		for (k = 1; k <= 3 + n % 4; k++)
			body = body sprintf("The %s of %s came up for the %dth time on Monday, and Ana Brook said that it would cost %d million.\\n\\n",
			    thing[n % 10 + 1], town[k % 10 + 1], k + n, n * k)
		printf "{\"title\": \"%s waits for its %s, number %d\", \"author\": \"Ana Brook\", \"host\": \"www.paper%d.example\", \"body\": \"%s\"}\n",
		    town[n % 7 + 1], thing[n % 9 + 1], n, n, body
	}
}' >articles.jsonl

styles=$("$compose" --list | wc -l)
pages=$((styles * 2))
"$compose" articles.jsonl a $pages 3
"$compose" articles.jsonl b $pages 3
"$compose" articles.jsonl c $pages 4
check 'the same seed gives the same bytes' diff -r a b
if diff -rq a c >/dev/null; then not_ok 'another seed gives other pages'; else ok 'another seed gives other pages'; fi
is 'each style makes pages' "$(tail -n +2 a/index.tsv | cut -f2 | sort -u | wc -l)" "$styles"

for gold in a/*.gold; do
	awk -F '\t' '
		function fail(why) { print FILENAME ": " why; failed = 1; exit }
		NR == FNR { if (FNR > 1) { article[$1] = $2; role[$1] = $3; rows++ } next }
		/[^ \t]/ { lines++; if (!(FNR in role)) fail("line " FNR " has no label") }
		(FNR in role) && role[FNR] !~ /^(title|source|date|source\+date|byline|caption|text|chrome)$/ { fail("role " role[FNR]) }
		(FNR in role) && article[FNR] > 0 {
			if (article[FNR] < last) fail("article " article[FNR] " behind " last)
			last = article[FNR]
			if (role[FNR] == "text") text[last] = 1
		}
		END {
			if (failed) exit
			if (rows != lines) print FILENAME ": " rows " labels, " lines " lines"
			for (n = 1; n <= last; n++) if (!text[n]) print FILENAME ": article " n " has no text"
		}' "$gold" "${gold%.gold}.txt" >>wrong.txt
done
is 'every line has a label, every article its text' "$(cat wrong.txt)" ''

"$compose" --hold-out scroll,wire --hosts 1/2 articles.jsonl d $pages 1
"$compose" --styles scroll,wire --not-hosts 1/2 articles.jsonl e 20 1
is 'styles held out stay out' "$(cut -f2 d/index.tsv | grep -cxE 'scroll|wire')" 0
is 'styles asked for come' "$(tail -n +2 e/index.tsv | cut -f2 | sort -u | tr '\n' ' ')" 'scroll wire '
number='[a-z0-9]*, number [0-9]*'
grep -ohE "$number" -r d --include='*.txt' | sort -u >d.titles
grep -ohE "$number" -r e --include='*.txt' | sort -u >e.titles
is 'hosts stay on their side' "$(comm -12 d.titles e.titles)" ''
run "$compose" --styles nosuch articles.jsonl f
ends 'an unknown style is named' 1 "no style 'nosuch'"
run "$compose" nosuch.jsonl f
ends 'a missing file is named' 1 'nosuch\.jsonl: No such file'

built nsplit || exit 0
for page in a/*.txt; do
	nsplit "$page" | grep -vE '^(%rec|Id|Page|Headline): ' | sed 's/^[A-Za-z]*: //' | tr -d '[:space:]' >made
	visible <"$page" | tr -d '[:space:]' >there
	cmp -s made there || echo "$page $(grep "^$(basename "$page" .txt)" a/index.tsv | cut -f2)"
done >lost.txt
is 'nsplit loses nothing of any style' "$(cat lost.txt)" ''
