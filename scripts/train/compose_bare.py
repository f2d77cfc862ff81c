"""Styles with next to nothing around the text, and pages with no article: what a labeller must not overthink."""
import re

import compose_words as words
from compose_styles import style


def standfirst(p, a):
    """A sentence that may stand between title and byline: one of the text, or none."""
    sentences = [s for para in a["paras"][1:] for s in re.split(r"(?<=[.!?]) ", para) if 7 <= len(s.split()) <= 24]
    return p.rng.choice(sentences) if sentences else ""


@style(1, 1, "mixed")
def bare_article(p, arts):
    """A title and its paragraphs; perhaps a byline, a date or a source, nothing else."""
    a = arts[0]
    p.title(a, 1, suffix=p.rng.random() < 0.3)
    p.gap()
    rows = {"byline": p.byline(a), "date": p.date(), "source": a["source"], "text": a.get("dek") or standfirst(p, a)}
    for piece in p.rng.sample([piece for piece in rows if rows[piece]], p.rng.choice([0, 0, 1, 1, 2, 3])):
        p.line(rows[piece], 1, piece)
        p.gap()
    for para in p.dateline(a["paras"]):
        p.paragraph(para, 1)
        p.gap()


@style(1, 1, "lead")
def title_and_paragraph(p, arts):
    """One headline and one paragraph, long or short."""
    p.title(arts[0], 1, suffix=False)
    p.gap()
    p.line(" ".join(p.dateline(arts[0]["paras"])), 1, "text")


@style(1, 1, "mixed")
def prose_only(p, arts):
    """Paragraphs with no head at all, as a text key or a copied passage gives them."""
    for para in p.dateline(arts[0]["paras"]):
        p.paragraph(para, 1)
        p.gap()


@style(1, 1, "short")
def mail_text(p, arts):
    """A story sent as mail or from a database: labelled header lines, text in narrow lines."""
    r, a = p.rng, arts[0]
    p.wrap = r.choice([60, 65, 72, 76, 80])
    p.blanks = p.body_blanks = 1
    heads = {"title": r.choice(["Subject: ", "Title: ", "Headline: ", "HEADLINE: ", "SUBJECT: "]) + a["title"], "date": "Date: " + p.date(), "byline": r.choice(["Author: ", "BYLINE: ", "From: "]) + a["author"],
             "source": r.choice(["Source: ", "Publication: "]) + a["source"]}
    for piece in r.sample(list(heads), r.randint(2, 4)):
        if piece == "title":
            p.line(heads[piece], 1, "title")
        else:
            p.line(heads[piece], 1, piece)
    if p.chance("counts"):
        p.chrome(r.choice([f"LENGTH: {r.randint(100, 2000)} words", "SECTION: NEWS; Pg. 3", "LANGUAGE: ENGLISH", "Word count: 512"]), 1)
    p.blank()
    p.body(a, 1)
    if p.chance("copyright"):
        p.chrome(f"Copyright {p.year} {a['source']}", 1)


@style(1, 1, "lead")
def no_article(p, arts):
    """A front or a topic page: menus, headlines, teasers, and not one article."""
    p.masthead()
    p.menu()
    for _ in range(p.rng.randint(1, 4)):
        p.listing(4, 20)
        p.gap()
    p.footer()


@style(3, 8, "lead")
def glued_briefs(p, arts):
    """Briefs whose head is glued before their one paragraph."""
    p.chrome(p.rng.choice(["In brief", "News briefs", "Regional roundup", "Nation", p.word("latest")]))
    p.gap()
    form = p.rng.choice(["{T}: {x}", "{t}: {x}", "{t} — {x}", "{t}. {x}", "{T} {x}", "• {t}: {x}", "{n}. {t}: {x}", "{t} | {x}"])
    for n, a in enumerate(arts, 1):
        p.line(form.format(t=a["title"], T=a["title"].upper(), x=" ".join(a["paras"]), n=n), n, "text")
        p.gap()
    p.footer()


@style(2, 6, "mixed")
def sections(p, arts):
    """A magazine's issue as one text: section words and numbers as the only furniture between articles."""
    for n, a in enumerate(arts, 1):
        p.chrome(p.rng.choice(words.SECTIONS).upper() if p.chance("sections", 1.5) else str(n * p.rng.randint(1, 9)), n)
        p.gap()
        p.title(a, n, suffix=False)
        p.gap()
        if p.chance("bare byline"):
            p.line(p.byline(a), n, "byline")
            p.gap()
        p.body(a, n)


@style(1, 1, "short")
def headed_article(p, arts):
    """One article with a whole head, standfirst and all, and next to no furniture."""
    a, r = arts[0], p.rng
    p.title(a, 1, suffix=r.random() < 0.3)
    p.gap()
    stand = a.get("dek") or standfirst(p, a)
    rows = [row for row in (("text", stand), ("byline", p.byline(a)), ("date", p.date())) if row[1]]
    if r.random() < 0.2:
        r.shuffle(rows)
    for role, text in rows:
        if role == "text" or r.random() < 0.85:
            p.line(text, 1, role)
            p.gap()
    p.body(a, 1)
    for row in r.sample([p.word("comments"), p.word("share"), "Contact", "Privacy policy", p.word("related"), f"© {p.year} {p.site}", p.word("sub")], r.choice([0, 0, 1, 2, 4])):
        p.chrome(row, 1)
        p.gap()
