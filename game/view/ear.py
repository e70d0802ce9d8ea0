"""News -> sounds, music, captions. The only file that decides what is played; mixer.py is how.

To give a happening a sound, add a line to SOUNDS. A sound's caption is the text key of its own name under [captions].
All times are the seconds that frame() is given: no clock in here. Chance is private, so it moves nobody's fate."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from game.core.chance import Flair
from game.view.mixer import RATE, Mixer, Silence, open_mixer

# ---------------------------------------------------------------------------------------------- what sounds like what
# happening (class name) -> the attribute that tells kinds apart -> kind -> (sound, gain). "*" is any other kind.
SOUNDS: dict[str, tuple[str, dict[str, tuple[str, float]]]] = {
    "Stepped": (
        "surface",
        {
            "wood": ("step_wood", 0.8),
            "carpet": ("step_carpet", 0.8),
            "stone": ("step_stone", 0.8),
            "grass": ("step_grass", 0.8),
            "leaves": ("step_leaves", 0.8),
            "web": ("step_web", 0.8),
            "soft": ("step_soft", 0.8),
            "lino": ("step_lino", 0.8),
            "puddle": ("step_soft", 1.0),
            "*": ("step_wood", 0.7),
        },
    ),
    "Bumped": ("kind", {"crate": ("crate_slide", 0.9), "ball": ("thrown_land", 0.7), "*": ("push_crate", 0.9)}),
    "Discovered": ("what", {"*": ("page_tick", 0.8)}),
    "Taught": ("", {"*": ("page_tick", 0.6)}),
    "Ended": ("", {"*": ("chime_small", 0.9)}),
    "ChapterEnded": ("", {"*": ("st_discover", 1.0)}),
}
# What maps and beats may call a sound besides its own name.
ALIASES = {
    "bike_bell": "bicycle_bell",
    "wheel_tick": "bicycle_wheel",
    "chore_done": "chime_small",
    "lamp_click": "light_click",
    "key_jingle": "key_ring",
    "ui_confirm": "ui_select",
    "ui_cancel": "ui_back",
    "piano_key": "piano_note",
    "static": "leaf_rustle",
    "wings": "leaf_rustle",
    "plink": "drip_d",
    "plink_pan": "drip_d",
    "plink_soft": "drip_d",
    "pan_ring": "pan_put",
    "typewriter_bell": "type_bell",
    "pen": "chalk",
}
# Of those: what is another thing than the sound it borrows, and has a caption of its own.
DISGUISED = frozenset(
    {"piano_key", "static", "wings", "plink", "plink_pan", "plink_soft", "pan_ring", "typewriter_bell", "pen"}
)
# Sounds that tell nothing which the eye or the hand does not know already: no caption.
UNCAPTIONED = frozenset(
    {"plink_soft", "pan_ring", "train_chuff", "train_whistle"}
    | {"type_key", "type_bell", "type_carriage", "item_get", "key_ring", "push_crate", "hand_hit", "lightning_far"}
    | {"heel_click", *(f"heel_note_{note}" for note in "abcdefgh")}
    | {f"step_{floor}" for floor in ("wood", "carpet", "grass", "stone", "leaves", "web", "soft", "lino")}
)
# Sounds that go on for as long as a danger does -> what they are counted as: said now and then, not all the time.
MURMURS = {"heartbeat": "heart", "heartbeat_fast": "heart", "needle_skitter": "skitter", "draught": "draught"}
# A speaker of en.toml -> the voice of the blips. Nobody else speaks; Other Wybie cannot.
VOICES = {
    "mel": "mother",
    "charlie": "father",
    "other_bobinsky": "bobinsky",
    "other_spink": "spink",
    "other_forcible": "forcible",
    "other_wybie": "",
    "ghost_silas": "ghost",
    "ghost_hester": "ghost",
    "ghost_ivy": "ghost",
}
# Ambience -> what happens in it now and then: (sound, gain, shortest and longest gap in s), out of step with the loop.
SCATTERED = {
    "house_loop": (("board_creak", 0.22, 16.0, 48.0), ("pipe_knock", 0.5, 35.0, 90.0)),
    "rain_inside_loop": (("pipe_knock", 0.4, 40.0, 100.0),),
    "fog_loop": (("crow_far", 0.9, 11.0, 38.0), ("leaf_rustle", 0.12, 14.0, 45.0)),
    "wind_loop": (("sign_creak", 0.14, 20.0, 60.0),),
    "void_loop": (),
}
# A lead that would tire the player keeps silent in every so-many-th pass of its loop.
RESTS = {("real_day", "lead"): 3, ("wybie", "lead"): 3, ("real_night", "lead"): 2}


# weather -> (its loop outdoors, its loop heard from indoors)
WEATHER = {"rain": ("rain_loop", "rain_inside_loop"), "fog": ("fog_loop", ""), "wind": ("wind_loop", "")}


class Duck(NamedTuple):
    """Something more important is heard: music and ambience go down by dB, with these time constants in s."""

    music_db: float
    ambience_db: float
    down: float
    up: float


DUCKS = {
    "dialogue": Duck(-4, -4, 0.08, 0.40),
    "stinger": Duck(-9, -9, 0.05, 0.90),
    "stone": Duck(-6, -3, 0.15, 0.50),
    "caught": Duck(-24, -24, 0.03, 1.50),
    "hush": Duck(-60, -60, 0.60, 2.50),
}
LOUD_EFFECTS = {
    "soul_collect": 2.5,
    "doll_moved": 1.6,
    "door_burst": 1.2,
    "little_door_open": 2.5,
}  # duck like a stinger, s

# -------------------------------------------------------------------------------------------------------- proportions
BUSES = {"music": 0.80, "ambience": 0.75, "sfx": 1.0, "voice": 0.90, "ui": 0.85}  # trim under the sliders
SLIDERS = {"effects": ("sfx", "ui"), "voices": ("voice",)}
DECKS = (range(5), range(5, 10))  # channels: the stems of one piece a deck; a change of piece goes to the other deck
AMBIENCE = range(10, 13)
VOICE = 13
AROUND = range(14, 17)  # loops that come from a place: a fridge, a purr
UI = range(17, 19)
EFFECTS = range(19, 31)
STINGER = 31
STINGERS = "st_"  # how the names of stingers begin
HALF = 160  # px at which a sound has lost half its strength
FAINT, GONE = 400, 520  # px between which it fades away
WIDE = 320  # px to the side at which it is as far to the side as it gets
HERE = 48  # px: nearer than this a caption shows no arrow
WALK = 96.0  # px a walking step is heard: Stepped.noise at which a step has its full strength
LOUDEST_STEP = 1.2
COOL = 0.03  # s: the same sound not sooner again
TOGETHER = 3  # the same sound not more often at once
CROSS = 1.5  # s from piece to piece and from ambience to ambience
STEM = 1.2  # s for a stem to come or go
PATIENCE = 0.4  # s that an effect waits for its file; later it would be wrong
CAPTION = 2.5  # s that a caption lives
MURMUR = 6.0  # s: what goes on all the time is not said again sooner
BLIP_GAP = 0.058  # s between two syllables
SHORT = 0.6  # s: files up to this length are loaded on the spot (1 ms), longer ones in the thread
ARROWS = "→↘↓↙←↖↑↗"
VOWELS = "aeiou"


# ---------------------------------------------------------------------------------------------------------- manifests
class SoundFile(msgspec.Struct):
    """A line of assets/sound/manifest.json."""

    effect: str
    variant: int
    bus: str
    seconds: float
    loop_samples: int = 0


class Piece(msgspec.Struct):
    """A piece of assets/music/manifest.json."""

    parts: dict[str, str]  # stem -> file
    main: list[str]
    loop: bool
    samples: int


class SoundManifest(msgspec.Struct):
    files: dict[str, SoundFile]


class MusicManifest(msgspec.Struct):
    pieces: dict[str, Piece]


@dataclass
class Effect:
    """One effect and the paths of its variants."""

    bus: str
    seconds: float
    is_loop: bool
    paths: list[Path] = field(default_factory=list)


@dataclass
class Stem:
    channel: int
    path: Path
    level: float  # 0..1 now
    target: float


@dataclass
class Deck:
    """A piece that plays, or waits for its files, on one of the two sets of channels."""

    name: str
    piece: Piece
    stems: dict[str, Stem]
    fade: float = 0.0  # 0..1 of the cross-fade
    is_leaving: bool = False
    has_begun: bool = False
    played: float = 0.0  # s since it began


@dataclass
class Loop:
    """An endless effect: an ambience, or something that hums at a place."""

    name: str
    path: Path
    channel: int
    pos: tuple[float, float] | None
    level: float = 0.0
    target: float = 1.0
    has_begun: bool = False
    gaps: list[float] = field(default_factory=list)  # s until each scattered sound


@dataclass
class Shot:
    """An effect under way: where it is, how loud it was meant, how long it has played."""

    name: str
    pos: tuple[float, float] | None
    gain: float
    bus: str
    age: float = 0.0
    seconds: float = 0.0


@dataclass
class Waiting:
    """An effect whose file is still being read."""

    path: Path
    shot: Shot


@dataclass
class Caption:
    key: str
    arrow: str
    age: float = 0.0


def arrow(dx: float, dy: float) -> str:
    """The direction of something dx, dy px away (y down) as one of eight arrows; "" when it is here."""
    if math.hypot(dx, dy) < HERE:
        return ""
    return ARROWS[round(math.atan2(dy, dx) / (math.pi / 4)) % 8]


def place_sounds(ambience: str, weather: str, indoors: bool) -> list[str]:
    """The loops of a map: its own (several with commas) and its weather's, once each, for Ear.ambience()."""
    own = [name.strip() for name in ambience.split(",") if name.strip()]
    weathers = WEATHER.get(weather, ("", ""))
    if (indoors or weather in ("sun", "gold")) and "rain_loop" in own:
        own.remove("rain_loop")
    return [name for name in dict.fromkeys([*own, weathers[1] if indoors else weathers[0]]) if name]


