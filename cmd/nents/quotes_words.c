#include "quotes_words.h"

static const char *const verbs[] = {"requested", "sought", "written", "said", "says", "told", "tells",
	"wrote", "writes", "asked", "asks", "replied", "replies", "responded", "responds", "explained",
	"explains", "noted", "notes", "announced", "stated", "declared", "declares", "insisted", "insists",
	"warned", "warns", "admitted", "admits", "claimed", "claims", "recalled", "recalls", "continued",
	"continues", "concluded", "concludes", "argued", "argues", "tweeted", "posted", "quipped", "joked",
	"remarked", "commented", "confirmed", "confirms", "revealed", "reveals", "shouted", "exclaimed",
	"observed", "suggested", "suggests", "urged", "urges", "called", "calls", "described", "describes",
	"vowed", "pledged", "promised", "complained", "lamented", "testified", "reported", "reports", "added",
	"adds", "acknowledged", "acknowledges", "stressed", "stresses", "emphasized", "emphasised",
	"emphasizes", "reiterated", "reads", "read", "thanked", "praised", "criticised", "criticized",
	"slammed", "accused", "dismissed", "hailed", "conceded", "denied", "denies", "alleged", "alleges",
	"labelled", "labeled", "branded", "dubbed", "demanded", "predicted", "predicts", "cautioned",
	"disclosed", "boasted", "countered", "echoed", "thinks", "believes", "hopes", "felt", "feels",
	"shared", "elaborated", "maintained", "maintains", "opined", "proclaimed", "quoted", "ruled", "began",
	"begins", "pointed", "condemned", "blasted", "denounced", "referred", "expressed", "laughed",
	"sighed", "screamed", "yelled", "whispered", "muttered", "mused", "gushed", "fumed", "raged",
	"teased", "captioned", "goes", "went", "penned", "cited", "answered", "spoke", "speaks", "talked",
	"mentioned", "mentions", "highlighted", "underlined", "underscored", "outlined", "voiced",
	"characterized", "characterised", "defended", "deemed", "considered", "found", "signed", "affirmed",
	"asserted", "asserts", "contends", "contended", "jested", "uttered", "chanted", "sang", "sings",
	"apologised", "apologized", "advised", "advises", "assured", "reassured", "informed", "instructed",
	"ordered", "pleaded", "begged", "wondered", "tweets", "posts", "comments", "showed", "shows",
	"decried", "chided", "likened", "shouts", "hinted", "remembers", "remembered", "reflected",
	"reflects", "summed", "agreed", "agrees", "announces", "quips", "vows", "complains", "laments",
	"testifies", "reiterates", "criticises", "criticizes", "accuses", "concedes", "cautions", "boasts",
	"counters", "echoes", "elaborates", "opines", "proclaims", "exclaims", "observes", "highlights",
	"underlines", "underscores", "affirms", "apologises", "apologizes", "instructs", "pleads", "wonders",
	"recommended", "recommends", "recounted", "recounts", "shares", "enthused", "enthuses", "confessed",
	"confesses", "protested", "chimed", "chimes", "muses", "sighs", "assures", "reassures", "hints",
	NULL};

static const char *const participles[] = {"adding", "saying", "writing", "telling", "calling", "describing",
	"arguing", "noting", "claiming", "warning", "stating", "insisting", "declaring", "explaining",
	"asking", "citing", "vowing", "accusing", "urging", "stressing", "suggesting", "joking", "promising",
	"admitting", "alleging", "expressing", "dismissing", "criticising", "criticizing", "praising",
	"thanking", "branding", "labelling", "labeling", "dubbing", "emphasizing", "emphasising", "revealing",
	"announcing", "reading", "quoting", "posting", "tweeting", "replying", "continuing", "concluding",
	"recalling", "pointing", "captioning", "casting", "shouting", "chanting", "yelling", "screaming",
	"expounding", "asserting", "lamenting", "cautioning", "proclaiming", "remarking", "commenting",
	"observing", "singing", "likening", "demanding", "predicting", NULL};

static const char *const adverbs[] = {"also", "later", "then", "previously", "earlier", "has", "have", "had",
	"since", "once", "never", "always", "often", "again", "now", "just", "even", "still", "further",
	"first", "did", "is", "was", "would", "will", "not", "reportedly", "himself", "herself", "however",
	"today", "yesterday", "tonight", "both", "all", "ever", "went", "only", "on", "to", "be", "been",
	"being", NULL};

static const char *const clauses[] = {"and", "but", "that", "which", "when", "while", "because", "as", "if",
	"after", "before", "where", "whether", "or", "so", "although", "though", "than", "since", "until",
	"unless", "how", "what", "why", NULL};

