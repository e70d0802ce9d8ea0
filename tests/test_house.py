"""The house rules, held by machine: who imports whom, nothing happens on import, every name used has its thing.

Each rule says what to do when it fails. An exception needs a line, with its reason, in a list here.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import textwrap
import tomllib
from functools import cache
from pathlib import Path

import pytest

from game.content.classes import read_classes
from game.content.spawn import MAKERS
from game.core.geometry import Box
from game.core.words import Words
from game.view.ear import ALIASES, SOUNDS
from game.view.felt import ICONS, PROPS
from tests.arena import arena, thing

ROOT = Path(__file__).resolve().parents[1]
GAME = ROOT / "game"
FILES = sorted(GAME.rglob("*.py"))
MODULES = [".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for p in FILES]

# ---------------------------------------------------------------------------------------------- who may import whom

MAY = {
    # layer -> (layers of the game, libraries)
    "core": ({"core"}, set()),
    "sim": ({"core", "sim"}, set()),
    "content": ({"core", "sim", "content", "data"}, set()),
    "view": ({"core", "sim", "view", "data"}, {"pygame", "numpy", "msgspec"}),
    "app": (
        {"core", "sim", "content", "view", "app", "data", "testing", ""},
        {"pygame", "msgspec", "platformdirs", "numpy"},
    ),
    "testing": ({"core", "sim", "content", "view"}, set()),
    "data": (set(), set()),
    "__main__": ({"app"}, set()),
    "": (set(), set()),
}
ONLY_HERE = {
    "pymunk": {"sim/space.py", "sim/fingers.py"},
    "pytmx": {"content/tiled.py"},
    "moderngl": {"view/paint_gl.py"},
}
"""Libraries that exactly these files may speak to."""
MORE = {
    "content/ledger.py": {"msgspec"},  # a typed file
    "sim/save.py": {"msgspec"},  # the typed snapshot; validation belongs where the fields are
}
LATE_IMPORTS = {
    "app/main.py",  # a command loads only what it needs: --help and beats answer at once
    "app/commands.py",  # replay --show opens a window; replay alone must not
}
"""Files that may import inside functions. Anywhere else it is the sign of layers that go round in a circle."""
BY_NAME = {
    "view/stage.py",  # moderngl is looked for when OpenGL is wanted: it may be missing
}
"""Files that may use importlib."""


def where(path: Path) -> str:
    return path.relative_to(GAME).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> list[tuple[str, int, bool]]:
    """(module, line, whether it stands inside a function). Imports for type checkers alone count too."""
    late = {id(n) for f in ast.walk(tree(path)) if isinstance(f, ast.FunctionDef | ast.Lambda) for n in ast.walk(f)}
    found = []
    for node in ast.walk(tree(path)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            names = [node.module or ""]
        found += [(name, node.lineno, id(node) in late) for name in names]
    return found


def layer(module: str) -> str:
    """game.sim.systems.walk -> sim; game -> "" """
    return [*module.split("."), ""][1]


@pytest.mark.parametrize("path", FILES, ids=where)
def test_who_imports_whom(path):
    mine = layer(".".join(path.relative_to(ROOT).with_suffix("").parts)).replace("__init__", "")
    layers, libraries = MAY[mine]
    wrong = []
    for name, line, _ in imports(path):
        top = name.split(".")[0]
        if top == "game":
            fine = layer(name) in layers
        elif top in ONLY_HERE:
            fine = where(path) in ONLY_HERE[top]
        else:
            fine = top in sys.stdlib_module_names or top in libraries or top in MORE.get(where(path), set())
        if not fine:
            wrong.append(f"{where(path)}:{line}: {mine or 'game'} may not import {name}")
    assert wrong == [], "docs/architecture.md says who may import whom"


def test_testing_takes_no_more_of_view_than_its_camera():
    assert {m for m, _, _ in imports(GAME / "testing.py") if layer(m) == "view"} <= {"game.view.shot"}


def test_imports_stand_at_the_top():
    late = [f"{where(p)}:{line}: {name}" for p in FILES for name, line, is_late in imports(p) if is_late]
    assert [entry for entry in late if entry.split(":")[0] not in LATE_IMPORTS] == []
    by_name = {where(p) for p in FILES if any(name.split(".")[0] == "importlib" for name, _, _ in imports(p))}
    assert by_name == BY_NAME


# ---------------------------------------------------------------------------------------------- importing does nothing


def fresh(code: str, cwd: Path) -> str:
    """Runs code in an interpreter of its own, where nothing was imported yet."""
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{textwrap.dedent(code)}"],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_importing_every_module_has_no_effect(tmp_path):
    """No file opened for writing, no folder made, no pygame started, no environment changed, nothing said."""
    heard = fresh(
        f"""
        import importlib, os
        touched = []
        def watch(event, args):
            if event == "open" and args[1] and set(args[1]) & set("wxa+") and "__pycache__" not in str(args[0]):
                touched.append(str(args[0]))
            if event in ("os.mkdir", "os.remove", "os.rename", "socket.connect", "subprocess.Popen"):
                if "__pycache__" not in str(args[0]) and not str(args[0]).endswith(".pyc"):
                    touched.append(f"{{event}} {{args[0]}}")
        os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
        before = dict(os.environ)
        sys.addaudithook(watch)
        for name in {MODULES!r}:
            if name != "game.__main__":
                importlib.import_module(name)
        import pygame
        ours = [t for t in touched if "dev/null" not in t]
        changed = sorted(k for k in os.environ if os.environ[k] != before.get(k) and not k.startswith("PYGAME"))
        assert ours == [], ours
        assert changed == [], changed
        assert not pygame.get_init() and not pygame.display.get_init() and pygame.mixer.get_init() is None
        assert pygame.display.get_surface() is None
        """,
        tmp_path,
    )
    assert heard == ""
    assert list(tmp_path.iterdir()) == []


def test_rules_do_without_pygame(tmp_path):
    names = [m for m in MODULES if layer(m) in ("core", "sim")]
    fresh(
        f"""
        import importlib
        for name in {names!r}:
            importlib.import_module(name)
        assert not {{"pygame", "pytmx", "numpy", "moderngl"}} & set(sys.modules), sorted(sys.modules)
        """,
        tmp_path,
    )


# ---------------------------------------------------------------------------------------------- sizes and openings

LONGEST = 450
LONG = {
    "content/tmx.py": "every check of a map file stands beside the reading of it",
    "content/beats/ch01_moving_in.py": "a chapter reads top to bottom",
    "content/beats/ch05_theatre/show.py": "an evening at the theatre, from the drive to the bow",
    "view/ear.py": "the table of sounds and the one class that plays them",
    "view/journal.py": "five pages of one book",
    "view/hud.py": "what lies over the picture while one plays, each thing a method",
    "view/acts/strings.py": "one thread: how it lies, shines, bites, and what it is wound round",
    "view/paint_soft.py": "the software twin of all shaders",
    "view/touches.py": "a method for each small thing that lives by itself; they share one short memory",
    "view/sprites.py": "everybody's pictures, and what is cut out of them",
    "view/show.py": "one picture, in the order in which it is put together",
    "view/panels/dinner.py": "one table seen from above: train, plates, wishes and what is said over them",
    "sim/parts.py": "every component at one glance",
    "sim/space.py": "all bodies of a room",
    "sim/acts/strings.py": "somebody, the thread that drags him, and everything either of them does",
    "content/beats/ch09_game/soul_circus.py": "a hunt reads top to bottom, from the coat that falls apart to the porch",
    "sim/acts/rats/flock.py": "what a rat wants, in each of the flock's moods",
    "sim/acts/rats/hunt.py": "all that is in the ring, and what any of it does to the rest",
    "sim/acts/chase/chase.py": "one run: what is in her way, what comes after her, and what could be seen of it",
    "sim/acts/hand/fight.py": "what the hand, her things and the night do to one another in each part of the fight",
    "sim/fingers.py": "one hand: how it is jointed, how it walks, how its string hangs",
    "view/rigs/spider.py": "where every joint of her is, in each of her poses",
    "sim/session.py": "the one door to a story that goes on; what it decides lies in systems",
}
"""Files over 450 lines, and why they are one thing all the same."""


def test_long_files_have_a_reason():
    lines = {where(p): len(p.read_text(encoding="utf-8").splitlines()) for p in FILES}
    long = {name: n for name, n in lines.items() if n > LONGEST and name not in LONG}
    assert long == {}, "split it, or say in LONG why it is one thing"


@pytest.mark.parametrize("path", FILES, ids=where)
def test_a_file_opens_by_saying_what_it_is(path):
    assert ast.get_docstring(tree(path)), (
        f"{where(path)}: begin with one to five lines: what it is, what to change when"
    )


# ---------------------------------------------------------------------------------------------- names and their things


@cache
def words() -> Words:
    return Words(tomllib.loads((ROOT / "assets/text/en.toml").read_text(encoding="utf-8")))


def test_tiled_classes_and_makers_are_the_same():
    classes = set(read_classes(ROOT / "maps")) - {"Map"}
    assert sorted(classes - set(MAKERS)) == [], "give them a maker in game/content/spawn.py"
    assert sorted(set(MAKERS) - classes) == [], "add them in Tiled: View > Custom Types Editor"


MEMBERS = {
    "Door": {"target_map": "arena.tmx", "target_spawn": "start"},
    "Npc": {"actor": "mel"},
    "Foe": {"foe": "rat"},
    "Item": {"item": "kettle"},
    "Trigger": {"script": "signpost"},
    "Light": {"radius": 96.0},
    "Area": {"title": "hall"},
    "Crumble": {"stage": 1.0},
    "Doll": {"place": "sofa_arm"},
    "Loop": {"period": 10.0},
    "Prop": {"text": "doormat"},
    "Push": {"kind": "box", "carry": True},
    "Hide": {"kind": "bed", "exit": "down"},
}
"""What a class must say; the rest comes from its defaults."""


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_everything_a_map_may_hold_lives_ten_seconds(kind):
    play = arena(things=[thing(kind, "it", Box(400, 150, 32, 32), **MEMBERS.get(kind, {}))])
    play.hold("right", "up", ticks=30).press("interact")
    play.read(within=600)
    play.wait(570)
    assert play.session.room.name == "real/arena"


def literals(path: Path, *calls: str) -> list[tuple[str, int]]:
    """First literal arguments of calls to a function or method of these names."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0]
            if name in calls:
                choices = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
                found += [
                    (c.value, node.lineno) for c in choices if isinstance(c, ast.Constant) and isinstance(c.value, str)
                ]
    return found


