/*
 * gazetteer: the built-in lists of names and of words that tell what a name is. Made by
 * scripts/gen-gazetteer; sources and licences stand in NOTICE.
 *
 * A name is a sequence of token keys (token.h), so that case and accents play no part in the lists; the
 * tokens of a text have to have capitals to be looked up.
 */
#ifndef GAZETTEER_H
#define GAZETTEER_H

#include "token.h"

/* What a name is in the lists; one may be several. */
enum gazetteer_class {
	GAZ_CITY,    /* a place of 15,000 people or more */
	GAZ_TOWN,    /* smaller */
	GAZ_REGION,  /* first-level division of a country */
	GAZ_COUNTRY, /* country or territory, former and local names too */
	GAZ_PLACE,   /* other places: rivers, mountains, seas, and some cities */
	GAZ_NORP,    /* nationality, religion, political group */
	GAZ_GIVEN,
	GAZ_SURNAME,
	GAZ_NAME, /* given or surname */
	GAZ_PERSON,
	GAZ_ORG,
	GAZ_BIG,         /* a city of 200,000 or more, or a capital */
	GAZ_COMMON,      /* a word that is written small in running text */
	GAZ_CLASSES,     /* classes that have a place in struct gaz_word */
	GAZ_LONGER = 14, /* a longer name begins so */
	GAZ_CUE = 15     /* has an entry in the table of cues */
};

/* Words that tell what the name is that they stand in or beside. */
enum cue {
	CUE_NONE,
	CUE_TITLE,     /* President, Foreign Minister: before a person */
	CUE_ORG,       /* Ministry, Party, University: in an organisation's name */
	CUE_COMPANY,   /* Inc, Ltd, Group: ends an organisation's name */
	CUE_FACILITY,  /* Airport, Stadium, Bridge */
	CUE_PLACE,     /* River, Sea, Mountains */
	CUE_AREA,      /* Province, District, County: of people, not of nature */
	CUE_EVENT,     /* War, Olympics, Cup */
	CUE_SPEECH,    /* said, told, added */
	CUE_TIME,      /* weekdays and months */
	CUE_COUNTRY,   /* value: ISO 3166-1 alpha-2 */
	CUE_PEOPLE,    /* a nationality, religion or group that is one wherever it stands */
	CUE_KNOWN_ORG, /* an organisation that is one wherever it stands */
	CUE_KNOWN_EVENT,
	CUE_KNOWN_PLACE,
	CUE_KNOWN_FACILITY,
	CUES
};

struct cue_entry {
	uint64_t key; /* token_chain() over its tokens */
	uint8_t cue;
	char value[7];
};

/* What the lists say of one token. */
struct gaz_word {
	uint16_t classes; /* bits: 1 << enum gazetteer_class */
	uint8_t cue;      /* enum cue */
};

struct gazetteer;

/* Lists from a block made by scripts/gen-gazetteer, which must outlive them; NULL if it is none. */
struct gazetteer *gazetteer_open(const void *block, size_t bytes);
void gazetteer_close(struct gazetteer *g);

/* What the lists say of a token alone: what lexicon_look_up() puts into it. */
struct gaz_word gazetteer_word(const struct gazetteer *g, uint64_t key);

/*
 * Hints that gazetteer_word() will be asked for the key: the first is for long before, the second, which may
 * wait for what the first asked for, for shortly before.
 */
void gazetteer_prefetch(const struct gazetteer *g, uint64_t key);
void gazetteer_expect(const struct gazetteer *g, uint64_t key);

/* The classes, as bits, of a sequence of tokens with this hash (token_chain()). */
uint16_t gazetteer_classes(const struct gazetteer *g, uint64_t chain);

/* The cue with this hash, or NULL. Ask only where the classes have GAZ_CUE. */
const struct cue_entry *gazetteer_cue(const struct gazetteer *g, uint64_t chain);

enum { GAZ_LONGEST = 10 }; /* tokens that a listed name may have */

/* Places of a token in listed names, 3 bits a class: 0 none, else one of these. */
enum { GAZ_BEGINS = 1, GAZ_INSIDE, GAZ_LAST, GAZ_WHOLE };

/*
 * Where tokens [first, end) stand in names of the lists: places[i - first], for each class the place in the
 * longest name. Tokens of which no name can begin (small letters) are passed by.
 */
void gazetteer_places(
	const struct gazetteer *g, const struct token *tokens, size_t first, size_t end, uint64_t *places);

static inline unsigned
gazetteer_place(uint64_t places, enum gazetteer_class class)
{
	return (unsigned)(places >> (3 * class)) & 7;
}

#endif
