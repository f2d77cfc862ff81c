"""A page in the making: its lines, the label of each, and the pieces that pages are made of.

Every page throws its own dice: the chance of each piece, the looks of dates, bylines and bullets are drawn once
a page, so that its articles look alike, as on a real site, and two pages of one style do not.
"""
import re
import textwrap

import compose_words as words

NO_BLANKS, ALL_BLANKS, SOME_BLANKS = range(3)
RULES = ["---", "***", "* * *", "###", "_" * 20, "=" * 30, "-" * 40, "• • •", "~", "+++", "§", "–––"]

# What stands between paragraphs, and how often each kind does where something does.
INSIDE = {"ad": 25, "also": 20, "photo": 15, "quote": 8, "post": 6, "signup": 6, "subhead": 10, "links": 6, "listing": 8,
          "share": 3, "facts": 5, "board": 3, "leak": 3, "player": 6, "stop": 5}


class Page:
    """Lines of one page with (article, role) of each that is not blank; article 0 is the page's own chrome."""

    def __init__(self, rng, others, lang=None):
        self.rng, self.others = rng, others
        self.lines, self.labels, self.chances = [], [], {}
        self.lang = lang or rng.choices(["en", rng.choice(list(words.LANGUAGES))], [0.75, 0.25])[0]
        self.pack = words.LANGUAGES[self.lang]
        self.site = self.invent_site()
        self.host = re.sub(r"[^a-z0-9]", "", self.site.lower()) + rng.choice([".com", ".net", ".org", ".co.uk", ".news", ".eu"])
        self.blanks = self.body_blanks = NO_BLANKS
        self.draw_blanks()
        self.bullet = rng.choice(["- ", "* ", "• ", "  • ", "+ ", "– ", "» ", "> ", "", "", "· ", "  - ", "▪ "])
        self.date_form = rng.choice(DATE_FORMS)
        self.byline_form = rng.choice(BYLINES)
        self.caption_form = rng.choice(CAPTIONS)
        self.indent = rng.choices(["", "    ", "  ", "\t"], [0.93, 0.03, 0.02, 0.02])[0]
        self.year = rng.randint(2009, 2026)
        self.suffix = rng.choice(["", "", "", "", f" | {self.site}", f" - {self.site}", f" – {self.site}", f" :: {self.site}", f" » {self.site}"])
        self.upper_titles = rng.random() < 0.05
        self.trailing = rng.choices([0, 0.3, 1], [0.9, 0.07, 0.03])[0]
        self.wrap = 0

    # --- lines ---------------------------------------------------------------------------------------------
    def line(self, text, article, role):
        text = self.indent + text + (" " if self.rng.random() < self.trailing else "")
        self.lines.append(text)
        if text.strip():
            self.labels.append((len(self.lines), article, role))

    def blank(self, n=1):
        self.lines.extend([""] * n)

    def draw_blanks(self):
        """Where blank lines stand: around heads and furniture, and between paragraphs, mostly alike."""
        kinds, shares = [NO_BLANKS, ALL_BLANKS, SOME_BLANKS], [0.4, 0.45, 0.15]
        self.blanks = self.rng.choices(kinds, shares)[0]
        self.body_blanks = self.blanks if self.rng.random() < 0.7 else self.rng.choices(kinds, shares)[0]

    def gap(self):
        if self.blanks == ALL_BLANKS or (self.blanks == SOME_BLANKS and self.rng.random() < 0.5):
            self.blank(1 if self.rng.random() < 0.93 else 2)

    def chrome(self, text, article=0):
        self.line(text, article, "chrome")

    def chance(self, piece, scale=1.0):
        """Does this page show that piece here? Its probability is drawn once a page."""
        p = self.chances.setdefault(piece, self.rng.choice([0, 0, 0.15, 0.4, 0.8, 1]))
        return self.rng.random() < p * scale

    # --- invented words ------------------------------------------------------------------------------------
    def invent_site(self):
        r = self.rng
        return r.choice([
            f"The {r.choice(words.TOWNS)} {r.choice(words.PAPERS)}", f"{r.choice(words.PLACES)} {r.choice(words.PAPERS)}",
            r.choice(words.BRANDS), f"Daily {r.choice(words.PAPERS)}", f"{r.choice(words.TOWNS)} News", f"{r.choice(words.BRANDS)} {r.choice(words.PLACES)}",
            f"{r.choice(words.PLACES)}24", f"The {r.choice(words.PAPERS)}", f"{r.choice(words.TOWNS).lower()}news.com"])

    def source(self):
        """A name that a source may go by: of papers, agencies, stations, sites, offices or people."""
        r = self.rng
        make = r.choice([self.invent_site] * 4 + [lambda: r.choice(words.AGENCIES)] * 4 + [
            self.invent_outlet, self.invent_outlet, self.invent_outlet, self.invent_station, self.invent_foreign_paper,
            lambda: f"{r.choice(words.OFFICES)}{r.choice(['', ' of ' + r.choice(words.PLACES)])}", self.name])
        return make()

    def invent_outlet(self):
        r = self.rng
        field, kind = r.choice(words.FIELDS), r.choice(words.OUTLETS)
        place = r.choice([r.choice(words.TOWNS), r.choice(words.PLACES), r.choice(words.BRANDS), r.choice(words.FAMILY)])
        return r.choice([f"{place} {kind}", f"{place} {kind}", f"{field} {kind}", f"{place} {field} {kind}", f"The {field} {kind}", f"{field} {place}",
                         f"{place} {field}", f"{kind} {place}", f"{field} {r.choice(words.OUTLETS)} {kind}", f"{place}{kind}"])

    def invent_station(self):
        r = self.rng
        letters = "".join(r.choices("ABCDEFKLMNRSTWVX", k=r.randint(2, 4)))
        return r.choice([letters, letters + " News", f"{letters} {r.randint(1, 13)} {r.choice(words.TOWNS)}", f"Radio {r.choice(words.PLACES)}",
                         f"{r.choice(words.PLACES)} TV", f"Channel {r.randint(2, 15)}", f"{letters}.com", f"{r.choice(words.TOWNS).lower()}{r.choice(words.OUTLETS).lower()}.com"])

    def invent_foreign_paper(self):
        r = self.rng
        return r.choice([f"{r.choice(words.FOREIGN_PAPERS)} {r.choice([r.choice(words.PLACES), r.choice(words.PLACES), ''])}".strip(), r.choice(words.FOREIGN_PAPERS)])

    def name(self):
        return f"{self.rng.choice(words.GIVEN)} {self.rng.choice(words.FAMILY)}"

    def fill(self, template):
        """A template's {slots} filled with invented things."""
        r = self.rng
        who = self.name()
        return template.format(
            n=r.randint(2, 59), m=r.randint(2, 99), name=who, first=who.split()[0], handle=who.lower().replace(" ", "")[:12], town=r.choice(words.TOWNS),
            place=r.choice(words.PLACES), object=r.choice(words.OBJECTS), site=self.site, host=self.host, year=r.randint(2005, 2026), agency=r.choice(words.AGENCIES),
            topic=r.choice(words.TOPICS), topic2=r.choice(words.TOPICS), desk=r.choice(words.DESKS).lower(),
            date=self.bare_date())

    def word(self, kind):
        """One phrase of a kind in the language of this page's chrome."""
        phrase = self.rng.choice(self.pack[kind])
        return phrase.replace("{n}", str(self.rng.randint(2, 59))).replace("{m}", str(self.rng.randint(2, 59)))

    def headline(self):
        """Another article's title, or an invented one."""
        r = self.rng
        if self.others and r.random() < 0.6:
            return r.choice(self.others)["title"]
        who, verb = r.choice(words.SUBJECTS), r.choice(words.VERBS)
        if who == "Police" or re.search(r"[^s]s$", who):
            verb = {"denies": "deny", "launches": "launch"}.get(verb) or re.sub(r"^(\w+)s\b", r"\1", verb)
        return f"{who} {verb} {r.choice(words.OBJECTS)}" + self.fill(r.choice(words.TAILS)).rstrip()

    def date(self):
        return self.date_form(self)

    def bare_date(self):
        """A date inside a sentence: without the word that some forms begin with."""
        return re.sub(r"^(Posted on|Updated:|Published:|Date:|Le) ", "", self.date())

    def ago(self):
        return self.word("ago")

    def clock(self):
        r = self.rng
        return r.choice([f"{r.randint(0, 23):02}:{r.randint(0, 59):02}"] * 3 + [f"{r.randint(1, 12)}:{r.randint(0, 59):02} {r.choice(['am', 'pm', 'AM', 'PM', 'p.m.'])}"])

    def caption(self, art):
        return self.caption_form(self, art)

    def byline(self, art):
        return self.byline_form(self, art["author"])

    # --- pieces of an article ------------------------------------------------------------------------------
    def title(self, art, n, prefix="", suffix=True):
        text = prefix + art["title"] + (self.suffix if suffix else "")
        self.line(text.upper() if self.upper_titles else text, n, "title")

    def meta(self, art, n):
        """Lines between the title and the text, in this page's order."""
        r = self.rng
        order = self.chances.setdefault("meta order", r.sample(["byline", "date", "caption", "share", "source", "section", "dek", "read"], 8))
        for piece in order:
            if self.chance(piece + " line", 0.8):
                self.meta_line(piece, art, n)
                self.gap()

    def meta_line(self, piece, art, n):
        r = self.rng
        if piece == "byline":
            self.line(self.byline(art), n, "byline")
        elif piece == "date":
            self.line(self.date() if r.random() < 0.85 else self.ago(), n, "date")
            if self.chance("second date", 0.4):
                self.line(f"{self.word('upd')} {self.date()}", n, "date")
        elif piece == "caption":
            cap = self.caption(art)
            for _ in range(2 if self.chance("caption twice", 0.4) else 1):
                self.line(cap, n, "caption")
        elif piece == "share":
            self.share(n)
        elif piece == "source":
            self.line(art["source"], n, "source")
        elif piece == "section":
            self.chrome(r.choice(words.SECTIONS), n)
        elif piece == "read":
            self.chrome(r.choice([f"{r.randint(1, 14)} min read", f"Reading time: {r.randint(1, 14)} minutes", f"{r.randint(1, 9)} minute read", f"{r.randint(2, 900)} views",
                                  f"{r.randint(0, 99)}", f"{r.randint(1, 99)} shares", f"Views: {r.randint(10, 9000)}", f"Comments ({r.randint(0, 99)})"]), n)
        elif piece == "dek" and art.get("dek"):
            self.line(art["dek"], n, "text")

    def share(self, n):
        """Share words, one a line or all on one line."""
        items = [self.word("share") for _ in range(self.rng.randint(1, 6))]
        if self.chance("share on one line", 0.5):
            self.chrome(self.rng.choice([" ", " | ", "  ", ""]).join(items), n)
        else:
            for item in items:
                self.chrome(self.bullet + item if self.chance("share bullets", 0.3) else item, n)

    def body(self, art, n, joined=False, part=False):
        """The text, with what stands inside texts: adverts, captions, pull quotes, posts, 'also read' lines.
        Only the last part of a text ends in credits."""
        paras = art["paras"] if part else self.dateline(art["paras"])
        if joined:
            self.line(self.in_line_noise(" ".join(paras)), n, "text")
            return
        around, self.blanks = self.blanks, self.body_blanks
        for i, para in enumerate(paras):
            if 0 < i < len(paras) - 1:
                self.inside(art, n, para)
            elif i > 0 and self.chance("last subhead", 0.3):
                self.inside_subhead(art, n, para)
                self.gap()
            self.paragraph(para, n)
            self.gap()
        self.blanks = around
        if not part:
            self.credits(n)

    def paragraph(self, para, n):
        for row in textwrap.wrap(para, self.wrap) if self.wrap else [para]:
            self.line(row, n, "text")

    def dateline(self, paras):
        """Puts a dateline, or a date glued, before the first paragraph of a page whose articles have one."""
        r, place = self.rng, self.rng.choice(words.PLACES)
        forms = [f"{place.upper()} ({r.choice(words.AGENCIES)}) - ", f"{place.upper()}, {self.date()} — ", f"{place}: ", f"{place.upper()} – ", f"({self.date()}) ", f"{place} - ",
                 self.date(), f"[{place}] ", f"({r.choice(words.AGENCIES)}) — ", f"{self.date()}: ", f"{place.upper()}: "]
        form = self.chances.setdefault("dateline form", r.randrange(len(forms)))
        if paras and self.chance("dateline", 0.3):
            return [forms[form] + paras[0]] + paras[1:]
        return paras

    def in_line_noise(self, text):
        """Leavings of a player or a gallery inside a joined text."""
        r = self.rng
        if not self.chance("in-line noise", 0.3):
            return text
        m, s = r.randint(0, 9), r.randint(0, 59)
        noise = r.choice([f" Video Duration {m:02} minutes {s:02} seconds {m:02}:{s:02}", " Advertisement", " (Photo: " + r.choice(words.AGENCIES) + ")", f" Image {r.randint(1, 9)} of {r.randint(9, 20)}"])
        stops = [x.end() for x in re.finditer(r"[.!?]['”’]? ", text)]
        at = r.choice(stops) - 1 if stops and r.random() < 0.5 else len(text)
        return text[:at] + noise * r.randint(1, 4) + text[at:]

    def inside(self, art, n, para):
        """Now and then, what this page puts between paragraphs: one line or a heap, on many pages nothing ever.
        (Of the pages in gold/pages a third have nothing inside their text, the mean is one pair of lines in fourteen
        with a run of four lines between them; news publishers have one in five.)"""
        r = self.rng
        rate = self.chances.setdefault("inside rate", r.choice([0, 0, 0.05, 0.1, 0.15, 0.25, 0.4]))
        kinds = [k for k in INSIDE if self.chances.setdefault("inside " + k, r.choice([0, 0, 0.15, 0.4, 0.8, 1]))]
        if not kinds or r.random() >= rate:
            return
        weights = [INSIDE[k] * self.chances["inside " + k] for k in kinds]
        heap = r.choices(kinds, weights, k=r.choice([1, 1, 1, 1, 1, 1, 2, 2, 3, 5]))
        for kind in sorted(heap, key=lambda k: k == "subhead"):
            getattr(self, "inside_" + kind)(art, n, para)
            self.gap()

    def inside_listing(self, art, n, para):
        """A whole box of headlines, cards or teasers in the middle of the text."""
        self.listing(3, 12, article=n, heading=self.rng.random() < 0.7)

    def inside_share(self, art, n, para):
        self.share(n)

    def inside_ad(self, art, n, para):
        for _ in range(self.rng.choice([1, 1, 1, 2])):
            self.chrome(self.word("ads"), n)

    def inside_also(self, art, n, para):
        lead = self.rng.choice(["Also read: ", "READ MORE: ", "Read also: ", "See also: ", "Related: ", "ALSO READ | ", "Read: ", "Also Read | ", "RELATED STORY: ", "MORE: ", "Don't miss: ", "Watch: "])
        if self.lang != "en":
            lead = self.word("related") + ": "
        if self.chance("also on two lines", 0.3):
            self.chrome(lead.strip(" :|"), n)
            self.chrome(self.headline(), n)
        else:
            self.chrome(lead + self.headline(), n)

    def inside_photo(self, art, n, para):
        cap = self.caption(art)
        for _ in range(2 if self.chance("caption twice", 0.4) else 1):
            self.line(cap, n, "caption")
        if self.chance("credit line", 0.4):
            self.line(f"{self.word('photo')} {self.rng.choice(words.AGENCIES)}", n, "caption")

    def inside_quote(self, art, n, para):
        """A pull quote repeats a sentence of the text."""
        sentences = [s for p in art["paras"] for s in re.split(r"(?<=[.!?]) ", p) if 6 <= len(s.split()) <= 25]
        if sentences:
            self.chrome(self.rng.choice(["“{}”", "{}", "\"{}\"", "❝ {}"]).format(self.rng.choice(sentences).strip("“”\"")), n)
            if self.rng.random() < 0.4:
                self.chrome(self.rng.choice(["— ", "", "– "]) + self.name(), n)

    def inside_post(self, art, n, para):
        handle = self.name()
        self.chrome(self.fill(self.rng.choice(words.COMMENT)) + self.rng.choice(["", " pic.example/aBc3x", " #breaking", " https://t.example/x9"]), n)
        self.chrome(f"— {handle} (@{handle.split()[-1].lower()}{self.rng.randint(1, 99)}) {self.bare_date()}", n)

    def inside_signup(self, art, n, para):
        for _ in range(self.rng.randint(1, 3)):
            self.chrome(self.fill(self.rng.choice(words.PITCH)) if self.rng.random() < 0.5 else self.word("sub"), n)

    def inside_subhead(self, art, n, para):
        """A heading of the paragraph below it: a common one, or some of its own words."""
        r, own = self.rng, re.findall(r"[^\W\d_][\w'’-]*", para)[:60]
        size = r.choice([1, 2, 2, 3, 3, 4, 5, 6, 8])
        if len(own) < 12 or r.random() < 0.4:
            head = r.choice(words.SUBHEADS)
        else:
            first = r.randrange(len(own) - size)
            head = " ".join(own[first:first + size])
            head = r.choice([head[0].upper() + head[1:]] * 4 + [head.title(), f"‘{head[0].upper() + head[1:]}’", head[0].upper() + head[1:] + "?"])
        self.line(head.upper() if self.chances.setdefault("upper subheads", r.random() < 0.1) else head, n, "text")

    def inside_links(self, art, n, para):
        self.chrome(self.word("related"), n)
        for _ in range(self.rng.randint(2, 4)):
            self.chrome(self.bullet + self.headline(), n)

    def inside_facts(self, art, n, para):
        """A table of facts is text, short as its lines are."""
        r = self.rng
        self.line(r.choice(["At a glance", "In numbers", "Key facts", "By the numbers", "Factbox", "Results"]), n, "text")
        bar = r.choice([": ", " | ", "\t", " – ", " "])
        for what in r.sample(["Population", "Area", "Founded", "Workers", "Cost", "Turnout", "Victims", "Seats", "Budget", "Members", "Distance", "Price"], r.randint(2, 6)):
            self.line(self.bullet + what + bar + r.choice([f"{r.randint(2, 900)}", f"{r.uniform(0, 99):.1f} million", f"${r.randint(1, 90)}bn", f"{r.randint(1, 99)}%", f"{r.randint(1900, 2025)}"]), n, "text")

    def inside_board(self, art, n, para):
        self.widget(self.rng.choice(["weather", "markets"]), n)

    def inside_leak(self, art, n, para):
        self.chrome(self.fill(self.rng.choice(words.LEAKS)), n)

    def inside_player(self, art, n, para):
        for _ in range(self.rng.randint(1, 4)):
            self.chrome(self.word("video"), n)

    def inside_stop(self, art, n, para):
        self.chrome(self.word("more"), n)

    def credits(self, n):
        """Who reported and edited, and the end mark."""
        r = self.rng
        if self.chance("reporting by", 0.3):
            self.line(r.choice(["(Reporting by {}; Editing by {})", "Reporting by {}, writing by {}", "{} reported from the capital; {} contributed.", "With reporting by {} and {}",
                                "Reporting by {} in Cairo; Editing by {}", "— {} and {}"]).format(self.name(), self.name()), n, "byline")
        if self.chance("correction", 0.2):
            self.chrome(self.fill(r.choice(words.CORRECT)), n)

    def tail(self, art, n):
        """What follows a text and belongs to it: tags, share words, the author, pitches, a few links."""
        for piece in self.chances.setdefault("tail order", self.rng.sample(["tags", "share", "bio", "pitch", "links", "comments", "counts", "sub"], 8)):
            if self.chance("tail " + piece, 0.45):
                getattr(self, "tail_" + piece)(art, n)
                self.gap()

    def tail_tags(self, art, n):
        r = self.rng
        found = re.findall(r"[A-Z][a-z]+", art["title"])[:4] or ["news"]
        tags = [t.lower() if self.chances.setdefault("lower tags", r.random() < 0.4) else t for t in found + [r.choice(words.TOPICS)]]
        if self.chance("tags on one line", 0.6):
            self.chrome(self.word("tags") + " " + r.choice([", ", " ", " | ", "#"]).join(tags), n)
        else:
            self.chrome(self.word("tags"), n)
            for tag in tags:
                self.chrome(r.choice(["#", ""]) + tag, n)

    def tail_share(self, art, n):
        self.share(n)

    def tail_bio(self, art, n):
        self.chrome(self.fill(self.rng.choice(words.BIO)), n)

    def tail_pitch(self, art, n):
        self.chrome(self.fill(self.rng.choice(words.PITCH)), n)

    def tail_links(self, art, n):
        self.inside_links(art, n, "")

    def tail_comments(self, art, n):
        self.chrome(self.word("comments"), n)

    def tail_counts(self, art, n):
        for _ in range(self.rng.randint(1, 3)):
            self.chrome(self.rng.choice([str(self.rng.randint(0, 900)), f"{self.rng.randint(1, 99)}K", f"{self.rng.randint(0, 99)} shares", "0"]), n)

    def tail_sub(self, art, n):
        for _ in range(self.rng.randint(1, 2)):
            self.chrome(self.word("sub"), n)

    # --- pieces of the page --------------------------------------------------------------------------------
    def menu(self, low=4, high=18):
        r = self.rng
        items = r.sample(self.pack["menu"], min(len(self.pack["menu"]), r.randint(low, high)))
        if self.chance("long menu", 0.5):
            more = r.choice([words.PLACES, words.SECTIONS, [t.title() for t in words.TOPICS], words.TOWNS, [o.capitalize() for o in words.OBJECTS]])
            items += r.sample(more, r.randint(3, min(25, len(more))))
        if self.chance("login", 0.5):
            items.insert(r.randint(0, len(items)), self.word("sub"))
        shape = r.random()
        if shape < 0.2:
            self.chrome(r.choice([" ", " | ", "  ", " / ", " • "]).join(items))
        else:
            for item in items:
                self.chrome((self.bullet if shape < 0.4 else "") + item)
        if r.random() < 0.3:
            self.chrome(self.site)
        self.blank(r.randint(0, 2))

    def masthead(self):
        """What may stand above everything: logo, cookies, date of today, weather, markets, a menu."""
        r = self.rng
        if self.chance("site title", 0.4):
            self.chrome(r.choice([f"{self.site} - {self.word('latest')}", f"{self.site} | {r.choice(words.SECTIONS)}", f"{r.choice(words.SECTIONS)} – {self.site}", self.site]))
            self.gap()
        for piece in r.sample(["cookies", "menu", "today", "weather", "markets", "logo", "wall"], 7):
            if not self.chance("top " + piece, 0.5):
                continue
            if piece == "menu":
                self.menu()
            elif piece == "cookies":
                for _ in range(r.randint(1, 4)):
                    self.chrome(self.word("cookies"))
            elif piece == "today":
                self.chrome(self.rng.choice(["{}", "{} | Last update " + self.clock(), "Today is {}"]).format(self.bare_date()))
            elif piece == "logo":
                self.chrome(r.choice(["logo", self.site, self.site.upper(), "Logo", f"{self.site} logo", "Image"]))
            elif piece == "wall":
                self.chrome(self.word("sub"))
            else:
                self.widget(piece)
            self.gap()

    def widget(self, kind, article=0):
        """A weather or a market board."""
        r = self.rng
        for _ in range(r.randint(1, 5)):
            if kind == "weather":
                self.chrome(r.choice([f"{r.randint(-9, 38)}°C", f"{r.choice(words.PLACES)} {r.randint(-9, 38)}°", "Partly cloudy", f"H:{r.randint(50, 99)} L:{r.randint(20, 49)}",
                                      f"{r.choice(['Clear', 'Rain', 'Snow', 'Overcast'])} {r.randint(20, 90)}°F", "Full forecast", f"Humidity {r.randint(20, 99)}%"]), article)
            else:
                self.chrome(r.choice([f"{r.choice(['USD', 'EUR', 'GBP', 'BTC', 'Gold', 'Brent'])} {r.uniform(0.5, 4000):.2f} {r.choice('+-▲▼')}{r.uniform(0, 3):.2f}%",
                                      f"{r.choice(['Index', 'Shares', 'Oil', 'FTSE', 'DAX', 'S&P 500'])} {r.uniform(10, 9000):,.2f}", f"{r.uniform(0, 9):.2f}%"]), article)

    def listing(self, low=3, high=20, article=0, heading=True):
        """A list of headlines in one of the shapes that lists have."""
        r = self.rng
        shape = r.choice(["bullet", "plain", "dash below", "ages", "numbers", "teasers", "tail", "age first", "source last", "glued", "captions", "comments", "untitled", "date first", "twice", "section above", "number above"])
        if heading:
            self.chrome(self.word(r.choice(["latest", "related"])), article)
            self.gap()
        for i in range(r.randint(low, high)):
            self.listing_item(shape, i, article)
            if shape in ("teasers", "ages", "captions") or r.random() < 0.1:
                self.gap()

    def listing_item(self, shape, i, article):
        r, title = self.rng, self.headline()
        rows = {
            "bullet": [self.bullet + title], "plain": [title], "dash below": ["-", title], "ages": [title, self.ago()], "numbers": [f"{i + 1}. {title}"],
            "teasers": [title, self.teaser(), self.word("more")], "tail": [f"{title} – {r.choice(['Live', 'Video', 'Opinion', 'Photos'])}"], "age first": [self.clock(), title],
            "source last": [title, self.source(), self.ago()], "glued": [f"{r.choice(words.SECTIONS).upper()}{title}{self.source()}·{self.ago()}"],
            "captions": [self.caption({"paras": [title], "title": title, "author": ""}), title], "untitled": [self.teaser()], "number above": [str(i + 1), title], "date first": [f"{self.date()} {title}"], "twice": [title, title], "section above": [r.choice(words.SECTIONS), title],
            "comments": [title, f"{r.randint(0, 99)} {r.choice(['comments', 'Comments', 'replies'])}"],
        }[shape]
        for row in rows:
            self.chrome(row, article)

    def teaser(self):
        """The beginning of another article, cut off."""
        r = self.rng
        if not self.others:
            return self.headline() + "..."
        paras = [p for p in r.choice(self.others)["paras"] if len(p.split()) > 10] or ["More on this story"]
        cut = " ".join(paras[0].split()[:r.randint(9, 30)])
        return cut.rstrip(".,;") + r.choice(["...", "…", " ...", " […]", "... " + self.word("more"), "."])

    def opinion(self):
        """What a reader writes: set phrases, or sentences of other articles, carelessly typed."""
        r = self.rng
        if not self.others or r.random() < 0.5:
            return " ".join(self.fill(r.choice(words.COMMENT)) for _ in range(r.randint(1, 5)))
        sentences = [s for q in r.choice(self.others)["paras"] for s in re.split(r"(?<=[.!?]) ", q) if 4 <= len(s.split()) <= 30]
        text = " ".join(r.sample(sentences, min(len(sentences), r.randint(1, 3)))) or "I agree."
        return r.choice([text, text, text.lower(), text.rstrip(".") + "!!", text.replace(",", ""), text + " " + self.fill(r.choice(words.COMMENT))])

    def comments(self, article=0):
        """A thread of readers' comments in full sentences."""
        r = self.rng
        self.chrome(self.word("comments"), article)
        self.gap()
        with_likes = r.random() < 0.5
        for _ in range(r.randint(1, 8)):
            self.chrome(r.choice([self.name(), self.name() + " says:", self.name().split()[0].lower() + str(r.randint(1, 99)), f"{self.name()} {self.ago()}"]), article)
            if self.chance("comment dates", 0.7):
                self.chrome(r.choice([self.ago(), self.date(), f"{self.date()} at {self.clock()}"]), article)
            for _ in range(r.choice([1, 1, 1, 2])):
                self.chrome(self.opinion(), article)
            if with_likes:
                self.chrome(r.choice(["Reply", "Like", f"{r.randint(0, 50)}", "Report", f"Reply · {r.randint(0, 30)} likes", "Share", "Reply Like"]), article)
            self.gap()

    def footer(self):
        r = self.rng
        for piece in r.sample(["foot", "app", "listing", "comments", "pitch", "sub", "share", "cookies", "menu", "copy"], 10):
            if not self.chance("bottom " + piece, 0.55):
                continue
            if piece == "listing":
                self.listing()
            elif piece == "comments":
                self.comments()
            elif piece == "pitch":
                self.chrome(self.fill(r.choice(words.PITCH)))
            elif piece == "menu":
                self.menu()
            elif piece == "share":
                self.share(0)
            elif piece == "copy":
                self.chrome(r.choice([f"© {self.year} {self.site}", f"Copyright © {self.year} {self.site}. All rights reserved.", f"© {self.site}", f"{self.site} {self.year}"]))
            else:
                rows = [self.word(piece) for _ in range(r.randint(1, 7))]
                for row in [" | ".join(rows)] if r.random() < 0.2 else rows:
                    self.chrome(row)
            self.gap()

    def rule(self, article=0):
        """A line that only divides."""
        self.chrome(self.chances.setdefault("rule", self.rng.choice(RULES)), article)


