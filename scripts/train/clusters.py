#!/usr/bin/env python3
"""Word clusters for nents' tagger: word2vec (gensim 4.4), then bisecting k-means to paths of 11 bits.

usage: PYTHONHASHSEED=0 clusters.py ARTICLES.jsonl TRAIN.bio ... >clusters.tsv

ARTICLES.jsonl has a "body" a line; TRAIN.bio are token TAB tag files. Writes "path TAB word"
lines, which gen_gazetteer -c makes into names.clusters. One thread and fixed seeds: the same input gives the same
clusters. Not needed to build nents.
"""
import json
import re
import sys
import unicodedata

import numpy
from gensim.models import Word2Vec

DEPTH, DIMENSIONS, WINDOW, LEAST = 11, 64, 3, 3
TOKEN = re.compile(r"\w+(?:[-'’.&]\w+)*\.?|\S")


def fold(word):
    word = unicodedata.normalize("NFKD", word.lower()).replace("’", "'")
    return "".join(c for c in word if not unicodedata.combining(c))


def normal(word):
    word = fold(word)
    if word.endswith(".") and not (len(word) == 2 or "." in word[:-1]):
        word = word[:-1]
    return re.sub(r"\d", "0", word) if word[:1].isdigit() else word


def sentences(articles, train):
    def cut(text):
        return [normal(w) for w in TOKEN.findall(re.sub(r"[’']s\b", " 's", text))]

    for line in open(articles, encoding="utf-8"):
        yield from map(cut, json.loads(line)["body"].split("\n"))
    for path in train:
        words = []
        for line in open(path, encoding="utf-8"):
            if line.startswith("-DOCSTART") or not line.strip():
                yield words
                words = []
            else:
                words.append(normal(line.split("\t")[0]))
        yield words


def cluster(vectors):
    """The path of each row: halves of halves, by two-means on the sphere."""
    random = numpy.random.default_rng(1)
    paths = {}

    def split(rows, depth, path):
        if depth == DEPTH or len(rows) < 8:
            for row in rows:
                paths[row] = path << (DEPTH - depth)
            return
        part = vectors[rows]
        random.integers(len(rows))
        left = part[numpy.argmin(part @ part.mean(0))]
        right = part[numpy.argmin(part @ left)]
        for _ in range(15):
            side = part @ left > part @ right
            if side.all() or not side.any():
                side = numpy.arange(len(rows)) % 2 == 0
            left, right = part[side].mean(0), part[~side].mean(0)
            left /= numpy.linalg.norm(left) + 1e-9
            right /= numpy.linalg.norm(right) + 1e-9
        rows = numpy.array(rows)
        split(list(rows[side]), depth + 1, path * 2)
        split(list(rows[~side]), depth + 1, path * 2 + 1)

    split(list(range(len(vectors))), 0, 1)
    return paths


def main():
    articles, *train = sys.argv[1:]
    text = [s for s in sentences(articles, sorted(train)) if len(s) > 3]
    model = Word2Vec(text, vector_size=DIMENSIONS, window=WINDOW, min_count=LEAST, sg=1, negative=10, epochs=12,
                     workers=1, seed=7, sample=1e-3)
    vectors = model.wv.vectors / numpy.linalg.norm(model.wv.vectors, axis=1, keepdims=True)
    paths = cluster(vectors)
    for row, word in enumerate(model.wv.index_to_key):
        print(f"{paths[row]}\t{word}")


if __name__ == "__main__":
    main()
