"""Everything that can happen in a tick, told through core/news.py. Past tense; view/ear.py and the tests listen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """A sound rings out at a place. ``name`` is a file of assets/sound without its number."""

    name: str
    x: float
    y: float
    gain: float = 1.0


@dataclass(frozen=True, slots=True)
class Stepped:
    """A foot touched the floor. ``surface`` as in Surface.kind; ``noise`` px is how far it is heard by those who listen."""

    who: str
    surface: str
    x: float
    y: float
    noise: float


@dataclass(frozen=True, slots=True)
class Creaked:
    """A board gave her away; ``board`` its number in Room.surfaces."""

    board: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Banged:
    """Something was struck that rings through the house: whoever sleeps there hears it as they hear somebody who runs."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Noticed:
    """A sleeper heard something: so many ``ears`` are open now (3 = awake); ``is_more`` False when one has shut again."""

    ears: int
    is_more: bool
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Beckoned:
    """A guide stands and shows: ``how`` bows, waits, calls or goes."""

    who: str
    how: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Spoke:
    """A line of talk began. ``key`` is its place in en.toml."""

    who: str
    mood: str
    key: str
    say: str


@dataclass(frozen=True, slots=True)
class Cried:
    """Words that stop nobody: they stand over (x, y) for a while, or over who says them, if that is where they stand.

    ``key`` is their place in en.toml; ``lasts`` ticks, 0 = as long as they take to read.
    """

    who: str
    key: str
    say: str
    x: float
    y: float
    lasts: int = 0


@dataclass(frozen=True, slots=True)
class Lettered:
    """The typewriter wrote this letter; for the little sounds of people talking."""

    who: str
    letter: str
    is_question: bool


@dataclass(frozen=True, slots=True)
class Chose:
    key: str
    pick: int


@dataclass(frozen=True, slots=True)
class Looked:
    """She looked at a thing. ``key`` is the whole text key."""

    key: str


@dataclass(frozen=True, slots=True)
class Took:
    item: str


@dataclass(frozen=True, slots=True)
class Entered:
    """She came into a map."""

    room: str
    spawn: str


@dataclass(frozen=True, slots=True)
class Began:
    """A beat of the story began."""

    beat: str


@dataclass(frozen=True, slots=True)
class Ended:
    """A beat of the story came to its end."""

    beat: str


@dataclass(frozen=True, slots=True)
class Checkpointed:
    """The session stands where a save can be made: session.checkpoint holds it."""


@dataclass(frozen=True, slots=True)
class Lifted:
    what: str


@dataclass(frozen=True, slots=True)
class PutDown:
    what: str


@dataclass(frozen=True, slots=True)
class Threw:
    """Something left somebody's hand."""

    entity: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Landed:
    """What was thrown came down. ``noise`` px is how far it is heard by those who listen; ``breaks``: it is no more."""

    entity: int
    x: float
    y: float
    speed: float
    noise: float
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Struck:
    """What was thrown hit somebody or something (``whom``, an entity), ``z`` px up."""

    entity: int
    whom: int
    x: float
    y: float
    z: float


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody is about to strike, in ``ticks``: the fair warning."""

    x: float
    y: float
    ticks: int
    is_great: bool = False


@dataclass(frozen=True, slots=True)
class Splashed:
    """Pumpkin or feathers everywhere, ``z`` px up. ``kind``: pumpkin, feathers or bucket."""

    x: float
    y: float
    z: float
    kind: str
    on_her: bool = False


@dataclass(frozen=True, slots=True)
class Dodged:
    """She stepped aside, that way."""

    x: float
    y: float
    way_x: float
    way_y: float


@dataclass(frozen=True, slots=True)
class Slipped:
    """Something would have hit her, and went through where she had been."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Hid:
    """She went into a hiding place of that ``kind``, or came out of it."""

    kind: str
    is_in: bool
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Watched:
    """A watcher changed its mind: ``state`` as in Watcher.state; ``by_ear`` it has heard something."""

    entity: int
    state: str
    by_ear: bool
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Caught:
    """A watcher has her."""

    entity: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drew:
    """Somebody without words shows pictures (names of [pictures]) over its head, and stops nobody."""

    who: str
    pictures: tuple[str, ...]
    lasts: int = 90


@dataclass(frozen=True, slots=True)
class Bumped:
    """A pushed thing began to move, or hit something. ``kind`` box, crate or ball; ``speed`` px/s."""

    kind: str
    x: float
    y: float
    speed: float


@dataclass(frozen=True, slots=True)
class Pulsed:
    """A brace: the wood creaks now ("creak"), or she pressed ("good", "early", "late")."""

    what: str


@dataclass(frozen=True, slots=True)
class Judged:
    """In a show: how a cue (its number) was met: perfect, good, miss, wrong, early, late or clap; ``off`` ticks late (early < 0).

    ``why`` it was not better, if not for the time: way or key.
    """

    verdict: str
    cue: int
    off: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shook:
    """The picture shakes: px at its worst, for so many ticks."""

    px: float
    ticks: int


@dataclass(frozen=True, slots=True)
class MusicCued:
    """The story wants other music than the map's ("" = the map's own again); ``stems`` name the loud ones, empty = all."""

    name: str
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MusicAhead:
    """This piece (or these stems of it) will be wanted on the beat: read it now."""

    name: str
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discovered:
    """A room came onto the map page, a person or a thing into the journal. ``what``: area, person, item or plant."""

    what: str
    key: str


@dataclass(frozen=True, slots=True)
class Taught:
    """A verb is needed for the first time; ``key`` of [teach]."""

    key: str


@dataclass(frozen=True, slots=True)
class ChapterEnded:
    chapter: int


@dataclass(frozen=True, slots=True)
class StoryEnded:
    """Nothing comes after this: the story is told."""


@dataclass(frozen=True, slots=True)
class Wound:
    """The thread that drags somebody was laid round a ``post`` it must hold to (or came off it): ``held`` of ``of`` do now."""

    post: str
    x: float
    y: float
    is_on: bool
    held: int
    of: int


@dataclass(frozen=True, slots=True)
class Knotted:
    """No thread is left and the posts hold it: whom it drags is tied up."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Raised:
    """The stone went up to her eye, or (``is_up`` False) down."""

    is_up: bool


@dataclass(frozen=True, slots=True)
class Revealed:
    """Something was seen through the stone for the first time in this room. ``shows`` hidden, false, strings or soul."""

    name: str
    shows: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pricked:
    """She was hurt: a stitch was sewn into the picture's border; ``stitches`` are in it now. ``cause`` a word of [fail]."""

    cause: str
    x: float
    y: float
    stitches: int


@dataclass(frozen=True, slots=True)
class Unpicked:
    """A stitch was cut; so many are left."""

    stitches: int


@dataclass(frozen=True, slots=True)
class SewnShut:
    """That was one stitch too many: the picture closes, and opens again at the checkpoint."""

    cause: str


@dataclass(frozen=True, slots=True)
class CameBack:
    """She stands at the checkpoint again. ``why`` sewn or fell."""

    why: str


@dataclass(frozen=True, slots=True)
class Seized:
    """Somebody got her, and puts her back where she came from."""

    cause: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Fell:
    """The floor was not there: she falls into white."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Loosened:
    """Floor there begins to shake; it falls in a second. Told a few times a second, for sound and dust."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Crumbled:
    """So many tiles fell round (x, y) in this tick."""

    x: float
    y: float
    tiles: int
