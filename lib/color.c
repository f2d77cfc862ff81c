#include "color.h"

#include "cli.h"

#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

enum color_when
color_when(const char *argument)
{
	static const char *const words[] = {
		[COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};

	for (int when = COLOR_AUTO; when <= COLOR_NEVER; when++)
		if (strcmp(argument, words[when]) == 0)
			return (enum color_when)when;
	cli_usage_error("option --color: '%s' is not auto, always or never", argument);
}

/* --- The environment -------------------------------------------------------------------------- */

static bool
is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value != NULL && value[0] != '\0';
}

static bool
terminal_has_colors(int fd)
{
	return isatty(fd) == 1 && is_set("TERM") && strcmp(getenv("TERM"), "dumb") != 0;
}

static struct color *
find_color(struct color *colors, size_t count, const char *name, size_t len)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(colors[i].name) == len && strncasecmp(colors[i].name, name, len) == 0)
			return &colors[i];
	return NULL;
}

/* One part of the variable, "NAME=1;31". */
static void
read_part(struct slice part, struct color *colors, size_t count, const char *variable)
{
	size_t name = strcspn(part.at, "=:");
	struct color *color = find_color(colors, count, part.at, name);
	struct slice numbers = slice_after(part, name < part.len ? name + 1 : name);

	if (color == NULL)
		cli_warn("%s: '%.*s': there is no colour for '%.*s'", variable, (int)part.len, part.at,
			(int)name, part.at);
	else if (name == part.len || strspn(numbers.at, "0123456789;") < numbers.len)
		cli_warn("%s: '%.*s' is no colour; wanted: %s=1;31, numbers of an SGR sequence", variable,
			(int)part.len, part.at, color->name);
	else
		*color = (struct color){color->name, numbers.at, numbers.len};
}

static void
read_variable(const char *variable, struct color *colors, size_t count)
{
	const char *at = getenv(variable);

	while (at != NULL && *at != '\0') {
		struct slice part = {at, strcspn(at, ":")};

		if (part.len > 0)
			read_part(part, colors, count, variable);
		at += part.len;
		at += *at == ':';
	}
}

bool
color_start(
	struct io_writer *w, enum color_when when, struct color *colors, size_t count, const char *variable)
{
	if (when == COLOR_NEVER)
		return false;
	if (when == COLOR_AUTO && (is_set("NO_COLOR") || !terminal_has_colors(w->fd)))
		return false;
	for (size_t i = 0; i < count; i++)
		colors[i].len = strlen(colors[i].numbers);
	read_variable(variable, colors, count);
	w->screen = true;
	return true;
}

/* --- Writing ---------------------------------------------------------------------------------- */

void
color_begin(struct io_writer *w, const struct color *color)
{
	if (color->len == 0)
		return;
	io_put_control(w, SLICE("\33["));
	io_put_control(w, (struct slice){color->numbers, color->len});
	io_put_control(w, SLICE("m"));
}

void
color_end(struct io_writer *w, const struct color *color)
{
	if (color->len > 0)
		io_put_control(w, SLICE("\33[m"));
}
