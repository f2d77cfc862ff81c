#!/bin/sh
# The recipes that end in a table: a database, who said what, the people of a story, a corpus.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0
recipes=$ROOT/scripts/recipes
tab=$(printf '\t')
page=$ROOT/scripts/demo.d/harbour.txt

# warc FILE...: a crawl of these pages; the second copy of a page has another address.
warc() {
	n=0
	for file; do
		n=$((n + 1))
		printf 'WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:p%d>\r\nWARC-Target-URI: https://news.example/%d\r\n' $n $n
		printf 'WARC-Date: 2025-08-02T10:00:00Z\r\nContent-Length: %d\r\n\r\n' "$(wc -c <"$file")"
		cat "$file"
		printf '\r\n\r\n'
	done
}
warc "$page" "$page" "$ROOT/tests/pages/wire.in" >crawl.wet
gzip -c crawl.wet >crawl.wet.gz
nsplit crawl.wet | nstrip | ndedupe >news.rec
nents news.rec >entities.tsv

if command -v sqlite3 >/dev/null; then
	run "$recipes/wet-sqlite" news.db crawl.wet.gz
	ends 'wet-sqlite' 0 ''
	is 'every article is a row' "$(sqlite3 news.db 'SELECT count(*) FROM articles')" "$(grep -c '^Id: ' news.rec)"
	is 'every mention is a row' "$(sqlite3 news.db 'SELECT count(*) FROM entities')" "$(($(grep -c . entities.tsv) - 1))"
	is 'mentions know their article' "$(sqlite3 news.db "SELECT DISTINCT title FROM entities JOIN articles ON article = id
		WHERE name = 'Grace Wambui'")" 'Central bank in Nairobi holds rates at 9.75%'
	sed -n "s/^#.*sqlite3 news.db \"/\"/p;s/^#\t\(\tWHERE\)/\1/p" "$recipes/wet-sqlite" | tr -d '"\n' >query
	is 'its example runs' "$(sqlite3 news.db "$(cat query)" | grep -c '|1$')" \
		"$(awk -F "$tab" '$5 == "PERSON" { print $7 }' entities.tsv | sort -u | head -n 20 | grep -c .)"
	cp news.db before
	printf 'WARC/1.0\r\nbroken' >broken.wet
	run "$recipes/wet-sqlite" news.db crawl.wet broken.wet
	ends 'a broken crawl' 2 'wet-sqlite: not all went well'
	same 'leaves the database as it was' news.db before
	printf '#!/bin/sh\necho complaint >&2\n' >sqlite3
	chmod +x sqlite3
	run env PATH="$TMP:$PATH" "$recipes/wet-sqlite" news.db crawl.wet
	ends 'rows that are refused do not go unseen' 2 'complaint'
	rm sqlite3
	is 'nothing lies about' "$(ls -d news.db*)" news.db
else
	skip 'wet-sqlite' 'there is no sqlite3'
fi

run "$recipes/who-said-what" news.rec
ends 'who-said-what' 0 ''
is 'every quotation is there' "$(grep -c . out)" "$(awk -F "$tab" '$5 == "QUOTE"' entities.tsv | grep -c .)"
is 'with its speaker' "$(grep 'pier will outlive' out)" "Youssef Alami${tab}p1#2${tab}the pier will outlive us all"
is 'who was quoted most comes first' "$(grep -n '^Marta Oliveira' out | cut -d : -f 1 | head -n 1)" \
	"$(cut -f 1 out | uniq -c | sort -srn | grep -n 'Marta Oliveira' | cut -d : -f 1 | sed 's/^1$/1/')"
run "$recipes/who-said-what" none.rec
ends 'a file that is not there' 2 'none.rec'

cat >story.rec <<'REC'
%rec: Article

Id: a
Date: May 4, 2025
Title: Dockers strike
Text: Marta Oliveira met Paulo Ferreira on Friday. Oliveira was content, Marta Oliveira said.

Id: b
Date: 2 days ago
Crawled: 2025-05-06T08:00:00Z
Text: The dockers wait, said Marta Oliveira.

Id: c
Crawled: 2025-05-07T08:00:00Z
Text: The dockers sail, said Rui Matos.

Id: d
Text: Dockers of no day, said Rui Matos.

Id: e
Date: 08/05/2025
Text: Nobody speaks of dockers.

Id: f
Date: May 4, 2025
Text: Another story, said Paulo Ferreira.

REC
run "$recipes/story-people" story.rec '[Dd]ockers' 2
ends 'story-people' 0 '^story-people: 1 articles are left out: what day they are of is not known$'
cat >want <<REC
day${tab}Marta Oliveira${tab}Paulo Ferreira
2025-05-04${tab}2${tab}1
2025-05-07${tab}0${tab}0
2025-05-08${tab}0${tab}0
REC
same 'days and the persons most named' out want
run "$recipes/story-people" story.rec '[Dd]ockers' 1 2025-05-09
ends 'a day to count from' 0 ''
is 'is the day of the dayless' "$(tail -n 1 out)" "2025-05-09${tab}0"
run "$recipes/story-people" story.rec 'no such story'
is 'no story, no table' "$status $(cat out err)" '0 '
run "$recipes/story-people" none.rec x
ends 'no file' 2 'none.rec'
if command -v gnuplot >/dev/null; then
	"$recipes/story-people" story.rec '[Dd]ockers' 2 >people.tsv 2>/dev/null
	sed -n '/gnuplot -e/,/people.png$/p' "$recipes/story-people" | sed 's/^#//;s/2:7/2:3/' >plot
	run sh plot
	ends 'gnuplot draws it' 0 ''
	check 'as a picture' grep -q PNG people.png
else
	skip 'gnuplot draws it' 'there is no gnuplot'
fi

run "$recipes/clean-corpus" crawl.wet.gz crawl.wet
ends 'clean-corpus' 0 '^nsplit: 6 pages'
is 'each story once' "$(grep -c . out)" "$(grep -c '^Id: ' news.rec)"
is 'with these keys' "$(sed 's/^{"\(id\)":"[^"]*","\(url\)":"[^"]*","\(date\)":"[^"]*","\(text\)":".*"}$/\1 \2 \3 \4/' out | sort -u)" 'id url date text'
check 'title and paragraphs are lines' grep -q '"text":"Ferry between Tangier and Tarifa to resume in September\\nThe ferry between' out
is 'no chrome' "$(grep -c 'Skip to content\|advertisement' out)" 0
{ printf 'Id,Date,Text\nx,2025-05-04,"'; sed 's/"/""/g' "$page"; printf '"\n'; } | ncsv -i csv -o jsonl -f id=Id,date=Date,text=Text >pages.jsonl
run "$recipes/clean-corpus" pages.jsonl
ends 'of JSON Lines' 0 '^nsplit: 1 pages'
is 'the date is the page'"'"'s' "$(grep -c '"id":"x#[123]","url":"","date":"2025-05-04","text"' out)" 3
ncsv -o csv -f text out >texts.csv
check 'what comes out can be read again' test -s texts.csv
run "$recipes/clean-corpus" crawl.wet none.wet
ends 'a file that is not there' 2 'clean-corpus: not all went well: the corpus is not whole'
is 'gives no corpus' "$(cat out)" ''

if [ -w /dev/full ]; then
	for line in 'who-said-what news.rec' 'story-people story.rec dockers' 'clean-corpus crawl.wet'; do
		# shellcheck disable=SC2086
		"$recipes"/$line >/dev/full 2>err && status=0 || status=$?
		check "a full disk does not go unseen: ${line%% *}" test "$status" -ne 0
	done
fi
