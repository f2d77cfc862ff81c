#include "label.h"

#include "cli.h"

/* The ends of the model file, in model.S. */
extern const char lines_model_begin[], lines_model_end[];

const struct seq_model *
lines_built_in(void)
{
	const char *why = "";
	size_t bytes = (size_t)(lines_model_end - lines_model_begin);
	const struct seq_model *model = seq_model(lines_model_begin, bytes, FEATURES_VERSION, &why);
	if (model == NULL)
		cli_die("the built-in model of page lines is unusable: %s", why);
	return model;
}

void
lines_built_in_close(const struct seq_model *model)
{
	seq_model_close(model, lines_model_begin);
}
