/*
 * builtin: the data that stands in the binary; see builtin.S. Each begins at a multiple of 64
 * bytes.
 */
#ifndef BUILTIN_H
#define BUILTIN_H

extern const char builtin_gazetteer[], builtin_gazetteer_end[];
extern const char builtin_clusters[], builtin_clusters_end[];
extern const char builtin_model[], builtin_model_end[];
extern const char builtin_page[], builtin_page_end[];
extern const char builtin_style[], builtin_style_end[];

#endif
