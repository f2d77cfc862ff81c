/* quotes_frames: who speaks a quotation, by the frames in which news put speakers. */
#ifndef QUOTES_FRAMES_H
#define QUOTES_FRAMES_H

#include "quotes_view.h"

/*
 * The speaker of span `index` of line `line` by a frame around it: `"...", said X`, `X said: "..."`,
 * `according to X`. *attributed is set if words of speech stand there. Pronouns are resolved.
 */
struct speaker speech_frame(const struct speech *s, size_t line, size_t index, bool *attributed);

/*
 * The speaker of the span where the words of speech are not known, in other languages than English: the first
 * person behind it in its sentence, or else the last one before it there.
 */
struct speaker speech_person_beside(const struct speech *s, size_t line, const struct quote_span *span);

/* The subject of the last sentence of the line that begins before byte `before`; pronouns are resolved. */
struct speaker speech_subject_before(const struct speech *s, size_t line, size_t before);

/* The last line before this one that is not empty, or `line` itself if there is none. */
size_t speech_line_before(const struct speech *s, size_t line);

/* The first token behind the span. */
size_t speech_token_behind(const struct speech *s, size_t line, const struct quote_span *span);

/* Does no sentence begin between the two bytes of the line? */
bool speech_same_sentence(const struct speech *s, size_t line, size_t from, size_t to);

/* Does a sentence begin at the span: nothing but marks since the last full stop? */
bool speech_opens_sentence(const struct speech *s, size_t line, const struct quote_span *span);

#endif
