"""Notes to dry audio: one track at a time through FluidSynth and the FluidR3 soundfont (both needed to build only)."""

from __future__ import annotations

import io
import math
import shutil
import subprocess
import tempfile
from pathlib import Path

import mido
import numpy as np
import soundfile

from tools.make_music.tune import Track, Tune
from tools.make_sound.dsp import RATE, Wave

SOUNDFONTS = (  # where Debian, Fedora and Arch put it
    Path("/usr/share/sounds/sf2/FluidR3_GM.sf2"),
    Path("/usr/share/soundfonts/FluidR3_GM.sf2"),
)
TICKS_PER_QUARTER = 2880
TAIL_BEATS = 3  # what is rendered after the last bar of a piece that is played once


class Missing(Exception):
    """FluidSynth or its soundfont is not on this machine."""


def soundfont() -> Path:
    """The soundfont's path. Raises Missing, saying what to install."""
    if shutil.which("fluidsynth") is None:
        raise Missing("fluidsynth is not installed: apt-get install fluidsynth fluid-soundfont-gm")
    for path in SOUNDFONTS:
        if path.is_file():
            return path
    raise Missing("the soundfont FluidR3_GM.sf2 is missing: apt-get install fluid-soundfont-gm")


def midi(tune: Tune, track: Track, passes: int, tail: float) -> bytes:
    """A MIDI file of `passes` passes and a tail in beats, at the exact tempo.

    One MIDI quarter stands for k beats, with k such that its length in microseconds is whole."""
    per = tune.samples_per_beat
    k = 6 // math.gcd(per, 6)
    if per * k * 125 % 6 or TICKS_PER_QUARTER % k:
        raise ValueError(f"{tune.name}: no exact MIDI tempo for {per} samples a beat")
    ticks = TICKS_PER_QUARTER // k
    messages = mido.MidiTrack()
    messages.append(mido.MetaMessage("set_tempo", tempo=per * k * 125 // 6, time=0))
    messages.append(mido.Message("program_change", program=track.program, channel=0, time=0))
    for control, value in ((7, 100), (10, 64), (91, 0), (93, 0), (11, 127)):  # volume, centre, no effects, expression
        messages.append(mido.Message("control_change", control=control, value=value, channel=0, time=0))
    bars = tune.beats * tune.bars
    events = []
    for n in range(passes):
        for beat, dur, pitch, vel in track.notes:
            at = max(0.0, beat + n * bars) * ticks
            events += [(round(at), 1, pitch, int(vel)), (round(at + dur * ticks) - 2, 0, pitch, 0)]
    end = int((passes * bars + tail) * ticks)
    last = 0
    for at_, on, pitch, vel in sorted(e for e in events if e[0] < end):
        kind = "note_on" if on else "note_off"
        messages.append(mido.Message(kind, note=pitch, velocity=vel, channel=0, time=at_ - last))
        last = at_
    messages.append(mido.MetaMessage("end_of_track", time=end - last))
    file = mido.MidiFile(ticks_per_beat=TICKS_PER_QUARTER)
    file.tracks.append(messages)
    out = io.BytesIO()
    file.save(file=out)
    return out.getvalue()


def played(tune: Tune, track: Track, passes: int, tail: float) -> Wave:
    """The dry stereo audio of one track. FluidSynth's own reverb and chorus are off."""
    font = soundfont()
    with tempfile.TemporaryDirectory() as folder:
        score, sound = Path(folder) / "a.mid", Path(folder) / "a.wav"
        score.write_bytes(midi(tune, track, passes, tail))
        command = ["fluidsynth", "-niq", "-R", "0", "-C", "0", "-g", "0.6", "-r", str(RATE), "-O", "float", "-T", "wav"]
        command += ["-o", "synth.polyphony=256", "-F", str(sound), str(font), str(score)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        x, rate = soundfile.read(sound)
    if rate != RATE:
        raise ValueError(f"fluidsynth gave {rate} Hz")
    return np.asarray(x, dtype=np.float64)