# --- dates, bylines, captions: each a function of the page, one is drawn a page ---------------------------------
def numbers(p):
    return p.year, p.rng.randint(1, 12), p.rng.randint(1, 28), p.rng.randint(0, 23), p.rng.randint(0, 59)


def date_words(form):
    def make(p):
        y, mo, d, h, mi = numbers(p)
        pack = p.pack if p.chances.setdefault("local dates", p.rng.random() < 0.6) else words.LANGUAGES["en"]
        month = pack["months"][mo - 1]
        return form.format(d=d, y=y, M=month, m=month[:3], H=h, I=h % 12 or 12, i=mi, W=pack["days"][(y + mo + d) % 7], w=pack["days"][(y + mo + d) % 7][:3], o=mo, half="AM" if h < 12 else "PM")
    return make


DATE_FORMS = [date_words(form) for form in """{M} {d}, {y}|{d} {M} {y}|{m} {d}, {y}|{W}, {M} {d}, {y}|{d}.{o:02}.{y}|{d:02}/{o:02}/{y}|{y}-{o:02}-{d:02}|{y}-{o:02}-{d:02} {H:02}:{i:02}
{d} {m} {y}, {H:02}:{i:02}|{M} {d}, {y} at {I}:{i:02} {half}|{W} {d} {M} {y}|{H:02}:{i:02}, {d}.{o:02}.{y}|{d:02}.{o:02}.{y}, {H:02}.{i:02} Uhr|{w} {d} {M} {y} {H:02}:{i:02} GMT|{o}/{d}/{y}
{m} {d}, {y} {I}:{i:02} {half} ET|{d} {M} {y}, {H:02}:{i:02}|{H:02}:{i:02} - {d} {M} {y}|{y}/{o:02}/{d:02}|{M} {d}|{d} {M}|{w}, {m} {d} {y} {H:02}:{i:02} IST|{y}.{o:02}.{d:02} {H:02}:{i:02}
Updated: {M} {d}, {y} {I}:{i:02} {half}|Published: {d} {M} {y}|{d:02}-{o:02}-{y}|{d:02}-{m}-{y}|{y}-{o:02}-{d:02}T{H:02}:{i:02}:00Z|{d}. {M} {y}|{d}. {M} {y} um {H:02}:{i:02} Uhr|{d} de {M} de {y}
Posted on {M} {d}, {y}|{I}:{i:02} {half} - {m} {d}, {y}|{W} {H:02}:{i:02}|{d}/{o}/{y} {H}h{i:02}|Le {d} {M} {y} à {H:02}h{i:02}|{m}. {d}, {y}|{M} {d}, {y}, {I}:{i:02} {half}|Date: {d}/{o}/{y}""".replace("\n", "|").split("|")]


