# nstrip, as far as the line model has no say. Format: tests/table.c.
# name	command	stdin	stdout	status	stderr

# --- records that nsplit has judged
chrome goes	nstrip	%rec: Article\n\nId: a#1\nPage: a\nTitle: T\nChrome: Share\nText: Body.\n\n	%rec: Article\n\nId: a#1\nPage: a\nTitle: T\nText: Body.\n\n	0
unknown fields pass	nstrip	%rec: Article\n\nPage: a\nX_y: 1\nText: Body.\n\n	%rec: Article\n\nPage: a\nX_y: 1\nText: Body.\n\n	0
a record of chrome alone goes whole	nstrip	%rec: Article\n\nId: a#1\nPage: a\nChrome: Share\n\n	%rec: Article\n\n	0
a record without content stays	nstrip	%rec: Article\n\nId: a#1\nPage: a\n\n	%rec: Article\n\nId: a#1\nPage: a\n\n	0
two streams are one	nstrip	%rec: Article\n\nPage: a\nText: A.\n\n%rec: Article\n\nPage: b\nText: B.\n\n	%rec: Article\n\nPage: a\nText: A.\n\nPage: b\nText: B.\n\n	0
-m marks records	nstrip -m	%rec: Article\n\nPage: a\nChrome: Share\nText: A.\n\n	%rec: Article\n\nPage: a\nChrome: Share\nText: A.\n\n	0
-b keeps the body	nstrip -b	%rec: Article\n\nId: 1\nPage: a\nTitle: T\nHeadline: H\nSource: S\nDate: D\nByline: B\nCaption: C\nText: A.\n\n	%rec: Article\n\nId: 1\nPage: a\nTitle: T\nHeadline: H\nText: A.\n\n	0
-bm marks what -b drops	nstrip -bm	%rec: Article\n\nPage: a\nSource: S\nText: A.\n\n	%rec: Article\n\nPage: a\nChrome: S\nText: A.\n\n	0
-R without a descriptor	nstrip -R	Page: a\nChrome: x\nText: A.\n\n	%rec: Article\n\nPage: a\nText: A.\n\n	0
a final backslash gets a blank	nstrip	%rec: Article\n\nPage: a\nText: C:\\ \nText: B.\n\n	%rec: Article\n\nPage: a\nText: C:\\ \nText: B.\n\n	0
a line that is no field is told	nstrip	%rec: Article\n\nPage: a\nprose\n\n	%rec: Article\n\n	2	^nstrip: standard input: record 1 \(line 4\): .*'prose'
what was whole before it is out	nstrip	%rec: Article\n\nPage: a\nText: A.\n\nprose\n	%rec: Article\n\nPage: a\nText: A.\n\n	2	record 2

# --- pieces cut out of paragraphs
durations of a player	nstrip	%rec: Article\n\nPage: a\nText: He spoke. Video Duration 02 minutes 47 seconds 02:47 Video Duration 00 minutes 54 seconds 00:54\n\n	%rec: Article\n\nPage: a\nText: He spoke.\n\n	0
in the middle	nstrip	%rec: Article\n\nPage: a\nText: He spoke. Audio 1 hour 02 minutes 47 seconds 1:02:47 She left.\n\n	%rec: Article\n\nPage: a\nText: He spoke. She left.\n\n	0
a time in a sentence stays	nstrip	%rec: Article\n\nPage: a\nText: It took 2 minutes 47 seconds, he said at 02:47.\n\n	%rec: Article\n\nPage: a\nText: It took 2 minutes 47 seconds, he said at 02:47.\n\n	0
a call in brackets	nstrip	%rec: Article\n\nPage: a\nText: He spoke. [ALSO READ: Ten more] She left.\n\n	%rec: Article\n\nPage: a\nText: He spoke. She left.\n\n	0
an aside in brackets stays	nstrip	%rec: Article\n\nPage: a\nText: He spoke (see page 3) and left [sic].\n\n	%rec: Article\n\nPage: a\nText: He spoke (see page 3) and left [sic].\n\n	0
--no-cut leaves them	nstrip --no-cut	%rec: Article\n\nPage: a\nText: He spoke. [ALSO READ: Ten more] She left.\n\n	%rec: Article\n\nPage: a\nText: He spoke. [ALSO READ: Ten more] She left.\n\n	0
the mark of an advertisement	nstrip	%rec: Article\n\nPage: a\nText: He spoke. Story continues below advertisement She left.\n\n	%rec: Article\n\nPage: a\nText: He spoke. She left.\n\n	0
a story that continues stays	nstrip	%rec: Article\n\nPage: a\nText: The Story continues after the war.\n\n	%rec: Article\n\nPage: a\nText: The Story continues after the war.\n\n	0
-m shows the piece	nstrip -m	%rec: Article\n\nPage: a\nText: He spoke. [READ MORE: x] She left.\n\n	%rec: Article\n\nPage: a\nText: He spoke.\nChrome: [READ MORE: x]\nText: She left.\n\n	0

