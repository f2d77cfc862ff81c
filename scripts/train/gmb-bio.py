#!/usr/bin/env python3
"""The GMB part with the names of scripts/train/gmb-names.tsv in place of its own, for train-names.

usage: gmb-bio.py GMB.bio >corrected.bio
GMB.bio: token TAB tag lines, a blank line behind each sentence.
"""
import collections
import os
import sys


def marked():
    """{sentence: [(first token, behind the last, class)]}"""
    names = collections.defaultdict(list)
    for line in open(os.path.join(os.path.dirname(__file__), "gmb-names.tsv"), encoding="utf-8"):
        if not line.startswith("#"):
            sentence, first, end, kind = line.rstrip("\n").split("\t")
            names[int(sentence)] += [] if kind == "-" else [(int(first), int(end), kind)]
    return names


def tags(names, count):
    """The tags of a sentence of so many tokens."""
    row = ["O"] * count
    for first, end, kind in names:
        row[first:end] = ["B-" + kind] + ["I-" + kind] * (end - first - 1)
    return row


def main():
    names, sentence, count = marked(), [], 0
    for line in [*open(sys.argv[1], encoding="utf-8"), "\n"]:
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 2 and cells[0] != "-DOCSTART-":
            sentence.append(cells)
            continue
        if sentence:
            count += 1
            if count in names:
                sentence = [[token, tag] for (token, _), tag in zip(sentence, tags(names[count], len(sentence)))]
            print("".join(f"{token}\t{tag}\n" for token, tag in sentence))
            sentence = []
        if cells[0]:
            print(line, end="")


if __name__ == "__main__":
    main()
