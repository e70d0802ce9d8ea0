"""Records: what lasts beyond one book is never lost, whatever happens to the file; and who earns what."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.folder import Folder
from game.app.records import FILE, OLDER, Keeper, Records, RecordsFile
from game.content.deeds import ALL_KEEPSAKES, ALL_PLATES
from game.content.ending import retell
from game.content.honours import DOLL_PLACES, HONOURS, LASTING, Watch, honours
from game.content.tiled import load_room
from game.data import data_folder
from game.sim.story import BEATS
from game.testing import Play
from tests.interface import words

WHEN = 1_800_000_000.0


def file(root: Path) -> RecordsFile:
    return RecordsFile(Folder(root), lambda: WHEN)


def keeper(root: Path) -> tuple[Keeper, list[str]]:
    notes: list[str] = []
    return Keeper(words(), file(root), notes.append, lambda: WHEN), notes


def test_nothing_is_made_before_something_is_found(tmp_path: Path):
    root = tmp_path / "not" / "there"
    own, notes = keeper(root)
    own.save()
    assert not root.exists() and not notes and own.records == Records()


def test_what_is_kept_comes_back(tmp_path: Path):
    kept = Records(honours={"tally": 5}, plates=["plate_thrift"], best={"brave": {"arrival": 300}}, finished=2)
    assert file(tmp_path).save(kept) is None
    assert file(tmp_path).open().records == kept


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe\x00", b'{"game": "pink-palace"}', "short"])
def test_a_damaged_file_is_kept_aside_and_the_page_before_it_is_opened(tmp_path: Path, damage: bytes | str):
    own = file(tmp_path)
    own.save(Records(finished=1))
    own.save(Records(finished=2))
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[:-9] if isinstance(damage, str) else damage)
    again, notes = keeper(tmp_path)
    assert again.records.finished == 1
    assert len(notes) == 1 and FILE in notes[0] and "damaged" in notes[0]
    assert len(list(tmp_path.glob("records.damaged_*"))) == 1
    again.records.finished = 3
    again._is_changed = True
    again.save()
    assert file(tmp_path).open().records.finished == 3


def test_both_pages_gone_begins_anew_and_keeps_both(tmp_path: Path):
    own = file(tmp_path)
    own.save(Records(finished=1))
    own.save(Records(finished=2))
    for name in (FILE, OLDER):
        (tmp_path / name).write_bytes(b"wet")
    again, notes = keeper(tmp_path)
    assert again.records == Records() and len(notes) == 1
    assert len(list(tmp_path.glob("*.damaged_*"))) == 2


def test_a_write_that_was_killed_is_found_again(tmp_path: Path):
    own = file(tmp_path)
    own.save(Records(finished=1))
    own.save(Records(finished=2))
    (tmp_path / FILE).rename(tmp_path / f"{FILE}.new")
    assert file(tmp_path).open().records.finished == 2


def test_a_newer_games_file_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("game.app.records.VERSION", 9)
    file(tmp_path).save(Records(finished=7))
    monkeypatch.undo()
    before = (tmp_path / FILE).read_bytes()
    own, notes = keeper(tmp_path)
    assert own.records == Records() and "newer" in notes[0]
    own.records.finished, own._is_changed = 1, True
    own.save()
    assert (tmp_path / FILE).read_bytes() == before


def test_a_folder_that_cannot_be_written_is_told_not_raised(tmp_path: Path):
    (tmp_path / "books").write_text("a file where a folder should be")
    own, notes = keeper(tmp_path / "books")
    own.records.finished, own._is_changed = 1, True
    own.save()
    assert notes


def test_every_honour_has_a_rule_and_words():
    assert set(honours(words())) == set(HONOURS) | set(LASTING)
    assert len(honours(words())) == 25
    assert set(words().names("achievements.text")) == set(honours(words()))


def test_the_dolls_places_are_those_of_the_maps():
    seats = set()
    for path in sorted(data_folder("maps").rglob("*.tmx")):
        room = load_room(path.relative_to(data_folder("maps")).with_suffix("").as_posix(), data_folder("maps"))
        seats |= {thing.text("place") for thing in room.things if thing.kind == "Doll"}
    assert seats == set(DOLL_PLACES)
    assert all(words().has(f"doll.{place}") for place in DOLL_PLACES)


def test_asking_ten_times_earns_the_tally_once(tmp_path: Path):
    play = Play(beat="ignored")
    own, _ = keeper(tmp_path)
    own.begin(play.session)
    play.on_tick.append(lambda intent: own.after(play.session))
    play.wait(40)
    assert "tally" not in own.earned
    play.session.story.counts["minutes"] = 10
    play.wait(40)
    play.wait(200)
    assert own.earned.count("tally") == 1
    own.save()
    assert file(tmp_path).open().records.honours["tally"] == int(WHEN)


def test_a_story_begun_in_its_middle_earns_nothing_for_what_it_takes_for_granted():
    session = Play(beat="party").session
    earned = Watch(session).look(session)
    assert not earned
    whole = Play().session
    for beat in BEATS[:6]:
        whole.story.end(beat.id)
    whole.story.set("boxes_in")
    assert Watch(whole).look(whole) == ("moved_in",)


def test_what_is_practised_earns_nothing(tmp_path: Path):
    play = Play(beat="ignored")
    own, _ = keeper(tmp_path)
    own.begin(play.session, is_practice=True)
    play.session.story.counts["minutes"] = 10
    play.on_tick.append(lambda intent: own.after(play.session))
    play.wait(60)
    assert not own.earned
    assert own.practised("hand", 900) and not own.practised("hand", 901) and own.practised("hand", 899)
    assert file(tmp_path).open().records.practice == {"hand": 899}


def test_plates_and_places_add_up_over_books(tmp_path: Path):
    own, _ = keeper(tmp_path)
    plates = [f"plate_{name}" for name in words().names("plants.real")]
    assert len(plates) == ALL_PLATES
    for half in (plates[:6], plates[6:]):
        play = Play()
        own.begin(play.session)
        play.session.story.items += half
        play.session.story.set(f"saw_doll_{DOLL_PLACES[0]}")
        play.on_tick.append(lambda intent, play=play: own.after(play.session))
        play.wait(40)
    assert own.records.plates == plates and own.records.dolls == [DOLL_PLACES[0]]
    assert "twelve_plates" in own.records.honours and "nine_keepsakes" not in own.records.honours
    assert len(words().names("keepsakes")) == ALL_KEEPSAKES


def finished(ticks: int) -> Play:
    play = Play()
    for n, beat in enumerate(BEATS, 1):
        play.session.story.counts["ticks"] = ticks * n
        play.session.end_beat(beat.id)
    return play


def test_the_fastest_whole_run_is_kept(tmp_path: Path):
    own, _ = keeper(tmp_path)
    for ticks, best in ((600, 600), (700, 600), (500, 500)):
        session = finished(ticks).session
        own.begin(session)
        own.finish(session, retell(session))
        assert own.records.best_run("brave")[BEATS[-1].id] == best * len(BEATS)
    assert own.records.finished == 3 and "the_end" in own.records.honours
    assert own.records.last is not None and own.records.last.told().lines[0][0] == "1"
    begun_late = Play(beat="cat_vanishes").session
    begun_late.end_beat("cat_vanishes")
    own.begin(begun_late)
    own.finish(begun_late, retell(begun_late))
    assert own.records.best_run("brave")[BEATS[-1].id] == 500 * len(BEATS)


def test_wood_it_was_stuck_in_is_told_apart():
    play = Play.boss("hand")
    play.until(lambda: play.session.act is not None, within=1200, reads=True)
    fight = play.session.act
    for post in fight.arena.wood[:5]:
        assert not HONOURS["stuck_five"](play.session)
        fight.hand.x, fight.hand.y = post.at.x, post.at.y
        fight.stuck(play.session)
        fight.stuck(play.session)
    assert HONOURS["stuck_five"](play.session)
