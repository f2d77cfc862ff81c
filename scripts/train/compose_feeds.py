"""Styles of channels, print views, archives and pages whose side columns leaked into the text."""
import textwrap

import compose_words as words
from compose_styles import card_head, entry_time, glued_source, style


@style(2, 7, "lead")
def channel(p, arts):
    """Posts of a messenger channel: name, a first line as head, text, link, views and time below."""
    r = p.rng
    mark = r.choice(["", "", "❗️", "🔴 ", "⚡️", "▶️ ", "📌 "])
    untitled = r.random() < 0.3
    t = r.randint(300, 900)
    p.chrome(p.site)
    p.chrome(f"{r.randint(1, 900)}.{r.randint(1, 9)}K {r.choice(['subscribers', 'followers', 'members'])}")
    p.gap()
    for n, a in enumerate(arts, 1):
        if p.chance("channel name"):
            p.chrome(p.site, n)
        if p.chance("forwarded", 0.5):
            p.line(f"Forwarded from {a['source']}", n, "source")
        if not untitled:
            p.title(a, n, prefix=mark, suffix=False)
            p.gap()
        p.body(a, n)
        for row in r.sample([f"@{p.host.split('.')[0]}", f"https://t.example/{r.randint(100, 9999)}", f"#{r.choice(words.TOPICS).replace(' ', '')}", p.word("sub")], p.chances.setdefault("links", r.randint(0, 2))):
            p.chrome(row, n)
        t += r.randint(3, 90)
        views = f"{r.randint(1, 99)}.{r.randint(0, 9)}K"
        if p.chances.setdefault("views apart", r.random() < 0.5):
            p.chrome(views + p.chances.setdefault("views word", r.choice(["", " views"])), n)
            p.line(entry_time(p, t), n, "date")
        else:
            p.line(f"{views} views {entry_time(p, t)}", n, "date")
        p.gap()


def card_order(r):
    """Titles, source, age and a repeat of the source in an order of the page's own; the text comes last."""
    order = ["title"] * r.choice([1, 2, 2, 2, 3])
    for piece in r.choice([["source", "date"], ["source", "date"], ["date", "source"], ["glued"], ["source"], ["date"]]):
        order.insert(r.choice([0, len(order), len(order)]), piece)
    if r.random() < 0.5:
        order.append("bullet")
    if r.random() < 0.5:
        order.append("title")
    return order


@style(2, 7, "mixed")
def cards(p, arts):
    """Cards one below the other, each piece of a card on its own line, each text joined into one line."""
    order, joined = card_order(p.rng), p.rng.random() < 0.8
    if p.rng.random() < 0.6:
        p.title(arts[0], 1, suffix=False)
        p.gap()
        p.title(arts[0], 1, suffix=False)
        p.gap()
        glued_source(p, arts[0], 1)
        p.body(arts[0], 1)
        for _ in range(p.rng.randint(1, 6)):
            p.chrome(p.rng.choice([p.word("comments"), p.word("related"), p.fill(p.rng.choice(words.PITCH)), p.word("app"), "Background image", "Orange background", p.word("ads"), f"Ask {p.site} anything"]))
            p.gap()
        first = 2
    else:
        p.masthead()
        first = 1
    p.draw_blanks()
    for n, a in enumerate(arts[first - 1:], first):
        card_head(p, a, n, order)
        p.body(a, n, joined=joined)
        p.gap()
    p.footer()


@style(1, 4)
def print_view(p, arts):
    """The print version: what printed it, from where, when; close this window."""
    r = p.rng
    for n, a in enumerate(arts, 1):
        for row in r.sample(["Print this page", "Close window", f"Printed from https://{p.host}/{r.randint(100, 99999)}", f"Printed on {p.date()}", f"{p.site} : printer friendly version", "Back to article", "Send to printer"], r.randint(1, 4)):
            p.chrome(row, n)
        p.gap()
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        p.body(a, n)
        for row in r.sample([f"URL: https://{p.host}/article/{r.randint(1000, 99999)}", f"© {p.year} {p.site}", "Article printed from the site", f"Find this article at: {p.host}", "End of article"], r.randint(1, 3)):
            p.chrome(row, n)
        p.blank(r.randint(0, 2))


@style(2, 5, "short")
def newspaper_page(p, arts):
    """A printed page's text layer: narrow lines, words split at line ends, jumps to other pages."""
    r = p.rng
    width = r.randint(30, 48)
    p.chrome(f"{p.site.upper()}  {p.date()}  {r.choice('ABC')}{r.randint(1, 20)}")
    p.gap()
    for n, a in enumerate(arts, 1):
        for row in textwrap.wrap(a["title"], r.choice([width, 200])):
            p.line(row, n, "title")
        if p.chance("byline line", 1.5):
            p.line(p.byline(a), n, "byline")
        for para in p.dateline(a["paras"]):
            for row in textwrap.wrap(para, width, break_long_words=False):
                p.line(row, n, "text")
            p.gap()
        if p.chance("jump"):
            p.chrome(r.choice(["See {} on page A{}", "Continued on A{1}", "{}, A{}", "From page {1}"]).format(a["title"].split()[0].upper(), r.randint(2, 20)), n)
        p.blank(r.randint(0, 1))


