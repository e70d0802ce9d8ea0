"""Every component, one sentence each. px, px/s and ticks; x and y are where the feet stand."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.geometry import Box, Facing, Vec
from game.sim.room import Thing


@dataclass
class Name:
    """What the map calls it; saves and scripts find it by this."""

    name: str


@dataclass
class Place:
    """Where it stands, where it stood a tick ago (drawing interpolates), and the way it faces."""

    x: float
    y: float
    was_x: float
    was_y: float
    facing: Facing = Facing.DOWN
    lift: float = 0.0


@dataclass
class Walker:
    """Moves by itself: a disc of ``radius`` wanting to go (wish_x, wish_y) px/s; ghosts walk through everybody.

    ``drift`` is what carries her besides: a floor that slides, a beam that sways.
    """

    radius: float = 7.0
    wish_x: float = 0.0
    wish_y: float = 0.0
    vx: float = 0.0
    vy: float = 0.0
    is_ghost: bool = False
    drift_x: float = 0.0
    drift_y: float = 0.0
    is_small: bool = False
    """One of a swarm: it shoves its like and is stopped by walls, runs round nobody's feet, and takes a moment to turn."""


@dataclass
class Solid:
    """Does not move and cannot be walked through."""

    boxes: tuple[Box, ...]


@dataclass
class Pushable:
    """Slides or rolls when walked into: a box of w x h standing on its place; heavier is slower."""

    kind: str
    w: float
    h: float
    mass: float
    friction: float
    can_carry: bool = False
    breaks: bool = False
    """Where it lands it is no more: a pumpkin."""
    vx: float = 0.0
    vy: float = 0.0
    is_carried: bool = False
    is_gripped: bool = False

    @property
    def can_throw(self) -> bool:
        """Balls, apples, pumpkins: light enough to lift and round enough to let fly."""
        return self.can_carry and self.kind == "ball"


@dataclass
class Look:
    """An actor's picture: which atlas, which animation, ticks since it began; ``ends`` when a one-shot is over."""

    sheet: str
    anim: str = "idle"
    ticks: int = 0
    is_once: bool = False
    then: str = "idle"
    is_hidden: bool = False
    mood: str = ""


@dataclass
class Arachnid:
    """The Beldam as she is: what the rules say of her. Where the limbs are that do it is the picture's business.

    Her Body is the point on the floor below her middle. ``reach_x``, ``reach_y``: where the leading hand strikes or clutches,
    px of the map; both below zero when it does not. ``told`` 0..1 how far a blow is announced, ``struck`` ticks it has been out.
    """

    pose: str = "stand"
    """hang | stand | climb | run | stare | thrash | listen | unlock | gone"""
    heading: float = 90.0
    """Which way she goes or looks, degrees, 0 = right, 90 = down the picture."""
    lift_px: float = 0.0
    """How high her middle hangs over the floor, beyond the height of her legs."""
    reach_x: float = -1.0
    reach_y: float = -1.0
    told: float = 0.0
    struck: int = 0
    is_left: bool = False
    """It is the left hand that reaches; the right one is the one that is lost."""
    is_blind: bool = False
    look_x: float = -1.0
    look_y: float = -1.0
    """What the face is turned to; below zero: along the heading."""


