/* The data that stands in the binary of nents: see builtin.h. */
	.macro data name, file
	.balign 64
	.global \name
	.global \name\()_end
\name:
	.incbin "\file"
\name\()_end:
	.byte 0
	.endm

	.section .rodata
	data builtin_gazetteer, "cmd/nents/names.gaz"
	data builtin_clusters, "cmd/nents/names.clusters"
	data builtin_model, "cmd/nents/names.model"
	data builtin_page, "cmd/nents/page.html"
	data builtin_style, "cmd/nents/page.css"
	.section .note.GNU-stack, "", %progbits
