"""Pose tables.  An animation is a list of (pose, ticks at 60 Hz)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tools.make_art.actors.rig import P, Pose


@dataclass(frozen=True)
class Anim:
    """Named animation."""

    poses: tuple[Pose, ...]
    ticks: tuple[int, ...]
    loop: bool = True
    dirs: tuple[str, ...] = ("down", "right", "up", "left")
    tags: tuple[str, ...] = ()
    turned: tuple[tuple[str, tuple[Pose, ...]], ...] = ()  # sides that need poses of their own

    def at(self, d: str) -> tuple[Pose, ...]:
        """The poses seen from that side."""
        return dict(self.turned).get(d, self.poses)


def anim(
    poses: list[Pose],
    ticks: int | list[int],
    loop: bool = True,
    tags: tuple[str, ...] = (),
    dirs: tuple[str, ...] | None = None,
    **turned: list[Pose],
) -> Anim:
    """Convenience constructor; ``up=[...]``: other poses (as many) for that side."""
    t = tuple([ticks] * len(poses) if isinstance(ticks, int) else ticks)
    sides = tuple((d, tuple(p)) for d, p in turned.items())
    return Anim(tuple(poses), t, loop, dirs or ("down", "right", "up", "left"), tags, sides)


def idle() -> Anim:
    """Breathing: head first, then chest, by whole pixels."""
    return anim([P(), P(hy=-1), P(bob=-1, sway=0), P(bob=-1, hy=1)], [26, 8, 26, 8])


def walk(arm: float = 28, leg: float = 32, bounce: int = 1, lean: float = 3, twist: float = 6, ticks: int = 6) -> Anim:
    """Contact, down, pass, contact, down, pass."""
    f = [
        P(legL=leg, legR=-leg, armL=-arm, armR=arm, lean=lean, twist=twist, sway=1),
        P(
            legL=leg * 0.45,
            legR=-leg * 0.8,
            liftR=1.6,
            armL=-arm * 0.6,
            armR=arm * 0.6,
            bob=-bounce,
            lean=lean,
            twist=twist,
            sway=1,
        ),
        P(legL=-leg * 0.1, legR=leg * 0.2, liftR=2.6, lean=lean, bob=0),
    ]
    return anim(f + [_flip(p) for p in f], ticks, tags=("footstep:0", "footstep:3"))


def _flip(p: Pose) -> Pose:
    """Mirror left and right."""

    def mir(h):
        return None if h is None else (-h[0], h[1], h[2])

    return Pose(
        bob=p.bob,
        dx=p.dx,
        dy=p.dy,
        lean=p.lean,
        twist=-p.twist,
        roll=p.roll,
        tip=p.tip,
        legL=p.legR,
        legR=p.legL,
        liftL=p.liftR,
        liftR=p.liftL,
        wide=p.wide,
        armL=p.armR,
        armR=p.armL,
        elbL=p.elbR,
        elbR=p.elbL,
        out=p.out,
        handL=mir(p.handR),
        handR=mir(p.handL),
        turn=p.turn,
        nod=p.nod,
        tilt=p.tilt,
        sway=-p.sway,
        flow=p.flow,
        bounce=p.bounce,
        hem=p.hem,
        hx=p.hx,
        hy=p.hy,
        face=p.face,
        prop=p.prop,
        no_legs=p.no_legs,
    )


def talk() -> Anim:
    """Two mouths, a small gesture."""
    return anim([P(face="talk", handR=(6, 6, 5)), P(face="talk2", hy=-1, handR=(7, 8, 6))], 9)


def interact() -> Anim:
    """Reach forward and back."""
    return anim([P(handR=(3, 8, 8), lean=6), P(handR=(2.5, 9, 10.5), lean=10, hy=-1)], [8, 14], loop=False)


def basic() -> dict[str, Anim]:
    """What every person needs."""
    return {
        "idle": idle(),
        "blink": anim([P(face="blink")], 6, dirs=("down", "right", "left")),
        "walk": walk(),
        "talk": talk(),
        "interact": interact(),
    }


def child_walk() -> Anim:
    """Contact, down, pass, up on each foot; the hair lags behind the head, the heel rises behind."""
    f = [
        P(legL=34, legR=-34, armL=-30, armR=30, lean=3, twist=5, sway=1),
        P(legL=20, legR=-36, liftR=1.8, armL=-22, armR=22, bob=-1, lean=3, twist=5, sway=1, bounce=1),
        P(legL=-2, legR=6, liftR=3.4, armL=-4, armR=4, lean=3),
        P(legL=-20, legR=30, liftR=2.0, armL=18, armR=-18, bob=1, lean=3, twist=-5),
    ]
    return anim(f + [_flip(p) for p in f], [5, 4, 5, 4] * 2, tags=("footstep:0", "footstep:4"))


def child_run() -> Anim:
    """Long strides with a flight, elbows pumping, hair streaming."""
    k = {"lean": 17, "elbL": 84, "elbR": 84, "flow": 3}
    f = [
        P(legL=54, legR=-50, liftR=4.0, armL=-58, armR=44, twist=9, out=0.1, bounce=1, **k),
        P(legL=22, legR=-46, liftR=6.5, armL=-42, armR=26, twist=6, bob=-2, out=0.1, bounce=1, **k),
        P(legL=-34, legR=34, liftR=5.0, armL=8, armR=-14, bob=1, out=0.1, **k),
        P(legL=-58, legR=56, liftL=4.5, liftR=4.0, armL=36, armR=-46, twist=-8, bob=2, dy=-2, out=0.1, **k),
    ]
    return anim(f + [_flip(p) for p in f], [4, 4, 4, 3] * 2, tags=("footstep:0", "footstep:4"))


def child_sneak() -> Anim:
    """On tiptoe: knees drawn up, paws before the chest, the coat held clear of the boots."""
    k = {"lean": 13, "nod": -5, "hem": 2.6, "wide": 0.5, "face": "sly"}
    high, low = (11.0, 7.0), (8.4, 7.6)
    f = [
        P(legL=38, legR=-14, bob=-2, handL=(-3.6, *low), handR=(3.6, *high), **k),
        P(legL=20, legR=-20, liftR=2.6, bob=-3, bounce=1, handL=(-3.6, *low), handR=(3.6, *high), **k),
        P(legL=-4, legR=20, liftR=7.0, bob=-1, handL=(-3.6, 9.6, 7.4), handR=(3.6, 9.6, 7.4), **k),
        P(legL=-10, legR=42, liftR=4.6, bob=-1, handL=(-3.6, *high), handR=(3.6, *low), **k),
    ]
    return anim(f + [_flip(p) for p in f], [7, 6, 7, 6] * 2, tags=("footstep:0", "footstep:4"))


def child_brace() -> Anim:
    """Her whole weight on a door: hands flat and wide, head down, boots dug in; sets herself, heaves, trembles."""
    k = {"face": "effort", "hem": 1.0}
    ahead = [  # seen from the side: as slanted as a ladder
        P(lean=22, legL=4, legR=-46, bob=-2, handL=(-3.4, 12.5, 8.5), handR=(3.4, 11.5, 8.8), nod=4, **k),
        P(lean=30, legL=-8, legR=-56, bob=-4, handL=(-3.4, 13.5, 7.2), handR=(3.4, 12.5, 7.6), nod=8, bounce=1, **k),
        P(lean=30, legL=-8, legR=-56, bob=-4, handL=(-3.4, 13.5, 7.2), handR=(3.4, 12.5, 7.6), nod=8, hx=1, **k),
    ]
    away = [  # seen from behind: both palms show beside her hair
        P(lean=16, legL=-16, legR=-34, wide=1.6, bob=-1, handL=(-9.2, 16, 4.6), handR=(9.2, 16, 4.6), **k),
        P(lean=24, legL=-20, legR=-44, wide=2.0, bob=-3, handL=(-9.4, 16.4, 3), handR=(9.4, 16.4, 3), bounce=1, **k),
        P(lean=24, legL=-20, legR=-44, wide=2.0, bob=-3, handL=(-9.4, 16.4, 3), handR=(9.4, 16.4, 3), hx=1, **k),
    ]
    toward = [  # seen from before: palms out at her sides, boots wide
        P(lean=8, legL=-10, legR=-24, wide=1.8, bob=-1, handL=(-7.4, 9.5, 8), handR=(7.4, 9.5, 8), **k),
        P(lean=14, legL=-14, legR=-30, wide=2.2, bob=-3, handL=(-7.6, 10, 7.6), handR=(7.6, 10, 7.6), bounce=1, **k),
        P(lean=14, legL=-14, legR=-30, wide=2.2, bob=-3, handL=(-7.6, 10, 7.6), handR=(7.6, 10, 7.6), hx=1, **k),
    ]
    return anim(ahead, [12, 10, 4], up=away, down=toward)


def child_interact() -> Anim:
    """A hand out for what is there, a step into it, eyes on it."""
    return anim(
        [
            P(handR=(3.4, 7.5, 9), legR=14, legL=-12, armL=-14, lean=7, nod=4),
            P(handR=(2.6, 8.6, 11.5), legR=22, legL=-18, armL=-24, lean=13, nod=7, hy=-1, bounce=1),
        ],
        [6, 14],
        loop=False,
        up=[
            P(handR=(7.4, 12, 6.5), legR=14, legL=-12, armL=-14, lean=7),
            P(handR=(8.6, 15.5, 5.5), legR=22, legL=-18, armL=-24, lean=12, hy=-1, bounce=1),
        ],
        down=[
            P(handR=(4.6, 4.5, 9), legR=16, legL=-10, armL=-16, lean=7, nod=5),
            P(handR=(4.0, 4.8, 11.5), legR=24, legL=-16, armL=-26, out=0.1, lean=12, nod=8, bounce=1),
        ],
    )


def child_talk() -> Anim:
    """Open mouth, half-open, open, shut; one hand has an opinion."""
    return anim(
        [
            P(face="talk", handR=(5.6, 6.5, 6)),
            P(face="talk2", hy=-1, handR=(6.4, 8, 6.4), bounce=1),
            P(face="talk", handR=(7.6, 10, 5.6)),
            P(face="neutral", hy=-1, handR=(6.8, 8.5, 6)),
        ],
        [8, 7, 9, 8],
    )


def hero() -> dict[str, Anim]:
    """Everything Coraline does."""
    a = basic()
    a["talk"], a["interact"] = child_talk(), child_interact()
    a["walk"], a["run"], a["sneak"], a["brace"] = child_walk(), child_run(), child_sneak(), child_brace()
    reach = {"handL": (-3.6, 9.5, 9), "handR": (3.6, 9.5, 9), "face": "effort", "hem": 0.8}
    push = [
        P(legL=34, legR=-38, lean=22, bob=-2, **reach),
        P(legL=20, legR=-44, liftR=1.2, lean=26, bob=-3, bounce=1, **reach),
        P(legL=0, legR=6, liftR=3.4, lean=24, bob=-2, **reach),
    ]
    a["push"] = anim(push + [_flip(p) for p in push], [8, 7, 6] * 2, tags=("footstep:0", "footstep:3"))
    a["throw"] = anim(
        [
            P(handR=(6, 10, -5), twist=-16, lean=-4, armL=30, legL=14, legR=-14, face="effort"),
            P(handR=(6, 17, -3), twist=-12, lean=-6, armL=40, legL=18, legR=-16, hy=0, face="effort"),
            P(handR=(4, 15, 8), twist=14, lean=12, armL=-20, legL=26, legR=-24, bob=-1, face="ah"),
            P(handR=(1, 5, 8), twist=18, lean=16, armL=-30, legL=26, legR=-26, bob=-2),
        ],
        [5, 7, 3, 8],
        loop=False,
        tags=("release:2",),
    )
    a["dodge"] = anim(
        [
            P(lean=20, legL=34, legR=-30, armL=-30, armR=-30, bob=-4, face="effort"),
            P(
                lean=34,
                legL=62,
                legR=-62,
                liftL=3,
                liftR=6,
                armL=-70,
                armR=-80,
                out=0.3,
                bob=-1,
                dy=-4,
                face="effort",
                sway=1,
            ),
            P(
                lean=38,
                legL=50,
                legR=-70,
                liftL=6,
                liftR=7,
                armL=-80,
                armR=-70,
                out=0.4,
                bob=-2,
                dy=-5,
                face="effort",
                sway=-1,
            ),
            P(lean=26, legL=44, legR=-20, bob=-6, armL=-20, armR=-40, out=0.4, wide=0.8, face="effort"),
        ],
        [3, 4, 5, 5],
        loop=False,
        tags=("safe:0-2",),
    )
    hold_l, hold_r = (-4.2, 8.5, 7.5), (4.2, 8.5, 7.5)
    a["lift"] = anim(
        [
            P(lean=24, bob=-5, handL=(-4, -1, 8), handR=(4, -1, 8), legL=10, legR=-10, wide=1, face="effort"),
            P(lean=18, bob=-4, handL=(-4, 1.5, 8.5), handR=(4, 1.5, 8.5), wide=1, face="effort"),
            P(lean=4, bob=-2, handL=(-4.2, 5.5, 8), handR=(4.2, 5.5, 8), wide=0.6, face="effort"),
            P(lean=-4, handL=hold_l, handR=hold_r),
        ],
        [6, 5, 4, 8],
        loop=False,
        tags=("grab:1",),
    )
    a["carry_idle"] = anim([P(lean=-4, handL=hold_l, handR=hold_r), P(lean=-4, bob=-1, handL=hold_l, handR=hold_r)], 28)
    cw = [Pose(**{**p.__dict__, "handL": hold_l, "handR": hold_r, "lean": -3, "twist": 0}) for p in a["walk"].poses]
    a["carry_walk"] = anim(cw, [6, 5, 6, 5] * 2, tags=("footstep:0", "footstep:4"))
    hug = {"handL": (-10.5, 3.5, 8.5), "handR": (10.5, 3.5, 8.5)}
    near = {"handL": (-9, 2.5, 11), "handR": (9, 2.5, 11)}
    a["carry_hands"] = anim(  # over the box: sleeves round it, hands on its front
        [P(bare="both", **hug), P(bare="both", bob=-1, **hug)],
        28,
        dirs=("down", "right", "left"),
        right=[P(bare="l", **near), P(bare="l", bob=-1, **near)],
        left=[P(bare="r", **near), P(bare="r", bob=-1, **near)],
    )
    a["hurt"] = anim(
        [
            P(lean=-16, armL=40, armR=46, out=0.5, legL=20, legR=-8, bob=-1, face="hurt", tilt=6),
            P(lean=10, bob=-3, handL=(-3, 6, 6), handR=(3, 6, 6), face="hurt"),
        ],
        [8, 12],
        loop=False,
    )
    a["afraid"] = anim(
        [
            P(face="afraid", handL=(-2.5, 11, 6.5), handR=(2.5, 11, 6.5), lean=-3),
            P(face="afraid", handL=(-2.5, 11, 6.5), handR=(2.5, 11, 6.5), lean=-3, hx=1),
        ],
        5,
    )
    a["sleep"] = anim([P(face="sleep", armL=0, armR=0, elbL=4, elbR=4)], 60, dirs=("down",))
    a.update(child_sits())
    a.update(child_balances())
    a.update(child_on_rope())
    a.update(child_in_bed())
    a.update(child_plays_ball())
    a.update(child_on_stage())
    a.update(child_with_stone())
    a["look_up"] = a["look_raise"]
    a.update(child_hides())
    a.update(child_falls())
    a["happy"] = anim([P(face="happy"), P(face="happy", bob=-1)], 16, dirs=("down", "right", "left"))
    return a


def child_sits() -> dict[str, Anim]:
    """On a chair too high for her: the foot anchor is where she sits, her boots dangle below it."""
    lap = {"handL": (-3.4, 1.6, 7.0), "handR": (3.4, 1.6, 7.0), "seat": 1.0}
    fork = {"handL": (-5.0, 3.4, 7.6), "seat": 1.0}
    return {
        "sit": anim(
            [
                P(**lap),
                P(**lap, kick=1.6),
                P(**lap, kick=2.8, hy=-1),
                P(**lap),
                P(**lap, kick=-1.6),
                P(**lap, face="blink"),
            ],
            [60, 7, 14, 70, 12, 7],
        ),
        "sit_talk": anim(
            [
                P(face="talk", **{**lap, "handR": (5.6, 6.0, 7.0)}),
                P(face="talk2", hy=-1, **{**lap, "handR": (6.4, 7.6, 6.6)}),
                P(face="talk", **{**lap, "handR": (7.2, 9.0, 5.8)}),
                P(face="neutral", hy=-1, **lap),
            ],
            [8, 7, 9, 8],
        ),
        "sit_eat": anim(
            [
                P(handR=(4.6, 4.0, 8.4), nod=6, face="low", **fork),
                P(handR=(3.4, 9.0, 8.6), face="ah", **fork),
                P(handR=(2.4, 12.6, 9.0), face="ah", hy=-1, **fork),
                P(handR=(4.6, 5.0, 8.2), face="sleep", **fork),
                P(handR=(4.6, 4.0, 8.4), face="happy", hy=-1, **fork),
                P(handR=(4.6, 4.0, 8.4), face="happy", **fork),
            ],
            [14, 6, 12, 10, 12, 14],
        ),
        "sit_happy": anim([P(face="happy", kick=2.2, **lap), P(face="happy", kick=-2.2, hy=-1, **lap)], 14),
        "sit_afraid": anim(
            [
                P(face="afraid", handL=(-3, 7, 7), handR=(3, 7, 7), seat=1.0, lean=-5),
                P(face="afraid", handL=(-3, 7, 7), handR=(3, 7, 7), seat=1.0, lean=-5, hx=1),
            ],
            6,
        ),
    }


WINGS = {"handL": (-13.4, 11.5, 1.0), "handR": (13.4, 11.5, 1.0), "wide": -1.9}
"""Arms out, one boot before the other."""


def _tipped(tip: float, **k: object) -> dict[str, Pose]:
    """Leaning towards the left of the picture (tip > 0), its upper edge where she is seen from the side."""
    slip = round(16 * 0.0175 * tip)
    return {
        "down": P(tip=tip, dx=slip, **k),
        "up": P(tip=-tip, dx=slip, **k),
        "right": P(tip=-tip, **k),
        "left": P(tip=tip, **k),
    }


def _turned(rows: list[dict[str, Pose]], ticks: int | list[int], **k: object) -> Anim:
    """An animation from poses that differ on every side."""
    return anim(
        [r["down"] for r in rows],
        ticks,
        up=[r["up"] for r in rows],
        right=[r["right"] for r in rows],
        left=[r["left"] for r in rows],
        **k,
    )  # type: ignore[arg-type]


def child_balances() -> dict[str, Anim]:
    """One beam wide: heel before toe, arms out; leaning; and nearly off it, arms going round."""

    def arms(left: float, right: float, **k: object) -> Pose:
        return P(**{**WINGS, "handL": (-13.4, 11.5 + left, 1.0), "handR": (13.4, 11.5 + right, 1.0), **k})

    f = [
        arms(0.5, -0.5, legL=26, legR=-24, lean=4, nod=6),
        arms(1.8, -1.8, legL=12, legR=-24, liftR=1.6, bob=-1, lean=4, nod=6, sway=1),
        arms(0.5, -0.5, legL=-2, legR=8, liftR=4.6, lean=2, nod=6),
        arms(-1.0, 1.0, legL=-14, legR=24, liftR=2.0, lean=4, nod=6),
    ]
    look = {"nod": 6.0, "face": "low"}
    still = {**WINGS, "legL": 10, "legR": -12, "lean": 2, **look}
    low, high = (-12.6, 7.0, 2.0), (12.0, 17.0, 1.0)
    left = {**WINGS, "handL": low, "handR": high, "legL": 6, "legR": -10, "face": "effort"}
    right = {
        **WINGS,
        "handL": (-high[0], *high[1:]),
        "handR": (-low[0], *low[1:]),
        "legL": 10,
        "legR": -6,
        "face": "effort",
    }
    wild = {"wide": -1.6, "face": "afraid", "lean": -4}
    turn = [
        _tipped(13, handL=(-12, 5, 3), handR=(10, 19, 0), legL=4, legR=26, liftR=3.4, **wild),
        _tipped(5, handL=(-13.4, 13, -2), handR=(13.4, 10, 4), legL=4, legR=18, liftR=4.4, bob=-1, **wild),
        _tipped(-13, handL=(-10, 19, 0), handR=(12, 5, 3), legL=26, legR=4, liftL=3.4, **wild),
        _tipped(-5, handL=(-13.4, 10, 4), handR=(13.4, 13, -2), legL=18, legR=4, liftL=4.4, bob=-1, **wild),
    ]
    return {
        "balance": anim(f + [_flip(p) for p in f], [9, 7, 9, 7] * 2, tags=("footstep:0", "footstep:4")),
        "balance_idle": anim(
            [
                P(**still),
                P(**{**still, "handL": (-13.4, 12.5, 1), "handR": (13.4, 10.5, 1)}, bob=-1),
                P(**still),
                P(**{**still, "handL": (-13.4, 10.5, 1), "handR": (13.4, 12.5, 1)}, bob=-1),
            ],
            [22, 14, 22, 14],
        ),
        "balance_left": _turned([_tipped(9, **left), _tipped(11, **left, bob=-1)], [10, 8]),
        "balance_right": _turned([_tipped(-9, **right), _tipped(-11, **right, bob=-1)], [10, 8]),
        "flap": _turned(turn, 4),
    }


def child_on_rope() -> dict[str, Anim]:
    """Both arms round a rope that hangs before her chest, boots on its knot; the rope leaves at ``hand_r`` upwards."""
    grip = {"handL": (-0.9, 9.6, 7.6), "handR": (0.9, 13.4, 7.8), "seat": 0.9, "wide": -1.4}
    ways = [(-18, 2.6), (-9, 1.6), (0, 0), (9, -0.5), (18, 0)]

    def swung(roll: float, kick: float, **k: object) -> dict[str, Pose]:
        """Seen from the side she tips in the picture; from before or behind she rolls towards us or away."""
        flat = P(tip=0, lean=-roll * 0.7, kick=kick, **{**grip, **k})
        return {
            "down": flat,
            "up": flat,
            "right": P(roll=-roll, kick=kick, **{**grip, **k}),
            "left": P(roll=-roll, kick=kick, **{**grip, **k}),
        }

    there = [swung(r, k, face="happy" if r > 9 else "neutral") for r, k in ways]
    return {
        "hang": anim([P(**grip), P(**grip, hy=-1, kick=1.2), P(**grip), P(**grip, kick=-1.2)], [20, 12, 20, 12]),
        "swing": _turned([*there, *there[3:0:-1]], 20),
    }


def child_in_bed() -> dict[str, Anim]:
    """Asleep under her blanket, waking, sitting up; she stands (as it were) 5 px before the anchor of the bed."""
    out = {}
    for tail, cover in (("", "quilt"), ("_other", "quiltwarm")):
        asleep = {"lies": True, "cover": cover, "face": "sleep"}
        up = {"dy": -19, "no_legs": True, "tuck": 29, "cover": cover, "edge": 30}
        lap = {"handL": (-4, 3.0, 6), "handR": (4, 3.0, 6)}
        eye = {"handL": (-4, 3.0, 6), "handR": (3.6, 15.6, 7.6)}
        out["lie" + tail] = anim([P(**asleep, tilt=4), P(**asleep, tilt=4, swell=1.0)], [62, 54], dirs=("down",))
        out["lie_awake" + tail] = anim(
            [
                P(**{**asleep, "face": "neutral"}),
                P(**{**asleep, "face": "neutral"}, swell=1.0),
                P(**{**asleep, "face": "blink"}),
            ],
            [70, 60, 7],
            dirs=("down",),
        )
        out["wake" + tail] = anim(
            [
                P(**asleep, tilt=4),
                P(**{**asleep, "face": "low"}, tilt=2, hy=1),
                P(**up, **lap, face="sleep", nod=8),
                P(**up, **eye, face="sleep", tilt=6),
                P(**up, **{**eye, "handR": (4.8, 15.0, 7.4)}, face="sleep", tilt=6, hx=1),
                P(**up, **eye, face="sleep", tilt=6),
                P(**up, **lap, face="low"),
                P(**up, **lap),
            ],
            [30, 22, 12, 12, 8, 12, 20, 30],
            False,
            dirs=("down",),
        )
        out["sit_up" + tail] = anim(
            [P(**up, **lap), P(**up, **lap, hy=-1), P(**up, **lap, face="blink")], [60, 20, 7], dirs=("down",)
        )
    return out


def child_on_stage() -> dict[str, Anim]:
    """Bows, cheers and waves; climbs over a sill; goes through a ceiling with one foot."""
    lath = {"tuck": 1, "handL": (-11, 15, 2), "handR": (11, 15, 2)}
    return {
        "bow": anim(
            [
                P(lean=16, armL=-10, armR=-10, out=0.4),
                P(lean=38, armL=-30, armR=-30, out=0.7, bob=-2, face="sleep"),
                P(lean=38, armL=-30, armR=-30, out=0.7, bob=-2, face="sleep", hy=-1),
                P(lean=10, armL=-6, armR=-6, out=0.3, face="happy"),
            ],
            [7, 10, 12, 9],
            loop=False,
            tags=("low:1",),
        ),
        "cheer": anim(
            [
                P(handL=(-9.6, 20.5, 1), handR=(9.6, 20.5, 1), face="happy"),
                P(handL=(-9.6, 21.5, 1), handR=(9.6, 21.5, 1), face="happy", bob=2, liftL=2.4, liftR=2.4),
            ],
            [10, 9],
        ),
        "wave": anim([P(handR=(10.4, 17.5, 2), face="happy"), P(handR=(12.6, 15.0, 2), face="happy", hy=-1)], [10, 10]),
        "climb": anim(
            [
                P(handL=(-5, 16, 7), handR=(5, 16, 7), legL=10, legR=-10, lean=8, face="effort"),
                P(
                    handL=(-5, 12, 8),
                    handR=(5, 12, 8),
                    legL=62,
                    liftL=7,
                    legR=-10,
                    lean=22,
                    bob=1,
                    dy=-5,
                    face="effort",
                ),
                P(
                    handL=(-5, 6, 9),
                    handR=(5, 6, 9),
                    legL=70,
                    liftL=8,
                    legR=-40,
                    liftR=4,
                    lean=40,
                    dy=-12,
                    face="effort",
                ),
            ],
            [10, 10, 12],
            loop=False,
        ),
        "through": anim(
            [
                P(**lath, dy=5, face="ah", lean=-6),
                P(**lath, dy=12, face="ah", lean=-6, hy=1),
                P(tuck=1, dy=13, handL=(-10, 9, 5), handR=(10, 9, 5), face="hurt", lean=6),
                P(tuck=1, dy=13, handL=(-10, 9, 5), handR=(10, 9, 5), face="low", lean=6, hy=-1),
            ],
            [4, 6, 24, 20],
            loop=False,
        ),
    }


def child_with_stone() -> dict[str, Anim]:
    """The stone before one eye: standing, walking, and the way up from her pocket. From behind it shows beside her hair."""
    at = {"down": (3.3, 17.4, 10.5), "right": (2.4, 17.6, 12.5), "left": (0.8, 17.6, 12.5), "up": (11.6, 18.4, 5.0)}
    name = {"down": "stone", "right": "stone_r", "left": "stone_l", "up": "stone_up"}
    low = (5.0, 3.0, 5.4)

    def held(rows: list[Pose], ticks: int | list[int], up: float = 1.0, **k: object) -> Anim:
        """The same poses on every side, her right hand where the stone is seen from there."""

        def hold(p: Pose, d: str) -> Pose:
            return replace(p, handR=at[d], prop=name[d], hy=p.hy)

        return anim(
            [hold(p, "down") for p in rows], ticks, **{d: [hold(p, d) for p in rows] for d in at if d != "down"}, **k
        )  # type: ignore[arg-type]

    still = {"armL": 10, "face": "low", "lean": 2}
    walks = child_walk()
    slow = [replace(p, face="low", twist=0, lean=4, armL=p.armL * 0.7) for p in walks.poses]

    def raised(d: str) -> list[Pose]:
        end = at[d]
        half = tuple(a + (b - a) * 0.55 for a, b in zip(low, end, strict=True))
        return [
            P(handR=low, nod=8, face="low"),
            P(handR=half, nod=3, prop=name[d], face="low", bob=-1),
            P(handR=(end[0], end[1] + 1.0, end[2]), prop=name[d], hy=-1, lean=-2),
            P(handR=end, prop=name[d], **still),
        ]

    return {
        "look": held([P(**still), P(**still, bob=-1)], [34, 26]),
        "look_walk": held(slow, [8, 7, 8, 7] * 2, tags=("footstep:0", "footstep:4")),
        "look_raise": anim(
            raised("down"), [4, 4, 4, 8], False, ("up:3",), **{d: raised(d) for d in ("right", "up", "left")}
        ),
    }


def child_hides() -> dict[str, Anim]:
    """Gets small: into a hiding place, out of it, and a look round its edge from down there."""
    small = {"hem": 2.6, "wide": 0.8}
    tucked = {**small, "lean": 34, "bob": -7, "handL": (-3.4, 11, 6.5), "handR": (3.4, 11, 6.5), "nod": 14}
    down = [
        P(lean=6, bob=-1, legL=14, legR=-14, armL=-16, armR=-16, turn=-22, face="afraid", **small),
        P(lean=16, bob=-4, legL=24, legR=-8, armL=-30, armR=-30, face="effort", **small),
        P(**{**tucked, "bob": -6, "nod": 6}, face="effort"),
        P(**tucked, face="sleep"),
    ]
    peek = {**small, "lean": 20, "bob": -6, "handL": (-4.4, 9, 7), "handR": (4.4, 9, 7), "face": "sly"}
    return {
        "hide_in": anim(down, [6, 5, 5, 10], loop=False, tags=("hidden:3",)),
        "hide_out": anim([down[3], down[2], down[1], P(turn=20, face="afraid", lean=3), P()], [5, 5, 5, 10, 4], False),
        "crouch_peek": anim(
            [
                P(**peek),
                P(**peek, turn=-18, hx=-1),
                P(**peek, turn=-26, hx=-2),
                P(**peek),
                P(**peek, turn=18, hx=1),
                P(**peek, turn=26, hx=2),
                P(**{**peek, "face": "blink"}),
            ],
            [30, 6, 34, 10, 6, 34, 7],
        ),
    }


def child_falls() -> dict[str, Anim]:
    """Into white: over and over, boots over hair. And what the stage does: a hop from tile to tile, a hook round her waist."""
    star = P(handL=(-11, 15, 1), handR=(11, 15, 1), legL=24, legR=-20, wide=2.2, face="ah")
    ball = P(handL=(-7, 12, 6), handR=(7, 12, 6), legL=40, legR=16, liftL=5, liftR=3, wide=1.0, face="hurt")
    turns = [star, ball, star, ball, star, ball]  # after.py turns them
    trail = {"handL": (-5, 9, 11), "handR": (5, 9, 11), "legL": 46, "legR": 34, "face": "ah"}
    return {
        "tumble": anim(turns, 6, dirs=("down",)),
        "hop": anim(
            [
                P(bob=-3, lean=8, armL=-24, armR=-24),
                P(legL=26, legR=-18, liftL=4, liftR=4, dy=-5, armL=30, armR=30, out=0.3, bounce=1),
                P(bob=-2, lean=4, armL=10, armR=10),
            ],
            [3, 5, 3],
            loop=False,
            tags=("land:2",),
        ),
        "hooked": anim([P(lean=-20, dy=-2, **trail), P(lean=-26, dy=-3, hx=-1, **trail)], 5),
    }


def showman(torso: float, shoulder: float) -> dict[str, Anim]:
    """Big men who run a ring: beat time with both arms, present, bow."""
    s, t = shoulder, torso
    return {
        "conduct": anim(
            [
                P(handL=(-s - 6, t + 5, 5), handR=(s + 6, t + 5, 5), face="talk"),
                P(handL=(-s - 3, t - 8, 9), handR=(s + 3, t - 8, 9), bob=-1, lean=6),
                P(handL=(-s - 10, t - 2, 5), handR=(s + 10, t - 2, 5), face="talk"),
                P(handL=(-s - 4, t - 6, 8), handR=(s + 4, t - 6, 8), lean=3),
            ],
            16,
            tags=("beat:0", "beat:2"),
        ),
        "present": anim(
            [
                P(handR=(s + 14, t, 4), handL=(-s - 1, 4, 4), lean=-4, legR=8, face="happy"),
                P(handR=(s + 14, t + 1, 4), handL=(-s - 1, 4, 4), lean=-4, legR=8, face="happy", hy=-1),
            ],
            [30, 20],
        ),
        "bow": anim(
            [
                P(lean=14, handR=(2, 12, 9), armL=-10, out=0.3),
                P(lean=34, handR=(2, 12, 8.6), armL=-34, out=0.6, bob=-2),
                P(lean=34, handR=(2, 12, 8.6), armL=-34, out=0.6, bob=-2, hy=-1),
                P(lean=6),
            ],
            [8, 12, 18, 10],
            loop=False,
            tags=("low:1",),
        ),
        "point": anim([P(handR=(s + 2, t - 2, 15), lean=5), P(handR=(s + 2, t - 1, 15), lean=5, hy=-1)], [26, 18]),
    }


def lady_reads(torso: float) -> dict[str, Anim]:
    """What the ladies do in front of a shadow: point it out, and take it to heart."""
    t = torso
    return {
        "point": anim([P(handR=(8, t + 1, 9), lean=4), P(handR=(8.6, t + 2, 9), lean=4, hy=-1)], [24, 16]),
        "worry": anim(
            [
                P(handL=(-2.4, t + 1.5, 6.5), handR=(2.4, t + 1.5, 6.5), tilt=4),
                P(handL=(-2.4, t + 1.5, 6.5), handR=(2.4, t + 1.5, 6.5), tilt=4, hy=-1),
            ],
            [24, 18],
        ),
        "flourish": anim(
            [
                P(handR=(11, t + 6, 2), lean=-6, tilt=-5),
                P(handR=(13, t + 3, 4), lean=-4, tilt=-5, hy=-1),
                P(handR=(8, t - 2, 8), lean=4),
            ],
            [14, 14, 10],
        ),
    }


def child_plays_ball() -> dict[str, Anim]:
    """A ball held ready beside her head, and one that arrives."""
    back = {"handR": (11.6, 16.5, 0.5), "handL": (-5.4, 9.5, 8.5), "twist": -14, "legL": 12, "legR": -14, "lean": -4}
    over = {**back, "handR": (5.0, 25.0, -8.0)}  # facing right that hand is behind her head, unless it is above it
    ready = {"lean": 8, "legL": 10, "legR": -10, "wide": 0.8, "bob": -2}
    got = {"handL": (-2.0, 8.6, 7.4), "handR": (2.0, 8.6, 7.4)}
    return {
        "aim": anim(
            [P(**back, prop="ball"), P(**back, prop="ball", bob=-1, hy=1)],
            [20, 14],
            right=[P(**over, prop="ball"), P(**over, prop="ball", bob=-1, hy=1)],
        ),
        "aim_empty": anim([P(**back), P(**back, bob=-1, hy=1)], [20, 14], right=[P(**over), P(**over, bob=-1, hy=1)]),
        "catch": anim(
            [
                P(handL=(-5.0, 10.5, 8.2), handR=(5.0, 10.5, 8.2), face="ah", **ready),
                P(**got, face="blink", lean=-5, legL=14, legR=-8, bob=-2, prop="caught"),
                P(**got, face="happy", lean=-2, bob=-1, prop="caught"),
                P(**got, face="happy", prop="caught"),
            ],
            [10, 5, 6, 16],
            loop=False,
            tags=("catch:1",),
        ),
        "catch_ready": anim(
            [
                P(handL=(-5.0, 10.5, 8.2), handR=(5.0, 10.5, 8.2), **ready),
                P(handL=(-5.4, 11.3, 8.0), handR=(5.4, 11.3, 8.0), **{**ready, "bob": -3}),
            ],
            [16, 10],
        ),
    }


def adult_talk() -> Anim:
    """Words with both hands: one makes the point, the other weighs it."""
    return anim(
        [
            P(face="talk", handR=(6, 6, 5.5), handL=(-6, 2, 4)),
            P(face="talk2", hy=-1, handR=(7.4, 8.5, 6), handL=(-6, 2, 4)),
            P(face="talk", handR=(8, 11, 6), handL=(-6.4, 5, 5)),
            P(face="neutral", hy=-1, handR=(7, 8, 6), handL=(-6, 3, 4.5)),
        ],
        [8, 7, 9, 8],
    )


def eager_talk() -> Anim:
    """A boy who needs both arms to tell it."""
    return anim(
        [
            P(face="talk", handL=(-6.5, 7, 6), handR=(6.5, 7, 6)),
            P(face="talk2", hy=-1, handL=(-8.5, 10, 5), handR=(7, 8, 6), bob=1),
            P(face="talk", handL=(-9.5, 13, 3.5), handR=(9.5, 13, 3.5), bob=1),
            P(face="happy", handL=(-7, 9, 6), handR=(8.5, 11, 5)),
            P(face="talk", handL=(-3, 8, 8), handR=(3, 8, 8), lean=6),
            P(face="talk2", hy=-1, handL=(-4.5, 7, 7.5), handR=(4.5, 7, 7.5), lean=3),
        ],
        [7, 6, 10, 7, 9, 7],
    )


def typing() -> Anim:
    """At a desk with her back to us: two elbows at work, then the carriage return. From the other sides she reads."""
    sits = {"dy": -9, "no_legs": True}  # on her chair: its back hides the rest of her
    rest_l, rest_r = (-6.6, 8.5, 6.5), (6.6, 8.5, 6.5)
    up_l, up_r = (-7.6, 11.5, 6.5), (7.6, 11.5, 6.5)
    type_l, type_r = P(handL=up_l, handR=rest_r, lean=5, **sits), P(handL=rest_l, handR=up_r, lean=5, **sits)
    hit = P(handL=rest_l, handR=rest_r, lean=5, hy=-1, **sits)
    page_l, page_r = (-3.6, 9.4, 7.5), (3.6, 9.4, 7.5)
    read = [P(handL=page_l, handR=page_r, nod=10, face="low", prop="page", hx=h) for h in (0, 0, 0, 0, 0)]
    blink = P(handL=page_l, handR=page_r, nod=10, face="blink", prop="page")
    turn = [
        P(handL=page_l, handR=(1.6, 11.5, 8.6), nod=10, face="low", prop="page"),
        P(handL=page_l, handR=(-1.8, 11, 8.8), nod=8, hy=-1, face="low", prop="page"),
    ]
    return anim(
        [*read, blink, *read[:3], *turn, read[0]],
        [6, 5, 6, 5, 7, 6, 5, 6, 12, 7, 7, 10],
        up=[
            *(type_l, type_r, type_l, hit, type_r, type_l, type_r, hit),
            P(handL=rest_l, handR=(10.5, 14.5, 3), lean=2, hx=-1, **sits),  # the hand finds the lever
            P(handL=rest_l, handR=(4, 13.5, 8), lean=4, hx=0, **sits),  # and sends the carriage home
            P(handL=rest_l, handR=(8.5, 11, 6), lean=4, hx=1, **sits),
            P(handL=rest_l, handR=rest_r, lean=4, **sits),
        ],
    )


def drawing() -> Anim:
    """Over the drawing board with his back to us: long strokes, a look from further off. Else a sketch in the hand."""
    pad = (-4.4, 8.6, 7)
    sketch = [
        P(handL=pad, handR=(x, y, 8.4), nod=10, face=face, prop="pad", hy=h)
        for x, y, face, h in (
            (2.6, 10.5, "low", 0),
            (0.6, 9.2, "low", 0),
            (-1.4, 10.4, "low", 0),
            (1.2, 8.6, "low", -1),
            (-1.0, 9.8, "low", 0),
            (2.0, 10.0, "low", 0),
            (4.4, 9.0, "neutral", 0),
            (4.4, 9.0, "blink", 0),
        )
    ]
    lean = {"handL": (-7.2, 8, 7), "lean": 14}
    strokes = [
        P(handR=(x, y, 7), hx=h, **lean)
        for x, y, h in ((11.2, 15, 0), (8.6, 11.5, 0), (4.5, 9, -1), (9.8, 7.5, 0), (11.4, 12, 0), (6.5, 13, -1))
    ]
    far = {"handL": (-6.4, 2, 2), "handR": (8.2, 9, 5), "lean": -4}
    return anim(
        sketch, [12, 8, 8, 12, 8, 12, 34, 6], up=[*strokes, P(hx=1, **far), P(hx=1, hy=-1, **far)]
    )  # a look costs longer than a stroke


def in_bed(turn: float, cover: str = "quilt") -> dict[str, Anim]:
    """Grown-ups on their own side of the big bed; ``turn`` > 0 looks to the right of the picture.

    They stand 5 px before the anchor of the bed, 17 px to the left or right of it.
    """
    under = {"lies": True, "cover": cover, "face": "sleep", "bed": 17.0, "turn": turn, "tilt": turn * 0.12}
    # the hips are at the height of the mattress: 30 px above the feet
    up = {"dy": -12, "no_legs": True, "tuck": 29, "cover": cover, "edge": 30, "bed": 17.0}
    lap = {"handL": (-5, 4.0, 6), "handR": (5, 4.0, 6)}
    eye = {"handL": (-5, 4.0, 6), "handR": (4.0, 19.0, 8)}
    type_l = {"handL": (-5, 6.5, 8), "handR": (5, 4.5, 8)}
    asleep = anim([P(**under), P(**under, swell=1.0)], [54, 46], dirs=("down",))
    return {
        "lie": asleep,
        "sleep": asleep,
        "sit_up": anim(
            [
                P(**up, **lap, face="sleep", nod=6),
                P(**up, **eye, face="sleep", tilt=5),
                P(**up, **{**eye, "handR": (5.4, 18.6, 7.6)}, face="sleep", tilt=5),
                P(**up, **lap, face="low"),
                P(**up, **lap, face="low", hy=-1),
            ],
            [24, 14, 10, 60, 30],
            dirs=("down",),
        ),
        "sit_up_talk": anim(
            [P(**up, **lap, face="talk"), P(**up, **lap, face="talk2", hy=-1), P(**up, **lap, face="low")],
            [9, 8, 10],
            dirs=("down",),
        ),
        "sit_up_type": anim(
            [P(**up, **type_l, face="sleep"), P(**up, handL=(-5, 4.5, 8), handR=(5, 6.5, 8), face="sleep")],
            8,
            dirs=("down",),
        ),
    }


def adult_sits() -> dict[str, Anim]:
    """At a table: hands on it, words, and a smile with a fork. The foot anchor is the seat."""
    rest = {"handL": (-5, 4.4, 7.5), "handR": (5, 4.4, 7.5), "seat": 0.72}
    return {
        "sit": anim([P(**rest), P(**rest, hy=-1)], [40, 24]),
        "sit_talk": anim(
            [
                P(**{**rest, "handR": (7, 8, 6.5)}, face="talk"),
                P(**{**rest, "handR": (8, 10.5, 6)}, face="talk2", hy=-1),
                P(**{**rest, "handR": (8.6, 13, 5.5)}, face="talk"),
                P(**rest, face="neutral", hy=-1),
            ],
            [8, 7, 9, 8],
        ),
        "sit_happy": anim([P(**rest, face="happy"), P(**rest, face="happy", hy=-1)], 16),
    }


def pianist() -> dict[str, Anim]:
    """Playing: the wrists are led from above and the man hangs below them, a little late; ``_strings`` shows by what."""
    seat = {"seat": 0.72, "lean": 8}

    def hands(xl: float, yl: float, xr: float, yr: float, **k: object) -> Pose:
        return P(handL=(xl, yl, 9.0), handR=(xr, yr, 9.0), **{**seat, **k})

    f = [
        hands(-7.6, 6.2, 7.6, 11.8, tilt=-5, hx=-1),
        hands(-7.6, 5.0, 6.4, 6.0, tilt=-3),
        hands(-5.4, 12.6, 5.4, 5.2, tilt=5, hx=1),
        hands(-4.0, 6.0, 5.4, 5.0, tilt=3, hy=-1),
        hands(-9.6, 14.0, 9.6, 14.0, tilt=0, lean=2, hy=-1),
        hands(-8.4, 5.2, 8.4, 5.2, tilt=0, nod=8, bob=-1),
        hands(-10.0, 9.6, 3.0, 5.4, tilt=-6, hx=-1),
        hands(-9.0, 5.2, 1.4, 10.4, tilt=-4),
    ]
    ticks = [9, 7, 9, 7, 10, 12, 9, 9]
    away = {"handL": (-7.6, 8, 8), "handR": (7.6, 8, 8), "seat": 0.72}
    return {
        "piano": anim(f, ticks),
        "piano_strings": anim([replace(p, strings=True) for p in f], ticks),
        "piano_smile": anim([P(**away, face="happy"), P(**away, face="happy", hy=-1)], 20),
    }


def on_strings() -> dict[str, Anim]:
    """The Other Father hauled along by threads; held still by them; and what he does to whoever he is made to touch."""
    gait = [
        (26, -30, 0.0, 2.6, -13.0, 18.0, 12.0, 16.0, -6),
        (14, -34, 0.0, 1.2, -12.0, 16.0, 13.6, 19.0, 2),
        (-6, -10, 0.0, 4.2, -11.0, 14.0, 14.0, 20.0, 8),
        (-30, 26, 2.6, 0.0, -12.0, 16.0, 13.0, 18.0, 6),
        (-34, 14, 1.2, 0.0, -13.6, 19.0, 12.0, 16.0, -2),
        (-10, -6, 4.2, 0.0, -14.0, 20.0, 11.0, 14.0, -8),
    ]
    held = {"handL": (-4.6, 4.5, 3.4), "handR": (4.6, 4.5, 3.4), "prop": "bound"}
    return {
        "dragged_walk": anim(
            [
                P(
                    legL=a,
                    legR=b,
                    liftL=c,
                    liftR=d,
                    handL=(e, f, 5),
                    handR=(g, h, 5),
                    tilt=t,
                    lean=9,
                    bob=1 if d or c else 0,
                    strings=True,
                    face="afraid",
                )
                for a, b, c, d, e, f, g, h, t in gait
            ],
            7,
            tags=("footstep:0", "footstep:3"),
        ),
        "dragged_idle": anim(
            [
                P(handL=(-12.6, 18, 4), handR=(12.6, 15, 4), tilt=7, strings=True, face="afraid"),
                P(handL=(-12.0, 17, 4), handR=(13.0, 16, 4), tilt=9, hy=-1, strings=True, face="afraid"),
                P(handL=(-13.0, 15, 4), handR=(12.0, 18, 4), tilt=-7, strings=True, face="afraid"),
                P(handL=(-13.0, 16, 4), handR=(12.0, 17, 4), tilt=-9, hy=-1, strings=True, face="afraid"),
            ],
            [18, 12, 18, 12],
        ),
        "grab": anim(
            [
                P(handL=(-8, 15, 9), handR=(8, 15, 9), lean=10, strings=True),
                P(handL=(-3, 9, 12), handR=(3, 9, 12), lean=20, bob=-1, strings=True, face="hurt"),
                P(handL=(-2, 7, 11), handR=(2, 7, 11), lean=20, bob=-1, hx=1, strings=True, face="hurt"),
            ],
            [8, 10, 24],
            False,
            tags=("hit:1",),
        ),
        "tug": anim(
            [
                P(lean=-6, hx=-1, strings=True, **{**held, "handR": (9, 12, 2)}, face="hurt"),
                P(lean=4, hx=1, strings=True, **{**held, "handL": (-9, 12, 2)}, face="hurt"),
            ],
            8,
        ),
        "tangled": anim(
            [P(**held, tilt=4), P(**held, tilt=4, bob=-1), P(**held, tilt=2, hy=1), P(**held, tilt=4)], [30, 20, 34, 20]
        ),
        "tangled_talk": anim([P(**held, face="talk"), P(**held, face="talk2", hy=-1), P(**held)], [9, 8, 10]),
        "still": anim(
            [P(armL=0, armR=0, elbL=4, elbR=4, nod=8), P(armL=0, armR=0, elbL=4, elbR=4, nod=8, bob=-1)], [70, 40]
        ),
    }


def puppet_duet() -> dict[str, Anim]:
    """Two stars on threads: a step of the duet (10 ticks, the heel is down at the 8th), stuck, on the mark, hung up, hooked."""
    poise = {"handL": (-9.5, 15, 3), "handR": (9.5, 15, 3)}
    step = [
        P(legL=58, liftL=8, legR=-6, bob=1, handL=(-10, 19, 4), handR=(9, 11, 4), tilt=-5, strings=True),
        P(legL=44, liftL=3, legR=-24, bob=2, handL=(-9, 16, 5), handR=(10, 17, 4), tilt=0, dy=-1, strings=True),
        P(legL=14, legR=-10, bob=-1, **poise, tilt=4, strings=True),
    ]
    hang = {"strings": True, "legL": -14, "legR": -18, "nod": 24, "bob": 2, "face": "blink"}
    return {
        "step": anim(step, [3, 4, 3], False, ("down:2",)),
        "duet_step": anim(step, [3, 4, 3], False, ("down:2",)),
        "duet_stuck": anim(
            [
                P(**poise, hx=-1, lean=8, strings=True),
                P(**poise, hx=1, lean=12, bob=-1, legL=10, strings=True),
                P(**poise, lean=4, strings=True),
            ],
            [4, 4, 6],
            False,
        ),
        "duet_mark": anim(
            [
                P(handL=(-6, 27, 2), handR=(11, 10, 3), legL=-8, legR=10, bob=1, face="happy"),
                P(handL=(-7, 28, 2), handR=(12, 9, 3), legL=-8, legR=10, bob=2, face="happy", tilt=5),
            ],
            16,
        ),
        "slump": anim(
            [
                P(handL=(-10, 20, 1), handR=(9, 17, 1), tilt=6, **hang),
                P(handL=(-10, 19, 1), handR=(9, 18, 1), tilt=2, dx=1, **hang),
                P(handL=(-9, 17, 1), handR=(10, 20, 1), tilt=-6, **hang),
                P(handL=(-9, 18, 1), handR=(10, 19, 1), tilt=-2, dx=-1, **hang),
            ],
            16,
            dirs=("down",),
        ),
        "hook": anim(
            [
                P(lean=-18, handL=(-6, 10, 12), handR=(6, 10, 12), legL=44, legR=34, face="ah", dy=-2),
                P(lean=-24, handL=(-6, 11, 12), handR=(6, 11, 12), legL=50, legR=38, face="ah", dy=-3),
            ],
            5,
        ),
    }


def gown_claps() -> Anim:
    """A gown that applauds."""
    apart, shut = {"handL": (-5.6, 10, 7), "handR": (5.6, 10, 7)}, {"handL": (-1.4, 9.4, 8), "handR": (1.4, 9.4, 8)}
    return anim([P(**apart), P(**shut, bounce=1), P(**apart, hy=-1), P(**shut, bounce=1, hy=-1)], [14, 10, 14, 10])


def hostess() -> dict[str, Anim]:
    """The Other Mother at table: brings a dish, sets it down, holds out the round box; and a smile that does not move."""
    carry = {"handL": (-3.4, 8.0, 8.4), "handR": (3.4, 8.0, 8.4)}
    glad = {"face": "happy"}
    give = {"handL": (-2.6, 8.6, 9.6), "handR": (2.6, 8.6, 9.6), "lean": 6}
    thread = {"handL": (-2.6, 9.0, 8.6), "nod": 6}
    return {
        "serve": anim(
            [
                P(**carry, prop="dish"),
                P(**carry, prop="dish", hy=-1),
                P(handL=(-3.4, 6.4, 10.4), handR=(3.4, 6.4, 10.4), lean=12, prop="dish"),
                P(handL=(-3.4, 3.4, 11.6), handR=(3.4, 3.4, 11.6), lean=20, bob=-1, prop="dish"),
                P(handL=(-4.4, 4.6, 10.8), handR=(4.4, 4.6, 10.8), lean=14),
                P(handL=(-2.2, 7.4, 6.0), handR=(2.2, 7.4, 6.0), lean=2),
            ],
            [16, 12, 8, 12, 8, 24],
            loop=False,
            tags=("put:4",),
        ),
        "serve_walk": anim(
            [replace(p, handL=carry["handL"], handR=carry["handR"], prop="dish", twist=0) for p in walk().poses],
            6,
            tags=("footstep:0", "footstep:3"),
        ),
        "serve_idle": anim([P(**carry, prop="dish"), P(**carry, prop="dish", hy=-1)], 26),
        "still": anim([P()], 60),
        "smile": anim([P(handL=(-2.0, 5.0, 5.6), handR=(2.0, 5.0, 5.6))], 60),
        "tilt": anim([P(tilt=7), P(tilt=11)], [8, 60], loop=False),
        "clasp": anim(
            [
                P(handL=(-1.6, 9.6, 6.4), handR=(1.6, 9.6, 6.4), **glad),
                P(handL=(-1.6, 10.4, 6.4), handR=(1.6, 10.4, 6.4), hy=-1, **glad),
            ],
            18,
        ),
        "offer_box": anim([P(**give, prop="box"), P(**give, prop="box", hy=-1)], [34, 20]),
        "hold_thread": anim(
            [P(handR=(6.0, 14.0, 7.6), prop="thread", **thread), P(handR=(6.4, 15.0, 7.4), prop="thread", **thread)], 40
        ),
    }


def growing(torso: float, shoulder: float, arm: float) -> dict[str, Anim]:
    """Too tall: looms, reaches, and the stretch by which she came to this height (from the one before)."""
    high = torso + arm * 1.15
    wide = shoulder + arm * 1.1
    up = {"armL": 6, "armR": 6}
    return {
        "loom": anim(
            [
                P(handL=(-wide, high, 5), handR=(wide, high, 5), lean=8),
                P(handL=(-wide - 1, high + 2, 5), handR=(wide + 1, high + 2, 5), lean=10, bob=1),
            ],
            14,
        ),
        "reach": anim(
            [
                P(handR=(4, torso - 1.5, arm * 1.15), lean=10, armL=-20),
                P(handR=(3, torso - 6.5, arm * 2.0), lean=20, armL=-40, bob=-2),
            ],
            [16, 10],
            False,
            tags=("hit:1",),
        ),
        "grab": anim(
            [
                P(handL=(-6, torso - 3, arm * 1.2), handR=(6, torso - 3, arm * 1.2), lean=14),
                P(handL=(-3, torso - 8, arm * 1.9), handR=(3, torso - 8, arm * 1.9), lean=24, bob=-2),
                P(handL=(-2, torso - 12, arm * 1.7), handR=(2, torso - 12, arm * 1.7), lean=26, bob=-3),
            ],
            [12, 6, 24],
            False,
            tags=("hit:1",),
        ),
        "still": anim([P()], 60),
        "stretch": anim(
            [
                P(grow=0.0001, **up),
                P(grow=0.12, lean=5, bob=-1, **up),
                P(grow=0.3, tilt=6, **up),
                P(grow=0.5, tilt=-6, **up),
                P(grow=0.72, tilt=6, **up),
                P(grow=0.92, tilt=-4, **up),
                P(grow=1.08, lean=-4, **up),
                P(lean=2, bob=-1),
                P(),
            ],
            [14, 12, 9, 9, 8, 8, 10, 10, 20],
            loop=False,
            tags=("stretch:1", "done:7"),
        ),
    }


def other_boy() -> dict[str, Anim]:
    """Other Wybie has no words: he draws in the air, waves, claps, throws and bows."""
    hero_throw = hero()["throw"]
    up = {"lean": -2}

    def pen(x: float, y: float, face: str = "neutral", **k: object) -> Pose:
        return P(handR=(x, y, 8.0), handL=(-5.0, 4.0, 4.5), face=face, **k)

    circle = [
        pen(6 + 3.2 * c, 12.5 + 4.2 * s)
        for c, s in ((0, 1), (0.9, 0.4), (0.8, -0.6), (0, -1), (-0.9, -0.4), (-0.7, 0.7))
    ]
    shut = {"handL": (-0.9, 9.6, 8.2), "handR": (0.9, 9.6, 8.2), "face": "happy"}
    wide = {"handL": (-5.6, 10.4, 7.0), "handR": (5.6, 10.4, 7.0), "face": "happy"}
    pull = {"legL": 18, "legR": -16, "face": "effort"}
    return {
        "throw": hero_throw,
        "aim": anim(
            [
                P(handR=(11.0, 16.0, 0.5), handL=(-5.4, 9.5, 8.5), twist=-12, legL=12, legR=-14, prop="ball"),
                P(handR=(11.0, 16.0, 0.5), handL=(-5.4, 9.5, 8.5), twist=-12, legL=12, legR=-14, prop="ball", bob=-1),
            ],
            [20, 14],
            right=[
                P(handR=(5.0, 24.0, -8.0), handL=(-5.4, 9.5, 8.5), legL=12, legR=-14, prop="ball", bob=b)
                for b in (0, -1)
            ],
        ),
        "wave": anim(
            [
                P(handR=(9.4, 18.5, 2), tilt=-4, **up),
                P(handR=(12.2, 16.6, 2), tilt=-4, hy=-1, **up),
                P(handR=(9.4, 18.5, 2), tilt=-4, **up),
                P(handR=(6.8, 19.4, 2), tilt=-4, hy=-1, **up),
            ],
            8,
        ),
        "draw": anim(
            [*circle, circle[0], pen(9.5, 9.0, bob=-1)],
            [7, 6, 6, 7, 6, 6, 8, 16],
            up=[
                replace(p, handR=(8.5 + (p.handR or (0, 0, 0))[0] * 0.35, (p.handR or (0, 0, 0))[1] + 2, 4.0))
                for p in [*circle, circle[0], pen(9.5, 9.0, bob=-1)]
            ],
        ),
        "clap": anim([P(**wide), P(**shut), P(**wide, bob=-1), P(**shut, bob=-1)], [6, 5, 6, 5]),
        "bow": anim(
            [
                P(lean=16, handR=(3, 6, 7), armL=-20, out=0.2),
                P(lean=36, handR=(2, 5, 6.5), armL=-40, out=0.5, bob=-2),
                P(lean=36, handR=(2, 5, 6.5), armL=-40, out=0.5, bob=-2),
                P(lean=8, armL=-8),
            ],
            [8, 14, 18, 8],
            False,
        ),
        "shush": anim(
            [P(handR=(0.8, 15.6, 9.0), lean=5, nod=3), P(handR=(0.8, 15.6, 9.0), lean=5, nod=3, hy=-1)], [40, 20]
        ),
        "shake": anim([P(turn=-16, hx=-1), P(), P(turn=16, hx=1), P()], [8, 4, 8, 4], dirs=("down", "right", "left")),
        "look_hands": anim(
            [
                P(handL=(-3.6, 7.5, 8.6), handR=(3.6, 7.5, 8.6), nod=14, face="low"),
                P(handL=(-3.6, 8.3, 8.6), handR=(3.6, 8.3, 8.6), nod=14, face="low", hy=-1),
            ],
            [40, 24],
        ),
        "pull": anim(
            [
                P(handL=(-1.6, 15, 8), handR=(1.6, 18, 8), lean=-2, **pull),
                P(handL=(-1.6, 9, 8), handR=(1.6, 12, 8), lean=8, bob=-2, **pull),
                P(handL=(-1.6, 4, 8), handR=(1.6, 7, 8), lean=16, bob=-4, **pull),
                P(handL=(-1.6, 9, 8), handR=(1.6, 12, 8), lean=8, bob=-2, **pull),
            ],
            [8, 7, 12, 9],
            tags=("heave:2",),
        ),
        "sit": anim(
            [
                P(handL=(-3.4, 1.8, 7), handR=(3.4, 1.8, 7), seat=1.0),
                P(handL=(-3.4, 1.8, 7), handR=(3.4, 1.8, 7), seat=1.0, hy=-1),
            ],
            [44, 20],
        ),
        "sit_clap": anim(
            [P(**wide, seat=1.0), P(**shut, seat=1.0), P(**wide, seat=1.0, hy=-1), P(**shut, seat=1.0, hy=-1)],
            [6, 5, 6, 5],
        ),
        "afraid": hero()["afraid"],
        "happy": hero()["happy"],
    }