@dataclass
class Severed:
    """Her right hand without her: what an act wants of it, and where its bodies have come to (sim/fingers.py).

    (wish_x, wish_y) is the point of the floor under its palm, where Place follows; ``height_px`` how far above its walk it is.
    """

    pose: str = "stalk"
    """stalk | coil | leap | fan | sweep | stuck | pant | drag | slap | pinned | crushed | gone"""
    wish_x: float = 0.0
    wish_y: float = 0.0
    height_px: float = 0.0
    heading: float = 90.0
    """Where its fingers point, degrees, 0 = right, 90 = down the picture."""
    told: float = 0.0
    struck: int = 0
    """Ticks since the blow fell, 0 = none."""
    fingers: int = 5
    hurt: int = 0
    """So many ticks it still flinches; counted down here."""
    is_hidden: bool = False
    """In the grass: nothing of it is seen but a glint."""
    pin_x: float = -1.0
    pin_y: float = -1.0
    """Where one of its fingers is held: under a rock, in wood; below zero: nowhere."""
    string: str = ""
    """"" | slack | taut | trails | nailed: the key's string, from its fingers to (string_x, string_y)."""
    string_x: float = 0.0
    string_y: float = 0.0
    hum: int = 0
    """So many ticks the string still trembles; counted down here."""
    palm: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """x, y of the palm in the picture (px of the map, less its height), and its tilt in radians."""
    joints: tuple[tuple[float, ...], ...] = ()
    """A finger: x, y of knuckle, middle joint and tip in the picture, and the y of the floor under the tip."""
    thread: tuple[tuple[float, float], ...] = ()
    strain: float = 0.0


@dataclass
class Furniture:
    """A prop or tile picture of the map; ``sort_y`` orders it among actors, hanging things lie behind everyone."""

    gid: int
    prop: str
    box: Box
    sort_y: float
    hangs: bool = False
    flat: bool = False


@dataclass
class Reach:
    """Answers to interact: ``verb`` is the word of the prompt, ``area`` what must be near, ``sound`` what it is heard to do."""

    area: Box
    verb: str
    text: str = ""
    script: str = ""
    sound: str = ""
    is_once: bool = False
    was_used: bool = False
    item: str = ""
    """Without this in her pockets she can only look."""


@dataclass
class Presence:
    """Exists only while its flags hold; ``thing`` is what the map says of it."""

    thing: Thing


@dataclass
class TriggerArea:
    """Starts a beat or a script when she enters or leaves."""

    box: Box
    on: str = "enter"
    beat: str = ""
    script: str = ""
    set_flag: str = ""
    is_once: bool = False
    is_inside: bool = False
    is_spent: bool = False


@dataclass
class DoorWay:
    """Leads to another map when her feet are in it."""

    box: Box
    target_map: str
    target_spawn: str
    kind: str
    facing: Facing
    needs: str = ""
    is_lost: bool = False
    """What lay behind it is gone: it opens on white."""


@dataclass
class Lamp:
    """A light. ``radius`` px, ``energy`` 0..2, ``flicker`` 0..1."""

    radius: float
    tint: str
    energy: float
    is_soft: bool = True
    flicker: float = 0.0
    shadows: bool = False
    stretch: float = 1.0


@dataclass
class Person:
    """Somebody. ``idle`` names the animation when nothing else is going on (busy at the typewriter, say)."""

    actor: str
    dialog: str = ""
    idle: str = "idle"
    home_facing: Facing = Facing.DOWN
    turns_to_her: bool = True


@dataclass
class Follower:
    """Goes along a way by itself; ``is_on`` False = stands. ``pause_ticks`` left at the present point."""

    points: tuple[Vec, ...]
    mode: str
    speed: float
    wait: int
    index: int = 0
    step: int = 1
    pause_ticks: int = 0
    is_on: bool = True
    is_there: bool = False


@dataclass
class Hero:
    """Coraline: stance walk, run or sneak; what she carries or grips; how far she is heard."""

    stance: str = "walk"
    noise: float = 0.0
    carries: int = 0
    grips: int = 0
    grip_ways: tuple[float, float] = (0.0, 0.0)
    pushes: int = 0
    push_ticks: int = 0
    step_gathered: float = 0.0
    still_ticks: int = 0
    hold_ticks: int = 0
    board: int = -1
    """The creaking board under her (its number in Room.surfaces) that has had its say; -1 = none."""


@dataclass
class Dodge:
    """Hers: a quick step aside. ``ticks`` into it, 0 = none; ``rest`` until the next; ``early`` a press still counts so long."""

    ticks: int = 0
    way_x: float = 0.0
    way_y: float = 0.0
    rest: int = 0
    early: int = 0
    has_slipped: bool = False
    """Something has gone through her on this one: told once."""


