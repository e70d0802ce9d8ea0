"""Dry tracks to finished stems.

dry track -> role level (LU below the lead) -> pan, reverb send -> stem bus -> circular (loop) or linear reverb
-> one gain for all stems, so that those that normally sound together meet the loudness target -> limiter."""

from __future__ import annotations

import importlib

import numpy as np
from scipy import signal

from tools.make_music import fluid
from tools.make_music.tune import Track, Tune
from tools.make_sound.catalogue import EFFECTS
from tools.make_sound.dsp import (
    RATE,
    Wave,
    each_channel,
    fade,
    filtered_circular,
    impulse,
    mono,
    put,
    put_circular,
    random_for,
    ratio,
    reverb_circular,
    trim,
)
from tools.make_sound.loudness import integrated, limited

REFERENCE = -23  # LUFS of a lead track before the mix is brought to its target
SEAM = 1920  # samples (40 ms) over which the end of a pass is cross-faded into the start of the next
RUMBLE = 32  # Hz


def grown(x: Wave, n: int) -> Wave:
    """x with silence to n samples."""
    return np.vstack([x, np.zeros((n - len(x), 2))]) if len(x) < n else x


def _instrument(tune: Tune, track: Track) -> Wave:
    """A loop is the second pass of two, so that its start holds what still rings; 40 ms blend with the third."""
    if not tune.loop:
        return fluid.played(tune, track, 1, fluid.TAIL_BEATS)
    n = tune.samples
    x = grown(fluid.played(tune, track, 2, 1), 2 * n + 2 * SEAM)
    y = x[n : 2 * n].copy()
    turn = np.linspace(0, np.pi / 2, SEAM)[:, None]
    y[:SEAM] = x[n : n + SEAM] * np.sin(turn) ** 2 + x[2 * n : 2 * n + SEAM] * np.cos(turn) ** 2
    return y


def _hits(tune: Tune, track: Track) -> Wave:
    """Our own effects on beats: the variants in turn, so that none comes twice running."""
    importlib.import_module(f"tools.make_sound.{EFFECT_HOMES[track.effect]}")
    made = EFFECTS[track.effect]
    pool = [mono(made.raw(random_for(track.effect, v), v)) for v in range(made.variants)]
    per = tune.samples_per_beat
    y = np.zeros(tune.samples if tune.loop else tune.samples + fluid.TAIL_BEATS * per)
    for i, (beat, gain) in enumerate(track.hits):
        x = pool[i % len(pool)]
        if tune.loop:
            put_circular(y, x, round(beat * per), gain)
        else:
            put(y, x, beat * per / RATE, gain)
    return np.stack([y, y], 1)


EFFECT_HOMES = {  # in which module of make_sound the effects that pieces use are written
    "type_key": "household",
    "type_bell": "household",
    "type_carriage": "household",
    "needle_tick": "needlework",
    "heartbeat": "bodies",
    "thunder_sheet": "stage",
    "trapdoor": "stage",
    "drum_beat": "stage",
}


def levelled(tune: Tune, track: Track) -> Wave:
    """A track at the level of its role, panned."""
    x = _hits(tune, track) if track.effect else _instrument(tune, track)
    if track.lowcut:
        x = each_channel(x, lambda c: filtered_circular(c, "high", track.lowcut))
    loud = integrated(x)
    gain = ratio(REFERENCE + track.lu - loud) if np.isfinite(loud) else 0.0
    angle = (track.pan + 1) * np.pi / 4
    return x * gain * np.sqrt(2) * np.array([np.cos(angle), np.sin(angle)])


def _buses(tune: Tune) -> dict[str, tuple[Wave, Wave]]:
    """Stem -> (sum of its dry tracks, sum of what they send to the reverb)."""
    out: dict[str, tuple[Wave, Wave]] = {}
    for track in tune.tracks:
        y = levelled(tune, track)
        dry, wet = out.get(track.stem, (np.zeros((0, 2)), np.zeros((0, 2))))
        n = max(len(dry), len(y))
        out[track.stem] = (grown(dry, n) + grown(y, n), grown(wet, n) + grown(y, n) * track.send * 0.55)
    return out


def _reverberated(tune: Tune, dry: Wave, wet: Wave) -> Wave:
    h = impulse(tune.reverb[1], seed=tune.reverb[0], bright=4200)
    if tune.loop:
        return each_channel(dry + reverb_circular(wet, h) * 0.5, lambda c: filtered_circular(c, "high", RUMBLE))
    x = np.stack([signal.fftconvolve(wet[:, c], h[:, c]) for c in (0, 1)], 1) * 0.5
    x[: len(dry)] += dry
    return x


def through_wall(x: Wave) -> Wave:
    """Plaster: 24 dB an octave above 520 Hz, two room modes, nearly mono. Circular, so the loop stays a loop."""

    def plaster(c: Wave) -> Wave:
        y = filtered_circular(filtered_circular(c, "low", 520, 4), "high", 90, 2)
        return y + 0.5 * (filtered_circular(c, "band", (165, 215)) + 0.6 * filtered_circular(c, "band", (300, 370)))

    y = each_channel(x, plaster)
    middle = y.mean(1, keepdims=True)
    return middle + 0.25 * (y - middle)


def mixed(tune: Tune) -> tuple[dict[str, Wave], Wave, float]:
    """(stem -> audio, the full mix of the main stems, the limiter's deepest gain in dB)."""
    stems = {k: _reverberated(tune, dry, wet) for k, (dry, wet) in _buses(tune).items()}
    if tune.wall:
        stems = {k: through_wall(x) for k, x in stems.items()}
    n = max(map(len, stems.values()))
    stems = {k: grown(x, n) for k, x in stems.items()}
    full = sum(stems[k] for k in tune.main or stems)
    gain = ratio(tune.lufs - integrated(np.vstack([full, full[:RATE]]) if tune.loop else full))
    done, reduction = limited(full * gain)
    return {k: limited(x * gain)[0] for k, x in stems.items()}, done, reduction


def parts(tune: Tune) -> tuple[dict[str, Wave], Wave, float]:
    """What ships: the stems if there are several, the acts if the piece has cuts, else the full mix as "full".

    Returns (part -> audio, full mix, limiter dB)."""
    stems, full, reduction = mixed(tune)
    if not tune.loop:
        full = fade(trim(full, -50), 0.0, tune.tail)
    if len(stems) > 1 and not tune.cuts:
        return stems, full, reduction
    if tune.cuts:
        per, after = tune.beats * tune.samples_per_beat, tune.bars + 1
        cut = {k: full[(a - 1) * per : (b - 1) * per if b < after else None] for k, a, b in tune.cuts}
        return cut, full, reduction
    return {"full": full}, full, reduction
