"""Page styles with several articles: one function a style. Each knows a structure seen on real pages; what fills
it comes from compose_page.py, so that a style is no template.

A style's decorator says how many articles it takes (low, high) and how much of each: "full", "short" (some
paragraphs), "lead" (one or two) or "mixed".
"""
import re

import compose_words as words

STYLES = {}


def style(low=1, high=5, length="mixed", name=None):
    def register(make):
        STYLES[name or make.__name__] = (make, low, high, length)
        return make
    return register


# --- aggregators, infinite scroll ------------------------------------------------------------------------------
@style(1, 5)
def scroll(p, arts):
    """Infinite scroll: title, caption and a counter, each once or twice, then the text."""
    for n, a in enumerate(arts, 1):
        cap, times = p.caption(a), 2 if p.chance("head twice", 0.9) else 1
        for rep in range(times):
            p.title(a, n, suffix=False)
            p.gap()
            for _ in range(2 if p.chance("caption twice") else 1):
                p.line(cap, n, "caption")
            if rep == 0 and p.chance("counter"):
                p.chrome(p.rng.choice(["TT", "Share", "A A", "Text size", p.word("share")]), n)
                p.chrome(str(p.rng.randint(0, 90)), n)
            p.gap()
        p.body(a, n)
        p.blank(p.rng.randint(0, 3))


@style(2, 6, "mixed")
def aggregator(p, arts):
    """One main story, the site's furniture, then related stories as one-paragraph articles."""
    if p.chance("logo"):
        p.chrome(p.rng.choice(["logo", "Logo", p.site]), 1)
    a = arts[0]
    for _ in range(p.chances.setdefault("main titles", p.rng.choice([1, 2, 2, 3]))):
        p.title(a, 1)
        p.gap()
    glued_source(p, a, 1)
    p.body(a, 1)
    for piece in p.rng.sample(["Background image", "Ask anything about this story", p.word("comments"), p.word("sub"), p.fill(p.rng.choice(words.PITCH)), p.word("ads"), p.word("share")], p.rng.randint(2, 6)):
        p.chrome(piece)
        p.gap()
    if p.rng.random() < 0.5:
        p.draw_blanks()
    p.chrome(p.word("related"))
    p.gap()
    order = p.rng.choice([["title", "title", "source", "date", "bullet", "title"], ["title", "source", "date", "title"], ["source", "date", "title"], ["title", "title", "glued"], ["glued", "title"], ["image", "title", "date", "source"]])
    for n, b in enumerate(arts[1:], 2):
        card_head(p, b, n, order)
        p.body(b, n, joined=p.chance("joined", 1.3) or len(b["paras"]) < 2)
        p.gap()
    p.footer()


def glued_source(p, a, n):
    """The source and its age, glued as aggregators leave them, or apart."""
    form = p.chances.setdefault("glue", p.rng.choice(["{s}{a}", "{s}{a}", "{s} · {a}", "{s} • {a}", "{s} | {a}", "{s}, {a}", "{s} {a}", "{s} - {a}", "{a} | {s}", "{s}{d}", "{s} — {d}"]))
    p.line(form.format(s=a["source"], a=p.ago(), d=p.date()), n, "source+date")
    p.gap()


def card_head(p, a, n, order):
    for piece in order:
        if piece == "title":
            p.title(a, n, suffix=False)
        elif piece == "source":
            p.line(a["source"], n, "source")
        elif piece == "date":
            p.line(p.chances.setdefault("time word", p.rng.choice(["", "time", "", "clock ", "Posted "])) + p.ago(), n, "date")
        elif piece == "bullet":
            p.chrome("  • " + a["source"], n)
        elif piece == "glued":
            glued_source(p, a, n)
        else:
            p.chrome(p.rng.choice(["Image", "thumbnail", "Preview", "img"]), n)
        p.gap()


@style(1, 4)
def sponsored_head(p, arts):
    """A section head with place, date and sponsor lines, then titles with an image's leavings glued before them."""
    p.chrome(p.site.upper(), 1)
    p.line(f"{p.date()}{p.rng.choice(['  |  ', ' | ', ''])}", 1, "date")
    for row in [str(p.rng.randint(0, 20)), f" | {p.rng.choice(words.TOWNS)}"] + ["Sponsor: " + p.rng.choice(words.BRANDS).upper() + p.rng.choice(["", ": " + p.fill(p.rng.choice(words.PITCH))]) for _ in range(p.rng.randint(1, 5))]:
        p.chrome(row, 1)
    p.chrome(p.rng.choice(["back", "topic", "menu", p.rng.choice(words.SECTIONS)]), 1)
    p.blank(p.rng.randint(0, 2))
    prefix = p.rng.choice(["NextImg:", "Image:", "NextImg: ", "Photo:", "", "LeadImg:"])
    for n, a in enumerate(arts, 1):
        p.title(a, n, prefix=prefix if p.rng.random() < 0.8 else "", suffix=False)
        p.gap()
        p.body(a, n)
        p.tail(a, n)
        p.blank(p.rng.randint(0, 2))


