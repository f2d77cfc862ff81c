"""Pages of no style: what stands where, in what order, form and number is drawn anew for each page.

A page draws the furniture above, between and below its articles, and one plan for all of its articles: which pieces
stand before and behind the text, each in a form of its own. A style is a point in the space of these plans; here any
point may come up.
"""
import compose_words as words
from compose_page import RULES
from compose_styles import entry_time, style

BARS = [" | ", " - ", " – ", " — ", " · ", " • ", ", ", " / ", ": ", "  ", " ", "", " » ", "|", " :: ", " ~ "]
BEFORE = ["source", "date", "age", "byline", "caption", "section", "counter", "share", "read", "rule", "number", "tags", "url", "dek", "glued", "signed", "dated",
          "image", "site", "clock", "player", "listen", "mark", "also"]
BEHIND = ["source", "date", "age", "byline", "tags", "share", "counter", "more", "comments", "rule", "url", "glued", "signed", "bio", "pitch", "links", "site", "also",
          "upd", "copy", "image", "sub"]
BETWEEN = ["", "", "", "rule", "next", "ad", "listing", "sub", "share", "menu", "pager", "headings", "thread", "pitch", "board", "player"]


class Plan:
    """The form of each piece on one page."""

    def __init__(self, p):
        r = p.rng
        self.p = p
        titles = r.choices([0, 1, 2, 3, 4], [0.06, 0.56, 0.25, 0.09, 0.04])[0]
        before = r.sample(BEFORE, r.choice([0, 1, 1, 2, 2, 3, 3, 4, 5, 7]))
        for _ in range(titles):
            before.insert(r.randint(0, len(before)), "title")
        if titles and r.random() < 0.5:  # most heads begin with the title
            before.remove("title")
            before.insert(0, "title")
        self.before, self.behind = before, r.sample(BEHIND, r.choice([0, 0, 1, 1, 2, 2, 3, 4, 5]))
        self.often = {piece: r.choice([0.5, 0.8, 1, 1, 1, 1]) for piece in BEFORE + BEHIND}
        self.often["title"] = 1
        self.times = {piece: r.choice([1, 1, 1, 1, 1, 2]) for piece in BEFORE + BEHIND}
        self.gaps = {piece: r.choice([0, 0, 1, 1, 1, 2]) for piece in BEFORE + BEHIND + ["title", "text"]} if r.random() < 0.5 else None
        self.bar, self.bar2, self.bar3 = (r.choice(BARS) for _ in range(3))
        self.title_form = r.choice(["{t}"] * 12 + ["{S}: {t}", "{t}" + self.bar + "{S}", "{b}{t}", "{n}. {t}", "{n}{bar}{t}", "“{t}”", "{sec}{bar}{t}", "{t}{bar}{d}", "{d}{bar}{t}", "{c}{bar}{t}",
                                                   "+++ {t} +++", "{t} »", "## {t}", "> {t}", "{t} ({S})", "Img:{t}", "NEW {t}", "VIDEO: {t}", "{t} - {sec}", "{t}:", "Headline: {t}", "[{t}]"])
        self.text_form = r.choices(["paras", "joined", "lines", "bulleted", "quoted", "cut"], [0.55, 0.2, 0.06, 0.07, 0.04, 0.08])[0]
        self.close = r.choice([""] * 8 + ["...", "…", " [...]", " more", " Read more", " (more)", " {S}", " ({S}, {d})", " [{d}]", " {c}"])
        self.label = {piece: r.choice([""] * 5 + [piece.capitalize() + ": ", piece.upper() + ": ", p.word("upd") + " ", "time", "• ", "in ", "On "]) for piece in ("date", "age", "source", "clock")}
        self.rule, self.minutes = r.choice(RULES), r.randint(600, 1430)
        self.image = r.choice(["Image", "Photo", "img", "thumbnail", "Preview", "image/jpeg", "[image]", "Picture", "Background image", "Img", "avatar"])
        self.more = r.choice([p.word("more"), p.word("more"), "»", "→", "...", "Full story", "Read full article at " + p.site, "Continue", "[+]", "Open", "Link"])
        self.mark = r.choice(["NEW", "LIVE", "BREAKING", "Premium", "Exclusive", "Free", "•", "»", "-", "+", "Ad", "Updated", "Opinion", "Analysis", "TT", "A A", "back", "top", "topic", "Top story", "Editor's pick"])

    def values(self, a, n):
        p = self.p
        self.minutes -= p.rng.randint(1, 60)
        return {"t": a["title"], "S": a["source"], "a": a["author"], "d": p.date(), "c": entry_time(p, self.minutes), "n": n, "b": p.bullet, "bar": self.bar2, "sec": p.rng.choice(words.SECTIONS)}

    def gap(self, piece):
        if self.gaps is None:
            self.p.gap()
        else:
            self.p.blank(self.gaps[piece])