static const char *const determiners[] = {"the", "a", "an", "his", "her", "their", "its", "our", "my", "one",
	"another", "some", "several", "many", "two", "three", "this", "these", "those", "that", "each", "no",
	"other", "four", "five", NULL};

static const char *const prepositions[] = {"in", "on", "at", "after", "during", "speaking", "before", "with",
	"by", "for", "from", "following", "despite", "under", "since", "when", "while", "as", "asked",
	"according", "of", "to", "over", "amid", "against", "among", "about", "through", "although", "though",
	"if", "because", "last", "earlier", "late", "early", "meanwhile", "however", "still", "but", "yet",
	"and", "so", "also", "then", "now", "today", "yesterday", "writing", "responding", "addressing",
	"referring", "reacting", "commenting", "recalling", "once", "instead", NULL};

static const char *const persons[] = {"president", "minister", "governor", "senator", "actor", "actress",
	"singer", "star", "player", "striker", "midfielder", "defender", "goalkeeper", "coach", "manager",
	"chief", "boss", "director", "leader", "researcher", "professor", "author", "politician",
	"billionaire", "founder", "ceo", "spokesman", "spokeswoman", "spokesperson", "judge", "mayor", "mp",
	"lawmaker", "republican", "democrat", "chancellor", "premier", "king", "prince", "duke", "duchess",
	"princess", "queen", "analyst", "economist", "scientist", "doctor", "mother", "father", "comedian",
	"presenter", "rapper", "writer", "artist", "champion", "musician", "model", "commissioner",
	"secretary", "chairman", "chairwoman", "executive", "congressman", "congresswoman", "representative",
	"attorney", "lawyer", "veteran", "teenager", "man", "woman", "boy", "girl", "candidate", "nominee",
	"official", "officer", "general", "businessman", "entrepreneur", "activist", "historian",
	"footballer", "driver", "filmmaker", "pope", "pontiff", "speaker", "broadcaster", "expert",
	"diplomat", "envoy", "ambassador", "captain", "skipper", "winger", "forward", NULL};

static const char *const he_names[] = {"mr", "sir", "king", "prince", "lord", "father", "sheikh", "pope",
	"james", "john", "robert", "michael", "william", "david", "richard", "joseph", "thomas", "charles",
	"christopher", "daniel", "matthew", "anthony", "mark", "donald", "steven", "paul", "andrew", "joshua",
	"kenneth", "kevin", "brian", "george", "edward", "ronald", "timothy", "jason", "jeffrey", "ryan",
	"jacob", "gary", "nicholas", "eric", "jonathan", "stephen", "larry", "justin", "scott", "brandon",
	"benjamin", "samuel", "gregory", "frank", "alexander", "raymond", "patrick", "jack", "dennis",
	"jerry", "tyler", "aaron", "jose", "adam", "nathan", "henry", "douglas", "zachary", "peter", "kyle",
	"ethan", "walter", "noah", "jeremy", "keith", "roger", "terry", "sean", "gerald", "carl", "dylan",
	"harold", "jordan", "jesse", "bryan", "lawrence", "arthur", "gabriel", "bruce", "logan", "billy",
	"joe", "alan", "juan", "elijah", "willie", "albert", "wayne", "randy", "mason", "vincent", "liam",
	"roy", "bobby", "caleb", "bradley", "russell", "lucas", "tim", "bill", "bob", "jim", "tom", "mike",
	"dan", "steve", "greg", "matt", "chris", "ben", "sam", "nick", "tony", "simon", "ian", "neil",
	"martin", "philip", "phil", "craig", "stuart", "graham", "colin", "nigel", "derek", "harry", "oliver",
	"vladimir", "sergey", "sergei", "ivan", "dmitry", "alexei", "volodymyr", "ahmed", "mohammed",
	"mohamed", "muhammad", "ali", "hassan", "omar", "ibrahim", "abdul", "khalid", "yusuf", "mustafa",
	"recep", "emmanuel", "jean", "pierre", "francois", "jacques", "hans", "karl", "luis", "carlos",
	"pedro", "jorge", "miguel", "antonio", "marco", "giuseppe", "luca", "mario", "narendra", "rahul",
	"amit", "raj", "xi", "kim", "cyril", "elon", "jeff", "barack", "keir", "rishi", "boris", "gavin",
	"pat", "ron", "mitch", "kurt", "hugo", "oscar", "leo", "max", "felix", "theo", "alex", "anwar", "lee",
	"erik", "lars", "sven", "viktor", "andrei", "bashar", "asaad", "isaac", NULL};