@style(3, 8, "lead")
def app_cards(p, arts):
    """Cards of a news app: source, age and reading time, title, a summary, buttons."""
    p.masthead()
    last = p.rng.random() < 0.5
    for n, a in enumerate(arts, 1):
        meta = p.rng.choice(["{s} • {a} • {m} min read", "{s} · {a}", "{a} · {s}", "{s} | {a} | {m} min"]).format(s=a["source"], a=p.ago(), m=p.rng.randint(1, 9))
        if not last:
            p.line(meta, n, "source+date")
            p.gap()
        p.title(a, n, suffix=False)
        p.gap()
        p.body(a, n, joined=p.chance("joined"))
        if last:
            p.line(meta, n, "source+date")
        if p.chance("buttons"):
            for row in p.rng.sample(["Like", "Dislike", "Save", "Share", "Read full story", "Comment", str(p.rng.randint(0, 300))], p.rng.randint(1, 5)):
                p.chrome(row, n)
        p.gap()
    p.footer()


@style(2, 5)
def next_story(p, arts):
    """A paper's endless page: after each article a word that the next one comes, furniture and all."""
    p.masthead()
    mark = p.rng.choice(["Next story", "Up next", "Next Article", "NEXT", "Read next", p.word("related"), "Scroll for more", "Continue to next story", "MORE FROM " + p.site.upper()])
    for n, a in enumerate(arts, 1):
        if n > 1:
            p.chrome(mark)
            p.gap()
        if p.chance("crumbs"):
            p.chrome(p.rng.choice([" > ", " / ", " » "]).join(["Home", p.rng.choice(words.SECTIONS), a["title"]][:p.rng.choice([2, 3])]), n)
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        p.body(a, n)
        p.tail(a, n)
        if p.chance("thread", 0.5):
            p.comments(n)
    p.footer()


# --- papers and their archives ---------------------------------------------------------------------------------
@style(1, 5)
def paper(p, arts):
    """A plain paper: menu, articles with heads and tails, lists, a footer."""
    p.masthead()
    if p.chance("list first", 0.5):
        p.listing()
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        p.body(a, n)
        p.tail(a, n)
    if p.chance("list last"):
        p.listing(5, 25)
    p.footer()


@style(3, 9, "lead")
def listing_after(p, arts):
    """An archive whose date, comment count or 'read more' follows the item."""
    p.masthead()
    p.chrome(p.rng.choice([p.rng.choice(words.SECTIONS), "Archive", f"Category: {p.rng.choice(words.SECTIONS)}", p.word("latest"), "Browsing Tag"]))
    p.gap()
    for n, a in enumerate(arts, 1):
        p.title(a, n, suffix=False)
        p.gap()
        p.body(a, n, joined=p.chance("joined"))
        if p.chance("date after", 1.3):
            p.line(p.date() if p.chance("dates", 1.2) else p.ago(), n, "date")
        if p.chance("count after"):
            p.chrome(p.rng.choice([f"{p.rng.randint(0, 90)} comments", "Comments Off", "No Comments", f"Leave a comment ({p.rng.randint(0, 9)})", f"{p.rng.randint(0, 9)} Responses"]), n)
        if p.chance("more after", 1.3):
            p.chrome(p.word("more"), n)
        p.blank(p.rng.choice([0, 1, 1, 2]) if p.blanks else 0)
    pager(p)
    p.footer()


def pager(p):
    if p.chance("pager"):
        p.chrome(p.rng.choice(["1 2 3 4 5 … 27 Next", "« Older posts", "Page 1 of 12", "Previous", "Next »", "««« :: 1 | 2 | 3 | 4 | 5 :: »»»", "Load more", "1", p.word("more")]))


@style(3, 9, "lead")
def listing_before(p, arts):
    """An archive whose section and date stand above the item."""
    p.masthead()
    for n, a in enumerate(arts, 1):
        for piece in p.chances.setdefault("before", p.rng.sample(["section", "date", "image"], p.rng.randint(1, 3))):
            if piece == "section":
                p.chrome(p.rng.choice(words.SECTIONS).upper(), n)
            elif piece == "date":
                p.line(p.date(), n, "date")
            else:
                p.line(p.caption(a), n, "caption")
            p.gap()
        p.title(a, n, suffix=False)
        p.gap()
        if p.chance("byline line"):
            p.line(p.byline(a), n, "byline")
        p.body(a, n, joined=p.chance("joined"))
        if p.chance("more after"):
            p.chrome(p.word("more"), n)
        p.gap()
    pager(p)
    p.footer()


@style(3, 8, "lead")
def listing_dash(p, arts):
    """A dash or bullet alone on its line, the item below it."""
    p.masthead()
    mark = p.rng.choice(["-", "–", "•", "*", "·", "+", "▪"])
    for n, a in enumerate(arts, 1):
        p.chrome(mark, n)
        p.gap()
        p.title(a, n, suffix=False)
        if p.chance("date below"):
            p.line(p.date(), n, "date")
        p.body(a, n, joined=p.chance("joined"))
        if p.chance("more after"):
            p.chrome(p.word("more"), n)
    pager(p)
    p.footer()


@style(3, 8, "lead")
def records_pipes(p, arts):
    """Records of three lines: title, metadata split by pipes, text."""
    p.masthead()
    shape = p.rng.choice([["title", "meta", "text"], ["meta", "title", "text"], ["title", "text", "meta"]])
    bar = p.rng.choice([" | ", " | ", " • ", " / ", " – ", "  |  ", " » "])
    for n, a in enumerate(arts, 1):
        fields = [a["source"], p.date()] + p.rng.sample([p.rng.choice(words.SECTIONS), f"{p.rng.randint(0, 40)} comments", a["author"], f"{p.rng.randint(1, 9)} min"], p.chances.setdefault("fields", p.rng.randint(0, 3)))
        if p.chances.setdefault("date first", p.rng.random() < 0.4):
            fields[0], fields[1] = fields[1], fields[0]
        for piece in shape:
            if piece == "title":
                p.title(a, n, suffix=False)
            elif piece == "meta":
                p.line(bar.join(fields), n, "source+date")
            else:
                p.body(a, n, joined=p.chance("joined", 1.5))
            p.gap()
    p.footer()