@dataclass
class Aim:
    """Hers: what she is about to throw. ``ticks`` she has aimed, 0 = not; (x, y) the way; where it would land, in whom."""

    ticks: int = 0
    x: float = 0.0
    y: float = 1.0
    by: int = 0
    """The action that aims; letting go of it throws."""
    held_ticks: int = 0
    """How long the button that lifted it has been down since."""
    wants_ticks: int = 0
    """How long throw, pressed with empty hands, still lifts a ball that she comes to."""
    reach: float = 0.0
    target: int = 0
    lands_x: float = 0.0
    lands_y: float = 0.0


@dataclass
class Flight:
    """It is in the air: px/s along the floor, ``vz`` up; Place.lift is how high. ``by`` threw it, ``target`` it leans to."""

    vx: float
    vy: float
    vz: float
    fall: float
    by: int = 0
    target: int = 0
    ticks: int = 0
    bounces: int = 0
    has_landed: bool = False


@dataclass
class Target:
    """What a throw leans towards and knocks: within ``radius`` px of its place, ``height`` px up. ``stun`` ticks it is out for."""

    radius: float = 16.0
    height: float = 14.0
    stun: int = 0
    hits: int = 0
    hit_tick: int = -1000


@dataclass
class Moving:
    """Furniture that has left the place (home_x, home_y) where the map put it: it is drawn where it stands."""

    home_x: float
    home_y: float


@dataclass
class Stunned:
    """Out of play for so many ticks more."""

    ticks: int


@dataclass
class Stone:
    """Hers: the adder stone. ``raised`` 0..1; (x, y) the middle of what is seen through it, on the map; ``way`` it points.

    ``is_wanted``: she means to look through it (kept where the button is a toggle).
    """

    raised: float = 0.0
    x: float = 0.0
    y: float = 0.0
    way_x: float = 0.0
    way_y: float = 1.0
    radius: float = 60.0
    is_wanted: bool = False

    @property
    def is_up(self) -> bool:
        """High enough to see by."""
        return self.raised > 0.6

    def shows(self, x: float, y: float) -> bool:
        """Whether that point of the map is seen through it now."""
        return self.is_up and (x - self.x) ** 2 + (y - self.y) ** 2 <= self.radius**2


@dataclass
class Truth:
    """What only the stone shows here, cell by cell; ``seen`` = ticks each is still held as seen. ``over``: see docs/maps.md."""

    shows: str
    over: str
    area: Box
    cells: tuple[Box, ...]
    seen: list[int]
    hint: str = ""
    was_seen: bool = False

    @property
    def is_seen(self) -> bool:
        return any(self.seen)


@dataclass
class Veiled:
    """It is there only for who looks through the stone; ``is_seen`` just now."""

    is_seen: bool = False


@dataclass
class Feigned:
    """It is not there at all, whatever the eye says; ``is_seen`` through the stone just now: then nothing stands in the way."""

    is_seen: bool = False


@dataclass
class Harm:
    """Hers: what has just been done to her. ``grace`` ticks in which nothing more can be.

    ``tumble`` ticks she has been falling; ``closes`` ticks since the picture began to be sewn shut; ``seized`` ticks since
    somebody got her, and (to_x, to_y) where that one puts her; (sound_x, sound_y) the last floor that held. 0 = not.
    """

    grace: int = 0
    tumble: int = 0
    closes: int = 0
    seized: int = 0
    to_x: float = 0.0
    to_y: float = 0.0
    sound_x: float = -1.0
    sound_y: float = -1.0
    cause: str = ""

    @property
    def holds(self) -> bool:
        """Whether she can do nothing just now."""
        return bool(self.tumble or self.closes or self.seized)


@dataclass
class HidePlace:
    """Something to hide in: bed, curtain or trunk."""

    kind: str
    exit: Facing = Facing.DOWN