# --- rules
drop	echo 'drop ^Aries' >r; nstrip -r r	%rec: Article\n\nPage: a\nChrome: Keep me\nText: Aries: luck.\nText: Body (tag) more.\n\n	%rec: Article\n\nPage: a\nText: Body (tag) more.\n\n	0
keep saves what the model drops	echo 'keep ^Keep' >r; nstrip -r r	%rec: Article\n\nPage: a\nChrome: Keep me\nText: Aries: luck.\nText: Body (tag) more.\n\n	%rec: Article\n\nPage: a\nText: Keep me\nText: Aries: luck.\nText: Body (tag) more.\n\n	0
cut	printf '# a comment\n\ncut  \\(tag\\) \n' >r; nstrip -r r	%rec: Article\n\nPage: a\nChrome: Keep me\nText: Aries: luck.\nText: Body (tag) more.\n\n	%rec: Article\n\nPage: a\nText: Aries: luck.\nText: Body more.\n\n	0
the first rule that matches decides	printf 'keep luck\ndrop Aries\n' >r; nstrip -r r	%rec: Article\n\nPage: a\nChrome: Keep me\nText: Aries: luck.\nText: Body (tag) more.\n\n	%rec: Article\n\nPage: a\nText: Aries: luck.\nText: Body (tag) more.\n\n	0
two files of rules	echo 'drop ^Aries' >r; echo 'drop ^Body' >s; nstrip -r r -r s	%rec: Article\n\nPage: a\nChrome: Keep me\nText: Aries: luck.\nText: Body (tag) more.\n\n	%rec: Article\n\n	0
cutting all drops the line	echo 'cut .+' >r; nstrip -r r	%rec: Article\n\nPage: a\nChrome: Keep me\nText: Aries: luck.\nText: Body (tag) more.\n\n	%rec: Article\n\n	0
an empty match cuts nothing	echo 'cut x*' >r; nstrip -r r	%rec: Article\n\nPage: a\nText: A.\n\n	%rec: Article\n\nPage: a\nText: A.\n\n	0
an empty match does not hide the next	echo 'cut (AD ?)*' >r; nstrip -r r	%rec: Article\n\nPage: a\nText: A AD AD b AD c.\n\n	%rec: Article\n\nPage: a\nText: A b c.\n\n	0
each rule cuts, in any order	printf 'cut ,\ncut b\ncut , c\n' >r; nstrip -r r	%rec: Article\n\nPage: a\nText: a, b, c, [read more] d, b.\n\n	%rec: Article\n\nPage: a\nText: a  c d .\n\n	0
a mark of byte order before the rules	printf '\357\273\277drop ^Aries\n' >r; nstrip -r r	%rec: Article\n\nPage: a\nText: Aries: luck.\nText: B.\n\n	%rec: Article\n\nPage: a\nText: B.\n\n	0
a line too long for the rules is kept	echo 'drop ^Aries' >r; { printf '%%rec: Article\n\nPage: a\nText: Aries '; head -c 65536 /dev/zero | tr '\0' a; printf '\n\n'; } | nstrip -r r | wc -c; { printf '%%rec: Article\n\nPage: a\nText: Aries '; head -c 65536 /dev/zero | tr '\0' a; printf '\n\n'; } | nstrip -r r >/dev/null	-	65573\n	1	^nstrip: 1 lines of more than 64 KiB were too long for the rules and were kept$
an unknown word is told	printf 'drop a\nlose b\n' >r; nstrip -r r	-	-	2	^nstrip: r:2:1: 'lose' .*drop, cut, keep
a bad pattern is told	echo 'drop a(b' >r; nstrip -r r	-	-	2	^nstrip: r:1:9: .*'a\(b'
a missing pattern is told	echo 'drop' >r; nstrip -r r	-	-	2	^nstrip: r:1:5: 
a missing file is told	nstrip -r none	-	-	2	^nstrip: none: 
a folder is no file of rules	nstrip -r /	-	-	2	^nstrip: /: 
a rule that costs too much keeps the line	echo 'drop (a+)+$' >r; nstrip -r r	%rec: Article\n\nPage: a\nText: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n\n	%rec: Article\n\nPage: a\nText: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n\n	1	^nstrip: 1 lines? 

