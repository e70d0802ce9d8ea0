"""The sound device in few words: load, start, level, stop on 32 numbered channels. And Silence: the same without one.

Facts about SDL_mixer that shaped this: play() resets panning, so levels are set after it; fade_ms overrules
set_volume(), so nobody uses it; a rate other than 48 kHz is resampled badly, so no change is allowed; decoding a file
locks the device, so long files are decoded in slices (vorbis.py), and music while it plays (stream.py)."""

from __future__ import annotations

import io
import threading
import time
from collections import OrderedDict
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

import pygame
import pygame.sndarray

from game.view import vorbis
from game.view.stream import RATE as RATE
from game.view.stream import RING, DeviceClock, Stream

BUFFER, CHANNELS = 512, 32  # samples, 10.7 ms; channels
STEPS = 128  # of SDL_mixer's volume
LONG_BYTES = 40_000  # files from this size on are decoded in slices
SLICE = RATE  # samples: 3 ms of work
BREATH = 0.0005  # s of rest between slices, in the worker thread
STREAMED = 2 * RING  # samples from which on a file is streamed
TOP_UP = 0.5  # s between two looks at the streams
SHELF_BYTES = 6 * 2**20  # decoded effects kept in memory; music and ambience are let go by name


class Mixer(Protocol):
    """What the ear needs of a device. why is "" when it can be heard."""

    why: str

    def want(self, path: Path) -> None:
        """Load a file soon, in another thread."""

    def has(self, path: Path, now: bool = False) -> bool:
        """Is the file loaded? With now, load it here if not. False too when it cannot be loaded."""

    def forget(self, path: Path) -> None:
        """Let a loaded file go."""

    def start(self, channel: int, path: Path, left: float, right: float, endless: bool = False) -> None:
        """Play a loaded file from its start."""

    def level(self, channel: int, left: float, right: float) -> None:
        """Set a channel's levels, 0..1."""

    def stop(self, channel: int) -> None: ...

    def busy(self, channel: int) -> bool: ...

    def pause(self, on: bool) -> None:
        """Hold all that is playing; what starts later still sounds."""

    def close(self) -> None: ...


class Silence:
    """No device: everything is accepted and nothing sounds."""

    def __init__(self, why: str) -> None:
        self.why = why

    def want(self, path: Path) -> None:
        pass

    def has(self, path: Path, now: bool = False) -> bool:
        return True

    def forget(self, path: Path) -> None:
        pass

    def start(self, channel: int, path: Path, left: float, right: float, endless: bool = False) -> None:
        pass

    def level(self, channel: int, left: float, right: float) -> None:
        pass

    def stop(self, channel: int) -> None:
        pass

    def busy(self, channel: int) -> bool:
        return False

    def pause(self, on: bool) -> None:
        pass

    def close(self) -> None:
        pass


