#!/usr/bin/env python3
"""Write labelled pages for train_lines.

usage: label_pages.py single DIR STYLE    single-article pages: *.txt, *.body and index.tsv
       label_pages.py gold DIR STYLE      pages labelled line by line: *.txt and *.gold
       label_pages.py fold FILE NUMBER    just the lines of an articles.jsonl whose host is in that fold

Writes to stdout, for each page, a line "@ NAME FOLD STYLE TEST" (tabs between), then a line a line of the page:
article TAB role TAB text. Blank lines have no role. Pages of one site are in one of five folds. Pages with TEST 0 are
variants of others, in other renderings: blank lines gone or added, bullets, short lines joined.

The roles are those of the gold files, and where the truth is known in part only: "head?" between a page's title
and its text, "inside?" between paragraphs, "after?" behind them: not text, but perhaps a caption or a date.
"""
import datetime
import json
import random
import re
import sys
import zlib
from pathlib import Path

sys.dont_write_bytecode = True

from days import days  # noqa: E402

FOLDS = 5
NEAR_TEXT = 16  # lines before the text that may be its title, however it is worded
META_BEFORE, META_BEHIND = 4, 4  # lines that may say who and when, before the title and behind the text
WORD = re.compile(r"\w+", re.UNICODE)


def fold(site):
    """As compose-pages.py --hosts has it."""
    return zlib.crc32(site.removeprefix("www.").encode()) % FOLDS


def tokens(text):
    return WORD.findall(text)


# --- Which lines of a page are its main text ----------------------------------------------------------------


class Body:
    """The main text as one run of tokens, with the borders of its lines."""

    def __init__(self, text):
        self.tokens, self.borders = [], {0}
        for line in text.split("\n"):
            self.tokens += tokens(line)
            self.borders.add(len(self.tokens))
        self.places = {}
        for i, token in enumerate(self.tokens):
            self.places.setdefault(token, []).append(i)
        self.shingles = {tuple(self.tokens[i:i + 4]): i for i in range(len(self.tokens) - 3)}

    def spans(self, words):
        """Where a line of the page may stand in the text: (begin, end) in tokens."""
        n = len(words)
        exact = [(i, i + n) for i in self.places.get(words[0], ())[:400] if self.tokens[i:i + n] == words]
        if n < 4:
            exact = [(a, b) for a, b in exact if a in self.borders and b in self.borders]
        if exact or n < 6:
            return exact[:30]
        hits = [self.shingles[s] for i in range(n - 3) if (s := tuple(words[i:i + 4])) in self.shingles]
        if len(hits) < 0.5 * (n - 3):
            return []
        return [(min(hits), min(hits) + n)] if max(hits) - min(hits) < 2 * n else [(hits[0], hits[0] + n)]


def align(lines, body_text):
    """The set of lines that are main text: the heaviest chain of lines that stand in the text in order."""
    body = Body(body_text)
    nodes = []
    for number, line in enumerate(lines):
        words = tokens(line)
        if words:
            nodes += [(number, a, b, len(words)) for a, b in body.spans(words)]
    best, back = [], []
    for k, (number, a, b, n) in enumerate(nodes):
        score, last = 0, -1
        for j in range(k - 1, max(-1, k - 400), -1):
            if nodes[j][0] < number and nodes[j][2] <= a + 2:
                bonus = 0.5 * n if abs(nodes[j][2] - a) <= 2 else 0  # right behind it in the text
                if best[j] + bonus > score:
                    score, last = best[j] + bonus, j
        best.append(score + (n if n >= 4 else 0.3 * n))
        back.append(last)
    chosen, k = set(), max(range(len(nodes)), key=lambda i: best[i], default=-1)
    while k >= 0:
        chosen.add(nodes[k][0])
        k = back[k]
    return chosen


# --- Heads of single pages ----------------------------------------------------------------------------------


def likeness(line, title):
    a, b = set(map(str.lower, tokens(line))), set(map(str.lower, tokens(title)))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0


def like(line, title):
    """Is this line the title, perhaps with the site's name behind it?"""
    return likeness(line, title) >= 0.8


def titles_of(lines, first, row):
    """The lines before the text that say the title. Where the page's own words differ from those that the index
    has from its markup, the line near the text that is most like those, or like the page's first line, is the title."""
    title = row.get("title", "")
    titles = [i for i in range(max(0, first - 60), first + 1) if like(lines[i], title)]
    full = [i for i in range(first + 1) if lines[i]]
    near = full[1:][-NEAR_TEXT:]
    if near and (not titles or titles[-1] < near[0]):
        alike = {i: max(likeness(lines[i], title), likeness(lines[i], lines[full[0]])) for i in near if not re.search("[»›>]", lines[i])}
        best = max(alike, key=alike.get, default=None)
        if best is not None and alike[best] >= (0.6 if titles else 0.5) and len(tokens(lines[best])) > 2:
            return [best]
    return titles


def authors_of(row):
    names = [tokens(name.lower()) for name in re.split(r",| and |;|&", row.get("author", ""))]
    return [name for name in names if sum(map(len, name)) > 3]


def day_of(row):
    try:
        return datetime.date.fromisoformat(row.get("date", "")[:10])
    except ValueError:
        return None


