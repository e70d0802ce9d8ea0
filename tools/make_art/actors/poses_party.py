"""Poses of the end: knocking a hand away, hauling a rock, and everything people do at a party."""

from __future__ import annotations

from dataclasses import replace

from tools.make_art.actors.held_party import SITS
from tools.make_art.actors.poses import Anim, adult_talk, anim, basic, child_sits, idle, talk, walk
from tools.make_art.actors.rig import P, Pose

SIDES = ("down", "right", "left")


def toast(torso: float, shoulder: float) -> dict[str, Anim]:
    """A glass up, and a sip."""
    t, s = torso, shoulder
    up = {"prop": "glass", "face": "happy"}

    def raised(x: float, y: float, z: float) -> list[Pose]:
        return [
            P(handR=(4.0, t - 6.0, 7.0), prop="glass"),
            P(handR=(x, y, z), lean=-2, **up),
            P(handR=(x, y + 1, z), lean=-3, hy=-1, **up),
            P(handR=(1.4, t - 0.6, 8.6), prop="glass", face="blink", nod=-5),
            P(handR=(4.0, t - 5.0, 7.0), **up),
        ]

    ahead = raised(2.0, t + 2.6, 11.0)
    return {
        "raise_glass": anim(
            raised(s + 3.0, t + 4.0, 5.0), [8, 8, 30, 22, 14], False, ("up:1",), SIDES, right=ahead, left=ahead
        )
    }


def guest_sits(torso: float, shoulder: float, seat: float = 0.72, hem: float = 0.0) -> dict[str, Anim]:
    """In a garden chair: hands in the lap, words, laughter, a glass. The foot anchor is the seat."""
    t, s = torso, shoulder
    k = {"seat": seat, "hem": hem}
    lap = {"handL": (-s * 0.7, 2.6, 7.0), "handR": (s * 0.7, 2.6, 7.0), **k}

    def glass(x: float, y: float, z: float) -> list[Pose]:
        return [
            P(**{**lap, "handR": (s * 0.6, t * 0.5, 8.0)}, prop="glass"),
            P(**{**lap, "handR": (x, y, z)}, prop="glass", face="happy"),
            P(**{**lap, "handR": (x, y + 1, z)}, prop="glass", face="happy", hy=-1),
            P(**{**lap, "handR": (1.4, t - 0.8, 8.6)}, prop="glass", face="blink", nod=-4),
        ]

    ahead = glass(2.0, t + 2.0, 10.6)
    return {
        "sit": anim([P(**lap), P(**lap, hy=-1), P(**lap), P(**lap, face="blink")], [54, 26, 40, 7], dirs=SIDES),
        "sit_talk": anim(
            [
                P(**{**lap, "handR": (s + 2.4, t * 0.5, 6.5)}, face="talk"),
                P(**{**lap, "handR": (s + 3.2, t * 0.65, 6)}, face="talk2", hy=-1),
                P(**{**lap, "handR": (s + 3.6, t * 0.8, 5.5)}, face="talk"),
                P(**lap, hy=-1),
            ],
            [8, 7, 9, 8],
            dirs=SIDES,
        ),
        "sit_happy": anim(
            [P(**lap, face="happy"), P(**lap, face="happy", hy=-1), P(**lap, face="happy", tilt=4)],
            [16, 12, 16],
            dirs=SIDES,
        ),
        "sit_glass": anim(glass(s + 2.6, t + 3.0, 5.0), [50, 12, 30, 20], dirs=SIDES, right=ahead, left=ahead),
    }


def old_lady() -> dict[str, Anim]:
    """The grandmother: sits, laughs with her shoulders, and has a good hat for out of doors."""
    k = {"seat": 0.9, "hem": SITS}
    lap = {"handL": (-2.6, 3.0, 7.4), "handR": (6.4, 4.6, 8.0), **k}
    shake = {"face": "happy", "lean": -5, "nod": -7, **lap}
    hat = {"prop": "hat_on"}
    high = (7.6, 25.4, 4.4)
    return {
        **guest_sits(12.5, 4.8, 0.9, SITS),
        "sit": anim([P(**lap), P(**lap, hy=-1), P(**lap), P(**lap, face="blink")], [60, 30, 44, 7], dirs=SIDES),
        "sit_laugh": anim(
            [
                P(**shake),
                P(**shake, bob=-1),
                P(**shake, tilt=5),
                P(**{**shake, "handL": (-1.2, 8.4, 7.0)}, bob=-1, tilt=5),
            ],
            [7, 7, 7, 9],
            dirs=SIDES,
        ),
        "idle_hat": anim([P(**hat), P(**hat, bob=-1)], [40, 30]),
        "walk_hat": anim([replace(p, prop="hat_on") for p in walk().poses], 6, tags=("footstep:0", "footstep:3")),
        "talk_hat": anim(
            [replace(p, prop="hat_on", hy=0) for p in talk().poses], [10, 9], dirs=("down", "right", "left")
        ),
        "hat_off": anim(
            [
                P(**hat),
                P(handR=(8.4, 21.6, 5.6), **hat),
                P(handR=high, prop="hat_lift", face="happy", lean=4),
                P(handR=(4.6, 4.0, 8.0), handL=(-4.6, 4.0, 8.0), prop="hat_low", face="happy", nod=4),
                P(handR=(4.6, 4.0, 8.0), handL=(-4.6, 4.0, 8.0), prop="hat_low"),
            ],
            [10, 8, 12, 14, 30],
            False,
            ("off:2",),
            SIDES,
        ),
        "hat_on": anim(
            [
                P(handR=(4.6, 4.0, 8.0), handL=(-4.6, 4.0, 8.0), prop="hat_low"),
                P(handR=high, prop="hat_lift"),
                P(handR=(8.4, 21.6, 5.6), **hat),
                P(**hat),
            ],
            [10, 8, 10, 14],
            False,
            ("on:2",),
            SIDES,
        ),
    }


