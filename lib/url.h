/*
 * url: parts of a URL.
 */
#ifndef URL_H
#define URL_H

#include "slice.h"

/* The host that a URL names, with its port if it says one: "https://www.example.org:80/a" gives
 * "www.example.org:80". A URL without "://" is taken for one from its host on. */
struct slice url_host(struct slice url);

#endif
