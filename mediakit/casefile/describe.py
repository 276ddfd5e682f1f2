"""What each field of a case file is for, in a sentence, and how it is written.

The comments of a new file and the hints that an editor shows are both these sentences.
"""

from __future__ import annotations

__all__ = ["EXAMPLES", "GROUP_HELP", "HEAD_HELP", "HELP", "PART_HELP"]

HEAD_HELP = {
    "case": "Short name of the case: lower case, hyphens, no accusation.",
    "title": "What happened, in neutral words that nobody in the case could call unfair.",
    "reality": "real, fictional or synthetic.",
    "summary": "Two or three sentences. Readers see it with the whole case, never at a time cut.",
    "reviewed_by": "Who outside the course has read the file. Write 'nobody yet' until then.",
    "main_document": "The id of the document that the lesson starts from.",
    "replay": "Four or more days on which somebody had to judge with what was public by then.",
    "private_names": (
        "Names that must stand nowhere in the file, as hashes. Make the list with "
        "'mediakit case hide SALT'; it never holds a name in the clear."
    ),
    "resolution": "How it came out, as far as it did. Leave it out while nobody knows.",
}

GROUP_HELP = {
    "references": "Pages a reader can open. Their titles are other people's words.",
    "sources": "Who speaks: people, offices, papers, groups, answering machines.",
    "documents": "What was said or published, oldest first. A talk is a document too.",
    "questions": "What explanations answer. Keep 'what happened' and 'who did it' apart.",
    "claims": "The statements in dispute, as a tree, each with who said so in the text itself.",
    "hypotheses": "At least two explanations for a question; one of them is 'not established'.",
    "evidence": "What was seen, measured or found, or was missing where it was to be expected.",
    "officials": "What official bodies said. Only a body that shows method and evidence finds.",
    "details": "Details that an account offers as new, and when each had first been public.",
    "slips": "Faults in how a document tells it, each with what is so instead.",
    "disagreements": "What published sources tell differently.",
    "decisions": "Days on which somebody acted on what was known.",
    "results": "What a search for a source would have found, for the lesson on leaving the page.",
    "interests": "The same questions to every party. An interest is no proof of a falsehood.",
}

ID = "The name by which other records point here: lower case, hyphens, no accusation."
PUBLIC = "The day from which an outside reader could know it. Time cuts go by it."
HAPPENED = "The day on which it took place."
REFERENCES = "Ids of the pages that show it."
SAYS = "Ids of the claims that it bears on."