def coraline() -> dict[str, Anim]:
    """Shoves what came too near; jingles the key; pours; kneels over a flower bed; a glass."""
    back = {"handL": (-3.8, 8.2, 3.6), "handR": (3.8, 8.2, 3.6), "face": "effort", "hem": 0.6}
    out = {"handL": (-3.2, 9.6, 11.6), "handR": (3.2, 9.6, 11.6), "face": "effort", "hem": 0.8}
    low = {"handL": (-3.6, 6.4, 11.0), "handR": (3.6, 6.4, 11.0), "face": "effort", "hem": 0.8}
    high = {"handL": (-8.6, 15.6, 4.6), "handR": (8.6, 15.6, 4.6), "face": "effort", "hem": 0.8}
    wind = P(lean=-10, legL=-6, legR=-22, bob=-2, **back)
    done = P(lean=6, legL=18, legR=-14, bob=-1, handL=(-4, 6, 6), handR=(4, 6, 6), face="effort")

    def shove(reach: dict[str, object]) -> list[Pose]:
        return [
            wind,
            P(lean=24, legL=40, legR=-40, bob=-2, bounce=1, **reach),
            P(lean=28, legL=44, legR=-46, bob=-3, hx=1, bounce=1, **reach),
            done,
        ]

    ring = {"armL": 6, "lean": -2, "hem": 0.0}
    hold = {"handR": (5.6, 16.2, 9.4), **ring}
    behind = {"handR": (10.4, 19.0, 4.0), **ring}

    def jingle(k: dict[str, object]) -> list[Pose]:
        return [P(**k, prop="key"), P(**k, prop="key_a", bob=-1), P(**k, prop="key"), P(**k, prop="key_b", bob=-1)]

    pour = {"handL": (-3.0, 8.4, 9.4), "handR": (3.6, 12.4, 6.6), "prop": "bottle"}
    far = {"handR": (3.0, 8.4, 9.4), "handL": (-3.6, 12.4, 6.6), "prop": "bottle_r"}
    hug = {"handL": (-3.0, 9.0, 8.4), "handR": (3.2, 10.4, 7.4), "prop": "bottle_up"}
    k = {"lean": 30, "bob": -7, "hem": 2.6, "wide": 0.8, "legL": 22, "legR": -18}
    return {
        "knock": anim(shove(out), [3, 3, 5, 7], False, ("hit:1",), down=shove(low), up=shove(high)),
        "ring": anim(jingle(hold), [7, 7, 7, 7], tags=("ring:1", "ring:3"), up=jingle(behind)),
        "pour": anim(
            [P(lean=8, nod=8, face="low", **pour), P(lean=10, nod=8, face="low", **pour, hy=-1)],
            [18, 14],
            right=[P(lean=8, nod=8, face="low", **far), P(lean=10, nod=8, face="low", **far, hy=-1)],
        ),
        "bottle_idle": anim([P(lean=-6, **hug), P(lean=-6, bob=-1, **hug)], [28, 22]),
        "kneel": anim(
            [
                P(handL=(-4.4, 2.0, 11), handR=(4.4, 2.0, 11), face="low", nod=8, **k),
                P(handL=(-3.4, 0.4, 12), handR=(4.4, 2.6, 10), face="low", nod=10, **k),
                P(handL=(-4.4, 2.0, 11), handR=(4.4, 2.0, 11), face="low", nod=8, **k),
                P(handL=(-4.4, 2.6, 10), handR=(3.4, 0.4, 12), face="low", nod=10, **k),
            ],
            [14, 10, 14, 10],
        ),
        **toast(12.5, 4.3),
    }


