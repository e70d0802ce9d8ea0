"""What people have to say when nothing depends on it: things they know, each once, and between them whatever comes to mind.

Things are [topics.WHO] of the words, in the order of the file; SINCE holds back what cannot be said yet. Remarks are [barks.WHO].
"""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.core.script import Script
from game.sim.session import Session

SPEAKS_AS = {"wybie_bike": "wybie", "mouse": "mice", "circus_mouse": "mice"}
"""Who an atlas speaks as, where they are called otherwise."""
SINCE = {
    "wybie.gloves": "wybie_met",
    "wybie.the_twin": "twin_told",
    "wybie.gran": "twin_told",
    "wybie.the_doll": "twin_told",
    "wybie.the_well": "wybie_met",
    "bobinsky.the_mice": "crossed_beams",
    "bobinsky.chernobyl": "medal_told",
    "bobinsky.the_roof": "medal_told",
    "bobinsky.fear": "medal_told",
    "bobinsky.the_door": "bobinsky_warns",
    "bobinsky.my_name": "bobinsky_warns",
    "spink.the_stone": "stone_given",
    "spink.the_landlady": "actresses_warn",
    "spink.fear": "parents_gone",
    "forcible.the_lantern": "actresses_warn",
    "forcible.the_twins": "actresses_warn",
    "forcible.bad_managers": "actresses_warn",
}


def next_topic(session: Session, who: str) -> str:
    """The key of what somebody would tell next, "" when they have told it all (or as much as they can yet)."""
    for name in session.content.words.names(f"topics.{who}"):
        key = f"topics.{who}.{name}"
        if key not in session.story.looked and session.story.holds(SINCE.get(f"{who}.{name}", "")):
            return key
    return ""


def word_from(session: Session, actor: str) -> Script:
    """One line from somebody: a thing they know, then a remark, in turn."""
    who = SPEAKS_AS.get(actor, actor)
    stage = Stage(session, "chatter")
    key = next_topic(session, who)
    if key and session.story.count(f"talked.{who}") % 2:
        session.story.looked.append(key)
        yield from stage.line(who, "plain", session.content.words.get(key), key)
    else:
        yield from stage.bark(who, "plain")
