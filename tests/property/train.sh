#!/bin/sh
# The trainers build and learn: from every file that they are given, and the same text gives the same bytes. The text is invented here.
. tests/tap.sh
command -v python3 >/dev/null || { skip 'the trainers learn' 'no python3'; exit 0; }
train=$ROOT/scripts/train

# --- Names ---------------------------------------------------------------------------------------
mkdir sets
for set in one gmb_two three; do
	awk 'BEGIN {
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
learn_names() { # learn_names OUT FILE ...
	out=$1
	shift
	run ./train_names "$out" "$ROOT/cmd/nents/names.gaz" "$ROOT/cmd/nents/names.clusters" epochs=2 "$@"
}
cd "$ROOT" && check 'the trainer of names builds' scripts/train/compile names "$TMP/train_names"
check 'the maker of lists builds' scripts/train/compile gazetteer "$TMP/gen_gazetteer"
check 'the trainer of lines builds' scripts/train/compile lines "$TMP/train_lines"
cd "$TMP" || exit 2
learn_names first.model sets/one.bio sets/gmb_two.bio sets/three.bio
ends 'a model of names is learnt' 0 'first.model: [0-9]+ bytes'
learn_names second.model sets/one.bio sets/gmb_two.bio sets/three.bio
same 'the same text gives the same model of names' first.model second.model
learn_names third.model sets/one.bio sets/gmb_two.bio
if cmp -s first.model third.model; then not_ok 'the last file counts'; else ok 'the last file counts'; fi

printf 'CITY\tNorthfield\nGIVEN\tAna\n' >some.tsv
run ./gen_gazetteer some.gaz <some.tsv
ends 'lists are made' 0 '2 entries'
printf 'cue:title\tGen.\ncue:company\tS.A.\n' >some.tsv
run ./gen_gazetteer some.gaz <some.tsv
ends 'a cue may end with a full stop' 0 '2 cues'
printf 'cue:title\tGen.\ncue:title\tmaj. gen.\n' >some.tsv
run ./gen_gazetteer some.gaz <some.tsv
ends 'a cue that no text can match is refused' 2 "'maj. gen.': a full stop that is part of no word"
printf 'cue:title\t\n' >some.tsv
run ./gen_gazetteer some.gaz <some.tsv
ends 'so is one without a word' 2 'no text can match it'

# --- Lines ---------------------------------------------------------------------------------------
awk 'BEGIN {
	for (n = 1; n <= 30; n++) {
		body = ""
		for (k = 1; k <= 3 + n % 4; k++)
			body = body sprintf("The harbour came up for the %dth time on Monday, and Ana Brook said that it would cost %d million.\\n\\n", k + n, n * k)
		printf "{\"title\": \"Oslo waits for its ferry, number %d\", \"author\": \"Ana Brook\", \"host\": \"www.paper%d.example\", \"body\": \"%s\"}\n", n, n, body
	}
}' >articles.jsonl
"$train/compose-pages.py" articles.jsonl pages 60 1
python3 "$train/label_pages.py" gold pages cp >pages.lab
run ./train_lines -e 1 -s 1 -m first.lines pages.lab
ends 'a model of lines is learnt' 0 '60 pages'
run ./train_lines -e 1 -s 1 -m second.lines pages.lab
same 'the same pages give the same model of lines' first.lines second.lines
if [ -s first.lines ]; then ok 'it has weights'; else not_ok 'it has weights'; fi
