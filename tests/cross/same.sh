#!/bin/sh
# The tools of another machine, under qemu, write the bytes that those of this one ($NATIVE) write, and each reads what
# the other keeps. Run by scripts/cross.
. tests/tap.sh
[ -n "${NATIVE:-}" ] || { skip 'the same bytes on another machine' 'scripts/cross runs this'; exit 0; }

# on MACHINE COMMAND...: with the tools of here or there.
on() {
	where=$1
	shift
	if [ "$where" = here ]; then PATH=$NATIVE:$PATH "$@"; else "$@"; fi
}

# same_bytes NAME COMMAND...: stdout and exit status here and there.
same_bytes() {
	name=$1
	shift
	for machine in here there; do
		on $machine "$@" >"out.$machine" 2>"err.$machine"
		printf 'status %d\n' $? >>"out.$machine"
	done
	same "$name" out.there out.here
	# A word's size shows in what memory is taken.
	sed -i 's/in [0-9]* bytes$/in some bytes/' err.there err.here
	same "$name: messages" err.there err.here
}

pages="$ROOT/scripts/demo.d/harbour.txt $ROOT/tests/pages/aggregator.in $ROOT/tests/pages/german.in"
for seed in 1 2 3; do dirty page $seed 300 >dirty$seed.txt; dirty bytes $seed 300 >>dirty$seed.txt; done
# shellcheck disable=SC2086
cat $pages dirty1.txt >plain.txt
# shellcheck disable=SC2086
same_bytes 'nsplit' nsplit -v $pages dirty1.txt dirty2.txt dirty3.txt
# shellcheck disable=SC2086
"$NATIVE/nsplit" $pages dirty1.txt dirty2.txt dirty3.txt >split.rec
same_bytes 'nstrip' nstrip -v split.rec
same_bytes 'nstrip -m' nstrip -m split.rec
same_bytes 'nstrip on plain text' nstrip plain.txt
"$NATIVE/nstrip" split.rec >strip.rec
same_bytes 'ndedupe' ndedupe -v strip.rec strip.rec
same_bytes 'ndedupe -g' ndedupe -g strip.rec strip.rec
same_bytes 'ndedupe -k' ndedupe -k Title -k Source strip.rec
same_bytes 'ndedupe on plain text' ndedupe -c plain.txt
same_bytes 'ndedupe --sketch' ndedupe --sketch strip.rec
same_bytes 'ndedupe --sketch --method minhash' ndedupe --sketch --method minhash strip.rec
same_bytes 'ndedupe --shard' ndedupe --shard 2/3 plain.txt
same_bytes 'nents' nents -v --asof 2025-08-02 strip.rec
same_bytes 'nents -a' nents -a strip.rec
same_bytes 'nents on plain text' nents plain.txt
same_bytes 'nents --no-model' nents --no-model strip.rec
"$NATIVE/nents" strip.rec >entities.tsv
for format in rec csv jsonl tsv; do
	same_bytes "ncsv -o $format" ncsv -o $format strip.rec
	same_bytes "ncsv -o $format of entities" ncsv -o $format entities.tsv
done
# The whole pipeline there, against the whole pipeline here.
for machine in here there; do
	# shellcheck disable=SC2086
	on $machine sh -c 'nsplit "$@" | nstrip | ndedupe | nents --asof 2025-08-02 | ncsv' - $pages >"pipe.$machine"
done
same 'the whole pipeline' pipe.there pipe.here
check 'which writes something' test "$(wc -l <pipe.here)" -gt 50

# --- What is kept ---------------------------------------------------------------------------------
# SOURCE_DATE_EPOCH fixes the day. The seed is random: a state begun here is copied there and goes on from there.
export SOURCE_DATE_EPOCH=1760000000
awk 'NR % 2' plain.txt >odd.txt
awk 'BEGIN { RS = ""; ORS = "\n\n" } NR % 3 != 2' strip.rec >some.rec

# kept_alike NAME INPUT MORE ARGUMENT...: a state of the first input, begun on either machine, says the same of the
# second on both, and becomes the same bytes.
kept_alike() {
	name=$1 input=$2 more=$3
	shift 3
	for first in here there; do
		rm -f state
		on $first ndedupe "$@" --state state "$input" >begun.$first || not_ok "$name: begun $first"
		for second in here there; do
			cp state state.$second
			on $second ndedupe -v "$@" --state state.$second "$more" >second.$second 2>said.$second
			printf 'status %d\n' $? >>second.$second
			sed 's/state\.[a-z]*/state/; s/in [0-9]* bytes$/in some bytes/' said.$second >>second.$second
		done
		same "$name: begun $first, the same is dropped" second.there second.here
		same "$name: begun $first, the same state" state.there state.here
		check "$name: begun $first, something is dropped" test "$(wc -l <second.here)" -lt "$(wc -l <"$more")"
	done
	same "$name: the first run" begun.there begun.here
}

kept_alike 'state of lines' odd.txt plain.txt
kept_alike 'state of lines, wide' odd.txt plain.txt --wide
kept_alike 'state of records' some.rec strip.rec
kept_alike 'state of records and lines' some.rec strip.rec -l
kept_alike 'state of equal records' some.rec strip.rec -e
kept_alike 'state by minhash' some.rec strip.rec --method minhash

for machine in here there; do
	rm -f learned.$machine
	for turn in 1 2 3; do on $machine nstrip --learn learned.$machine --site-memory 2 split.rec >learnt.$machine.$turn; done
done
same 'nstrip --learn: the same file' learned.there learned.here
same 'nstrip --learn: the same output' learnt.there.3 learnt.here.3
on there nstrip --learn learned.here --site-memory 2 split.rec >crossed
on here nstrip --learn learned.there --site-memory 2 split.rec >crossed.here
same 'nstrip --learn: each reads the other'\''s' crossed crossed.here
same 'nstrip --learn: and adds the same to it' learned.there learned.here

# The two halves on two machines.
ndedupe --sketch --part 1 some.rec >sketches
"$NATIVE/ndedupe" --sketch --part 2 strip.rec | sort - sketches >sorted
same_bytes 'ndedupe --join' ndedupe --join sorted
