#!/bin/sh
# scripts/train-names learns from every file that it is given, and the same text gives the same bytes. The text is invented here.
. tests/tap.sh
command -v python3 >/dev/null || { skip 'a model of names is learnt' 'no python3'; exit 0; }

mkdir sets
for set in one gmb_two three; do
	awk -v set="$set" 'BEGIN {
		split("Ana Brook;Omar Dahl;Li Fenwick", person, ";")
		split("Northfield Southmoor Eastwick", town, " ")
		print "-DOCSTART-\tO\n"
		for (n = 0; n < 60; n++) {
			split(person[n % 3 + 1], name, " ")
			printf "%s\tB-PER\n%s\tI-PER\nwent\tO\nto\tO\n%s\tB-LOC\nwith\tO\nthe\tO\n%s\tB-ORG\nCouncil\tI-ORG\n.\tO\n\n",
			    name[1], name[2], town[n % 3 + 1], town[(n + 1) % 3 + 1]
		}
	}' >"sets/$set.bio"
done
: >articles.jsonl

OUT=$TMP/first.model run "$ROOT/scripts/train-names" "$TMP/sets" "$TMP/articles.jsonl" epochs=2
is 'a model of names is learnt' "$status" 0
if [ $status -ne 0 ] || grep -q 'denied\|error' err; then not_ok 'every file is read' "$(cat err)"; else ok 'every file is read'; fi
OUT=$TMP/second.model run "$ROOT/scripts/train-names" "$TMP/sets" "$TMP/articles.jsonl" epochs=2
same 'the same text gives the same bytes' first.model second.model
rm sets/three.bio
OUT=$TMP/third.model run "$ROOT/scripts/train-names" "$TMP/sets" "$TMP/articles.jsonl" epochs=2
if [ ! -s third.model ] || cmp -s first.model third.model; then not_ok 'the last file counts'; else ok 'the last file counts'; fi