def placed(pos: tuple[float, float] | None, listener: tuple[float, float]) -> tuple[float, float]:
    """Left and right strength (0..1) of something at pos for somebody at listener, in px; None is inside the head."""
    if pos is None:
        return 1.0, 1.0
    dx, dy = pos[0] - listener[0], pos[1] - listener[1]
    distance = math.hypot(dx, dy)
    strength = min(1.0, max(0.0, (GONE - distance) / (GONE - FAINT))) / (1 + (distance / HALF) ** 2)
    angle = (max(-1.0, min(1.0, dx / WIDE)) * 0.8 + 1) * math.pi / 4
    return min(1.0, strength * math.cos(angle) * math.sqrt(2)), min(1.0, strength * math.sin(angle) * math.sqrt(2))


class Ear:
    """Everything that is heard. Works the same without a device: then `why` says so, and captions still come."""

    def __init__(self, mixer: Mixer, assets: Path, volumes: Mapping[str, float]) -> None:
        self._mixer = mixer
        self._flair = Flair(0x50A9)
        self._effects, self._pieces = _read(assets)
        self._music_folder = assets / "music"
        self._volumes = {"master": 1.0, **dict.fromkeys(BUSES, 1.0)}
        self._listener = (0.0, 0.0)
        self._time = 0.0
        self._is_paused = False
        self._ducks: dict[str, float] = {}  # kind -> 0..1 how far it is in
        self._ducking: set[str] = set()
        self._stinger_left = 0.0
        self._decks: list[Deck | None] = [None, None]
        self._own: tuple[str, dict[str, float]] = ("", {})  # what the map wants
        self._cued: tuple[str, dict[str, float]] = ("", {})  # what the story wants instead
        self._loops: list[Loop] = []
        self._shots: dict[int, Shot] = {}
        self._waiting: list[Waiting] = []
        self._last_variant: dict[str, int] = {}
        self._last_time: dict[str, float] = {}
        self._captions: list[Caption] = []
        self._murmurs: dict[str, float] = {}  # what goes on all the time -> s since it was said
        self._letter = ""
        self._letters = 0
        self._rising = 0
        self._last_blip = -1.0
        self.unknown: set[str] = set()  # names that nobody has a sound for; the log and the tests want to know
        for bus, amount in volumes.items():
            self.volume(bus, amount)
        self.preload([n for n, e in self._effects.items() if e.bus == "ui" or n.startswith("step_wood")])

    @property
    def why(self) -> str:
        """Why nothing can be heard; "" when all is well."""
        return self._mixer.why

    @property
    def captions(self) -> list[tuple[str, str, float]]:
        """(text key under [captions], arrow or "", age in s), newest last."""
        return [(c.key, c.arrow, c.age) for c in self._captions]

    @property
    def playing(self) -> str:
        """The piece that plays or is about to; "" for none. For tests and the log."""
        return next((d.name for d in self._decks if d and not d.is_leaving), "")

    def levels(self) -> dict[str, float]:
        """The stems of the piece that plays and their levels now, 0..1, before sliders."""
        deck = next((d for d in self._decks if d and not d.is_leaving), None)
        return {name: stem.level * deck.fade for name, stem in deck.stems.items()} if deck else {}

    # ------------------------------------------------------------------------------------------------------- the game
    def hear(self, news: Sequence[object], listener: tuple[float, float]) -> None:
        """Turn the happenings of this frame into sounds. listener: where Coraline is, in px."""
        self._listener = listener
        for told in news:
            kind = type(told).__name__
            if kind == "Heard":
                x, y = _place(told) or listener
                self.play(getattr(told, "name", ""), (x, y), getattr(told, "gain", 1.0))
            elif kind == "Lettered":
                self._speak(told)
            elif kind == "MusicCued":
                self._cue(getattr(told, "name", ""), tuple(getattr(told, "stems", ())))
            elif kind == "MusicAhead":
                self._read_ahead(getattr(told, "name", ""), tuple(getattr(told, "stems", ())))
            elif kind in SOUNDS:
                attribute, table = SOUNDS[kind]
                sound = table.get(str(getattr(told, attribute, "*")) if attribute else "*") or table.get("*")
                if sound:
                    noise = (
                        getattr(told, "noise", WALK) / WALK
                    )  # a sneak is half as strong as a walk, a run a little more
                    self.play(sound[0], _place(told), sound[1] * min(LOUDEST_STEP, math.sqrt(noise)))

    def play(self, name: str, pos: tuple[float, float] | None = None, gain: float = 1.0) -> None:
        """Play an effect, or a stinger of the music folder. pos in px; None is everywhere. Says its caption."""
        told, name = name, ALIASES.get(name, name)
        if told not in DISGUISED:
            told = name
        if name in self._pieces and name.startswith(STINGERS):
            self._sting(name)
            return
        effect = self._effects.get(name)
        if effect is None:
            self.unknown.add(name)
            self._caption(name, pos)  # "no splash": a caption may stand alone
            return
        if effect.is_loop:
            self._hum(name, pos)
            return
        if effect.bus == "ui":
            pos = None
        left, right = placed(pos, self._listener)
        if effect.bus == "sfx" and told not in UNCAPTIONED and max(left, right) * gain > 0.05:
            self._caption(told, pos)
        if self._time - self._last_time.get(name, -1.0) < COOL or left + right <= 0:
            return
        if sum(s.name == name for s in self._shots.values()) >= TOGETHER:
            return
        self._last_time[name] = self._time
        if name in LOUD_EFFECTS:
            self._stinger_left = max(self._stinger_left, LOUD_EFFECTS[name])
        path = self._variant(name, effect)
        shot = Shot(name, pos, gain, effect.bus, seconds=effect.seconds)
        if self._mixer.has(path, now=effect.seconds <= SHORT):
            self._shoot(path, shot)
        else:
            self._waiting.append(Waiting(path, shot))

    def blip(self, voice: str, letter: str, question: bool) -> None:
        """The typewriter wrote a letter of talk: every second one is a syllable. question: the rising end of one."""
        if not letter.isalpha() or not voice:
            self._letter, self._letters = "", 0
            return
        self._letters += 1
        pair, self._letter = self._letter + letter.lower(), letter.lower()
        if not question or self._time - self._last_blip > 4 * BLIP_GAP:
            self._rising = 0
        if self._letters % 2 == 0 or self._time - self._last_blip < BLIP_GAP:
            return
        vowel = next((c for c in reversed(pair) if c in VOWELS), "m")
        if question and self._rising < 3:
            self._rising += 1
        name = f"voice_{voice}_q{self._rising}" if question else f"voice_{voice}"
        effect = self._effects.get(name)
        if effect is None:
            self.unknown.add(name)
            return
        self._last_blip = self._time
        syllable = (VOWELS + "m").index(vowel) % len(effect.paths)
        path = self._variant(name, effect) if question else effect.paths[syllable]
        if self._mixer.has(path, now=True):
            gain = self._gain("voice")
            self._mixer.start(VOICE, path, gain, gain)

    def music(self, name: str | None, stems: Mapping[str, float] | None = None) -> None:
        """The map's own music; None or "" is silence. stems: name -> 0..1; none: those that normally sound together.

        A stem that will be needed later is best named now, with 0: stems of one piece only start together, so a new
        name restarts the piece on the other deck."""
        if (name or "") != self._own[0]:  # another place: what the story wanted there is over
            self._cued = ("", {})
        self._own = (name or "", dict(stems or {}))
        self._choose()

    def ambience(self, names: Sequence[str]) -> None:
        """What this place sounds like; up to three loops, cross-faded."""
        wanted = [ALIASES.get(n, n) for n in names if n][: len(AMBIENCE)]
        for loop in self._loops:
            if loop.channel in AMBIENCE:
                loop.target = float(loop.name in wanted)
        for name in wanted:
            if not any(loop.name == name and loop.channel in AMBIENCE for loop in self._loops):
                self._begin_loop(name, None, AMBIENCE)
                self._caption(name, None)

    def around(self, sources: Mapping[str, tuple[float, float]]) -> None:
        """Loops that come from places (px) near by: {"fridge_loop": (912, 300)}. What is no longer named fades out."""
        for loop in self._loops:
            if loop.channel in AROUND:
                loop.target = float(loop.name in sources)
                loop.pos = sources.get(loop.name, loop.pos)
        for name, pos in list(sources.items())[: len(AROUND)]:
            if not any(loop.name == name and loop.channel in AROUND for loop in self._loops):
                self._begin_loop(name, pos, AROUND)

    def stop(self, name: str) -> None:
        """Fade out an endless effect that play() began."""
        for loop in self._loops:
            if loop.name == name:
                loop.target = 0.0

    def duck(self, kind: str, on: bool) -> None:
        """Make room: "dialogue", "stinger", "stone", "caught" or "hush". Unknown kinds do nothing."""
        if kind in DUCKS:
            (self._ducking.add if on else self._ducking.discard)(kind)
            self._ducks.setdefault(kind, 0.0)

    def volume(self, bus: str, amount: float) -> None:
        """Move a slider, 0..1: a bus, "master", or one of the settings' names ("effects" is sfx and ui, "voices")."""
        for name in SLIDERS.get(bus, (bus,)):
            if name in self._volumes:
                self._volumes[name] = min(1.0, max(0.0, amount))

    def pause(self, on: bool) -> None:
        """The world stops and with it all that sounds; what is played from now on (the menu) still does."""
        if on != self._is_paused:  # told every frame; a second pause would hold the menu's own sounds
            self._is_paused = on
            self._mixer.pause(on)

    def preload(self, names: Sequence[str]) -> None:
        """Read effects and pieces in the thread, before they are needed."""
        for name in names:
            if name in self._effects:
                for path in self._effects[name].paths:
                    self._mixer.want(path)
            elif name in self._pieces:
                for stem in _usual(self._pieces[name]):
                    self._mixer.want(self._music_folder / self._pieces[name].parts[stem])

    def _read_ahead(self, name: str, stems: tuple[str, ...]) -> None:
        """A piece that will be wanted on the beat: these stems of it, or the usual ones."""
        parts = self._pieces[name].parts if name in self._pieces else {}
        named = [s for s in stems if s in parts]
        if not named:
            self.preload([name])
        for stem in named:
            self._mixer.want(self._music_folder / parts[stem])

    def close(self) -> None:
        """Stop everything and give the device back."""
        self._mixer.close()
        self._mixer = Silence("closed")
        self._decks, self._loops, self._waiting = [None, None], [], []
        self._shots.clear()

    # ----------------------------------------------------------------------------------------------------- each frame
    def frame(self, dt_s: float, listener: tuple[float, float]) -> None:
        """dt_s seconds have passed: fades, loops, ducks, captions. listener: where Coraline is, in px."""
        self._listener = listener
        self._time += dt_s
        self._murmurs = {key: age + dt_s for key, age in self._murmurs.items() if age + dt_s < MURMUR}
        for caption in self._captions:
            caption.age += dt_s
        self._captions = [c for c in self._captions if c.age < CAPTION]
        self._wait(dt_s)
        self._follow_shots(dt_s)
        if self._is_paused:
            return
        self._move_ducks(dt_s)
        for i in (0, 1):
            self._move_deck(i, dt_s)
        self._move_loops(dt_s)

    def _wait(self, dt_s: float) -> None:
        still = []
        for waiting in self._waiting:
            waiting.shot.age += dt_s
            if self._mixer.has(waiting.path):
                waiting.shot.age = 0.0
                self._shoot(waiting.path, waiting.shot)
            elif waiting.shot.age < PATIENCE:
                still.append(waiting)
        self._waiting = still

    def _follow_shots(self, dt_s: float) -> None:
        for channel, shot in list(self._shots.items()):
            shot.age += dt_s
            if shot.age > shot.seconds and not self._mixer.busy(channel):
                del self._shots[channel]
            elif shot.pos is not None:
                self._mixer.level(channel, *self._strength(shot))

    def _move_ducks(self, dt_s: float) -> None:
        self._stinger_left = max(0.0, self._stinger_left - dt_s)
        if self._stinger_left > 0:
            self._ducks.setdefault("stinger", 0.0)
        for kind, amount in self._ducks.items():
            on = kind in self._ducking or (kind == "stinger" and self._stinger_left > 0)
            tau = DUCKS[kind].down if on else DUCKS[kind].up
            self._ducks[kind] = amount + (float(on) - amount) * (1 - math.exp(-3 * dt_s / tau))

    def _move_deck(self, i: int, dt_s: float) -> None:
        deck = self._decks[i]
        if deck is None:
            return
        if not deck.has_begun:
            if deck.is_leaving:
                self._clear_deck(i)
                return
            if sum(self._mixer.has(stem.path) for stem in deck.stems.values()) < len(deck.stems):
                return
            for stem in deck.stems.values():  # back to back: they stay locked sample by sample
                self._mixer.start(stem.channel, stem.path, 0.0, 0.0, endless=deck.piece.loop)
            deck.has_begun = True
            if not deck.piece.loop:
                deck.fade = 1.0  # a show begins on the beat, not out of a mist
        deck.played += dt_s
        step = dt_s / CROSS
        deck.fade = max(0.0, deck.fade - step) if deck.is_leaving else min(1.0, deck.fade + step)
        if deck.is_leaving and deck.fade <= 0:
            self._clear_deck(i)
            return
        gain = self._gain("music") * math.sin(deck.fade * math.pi / 2)
        loop_number = int(deck.played * RATE / max(1, deck.piece.samples))
        for name, stem in deck.stems.items():
            rest = RESTS.get((deck.name, name), 0)
            target = 0.0 if rest and loop_number % rest == rest - 1 else stem.target
            stem.level += max(-dt_s / STEM, min(dt_s / STEM, target - stem.level))
            loud = gain * math.sin(stem.level * math.pi / 2)
            self._mixer.level(stem.channel, loud, loud)

    def _clear_deck(self, i: int) -> None:
        deck = self._decks[i]
        if deck is not None:
            other = self._decks[1 - i]
            kept = {stem.path for stem in other.stems.values()} if other else set()
            for stem in deck.stems.values():
                self._mixer.stop(stem.channel)
                if stem.path not in kept:
                    self._mixer.forget(stem.path)
            self._decks[i] = None

    def _move_loops(self, dt_s: float) -> None:
        for loop in list(self._loops):
            if not loop.has_begun:
                if loop.target > 0 and not self._mixer.has(loop.path):
                    continue
                self._mixer.start(loop.channel, loop.path, 0.0, 0.0, endless=True)
                loop.has_begun = True
            loop.level += max(-dt_s / CROSS, min(dt_s / CROSS, loop.target - loop.level))
            if loop.level <= 0 and loop.target <= 0:
                self._mixer.stop(loop.channel)
                self._mixer.forget(loop.path)
                self._loops.remove(loop)
                continue
            bus = "ambience" if loop.channel in AMBIENCE else self._effects[loop.name].bus
            gain = self._gain(bus) * math.sin(loop.level * math.pi / 2)
            left, right = placed(loop.pos, self._listener)
            self._mixer.level(loop.channel, gain * left, gain * right)
            if loop.channel in AMBIENCE and loop.target > 0:
                self._scatter(loop, dt_s)

    def _scatter(self, loop: Loop, dt_s: float) -> None:
        """Now and then something happens somewhere in an ambience: near enough to be heard, too far to be seen."""
        for i, (name, gain, shortest, longest) in enumerate(SCATTERED.get(loop.name, ())):
            if len(loop.gaps) <= i:
                loop.gaps.append(self._flair.between(shortest * 0.5, longest))
            loop.gaps[i] -= dt_s
            if loop.gaps[i] > 0:
                continue
            loop.gaps[i] = self._flair.between(shortest, longest)
            effect = self._effects.get(name)
            if effect is None:
                continue
            side = self._flair.between(-220, 220)
            pos = (self._listener[0] + side, self._listener[1] - 60)
            path = self._variant(name, effect)
            shot = Shot(name, pos, gain, "ambience", seconds=effect.seconds)
            self._waiting.append(Waiting(path, shot))
            self._mixer.want(path)

    # ------------------------------------------------------------------------------------------------------- the rest
    def _gain(self, bus: str) -> float:
        """Master x bus x ducks. Sliders are as the ear feels them: half way is a quarter of the amplitude."""
        slider = "music" if bus == "stinger" else bus  # a stinger is music that the other music makes room for
        gain = BUSES[slider] * (self._volumes["master"] * self._volumes[slider]) ** 2
        if bus in ("music", "ambience"):
            depth = {k: DUCKS[k].music_db if bus == "music" else DUCKS[k].ambience_db for k in self._ducks}
            deepest = min((amount * depth[k] for k, amount in self._ducks.items()), default=0.0)
            gain *= 10 ** (deepest / 20)
        return float(gain)

    def _strength(self, shot: Shot) -> tuple[float, float]:
        left, right = placed(shot.pos, self._listener)
        gain = self._gain(shot.bus) * shot.gain
        return gain * left, gain * right

    def _variant(self, name: str, effect: Effect) -> Path:
        """One of the variants, never the same twice running."""
        n = len(effect.paths)
        if n == 1:
            return effect.paths[0]
        last = self._last_variant.get(name, -1)
        pick = self._flair.below(n - 1) if last >= 0 else self._flair.below(n)
        if last >= 0 and pick >= last:
            pick += 1
        self._last_variant[name] = pick
        return effect.paths[pick]

    def _shoot(self, path: Path, shot: Shot) -> None:
        """Give an effect a free channel, or the oldest one's."""
        group = {"ui": UI, "stinger": range(STINGER, STINGER + 1)}.get(shot.bus, EFFECTS)
        free = [c for c in group if c not in self._shots]
        channel = free[0] if free else max(group, key=lambda c: self._shots[c].age)
        self._shots[channel] = shot
        self._mixer.start(channel, path, *self._strength(shot))

    def _sting(self, name: str) -> None:
        """A short piece over everything else, which makes room for it."""
        piece = self._pieces[name]
        path = self._music_folder / next(iter(piece.parts.values()))
        seconds = piece.samples / RATE
        self._stinger_left = max(self._stinger_left, seconds * 0.8)
        shot = Shot(name, None, 1.0, "stinger", seconds=seconds)
        if self._mixer.has(path):
            self._shoot(path, shot)
        else:
            self._waiting.append(Waiting(path, shot))

    def _cue(self, name: str, stems: tuple[str, ...]) -> None:
        """The story wants other music, or a stinger, or ("") the map's own again."""
        if name in self._pieces and name.startswith(STINGERS):
            self._sting(name)
            return
        piece = self._pieces.get(name)
        levels = dict.fromkeys(stems, 1.0) if stems else {}
        if piece and stems:
            levels = {**{s: 0.0 for s in piece.main if s in piece.parts}, **levels}
        self._cued = (name, levels)
        self._choose()

    def _choose(self) -> None:
        """Bring what is wanted and what plays together: move stems, or start the piece on the other deck."""
        name, stems = self._cued if self._cued[0] else self._own
        if name in ("none", "silence"):
            name = ""
        piece = self._pieces.get(name)
        if name and piece is None:
            self.unknown.add(name)
            name = ""
        if piece is not None:
            self.unknown |= {f"{name}:{s}" for s in stems if s not in piece.parts}
            stems = {s: v for s, v in stems.items() if s in piece.parts} or dict.fromkeys(_usual(piece), 1.0)
        for deck in self._decks:
            if deck is None or deck.is_leaving:
                continue
            if deck.name == name and all(level == 0 or s in deck.stems for s, level in stems.items()):
                for s, stem in deck.stems.items():
                    stem.target = min(1.0, max(0.0, stems.get(s, 0.0)))
                return
            deck.is_leaving = True
        if piece is None:
            return
        i = next((i for i in (0, 1) if self._decks[i] is None), None)
        if i is None:  # both are still fading: the fainter one gives way
            i = min((0, 1), key=lambda k: getattr(self._decks[k], "fade", 0.0))
            self._clear_deck(i)
        channels = list(DECKS[i])
        chosen: dict[str, Stem] = {}
        for channel, (s, level) in zip(channels, stems.items(), strict=False):
            path = self._music_folder / piece.parts[s]
            self._mixer.want(path)
            chosen[s] = Stem(channel, path, level, level)
        self._decks[i] = Deck(name, piece, chosen)

    def _begin_loop(self, name: str, pos: tuple[float, float] | None, channels: range) -> None:
        effect = self._effects.get(name)
        if effect is None:
            self.unknown.add(name)
            return
        taken = {loop.channel for loop in self._loops}
        free = [c for c in channels if c not in taken]
        if not free:  # the faintest of those that are leaving gives way
            leaving = [loop for loop in self._loops if loop.channel in channels and loop.target <= 0]
            if not leaving:
                return
            faintest = min(leaving, key=lambda loop: loop.level)
            self._mixer.stop(faintest.channel)
            self._loops.remove(faintest)
            free = [faintest.channel]
        self._mixer.want(effect.paths[0])
        self._loops.append(Loop(name, effect.paths[0], free[0], pos))

    def _hum(self, name: str, pos: tuple[float, float] | None) -> None:
        """play() of an endless effect: begin it, or move it."""
        for loop in self._loops:
            if loop.name == name and loop.channel in AROUND:
                loop.pos, loop.target = pos, 1.0
                return
        if name not in UNCAPTIONED:
            self._caption(name, pos)
        self._begin_loop(name, pos, AROUND)

    def _caption(self, key: str, pos: tuple[float, float] | None) -> None:
        """Say it, newest last; what is still on the screen is only made new again."""
        direction = arrow(pos[0] - self._listener[0], pos[1] - self._listener[1]) if pos is not None else ""
        murmur = MURMURS.get(key)
        if murmur is not None:
            if murmur in self._murmurs:
                return
            self._murmurs[murmur] = 0.0
        self._captions = [c for c in self._captions if c.key != key]
        self._captions.append(Caption(key, direction))

    def _speak(self, told: object) -> None:
        who = str(getattr(told, "who", ""))
        letter, question = str(getattr(told, "letter", "")), bool(getattr(told, "is_question", False))
        self.blip(VOICES.get(who, who), letter, question)


