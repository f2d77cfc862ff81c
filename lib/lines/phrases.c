#include "phrases.h"

/* Phrases of a class, separated by '|'; lower case, no punctuation but an apostrophe inside a word. */
struct lexicon {
	enum phrase_class class;
	const char *phrases;
};

static const struct lexicon LEXICON[] = {
	{PHRASE_SHARE,
		"share|share this|share on|share article|share "
		"via|tweet|facebook|twitter|whatsapp|linkedin|pinterest|"
		"reddit|telegram|email|print|copy link|copy url|link "
		"copied|flipboard|messenger|instagram|tiktok|"
		"youtube|bluesky|threads|mastodon|follow us|follow|like us|save|bookmark|gift this "
		"article|teilen|"
		"merken|drucken|artikel teilen|partager|imprimer|compartir|guardar|imprimir|condividi|stampa|"
		"compartilhar|delen|dela|del|udostępnij|paylaş|поделиться|x|mail|e "
		"mail|send|xing|pocket|line|"
		"partilhar|google news|add to google|jaa|sdílet|bagikan|chia sẻ|シェア|공유"},
	{PHRASE_SUBSCRIBE,
		"subscribe|subscription|sign up|sign in|log in|login|log "
		"out|register|newsletter|newsletters|my account|"
		"account|join|become a member|members|membership|donate|support us|free trial|start "
		"your|inbox|"
		"get the latest|abonnieren|abo|abonnement|anmelden|registrieren|s'abonner|abonnez|se "
		"connecter|"
		"suscríbete|suscribirse|iniciar "
		"sesión|accedi|abbonati|iscriviti|assine|entrar|abonneer|inloggen|"
		"prenumerera|logga in|bli medlem|zaloguj|giriş yap|войти|подписаться|подпишитесь|logg "
		"inn|kjøp|"
		"zum newsletter|jetzt testen|weiterlesen|sign up for|enter your email|email address|your "
		"email|"
		"already a subscriber|continue reading|unlimited access|premium|plus|giveaway|daftar|masuk"},
	{PHRASE_PRIVACY,
		"cookie|cookies|privacy|privacy policy|terms|terms of use|terms of service|terms and "
		"conditions|consent|"
		"accept|accept all|reject all|gdpr|do not sell|your "
		"choices|preferences|datenschutz|impressum|agb|"
		"nutzungsbedingungen|akzeptieren|confidentialité|mentions légales|privacidad|aviso "
		"legal|privacidade|"
		"política de privacidad|privacyverklaring|informativa|integritet|personvern|polityka "
		"prywatności|gizlilik|"
		"legal|accessibility|partners|widerruf|einstellungen|kvkk"},
	{PHRASE_RELATED,
		"related|related articles|related stories|related content|related topics|related "
		"news|related posts|related links|"
		"recommended|recommended for you|you may also like|you might also like|more from|more "
		"on|read more|"
		"read also|also read|read next|up next|next|see also|don't miss|keep reading|more "
		"stories|more like this|"
		"what to read next|suggested|further reading|from the web|around the web|sponsored content|"
		"mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch interessieren|mehr "
		"dazu|verwandte|"
		"lire aussi|à lire aussi|sur le même sujet|voir aussi|lee también|te puede interesar|más "
		"noticias|"
		"relacionado|relacionadas|leia também|leia mais|veja também|leggi anche|potrebbe "
		"interessarti|correlati|"
		"lees ook|lees meer|gerelateerd|läs också|läs mer|les også|læs også|czytaj także|zobacz też|"
		"ilgili haberler|читайте также|по теме|baca juga|xem thêm|関連記事|あわせて読みたい|관련기사|"
		"previous article|next article|previous post|next post|previous|empfohlen|weitere "
		"artikel|weitere themen|"
		"in this story|in other news|elsewhere|mehr von|mehr aus"},
	{PHRASE_MOST_READ, "most read|most popular|most viewed|trending|trending now|popular|latest|latest "
			   "news|latest stories|top stories|"
			   "top news|breaking news|breaking|editor's picks|editors' "
			   "picks|featured|headlines|must read|hot|"
			   "recent posts|recent|recent "
			   "articles|meistgelesen|aktuell|neueste|schlagzeilen|die wichtigsten|"
			   "les plus lus|à la une|dernières|lo más leído|más leídas|lo más visto|últimas "
			   "noticias|última hora|"
			   "più letti|ultime notizie|mais lidas|últimas|meest gelezen|mest lest|mest "
			   "läst|senaste nytt|siste nytt|"
			   "najczęściej czytane|çok okunanlar|son dakika|самое читаемое|последние "
			   "новости|новости|terpopuler|"
			   "terkini|ランキング|新着|what's new|today's|live updates|top"},
	{PHRASE_MORE, "more|read|view all|see all|view more|see more|show more|load more|all news|learn "
		      "more|click here|"
		      "find out more|full story|read full|details|mehr|alle|voir plus|ver "
		      "más|mostra|mostrar|meer|mer|więcej|"
		      "devamı|подробнее|もっと見る|続きを読む|더보기|discover|explore|open|close|hide|show"},
	{PHRASE_COMMENTS, "comments|comment|leave a comment|leave a reply|add a comment|post a comment|no "
			  "comments|no comments yet|"
			  "join the conversation|view comments|reply|replies|your comment|be the "
			  "first|required fields are marked|"
			  "kommentare|kommentieren|kommentar|commentaires|commenter|comentarios|comentar|"
			  "commenti|comentários|"
			  "reacties|kommentarer|komentarze|yorumlar|yorum|комментарии|комментарий|komentar|"
			  "bình luận|コメント|댓글|"
			  "write a comment|report this|upvote|vote|antworten|discussion"},
	{PHRASE_ADVERT,
		"advertisement|advertising|advert|ad|ads|sponsored|sponsor|sponsored "
		"by|promoted|promotion|paid content|"
		"partner content|ad "
		"feedback|anzeige|werbung|annonce|publicité|publicidad|pubblicità|publicidade|advertentie|"
		"reklam|reklama|реклама|iklan|annons|annonse|広告|광고|ad choices|shop|buy|buy "
		"now|deal|deals|coupon|"
		"coupons|discount|price|sale|gutschein|gutscheine|continue after|story continues|article "
		"continues|"
		"affiliate|commission|shop now|add to cart|cart|checkout|free shipping"},
	{PHRASE_APP, "app|apps|download|download the app|get the app|app store|google play|play "
		     "store|ios|android|iphone|ipad|"
		     "download now|rss|feed|podcast|podcasts|epaper|e "
		     "paper|ebook|pdf|widget|push|notifications|alerts|mobile|"
		     "play|orange background|background image|logo"},
	{PHRASE_COPYRIGHT,
		"copyright|all rights reserved|rights reserved|©|a division of|published by|part of|powered "
		"by|registered|"
		"alle rechte vorbehalten|tous droits réservés|todos los derechos|reservados|tutti i diritti|"
		"todos os direitos|alle rechten|tüm hakları|все права|hak cipta|designed "
		"by|llc|inc|ltd|gmbh|s a|"
		"无断転載|無断転載|issn|no part of|republish|reprint|permission"},
	{PHRASE_PHOTO, "photo|photos|photo by|photo credit|image|images|image "
		       "credit|picture|pictures|credit|file photo|file|getty|"
		       "getty images|reuters|afp|ap photo|epa|shutterstock|istock|unsplash|adobe "
		       "stock|photograph|photographer|"
		       "courtesy|courtesy of|via ap|foto|fotos|bild|bilder|quelle|imago|dpa|picture "
		       "alliance|photo de|crédit|"
		       "imagen|fotografía|efe|ansa|foto "
		       "di|imagem|reprodução|beeld|anp|tt|ntb|scanpix|fot|pap|fotoğraf|фото|"
		       "gambar|ảnh|写真|사진|illustration|screenshot|screengrab|handout|wikimedia|flickr|"
		       "pool|alamy|zuma|sipa|"
		       "press association|pa wire|image source|image caption|symbolbild|archivbild|getty "
		       "images for"},
	{PHRASE_BY,
		"by|written by|posted by|story by|reported by|author|authors|words "
		"by|von|par|por|di|door|av|af|autor|"
		"auteur|autore|redaktion|redacción|redazione|rédaction|redactie|redaksjonen|text "
		"by|reporter|editor|"
		"correspondent|staff|staff writer|staff reporter|contributor|columnist|news desk|web "
		"desk|bureau|"
		"editorial team|guest|autorka|автор|yazar|oleh|penulis|associated press|the associated press|"
		"medically reviewed by|reviewed by|edited by|fact checked by|updated by"},
	{PHRASE_BIO, "is a|is an|is the|about the author|about|has written|writes about|writes for|is based "
		     "in|reporter at|covers|"
		     "journalist|senior|editor at|founder|author of|he lives|she "
		     "lives|freelance|contributing|professor|"
		     "graduated|bio|view all posts|posts by|more by|all posts|see full bio|contact the "
		     "author|ist redakteur|"
		     "zur person|über den autor|zum autor"},
	{PHRASE_MONTH, "january|february|march|april|may|june|july|august|september|october|november|"
		       "december|jan|feb|mar|apr|jun|jul|"
		       "aug|sep|sept|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|"
		       "février|mars|avril|"
		       "juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|"
		       "junio|julio|agosto|"
		       "septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|"
		       "settembre|ottobre|"
		       "dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|"
		       "januari|februari|"
		       "maart|mei|augustus|januar|maj|augusti|desember|stycznia|lutego|marca|kwietnia|"
		       "czerwca|lipca|sierpnia|"
		       "września|października|listopada|grudnia|ocak|şubat|nisan|mayıs|haziran|temmuz|"
		       "ağustos|eylül|ekim|kasım|"
		       "aralık|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|"
		       "декабря|agustus|"
		       "desember|februari|ledna|února|března|dubna|května|června|července|srpna|září|října|"
		       "listopadu|prosince"},
	{PHRASE_WEEKDAY, "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|"
			 "sun|montag|dienstag|mittwoch|"
			 "donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
			 "dimanche|lunes|martes|"
			 "miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|"
			 "sabato|domenica|segunda|"
			 "terça|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|"
			 "zondag|måndag|tisdag|onsdag|"
			 "torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag|senin|selasa|rabu|kamis|"
			 "jumat|sabtu|minggu|"
			 "pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar"},
	{PHRASE_AGO,
		"ago|yesterday|today|just now|il y "
		"a|hace|vor|fa|geleden|sedan|siden|temu|önce|назад|lalu|trước|atrás|gestern|"
		"heute|hier|aujourd'hui|ayer|hoy|ieri|oggi|ontem|hoje|vandaag|gisteren|前|전|minutes "
		"ago|hours ago|days ago|"
		"hour ago|day ago|week ago|weeks ago|months ago|month ago|year ago|years ago|tunti sitten"},
	{PHRASE_UNIT, "minutes|minute|hours|hour|days|day|weeks|week|months|month|years|year|mins|min|hrs|hr|"
		      "seconds|stunden|stunde|"
		      "tagen|minuten|heures|heure|jours|horas|hora|días|minutos|ore|giorni|dias|uur|dagen|"
		      "timer|timmar|dager|"
		      "godzin|dni|saat|gün|dakika|часов|часа|минут|дней|jam|hari|menit|giờ|phút"},
	{PHRASE_PUBLISHED, "published|updated|last updated|posted|posted on|published on|modified|last "
			   "modified|first published|created|"
			   "date|uhr|veröffentlicht|aktualisiert|stand|erstellt|publié|publié le|mis à "
			   "jour|publicado|actualizado|"
			   "publicada|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|publicerad|"
			   "uppdaterad|publisert|"
			   "oppdatert|opdateret|opublikowano|aktualizacja|yayınlanma|güncelleme|опубликовано|"
			   "обновлено|diperbarui|"
			   "cập nhật|公開|更新|配信|입력|수정|gmt|utc|est|edt|ist|bst|et|pt|pst|pm|am|a m|p "
			   "m|cet|wib|issued|"
			   "date published|originally published"},
	{PHRASE_NAVIGATION,
		"home|menu|search|skip to|skip to content|skip to main content|main menu|toggle|toggle "
		"navigation|navigation|"
		"contact|contact us|about us|faq|faqs|help|sitemap|site map|careers|jobs|advertise|advertise "
		"with us|archive|"
		"archives|events|shop|store|back|back to top|go "
		"to|top|category|categories|topics|sections|all|"
		"startseite|suche|kontakt|hilfe|zum "
		"inhalt|accueil|rechercher|contactez|inicio|buscar|contacto|ayuda|"
		"cerca|contatti|início|contato|zoeken|sök|hem|søk|szukaj|strona główna|ana "
		"sayfa|iletişim|главная|поиск|"
		"контакты|beranda|cari|trang chủ|ホーム|検索|メニュー|press|press room|press "
		"releases|blog|blogs|resources|"
		"language|english|español|deutsch|français|customer service|site index|today's "
		"paper|newsroom|media|"
		"our team|our "
		"company|company|services|products|solutions|corrections|edition|editions|weather|wetter|"
		"horoscope|crossword|puzzles|games|obituaries|classifieds|breadcrumb|page|suchen|profil"},
	{PHRASE_CAPTION,
		"pictured|seen here|seen in|is seen|are seen|shown here|poses|pose|looks on|speaks|speaks "
		"during|attends|shakes|"
		"shakes hands|walks|waves|gestures|arrives|left|right|center|from left|l|r|above|below|top "
		"left|bottom|"
		"in this|this photo|this image|this undated|in this file|in this photo|file picture|during a|"
		"during the|zeigt|zu sehen|auf dem bild|links|rechts|à gauche|à "
		"droite|ici|izquierda|derecha|durante|"
		"stands|sits|holds|figure|fig|chart|graphic|map|infographic|members of|a view of|a general "
		"view|view of"},
	{PHRASE_TAGS, "tags|tag|tagged|topics|keywords|filed under|posted "
		      "in|categories|category|themen|schlagwörter|schlagworte|"
		      "mots clés|thèmes|etiquetas|temas|archivado "
		      "en|etichette|argomenti|tópicos|assuntos|onderwerpen|ämnen|tagi|"
		      "etiketler|теги|тэги|タグ|in this article|more "
		      "about|section|subjects|emner|stichworte|hashtags|topic"},
	{PHRASE_TWEET,
		"pic twitter com|retweet|retweets|likes|quote tweet|replying to|view this post|view on "
		"twitter|view on instagram|"
		"a post shared by|tweeted|t co|hashtag|tweet|embed|embedded content|this content|post by"},
	{PHRASE_DISCLAIMER,
		"disclaimer|the views expressed|views expressed|opinions expressed|do not necessarily|this "
		"article was|"
		"this story was|this story has been|correction|corrections|editor's note|originally appeared|"
		"this material may not|not be published|for informational purposes|not intended|medical "
		"advice|"
		"financial advice|investment advice|we may earn|may receive a commission|affiliate links|"
		"material from|contributed to this report|contributed to this|contributed reporting|is not "
		"responsible|"
		"our standards|this post was|with agency inputs|with inputs|press release|note to "
		"editors|source"},
	{PHRASE_COUNTS, "min read|minute read|minutes read|mins read|read time|reading "
			"time|views|view|shares|likes|like|dislike|votes|"
			"followers|reads|words|lesezeit|min lesezeit|temps de lecture|tiempo de "
			"lectura|lecturas|visualizzazioni|"
			"tempo di lettura|leestijd|min lästid|okunma|просмотров|dibaca|views "
			"count|rating|ratings|reviews|stars|"
			"watching|viewers|listen|listen to this article|audio|text size|font size|a "
			"a|vorlesen|anhören"},
	{PHRASE_SCRIPT,
		"javascript|enable javascript|your browser|browser|browser does not support|please "
		"enable|cookies are|"
		"loading|captcha|robot|403|404|error|page not found|access denied|ad blocker|adblock|disable|"
		"video element|html5|refresh|this video|playback|not supported|upgrade your "
		"browser|unsupported"},
	{PHRASE_VIDEO, "video|videos|watch|watch now|watch live|live|gallery|slideshow|photo gallery|video "
		       "duration|audio|galerie|"
		       "bildergalerie|vidéo|vídeo|galería|galleria|fotogallery|galeria|видео|動画|영상|"
		       "listen|newsfeed|play video|"
		       "autoplay|volume|mute|fullscreen|transcript|subtitles|duration|episode|stream|live "
		       "stream|livestream"},
	{PHRASE_SOURCE, "news|times|post|daily|herald|press|journal|guardian|tribune|gazette|today|agency|"
			"com|net|org|news agency|"
			"radio|tv|zeitung|presse|source|via|wire|network|observer|telegraph|chronicle|"
			"standard|review|magazine|weekly|"
			"reuters|xinhua|tass|ap|afp|online|media|express|"
			"independent|mirror|sun"},
	{PHRASE_REPORTING, "said|says|told|added|according|according "
			   "to|reported|stated|announced|confirmed|wrote|explained|noted|"
			   "claimed|argued|asked|insisted|warned|sagte|sagt|erklärte|betonte|berichtet|laut|"
			   "zufolge|a déclaré|selon|"
			   "affirme|dijo|según|afirmó|señaló|explicó|ha "
			   "detto|secondo|spiega|disse|segundo|afirmou|zei|volgens|"
			   "sa|sier|säger|enligt|ifølge|powiedział|według|dedi|söyledi|сказал|заявил|сообщил|"
			   "mengatakan|menurut|"
			   "kata|cho biết|theo"},
	{PHRASE_PRONOUN, "he|she|they|we|i|his|her|their|our|him|them|er|sie|ihr|wir|ich|il|elle|ils|nous|él|"
			 "ella|lui|lei|noi|ele|ela|"
			 "hij|zij|han|hun|hon|on|ona|они|он|она|мы"},
	{PHRASE_CONTACT, "phone|tel|fax|address|street|contact|call us|p o box|email us|hotline|media "
			 "contact|press contact|investor|"
			 "suite|ave|avenue|usa|opening hours|open "
			 "hours|directions|kontakt|adresse|telefon|téléphone|teléfono"},
	{PHRASE_SECTION, "world|politics|business|sport|sports|technology|tech|science|health|entertainment|"
			 "opinion|lifestyle|culture|"
			 "travel|economy|local|national|international|finance|money|markets|education|"
			 "environment|climate|food|"
			 "fashion|music|movies|film|celebrity|style|auto|cars|real estate|middle "
			 "east|europe|asia|africa|americas|"
			 "us|uk|india|china|politik|wirtschaft|panorama|kultur|wissen|gesellschaft|digital|"
			 "reise|leben|ausland|inland|"
			 "politique|économie|monde|société|santé|política|economía|mundo|deportes|sociedad|"
			 "cronaca|esteri|economia|"
			 "esporte|esportes|sociedade|cultura|opinión|internacional|nieuws|buitenland|"
			 "binnenland|inrikes|utrikes|"
			 "nöje|ekonomi|dünya|spor|siyaset|политика|экономика|общество|мир|спорт|nasional|"
			 "olahraga|news|nyheter|"
			 "features|crime|weather|video|podcasts|analysis|editorial|letters|columns|"
			 "relationships|parenting"},
	{PHRASE_STOP,
		"the|a|an|of|and|to|in|is|was|that|for|on|with|as|at|be|this|have|from|or|had|by|but|not|are|"
		"were|which|"
		"has|it|its|been|who|will|would|more|when|than|after|also|about|into|over|out|up|can|you|"
		"your|if|there|all|"
		"der|die|das|und|den|von|zu|mit|sich|des|auf|für|ist|im|dem|nicht|ein|eine|als|auch|es|an|"
		"werden|aus|hat|dass|"
		"bei|nach|wird|um|am|sind|noch|wie|einem|über|einen|so|zum|war|haben|nur|oder|aber|vor|zur|"
		"bis|mehr|durch|"
		"le|la|les|de|du|un|une|et|en|que|qui|dans|pour|pas|au|sur|par|plus|ne|se|ce|est|avec|son|il|"
		"sa|ses|aux|"
		"el|los|las|del|y|una|por|con|para|su|al|lo|como|más|pero|sus|ha|este|sin|sobre|también|fue|"
		"di|che|è|non|per|dei|della|nel|si|da|gli|ma|anche|alla|delle|più|le|"
		"o|os|do|da|em|um|uma|na|no|não|com|ao|dos|das|mais|foi|"
		"het|een|van|voor|niet|te|zijn|aan|met|die|dat|er|naar|om|ook|bij|"
		"och|att|det|som|på|är|av|för|den|till|inte|med|har|de|ett|om|var|men|og|er|til|ikke|vi|kan|"
		"w|i|z|na|nie|do|się|że|jest|o|jak|to|po|za|od|"
		"ve|bir|bu|için|ile|da|de|olarak|daha|çok|olan|ama|gibi|"
		"и|в|не|на|что|с|по|как|а|из|за|от|для|это|к|его|но|до|был|при|у|о|"
		"yang|dan|di|ini|itu|dengan|untuk|dari|dalam|pada|tidak|akan|ke|"
		"của|và|là|có|được|cho|trong|các|một|không|với|những|"
		"a|se|je|že|v|s|ktoré|které|si|jsem|by|ja|jos|että|on|ei|oli|"
		"na|ya|wa|kwa|ni|za|la|katika|और|के|की|में|से|है|का|को|पर|ने|"
		"في|من|على|أن|إلى|التي|عن|مع|هذا|از|به|که|در|این|را|با"},
};

