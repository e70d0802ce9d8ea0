"""The rules that finished effects keep, and what each group is made from. Standard library only: any machine checks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tools.make_sound import manifest

HERE = Path(__file__).parent
ENGINE = ("catalogue.py", "dsp.py", "loudness.py", "materials.py", "render.py", "vorbis.py")
LATEST_ONSET = 12  # ms: later than this a reaction sound feels late
LOST_ON_SMALL = -8  # dB: a small speaker may take no more
LOUDEST_PEAK = -1  # dB


def sources() -> dict[str, str]:
    """Group -> hash of what it is made from. Reads files only; no effect is made."""
    other = (*ENGINE, "manifest.py", "rules.py", "__init__.py", "__main__.py")
    shared = [HERE / name for name in ENGINE]
    groups = sorted(p for p in HERE.glob("*.py") if p.name not in other)
    return {p.stem: manifest.source_hash([*shared, p]) for p in groups}


def faults(name: str, fact: dict[str, Any]) -> list[str]:
    """Which rules a file breaks, in sentences."""
    wrong = []
    if abs(fact["loudness"] - fact["target"]) > 0.8:
        wrong.append(f"{name}: {fact['loudness']} dB loud, meant to be {fact['target']}")
    if fact["peak"] > LOUDEST_PEAK:
        wrong.append(f"{name}: peak {fact['peak']} dB")
    if fact["bus"] != "ambience" and fact["small_speaker"] < LOST_ON_SMALL:
        wrong.append(f"{name}: small speakers lose {-fact['small_speaker']} dB of it")
    if fact["bus"] != "ambience" and not fact["telegraph"] and fact["onset_ms"] > LATEST_ONSET:
        wrong.append(f"{name}: begins only after {fact['onset_ms']} ms")
    if "seam" in fact and fact["seam"] > max(2.5 * fact["usual_step"], 0.003):
        wrong.append(f"{name}: a step of {fact['seam']} at the seam, usually {fact['usual_step']}")
    return wrong