class Loudspeaker:
    """pygame's mixer. Decoding happens in one worker thread (it lets go of the interpreter: longest stall 5 ms)."""

    def __init__(self) -> None:
        """Opens the device. Raises pygame.error or NotImplementedError where there is none."""
        self.why = ""
        if pygame.mixer.get_init():
            pygame.mixer.quit()  # pygame.init() opens it at whatever rate the device likes
        pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
        pygame.mixer.set_num_channels(CHANNELS)
        pygame.mixer.set_reserved(CHANNELS)
        self._channels = [pygame.mixer.Channel(i) for i in range(CHANNELS)]
        self._levels = [(-1, -1)] * CHANNELS
        self._clock = DeviceClock()
        self._shelf: OrderedDict[Path, pygame.mixer.Sound] = OrderedDict()
        self._streams: dict[Path, Stream] = {}
        """Ready to be started, once each."""
        self._playing: dict[int, Stream] = {}
        """By channel."""
        self._broken: set[Path] = set()
        self._asked: set[Path] = set()
        self._lock = threading.Lock()
        self._queue: SimpleQueue[Path | None] = SimpleQueue()
        self._worker = threading.Thread(target=self._work, name="sounds", daemon=True)
        self._worker.start()

    def _work(self) -> None:
        while True:
            try:
                path = self._queue.get(timeout=TOP_UP)
            except Empty:
                self._top_up()
                continue
            if path is None:
                return
            if path in self._asked:  # not forgotten meanwhile
                self._load(path)
            self._top_up()

    def _top_up(self) -> None:
        """The streams that play are decoded a little further."""
        with self._lock:
            playing = list(self._playing.items())
        for channel, stream in playing:
            heard = stream.heard(self._clock.now())
            if not stream.is_endless and heard >= stream.length:
                self._end(channel, stream)
                continue
            try:
                for _ in stream.fill(heard):
                    time.sleep(BREATH)
            except (pygame.error, ValueError):  # a damaged page in the middle
                self._end(channel, stream)

    def _end(self, channel: int, stream: Stream) -> None:
        """A stream is over: it was to be heard once, or cannot be read on."""
        with self._lock:
            if self._playing.get(channel) is stream:
                del self._playing[channel]
                self._channels[channel].stop()

    def _load(self, path: Path) -> None:
        try:
            sound = _read(path)
        except (pygame.error, OSError, ValueError):
            with self._lock:
                self._broken.add(path)
            return
        with self._lock:
            if isinstance(sound, Stream):
                self._streams[path] = sound
            else:
                self._shelf[path] = sound
            self._asked.discard(path)
            self._tidy()

    def _tidy(self) -> None:
        """Let the effects go that nobody has asked for longest. Long files (music, ambience) are not counted."""
        short = [(p, int(s.get_length() * RATE * 4)) for p, s in self._shelf.items()]
        total = sum(size for _, size in short if size < 2**20)
        for path, size in short:
            if total <= SHELF_BYTES:
                return
            if size < 2**20:
                total -= size
                del self._shelf[path]

    def want(self, path: Path) -> None:
        with self._lock:
            if path in self._shelf or path in self._streams or path in self._asked or path in self._broken:
                return
            self._asked.add(path)
        self._queue.put(path)

    def has(self, path: Path, now: bool = False) -> bool:
        with self._lock:
            if path in self._shelf:
                self._shelf.move_to_end(path)
                return True
            if path in self._streams:
                return True
            if path in self._broken:
                return False
        if now:
            self._load(path)
            with self._lock:
                return path in self._shelf or path in self._streams
        self.want(path)
        return False

    def forget(self, path: Path) -> None:
        with self._lock:
            self._shelf.pop(path, None)
            self._streams.pop(path, None)
            self._asked.discard(path)

    def start(self, channel: int, path: Path, left: float, right: float, endless: bool = False) -> None:
        with self._lock:
            sound, stream = self._shelf.get(path), self._streams.pop(path, None)
            self._playing.pop(channel, None)
        if stream is not None:
            self._channels[channel].play(stream.sound, -1)
            stream.is_endless, stream.began_at = endless, self._clock.now()
            with self._lock:
                self._playing[channel] = stream
        elif sound is not None:
            self._channels[channel].play(sound, -1 if endless else 0)
        else:
            return
        self._levels[channel] = (-1, -1)
        self.level(channel, left, right)

    def level(self, channel: int, left: float, right: float) -> None:
        steps = (round(min(1.0, max(0.0, left)) * STEPS), round(min(1.0, max(0.0, right)) * STEPS))
        if steps != self._levels[channel]:  # each call waits for the device's lock
            self._levels[channel] = steps
            self._channels[channel].set_volume(steps[0] / STEPS, steps[1] / STEPS)

    def stop(self, channel: int) -> None:
        with self._lock:
            self._playing.pop(channel, None)
        self._channels[channel].stop()

    def busy(self, channel: int) -> bool:
        return bool(self._channels[channel].get_busy())

    def pause(self, on: bool) -> None:
        with self._lock:
            playing = list(self._playing.values())
        now = self._clock.now()
        if on:
            pygame.mixer.pause()
        else:
            pygame.mixer.unpause()
        for stream in playing:
            stream.hold(now) if on else stream.go_on(now)

    def close(self) -> None:
        self._queue.put(None)
        self._worker.join(timeout=2)
        for shelf in (self._shelf, self._streams, self._playing):
            shelf.clear()
        pygame.mixer.quit()


def _read(path: Path) -> pygame.mixer.Sound | Stream:
    """Decode a file. Long ones in slices, so that the device is never locked for more than a few milliseconds."""
    if path.suffix != ".ogg" or path.stat().st_size < LONG_BYTES:
        return pygame.mixer.Sound(path)
    data = path.read_bytes()
    if vorbis.length(data) > STREAMED:
        stream = Stream(data)
        for _ in stream.fill(0):
            time.sleep(BREATH)
        return stream
    sound = pygame.mixer.Sound(buffer=bytes(vorbis.length(data) * 4))  # 16 bits, two channels
    samples = pygame.sndarray.samples(sound)
    done = 0
    for part, n in vorbis.slices(data, SLICE):
        if n:
            samples[done : done + n] = pygame.sndarray.samples(pygame.mixer.Sound(io.BytesIO(part)))[-n:]
        done += n
        time.sleep(BREATH)
    return sound


def open_mixer(mute: bool) -> Mixer:
    """The loudspeaker, or Silence with the reason why. Never raises."""
    if mute:
        return Silence("muted")
    try:
        return Loudspeaker()
    except (pygame.error, NotImplementedError, ImportError, OSError) as error:
        return Silence(f"no sound device: {error}")
