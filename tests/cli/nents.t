# nents: what its options do, and small articles with what is in them. Format: tests/table.c.
# name	command	stdin	stdout	status	stderr

# --- shape of the output
header alone for no input	nents	-	id\tline\tstart\tend\ttype\ttext\tname\tnorm\n	0
-N leaves it out	nents -N	-	-	0
a page of plain text is one article	nents -N -t GPE	\nHe flew to Kazakhstan today.\n	-\t2\t11\t21\tGPE\tKazakhstan\tKazakhstan\tKZ\n	0
id is the name of the file	printf 'He flew to Kazakhstan today.\n' >a.txt; nents -N -t GPE a.txt	-	a.txt\t1\t11\t21\tGPE\tKazakhstan\tKazakhstan\tKZ\n	0
id is the Id, line the line of the record	nents -N -t GPE	%rec: Article\n\nId: w#1\nPage: w\nText: It rained.\nText: He flew to Kazakhstan.\n\n	w#1\t4\t11\t21\tGPE\tKazakhstan\tKazakhstan\tKZ\n	0
Source, Url and Chrome are not read	nents -N -t GPE	%rec: Article\n\nId: w#1\nUrl: x\nSource: Peru Post of Kazakhstan\nChrome: Visit Kazakhstan\nText: Yes.\n\n	-	0
-R without a descriptor	nents -R -N -t GPE	Id: w#1\nText: He flew to Kazakhstan.\n\n	w#1\t2\t11\t21\tGPE\tKazakhstan\tKazakhstan\tKZ\n	0
offsets are bytes	nents -N -t GPE	\xc3\xa9t\xc3\xa9 in Kazakhstan\n	-\t1\t9\t19\tGPE\tKazakhstan\tKazakhstan\tKZ\n	0
a record with no text	nents -N	%rec: Article\n\nId: w#1\n\n	-	0
countries are one by their code	nents -N -t GPE	The United Kingdom and Kenya agreed. He left the UK for Kenya.\n	-\t1\t4\t18\tGPE\tUnited Kingdom\tUnited Kingdom\tGB\n-\t1\t23\t28\tGPE\tKenya\tKenya\tKE\n-\t1\t49\t51\tGPE\tUK\tUnited Kingdom\tGB\n-\t1\t56\t61\tGPE\tKenya\tKenya\tKE\n	0

# --- names
the fullest name	nents -N -t PERSON	President Vladimir Putin spoke on Monday. Later Putin left.\n	-\t1\t10\t24\tPERSON\tVladimir Putin\tVladimir Putin\t\n-\t1\t48\t53\tPERSON\tPutin\tVladimir Putin\t\n	0
al- is no hindrance	nents -N -t PERSON	Interim President Ahmed al-Sharaa spoke. Sharaa then left.\n	-\t1\t18\t33\tPERSON\tAhmed al-Sharaa\tAhmed al-Sharaa\t\n-\t1\t41\t47\tPERSON\tSharaa\tAhmed al-Sharaa\t\n	0
groups	nents -N -t NORP	The Kazakh and Russian teams met.\n	-\t1\t4\t10\tNORP\tKazakh\tKazakh\t\n-\t1\t15\t22\tNORP\tRussian\tRussian\t\n	0
--no-model knows lists and titles	nents -N --no-model -t PERSON,GPE	President Anna Petrova flew to Sri Lanka.\n	-\t1\t10\t22\tPERSON\tAnna Petrova\tAnna Petrova\t\n-\t1\t31\t40\tGPE\tSri Lanka\tSri Lanka\tLK\n	0
--min-score drops the doubtful	nents -N --min-score=1 -t PERSON	So Blixt Varga went.\n	-	0

