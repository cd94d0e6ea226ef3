"""How many names are linked in a CPU-second, at 1,000, 10,000 and 100,000 made-up figures.

python -m bench.people_cost [--most N]
"""

import argparse
import random
import time
from collections.abc import Iterator

from bench.people import sense
from sayso.weigh.linked_figures import Figure
from sayso.weigh.people import link_people

_ONSETS = "b d f g h j k l m n r s t w z sh kh th br dr".split()
_VOWELS = "a e i o u aa ou ai".split()
_GIVEN = (
    "Karim Ahmad Marit Besim Husayn Hassan Olga Ivan Jose Maria Nizar Fadwa Tarek Ibo Lena Omar"
)


def make_figures(number: int, *, seed: int = 7) -> Iterator[Figure]:
    """Reports of three figures each, ten to a story; one person bears about five figures."""
    chance = random.Random(seed)
    surnames = [make_surname(chance) for _ in range(max(20, number // 60))]
    people = [
        f"{chance.choice(_GIVEN.split())} {chance.choice(surnames)}" for _ in range(number // 5 + 1)
    ]
    for place in range(number):
        name = chance.choice(people)
        form = chance.choice([name, name, f"{name[0]}. {name.split()[1]}", name.split()[1]])
        yield Figure(
            id=f"{place:07}",
            report=f"report/{place // 3:07}",
            kind="person",
            names=(form,),
            callings=(chance.choice(["medic", "commander", "teacher", "driver"]),),
            story=f"story/{place // 30}",
            published=f"2031-01-01T{place:07}",
        )


def make_surname(chance: random.Random) -> str:
    syllables = chance.randint(2, 4)
    word = "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables))
    return word.capitalize() + chance.choice(["", "n", "r", "i", "ov"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=100_000)
    args = parser.parse_args()
    for number in (1_000, 10_000, 100_000):
        if number > args.most:
            break
        figures = list(make_figures(number))
        started = time.process_time()
        people = link_people(figures, sense())
        spent = time.process_time() - started
        print(
            f"{number} figures: {number / spent:,.0f} a CPU-second, {len(people.clusters)} clusters"
        )


if __name__ == "__main__":
    main()
