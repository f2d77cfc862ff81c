/* Pages from WET and JSON Lines: nsplit's sources. */
#include "../cmd/nsplit/jsonl.h"
#include "../cmd/nsplit/wet.h"
#include "cli.h"
#include "unit.h"

static void
put_part(struct text_buffer *log, const char *name, struct slice value)
{
	if (value.at == NULL)
		return;
	text_append(log, slice_of(name));
	text_append(log, value);
	text_append(log, SLICE("|"));
}

/* Writes down what a page is. */
static void
log_page(const struct page *page, void *log)
{
	put_part(log, "name=", page->name);
	put_part(log, "url=", page->url);
	put_part(log, "id=", page->id);
	put_part(log, "date=", page->date);
	put_part(log, "crawled=", page->crawled);
	put_part(log, "language=", page->language);
	put_part(log, "text=", page->text);
	text_append(log, SLICE("\n"));
}

#define RECORD(type, more, length, body)                                                                     \
	"WARC/1.0\r\nWARC-Type: " type "\r\n" more "Content-Length: " length "\r\n\r\n" body "\r\n\r\n"

#define PAGE_ONE                                                                                             \
	RECORD("conversion",                                                                                 \
		"WARC-Target-URI: https://example.org/1\r\nWARC-Date: 2024-05-18T01:58:10Z\r\n"              \
		"WARC-Record-ID: <urn:uuid:1-2-3>\r\nWARC-Identified-Content-Language: eng,spa\r\n",         \
		"14", "One\n\r\n\r\nWARC/1")
#define PAGE_ONE_READ                                                                                        \
	"name=1-2-3|url=https://example.org/1|crawled=2024-05-18T01:58:10Z|language=eng,spa|"                \
	"text=One\n\r\n\r\nWARC/1|\n"

/* What wet_read() hands over of these bytes, in memory that lives until the next call. */
static struct slice
wet(struct slice bytes, size_t limit)
{
	static struct text_buffer log;
	struct io_reader in;
	log.len = 0;
	io_reader_open(&in, unit_input(bytes), "test", limit, NULL);
	wet_read(&in, log_page, &log);
	close(in.fd);
	io_reader_close(&in);
	return text_slice(&log);
}

START_TEST(wet_pages)
{
	const struct slice file = SLICE(RECORD("warcinfo", "", "9", "software:") PAGE_ONE RECORD(
		"response", "", "4", "HTTP") "\r\n" RECORD("conversion", "", "3", "Two"));
	unit_same(wet(file, 1 << 20), SLICE(PAGE_ONE_READ "name=test:4|text=Two|\n"));
	unit_same(wet(SLICE(""), 1 << 20), SLICE(""));
}
END_TEST

START_TEST(wet_header_is_read_liberally)
{
	unit_same(wet(SLICE("WARC/1.1\ncontent-length:3\nwarc-type:  conversion \nX: y\n\nabc"), 1 << 20),
		SLICE("name=test:1|text=abc|\n"));
	unit_same(wet(SLICE(RECORD("conversion", "WARC-Record-ID: <\r\n", "1", "x")), 1 << 20),
		SLICE("name=<|text=x|\n"));
}
END_TEST

/* Cut anywhere, the whole pages are handed over and the exit status is that of trouble. */
START_TEST(wet_that_is_cut)
{
	const struct slice file = SLICE(PAGE_ONE PAGE_ONE);
	const size_t one = sizeof PAGE_ONE - 1;
	int saved = dup(STDERR_FILENO);

	ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
	for (size_t cut = 0; cut <= file.len; cut++) {
		struct slice read = wet((struct slice){file.at, cut}, 1 << 20);
		size_t pages = cut >= 2 * one - 4 ? 2 : cut >= one - 4 ? 1 : 0;
		ck_assert_uint_eq(read.len, pages * (sizeof PAGE_ONE_READ - 1));
	}
	dup2(saved, STDERR_FILENO);
	ck_assert_int_eq(cli_finish(), CLI_TROUBLE);
}
END_TEST

START_TEST(wet_that_is_none)
{
	wet(SLICE("WARC/1.0\r\nWARC-Type: conversion\r\n\r\n"), 1 << 20);
}
END_TEST

START_TEST(wet_page_past_the_limit)
{
	wet(SLICE(RECORD("conversion", "", "9999999", "x")), 1 << 20);
}
END_TEST

