#include "record_key.h"

#include <stdio.h>

bool
record_key(const struct settings *settings, const struct words *words, const struct record *record,
	struct hash128 *key)
{
	if (settings->key_count == 0) {
		*key = words_key(words, record);
		return true;
	}
	bool found = false;
	*key = (struct hash128){settings->key_count, 0};
	for (size_t k = 0; k < settings->key_count; k++)
		for (size_t i = 0; i < record->count; i++) {
			if (!slice_equal(record->fields[i].name, settings->keys[k]))
				continue;
			struct hash128 value = hash_fixed(record->fields[i].value);
			key->low = hash_mix(key->low + k) + value.low;
			key->high = hash_mix(key->high + k) + value.high;
			found = true;
		}
	return found;
}

bool
record_key_parameters(const struct settings *s, char *out, size_t size)
{
	int len = snprintf(out, size, "records, %s",
		s->key_count > 0 ? "equal in"
		: s->exact       ? "equal"
		: s->minhash     ? "near by minhash"
				 : "near by samples of 4 words in 16");
	for (size_t i = 0; i < s->key_count && len > 0 && (size_t)len < size; i++)
		len += snprintf(out + len, size - (size_t)len, " %.*s", (int)s->keys[i].len, s->keys[i].at);
	return len >= 0 && (size_t)len < size;
}

struct slice
record_id(const struct record *record, uint64_t number, struct text_buffer *buffer)
{
	char spelt[24];
	struct slice id = rec_value(record, REC_ID);
	if (id.at == NULL) {
		int len = snprintf(spelt, sizeof spelt, "#%llu", (unsigned long long)number);
		id = (struct slice){spelt, (size_t)len};
	}
	buffer->len = 0;
	text_append(buffer, id);
	for (size_t i = 0; i < buffer->len; i++)
		if (buffer->bytes[i] == '\t')
			buffer->bytes[i] = ' ';
	return text_slice(buffer);
}
