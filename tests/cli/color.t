# Colours: --color of nents and nstrip -m. Terminals stand in tests/faults/terminal.sh. Format: tests/table.c.
# name	command	stdin	stdout	status	stderr

# --- when
no terminal, no colour	nents -N -t GPE	He left Kenya.\n	-\t1\t8\t13\tGPE\tKenya\tKenya\tKE\n	0
always	nents -N -t GPE --color=always	He left Kenya.\n	-\t1\t8\t13\t\x1b[1;32mGPE\x1b[m\t\x1b[1;32mKenya\x1b[m\tKenya\tKE\n	0
always wins over NO_COLOR and TERM	NO_COLOR=1 TERM=dumb nents -N -t GPE --show --color=always	He left Kenya.\n	He left \x1b[1;32mKenya\x1b[m.\n	0
never	nents -N -t GPE --show --color=never	He left Kenya.\n	He left [GPE Kenya].\n	0
the last one counts	nents -N -t GPE --show --color=always --color=auto	He left Kenya.\n	He left [GPE Kenya].\n	0
another word	nents --color=yes	-	-	2	^nents: option --color: 'yes' is not auto, always or never
another word for nstrip	nstrip --color=	-	-	2	^nstrip: option --color: '' is not auto, always or never

# --- colours of one's own
NENTS_COLORS	NENTS_COLORS='gpe=7:ORG=1' nents -t GPE --show --color=always	He left Kenya.\n	He left \x1b[7mKenya\x1b[m.\n	0
no colour for a type	NENTS_COLORS='GPE=' nents -t GPE --show --color=always	He left Kenya.\n	He left Kenya.\n	0
a word is no colour	NENTS_COLORS='GPE=red:DATE=4' nents -t GPE --show --color=always	He left Kenya.\n	He left \x1b[1;32mKenya\x1b[m.\n	0	^nents: NENTS_COLORS: 'GPE=red' is no colour; wanted: GPE=1;31
a type without a colour	NENTS_COLORS='GPE' nents -t GPE --show --color=always	He left Kenya.\n	He left \x1b[1;32mKenya\x1b[m.\n	0	^nents: NENTS_COLORS: 'GPE' is no colour
no such type	NENTS_COLORS='SHIP=31' nents --show --color=always	He left.\n	He left.\n	0	^nents: NENTS_COLORS: 'SHIP=31': there is no colour for 'SHIP'
an escape in the variable	NENTS_COLORS="GPE=1m$(printf '\033')[2J" nents -t GPE --show --color=always	He left Kenya.\n	He left \x1b[1;32mKenya\x1b[m.\n	0	^nents: NENTS_COLORS: 'GPE=1m\\x1b\[2J' is no colour
without colour it is not read	NENTS_COLORS='SHIP=31' nents --show	He left.\n	He left.\n	0
empty parts	NENTS_COLORS='::GPE=7:' nents -t GPE --show --color=always	He left Kenya.\n	He left \x1b[7mKenya\x1b[m.\n	0

# --- nents --show
records keep all fields	nents --show -t GPE	%rec: Article\n\nId: a\nUrl: x\nTitle: To Kenya\nSource: Kenya Times\nText: In Peru.\nX_y: Peru\n\n	%rec: Article\n\nId: a\nUrl: x\nTitle: To [GPE Kenya]\nSource: Kenya Times\nText: In [GPE Peru].\nX_y: Peru\n\n	0
two streams are one	nents -R --show -t GPE - /dev/null	Text: In Peru.\n\n	%rec: Article\n\nText: In [GPE Peru].\n\n	0
a mention in a quotation	nents --show -t QUOTE,GPE	"I left Kenya," said Anna Petrova.\n	"[QUOTE I left [GPE Kenya],]" said Anna Petrova.\n	0
and its colours	nents --show -t QUOTE,GPE --color=always	"I left Kenya," said Anna Petrova.\n	"\x1b[3mI left \x1b[1;32mKenya\x1b[m\x1b[3m,\x1b[m" said Anna Petrova.\n	0
empty lines of a page	nents --show -t GPE	\nIn Peru.\n\n	\nIn [GPE Peru].\n\n	0
a final backslash	nents --show -R -t GPE	Text: C:\\ \nText: In Peru.\n\n	%rec: Article\n\nText: C:\\ \nText: In [GPE Peru].\n\n	0
-a and --show	nents -a --show	-	-	2	^nents: -a, --show and --html are three
nothing in, nothing out	nents --show	-	-	0

# --- nstrip -m
nstrip tells why	echo 'drop luck' >r; nstrip -bm -r r --color=always	%rec: Article\n\nPage: a\nChrome: Share\nSource: S\nText: Aries: luck.\nText: He spoke. [READ MORE: x] She left.\n\n	%rec: Article\n\nPage: a\n\x1b[31mChrome: Share\x1b[m\n\x1b[34mChrome: S\x1b[m\n\x1b[35mChrome: Aries: luck.\x1b[m\nText: He spoke.\n\x1b[36mChrome: [READ MORE: x]\x1b[m\nText: She left.\n\n	0
in its own colours	NSTRIP_COLORS='keep=32:model=' nstrip -m --color=always	%rec: Article\n\nPage: a\nChrome: Share\nText: He spoke.\n\n	%rec: Article\n\nPage: a\nChrome: Share\n\x1b[32mText: He spoke.\x1b[m\n\n	0
the memory of a site	for i in 1 2 3; do printf 'Page: %s\nUrl: http://s.example/%s\nText: Our promise.\n\n' $i $i; done | nstrip -Rm --site-memory=2 --color=always | grep -c '33mChrome: Our promise'	-	2\n	0
plain lines	printf 'drop luck\n' >r; nstrip -m -r r --color=always | tail -n 1	A long and quiet day it was for all of them, she said on Monday.\r\nluck\r\n	\x1b[35m- luck\x1b[m\r\n	0
without -m it means nothing	nstrip --color=always	%rec: Article\n\nPage: a\nChrome: Share\nText: A.\n\n	%rec: Article\n\nPage: a\nText: A.\n\n	0

# --- what is for eyes holds no control character of the data
nents --color	nents -N --color=always -t GPE	%rec: Article\n\nId: \x1b[2J\nText: In Peru.\n\n	\\x1b[2J\t2\t3\t7\t\x1b[1;32mGPE\x1b[m\t\x1b[1;32mPeru\x1b[m\tPeru\tPE\n	0
nents --show --color	nents --show --color=always -t GPE	%rec: Article\n\nText: \x1b]0;x\x07 in Peru \xc2\x9b \xff.\n\n	%rec: Article\n\nText: \\x1b]0;x\\x07 in \x1b[1;32mPeru\x1b[m \\x9b \\xff.\n\n	0
nstrip -m --color	nstrip -m --color=always	%rec: Article\n\nPage: a\nChrome: \x1b[2J\nText: A\x08.\n\n	%rec: Article\n\nPage: a\n\x1b[31mChrome: \\x1b[2J\x1b[m\nText: A\\x08.\n\n	0
without colour it stays	nstrip -m	%rec: Article\n\nPage: a\nChrome: \x1b[2J\n\n	%rec: Article\n\nPage: a\nChrome: \x1b[2J\n\n	0
