"""A small sound case file, and one failing fixture for every rule, named after its fault.

Each fixture is the sound file with one text in it replaced. Everything in it is invented.
"""

from __future__ import annotations

from dataclasses import dataclass

from mediakit.wording import hash_name

__all__ = ["ADVICE", "FAULTS", "SOUND", "Fault"]

SOUND = """\
case: weir
title: The weir
reality: fictional
summary: Invented.
main_document: second
private_names: {salt: weir, hashes: [HASH]}
replay: [2031-04-05, 2031-04-06, 2031-04-20, 2031-09-15]
references:
  - {id: page, title: A page, publisher: P, url: https://p.example, public: 2031-04-05}
sources:
  - {id: post, name: Ostrel Post, kind: outlet}
documents:
  - id: first
    source: post
    kind: article
    public: 2031-04-05
    title: First
    says: [broke]
    ground_note: it does not say
  - id: second
    source: post
    kind: article
    public: 2031-04-06
    title: Second
    says: [broke]
    took_from:
      - {to: first, basis: cited}
  - {id: answer, source: post, kind: ai_answer, public: 2031-04-06, title: An answer}
questions:
  - {id: why, text: Why did it break?}
claims:
  - id: broke
    text: The weir broke.
    level: event
    question: why
    statuses:
      - {standing: reported, public: 2031-04-05, note: by the Ostrel Post}
      - standing: established
        public: 2031-09-15
        note: Valley Survey, report of 15 September 2031
        references: [page]
  - {id: asked, text: Somebody asked., level: side, open: yes}
hypotheses:
  - {id: flood, label: the flood, question: why}
  - {id: unknown, label: not established, question: why}
evidence:
  - id: gauge
    text: The gauge stood high.
    happened: 2031-04-03
    public: 2031-04-05
    marks: {flood: C}
    references: [page]
officials:
  - id: office
    source: post
    body: River Office
    kind: statement
    mandate: the river
    happened: 2031-04-05
    public: 2031-04-05
    said: It broke.
    wording: it broke
resolution:
  text: A survey found the weir worn.
  sure: It published its method.
  public: 2031-09-15
  claims: {broke: "true"}
slips:
  - id: who
    document: second
    where: It says that everybody knows.
    type: vague attribution
    public: 2031-04-06
    correction: One paper said so.
decisions:
  - {id: open, who: The office, what: It opened the gates below., public: 2031-04-05}
disagreements:
  - id: hour
    about: the hour at which it broke
    versions:
      - {public: 2031-04-05, text: At two.}
      - {public: 2031-04-06, text: At four.}
results:
  - id: post-page
    subject: post
    site: Ostrel Post
    kind: chatbot
    public: 2031-04-05
    shown: It broke.
    opened: It says so.
    traced: It leads to the first report.
    documents: [first]
    references: [page]
details:
  - {id: gates, text: The gates were open., said_in: second, first_public: 2031-04-05}
interests:
  - {id: paper, party: Ostrel Post, account: it broke, stake: readers, public: 2031-04-05}
  - {id: office-too, party: River Office, account: it broke, stake: duty, public: 2031-04-05}
"""
SOUND = SOUND.replace("HASH", hash_name("Wenna Harrock", "weir"))
LONG = " ".join(["word"] * 26)


@dataclass(frozen=True)
class Fault:
    """One replacement in the sound file; the line it shows at, and words of the message."""

    before: str
    after: str
    at: str  # a text on the line that the message names, as the file stands afterwards
    words: str
    schema: bool = False  # a JSON Schema can see it too
    loads: bool = False  # the case can be loaded all the same

    @property
    def source(self) -> str:
        """The faulty file."""
        assert self.before in SOUND
        return SOUND.replace(self.before, self.after, 1)

    @property
    def line(self) -> int:
        """The line that the message should name."""
        return self.source[: self.source.index(self.at)].count("\n") + 1


