"""The game put together: words, pictures, sound, settings, saves and scenes. The window and the lockstep driver both run one.

Nothing here opens a window or asks for a device; ``paint`` makes the picture of now, whoever shows it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from game.app.devices import Devices
from game.app.folder import Folders
from game.app.loop import settle
from game.app.memory import give_back
from game.app.pad import Pad
from game.app.recorded import header_of
from game.app.records import Keeper, RecordsFile
from game.app.replay import Deed, Header, Recorder, Tail, rules_deed, seen
from game.app.saves import Saves, Summary
from game.app.scenes.credits import Credits
from game.app.scenes.how_it_went import HowItWent
from game.app.scenes.notice import Notice
from game.app.scenes.options import First
from game.app.scenes.play import Play
from game.app.scenes.scene import Change, Push, Scene, Scenes, Shell, Swap
from game.app.scenes.title import Title
from game.app.settings import Settings, SettingsFile
from game.content.deeds import OTHER_SIDE as OTHER_SIDE_FLAG
from game.content.ending import Retold, retell
from game.content.finding import MapError
from game.content.start import boss_session, loaded_session, make_content, new_session
from game.core.geometry import Vec
from game.core.intent import Intent
from game.data import data_folder
from game.sim.happenings import Checkpointed, Ended, Entered, Raised
from game.sim.harm import can_slip, slip_past
from game.sim.parts import Stone
from game.sim.parts import Title as Card
from game.sim.room import Room
from game.sim.save import VERSION, Snapshot
from game.sim.session import Session
from game.sim.story import BEATS
from game.view.assets import Assets
from game.view.ear import Ear
from game.view.painter import Frame, Size
from game.view.run_clock import as_time
from game.view.score import Wanted, wanted
from game.view.show import Show

STORY, CHAPTERS, OTHER_SIDE = 1, 2, 3
"""The books: the story, what was begun at a chapter, the other side."""
PRACTICE = 0
"""No book at all."""
CARD_TICKS = 200
PRACTICE_ENDS = {"web": "true_form", "climb": "globe_taken", "chase": "beldam_chase", "hand": "hand_crushed"}
"""Fight -> the beat with whose end it is won."""
TITLE_MUSIC = "title"
HEAR_PLACE_TICKS = 12
"""How often the place is listened to anew while she walks in it."""
CANVAS: dict[str, Size] = {"16:9": (640, 360), "16:10": (640, 400), "21:9": (853, 360)}


@dataclass
class Kept:
    """Where this game's files go. Both None: nothing is kept, as in ``drive`` without --saves."""

    saves: Saves | None = None
    settings: SettingsFile | None = None
    records: RecordsFile | None = None

    @staticmethod
    def on_disk(folder: Path | None) -> Kept:
        """The player's own folders, or one folder for everything."""
        folders = Folders.of(folder)
        return Kept(Saves(folders.saves, VERSION), SettingsFile(folders.settings), RecordsFile(folders.saves))


