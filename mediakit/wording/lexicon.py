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
    """abduct abuse asphyxiate assassinate assault backdate beat behead betray bilk blackmail bomb
    booze brainwash bribe browbeat brutalise brutalize bug bully burgle carjack cheat coerce
    collude con conspire counterfeit cover-up decapitate deceive defame defraud
    disenfranchise disinform dismember doctor dope double-cross drug dupe eavesdrop
    electrocute embezzle entrap execute exploit exterminate extort fabricate fake falsify
    fiddle filch fleece flog forge frame gag gas gaslight gerrymander gouge groom grope hack
    harass hijack hoodwink impersonate incite instigate intimidate kidnap launder libel lie
    loot lynch malign maltreat manhandle massacre mastermind mis-label mis-sell
    misappropriate mislabel mislead misreport misrepresent misspend mistreat misuse molest
    mug murder mutilate neglect orchestrate overbill overcharge perjure perpetrate persecute
    pilfer plagiarise plagiarize plot plunder poach pocket pollute profiteer punch racketeer
    ram ransack rape rig rob sabotage scam scapegoat shoot shoplift siphon slander slaughter
    smother smuggle spy squander stab stage-manage stalk starve steal strangle suffocate
    swindle terrorise terrorize torch torture traffic underpay upcharge vandalise vandalize
    waterboard whip whitewash wiretap"""
)
# Verbs that accuse a person or body, but also describe accidents, weather and machines.
HARM = words(
    """ambush attack batter beat botch burn choke conceal contaminate cripple crush destroy
    displace down drag drown dump eliminate evade flatten harm hide hit hurt infect injure
    kick kill leak maim mask mishandle muzzle obstruct pillage poison pollute punch ransack
    raze shell shove sink slap snatch stifle strafe suppress tap trample wound wreck"""
)
# Verbs that accuse when their object is a wrong ("ordered the attack", "hid the logs").
WITH_OBJECT = words(
    """accept administer allow alter approve arm arrange assist authorise authorize back bankroll
    block break burn bury buy carry cause change chase command commission commit conceal
    delete demand derail destroy detonate direct distort divert do dodge drag enable
    encourage engineer equip erase exaggerate execute facilitate feed finance fire fix force
    fund funnel give help hire hold host hush ignore inflate inject invent keep kick launch
    lead let lock make manipulate massage mount move obstruct operate order organise
    organize oversee pass pay permit plan plant prepare protect provide push receive release
    remove run sanction sell send set shield shove shred skim slip solicit spike sponsor
    spread stage start stuff supply swap switch take tamper throw tip tolerate train trap
    trigger use wave weaponise weaponize wipe withhold"""
)
BAD_NOUNS = words(
    """abduction abuse abuser abusers accounts agents alibi ambush answers arms arson artefacts
    artifacts asbestos assassin assassination assassins atrocities atrocity attack attacker
    attackers attacks babies backhander backhanders ballot ballots blackmail blast blaze
    bomb bombers bombing bombings bombs books boxes break-in bribe bribery bribes bugging
    bung bungs burglary cartel cash certificates chemicals children civilians complaints
    contract contracts correspondence coup cover-up coverup coverups crash crashes crime
    crimes cyber-attack cyberattack danger dangers data death deaths debt debts defect
    defects degrees detonation dirty disappearance disaster disease dissident dissidents
    doping drugs e-mails emails envelope envoy error errors evidence exam exams explosion
    figures files final findings fire flaw flaws food footage fraud fund funds gang gangs
    gas genocide grades gun guns hack hacking harassment heist hit hit-men hitman hitmen
    hoax hormones hours identity inquiry inspection interview interviews intrusion
    investigation invoice invoices journalist journalists kickback kickbacks kidnapping
    killer killers killing killings leak letter letters licence licences logs losses malware
    massacre match matches meat memo mercenaries militia missile missiles mission mistake
    mistakes mole money murder murders nerve-agent novichok numbers operation opponents
    outbreak papers passengers passports patients payments perjury permit permits
    phone-tapping photos pictures plan plot poison poisoning protesters questions quotes
    race raid ransom receipts recorder recordings records report reports results risk risks
    robbery rocket rockets sabotage samples sanctions sarin savings scam scandal scheme
    secrets sewage shelling side-effects smear solvent spies spill spy spyware statement
    statistics statues steroids strike strikes study tape tapes tapping tax taxes terrorism
    terrorist terrorists testimony tests theft thug thugs timesheets torture toxins tragedy
    trial trials truth verdict verdicts victims villagers votes war warlord warlords warning
    warnings waste weapons well wells whistleblower whistleblowers wiretapping wiretaps
    witness witnesses wrongdoing"""
)
# Of the bad nouns, those that are wrong with any verb; the rest need a verb that hides or spoils.
GRAVE = words(
    """abduction abuse abuser abusers ambush arson assassin assassination assassinations assassins
    assault assaults atrocities atrocity attack attackers attacks backhander backhanders
    ballot-rigging beatings beheading beheadings blackmail blackout blast blaze bloodshed
    bomb bombers bombing bombings bombs break-in bribe bribery bribes bugging bung bungs
    burglaries burglary car-bomb carnage cartel cheating cheats chlorine civilians cluster
    collusion corruption coup coups cover-up coverup crash crime crimes cyber-attack
    cyber-attacks cyberattack cyberattacks death deaths deportations derailment
    disappearance disappearances disaster disinformation doping downing drugs embezzlement
    envelope executions explosion extortion extremists famine fire firebomb forger forgeries
    forgery fraud fugitive fugitives gang gangs genocide gunman gunmen hack hacking
    harassment heist hijackers hijacking hit hit-squad hitman hitmen hoax hormones incursion
    intrusion jihadists kickback kickbacks kidnapping kidnappings killer killers killing
    killings landmines leak letter-bomb lies looting lynching malware massacre match-fixing
    mercenaries militia murder murders nerve-agent novichok outbreak paedophile paedophiles
    perjury pervert perverts phone-tapping pillage pipe-bomb plot pogrom poison poisoning
    predator predators protesters purge purges raid ransom ransomware rape rapes rapist
    rapists riot riots robbery sabotage sarin scam shelling shooting shootings slaughter
    slavery slush smear smuggling spies spill spyware stabbing steroids strike strikes
    tapping terrorism terrorist terrorists theft thefts thug thugs torture trafficking
    tragedy vandalism villagers violence vote-rigging warlord warlords wiretapping wiretaps
    wounding wrongdoing"""
)
SPOIL = words(
    """alter block break burn bury buy change conceal contaminate delete derail destroy distort
    divert doctor dodge dump erase evade exaggerate fix funnel hide ignore inflate invent
    leak manipulate massage move obstruct pass pay plant quash remove sell shred silence
    skim spike stuff suppress swap switch tamper throw thwart wipe withhold"""
)
# "paid the witnesses" accuses, "paid the fund" does not.
NEUTRAL_PAIRS = {
    "buy": BAD_NOUNS - words("answers ballots exam grades secrets truth votes witness witnesses"),
    "sell": words(
        "accounts books cash chemicals contract contracts data figures files food fund "
        "funds gas guns invoice invoices letter letters matches memo money numbers papers "
        "photos pictures plan recordings records report studies study tape tapes tax "
        "weapons well wells"
    ),
    "change": words(
        "accounts cash data figures file files food mission money operation papers plan "
        "questions report well wells"
    ),
    "move": words(
        "babies books boxes children files food meat papers passengers patients records "
        "victims villagers weapons"
    ),
    "remove": words(
        "asbestos boxes chemicals drugs food gas papers passengers patients samples "
        "sanctions sewage toxins victims waste weapons"
    ),
    "pass": words("data exam exams files papers plan report samples sanctions warning warnings"),
    "throw": words("books boxes food money papers waste"),
    "pay": words(
        "accounts cash children civilians data food fund funds journalists money papers "
        "passengers patients ransom report tax taxes victims villagers"
    ),
    "fix": words("boxes data figures food gas leak plan records well wells"),
    "break": words("boxes data exam waste"),
    "burn": words("cash chemicals food gas waste"),
    "destroy": words("boxes chemicals drugs missiles weapons well wells"),
    "divert": words("passengers sewage waste"),
    "ignore": words("cash exam exams food money papers"),
    "fire": frozenset(),
    "swap": words("data papers photos"),
    "switch": words("gas well wells"),
    "plant": words("food wells"),
    "dump": words("data"),
    "bury": words("babies children dead passengers victims"),
}
# What a body may rightly do with a grave noun: "organised the inquiry into the attack" has none.
NEUTRAL_GRAVE = {
    "do": BAD_NOUNS,
    "use": GRAVE
    - words("blackmail bribes chlorine cluster poison sarin steroids thugs torture violence"),
    "make": BAD_NOUNS,
    "take": GRAVE - words("bribe bribes bung bungs cash drugs envelope kickback kickbacks ransom"),
    "receive": GRAVE - words("bribe bribes bung bungs kickback kickbacks"),
    "accept": GRAVE - words("bribe bribes bung bungs envelope kickback kickbacks"),
    "change": GRAVE,
    "keep": GRAVE,
    "hold": GRAVE,
    "give": GRAVE - words("bribe bribes drugs envelope kickback kickbacks"),
    "send": GRAVE
    - words(
        "assassin assassins bomb bombs hitman hitmen killer killers militia poison spies thugs"
    ),
    "run": GRAVE - words("fraud scam"),
    "lead": GRAVE - words("attack coup gang massacre plot"),
    "move": GRAVE - words("abuser abusers drugs"),
    "remove": GRAVE,
    "force": GRAVE,
    "break": GRAVE,
    "push": GRAVE,
    "demand": GRAVE - words("bribe bribes kickback kickbacks ransom"),
    "prepare": GRAVE - words("attack bombing coup massacre murder"),
    "back": GRAVE - words("coup militia terrorists"),
    "help": GRAVE - words("attackers killer killers terrorists"),
    "hit": GRAVE,
    "fire": GRAVE,
    "let": GRAVE,
    "allow": GRAVE - words("abuse fraud torture"),
    "train": GRAVE - words("assassins killer killers militia terrorists"),
    "pass": GRAVE,
    "host": GRAVE,
    "release": GRAVE - words("gas poison sarin"),
    "start": GRAVE - words("blaze fire outbreak"),
    "burn": GRAVE,
    "operate": GRAVE,
    "feed": GRAVE,
    "direct": GRAVE - words("attack bombing killing massacre"),
    "protect": GRAVE - words("abuser abusers gang killer killers"),
    "spread": GRAVE - words("hoax malware poison smear"),
    "slip": GRAVE - words("bomb drugs envelope poison"),
    "tip": GRAVE - words("gang killer killers"),
    "wave": GRAVE,
    "invent": GRAVE,
    "provide": GRAVE - words("bomb bombs drugs hormones poison"),
    "ignore": GRAVE - words("abuse fraud leak torture"),
    "fund": GRAVE - words("attack bombing coup killers militia terrorists"),
    "approve": GRAVE,
    "buy": GRAVE - words("bomb drugs steroids"),
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
    """abbot accountant activist activists actor administration admiral adviser advisor agencies
    agency agent agent's agents aide aides airforce airline ambassador analyst applicant
    archbishop architect army asset association athlete athletes attache auditor author
    authorities authority authors babysitter backer backers baker bank banker bankers banks
    baron battalion billionaire biologist bishop bishops blogger bloke board bodyguard boss
    bosses boxer boyfriend boys brewery brigade broadcaster broker brother builder builders
    butcher campaign campaigners candidate candidates captain cardinal carer carers
    caretaker carrier cartel casino celebrity ceo chain chair chairman chairwoman champ
    champion champions chancellor chaplain charity chef chemist chief chieftain church
    claimant cleric clerk clerks clinic club coach coaches collector colonel commander
    committee companies company company's congressman congresswoman consortium consul
    consulate contractor contractors controller cook corporal corporation council councillor
    councillors councilor count couple courier cousin crew cult curator cyclist daughter
    dealer dealers dean defector defendant dentist department deputy detective developer
    developer's dictator dictators diplomat director directorate directors dispatcher doctor
    doctors donor donors driver drivers duchess duke earl editor editors embassy emir
    emperor employee employees employer engineer engineers envoy envoys ex-husband
    ex-partner ex-wife executive executives extremists factory family farmer father
    federation fighter fighters firm firm's firms fixer forces foreman foundation founder
    fund gang general giant girlfriend girls goalkeeper government governments governor
    grandson group guard guards gunman gunmen guru guy hacker hackers handler he head
    headteacher heir heiress hospital host hotel housekeeper husband imam insider inspector
    inspectors insurer insurgents intelligence investor investors jailer janitor jockey
    journalist journalists judge judges junta kids king knight kremlin lab laboratory lad
    lady landlady landlord landlords lawmaker lawmakers lawyer lawyers leader leaders
    lecturer legislator legislators lender lieutenant lobby lobbyist lobbyists lord lover
    loyalists mafia major maker makers man manager managers manufacturer manufacturer's mate
    matron mayor mechanic men midwife midwives military militia mill miner miners minister
    ministries ministry missionary monk mother mp mps museum nanny navy neighbor neighbour
    nephew network newspaper newspapers niece nun nurse nurses officer officers official
    officials oligarch oligarchs operative operatives operator operator's orphanage owner
    painter palace panel paramedic partner party pastor pathologist pharmacist physician
    physicist pilot pilots platoon player players poet police policeman politician
    politicians preacher premier presidency president president's priest priests prince
    principal producer professor professors prosecutor prosecutors provost psychiatrist
    psychologist publisher pupil queen rabbi racer rebel rebels recruiter rector referee
    refinery regime regiment regulator researcher researchers respondent restaurant retailer
    rider rival rivals ruler runner scientist scientists secretary sect senator separatist
    separatists sergeant servant service services settler settlers shareholder she sheikh
    sheriff shipowner singer skipper smuggler sniper socialite soldier soldiers son speaker
    spook spooks sprinter spy spymaster staff start-up startup state states statistician
    stepfather stepmother steward stewardess striker student students subsidiary sultan
    supermarket supplier surgeon surgeons swimmer syndicate teacher teachers team technician
    technicians televangelist terrorists therapist they trader traders trainer treasurer
    troop troops trust trustee trustees tsar tsarina tutor tycoon tycoons uncle union unions
    unit units utility vet vicar waiter warden wardens warder warlord whistleblower who
    widow wife witness woman women worker workers wrestler writer"""
)
INANIMATE = words(
    """accident accidents aircraft anthrax arsenic avalanche avalanches bacteria battery bear bird
    birds blast blasts blaze bomb bombs bridge bug bus cancer car chemical chemicals cholera
    cloud cold collapse conflict contamination crash cyclone dam derailment device disease
    dog drought dust earthquake ebola engine epidemic error eruption explosion explosions
    failure failures fallout famine fatigue fault faults fighting fire fires flames flood
    floods gas heat hurricane ice illness impact infection inferno insects it jet landslide
    landslides lead leak leaks lightning lorry malaria malware measles mine missile missiles
    mold mould outbreak overdose pandemic pesticide pesticides plane poisoning pollution
    quake rain reactor river rocket rockets rust shark shell shells ship shrapnel smoke
    snake snow software spill storm storms strike strikes stroke that these this those tide
    tornado toxin toxins train trains truck tsunami turbine typhoon virus viruses volcano
    war wave waves what wildfire wildfires wind wiring wolf"""
)
GENERIC = words(
    """anybody anyone criminals everyone humans i liars no-one nobody none one people person
    persons reader readers somebody someone students thieves those we what which who whoever
    whom you"""
)
# Endings of words for people, and words that only look like them.
PERSON_ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman")
NOT_PERSONS = words(
    """abdomen acumen after alter altogether amber anger answer answers assist banner better boiler
    border borders bother buffer bunker burner butter calendar cancer ceiling cellar center
    chamber chapter chapters character characters cheaper checklist closer cluster clusters
    color computer computers conquer consider consist container containers cooler copper
    corner corners corridor counter cover covers crater crossover dagger danger dangers
    december deliver detector detectors differ dinner disaster disasters discover dollar
    dollars door doors earlier easier either elevator encounter enter error errors ever
    exist exterior factor factors faster favor fever fewer filter filters finger fingers
    fist flavor floor floors folder for forever former freezer freighter further gather
    gender generator generators german greater hammer handover harbor harder heater
    helicopter helicopters her higher hinder horror however human humans humor hunger inner
    insist interior labor ladder larger laser later latter layer layers leather letter
    letters linger list lists longer lower major makeover master master-plan matter matters
    median meter meters minor mirror mist monitor monitors monster mother's motor motors
    murder murders neither never newer newsletter nor november number numbers october offer
    offers older omen order orders other others outer outsider over paper papers pepper per
    poorer poster posters powder power powers prefer printer prior propeller proper quarter
    quarters rather reactor reactors recorder recorders refer regimen register remainder
    remember reminder render resist revolver richer river rivers rollover roman rotor router
    rubber rumor rumors scanner sector sectors sensor sensors september server servers sewer
    shelter shelters shoulder shower silver slower smaller sober specimen stagger stronger
    suffer sugar summer superior takeover tanker tankers tender terror theater timber timer
    together tower towers trailer transfer transformer transponder trawler trawlers tremor
    trigger triggers tumor twist ulcer under upper vapor ventilator water waters weaker
    weather whatever wherever whether whichever whisper whoever wider winter woman's wonder
    younger"""
)
# Subjects of hearsay: with them, anything said of a person or body passes on talk.
HEARSAY = words(
    "they people rumours rumors rumour rumor gossip insiders everybody everyone tongues word talk"
)
KIN = words(
    """aunt baby boy boyfriend boys brother child children cousin daughter detainee detainees
    father girl girlfriend girls husband mother nephew niece partner passenger passengers
    patient patients prisoner prisoners rival sister son uncle victim victims wife witness
    woman women"""
)
# Verbs that accuse when their object is a person ("pushed his father").
ON_PERSONS = words("push shove throw hit kick drag lock chase trap drop hold buy burn")
# Words that tell of harm: with one of them after the verb, a deed of somebody accuses.
HARMFUL = words(
    """backhander blackout blindfolded blood bodies bribery bribes bullet bullets collapse corpse
    corpses cover-up critics cronies detainees dissidents enemies handcuffed henchmen
    hostage hostages knife knives lies mayhem migrants misery missile missiles noose
    opponents orphans pals panic prisoners refugees rivals ruin sabotage silence sniper
    snipers suffering terror torture victims"""
)
# Words with a capital at the head of a sentence that are no names.
FUNCTION = words(
    """about after all allegedly also although am apparently are as ask at because before both but
    by can clearly could did do does during each either even find for from give had has have
    here how if in is let look may maybe might more most much must neither not now obviously
    of on once only over perhaps please read say see shall should since so still take tell
    then there though too try under until use very was were when where while why will with
    would write yes yet"""
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
    """anonymous bloggers commentators critics detractors enemies everybody everyone experts fans
    folks gossip insiders locals many most netizens observers opponents others people
    pundits rumor rumors rumour rumours sceptics skeptics some source sources they tongues
    undisclosed unidentified unnamed users word"""
)
SELF = words("i we you me us my our")
REPORT_VERBS = words(
    """accepts accuse accused accuses accusing acknowledged added adds admits admitted allege
    alleged alleges alleging announced announces answered argue argued argues asked asks
    asserted asserts assess assessed assesses believe believed believes blame blamed blames
    blaming charged cited cites citing claim claimed claiming claims complained complains
    conceded concedes conclude concluded concludes confirm confirmed confirms contended
    contends convicted convicts decided decides declared declares denied denies deny
    described describes determined disputed disputes documented established estimated
    estimates explained explains finds fined found heard hears held identified indicted
    insist insisted insists judged lists maintained maintains named names noted notes posted
    published quoted recalled recalls recommended recommends recorded records rejected
    rejects replied report reported reporting reports revealed reveals ruled rules said say
    saying says sentenced show showed shows stated states suggest suggested suggests suspect
    suspected suspects swears swore tell telling tells testified testifies testify
    testifying think thinks thought told tweeted warned warns write writes written wrote"""
)
# Verbs after which the author takes sides: no shelter for what follows.
OWN_SHOWING = words("show shows showed prove proves proved established records")
# A word before the accusation that takes the assertion out of it.
SHELTER = words(
    """account accounts accusation accusations acquitted allegation allegations appeal appealed
    arrested charged charges claim cleared convicted denial denied denies deny denying
    dismissed disproved disproves evidence example exonerated falsely fictional fined
    hypothesis hypothetical if imagine imprisoned indicted inquiry investigate investigated
    investigates investigating investigation jailed lawsuit mistakenly overturned quashed
    question questioned refuted report sentenced statement story sued suggestion suppose
    supposing suspicion tale theory trial unless unproven version whether without wrongly"""
)
NEGATION = words(
    """cannot failed hardly n't neither never no no-one nobody none nor not nothing refused refuses
    unable without"""
)
AUX = words(
    """'d 've am are be been being can could did do does get gets got had has have having is may
    might must shall should was were will would"""
)
BE = words("is are was were be been being am get gets got")
ADVERBS = words(
    """actually again all almost already also always apparently blatantly both brutally callously
    casually certainly clearly covertly cruelly cynically definitely deliberately directly
    effectively even eventually ever evidently first fully had has have herself himself
    illegally immediately intentionally itself just knowingly later likely never now
    obviously often once only openly partly personally plainly possibly previously probably
    purposely quietly really recklessly repeatedly routinely secretly shamelessly silently
    simply soon still subsequently surely systematically themselves then together twice
    undoubtedly viciously wilfully willfully"""
)
DETERMINERS = words(
    """a about against an and any as at between but by each eight every five for four from her his
    in into its many more most my new nine no nor of old on or other our over seven several
    six some such ten than that the their these this those three to two under with your"""
)
BASE_BEFORE = words("""can can't could couldn't did didn't do does help helped may might must""")
INTENT = words(
    """agreed appear appears asked attempted attempting bribed colluded commanded conspired
    conspiring decided encouraged forced got helped hired hiring incited instructed offered
    ordered ordering paid paying persuaded persuading planned planning plotted schemed seem
    seems sent threatened told tricked tried trying used wanted"""
)
ALLEGED_ADVERBS = words("allegedly reportedly supposedly purportedly rumouredly")
ALLEGED_ADJECTIVES = words("alleged supposed purported suspected reputed")
SEEMING = words("apparently seemingly presumably")
ALLEGED_PASSIVES = words(
    """accused alleged believed feared held known presumed reported reputed rumored rumoured said
    supposed suspected thought understood whispered"""
)
LABEL_NOUNS = words(
    """abuser accomplice arsonist arsonists assassin assassins blackmailer bomber bombers butcher
    charlatan cheat cheats collaborator con-man conman criminal criminals crook crooks
    culprit culprits doper double-agent embezzler extortionist fixer forger forgers fraud
    fraudster fraudsters gangster gangsters hitman hypocrite impostor kidnapper kidnappers
    killer killers launderer liar liars mastermind mole monster murderer murderers murderess
    paedophile parasite pedophile perjurer perpetrator perpetrators plagiarist poisoner
    poisoners predator psychopath puppet puppet-master puppets quack racketeer rapist
    rapists ringleader saboteur smuggler sociopath spies spy stooge stooges swindler
    swindlers terrorist thief thieves torturer torturers traitor traitors tyrant"""
)
# Adjectives that make any deed with the thing a wrong: "bought false certificates".
BAD_ADJECTIVES = words(
    """banned bogus clandestine contaminated corrupt counterfeit covert defective dirty doctored
    expired fabricated fake false falsified faulty forged fraudulent hidden illegal illicit
    infected laundered looted phoney phony poisoned prohibited rigged rotten secret sham
    stolen tainted toxic underage unlicensed unsafe"""
)
# What anybody may do with a wrong without being accused of it.
NEUTRAL_VERBS = words(
    """accuse acquit address allege analyse analyze announce answer apologise apologize apply
    arrest ascribe ask assess assign assume attempt attend attribute audit avoid ban believe
    blame block bury call cancel carry charge check cite claim classify clear close combat
    commemorate commit compare compensate concern condemn confirm connect consider contain
    convict copy correct count counter cover criticise criticize date debate declare defend
    define delay denounce deny describe detain detect discover discuss dismiss dispute
    document doubt draw dread end escalate escape estimate evacuate examine exclude expect
    explain expose extradite face fail fear fight film find fine foil follow free ground
    guard halt hear help hit honor honour identify imagine impose include indict inspect
    intend intercept interview investigate involve issue jail label learn lift limit link
    list lose map mark measure mediate meet mention monitor mourn name need note open oppose
    pass patrol photograph play point postpone precede prevent print probe prohibit promise
    prosecute protest publish punish quash question quote raid rate read recall recognise
    recognize record recover reduce refer regret reject relate release remain remember
    remove repeat report request rescue resolve resume return review rule search see seek
    seize sentence settle stop storm study suffer support survive suspect suspend tackle
    target teach tell test think threaten thwart tie trace track translate treat trigger try
    turn uncover uphold verify visit want warn watch weigh win withdraw witness"""
)
LABEL_ADJECTIVES = words(
    "guilty complicit corrupt culpable crooked drunk negligent dishonest treacherous murderous"
)
PURPOSE = words(
    "deliberately knowingly intentionally wilfully willfully illegally unlawfully cynically"
)
LINK_WORDS = words("behind")
OWNED_CRIMES = words(
    """atrocities betrayal blackmail bribery bribes brutality cheating collusion complicity
    conspiracy corruption cover-up coverup crime crimes deception dishonesty embezzlement
    forgeries forgery fraud guilt kickbacks lie lies lying malpractice misconduct negligence
    perjury plot racket sabotage scam scheme swindle theft thefts treachery treason
    wrongdoing"""
)
LOADED = words(
    """apologist apologists appalling astonishing astonishingly barbaric bizarre blasted blasts
    blathered bleated blistering bloodbath bloodthirsty boasted boasting boasts bogus
    bombastic bombshell bragged brags brazen brazenly butcher cabal callous chilling
    cold-blooded conveniently cowardly crazed creepy cronies crony crook crooked crooks
    crowed cunning damning damningly dastardly depraved deranged despicable despot
    diabolical disgraced disgruntled disgusting evil evil-doer farce farcical fat-cat fatcat
    fiend fiendish filthy-rich frankly fumed fumes fuming furious ghoulish gloated gloating
    gloats goon goons greedy grisly grotesque gutless heartless heinous hellish henchman
    henchmen horrific horrifying hypocrite hypocrites hysterical infamous jaw-dropping juicy
    lackey lackeys lashed laughable love-rat ludicrous lurid lying merciless monster
    monsters monstrous mouthpiece murderous murky nasty nightmarish notorious outlandish
    outraged outrageous outrageously parroted parrots pathetic peddled peddles poisonous
    preposterous puppet raged ranted ranting rants rats reeling rogue rotten ruthless
    sadistic salacious savage savages scandalous scheming scum scumbag seedy self-proclaimed
    self-styled shady sham shameless shamelessly shill shills shocking shockingly sickening
    sinister slammed slams sleazy slimy smeared snake sneered sneers so-called sordid spewed
    spews spineless spouted squealed stonewalled stooge stooges stooped stunning
    suspiciously thieving thug thugs thundered traitor traitors treacherous trumpeted
    twisted two-faced tyrannical tyrant unbelievable unhinged vile warmonger warmongers
    weasel whined whines wicked witch-hunt"""
)
LOADED_LITERAL = {
    "puppet": words("company maker play show shows string theater theatre"),
    "butcher": words("lives of said says shop shop's told"),
    "rats": words("and in laboratory lice were"),
    "monster": words("truck wave waves"),
    "snake": words("bite bites"),
    "rogue": words("wave waves"),
    "savage": frozenset[str](),
    "weasel": words("phrase phrases word words"),
    "thundered": words("down over past"),
    "smeared": words("across with"),
    "twisted": words("ankle beam bulkhead knee metal rails steel"),
    "reeling": frozenset[str](),
    "blasted": words("into open rock through"),
    "crowed": frozenset[str](),
    "monsters": frozenset[str](),
}
REGIME = words("regime regimes")
IDIOMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """in on it
in on the plot
in on the scam
blood on his hands
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
    """are blew blow carried cover covered covering covers did flooded gave getting got had hid
    hide hides hiding hushed interfered is killed knew left let looked looks made on order
    set shot silenced tampered threw turned turning turns was were"""
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
    """certain certainly chance improbable improbably likelihood likely odds probability probable
    probably remote unlikely"""
)
MENTION = words(
    """asks avoid call example headline instead labeled labelled marked means phrase phrases prefer
    reads replace rewrite say sentence term terms title verb verbs word wording words write
    writes"""
)
