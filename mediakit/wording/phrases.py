"""Verbs that accuse together with what follows them ("sold secrets", "left them to die")."""

from __future__ import annotations

from mediakit.wording.lexicon import Verb, verb_forms

__all__ = ["PHRASAL_BY"]

# A verb, then its tail. "*" stands for up to four words in between, "+" for the end of a clause.
# One line holds one verb; tails are parted by "/".
LINES = """
know * would
push * down / * from a / * in front of
shove * down / * off / * from / * under
throw * from the / * off the / * down the / * overboard / * into the river / * out of a
plan it / * all / * blackout / the whole
take * from the company / * from the contractor / * from the defendant / * from the firm
block the inquiry / * investigation
keep * secret / * quiet
send * to kill / * to silence / * to cut / * to loosen / * to burn / * to steal / * to beat
push * back / them back
get * in return for / * in exchange for / * contract for
accept * in return / a car / a villa / * holiday / * watch / gifts / * gift / * from the defendant
run * network / * ring / * racket / * cartel / * troll / * camp / * slush
give * contract to his / * contract to her / * job to his / * job to her / * answers
inject * with
bill * for
buy * witness / * judge / * jury / * referee
award * to his / * to her / himself / herself
wipe out / them out / * out her rivals / * out his rivals
gun down
mow down
rip off / * off
sell out / * secrets / * votes / * babies / * passports / * degrees / * answers
pay off / * silence / * quiet / * off / * bribe / * militia / * hitman / * look away
buy off / * silence / * votes / * judge / * judges
make up the / up her / up his / * disappear / millions from / a fortune from / a killing / * up
beat up / * death
leave * die / * drown / * starve / * dead / * rot / * burn / * suffer
let * die / * drown / * starve / * suffer / * rot / * drink it / * burn / * off the hook / * escape
drink before / and drove
break into / the law / * rules / * law / * oath
cut corners / * corners
switch off * alarm / * recorder / * sensors / * alarm / * cameras / off the
turn off * alarm / * transponder / off the cameras / a blind eye / * over to
get rid of / away with
dispose of
bump off
sit on * report / * evidence / * warnings / on the
play down / dirty / god
fire on / at / into
shoot at / down
open fire
bring down * plane / down * aircraft / down * jet / down * airliner / down * flight
blow up / * sky
set * on fire / fire to / * ablaze / * alight / * up to
use * as a weapon / * as weapons / * excuse / * child labour / * child labor / * slave / * shields
use * chemical weapons / * banned / * torture / * poison / * cover story / * gas / * spyware
take * savings / * backhanders / * cut / money from / * on the side / bribes / * bribe / * envelope
throw * match / * game / * final / * race / * fight
cook * books
fiddle * expenses
line * pockets / * pocket
help himself to / herself to / themselves to / * cover
pass * secrets / * off as / off
work for the enemy / * death
spread lies / * lies / rumours / rumors
tell lies / * lies / a lie
lie through / about / to
game the system
grease * palms
stand by while / by and
watch while
look away / the other way
close * eyes to
know about the / all along / full well / perfectly / everything / exactly / it was / they were / +
know * unsafe / * faulty / * dangerous / * infected / * contaminated
know * toxic / * sinking / * broken / * rotten / * stolen / * innocent
cause * deaths / * death / * crash / * fire / * explosion / * outbreak / * disaster / * collapse
cause * crisis / it / * accident / * loss of / * spill / * leak / * epidemic
have * killed / * murdered / * followed / * beaten / * tapped / * shot / * silenced / * poisoned
have * arrested / * bugged / * eliminated / * assassinated / * destroyed / * framed / * bombed
have a hand in / blood on / something to hide
want * dead / * silenced / * war
pull * strings
push * over the / * off the / * under / * out of a
put * bomb / * poison / * profit / profits / * lives at / * money before
slip * poison / * bomb
send * to die / * deaths / * killers / * assassins / * death
sweep * under
tip off
hand * over to / * secrets
burn down / * down / * alive / * evidence
bury * alive / the truth / * report / * evidence
do it / away with / * dirty work / the deed / * hack
rig up
profit from the
cash in on
fix * race / * vote / * match / * election / * result / * price / * prices / * contract / * games
hush up / * up
cover up / * up / * tracks / for
carry out the / * bombing / * attack / * attacks / * killing / * killings / * poisoning / * strike
carry out * murder / * intrusion / * hack / * assassination / * massacre / * experiments / * raid
conspire with
collude with
interfere in / with / * witness
meddle in / with
tamper with
spy on / for
snoop on
eavesdrop on
prey on
steal from
plot against / to / with
hack into
siphon off
skim off
stitch up / * up
drive * suicide / * death / drunk
starve * death
fool the
pose as
pocket the
kill off
kick * death
start the fire / * war / the war / * outbreak
stage the / * attack / * accident / * own / * coup
ignore * warning / * warnings / * complaints / * risk / * alarm / * alarms
force * confess / * sign / * lie / * silence / * stay silent
pressure * to / * into
threaten to / * with / * witness / * family
experiment on
test * on prisoners / * on children
trick * into
silence the / * critics / * witness / * witnesses / * whistleblower / * journalist
order * to fire / * to kill / * to shoot / * to attack / * dead / * killed / * killing / the hit
order * to lie / * to hide / * to delete / * to destroy / * to falsify / * to burn
give the order / the orders / * orders to kill / * bribes / * green light / the go-ahead
smuggle out
strip * assets
whip up
walk off with
make off with
run off with
frame * for
set up * frame / * up as
sign off * strike / * killing
""".strip().splitlines()


def _by_first_word() -> dict[str, list[tuple[Verb, tuple[str, ...]]]]:
    out: dict[str, list[tuple[Verb, tuple[str, ...]]]] = {}
    for line in LINES:
        base, _, rest = line.partition(" ")
        for word, verb in verb_forms(frozenset((base,)), "strong").items():
            out.setdefault(word, []).extend((verb, tuple(t.split())) for t in rest.split("/"))
    return out


PHRASAL_BY = _by_first_word()
