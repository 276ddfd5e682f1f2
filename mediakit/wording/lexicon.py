"""The words that the lint knows, by the work they do in a sentence.

Verbs are listed as base forms; `verb_forms` makes the inflected forms. The lists are our own
and cover allegations in general (money, violence, science, sport, votes, records).
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Verb", "ing_form", "past_form", "s_form", "verb_forms", "words"]


class Verb(NamedTuple):
    """One inflected form: its base, its form (base, s, past, pp, ing) and its class."""

    base: str
    form: str
    kind: str


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


# Verbs that accuse whoever is their subject.
STRONG = words(
    """whip waterboard beat punch rape upcharge bilk overbill gouge mis-label mislabel
    exterminate ransack pilfer filch fiddle hoodwink browbeat waterboard flog whip behead drug ram
    booze poach gaslight brutalise brutalize terrorise terrorize persecute impersonate misreport
    misrepresent mis-sell disinform malign slander libel defame scapegoat pollute vandalise vandalize
    maltreat manhandle electrocute disenfranchise gerrymander eavesdrop underpay misspend squander
    carjack hijack decapitate suffocate asphyxiate
    murder assassinate bribe embezzle defraud swindle smuggle launder falsify forge fake
    fabricate rig doctor sabotage lie mislead deceive conspire collude plot blackmail extort torture
    rape molest abuse assault harass grope kidnap abduct loot plunder pocket siphon cheat
    plagiarise plagiarize hack betray mastermind orchestrate perpetrate massacre slaughter gas
    torch traffic con dope intimidate bully frame groom coerce overbill overcharge misuse
    misappropriate counterfeit backdate incite behead execute lynch steal scam dupe plunder stalk
    shoplift profiteer whitewash gag spy instigate stage-manage double-cross fleece
    bug wiretap entrap brainwash starve mistreat exploit neglect bomb shoot stab strangle
    smother dismember mutilate burgle rob mug bilk racketeer cover-up perjure"""
)
# Verbs that accuse a person or body, but also describe accidents, weather and machines.
HARM = words(
    """kick slap shove choke drag batter trample beat punch
    leak dump evade conceal suppress mishandle tap snatch strafe pillage displace muzzle hide
    mask obstruct stifle ransack eliminate botch
    kill destroy poison down sink drown burn ambush attack injure maim wound hit infect
    contaminate pollute crush wreck flatten hurt harm shell cripple raze"""
)
# Verbs that accuse when their object is a wrong ("ordered the attack", "hid the logs").
WITH_OBJECT = words(
    """use hush
    order commission fund finance bankroll pay hire arrange organise organize plan plant stage
    approve authorise authorize sanction direct command oversee run take accept receive conceal
    destroy delete shred alter change inflate sell pass cause send let commit launch help
    enable protect shield ignore bury carry lead mount engineer execute do make
    erase wipe withhold manipulate tamper invent massage tip detonate trigger start set give
    supply provide buy throw fix spread tolerate allow permit encourage sponsor back hold keep
    move fire release switch swap stuff remove push force facilitate demand solicit prepare
    assist equip arm host train wave dodge skim divert funnel break burn distort
    exaggerate inject administer feed slip spike weaponise weaponize operate"""
)
BAD_NOUNS = words(
    """verdict verdicts invoice certificates licence licences permit permits contract contracts statement
    testimony alibi
    savings mistake mistakes error errors defect defects flaw flaws risk risks danger dangers
    side-effects identity memo letter letters recorder invoices receipts passports findings study trial
    trials recordings tape payments statistics tests timesheets hours scandal losses debt debts
    intrusion tapping bugging phone-tapping wiretaps wiretapping hacking
    attack attacks attacker attackers bombing bombings bomb bombs bombers murder murders killing
    killings killer killers assassination assassin assassins strike strikes shelling poisoning
    poison arson fire blaze bribe bribes bribery kickback kickbacks backhander backhanders fraud
    hit hitman hitmen hit-men gang gangs militia mercenaries warlord warlords explosion blast crash
    crashes sabotage hoax outbreak plot coup break-in burglary robbery theft heist raid ambush
    massacre atrocity atrocities genocide torture abuse abuser abusers cover-up coverup scam scheme
    spill drugs hormones steroids doping bung bungs ransom kidnapping abduction leak hack
    cyberattack cyber-attack malware spyware harassment blackmail smear evidence logs records
    emails e-mails correspondence ballots ballot votes tapes footage warnings warning complaints
    secrets photos pictures files samples results numbers figures data books accounts report
    meat food waste solvent sewage chemicals toxins asbestos spy spies mole agents thugs thug
    weapons arms gun guns missile missiles rocket rockets sarin gas nerve-agent novichok cartel
    terrorists terrorism terrorist disease disaster tragedy death deaths disappearance victims
    villagers civilians protesters patients passengers witnesses witness match matches final race
    exam exams grades questions answers papers envelope cash money fund funds taxes tax dirty
    crime crimes war genocide sanctions wrongdoing statues artefacts artifacts perjury coverups
    opponents whistleblower whistleblowers dissidents dissident journalist journalists envoy
    boxes truth plan operation mission detonation wells well degrees certificates babies children"""
)
# Of the bad nouns, those that are wrong with any verb; the rest need a verb that hides or spoils.
GRAVE = words(
    """abuser abusers terrorist rapist rapists paedophile paedophiles slaughter ransomware trafficking
    slavery cheats forger assassinations smuggling beheadings cyberattacks cyber-attacks coups riot riots
    slush pervert perverts predator predators extremists jihadists hijackers fugitive fugitives lies
    intrusion tapping bugging phone-tapping wiretapping wiretaps hacking purge purges pogrom famine
    shooting shootings stabbing beheading beatings rape rapes executions disappearances deportations
    looting pillage blackout derailment forgery forgeries embezzlement incursion assaults bloodshed
    carnage vandalism thefts kidnappings hijacking burglaries collusion disinformation landmines
    cluster chlorine violence downing match-fixing vote-rigging ballot-rigging cheating
    attack attacks attackers bombing bombings bomb bombs bombers murder murders killing killings
    killer killers assassination assassin assassins strike strikes shelling poisoning poison arson
    fire blaze bribe bribes bribery kickback kickbacks backhander backhanders fraud hit hitman
    hitmen gang gangs militia mercenaries explosion blast crash sabotage hoax outbreak plot coup
    break-in burglary robbery theft heist raid ambush massacre atrocity atrocities genocide torture
    abuse abuser abusers cover-up coverup scam spill doping hormones steroids bung bungs ransom
    kidnapping abduction hack cyberattack cyber-attack malware spyware harassment blackmail smear
    terrorists terrorism disaster tragedy death deaths disappearance crime crimes sarin perjury
    warlord warlords cartel wrongdoing thugs thug spies envelope civilians protesters villagers
    novichok nerve-agent wounding extortion corruption lynching rape assault leak drugs"""
)
SPOIL = words(
    """buy hide conceal destroy delete shred alter change inflate leak bury suppress dump erase wipe
    withhold manipulate tamper invent massage sell ignore throw fix plant stuff switch swap distort
    exaggerate skim divert funnel evade dodge silence burn break remove move pay doctor pass
    contaminate spike"""
)
# "paid the witnesses" accuses, "paid the fund" does not.
NEUTRAL_PAIRS = {
    "buy": BAD_NOUNS - words("witness witnesses votes ballots truth secrets answers grades exam"),
    "sell": words(
        "contract contracts invoice invoices letters letter recordings studies study tapes tape memo "
        "food data papers files records books accounts report money fund funds tax cash numbers "
        "figures weapons gas guns chemicals photos pictures matches well wells plan"
    ),
    "change": words(
        "plan food money cash mission operation questions papers well wells data accounts file "
        "files report figures"
    ),
    "move": words(
        "patients children passengers villagers boxes files papers records meat food books "
        "victims babies weapons"
    ),
    "remove": words(
        "waste boxes asbestos weapons chemicals victims passengers drugs papers sanctions food "
        "patients sewage toxins gas samples"
    ),
    "pass": words("exam exams data papers sanctions samples warning warnings plan report files"),
    "throw": words("food waste boxes papers books money"),
    "pay": words(
        "money cash tax taxes fund funds ransom victims data accounts food papers report passengers "
        "children patients villagers civilians journalists"
    ),
    "fix": words("leak boxes wells well data figures gas plan records food"),
    "break": words("exam data boxes waste"),
    "burn": words("waste gas food cash chemicals"),
    "destroy": words("weapons drugs boxes wells well chemicals missiles"),
    "divert": words("waste sewage passengers"),
    "ignore": words("exam exams money food cash papers"),
    "fire": frozenset(),
    "swap": words("data papers photos"),
    "switch": words("gas well wells"),
    "plant": words("food wells"),
    "dump": words("data"),
    "bury": words("victims dead children babies passengers"),
}
# What a body may rightly do with a grave noun: "organised the inquiry into the attack" has none.
NEUTRAL_GRAVE = {
    "do": BAD_NOUNS,
    "use": GRAVE
    - words("poison sarin chlorine cluster thugs bribes blackmail torture violence steroids"),
    "make": BAD_NOUNS,
    "take": GRAVE - words("bribe bribes kickback kickbacks bung bungs cash envelope drugs ransom"),
    "receive": GRAVE - words("bribe bribes kickback kickbacks bung bungs"),
    "accept": GRAVE - words("bribe bribes kickback kickbacks bung bungs envelope"),
    "change": GRAVE,
    "keep": GRAVE,
    "hold": GRAVE,
    "give": GRAVE - words("bribe bribes kickback kickbacks drugs envelope"),
    "send": GRAVE
    - words(
        "killer killers assassin assassins hitman hitmen thugs bomb bombs spies militia poison"
    ),
    "run": GRAVE - words("scam fraud"),
    "lead": GRAVE - words("attack massacre coup gang plot"),
    "move": GRAVE - words("abuser abusers drugs"),
    "remove": GRAVE,
    "force": GRAVE,
    "break": GRAVE,
    "push": GRAVE,
    "demand": GRAVE - words("bribe bribes ransom kickback kickbacks"),
    "prepare": GRAVE - words("attack bombing coup massacre murder"),
    "back": GRAVE - words("coup militia terrorists"),
    "help": GRAVE - words("killer killers terrorists attackers"),
    "hit": GRAVE,
    "fire": GRAVE,
    "let": GRAVE,
    "allow": GRAVE - words("abuse fraud torture"),
    "train": GRAVE - words("killer killers militia terrorists assassins"),
    "pass": GRAVE,
    "host": GRAVE,
    "release": GRAVE - words("sarin gas poison"),
    "start": GRAVE - words("fire blaze outbreak"),
    "burn": GRAVE,
    "operate": GRAVE,
    "feed": GRAVE,
    "direct": GRAVE - words("attack bombing killing massacre"),
    "protect": GRAVE - words("abuser abusers killer killers gang"),
    "spread": GRAVE - words("poison malware hoax smear"),
    "slip": GRAVE - words("poison bomb drugs envelope"),
    "tip": GRAVE - words("killer killers gang"),
    "wave": GRAVE,
    "invent": GRAVE,
    "provide": GRAVE - words("bomb bombs poison drugs hormones"),
    "ignore": GRAVE - words("abuse fraud torture leak"),
    "fund": GRAVE - words("attack bombing coup terrorists militia killers"),
    "approve": GRAVE,
    "buy": GRAVE - words("drugs bomb steroids"),
}
NEUTRAL_GRAVE["approve"] = words("leak fire drugs disaster death deaths crash tragedy")

IRREGULAR = {
    "beat": ("beat", "beaten", "beating"),
    "get": ("got", "got", "getting"),
    "cut": ("cut", "cut", "cutting"),
    "blow": ("blew", "blown", "blowing"),
    "gun": ("gunned", "gunned", "gunning"),
    "rip": ("ripped", "ripped", "ripping"),
    "mow": ("mowed", "mown", "mowing"),
    "bump": ("bumped", "bumped", "bumping"),
    "sit": ("sat", "sat", "sitting"),
    "leave": ("left", "left", "leaving"),
    "drug": ("drugged", "drugged", "drugging"),
    "ram": ("rammed", "rammed", "ramming"),
    "tap": ("tapped", "tapped", "tapping"),
    "whip": ("whipped", "whipped", "whipping"),
    "flog": ("flogged", "flogged", "flogging"),
    "put": ("put", "put", "putting"),
    "mis-sell": ("mis-sold", "mis-sold", "mis-selling"),
    "bring": ("brought", "brought", "bringing"),
    "stand": ("stood", "stood", "standing"),
    "know": ("knew", "known", "knowing"),
    "have": ("had", "had", "having"),
    "sweep": ("swept", "swept", "sweeping"),
    "misspend": ("misspent", "misspent", "misspending"),
    "drink": ("drank", "drunk", "drinking"),
    "underpay": ("underpaid", "underpaid", "underpaying"),
    "tell": ("told", "told", "telling"),
    "drive": ("drove", "driven", "driving"),
    "strip": ("stripped", "stripped", "stripping"),
    "lie": ("lied", "lied", "lying"),
    "mislead": ("misled", "misled", "misleading"),
    "steal": ("stole", "stolen", "stealing"),
    "sink": ("sank", "sunk", "sinking"),
    "shoot": ("shot", "shot", "shooting"),
    "hit": ("hit", "hit", "hitting"),
    "rig": ("rigged", "rigged", "rigging"),
    "con": ("conned", "conned", "conning"),
    "plot": ("plotted", "plotted", "plotting"),
    "kidnap": ("kidnapped", "kidnapped", "kidnapping"),
    "traffic": ("trafficked", "trafficked", "trafficking"),
    "gas": ("gassed", "gassed", "gassing"),
    "gag": ("gagged", "gagged", "gagging"),
    "bug": ("bugged", "bugged", "bugging"),
    "wiretap": ("wiretapped", "wiretapped", "wiretapping"),
    "scam": ("scammed",) * 2 + ("scamming",),
    "entrap": ("entrapped", "entrapped", "entrapping"),
    "stab": ("stabbed", "stabbed", "stabbing"),
    "rob": ("robbed", "robbed", "robbing"),
    "mug": ("mugged", "mugged", "mugging"),
    "overpay": ("overpaid", "overpaid", "overpaying"),
    "hurt": ("hurt", "hurt", "hurting"),
    "pay": ("paid", "paid", "paying"),
    "plan": ("planned", "planned", "planning"),
    "oversee": ("oversaw", "overseen", "overseeing"),
    "run": ("ran", "run", "running"),
    "take": ("took", "taken", "taking"),
    "hide": ("hid", "hidden", "hiding"),
    "shred": ("shredded", "shredded", "shredding"),
    "sell": ("sold", "sold", "selling"),
    "send": ("sent", "sent", "sending"),
    "let": ("let", "let", "letting"),
    "commit": ("committed", "committed", "committing"),
    "lead": ("led", "led", "leading"),
    "do": ("did", "done", "doing"),
    "make": ("made", "made", "making"),
    "withhold": ("withheld", "withheld", "withholding"),
    "tip": ("tipped", "tipped", "tipping"),
    "set": ("set", "set", "setting"),
    "give": ("gave", "given", "giving"),
    "buy": ("bought", "bought", "buying"),
    "throw": ("threw", "thrown", "throwing"),
    "spread": ("spread", "spread", "spreading"),
    "permit": ("permitted",) * 2 + ("permitting",),
    "hold": ("held", "held", "holding"),
    "keep": ("kept", "kept", "keeping"),
    "swap": ("swapped", "swapped", "swapping"),
    "skim": ("skimmed", "skimmed", "skimming"),
    "break": ("broke", "broken", "breaking"),
    "slip": ("slipped", "slipped", "slipping"),
    "feed": ("fed", "fed", "feeding"),
    "siphon": ("siphoned", "siphoned", "siphoning"),
    "spy": ("spied", "spied", "spying"),
    "bully": ("bullied", "bullied", "bullying"),
    "falsify": ("falsified", "falsified", "falsifying"),
    "bury": ("buried", "buried", "burying"),
    "cover-up": ("covered-up", "covered-up", "covering-up"),
}


def s_form(base: str) -> str:
    """The third-person form: ``bribe`` -> ``bribes``, ``bury`` -> ``buries``."""
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def past_form(base: str) -> str:
    """The regular past form: ``bribe`` -> ``bribed``."""
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def ing_form(base: str) -> str:
    """The -ing form: ``bribe`` -> ``bribing``."""
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


def verb_forms(bases: frozenset[str], kind: str) -> dict[str, Verb]:
    """Every inflected form of these verbs."""
    out: dict[str, Verb] = {}
    for base in sorted(bases):
        past, pp, ing = IRREGULAR.get(base, (past_form(base), past_form(base), ing_form(base)))
        for word, form in ((base, "base"), (s_form(base), "s"), (ing, "ing"), (pp, "pp")):
            out[word] = Verb(base, form, kind)
        out[past] = Verb(base, "past", kind)
    return out


VERBS: dict[str, Verb] = {
    **verb_forms(WITH_OBJECT, "object"),
    **verb_forms(HARM - WITH_OBJECT, "harm"),
    **verb_forms(STRONG, "strong"),
}
DOUBLE = words("destroy burn")  # harm verbs that also take a bad object

# Who can be accused or can speak, in lower case.
ROLES = words(
    """archbishop spook spooks respondent claimant applicant defendant witness directorate publisher racer
    jockey swimmer cyclist rider wrestler boxer sprinter runner bodyguard lieutenant sergeant corporal
    brigade battalion regiment platoon troop unit units warlord chieftain emir sheikh sultan emperor
    tsar oligarchs tycoons lobbyist lobbyists donor donors backer backers investor investors trustee
    trustees shareholder rector provost matron therapist psychologist psychiatrist dentist paramedic
    physician midwives carer carers tutor warder pathologist chemist biologist physicist analyst
    statistician author authors writer poet painter dealer dealers collector smuggler settlers settler
    rebel fighters fighter gunman gunmen sniper recruiter handler asset courier servant
    housekeeper nanny babysitter stepfather stepmother boyfriend girlfriend partner ex-partner lover
    rival rivals cousin nephew niece grandson heiress socialite tsarina lord lady duke duchess baron
    count earl knight envoys consul attache treasurer mp mps congressman congresswoman legislator
    legislators lawmaker lawmakers candidate candidates campaign campaigners activist activists lobby
    chain retailer supermarket restaurant hotel casino insurer lender startup start-up giant firm's
    subsidiary manufacturer's skipper mate stewardess steward controller
    dispatcher mechanic technician technicians foreman miner miners developer's landlady agent's
    fund trust sect cult cleric guru preacher televangelist missionary monk nun abbot vicar chaplain
    mayor minister president premier chancellor king queen prince senator deputy governor
    ambassador envoy
    diplomat general colonel major captain commander officer officers admiral soldier soldiers guard
    guards police policeman sheriff detective inspector inspectors agent agents spy chief boss
    bosses head director directors manager managers executive executives owner founder chairman
    chairwoman chair ceo banker bankers bank banks company companies firm firms corporation
    contractor contractors supplier maker makers manufacturer operator airline shipowner landlord
    landlords tycoon billionaire oligarch lawyer lawyers judge judges prosecutor prosecutors clerk
    clerks auditor accountant treasurer secretary teacher teachers headteacher principal dean
    professor professors lecturer student students pupil researcher researchers scientist scientists
    laboratory lab doctor doctors surgeon surgeons nurse nurses midwife pharmacist hospital clinic
    priest priests bishop bishops cardinal imam rabbi pastor church cleric coach coaches trainer
    referee player players striker goalkeeper captain athlete athletes club team federation
    association union unions charity foundation party government governments regime state states
    ministry ministries department agency agencies service services army navy airforce forces troops
    militia rebels group junta palace kremlin council councillor councillors councilor politician
    politicians official officials aide aides adviser advisor insider hacker hackers engineer
    engineers pilot pilots driver drivers crew captain fixer broker dealer trader traders
    farmer neighbour neighbor husband wife ex-wife ex-husband father mother brother son daughter
    uncle man woman men women couple gang family heir editor editors journalist journalists
    newspaper newspapers broadcaster publisher blogger host celebrity actor singer producer curator
    museum defector dictator dictators leader leaders they he she network cartel syndicate mafia
    company's operator's consortium refinery factory brewery mill developer builder builders
    architect caretaker janitor warden wardens jailer cook chef baker waiter butcher vet
    whistleblower widow employer employee employees staff worker workers board committee panel
    authorities authority regulator administration presidency embassy consulate ruler intelligence
    military separatists insurgents terrorists extremists loyalists separatist operative operatives
    who authorities utility carrier kids boys girls bloke guy lad"""
)
INANIMATE = words(
    """crash fire fires blast blasts explosion explosions storm storms flood floods earthquake quake
    virus viruses bacteria disease illness infection accident accidents bomb bombs device shell
    shells shrapnel mine rocket rockets missile missiles fault faults failure failures engine heat
    cold drought landslide landslides outbreak avalanche avalanches ship train trains aircraft plane
    jet bus car lorry truck wave waves tsunami hurricane typhoon tornado cyclone lightning rust
    fatigue leak leaks spill gas smoke lead arsenic chemical chemicals cancer famine collapse
    derailment cloud toxin toxins tide river ice snow wind rain dust fallout reactor turbine battery
    wiring bird birds shark bear dog wolf snake insects mould mold bridge dam error bug software
    malware strike strikes impact stroke overdose pesticide pesticides contamination pollution
    poisoning blaze inferno flames wildfire wildfires eruption volcano it this that these those
    what war conflict fighting epidemic pandemic cholera anthrax ebola measles malaria"""
)
GENERIC = words(
    """who whoever anyone anybody someone somebody nobody everyone people person persons those i we
    one whom none no-one students reader readers you criminals liars thieves humans which what"""
)
# Words with a capital at the head of a sentence that are no names.
FUNCTION = words(
    """how why when where if although because while but yes so as after before until since though
    not then there here now once even only also still yet perhaps maybe both either neither each
    all most more much too very please ask write read look see do did does is are was were has have
    had can could may might must will would should shall am let try use take give say tell find
    obviously clearly allegedly apparently in on at of for from with by about under over during"""
)
# How and why a thing was done, where that makes it an accusation of the person or body before it.
CONTEXTS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """in return for a
in return for cash
in return for money
in return for votes
in return for silence
in exchange for cash
in exchange for bribes
in exchange for money
in exchange for votes
in exchange for silence
in exchange for sex
to hide the
to hide its
to hide his
to hide her
to hide their
to conceal
to cover up
to cover his
to cover her
to cover its
to cover their
to silence
to keep quiet
to keep silent
to keep him quiet
to keep her quiet
to keep them quiet
to save money
to save a few
to dodge
to evade
to dupe
to fool
to frame
to discredit
to intimidate
to get rid of
to rig
to steal
to enrich
for personal gain
for insurance money
for the insurance
for a bribe
for bribes
for cash in
despite warnings
despite repeated warnings
without their consent
without her consent
without his consent
without consent
without a warrant
off the books
under the table
behind the backs
behind their backs
behind her back
behind his back
from his own
into his own pocket
into her own pocket
into their own pockets
to his own account
to her own account
into his own account
into her own account
to his cronies
while knowing
by force
at gunpoint
in cold blood
with impunity
against their will
against her will
against his will""".splitlines()
)
# Words before a reporting verb that name nobody.
WEASEL = words(
    """unnamed anonymous undisclosed unidentified
    unnamed anonymous undisclosed unidentified sources source insiders people some many most critics observers everyone everybody they
    rumours rumors rumour rumor others folks commentators bloggers pundits tongues locals users
    netizens opponents enemies experts word detractors skeptics sceptics gossip fans"""
)
SELF = words("i we you me us my our")
REPORT_VERBS = words(
    """said says say saying told tells tell wrote writes write written reported reports report
    stated states testified testifies testify alleged alleges allege alleging accused accuses accuse
    accusing charged argued argues argue found finds concluded concludes conclude ruled rules held
    convicted convicts warned warns announced announces explained explains recalled recalls insisted
    insists insist believes believed believe suspects suspect suspected thinks thought think blames
    blamed blame blaming noted notes added adds heard hears claimed claims claim claiming admitted
    admits
    revealed reveals confirmed confirms confirm cites cited citing asserts asserted maintains
    maintained indicted sentenced fined complained complains swore swears declared declares
    estimates estimated assessed assesses assess judged identified named names lists described
    describes denies denied deny published posted tweeted quoted determined established
    suggests suggested suggest contends contended asks asked replied answered acknowledged
    conceded concedes testifying telling reporting accepts rejects rejected disputes disputed
    recommends recommended decided decides show shows showed documented records recorded"""
)
# Verbs after which the author takes sides: no shelter for what follows.
OWN_SHOWING = words("show shows showed prove proves proved established records")
# A word before the accusation that takes the assertion out of it.
SHELTER = words(
    """whether if unless suppose supposing imagine deny denies denied denying denial refuted
    acquitted cleared quashed exonerated convicted sentenced jailed imprisoned fined indicted sued
    arrested charged charges investigating investigated investigates investigate investigation
    trial accusation accusations allegation allegations claim suggestion suspicion inquiry
    questioned hypothesis hypothetical fictional overturned dismissed question unproven lawsuit
    appeal appealed disproved disproves wrongly falsely mistakenly without evidence
    account accounts version statement story theory example tale report"""
)
NEGATION = words(
    """not never no neither nor none nobody no-one cannot without hardly n't refused refuses
    failed unable nothing"""
)
AUX = words(
    """has have had having did does do was were is are be been being am get gets got may might could
    must can will would should shall 'd 've"""
)
BE = words("is are was were be been being am get gets got")
ADVERBS = words(
    """also then later once even just only personally secretly deliberately knowingly quietly simply
    still first actually really probably likely possibly certainly obviously clearly definitely
    surely themselves himself herself itself both all had twice repeatedly routinely systematically
    illegally brutally openly directly effectively apparently often always again already who now
    soon ever fully partly intentionally wilfully willfully cynically recklessly callously casually
    has have covertly silently subsequently previously never cruelly viciously blatantly shamelessly
    plainly evidently undoubtedly purposely almost immediately eventually together"""
)
DETERMINERS = words(
    """a an the this that these those his her its their our my your some any no every each several
    many two three four five six seven eight nine ten of in on at for with from to by as into about
    over under against between such other new old more most and or nor but than"""
)
BASE_BEFORE = words("""did does do could may might must can't couldn't didn't helped help can""")
INTENT = words(
    """conspired paid hired ordered told sent forced helped got tried attempted plotted planned conspired
    agreed wanted bribed persuaded instructed threatened conspiring trying attempting planning
    paying hiring ordering persuading offered decided tricked commanded seems seem appears appear
    used schemed asked colluded encouraged incited"""
)
ALLEGED_ADVERBS = words("allegedly reportedly supposedly purportedly rumouredly")
ALLEGED_ADJECTIVES = words("alleged supposed purported suspected reputed")
SEEMING = words("apparently seemingly presumably")
ALLEGED_PASSIVES = words(
    """said alleged believed thought rumoured rumored reported suspected understood accused
    reputed held known whispered supposed presumed feared"""
)
LABEL_NOUNS = words(
    """murderer murderers killer killers liar liars thief thieves crook crooks traitor traitors
    fraud fraudster spy mole criminal criminals gangster gangsters terrorist culprit culprits
    mastermind ringleader puppet paedophile pedophile predator cheat cheats impostor arsonist
    poisoner bomber assassin embezzler swindler conman con-man torturer rapist abuser kidnapper
    forger saboteur perjurer racketeer plagiarist hypocrite puppet-master butcher monster tyrant
    psychopath sociopath charlatan quack parasite accomplice perpetrator perpetrators smuggler
    launderer extortionist blackmailer doper stooge hitman murderess fixer collaborator"""
)
# Adjectives that make any deed with the thing a wrong: "bought false certificates".
BAD_ADJECTIVES = words(
    """false fake forged bogus banned illegal illicit stolen counterfeit rigged doctored dirty poisoned
    contaminated tainted toxic expired unlicensed phoney phony sham fraudulent laundered looted
    falsified fabricated prohibited underage infected faulty unsafe defective rotten corrupt"""
)
# What anybody may do with a wrong without being accused of it.
NEUTRAL_VERBS = words(
    """attribute ascribe carry play draw mark pass turn point assign relate refer
    investigate condemn arrest visit treat count examine deny report uphold quash convict fine
    charge survive fear suffer see watch mourn meet remember oppose prevent stop end fight protest
    criticise criticize discuss study publish print review answer face announce promise ban prohibit
    search seize find discover recover photograph lose win reject dismiss measure check test expect
    describe mention call want need seek probe denounce detect identify trace follow witness escape
    expose uncover avoid reduce halt thwart foil confirm document record list name note cite quote
    explain date compare link connect question doubt dispute mark commemorate film interview analyse
    analyze debate regret apologise apologize defend help support warn ask request recall withdraw
    return correct settle rule fail cover compensate mediate verify consider assess classify label
    assume believe suspect think imagine dread hear tell learn read accuse blame acquit clear try
    sentence indict prosecute extradite jail detain question raid storm guard patrol rescue evacuate
    free release include involve precede trigger escalate resolve end contain limit define concern
    intercept block ground inspect audit monitor track map mourn bury honour honor attend open close
    resume suspend postpone cancel delay allege claim intend attempt commit tackle combat counter
    address declare witness weigh rate translate copy repeat mention teach use remain issue lift
    impose apply pass threaten target hit tie recognise recognize punish exclude estimate remove"""
)
LABEL_ADJECTIVES = words(
    "guilty complicit corrupt culpable crooked drunk negligent dishonest treacherous murderous"
)
PURPOSE = words(
    "deliberately knowingly intentionally wilfully willfully illegally unlawfully cynically"
)
LINK_WORDS = words("behind")
OWNED_CRIMES = words(
    """lies lie cover-up coverup fraud crime crimes deception corruption bribery theft betrayal
    treachery scheme plot conspiracy scam guilt treason sabotage embezzlement perjury dishonesty
    bribes kickbacks cheating lying atrocities complicity collusion forgery forgeries misconduct
    wrongdoing swindle racket blackmail brutality thefts negligence malpractice"""
)
LOADED = words(
    """heartless lying thieving murderous two-faced treacherous furious merciless sadistic poisonous
    nasty rotten crook crooks love-rat fuming outraged scandalous
    slammed slams blasted blasts lashed ranted rants boasted boasts bragged brags gloated gloats
    whined whines sneered sneers squealed fumed fumes raged stonewalled spewed spews parroted
    parrots trumpeted peddled peddles spouted crowed smeared ranting boasting gloating bleated
    blathered thundered sinister evil horrifying horrific shocking shockingly outrageous outrageously
    bombshell chilling disgraced disgruntled notorious shady murky crooked ruthless bloodthirsty
    twisted vile heinous depraved cowardly so-called self-proclaimed self-styled thug thugs
    henchman henchmen crony cronies goon goons stooge stooges mouthpiece monster monsters monstrous
    scum scumbag rats lackey lackeys damning stunning blistering shameless shamelessly disgusting
    despicable sleazy slimy filthy-rich fat-cat fatcat greedy callous wicked diabolical barbaric
    savage savages appalling deranged unhinged pathetic laughable ludicrous preposterous jaw-dropping
    sordid seedy sickening nightmarish hellish bloodbath traitor traitors
    cold-blooded rogue brazen brazenly hypocrite hypocrites hysterical crazed puppet butcher
    warmonger warmongers gutless spineless reeling fiend fiendish
    unbelievable frankly lurid salacious grisly creepy evil-doer snake weasel bombastic grotesque
    outlandish bizarre despot tyrant tyrannical stooped cabal shill shills apologist apologists
    conveniently suspiciously cunning scheming dastardly ghoulish infamous bogus sham farcical
    farce witch-hunt juicy damningly astonishing astonishingly"""
)
LOADED_LITERAL = {
    "puppet": words("theatre theater show shows maker company play string"),
    "butcher": words("shop shop's said says told lives of"),
    "rats": words("lice laboratory in were and"),
    "monster": words("waves wave truck"),
    "snake": words("bite bites"),
    "rogue": words("wave waves"),
    "savage": frozenset[str](),
    "weasel": words("word words phrase phrases"),
    "thundered": words("over past down"),
    "smeared": words("with across"),
    "twisted": words("metal ankle knee bulkhead beam rails steel"),
    "reeling": frozenset[str](),
    "blasted": words("through into open rock"),
    "crowed": frozenset[str](),
    "monsters": frozenset[str](),
}
REGIME = words("regime regimes")
IDIOMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """blood on his hands
blood on her hands
blood on their hands
blood on its hands
no coincidence that
no accident that
everyone knows
everybody knows
we all know
do the maths
do the math
pulled the strings
pulls the strings
pulling the strings
had a hand in
gave the green light
in the pay of
on the payroll of
leads straight to
lead straight to
leads directly to
leads back to
led straight to
straight to the top
got away with
getting away with
swept under the
brains behind
fingerprints are all over
fingerprints all over
blown up by
set alight
greased the palms
inside job
false flag
has something to hide
have something to hide
something to hide
smoking gun
caught red-handed
has to be him
sold it anyway
guilty as sin
did it because
did it for
connect the dots
join the dots
draw your own conclusions
bears the hallmarks
on the take
in bed with
took the fall
tried to silence
silenced the
made her disappear
made him disappear
made them disappear
left to die
played god
the order came from
the orders came from
order came from
orders came from
order to fire
is to blame
are to blame
was to blame
were to blame
is not so innocent
working for the enemy
bought the votes
bought votes
buying votes
stuffed ballot
stuffing ballot
crash on purpose
flooded the market with
hide money
hid money
hides money
hiding money
on the orders of
on his orders
on her orders
on orders from""".splitlines()
)
# Idioms that need somebody before them; the others accuse by themselves.
NEEDS_AGENT = words(
    """shot blew blow set gave knew carried tampered interfered cover covered covering covers did
    made hide hid hides hiding silenced hushed killed looked looks turned turns turning got getting
    threw let left order on is are was were flooded had"""
)
AVOID = {
    "claimed": "said",
    "claims": "says",
    "claiming": "saying",
    "claim": "say",
    "admitted": "said",
    "admits": "says",
    "admitting": "saying",
    "admit": "say",
    "revealed": "said, or showed",
    "reveals": "says, or shows",
    "revealing": "saying, or showing",
    "reveal": "say, or show",
    "exposed": "reported on",
    "exposes": "reports on",
    "exposing": "reporting on",
    "expose": "report on",
    "debunked": "checked, and found (what, by whom)",
    "debunks": "checks, and finds (what)",
    "debunking": "checking",
    "debunk": "check",
}
COURT = words("court crown tribunal magistrates jury judge hearing trial pleaded")
LIKELY_WORDS = words(
    """likely unlikely probable probably improbable improbably certain certainly remote likelihood
    probability chance odds"""
)
MENTION = words(
    """word words write writes sentence phrase phrases avoid prefer instead example headline
    title reads means wording say verb verbs call rewrite replace term terms labelled labeled
    marked asks"""
)
