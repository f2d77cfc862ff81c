"""Vocabulary of page furniture, for compose-pages.py: general words of menus, share bars and footers in many
languages, and parts from which names, sites, headlines and comments are invented. Nothing here is from a page.
"""

# Each language: a line a kind, its phrases split by "|". {n} is a number.
PACKS = {
    "en": """
menu: Home|World|News|Politics|Business|Sport|Sports|Opinion|Culture|Lifestyle|Tech|Science|Health|Video|Weather|Travel|Local|Obituaries|Classifieds|Jobs|Podcasts|Newsletters|E-paper|Markets|Education|Environment|Entertainment|Photos|Live TV|Contact us|About us|More|Menu|Search|Skip to content|Skip to main content|Sections|Topics|US|UK|Africa|Asia|Europe|Middle East|Economy|Crime|Arts|Food|Real estate|Puzzles|Editorials|Letters|Archive|Columnists|Community|Events
share: Share|Tweet|Facebook|Twitter|X|WhatsApp|LinkedIn|Email|Print|Copy link|Share this article|Share this story|Share on Facebook|Share on X|Telegram|Reddit|Save|Bookmark|Listen|Pin it|Pinterest|Flipboard|Share:|Send|A A A|Font size|Listen to this article|Follow us|Gift this article|Link copied|Messenger|Bluesky|Threads
related: Related articles|Related stories|More on this story|Read more|Read next|You may also like|Recommended for you|Recommended|Up next|See also|Also in the news|From our network|More from this section|Keep reading|Around the web|Related|Related news|Related topics|More like this|Similar stories|Suggested reading|What to read next|More in World
latest: Latest news|Most read|Most popular|Trending|Trending now|Top stories|Latest stories|Popular|Editor's picks|Just in|Headlines|Breaking news|In case you missed it|Most viewed|Most commented|Latest|Today's top news|Don't miss|The latest|Recent posts|Just now
comments: Comments|Leave a comment|No comments yet|Join the discussion|Join the conversation|Add a comment|Leave a reply|Comments are closed|View comments|Show comments|Be the first to comment|Sign in to comment|Your email address will not be published. Required fields are marked *|Write a comment|Load more comments|{n} comments|{n} Comments|Reader comments|Sort by: newest
sub: Subscribe|Log in|Sign in|Sign up|Register|My account|Subscribe now|Become a member|Sign up for our newsletter|Get the newsletter|Get our daily briefing in your inbox|Enter your email address|Your email|Create a free account|Support our journalism|Donate|Start your free trial|Already a subscriber? Log in|Thank you for signing up|By signing up you agree to our terms of use and privacy policy.|Manage your subscription|Get unlimited access|Breaking news alerts straight to your inbox
wall: This article is for subscribers only.|To continue reading, please log in or subscribe.|You have {n} free articles left this month.|Subscribe to read the full story.|Want to keep reading? Create an account to unlock this story.|You have reached your limit of free articles.|Unlock this article for free by registering with your email.|Premium content|Subscribers only
cookies: We use cookies to improve your experience on this site.|By continuing to use this site you accept our use of cookies.|Accept all|Reject all|Cookie settings|Manage preferences|We and our partners store and access information on a device.|Privacy settings|We value your privacy|Accept cookies|Please enable JavaScript to view this page.|Your browser does not support this video.|To enable content on this page, change your cookie settings.|I agree
more: Read more|Read more...|Continue reading|Read full story|Full story|More|Read More »|(more…)|[...]|Learn more|See more|Read the full article|View details|Show more|Load more|more|Continue reading →|Read on|Click here to read more
ads: Advertisement|ADVERTISEMENT|Advertising|Sponsored|Sponsored content|Promoted|Ad|Paid content|Story continues below advertisement|Article continues after ad|Scroll to continue|Sponsor|Presented by|Advertisement - scroll down to continue|Remove ads
tags: Tags:|Filed under:|Topics:|Tagged:|Categories:|More about:|Related topics:|Keywords:|Tags|In this story|Posted in|Section:
foot: Terms of use|Privacy policy|Contact us|About us|Advertise with us|Careers|Cookie policy|Sitemap|Accessibility|All rights reserved|Help|FAQ|RSS|Terms and conditions|Do not sell my personal information|Ethics policy|Corrections|Masthead|Newsletters|Back to top|Follow us|Imprint|Press office|Code of conduct|Media kit|Subscription services|Editorial standards
app: Get the app|Download our app|Download the app|App Store|Google Play|Available on the App Store|Get it on Google Play|app-storeplay-store|Scan the code to download|Read it better in the app|DOWNLOAD THE APP|Open in app|Install the app for the best experience
video: Play video|Watch live|Watch: highlights|Video player|Now playing|Live|Loading...|0:00 / 0:00|Play|Pause|Mute|Full screen|Duration {n}:{m}|Video duration {n} minutes {m} seconds|View gallery|{n} photos|Next slide|Previous|Next|Image {n} of {m}|Slide {n}|Hide caption|toggle caption|Enlarge this image
upd: Published|Updated|Last updated|Posted|Published on|First published|Posted on|Last modified|UPDATED:|Published:|Date:
ago: {n} minutes ago|{n} hours ago|{n} days ago|an hour ago|yesterday|a day ago|{n}h ago|{n} min ago|{n}d ago|just now|{n} weeks ago|{n} mins ago|{n}h|last week|a month ago|{n} hrs ago
by: By|by|By:|Written by|Author:|Words by|Posted by|Reported by|Story by|BY
photo: Photo:|Image:|Photo by|Picture:|Photograph:|Credit:|Image credit:|PHOTO:|(Photo:|File photo:|FILE PHOTO:|File|Photo credit:|Photo courtesy of|Getty Images|via AP|Illustration:|Representational image|Supplied|Handout
days: Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
months: January|February|March|April|May|June|July|August|September|October|November|December
""",
    "de": """
menu: Startseite|Politik|Wirtschaft|Panorama|Sport|Kultur|Wissen|Gesundheit|Meinung|Lokales|Wetter|Reise|Auto|Digital|Video|Podcasts|E-Paper|Abo|Menü|Suche|Zum Inhalt springen|Nachrichten|Ausland|Inland|Leben|Regional|Mediathek
share: Teilen|Drucken|Merken|Per E-Mail teilen|Auf Facebook teilen|Artikel teilen|Link kopieren|Vorlesen|Anhören|Feedback|Twittern|Kommentieren|Teilen Sie diesen Artikel
related: Mehr zum Thema|Lesen Sie auch|Das könnte Sie auch interessieren|Weitere Artikel|Ähnliche Artikel|Mehr aus diesem Ressort|Passend dazu|Verwandte Themen
latest: Meistgelesen|Neueste Nachrichten|Aktuelle Meldungen|Newsticker|Top-Themen|Schlagzeilen|Neueste Artikel|Beliebt|Nachrichten-Ticker
comments: Kommentare|Kommentar schreiben|{n} Kommentare|Noch keine Kommentare|Diskutieren Sie mit|Zur Startseite|Jetzt anmelden und kommentieren|Alle Kommentare anzeigen
sub: Anmelden|Registrieren|Abonnieren|Jetzt abonnieren|Newsletter bestellen|Melden Sie sich für unseren Newsletter an|Ihre E-Mail-Adresse|Mein Konto|Jetzt kostenlos testen
wall: Dieser Artikel ist nur für Abonnenten.|Weiterlesen mit Abo|Bereits Abonnent? Hier einloggen|Jetzt weiterlesen
cookies: Wir verwenden Cookies.|Alle akzeptieren|Einstellungen|Mit der Nutzung dieser Seite stimmen Sie der Verwendung von Cookies zu.|Datenschutz-Einstellungen|Bitte aktivieren Sie JavaScript.
more: Weiterlesen|Mehr|Mehr lesen|Zum Artikel|mehr ...|Mehr anzeigen
ads: Anzeige|Werbung|ANZEIGE|Gesponsert|Hier beginnt Werbung
tags: Schlagwörter:|Themen:|Themen in diesem Artikel|Stichwörter
foot: Impressum|Datenschutz|AGB|Kontakt|Mediadaten|Nutzungsbedingungen|Karriere|Hilfe|Alle Rechte vorbehalten|Cookie-Einstellungen|Über uns|Nach oben
app: App herunterladen|Jetzt bei Google Play|Laden im App Store
video: Video abspielen|Zur Bildergalerie|Bild {n} von {m}|Vollbild|Bildrechte|{n} Bilder
upd: Stand:|Aktualisiert|Veröffentlicht am|Aktualisiert am|Erstellt am
ago: vor {n} Minuten|vor {n} Stunden|vor {n} Tagen|gestern|vor einer Stunde
by: Von|von|VON|Text:|Autor:
photo: Foto:|Bild:|Bildrechte:|Quelle:|© dpa|(Archivbild)|Symbolbild
days: Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag
months: Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
""",
    "fr": """
menu: Accueil|Actualités|Politique|Monde|Économie|Sports|Culture|Société|Santé|Sciences|Météo|Vidéos|Opinions|Régions|Rechercher|Menu|Aller au contenu|À la une|Faits divers|International|Le direct|Podcasts|Éditos
share: Partager|Imprimer|Envoyer par mail|Partager sur Facebook|Copier le lien|Tweeter|Écouter l'article|Enregistrer|Offrir l'article|Partagez
related: À lire aussi|Lire aussi|Sur le même sujet|Articles liés|Vous aimerez aussi|Dans la même rubrique|À voir également
latest: Les plus lus|Dernières actualités|En continu|Le fil info|À ne pas manquer|Tendances|Les dernières infos
comments: Commentaires|Réagir|{n} commentaires|Laisser un commentaire|Aucun commentaire|Connectez-vous pour commenter
sub: S'abonner|Se connecter|Je m'abonne|Inscrivez-vous à notre newsletter|Votre adresse e-mail|Mon compte|S'inscrire|Abonnez-vous
wall: Cet article est réservé aux abonnés.|Il vous reste {n}% de cet article à lire.|Pour lire la suite, abonnez-vous.
cookies: Nous utilisons des cookies.|Tout accepter|Continuer sans accepter|Paramétrer les cookies|En poursuivant votre navigation, vous acceptez l'utilisation de cookies.
more: Lire la suite|Lire plus|En savoir plus|Voir plus|Suite...
ads: Publicité|PUBLICITÉ|La suite après cette publicité|Contenu sponsorisé
tags: Mots-clés :|Thèmes :|Sur le sujet
foot: Mentions légales|Politique de confidentialité|Contact|Conditions générales|Qui sommes-nous ?|Tous droits réservés|Gestion des cookies|Plan du site
app: Téléchargez l'application|Disponible sur Google Play|Télécharger dans l'App Store
video: Lire la vidéo|Voir le diaporama|{n} photos|Image {n}/{m}
upd: Publié le|Mis à jour le|Modifié le|Publié|Temps de lecture
ago: il y a {n} minutes|il y a {n} heures|il y a {n} jours|hier|il y a une heure
by: Par|par|Propos recueillis par|Texte :
photo: Photo :|Crédit :|© AFP|(Archives)|Image d'illustration
days: lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
months: janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
""",
    "es": """
menu: Inicio|Portada|Política|Economía|Mundo|Deportes|Cultura|Sociedad|Opinión|Salud|Ciencia|Tecnología|Sucesos|Vídeos|El tiempo|Buscar|Menú|Ir al contenido|Nacional|Internacional|Última hora|Provincia
share: Compartir|Imprimir|Compartir en Facebook|Copiar enlace|Enviar por correo|Twittear|Guardar|Escuchar|Comparte esta noticia
related: Te puede interesar|Leer también|Lea también|Noticias relacionadas|Más noticias|Más información|Artículos relacionados|Más sobre este tema
latest: Lo más leído|Lo más visto|Últimas noticias|Tendencias|Lo último|Destacadas|Más leídas
comments: Comentarios|{n} comentarios|Comentar|Deja un comentario|Sin comentarios|Ver comentarios
sub: Suscríbete|Iniciar sesión|Regístrate|Suscríbete a nuestro boletín|Tu correo electrónico|Mi cuenta|Hazte socio
wall: Contenido exclusivo para suscriptores.|Suscríbete para seguir leyendo.|¿Ya eres suscriptor? Inicia sesión
cookies: Utilizamos cookies propias y de terceros.|Aceptar|Rechazar|Configurar cookies|Si continúa navegando, acepta el uso de cookies.
more: Leer más|Ver más|Seguir leyendo|Leer nota completa|VER DETALLES|Más
ads: Publicidad|PUBLICIDAD|Contenido patrocinado
tags: Etiquetas:|Temas:|Archivado en:|Temas relacionados
foot: Aviso legal|Política de privacidad|Contacto|Quiénes somos|Publicidad|Todos los derechos reservados|Términos y condiciones
app: Descarga la app|Disponible en Google Play
video: Ver vídeo|Galería|{n} fotos|Imagen {n} de {m}
upd: Publicado|Actualizado|Fecha de publicación:|Publicado el|Última actualización
ago: hace {n} minutos|hace {n} horas|hace {n} días|ayer|hace una hora
by: Por|por|Redacción|Autor:
photo: Foto:|Imagen:|EFE|(Archivo)|Cortesía
days: lunes|martes|miércoles|jueves|viernes|sábado|domingo
months: enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
""",
    "it": """
menu: Home|Cronaca|Politica|Economia|Esteri|Sport|Cultura|Spettacoli|Salute|Tecnologia|Meteo|Video|Foto|Cerca|Menu|Vai al contenuto|Ultima ora|Regioni
share: Condividi|Stampa|Invia|Condividi su Facebook|Copia link|Ascolta|Salva
related: Leggi anche|Articoli correlati|Potrebbe interessarti anche|Altre notizie|Ti potrebbe interessare
latest: I più letti|Ultime notizie|In primo piano|Notizie del giorno
comments: Commenti|{n} commenti|Lascia un commento|Nessun commento
sub: Abbonati|Accedi|Registrati|Iscriviti alla newsletter|La tua email
wall: Contenuto riservato agli abbonati.|Per continuare a leggere, abbonati.
cookies: Questo sito utilizza cookie.|Accetta|Rifiuta|Personalizza
more: Leggi tutto|Continua a leggere|Leggi di più|Altro
ads: Pubblicità|PUBBLICITÀ|Annuncio
tags: Tag:|Argomenti:|Parole chiave
foot: Note legali|Privacy|Contatti|Chi siamo|Pubblicità|Tutti i diritti riservati|Cookie policy
app: Scarica l'app|Disponibile su Google Play
video: Guarda il video|Fotogallery|{n} foto
upd: Pubblicato il|Aggiornato il|Ultimo aggiornamento
ago: {n} minuti fa|{n} ore fa|{n} giorni fa|ieri|un'ora fa
by: di|Di|A cura di|Redazione
photo: Foto:|(foto|ANSA|Archivio
days: lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica
months: gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre
""",
    "pt": """
menu: Início|Política|Economia|Mundo|Brasil|Esportes|Desporto|Cultura|Opinião|Saúde|Ciência|Tecnologia|Vídeos|Pesquisar|Menu|Ir para o conteúdo|Últimas|Sociedade
share: Compartilhar|Partilhar|Imprimir|Copiar link|Compartilhe|Enviar por email|Ouvir
related: Leia também|Leia mais|Veja também|Notícias relacionadas|Relacionadas|Saiba mais
latest: Mais lidas|Últimas notícias|Em alta|Destaques|Mais vistas
comments: Comentários|{n} comentários|Deixe um comentário|Nenhum comentário
sub: Assine|Entrar|Cadastre-se|Assine nossa newsletter|Seu e-mail|Iniciar sessão
wall: Conteúdo exclusivo para assinantes.|Assine para continuar lendo.
cookies: Utilizamos cookies.|Aceitar|Rejeitar|Ao continuar navegando, você concorda com o uso de cookies.
more: Leia mais|Ver mais|Continuar lendo|Saiba mais
ads: Publicidade|PUBLICIDADE|Continua após a publicidade
tags: Tags:|Assuntos:|Tópicos
foot: Termos de uso|Política de privacidade|Fale conosco|Quem somos|Anuncie|Todos os direitos reservados
app: Baixe o aplicativo|Disponível no Google Play
video: Assistir ao vídeo|Galeria|{n} fotos
upd: Publicado em|Atualizado em|Atualizado há
ago: há {n} minutos|há {n} horas|há {n} dias|ontem
by: Por|Da redação|Texto:
photo: Foto:|Crédito:|Divulgação|Reprodução
days: segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo
months: janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
""",
    "nl": """
menu: Home|Nieuws|Binnenland|Buitenland|Politiek|Economie|Sport|Cultuur|Weer|Video|Regio|Zoeken|Menu|Wetenschap|Opinie
share: Delen|Afdrukken|Deel dit artikel|Kopieer link|Bewaren|Luister
related: Lees ook|Meer over dit onderwerp|Gerelateerd|Aanbevolen|Meer nieuws
latest: Meest gelezen|Laatste nieuws|Net binnen|Populair
comments: Reacties|{n} reacties|Reageer|Nog geen reacties
sub: Inloggen|Abonneren|Registreren|Schrijf je in voor de nieuwsbrief|Je e-mailadres
wall: Dit artikel is alleen voor abonnees.|Verder lezen? Neem een abonnement.
cookies: Wij gebruiken cookies.|Accepteren|Weigeren|Instellingen
more: Lees meer|Lees verder|Meer
ads: Advertentie|ADVERTENTIE|Reclame
tags: Onderwerpen:|Tags:
foot: Privacybeleid|Contact|Over ons|Adverteren|Algemene voorwaarden|Alle rechten voorbehouden
app: Download de app
video: Bekijk video|{n} foto's
upd: Gepubliceerd|Bijgewerkt|Laatst bijgewerkt
ago: {n} minuten geleden|{n} uur geleden|{n} dagen geleden|gisteren
by: Door|door|Van onze redactie
photo: Foto:|Beeld:|© ANP
days: maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag
months: januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
""",
    "sv": """
menu: Start|Nyheter|Inrikes|Utrikes|Sport|Kultur|Ekonomi|Debatt|Ledare|Väder|Sök|Meny|Nöje
share: Dela|Skriv ut|Dela artikel|Kopiera länk|Lyssna|Spara
related: Läs mer|Läs också|Relaterat|Mer om ämnet
latest: Mest läst|Senaste nytt|Just nu
comments: Kommentarer|{n} kommentarer|Kommentera
sub: Logga in|Bli prenumerant|Prenumerera|Få vårt nyhetsbrev
wall: Artikeln är låst för prenumeranter.|Läs vidare med konto
cookies: Vi använder cookies.|Godkänn alla|Inställningar
more: Läs mer|Visa mer|Fortsätt läsa
ads: Annons|ANNONS
tags: Ämnen:|Taggar
foot: Om oss|Kontakt|Annonsera|Personuppgiftspolicy|Ansvarig utgivare|Kundservice
app: Ladda ner appen
video: Spela video|{n} bilder
upd: Publicerad|Uppdaterad
ago: {n} min sedan|{n} timmar sedan|i går
by: Av|Text:
photo: Foto:|Bild:|TT
days: måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag
months: januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december
""",
    "pl": """
menu: Strona główna|Polska|Świat|Polityka|Gospodarka|Sport|Kultura|Opinie|Pogoda|Wideo|Szukaj|Menu|Biznes
share: Udostępnij|Drukuj|Kopiuj link|Posłuchaj|Zapisz|Tweetnij
related: Czytaj też|Czytaj także|Zobacz również|Powiązane artykuły|Polecamy
latest: Najczęściej czytane|Najnowsze|Najpopularniejsze|Z ostatniej chwili
comments: Komentarze|{n} komentarzy|Dodaj komentarz|Brak komentarzy
sub: Zaloguj się|Subskrybuj|Zapisz się do newslettera|Twój e-mail
wall: Artykuł tylko dla subskrybentów.|Czytaj dalej z subskrypcją
cookies: Ta strona używa plików cookie.|Akceptuję|Ustawienia
more: Czytaj więcej|Więcej|Czytaj dalej
ads: Reklama|REKLAMA|Artykuł sponsorowany
tags: Tagi:|Tematy:
foot: Regulamin|Polityka prywatności|Kontakt|O nas|Reklama|Wszelkie prawa zastrzeżone
app: Pobierz aplikację
video: Odtwórz wideo|Galeria|Zdjęcie {n} z {m}
upd: Opublikowano|Aktualizacja|Data publikacji:
ago: {n} minut temu|{n} godzin temu|wczoraj
by: Autor:|Tekst:|Opracowanie:
photo: Fot.|Źródło:|PAP
days: poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela
months: stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia
""",
    "ru": """
menu: Главная|Новости|Политика|Экономика|Общество|Мир|Спорт|Культура|Происшествия|Видео|Фото|Поиск|Меню|Регионы|Мнения|Наука
share: Поделиться|Печать|Скопировать ссылку|Твитнуть|Сохранить|Слушать|Отправить
related: Читайте также|По теме|Похожие материалы|Материалы по теме|Смотрите также
latest: Лента новостей|Самое читаемое|Новости дня|Последние новости|Популярное|Главное
comments: Комментарии|{n} комментариев|Оставить комментарий|Комментариев пока нет
sub: Войти|Подписаться|Регистрация|Подпишитесь на рассылку|Подписывайтесь на наш канал
wall: Материал доступен по подписке.|Оформите подписку, чтобы читать дальше.
cookies: Мы используем файлы cookie.|Принять|Настройки
more: Читать далее|Подробнее|Читать далее...|Ещё
ads: Реклама|РЕКЛАМА|На правах рекламы
tags: Теги:|Темы:|Рубрика:
foot: О нас|Контакты|Реклама|Политика конфиденциальности|Пользовательское соглашение|Все права защищены|Редакция
app: Скачать приложение
video: Смотреть видео|Фото {n} из {m}
upd: Опубликовано|Обновлено|Дата:
ago: {n} минут назад|{n} часов назад|вчера|{n} дней назад
by: Автор:|Текст:|Источник:
photo: Фото:|© ТАСС|Архив
days: понедельник|вторник|среда|четверг|пятница|суббота|воскресенье
months: января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря
""",
    "uk": """
menu: Головна|Новини|Політика|Економіка|Світ|Спорт|Культура|Суспільство|Відео|Пошук|Меню|Погляди
share: Поділитися|Друк|Копіювати посилання|Надіслати
related: Читайте також|За темою|Схожі новини|Дивіться також
latest: Стрічка новин|Найпопулярніше|Останні новини|Головне
comments: Коментарі|{n} коментарів|Залишити коментар
sub: Увійти|Підписатися|Реєстрація|Підпишіться на розсилку
wall: Матеріал лише для передплатників.
cookies: Ми використовуємо файли cookie.|Прийняти
more: Читати далі|Докладніше|Більше
ads: Реклама|РЕКЛАМА
tags: Теги:|Теми:
foot: Про нас|Контакти|Політика конфіденційності|Усі права захищено
app: Завантажити застосунок
video: Дивитися відео
upd: Опубліковано|Оновлено
ago: {n} хвилин тому|{n} годин тому|вчора
by: Автор:|Текст:
photo: Фото:|Джерело:
days: понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя
months: січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня
""",
    "tr": """
menu: Ana Sayfa|Gündem|Dünya|Ekonomi|Spor|Siyaset|Kültür|Sağlık|Teknoloji|Video|Ara|Menü|Yazarlar|Son Dakika
share: Paylaş|Yazdır|Facebook'ta paylaş|Bağlantıyı kopyala|Dinle|Kaydet
related: İlgili haberler|Bunlar da ilginizi çekebilir|Ayrıca okuyun|Benzer haberler
latest: En çok okunanlar|Son dakika haberleri|Son haberler|Popüler
comments: Yorumlar|{n} yorum|Yorum yap|Henüz yorum yok
sub: Giriş yap|Abone ol|Üye ol|Bültene abone ol|E-posta adresiniz
wall: Bu içerik abonelere özeldir.
cookies: Bu sitede çerezler kullanılmaktadır.|Kabul et|Reddet
more: Devamını oku|Haberin devamı|Daha fazla
ads: Reklam|REKLAM
tags: Etiketler:|Konular
foot: Künye|İletişim|Gizlilik politikası|Kullanım koşulları|Tüm hakları saklıdır|Hakkımızda
app: Uygulamayı indir
video: Videoyu izle|Galeri
upd: Yayınlanma:|Güncelleme:|Son güncelleme
ago: {n} dakika önce|{n} saat önce|dün|{n} gün önce
by: Yazan:|Haber:|Editör:
photo: Fotoğraf:|Kaynak:|AA
days: Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar
months: Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık
""",
    "ar": """
menu: الرئيسية|الأخبار|سياسة|اقتصاد|رياضة|ثقافة|عالم|صحة|فيديو|بحث|القائمة|رأي
share: شارك|طباعة|نسخ الرابط|مشاركة|استمع
related: اقرأ أيضا|مواضيع ذات صلة|المزيد|أخبار ذات صلة
latest: الأكثر قراءة|آخر الأخبار|عاجل|الأحدث
comments: التعليقات|{n} تعليقات|أضف تعليقا|لا توجد تعليقات
sub: تسجيل الدخول|اشترك|اشترك في النشرة البريدية|إنشاء حساب
wall: هذا المحتوى للمشتركين فقط.
cookies: نحن نستخدم ملفات تعريف الارتباط.|موافق
more: اقرأ المزيد|المزيد|التفاصيل
ads: إعلان|إعلانات
tags: كلمات مفتاحية:|الوسوم
foot: من نحن|اتصل بنا|سياسة الخصوصية|شروط الاستخدام|جميع الحقوق محفوظة
app: حمل التطبيق
video: شاهد الفيديو
upd: نشر في|آخر تحديث
ago: منذ {n} دقائق|منذ {n} ساعات|أمس
by: بقلم|كتب
photo: الصورة:|المصدر:
days: الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد
months: يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
""",
    "id": """
menu: Beranda|Nasional|Internasional|Ekonomi|Olahraga|Hiburan|Gaya Hidup|Teknologi|Opini|Video|Cari|Menu|Terkini
share: Bagikan|Cetak|Salin tautan|Kirim
related: Baca juga|Berita terkait|Artikel terkait|Lihat juga
latest: Terpopuler|Berita terbaru|Terkini|Paling banyak dibaca
comments: Komentar|{n} komentar|Tulis komentar|Belum ada komentar
sub: Masuk|Daftar|Berlangganan|Langganan buletin
wall: Artikel khusus pelanggan.
cookies: Situs ini menggunakan cookie.|Setuju
more: Selengkapnya|Baca selengkapnya|Lainnya
ads: Iklan|ADVERTISEMENT|Gulir ke bawah untuk melanjutkan membaca
tags: Tag:|Topik:
foot: Tentang kami|Redaksi|Pedoman media siber|Kontak|Kebijakan privasi|Hak cipta dilindungi
app: Unduh aplikasi
video: Tonton video
upd: Diterbitkan|Diperbarui|Kompas
ago: {n} menit yang lalu|{n} jam yang lalu|kemarin
by: Oleh|Penulis:|Editor:
photo: Foto:|Sumber:|ANTARA
days: Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu
months: Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember
""",
    "el": """
menu: Αρχική|Πολιτική|Οικονομία|Κόσμος|Αθλητικά|Πολιτισμός|Κοινωνία|Υγεία|Βίντεο|Αναζήτηση|Μενού
share: Κοινοποίηση|Εκτύπωση|Αντιγραφή συνδέσμου
related: Διαβάστε επίσης|Σχετικά άρθρα|Δείτε ακόμα
latest: Τελευταία νέα|Δημοφιλή|Ροή ειδήσεων
comments: Σχόλια|{n} σχόλια|Προσθήκη σχολίου
sub: Σύνδεση|Εγγραφή|Εγγραφείτε στο newsletter
wall: Αποκλειστικά για συνδρομητές.
cookies: Χρησιμοποιούμε cookies.|Αποδοχή
more: Περισσότερα|Διαβάστε περισσότερα
ads: Διαφήμιση|ΔΙΑΦΗΜΙΣΗ
tags: Ετικέτες:
foot: Όροι χρήσης|Επικοινωνία|Ταυτότητα|Πολιτική απορρήτου
app: Κατεβάστε την εφαρμογή
video: Δείτε το βίντεο
upd: Δημοσιεύτηκε|Ενημερώθηκε
ago: πριν {n} λεπτά|πριν {n} ώρες|χθες
by: Του|Της|Από
photo: Φωτογραφία:|Πηγή:
days: Δευτέρα|Τρίτη|Τετάρτη|Πέμπτη|Παρασκευή|Σάββατο|Κυριακή
months: Ιανουαρίου|Φεβρουαρίου|Μαρτίου|Απριλίου|Μαΐου|Ιουνίου|Ιουλίου|Αυγούστου|Σεπτεμβρίου|Οκτωβρίου|Νοεμβρίου|Δεκεμβρίου
""",
}


