"""Reporting verbs and phrases, as data.

Every list says what its words need around them before they count, because the same word is a
verb of saying in one place and an ordinary noun or verb in another ("she notes that", "the notes").
The lists are hand-written from how news, agency copy and official reports are phrased; no corpus
was copied into them. A form stands as it is written in a text: no stemming, so nothing surprises.
"""

from __future__ import annotations

__all__ = [
    "ACCUSING",
    "AUXILIARIES",
    "CLAIMING",
    "COGNITION",
    "FINITE",
    "HEARING",
    "HEARSAY",
    "PASSIVE_SAID",
    "SAYING",
    "SHOWING",
    "TAIL_WORDS",
    "TELLING",
    "TO_ACTS",
    "forms",
    "words",
]


def words(text: str) -> frozenset[str]:
    """A list of words, written as running text."""
    return frozenset(text.split())


def forms(*rows: str) -> dict[str, str]:
    """Rows like ``"say says said saying"`` as a mapping from each form to the first one."""
    return {form: row.split()[0] for row in rows for form in row.split()}


# Plain verbs of saying. They introduce speech with or without "that", before or behind it.
SAYING = forms(
    "say says said saying",
    "add adds added adding",
    "state states stated stating",
    "write writes wrote written writing",
    "insist insists insisted insisting",
    "maintain maintains maintained maintaining",
    "assert asserts asserted asserting",
    "allege alleges alleged alleging",
    "claim claims claimed claiming",
    "argue argues argued arguing",
    "contend contends contended contending",
    "announce announces announced announcing",
    "declare declares declared declaring",
    "explain explains explained explaining",
    "acknowledge acknowledges acknowledged acknowledging",
    "admit admits admitted admitting",
    "concede concedes conceded conceding",
    "comment comments commented commenting",
    "remark remarks remarked remarking",
    "reply replies replied replying",
    "respond responds responded responding",
    "recall recalls recalled recalling",
    "suggest suggests suggested suggesting",
    "warn warns warned warning",
    "testify testifies testified testifying",
    "tweet tweets tweeted tweeting",
    "post posts posted posting",
    "note notes noted noting",
    "observe observes observed observing",
    "stress stresses stressed stressing",
    "emphasise emphasises emphasised emphasising",
    "emphasize emphasizes emphasized emphasizing",
    "report reports reported reporting",
    "confirm confirms confirmed confirming",
    "predict predicts predicted predicting",
    "caution cautions cautioned cautioning",
    "complain complains complained complaining",
    "joke jokes joked joking",
    "quip quips quipped quipping",
    "exclaim exclaims exclaimed exclaiming",
    "continue continued",  # behind a quotation only, see QUOTE_ONLY
    "ask asks asked asking",
    "mention mentions mentioned mentioning",
    "charge charges charged charging",
    "reveal reveals revealed revealing",
    "disclose discloses disclosed disclosing",
    "propose proposes proposed proposing",
    "recommend recommends recommended recommending",
    "estimate estimates estimated estimating",
    "conclude concludes concluded concluding",
    "boast boasts boasted boasting",
    "vow vows vowed vowing",
    "promise promises promised promising",
    "pledge pledges pledged pledging",
    "counter counters countered countering",
    "reiterate reiterates reiterated reiterating",
    "theorise theorises theorised theorising",
    "theorize theorizes theorized theorizing",
    "speculate speculates speculated speculating",
    "submit submits submitted submitting",
    "swear swears swore",
    "agree agrees agreed agreeing",
    "deny denies denied denying",
    "dispute disputes disputed disputing",
    "rule rules ruled ruling",
    "shout shouts shouted shouting",
    "whisper whispers whispered whispering",
    "read reads",
    "quote quoted",
)

# They need "that" or a quotation: alone they are more often something else than saying.
STRICT = words(
    """add continue comment remark reply respond post charge report confirm ask read quote note
    recall reveal disclose propose recommend promise pledge counter submit swear agree rule
    shout whisper observe mention deny dispute complain joke boast vow testify stress caution
    joke quip exclaim declare conclude announce maintain write assert"""
)
# Of those, the ones that also take a clause without "that" when it plainly is one.
LOOSE = words("""note report confirm reveal announce predict admit concede conclude""")

# Only beside a quotation.
QUOTE_ONLY = words("""continue read quote shout whisper joke quip exclaim post""")

# Somebody is told: the hearer stands between the verb and what is said.
TELLING = forms(
    "tell tells told telling",
    "inform informs informed informing",
    "assure assures assured assuring",
    "warn warns warned warning",
    "remind reminds reminded reminding",
)

