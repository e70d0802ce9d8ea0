"""From an effect to its file: raw signal, fades, level, Vorbis."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tools.make_sound import loudness, manifest, vorbis
from tools.make_sound.catalogue import EFFECTS, Effect
from tools.make_sound.dsp import RATE, Wave, decibels, fade, random_for


def finished(effect: Effect, variant: int) -> Wave:
    """The levelled signal of one variant."""
    x = effect.raw(random_for(effect.name, variant), variant)
    x = x - x.mean(0)
    return loudness.levelled(x if effect.loop else fade(x, 0.0005, 0.008), effect.loudness)


def facts(effect: Effect, variant: int, made: Wave, data: bytes) -> dict[str, Any]:
    """What the manifest says about one file; measured on what was decoded again."""
    heard = vorbis.decode(data)
    result: dict[str, Any] = {
        "sha256": manifest.sha256(data),
        "effect": effect.name,
        "variant": variant,
        "group": effect.group,
        "bus": effect.bus,
        "bytes": len(data),
        "seconds": round(len(heard) / RATE, 4),
        "channels": 1 if heard.ndim == 1 else 2,
        "loudness": round(loudness.peak_loudness(heard), 1),
        "target": effect.loudness,
        "peak": round(decibels(float(abs(heard).max())), 1),
        "centroid": loudness.centroid(heard),
        "small_speaker": round(loudness.small_speaker_loss(heard), 1),
        "onset_ms": round(loudness.onset(heard), 1),
        "telegraph": effect.telegraph,
    }
    if effect.loop:
        step, usual = loudness.seam(heard)
        result |= {"loop_samples": len(made), "seam": round(step, 5), "usual_step": round(usual, 5)}
        if len(heard) != len(made):
            raise ValueError(f"{effect.name}: {len(heard)} samples came back of {len(made)}; the loop would drift")
    return result


def one(effect: Effect, variant: int, source: str, cache: Path) -> tuple[bytes, dict[str, Any]]:
    """The bytes and facts of one variant, out of the cache if the sources are still those."""
    key = manifest.sha256(f"{source} {effect.name} {variant}".encode())[:32]
    kept, told = cache / f"{key}.bin", cache / f"{key}.json"
    if kept.is_file() and told.is_file():
        return kept.read_bytes(), json.loads(told.read_text(encoding="utf-8"))
    made = finished(effect, variant)
    data = vorbis.encode_flac(made) if effect.flac else vorbis.encode(made, effect.quality)
    fact = facts(effect, variant, made, data)
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(data)
    told.write_text(json.dumps(fact), encoding="utf-8")
    return data, fact


def effects_of(names: list[str]) -> list[Effect]:
    """The effects called by name or by group; all of them for no names. Raises KeyError on a name nobody has."""
    if not names:
        return list(EFFECTS.values())
    chosen = [e for e in EFFECTS.values() if e.name in names or e.group in names]
    for name in names:
        if not any(name in (e.name, e.group) for e in chosen):
            raise KeyError(name)
    return chosen
