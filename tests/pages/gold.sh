#!/bin/sh
# Articles that come back from labelled pages: NAME.gold has line, article (0 = the page's own chrome) and role of
# NAME.in. The file `floor` says how many must come back of each page; the others are skips. `make update-pages` raises
# the floor to what comes back now; it never lowers it.
. tests/tap.sh
pages=$ROOT/tests/pages
built nsplit nstrip || exit 0

nsplit "$pages"/*.in | nstrip >clean.rec
awk -f "$pages/articles.awk" clean.rec "$pages"/*.gold >counts

if [ -n "${UPDATE:-}" ]; then
	awk 'FILENAME == ARGV[1] { floor[$1] = $2; next } $1 != "all" { print $1, ($2 > floor[$1] ? $2 : floor[$1] + 0) }' \
		"$pages/floor" counts >floor.new
	cp floor.new "$pages/floor"
fi

# A page's line: the floor is held; no more records than articles; what is still to come back.
awk '
	FILENAME == ARGV[1] { floor[$1] = $2; known[$1] = 1; next }
	$1 == "all" { next }
	!($1 in known) { print "not ok - " $1 ": no floor; run make update-pages"; next }
	$2 < floor[$1] { print "not ok - " $1 ": " $2 " of " $3 " articles come back, " floor[$1] " must"; next }
	{ print "ok - " $1 ": " $2 " of " $3 " articles come back" }
	$2 < $3 { print "ok - " $1 " in full # SKIP articles of labelled pages that do not come back yet" }
	$2 == $3 && $4 > $3 { print "not ok - " $1 ": " $4 " records for " $3 " articles" }
' "$pages/floor" counts
awk '$1 == "all" && $3 < 20 { print "not ok - gold: only " $3 " articles are labelled" }' counts
