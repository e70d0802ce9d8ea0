"""Our own chance for baked looks gives what numpy.random gives, so that pictures stay as they are."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from game.view.dice import Dice


@pytest.mark.parametrize("seed", [0, 8, 77, 2**40 + 3])
def test_the_numbers_are_those_of_numpy(seed: int) -> None:
    theirs, ours = np.random.default_rng(seed), Dice(seed)
    assert (theirs.random((3, 5)) == ours.random(3, 5)).all()
    assert theirs.random() == ours.one()
    assert theirs.uniform(0, 6.28) == ours.uniform(0, 6.28)
    assert (theirs.random((90, 131)) == ours.random(90, 131)).all()
    assert theirs.random(0).shape == ours.random(0).shape
    assert theirs.random() == ours.one()


def test_a_game_with_pictures_does_without_numpy_random_and_openssl() -> None:
    code = (
        "import sys; from game.app.bench import Case; c = Case('rain'); c.frame(); "
        "print(*({'numpy.random', '_hashlib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[-2] == ""