agencies of pictures	nents -N -t PERSON,ORG | cut -f 5,6	Dockers in Sines. (Marta Oliveira/Getty Images)\n	PERSON\tMarta Oliveira\nORG\tGetty Images\n	0
who has a picture	nents -N -t PERSON,ORG | cut -f 5,6	%rec: Article\n\nId: a\nCaption: Police stand at the port of Sines on Monday. (Lusa)\nCaption: A man walks past a poster in Jakarta, Indonesia (Antara)\nText: The minister said that he would go, and Lusa said that he had gone.\n	ORG\tLusa\nORG\tAntara\nORG\tLusa\n	0
a label in brackets is no name	nents -N -t PERSON | cut -f 5,6	Dockers in Sines. (Foto: Marta Oliveira)\n	PERSON\tMarta Oliveira\n	0
nouns of other languages are nobody	nents -N -t PERSON,ORG,GPE | cut -f 5,6	Die Partei hat den neuen Posten in Berlin vergeben, sagte Anna Petrova, und das Amt ist nun bei der Ministerin. Dann ging Petrova nach New York.\n	GPE\tBerlin\nPERSON\tAnna Petrova\nPERSON\tPetrova\nGPE\tNew York\n	0
a person behind a noun of another language	nents -N -t PERSON,NORP | cut -f 5,6	Gestern hat die Ministerin Christian Holm getroffen, und dann ging sie mit ihm nach Hause. Dem sagte Holm nichts.\n	PERSON\tChristian Holm\nPERSON\tHolm\n	0
speakers in another language	nents -N -t QUOTE | cut -f 6,8	Die Ministerin war dort und sprach dann mit der Presse. Danach hieß es: „Wir haben das neue Amt heute bekommen.“ Und „wir sind alle sehr froh darüber“, sagte Anna Petrova noch.\n	Wir haben das neue Amt heute bekommen.\t\nwir sind alle sehr froh darüber\tAnna Petrova\n	0
given names that are countries	nents -N -t PERSON | cut -f 5,6	Actor Christian Bale met Jordan Peterson and Israel Adesanya.\n	PERSON\tChristian Bale\nPERSON\tJordan Peterson\nPERSON\tIsrael Adesanya\n	0
small words of other languages are no given names	nents -N -t PERSON,GPE | cut -f 5,6	Dans la nuit, la police est venue et la ville a dormi. La Ville de Paris et Anna Petrova ont donc bien dormi.\n	GPE\tParis\nPERSON\tAnna Petrova\n	0
the lists know better than a guess	nents -N --no-model -t PERSON,ORG | cut -f 5,6	Alan Novosti and RIA Novosti agree.\n	PERSON\tAlan Novosti\nORG\tRIA Novosti\n	0
a surname is a place before its country	nents -N -t PERSON,GPE | cut -f 5,6	Containers wait on the quay at the port of Sines, Portugal.\n	GPE\tSines\nGPE\tPortugal\n	0