def piece_lines(plan, piece, a, n):
    """The lines of a piece, each with its role."""
    p, r = plan.p, plan.p.rng
    v = plan.values(a, n)
    if piece == "title":
        return [(plan.title_form.format(**v), "title")]
    if piece in ("source", "date", "age", "clock"):
        said = {"source": a["source"], "date": v["d"], "age": p.ago(), "clock": v["c"]}[piece]
        return [(plan.label[piece] + said, "source" if piece == "source" else "date")]
    if piece == "byline":
        return [(p.byline(a), "byline")]
    if piece == "caption":
        return [(p.caption(a), "caption")]
    if piece == "dek":
        return [(a["dek"], "text")] if a.get("dek") else []
    if piece == "glued":
        parts = [a["source"], p.ago() if p.chances.setdefault("ages", r.random() < 0.6) else v["d"]]
        if p.chances.setdefault("date first", r.random() < 0.3):
            parts.reverse()
        return [(plan.bar3.join(parts), "source+date")]
    if piece == "signed":
        parts = [p.byline(a), v["d"]]
        return [(plan.bar.join(reversed(parts) if p.chances.setdefault("signed last", r.random() < 0.4) else parts), "byline")]
    if piece == "dated":
        return [(v["sec"] + plan.bar + v["d"], "date")]
    return [(text, "chrome") for text in furniture(plan, piece, a, n)]


def furniture(plan, piece, a, n):
    p, r = plan.p, plan.p.rng
    some = {
        "section": lambda: r.choice(words.SECTIONS), "counter": lambda: r.choice([str(r.randint(0, 999)), f"{r.randint(1, 99)}K", f"{r.randint(0, 99)} shares", f"{r.randint(0, 99)} comments", "0"]),
        "read": lambda: r.choice(["{} min read", "{} mins", "Reading time: {} min", "{} minute read"]).format(r.randint(1, 15)), "rule": lambda: plan.rule, "number": lambda: str(n),
        "tags": lambda: p.word("tags") + plan.bar + plan.bar.join(r.sample(words.TOPICS, r.randint(1, 4))), "url": lambda: f"https://www.{a['host']}/{p.year}/{r.randint(1, 12):02}/{r.randint(100, 99999)}",
        "image": lambda: plan.image, "site": lambda: p.site, "player": lambda: p.word("video"), "listen": lambda: r.choice(["Listen to this article", "Listen", "0:00 / 3:12", "AI-generated summary", "Play"]),
        "mark": lambda: plan.mark, "also": lambda: r.choice(["Also read: ", "READ: ", "Related: ", "See also: ", "Watch: "]) + p.headline(), "more": lambda: plan.more, "comments": lambda: p.word("comments"),
        "bio": lambda: p.fill(r.choice(words.BIO)), "pitch": lambda: p.fill(r.choice(words.PITCH)), "upd": lambda: f"{p.word('upd')} {p.date()}", "copy": lambda: f"© {p.year} {a['source']}", "sub": lambda: p.word("sub"),
    }
    if piece in some:
        return [some[piece]()]
    if piece == "share":
        items = [p.word("share") for _ in range(p.chances.setdefault("shares", r.randint(1, 6)))]
        return [plan.bar.join(items)] if p.chances.setdefault("shares joined", r.random() < 0.4) else items
    if piece == "links":
        return [p.word("related")] + [p.bullet + p.headline() for _ in range(r.randint(1, 5))]
    raise ValueError(piece)


def put_pieces(plan, pieces, a, n):
    for piece in pieces:
        if plan.p.rng.random() >= plan.often[piece]:
            continue
        rows = piece_lines(plan, piece, a, n)
        for _ in range(plan.times.get(piece, 1) if piece != "dek" else 1):
            for text, role in rows:
                plan.p.line(text, n, role)
        plan.gap(piece)