FAULTS = {
    # the reader
    "no YAML": Fault("case: weir", "case: [weir", "title: The", "not YAML"),
    "a tab": Fault("  - {id: why", "\t- {id: why", "\t- {id", "not YAML"),
    "an alias": Fault("Why did it break?", "*x", "*x", "aliases"),
    "an unknown field": Fault(
        "title: The weir", "titel: The weir", "titel", "did you mean 'title'", schema=True
    ),
    "a missing field": Fault("summary: Invented.\n", "", "case:", "is missing", schema=True),
    "a field twice": Fault("summary: Invented.", "summary: A\nsummary: B", "summary: B", "twice"),
    "an empty field": Fault("title: The weir", "title:", "title:", "is empty", schema=True),
    "a wrong reality": Fault("fictional", "invented", "invented", "not on the list", schema=True),
    "a wrong word": Fault("outlet", "paper", "kind: paper", "use person, office", schema=True),
    "no date": Fault(
        "public: 2031-04-06", "public: 6 April", "6 April", "write year-month-day", schema=True
    ),
    "no such date": Fault("public: 2031-04-06", "public: 2031-04-31", "04-31", "not a date"),
    "not a list": Fault("says: [broke]", "says: broke", "says: broke", "a list is", schema=True),
    "not a text": Fault("Invented.", "[Invented]", "summary", "text is expected", schema=True),
    "neither yes nor no": Fault(
        "open: yes", "open: maybe", "open: maybe", "neither yes nor no", schema=True
    ),
    "a mark twice": Fault("{flood: C}", "{flood: C, flood: I}", "flood: I", "twice"),
    "an id twice": Fault("id: second", "id: first", "id: first\n    source: post\n    kind: article"
                         "\n    public: 2031-04-06", "taken already"),
    "a grade off the scale": Fault(
        "kind: outlet}", "kind: outlet, reliability: G}", "outlet", "use A, B", schema=True
    ),
    # ids
    "a subject that is not there": Fault(
        "subject: post", "subject: pots", "subject: pots", "did you mean 'post'"
    ),
    "a wrong kind of result": Fault(
        "kind: chatbot", "kind: robot", "kind: robot", "not on the list", schema=True
    ),
    "a chatbot called independent": Fault(
        "traced: It leads", "independent: yes\n    traced: It leads", "independent: yes",
        "called independent", loads=True,
    ),
    "a chatbot that leads nowhere": Fault(
        "    traced: It leads to the first report.\n", "", "id: post-page", "add 'traced'",
        loads=True,
    ),
    "a result that nobody can look up": Fault(
        "    documents: [first]\n    references: [page]\n", "", "id: post-page", "shows no page",
        loads=True,
    ),
    "a wrong source": Fault("source: post", "source: pots", "source: pots", "did you mean 'post'"),
    "a claim that is not there": Fault("says: [broke]", "says: [brke]", "says: [brke]", "brke"),
    "a page that is not there": Fault(
        "C}\n    references: [page]", "C}\n    references: [pag]", "references: [pag]", "pag"
    ),
    "a link that leads nowhere": Fault("to: first", "to: third", "to: third", "third"),
    "a mark for no explanation": Fault("{flood: C}", "{fire: C}", "marks:", "fire"),
    "a slip in no document": Fault(
        "document: second\n    where", "document: thrd\n    where", "document: thrd", "thrd"
    ),
    "a verdict on no claim": Fault('{broke: "true"}', '{brk: "true"}', "resolution:", "brk"),
    "a main document that is not there": Fault(
        "main_document: second", "main_document: scnd", "main_doc", "did you mean 'second'"
    ),
    # dates and circles
    "public before it happened": Fault(
        "happened: 2031-04-03", "happened: 2031-04-09", "public: 2031-04-05\n    marks", "before"
    ),
    "took from the future": Fault(
        "public: 2031-04-06\n    title: Second",
        "public: 2031-04-01\n    title: Second",
        "to: first",
        "came later",
    ),
    "a link older than its report": Fault(
        "basis: cited", "basis: cited, public: 2031-04-05", "to: first", "is older than"
    ),
    "a detail older than itself": Fault(
        "first_public: 2031-04-05", "first_public: 2031-05-05", "said_in", "after"
    ),
    "a status out of order": Fault(
        "public: 2031-04-05, note: by", "public: 2031-10-05, note: by", "standing: est", "older"
    ),
    "a link that carries too much": Fault(
        "basis: cited", "basis: cited, claims: [asked]", "to: first", "'asked'"
    ),
    "a circle nobody declared": Fault(
        "public: 2031-04-05\n    title: First",
        "public: 2031-04-06\n    took_from: [{to: second, basis: cited}]\n    title: First",
        "took_from: [{to: second",
        "a circle nobody declared: 'first' from 'second' from 'first'",
    ),
    "a document that took from itself": Fault(
        "to: first", "to: second", "took_from", "'second' from 'second'"
    ),
    # quotations
    "long words of an official": Fault(
        "wording: it broke", f"wording: {LONG}", "wording:", "quotes 26 words"
    ),
    "a long quotation in a text": Fault(
        "said: It broke.", f"said: It wrote “{LONG}”.", "said: It", "quotes 26 words"
    ),
    "a mark off the scale": Fault("{flood: C}", "{flood: CCC}", "marks:", "use CC, C, N, I"),
    # support
    "established by nobody": Fault(
        "        references: [page]\n  - {id: asked",
        "  - {id: asked",
        "standing: established",
        "nothing in the file shows it",
        loads=True,
    ),
    "established without a body": Fault(
        "        note: Valley Survey, report of 15 September 2031\n",
        "",
        "standing: established",
        "nobody says by whom",
        loads=True,
    ),
    "a machine with a ground of its own": Fault(
        "title: An answer}", "title: An answer, ground: own}", "id: answer", "machine", loads=True
    ),
    "a grade without a reason": Fault(
        "kind: outlet}", "kind: outlet, reliability: F}", "outlet", "reliability_why", loads=True
    ),
    "a verdict on an open claim": Fault(
        '{broke: "true"}', '{asked: "true"}', "resolution:", "marked open", loads=True
    ),
    "a verdict that is none": Fault(
        '{broke: "true"}', "{broke: perhaps}", "resolution:", "no verdict called", loads=True
    ),
    # fairness
    "one explanation only": Fault(
        "  - {id: unknown, label: not established, question: why}\n",
        "",
        "{id: flood",
        "one explanation only",
        loads=True,
    ),
    "no way to say not established": Fault(
        "id: unknown, label: not established", "id: worn, label: wear", "{id: flood", "is 'not",
        loads=True,
    ),
    "an accusation in the title": Fault(
        "title: The weir", "title: Tolland bribed the judge", "title: To", "reads as", loads=True
    ),
    "an accusation that hides its source": Fault(
        "title: The weir", "title: Tolland allegedly bribed the judge", "title: To", "reads as an",
        loads=True,
    ),
    "an accusation in a label": Fault(
        "label: the flood", "label: Mayor Tolland stole the money", "id: flood", "label", loads=True
    ),
    "an accusation in a question": Fault(
        "text: Why did it break?", "text: Did Mayor Tolland bribe the judge?", "text: Did",
        "reads as an", loads=True,
    ),
    "an accusation in an id": Fault(
        "id: asked", "id: tolland-bribed-judge", "id: tolland", "reads as an", loads=True
    ),
    "an accusation in a document's title": Fault(
        "title: Second", "title: Tolland lied to the court", "title: Toll", "reads as", loads=True
    ),
    "a private name in a text": Fault(
        "summary: Invented.",
        "summary: Asked by Wenna Harrock.",
        "summary: Asked",
        "private list",
        loads=True,
    ),
    "a private name in an id": Fault(
        "  - {id: asked", "  - {id: wenna-harrock", "id: wenna", "private list", loads=True
    ),
    "a list of private names in the clear": Fault(
        "salt: weir, hashes: [",
        "salt: weir, hashes: [Wenna Harrock, ",
        "private_names",
        "no hash of a name",
        loads=True,
    ),
}  # fmt: skip
ADVICE = {
    "too few replay days": Fault(
        "[2031-04-05, 2031-04-06, 2031-04-20, 2031-09-15]", "[2031-04-05]", "replay", "1 replay day"
    ),
    "no replay days": Fault(
        "replay: [2031-04-05, 2031-04-06, 2031-04-20, 2031-09-15]\n", "", "case: weir", "no replay"
    ),
    "a replay day before anything": Fault(
        "[2031-04-05, ", "[2031-04-01, ", "replay", "nothing is public yet"
    ),
    "a question without explanations": Fault(
        "questions:\n", "questions:\n  - {id: who, text: Who repaired it?}\n", "id: who", "no expl"
    ),
    "a document on nothing": Fault(
        "    ground_note: it does not say\n", "", "id: first", "what 'first' rests on"
    ),
    "a claim that nobody makes": Fault(
        "claims:\n",
        "claims:\n  - {id: silent, text: It was quiet., level: side, open: yes}\n",
        "id: silent",
        "no document says 'silent'",
    ),
    "one party's interests": Fault(
        "  - {id: office-too, party: River Office, account: it broke, stake: duty, "
        "public: 2031-04-05}\n", "", "id: paper", "one party's interests only"
    ),
    "a page nobody names": Fault(
        "sources:\n",
        "  - {id: idle, title: T, publisher: P, url: https://i.example}\nsources:\n",
        "id: idle",
        "no record names the reference 'idle'",
    ),
}  # fmt: skip