def test_every_text_key_in_the_code_has_its_words():
    tables = tomllib.loads((ROOT / "assets/text/en.toml").read_text(encoding="utf-8"))
    missing = []
    for path in FILES:
        for node in ast.walk(tree(path)):
            if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
                continue
            head, dot, rest = node.value.partition(".")
            if dot and head in tables and rest and all(c.islower() or c.isdigit() or c in "_." for c in rest):
                key = node.value.rstrip(".")  # the front of an f-string: "prompt." + verb
                if not words().has(key) and not _is_front(key):
                    missing.append(f"{where(path)}:{node.lineno}: {node.value}")
    assert missing == [], "write them in assets/text/en.toml"


def _is_front(key: str) -> bool:
    """Whether keys begin so: "barks.m" for f"barks.m{...}". An option is written twice: its name and its help."""
    table, _, part = key.rpartition(".")
    if table == "options":
        return words().has(f"options.name.{part}") and words().has(f"options.help.{part}")
    return any(name.startswith(part) for name in words().names(table))


def test_every_moment_a_beat_says_is_written():
    missing = []
    for path in sorted((GAME / "content").rglob("*.py")):
        for function in ast.walk(tree(path)):
            if not isinstance(function, ast.FunctionDef):
                continue
            stages = {
                a.targets[0].id: a.value.args[1].value
                for a in ast.walk(function)
                if isinstance(a, ast.Assign)
                and isinstance(a.targets[0], ast.Name)
                and isinstance(a.value, ast.Call)
                and getattr(a.value.func, "id", "") == "Stage"
                and isinstance(a.value.args[1], ast.Constant)
            }
            for call in ast.walk(function):
                if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args):
                    continue
                beat = stages.get(getattr(call.func.value, "id", ""))
                moment = call.args[0]
                if beat and call.func.attr in ("say", "choose") and isinstance(moment, ast.Constant):
                    key = moment.value if "." in moment.value else f"beats.{beat}.{moment.value}"
                    if not words().numbered(key):
                        missing.append(f"{path.name}:{call.lineno}: {key}")
    assert missing == [], "write them in assets/text/en.toml"


