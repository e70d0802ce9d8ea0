"""The window: modes and sizes on SDL's dummy screen, and one clear line where there is none; in its own process."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from game.app.window import may_have_card


def run(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    without = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_RUNTIME_DIR"}
    kept = {k: v for k, v in os.environ.items() if k not in without}
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        env=kept | {"PYGAME_HIDE_SUPPORT_PROMPT": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_modes_and_sizes_are_remembered() -> None:
    ran = run(
        """
        import pygame
        from game.app import window
        from game.app.settings import Settings
        window.prepare()
        settings = Settings(window_size=(100, 100))
        one = window.Window(settings)
        assert one.size == window.SMALLEST, one.size
        assert 20 <= one.hz <= 1000
        assert pygame.display.get_caption()[0] == window.TITLE
        for mode in ("borderless", "fullscreen", "window"):
            one.set_mode(mode)
            assert settings.window == mode
            one.surface.fill((1, 2, 3))
            pygame.display.flip()
        one.toggle_fullscreen()
        assert settings.window == "fullscreen"
        one.toggle_fullscreen()
        assert settings.window == "window"
        assert one.feed(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=640, y=360))
        assert not one.feed(pygame.event.Event(pygame.KEYUP))
        assert settings.window_size == window.SMALLEST
        one.close()
        """,
        SDL_VIDEODRIVER="dummy",
    )
    assert ran.returncode == 0, ran.stderr


def test_a_screen_without_opengl_gives_a_plain_window() -> None:
    ran = run(
        """
        from game.app.settings import Settings
        from game.app.window import Window
        one = Window(Settings(), wants_opengl=True)
        assert not one.is_opengl
        one.reopen(True)
        one.surface.fill((1, 2, 3))
        """,
        SDL_VIDEODRIVER="dummy",
    )
    assert ran.returncode == 0, ran.stderr


def test_whether_there_may_be_a_graphics_card(tmp_path: Path) -> None:
    assert may_have_card("win32", tmp_path)
    assert not may_have_card("linux", tmp_path)
    (tmp_path / "dri").mkdir()
    (tmp_path / "dri" / "renderD128").touch()
    assert may_have_card("linux", tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_no_display_is_one_clear_line() -> None:
    ran = run(
        """
        import sys
        from game.app.settings import Settings
        from game.app.window import Window, WindowError
        try:
            Window(Settings())
        except WindowError as e:
            print(e)
            sys.exit(e.exit_code)
        """
    )
    assert ran.returncode == 2, ran.stderr
    assert ran.stdout.count("\n") == 1
    assert "no display" in ran.stdout
