"""The circus as it looks: mice, balls, lights and the ribbon of beats, put together. Here nothing is decided.

Where mice want to be is in formations.py; what is judged in sim/acts/circus.py.
"""

from __future__ import annotations

import math
from typing import Any

from pygame import BLEND_RGB_ADD, Surface

from game.sim.acts.circus import (
    BAR_TICKS,
    BEAT_TICKS,
    CAUGHT,
    HEARD_LATE_TICKS,
    LONG,
    MISSED,
    PERFECT,
    WAYS,
    Circus,
)
from game.sim.happenings import Judged
from game.view.acts.circus import formations
from game.view.acts.circus.balls import HAND_PX, Balls, Thrown
from game.view.acts.circus.formations import Spot
from game.view.acts.circus.lane import CALLS, Lane
from game.view.acts.circus.lights import RingLights
from game.view.acts.circus.mice import BAND, Troupe, behind_her
from game.view.acts.look import ActLook, ToScreen
from game.view.assets import Assets
from game.view.felt import Cloth, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.specks import CONFETTI, DUST, Specks
from game.view.specks import GOLD as SPARKS
from game.view.sprites import Layers

SHOWS = ("show", "rehearse")


class CircusLook(ActLook):
    """See above."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self.specks = Specks(0xC1C5)
        self.troupe = Troupe(assets, self.specks)
        self.balls = Balls()
        self.lights = RingLights()
        self.lane = Lane()
        self._part = ""
        self._ticks = 0
        self._tick = 0
        self._confetti = 0

    # ---- after every tick

    def hear(self, session: Any, act: Circus) -> None:
        """Moves the mice, notes what was judged, lets sparks fly."""
        self._ticks += 1
        self._tick = session.tick
        if act.part != self._part:
            self._part = act.part
            if act.part in SHOWS:
                self.balls.past.clear()
            self._confetti = 170 if act.part == "cheer" else 0
        for j in session.news.of(Judged):
            self._judged(act, j)
        self.troupe.tick(act, self._wants(session, act))
        self._fly(act)
        self.lights.tick(act.part)

    def _wants(self, session: Any, act: Circus) -> list[Spot]:
        t = float(act.since)
        if act.part == "show":
            right = sum(
                v in (CAUGHT, PERFECT)
                for c, v in zip(act.cues, act.verdicts)
                if c.kind == "throw" and c.tick > 20 * BAR_TICKS
            )
            if t > 23 * BAR_TICKS - 20:
                right = 3
            return formations.in_show(t, right)
        if act.part == "rehearse":
            return [Spot(s.x, s.y, formations.hop(t, 3.0), "stand") for s in formations.ring(0.0)]
        if act.part == "picture":
            return formations.picture(t)
        if act.part in ("done", "cheer"):
            return formations.cheering(float(self._ticks))
        if act.part == "rest" and act.best:
            return formations.lined(float(self._ticks), session.story.counts.get("circus_waves", 0))
        return formations.gathered(float(self._ticks))

    def _judged(self, act: Circus, j: Judged) -> None:
        x, y = act.mark.x, act.mark.y
        if j.cue < 0:
            return
        cue = act.cues[j.cue]
        if j.verdict == "early":
            self.lane.word = ("early", self._ticks)
            return
        if j.verdict == "wrong":
            self.lane.word = (j.why or "way", self._ticks)
            return
        if j.verdict == "late":
            self.lane.word = ("late", self._ticks)
            return
        self.balls.past.append(Thrown(cue, j.cue, j.verdict, act.since, j.off))
        del self.balls.past[:-12]
        if j.verdict == MISSED:
            return
        is_gold = j.verdict == PERFECT
        if j.why:
            self.lane.word = (j.why, self._ticks)
        elif not is_gold and abs(j.off) > 4:
            self.lane.word = ("late" if j.off > 0 else "early", self._ticks)
        if cue.kind in ("catch", "throw"):
            way = WAYS[cue.cannon]
            at = (x + way.x * 9, y + 1, HAND_PX + 2)
            self.specks.burst(
                "star", at, 9 if is_gold else 5, SPARKS, 110 if is_gold else 70, 60, 24, 4.0 if is_gold else 2.6, 20
            )
        elif cue.kind == "dodge":
            self.specks.burst("puff", (x, y, 2), 8, DUST, 60, 20, 22, 2.6, 20)
            self.specks.burst(
                "star", (x, y, 26), 5 if is_gold else 3, ((190, 226, 255), (255, 255, 255)), 80, 60, 22, 3.0, 20
            )
        else:
            self.specks.burst("confetti", (x, y, 40), 14, CONFETTI, 70, 90, 90, 2, 120)
        bx, by = self.lights.bulb_at(act, j.cue)
        self.specks.burst("star", (bx, by, 3), 4 if is_gold else 2, SPARKS, 40, 40, 20, 2.6, 20)

    def _fly(self, act: Circus) -> None:
        self.specks.tick()
        if self._confetti:
            self._confetti -= 1
            x = act.mark.x + (self._ticks * 97 % 560) - 280
            y = act.mark.y + (self._ticks * 53 % 200) - 90
            self.specks.burst("confetti", (x, y, 190), 2, CONFETTI, 26, 0, 200, 2, 60)
        if act.part == "show" and act.since % BAR_TICKS == 3 * BEAT_TICKS + HEARD_LATE_TICKS:
            for bx, by, tool, _ in BAND:
                if tool == "drum":
                    self.specks.burst("dot", (act.mark.x + bx, act.mark.y + by, 16), 3, CONFETTI, 20, 70, 40, 2, 120)
        for cue, since in self.balls.due(act):
            if since == 0 and act.cannons:
                cx, cy, cz = self.balls.muzzle(act, cue.cannon)
                self.specks.burst("puff", (cx, cy, cz), 7, ((238, 226, 214), (200, 184, 190)), 40, 26, 26, 2.8, 10)
                self.specks.burst("confetti", (cx, cy, cz), 7, CONFETTI, 70, 60, 60, 2, 120)
            elif cue.lead == LONG and since in (BEAT_TICKS, 2 * BEAT_TICKS):
                bx, by, _ = self.balls.on_its_way(act, cue, since)
                self.specks.burst("puff", (bx, by, 1), 4, DUST, 34, 12, 18, 2.0, 20)

    # ---- in the world

    def floor(self, layers: Layers, session: Any, act: Circus, t: float) -> None:
        """The dark round the ring, the lights, the bulbs, and the mice behind her."""
        self.lights.house(layers, act, t)
        self.lights.kerb(layers, act, t)
        for x, y, z, _ in self._flying(act, t):
            self.troupe.shade(layers, x, y, 12 - min(z, 60) / 12)
        self._hoops(layers, act, t)
        self.troupe.draw(layers, act, [m for m in self.troupe.mice if behind_her(m)])
        self.troupe.band(layers, act)

    def over(self, layers: Layers, session: Any, act: Circus, t: float) -> None:
        """Mice before her, balls, lanterns, sparks."""
        self.troupe.draw(layers, act, [m for m in self.troupe.mice if not behind_her(m)])
        self.balls.draw(layers, act, t - self._tick, self.troupe.mice)
        self.lights.lanterns(layers, act, self.troupe.mice, t)
        self.specks.draw(layers)

    def _flying(self, act: Circus, t: float) -> list[tuple[float, float, float, float]]:
        return self.balls.flying(act, t - self._tick, self.troupe.mice)

    def _hoops(self, layers: Layers, act: Circus, t: float) -> None:
        """Where the next throw is to go: a hoop of light round the cannon's mouth."""
        i = act.next_cue()
        if act.part not in SHOWS or i < 0 or act.cues[i].kind != "throw":
            return
        cue = act.cues[i]
        left = cue.tick - act.since + HEARD_LATE_TICKS
        if left > 2 * BEAT_TICKS:
            return
        x, y, z = self.balls.goal(act, cue, self.troupe.mice)
        px, py = round(x) - layers.x, round(y - z) - layers.y
        r = 12 + round(2 * math.sin(t * 0.3)) + max(left, 0) // 8
        for to, flags in ((layers.albedo, 0), (layers.glow, BLEND_RGB_ADD)):
            colour = CALLS["throw"] if not flags else mix((0, 0, 0), CALLS["throw"], 0.5)
            for k in range(14):
                a = k * math.tau / 14 + t * 0.05
                to.fill(
                    colour, (px + round(math.cos(a) * r), py + round(math.sin(a) * r * 0.8), 2, 2), special_flags=flags
                )

    # ---- in the interface

    def hud(
        self,
        to: Surface,
        session: Any,
        act: Circus,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        """The ring that closes on the beat, the ribbon of what comes, and at the end how many bulbs are lit."""
        if act.part in SHOWS and session.talk is None:
            x, y = to_screen(act.mark.x, act.mark.y)
            self.lane.call(to, act, marks, round(x), round(y) - 18, taste)
            self.lane.ribbon(to, act, taste, cloth)
            self.lane.say(to, session, act, marks, font, round(x), round(y), taste, self._ticks)
        elif act.part == "cheer" and session.talk is None:
            self.lane.score(to, session, act, font, cloth, taste)