def byline_words(form):
    def make(p, author):
        r = p.rng
        text = form.replace("¦", " | ").format(a=author, A=author.upper(), b=p.name(), D=r.choice(words.DESKS), s=p.site, h=author.lower().replace(" ", ".") + "@" + p.host, P=r.choice(words.PLACES), t=p.date(), by=p.word("by"))
        return text
    return make


BYLINES = [byline_words(form) for form in """By {a}|By {a}|By {a}, {D}|{a}|{a}, {s}|{a}, {D}|BY {A}|By {A}|{by} {a}|{by} {a}|By {a} and {b}|By: {a}|Written by {a}|{a} in {P}|By {a} | {t}|{t} | {a}|Author: {a}
{D}|By {a}, in {P}|By {a} {h}|by {a}|By {a}, {b} and {D}|{a} · {t}|{a} / {s}|Story by {a}|Posted by {a}|{by} {a}, {P}|By {a} for {s}|{a} ({s})|Posted by: {a} on {t}|{a} - {D}|By {a}, {s}|Reported by {a}
{a}, Contributor|By {a} • {s}|From {a}, {P}|By {s} {D}|{a}, {b}""".replace("\n", "|").replace(" | {t}", "¦{t}").replace("{t} | ", "{t}¦").split("|")]


def caption_words(form):
    def make(p, art):
        r = p.rng
        found = re.findall(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+", " ".join(art["paras"][:6]))
        who = r.choice(found) if found and r.random() < 0.7 else r.choice(words.CAPTION_WHO)
        deed = p.fill(r.choice(words.CAPTION_DO))
        if who in words.CAPTION_WHO and not who.startswith("A "):
            deed = re.sub(r"^(is|addresses|watches|\w+?)(s?)\b", lambda m: {"is": "are", "addresses": "address", "watches": "watch"}.get(m[0], m[1]), deed)
        text = form.replace("¦", " | ").format(w=who, x=deed, t=p.bare_date(), A=r.choice(words.AGENCIES), n=p.name(), f=p.word("photo"), s=p.site, P=r.choice(words.PLACES))
        if form.startswith("^"):
            fused = re.sub(r" (?=\w)", lambda m: "" if r.random() < 0.25 else " ", text[1:])
            return fused.upper()
        return text
    return make


CAPTIONS = [caption_words(form) for form in """{w} {x}, {t}. ({A})|{w} {x}. {A}|FILE PHOTO: {w} {x}, {t}. {A}|{w} {x} ({f} {A})|{f} {n}/{A}|{w} {x}. {f} {n}|{w} {x} on {t}. [{n}/{A}]|{f} {A}|In this photo from {t}, {w} {x}. ({n}/{A} via AP)
{w} {x} / {A}|{w}. {f} {A}|{w} {x} — {A}|^{w} {x} in {P}|{f} {w} {x}|{w} {x}.|{n} / {A}|{w} {x} (Photo by {n}/{A})|© {A}|{w} in {P}, {t}. Photograph: {n}/{A}|Image: {A}|{w} {x} - {A}/File|A general view of {P}. Photo: {A}|{w} ({A})
{w} {x} | {f} {n}|{w} {x}, {P}, {t}. {f} {A}/{n}|(Image credit: {A})|{w} {x} [File: {n}/{A}]|Photo: {n}, ill. purposes|{w} {x}. CREDIT: {n}|{w} {x}. (Supplied)""".replace(" | {f}", "¦{f}").replace("\n", "|").split("|")]