/* The entry of a word, made if it is not there. */
static struct phrase_word *
entry(struct phrase_table *table, uint32_t hash)
{
	size_t slot = phrase_slot(table, hash);
	if (table->slots[slot] == 0) {
		table->slots[slot] = (uint16_t)++table->word_count;
		table->words[table->word_count].hash = hash;
		table->filter[hash >> 23] |= UINT64_C(1) << (hash >> 17 & 63);
	}
	return &table->words[table->slots[slot]];
}

static void
add_phrase(struct phrase_table *table, enum phrase_class class, struct slice text)
{
	struct phrase phrase = {.class = (uint8_t) class};
	const char *end = text.at + text.len;
	uint32_t first = 0;
	while (text.len > 0) {
		const char *blank = memchr(text.at, ' ', text.len);
		size_t len = blank == NULL ? text.len : (size_t)(blank - text.at);
		uint32_t hash = phrase_hash(text.at, len, end);
		if (phrase.words++ == 0)
			first = hash;
		else
			phrase.rest = phrase_join(phrase.rest, hash);
		if (phrase.words == 2)
			phrase.second = hash;
		text = slice_after(text, blank == NULL ? len : len + 1);
	}
	struct phrase_word *word = entry(table, first);
	if (phrase.words == 1) {
		word->classes |= 1U << class;
	} else if (table->count < PHRASE_LONG) {
		phrase.next = word->list;
		table->phrases[table->count++] = phrase;
		word->list = (uint16_t)table->count;
		word->seconds |= phrase_second(phrase.second);
	}
}