static const char *const she_names[] = {"mrs", "ada", "marina", "zendaya", "ghislaine", "adriane", "bethany",
	"donna", "tessa", "abby", "ms", "miss", "lady", "queen", "princess", "dame", "sister", "mary",
	"patricia", "jennifer", "linda", "elizabeth", "barbara", "susan", "jessica", "sarah", "karen", "lisa",
	"nancy", "betty", "sandra", "margaret", "ashley", "kimberly", "emily", "michelle", "carol", "amanda",
	"melissa", "deborah", "stephanie", "dorothy", "rebecca", "sharon", "laura", "cynthia", "amy",
	"kathleen", "angela", "shirley", "brenda", "emma", "anna", "pamela", "nicole", "samantha",
	"katherine", "christine", "helen", "debra", "rachel", "carolyn", "janet", "maria", "catherine",
	"heather", "diane", "olivia", "julie", "joyce", "victoria", "ruth", "virginia", "lauren", "kelly",
	"christina", "joan", "evelyn", "judith", "andrea", "hannah", "megan", "cheryl", "jacqueline",
	"martha", "madison", "teresa", "theresa", "gloria", "sara", "janice", "ann", "anne", "kathryn",
	"abigail", "sophia", "sophie", "frances", "jean", "alice", "judy", "isabella", "julia", "grace",
	"amber", "denise", "danielle", "marilyn", "beverly", "charlotte", "natalie", "diana", "brittany",
	"doris", "kayla", "alexis", "lori", "marie", "kate", "katie", "lucy", "claire", "fiona", "nicola",
	"jane", "louise", "alison", "gemma", "zoe", "chloe", "kamala", "hillary", "nikki", "melania",
	"ivanka", "meghan", "taylor", "angelina", "fatima", "aisha", "leila", "layla", "zainab", "mariam",
	"olga", "svetlana", "natalia", "elena", "irina", "yulia", "ursula", "annalena", "giorgia", "liz",
	"penny", "priya", "sunita", "indira", "yuki", "sakura", "ana", "carmen", "rosa", "sofia", "lucia",
	"camila", "nadia", "amina", "ingrid", "astrid", "greta", "heidi", "monica", "veronica", "erin",
	"molly", "holly", "ella", "mia", "ava", "amelia", "jasmine", "jenny", "jill", "ellen", "wendy",
	"tina", "paula", "tracy", "dawn", "robin", "rose", NULL};

void
speech_words(struct words *words)
{
	words_add_run(words, verbs, SPEECH_VERB, 0, 0);
	static const char *const doubtful[] = {"reports", "posts", "comments", "claims", "notes", "calls",
		"tweets", "shared", "read", "found", "ruled", "signed", "felt", "goes", "went", "shows",
		"demands", "quips", "vows", "laments", "cautions", "boasts", "counters", "echoes",
		"highlights", "wonders", "shares", "chimes", "muses", "sighs", "hints", NULL};
	static const char *const bases[] = {"say", "tell", "suggest", "argue", "claim", "add", "note", "call",
		"write", "ask", "admit", "declare", "describe", "warn", "insist", "announce", "explain",
		"complain", "joke", "urge", "vow", NULL};
	words_add_run(words, doubtful, SPEECH_DOUBTFUL, 0, 0);
	words_add_run(words, bases, SPEECH_VERB | SPEECH_BASE, 0, 0);
	words_add_run(words, participles, SPEECH_PARTICIPLE, 0, 0);
	words_add_run(words, adverbs, SPEECH_ADVERB, 0, 0);
	words_add_run(words, clauses, SPEECH_CLAUSE, 0, 0);
	words_add_run(words, determiners, SPEECH_DETERMINER, 0, 0);
	words_add_run(words, prepositions, SPEECH_PREPOSITION, 0, 0);
	static const char *const passive[] = {"was", "were", "been", "being", "be", NULL};
	words_add_run(words, persons, SPEECH_PERSON, 0, 0);
	words_add_run(words, passive, SPEECH_PASSIVE, 0, 0);
	words_add_run(words, he_names, SPEECH_GIVEN_HE, 0, 0);
	words_add_run(words, she_names, SPEECH_GIVEN_SHE, 0, 0);
	words_add(words, "he", SPEECH_PRONOUN, PRONOUN_HE);
	words_add(words, "she", SPEECH_PRONOUN, PRONOUN_SHE);
	words_add(words, "they", SPEECH_PRONOUN, PRONOUN_THEY);
	words_add(words, "it", SPEECH_PRONOUN, PRONOUN_IT);
	words_add(words, "i", SPEECH_PRONOUN, PRONOUN_I);
	words_add(words, "we", SPEECH_PRONOUN, PRONOUN_I);
	words_add(words, "who", SPEECH_WHO, 0);
	words_add(words, "which", SPEECH_WHO, 0);
	words_add(words, "according", SPEECH_ACCORDING, 0);
}
