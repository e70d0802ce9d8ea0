"""Who is rendered, with which animations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tools.make_art.actors import cast_other as other
from tools.make_art.actors import cast_real as real
from tools.make_art.actors import cast_truth as truth
from tools.make_art.actors import creatures, held, held_party, mice, poses, poses_party, swarm
from tools.make_art.actors.poses import Anim, anim
from tools.make_art.actors.rig import Human, P, Pose

FRONT = ("down",)
SIDES = ("down", "right", "left")


def _with(**extra: Anim) -> dict[str, Anim]:
    return {**poses.basic(), **extra}


PEDAL = (0, 60, 120, 180, 240, 300)
"""Degrees of the pedals in the frames of a ride."""


def _riding(angle: float, **more: Any) -> Pose:
    """On the bicycle, hands on the bars."""
    return P(**{"legL": angle, "legR": angle, "handL": BARS[0], "handR": BARS[1], "lean": 10, **more})


def _banked(tip: float) -> Anim:
    """Leaning into a turn; the wheels stay where they touch the ground."""
    slip = -4 if tip > 0 else 4
    return anim(
        [_riding(a, tip=tip) for a in PEDAL],
        4,
        tags=("motor:0",),
        down=[_riding(a, tip=tip, dx=slip) for a in PEDAL],
        up=[_riding(a, tip=tip, dx=-slip) for a in PEDAL],
    )


BARS = (-4.6, 7.4, 5.4), (4.6, 7.4, 5.4)


def _float() -> dict[str, Anim]:
    """Ghosts hover."""
    hover = anim([P(), P(bob=1, sway=1), P(bob=2), P(bob=1, sway=-1)], 14)
    return {
        "idle": hover,
        "walk": anim([P(lean=10, armL=-20, armR=-20, bob=b, sway=s) for b, s in ((0, 1), (1, 0), (2, -1), (1, 0))], 10),
        "talk": anim([P(face="talk", handR=(6, 6, 5)), P(face="neutral", handR=(6, 7, 5), bob=1)], 10),
        "plead": anim(
            [P(handL=(-2, 9, 7), handR=(2, 9, 7)), P(handL=(-2, 10, 7), handR=(2, 10, 7), bob=1)], 14, dirs=SIDES
        ),
        "rise": anim(
            [P(handL=(-8, 16, 2), handR=(8, 16, 2), bob=2), P(handL=(-8, 17, 2), handR=(8, 17, 2), bob=4)],
            10,
            dirs=FRONT,
        ),
        "appear": anim([P(bob=b) for b in (3, 2, 2, 1, 1, 0, 0, 0)], 7, False, ("there:6",)),
        "vanish": anim([P(bob=b) for b in (0, 0, 1, 1, 2, 2, 3, 4)], 6, False),
        "mend": anim(
            [
                P(),
                P(nod=5),
                P(nod=5),
                P(nod=5),
                P(nod=3),
                P(),
                P(bob=1),
                P(bob=1, face="happy"),
                P(bob=2, face="happy"),
                P(bob=1),
            ],
            [20, 12, 5, 5, 6, 8, 8, 14, 16, 30],
            False,
            ("off:2", "light:5", "mended:7"),
            SIDES,
        ),
    }


def _acrobat() -> dict[str, Anim]:
    """The performers of the other theatre."""
    up = {"handL": (-12.0, 26.5, 0), "handR": (12.0, 26.5, 0)}
    bar = {"handL": (-6.4, 28.5, 1.0), "handR": (6.4, 28.5, 1.0), "prop": "bar"}
    tuck = {"handL": (-3, 4, 6), "handR": (3, 4, 6), "legL": 75, "legR": 70, "liftL": 6, "liftR": 6}
    return _with(
        cheer=anim([P(**up), P(**up, bob=-1, face="happy")], 14),
        bow=anim([P(lean=30, out=0.8), P(lean=48, out=0.8, bob=-2)], [8, 20], False, dirs=SIDES),
        flip=anim(
            [
                P(**up, bob=-3),
                P(roll=80, dy=-10, **tuck),
                P(roll=190, dy=-16, **tuck),
                P(roll=290, dy=-10, **tuck),
                P(**up, bob=-3),
            ],
            [5, 4, 4, 4, 6],
            False,
            dirs=("right", "left"),
        ),
        swing=anim(
            [
                P(**bar, roll=14, legL=-30, legR=-22),
                P(**bar, roll=6, legL=-16, legR=-12),
                P(**bar, legL=4, legR=0),
                P(**bar, roll=-8, legL=30, legR=24),
                P(**bar, roll=-16, legL=48, legR=40, face="happy"),
                P(**bar, roll=-8, legL=30, legR=24),
                P(**bar, legL=4, legR=0),
                P(**bar, roll=6, legL=-16, legR=-12),
            ],
            10,
            dirs=("down", "right", "left"),
        ),
        present=anim(
            [
                P(handR=(14, 17, 3), handL=(-5.4, 1.5, 2.5), lean=-3, legR=8, wide=0.8, face="happy"),
                P(handR=(14, 18, 3), handL=(-5.4, 1.5, 2.5), lean=-3, legR=8, wide=0.8, face="happy", hy=-1),
            ],
            [30, 20],
        ),
        mime=anim(
            [
                P(handL=(-5, 9, 8), handR=(5, 9, 8), lean=6),
                P(handL=(-5, 11, 8), handR=(5, 11, 8), lean=2, hy=-1),
                P(handL=(-9, 10, 7), handR=(1, 10, 8), lean=4, turn=-10),
                P(handL=(-1, 10, 8), handR=(9, 10, 7), lean=4, turn=10),
            ],
            [12, 10, 14, 14],
        ),
        blow_kiss=anim(
            [
                P(handR=(1.4, 17, 7.4), face="blink", lean=-2),
                P(handR=(6, 17, 10), face="talk", lean=6),
                P(handR=(11, 16, 8), face="happy", lean=4),
            ],
            [14, 8, 24],
            False,
        ),
        **poses.puppet_duet(),
    )


def humans() -> list[tuple[Human, dict[str, Anim]]]:
    """The people."""
    hero = poses.hero()
    fall = anim(
        [
            P(lean=-24, armL=50, armR=50, out=0.6, legL=30, legR=-10, face="hurt"),
            P(roll=-78, dy=6, armL=60, armR=60, out=0.8, face="hurt"),
        ],
        [8, 40],
        False,
    )
    ride = anim([_riding(a, hy=-(a == 120), hx=(a == 240) - (a == 60)) for a in PEDAL], 4, tags=("motor:0",))
    bike_idle = anim([_riding(0, lean=8), _riding(0, lean=8, hy=-1)], 26)
    photo = {"handL": (-1.8, 8.2, 9.4), "handR": (2.4, 8.2, 9.4), "nod": 4.0, "prop": "photo"}
    thumb = {"handR": (3.4, 9.0, 6.2), "face": "happy"}
    bell = anim([_riding(0, **thumb), _riding(0, **{**thumb, "handR": (4.2, 8.0, 6.0)}, hy=-1)], 5)
    wave = {"lean": 4}
    bike_talk = anim(
        [
            _riding(0, face="talk", handR=(7.5, 10, 5), **wave),
            _riding(0, face="talk2", handR=(9, 13, 3.5), hy=-1, **wave),
            _riding(0, face="talk", handR=(8, 9, 5.5), **wave),
            _riding(0, face="happy", **wave),
        ],
        [7, 9, 7, 9],
    )
    flex = anim(
        [
            P(handL=(-15, 26, 1), handR=(15, 26, 1), face="effort"),
            P(handL=(-14, 25, 2), handR=(14, 25, 2), bob=-1, face="effort"),
        ],
        16,
        dirs=SIDES,
    )
    stand = anim(
        [
            P(roll=180, dy=6, handL=(-6, 33, 0), handR=(6, 33, 0), legL=6, legR=-6),
            P(roll=180, dy=6, handL=(-6, 33, 0), handR=(6, 33, 0), legL=-6, legR=6),
        ],
        20,
        dirs=("right", "left"),
    )
    offer = anim(
        [P(handL=(-3, 8, 9), handR=(3, 8, 9), lean=6), P(handL=(-3, 8.6, 10), handR=(3, 8.6, 10), lean=8, hy=-1)],
        22,
        dirs=SIDES,
    )
    puppet = anim(
        [
            P(handL=(-12, 27, 1), handR=(10, 16, 3), tilt=10, legL=14, legR=-6, bob=1),
            P(handL=(-10, 15, 3), handR=(12, 27, 1), tilt=-10, legL=-6, legR=14, bob=0),
        ],
        12,
    )
    sew = anim(
        [P(handL=(-2, 9, 8), handR=(3, 12, 8), nod=8), P(handL=(-2, 9, 8), handR=(6, 15, 7), nod=8)], 16, dirs=SIDES
    )
    hold = {k: hero[k] for k in ("push", "brace", "lift", "throw", "happy", "afraid", "run")}
    out: list[tuple[Human, dict[str, Anim]]] = [
        (
            replace(real.CORALINE, props=held_party.at_party(held.adder_stone)),
            {**hero, **poses_party.coraline()},
        ),
        (replace(real.PYJAMAS, props=held.adder_stone), hero),
    ]
    out += [
        (
            replace(real.MEL, props=held_party.at_party(real.page)),
            _with(
                talk=poses.adult_talk(),
                busy=poses.typing(),
                happy=hero["happy"],
                **poses.in_bed(-34),
                **poses_party.parent(16.5, 4.7),
            ),
        ),
        (
            replace(real.CHARLIE, props=held_party.at_party(real.page)),
            _with(
                talk=poses.adult_talk(),
                busy=poses.drawing(),
                happy=hero["happy"],
                **poses.in_bed(34),
                **poses_party.parent(17.2, 5.4),
                dig=poses_party.dig(),
            ),
        ),
        *((s, poses_party.from_snow()) for s in held_party.SNOW),
        (
            replace(real.WYBIE, props=held_party.at_party(real.in_hand)),
            _with(
                **{k: hold[k] for k in ("run", "push", "lift", "happy", "afraid")},
                walk=hero["walk"],
                talk=poses.eager_talk(),
                fall=fall,
                show=anim([P(**photo), P(**photo, hy=-1)], [30, 20]),
                show_talk=anim([P(**photo, face="talk"), P(**photo, face="talk2", hy=-1), P(**photo)], [8, 7, 10]),
                wave=anim([P(handR=(9.4, 18.5, 2), face="happy"), P(handR=(12.2, 16.6, 2), face="happy", hy=-1)], 9),
                **poses_party.wybie(),
            ),
        ),
        (
            real.WYBIE_BIKE,
            {
                "idle": bike_idle,
                "blink": anim([_riding(0, face="blink")], 6, dirs=SIDES),
                "walk": ride,
                "bank_left": _banked(-11),
                "bank_right": _banked(11),
                "bell": bell,
                "talk": bike_talk,
            },
        ),
        (
            replace(real.BOBINSKY, props=held_party.at_party(None)),
            _with(flex=flex, handstand=stand, **poses.showman(19.5, 8.6), **poses_party.parent(19.5, 8.6)),
        ),
        (
            replace(
                real.SPINK,
                body=held_party.spink_body,
                legs=held_party.lady_legs,
                props=held_party.at_party(None),
            ),
            _with(offer=offer, **poses.lady_reads(16.2), **poses_party.lady(16.2, 4.3)),
        ),
        (
            replace(
                real.FORCIBLE,
                body=held_party.forcible_body,
                legs=held_party.lady_legs,
                props=held_party.at_party(None),
            ),
            _with(offer=offer, **poses.lady_reads(14.5), **poses_party.lady(14.5, 7.4)),
        ),
        (
            replace(held_party.GRAN, props=held_party.at_party(None)),
            _with(offer=offer, **poses_party.old_lady()),
        ),
    ]
    out += [
        (other.MOTHER, _with(offer=offer, sew=sew, **poses.hostess())),
        *((s, _with(sew=sew, **poses.growing(s.torso, s.shoulder, s.arm))) for s in other.TALL),
        (
            replace(held_party.FATHER, props=held.bound),
            _with(puppet=puppet, offer=offer, **poses.adult_sits(), **poses.pianist(), **poses.on_strings()),
        ),
        (other.OWYBIE, _with(**{k: hold[k] for k in ("brace", "push", "run")}, **poses.other_boy())),
        (other.OBOB, _with(flex=flex, puppet=puppet, **poses.showman(19.5, 8.6))),
        (other.OSPINK, _acrobat()),
        (other.OFORCIBLE, _acrobat()),
    ]
    out += [(g, _float()) for g in other.GHOSTS]
    plain = {k: v for k, v in poses.basic().items() if k != "blink"}
    clap = poses.gown_claps()
    duet = {k: v for k, v in poses.puppet_duet().items() if k != "hook"}
    out += [
        (replace(truth.FATHER_TRUTH, props=held.bound), {**plain, **poses.on_strings()}),
        (truth.MOTHER_TRUTH, {**plain, "sew": sew}),
        (truth.BOBINSKY_TRUTH, {**plain, "bow": poses.showman(19.5, 8.6)["bow"]}),
        (truth.SPINK_TRUTH, {**plain, "idle": clap, **duet}),
        (truth.FORCIBLE_TRUTH, {**plain, "idle": clap, **duet}),
        (truth.WYBIE_TRUTH, {**plain, **{k: poses.other_boy()[k] for k in ("wave", "draw", "shush")}}),
    ]
    seat = {"legL": 88, "legR": 80, "bob": -4, "liftL": 1, "liftR": 1}
    out.append(
        (
            replace(other.DOLL, props=held.new_buttons),
            {
                "idle": anim([P()], 60),
                "sit": anim([P(**seat)], 60),
                "sit_buttons": anim([P(**seat, prop="buttons")], 60, dirs=SIDES),
                "look_away": anim(
                    [P(**seat), P(**seat, turn=-16, hx=-1), P(**seat, turn=-40, hx=-2)], [10, 5, 60], False, dirs=FRONT
                ),
                "watch_left": anim([P(**seat, turn=-22, hx=-1)], 60, dirs=FRONT),
                "watch_right": anim([P(**seat, turn=22, hx=1)], 60, dirs=FRONT),
                "watch_up": anim([P(**seat, nod=-20, hy=1)], 60, dirs=FRONT),
                "turned": anim([P(**seat)], 60, dirs=("up",)),
                "walk": poses.walk(ticks=7),
            },
        )
    )
    return out


def names() -> list[str]:
    """Every character in build order."""
    return [s.name for s, _ in humans()] + [c.name for c in (*creatures.CREATURES, *swarm.CREATURES, *mice.CREATURES)]
