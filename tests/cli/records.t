# What the four readers of records do alike with a stream: nrec(5). nsplit writes records but reads pages.
nstrip keeps a descriptor first	nstrip	%rec: Article\n\nId: a#1\nPage: a\nTitle: A title of some length here\nText: The council met on Tuesday and voted for the plan.\n\n	%rec: Article\n\nId: a#1\nPage: a\nTitle: A title of some length here\nText: The council met on Tuesday and voted for the plan.\n\n	0
ndedupe keeps a descriptor first	ndedupe	%rec: Article\n\nId: a#1\nText: One paragraph.\n\n	%rec: Article\n\nId: a#1\nText: One paragraph.\n\n	0
ncsv to rec to rec	ncsv -o rec	%rec: Article\n\nId: a#1\nText: One paragraph.\n\n	%rec: Article\n\nId: a#1\nText: One paragraph.\n\n	0
nothing in, records out: ndedupe	ndedupe	%rec: Article\n\n	%rec: Article\n\n	0
nothing in, records out: nstrip	nstrip	%rec: Article\n\n	%rec: Article\n\n	0
nothing in, nothing out: ndedupe	ndedupe	-	-	0
nothing in, nothing out: nstrip	nstrip	-	-	0

# --- liberal reading
ndedupe: two streams are one	ndedupe	%rec: Article\n\nId: a\nText: x y.\n\n%rec: Article\n\nId: b\nText: z w.\n\n	%rec: Article\n\nId: a\nText: x y.\n\nId: b\nText: z w.\n\n	0
ndedupe: CRLF and a byte order mark	ndedupe	\xef\xbb\xbf%rec: Article\r\n\r\nId: a\r\nText: x y.\r\n\r\n	%rec: Article\n\nId: a\nText: x y.\n\n	0
ndedupe: comments and blank lines before the descriptor	ndedupe	\n# said\n%rec: Article\n\n# more\nId: a\n# in it\nText: x y.\n\n	%rec: Article\n\nId: a\nText: x y.\n\n	0
ndedupe: several empty lines, lines of blanks	ndedupe	%rec: Article\n\n\n \t\nId: a\nText: x.\n \t\n\n\nId: b\nText: y.\n	%rec: Article\n\nId: a\nText: x.\n\nId: b\nText: y.\n\n	0
ndedupe: the last record lacks its empty line	ndedupe	%rec: Article\n\nId: a\nText: x.	%rec: Article\n\nId: a\nText: x.\n\n	0
ndedupe: + lines become fields	ndedupe	%rec: Article\n\nId: a\nText: x.\n+ y.\n+\n+z.\n\n	%rec: Article\n\nId: a\nText: x.\nText: y.\nText: \nText: z.\n\n	0
ndedupe: a backslash joins lines	ndedupe	%rec: Article\n\nId: a\nText: x \\\ny \\\nz.\n\n	%rec: Article\n\nId: a\nText: x y z.\n\n	0
ndedupe: unknown fields pass	ndedupe	%rec: Article\n\nId: a\nX_9: q\nText: x.\n\n	%rec: Article\n\nId: a\nX_9: q\nText: x.\n\n	0
ndedupe: -R without a descriptor	ndedupe -R	Id: a\nText: x.\n\n	%rec: Article\n\nId: a\nText: x.\n\n	0
ndedupe: a line that is no field	ndedupe	%rec: Article\n\nId: a\nText: x.\n\nId: b\nprose\n\n	%rec: Article\n\nId: a\nText: x.\n\n	2	^ndedupe: standard input: record 2 \(line 7\): .*prose
nstrip: a line that is no field	nstrip	%rec: Article\n\nId: a\nPage: a\nText: The council met on Tuesday.\n\nId: b\nprose\n\n	%rec: Article\n\nId: a\nPage: a\nText: The council met on Tuesday.\n\n	2	^nstrip: standard input: record 2 \(line 8\): .*prose
ncsv: a line that is no field	ncsv	%rec: Article\n\nId: a\n\nprose\n\n	*	2	^ncsv: standard input: record 2 \(line 5\): .*prose
nents: a line that is no field	nents	%rec: Article\n\nId: a\n\nprose\n\n	*	2	^nents: standard input: record 2 \(line 5\): .*prose