def read_packs():
    """{language: {kind: [phrases]}}; a kind that a language lacks is taken from English."""
    packs = {}
    for lang, text in PACKS.items():
        rows = (line.split(": ", 1) for line in text.strip().splitlines())
        packs[lang] = {kind: phrases.split("|") for kind, phrases in rows}
    for pack in packs.values():
        for kind, phrases in packs["en"].items():
            pack.setdefault(kind, phrases)
    return packs


LANGUAGES = read_packs()

GIVEN = """Anna Marek Laila Tomas Ingrid Omar Chidi Priya Wen Hiroshi Lucia Mateo Fatima Sven Olga Dmitri Grace Kwame
Elena Rafael Aisha Bilal Noor Jonas Petra Miguel Sofia Tariq Yuki Mei Arjun Leila Hannah Peter Susan Michael Karen
David Emily James Laura Daniel Rachel Thomas Julia Simon Helen Patrick Nora Viktor Zofia Emre Deniz Joao Beatriz""".split()
FAMILY = """Halvorsen Adeyemi Kowalski Marchetti Okafor Brennan Lindqvist Haddad Tanaka Novak Castillo Fernandes Iyer
Petrov Dubois Schreiber Mwangi Rahman Osei Whitfield Calloway Thornbury Ashworth Delgado Moreau Vance Keller Yilmaz
Papadakis Horvath Nakamura Zhou Pham Suleiman Abbott Marsh Fielding Quigley Rourke Santoro Bakker Jansen Ekström
al-Masri al-Hashimi Ben-Ari O'Hara McTavish van Dijk de Souza Grigoryan Tesfaye Banerjee Cho Park Siddiqui""".split("\n")
FAMILY = [name for row in FAMILY for name in row.split()]
FAMILY = [name for name in FAMILY if name not in ("van", "de")] + ["van Dijk", "de Souza"]
TOWNS = """Harbourton Eastmere Valdoria Kirkwell Northgate Palmero Riverbend Stonebridge Westhaven Lakeview Oakdale
Millbrook Fairmont Greenvale Redcliff Brightwater Ashford Clearfield Rosedale Summit Kings Bay""".split()
PLACES = """London Paris Berlin Madrid Rome Vienna Warsaw Kyiv Moscow Ankara Cairo Nairobi Lagos Accra Johannesburg Tunis
Beirut Amman Baghdad Tehran Riyadh Dubai Doha Karachi Delhi Mumbai Dhaka Colombo Kathmandu Bangkok Hanoi Manila Jakarta
Beijing Shanghai Tokyo Seoul Taipei Sydney Wellington Toronto Ottawa Washington Chicago Houston Havana Bogotá Lima
Santiago Brasília Caracas Geneva Brussels Oslo Stockholm Helsinki Riga Prague Budapest Athens Belgrade Sofia Lisbon""".split()
PAPERS = "Times Herald Post Tribune Gazette Chronicle Courier Observer Sentinel Mirror Star Journal Record Dispatch Examiner Standard Monitor Echo Ledger Telegraph Argus Advertiser Mail Independent Voice Globe Register".split()
BRANDS = "Newsly TopBrief Kiosk24 Pressly Dayline Newsgrid BriefWire Headliner Onefeed Worldlens Newspool Zip24 Daynote Factory24 Inforiver Openpress Currentia Newstide Quickread Pulsepoint Meridian Signal9 Wavefront Brightfeed".split()
AGENCIES = "Reuters|AFP|AP|EPA|AFP/Getty Images|AP Photo|dpa|PTI|ANI|EFE|TASS|Xinhua|Getty Images|IANS|PA Media|Anadolu|NurPhoto|Shutterstock|iStock|Bloomberg|Kyodo|ANSA".split("|")
DESKS = "Staff Reporter|Staff Writer|Web Desk|News Desk|Editorial Board|Our Correspondent|City Reporter|Newsroom|Staff|Online Desk|Agencies|Special Correspondent|Business Reporter|Political Editor|Health Editor|Sports Desk|Senior Correspondent|Diplomatic Correspondent|Digital Team".split("|")
SECTIONS = "World|Politics|Business|Economy|Sport|Health|Science|Culture|Opinion|Technology|Crime|Environment|Education|Travel|Lifestyle|Middle East|Africa|Europe|Asia|Local news|Analysis|Markets|Energy|Arts|Entertainment|Letters|National".split("|")

