#include "user.h"

#include "cli.h"
#include "io.h"
#include "pat.h"
#include "segment.h"
#include "token.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/*
 * A listed name: its type and canonical name, a piece of the file.
 */
struct row {
	uint64_t canonical; /* where it begins in `file` */
	uint32_t len;
	uint8_t type;
	uint32_t
		capital; /* the first of its words with a capital, from 1: mentions have one there; 0: none */
};

/* A name or a beginning of one. row + 1 in `row`, 0: a beginning only; `longer`: a longer name begins so. */
struct slot {
	uint64_t chain; /* 0: free */
	uint32_t row;
	bool longer;
};

struct user {
	struct text_buffer file;
	struct row *rows;
	size_t row_count, row_capacity;
	struct slot *slots;
	size_t slot_count, slot_mask;
	struct pat_rules patterns;
	struct article name; /* for the tokens of one name */
};

/* --- Loading ---------------------------------------------------------------------------------- */

static struct slot *
slot_of(const struct user *u, uint64_t chain)
{
	size_t i = (size_t)(chain >> 16) & u->slot_mask;

	while (u->slots[i].chain != 0 && u->slots[i].chain != chain)
		i = (i + 1) & u->slot_mask;
	return &u->slots[i];
}

static void
grow_slots(struct user *u)
{
	struct slot *old = u->slots;
	size_t size = u->slots != NULL ? u->slot_mask + 1 : 0, wanted = size > 0 ? size * 2 : 1024;

	u->slots = cli_alloc(wanted, sizeof *u->slots);
	memset(u->slots, 0, wanted * sizeof *u->slots);
	u->slot_mask = wanted - 1;
	for (size_t i = 0; i < size; i++)
		if (old[i].chain != 0)
			*slot_of(u, old[i].chain) = old[i];
	free(old);
}

static struct slot *
put_slot(struct user *u, uint64_t chain)
{
	struct slot *slot;

	if (u->slots == NULL || 2 * (u->slot_count + 1) > u->slot_mask)
		grow_slots(u);
	slot = slot_of(u, chain);
	if (slot->chain == 0) {
		slot->chain = chain;
		u->slot_count++;
	}
	return slot;
}

static void
put_name(struct user *u, struct slice name, struct row row)
{
	struct article *a = &u->name;
	uint64_t chain = 0;

	article_reset(a);
	article_add_line(a, name, 1);
	tokens_find(a);
	if (a->token_count == 0)
		return;
	for (size_t i = 0; i < a->token_count; i++) {
		chain = token_chain(chain, a->tokens[i].key);
		if (row.capital == 0 && token_is_capital(&a->tokens[i]))
			row.capital = (uint32_t)i + 1;
		if (i + 1 < a->token_count)
			put_slot(u, chain)->longer = true;
	}
	if (u->row_count == u->row_capacity)
		cli_grow(&u->rows, &u->row_capacity, u->row_count + 1, sizeof *u->rows);
	u->rows[u->row_count++] = row;
	put_slot(u, chain)->row = (uint32_t)u->row_count;
}

static struct slice
take_cell(struct slice *rest)
{
	const char *tab = memchr(rest->at, '\t', rest->len);
	struct slice cell = {rest->at, tab != NULL ? (size_t)(tab - rest->at) : rest->len};

	*rest = slice_after(*rest, cell.len + (tab != NULL));
	return cell;
}

static void
put_line(struct user *u, const struct io_reader *in, struct slice line)
{
	struct slice whole = line, name, type, canonical;
	struct row row = {0};
	enum entity_type found;

	if (line.len > 0 && line.at[line.len - 1] == '\r')
		line.len--;
	if (line.len == 0 || line.at[0] == '#')
		return;
	name = take_cell(&line);
	type = take_cell(&line);
	canonical = take_cell(&line);
	found = entity_of(type);
	if (name.len == 0 || found == ENTITY_NONE)
		cli_die("%s: line %llu: '%.*s': wanted: name TAB type TAB canonical name, with a type such "
			"as PERSON, ORG "
			"or GPE",
			in->name, (unsigned long long)in->line, (int)(whole.len < 60 ? whole.len : 60),
			whole.at);
	row.type = (uint8_t)found;
	row.canonical = u->file.len;
	row.len = (uint32_t)canonical.len;
	text_append(&u->file, canonical);
	put_name(u, name, row);
}

