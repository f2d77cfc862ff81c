/* quotes_words: the words of speech, and the given names that tell he from she. */
#ifndef QUOTES_WORDS_H
#define QUOTES_WORDS_H

#include "values_words.h"

enum speech_role {
	SPEECH_VERB = 1,        /* said, told, wrote */
	SPEECH_PARTICIPLE = 2,  /* adding, saying: the subject is the sentence's */
	SPEECH_PRONOUN = 4,     /* value: enum speech_pronoun */
	SPEECH_ADVERB = 8,      /* stands between a subject and its verb: also, later, has */
	SPEECH_CLAUSE = 16,     /* begins a clause: and, but, that, which, when */
	SPEECH_DETERMINER = 32, /* the, a, his */
	SPEECH_WHO = 64,
	SPEECH_GIVEN_HE = 128, /* a man's given name or title */
	SPEECH_GIVEN_SHE = 256,
	SPEECH_PREPOSITION = 512,
	SPEECH_ACCORDING = 1024,
	SPEECH_PERSON = 2048,  /* a noun that means one person: governor, striker */
	SPEECH_PASSIVE = 4096, /* was, were, been */
	SPEECH_BASE = 16384,   /* with VERB: say, tell: a verb only behind "to" and the like */
	SPEECH_DOUBTFUL = 8192 /* with VERB: a noun too, so a verb only right behind a name */
};

enum speech_pronoun { PRONOUN_HE = 1, PRONOUN_SHE, PRONOUN_THEY, PRONOUN_IT, PRONOUN_I, PRONOUN_PERSON };

/* Adds the words of speech to the list: roles are enum speech_role, a pronoun's value is enum speech_pronoun.
 */
void speech_words(struct words *words);

#endif