@style(2, 7, "lead")
def blog_tag(p, arts):
    """A blog's tag page: title (often twice), posted on, by, in, text, comments off."""
    p.menu()
    p.chrome(p.rng.choice(["Tag: ", "Posts tagged ", "Category: ", "Archive for "]) + p.rng.choice(words.TOPICS).title())
    p.gap()
    for n, a in enumerate(arts, 1):
        lead = p.bullet if p.chances.setdefault("bulleted titles", p.rng.random() < 0.3) else ""
        p.title(a, n, prefix=lead, suffix=False)
        p.gap()
        if p.chances.setdefault("title again", p.rng.random() < 0.4):
            p.title(a, n, suffix=False)
            p.gap()
        p.line(p.rng.choice(["Posted on {d} by {a}", "{d} by {a}", "By {a} on {d}", "{a} | {d} | {c} Comments"]).format(d=p.date(), a=a["author"], c=p.rng.randint(0, 40)), n, "byline")
        p.gap()
        p.body(a, n)
        if p.chance("posted in"):
            p.chrome(f"Posted in {p.rng.choice(words.SECTIONS)} | {p.rng.choice(['Comments Off', 'Leave a Comment', '3 Comments »', 'Permalink'])}", n)
        p.gap()
    pager(p)
    for kind in ("latest", "comments", "tags"):
        if p.chance("side " + kind):
            p.listing(3, 8)
    p.chrome(p.rng.choice(["Blog at example host.", "Powered by a blog engine", "Theme by " + p.name(), p.word("foot")]))


@style(1, 3)
def list_first(p, arts):
    """Headline lists, long ones, before the article."""
    p.masthead()
    for _ in range(p.rng.randint(1, 3)):
        p.listing(5, 25)
        p.gap()
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        p.body(a, n)
        p.tail(a, n)
    p.footer()


@style(1, 3)
def trailing_ages(p, arts):
    """After the article headlines with no label, each with its age, source or section."""
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        p.body(a, n)
        shape = p.rng.choice(["ages", "source last", "plain", "bullet", "tail", "glued", "comments"])
        for i in range(p.rng.randint(3, 22)):
            p.listing_item(shape, i, 0 if n == len(arts) else n)
            p.gap()
    if p.chance("footer"):
        p.footer()


