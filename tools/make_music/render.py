"""From a tune to its files, by way of the cache."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tools.make_music import listen, mix, rules
from tools.make_music.tune import Tune, beat_data
from tools.make_sound import manifest, vorbis
from tools.make_sound.loudness import integrated


def file_name(tune: Tune, part: str) -> str:
    """ "title.ogg", "real_day_base.ogg"."""
    return f"{tune.name}.ogg" if part == "full" else f"{tune.name}_{part}.ogg"


def made(tune: Tune) -> dict[str, Any]:
    """Render a tune: {"piece": its facts, "files": {name: its facts}, "data": {name: bytes}}."""
    audio, full, reduction = mix.parts(tune)
    main = list(tune.main or tune.stems())
    keys = listen.pitched(tune, main)
    heard = full if set(keys) == set(main) or tune.cuts else sum(audio[k] for k in keys)
    match, transposition = listen.chroma_match(tune, mix.grown(heard, tune.samples), keys)
    names = {part: file_name(tune, part) for part in audio}
    data = {names[part]: vorbis.encode(x, tune.quality) for part, x in audio.items()}
    files = {names[part]: listen.facts(tune, part, x, data[names[part]]) for part, x in audio.items()}
    piece: dict[str, Any] = {
        "parts": names,
        "main": main,
        "key": tune.key,
        "bpm": tune.bpm,
        "beats": tune.beats,
        "bars": tune.bars,
        "loop": tune.loop,
        "samples": tune.samples,
        "form": tune.form,
        "sections": tune.sections,
        "target": tune.lufs,
        "loudness": round(integrated(full), 1),
        "limiter_db": round(reduction, 1),
        "chroma_match": match,
        "transposition": transposition,
    }
    if tune.cues:
        piece["beat_error_ms"] = listen.beat_error(tune, mix.grown(full, tune.samples))
        beats = (json.dumps(beat_data(tune), indent=1) + "\n").encode()
        name = f"{tune.name}.beats.json"
        data[name] = beats
        files[name] = {"sha256": manifest.sha256(beats), "piece": tune.name, "bytes": len(beats), "bus": ""}
    return {"piece": piece, "files": files, "data": data}


def kept(tune: Tune, cache: Path) -> dict[str, Any]:
    """made(), out of the cache if nothing that can be heard has changed."""
    key = manifest.sha256((tune.fingerprint() + rules.engine_hash()).encode())[:32]
    told = cache / f"{key}.json"
    if told.is_file():
        result = json.loads(told.read_text(encoding="utf-8"))
        result["piece"]["form"] = tune.form
        result["data"] = {name: (cache / f"{key}.{name}").read_bytes() for name in result["files"]}
        return result
    result = made(tune)
    cache.mkdir(parents=True, exist_ok=True)
    for name, data in result["data"].items():
        (cache / f"{key}.{name}").write_bytes(data)
    told.write_text(json.dumps({k: result[k] for k in ("piece", "files")}), encoding="utf-8")
    return result