# Headlines for lists: a subject, a predicate, now and then a tail.
SUBJECTS = """Police|Council|Mayor|Governor|Central bank|Prosecutors|Health ministry|Court|Parliament|Opposition leader|Farmers|Teachers|
Dockworkers|Airline|Carmaker|Chip maker|Regulator|Oil minister|Envoy|Rescuers|Scientists|Researchers|Museum|University|Striker|Coach|
Film director|Singer|Hospital|Firefighters|Voters|Lawmakers|Senate panel|Grid operator|Fishermen|Truckers|Pensioners|Start-up|Bank|
Retailer|Regional party|Foreign minister|Coalition partners|Trade union|Border guards|Coast guard|Archaeologists|Former minister""".replace("\n", "").split("|")
VERBS = """approves|rejects|delays|unveils|halts|seeks|wins|loses|warns of|calls for|denies|confirms|probes|backs|opposes|reopens|closes|
launches|suspends|extends|cuts|raises|weighs|faces|rules out|welcomes|questions|investigates|announces|plans|scraps|signs""".replace("\n", "").split("|")
OBJECTS = """new budget|bridge repairs|flood defences|school closures|ferry link|tax plan|pay deal|fuel subsidy|rail line|water limits|trade pact|
harbour expansion|border talks|vaccination drive|land sale|housing scheme|power cuts|wind farm|data rules|parking fees|night bus|drug trial|
record profit|merger talks|election date|curfew|heat warning|gas contract|fishing quota|museum wing|stadium deal|visa change|peace monitors""".replace("\n", "").split("|")
TAILS = """ after long debate| amid protests| despite criticism|, report says| for third time| as costs rise| ahead of vote|: what we know| – live|
 by end of year| in {town}| in {place}|, minister says| over safety fears| after storm| – video|: five things to know| (PHOTOS)| | | | | | |""".replace("\n", "").split("|")