@dataclass
class Hidden:
    """Hers while she hides: in which ``place`` (an entity), on her way ``in``, ``within`` or on her way ``out``, for so many ticks.

    She came from (from_x, from_y), is in there at (x, y), and will come out at (out_x, out_y). ``leans``: ticks she has held the
    stick towards the way out.
    """

    place: int
    from_x: float
    from_y: float
    x: float
    y: float
    out_x: float
    out_y: float
    phase: str = "in"
    ticks: int = 0
    leans: int = 0


@dataclass
class Watcher:
    """Looks and listens for her. ``reach`` px, ``spread`` degrees of its cone, ``near`` px all round; ``speed`` px/s as it seeks.

    ``ears`` times as far as others it hears (0 = deaf); ``is_blind`` it has no cone; where it is darker than ``dark`` it sees less
    far. ``state``: walk, alert, search, return, reach or caught, for ``ticks``. ``seen`` 0..1 how sure it is; ``gaze`` radians it
    looks along; (goal_x, goal_y) what it goes to see; ``way`` the points there, ``index`` the next.
    """

    reach: float = 160.0
    spread: float = 70.0
    near: float = 40.0
    ears: float = 1.0
    is_blind: bool = False
    dark: float = 0.0
    speed: float = 88.0
    state: str = "walk"
    ticks: int = 0
    seen: float = 0.0
    sees: bool = False
    by_ear: bool = False
    lost_ticks: int = 0
    gaze: float = 0.0
    goal_x: float = 0.0
    goal_y: float = 0.0
    way: tuple[Vec, ...] = ()
    index: int = 0


@dataclass
class Patrol:
    """Its round, while nothing calls it away: ``mode`` loop, pingpong or once, px/s, ticks at each point."""

    points: tuple[Vec, ...]
    mode: str = "pingpong"
    speed: float = 60.0
    wait: int = 0
    index: int = 0
    step: int = 1
    pause_ticks: int = 0


@dataclass
class DollSeat:
    """Where the doll may sit; only one seat a visit is taken. Its eyes follow within 160 px."""

    place: str
    is_taken: bool = False
    is_turned: bool = False


@dataclass
class Drip:
    """A leak: a drop lands here every ``every`` ticks; ``ticks`` since the last one did."""

    every: int
    ticks: int = 0


@dataclass
class Bird:
    """Sits where it is put until she comes near; ``away_ticks`` since it flew, 0 = it sits."""

    kind: str
    away_ticks: int = 0


@dataclass
class Sleeper:
    """Sleeps, and hears. ``ears`` open one by one with what is heard and shut again in the quiet; three are awake.

    ``stirs_at`` so many open ears it turns over; ``quiet_ticks`` since anything was heard; ``busy_ticks`` it is still
    minding the last noise; ``beyond`` px it lies further off than where it stands for (up a staircase). While it ``is_alert``
    it hears every step, however soft. ``door``: where steps that are not soft are heard as well as at the bed. ``depth``: how
    often it has been woken; from 2 on it sleeps deeper, from 3 on soft boards are not heard.
    """

    stirs_at: int = 1
    ears: int = 0
    quiet_ticks: int = 0
    busy_ticks: int = 0
    beyond: float = 0.0
    is_alert: bool = False
    door: Vec | None = None
    depth: int = 0

    @property
    def state(self) -> str:
        """asleep, stirring or awake."""
        return "awake" if self.ears >= 3 else "stirring" if self.ears >= self.stirs_at else "asleep"


@dataclass
class Din:
    """Something so loud that nothing else is heard beside it, for so many ticks: a clock that strikes."""

    ticks: int = 0


