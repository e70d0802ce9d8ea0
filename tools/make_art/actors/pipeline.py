"""Build the whole cast: jobs (character, direction) over worker processes, cached by content hash, packed into
atlases.
"""

from __future__ import annotations

import functools
import pickle
import zlib
from collections.abc import Iterable
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from tools.make_art.actors import (
    after,
    atlas,
    beldam,
    cast_truth,
    creatures,
    held_party,
    mice,
    portraits,
    registry,
    rig,
    swarm,
)
from tools.make_art.core import cache
from tools.make_art.core.progress import progress_bar
from tools.make_art.core.ramps import ACTOR_GAINS, ACTOR_NAMES, ACTOR_TABLE

HERE = Path(__file__).resolve().parent
CORE = ("sdf.py", "paint.py")
SOURCES = {
    "human": (
        *CORE,
        "rig.py",
        "faces.py",
        "hair.py",
        "poses.py",
        "registry.py",
        "cast_real.py",
        "cast_other.py",
        "held.py",
        "after.py",
        "cast_truth.py",
        "held_party.py",
        "poses_party.py",
    ),
    "creature": (*CORE, "creatures.py", "rig.py"),
    "beldam": (*CORE, "beldam.py", "rig.py", "hair.py"),
    "portrait": (
        *CORE,
        "portraits.py",
        "rig.py",
        "hair.py",
        "cast_real.py",
        "cast_other.py",
        "creatures.py",
        "beldam.py",
    ),
}
OWN = {
    "held.py": ("coraline", "coraline_pyjamas", "other_father", "other_father_truth", "doll"),
    "held_party.py": held_party.NAMES,
    "after.py": after.NAMES,
    "cast_truth.py": tuple(h.name for h in cast_truth.TRUTH),
}
"""Files that only some people are drawn with."""
CREATURES = [*creatures.CREATURES, *swarm.CREATURES, *mice.CREATURES]
DIRECTIONS = ("down", "down_right", "right", "up_right", "up", "up_left", "left", "down_left")
Job = tuple[str, str, str]  # kind, name, direction or index


@functools.cache
def source_hash(kind: str) -> str:
    """Hash of every source a kind depends on; taken once, so that edits during a build cannot poison the cache."""
    colours = repr((ACTOR_NAMES, ACTOR_TABLE.tolist(), ACTOR_GAINS.tolist()))  # theirs alone: rooms may be repainted
    return cache.source_hash(*[HERE / f for f in SOURCES[kind]], colours)


@functools.cache
def _job_hash(kind: str, name: str) -> str:
    """Key of one actor's jobs: a person is drawn anew when the rig, the casts or that person's own poses change."""
    if kind == "creature" and name in {c.name for c in swarm.CREATURES}:
        return cache.source_hash(source_hash("creature"), HERE / "swarm.py")
    if kind == "creature" and name in {c.name for c in mice.CREATURES}:
        return cache.source_hash(source_hash("creature"), HERE / "mice.py")
    if kind != "human":
        return source_hash(kind)
    colours = repr((ACTOR_NAMES, ACTOR_TABLE.tolist(), ACTOR_GAINS.tolist()))
    files = [HERE / f for f in SOURCES["human"] if f not in ("poses.py", "poses_party.py", "registry.py", *OWN)]
    files += [HERE / f for f, names in OWN.items() if name in names]
    anims = next(a for s, a in registry.humans() if s.name == name)
    return cache.source_hash(*files, colours, repr(anims))


def _height(depth: np.ndarray, anchor_y: float, pitch: float, far: float) -> np.ndarray:
    """World height of every pixel above the ground at the anchor."""
    y = anchor_y - (np.arange(depth.shape[0]) + 0.5)[:, None]
    a = np.radians(pitch)
    z = np.where(depth < 1e6, far - depth, 0)
    return np.cos(a) * y + np.sin(a) * z


def _cell(fr: rig.Frame, anchor: tuple[float, float], pitch: float, far: float, meta: dict) -> atlas.Cell:
    n = atlas.pack_normal(fr.normal, _height(fr.depth, anchor[1], pitch, far), fr.rgba[..., 3] > 0)
    pts = {k: list(v) for k, v in fr.points.items()}
    return atlas.Cell(fr.rgba, n, (int(anchor[0]), int(anchor[1])), {**meta, "pts": pts})


def _human_job(name: str, d: str) -> list[atlas.Cell]:
    s, anims = next(h for h in registry.humans() if h[0].name == name)
    far = 90 if max(s.frame) <= 90 else 150
    cells = []
    for an, a in anims.items():
        if d in a.dirs:
            cells += [
                _cell(
                    after.finish(s, an, i, len(a.poses), p, d, rig.draw(s, p, d)),
                    s.anchor,
                    s.pitch,
                    far,
                    {"anim": an, "dir": d, "i": i, "ticks": a.ticks[i]},
                )
                for i, p in enumerate(a.at(d))
            ]
    rig.clear_cache()
    return cells


def _creature_job(name: str, d: str) -> list[atlas.Cell]:
    c = next(c for c in CREATURES if c.name == name)
    draw = swarm.draw if c in swarm.CREATURES else creatures.draw
    cells = []
    for an, a in c.anims.items():
        if d in a.dirs:
            cells += [
                _cell(
                    draw(c, p, d),
                    c.anchor,
                    c.pitch,
                    90 if max(c.frame) < 100 else 150,
                    {"anim": an, "dir": d, "i": i, "ticks": a.ticks[i]},
                )
                for i, p in enumerate(a.poses)
            ]
    return cells