# --- the memory of a site
lines that return go	for i in 1 2 3 4 5; do printf 'Page: %s\nUrl: http://%s.example/%s\nText: Our promise to you.\nText: Story %s.\n\n' $i s $i $i; done >in; nstrip -R --site-memory=3 in | grep -c promise	-	2\n	0
and stories stay	for i in 1 2 3 4 5; do printf 'Page: %s\nUrl: http://%s.example/%s\nText: Our promise to you.\nText: Story %s.\n\n' $i s $i $i; done >in; nstrip -R --site-memory=3 in | grep -c Story	-	5\n	0
a lesson lasts	for i in 1 2 3 4 5; do printf 'Page: %s\nUrl: http://%s.example/%s\nText: Our promise to you.\nText: Story %s.\n\n' $i s $i $i; done >in; nstrip -R --learn=m in >out; nstrip -R --learn=m in | grep -c promise	-	0\n	1
another site is another site	for i in 1 2 3 4 5; do printf 'Page: %s\nUrl: http://s%s.example/\nText: Our promise.\n\n' $i $i; done | nstrip -R --site-memory=2 | grep -c promise	-	5\n	0
each record without a page is one	for i in 1 2 3 4 5; do printf 'Text: Our promise to you.\nText: Story %s.\n\n' $i; done | nstrip -R --site-memory=3 | grep -c promise	-	2\n	0
records with an address and no page too	for i in 1 2 3 4 5; do printf 'Url: http://s.example/%s\nText: Our promise to you.\nText: Story %s.\n\n' $i $i; done | nstrip -R --site-memory=3 | grep -c promise	-	2\n	0
the case of a host means nothing	for i in a A b B c; do printf 'Url: http://WWW.%s.example/%s\nText: Our promise to you.\nText: Story %s.\n\n' $i $i $i; done | nstrip -R --site-memory=2 | grep -c promise	-	3\n	0
a memory of another version is refused	printf 'nstrip memory\n\0\0\1\0\0\0\4\3\2\1\0\0\0\0\0\0\0\0\5\321\246\1\311\157\214\055' >m; nstrip --learn=m; echo 'A page.' | nstrip --learn=m	-	-	2	^nstrip: m: a memory of another version
a foreign file is refused	for i in 1 2 3 4 5; do printf 'Page: %s\nUrl: http://%s.example/%s\nText: Our promise to you.\nText: Story %s.\n\n' $i s $i $i; done >in; echo hello >m; nstrip -R --learn=m in; echo $?; cat m	-	2\nhello\n	0	^nstrip: m: not a memory of nstrip
a torn file is refused	for i in 1 2 3 4 5; do printf 'Page: %s\nUrl: http://%s.example/%s\nText: Our promise to you.\nText: Story %s.\n\n' $i s $i $i; done >in; nstrip -R --learn=m in >out; head -c 50 m >n; nstrip -R --learn=n in; echo $?; wc -c <n	-	2\n50\n	0	torn
a damaged file is refused	for i in 1 2 3 4 5; do printf 'Page: %s\nUrl: http://%s.example/%s\nText: Our promise to you.\nText: Story %s.\n\n' $i s $i $i; done >in; nstrip -R --learn=m in >out; { head -c 60 m; printf X; tail -c +62 m; } >n; nstrip -R --learn=n in	-	-	2	checksum
a device is refused	for i in 1 2 3 4 5; do printf 'Page: %s\nUrl: http://%s.example/%s\nText: Our promise to you.\nText: Story %s.\n\n' $i s $i $i; done >in; nstrip -R --learn=/dev/zero in	-	-	2	not a regular file
the same lesson is the same file	for i in 1 2 3 4 5; do printf 'Page: %s\nUrl: http://%s.example/%s\nText: Our promise to you.\nText: Story %s.\n\n' $i s $i $i; done >in; nstrip -R --learn=m in >out; nstrip -R --learn=n in >out; cmp m n	-	-	0
a wrong number	nstrip --site-memory=1	-	-	2	--site-memory.*'1'

