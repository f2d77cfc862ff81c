#!/bin/sh
# The cases of the csv-spectrum suite, in tables of our own: NAME, the table, the objects that it is.
. tests/tap.sh
built ncsv || exit 0

# spectrum NAME TABLE OBJECTS: both as printf takes them.
spectrum() {
	# shellcheck disable=SC2059
	printf "$2" >in.csv
	# shellcheck disable=SC2059
	printf "$3" >want
	ncsv -i csv -o jsonl in.csv >got 2>&1
	same "$1" want got
	ncsv -i csv -o csv in.csv | ncsv -i csv -o jsonl >got 2>&1
	same "$1, written and read again" want got
	ncsv -i csv -o tsv in.csv | ncsv -i tsv -o jsonl >got 2>&1
	same "$1, by way of TSV" want got
}

spectrum 'simple' 'p,q,r\n7,8,9' '{"p":"7","q":"8","r":"9"}\n'
spectrum 'simple with CRLF' 'p,q,r\r\n7,8,9\r\n' '{"p":"7","q":"8","r":"9"}\n'
spectrum 'a comma in quotes' 'who,born,where\nMarta,3 March,"Quay 5, Norvale"\n' \
	'{"who":"Marta","born":"3 March","where":"Quay 5, Norvale"}\n'
spectrum 'empty cells' 'p,q,r\n7,"",""\n,8,9\n' '{"p":"7","q":"","r":""}\n{"p":"","q":"8","r":"9"}\n'
spectrum 'empty cells with CRLF' 'p,q,r\r\n7,"",""\r\n,8,9\r\n' \
	'{"p":"7","q":"","r":""}\n{"p":"","q":"8","r":"9"}\n'
spectrum 'quotes and line ends' 'p,q\n7,"so ""it"" is"\n8,"one\ntwo"\n' \
	'{"p":"7","q":"so \\"it\\" is"}\n{"p":"8","q":"one\\ntwo"}\n'
spectrum 'escaped quotes' 'p,q\n7,"so ""it"" is"\n' '{"p":"7","q":"so \\"it\\" is"}\n'
spectrum 'JSON in a cell' 'k,v\n1,"{""type"": ""Point"", ""at"": [7.5, 8]}"\n' \
	'{"k":"1","v":"{\\"type\\": \\"Point\\", \\"at\\": [7.5, 8]}"}\n'
spectrum 'line ends in cells' 'p,q,r\n7,8,9\n"There stood\na ferry",5,6\n' \
	'{"p":"7","q":"8","r":"9"}\n{"p":"There stood\\na ferry","q":"5","r":"6"}\n'
spectrum 'line ends in cells with CRLF' 'p,q\r\n"There stood\r\na ferry",5\r\n' '{"p":"There stood\\r\\na ferry","q":"5"}\n'
spectrum 'UTF-8' 'p,q\n7,\312\244\n\346\226\260,"\360\237\223\260"\n' \
	'{"p":"7","q":"\312\244"}\n{"p":"\346\226\260","q":"\360\237\223\260"}\n'
spectrum 'a megabyte in a cell' "p,q\n1,\"$(head -c 100000 /dev/zero | tr '\0' x)\"\n" \
	"{\"p\":\"1\",\"q\":\"$(head -c 100000 /dev/zero | tr '\0' x)\"}\n"
