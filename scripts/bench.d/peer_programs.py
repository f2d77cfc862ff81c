"""Programs of a few lines in which Python's libraries do what a filter does, and the input that they want."""
import html


def as_html(page):
    """The page with the markup that a site would have given it, ended by NUL: peers that read markup get all of it."""
    blocks = [f"<p>{html.escape(line)}</p>" if len(line) > 80 else f"<div>{html.escape(line)}</div>"
              for line in page.split("\n") if line]
    return "<html><body>" + "\n".join(blocks) + "</body></html>\0"


JUSTEXT = """
import sys, justext
words = justext.get_stoplist("English")
for page in open(sys.argv[1], encoding="utf-8").read().split("\\0")[:-1]:
    print("\\n".join(p.text for p in justext.justext(page, words) if not p.is_boilerplate))
"""
DATASKETCH = """
import sys, json, datasketch
lsh = datasketch.MinHashLSH(threshold=0.7, num_perm=128)
for number, line in enumerate(open(sys.argv[1], encoding="utf-8")):
    words = json.loads(line)["text"].lower().split()
    sketch = datasketch.MinHash(num_perm=128)
    sketch.update_batch({" ".join(words[i:i + 4]).encode() for i in range(len(words) - 3)})
    if not lsh.query(sketch):
        lsh.insert(str(number), sketch)
        print(line, end="")
"""
TEXT_DEDUP = """
import sys, os, text_dedup.minhash
data, folder = sys.argv[1:]
sys.argv[1:] = ["--path", "json", "--data_files", data, "--split", "train", "--column", "text", "--num_proc", "1",
                "--output", folder + "/text_dedup", "--cache_dir", folder + "/cache"]
text_dedup.minhash.main()
"""
SPACY = """
import sys, csv, json, spacy
nlp = spacy.load(sys.argv[1], exclude=["parser", "tagger", "senter", "attribute_ruler", "lemmatizer"])
rows = csv.writer(sys.stdout)
for number, doc in enumerate(nlp.pipe(json.loads(line)["text"] for line in open(sys.argv[2], encoding="utf-8"))):
    rows.writerows((number, e.start_char, e.end_char, e.label_, e.text) for e in doc.ents)
"""
TRAFILATURA = """
import sys, json, trafilatura
for page in open(sys.argv[1], encoding="utf-8").read().split("\\0")[:-1]:
    print(json.dumps({"text": trafilatura.extract(page) or ""}, ensure_ascii=False))
"""