static void
read_list(struct user *u, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct io_reader in;
	struct slice line;

	if (fd == -1)
		cli_die("%s: opening: %s", path, strerror(errno));
	io_reader_open(&in, fd, path, 1 << 20, NULL);
	while (io_line(&in, '\n', &line, NULL))
		put_line(u, &in, line);
	io_reader_close(&in);
	close(fd);
}

void
user_files_add(struct user_files *files, const char *path)
{
	cli_grow(&files->paths, &files->capacity, files->count + 1, sizeof *files->paths);
	files->paths[files->count++] = path;
}

struct user *
user_open(const struct user_files *lists, const struct user_files *patterns)
{
	const char *types[ENTITY_TYPES + 1] = {NULL};
	struct user *u = cli_alloc(1, sizeof *u);

	for (size_t i = 0; i < lists->count; i++)
		read_list(u, lists->paths[i]);
	for (int type = 0; type < ENTITY_TYPES; type++)
		types[type] = entity_name((enum entity_type)type).at;
	for (size_t i = 0; i < patterns->count; i++)
		pat_rules_load(&u->patterns, patterns->paths[i], types, false);
	return u;
}

void
user_close(struct user *u)
{
	article_free(&u->name);
	pat_rules_free(&u->patterns);
	free(u->file.bytes);
	free(u->rows);
	free(u->slots);
	free(u);
}

/* --- Finding ---------------------------------------------------------------------------------- */

/* Have the tokens of a listed name a capital where it has its first one? */
static bool
fits(const struct row *row, const struct token *tokens)
{
	return row->capital == 0 || token_is_capital(&tokens[row->capital - 1]);
}

/* The longest listed name that begins with token i of its line; gives its length in tokens, 0 for none. */
static size_t
longest_name(const struct user *u, const struct article *a, size_t i, size_t end, const struct row **row)
{
	uint64_t chain = 0;
	size_t best = 0;

	for (size_t n = 1; i + n <= end; n++) {
		const struct slot *slot;

		chain = token_chain(chain, a->tokens[i + n - 1].key);
		slot = slot_of(u, chain);
		if (slot->chain == 0)
			break;
		if (slot->row != 0 && fits(&u->rows[slot->row - 1], &a->tokens[i])) {
			best = n;
			*row = &u->rows[slot->row - 1];
		}
		if (!slot->longer)
			break;
	}
	return best;
}

static void
find_listed(struct user *u, struct article *a, size_t line)
{
	size_t end = a->lines[line].end;

	for (size_t i = a->lines[line].first; i < end;) {
		const struct row *row = NULL;
		size_t n = longest_name(u, a, i, end, &row);
		struct mention *m;

		if (n > 0) {
			m = mention_add(a, (enum entity_type)row->type, SOURCE_USER, (uint32_t)line,
				a->tokens[i].start, a->tokens[i + n - 1].end);
			m->name = article_keep(a, (struct slice){u->file.bytes + row->canonical, row->len});
		}
		i += n > 0 ? n : 1;
	}
}

static void
find_pattern(const struct pat_rule *rule, struct article *a, size_t line)
{
	struct slice text = a->lines[line].text;
	struct pat_match match;
	size_t from = 0;
	enum pat_result result = PAT_NONE;

	while (from <= text.len && (result = pat_match(rule->pat, text, from, &match)) == PAT_FOUND) {
		size_t start = (size_t)(match.group[0].at - text.at), end = start + match.group[0].len;

		if (end > start)
			mention_add(a, (enum entity_type)rule->word, SOURCE_USER, (uint32_t)line, start, end);
		from = end > start ? end : end + 1;
		while (from < text.len && ((unsigned char)text.at[from] & 0xc0) == 0x80)
			from++;
	}
	if (result == PAT_LIMIT || result == PAT_TOO_LONG) {
		cli_warn("%.*s: line %u: the pattern of %s:%zu %s; taken for no match", (int)a->id.len,
			a->id.at != NULL ? a->id.at : "", a->lines[line].number, rule->path, rule->line,
			result == PAT_LIMIT ? "costs too much here"
					    : "is not tried on a line of more than 64 KiB");
		cli_unjudged(1);
	}
}

void
user_find(struct user *u, struct article *a)
{
	for (size_t line = 0; line < a->line_count; line++) {
		if (u->slots != NULL)
			find_listed(u, a, line);
		for (size_t i = 0; i < u->patterns.count; i++)
			find_pattern(&u->patterns.rules[i], a, line);
	}
}
