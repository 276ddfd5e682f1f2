"""Questions in words and grades: a fair sentence, a grade with its grounds, a text of one's own."""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.case import Case
from mediakit.exercises.making.draft import (
    Draft,
    called,
    clean,
    dated,
    look_up,
    mistake,
    named,
    report_by,
    safe,
    shuffled,
    with_mistakes,
)
from mediakit.exercises.making.origins import told
from mediakit.records import Claim, Document, Ground, Report, Standing

__all__ = ["explain", "grade_source", "rewrite"]

WORDS = {
    Standing.SAID: "nobody has verified this",
    Standing.DISPUTED: "others dispute it",
    Standing.NOT_ESTABLISHED: "it has not been established",
    Standing.REPORTED: "it is reported, and no more than that",
}


SHOWN = [
    *("verified", "unverified", "confirmed", "unconfirmed", "dispute", "disputed", "disputes"),
    *("established", "reported", "report", "reports", "denies", "denied", "checked"),
]


def rewrite(case: Case) -> Draft | str:
    """A claim passed on fairly: who says it, and where it stands."""
    found = next(_fair(case), None)
    if found is None:
        return "no claim is said, disputed or not established by somebody with a name"
    claim, who, right = found
    status = claim.status
    assert status is not None  # only such claims were looked at
    where = WORDS[status.standing]
    draft = {
        "kind": "rewrite",
        "prompt": (
            f"{look_up(claim)} Pass it on in one or two sentences of your own, so that a reader "
            "learns who says so and where it stands."
        ),
        "answer": right,
        "mentions": who,
        "standing": status.standing.value,
        "length": [8, 70],
        "points": 3,
        "records": [claim.id],
        "right": (
            "Your words say who answers for it, and where it stands. Whether they read well is for "
            "people to judge."
        ),
        "hints": [
            "Begin with the name of whoever says so.",
            f"End with where the matter stands: {status.standing.words}.",
        ],
        "solution": f"One fair form: {right} Leaving the name out tempts; then it is your word.",
    }
    return with_mistakes(draft, right, [
        mistake(
            "nobody-says-it", [f"It is said that this is so, and {where}."],
            "Somebody says so, and has a name here.",
            "“It is said” sounds careful and modest.",
            "A reader cannot ask anybody, and cannot look anything up.",
            "Name the one who says it first, then what is said.",
        ),
        mistake(
            "standing-left-out",
            [f"By the account of {who[0]} it was so, and the story went around the world."],
            "Where it stands is part of what is known.",
            "With a name in front, the sentence looks complete.",
            "Readers take what is printed for checked, unless somebody tells them.",
            "Say in the same breath where it stands.",
            also={"lacks": SHOWN},
        ),
        mistake(
            "takes-a-side",
            [f"The shocking claim of {who[0]} has long been debunked, and {where}."],
            "The records do not say that it was shown to be false.",
            "Strong words make a sentence feel sure.",
            "They tell a reader what to feel, and add nothing that can be checked.",
            "Leave out what tells a reader what to feel. Keep the name and the standing.",
            also={"flag": "word to avoid"},
        ),
    ], same=lambda text: " ".join(str(text).casefold().split()))  # fmt: skip


def _fair(case: Case) -> Iterator[tuple[Claim, list[str], str]]:
    """Claims that can be passed on in one sentence: the claim, its speakers, the sentence."""
    from mediakit.exercises.kinds.rewrite import Rewrite
    from mediakit.exercises.questions import Question

    order = [Standing.SAID, Standing.DISPUTED, Standing.NOT_ESTABLISHED]
    known = [c for c in case.claims.values() if c.status and c.reports]
    known = [c for c in known if c.status and c.status.standing in order]
    for claim in sorted(known, key=lambda c: -len(c.reports)):
        assert claim.status is not None  # filtered above
        speakers = [r for r in claim.reports if r.source.named and clean(r.name)]
        if not speakers:
            continue
        who = list(dict.fromkeys(safe(r.name) for r in speakers))[:8]
        page = speakers[0].document
        right = (
            f"By the account of {who[0]}, in {_kind(page)} ({page.public}), it was so; "
            f"{WORDS[claim.status.standing]}."
        )
        question = Question("q", "rewrite", "", "", "", (), mentions=tuple(who),
                            standing=claim.status.standing.value, length=(8, 70))  # fmt: skip
        if Rewrite().judge(question, right).outcome.value == "right":
            yield claim, who, right


def _kind(document: Document) -> str:
    noun = document.kind.value.replace("_", " ").replace("ai answer", "answer")
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def grade_source(case: Case) -> Draft | str:
    """How far a report can be relied on, and which records that grade rests on."""
    for claim, _ in sorted(told(case), key=lambda pair: -len(pair[0].reports)):
        reports = [r for r in claim.reports if r.source.reliability or not r.source.named]
        silent = [r for r in reports if not r.links and r.document.ground is not Ground.OWN]
        copies = [r for r in claim.reports if r.links]
        if silent and len(copies) > 1:
            return _graded(case, claim, silent[0])
    return "no unnamed or graded source without a ground of its own was copied twice"


