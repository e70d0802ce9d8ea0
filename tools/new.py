"""`python tools/dev.py new foe|map|beat|item NAME`: the files to begin with, test included, and what is left to do by hand.

What it writes passes lint, ruff and tests as it stands; then make it yours. It never writes over a file.
To change what newcomers begin with: the templates below.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = re.compile(r"[a-z][a-z0-9_]{1,30}\Z")
KINDS = ("foe", "map", "beat", "item")


class Refused(Exception):
    """It cannot be begun like that; says why in one line."""


def fill(template: str, **values: str) -> str:
    """<name> in the template becomes values["name"]."""
    for name, value in values.items():
        template = template.replace(f"<{name}>", value)
    return template


def put(root: Path, path: str, text: str) -> str:
    """Writes a new file and says so. Raises Refused when there is one."""
    place = root / path
    if place.exists():
        raise Refused(f"{path} is there already")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return f"wrote    {path}"


def insert(root: Path, path: str, after: str, line: str) -> str:
    """Adds a line behind the line ``after``; where that is not found, says what to do by hand."""
    place = root / path
    text = place.read_text(encoding="utf-8")
    if text.count(f"\n{after}\n") != 1:
        return f"by hand  {path}, below {after!r}: {line.strip()}"
    place.write_text(text.replace(f"\n{after}\n", f"\n{after}\n{line}\n"), encoding="utf-8")
    return f"changed  {path}: {line.strip()}"


def title(name: str) -> str:
    """adder_stone -> Adder stone"""
    return name.replace("_", " ").capitalize()


# ---------------------------------------------------------------------------------------------- a foe

FOE = '''"""<Title>: what it is, what it wants, how one gets away from it. Say it in prose before any code."""

from __future__ import annotations

import math

from game.core.geometry import Facing
from game.sim.parts import Look, Place, Walker
from game.sim.room import Thing
from game.sim.session import Session

SHEET = "<name>"
RADIUS = 7.0
SPEED = 60.0
"""px/s. Coraline walks 96, runs 152; a chaser never exceeds 92 % of her run."""
SEES_PX = 160.0


def make_<name>(session: Session, thing: Thing) -> int | None:
    """A Foe point of the map whose ``foe`` is <name>."""
    at = thing.foot
    place = Place(at.x, at.y, at.x, at.y, Facing(thing.text("facing", "down")))
    return session.world.born(place, Walker(RADIUS, is_ghost=True), Look(SHEET, "idle"))


def mind(session: Session) -> None:
    """Every tick: comes nearer while it sees her, stands still while somebody talks."""
    her = session.place
    for _, place, walker, look in session.world.each(Place, Walker, Look):
        if look.sheet != SHEET:
            continue
        dx, dy = her.x - place.x, her.y - place.y
        gap = math.hypot(dx, dy)
        wants = session.is_free and RADIUS * 3 < gap < SEES_PX
        speed = SPEED / gap if wants else 0.0
        walker.wish_x, walker.wish_y = dx * speed, dy * speed
        if wants:
            place.facing = Facing.of(dx, dy, place.facing)
'''
FOE_TEST = '''"""<Title>: what a player must be able to rely on."""

import math

from game.content.foes import <name>
from game.core.geometry import Box
from game.sim.parts import Place
from tests.arena import arena, thing


def with_a_<name>(x):
    play = arena()
    entity = <name>.make_<name>(play.session, thing("Foe", "it", Box(x, 192, 0, 0), foe="<name>"))
    play.session.bear(entity)
    play.on_tick.append(lambda _: <name>.mind(play.session))
    play.wait(1)
    return play, entity


def gap(play, entity):
    at = play.session.world.get(entity, Place)
    return math.hypot(at.x - play.position.x, at.y - play.position.y)


def test_it_comes_when_it_sees_her():
    play, entity = with_a_<name>(440)
    before = gap(play, entity)
    play.wait(60)
    assert gap(play, entity) < before - 20


def test_it_does_not_see_across_the_room():
    play, entity = with_a_<name>(600)
    before = gap(play, entity)
    play.wait(60)
    assert gap(play, entity) == before


def test_it_lives_ten_seconds_of_running_about():
    play, entity = with_a_<name>(440)
    for way in ("right", "up", "left", "down", "right"):
        play.hold(way, "run", ticks=120)
    assert play.session.world.is_alive(entity)
'''


def new_foe(root: Path, name: str) -> list[str]:
    values = {"name": name, "Title": title(name)}
    return [
        put(root, f"game/content/foes/{name}.py", fill(FOE, **values)),
        put(root, f"tests/content/test_{name}.py", fill(FOE_TEST, **values)),
        f'by hand  game/content/spawn.py: import make_{name} from game.content.foes.{name}; in FOES: "{name}": make_{name},',
        f"by hand  game/content/start.py: import {name} from game.content.foes; in minds of make_content: {name}.mind,",
        f"by hand  tools/make_art/actors: a sheet called {name} (python tools/dev.py art); until then nothing is drawn",
        f"in Tiled a point of class Foe with foe = {name}",
    ]


# ---------------------------------------------------------------------------------------------- a map

WIDTH, HEIGHT, BACK = 20, 12, 4
"""Tiles; the back wall is BACK tiles high."""
SHEETS = (("house", 1), ("stage", 2001), ("grounds", 4001), ("between", 6001), ("props", 8001))
MAP = """<?xml version="1.0" encoding="UTF-8"?>
<map version="1.10" tiledversion="1.10.2" class="Map" orientation="orthogonal" renderorder="right-down" \
width="<w>" height="<h>" tilewidth="32" tileheight="32" infinite="0" nextlayerid="14" nextobjectid="4">
 <properties>
  <property name="ambience" value="house_loop"/>
  <property name="ambient" type="color" value="#ff8a90a8"/>
  <property name="indoors" type="bool" value="true"/>
  <property name="music" value="real_day"/>
  <property name="side" value="<side>"/>
  <property name="title" value="<Title>"/>
 </properties>