START_TEST(wet_passes_long_records_that_are_no_pages)
{
	const struct slice tail = SLICE("\r\n\r\n" RECORD("conversion", "", "3", "Two"));
	struct text_buffer file = {0};
	char filler[1000];

	memset(filler, '\n', sizeof filler);
	text_append(&file, SLICE("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3000000\r\n\r\n"));
	for (int i = 0; i < 3000; i++)
		text_append(&file, (struct slice){filler, sizeof filler});
	text_append(&file, tail);
	unit_same(wet(text_slice(&file), 1 << 20), SLICE("name=test:2|text=Two|\n"));
	free(file.bytes);
}
END_TEST

START_TEST(wet_is_sniffed)
{
	static const struct {
		struct slice bytes;
		bool is;
	} inputs[] = {{{"WARC/1.0\r\n", 10}, true}, {{"WARC/1.", 7}, true}, {{"WARC/", 5}, false},
		{{"", 0}, false}};
	for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
		struct io_reader in;
		io_reader_open(&in, unit_input(inputs[i].bytes), "test", 1 << 20, NULL);
		ck_assert_int_eq(wet_sniff(&in), inputs[i].is);
		close(in.fd);
		io_reader_close(&in);
	}
}
END_TEST

static struct slice
jsonl(struct slice bytes, const struct jsonl_keys *keys)
{
	static struct text_buffer log;
	struct io_reader in;
	log.len = 0;
	io_reader_open(&in, unit_input(bytes), "test", 1 << 20, NULL);
	jsonl_read(&in, keys, log_page, &log);
	close(in.fd);
	io_reader_close(&in);
	return text_slice(&log);
}

START_TEST(jsonl_pages)
{
	unit_same(jsonl(SLICE("{\"text\":\"a\\nb\",\"url\":\"u\",\"id\":7,\"date\":\"d\",\"x\":{}}\n\n"
			      "{\"url\":\"u\",\"text\":\"\"}\n{\"text\":[\"p\",\"q\",\"r\"]}"),
			  &jsonl_usual_keys),
		SLICE("name=7|url=u|date=d|text=a\nb|\nname=u|url=u|text=|\nname=test:4|text=p\nq\nr|\n"));
}
END_TEST

START_TEST(jsonl_keys_can_be_others)
{
	const struct jsonl_keys keys = {{"body", 4}, {"link", 4}, {"key", 3}, {"when", 4}};
	unit_same(jsonl(SLICE("{\"text\":\"no\",\"body\":\"b\",\"link\":\"l\",\"key\":\"k\",\"when\":\"w\"}"),
			  &keys),
		SLICE("name=k|url=l|date=w|text=b|\n"));
}
END_TEST

START_TEST(jsonl_without_text_is_not_judged)
{
	int saved = dup(STDERR_FILENO);
	ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
	unit_same(jsonl(SLICE("{\"a\":1}\n{\"text\":null}\n{\"text\":\"t\"}"), &jsonl_usual_keys),
		SLICE("name=test:3|text=t|\n"));
	dup2(saved, STDERR_FILENO);
	ck_assert_int_eq(cli_finish(), CLI_UNJUDGED);
}
END_TEST

START_TEST(jsonl_that_is_none)
{
	jsonl(SLICE("{\"text\":\"t\"}\n{\"text\":"), &jsonl_usual_keys);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sources");
	TCase *tcase = tcase_create("sources");
	tcase_add_test(tcase, wet_pages);
	tcase_add_test(tcase, wet_header_is_read_liberally);
	tcase_add_test(tcase, wet_that_is_cut);
	tcase_add_exit_test(tcase, wet_that_is_none, CLI_TROUBLE);
	tcase_add_exit_test(tcase, wet_page_past_the_limit, CLI_TROUBLE);
	tcase_add_test(tcase, wet_passes_long_records_that_are_no_pages);
	tcase_add_test(tcase, wet_is_sniffed);
	tcase_add_test(tcase, jsonl_pages);
	tcase_add_test(tcase, jsonl_keys_can_be_others);
	tcase_add_test(tcase, jsonl_without_text_is_not_judged);
	tcase_add_exit_test(tcase, jsonl_that_is_none, CLI_TROUBLE);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
