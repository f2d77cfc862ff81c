"""Styles of press reviews, topic pages and rivers of teasers: many short articles, little between them."""
import textwrap

import compose_words as words
from compose_styles import card_head, entry_time, style


@style(4, 10, "lead")
def press_review(p, arts):
    """A review of the papers: head, text in narrow lines, then which paper, what day and what page it was; no blanks."""
    r = p.rng
    if p.chance("compiled by"):
        p.chrome(f"{r.choice(['By', 'Compiled by', 'Edited by'])} {p.name()}, {p.name()} and {p.name()}")
    if p.chance("heading"):
        p.chrome(r.choice(["Today's papers", "Press review", "In the news", "Media summary", "Morning briefing"]))
    form = r.choice(["Source:- {s} {d} page {n}", "Source: {s}, {d}", "({s}, {d}, p. {n})", "{s}, {d}, page {n}", "{s} {d} P{n}", "Source: {s} {d}", "[{s}, {d}]", "— {s}, p{n}", "{s} ({d})"])
    width, blanks = r.choice([0, 0, 55, 62, 70, 76]), r.choice([0, 0, 0, 1])
    day = p.date()
    for n, a in enumerate(arts, 1):
        p.title(a, n, suffix=False)
        for para in a["paras"]:
            for row in textwrap.wrap(para, width) if width else [para]:
                p.line(row, n, "text")
        p.line(form.format(s=a["source"], d=day, n=r.randint(1, 40)), n, "source+date" if "{d}" in form else "source")
        p.blank(blanks)
    if p.chance("footer"):
        p.footer()


@style(2, 6, "lead")
def topic_page(p, arts):
    """What an aggregator has under one word: cards with titles twice or thrice, source, age, bullets of what else is known."""
    r = p.rng
    if p.chance("logo"):
        p.chrome(r.choice(["logo", p.site]))
    topic = r.choice(words.TOPICS).replace(" ", "")
    p.chrome(r.choice([f"#{topic}", "#", f"Latest news with #{topic}", f"Latest news with #{topic}", f"News about {topic}", f"Topic: {topic}"]))
    p.gap()
    order = r.choice([["title", "title", "source", "date"], ["title", "source", "date"], ["title", "title", "source", "date"], ["title", "title", "date", "source"]])
    bullets, again = r.choice([["section", "source"], ["section", "source"], ["source"], ["section"], ["source", "date"], []]), r.random() < 0.7
    mark = r.choice(["  • ", "  • ", "• ", " - ", "* "])
    for n, a in enumerate(arts, 1):
        card_head(p, a, n, order)
        for piece in bullets:
            p.chrome(mark + {"section": r.choice(words.SECTIONS), "source": a["source"], "date": p.date()}[piece], n)
        p.gap()
        if again:
            p.title(a, n, suffix=False)
            p.gap()
        p.body(a, n, joined=p.chance("joined", 1.5))
        p.gap()
    p.footer()


@style(3, 9, "lead")
def teaser_river(p, arts):
    """A tag's or a section's page whose teasers are all the text there is: head, the first sentences, perhaps cut off."""
    r = p.rng
    if p.chance("menu"):
        p.masthead()
    p.chrome(r.choice([f"Latest {r.choice(words.TOPICS)} news", r.choice(words.SECTIONS), p.word("latest"), f"All stories on {r.choice(words.TOPICS)}"]))
    end, above, between = r.choice(["", "", "...", " …", "... Read more", " [...]"]), r.choice([0, 0, 0, 1]), r.choice([0, 1, 1, 2])
    for n, a in enumerate(arts, 1):
        p.title(a, n, suffix=False)
        p.blank(above)
        lead = " ".join(a["paras"][:1])
        if end and len(lead) > 160:
            lead = lead[:r.randint(120, min(len(lead), 400))].rsplit(" ", 1)[0] + end
        p.line(lead, n, "text")
        if p.chance("river date", 0.6):
            p.line(p.date() if p.chances.setdefault("river dates", r.random() < 0.5) else p.ago(), n, "date")
        p.blank(between if r.random() < 0.8 else 0)
    if p.chance("footer"):
        p.footer()


@style(2, 7, "mixed")
def sections_glued(p, arts):
    """A section's word above each head, paragraphs below it, not one blank line on the page."""
    r = p.rng
    p.blanks = p.body_blanks = 0
    if p.chance("site"):
        p.chrome(p.site)
    same = r.choice(words.SECTIONS) if r.random() < 0.4 else None
    for n, a in enumerate(arts, 1):
        p.chrome((same or r.choice(words.SECTIONS)).upper() if p.chance("upper sections", 0.7) else same or r.choice(words.SECTIONS), n)
        p.title(a, n, suffix=False)
        for piece in p.chances.setdefault("section head", r.sample(["byline", "date", "source"], r.choice([0, 0, 1, 2]))):
            p.line({"byline": p.byline(a), "date": p.date(), "source": a["source"]}[piece], n, piece)
        p.body(a, n)


@style(3, 8, "lead")
def bulletin(p, arts):
    """A bulletin of items with a mark before each head, the time in it or not, paragraphs below."""
    r = p.rng
    p.chrome(r.choice(["News in brief", "The day's news", "Morning headlines", "What you need to know today", "The week in brief"]))
    p.gap()
    mark, t = r.choice(["🔴 ", "■ ", "► ", "▪ ", "## ", "* ", "» ", "+++ "]), r.randint(300, 900)
    clocks = r.random() < 0.3
    for n, a in enumerate(arts, 1):
        t += r.randint(3, 90)
        p.title(a, n, prefix=mark + (entry_time(p, t) + " " if clocks else ""), suffix=False)
        p.gap()
        p.body(a, n)
    if p.chance("footer"):
        p.footer()
