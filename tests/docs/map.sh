#!/bin/sh
# README's map names every module, in the left column of its folder: the name of each source, or what that begins with
# (from_csv is part of from); and what it names is there.
. tests/tap.sh
# A line for each: folder/name. Names stand two blanks deeper than their folder, what they are behind more blanks.
sed -n '/^## Where things are/,/^## Reporting/p' "$ROOT/README.md" | awk '
	match($0, /^ {4,8}[a-z]/) {
		depth = RLENGTH - 1
		left = substr($0, depth + 1)
		sub(/  .*/, "", left)
		if (depth == 4) folder = left
		else if (depth == 6) inside = ""
		n = split(left, name, /, /)
		for (i = 1; i <= n && depth > 4; i++) print folder inside name[i]
		if (depth == 6 && left ~ /\/$/) inside = left
	}' >map
missing=
for source in $(cd "$ROOT" && ls lib/*.[chS] lib/*/*.[chS] cmd/*/*.[chS]); do
	name=${source%.?}
	folder=${name%/*}/ file=${name##*/}
	[ "$file" = main ] || grep -qxE "$folder($file|${file%%_*})" map || missing="$missing $source"
done
is 'every module is in the map of README.md' "$missing" ''
gone=
for name in $(cat map); do
	for file in "$ROOT/$name" "$ROOT/$name".*; do [ ! -e "$file" ] || continue 2; done
	gone="$gone $name"
done
for folder in $(sed -nE '/^## Where/,/^## Reporting/s|^ {4}([a-z/]+/) .*|\1|p' "$ROOT/README.md"); do
	[ -d "$ROOT/$folder" ] || gone="$gone $folder"
done
is 'what the map names is there' "$gone" ''
