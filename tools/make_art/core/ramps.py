"""Colour ramps, dark to light. Entry 0 is the line colour. REAL and OTHER hold the same names, so a twin only swaps
the palette.

To add a material: one line in both tables (same number of colours is best).
"""

from __future__ import annotations

import numpy as np

Ramp = np.ndarray
Palette = dict[str, Ramp]


def hexc(text: str) -> np.ndarray:
    """'ff8800' -> float array (3,)."""
    return np.array([int(text[i : i + 2], 16) for i in (0, 2, 4)], float)


def ramp(text: str) -> Ramp:
    """Space separated hex colours -> (n, 3)."""
    return np.stack([hexc(t) for t in text.split()])


def _table(text: str) -> Palette:
    rows = (line.split(None, 1) for line in text.strip().splitlines())
    return {name: ramp(colours) for name, colours in rows}


REAL: Palette = _table(
    """
floor   231f2b 37313d 4c444e 61575e 776b6e 8d8180
wall    2f323e 434755 575c69 6b707a 80848b 969899
gold    434755 575c69 666b76 70757f 7c8189 888c93
trimw   2a2832 474450 65626c 85828a a3a1a4 bfbdbb
carpetA 2c2a38 3d3a49 504b59 655d69
carpetB 383444 514b58 6a626a 827a7d
carpetM 4a4648 635d5b 7e7671 989089
runA    2e2630 43363e 5a4a50 736266
runB    2c3038 3f464e 555d64 6e767b
card    2b211f 4b3a34 6b5548 86705e a28b74 bba68c
tape    2b211f 6b5f55 8b8074 a89e90 c0b8a8 d4cfc2
sofa    20212c 343843 4a505b 626973 7c838a 989d9f
cush    2a252c 4a4147 685b5e 857675 a1928c b8ab9f
wood    221b20 3b2f32 564544 705c55 8b7567 a5907d
dwood   191519 2b2327 403437 574748 6f5d5a 88756e
brass   241f20 463d36 6b6050 8d816a aea287 cac1a6
shade   2e2a2c 5b5450 827a70 a59c8c c3bba6 dcd6c0
brick   241f24 3d3437 57494a 6e5d5a 86736c
glass   1c2430 3a4756 5b6b7a 8496a2 aebcc2 d3dcdc
iron    0e0e14 1a1b23 2a2c36 3d404b 555963 727680
portal  0a0820 100c2c 1a1440 281e58 3c2c74 503c90
china   34343e 5c5c66 86868e acacb0 cdccca e6e4de
enamel  2a2f34 48504f 6a736f 8d948e adb2a9 c9ccc1
lino    2e2d31 45443f 5d5b52 767267 8e897c a59f91
paint   30353a 474f52 5f686a 778080 8e9595 a5aaa7
plaster 33303a 4c4850 676168 817a7d 9a9392 b3aca8
paper   3c3836 6e6964 98938b bab5aa d6d1c4 ebe6d8
cloth   2a2630 453e48 625862 80747a 9d9092 b9acaa
red     2a1e24 473038 66444a 865c5c a37a74 bd9a90
green   20282a 323e3c 48564e 626e60 7e8874 9ca28c
blue    1e2430 303a4a 465364 5f6d7d 7d8a96 a0aaaf
yellow  332c22 564a36 7a6a4c 9c8a64 b9a67e d0c09a
purple  26222e 3a3446 524a5e 6c6276 877e8c a49ca4
grass   1a2428 283834 384c42 4a6250 627a58 8a9c70
leaf    151d22 243233 364a40 4c624a 687e58 8c9c70 b2ba90
bloss   2e2232 48344a 684c62 8c6a7c b08a94 ceaeb0 e4ccc8
bark    17161b 29252a 3e3738 564c49 70645b 8e8070
stone   1f2228 343841 4c525a 686e74 868b8e a8abaa
dirt    262124 39322f 4f463f 665b50 7d7062 948674
water   141c26 203040 30465a 466074 6c8694 a8bcc0
siding  382630 5a3f4a 7e5a66 9c7680 b8939a ccb2b6
roof    1d1e26 2d2f39 40434d 565a62 70747a 8c9092
tentA   33272b 4d3a3d 6a5151 876b66 a3887f bda59a
tentB   3c3835 5e5850 837c70 a69f90 c4bdad dcd6c7
velvet  261c23 3f2d34 5a4147 75585a 8f7371 a98f8a
seat    241c22 3c2c33 563f45 715456 8b6f6c a58b85
leafdry 3a2c28 5c463a 7e624c 9c8064 b8a080
web     3a3c48 5c6070 868c9a b0b6be d6dadc f2f4f0
dark    05060c 0a0c16 11141f 1a1e2c 282e3e 3f4758
skin    3b2a30 7a5a58 a88880 ccb0a2 e2cfc0 f2e6da
fur     100f14 1d1c22 2e2c33 45424a 625e64 86827f
flame   5a1020 a82018 e05018 f89828 fcd858 fffac8
clay    2c2224 483634 664e48 84685e a1857a bba498
flower  38303c 5c5060 847684 aa9ca2 ccc0be e6deda
"""
)

