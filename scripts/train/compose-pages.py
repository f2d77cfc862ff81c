#!/usr/bin/env python3
"""Compose page dumps of one or several articles, with every line labelled, in many page styles.

usage: compose-pages.py [--styles LIST | --hold-out LIST] [--hosts K/N | --not-hosts K/N] [--more DIR]
                        ARTICLES.jsonl OUTDIR [COUNT [SEED]]
       compose-pages.py --list

ARTICLES.jsonl has one object a line: title, author, date, host, body (paragraphs separated by blank lines).
Writes OUTDIR/NNNN.txt and OUTDIR/NNNN.gold (TSV: line, article, role; article 0 is page chrome), COUNT pages
(default 100), and OUTDIR/index.tsv (page, style). Deterministic for a SEED: page NNNN depends on the seed, its
number and the lists only. --styles takes just these styles (comma-separated), --hold-out all but these.
--hosts takes just articles whose host falls in part K of N, --not-hosts all others: no host on both sides of a
cross-validation. --more adds articles of a folder with index.tsv (id, host or group, ..., title, author, date)
and ID.body files. Roles: title source date source+date byline caption text chrome.
"""
import argparse
import csv
import json
import random
import re
import sys
import zlib
from pathlib import Path

sys.dont_write_bytecode = True

import compose_styles  # noqa: E402
import compose_bare  # noqa: E402,F401  (registers its styles)
import compose_feeds  # noqa: E402,F401  (registers its styles)
import compose_free  # noqa: E402,F401  (registers its styles)
import compose_rivers  # noqa: E402,F401  (registers its styles)
import compose_whole  # noqa: E402,F401  (registers its styles)
from compose_page import Page  # noqa: E402


# What article bodies have left of their heads: bylines, dates, reading times.
HEAD_LEFT = re.compile(r"(?i)(by|written by|posted|published|updated|last updated|photo|image|author)\b[^.]*$|\w+ \d{1,2},? \d{4}$|\d{1,2}[./ ]\w+[./ ]\d{4}|\d+ min")


def says_the_same(line, title):
    """Is the line the title again, perhaps in other letters or marks?"""
    one, other = (set(re.findall(r"\w+", text.lower())) for text in (line, title))
    return bool(one) and len(one & other) >= 0.8 * max(len(one), len(other))


def clean_article(a):
    """An article ready for pages, or None if it is no text to speak of."""
    paras = [re.sub(r"\s+", " ", q).strip() for q in re.split(r"\n+", a["body"])]
    paras = [q for q in paras if q]
    while paras and HEAD_LEFT.match(paras[0]) and len(paras[0]) < 90:
        paras.pop(0)
    while paras and says_the_same(paras[0], a.get("title") or ""):
        paras.pop(0)
    long_paras = [q for q in paras if len(q.split()) >= 12 or len(q) > 150]
    if not a.get("title") or len(long_paras) < 3:
        return None
    host = (a.get("host") or "example.com").removeprefix("www.")
    author = re.sub(r"\s+", " ", a.get("author") or "").strip()
    return {"title": re.sub(r"\s+", " ", a["title"]).strip(), "paras": paras, "host": host, "author": author if 0 < len(author) < 60 else ""}


def load_jsonl(path):
    with open(path, encoding="utf-8") as f:
        return [clean_article(json.loads(line)) for line in f]


def load_folder(folder):
    with open(folder / "index.tsv", encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [clean_article({"title": r["title"], "author": r.get("author"), "host": r.get("host") or r.get("group", "").lower() + ".example",
                           "body": (folder / f"{r['id']}.body").read_text(encoding="utf-8")}) for r in rows]


def in_part(article, part):
    k, n = map(int, part.split("/"))
    return zlib.crc32(article["host"].encode()) % n == k % n


def cut(page, article, length):
    """As much of an article as this style takes, with an author and a source."""
    r, paras = page.rng, article["paras"]
    kind = r.choice(["full", "short", "lead"]) if length == "mixed" else length
    if kind == "lead":
        start = next((i for i, q in enumerate(paras) if len(q.split()) >= 12 or len(q) > 150), 0)
        paras = paras[start:start + r.choice([1, 1, 2, 2, 3])]
    elif kind == "short" or sum(map(len, paras)) > 12000:
        paras = paras[:r.randint(3, 12)]
    while len(paras) > 1 and len(paras[-1]) < 60 and paras[-1][-1] not in ".!?”\"'’»":
        paras = paras[:-1]
    made = dict(article, paras=paras, author=article["author"] or page.name(), source=page.source())
    if len(paras) > 3 and len(paras[0].split()) < 35 and page.chance("dek", 0.5):
        made.update(dek=paras[0], paras=paras[1:])
    if r.random() < 0.3:
        made["source"] = article["host"].split(".")[0].capitalize()
    return made


def compose(name, articles, seed, number):
    """One page of a style."""
    make, low, high, length = compose_styles.STYLES[name]
    rng = random.Random(f"{seed}/{number}/{name}")
    chosen = rng.sample(articles, rng.randint(low, high))
    titles = {a["title"] for a in chosen}
    others = [a for a in rng.sample(articles, min(40, len(articles))) if a["title"] not in titles]
    page = Page(rng, others)
    make(page, [cut(page, a, length) for a in chosen])
    return page


def write_page(page, base):
    base.with_suffix(".txt").write_text("\n".join(page.lines) + "\n", encoding="utf-8")
    rows = "".join(f"{n}\t{a}\t{r}\n" for n, a, r in page.labels)
    base.with_suffix(".gold").write_text("line\tarticle\trole\n" + rows, encoding="utf-8")


def pick_styles(only, hold_out):
    known = compose_styles.STYLES
    asked = [s for s in (only or hold_out or "").split(",") if s]
    for s in asked:
        if s not in known:
            sys.exit(f"compose-pages.py: no style '{s}'; --list shows them")
    return asked if only else [s for s in known if s not in asked]


def main():
    try:
        run()
    except OSError as e:
        sys.exit(f"compose-pages.py: {e.filename}: {e.strerror}")


def run():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    for option in ("--styles", "--hold-out", "--hosts", "--not-hosts", "--more"):
        parser.add_argument(option)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("operands", nargs="*")
    args = parser.parse_args()
    if args.list:
        for name, (make, *_) in compose_styles.STYLES.items():
            print(f"{name:18} {(make.__doc__ or 'A whole page with one article.').split(chr(10))[0]}")
        return
    if not 2 <= len(args.operands) <= 4:
        parser.error("ARTICLES.jsonl and OUTDIR, then COUNT and SEED if wanted")
    articles = load_jsonl(args.operands[0]) + (load_folder(Path(args.more)) if args.more else [])
    articles = [a for a in articles if a and (not args.hosts or in_part(a, args.hosts)) and not (args.not_hosts and in_part(a, args.not_hosts))]
    if len(articles) < 10:
        sys.exit(f"compose-pages.py: {len(articles)} articles are too few: 10 are needed")
    styles, out = pick_styles(args.styles, args.hold_out), Path(args.operands[1])
    count, seed = (int(x) for x in (args.operands[2:] + ["100", "1"][len(args.operands) - 2:]))
    out.mkdir(parents=True, exist_ok=True)
    index = ["page\tstyle\n"]
    for i in range(count):
        name = styles[i % len(styles)]
        write_page(compose(name, articles, seed, i), out / f"{i:04}")
        index.append(f"{i:04}\t{name}\n")
    (out / "index.tsv").write_text("".join(index), encoding="utf-8")


if __name__ == "__main__":
    main()
