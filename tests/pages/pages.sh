#!/bin/sh
# Whole pages and what becomes of them: NAME.in through the pipeline is NAME.out. Another pipeline stands in NAME.cmd.
# `make update-pages` writes what comes out now into NAME.out, for review with `git diff`. A page that has NAME.gold
# and no NAME.out is not right to the letter yet: gold.sh counts its articles.
. tests/tap.sh

found=
for page in "$ROOT"/tests/pages/*.in; do
	[ -f "$page" ] || continue
	[ -f "${page%.in}.out" ] || [ ! -f "${page%.in}.gold" ] || continue
	found=yes
	name=$(basename "$page" .in)
	command='nsplit "$1" | nstrip | ndedupe'
	[ ! -f "${page%.in}.cmd" ] || command=$(cat "${page%.in}.cmd")
	cp "$page" "$name.in"
	sh -c "$command" - "$name.in" >out 2>err
	[ ! -s err ] || not_ok "$name: writes to stderr" "$(cat err)"
	[ -z "${UPDATE:-}" ] || cp out "${page%.in}.out"
	same "$name" out "${page%.in}.out"
done
[ -n "$found" ] || skip 'pages' 'there are no pages yet'