<sheets> <group id="1" name="below">
  <layer id="2" name="floor" width="<w>" height="<h>">
   <data encoding="csv">
<floor>
</data>
  </layer>
  <layer id="3" name="decor" width="<w>" height="<h>">
   <data encoding="csv">
<nothing>
</data>
  </layer>
  <layer id="4" name="walls" width="<w>" height="<h>">
   <data encoding="csv">
<walls>
</data>
  </layer>
 </group>
 <objectgroup id="5" name="truth"/>
 <objectgroup id="6" name="actors"/>
 <group id="7" name="above">
  <layer id="8" name="roof" width="<w>" height="<h>">
   <data encoding="csv">
<nothing>
</data>
  </layer>
  <layer id="9" name="canopy" width="<w>" height="<h>">
   <data encoding="csv">
<nothing>
</data>
  </layer>
 </group>
 <objectgroup id="10" name="collision"/>
 <objectgroup id="11" name="logic">
  <object id="1" name="start" type="Spawn" x="<x>" y="<y>">
   <properties>
    <property name="default" type="bool" value="true"/>
   </properties>
   <point/>
  </object>
  <object id="2" name="whole" type="Camera" x="0" y="0" width="<wpx>" height="<hpx>"/>
 </objectgroup>
 <objectgroup id="12" name="lights">
  <object id="3" name="lamp" type="Light" x="<x>" y="176">
   <properties>
    <property name="radius" type="float" value="180.0"/>
   </properties>
   <point/>
  </object>
 </objectgroup>
 <objectgroup id="13" name="notes"/>
