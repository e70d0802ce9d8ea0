"""Tiny 3x5 capitals for signs, boxes and labels. To add a sign: one row of five strings in GLYPHS."""

from __future__ import annotations

from tools.make_art.core.field import Sketch
from tools.make_art.core.ramps import IDS

_ROWS = """
A 010 101 111 101 101|B 110 101 110 101 110|C 011 100 100 100 011|D 110 101 101 101 110|E 111 100 110 100 111
F 111 100 110 100 100|G 011 100 101 101 011|H 101 101 111 101 101|I 1 1 1 1 1|J 001 001 001 101 010
K 101 110 100 110 101|L 100 100 100 100 111|M 10001 11011 10101 10001 10001|N 1001 1101 1011 1001 1001
O 111 101 101 101 111|P 110 101 110 100 100|Q 010 101 101 111 011|R 110 101 110 101 101|S 011 100 010 001 110
T 111 010 010 010 010|U 101 101 101 101 111|V 101 101 101 101 010|W 10001 10001 10101 11011 10001
X 101 101 010 101 101|Y 101 101 010 010 010|Z 111 001 010 100 111|& 010 100 011 101 011|. 0 0 0 0 1
0 111 101 101 101 111|1 01 11 01 01 01|2 110 001 010 100 111|3 110 001 010 001 110|4 101 101 111 001 001
5 111 100 110 001 110|6 011 100 110 101 010|7 111 001 010 010 010|8 111 101 111 101 111|9 111 101 111 001 110
"""
GLYPHS: dict[str, list[str]] = {
    cell.split()[0]: cell.split()[1:] for line in _ROWS.strip().splitlines() for cell in line.split("|")
}
GLYPHS[" "] = ["00"] * 5


def width(text: str) -> int:
    """Pixels that the text takes."""
    return sum(len(GLYPHS[ch][0]) + 1 for ch in text) - 1


def letters(sk: Sketch, x0: int, y0: int, text: str, ramp: str, tone: float) -> None:
    """Write ``text`` with its upper left corner at (x0, y0)."""
    for ch in text:
        rows = GLYPHS[ch]
        for j, row in enumerate(rows):
            for i, bit in enumerate(row):
                if bit == "1" and 0 <= y0 + j < sk.shape[0] and 0 <= x0 + i < sk.shape[1]:
                    sk.mat[y0 + j, x0 + i] = IDS[ramp]
                    sk.tone[y0 + j, x0 + i] = tone
                    sk.alpha[y0 + j, x0 + i] = 1
        x0 += len(rows[0]) + 1


def centred(sk: Sketch, cx: int, y0: int, text: str, ramp: str, tone: float) -> None:
    """The same, centred on cx."""
    letters(sk, cx - width(text) // 2, y0, text, ramp, tone)
