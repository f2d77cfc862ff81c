#!/bin/sh
# An invented article with all that nents finds in it. UPDATE=1 rewrites the expected side, for review.
. tests/tap.sh
built nents || exit 0
gold=$ROOT/tests/gold

[ -z "${UPDATE-}" ] || nents "$gold/nents.rec" >"$gold/nents.tsv"
nents "$gold/nents.rec" >found.tsv
same 'an invented article' found.tsv "$gold/nents.tsv"
nents -a "$gold/nents.rec" >annotated.rec
check 'recfix accepts the annotated article' recfix --check annotated.rec
is 'who is in it' "$(sed -n 's/^Person: //p' annotated.rec | tr '\n' ';')" \
	'Anna Petrova;Ruth Adeyemi;William Otieno;Ahmed al-Rashidi;'
is 'organisations' "$(sed -n 's/^Org: //p' annotated.rec | tr '\n' ';')" \
	'World Health Organization;African Union;Ministry of Agriculture;'
nents -N -t GPE "$gold/nents.rec" | cut -f 8 | grep . | sort -u | tr '\n' ' ' >codes
is 'countries by their codes' "$(cat codes)" 'AE GB LV '

# A big city that is nobody's name is a place, wherever it stands.
for city in Kiev Baghdad Minsk; do printf '%s said on Monday that it would not sign.\n' $city; done | nents -N -t PERSON,ORG,GPE | cut -f 5,6 >cities
is 'cities that speak' "$(tr '\t\n' ' ;' <cities)" 'GPE Kiev;GPE Baghdad;GPE Minsk;'

# What is not asked for does not change what is.
nents -N "$gold/nents.rec" | awk -F '\t' '$5 == "DATE" || $5 == "MONEY"' >picked
nents -N -t DATE,MONEY "$gold/nents.rec" >asked
same '-t picks out of the whole' asked picked

# If ../shared is beside the tree: the labelled names of the seed pages and of world news.
score=$SHARED/score/names.py
if [ ! -f "$score" ]; then
	skip 'scores on labelled names' 'there is no ../shared'
	exit 0
fi
"$score" make "$SHARED/gold/names/measure/worldwide_dev.bio" world
nents world.rec >world.tsv
said=$("$score" score world.spans world.tsv | tail -n 1)
check "world news: $said" sh -c 'printf "%s" "$1" | awk "{ exit !(\$7 >= 77) }"' - "$said"