</map>
"""
MAP_TEST = '''"""<side>/<name>: she can get about in it."""

from game.testing import Play


def test_she_can_walk_into_every_corner_and_not_out_of_it():
    play = Play("<side>/<name>")
    for corner in ((2, 6), (17, 6), (17, 9), (2, 9)):
        play.walk_to(corner)
    play.hold("down", "left", "run", ticks=120)
    assert 0 < play.position.x < <wpx> and 0 < play.position.y < <hpx>
'''


def new_map(root: Path, name: str) -> list[str]:
    side, _, name = name.rpartition("/")
    side = side or "real"
    check(name)
    if side not in ("real", "other"):
        raise Refused(f"a map is real/{name} or other/{name}; those between are copied by hand")
    inner = range(1, WIDTH - 1)
    # Wood for a floor, the ceiling's edge round it, the house's wallpaper at the back (tilesets/*/house.tsx).
    floor = [[173, *[165] * (WIDTH - 2), 170]]
    floor += [[171, *[0] * (WIDTH - 2), 141] for _ in range(1, BACK)]
    floor += [[171, *[(x - 1) % 8 + 1 + 16 * (y % 4) for x in inner], 141] for y in range(HEIGHT - BACK - 1)]
    floor += [[174, *[160] * (WIDTH - 2), 162]]
    walls = [[0, 241 + 16 * y, *[242 + 16 * y] * (WIDTH - 4), 243 + 16 * y, 0] for y in range(BACK)]
    walls += [[0] * WIDTH] * (HEIGHT - BACK)
    values = {
        "name": name,
        "Title": title(name),
        "side": side,
        "w": str(WIDTH),
        "h": str(HEIGHT),
        "wpx": str(WIDTH * 32),
        "hpx": str(HEIGHT * 32),
        "x": str(WIDTH * 16),
        "y": str(HEIGHT * 16 + 48),
        "sheets": "".join(f' <tileset firstgid="{n}" source="../tilesets/{side}/{s}.tsx"/>\n' for s, n in SHEETS),
        "floor": csv(floor),
        "walls": csv(walls),
        "nothing": csv([[0] * WIDTH] * HEIGHT),
    }
    said = [
        put(root, f"maps/{side}/{name}.tmx", fill(MAP, **values)),
        put(root, f"tests/maps/test_{side}_{name}.py", fill(MAP_TEST, **values)),
    ]
    world = root / "maps" / f"{side}.world"
    if world.exists():
        shown = json.loads(world.read_text(encoding="utf-8"))
        x = max((m["x"] + m["width"] for m in shown["maps"]), default=0) + 320
        shown["maps"].append(
            {"fileName": f"{side}/{name}.tmx", "height": HEIGHT * 32, "width": WIDTH * 32, "x": x, "y": 0}
        )
        world.write_text(json.dumps(shown, indent=4) + "\n", encoding="utf-8")
        said.append(f"changed  maps/{side}.world: {side}/{name}.tmx")
    return [
        *said,
        "in Tiled draw it; a Spawn and a Door each way; Areas (title = a key of [area] in assets/text/en.toml); F6, then F5",
        f"by hand  assets/text/en.toml: [things.{name}.{side}] for what one looks at",
    ]


def csv(rows: Sequence[Sequence[int]]) -> str:
    return ",\n".join(",".join(map(str, row)) for row in rows)


# ---------------------------------------------------------------------------------------------- a beat

CHAPTER = '''"""Chapter <n>, <title>: say in a sentence what it feels like.

    <name>  what the player does

Beats ask their flags what is behind them, so each can begin again where a save left it.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage, Start
from game.core.script import Script
from game.sim.session import Session


<beat>

