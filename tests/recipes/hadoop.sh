#!/bin/sh
# The recipe for Hadoop Streaming, with a framework in sh that does what the real one does with the given properties.
. tests/tap.sh
built ndedupe || exit 0
awk -v n=1500 -v seed=11 -f "$ROOT/tests/ndedupe/articles.awk" >in
ndedupe in >want

cat >hadoop <<'SH'
#!/bin/sh
# hadoop jar: splits of so many bytes, each record to the split that its first byte is in; mappers; a partition by a
# hash of the first field or of all of the key; a sort by the key alone, values in any order; reducers.
set -eu
if [ "$1" = fs ]; then shift 2; exec cat $1; fi
shift 2
minsize=1 fields=1 partition=key reduces=1 delimiter= offsets=
while [ $# -gt 0 ]; do
	case $1 in
	-D)	case $2 in
		textinputformat.record.delimiter=*) delimiter=${2#*=} ;;
		stream.map.input.ignoreKey=false) offsets=yes ;;
		mapreduce.input.fileinputformat.split.minsize=*) minsize=${2#*=} ;;
		stream.num.map.output.key.fields=*) fields=${2#*=} ;;
		mapreduce.partition.keypartitioner.options=-k1,1) partition=first ;;
		mapreduce.job.reduces=*) reduces=${2#*=} ;;
		esac ;;
	-files) files=$2 ;;
	-partitioner) partitioner=$2 ;;
	-mapper) mapper=$2 ;;
	-reducer) reducer=$2 ;;
	-input) input=$2 ;;
	-output) output=$2 ;;
	esac
	shift 2
done
[ "$(printf '%s' "$delimiter" | od -An -c | tr -d ' ')" = '\n\n' ] && [ "$offsets" = yes ]
[ "$partitioner" = org.apache.hadoop.mapred.lib.KeyFieldBasedPartitioner ] && [ "$partition" = first ]
mkdir work "$output"
cp "$files" work
awk -v RS= -v size="$minsize" '{ print at "\t" $0 >("work/split." int(at / size)) ; at += length($0) + 2 } BEGIN { at = 0 }' "$input"
export mapreduce_map_input_start mapreduce_input_fileinputformat_split_minsize="$minsize"
for split in work/split.*; do
	mapreduce_map_input_start=$((${split##*.} * minsize))
	work/$mapper <"$split" || { echo 'a task failed' >&2; exit 1; }
done >work/mapped
awk -v n="$reduces" -F '\t' '{ h = 0; for (i = 2; i <= 8; i++) h += index("0123456789abcdef", substr($1, i, 1)) * i
	print >("work/part." h % n) }' work/mapped
i=0
while [ $i -lt "$reduces" ]; do
	tac "work/part.$i" | sort -s -t "$(printf '\t')" -k "1,$fields" | $reducer >"$output/part-0000$i" || { echo 'a task failed' >&2; exit 1; }
	i=$((i + 1))
done
SH
chmod +x hadoop
HADOOP=$TMP/hadoop HADOOP_STREAMING=streaming.jar
export HADOOP HADOOP_STREAMING
recipe=$ROOT/scripts/recipes/dedupe-hadoop

run "$recipe" in pairs -D mapreduce.job.reduces=3 -D mapreduce.input.fileinputformat.split.minsize=300000
ends 'five splits and three reducers' 0 ''
same 'drop what one process drops' out want
is 'there were five' "$(find work -name "split.*" | grep -c .)" 5
is 'and three' "$(find pairs -type f | grep -c .)" 3

rm -rf work pairs
run "$recipe" in pairs -D stream.num.map.output.key.fields=1
ends 'by default the values of a key are in any order, which the reducer sees' 1 'not in order: sort the sketches'
is 'and nothing is dropped by it' "$(cat out)" ''

rm -rf work pairs
{ cat in; printf 'Id: torn\nno field\n\n'; } >torn
run "$recipe" torn pairs
ends 'a record that is none fails the mapper' 1 'a task failed'
is 'and nothing is written' "$(cat out)" ''
