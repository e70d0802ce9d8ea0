"""A line stays until it is read: nobody else's line takes its place."""

import msgspec

from game.testing import Play


def test_what_is_said_of_a_box_does_not_cut_off_what_she_reads():
    start = Play("real/grounds", beat="arrival", flags=["began_arrival", "arrival_opened"]).session.checkpoint
    play = Play.load(
        msgspec.structs.replace(start, places={"real/grounds/box_1": (1020, 664)}, hero=(1069.0, 600.0, "up"))
    )
    play.wait(12).press("interact")
    letterbox = play.talk
    assert letterbox is not None and letterbox.key.endswith("letterbox")
    play.wait(30)
    assert play.talk is letterbox