@style(4, 9, "lead")
def log_entries(p, arts):
    """A log: each entry opens with its day or time and goes on in the same paragraph; no heads."""
    r = p.rng
    p.chrome(r.choice(["Police log", "Events of the week", "Chronicle", "Situation report", "Daily log", "Key events"]))
    p.gap()
    form = r.choice(["{d}: ", "{d} – ", "{t} – ", "{d}, {t}. ", "{t}: ", "{d} "])
    t = r.randint(0, 300)
    for n, a in enumerate(arts, 1):
        t += r.randint(5, 120)
        p.line(form.format(d=p.date(), t=entry_time(p, t)) + " ".join(a["paras"]), n, "text")
        p.gap()
    p.footer()


@style(3, 8, "lead")
def timeline(p, arts):
    """A chronology: a date alone on its line, then what happened, with a head or without."""
    p.masthead()
    heads = p.rng.random() < 0.6
    for n, a in enumerate(arts, 1):
        p.line(p.date(), n, "date")
        p.gap()
        if heads:
            p.title(a, n, suffix=False)
            p.gap()
        p.body(a, n)
    p.footer()


@style(2, 6)
def appeared_first(p, arts):
    """Posts from feeds, each closing with where it appeared first."""
    form = p.rng.choice(["The post {t} appeared first on {s}.", "This article first appeared on {s}.", "{t} was originally published on {s}", "Source: {s}", "Read the original at {s}", "from {s} https://i.example/x{n}", "via {s}"])
    for n, a in enumerate(arts, 1):
        p.title(a, n, suffix=False)
        p.gap()
        if p.chance("top source"):
            glued_source(p, a, n)
        p.body(a, n, joined=p.chance("joined", 0.6))
        p.chrome(form.format(t=a["title"], s=a["source"], n=p.rng.randint(10, 99)), n)
        p.gap()
    if p.chance("footer"):
        p.footer()


@style(1, 3)
def archived_copy(p, arts):
    """A copy from an archive or a cache: its own lines above and below the page's."""
    r = p.rng
    for row in r.sample([f"This is a cached copy of https://{p.host}/news", "About this capture", f"Collected {p.date()}", f"{r.randint(2, 99)} captures", "success fail", "Text-only version", "The page may have changed since."], r.randint(1, 4)):
        p.chrome(row)
    p.masthead()
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        p.body(a, n)
        p.tail(a, n)
    p.footer()


@style(3, 8, "lead")
def numbers_above(p, arts):
    """A ranking: the number alone on a line, then the item, a count or an age below it."""
    r = p.rng
    p.masthead()
    p.chrome(r.choice(["Top stories of the week", p.word("latest"), f"The {len(arts)} stories you should read today"]))
    down = r.random() < 0.3
    for n, a in enumerate(arts, 1):
        p.chrome(p.chances.setdefault("rank form", r.choice(["{}", "{}.", "#{}", "No. {}", "{:02}"])).format(len(arts) + 1 - n if down else n), n)
        p.gap()
        p.title(a, n, suffix=False)
        p.gap()
        p.body(a, n)
        if p.chance("count below"):
            p.chrome(r.choice([f"{r.randint(1, 900)} points", f"{r.randint(2, 99)} comments", f"{r.randint(1, 90)}K reads"]), n)
        p.gap()
    p.footer()


@style(1, 3, "full")
def interleaved(p, arts):
    """A side column that leaked: headlines, ages and share words stand between the paragraphs."""
    p.masthead()
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        paras, shape = p.dateline(a["paras"]), p.rng.choice(["plain", "ages", "bullet", "source last", "untitled", "twice"])
        for i, para in enumerate(paras):
            p.paragraph(para, n)
            p.gap()
            if i < len(paras) - 1 and p.rng.random() < 0.4:
                for k in range(p.rng.randint(1, 4)):
                    p.listing_item(shape, k, n)
                p.gap()
        p.tail(a, n)
    p.footer()


@style(2, 5)
def alt_texts(p, arts):
    """Pictures' alternative texts stand as lines: before the title, below it, in the text."""
    p.masthead()
    place = p.rng.sample(["before", "below", "inside"], p.rng.randint(1, 3))
    for n, a in enumerate(arts, 1):
        alt = p.caption(a)
        if "before" in place:
            p.line(alt, n, "caption")
            p.gap()
        p.title(a, n, suffix=False)
        p.gap()
        p.meta(a, n)
        if "below" in place:
            for _ in range(p.chances.setdefault("alts", p.rng.randint(1, 3))):
                p.line(alt, n, "caption")
            p.gap()
        half = len(a["paras"]) // 2
        p.body(dict(a, paras=a["paras"][:half]), n, part=True)
        if "inside" in place and half:
            p.line(p.caption(a), n, "caption")
            p.gap()
        p.body(dict(a, paras=a["paras"][half:]), n)
        p.tail(a, n)
    p.footer()
