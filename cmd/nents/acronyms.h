/*
 * acronyms: the short name that is given in brackets behind a name, "World Food Programme (WFP)", is one too,
 * and of its type.
 */
#ifndef ACRONYMS_H
#define ACRONYMS_H

#include "mention.h"

/* Adds or retypes the mentions of such short names; the article's mentions are in the order of their places.
 */
void acronyms_find(struct article *a);

#endif