@dataclass
class Guide:
    """Goes ahead of her along a way, waits at every bend until she is within ``lead`` px, looks back, calls.

    ``index`` the next point; ``rest_ticks`` it still stands; ``lonely_ticks`` it has waited for her; ``called`` how often.
    """

    points: tuple[Vec, ...]
    speed: float = 60.0
    wait: int = 32
    lead: float = 96.0
    index: int = 0
    rest_ticks: int = 0
    lonely_ticks: int = 0
    called: int = 0
    is_there: bool = False
    is_still: bool = False
    """It has stopped dead, and so had she better."""


@dataclass
class Slips:
    """Goes behind what is thinner than itself: what of it lies past ``x`` (to the right if ``side`` > 0) is not there."""

    x: float
    side: int


@dataclass
class Pickup:
    """Lies there to be taken. ``once``: how it is remembered that it was."""

    item: str
    once: str = ""


# --- what stands before the world: at most one of each, kept by the session


@dataclass
class Option:
    """One thing she may say."""

    pick: str
    to: str = ""
    sets: str = ""


@dataclass
class Talk:
    """A line being said, or a choice. ``shown`` letters are visible; ``options`` when it is a choice."""

    who: str
    mood: str
    say: str
    key: str
    shown: float = 0.0
    ticks: int = 0
    options: tuple[Option, ...] = ()
    cursor: int = 0
    is_done: bool = False
    moved: int = 0
    pictures: tuple[str, ...] = ()
    """What Other Wybie draws in the air: names of [pictures]."""
    is_known: bool = False
    """Whose voice it is has been told: speakers.WHO.named, as soon as the flags of speakers.WHO.known hold."""

    @property
    def is_whole(self) -> bool:
        return self.shown >= len(self.say)


@dataclass
class Prompt:
    """What interact would do now: a word of [prompt], shown over (x, y)."""

    verb: str
    entity: int
    x: float
    y: float
    button: str = "interact"


@dataclass
class Fade:
    """The picture goes to ``colour`` (amount 1) or comes back (0), ``step`` a tick."""

    amount: float = 0.0
    goal: float = 0.0
    step: float = 0.05
    colour: str = "black"


@dataclass
class Crossing:
    """How she has just come here, while it can still be seen: bloom, drain, pulse, wake, mirror. Holds her for ``holds`` ticks."""

    kind: str
    lasts: int
    holds: int
    ticks: int = 0

    @property
    def gone(self) -> float:
        """0..1 of it is over."""
        return min(self.ticks / self.lasts, 1.0)


@dataclass
class Title:
    """A card over the picture: a chapter's name or a place. ``key`` of the text, ticks it has stood."""

    key: str
    kind: str = "place"
    ticks: int = 0
    lasts: int = 150


@dataclass
class Gaze:
    """Where the story wants the camera to look, instead of following her."""

    x: float
    y: float
    speed: float = 4.0


@dataclass
class Rules:
    """What a player may change about how it plays, recorded with every replay. ``text_speed`` letters a tick, 0 = at once."""

    text_speed: float = 0.75
    difficulty: str = "brave"
    auto_brace: bool = False
    no_sway: bool = False
    """Beams hold still."""
    run_toggle: bool = False
    sneak_toggle: bool = False
    auto_run: bool = False
    speed: float = 1.0
    windup: float = 1.0
    """Everything that strikes takes so many times longer to begin, 1..2."""
    quiet_boards: bool = False
    """No board creaks under her."""
    stone_toggle: bool = False
    """The stone goes up at a press and down at the next, instead of being held."""
    wide_lens: bool = False
    more_stitches: int = 0
    """So many hits more before the picture closes, 0..5."""
    no_fail: bool = False
    """The picture never closes."""
    skip_after: bool = True
    """After three tries in vain she may slip past what lets itself be slipped past."""
    calm_chase: bool = False
    """In the long passage she never quite comes up."""
    gentle: bool = False
    """No spider: the Beldam is a tall shadow with hands. Same rules, same times."""
    slow_throw: bool = False
    """The world dawdles while a throw is aimed."""
    show_window: float = 1.0
    """How much wider than written the windows of a show are, in time and in space: 1..2."""
