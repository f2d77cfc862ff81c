#!/bin/sh
# The page of nents --html: it says what the input says and counts what the table counts, it is valid, and nothing in
# the input is more than text in it.
. tests/tap.sh
built nents || exit 0

# The text of the articles, a paragraph a line: tags gone, references undone.
text_of() {
	sed -n '/^<main>/,/^<\/main>/p' "$1" | grep -E '^<(h2|p)[ >]' |
		sed 's/<[^>]*>//g;s/&lt;/</g;s/&gt;/>/g;s/&quot;/"/g;s/&#39;/'"'"'/g;s/&amp;/\&/g'
}

# The names of the lists with their counts, as lines "count name".
names_of() {
	sed -nE 's/.*<span class="who [a-z]*" dir="auto">([^<]*)<\/span> <span class="count">([0-9]*)<.*/\2 \1/p' "$1" |
		sed 's/&lt;/</g;s/&gt;/>/g;s/&quot;/"/g;s/&#39;/'"'"'/g;s/&amp;/\&/g' | sort
}

# Places that links lead to and that are not there, or are there twice.
lost_links() {
	grep -oE ' id="[^"]*"' "$1" | sed 's/ id="//;s/"//' | sort >ids
	uniq -d ids
	grep -oE 'href="#[^"]*"' "$1" | sed 's/href="#//;s/"//' | sort -u | comm -23 - ids
}

