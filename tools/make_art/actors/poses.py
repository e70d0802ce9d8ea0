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


def anim(
    poses: list[Pose],
    ticks: int | list[int],
    loop: bool = True,
    tags: tuple[str, ...] = (),
    dirs: tuple[str, ...] | None = None,
) -> Anim:
    """Convenience constructor."""
    t = tuple([ticks] * len(poses) if isinstance(ticks, int) else ticks)
    return Anim(tuple(poses), t, loop, dirs or ("down", "right", "up", "left"), tags)


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


def hero() -> dict[str, Anim]:
    """Everything Coraline does."""
    a = basic()
    r = [
        P(legL=52, legR=-46, liftR=2.5, armL=-48, armR=46, elbL=60, elbR=60, lean=14, twist=8, sway=1, bob=0),
        P(legL=26, legR=-50, liftR=4.5, armL=-30, armR=28, elbL=60, elbR=60, lean=14, twist=8, sway=1, bob=-2),
        P(legL=-18, legR=26, liftR=5.5, liftL=1.2, elbL=60, elbR=60, lean=14, bob=1, dy=-1),
    ]
    a["run"] = anim(r + [_flip(p) for p in r], 4, tags=("footstep:0", "footstep:3"))
    sn = [
        P(legL=26, legR=-24, armL=-8, armR=8, elbL=70, elbR=70, lean=16, bob=-4, nod=-6),
        P(legL=12, legR=-16, liftR=2.5, elbL=70, elbR=70, lean=16, bob=-5, nod=-6),
        P(legL=-6, legR=10, liftR=4, elbL=70, elbR=70, lean=16, bob=-4, nod=-6),
    ]
    a["sneak"] = anim(sn + [_flip(p) for p in sn], 9, tags=("footstep:0", "footstep:3"))
    push = [
        P(legL=30, legR=-34, lean=20, handL=(-3.4, 8.5, 9), handR=(3.4, 8.5, 9), bob=-2, face="effort"),
        P(legL=14, legR=-40, lean=22, handL=(-3.4, 8.5, 9), handR=(3.4, 8.5, 9), bob=-3, liftR=1, face="effort"),
    ]
    a["push"] = anim(push + [_flip(p) for p in push], 9)
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
    a["carry_walk"] = anim(cw, 7, tags=("footstep:0", "footstep:3"))
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
    a["brace"] = anim(
        [
            P(lean=-12, legL=22, legR=-22, wide=1.2, bob=-3, handL=(-3.6, 9, 9), handR=(3.6, 9, 9), face="effort"),
            P(lean=-17, legL=26, legR=-24, wide=1.2, bob=-4, handL=(-3.6, 10, 8.5), handR=(3.6, 10, 8.5), face="hurt"),
        ],
        14,
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