OTHER: Palette = _table("""
floor   2a0f22 50202c 7c3a2f a85a34 d08242 f0b462
wall    1d0f34 33184c 4e2262 6c2f76 8c4288 aa5c98
gold    4a1c40 632a42 7c3444 a8584a cc8450 e0a868
trimw   2c0f20 5c1c2c 8c3034 b8503c dc7c4c f6b46c
carpetA 3c0a24 6a1030 961c38 be3040
carpetB 12264a 1c4468 28688a 44949e
carpetM 8a4a1e c07c1c eeb832 fde678
runA    2c0c40 4a1460 6e2080 9a389c
runB    6a2410 a4480e d87c18 f4b440
card    3a1424 6c2838 9c4444 c8684c e8945c fcc880
tape    4a1c30 8c3a4c c4606c e88c88 f8b8a0 ffe0c0
sofa    0c1a3a 12345a 1a5676 267e8c 46a8a0 8cd4b8
cush    3c0a30 701450 a82468 d84878 f47c88 ffb8a0
wood    28101e 4e1f28 7c3a30 a85c3a d08a4a f2bc6c
dwood   1e0c1c 3a1626 5c2a2e 82442f aa6a3c d29a58
brass   4a2414 8a4c18 c0801e eeb832 fde070 fff6b8
shade   6a2c14 b05c1c e89430 fcc850 ffe890 fffcd0
brick   2c0e22 561c2c 822e34 ae4a3c d47048
glass   101848 243080 3c58b8 6090e0 98c8f8 d8f4ff
iron    0c0818 1c1230 30204a 4c3468 6c5088 967ab0
portal  140a3c 1c1058 38208c 6a3cc4 b070e8 f0c8ff
china   3a2448 7a4c78 b884a0 e4b8bc f8e0d4 fffaf0
enamel  0c2c3c 145058 22787c 44a498 84ccb4 d0f0d4
lino    3a1038 6a1c48 a03850 d06858 f0a468 fcd890
paint   0c2a44 14465c 206a74 3a9088 6cb69c a4d8b4
plaster 2c1440 4c2458 743870 9c5484 c47c94 e4aca8
paper   5a3420 a07040 d8b068 f4dc98 fff2c8 fffdec
cloth   3a1040 641c60 983484 c85c9c ec94b4 ffccd0
red     34081c 640e2c 981c34 cc3838 f06848 ffa878
green   08262c 0e4438 1c6a44 3c9450 7cbc5c c8e07c
blue    0c1440 142868 204898 3874c4 68a8e4 b4dcf8
yellow  4a1c10 8a4614 c87c18 f0b030 fcd860 fff4b0
purple  1a0f2e 35204f 553272 7a4c95 a472b4 d0a4d4
grass   0a2436 103a48 185654 28745a 50985f 98cc70
leaf    0a1a30 103448 165054 207260 48965f 8cc068 d4e890
bloss   300a3c 521258 862078 be3c90 ec6ca4 fca4bc ffdcd8
bark    1c0c26 341836 542a46 7a4452 a46a5c d09c70
stone   16163c 262858 3c4078 586098 8490bc b8c8e0
dirt    260e28 421c38 642e44 8a484c b46c54 dc9c6c
water   0c1044 14206c 1c3c98 2c6cc4 60b0e4 c8f8ff
siding  3c0c34 6c1848 a42a60 d44c7c f4809c ffb8bc
roof    140c34 24144c 3c206c 5c3490 8454b4 b484d4
tentA   34081c 640e2c 981c34 cc3838 f06848 ffa878
tentB   5a2a28 a06a3c dca858 f8dc8c fff2c0 fffdec
velvet  24061e 480a2a 781434 a8283a d84c44 f88c64
seat    2c0620 560c2c 8a1434 bc2838 e05048 f89068
leafdry 4a1430 8a2438 c84838 ec8038 fcc050
web     2c2c54 4c5080 7c84b0 b0bcd8 dce8f4 fcffff
dark    05050f 0b0a1c 14122c 201c40 32305c 4c4c84
skin    3b2234 9a6470 c88f88 ecbca2 f8d8ba ffeed6
fur     0c0818 1a1430 2c2248 443862 66588a 9484b0
flame   5a1020 a82018 e05018 f89828 fcd858 fffac8
clay    340f22 6a2430 a04438 cc6c44 ec9c5c fccc8c
flower  3c0a4c 781880 bc34a8 f064bc ffa0cc ffdce4
""")
assert REAL.keys() == OTHER.keys()
NAMES: list[str] = sorted(REAL)
IDS: dict[str, int] = {n: i for i, n in enumerate(NAMES)}

