"""The reading level of our own prose: an approximate Flesch-Kincaid grade.

The grade is a rough guide. It counts letters, not sense: names and dates push it up, and a
short sentence can still be hard. Run ``python -m tests.reading_level FILE…`` to see it.

Reference: Kincaid, Fishburne, Rogers and Chissom (1975), the grade-level formula (general
knowledge, not checked): 0.39 words a sentence + 11.8 syllables a word - 15.59.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from mediakit.wording.text import sentences

VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """About how many syllables a word has: groups of vowels, less a silent e."""
    low = word.lower()
    count = len(VOWELS.findall(low))
    if low.endswith(("e", "es", "ed")) and not low.endswith(("le", "les", "ted", "ded", "ee")):
        count -= 1
    return max(1, count)


def grade(text: str) -> float:
    """The approximate school grade of a text; 0.0 when it holds no words."""
    spoken = [[t.word for t in s.tokens if t.word[0].isalpha()] for s in sentences(text)]
    counted = [words for words in spoken if words]
    total = sum(len(words) for words in counted)
    if not total:
        return 0.0
    beats = sum(syllables(w) for words in counted for w in words)
    return round(0.39 * total / len(counted) + 11.8 * beats / total - 15.59, 1)


def main(paths: list[str]) -> None:
    """Print the grade of each file."""
    for path in paths:
        print(f"{grade(Path(path).read_text(encoding='utf-8')):5.1f}  {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
