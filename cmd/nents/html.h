/*
 * html: text as HTML, so that nothing in it means more than itself (HTML Living Standard, 13.1 "Writing HTML
 * documents").
 */
#ifndef HTML_H
#define HTML_H

#include "io.h"

/*
 * Text, or the value of an attribute in double quotes: & < > " ' as references; what must not stand in a
 * document, control characters but TAB and ill-formed bytes, as U+FFFD.
 */
void html_put(struct io_writer *w, struct slice s);

/* Is this an address that may become a link: of http or https? */
bool html_is_link(struct slice url);

/* The address as the value of href in double quotes: what can't stand in a URL is %-encoded (RFC 3986). */
void html_put_href(struct io_writer *w, struct slice url);

#endif
