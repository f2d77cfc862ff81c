#!/usr/bin/env python3
"""Writes invented news pages with menus, counters and footers, for the benches. Every page ends with NUL.

usage: scripts/bench.d/news.py ARTICLES [SEED] > PAGES     (about 3.5 KB an article; the same seed, the same bytes)

A fifth of the articles were seen before: a quarter of these are the same to the byte, the rest were cut short, lengthened
or given another headline. Names, places and firms are made from syllables; countries and months are real.
"""
import random
import sys

SITES = ("Harbour Gazette", "Norvale Post", "The Kestrel", "Daily Meridian", "Westmark Herald", "Tidewater Times")
COUNTRIES = ("Portugal", "Kenya", "Chile", "Norway", "Vietnam", "Morocco", "Canada", "Peru", "Finland", "Ghana", "Jordan")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MENU = "Skip to content\nHome\nWorld\nBusiness\nSport\nCulture\nWeather\nSign in\nSubscribe\n"
FOOT = "Most read\nTerms of use\nPrivacy policy\nContact us\nAbout us\nAll rights reserved.\n"
SHARE = ("Share\nSave\n", "Facebook\nX\nWhatsApp\nCopy link\n", "Share this story\n", "TT\n14\n", "")
BREAKS = ("Advertisement\n", "Story continues below advertisement\n", "Read more\n", "Sign up for our newsletter\n")


class Writer:
    """Makes articles from pools of phrases that are filled once, so that a million take a minute."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        syllables = "ba ne ci do fu ra le to mi su pe ko ga vi lan mer tor vel sand holm brid wick".split()
        word = lambda low, high: "".join(self.rng.choices(syllables, k=self.rng.randint(low, high)))
        self.people = [f"{word(2, 3).title()} {word(2, 4).title()}" for _ in range(4000)]
        self.places = [word(2, 4).title() for _ in range(1500)] + list(COUNTRIES) * 20
        self.firms = [f"{word(2, 3).title()} {kind}" for kind in ("Bank", "Mining", "Airlines", "Group") for _ in range(300)]
        verbs = "approved rejected delayed questioned defended announced welcomed shelved reopened audited".split()
        things = "plan budget contract bridge tender merger harvest strike ferry pipeline school clinic tax loan".split()
        traits = "new disputed long-awaited costly regional national second revised joint planned public small".split()
        pick = self.rng.choice
        self.openings = [f"{pick(['On ' + pick(DAYS), 'In ' + pick(MONTHS), 'Last week', 'After talks in ' + pick(self.places)])}, "
                         for _ in range(2000)] + [""] * 2000
        self.subjects = [pick([f"{pick(self.firms)}", f"the council of {pick(self.places)}", f"Minister {pick(self.people)}",
                               f"{pick(self.people)}, who leads {pick(self.firms)},", f"the {pick(traits)} committee"])
                         for _ in range(8000)]
        self.actions = [f"{pick(verbs)} the {pick(traits)} {pick(things)} of {word(2, 4)} {word(1, 3)}" for _ in range(20000)]
        self.reasons = [pick([f"worth ${self.rng.randint(2, 900)} million", f"by {self.rng.randint(2, 60)}% in {pick(COUNTRIES)}",
                              f"before {pick(MONTHS)} {self.rng.randint(1, 28)}, {self.rng.randint(2015, 2027)}",
                              f"because {word(2, 3)} {word(2, 4)} had {pick(verbs)} the {pick(things)} near {pick(self.places)}"])
                        for _ in range(20000)]
        self.seen = []

    def sentence(self):
        pick = self.rng.choice
        if self.rng.random() < 0.12:
            return f"“We have {pick(self.actions)} {pick(self.reasons)},” said {pick(self.people)}."
        text = f"{pick(self.openings)}{pick(self.subjects)} {pick(self.actions)} {pick(self.reasons)}."
        return text[0].upper() + text[1:]

    def paragraphs(self, count):
        return [" ".join([self.sentence() for _ in range(self.rng.randint(1, 4))]) for _ in range(count)]

    def headline(self):
        pick = self.rng.choice
        return f"{pick(self.firms)} {pick(self.actions).rsplit(' ', 3)[0]} in {pick(self.places)}"

    def fresh(self):
        """Title and paragraphs of an article that nobody has seen."""
        return self.headline(), self.paragraphs(self.rng.randint(6, 17))

    def again(self):
        """An earlier article, as other sites print it."""
        title, body = self.rng.choice(self.seen)
        way = self.rng.random()
        if way < 0.25:
            return title, body
        if way < 0.5:
            return title, body[: max(2, len(body) * 4 // 5)]
        if way < 0.75:
            return title, body + self.paragraphs(1)
        return self.headline(), body

    def article(self):
        rng = self.rng
        title, body = self.again() if self.seen and rng.random() < 0.2 else self.fresh()
        if len(self.seen) < 20000:
            self.seen.append((title, body))
        else:
            self.seen[rng.randrange(20000)] = title, body
        head = f"By {rng.choice(self.people)}\n{rng.randint(1, 28)} {rng.choice(MONTHS)} {rng.randint(2015, 2026)}\n"
        cut = rng.randrange(len(body))
        return (f"{title}\n{head}{rng.choice(SHARE)}" + "\n".join(body[:cut]) + ("\n" if cut else "") + rng.choice(BREAKS)
                + "\n".join(body[cut:]) + "\n")

    def page(self, articles):
        teasers = "".join(f"{self.headline()}\n" for _ in range(self.rng.randint(2, 6)))
        related = f"Related stories\n{teasers}"
        return f"{self.rng.choice(SITES)}\n{MENU}\n" + "\n".join(articles) + related + FOOT


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    writer, left = Writer(int(sys.argv[2]) if len(sys.argv) > 2 else 1), int(sys.argv[1])
    while left > 0:
        count = min(left, writer.rng.choice((1, 1, 1, 2, 4)))
        sys.stdout.write(writer.page([writer.article() for _ in range(count)]) + "\0")
        left -= count


if __name__ == "__main__":
    main()
