/* The dirty-byte policy: what comes out is valid UTF-8 without controls, and cleaning it again changes
 * nothing. */
#include "text.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct text_buffer once, twice, folded;
	struct text_dirt dirt = {0};
	struct slice in = {(const char *)data, size}, word;

	struct slice clean = text_clean(in, &once, &dirt);
	if (!text_is_utf8(clean))
		abort();
	for (size_t i = 0; i < clean.len; i++)
		if ((unsigned char)clean.at[i] < ' ' && clean.at[i] != '\n' && clean.at[i] != '\t')
			abort();
	if (!slice_equal(text_clean(clean, &twice, &dirt), clean))
		abort();
	text_fold(in, &folded);
	text_trim(in);
	for (struct slice rest = in; text_word(&rest, &word);)
		if (word.len == 0)
			abort();
	return 0;
}
