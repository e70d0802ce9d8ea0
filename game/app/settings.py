"""What a player may set, and the one file it is kept in. Never part of a save. A new setting: a field here and, if it
is for players' eyes, its name and help in en.toml under [options].
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from game.app.bindings import Bindings
from game.app.folder import Folder, Trouble
from game.sim.parts import Rules

FILE = "settings.json"
LETTERS_A_TICK = {"slow": 0.4, "normal": 0.75, "fast": 1.5, "at_once": 0.0}
"""0 = the whole line at once."""
VOLUMES = {"master": 10, "music": 8, "effects": 10, "voices": 8, "ambience": 8}

Unit = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
Steps = Annotated[int, msgspec.Meta(ge=0, le=10)]
Pixels = Annotated[int, msgspec.Meta(ge=64, le=16384)]


class Settings(msgspec.Struct):
    """Changed in place by the options pages. ``shake`` and ``rumble`` 0..1, ``volumes`` 0..10."""

    text_speed: Literal["slow", "normal", "fast", "at_once"] = "normal"
    text_size: Literal[100, 150, 200] = 100
    captions: bool = False
    shake: Unit = 1.0
    flashes: bool = True
    calm: bool = False
    safe_area: bool = False
    volumes: dict[str, Steps] = msgspec.field(default_factory=lambda: dict(VOLUMES))
    window: Literal["window", "borderless", "fullscreen"] = "window"
    window_size: tuple[Pixels, Pixels] = (1280, 720)
    scale: Literal["integer", "fit", "stretch"] = "integer"
    aspect: Literal["16:9", "16:10", "21:9"] = "16:9"
    renderer: Literal["auto", "opengl", "software"] = "auto"
    vsync: bool = True
    mute_away: bool = True
    pause_away: bool = True
    run_toggle: bool = False
    sneak_toggle: bool = False
    auto_run: bool = False
    auto_brace: bool = False
    no_sway: bool = False
    quiet_boards: bool = False
    stone_toggle: bool = False
    wide_lens: bool = False
    more_stitches: Annotated[int, msgspec.Meta(ge=0, le=5)] = 0
    no_fail: bool = False
    skip_after: bool = True
    difficulty: Literal["storybook", "brave", "beldam"] = "brave"
    speed: Annotated[float, msgspec.Meta(ge=0.5, le=1.0)] = 1.0
    show_window: Annotated[float, msgspec.Meta(ge=1.0, le=2.0)] = 1.0
    wind_ups: Annotated[float, msgspec.Meta(ge=1.0, le=2.0)] = 1.0
    dead_zone: Annotated[float, msgspec.Meta(ge=0.05, le=0.6)] = 0.20
    rumble: Unit = 1.0
    swap_confirm: bool = False
    glyphs: Literal["auto", "keyboard", "xbox", "playstation", "nintendo", "deck", "generic"] = "auto"
    run_clock: bool = False
    calm_chase: bool = False
    gentle: bool = False
    slow_throw: bool = False
    first_run: bool = True
    bindings: Bindings = msgspec.field(default_factory=Bindings)

    def rules(self) -> Rules:
        """The part that rules may know; goes into every recording."""
        return Rules(
            text_speed=LETTERS_A_TICK[self.text_speed],
            difficulty=self.difficulty,
            auto_brace=self.auto_brace,
            no_sway=self.no_sway,
            quiet_boards=self.quiet_boards,
            stone_toggle=self.stone_toggle,
            wide_lens=self.wide_lens,
            more_stitches=self.more_stitches,
            no_fail=self.no_fail,
            skip_after=self.skip_after,
            run_toggle=self.run_toggle,
            sneak_toggle=self.sneak_toggle,
            auto_run=self.auto_run,
            speed=self.speed,
            show_window=self.show_window,
            windup=self.wind_ups,
            calm_chase=self.calm_chase,
            gentle=self.gentle,
            slow_throw=self.slow_throw,
        )


class SettingsFile:
    """settings.json in its folder. What this version does not know stays in the file."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._unknown: dict[str, Any] = {}

    def load(self) -> tuple[Settings, str]:
        """The settings, and one line when something was wrong with the file ("" else). Never raises.

        A wrong value costs that one setting; a file that cannot be read at all is kept beside, the defaults are used.
        """
        data = self._folder.read(FILE)
        if data is None:
            return Settings(), ""
        if isinstance(data, Trouble):
            return Settings(), f"{data}; playing with the settings as they come"
        try:
            raw = msgspec.json.decode(data, type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError) as e:
            aside = self._folder.set_aside(FILE)
            kept = f"; the old file is kept as {aside.name}" if aside else ""
            return Settings(), f"{self._folder.root / FILE}: {e}{kept}; playing with the settings as they come"
        settings, wrong = Settings(), []
        for field in msgspec.structs.fields(Settings):
            if field.name in raw:
                try:
                    setattr(settings, field.name, msgspec.convert(raw[field.name], field.type))
                except msgspec.ValidationError:
                    wrong.append(field.name)
        settings.volumes = VOLUMES | settings.volumes
        if settings.bindings.mend() and "bindings" in raw:
            wrong.append("bindings")
        known = {f.name for f in msgspec.structs.fields(Settings)}
        self._unknown = {k: v for k, v in raw.items() if k not in known}
        line = f"{self._folder.root / FILE}: as it came: {', '.join(dict.fromkeys(wrong))}" if wrong else ""
        return settings, line

    def save(self, settings: Settings) -> Trouble | None:
        """Writes the file; None = done. To be called when something was changed, never otherwise."""
        data = self._unknown | msgspec.to_builtins(settings)
        return self._folder.write(FILE, msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n")