def _beldam_job(index: str) -> list[atlas.Cell]:
    k, n = map(int, index.split("/"))
    out = []
    for job in beldam.part_jobs()[k::n]:
        sp = beldam.make(job)
        out.append(_cell(sp.frame, sp.pivot, 0, 150, {"name": sp.name}))
    return out


def run_job(args: tuple[Job, str]) -> tuple[Job, list]:
    """Render one job or read it from the cache."""
    job, folder = args
    kind, name, d = job
    path = Path(folder) / f"{kind}-{name}-{d.replace('/', '_')}-{_job_hash(kind, name)}.z"
    if path.exists():
        return job, pickle.loads(zlib.decompress(path.read_bytes()))
    if kind == "human":
        res: list = _human_job(name, d)
    elif kind == "creature":
        res = _creature_job(name, d)
    elif kind == "beldam":
        res = _beldam_job(d)
    else:
        res = [(m, portraits.make((name, m))) for n, m in portraits.jobs() if n == name]
    tmp = path.with_suffix(".tmp")
    tmp.write_bytes(zlib.compress(pickle.dumps(res), 3))
    tmp.replace(path)
    return job, res


def all_jobs(only: Iterable[str] = ()) -> list[Job]:
    """Every job, heavy ones first."""
    jobs: list[Job] = [("beldam", "beldam", f"{k}/8") for k in range(8)]
    jobs += [("creature", c.name, d) for c in CREATURES for d in c.yaw if any(d in a.dirs for a in c.anims.values())]
    for s, anims in registry.humans():
        jobs += [
            ("human", s.name, d) for d in ("down", "right", "up", "left") if any(d in a.dirs for a in anims.values())
        ]
    jobs += [("portrait", n, "") for n in dict.fromkeys(n for n, _ in portraits.jobs())]
    only = set(only)
    return [j for j in jobs if not only or j[1] in only or j[0] in only]


def _prune(folder: Path, jobs: list[Job]) -> None:
    """Drop cache entries of older sources."""
    for kind, name, d in jobs:
        stem = f"{kind}-{name}-{d.replace('/', '_')}-"
        for f in folder.glob(stem + "*.z"):
            if f.name != f"{stem}{_job_hash(kind, name)}.z":
                f.unlink()


def _character(out: Path, name: str, cells: list[atlas.Cell], info: dict, anims: dict) -> None:
    """One actor's atlas and JSON."""
    rects = atlas.build(cells, out, name)
    table: dict = {}
    for r in rects:
        a = anims[r["anim"]]
        row = table.setdefault(r["anim"], {"loop": a.loop, "tags": list(a.tags), "dirs": {}})
        row["dirs"].setdefault(r["dir"], []).append(
            {"rect": r["rect"], "off": r["off"], "ticks": r["ticks"], "pts": r["pts"]}
        )
    atlas.write_json(
        out / f"{name}.json", dict(name=name, image=f"{name}.png", normals=f"{name}_n.png", anims=table, **info)
    )


def _beldam(out: Path, cells: list[atlas.Cell]) -> None:
    """Her parts, each with the pixel it hangs on."""
    rects = atlas.build(cells, out, "beldam", 512)
    parts = {r["name"]: {"rect": r["rect"], "pivot": [-v for v in r["off"]]} for r in rects}
    about = {"name": "beldam", "image": "beldam.png", "normals": "beldam_n.png", "parts": parts, "dirs": beldam.DIR8}
    atlas.write_json(out / "beldam.json", about)


def build(kinds: Iterable[str], out: Path, only: Iterable[str] = (), workers: int = 2) -> list[Path]:
    """Render and pack the actors or portraits of these kinds (human, creature, beldam, portrait) into ``out``.

    With ``only`` (names) nothing but those. Returns the files that ``out`` should hold.
    """
    out.mkdir(parents=True, exist_ok=True)
    folder = cache.ROOT / "actors"
    folder.mkdir(parents=True, exist_ok=True)
    jobs = [j for j in all_jobs(only) if j[0] in kinds]
    _prune(folder, jobs)
    got: dict[tuple[str, str], dict[str, list]] = {}
    with progress_bar() as bar, get_context("fork").Pool(workers) as pool:
        task = bar.add_task("rendering", total=len(jobs))
        for job, res in pool.imap_unordered(run_job, [(j, str(folder)) for j in jobs]):
            got.setdefault(job[:2], {})[job[2]] = res
            bar.update(task, advance=1, description=f"{job[1]} {job[2]}")
    moods: dict[str, list[str]] = {}
    for (kind, name), by in sorted(got.items()):
        if kind == "portrait":
            atlas.save_png(out / f"{name}.png", np.concatenate([im for _, im in by[""]], 1))
            moods[name] = [m for m, _ in by[""]]
        elif kind == "beldam":
            _beldam(out, [c for k in sorted(by) for c in by[k]])
        else:
            cells = [c for d in sorted(by, key=lambda d: DIRECTIONS.index(d)) for c in by[d]]
            info, anims = _about(kind, name)
            _character(out, name, cells, info, anims)
    if moods and not only:
        atlas.write_json(out / "portraits.json", {"size": portraits.SIZE, "moods": moods})
    return sorted(p for p in out.iterdir() if p.is_file())


def _about(kind: str, name: str) -> tuple[dict, dict]:
    """(facts for the JSON, animations) of a person or a creature."""
    if kind == "human":
        who, anims = next(h for h in registry.humans() if h[0].name == name)
        alpha = 205 if who.ghost else 255
    else:
        who = next(c for c in CREATURES if c.name == name)
        anims, alpha = who.anims, 255
    anchor = [int(v) for v in who.anchor]
    return {
        "frame": list(who.frame),
        "anchor": anchor,
        "hurt": list(who.hurt),
        "shadow": list(who.shadow),
        "alpha": alpha,
    }, anims