# --- plain text keeps its bytes
nothing in, nothing out	nstrip	-	-	0
-m on an empty file	nstrip -m	-	-	0
pages without a last line end are not glued	printf 'Rain is expected in Ashby on Monday, the weather office said.' >a; printf 'Snow is expected in Ashby on Monday, the weather office said.' >b; nstrip a b	-	Rain is expected in Ashby on Monday, the weather office said.\nSnow is expected in Ashby on Monday, the weather office said.	0
nor marked ones	printf 'Rain is expected in Ashby on Monday, the weather office said.' >a; printf 'Snow is expected in Ashby on Monday, the weather office said.\n' >b; : >c; nstrip -m a c b	-	+ Rain is expected in Ashby on Monday, the weather office said.\n+ Snow is expected in Ashby on Monday, the weather office said.\n	0
nor is the last blank line	printf 'Rain is expected in Ashby on Monday, the weather office said.\n ' >a; nstrip a a	-	Rain is expected in Ashby on Monday, the weather office said.\n \nRain is expected in Ashby on Monday, the weather office said.\n 	0
records behind a plain page are refused	cat >r; echo 'Rain is expected in Ashby on Monday, the weather office said.' >p; nstrip p r	%rec: Article\n\nPage: a\nText: A.\n\n	Rain is expected in Ashby on Monday, the weather office said.\n	2	^nstrip: r: records, but the input before it was plain text
a plain page behind records is refused	cat >r; echo 'Rain.' >p; nstrip r p	%rec: Article\n\nPage: a\nText: A.\n\n	%rec: Article\n\nPage: a\nText: A.\n\n	2	^nstrip: p: plain text, but the input before it was records
nothing is neither	cat >r; : >p; nstrip p r p r	%rec: Article\n\nPage: a\nText: A.\n\n	%rec: Article\n\nPage: a\nText: A.\n\nPage: a\nText: A.\n\n	0
a mark of byte order has no say	for w in By 'App Status' 'Best for' Share; do printf "$w\n\nRain is expected in Ashby on Monday, the weather office said.\nIt will last until Tuesday, and rivers may rise, the office said in a note.\n" >a; { printf '\357\273\277'; cat a; } >b; nstrip -m a >x; nstrip -m b | sed "s/$(printf '\357\273\277')//" | cmp - x; done	-	-	0
a mark of byte order and a rule	echo 'drop ^Rain' >r; nstrip -r r	\xef\xbb\xbfRain is expected in Ashby on Monday, the weather office said.\nIt will last until Tuesday, and rivers may rise, the office said in a note.\n	It will last until Tuesday, and rivers may rise, the office said in a note.\n	0
-m shows no empty pieces	echo 'cut ,' >r; nstrip -m -r r | grep -c '^. *$'	Rain is expected in Ashby, , on Monday, the weather office said.\n	0\n	1
