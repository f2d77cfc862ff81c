#!/bin/sh
# Plain text: awk '!s[$0]++', byte for byte, whatever the bytes and however they come.
. tests/tap.sh
built ndedupe || exit 0
oracle() { gawk '!s[$0]++' "$@"; }

# Lines from a small alphabet, so that many repeat, of all bytes: input N SEED
input() {
	gawk -v n="$1" -v seed="$2" 'BEGIN {
		srand(seed)
		for (i = 0; i < 256; i++) byte[i] = sprintf("%c", i)
		byte[10] = ""
		for (; n > 0; n--) {
			line = ""
			for (k = int(rand() * rand() * 40); k > 0; k--)
				line = line byte[int(rand() < 0.7 ? 97 + rand() * 3 : rand() * 256)]
			if (rand() < 0.5) old[int(rand() * 50)] = line
			else line = old[int(rand() * 50)]
			printf("%s%s", line, (n > 1 || rand() < 0.5) ? "\n" : "")
		}
	}'
}

bad=
for seed in 1 2 3 4 5 6 7 8 9 10 11 12; do
	input $((seed * seed * 20)) $seed >in
	[ -s in ] || bad="$bad $seed-empty"
	oracle in >want
	ndedupe in >got && cmp -s got want || bad="$bad $seed"
	ndedupe --wide <in >got && cmp -s got want || bad="$bad $seed-wide"
	ndedupe --memory=1M --forget <in >got && cmp -s got want || bad="$bad $seed-forget"
	ndedupe --state=state$seed in >got && cmp -s got want || bad="$bad $seed-state"
	{ ndedupe -n in; ndedupe -nd in; } | LC_ALL=C sort -n | sed 's/^[0-9]*	//' >got
	gawk 1 in | cmp -s got - || bad="$bad $seed-parts"
	tr '\n\0' '\0\n' <in | ndedupe -z | tr '\n\0' '\0\n' >got
	cmp -s got want || bad="$bad $seed-z"
	ndedupe -c in | sed 's/^ *[0-9]* //' | cmp -s - want || bad="$bad $seed-c"
done
is "as awk on lines of all bytes: plain, wide, forget, state, -n with -d, -z, -c" "$bad" ''

bad=
input 300 99 >in
oracle in >want
for size in $(seq 1 64); do
	LD_PRELOAD="$ROOT/$B/tests/shim/short.so" NEWS_SHORT=$size ndedupe in >got && cmp -s got want || bad="$bad $size"
done
is "the same at read sizes 1 to 64" "$bad" ''

seq 1 300000 | awk '{ print $1; if ($1 % 3 == 0) print int($1 / 2) }' >in
awk '!s[$0]++' in >want
ndedupe in >got
same "tables that grow: 300,000 different lines" got want
ndedupe --wide in >got
same "tables that grow, wide" got want
for i in 1 2 3 4; do ndedupe -n --shard=$i/4 in; done | sort -n | cut -f 2- >got
same "four shards together" got want
head -n 200000 in | ndedupe --state=two >got
tail -n +200001 in | ndedupe --state=two >>got
same "two runs with a state" got want

{ head -c 3000000 /dev/zero | tr '\0' x; echo; echo a; head -c 3000000 /dev/zero | tr '\0' x; } >in
ndedupe in | cksum >got
awk '!s[$0]++' in | cksum >want
same "lines of 3 MB" got want

# A generation that is forgotten may let a line through again, but no line is lost, and none doubled close by.
seq 1 200000 >in
{ cat in; tail -n 1000 in; } | ndedupe --memory=1M --forget >got
same "--forget still knows the last lines" got in

(echo a; sleep 2; echo a; echo b) | ndedupe >got &
sleep 1
is "what is ready is written before a wait" "$(cat got)" a
wait
is "and the rest after it" "$(tr '\n' ' ' <got)" 'a b '
