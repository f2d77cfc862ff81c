#!/bin/sh
# entities.mk: new pages only, once, and never half a table.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0
command -v flock >/dev/null || { skip 'entities.mk' 'there is no flock'; exit 0; }
fresh() { run env MAKEFLAGS= make -f "$ROOT/scripts/recipes/entities.mk" "$@"; }
rows() { tail -n +2 entities.csv | grep -c "$@"; }

mkdir pages
cp "$ROOT/scripts/demo.d/harbour.txt" pages/
nsplit pages/harbour.txt | nstrip | ndedupe | nents | ncsv >want
fresh
ends 'a first run' 0 ''
same 'is the pipeline' entities.csv want

touch -d 2001-01-01 entities.csv
fresh
ends 'a run without a new page' 0 ''
is 'leaves the table untouched' "$(date -r entities.csv +%Y)" 2001

cat >'pages/two words.txt' <<'PAGE'
Mayor of Ghent opens the new tram line

The Ghent Gazette
2 May 2025
The mayor of Ghent, Lieve Claes, opened a tram line of nine kilometres on Friday, and thousands took the first trams to the university hospital.
"We have waited twenty years for this," said Claes. The line had cost the city €310 million, most of it for two bridges over the river Leie.
PAGE
printf '#!/bin/sh\necho "$@" >>"%s/read"\nexec "%s" "$@"\n' "$TMP" "$(command -v nsplit)" >nsplit
chmod +x nsplit
PATH=$TMP:$PATH fresh
ends 'a new page' 0 ''
is 'is the only one that is read' "$(cat read)" 'pages/two words.txt'
head -n "$(grep -c . want)" entities.csv >old
same 'what was there stays' old want
check 'its rows are added' test "$(rows 'two words.txt')" -gt 2
is 'and none else' "$(rows -v 'two words.txt')" "$(($(grep -c . want) - 1))"
is 'the header stands once' "$(grep -c '^id,line,' entities.csv)" 1

cp entities.csv before
touch pages/harbour.txt
cp pages/harbour.txt pages/again.txt
fresh
ends 'a page that was touched, and a copy' 0 ''
same 'add nothing' entities.csv before

touch -d 2001-01-01 'pages/two words.txt'
mv pages/harbour.txt elsewhere.txt
sed 's/Claes/Maes/g;s/Ghent/Bruges/g;s/tram/ferry/g;s/line/boat/g;s/waited/fought/g;s/hospital/harbour/g' 'pages/two words.txt' >new.txt
touch -d 2001-01-01 new.txt
mv new.txt pages/old.txt
fresh
check 'a page that came with an old date is read too' test "$(rows old.txt)" -gt 2

cp entities.csv before
echo 'Another page.' >pages/more.txt
for tool in nsplit nents; do
	rm -f nsplit nents
	printf '#!/bin/sh\n%s\nexit 2\n' "$(command -v $tool) \"\$@\" | head -n 3" >$tool
	chmod +x $tool
	PATH=$TMP:$PATH fresh
	ends "$tool fails in the middle" 2 'entities.mk: not all went well: entities.csv stays as it was'
	same "$tool fails in the middle: the table is as it was" entities.csv before
done
rm -f nsplit nents
printf '#!/bin/sh\nkill -KILL 0\n' >ncsv
chmod +x ncsv
PATH=$TMP:$PATH MAKEFLAGS='' setsid -w make -f "$ROOT/scripts/recipes/entities.mk" >/dev/null 2>&1
same 'killed in the middle: the table is as it was' entities.csv before
rm -f ncsv
cp "$ROOT"/tests/pages/wire.in pages/wire.txt
fresh
ends 'and the next run' 0 ''
check 'reads what that one did not come to' test "$(rows wire.txt)" -gt 2
is 'nothing is left lying about' "$(find . -name '*.new' -o -path './entities.csv.store/*' -prune | grep -c .)" 1

mkdir empty
fresh PAGES=empty TABLE=none.csv
ends 'a folder without pages' 0 ''
check 'makes no table' test ! -e none.csv
cp pages/old.txt empty
fresh PAGES=empty TABLE=none.csv
check 'and its first page one' test "$(tail -n +2 none.csv | grep -c old.txt)" -gt 2

# The table and the store may lie among the pages, whatever they are called by.
mkdir inside
cd inside || exit 2
cp ../pages/old.txt .
for table in entities.csv "$PWD/other.csv"; do
	rm -rf entities.csv* other.csv* copy.txt
	fresh PAGES=. TABLE="$table" && cp "$table" ../first
	cp ../pages/old.txt copy.txt
	for turn in 2 3; do
		: >entities.csv.new # of a run that was killed
		fresh PAGES=. TABLE="$table"
		ends "run $turn in the folder of the pages" 0 ''
		same "run $turn in the folder of the pages adds nothing of its own" "$table" ../first
	done
	check 'which is of the page' grep -q '^./old.txt#1,' "$table"
done
cd ..
fresh PAGES=none TABLE=t.csv
ends 'a folder that is not there' 2 "none.*No such file"