def put_text(plan, a, n):
    p, paras = plan.p, list(a["paras"])
    paras[-1] += plan.close.format(**plan.values(a, n))
    a = dict(a, paras=paras)
    if plan.text_form in ("joined", "cut"):
        text = " ".join(p.dateline(paras))
        if plan.text_form == "cut" and len(text) > 160:
            text = text[:p.rng.randint(120, min(600, len(text)))].rsplit(" ", 1)[0] + p.rng.choice(["...", "…", " ...", "", " […]"])
        p.line(text, n, "text")
    elif plan.text_form in ("bulleted", "quoted"):
        lead = "> " if plan.text_form == "quoted" else p.bullet
        p.body(dict(a, paras=[lead + para for para in paras]), n)
    else:
        p.wrap = p.rng.choice([60, 72, 80, 100]) if plan.text_form == "lines" else 0
        p.body(a, n)
        p.wrap = 0
    plan.gap("text")


def between(p, plan, kind):
    """What parts two articles of the page."""
    r = p.rng
    if kind == "rule":
        p.chrome(plan.rule)
    elif kind == "next":
        p.chrome(p.chances.setdefault("next word", r.choice(["Next", "Up next", "Next story", "More", "***", p.word("related"), p.word("latest"), "Read next", "Scroll down", "MORE NEWS"])))
    elif kind == "ad":
        for _ in range(r.randint(1, 3)):
            p.chrome(p.word("ads"))
    elif kind == "listing":
        p.listing(2, 7)
    elif kind == "menu":
        p.menu(3, 9)
    elif kind == "share":
        p.share(0)
    elif kind == "pager":
        p.chrome(r.choice(["1 2 3 4 Next", "Previous", "Back to top", "[top]", "Top of page"]))
    elif kind == "headings":
        p.chrome(r.choice(words.SECTIONS).upper())
    elif kind == "thread":
        p.comments()
    elif kind == "board":
        p.widget(r.choice(["weather", "markets"]))
    else:
        p.chrome({"sub": p.word("sub"), "pitch": p.fill(r.choice(words.PITCH)), "player": p.word("video")}[kind])
    p.gap()


def above(p, plan, arts):
    """Furniture above the first article: anything in any order, nothing at all, or the headlines of the page itself."""
    r = p.rng
    for piece in r.sample(["masthead", "menu", "listing", "contents", "lines", "menu", "widget", "comments"], r.choice([0, 0, 1, 1, 2, 3])):
        if piece == "masthead":
            p.masthead()
        elif piece == "menu":
            p.menu(3, 20)
        elif piece == "listing":
            p.listing(3, 20)
        elif piece == "contents":
            p.chrome(r.choice(["In this issue", "Contents", "Headlines", p.word("latest"), "Today"]))
            for i, a in enumerate(arts, 1):
                p.chrome(r.choice([p.bullet, f"{i}. "]) + a["title"])
        elif piece == "widget":
            p.widget("weather")
        elif piece == "comments":
            p.chrome(p.fill(r.choice(words.PITCH)))
        else:
            for kind in r.sample(["sub", "share", "latest", "ads", "app", "cookies", "video", "more"], r.randint(1, 4)):
                p.chrome(p.word(kind))
        p.gap()


def free_page(p, arts):
    """Anything, in any order."""
    plan, r = Plan(p), p.rng
    above(p, plan, arts)
    partings = r.sample(BETWEEN, r.randint(1, 3))
    lead = r.random() < 0.15  # the first article is the page's own, the others are cards
    for n, a in enumerate(arts, 1):
        own = Plan(p) if lead and n == 1 else plan
        if n > 1 and (kind := r.choice(partings)):
            between(p, plan, kind)
        put_pieces(own, own.before, a, n)
        put_text(own, a, n)
        put_pieces(own, own.behind, a, n)
    if r.random() < 0.6:
        p.footer()


for share in range(12):
    for low, high in ((1, 2), (2, 4), (3, 7), (2, 9)):
        length = ["lead", "short", "mixed", "lead", "mixed", "full"][share % 6]
        style(low, min(high, 5) if length == "full" else high, length, f"free_{length}_{low}_{high}_{share}")(free_page)