# Documents speak, and so do people: these need "that", a quotation, or a plain clause.
SHOWING = forms(
    "show shows showed shown showing",
    "find finds found finding",
    "indicate indicates indicated indicating",
    "demonstrate demonstrates demonstrated demonstrating",
    "determine determines determined",
    "imply implies implied implying",
    "prove proves proved proving",
    "establish established",
    "point",
)

# What somebody is said to think, know or intend.
COGNITION = forms(
    "think thinks thought thinking",
    "believe believes believed believing",
    "know knows knew",
    "suspect suspects suspected",
    "hope hopes hoped",
    "fear fears feared",
    "feel feels felt",
    "expect expects expected",
    "assume assumes assumed assuming",
    "realise realises realised",
    "realize realizes realized",
    "learn learns learned learnt",
    "hear hears heard",
    "decide decides decided",
    "doubt doubts doubted",
    "hypothesise hypothesised",
    "hypothesize hypothesized",
    "posit posits posited",
    "understand understands understood",
    "consider considers considered",
    "wish wishes wished",
    "recognise recognises recognised",
    "recognize recognizes recognized",
)
# Thoughts that take a clause without "that" often enough.
OPEN_COGNITION = words("""think believe suspect hope fear feel know assume wish""")

# A claim with a noun behind it: "claimed responsibility for", "boasted of".
CLAIMING = {
    "claim": ("responsibility", "credit"),
    "boast": ("of", "about"),
    "deny": (),  # with an -ing form, "any", "the", a noun: see attribution
    "warn": ("of", "about", "against"),
    "complain": ("of", "about"),
    "speak": ("of",),
    "admit": ("to",),
    "confess": ("to",),
}

# Somebody accuses somebody: the accused stands between the verb and the act.
ACCUSING = {
    "accuse": "of",
    "accuses": "of",
    "accused": "of",
    "accusing": "of",
    "blame": "for on",
    "blames": "for on",
    "blamed": "for on",
    "blaming": "for on",
    "suspected": "of",
}

# A promise, a refusal, a threat: the verb with "to" carries what is said.
TO_ACTS = forms(
    "vow vows vowed vowing",
    "promise promises promised promising",
    "pledge pledges pledged pledging",
    "threaten threatens threatened threatening",
    "claim claims claimed claiming",
)

# "received the account from": the words came from somebody else before.
HEARING = {
    "received": True,
    "obtained": True,
    "got": True,
    "gathered": True,
    "had": True,
    "heard": False,
    "learned": False,
    "learnt": False,
}
# Verbs marked True count only when what is received is something told.
HEARSAY = words(
    """information account accounts story stories detail details tip tips allegation allegations
    claim claims version intelligence news report reports confirmation document documents
    warning warnings rumour rumours rumor rumors it this that evidence"""
)

# "is said to have": somebody says it, and the sentence does not say who.
PASSIVE_SAID = words(
    """said alleged believed reported thought rumoured rumored claimed understood suspected"""
)

AUXILIARIES = words(
    """has have had having 's 've 'd did does do is are was were be been being will would can
    could may might must shall should not never n't didn't doesn't don't hasn't haven't
    hadn't wasn't weren't isn't aren't won't wouldn't cannot can't couldn't"""
)

# Finite verbs that show "here is a clause" and "here the noun phrase ends". Not complete and
# need not be: a missing word costs a find, never puts words in a mouth.
FINITE = words(
    """is are was were am be has have had will would can could may might must shall should do
    does did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot
    couldn't don't doesn't didn't it's that's there's he's she's they're we're you're i'm i've
    we've they've i'd we'd they'd he'd she'd it'd i'll we'll they'll he'll she'll it'll became
    become becomes began begins began broke came comes come did drew fell felt found gave
    gives give go goes went gets got grew held hold holds kept keep keeps knew left leave
    leaves led leads lost made makes make met need needs paid put ran run runs rose said sank
    saw says seem seems sent shot showed shows sold spent spoke stood struck take takes took
    taught thought told want wants won wrote lay lies lost meant means cost hit cut set let
    read built bought brought caught chose fought flew forgot hid lose loses sees see sits sat
    speaks stays tells tries wears works causes caused happens happened remains contains
    includes appears continues deserves faces fails follows helps lives looks moves plays
    poses provides represents requires shares starts stops suffers supports turns uses"""
)

# A tail behind a quotation that ends in ? or !: "Why?" Ada Voss asked.
TAIL_WORDS = words(
    """said says asked asks wrote writes added adds replied replies told shouted exclaimed joked
    tweeted continued argued explained recalled noted insisted"""
)