void
phrases_fill(struct phrase_table *table)
{
	memset(table, 0, sizeof(*table));
	for (size_t i = 0; i < sizeof(LEXICON) / sizeof(*LEXICON); i++) {
		struct slice rest = slice_of(LEXICON[i].phrases);
		while (rest.len > 0) {
			const char *bar = memchr(rest.at, '|', rest.len);
			size_t len = bar == NULL ? rest.len : (size_t)(bar - rest.at);
			add_phrase(table, LEXICON[i].class, (struct slice){rest.at, len});
			rest = slice_after(rest, bar == NULL ? len : len + 1);
		}
	}
}

static bool
continues(const struct phrase *phrase, const uint32_t *words, size_t count)
{
	uint32_t rest = 0;
	if (phrase->words > count || words[1] != phrase->second)
		return false;
	for (size_t i = 1; i < phrase->words; i++)
		rest = phrase_join(rest, words[i]);
	return rest == phrase->rest;
}

uint32_t
phrases_longer(const struct phrase_table *table, const struct phrase_word *word, const uint32_t *words,
	size_t count, size_t *longest)
{
	uint32_t classes = word->classes;
	for (uint16_t at = word->list; at != 0; at = table->phrases[at - 1].next) {
		const struct phrase *phrase = &table->phrases[at - 1];
		if (!continues(phrase, words, count))
			continue;
		classes |= 1U << phrase->class;
		*longest = phrase->words > *longest ? phrase->words : *longest;
	}
	return classes;
}
