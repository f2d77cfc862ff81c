#!/bin/sh
# How the recipes end when they are called wrongly or stopped: with a usage, and with nothing left behind.
. tests/tap.sh
recipes=$ROOT/scripts/recipes

for recipe in clean-corpus dedupe-hadoop dedupe-parallel dedupe-sort pages-parallel story-people wet-sqlite; do
	run env -u mapreduce_map_input_start "$recipes/$recipe" </dev/null
	ends "$recipe without operands" 2 "usage: scripts/recipes/$recipe [A-Z]"
done
for line in 'dedupe-hadoop x' 'story-people x' 'wet-sqlite x'; do
	# shellcheck disable=SC2086
	run "$recipes"/$line
	ends "$line: one operand is not enough" 2 "usage: scripts/recipes/${line% x} [A-Z]"
done
is 'none of them has made anything' "$(find . ! -name out ! -name err -type f)" ''

# Tools that never come to an end, and tell when they have begun.
mkdir tools left
printf '#!/bin/sh\necho >"%s/begun"\nexec sleep 300\n' "$TMP" >tools/slow
chmod +x tools/slow
for tool in nsplit nents ndedupe ncsv parallel hadoop; do ln -s slow tools/$tool; done
echo 'Text: x' >in

# stopped SIGNAL STATUS RECIPE OPERAND...: the recipe, its tools and all get the signal, as from a terminal.
stopped() {
	signal=$1 want=$2 recipe=$3
	shift 3
	rm -f begun
	PATH=$TMP/tools:$PATH TMPDIR=$TMP/left HADOOP_STREAMING=x env --default-signal="$signal" setsid "$recipes/$recipe" "$@" </dev/null >out 2>err &
	group=$!
	tries=0
	while [ ! -e begun ] && [ $tries -lt 300 ]; do
		sleep 0.1
		tries=$((tries + 1))
	done
	kill -s "$signal" -- "-$group"
	wait $group
	is "$recipe, stopped by SIG$signal" "status $?, $(find left news.db.* 2>/dev/null | grep -c .) left" "status $want, 1 left"
	rm -rf left/* news.db.*
}
for ending in HUP:129 INT:130 TERM:143; do
	for line in 'clean-corpus in' 'dedupe-hadoop in pairs' 'dedupe-parallel in' 'dedupe-sort in' 'pages-parallel in' \
		'story-people in x' 'wet-sqlite news.db in' 'who-said-what in'; do
		# shellcheck disable=SC2086
		stopped ${ending%:*} ${ending#*:} $line
	done
done
