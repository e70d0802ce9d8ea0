"""The art of the game is what its sources draw: manifest, moods of every speaker, camera, determinism."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

from tools.make_art import build
from tools.make_art.actors import cast_real, faces, portraits, poses, registry, rig, sdf
from tools.make_art.places import cast_of_props, prop, surfaces

ROOT = Path(__file__).resolve().parents[2]
ART = ROOT / "assets" / "art"


def test_the_pictures_are_what_the_sources_draw() -> None:
    assert build.check() == []


def test_same_input_same_pixels() -> None:
    pose = poses.walk().poses[1]
    first = rig.draw(cast_real.CORALINE, pose, "right").rgba
    rig.clear_cache()
    assert np.array_equal(first, rig.draw(cast_real.CORALINE, pose, "right").rgba)


def test_camera_looks_down() -> None:
    near, far = sdf.project((0, 0, 10), 0, 20), sdf.project((0, 0, -10), 0, 20)
    assert near[1] > 0 > far[1]


def test_idle_does_not_shimmer() -> None:
    rig.clear_cache()
    frames = [rig.draw(cast_real.CORALINE, p, "down").rgba for p in poses.idle().poses[:2]]
    a, b = frames[0][4:30, :], frames[1][5:31, :]  # the head moved one pixel down
    both = (a[..., 3] > 0) & (b[..., 3] > 0)
    assert (a[both] == b[both]).all(-1).mean() > 0.97


@pytest.mark.parametrize("facing", ["down", "right", "up", "left"])
def test_feet_near_anchor(facing: str) -> None:
    image = rig.draw(cast_real.CORALINE, rig.Pose(), facing).rgba
    bottom = np.nonzero(image[..., 3].any(1))[0].max()
    assert abs(bottom - cast_real.CORALINE.anchor[1]) <= 5


def test_every_mood_used_by_a_sprite_exists() -> None:
    used = {p.face for _, anims in registry.humans() for a in anims.values() for p in a.poses}
    assert used <= set(faces.MOODS)


def test_every_speaker_of_the_text_has_a_portrait_in_every_mood() -> None:
    text = ROOT / "assets" / "text" / "en.toml"
    if not text.exists():
        pytest.skip("no text yet")
    speakers = tomllib.loads(text.read_text(encoding="utf-8"))["speakers"]
    drawn = json.loads((ART / "portraits" / "portraits.json").read_text())["moods"]
    missing = {
        (who, mood)
        for who, about in speakers.items()
        if who != "narrator"
        for mood in about["moods"]
        if mood not in drawn.get(who, [])
    }
    assert not missing


def test_moods_differ_from_each_other() -> None:
    plain = portraits.make(("cat", "plain"))
    assert not np.array_equal(plain, portraits.make(("cat", "bored")))


def test_prop_ids_never_change() -> None:
    assert cast_of_props.MODULES
    numbers = prop.ids()
    assert numbers["sofa"] == json.loads((ART / "props" / "props.json").read_text())["sofa"]["id"]
    assert len(set(numbers.values())) == len(numbers)


def test_both_worlds_share_ids_and_sizes() -> None:
    real, other = ((ROOT / "maps" / "tilesets" / side / "props.tsx").read_text() for side in ("real", "other"))
    assert real.replace('value="real"', "") == other.replace('value="other"', "")


def test_textures_are_the_same_every_time() -> None:
    points = np.stack([np.linspace(-30, 30, 50), np.linspace(0, 60, 50), np.zeros(50)], 1)
    normals = np.tile([0.0, 0.0, 1.0], (50, 1))
    tex = surfaces.rubble()
    assert np.array_equal(tex(points, normals), tex(points, normals))
