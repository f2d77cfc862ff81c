#!/usr/bin/env python3
"""A set of sentences with the names of scripts/train/marked-names.tsv in place of its own, for train-names.

usage: marked-bio.py SET.bio >mended.bio
SET.bio: token TAB tag lines, a blank line behind each sentence; its name without .bio is the set's.
"""
import collections
import os
import sys


def marked(wanted):
    """{sentence: [(first token, behind the last, class)]} of a set."""
    names, here = collections.defaultdict(list), False
    for line in open(os.path.join(os.path.dirname(__file__), "marked-names.tsv"), encoding="utf-8"):
        if line.startswith("@ "):
            here = line[2:].strip() == wanted
        elif here:
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
    names, sentence, count = marked(os.path.basename(sys.argv[1]).removesuffix(".bio")), [], 0
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