# --- lists and patterns of the user
-a takes days of the calendar, and no ages	nents -a | sed -n 's/^Day: //p'	%rec: Article\n\nDate: 2025-11-19\nText: Rosa Quispe, 34, was there on Tuesday night and in May 2024, for 60 days, for a decade.\n\n	2025-11-18\n2024-05\n	0
-a a day once, told as date and as time	nents -a | sed -n 's/^Day: //p'	%rec: Article\n\nDate: 2025-11-19\nText: He came on Tuesday night. She left on Tuesday.\n\n	2025-11-18\n	0
-a no day that is not known	nents -a | sed -n 's/^Day: //p'	%rec: Article\n\nText: He came on Tuesday night. She left on Tuesday at 10 p.m.\n\n	-	0
-g	printf 'Orient Star\tFAC\tMV Orient Star\n' >g; nents -N -t FAC -g g	The Orient Star sank.\n	-\t1\t4\t15\tFAC\tOrient Star\tMV Orient Star\t\n	0
-g folds case and accents	printf 'ORIENT STAR\tORG\n' >g; nents -N -t ORG -g g	The Ori\xc3\xa9nt Star sank.\n	-\t1\t4\t16\tORG\tOri\xc3\xa9nt Star\tOri\xc3\xa9nt Star\t\n	0
-g wants a capital where it has one	printf 'Star\tEVENT\n' >g; nents -N -t EVENT -g g	a star fell.\n	-	0
-g in small letters finds all	printf 'star\tEVENT\n' >g; nents -N -t EVENT -g g	a star fell, a Star.\n	-\t1\t2\t6\tEVENT\tstar\tstar\t\n-\t1\t15\t19\tEVENT\tStar\tStar\t\n	0
-g wins over the model	printf 'Kazakhstan\tORG\n' >g; nents -N -t ORG,GPE -g g	He left Kazakhstan.\n	-\t1\t8\t18\tORG\tKazakhstan\tKazakhstan\t\n	0
-g the longest wins	printf 'New York\tGPE\nNew York Harbor\tFAC\n' >g; nents -N -t GPE,FAC -g g	In New York Harbor.\n	-\t1\t3\t18\tFAC\tNew York Harbor\tNew York Harbor\t\n	0
-g comments and empty lines	printf '# x\n\nStar\tEVENT\r\n' >g; nents -N -t EVENT -g g	a Star.\n	-\t1\t2\t6\tEVENT\tStar\tStar\t\n	0
-g a name that begins with a small word or a mark	printf 'van Gogh\tPERSON\nde Volkskrant\tORG\n.NET\tORG\n' >g; nents --no-model -N -t PERSON,ORG -g g	He told de Volkskrant that van Gogh used .NET.\n	-\t1\t8\t21\tORG\tde Volkskrant\tde Volkskrant\t\n-\t1\t27\t35\tPERSON\tvan Gogh\tvan Gogh\t\n-\t1\t41\t45\tORG\t.NET\t.NET\t\n	0
-g wants the first capital of a name alone	printf 'van Gogh\tPERSON\n' >g; nents --no-model -N -t PERSON -g g	A van gogh, Van Gogh.\n	-\t1\t12\t20\tPERSON\tVan Gogh\tVan Gogh\t\n	0
-g several times	printf 'x\tORG\n' >g; printf 'y\tORG\n' >h; nents -N -g g -g h	x met y\n	-\t1\t0\t1\tORG\tx\tx\t\n-\t1\t6\t7\tORG\ty\ty\t\n	0
-g what is listed last wins	printf 'x\tORG\n' >g; printf 'x\tGPE\tX-Town\n' >h; nents -N -g g -g h	x met y\n	-\t1\t0\t1\tGPE\tx\tX-Town\t\n	0
-g wrong type	printf 'a\tORG\nb\tSHIP\n' >g; nents -g g	x	-	2	^nents: g: line 2: 'b.*SHIP'
-g without a type	printf 'Orient Star\n' >g; nents -g g	x	-	2	^nents: g: line 1: 'Orient Star': wanted: name TAB type
-g missing file	nents -g nowhere	x	-	2	^nents: nowhere: opening
-p	printf 'PERSON \\bAgent \\d+\n' >p; nents -N -t PERSON -p p	It was Agent 47, not Agent 12.\n	-\t1\t7\t15\tPERSON\tAgent 47\tAgent 47\t\n-\t1\t21\t29\tPERSON\tAgent 12\tAgent 12\t\n	0
-p several times	printf 'ORG x\n' >p; printf 'ORG y\n' >q; nents -N -p p -p q	x met y\n	-\t1\t0\t1\tORG\tx\tx\t\n-\t1\t6\t7\tORG\ty\ty\t\n	0
-p the last pattern wins	printf 'PERSON x\n' >p; printf 'ORG x\n' >q; nents -N -p p -p q	x met y\n	-\t1\t0\t1\tORG\tx\tx\t\n	0
-p the last pattern wins the other way round	printf 'PERSON x\n' >p; printf 'ORG x\n' >q; nents -N -p q -p p	x met y\n	-\t1\t0\t1\tPERSON\tx\tx\t\n	0
-p wins over -g	printf 'x\tPERSON\n' >g; printf 'ORG x\n' >q; nents -N -p q -g g	x met y\n	-\t1\t0\t1\tORG\tx\tx\t\n	0
-p that costs too much is named	printf 'ORG y\n' >p; printf '\nORG (a+)+$\n' >q; nents -N -p p -p q	aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n	-	1	^nents: -: line 1: the pattern of q:2 costs too much
-p may match nothing	printf 'PERSON x*\n' >p; nents -N -t PERSON -p p	ab x.\n	-\t1\t3\t4\tPERSON\tx\tx\t\n	0
-p wrong type	printf 'SHIP x\n' >p; nents -p p	x	-	2	^nents: p:1
-p wrong pattern	printf 'ORG (x\n' >p; nents -p p	x	-	2	^nents: p:1

# --- types
-t takes other names and case	nents -N -t per,Location	President Vladimir Putin spoke.\n	-\t1\t10\t24\tPERSON\tVladimir Putin\tVladimir Putin\t\n	0
-t wrong	nents -t SHIP	-	-	2	^nents: option -t: no such type: 'SHIP'
-t empty	nents -t ''	-	-	2	^nents: option -t: no such type: ''
--min-score wrong	nents --min-score=2	-	-	2	--min-score
--asof empty	nents --asof=	-	-	2	^nents: option --asof: '' is no date
--asof wrong	nents --asof=someday	-	-	2	^nents: option --asof: 'someday'