BEATS: dict[str, Callable[[Session], Script]] = {
    "<name>": <name>,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = ()
STARTS = {
    "<name>": Start("<map>"),
}
'''
BEAT = """def <name>(session: Session) -> Script:
    stage = Stage(session, "<name>")
    if stage.once("<name>_opened"):
        with stage.scene():
            yield 30
<say>    yield 10
"""
BEAT_TEST = '''"""<name>: it comes to its end, also when it was left in the middle."""

from dataclasses import replace

from game.content.beats<package> import <module>
from tests.arena import arena


def with_<name>():
    play = arena()
    beats = {**play.session.content.beats, **<module>.BEATS}
    play.session.content = replace(play.session.content, beats=beats)
    play.session.begin("<name>")
    return play


def test_it_comes_to_its_end():
    play = with_<name>()
    play.until(lambda: play.saw("<name>"), within=6000, reads=True)


def test_it_begins_again_where_it_was_left():
    play = with_<name>()
    play.wait(20)
    play.session.restore(play.session.checkpoint)
    play.session.begin("<name>")
    play.until(lambda: play.saw("<name>"), within=6000, reads=True)
'''


def new_beat(root: Path, name: str) -> list[str]:
    sys.path.insert(0, str(root))
    from game.content.start import ALL_BEATS
    from game.content.words import load_words
    from game.sim.story import BEAT as LEDGER

    if name not in LEDGER:
        raise Refused(
            f"{name} is not in the ledger; give it its place and its sentences in BEATS of game/sim/story.py first"
        )
    if name in ALL_BEATS:
        raise Refused(f"{name} is told already")
    beat = LEDGER[name]
    words = load_words(root / "assets")
    moments = [m for m in words.names(f"beats.{name}") if f"beats.{name}.{m}.1" in words.numbered(f"beats.{name}.{m}")]
    lines = [m for m in moments if isinstance(node := words.node(f"beats.{name}.{m}.1"), dict) and "say" in node]
    say = "".join(f'            yield from stage.say("{m}")\n' for m in lines[:1])
    body = fill(BEAT, say=say, name=name)
    heading = words.get(f"menu.chapters.{beat.chapter}")
    slug = re.sub(r"[^a-z]+", "_", heading.lower()).strip("_")
    there = sorted((root / "game/content/beats").glob(f"ch{beat.chapter:02}_*"))
    module = there[0].stem if there else f"ch{beat.chapter:02}_{slug}"
    package, path = "", f"game/content/beats/{module}.py"
    joins = f"by hand  game/content/start.py: import {module} from game.content.beats, and name it in CHAPTERS"
    if there and there[0].is_dir():  # a chapter of several files: this beat becomes one of them
        joins = f"by hand  game/content/beats/{module}/__init__.py: BEATS, SCRIPTS, MINDS and STARTS of {name} too"
        package, module, path = f".{module}", name, f"game/content/beats/{module}/{name}.py"
    said = []
    if (root / path).exists():
        text = (root / path).read_text(encoding="utf-8")
        head, split, tail = text.partition("\nBEATS: ")
        starts = tail.find("\nSTARTS = {\n")
        if not split or starts < 0:
            raise Refused(f"{path} has no BEATS and STARTS where they are looked for; write it by hand")
        tail = tail.replace("= {\n", f'= {{\n    "{name}": {name},\n', 1)
        tail = tail.replace("\nSTARTS = {\n", f'\nSTARTS = {{\n    "{name}": Start("{beat.map}"),\n', 1)
        (root / path).write_text(f"{head.rstrip()}\n\n\n{body}\n{split}{tail}", encoding="utf-8")
        said.append(f"changed  {path}: {name} (put it into the story's order)")
    else:
        values = {"n": str(beat.chapter), "title": heading.lower(), "beat": body, "name": name, "map": beat.map}
        said.append(put(root, path, fill(CHAPTER, **values)))
        said.append(joins)
    said.append(put(root, f"tests/stories/test_{name}.py", fill(BEAT_TEST, name=name, package=package, module=module)))
    if not (root / "maps" / f"{beat.map}.tmx").exists():
        said.append(f"map      {beat.map} is not drawn yet: python tools/dev.py new map {beat.map}")
    return [
        *said,
        f"in Tiled a Trigger with beat = {name} on {beat.map}, or a mind in MINDS of the chapter",
        f"by hand  game/app/bot/ch{beat.chapter:02}.py: a function {name} in PLAYS, so that the bot can finish the story",
        f"written moments to tell: {', '.join(moments) or f'none yet; [beats.{name}] in assets/text/en.toml'}",
    ]


# ---------------------------------------------------------------------------------------------- an item

ITEM = '''"""<Title>: where it is found, and what it is good for."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.script import Script
from game.sim.session import Session


def find_<name>(session: Session, entity: int) -> Script:
    """``interact`` of the Prop it lies in: her hands go in, out it comes, once."""
    stage = Stage(session, session.story.beat)
    if not stage.once("has_<name>"):
        return
    with stage.scene():
        yield from stage.pose("coraline", "interact", 16)
        stage.sound("box_open")
        session.give("<name>")
        stage.sound("item_get")
        yield from stage.line("coraline", "curious", session.content.words.get("journal.items.<name>"))


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"find_<name>": find_<name>}
'''
ITEM_TEST = '''"""<Title>: found once, and then it is hers."""

from dataclasses import replace

from game.content.items import <name>
from game.core.geometry import Box
from tests.arena import arena, thing


def test_it_is_found_once_and_then_it_is_hers():
    play = arena(things=[thing("Prop", "place", Box(384, 176, 32, 32), interact="find_<name>")])
    play.session.content = replace(play.session.content, scripts=<name>.SCRIPTS)
    for _ in range(2):
        play.use("place").read()
    assert play.session.story.items.count("<name>") == 1
    assert len(play.lines) == 1
'''


def new_item(root: Path, name: str) -> list[str]:
    values = {"name": name, "Title": title(name)}
    said = [
        put(root, f"game/content/items/{name}.py", fill(ITEM, **values)),
        put(root, f"tests/content/test_{name}.py", fill(ITEM_TEST, **values)),
    ]
    text = (root / "assets/text/en.toml").read_text(encoding="utf-8")
    if not re.search(rf"^\[journal\.items\](?:\n(?!\[).*)*\n{name} = ", text, re.M):
        said.append(insert(root, "assets/text/en.toml", "[journal.items]", f'{name} = "{title(name)}."'))
    icons = json.loads((root / "assets/art/ui/icons.json").read_text(encoding="utf-8"))["icons"]
    felt = (root / "game/view/felt.py").read_text(encoding="utf-8")
    if name not in icons and f'    "{name}": ' not in felt:
        said.append(insert(root, "game/view/felt.py", "ICONS = {", f'    "{name}": "button",'))
        said.append(
            f"by hand  tools/make_art/interface/icons.py: a picture called {name}; then take that line out of ICONS again"
        )
    return [
        *said,
        f"by hand  game/content/start.py: import {name} from game.content.items; in ALL_SCRIPTS: **{name}.SCRIPTS,",
        f"in Tiled a Prop with interact = find_{name}",
    ]


# ---------------------------------------------------------------------------------------------- the door


def check(name: str) -> None:
    if not NAME.match(name):
        raise Refused(f"{name!r} is no name: small letters, digits and _, like adder_stone")


def new(kind: str, name: str, root: Path = ROOT) -> list[str]:
    """Writes the files of a new thing below ``root``; returns what was done and what is left to do. Raises Refused."""
    if kind == "map":
        return new_map(root, name)
    check(name)
    if kind == "foe":
        return new_foe(root, name)
    return new_beat(root, name) if kind == "beat" else new_item(root, name)


def main(argv: Sequence[str]) -> int:
    """Exit 0 written, 2 refused."""
    if len(argv) != 2 or argv[0] not in KINDS:
        print(f"python tools/dev.py new {'|'.join(KINDS)} NAME", file=sys.stderr)
        return 2
    try:
        print("\n".join(new(*argv)))
    except (Refused, OSError) as e:
        print(f"new {argv[0]}: {e}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
