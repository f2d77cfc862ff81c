/* check_bytes_narrow: the same as check_bytes on a machine whose vectors hold sixteen bytes. */
#define NARROW
#include "../lib/lines/bytes.c"

#include "check_bytes.c"
