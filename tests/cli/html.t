# nents --html: its articles. What holds for the whole page stands in tests/property/html.sh. Format: tests/table.c.
# name	command	stdin	stdout	status	stderr

# --- articles
a record	nents --html -t GPE | sed -n '/^<article/,/^<.article/p'	%rec: Article\n\nId: a#1\nPage: a\nTitle: To Kenya\nSource: S\nDate: 2 May\nByline: By X\nCaption: C\nChrome: Share\nText: In Peru.\nX_y: z\n\n	<article id="a1">\n<h2 dir="auto">To <a class="m gpe" id="n0-1" href="#n0" title="GPE \xc2\xb7 KE">Kenya</a></h2>\n<p class="source" dir="auto">S</p>\n<p class="date-line" dir="auto">2 May</p>\n<p class="byline" dir="auto">By X</p>\n<p class="caption" dir="auto">C</p>\n<p dir="auto">In <a class="m gpe" id="n1-1" href="#n1" title="GPE \xc2\xb7 PE">Peru</a>.</p>\n<footer><bdi>a#1</bdi></footer>\n</article>\n	0
a title that stands twice	nents --html -t GPE | sed -n '/^<h2/,/again/p'	%rec: Article\n\nId: a#1\nTitle: T\nTitle: T\n\n	<h2 dir="auto">T</h2>\n<p class="again" dir="auto">T</p>\n	0
a plain page	printf 'In Peru.\n\nYes.\n' >p.txt; nents --html -t GPE p.txt | sed -n '/^<article/,/^<.article/p'	-	<article id="a1">\n<p dir="auto">In <a class="m gpe" id="n0-1" href="#n0" title="GPE \xc2\xb7 PE">Peru</a>.</p>\n<p dir="auto">Yes.</p>\n<footer><bdi>p.txt</bdi></footer>\n</article>\n	0
a name in a quotation	nents --html -t QUOTE,GPE | sed -n 's/^<p dir="auto">//p'	"I left Kenya," said Anna Petrova.\n	&quot;<span class="m quote" title="QUOTE \xc2\xb7 Anna Petrova">I left <a class="m gpe" id="n0-1" href="#n0" title="GPE \xc2\xb7 KE">Kenya</a>,</span>&quot; said Anna Petrova.</p>\n	0
the fullest name	nents --html -t PERSON | grep -o 'id="n0-2[^>]*'	President Vladimir Putin spoke on Monday. Later Putin left.\n	id="n0-2" href="#n0" title="PERSON \xc2\xb7 Vladimir Putin"\n	0
an address	nents --html -t URL | grep -o '<a class="m url[^>]*>'	See https://example.org/a?b=1&c=2 now.\n	<a class="m url" rel="noopener noreferrer nofollow" href="https://example.org/a?b=1&amp;c=2" title="URL">\n	0
the page's address	nents --html | grep '^<footer'	%rec: Article\n\nId: a#1\nUrl: HTTPS://example.org/a b"c\nText: Yes.\n\n	<footer><bdi>a#1</bdi> \xc2\xb7 <a dir="ltr" rel="noopener noreferrer nofollow" href="HTTPS://example.org/a%20b%22c">HTTPS://example.org/a b&quot;c</a></footer>\n	0
no link for another scheme	nents --html | grep '^<footer'	%rec: Article\n\nUrl: javascript:alert(1)\nText: Yes.\n\n	<footer><bdi></bdi>javascript:alert(1)</footer>\n	0
nor for what only looks like one	nents --html | grep -c 'href="[^#]'	%rec: Article\n\nUrl: https:alert(1)\nText: Yes.\n\n%rec: Article\n\nUrl: //example.org/\nText: Yes.\n\n%rec: Article\n\nUrl: data:text/html,x\nText: Yes.\n\n%rec: Article\n\nUrl:  https://\nText: Yes.\n\n	0\n	1

# --- what must not stand in a page
markup	nents --html -t GPE | sed -n 's/^<p dir="auto">//p'	<b>&amp;</b> "x" 'y' ]]> --> {{articles}}\n	&lt;b&gt;&amp;amp;&lt;/b&gt; &quot;x&quot; &#39;y&#39; ]]&gt; --&gt; {{articles}}</p>\n	0
control characters and ill-formed bytes	nents --html -t GPE | sed -n 's/^<p dir="auto">//p'	%rec: Article\n\nText: a\x07b\x1b[1m\xc2\x85\xff\tc\xef\xbf\xbf\x7f\xe2\x80\xa8d\n\n	a\xef\xbf\xbdb\xef\xbf\xbd[1m\xef\xbf\xbd\xef\xbf\xbd\tc\xef\xbf\xbd\xef\xbf\xbd\xe2\x80\xa8d</p>\n	0
a value with quotes	printf '"><i>\tORG\t"><script>x\n' >g; nents --html -t ORG -g g | grep -o '<a class="m org"[^>]*>'	A "><i> b.\n	<a class="m org" id="n0-1" href="#n0" title="ORG \xc2\xb7 &quot;&gt;&lt;script&gt;x">\n	0

# --- the page
the title is the file	printf 'Yes.\n' >'a<b.txt'; nents --html 'a<b.txt' | grep '^<title'	-	<title>a&lt;b.txt</title>\n	0
and how many more	echo Yes >a; nents --html a a a | grep '^<h1'	-	<h1 dir="auto">a and 2 more</h1>\n	0
or none	nents --html | grep '^<title'	Yes.\n	<title>Articles</title>\n	0
nothing in	nents --html | grep -o '0 articles, 0 mentions, 0 names.'	-	0 articles, 0 mentions, 0 names.\n	0
sums	nents --html -t GPE,PERSON | grep -o '^<p class="sum">[^<]*'	President Vladimir Putin left Kenya for Peru. Putin left.\n	<p class="sum">1 article, 4 mentions, 3 names. \n	0
the most named first	nents --html -t GPE | sed -n 's/.*<span class="who gpe" dir="auto">\([^<]*\)<.*<span class="count">\([0-9]*\)<.*/\1 \2/p'	He left Kenya for Peru. In Peru it rained, in Chile not.\n	Peru 2\nChile 1\nKenya 1\n	0
a country by its code	nents --html -t GPE | sed -n 's/.*<span class="who gpe" dir="auto">\([^<]*\)<.*<span class="count">\([0-9]*\)<.*/\1 \2/p'	%rec: Article\n\nText: He left the UK.\n\nText: He left the United Kingdom.\n\n	United Kingdom 2\n	0
links to each mention	nents --html -t GPE | grep -o '<p class="places">.*</p>'	He left Peru. In Peru it rained.\n	<p class="places"><a href="#n0-1">1</a> <a href="#n0-2">2</a> </p>\n	0
a switch for each type there is	nents --html -t GPE,DATE,PERSON | grep -o 'id="show-[a-z]*" checked'	He left Peru on Monday.\n	id="show-all" checked\nid="show-gpe" checked\nid="show-date" checked\n	0
--show and --html	nents --show --html	-	-	2	^nents: -a, --show and --html are three