def _place(told: object) -> tuple[float, float] | None:
    """Where a happening was, if it says so."""
    x, y = getattr(told, "x", None), getattr(told, "y", None)
    return (float(x), float(y)) if isinstance(x, int | float) and isinstance(y, int | float) else None


def _usual(piece: Piece) -> list[str]:
    """The parts that sound when nobody names any: the main stems, the only file, or the first act."""
    stems = [s for s in piece.main if s in piece.parts]
    return stems or list(piece.parts)[:1]


def _read(assets: Path) -> tuple[dict[str, Effect], dict[str, Piece]]:
    """The effects and pieces of assets/; nothing where a manifest is missing or broken."""
    effects: dict[str, Effect] = {}
    pieces: dict[str, Piece] = {}
    try:
        sounds = msgspec.json.decode((assets / "sound" / "manifest.json").read_bytes(), type=SoundManifest)
        for name, file in sorted(sounds.files.items(), key=lambda item: item[1].variant):
            new = Effect(file.bus, file.seconds, file.loop_samples > 0)
            effect = effects.setdefault(file.effect, new)
            effect.seconds = max(effect.seconds, file.seconds)
            effect.paths.append(assets / "sound" / name)
        music = msgspec.json.decode((assets / "music" / "manifest.json").read_bytes(), type=MusicManifest)
        pieces = music.pieces
    except (OSError, msgspec.MsgspecError):
        pass
    return effects, pieces


def open_ear(settings_volumes: Mapping[str, float], assets: Path, mute: bool) -> Ear:
    """Open the sound device (34 ms: do it after the first frame is shown). Never raises; ear.why says what is wrong."""
    mixer = open_mixer(mute)
    if not mixer.why and not (assets / "sound" / "manifest.json").is_file():
        mixer.close()
        mixer = Silence("no sounds: assets/sound/manifest.json is missing")
    return Ear(mixer, assets, settings_volumes)