# Comments of readers: full sentences, the hard kind of chrome.
COMMENT = """I completely agree with what was written here.|This is exactly what we have been saying for years.|Great article, thank you for sharing.|
Why does nobody ask who is going to pay for this?|My family has lived in {town} for thirty years and nothing has changed.|I do not believe a word of it.|
Finally someone tells the truth about {object}.|You forgot to mention that {object} was promised {n} years ago.|They should all resign.|
@{name} you clearly did not read the article.|Does anyone know when the next meeting is?|What a waste of taxpayers' money.|
I would like to see the figures before I make up my mind.|First they said {n} million, now it is {m} million. Unbelievable.|
Well said {name}, could not have put it better myself.|The author seems to have missed the point entirely.|
It is sad to see how far we have fallen in such a short time.|Same thing happened in {place} and look how that turned out.|
People need to wake up before it is too late.|I was there that day and it was nothing like this.|Typical. The media never reports the whole story.|
Good for them, I wish more people had the courage to speak out.|Another day, another disaster.|Please do some research before posting such nonsense.|
Thanks for the information, very helpful for those of us who live abroad.|LOL, sure they will.|This comment has been removed by a moderator.|
I think {name} makes a fair point, but it leaves out the workers.|If this goes ahead I am moving to {place}.|So much for the promises before the election!""".replace("\n", "").split("|")