bad=
for seed in $(seq 1 20); do
	dirty rec "$seed" 15 >in.rec
	dirty clean "$seed" 60 >in.txt
	nents --html in.rec >rec.html || bad="$bad $seed:status"
	nents --html in.txt >txt.html || bad="$bad $seed:status"
	grep -E '^(Title|Headline|Source|Date|Byline|Caption|Text): ' in.rec | sed 's/^[A-Za-z]*: //;s/\\ $/\\/' >want
	text_of rec.html | cmp -s - want || bad="$bad $seed:text"
	grep . in.txt >want
	text_of txt.html | cmp -s - want || bad="$bad $seed:page"
	for page in rec txt; do
		nents -N in.$page |
			awk -F '\t' '$5 ~ /^(PERSON|ORG|GPE|LOC|FAC)$/ {
					group = $5 == "PERSON" || $5 == "ORG" ? $5 : "PLACE"
					key = $8 != "" ? group FS "code" FS $8 : group FS $7
					gsub(/\\\\/, "\\", $7)
					n[key]++
					if (length($7) > length(name[key])) name[key] = $7
				}
				END { for (i in n) print n[i], name[i] }' | sort >want
		names_of $page.html | cmp -s - want || bad="$bad $seed:$page:names"
		[ "$(grep -oE '<(a|span) class="m ' $page.html | wc -l)" -eq "$(nents -N in.$page | wc -l)" ] || bad="$bad $seed:$page:count"
		[ -z "$(lost_links $page.html)" ] || bad="$bad $seed:$page:links"
	done
done
is 'it says and counts what is there' "$bad" ''

# Many mentions of a name: the list leads to a hundred.
awk 'BEGIN { for (i = 0; i < 250; i++) print "He left Kenya."; }' >many.txt
nents --html -t GPE many.txt >many.html
is 'a name that is met often' "$(grep -o 'and [0-9]* more' many.html)" 'and 150 more'
is 'its links lead somewhere' "$(lost_links many.html)" ''

# What people hide in pages.
ESC=$(printf '\033')
long=$(awk 'BEGIN { for (i = 0; i < 20000; i++) printf "Xy" }')
cat >payloads <<PAYLOADS
</title></style></script><script>document.title='ran'</script>
<script src=//evil.example/x.js></script><img src=x onerror=document.title='ran'><svg onload=document.title='ran'>
"><iframe srcdoc='<script>parent.document.title="ran"</script>'></iframe> ' onmouseover='document.title=1
<!-- --!> ]]> <![CDATA[ x ]]> <?xml ?> &lt;script&gt; &#60;script&#62; &NotEqualTilde; &amp
<a href=javascript:document.title='ran'>Kenya</a> <base href=//evil.example/> <meta http-equiv=refresh content=0>
President $long spoke ${ESC}[2J$(printf 'in \302\233 Peru \377 \355\240\200 \342\200\250 \342\200\256 \357\277\276 \357\273\277')
{{names}} {{articles}} \${x} \`y\` {{
PAYLOADS
printf '"><script>document.title='"'ran'"'</script>\tORG\t</script><script>document.title='"'ran'"'</script>\n<svg onload=x>\tPERSON\n' >names
{
	printf '%%rec: Article\n\nId: "><script>document.title=1</script>\nUrl: javascript:document.title="ran"\n'
	for field in Title Source Date Byline Caption Text; do sed "s|^|$field: |" payloads; done
	printf '\nId: a\nUrl: https://x.example/"onclick="document.title=1\nText: https://x.example/"onmouseover=document.title=1 <svg onload=x> a "><script>document.title='"'ran'"'</script> b.\n\n'
} >hostile.rec
file='"><script>document.title=1<'
mkdir -p d && cp hostile.rec "d/$file"
nents -g names --html hostile.rec "d/$file" >hostile.html
nents -g names --html <payloads >plain.html
for page in hostile plain; do
	is "$page: no tag but ours" "$(grep -aoE '<[!/?a-zA-Z][^ >]*' $page.html | sort -u | grep -vxE '</?(html|head|body|title|style|header|main|aside|article|footer|h1|h2|p|a|span|bdi|fieldset|legend|label|ol|li|details|summary)|<(!DOCTYPE|meta|input)')" ''
	is "$page: no attribute but ours" "$(grep -aoE '<[a-z0-9]+ [^>]*>' $page.html | sed 's/="[^"]*"//g;s/<[a-z0-9]* //;s/>//' | tr ' ' '\n' | sort -u | grep -vxE 'charset|checked|class|content|dir|href|http-equiv|id|lang|name|rel|title|type')" ''
	is "$page: no link but of http" "$(grep -aoE 'href="[^"]*' $page.html | grep -avE '^href="(#|https?://)')" ''
	check "$page: valid UTF-8" iconv -f UTF-8 -t UTF-8 -o converted $page.html
	is "$page: links lead somewhere" "$(lost_links $page.html)" ''
	is "$page: no control characters" "$(LC_ALL=C tr -cd '\001-\010\013-\037\177' <$page.html | od -An -c)" ''
	check "$page: its policy forbids scripts" grep -q "Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'" $page.html
done
for page in hostile plain many rec txt; do
	command -v tidy >/dev/null || { skip "$page: tidy has nothing to say" 'there is no tidy'; continue; }
	is "$page: tidy has nothing to say" "$(tidy -e -q -utf8 $page.html 2>&1)" ''
done

# Every colour of text stands out from what is below it: WCAG 2.2, 1.4.3 and "contrast ratio".
is 'contrast of 4.5 and more' "$(awk '
	function channel(hex, v) { v = (16 * index(D, substr(hex, 1, 1)) - 16 + index(D, substr(hex, 2, 1)) - 1) / 255
		return v <= 0.04045 ? v / 12.92 : exp(2.4 * log((v + 0.055) / 1.055)) }
	function light(c) { return 0.2126 * channel(substr(c, 2, 2)) + 0.7152 * channel(substr(c, 4, 2)) + 0.0722 * channel(substr(c, 6, 2)) }
	function stands_out(a, b, what, r) { r = (light(a) + 0.05) / (light(b) + 0.05); if (r < 1) r = 1 / r
		tried++; if (r < 4.5) printf "%s: %s on %s is %.1f; ", what, a, b, r }
	BEGIN { D = "0123456789abcdef" }
	{ for (i = 1; i < NF; i++) if ($i ~ /^--[a-z]+:$/) { now = $(i + 1); sub(/;$/, "", now); v[$i] = now } }
	/--ink:/ { stands_out(v["--ink:"], v["--paper:"], "ink"); stands_out(v["--soft:"], v["--paper:"], "soft")
		stands_out(v["--soft:"], v["--card:"], "soft"); stands_out(v["--link:"], v["--paper:"], "link") }
	/--tint:/ { stands_out(v["--ink:"], v["--tint:"], $1); stands_out(v["--line:"], v["--tint:"], $1); stands_out(v["--line:"], v["--paper:"], $1) }
	/@media print/ { exit }
	END { if (tried < 90) print "only " tried " tried" }' "$ROOT/cmd/nents/page.css")" ''

# A browser: the hostile pages run nothing, a page with a script does.
browser() {
	timeout -k 5 60 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
		--disable-component-update --disable-sync --user-data-dir="$TMP/profile" --window-size=500,900 --dump-dom "file://$TMP/$1" 2>/dev/null
}
echo '<title>not yet</title><script>document.title="ran"</script>' >control.html
if ! command -v chromium >/dev/null || ! browser control.html | grep -q '<title>ran</title>'; then
	skip 'a browser runs nothing' 'there is no chromium, or it does not start'
	exit 0
fi
cat >switches.js <<'SCRIPT'
let work = 0, wide = document.documentElement.scrollWidth - innerWidth
document.querySelector("#show-tags").checked = true
for (const box of document.querySelectorAll("fieldset label:not(.switch) input")) {
	const mark = document.querySelector("main ." + box.id.slice(5))
	const shown = () => getComputedStyle(mark).backgroundColor + getComputedStyle(mark, "::after").content
	const on = shown()
	box.checked = false
	const off = shown()
	box.checked = true
	document.querySelector("#show-all").checked = false
	const none = shown()
	document.querySelector("#show-all").checked = true
	work += /^rgb\(.*"[A-Z]+"$/.test(on) && off === "rgba(0, 0, 0, 0)none" && none === off
}
document.title = work + " work, wide: " + Math.max(wide, 0)
SCRIPT
for page in hostile plain rec; do
	browser $page.html >$page.dom
	check "$page: a browser reads it" grep -q '^<aside id="index">' $page.dom
	is "$page: its title is what it was" "$(grep -o '<title>.*</title>' $page.dom)" "$(grep -o '<title>.*</title>' $page.html)"
	# Without the policy a script of ours tries each switch, and measures what a phone shows.
	sed 's/<meta http-equiv.*//;s|^</body>|<script src="switches.js"></script></body>|' $page.html >tried.html
	is "$page: switches switch, nothing is too wide" "$(browser tried.html | grep -o '<title>.*</title>')" "<title>$(grep -c 'id="show-[a-z]*" checked> [A-Z].*count' $page.html) work, wide: 0</title>"
	is "$page: a browser sees no tag but ours" "$(grep -aoE '<[a-zA-Z][^ >]*' $page.dom | sort -u | grep -vxE '<(html|head|body|title|style|header|main|aside|article|footer|h1|h2|p|a|span|bdi|fieldset|legend|label|ol|li|details|summary|meta|input)')" ''
done
