/* Mentions in any text: their places lie in their lines and begin and end between characters. */
#include "../../cmd/nents/finder.h"
#include "../../cmd/nents/intake.h"
#include "../../cmd/nents/report.h"

#include "fuzz.h"

static bool
is_inside_character(struct slice s, size_t at)
{
	return at < s.len && ((unsigned char)s.at[at] & 0xc0) == 0x80;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct finder_options options = {.types = ENTITY_ALL, .asof = {"2024-03-01", 10}};
	static const struct report_limits limits = {.types = ENTITY_ALL};
	static const struct palette palette;
	static struct finder *finder;
	static struct intake intake;
	static struct article article;
	static struct io_writer out;

	if (finder == NULL) {
		finder = finder_open(&options);
		io_writer_open(&out, -1, false);
	}
	intake_page(&intake, &article, SLICE("page.txt"), (struct slice){(const char *)data, size});
	finder_run(finder, &article);
	for (size_t i = 0; i < article.mention_count; i++) {
		const struct mention *m = &article.mentions[i];
		if (m->line >= article.line_count || m->start >= m->end ||
			m->end > article.lines[m->line].text.len)
			abort();
		struct slice line = article.lines[m->line].text;
		if (is_inside_character(line, m->start) || is_inside_character(line, m->end))
			abort();
	}
	report_lines(&out, &article, &limits, &palette);
	out.len = out.committed = 0;
	return 0;
}