BIO = """{name} is a {desk} at {site}, covering {topic} and {topic2}.|{name} has written about {topic} for {site} since {year}.|
{name} is a freelance journalist based in {place}. Follow {first} on X: @{handle}|{name} joined {site} in {year} after working as a reporter in {place}.|
About the author: {name} covers {topic} from {place}.|{name} is an award-winning reporter who focuses on {topic}. Email {first} at {handle}@{host}|
The writer is a professor of {topic} in {place}. The views expressed here are the author's own.|{name} is a columnist for {site}.|
{name} reports on {topic} and lives in {place} with two dogs.""".replace("\n", "").split("|")
TOPICS = "politics|energy|public health|transport|the courts|technology|migration|foreign policy|agriculture|finance|climate|education|defence|local government|culture".split("|")

PITCH = """{site} is an independent newsroom that relies on its readers. Please consider a contribution.|Support {site} and help us keep our reporting free for everyone.|
Follow {site} on Google News and never miss a story.|Stay up to date with the latest news from {place}. Sign up for the {site} newsletter.|
Join our WhatsApp channel for breaking news from {place}.|Do you have a story for us? Write to newsroom@{host}.|Click here to follow our channel for more updates.|
Every morning our editors pick the stories that matter. Delivered to your inbox at 7am.|The views expressed in this article are those of the author and do not necessarily reflect those of {site}.|
This story was originally published by {site} and is reproduced with permission.|This article was produced with the help of automatic translation.|
Got a news tip? Call our newsroom on +{n} {m}5 0{n}2.|(This story has not been edited by {site} staff and is published from a syndicated feed.)|
© {year} {site}. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.|Copyright {year} {agency}. All rights reserved.|
Download the {site} app today and start exploring.|Try the new {site} assistant: ask anything about this article.|Read the original article on {site}.|
Quotes displayed in real time or delayed by at least {n} minutes.|Enjoying {site}? Tell a friend.|Become a {site} member for less than {n} a month.""".replace("\n", "").split("|")

