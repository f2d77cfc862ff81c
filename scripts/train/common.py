#!/usr/bin/env python3
"""Words that are written small in running text, for the list of that name in names.gaz.

usage: common.py ARTICLES.jsonl TRAIN.bio ... >scripts/train/names-common.tsv

A word counts that is seen at least four times in small letters, and eight times as often so as with a capital in
mid-sentence. Lines most of whose words have capitals are left out.
"""
import collections
import json
import re
import sys

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.!?:]|\S")
small, capital = collections.Counter(), collections.Counter()


def count(words):
    letters = [w for w in words if w[:1].isalpha()]
    if letters and 2 * sum(w[:1].isupper() for w in letters) > len(letters):
        return
    opens = True
    for word in words:
        if word[:1].isalpha():
            if word.islower():
                small[word] += 1
            elif not opens and word[:1].isupper():
                capital[word.lower()] += 1
            opens = False
        elif word in ".!?:":
            opens = True


def main():
    for line in open(sys.argv[1], encoding="utf-8"):
        for paragraph in json.loads(line)["body"].split("\n"):
            count(TOKEN.findall(paragraph))
    for path in sorted(sys.argv[2:]):
        words = []
        for line in open(path, encoding="utf-8"):
            if line.startswith("-DOCSTART") or not line.strip():
                count(words)
                words = []
            else:
                words.append(line.split("\t")[0])
    print("# Words that are written small in running text: counted in openly licensed text (see cmd/nents/NOTICE).")
    for word, n in sorted(small.items()):
        if n >= 4 and capital[word] * 8 <= n and len(word) > 1:
            print(f"COMMON\t{word}")


if __name__ == "__main__":
    main()