def test_every_verb_that_is_taught_has_its_line():
    taught = [(t, p.name, n) for p in FILES for t, n in literals(p, "teach")]
    assert [entry for entry in taught if not words().has(f"teach.{entry[0]}")] == []


@cache
def sounds() -> frozenset[str]:
    files = json.loads((ROOT / "assets/sound/manifest.json").read_text(encoding="utf-8"))["files"]
    pieces = json.loads((ROOT / "assets/music/manifest.json").read_text(encoding="utf-8"))["pieces"]
    return frozenset({f["effect"] for f in files.values()} | set(pieces))


def test_every_sound_that_is_told_of_exists():
    told = [(name, where(p), n) for p in FILES if layer(f"game.{where(p).split('/')[0]}") != "view"
            for name, n in literals(p, "sound", "Heard")]  # fmt: skip
    assert told
    assert [entry for entry in told if ALIASES.get(entry[0], entry[0]) not in sounds()] == [], (
        "tools/make_sound makes them"
    )
    ours = {name for _, kinds in SOUNDS.values() for name, _ in kinds.values()} | set(ALIASES.values())
    assert sorted(ours - sounds()) == []


def test_every_piece_of_music_that_is_cued_exists():
    pieces = json.loads((ROOT / "assets/music/manifest.json").read_text(encoding="utf-8"))["pieces"]
    cued = [(name, p.name, n) for p in FILES for name, n in literals(p, "music", "MusicCued") if name]
    assert [entry for entry in cued if entry[0] not in pieces and entry[0] != "none"] == []


def test_what_she_is_given_has_words_and_a_picture():
    icons = set(json.loads((ROOT / "assets/art/ui/icons.json").read_text(encoding="utf-8"))["icons"])
    props = set(json.loads((ROOT / "assets/art/props/real.json").read_text(encoding="utf-8")))
    given = {name for p in (GAME / "content").rglob("*.py") for name, _ in literals(p, "give", "_find")}
    assert given
    assert sorted(i for i in given if not words().has(f"journal.items.{i}")) == []
    bare = sorted(i for i in given if not ({i, ICONS.get(i)} & icons or PROPS.get(i, i) in props))
    assert bare == [], "tools/make_art draws an icon; or name one in ICONS or PROPS of view/felt.py"
