"""How a way from one map to another looks on the side one comes out: colours that open like a flower, or drain away; the tunnel.

Reads sim's Crossing; writes into the Frame. Lids of sleep are interface: view/lids.py.
"""

from __future__ import annotations

import math
from dataclasses import replace

from game.sim.parts import Crossing
from game.view.felt import ease
from game.view.painter import Bloom, Frame, Grade, Passage, Scene

COLD = Grade(saturation=0.10, gain=(0.66, 0.72, 0.86), lift=(0.0, 0.0, 0.02), vignette=0.5)
"""The other place as it would be here, before it opens."""
WARM = Grade(saturation=1.0, gain=(1.22, 1.0, 0.84), lift=(0.06, 0.01, 0.04), vignette=0.55)
"""This place with the other's colours still in the eyes."""
BLOOM_WAITS, BLOOM_ENDS = 0.16, 0.94
"""Parts of the crossing between which the flower opens."""
CHAMBERS = 2.6
TUNNEL_ENDS = 0.72
"""Part of the crossing after which the tunnel lets her out."""
VIOLET = (12, 3, 34)


def cross(frame: Frame, crossing: Crossing | None, at: tuple[float, float], calm: bool) -> None:
    """Shows a crossing in a frame; ``at``: where she stands on the picture, px."""
    if crossing is None:
        return
    gone = crossing.gone
    if crossing.kind == "pulse":
        _tunnel(frame, gone)
    elif crossing.kind == "bloom":
        k = min(max((gone - BLOOM_WAITS) / (BLOOM_ENDS - BLOOM_WAITS), 0.0), 1.0)
        _open(frame, COLD, frame.scene, at, k * k * (3 - 2 * k), calm)
    elif crossing.kind == "drain":
        k = min(max((BLOOM_ENDS - gone) / (BLOOM_ENDS - BLOOM_WAITS), 0.0), 1.0)
        _open(frame, None, _graded(frame.scene, WARM), at, k * k, calm)
    elif crossing.kind == "wake":
        k = 1 - ease(gone)
        frame.scene = _graded(frame.scene, _between(frame.scene.grade, WARM, 0.8 * k))


def _open(frame: Frame, under: Grade | None, into: Scene, at: tuple[float, float], k: float, calm: bool) -> None:
    """``into`` opens from ``at`` over what lies under it; without motion it only comes through."""
    beneath = _graded(frame.scene, under) if under is not None else frame.scene
    if calm:
        frame.scene = _graded(frame.scene, _between(beneath.grade, into.grade, k))
        return
    frame.scene = into if k >= 1 else beneath
    if 0 < k < 1:
        frame.bloom = Bloom(into, at[0], at[1], k)


def _tunnel(frame: Frame, gone: float) -> None:
    """The soft long somewhere, for as long as one breath; then the walk."""
    if gone < TUNNEL_ENDS:
        k = gone / TUNNEL_ENDS
        frame.passage = Passage(CHAMBERS * k * (2 - k), pulse=(k * 2.0) % 1.0)
        dark = max(1 - k / 0.14, (k - 0.84) / 0.16, 0.0)
    else:
        dark = 1 - (gone - TUNNEL_ENDS) / (1 - TUNNEL_ENDS)
    if dark > frame.veiled:
        frame.veil, frame.veiled = VIOLET, min(dark, 1.0)


def _graded(scene: Scene, grade: Grade) -> Scene:
    return replace(scene, grade=grade)


def _between(a: Grade, b: Grade, k: float) -> Grade:
    def mix(x: float, y: float) -> float:
        return x + (y - x) * k

    gain = tuple(mix(x, y) for x, y in zip(a.gain, b.gain))
    lift = tuple(mix(x, y) for x, y in zip(a.lift, b.lift))
    return Grade(
        mix(a.saturation, b.saturation),
        (gain[0], gain[1], gain[2]),
        (lift[0], lift[1], lift[2]),
        mix(a.vignette, b.vignette),
    )


def pulse_at(tick: float, x: float, width: float) -> float:
    """How bright the passage's wall is at ``x`` of a map ``width`` px wide: a squeeze of light that runs from its far mouth."""
    wave = (tick / 150.0) % 1.35
    d = (1.35 - wave) - x / max(width, 1.0)
    return math.exp(-((d * 9.0) ** 2))
