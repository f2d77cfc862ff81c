/*
 * dirty: makes test input, the same for the same seed. usage: dirty KIND SEED LINES
 *
 * KIND: page   lines like those of a scraped page, with dirt between them and in them
 *       clean  the same without dirt
 *       bytes  lines of any bytes at all
 *       rec    a record stream as a filter writes it, with values that look like syntax; LINES records
 *       csv    a table by RFC 4180 with quotes, separators and line ends in its cells; LINES rows
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static uint64_t state;

/* A number below n, by splitmix64 (Steele, Lea, Flood 2014). */
static uint64_t
below(uint64_t n)
{
	uint64_t z = (state += 0x9e3779b97f4a7c15u);
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return (z ^ (z >> 31)) % n;
}

static void
put(const char *bytes, size_t len)
{
	fwrite(bytes, 1, len, stdout);
}

#define PUT_ONE(list)                                                                                        \
	do {                                                                                                 \
		uint64_t chosen = below(COUNT(list));                                                        \
		put(list[chosen].bytes, list[chosen].len);                                                   \
	} while (0)
#define S(literal)                                                                                           \
	{                                                                                                    \
		literal, sizeof literal - 1                                                                  \
	}

struct piece {
	const char *bytes;
	size_t len;
};

static const struct piece words[] = {S("the"), S("minister"), S("of"), S("Harbour"), S("said"),
	S("Marta Lindqvist"), S("on Tuesday"), S("3 March 2024"), S("$4.2 million"), S("12%"), S("council"),
	S("Norvale"), S("in"), S("https://example.org/a?b=1"), S("vote"), S("a"), S("it\xe2\x80\x99s"),
	S("caf\xc3\xa9"), S("\xe6\x96\xb0\xe8\x81\x9e"), S("\xf0\x9f\x93\xb0"), S("e-mail"),
	S("press@example.org"), S("and"), S("\"quoted\""), S("\xe2\x80\x9cquoted\xe2\x80\x9d"),
	S("Kestrel Mining Ltd"), S("--"), S("U.N."), S("yesterday")};

static const struct piece dirt[] = {S("\0"), S("\x01"), S("\x1b[31m"), S("\x1b]0;title\x07"), S("\x7f"),
	S("\r"), S("\r\r\n"), S("\xc2\x85"), S("\xe2\x80\xa8"), S("\xe2\x80\xa9"), S("\v"), S("\f"),
	S("\xef\xbb\xbf"), S("\xc2\xa0"), S("\xc0\xaf"), S("\xe0\x80\xaf"), S("\xed\xa0\x80"),
	S("\xf4\x90\x80\x80"), S("\xff"), S("\x80"), S("\xe2\x82"), S("\xf0\x9f\x93"),
	S("\xc2\x9b"
	  "31m"),
	S("\xc2\x80"), S("\t"), S("  "), S("\\"), S("\x1b"), S("\xe2\x80\x8b"), S("\xc2\xad")};

static const struct piece whole_lines[] = {S("Share"), S("Related Articles"), S("2 days ago"),
	S("By Marta Lindqvist"), S("Norvale Post"), S("Norvale Post2 days ago"), S("Advertisement"),
	S("NextImg:Harbour vote is put off"), S("Harbour vote is put off"), S("Harbour vote is put off"),
	S("1.2K"), S("Latest news"), S("+ plus"), S("# hash"), S("%rec: Article"), S("Foo: bar"),
	S("a line that ends in \\"), S("Read more"), S("\tTab"),
	S("Video Duration 02 minutes 47 seconds 02:47"), S("-")};

static const struct piece traps[] = {S("ends in \\"), S("Foo: bar"), S("+ plus"), S("# hash"),
	S("%rec: Article"), S("\\"), S("\\\\"), S(" two  blanks inside"), S("\tTab"), S(""), S(": colon"),
	S("Text: x"), S("+"), S("a,b;c\td"), S("\"q\""), S("=1+1"), S("\xe2\x80\x94")};

static const struct piece names[] = {S("Title"), S("Source"), S("Date"), S("Byline"), S("Caption"), S("Text"),
	S("Text"), S("Text"), S("Text"), S("Url"), S("X_other2")};

static const struct piece cells[] = {S("a"), S(""), S("\"a \"\"quoted\"\" word\""), S("\"two\nlines\""),
	S("\"a,b\""), S("caf\xc3\xa9"), S("\"ends in \\\""), S("back\\slash"), S("\"\""), S("+ plus"),
	S("# hash"), S("Foo: bar"), S("\"a longer cell with words in it, or\""), S("=1+1")};

static void
sentence(bool dirty)
{
	for (uint64_t n = 1 + below(30); n > 0; n--) {
		PUT_ONE(words);
		if (dirty && below(12) == 0)
			PUT_ONE(dirt);
		if (n > 1)
			putchar(' ');
	}
	if (below(4))
		putchar('.');
}

static void
page(uint64_t lines, bool dirty)
{
	static const struct piece ends[] = {
		S("\r\n"), S("\r"), S("\xc2\x85"), S("\xe2\x80\xa8"), S(" \n"), S("\xc2\xa0\n"), S("")};
	for (uint64_t i = 0; i < lines; i++) {
		if (below(3) == 0)
			PUT_ONE(whole_lines);
		else if (below(5))
			sentence(dirty);
		if (dirty && below(6) == 0)
			PUT_ONE(ends);
		else
			putchar('\n');
	}
}

static void
bytes(uint64_t lines)
{
	for (uint64_t i = 0; i < lines; i++) {
		for (uint64_t n = below(40); n > 0; n--)
			putchar((int)(below(3) ? ' ' + below(95) : below(256)));
		if (below(4) == 0)
			PUT_ONE(whole_lines);
		putchar('\n');
	}
}

static void
value(void)
{
	if (below(3)) {
		sentence(false);
	} else {
		uint64_t chosen = below(COUNT(traps));
		put(traps[chosen].bytes, traps[chosen].len);
		if (traps[chosen].len > 0 && traps[chosen].bytes[traps[chosen].len - 1] == '\\')
			putchar(' ');
	}
}

static void
records(uint64_t count)
{
	printf("%%rec: Article\n\n");
	for (uint64_t i = 0; i < count; i++) {
		printf("Id: p%d#%d\nPage: p%d\n", (int)i / 3, (int)i % 3 + 1, (int)i / 3);
		for (uint64_t n = below(12); n > 0; n--) {
			PUT_ONE(names);
			printf(": ");
			value();
			putchar('\n');
		}
		putchar('\n');
	}
}

static void
table(uint64_t rows)
{
	printf("Id,Title,Source,Text\n");
	for (uint64_t i = 0; i < rows; i++) {
		printf("r%d", (int)i);
		for (int column = 1; column < 4; column++) {
			putchar(',');
			PUT_ONE(cells);
		}
		putchar('\n');
	}
}

static int
usage(void)
{
	fprintf(stderr, "usage: dirty page|clean|bytes|rec|csv SEED LINES\n");
	return 2;
}

int
main(int argc, char **argv)
{
	if (argc != 4)
		return usage();
	const char *kind = argv[1];
	state = strtoull(argv[2], NULL, 10);
	uint64_t count = strtoull(argv[3], NULL, 10);
	if (strcmp(kind, "page") == 0 || strcmp(kind, "clean") == 0)
		page(count, *kind == 'p');
	else if (strcmp(kind, "bytes") == 0)
		bytes(count);
	else if (strcmp(kind, "rec") == 0)
		records(count);
	else if (strcmp(kind, "csv") == 0)
		table(count);
	else
		return usage();
	return fflush(stdout) != 0;
}
