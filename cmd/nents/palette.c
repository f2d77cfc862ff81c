#include "palette.h"

/* Of the eight that every terminal has. Black and white are left out: one of them is the ground. */
static const char *const numbers[ENTITY_TYPES] = {
	[ENTITY_PERSON] = "1;31",
	[ENTITY_ORG] = "1;34",
	[ENTITY_GPE] = "1;32",
	[ENTITY_LOC] = "32",
	[ENTITY_FAC] = "32",
	[ENTITY_NORP] = "1;35",
	[ENTITY_EVENT] = "35",
	[ENTITY_DATE] = "36",
	[ENTITY_TIME] = "36",
	[ENTITY_MONEY] = "33",
	[ENTITY_PERCENT] = "33",
	[ENTITY_QUANTITY] = "33",
	[ENTITY_QUOTE] = "3",
	[ENTITY_URL] = "4",
	[ENTITY_EMAIL] = "4",
};

void
palette_start(struct palette *p, struct io_writer *w, enum color_when when)
{
	for (int type = 0; type < ENTITY_TYPES; type++)
		p->types[type] = (struct color){
			.name = entity_name((enum entity_type)type).at, .numbers = numbers[type]};
	p->on = color_start(w, when, p->types, ENTITY_TYPES, "NENTS_COLORS");
}
