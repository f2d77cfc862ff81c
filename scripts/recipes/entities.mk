# Keeps a table of who and what is named in a folder of pages. A run reads the pages that are new or were changed since
# the last one, and adds what their new articles say; where there are none it does nothing. All that a run makes lies
# in a folder that gets its name when it is whole, so that a run may be killed at any time, and is done again.
# usage: make -f scripts/recipes/entities.mk [PAGES=folder] [TABLE=file] [STORE=folder]
# for example: make -f scripts/recipes/entities.mk PAGES=crawl TABLE=crawl.csv
# Rows stay when a page goes; remove the store to begin again. Wants GNU make, find and sort, and flock of util-linux.
PAGES = pages
TABLE = entities.csv
STORE = $(TABLE).store

export LC_ALL = C
SHELL = /bin/sh
.SHELLFLAGS = -euc
.ONESHELL:
.SILENT:
.PHONY: table
table:
	mkdir -p '$(STORE)'
	exec 9<'$(STORE)'
	flock 9
	old=$$(ls '$(STORE)' | grep -x '[0-9][0-9]*' | sort -n | tail -n 1)
	before='$(STORE)'/$$old now='$(STORE)'/$$((old + 1)) new='$(STORE)'/new
	rm -rf "$$new"
	mkdir "$$new"
	# A part of a pipe that fails must not go unseen.
	part() { "$$@" || : >"$$new/failed"; }
	whole() { [ ! -e "$$new/failed" ] || { echo 'entities.mk: not all went well: $(TABLE) stays as it was' >&2; exit 2; }; }
	: >"$$new/began" # pages that are written from here on are the next run's, too
	# The table and the store are no pages, though they may lie among them.
	set -- '$(STORE)'
	for own in '$(TABLE)' '$(TABLE).new'; do [ ! -e "$$own" ] || set -- "$$@" -o -samefile "$$own"; done
	part find '$(PAGES)' \( -samefile "$$@" \) -prune -o -type f $${old:+-cnewer "$$before/began"} -print0 | part sort -z >"$$new/pages"
	whole
	if [ -s "$$new/pages" ]; then
		[ -z "$$old" ] || cp "$$before/seen" "$$before/table.csv" "$$new"
		part xargs -0 nsplit <"$$new/pages" | part nstrip | part ndedupe --state="$$new/seen" | part nents | part ncsv |
			part tail -n +$$((1 + (old > 0))) >>"$$new/table.csv"
		whole
		mv "$$new" "$$now"
		rm -rf $${old:+"$$before"}
	else
		[ -n "$$old" ] || exit 0
		now=$$before
	fi
	cmp -s "$$now/table.csv" '$(TABLE)' || { cp "$$now/table.csv" '$(TABLE).new' && mv '$(TABLE).new' '$(TABLE)'; }