CORRECT = """Correction: An earlier version of this article misstated the year of the vote. It was {year}.|Editor's note: This story has been updated with a statement from the ministry.|
This article was amended on {date} to clarify the position of the council.|CORRECTION: The name of the village was misspelled in an earlier version of this report.|
Clarification: the figure of {n} per cent refers to {year}, not to this year.|Updated {date} with further details throughout.|This is a developing story and will be updated.""".replace("\n", "").split("|")

CAPTION_WHO = """People|Residents|Protesters|Officials|Police officers|Supporters|Workers|Rescue teams|Students|Farmers|A man|A woman|Two children|Commuters|Soldiers|Shoppers|Doctors|Volunteers""".split("|")
CAPTION_DO = """attends a meeting in {place}|speaks to reporters after the vote in {place}|is seen near the site of the accident in {town}|arrives for talks in {place}|
addresses a crowd in {town}|walks past a damaged building in {town}|gestures during a news conference in {place}|stands outside the court in {place}|waits at a checkpoint near {town}|
shakes hands with a delegate in {place}|takes part in a rally in {place}|looks at a map of the planned route|watches as a crew repairs a road in {town}|is pictured at a market in {place}|holds a sign during a march in {place}""".replace("\n", "").split("|")

SUBHEADS = """What happens next|Background|How it began|Reaction|A long dispute|The numbers|Why it matters|What is at stake|Looking ahead|The bigger picture|
'No easy answers'|Key points|A question of money|Who pays?|Timeline|What they say|Key Takeaways|International response|Mounting pressure|
What we know so far|What the court said|What the report found|How the plan works|How we got here|What the law says|What critics say|What comes next|
The road ahead|A new chapter|The background|The backstory|The case|The deal|The dispute|The evidence|The fallout|The victims|The vote|The verdict|
Early life|Early career|Later years|Legacy|Life after politics|Rising costs|Rising tensions|Falling prices|Growing concern|Signs of recovery|
Fears of unrest|Calls for calm|Calls for an inquiry|Eyewitness accounts|'We had no choice'|'It could have been worse'|A turning point|A family affair|
A race against time|A tale of two cities|An uncertain future|An unlikely alliance|Old rivals|New rules|No end in sight|On the ground|On the record|
In the dock|In other news|Behind the scenes|Beyond the headlines|Under pressure|Under fire|Lessons learned|Mixed results|Methodology|Results|
Discussion|Conclusion|Summary|Overview|Introduction|Context|Analysis|Impact|Response|Next steps|The outlook|The opposition|The economy|The markets|
Economic impact|Political reaction|Security concerns|Legal challenge|Public anger|Humanitarian crisis|Ceasefire talks|Peace talks|Troop movements|
Supply chains|Price caps|Shorter shifts|Who is he?|Who is affected?|When will it open?|Where does it go from here?|Why now?|Is it safe?|Can it work?|
What does it mean?|How much will it cost?|Match report|Line-ups|First half|Second half|Man of the match""".replace("\n", "").split("|")
LEAKS = """<div class="ad-slot">|&nbsp;|{{{{ article.title }}}}|[caption id="attachment_{n}{m}" align="aligncenter" width="640"]|[/caption]|&lt;!-- more --&gt;|<iframe src="https://{host}/embed/{n}{m}"></iframe>|
window.dataLayer = window.dataLayer || [];|googletag.cmd.push(function() {{ googletag.display('div-gpt-ad-{n}{m}'); }});|[embedded content]|{{"@context":"https://schema.org"}}|[gallery ids="{n}1,{m}2"]|
.css-{n}a{{display:block;}}|undefined|null|%%title%%|data-src="https://{host}/img/{n}.jpg"|if(typeof ez_ad_units!='undefined'){{ez_ad_units.push([[{n}00,250]])}}""".replace("\n", "").split("|")

