/* The model file as it stands, for built_in.c. Made by scripts/train-lines; see MODEL.md. */
	.section .rodata
	.balign 64
	.globl lines_model_begin
	.globl lines_model_end
	.hidden lines_model_begin
	.hidden lines_model_end
lines_model_begin:
	.incbin "lib/lines/lines.model"
lines_model_end:
	.byte 0
	.section .note.GNU-stack, "", %progbits
