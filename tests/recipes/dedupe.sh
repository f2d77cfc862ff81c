#!/bin/sh
# The recipes drop what one process drops.
. tests/tap.sh
built ndedupe || exit 0
awk -v n=1500 -v seed=11 -f "$ROOT/tests/ndedupe/articles.awk" >in
ndedupe in >want

"$ROOT"/scripts/recipes/dedupe-sort in >got 2>err
same "with sort" got want
is "with sort: no complaint" "$(cat err)" ''

# The records are read twice: what can be read once only is refused, and no empty corpus is made of it.
for recipe in dedupe-sort dedupe-parallel; do
	for operand in - /dev/stdin . none; do
		run sh -c 'cat in | "$@"' sh "$ROOT/scripts/recipes/$recipe" $operand
		ends "$recipe $operand" 2 "^$recipe: $operand: no regular file, which it must be: it is read twice\$"
	done
done

if command -v parallel >/dev/null; then
	HOME=$TMP
	export HOME
	"$ROOT"/scripts/recipes/dedupe-parallel in --block 50k -j 2 >got 2>err
	same "with GNU parallel on this host" got want
	# a host is what a command leads to: here a shell of its own, in a place of its own
	mkdir elsewhere
	cat >ssh <<-'SH'
		#!/bin/sh
		while [ "${1#-}" != "$1" ]; do shift; done
		echo "$1" >>"$TMP/hosts"
		shift
		[ "$1" != -- ] || shift
		cd "$TMP/elsewhere" && exec env HOME="$TMP/elsewhere" sh -c "$*"
	SH
	chmod +x ssh
	PARALLEL_SSH=$TMP/ssh env -u SHELL "$ROOT"/scripts/recipes/dedupe-parallel in --block 50k \
		--sshlogin 1/one,1/two --env PATH >got 2>err
	same "with GNU parallel on two hosts" got want
	PARALLEL_SSH=false "$ROOT"/scripts/recipes/dedupe-parallel in --sshlogin 1/one >got 2>err
	is "a host that can't be reached does not go unseen" "$? $(cat got)" '2 '
	printf '#!/bin/sh\nexec cat >/dev/null\n' >deaf
	chmod +x deaf
	PARALLEL_SSH=$TMP/deaf "$ROOT"/scripts/recipes/dedupe-parallel in --sshlogin 1/one >got 2>err
	is "a host that sends nothing back does not go unseen" "$? $(cat got)" '2 '
	check "and is named" grep -q 'one: no sketches came back from block 1$' err
	is "both hosts worked" "$(sort -u hosts | grep -c .)" 2
else
	skip "with GNU parallel" "GNU parallel is not installed"
fi

python=${SPARK_PYTHON:-python3}
mkdir none_of_it
echo 'SparkConf = SparkContext = None' >none_of_it/pyspark.py
run sh -c 'cat in | "$@"' sh env PYTHONPATH="$TMP/none_of_it" "$python" "$ROOT/scripts/recipes/dedupe-spark" /dev/stdin
ends 'dedupe-spark /dev/stdin' 2 '^dedupe-spark: /dev/stdin: no regular file, which it must be: it is read twice$'
if "$python" -c 'import pyspark' 2>/dev/null && command -v java >/dev/null; then
	PYSPARK_PYTHON=$python "$python" "$ROOT"/scripts/recipes/dedupe-spark "$TMP/in" 'local[2]' 3 >got 2>err
	same "with Spark, two workers" got want
else
	skip "with Spark" "pyspark is not installed"
fi
