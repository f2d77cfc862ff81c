#!/bin/sh
# Records: what must hold for any stream of them.
. tests/tap.sh
built ndedupe || exit 0
make_articles() { awk -v n="$1" -v seed="$2" -f "$ROOT/tests/ndedupe/articles.awk"; }
ids() { sed -n 's/^Id: //p' "$@"; }

for seed in 1 2 3; do
	make_articles 600 $seed >in
	ndedupe -w in >within
	ndedupe in >kept
	ndedupe -d in >dropped
	ndedupe -g in >why
	ndedupe in >again
	same "seed $seed: the same twice" kept again
	awk 'NR == FNR { if (/^Id: /) kept[$2] = 1; next } /^$/ || /^%/ || /^Id: / { on = /^%/ || (/^Id: / && $2 in kept); if (!/^Id: / && !/^%/) { if (was) print; was = 0; next } was = on } on' \
		kept within >want
	same "seed $seed: kept records are those of -w, in order" kept want
	{ ids kept; ids dropped; } | sort >both
	ids in | sort >all
	same "seed $seed: kept and -d are all" both all
	awk -F '\t' 'NR > 1 && $4 != "update" { print $1 }' why | sort >told
	ids dropped | sort >gone
	same "seed $seed: -g tells of just those that are dropped" told gone
	ids kept >kept.ids
	is "seed $seed: -g names records that were kept" \
		"$(awk -F '\t' 'NR == FNR { kept[$1]; next } FNR > 1 && !($2 in kept)' kept.ids why)" ''
	is "seed $seed: of every kind some" "$(cut -f 4 why | sort -u | tr '\n' ' ')" 'equal kind near update '
	is "seed $seed: similarity is at least the threshold" \
		"$(awk -F '\t' '$4 == "near" && $3 < 0.7 || $4 == "equal" && $3 != 1' why)" ''
	ndedupe --updates=drop in | ids >fewer
	awk -F '\t' '$4 == "update" { print $1 }' why | sort >updates
	is "seed $seed: --updates=drop drops the updates" "$(sort fewer | comm -12 - updates)" ''

	# two runs with a state are one run
	awk -v RS= -v ORS='\n\n' 'NR == 1 { print; next } { print > (NR < 300 ? "one" : "two") }' in >top
	rm -f state
	{ cat top one | ndedupe --state=state; cat top two | ndedupe --state=state | sed 1,2d; } >got
	same "seed $seed: two runs with a state" got kept
	cat top two | ndedupe --state=state --read-only >got
	is "seed $seed: a third one has nothing new" "$(cat got)" '%rec: Article'

	# the work in two halves, sketched whole and in parts
	for method in samples minhash; do
		ndedupe --method=$method in >kept
		ndedupe --method=$method --sketch in | sort | ndedupe --join | sort >pairs
		ndedupe --method=$method --apply=pairs in >got
		same "seed $seed: sketch, join, apply: $method" got kept
	done
	for options in '-k Title' -e -l '-t 0.5' --updates=drop --no-numbers; do
		# shellcheck disable=SC2086
		ndedupe $options in >kept
		# shellcheck disable=SC2086
		ndedupe $options --sketch in | sort | ndedupe --join | sort | ndedupe $options --apply=- in >got
		same "seed $seed: sketch, join, apply: $options" got kept
	done
	ndedupe in >kept
	{ cat top two | ndedupe --sketch --part=2; cat top one | ndedupe --sketch --part=1; } |
		sort | ndedupe --join | sort | ndedupe --apply=- in >got
	same "seed $seed: in two parts" got kept
	rm -f one two
done

bad=
make_articles 60 7 >in
ndedupe in >want
for size in $(seq 1 64); do
	LD_PRELOAD="$ROOT/$B/tests/shim/short.so" NEWS_SHORT=$size ndedupe in >got && cmp -s got want || bad="$bad $size"
done
is "the same at read sizes 1 to 64" "$bad" ''

make_articles 4000 5 >in
ndedupe --memory=1M --forget in >got 2>err
is "--forget: no trouble" "$(cat err)" ''
ids got >some
ids in | grep -c . >all
is "--forget: keeps no less than without" "$([ "$(grep -c . some)" -ge "$(ndedupe in | ids | grep -c .)" ] && echo yes)" yes
ndedupe --memory=1M in >got 2>err
is "--memory: stops with 2" $? 2
is "--memory: says so" "$(grep -c 'memory of 1 MB is full after .* records.*--forget' err)" 1

# unspaced scripts: each character is a word
awk 'BEGIN {
	srand(3); split("新 聞 報 道 北 京 市 長 今 天 宣 布 計 劃 經 濟 發 展 國 家 會 議 代 表 人 民 大 學 生 活", c, " ")
	print "%rec: Article\n"
	for (i = 1; i <= 3; i++) { t[i] = ""; for (j = 0; j < 200; j++) t[i] = t[i] c[1 + int(rand() * 30)] }
	for (i = 1; i <= 3; i++) printf "Id: o%d\nText: %s。\n\n", i, t[i]
	for (i = 1; i <= 3; i++) printf "Id: c%d\nText: 「%s」%s\n\n", i, t[i], substr(t[i % 3 + 1], 1, 60)
}' >in
is "Chinese copies are found" "$(ndedupe -g in | cut -f 1,2,4 | tr '\t\n' '= ')" 'id=kept=kind c1=o1=near c2=o2=near c3=o3=near '

# three amounts of 59 words make other news, whatever sign stands before them
for sign in '$' '£' '€' '“'; do
	awk -v sign="$sign" 'BEGIN {
		print "%rec: Article\n"
		for (i = 1; i <= 2; i++) {
			printf "Id: %s\nText:", i
			for (j = 1; j <= 56; j++)
				printf " word%s", substr("abcdefghijklmnopqrstuvwxyz", 1 + j % 26, 1) substr("abc", 1 + j / 26, 1)
			printf " %s%s %s%s %s%s.\n\n", sign, i ",250", sign, 3 * i ",480", sign, 4 * i ",900"
		}
	}' >in
	is "amounts with $sign decide" "$(ndedupe -g in | sed 1d)" ''
done