@style(1, 4)
def pages_of_pages(p, arts):
    """Articles cut over pages: page counters and 'next' words inside the text."""
    p.masthead()
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        cut = max(1, len(a["paras"]) // p.rng.randint(2, 3))
        for k in range(0, len(a["paras"]), cut):
            p.body(dict(a, paras=a["paras"][k:k + cut]), n, part=k + cut < len(a["paras"]))
            if k + cut < len(a["paras"]):
                p.chrome(p.rng.choice(["Page {} of 3", "Next page", "{}", "Continued on page {}", "(Page {})", "<< Previous 1 2 3 Next >>"]).format(k // cut + 1), n)
                p.gap()
        p.tail(a, n)
    p.footer()


@style(1, 4)
def foreign_chrome(p, arts):
    """Furniture in another language than the articles."""
    p.menu(6, 20)
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        p.share(n)
        p.body(a, n)
        for kind in p.rng.sample(["tags", "share", "related", "comments", "sub", "ads", "more", "latest"], 4):
            p.chrome(p.word(kind), n)
    for kind in p.rng.sample(["latest", "cookies", "foot", "app", "sub", "wall"], 4):
        for _ in range(p.rng.randint(1, 4)):
            p.chrome(p.word(kind))


# --- live blogs and tickers ------------------------------------------------------------------------------------
def entry_time(p, minutes):
    """Times of entries fall down the page, as newest come first."""
    h, m = divmod(max(0, minutes), 60)
    form = p.chances.setdefault("clock form", p.rng.choice(["{h:02}:{m:02}", "{h:02}:{m:02}", "{h:02}.{m:02}", "{h}:{m:02} GMT", "{I}:{m:02} {half}", "{h:02}:{m:02} Uhr", "{h:02}h{m:02}", "{I}.{m:02}{half}", "{h:02}{m:02} GMT", "{h:02}:{m:02} CET"]))
    return form.format(h=h % 24, m=m, I=h % 12 or 12, half="am" if h < 12 else "pm")


def live_head(p, arts):
    """A live page's own head: its title, who writes, a summary of bullet points."""
    p.masthead()
    p.chrome(p.rng.choice([f"{p.headline()} – live updates", f"Live: {p.headline()}", f"As it happened: {p.headline()}", "LIVE", "Liveblog", "Newsticker", "Der Tag", "Live updates"]))
    p.gap()
    if p.chance("live intro"):
        p.chrome(p.rng.choice(["Follow the latest updates below.", f"With {p.name()} and {p.name()}", "Key events", "Summary", "What we know so far", "New posts are shown automatically.", "Refresh"]))
        for _ in range(p.rng.randint(0, 5)):
            p.chrome(p.bullet + p.headline())
        p.gap()


@style(3, 8, "lead")
def live_own_line(p, arts):
    """A live blog: the time alone on a line, the entry's head, its text."""
    live_head(p, arts)
    t = p.rng.randint(600, 1430)
    for n, a in enumerate(arts, 1):
        p.line(entry_time(p, t), n, "date")
        p.gap()
        if p.chance("entry author", 0.5):
            p.line(a["author"], n, "byline")
        p.title(a, n, suffix=False)
        p.gap()
        p.body(a, n)
        if p.chance("entry share"):
            p.share(n)
        t -= p.rng.randint(2, 90)
    p.footer()


@style(3, 8, "lead")
def live_glued(p, arts):
    """A live blog: the time glued to the entry's head."""
    live_head(p, arts)
    form = p.rng.choice(["{t} {x}", "{t}: {x}", "+++ {t}: {x} +++", "{t} | {x}", "{t} - {x}", "{t}{x}", "[{t}] {x}", "{t} – {x}", "+++ {t} {x} +++", "({t}) {x}", "{x} ({t})"])
    t = p.rng.randint(600, 1430)
    for n, a in enumerate(arts, 1):
        p.line(form.format(t=entry_time(p, t), x=a["title"]), n, "title")
        p.gap()
        p.body(a, n)
        t -= p.rng.randint(2, 90)
    p.footer()


@style(3, 8, "lead")
def live_twice(p, arts):
    """A live blog whose entries show the time twice: as a clock and as an age or a full date."""
    live_head(p, arts)
    t = p.rng.randint(600, 1430)
    for n, a in enumerate(arts, 1):
        p.line(p.ago() if p.chances.setdefault("age first", p.rng.random() < 0.5) else p.date(), n, "date")
        p.line(entry_time(p, t), n, "date")
        p.gap()
        p.title(a, n, suffix=False)
        p.gap()
        p.body(a, n)
        if p.chance("updated at"):
            p.line(f"{p.word('upd')} {entry_time(p, t + 2)}", n, "date")
        t -= p.rng.randint(2, 90)
    p.footer()


@style(3, 9, "lead")
def ticker(p, arts):
    """A ticker box: time and head on one line, then 'Town - text' in one paragraph."""
    p.masthead()
    p.chrome(p.rng.choice([p.word("latest"), "Ticker", "Newswire", "Live feed"]))
    p.blank()
    t = p.rng.randint(600, 1430)
    for n, a in enumerate(arts, 1):
        p.line(f"{entry_time(p, t)} {a['title']}", n, "title")
        p.gap()
        body = " ".join(a["paras"])
        p.line(p.rng.choice([f"{p.rng.choice(words.PLACES)} - ", ""]) + body, n, "text")
        p.gap()
        t -= p.rng.randint(1, 40)
    p.footer()


@style(3, 8, "lead")
def updates_untitled(p, arts):
    """A feed of updates that have a time or a name, but no head."""
    live_head(p, arts)
    t = p.rng.randint(600, 1430)
    for n, a in enumerate(arts, 1):
        p.line(entry_time(p, t) if p.chances.setdefault("clocks", p.rng.random() < 0.7) else p.ago(), n, "date")
        if p.chance("entry author"):
            p.line(a["author"], n, "byline")
        p.gap()
        p.body(a, n)
        t -= p.rng.randint(2, 60)
    p.footer()


# --- digests, letters, briefs ----------------------------------------------------------------------------------
@style(3, 8, "lead")
def digest_titled(p, arts):
    """A digest: section word, 'source: title' once or twice, first paragraphs."""
    p.chrome(p.rng.choice(["THE DAILY DIGEST", "Morning briefing", "Today's news", "World roundup", p.site.upper(), "News in brief"]))
    p.line(p.date(), 0, "chrome")
    p.gap()
    form = p.rng.choice(["{s}: {t}", "{t} ({s})", "{t} - {s}", "{s} - {t}", "{t}", "{s} | {t}"])
    for n, a in enumerate(arts, 1):
        if p.chance("hash", 0.7):
            p.chrome(p.rng.choice(["#", "", "— "]) + p.rng.choice(words.SECTIONS).lower(), n)
            p.gap()
        for _ in range(p.chances.setdefault("titles", p.rng.choice([1, 1, 2]))):
            p.line(form.format(s=a["source"], t=a["title"]), n, "title")
        p.gap()
        p.body(a, n)
        if p.chance("read at source"):
            p.chrome(p.rng.choice([f"Read more at {a['source']}", p.word("more"), f"Source: {a['source']}", f"https://{a['host']}/news/{p.rng.randint(1000, 99999)}"]), n)
    p.footer()


@style(3, 9, "lead")
def digest_bare(p, arts):
    """A digest with no heads: bulleted items or paragraphs that close with source and date in brackets."""
    p.chrome(p.rng.choice(["News in brief", "The week in review", "Briefs", "Around the region", p.word("latest"), f"News brief, {p.date()}"]))
    p.gap()
    mark = p.rng.choice(["- ", "+ ", "", "", "* ", "• ", "1"])
    form = p.rng.choice([" ({s}, {d})", " ({s})", " [{s} {d}]", " – {s}, {d}"] + ([""] if mark else []))
    for n, a in enumerate(arts, 1):
        close = form.format(s=a["source"], d=p.date())
        lead = f"{n}. " if mark == "1" else mark
        p.line(lead + " ".join(a["paras"][:2]) + close, n, "text")
        p.gap()
    p.footer()


@style(3, 8, "lead")
def clippings(p, arts):
    """A clipping service: a table of contents, then each item with number, source, date and a way back."""
    p.chrome(p.rng.choice(["Press review", "News clippings", "Media monitor", "CONTENTS", "In this issue"]))
    p.line(p.date(), 0, "chrome")
    p.gap()
    for n, a in enumerate(arts, 1):
        p.chrome(f"{n}. {a['title']}")
    p.blank(p.rng.randint(0, 2))
    for n, a in enumerate(arts, 1):
        p.line(f"{n}. {a['title']}" if p.chance("numbers", 1.5) else a["title"], n, "title")
        for piece in p.chances.setdefault("clip head", p.rng.sample(["source", "date", "byline", "url"], p.rng.randint(1, 3))):
            if piece == "url":
                p.chrome(f"https://www.{a['host']}/{p.year}/{p.rng.randint(1, 12):02}/story-{p.rng.randint(100, 9999)}", n)
            else:
                p.line({"source": a["source"], "date": p.date(), "byline": p.byline(a)}[piece], n, piece)
        p.gap()
        p.body(a, n)
        if p.chance("back"):
            p.chrome(p.rng.choice(["Back to top", "Return to contents", "[top]", "^ Contents"]), n)
        if p.chance("rules"):
            p.rule(n)
        p.gap()


@style(2, 7, "short")
def newsletter(p, arts):
    """A newsletter: view in browser, greeting, items with heads, sponsor, unsubscribe."""
    p.wrap = p.rng.choice([0, 0, 68, 72, 76])
    p.chrome(p.rng.choice(["View in browser", "View this email in your browser", "Having trouble reading this? Open it online."]))
    p.chrome(p.site)
    p.chrome(p.date())
    p.gap()
    p.chrome(p.rng.choice(["Good morning!", "Hello readers,", "Good evening. Here is what you need to know.", f"By {p.name()}", "Welcome back."]))
    p.gap()
    for n, a in enumerate(arts, 1):
        p.title(a, n, prefix=p.rng.choice(["", "", f"{n}. ", "» "]), suffix=False)
        p.gap()
        p.body(a, n)
        if p.chance("more after"):
            p.chrome(p.word("more"), n)
        if p.chance("sponsor", 0.3):
            p.chrome(p.word("ads"), n)
            p.chrome(p.fill(p.rng.choice(words.PITCH)), n)
        if p.chance("rules"):
            p.rule(n)
        p.gap()
    p.wrap = 0
    for row in p.rng.sample(["Unsubscribe", "Manage your preferences", "You are receiving this email because you signed up.", "Forward to a friend", f"{p.site}, 12 Market Street, {p.rng.choice(words.TOWNS)}", "Was this forwarded to you? Sign up here.", "Update your email preferences or unsubscribe here."], 4):
        p.chrome(row)


@style(3, 7, "short")
def letters(p, arts):
    """Letters and opinions: the text first, who wrote it and from where below it."""
    p.masthead()
    p.chrome(p.rng.choice(["Letters to the editor", "Readers write", "Your views", "Opinion"]))
    p.gap()
    for n, a in enumerate(arts, 1):
        p.title(a, n, suffix=False)
        p.gap()
        p.body(a, n)
        p.line(p.rng.choice(["{a}, {t}", "— {a}", "{a}\t{t}", "— {a}, {t}", "{A}, {t}", "Yours, {a}"]).format(a=a["author"], A=a["author"].upper(), t=p.rng.choice(words.TOWNS)), n, "byline")
        p.gap()
    p.footer()


# --- wires, press releases, government, feeds ------------------------------------------------------------------
@style(1, 5, "short")
def wire(p, arts):
    """Wire copy: slug, priority, headline, dateline, text, end mark, byline of the desk."""
    r = p.rng
    p.wrap = r.choice([0, 0, 0, 64, 69, 78])
    p.chances["dateline"] = 3.4
    for n, a in enumerate(arts, 1):
        word = re.sub(r"[^A-Z]", "", a["title"].upper())[:8] or "NEWS"
        for row in r.sample([f"{r.choice('ABCRS')}{r.randint(100, 9999)}", f"{word}-{r.choice(['LD', '2ND LD', 'UPDATE 1', 'WRAPUP 2', 'URGENT'])}", f"BC-{word.title()}, {r.randint(1, 4)}th Ld", f"{r.randint(100, 999)} words",
                             f"^{word}^", "Eds: Updates with details.", f"{r.randint(0, 23):02}{r.randint(0, 59):02} GMT", "(ATTN: ADDS comments)"], p.chances.setdefault("slugs", r.randint(0, 3))):
            p.chrome(row, n)
        p.title(a, n, suffix=False)
        p.gap()
        if p.chance("byline line"):
            p.line(p.byline(a), n, "byline")
            p.line(f"{r.choice(words.AGENCIES)}", n, "source")
        p.body(a, n)
        end = p.chances.setdefault("end mark", r.choice(["###", "-30-", "(END)", "***", "ends", "/ap", f"{word[:3].lower()}/rt", "-0-", "(More)", ""]))
        if end:
            p.chrome(end, n)
        if p.chance("code"):
            p.chrome(f"({r.choice(words.AGENCIES)}) {p.date()}", n)
        p.blank(r.randint(0, 2))


@style(1, 3, "short")
def press_release(p, arts):
    """A press release: embargo line, contacts, text, 'about', end mark."""
    r = p.rng
    if p.chance("portal"):
        p.masthead()
    for n, a in enumerate(arts, 1):
        p.chrome(r.choice(["FOR IMMEDIATE RELEASE", "Press release", "NEWS RELEASE", "Media statement", "For release: immediately", "PRESSEMITTEILUNG"]), n)
        if p.chance("date line"):
            p.line(p.date(), n, "date")
        p.gap()
        p.title(a, n)
        p.gap()
        if p.chance("provided by"):
            p.line(r.choice(["Provided by ", "News provided by ", "Source: "]) + a["source"], n, "source")
            p.gap()
        p.body(a, n)
        if p.chance("about"):
            p.chrome(f"About {a['source']}", n)
            p.chrome(f"{a['source']} is a leading provider of {r.choice(words.TOPICS)} services with offices in {r.choice(words.PLACES)} and {r.choice(words.PLACES)}. For more information, visit www.{a['host']}.", n)
            p.gap()
        for row in ["Media contact:", p.name(), f"press@{a['host']}", f"+{r.randint(1, 99)} {r.randint(100, 999)} {r.randint(1000, 9999)}"] if p.chance("contact") else []:
            p.chrome(row, n)
        p.chrome(r.choice(["###", "# # #", "-ENDS-", "Ends", "SOURCE " + a["source"], "END"]), n)
        p.gap()
    p.footer()


@style(2, 7, "lead")
def government(p, arts):
    """A ministry's or embassy's archive: 'date - title' heads, plain texts, pagers above and below."""
    r = p.rng
    p.chrome(r.choice(["PRESS RELEASES AND NEWS", "Ministry of Foreign Affairs", "News and statements", "Press service", "Speeches", "Announcements"]))
    pager(p)
    p.menu(2, 8)
    form = r.choice(["{d} - {t}", "{t}", "{d} {t}", "PRESS RELEASE : {t}", "{d} | {t}", "{t} ({d})", "No. {n}/{y}: {t}"])
    for n, a in enumerate(arts, 1):
        p.line(form.format(d=p.date(), t=a["title"], n=r.randint(1, 400), y=p.year), n, "title")
        p.gap()
        if "{d}" not in form:
            p.line(p.date(), n, "date")
        if p.chance("reference"):
            p.chrome(f"Ref: {r.randint(100, 999)}/{p.year}", n)
        p.body(a, n)
        if p.chance("more after"):
            p.chrome(p.word("more"), n)
        p.gap()
    pager(p)
    p.footer()


@style(2, 8, "lead")
def feed(p, arts):
    """A feed read as text: title, link, date, author, category, text, in some order."""
    r = p.rng
    p.chrome(p.site)
    p.chrome(f"https://{p.host}/feed/")
    order = r.choice([["title", "link", "date", "text"], ["title", "date", "author", "text", "category"], ["title", "link", "comments", "date", "author", "category", "guid", "text"], ["date", "title", "text", "link"]])
    for n, a in enumerate(arts, 1):
        p.gap()
        for piece in order:
            if piece == "title":
                p.title(a, n, suffix=False)
            elif piece == "date":
                p.line(p.chances.setdefault("date label", r.choice(["", "Published: ", "Date: "])) + p.date(), n, "date")
            elif piece == "author":
                p.line(p.byline(a), n, "byline")
            elif piece == "text":
                p.body(a, n, joined=p.chance("joined"))
            else:
                p.chrome({"link": f"https://{p.host}/{r.randint(10000, 99999)}/", "comments": f"https://{p.host}/{r.randint(10000, 99999)}/#comments", "category": r.choice(words.SECTIONS), "guid": f"{p.host}?p={r.randint(100, 99999)}"}[piece], n)


@style(2, 6, "lead")
def search_results(p, arts):
    """Results of a search: count, number, title, address, date, text, cached copies."""
    r = p.rng
    p.chrome(r.choice([f"{r.randint(5, 900)} results found", f"Search results for \"{r.choice(words.TOPICS)}\"", f"Results 1 - {len(arts)} of {r.randint(50, 9000)}"]))
    p.chrome(r.choice(["Sort by date", "Sort by relevance", "Filter", "All time"]))
    p.gap()
    for n, a in enumerate(arts, 1):
        p.line((f"{n}. " if p.chances.setdefault("numbered", r.random() < 0.4) else "") + a["title"], n, "title")
        if p.chance("address"):
            p.chrome(f"{r.choice(['https://', 'www.', ''])}{a['host']} › {r.choice(words.SECTIONS).lower()}", n)
        if p.chance("result date"):
            p.line(p.date(), n, "date")
        p.body(a, n, joined=p.chance("joined", 1.4))
        if p.chance("cached"):
            p.chrome(r.choice(["Cached", "Similar pages", "Preview", "Save"]), n)
        p.gap()
    pager(p)


# --- forums, comments, galleries, versions ---------------------------------------------------------------------
@style(1, 4, "short")
def forum(p, arts):
    """A forum into which articles are copied: poster, date, number; replies and signatures around."""
    r = p.rng
    p.chrome(r.choice([p.site + " Forums", "Forum » News", "Board index"]))
    p.menu(2, 8)
    count = 0
    for n, a in enumerate(arts, 1):
        for _ in range(r.randint(0, 2)):
            count += 1
            forum_post(p, count, n if n > 1 else 0)
            p.chrome(p.opinion(), n if n > 1 else 0)
            p.gap()
        count += 1
        forum_post(p, count, n)
        p.title(a, n, suffix=False)
        if p.chance("posted source"):
            p.line(a["source"], n, "source")
        if p.chance("posted byline"):
            p.line(p.byline(a), n, "byline")
        p.gap()
        p.body(a, n)
        if p.chance("posted link"):
            p.chrome(f"http://www.{a['host']}/{r.randint(1000, 99999)}.html", n)
        if p.chance("signature"):
            p.chrome(r.choice(["_" * 17, "-- ", "***"]), n)
            p.chrome(r.choice(["Battle on, friends.", "Proud member since 2009", "\"Question everything.\"", "Sent from my phone"]), n)
        p.chrome(r.choice(["Reply", "Quote", "Reply With Quote", "Report", "Like"]), n)
        p.gap()
    for _ in range(r.randint(0, 4)):
        count += 1
        forum_post(p, count, 0)
        p.chrome(p.opinion())
        p.gap()
    p.footer()


def forum_post(p, count, n):
    """Who posts, when, which post."""
    r = p.rng
    rows = {"name": r.choice([p.name(), p.name().split()[0] + str(r.randint(1, 99))]), "date": f"{p.date()}, {p.clock()}", "count": f"#{count}", "rank": r.choice(["Senior Member", "Moderator", "Well-known member", "Guest"]), "posts": f"Posts: {r.randint(1, 9999)}"}
    for piece in p.chances.setdefault("post head", r.sample(list(rows), r.randint(2, 5))):
        p.chrome(rows[piece], n)


@style(1, 4)
def thread_after_each(p, arts):
    """Each article is followed by its readers' comments in full sentences."""
    p.masthead()
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        p.body(a, n)
        p.comments(n)
        if p.chance("form"):
            for row in ["Name *", "Email *", "Website", p.word("comments"), "Save my name in this browser for the next time I comment."]:
                p.chrome(row, n)
    p.footer()


@style(1, 4, "short")
def gallery(p, arts):
    """Picture galleries: runs of captions with counters and credits, the text between or below."""
    r = p.rng
    p.masthead()
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        total, first = r.randint(2, 9), r.random() < 0.6
        if not first:
            p.body(a, n)
        for i in range(total):
            if p.chance("counter"):
                p.chrome(p.chances.setdefault("counter form", r.choice(["{i}/{t}", "{i} of {t}", "Image {i} of {t}", "{i}", "Photo {i}", "Slide {i} of {t}"])).format(i=i + 1, t=total), n)
            p.line(p.caption(a), n, "caption")
            if p.chance("hide"):
                p.chrome(p.word("video"), n)
            p.gap()
        if first:
            p.body(a, n)
        p.tail(a, n)
    p.footer()


@style(1, 3, "short")
def versions(p, arts):
    """A page that compares versions of articles: marks of version and time, changed wordings side by side."""
    r = p.rng
    p.chrome(r.choice(["News diff", "Article history", "Version comparison", "Change log"]))
    for n, a in enumerate(arts, 1):
        p.title(a, n, suffix=False)
        p.chrome(r.choice(["Comparing versions 1 and 2", f"Version {r.randint(0, 5)}", "(Version 0 v. 1)"]), n)
        p.line(p.date(), n, "date")
        p.chrome(r.choice(["Previous version · Next version", "Added in green, removed in red", "Next version »"]), n)
        p.gap()
        changed = []
        for para in a["paras"]:
            swapped = para.split()
            if len(swapped) > 12 and r.random() < 0.3:
                k = r.randrange(len(swapped) - 3)
                swapped[k:k + 2] = [r.choice(["officials", "the ministry", "on Tuesday", "several", "a spokesman"])]
                changed.append(para + r.choice([" ", "  ", ""]) + " ".join(swapped))
            else:
                changed.append(para)
        p.body(dict(a, paras=changed), n)
    p.footer()


# --- almost nothing between the articles -----------------------------------------------------------------------
@style(2, 6)
def rules_only(p, arts):
    """Articles parted by a rule line and nothing else."""
    for n, a in enumerate(arts, 1):
        p.title(a, n, suffix=False)
        p.gap()
        if p.chance("bare byline", 0.7):
            p.line(p.byline(a), n, "byline")
        if p.chance("bare date", 0.7):
            p.line(p.date(), n, "date")
        p.body(a, n)
        if n < len(arts):
            p.rule(n)
        p.gap()


@style(2, 6)
def blanks_only(p, arts):
    """Articles parted by one or more blank lines, paragraphs by none or fewer."""
    inside = p.rng.randint(0, 1)
    between = inside + p.rng.randint(1, 3)
    for n, a in enumerate(arts, 1):
        p.title(a, n, suffix=False)
        p.blank(inside)
        if p.chance("bare byline", 0.6):
            p.line(p.byline(a), n, "byline")
            p.blank(inside)
        if p.chance("bare date", 0.5):
            p.line(p.date(), n, "date")
            p.blank(inside)
        for para in p.dateline(a["paras"]):
            p.paragraph(para, n)
            p.blank(inside)
        p.blank(between)


@style(2, 5)
def no_parting(p, arts):
    """Articles run into each other: title, perhaps a byline or source, text, next title."""
    gap = p.rng.randint(0, 1)
    for n, a in enumerate(arts, 1):
        p.title(a, n, suffix=False)
        p.blank(gap)
        for piece, text in (("source", a["source"]), ("byline", p.byline(a)), ("date", p.date())):
            if p.chance("bare " + piece, 0.5):
                p.line(text, n, piece)
                p.blank(gap)
        for para in p.dateline(a["paras"]):
            p.paragraph(para, n)
            p.blank(gap)


@style(2, 6)
def source_heads(p, arts):
    """Each article opens with its source and age, glued or apart, before or after the title."""
    p.masthead()
    first = p.rng.random() < 0.5
    for n, a in enumerate(arts, 1):
        if first:
            glued_source(p, a, n)
        for _ in range(p.chances.setdefault("titles", p.rng.choice([1, 1, 2]))):
            p.title(a, n, suffix=False)
            p.gap()
        if not first:
            glued_source(p, a, n)
        p.body(a, n, joined=p.chance("joined", 0.7))
        p.gap()
    if p.chance("footer"):
        p.footer()


@style(1, 4)
def leaked_markup(p, arts):
    """Markdown or HTML that was never rendered."""
    r = p.rng
    html = r.random() < 0.4
    for n, a in enumerate(arts, 1):
        p.line(f"<h2>{a['title']}</h2>" if html else r.choice(["# ", "## ", "### "]) + a["title"], n, "title")
        p.gap()
        if p.chance("bare byline"):
            text = p.byline(a)
            p.line(f"<em>{text}</em>" if html else f"*{text}*", n, "byline")
        if p.chance("picture"):
            p.chrome(f"<img src=\"https://{p.host}/{r.randint(1, 999)}.jpg\">" if html else f"![]({p.host}/{r.randint(1, 999)}.jpg)", n)
        p.gap()
        tagged = [f"<p>{q}</p>" if html and p.chances.setdefault("tags kept", r.random() < 0.5) else q for q in a["paras"]]
        p.body(dict(a, paras=tagged), n)
        if p.chance("leak"):
            p.chrome(p.fill(r.choice(words.LEAKS)), n)
        if not html and p.chance("rules"):
            p.rule(n)
        p.gap()


@style(1, 4)
def broadcaster(p, arts):
    """A broadcaster: watch lines, players, key points, text, transcripts of runs of numbers."""
    p.masthead()
    for n, a in enumerate(arts, 1):
        for _ in range(p.rng.randint(0, 3)):
            p.chrome(p.word("video"), n)
        p.title(a, n, prefix=p.rng.choice(["", "", "", "VIDEO: ", "WATCH: ", "Live: "]))
        p.gap()
        p.meta(a, n)
        for _ in range(p.rng.randint(0, 4)):
            p.chrome(p.word("video"), n)
        p.body(a, n)
        p.tail(a, n)
        if p.chance("widgets", 0.6):
            p.widget(p.rng.choice(["weather", "markets"]))
    p.footer()


@style(2, 8, "lead")
def one_line_each(p, arts):
    """Every article's text joined into one long line below its title, or behind source and age."""
    p.masthead()
    head = p.rng.choice([["title"], ["title", "source"], ["source", "title"], ["title", "date"], ["glued", "title"], ["title", "glued"], ["title", "title"], ["date", "title", "title"]])
    for n, a in enumerate(arts, 1):
        card_head(p, a, n, head)
        p.body(a, n, joined=True)
        p.blank(p.rng.randint(0, 1) if p.blanks else 0)
    p.footer()


@style(1, 4)
def interviews(p, arts):
    """Questions and answers: short questions as sub-heads, names before each turn."""
    p.masthead()
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        asked = p.rng.choice(["Q: ", "Question: ", f"{p.site}: ", "", "– "])
        answer = p.rng.choice(["A: ", "Answer: ", a["author"].split()[-1].upper() + ": ", ""])
        for i, para in enumerate(a["paras"]):
            if i and p.rng.random() < 0.4:
                p.line(asked + p.rng.choice(["What happens now?", "How did it come to this?", "Could it have been avoided?", f"And the {p.rng.choice(words.OBJECTS)}?", "Who is to blame?", "What do you expect from the talks?"]), n, "text")
                p.gap()
            p.paragraph((answer if i else "") + para, n)
            p.gap()
        p.tail(a, n)
    p.footer()


@style(2, 6)
def title_thrice(p, arts):
    """Titles that stand up to three times, pictures and dates between the repeats."""
    between = p.rng.sample(["caption", "date", "source", "count", "none"], 2)
    for n, a in enumerate(arts, 1):
        for rep in range(3):
            p.title(a, n, suffix=rep == 0 and p.rng.random() < 0.5)
            p.gap()
            piece = between[rep] if rep < 2 else "none"
            if piece == "count":
                p.chrome(p.rng.choice([str(p.rng.randint(0, 99)), p.word("share")]), n)
            elif piece != "none":
                p.line({"caption": p.caption(a), "date": p.date(), "source": a["source"]}[piece], n, piece)
            p.gap()
        p.body(a, n)
        p.tail(a, n)
    p.footer()


@style(2, 6, "short")
def meta_after(p, arts):
    """Byline, date and source stand below the text, as in old archives and translations."""
    p.masthead()
    order = p.rng.sample(["byline", "date", "source"], p.rng.randint(1, 3))
    for n, a in enumerate(arts, 1):
        p.title(a, n, suffix=False)
        p.gap()
        p.body(a, n)
        for piece in order:
            p.line({"byline": p.byline(a), "date": p.date(), "source": a["source"]}[piece], n, piece)
            p.gap()
        if p.chance("tail"):
            p.tail(a, n)
    p.footer()


@style(1, 3)
def teasers_then_article(p, arts):
    """Cut-off teasers with no heads, then whole articles, then teasers again."""
    p.masthead()
    for _ in range(p.rng.randint(2, 9)):
        p.chrome(p.teaser())
        p.gap()
    for n, a in enumerate(arts, 1):
        p.title(a, n)
        p.gap()
        p.meta(a, n)
        p.body(a, n)
        p.tail(a, n)
        for _ in range(p.rng.randint(0, 6)):
            p.chrome(p.teaser(), 0 if n == len(arts) else n)
            p.gap()
    p.footer()
