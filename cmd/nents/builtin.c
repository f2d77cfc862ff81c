#include "builtin.h"

#define BUILTIN(name, file)                                                                                  \
	__asm__(".section .rodata\n"                                                                         \
		".balign 64\n"                                                                               \
		".global " name "\n" name ":\n"                                                              \
		".incbin \"" file "\"\n"                                                                     \
		".global " name "_end\n" name "_end:\n"                                                      \
		".byte 0\n"                                                                                  \
		".previous\n")

BUILTIN("builtin_gazetteer", "cmd/nents/names.gaz");
BUILTIN("builtin_clusters", "cmd/nents/names.clusters");
BUILTIN("builtin_model", "cmd/nents/names.model");
