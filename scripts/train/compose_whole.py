"""Styles of whole pages with one article: menu, crumbs, head, body with gaps, related, footer."""
import compose_words as words
from compose_styles import style


def head(p, a):
    """Page title of the browser, menus, crumbs, the article's title and what stands around it."""
    if p.rng.random() < 0.65:
        p.line(a["title"] + p.suffix, 1, "title")
        p.gap()
    p.masthead()
    p.menu(8, 24)
    if p.chance("menu again", 0.5):
        p.menu(3, 12)
    if p.chance("crumbs"):
        crumbs = ["Home", p.rng.choice(words.SECTIONS), p.rng.choice(words.SECTIONS)][:p.rng.randint(2, 3)]
        for row in [p.rng.choice([" > ", " / ", " » ", " › "]).join(crumbs)] if p.rng.random() < 0.6 else crumbs:
            p.chrome(row)
    p.title(a, 1, suffix=False)
    p.gap()
    p.meta(a, 1)
    if p.rng.random() < 0.25:
        heap(p, a)


def heap(p, a):
    """What parts head and text by ten lines or more: a table of contents, share words, other stories."""
    r = p.rng
    kind = r.choice(["contents", "share", "listing", "menu"])
    if kind == "contents":
        p.chrome(r.choice(["In this article", "Table of contents", "Contents", "On this page", "Jump to", "What's inside"]), 1)
        for para in [q for q in a["paras"] if len(q) < 70][:15]:
            p.chrome(p.bullet + para, 1)
    elif kind == "share":
        for _ in range(r.randint(6, 18)):
            p.chrome(p.word("share"), 1)
    elif kind == "listing":
        p.listing(3, 10, article=1)
    else:
        p.menu(6, 20)
    p.gap()


def related_cards(p):
    """Teasers of other stories, in shapes, some in full sentences."""
    for _ in range(p.rng.randint(0, 3)):
        p.listing(3, 14)
        p.gap()


@style(1, 1, "full")
def whole_paper(p, arts):
    head(p, arts[0])
    p.body(arts[0], 1)
    p.tail(arts[0], 1)
    related_cards(p)
    p.footer()


@style(1, 1, "full")
def whole_blog(p, arts):
    a = arts[0]
    p.menu(3, 9)
    p.title(a, 1)
    p.gap()
    p.meta(a, 1)
    p.body(a, 1)
    p.chrome(p.rng.choice(["← Previous post", "Next post →", f"Previous: {p.headline()}", f"Next: {p.headline()}"]))
    if p.chance("bio"):
        p.chrome(p.fill(p.rng.choice(words.BIO)))
    p.comments()
    related_cards(p)
    p.footer()


@style(1, 1, "full")
def whole_portal(p, arts):
    """Lists and teasers on both sides of a short article."""
    p.masthead()
    p.menu(10, 30)
    related_cards(p)
    head(p, arts[0])
    p.body(arts[0], 1)
    p.tail(arts[0], 1)
    for _ in range(p.rng.randint(2, 5)):
        p.listing(4, 20)
        p.gap()
    p.footer()


@style(1, 1, "full")
def whole_magazine(p, arts):
    """Long reads: dek, pull quotes, captions, a sign-up in the middle, the author at the end."""
    for piece in ("inside quote", "inside photo", "inside signup", "inside subhead"):
        p.chances[piece] = p.rng.choice([0.3, 0.8, 1])
    head(p, arts[0])
    p.body(arts[0], 1)
    p.chrome(p.fill(p.rng.choice(words.BIO)), 1)
    p.tail(arts[0], 1)
    related_cards(p)
    p.footer()


@style(1, 1, "full")
def whole_locked(p, arts):
    """The free beginning of a story behind a wall."""
    a = dict(arts[0], paras=arts[0]["paras"][:p.rng.randint(2, 5)])
    head(p, a)
    p.body(a, 1)
    for _ in range(p.rng.randint(1, 3)):
        p.chrome(p.word("wall"), 1)
        p.gap()
    for _ in range(p.rng.randint(1, 5)):
        p.chrome(p.word("sub"), 1)
    related_cards(p)
    p.footer()