# --- the day that dates count from
the Date field	nents -N -t DATE | cut -f 6,8	%rec: Article\n\nId: w#1\nDate: 17 May 2025\nText: It sank on Thursday.\n\n	Thursday\t2025-05-15\n	0
a Date that is an age counts from --asof	nents -N -t DATE --asof=2025-05-17 | cut -f 6,8	%rec: Article\n\nId: w#1\nDate: 2 days ago\nText: It sank yesterday.\n\n	yesterday\t2025-05-14\n	0
a Date that is an age counts from Crawled	nents -N -t DATE --asof=2020-01-01 | cut -f 6,8	%rec: Article\n\nId: w#1\nCrawled: 2025-05-17T08:00:00Z\nDate: 2 days ago\nText: It sank yesterday.\n\n	yesterday\t2025-05-14\n	0
a Date of years ago tells no day	nents -N -t DATE --asof=2020-01-01 | cut -f 6,8	%rec: Article\n\nId: w#1\nCrawled: 2025-08-02T09:00:00Z\nDate: 2 years ago\nText: The council met on Thursday.\n\n	Thursday\tXXXX-WXX-4\n	0
a dateline tells more than a Date of years ago	nents -N -t DATE | cut -f 6,8	%rec: Article\n\nId: w#1\nCrawled: 2025-08-02T09:00:00Z\nDate: 2 years ago\nText: MOSCOW, July 28, 2023 (Reuters) - He spoke on Thursday.\n\n	July 28, 2023\t2023-07-28\nThursday\t2023-07-27\n	0
a dateline without a year tells no more	nents -N -t DATE | cut -f 6,8	%rec: Article\n\nId: w#1\nCrawled: 2025-08-02T09:00:00Z\nDate: 2 years ago\nText: MOSCOW, July 28 (Reuters) - He spoke on Thursday.\n\n	July 28\tXXXX-07-28\nThursday\tXXXX-WXX-4\n	0
an age alone is no day	nents -N -t DATE | cut -f 6,8	%rec: Article\n\nId: w#1\nDate: 2 days ago\nText: It sank on Thursday.\n\n	Thursday\tXXXX-WXX-4\n	0
a caption's day is not the article's	nents -N -t DATE | cut -f 6,8	%rec: Article\n\nId: w#1\nDate: 2 days ago\nCaption: A ship off Sines, May 4, 2020 (Lusa)\nText: It sank on Thursday.\n\n	May 4, 2020\t2020-05-04\nThursday\tXXXX-WXX-4\n	0
a sentence's day is not the page's	nents -N -t DATE | cut -f 6,8	The ship that left the quay in May 4, 2020 (Lusa)\nIt sank on Thursday.\n	May 4, 2020\t2020-05-04\nThursday\tXXXX-WXX-4\n	0
the dateline	nents -N -t DATE | cut -f 6,8	MOSCOW, July 31, 2025 (Reuters) - He spoke on Wednesday.\n	July 31, 2025\t2025-07-31\nWednesday\t2025-07-30\n	0
the day of a crawl is not the article's	nents -N -t DATE | cut -f 6,8	%rec: Article\n\nId: w#1\nCrawled: 2025-05-17T08:00:00Z\nText: It sank on Thursday.\n\n	Thursday\tXXXX-WXX-4\n	0

# --- annotating
-a adds fields	nents -a	%rec: Article\n\nId: w#1\nText: President Vladimir Putin flew to Kazakhstan.\nText: Putin left Kazakhstan.\nX: y\n\n	%rec: Article\n\nId: w#1\nText: President Vladimir Putin flew to Kazakhstan.\nText: Putin left Kazakhstan.\nX: y\nPerson: Vladimir Putin\nPlace: Kazakhstan\n\n	0
-a replaces what was there	nents -a -t GPE	%rec: Article\n\nId: w#1\nPlace: Old\nText: He flew to Kazakhstan.\n\n	%rec: Article\n\nId: w#1\nText: He flew to Kazakhstan.\nPlace: Kazakhstan\n\n	0
-a twice is as once	nents -a | nents -a	%rec: Article\n\nId: w#1\nText: He flew to Kazakhstan.\n\n	%rec: Article\n\nId: w#1\nText: He flew to Kazakhstan.\nPlace: Kazakhstan\n\n	0
-a wants records	nents -a	He flew to Kazakhstan.\n	%rec: Article\n\n	2	nsplit makes records

# --- dirty plain text
controls and ill-formed bytes	nents -N -t GPE	in\x00 \xff Kazakhstan\r\n	-\t1\t7\t17\tGPE\tKazakhstan\tKazakhstan\tKZ\n	0
a tab in a name is escaped	printf 'A\\b\tORG\n' >g; nents -N -t ORG -g g	x A\\b y\n	-\t1\t2\t5\tORG\tA\\\\b\tA\\\\b\t\n	0
