#!/usr/bin/env python3
"""Articles that come back from composed pages, over the streams that train_lines writes.

usage: score_articles.py SCORER WORK FOLDERS STREAM.rec ...

SCORER is the pages.py that defines when an article has come back; a page F_NNNN.txt of a stream is
WORK/FOLDERSF/NNNN.txt with its .gold. Prints a line a stream, worst first, then all.
"""
import importlib.util
import sys
from pathlib import Path


def load(path):
    spec = importlib.util.spec_from_file_location("pages", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def right_of(pages, records, articles):
    free, right = list(records), 0
    for _, roles in articles:
        text = pages.tokens(" ".join(roles["text"]))
        title = pages.tokens(roles["title"][0]) if roles["title"] else []
        for record in free:
            said = pages.tokens(" ".join(pages.field(record, "Text")))
            first = pages.tokens((pages.field(record, "Title") or [""])[0])
            if pages.f1(*pages.overlap(said, text)) >= 0.9 and (not title or pages.f1(*pages.overlap(first, title)) >= 0.8):
                right += 1
                free.remove(record)
                break
    return right


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    pages, rows = load(sys.argv[1]), []
    for stream in map(Path, sys.argv[4:]):
        right = wanted = written = 0
        for name, records in pages.read_stream(stream).items():
            fold, _, number = name.partition("_")
            gold = pages.gold_page(Path(sys.argv[2]) / (sys.argv[3] + fold) / number)
            articles = [(a, r) for a, r in gold.items() if a and r["text"]]
            wanted += len(articles)
            written += sum(1 for r in records if pages.field(r, "Text"))
            right += right_of(pages, records, articles)
        rows.append((2 * right / max(1, wanted + written), stream.stem, right, wanted, written))
    right, wanted, written = (sum(row[i] for row in rows) for i in (2, 3, 4))
    for row in sorted(rows):
        print("%.3f %s: %d of %d, %d written" % row)
    print(f"{sys.argv[3]}: {right} of {wanted} articles, {written} written: F1 {2 * right / max(1, wanted + written):.3f}")


if __name__ == "__main__":
    main()