class Game:
    """See above. ``note`` is told of what a player should know, one line at a time (stderr)."""

    def __init__(
        self,
        settings: Settings,
        kept: Kept,
        size: Size | None = None,
        note: Callable[[str], None] = lambda line: print(line, file=sys.stderr),
    ) -> None:
        self.settings, self.kept, self.note = settings, kept, note
        self.size = size or CANVAS[settings.aspect]
        self.assets = Assets(data_folder("assets"), data_folder("maps"))
        self.content = make_content()
        deck = os.environ.get("SteamDeck") == "1"  # noqa: SIM112  # its own spelling
        self.pad = Pad(settings, Devices(is_deck=deck))
        self.ear: Ear | None = None
        self.show = Show(self.assets, self.size, settings.calm)
        self.shell = Shell(self.assets, self.content.words, settings)
        self.recorder: Recorder | None = None
        self.record_to: BinaryIO | None = None
        self.hands: Callable[[Intent], Intent] | None = None
        """Put before the player's own, while a recording is shown."""
        self.tail = Tail(seen)
        self.scenes: Scenes
        self._practises = ""
        """The fight that is practised as a whole."""
        self._saved_at: float | None = None
        self._is_unsaved = False
        """A story has just begun, and its first checkpoint was before there was a scene to hear of it."""
        self._sounds = Wanted()
        self._warming: Iterator[None] = iter(())
        self.keeper = Keeper(self.content.words, kept.records, self.note)
        self.slot = STORY
        """The book that what is played goes into; 0: none, it is only practised."""
        self._wire()

    def _wire(self) -> None:
        shell = self.shell
        shell.sound = self._sound
        shell.music = self._music
        shell.has_save = lambda: self.kept.saves is not None and self.kept.saves.newest() is not None
        shell.start_new = lambda: self._begin(new_session(rules=self.settings.rules(), content=self.content), STORY)
        shell.continue_ = self._continue
        shell.title = self.title_scene
        shell.restart = self._restart
        shell.slip = self._slip
        shell.save_now = self._save
        shell.since_saved_s = lambda: None if self._saved_at is None else time.monotonic() - self._saved_at
        shell.apply = self.apply
        shell.load_room = self._load_room
        shell.key_label = self.pad.names.label
        shell.records = self.keeper.records
        shell.newly_earned = self._newly_earned
        shell.begin_chapter = self._begin_chapter
        shell.begin_other_side = self._begin_other_side
        shell.practise = self._practise
        shell.end = self._end

    # ---- scenes

    def begin(self, session: Session | None = None) -> None:
        """The first scene: a session, or the title (before it, on the very first start, the first options)."""
        if session is not None:
            self.scenes = Scenes(self.play_scene(session))
        elif self.settings.first_run:
            self.scenes = Scenes(First(self.shell, self.title_scene))
        else:
            self.scenes = Scenes(self.title_scene())
            trouble = self.kept.saves.books()[STORY - 1].note if self.kept.saves is not None else ""
            if self.content.words.has(f"menu.save.note_{trouble}"):
                self.scenes.do(Push(Notice(self.shell, self.content.words.get(f"menu.save.note_{trouble}"))))

    def title_scene(self) -> Scene:
        self.show.forget()  # the map that was played holds 20 MB, its pictures as much
        self.assets.leave()
        self._warming = self.assets.warm("real")
        give_back()
        self._title_sounds()
        return Title(self.shell)

    def _title_sounds(self) -> None:
        if self.ear is not None:
            self.ear.music(TITLE_MUSIC)
            self.ear.ambience(["wind_loop"])
            self.ear.around({})

    def play_scene(self, session: Session, notice: str = "") -> Play:
        """The scene of a session; ``notice`` is told before anything else."""
        self._is_unsaved = True
        self.keeper.begin(session, self.slot == PRACTICE)
        settle(is_new=True)
        if self.hands is None:
            session.rules = self.settings.rules()
        self._sounds = Wanted()
        self.shell.cloth.let_go("ui/title_")
        self._hear_place(session)
        self.tail.clear()
        if session.checkpoint is not None:
            header = self._header(session.checkpoint)
            self.tail.start(header)
            if self.record_to is not None and self.recorder is None:
                self.recorder = Recorder(self.record_to, header, seen)
        return Play(self.shell, session, self.show, self._after, self._captions, notice, self.hands)

    @property
    def play(self) -> Play | None:
        """The session's scene, if one is being played."""
        return next((s for s in self.scenes.all if isinstance(s, Play)), None)

    def _continue(self) -> Scene | None:
        saves = self.kept.saves
        slot = saves.newest() if saves is not None else None
        if saves is None or slot is None:
            return None
        loaded = saves.load(slot)
        if loaded.body is None:
            return None
        try:
            session = loaded_session(Snapshot.from_data(loaded.body), self.settings.rules(), self.content)
        except (ValueError, KeyError, MapError) as e:
            self.note(f"the save cannot be opened: {e}")
            self.scenes.do(Push(Notice(self.shell, self.content.words.get("menu.save.note_gone"))))
            return None
        if loaded.note == "damaged":
            for path in loaded.aside:
                self.note(f"{path}: a damaged save, kept aside; the page before it was opened")
            return self._begin(session, slot, self.content.words.get("menu.save.opened_older"))
        return self._begin(session, slot)

    def _begin(self, session: Session, slot: int, notice: str = "") -> Play:
        self.slot = slot
        return self.play_scene(session, notice)

    def _begin_chapter(self, chapter: int) -> Scene | None:
        """A chapter by itself, with all that came before taken for granted; in a book of its own."""
        first = next((b.id for b in BEATS if b.chapter == chapter and b.id in self.content.beats), "")
        if not first:
            return None
        session = new_session(beat=first, rules=self.settings.rules(), content=self.content)
        session.title = session.title or Card(f"menu.chapters.{chapter}", "chapter", 0, CARD_TICKS)
        return self._begin(session, CHAPTERS)

    def _begin_other_side(self) -> Scene:
        """The whole story again, with the stone in her pocket from the first day."""
        session = new_session(flags=(OTHER_SIDE_FLAG,), rules=self.settings.rules(), content=self.content)
        return self._begin(session, OTHER_SIDE)

    def _practise(self, boss: str, attack: str) -> Scene:
        """A fight for its own sake: nothing is kept but the best time."""
        session = boss_session(boss, attack, rules=self.settings.rules(), content=self.content)
        self._practises = "" if attack else boss
        return self._begin(session, PRACTICE)

    def _practised(self, session: Session) -> None:
        """Whether the fight is won: then how long it took, and the title."""
        boss = self._practises
        if not boss or PRACTICE_ENDS.get(boss, "") not in session.story.done:
            return
        self._practises = ""
        ticks = session.story.counts.get("ticks", 0)
        key = "won_best" if self.keeper.practised(boss, ticks) else "won"
        text = self.content.words.get(f"menu.practice.{key}", time=as_time(ticks))
        self.scenes.do(Push(Notice(self.shell, text, lambda: Swap(self.title_scene(), all=True))))

    def _newly_earned(self) -> list[str]:
        names, self.keeper.earned = self.keeper.earned, []
        if names:
            self._sound("sew_stitch")
        return names

    def _end(self, session: Session) -> Scene:
        """The story is told: it is kept as it stands, and told again."""
        told = retell(session)
        self.keeper.finish(session, told)
        place = session.place
        session.checkpoint = Snapshot.of(session, session.room.name, Vec(place.x, place.y), place.facing)
        wrong = self._save(session)
        if wrong:
            self.note(wrong)
        if self.recorder is not None:
            self.recorder.close(session)
            self.recorder = None
            self.record_to = None
        return self._credits(told)

    def _credits(self, told: Retold) -> Scene:
        self.show.forget()
        if self.ear is not None:
            self.ear.ambience([])
            self.ear.around({})
        scene: Credits

        def then() -> Change:
            return Swap(HowItWent(self.shell, told, scene.quilt))

        scene = Credits(self.shell, told, then)
        return scene

    def _restart(self) -> None:
        play = self.play
        if play is not None and play.session.checkpoint is not None:
            self._do(Deed(do="restore"))
            play.session.restore(play.session.checkpoint)

    def _slip(self) -> None:
        play = self.play
        if play is not None and can_slip(play.session):
            self._do(Deed(do="slip"))
            slip_past(play.session)

    # ---- after a tick

    def _after(self, intent: Intent, session: Session) -> None:
        """Everybody who must know of a tick is told."""
        news = session.news
        if self.recorder is not None:
            self.recorder.add(intent, session)
        self.tail.add(intent, session)
        self.keeper.after(session)
        if self.ear is not None:
            place = session.place
            self.ear.hear(news.all(), (place.x, place.y))
        if news.of(Entered):
            settle()
        if session.tick % HEAR_PLACE_TICKS == 0 or any(
            isinstance(told, Entered | Ended | Raised) for told in news.all()
        ):
            self._hear_place(session)
        if self.slot == PRACTICE:
            self._practised(session)
        if news.of(Checkpointed) or self._is_unsaved:
            self._is_unsaved = False
            assert session.checkpoint is not None
            self.tail.start(self._header(session.checkpoint))
            wrong = self._save()
            if wrong:
                self.note(wrong)

    def _header(self, snapshot: Snapshot) -> Header:
        return header_of(snapshot.seed, self.settings.rules(), snapshot=snapshot.to_data())

    def _save(self, session: Session | None = None) -> str:
        """Writes the last checkpoint of what is played (or of ``session``); "" or what went wrong, for the player."""
        self.keeper.save()
        if session is None and hasattr(self, "scenes") and self.play is not None:
            session = self.play.session
        if session is None or self.kept.saves is None or session.checkpoint is None or self.slot == PRACTICE:
            return ""
        snapshot = session.checkpoint
        story = session.story
        summary = Summary(story.chapter, snapshot.counts.get("ticks", 0) // 60, snapshot.map)
        trouble = self.kept.saves.save(self.slot, snapshot.to_data(), summary)
        if trouble is not None:
            return str(trouble)
        self._saved_at = time.monotonic()
        return ""

    def _do(self, deed: Deed) -> None:
        if self.recorder is not None:
            self.recorder.do(deed)
        self.tail.do(deed)

    # ---- settings

    def apply(self, is_kept: bool) -> None:
        """A setting was changed; ``is_kept``: it should be on disk now."""
        s = self.settings
        self.show.calm, self.show.shake, self.show.flashes = s.calm, s.shake, s.flashes
        if self.ear is not None:
            for bus, steps in s.volumes.items():
                self.ear.volume(bus, steps / 10)
        play = self.play if hasattr(self, "scenes") else None
        if play is not None and play.session.rules != s.rules():
            play.session.rules = s.rules()
            self._do(rules_deed(play.session.rules))
        if is_kept and self.kept.settings is not None:
            trouble = self.kept.settings.save(s)
            if trouble is not None:
                self.note(str(trouble))

    # ---- sound

    def open_ear(self, ear: Ear) -> None:
        """Sound joins when the first picture is up."""
        self.ear = ear
        self.apply(False)
        play = self.play
        if play is not None:
            self._sounds = Wanted()
            self._hear_place(play.session)
        else:
            self._title_sounds()

    def _sound(self, name: str) -> None:
        if self.ear is not None:
            self.ear.play(name)

    def _music(self, name: str) -> None:
        if self.ear is not None:
            self.ear.music(name or None)

    def _hear_place(self, session: Session) -> None:
        """The place sounds as it is, where she stands in it; only what changed is told."""
        if self.ear is None:
            return
        now = wanted(session)
        if (now.music, now.stems) != (self._sounds.music, self._sounds.stems):
            self.ear.music(now.music or None, now.stems)
        if now.ambience != self._sounds.ambience:
            self.ear.ambience(now.ambience)
        if now.around != self._sounds.around:
            self.ear.around(now.around)
        self._sounds = now

    def _captions(self) -> list[tuple[str, str, float]]:
        return self.ear.captions if self.ear is not None else []

    def hear_frame(self, dt_s: float) -> None:
        """Fades and loops go on; ducking follows what is on the screen."""
        if self.ear is None:
            return
        play = self.play
        top = self.scenes.top if not self.scenes.is_over else None
        self.ear.duck("dialogue", play is not None and play.session.talk is not None)
        stone = play.session.world.find(play.session.hero, Stone) if play is not None else None
        self.ear.duck("stone", stone is not None and stone.is_wanted)
        self.ear.pause(play is not None and top is not play)
        at = (play.session.place.x, play.session.place.y) if play is not None else (0.0, 0.0)
        self.ear.frame(dt_s, at)

    # ---- a picture

    def paint(self, between: float, dt_s: float) -> Frame:
        """The picture of now: the world, if one can be seen, and all interface over it. Changes nothing a tick can see."""
        self.shell.device = self.pad.device
        self.shell.swaps_confirm = self.pad.swaps_confirm
        top = self.scenes.top
        if self.play is None:
            next(self._warming, None)  # a picture more of the first map is read while the title stands there
        seen_scenes = self.scenes.all
        world = next((s for s in reversed(seen_scenes) if not s.is_over), seen_scenes[0])
        if isinstance(world, Play):
            frame = world.frame(between, dt_s if top is world else 0.0)
        else:
            frame = self.show.blank_frame()
        frame.paint_over = lambda surface: self.scenes.draw(surface, between)
        return frame

    def _load_room(self, name: str) -> Room | None:
        try:
            return self.content.load_room(name)
        except Exception:
            return None  # the map page can do without a map that cannot be read

    def close(self) -> None:
        """Ends recordings and sound."""
        play = self.play if not self.scenes.is_over else None
        if self.recorder is not None and play is not None:
            self.recorder.close(play.session)
        if self.ear is not None:
            self.ear.close()
