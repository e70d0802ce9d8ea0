"""How it looks in her room: needles in rows, the stare, a warm pocket, the cat in the air."""

from game.view.acts.web.cat_throw import ButtonsLook, CatThrowLook
from game.view.acts.web.hush import HushLook
from game.view.acts.web.needlework import NeedleworkLook
from game.view.acts.web.stare import StareLook
from game.view.acts.web.torn import TornLook

__all__ = ["ButtonsLook", "CatThrowLook", "HushLook", "NeedleworkLook", "StareLook", "TornLook"]
