/* check_seq_narrow: the same as check_seq on a machine whose vectors hold four floats, as most have. */
#define NARROW
#include "../lib/seq.c"

#include "check_seq.c"