def wybie() -> dict[str, Anim]:
    """A rock taller than he is; an ankle; getting up again; and sitting with a glass like everybody."""
    k = {"face": "effort", "hem": 0.0}
    side = [
        P(lean=28, twist=-20, legL=6, legR=-52, bob=-2, handL=(-3.4, 13.5, 8), handR=(3.4, 12, 8.4), nod=8, **k),
        P(lean=36, twist=-24, legL=-6, legR=-60, bob=-4, handL=(-3.4, 13.5, 7.4), handR=(3.4, 12, 7.8), nod=12, **k),
        P(lean=36, twist=-24, legL=-6, legR=-60, bob=-4, handL=(-3.4, 13.5, 7.4), handR=(3.4, 12, 7.8), hx=1, **k),
        P(lean=32, twist=-20, legL=22, legR=-40, liftL=2, bob=-3, handL=(-3.4, 13.5, 8), handR=(3.4, 12, 8.4), **k),
    ]
    front = [
        P(lean=14, tilt=12, legL=-10, legR=-34, wide=1.6, bob=-2, handL=(-6, 15, 7), handR=(6.6, 12, 7), **k),
        P(lean=22, tilt=18, legL=-18, legR=-46, wide=2.0, bob=-4, handL=(-6, 15, 6), handR=(6.6, 12, 6), **k),
        P(lean=22, tilt=18, legL=-18, legR=-46, wide=2.0, bob=-4, handL=(-6, 15, 6), handR=(6.6, 12, 6), hx=1, **k),
        P(lean=18, tilt=14, legL=8, legR=-30, liftL=2, wide=1.6, bob=-3, handL=(-6, 15, 7), handR=(6.6, 12, 7), **k),
    ]
    hurt = {"bob": -9, "legL": 86, "legR": 54, "wide": 1.0, "handL": (1.2, 2.4, 9.4), "handR": (5.0, 2.8, 9.0)}
    ouch = {**hurt, "lean": -12, "face": "hurt"}
    return {
        "haul": anim(side, [9, 12, 4, 9], tags=("heave:1",), down=front, up=front),
        "push_rock": anim(side, [9, 12, 4, 9], tags=("heave:1",), down=front, up=front),
        "down": anim([P(**ouch), P(**ouch, nod=8, hy=-1), P(**{**ouch, "lean": -8}, tilt=6)], [26, 18, 22]),
        "up": anim(
            [
                P(**ouch),
                P(bob=-7, lean=24, legL=40, legR=-10, handL=(-5, 0, 9), handR=(5, 0, 9), face="effort"),
                P(bob=-3, lean=18, legL=24, legR=-20, handL=(-4, 4, 7), armR=20, face="effort"),
                P(lean=4, liftR=1.6, face="happy"),
            ],
            [10, 10, 9, 10],
            False,
        ),
        **guest_sits(12.5, 4.6, 1.0),
        "sit": replace(child_sits()["sit"], dirs=SIDES),
        **toast(12.5, 4.6),
    }


def dig() -> Anim:
    """The blade in, a foot's weight, a lever, and a spadeful over the shoulder."""
    return anim(
        [
            P(handR=(2.6, 10.5, 6.0), handL=(-0.6, 4.5, 9.0), lean=12, legL=14, legR=-12, nod=8, prop="spade"),
            P(handR=(2.6, 7.5, 6.4), handL=(-0.6, 1.5, 9.4), lean=20, legL=18, legR=-14, bob=-2, nod=10, prop="spade"),
            P(handR=(3.4, 4.5, 4.0), handL=(-1.0, 3.4, 10.0), lean=16, legL=18, legR=-14, bob=-2, prop="spade_soil"),
            P(handR=(4.4, 7.5, 2.0), handL=(4.6, 11.5, 8.6), lean=0, twist=24, legL=10, legR=-10, prop="spade_soil"),
        ],
        [12, 10, 12, 14],
        tags=("thud:1", "lift:2", "throw:3"),
    )


def parent(torso: float, shoulder: float) -> dict[str, Anim]:
    """The parents at a table of their own."""
    return {**guest_sits(torso, shoulder), **toast(torso, shoulder)}


def lady(torso: float, shoulder: float) -> dict[str, Anim]:
    """The ladies, who sit in long skirts."""
    return {**guest_sits(torso, shoulder, 0.72, SITS), **toast(torso, shoulder)}


def from_snow() -> dict[str, Anim]:
    """In from somewhere, with no memory of it."""
    plain = {k: v for k, v in basic().items() if k != "interact"}
    glad = anim([P(face="happy"), P(face="happy", bob=-1)], 16, dirs=SIDES)
    return {**plain, "idle": idle(), "talk": adult_talk(), "happy": glad}