# What sources are called beside the words for papers.
FIELDS = """Business|Financial|Economic|Daily|Evening|Morning|Sunday|Weekly|National|International|Local|Regional|Maritime|Energy|Defence|Medical|Legal|
Farm|Sport|Science|Tech|Climate|Money|Market|Football|Film|Music|Art|Travel|Community|Metro|City|County|Coast|Valley|Mountain|River|Strait|Rift|Delta|Island|
Border|Northern|Southern|Eastern|Western|Central|Pacific|Atlantic|Baltic|Arab|African|Asian|European|Latin|Jewish|Catholic|Free|New|Open|Public|Global|World|
First|Modern|Green|Digital|Political|Foreign|Military|Aviation|Insurance|Property|Retail|Auto|Rail|Shipping|Mining""".replace("\n", "").split("|")
OUTLETS = """Report|Reporter|News|Today|Online|Live|Insider|Wire|Week|Weekly|Daily|Journal|Review|Digest|Brief|Bulletin|Line|Watch|Now|Press|Media|Network|
Magazine|Times|Post|Mail|Sun|World|View|Focus|Outlook|Forum|Agency|Service|Gazette|Tribune|Herald|Courier|Chronicle|Radio|TV|Broadcasting|Guardian|Messenger|
Pilot|Patriot|Enquirer|Explorer|Eye|Beat|Desk|Hub|Pulse|Spectator|Economist|Intelligence|Affairs|Politics|Business|Analysis|Post-Gazette|Free Press""".replace("\n", "").split("|")
FOREIGN_PAPERS = """El Diario|El Correo|El Tiempo|El Heraldo|La Tribuna|La Voz|La Jornada|La Nación|La Gazette|La Dépêche|Le Courrier|Le Journal|Le Matin|
Les Nouvelles|L'Observateur|Il Giornale|Il Mattino|La Stampa|Corriere|Gazzetta|Der Anzeiger|Die Zeitung|Das Blatt|Rundschau|Tageblatt|Allgemeine|Nachrichten|
Morgenpost|De Courant|Dagblad|Dagbladet|Nieuws|Nyheter|Aftenposten|Sanomat|Gazeta|Kurier|Dziennik|Noviny|Novosti|Vesti|Izvestia|Pravda|Haber|Gündem|Milliyet|
Al-Watan|Al-Ahram|Al-Nahar|Asharq|Kompas|Harian|Sinar|Shimbun|Ilbo|Ribao|Jornal|Correio|Diário|Folha|O Dia|Ziarul|Adevărul|Hírlap|Kathimerini|Patrika|Jagran|Khabar|
Dainik""".replace("\n", "").split("|")
OFFICES = """Ministry of Health|Ministry of Finance|Foreign Ministry|Police|City Council|Town Hall|Office of the President|Prime Minister's Office|Chamber of Commerce|
University|Institute for Peace|Central Bank|Port Authority|Department of Justice|Embassy|Parliament|Statistics Office|Museum|Hospital Trust|Red Cross|Fire Department|
Human Rights Centre|Trade Union|Football Club|Chamber of Farmers|Weather Service""".replace("\n", "").split("|")