def meta_of(line, authors, day):
    """Does a short line say who wrote, or when? What the index of the pages knows decides."""
    words = tokens(line.lower())
    if len(words) > 24:
        return None
    if any(set(name) <= set(words) and len(words) <= len(name) + 12 for name in authors):
        return "byline"
    if day and len(words) <= 20 and any(abs((d - day).days) <= 1 for d in days(line)):
        return "date"
    return None


def metas_of(lines, chosen, head, row):
    """{line: role} of bylines and dates: some lines before the title, up to the third line of text, behind the last."""
    authors, day, first, last = authors_of(row), day_of(row), min(chosen), max(chosen)
    full = [i for i, line in enumerate(lines) if line]
    begin = full.index(first if head is None else head)
    until = sorted(chosen)[:3][-1]
    near = full[max(0, begin - META_BEFORE):begin] + [i for i in full[begin:] if i < until] + [i for i in full if i > last][:META_BEHIND]
    found = {i: meta_of(lines[i], authors, day) for i in near if i not in chosen and i != head}
    return {i: role for i, role in found.items() if role and not like(lines[i], row.get("title", ""))}


def page_of_single(lines, chosen, row):
    """[(article, role, text)] of a page with one article."""
    if not chosen:
        return None
    first, last = min(chosen), max(chosen)
    titles = titles_of(lines, first, row)
    head = titles[-1] if titles else None
    metas = metas_of(lines, chosen, head, row)
    begin = min([i for i in metas if i < first] + [first if head is None else head])
    end = max([last, *metas])
    labelled = []
    for i, line in enumerate(lines):
        if not line:
            labelled.append((0, "", ""))
        elif i == head:
            labelled.append((1, "title", line))
        elif i in chosen:
            labelled.append((1, "text", line))
        elif i in metas:
            labelled.append((1, metas[i], line))
        elif begin < i < first:
            labelled.append((1, "title" if i in titles else "head?", line))
        elif i < first:
            labelled.append((0, "chrome", line))
        else:
            labelled.append((1, "inside?" if i < end else "after?", line))
    return labelled


# --- Other renderings ---------------------------------------------------------------------------------------


def variant(labelled, rng):
    """The page as another program might have written it."""
    blanks = rng.choice(["none", "all", "some"])
    bullet = rng.choice(["* ", "- ", "• ", "", "", "+ "])
    joiner = rng.choice([" ", " | ", "", "", " · "])
    out = []
    for article, role, text in labelled:
        if not role:
            if blanks == "some" and rng.random() < 0.5:
                out.append((0, "", ""))
            continue
        short = len(text) < 40 and role in ("chrome", "after?")
        if short and bullet and (not out or rng.random() < 0.9):
            text = bullet + text
        if short and joiner and out and out[-1][1] == role and len(out[-1][2]) < 60 and rng.random() < 0.4:
            out[-1] = (article, role, out[-1][2] + joiner + text)
            continue
        out.append((article, role, text))
        if blanks == "all":
            out.append((0, "", ""))
    return out


# --- Pages in and out ---------------------------------------------------------------------------------------


def put(name, site_fold, style, test, labelled):
    print(f"@\t{name}\t{site_fold}\t{style}\t{int(test)}")
    for article, role, text in labelled:
        print(f"{article}\t{role}\t{text}")


def lines_of(path):
    return [re.sub(r"[\t\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]", " ", line).strip() for line in path.read_text(encoding="utf-8").split("\n")]


def single(folder, style):
    header, *rows = [line.split("\t") for line in (folder / "index.tsv").read_text(encoding="utf-8").split("\n") if line]
    for row in rows:
        row = dict(zip(header, row))
        lines = lines_of(folder / (row["id"] + ".txt"))
        body = (folder / (row["id"] + ".body")).read_text(encoding="utf-8")
        labelled = page_of_single(lines, align(lines, body), row)
        if labelled is None:
            print(f"{row['id']}: no line of the page is in its text", file=sys.stderr)
            continue
        site = row.get("host") or row.get("group", row["id"]).lower() + ".example"
        put(row["id"], fold(site), style, True, labelled)
        put(row["id"] + "~", fold(site), style, False, variant(labelled, random.Random(row["id"])))


def gold(folder, style):
    """The fold of composed pages is the digit that the folder's name ends in; index.tsv has their styles."""
    site_fold = int(folder.name[-1]) if folder.name[-1].isdigit() else None
    styles = {}
    if (folder / "index.tsv").exists():
        styles = dict(row.split("\t") for row in (folder / "index.tsv").read_text().split("\n") if row)
    for path in sorted(folder.glob("*.txt")):
        lines = lines_of(path)
        labels = {}
        for row in path.with_suffix(".gold").read_text(encoding="utf-8").split("\n")[1:]:
            if row:
                number, article, role = row.split("\t")
                labels[int(number)] = (article, role)
        labelled = [(*labels.get(i, (0, "chrome")), line) if line else (0, "", "") for i, line in enumerate(lines, 1)]
        own = style + "-" + styles[path.stem] if path.stem in styles else style
        name = path.stem if site_fold is None else f"{site_fold}_{path.stem}"
        put(name, fold(path.stem) if site_fold is None else site_fold, own, True, labelled)


def articles_of_fold(path, number):
    for line in path.open(encoding="utf-8"):
        if fold(json.loads(line).get("host") or "") == int(number):
            sys.stdout.write(line)


def main():
    commands = {"single": single, "gold": gold, "fold": articles_of_fold}
    if len(sys.argv) != 4 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])


if __name__ == "__main__":
    main()
