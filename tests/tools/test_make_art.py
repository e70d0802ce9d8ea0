"""The art of the game is what its sources draw: manifest, moods of every speaker, camera, determinism."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tools.make_art import build
from tools.make_art.actors import cast_real, faces, portraits, poses, registry, rig, sdf
from tools.make_art.interface import lantern
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


def _spoken(node: object) -> Iterator[dict[str, Any]]:
    """Every line of the text below a table."""
    if isinstance(node, dict):
        if "who" in node and "mood" in node:
            yield node
        else:
            for child in node.values():
                yield from _spoken(child)


def _text() -> dict[str, Any]:
    return tomllib.loads((ROOT / "assets" / "text" / "en.toml").read_text(encoding="utf-8"))


def test_every_line_is_said_with_a_face_that_was_drawn() -> None:
    drawn = json.loads((ART / "portraits" / "portraits.json").read_text())["moods"]
    said = {(line["who"], line["mood"]) for line in _spoken(_text()["beats"])}
    assert {(who, mood) for who, mood in said if who != "narrator" and mood not in drawn.get(who, [])} == set()


def test_other_wybie_has_a_picture_for_every_word() -> None:
    drawn = json.loads((ART / "ui" / "pictures.json").read_text())["pictures"]
    words = {name for line in _spoken(_text()["beats"]) for name in line.get("pictures", ())}
    assert (words | set(_text()["pictures"])) - set(drawn) == set()


def test_she_grows_in_four_steps() -> None:
    tall = []
    for name in ("other_mother", "other_mother_2", "other_mother_3", "other_mother_thin"):
        about = json.loads((ART / "actors" / f"{name}.json").read_text())["anims"]
        tall.append(about["idle"]["dirs"]["down"][0]["rect"][3])
        if name != "other_mother":  # she begins as tall as she was before
            assert abs(about["stretch"]["dirs"]["down"][0]["rect"][3] - tall[-2]) <= 2
    assert tall == sorted(tall)
    assert tall[-1] - tall[0] > 30


def test_a_sleeper_lies_under_a_blanket_as_wide_as_the_bed() -> None:
    props = json.loads((ART / "props" / "real.json").read_text())
    lies = json.loads((ART / "actors" / "coraline_pyjamas.json").read_text())["anims"]["lie"]["dirs"]["down"][0]
    bed = props["bed_child"]["rect"]
    assert 40 <= lies["rect"][2] <= bed[2]


def test_the_bridge_is_the_thread_in_the_eye_of_the_needle() -> None:
    x, y = np.meshgrid(np.linspace(-1, 1, 401), np.linspace(-1, 1, 401))
    light = lantern.pierced("middle", x, y)
    in_eye = (np.abs(x - 0.53) < 0.012) & (np.abs(y - 0.055) < 0.085)
    assert light[in_eye].any()
    assert not light[in_eye].all()  # something goes through it


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
