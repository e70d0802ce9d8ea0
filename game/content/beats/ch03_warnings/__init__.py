"""Chapter 3, warnings: a photograph, a beam, a lantern; three people who say no in three ways. One file a beat.

twin_told        walk and talk in the fog: somebody's sister went indoors for a coat
bobinsky_warns   over the joists behind a mouse; a medal; a message that all wish to end
actresses_warn   three rings, one shadow, two readings, and both are right
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch03_warnings.actresses_warn import actresses_warn, sit_at_lantern
from game.content.beats.ch03_warnings.bobinsky_warns import bobinsky_warns, mouse_at_home, talk_to_bobinsky
from game.content.beats.ch03_warnings.twin_told import cat_shows_the_way, talk_to_wybie, twin_told, wybie_waits
from game.content.beats.verbs import Stage, Start
from game.content.folk import neighbours
from game.content.folk.chatter import word_from
from game.core.script import Script
from game.sim.session import Session


def ch03_bobinsky(session: Session, entity: int) -> Script:
    """A word with Mr Bobinsky: the story's when it waits for one, his own otherwise."""
    if not talk_to_bobinsky(session, Stage(session, "bobinsky_warns")):
        yield from word_from(session, "bobinsky")


def _lady(who: str) -> Callable[[Session, int], Script]:
    """A word with one of the two: the first of all is that there are visitors, whichever way one has come."""

    def script(session: Session, entity: int) -> Script:
        if session.story.may_begin("actresses_warn") and not session.is_running("actresses_warn"):
            session.begin("actresses_warn")
            yield None
        else:
            yield from word_from(session, who)

    return script


def shows_chapter(session: Session) -> None:
    """The chapter's name, once she is about in the morning."""
    if session.story.beat == "twin_told" and session.is_free and session.title is None:
        stage = Stage(session, "twin_told")
        if stage.once("chapter_3_carded"):
            stage.chapter_card(3)


BEATS: dict[str, Callable[[Session], Script]] = {
    "twin_told": twin_told,
    "bobinsky_warns": bobinsky_warns,
    "actresses_warn": actresses_warn,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    "ch03_twin": talk_to_wybie,
    "ch03_bobinsky": ch03_bobinsky,
    "ch03_spink": _lady("spink"),
    "ch03_forcible": _lady("forcible"),
    "sit_lantern": sit_at_lantern,
}
MINDS: tuple[Callable[[Session], None], ...] = (
    shows_chapter,
    wybie_waits,
    cat_shows_the_way,
    mouse_at_home,
    *neighbours.MINDS,
)
MORNING = ("!is_night", "!in_pyjamas", "bricked")
"""What chapter 2 leaves behind it."""
STARTS = {
    "twin_told": Start(
        "real/grounds",
        "from_flat_down",
        (
            "chapter_3_carded",
            "cat_off_saddle",
            "twin_opened",
            "twin_leaves",
            "twin_photo",
            "twin_sent",
            "twin_kept",
        ),
        flags=MORNING,
    ),
    "bobinsky_warns": Start(
        "real/attic",
        "from_grounds",
        (
            "bobinsky_opened",
            "parade_seen",
            "crossed_beams",
            "bobinsky_praised",
            "medal_asked",
            "medal_told",
            "message_read",
        ),
        flags=MORNING,
    ),
    "actresses_warn": Start(
        "real/basement", "from_grounds", ("ladies_met", "lantern_tried", "lantern_read"), flags=MORNING
    ),
}
