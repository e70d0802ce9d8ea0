"""Pose tables.  An animation is a list of (pose, ticks at 60 Hz)."""

from __future__ import annotations

from dataclasses import dataclass

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
    eye = (3.2, 19.0, 9.5)
    a["look"] = anim(
        [P(handR=eye, armL=8, face="low", prop="stone"), P(handR=eye, armL=8, face="low", bob=-1, prop="stone")], 26
    )
    a["afraid"] = anim(
        [
            P(face="afraid", handL=(-2.5, 11, 6.5), handR=(2.5, 11, 6.5), lean=-3),
            P(face="afraid", handL=(-2.5, 11, 6.5), handR=(2.5, 11, 6.5), lean=-3, hx=1),
        ],
        5,
    )
    a["sleep"] = anim([P(face="sleep", armL=0, armR=0, elbL=4, elbR=4)], 60, dirs=("down",))
    a["happy"] = anim([P(face="happy"), P(face="happy", bob=-1)], 16, dirs=("down", "right", "left"))
    return a


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
            (2.6, 10.5, "low", 0), (0.6, 9.2, "low", 0), (-1.4, 10.4, "low", 0), (1.2, 8.6, "low", -1),
            (-1.0, 9.8, "low", 0), (2.0, 10.0, "low", 0), (4.4, 9.0, "neutral", 0), (4.4, 9.0, "blink", 0),
        )
    ]  # fmt: skip
    lean = {"handL": (-7.2, 8, 7), "lean": 14}
    strokes = [
        P(handR=(x, y, 7), hx=h, **lean)
        for x, y, h in ((11.2, 15, 0), (8.6, 11.5, 0), (4.5, 9, -1), (9.8, 7.5, 0), (11.4, 12, 0), (6.5, 13, -1))
    ]
    far = {"handL": (-6.4, 2, 2), "handR": (8.2, 9, 5), "lean": -4}
    return anim(
        sketch, [12, 8, 8, 12, 8, 12, 34, 6], up=[*strokes, P(hx=1, **far), P(hx=1, hy=-1, **far)]
    )  # a look costs longer than a stroke


def asleep() -> Anim:
    """Lying in bed as the bed shows it: eyes shut, a slow breath."""
    under = {"face": "sleep", "tuck": 30, "tilt": 5, "handL": (-4, 2, 3), "handR": (4, 2, 3)}
    return anim([P(**under), P(**under, bob=1)], [54, 46], dirs=("down",))