HELP = {
    "references": {
        "id": ID,
        "title": "The title as the page has it, or [your description in square brackets].",
        "publisher": "Who published it.",
        "url": "The address. Do not link pages that name private people.",
        "public": "The day it carries. A page without a day is left out of every time cut.",
        "language": "Two letters, like en, de, ar.",
        "read": "How much of it you read: in full, in part, as a repost.",
    },
    "sources": {
        "id": ID,
        "name": "As readers should see it. Somebody unnamed: 'a colleague she does not name'.",
        "kind": "person, office, outlet, group or assistant (a chatbot).",
        "named": "no when a report does not name this person.",
        "part_of": "Id of the body it speaks for. Two offices of one body count as one.",
        "about": "Who this is, in a sentence that was true on the first day.",
        "reliability": "A to F: its access and track record then. F, no basis to judge, is fine.",
        "reliability_why": "The reason for the grade. Grade access, never character.",
        "record": "Dated notes on what was known of its past, both ways.",
    },
    "documents": {
        "id": ID,
        "source": "Id of the source that speaks in it.",
        "kind": (
            "article, statement, conversation, dossier, broadcast, post, screenshot or ai answer "
            "(of a chatbot: never an origin)."
        ),
        "public": PUBLIC,
        "title": "Your neutral description. Not the headline if that accuses somebody.",
        "language": "Two letters, like en, de, ar.",
        "summary": "What it is and how you know it, if you did not read it yourself.",
        "says": "Ids of the claims that it makes.",
        "took_from": "Where it has its account from: links to other documents, with the basis.",
        "ground": "own only if it tells what it saw, measured or examined itself.",
        "ground_note": "What it rests on, in a few words.",
        "credibility": "1 to 6, as it could be judged on its day; 6: cannot be judged.",
        "credibility_why": "The reason for the grade.",
        "text": "The words themselves, only if you wrote them or may print them.",
        "references": REFERENCES,
    },
    "questions": {
        "id": ID,
        "text": "An open question that accuses nobody: 'How did the fire begin?'",
        "open": "yes while nobody has settled it. Nothing then gives it a probability.",
    },
    "claims": {
        "id": ID,
        "text": "One statement. An allegation says who says so: 'A says that B told her ...'",
        "level": "event, cause, perpetrator, order, motive or side.",
        "part_of": "Id of the claim above it in the tree.",
        "question": "Id of the question it answers.",
        "open": "yes while nobody has settled it. Nothing then gives it a probability.",
        "statuses": "What could be said of it from a day on, oldest first.",
    },
    "hypotheses": {
        "id": ID,
        "label": "Short and neutral; an accusation carries its status: '(said, not verified)'.",
        "question": "Id of the question it answers.",
        "text": "What it would mean, in a sentence.",
        "public": "The day it was first put forward, if that was not the first day.",
    },
    "evidence": {
        "id": ID,
        "text": "What was observed, in a sentence that was true on the day it became public.",
        "happened": HAPPENED,
        "public": PUBLIC,
        "claims": SAYS,
        "origin": "Id of the document it comes from. Items of one origin count once.",
        "marks": "Against each explanation: CC, C, N, I, II, or NA for 'does not bear on it'.",
        "reasons": "Why, for each mark.",
        "references": REFERENCES,
    },
    "officials": {
        "id": ID,
        "source": "Id of the source that speaks.",
        "body": "The body, by its full name.",
        "kind": "finding, assessment, statement, court ruling or leak. Be strict with finding.",
        "mandate": "What it was asked to look into, and what not.",
        "happened": HAPPENED,
        "public": PUBLIC,
        "said": "What it said, in your words.",
        "wording": "Its own words, 25 at most.",
        "not_said": "What it left open, though readers often take it as said.",
        "interest": "What it stood to gain or lose.",
        "on_record": "no when nobody put a name to it.",
        "claims": SAYS,
        "changes": "What later changed it, as dated notes.",
        "references": REFERENCES,
    },
    "details": {
        "id": ID,
        "text": "The detail, in a sentence.",
        "said_in": "Id of the document that offers it.",
        "first_public": "The day it was first in public, if that was before.",
        "first_where": "Where it was in public first.",
        "references": REFERENCES,
    },
    "slips": {
        "id": ID,
        "document": "Id of the document with the slip.",
        "where": "What the document says there, in your words.",
        "type": "factual error, missing context, loaded words, slip of attribution, ...",
        "public": "The day from which a reader could know better.",
        "correction": "What is so instead.",
        "claim": "Id of the claim it is about.",
        "references": REFERENCES,
    },
    "disagreements": {
        "id": ID,
        "about": "What it is that they tell differently.",
        "versions": "Each version with its day.",
    },
    "decisions": {
        "id": ID,
        "who": "Who had to decide.",
        "what": "What they did.",
        "public": PUBLIC,
        "references": REFERENCES,
    },
    "results": {
        "id": ID,
        "subject": "Id of the source that is searched for.",
        "site": "Where the page lies: the paper, the office, the site.",
        "kind": "profile, news, official, record, post, chatbot or screenshot.",
        "public": PUBLIC,
        "shown": "What the list of results shows, in your words.",
        "opened": "What a reader finds on the page, in your words.",
        "traced": "Where it leads when one looks for what it rests on.",
        "independent": "yes when it rests neither on the account in hand nor on the subject.",
        "invented": "yes for a page that you made up for teaching; it is always shown as such.",
        "documents": "Ids of the documents it is, if the case has them.",
        "references": REFERENCES,
    },
    "interests": {
        "id": ID,
        "party": "Who.",
        "account": "Which account it favours.",
        "stake": "What it gains if that is believed, and what it loses if not.",
        "public": PUBLIC,
        "references": REFERENCES,
    },
}

PART_HELP = {
    "public": PUBLIC,
    "text": "A sentence that was true on that day.",
    "references": REFERENCES,
    "standing": "established, reported, said not verified, disputed or not established.",
    "note": "By whom: the body, the day, the document.",
    "to": "Id of the document it took the account from.",
    "basis": "cited (it says so), matching (same details), inferred (by us), unknown.",
    "claims": "Only when the link carries some of the claims: which.",
    "on": "The day for sorting, year-month-day.",
    "words": "The day for reading, like 'about 25–27 December 2015'.",
    "sure": "How sure you are of it, and why no surer.",
    "salt": "A word of the case's own.",
    "hashes": "One hash for each name.",
}

# How an optional field is written, where it takes more than a word.
EXAMPLES = {
    "replay": "[2031-04-05, 2031-04-06, 2031-04-20, 2031-09-15]",
    "private_names": "{salt: , hashes: []}",
    "resolution": '{text: , sure: , public: 2031-09-15, claims: {claim-id: "true"}}',
    "public": "2031-04-05",
    "first_public": "2031-04-05",
    "named": "no",
    "open": "yes",
    "on_record": "no",
    "independent": "yes",
    "invented": "yes",
    "documents": "[document-id]",
    "language": "en",
    "read": "in part",
    "ground": "own",
    "references": "[reference-id]",
    "says": "[claim-id]",
    "claims": "[claim-id]",
    "record": "[{public: 2031-04-05, text: , references: []}]",
    "changes": "[{public: 2031-04-05, text: , references: []}]",
    "versions": "[{public: 2031-04-05, text: }, {public: 2031-04-06, text: }]",
    "statuses": "[{standing: reported, public: 2031-04-05, note: , references: []}]",
    "took_from": "[{to: document-id, basis: cited, note: }]",
    "marks": "{explanation-id: C, another-id: I}",
    "reasons": "{explanation-id: , another-id: }",
}
