"""What each piece is made from, and the rules a finished piece keeps. Standard library only: any machine can check."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tools.make_sound import manifest

HERE = Path(__file__).parent
SOUND = HERE.parent / "make_sound"
ENGINE = (
    *(HERE / name for name in ("fluid.py", "listen.py", "mix.py", "notation.py", "render.py", "tune.py")),
    *(SOUND / name for name in ("catalogue.py", "dsp.py", "loudness.py", "materials.py", "vorbis.py")),
    *(SOUND / name for name in ("bodies.py", "household.py", "needlework.py", "stage.py")),  # effects that pieces use
)
BORROWS = {"score_layers": ("score_other",), "score_shows": ("score_other",)}  # scores that use pieces of another
LOUDEST_PEAK = -1  # dB true peak


def sources() -> dict[str, str]:
    """Score -> hash of what its pieces are made from."""
    scores = {p.stem: p for p in sorted(HERE.glob("score_*.py"))}
    return {
        name: manifest.source_hash([*ENGINE, *(scores[other] for other in BORROWS.get(name, ())), path])
        for name, path in scores.items()
    }


def homes() -> dict[str, str]:
    """Piece -> the score it is written in."""
    found = {}
    for path in sorted(HERE.glob("score_*.py")):
        found |= dict.fromkeys(re.findall(r"^@piece\ndef (\w+)", path.read_text(encoding="utf-8"), re.M), path.stem)
    return found


def engine_hash() -> str:
    """The hash of everything but the scores."""
    return manifest.source_hash(ENGINE)


def faults(piece: str, told: dict[str, Any], files: dict[str, dict[str, Any]]) -> list[str]:
    """Which rules a piece breaks, in sentences. files: the facts of its parts."""
    wrong = []
    if abs(told["loudness"] - told["target"]) > 0.7:
        wrong.append(f"{piece}: {told['loudness']} LUFS, meant to be {told['target']}")
    if told["transposition"]:
        wrong.append(f"{piece}: sounds {told['transposition']} semitones off")
    lengths = set()
    for name, fact in files.items():
        if fact["true_peak"] > LOUDEST_PEAK:
            wrong.append(f"{name}: true peak {fact['true_peak']} dB")
        if told["loop"]:
            lengths.add(fact["loop_samples"])
            if fact["loop_samples"] != told["samples"]:
                wrong.append(f"{name}: {fact['loop_samples']} samples, the loop has {told['samples']}")
            if fact["seam"] > max(fact["usual_step"], 0.02):
                wrong.append(f"{name}: a step of {fact['seam']} at the seam, usually {fact['usual_step']}")
    if len(lengths) > 1:
        wrong.append(f"{piece}: its stems differ in length")
    return wrong