FELT = ramp("0c0818 1a1230 2a1c46 4a3468 7c5c94 e8c878")
VOID = ramp("3c4058 565c78 787e98 9aa0b4 bcc0cc d8dade eeece6")
TUNNEL = ramp("07061a 110c34 1f1358 3a1c86 6430b0 9a50d0 d088e8 f8d0f4")
FIRE = ramp("5a1020 a82018 e05018 f89828 fcd858 fffac8")

# ---- people and creatures: one table, both worlds ----
_ACTOR_HEX = """
skin      3b2234 9a6470 c88f88 ecbca2 f8d8ba ffeed6
skinold   3a2232 8a5c64 b8857c dcae96 ecceb0 fbe8cc
skinruddy 3a1c28 8c4a4a bc7462 e0a080 f2c49c ffe2c0
paleskin  33283f 76708a a39fae cdc8c8 ebe6da fbf9ee
brownskin 24141e 5a3032 86503f b47a55 d6a274 eec79a
otherbrn  221826 54383f 7d5a52 a58270 c8aa90 e4ceb2
bluehair  10143a 1b2560 23408f 2a63b0 3f8fd0 7cc8ee
coat      45241c 8a4a1e c07c1c e8ae22 f9d23e ffec86
coatd     45241c 45241c 8a4a1e c07c1c e8ae22 f9d23e
boot      4a2a1c 8a4c1c b97a1e e0a92c f4cf4b fff0a0
leg       12122a 1e2142 2c315c 414a7a 5f6b9a 8490b8
black     05050c 0e0e1e 1a1a33 2a2b4a 414a70 6e7fa6
cat       04040a 0d0e1c 171a30 25304e 3d5274 6a88a4
red       22081c 480e2c 781834 a82438 d0403c ee7a58
blood     16040f 330818 560e20 7e1628 a8242e cc4a3c
metal     10121e 23283a 3d4658 657084 9aa5b4 d8e0e4
bone      241c2c 564c5c 8b8188 bdb3ac e2dac8 fbf6e4
bonecl    1a1024 3c2c44 64506a 94808e c0b0ac e8dcc8
needle    0a0c18 2a3044 4f5a70 8390a2 bac6cc f4fbf4
purple    1a0f2e 35204f 553272 7a4c95 a472b4 d0a4d4
lilac     261a3a 4c3c66 765f90 a288b8 c8b2d4 ead8ec
green     0d1c22 18363a 24573f 3d7e43 6ea84e b2d46e
olive     161a20 2c3432 48524a 687260 8c9478 b2b696
teal      081c2a 103848 18586a 24808a 48a8a0 8cd4c0
wood      24141c 4a2a2a 6f4333 96623f bb8a54 dcb67a
rust      26101a 552428 82382a b0562e d27c42 eaa866
clip      2c0a1e 8c1d38 de5a4e f59a78 ffd0b0 ffe8d8
curl      0c0812 1e1420 33222c 4e3538 6e4c46 94705c
auburn    1a0a16 3c1824 60282c 883c32 b05a40 d48a5c
sandy     241620 54382e 7e5a3a aa8248 d0ac64 ecd698
white     2c2a3e 6a6c84 9498a8 c0c4c8 e2e4de fcfcf2
cream     3a2a30 8c7468 b89c84 dcc6a4 f0e2c4 fdf6e2
pyj       14283a 2e5a68 5c8e92 94c0b4 c4e2cc ecf8e4
rose      2c0c20 6a1c38 9c3450 cc5a68 e88c88 f8c0b0
navy      080c20 121a3a 1e2a56 304078 4c60a0 7c90c8
denim     121830 24304e 38486c 56688c 7e90ac acbccc
grey      16161f 2c2d39 474853 6a6b74 92928f bab8ac
gold      3a1408 8a4c18 c0801e eeb832 fde070 fff6b8
mouse     241c26 50444c 7a6c70 a49692 c8bcb0 e6dccc
rat       0c0a12 1e1a24 332c36 4e444c 6c6064 908280
terrier   0e0c14 24222c 3c3a44 5a5860 808084 acaaa4
silk      2a2240 5a5070 8a809a b8b0c0 dcd6dc f8f4f0
soulc     083048 126890 20a0c8 50d8f0 a0f4ff f0ffff
soulv     281448 4c2c80 7c54c0 b088ec d8bcff f8e8ff
soula     482008 8a4a14 c07c28 f0b048 ffd888 fff6d8
wool      2a1018 6a2430 a03c3c d06850 eca070 fcd8a0
knit      241820 4a2c2c 6c443c 8e6250 b08468 d2ae90
parka     10161a 262e2c 3c4638 566248 76825e 9ca684
housecoat 10202a 22404a 37606a 54828a 7ca6a8 aecac6
gown      1e1630 3a2c4c 58466c 7a668c 9e8cac c8bcd0
singlet   3a1c28 8c2c38 b04c4c ceb4aa e0dcd4 f6f4ec
peacock   081c2c 0c3a54 126480 1c94a4 50c4b8 a8ecd0
plum      1c0a24 401440 6c2060 9c3484 cc5ca4 f0a0cc
dusk      120a24 221842 382a64 524084 7660a6 a290c6
spotty    1a0a30 3c1a60 6c2c98 a048c8 d080e8 f8c8ff
stone     0c1218 24343a 3e5654 5c7a70 8aa68e c8dcb4
sheet     5c5c6c 7c7c8a a4a4ac c4c4c4 dedcd6 f2f0ea
quilt     3c4656 465364 566474 66747f 7d8a96 98a3a8
quiltwarm 7a2450 962058 b83a68 d84878 f47c88 ffb8a0
glow      8a4a14 c88024 f0b840 fce080 fff4c0 fffdf0
"""
ACTORS: dict[str, np.ndarray] = {
    line.split()[0]: np.array([[int(h[i : i + 2], 16) for i in (0, 2, 4)] for h in line.split()[1:]], float)
    for line in _ACTOR_HEX.strip().splitlines()
}
ACTOR_NAMES: list[str] = list(ACTORS)
ACTOR_IDS: dict[str, int] = {n: i for i, n in enumerate(ACTOR_NAMES)}
ACTOR_TABLE: np.ndarray = np.stack([ACTORS[n] for n in ACTOR_NAMES])  # (ramp, tone, rgb)

ACTOR_GAIN: dict[str, float] = {
    "bone": 1.14,
    "needle": 1.06,
    "metal": 1.1,
    "skin": 1.12,
    "skinold": 1.08,
    "skinruddy": 0.98,
    "paleskin": 1.0,
    "white": 0.94,
    "brownskin": 1.1,
    "otherbrn": 1.1,
    "black": 0.72,
    "cat": 0.74,
    "coat": 0.91,
    "bluehair": 0.82,
    "red": 0.9,
    "navy": 0.84,
    "leg": 0.9,
    "curl": 0.9,
    "terrier": 0.72,
    "rat": 0.85,
    "mouse": 0.92,
    "bonecl": 0.86,
    "blood": 0.86,
    "peacock": 0.8,
    "plum": 0.82,
    "purple": 0.9,
    "silk": 0.98,
    "soulv": 0.94,
    "soula": 0.94,
    "soulc": 0.94,
}
ACTOR_GAINS: np.ndarray = np.array([ACTOR_GAIN.get(n, 1.0) for n in ACTOR_NAMES])
