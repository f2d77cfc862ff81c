#!/usr/bin/env python3
"""The text of scripts/train/wcxb-names.tsv as token TAB tag lines, for train-names.

usage: wcxb-bio.py ARTICLES.jsonl >wcxb.bio
ARTICLES.jsonl: the articles of WCXB, an object a line with id, title and body.
"""
import collections
import json
import os
import re
import sys

TOKEN = re.compile(r"[’']s\b|\d[\d,.]*\d|\w+(?:[-‑'’&]\w+)*|\S")


def main():
    marked = collections.OrderedDict()
    for line in open(os.path.join(os.path.dirname(__file__), "wcxb-names.tsv"), encoding="utf-8"):
        if not line.startswith("#"):
            record, paragraph, start, end, kind = line.rstrip("\n").split("\t")
            names = marked.setdefault(record, collections.OrderedDict()).setdefault(int(paragraph), [])
            if kind != "-":
                names.append((int(start), int(end), kind))
    for line in open(sys.argv[1], encoding="utf-8"):
        article = json.loads(line)
        if article["id"] not in marked:
            continue
        print("-DOCSTART-\tO\n")
        lines = [article["title"]] + article["body"].split("\n")
        for paragraph, names in marked[article["id"]].items():
            text = lines[paragraph]
            for token in TOKEN.finditer(text):
                at = len(text[:token.start()].encode())
                tag = "O"
                for start, end, kind in names:
                    if start <= at < end:
                        tag = ("B-" if at == start else "I-") + kind
                print(f"{token.group()}\t{tag}")
            print()


if __name__ == "__main__":
    main()