def _graded(case: Case, claim: Claim, record: Report) -> Draft | str:
    from mediakit.scales import Reliability

    source, document = record.source, record.document
    letters = "ABCDE"
    letter = source.reliability if source.reliability in letters else ""
    carrier = next((r for r in claim.reports if any(k.to == record.id for k in r.links)), None)
    others = [r for r in claim.reports if r.links and r is not carrier][:2]
    if not others:
        return "no unnamed or graded source without a ground of its own was copied twice"
    answer = {"high": "F", "low": "F"}
    if letter:
        at = letters.index(letter)
        answer = {"high": letters[max(0, at - 1)], "low": letters[min(4, at + 1)], "or": "F"}
    both = ["high", "low", "or"] if letter else ["high", "low"]
    shown = [record, *([carrier] if carrier else []), *others]
    grounds = {r.id: both if r in (record, carrier) else [] for r in shown}
    who = called(case, document)
    wrong = "A" if answer["high"] != "A" else "E"
    words = Reliability(letter or "F").words
    draft = {
        "kind": "grade_with_grounds",
        "prompt": (
            f"How far can this source be relied on for {named(claim)}: {who} ({record.id})? Give a "
            "letter, A to E, or F where it cannot be judged, and name the records your grade "
            "rests on."
        ),
        "options": {key: dated(case, case.documents[key])
                    for key in shuffled(case, [r.id for r in shown])},
        "answer": answer,
        "grounds": grounds,
        "points": 2,
        "records": [record.id],
        "right": (
            f"Around {letter or 'F'} ({words}): it gives no ground of its own that an outsider "
            "could examine. The letter is about access and record, never about a person's "
            "character."
        ),
        "hints": [
            "Ask what is known of this source's access, and of what came of its earlier reports.",
            "F is a grade of full worth: it is the right one where there is no record to judge by.",
        ],
        "solution": (
            f"{' to '.join(dict.fromkeys([answer['high'], answer['low']]))}"
            + (", or F" if letter else "")
            + f", resting on {record.id}. It is tempting to count the reports that repeat it."
        ),
    }  # fmt: skip
    good = [record.id]
    copy = others[0]
    mistakes = [
        mistake(
            "copies-as-ground", [{"grade": answer["low"], "grounds": [copy.id]}],
            f"{report_by(case, copy)} has the account from another report.",
            "Somebody who repeats it seems to vouch for it.",
            "Repeating says nothing about the one who told it first.",
            "Name a record that shows what this source itself had, or did not have.",
            also={"includes": [copy.id]},
            records=[copy.id],
        ),
        mistake(
            "graded-by-detail", [{"grade": wrong, "grounds": good}],
            f"In what is told by {who} there is nothing that an outsider could examine."
            if wrong == "A" else f"Nothing shows that what {who} told before was wrong.",
            "A full and lively account feels reliable." if wrong == "A"
            else "A claim that one dislikes makes its source look bad.",
            "Detail can be passed on, or added on the way." if wrong == "A"
            else "The letter grades a record, and not what one thinks of the claim.",
            "Grade what is known of access and record.",
            also={"grade": [wrong]},
        ),
        mistake(
            "graded-by-dislike",
            [{"grade": g, "grounds": good} for g in ("E", "D") if g not in _range(answer)][:1],
            f"An E or a D asks for a record of accounts that failed; see what is noted on {who}.",
            "What one cannot check, one would rather call unreliable.",
            "Unreliable is a judgement too, and it needs a record as much as reliable does.",
            "Where there is no record, say that it cannot be judged.",
        ),
        mistake(
            "graded-by-office",
            [{"grade": g, "grounds": good} for g in ("B", "C") if g not in _range(answer)][:1],
            "A place close to events is no record of reports that held up.",
            "Somebody on the inside should know, one feels.",
            "Anybody can say that they have access. What counts is what could be checked.",
            "Ask which earlier reports of this source were borne out.",
        ),
    ]  # fmt: skip
    return with_mistakes(draft, repr(answer), mistakes)


def _range(answer: dict[str, str]) -> str:
    letters = "ABCDEF"
    span = letters[letters.index(answer["high"]) : letters.index(answer["low"]) + 1]
    return span + answer.get("or", "")


def explain(case: Case) -> Draft | str:
    """A text for a friend: what stands behind a claim, and what would change that."""
    found = [(claim, c) for claim, c in told(case) if len(claim.reports) > 1]
    if not found:
        return "no claim has two reports"
    claim, c = max(found, key=lambda pair: len(pair[0].reports))
    names = list(dict.fromkeys(safe(r.name) for r in claim.reports))[:10]
    begins = called(case, c.origins[0].reports[0]) if c.origins else "nobody who is shown"
    return {
        "kind": "free_text",
        "prompt": (
            f"A friend sends you several links about {named(claim)} and writes, \"So many can't "
            'all be wrong." Answer in 60 to 150 words, kindly, so that your friend could do the '
            "counting alone next time. Say what would change your mind."
        ),
        "length": [60, 150],
        "mentions": names,
        "points": 6,
        "rubric": {
            "Basic": (
                "Says that many reports agree, or that none can be trusted. Does not say where the "
                "account begins."
            ),
            "Emergent": (
                "Names where the account begins and that others repeat it. Leaves open how one can "
                "see that, or takes few origins for a proof that it is false."
            ),
            "Proficient": (
                "Names each origin and what it rests on, shows one sign of copying, and says which "
                "further record would change the picture, either way. Keeps how often it was told "
                "apart from whether it is so."
            ),
        },
        "right": "Read it aloud. Would your friend know which page to open first, and what to ask?",
        "hints": [
            "Begin with one report and follow it back in two or three steps.",
            f'mk.corroborate(case.claims["{claim.id}"]).why() names what each origin rests on.',
        ],
        "solution": (
            f"A good answer goes back to {begins}, says what that rests on, shows how one sees the "
            'copying, and names a record that would change the picture. "They copied, so it is '
            'false" is tempting. Copying shows how often something was told.'
        ),
    }
