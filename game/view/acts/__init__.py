"""How acts look: one ActLook for each of sim/acts. To add one: a file here and a line in LOOKS."""

from __future__ import annotations

from typing import Any

from game.sim.acts import (
    Act,
    Backing,
    BeamAct,
    Buttons,
    CatThrow,
    Cell,
    Cellar,
    Chase,
    Circus,
    Climb,
    Corridor,
    Duet,
    Escape,
    Farewell,
    Flight,
    Garden,
    GreyWalk,
    HandFight,
    Held,
    House,
    Hush,
    Interval,
    LanternWalk,
    Needlework,
    NightAct,
    Pane,
    Party,
    Pursuit,
    RatHunt,
    Ripples,
    Shutting,
    Snow,
    Stare,
    Starway,
    Storm,
    Strings,
    StrollAct,
    TornOff,
    Unfloored,
    Unmade,
    Vow,
)
from game.view.acts.backing import BackingLook
from game.view.acts.beam import BeamLook
from game.view.acts.chase import ChaseLook
from game.view.acts.circus import CircusLook
from game.view.acts.climb import ClimbLook, UnflooredLook
from game.view.acts.corridor import CorridorLook
from game.view.acts.duet import BoardsLook, DuetLook, FarewellLook, PursuitLook
from game.view.acts.escape import EscapeLook, GreyLook, HeldLook
from game.view.acts.garden import GardenLook
from game.view.acts.hand import HandLook, WalkLook
from game.view.acts.hem import UnmadeLook
from game.view.acts.look import ActLook
from game.view.acts.mirror import MirrorLook, PaneLook, VowLook
from game.view.acts.night import NightLook
from game.view.acts.party import PartyLook
from game.view.acts.rats import RatsLook
from game.view.acts.shutting import ShuttingLook
from game.view.acts.snow import SnowLook
from game.view.acts.starway import StarwayLook
from game.view.acts.strings import StringsLook
from game.view.acts.stroll import StrollLook
from game.view.acts.theatre import CellarLook, FlightLook, HouseLook, StormLook
from game.view.acts.web import ButtonsLook, CatThrowLook, HushLook, NeedleworkLook, StareLook, TornLook
from game.view.assets import Assets

__all__ = ["LOOKS", "ActLook", "Acts"]
LOOKS: dict[type[Act], type[ActLook]] = {
    Backing: BackingLook,
    BeamAct: BeamLook,
    Buttons: ButtonsLook,
    CatThrow: CatThrowLook,
    Hush: HushLook,
    Needlework: NeedleworkLook,
    Stare: StareLook,
    TornOff: TornLook,
    Chase: ChaseLook,
    Circus: CircusLook,
    Climb: ClimbLook,
    Corridor: CorridorLook,
    Interval: BoardsLook,
    Duet: DuetLook,
    Farewell: FarewellLook,
    Pursuit: PursuitLook,
    Escape: EscapeLook,
    Garden: GardenLook,
    GreyWalk: GreyLook,
    HandFight: HandLook,
    LanternWalk: WalkLook,
    Held: HeldLook,
    NightAct: NightLook,
    RatHunt: RatsLook,
    Cell: MirrorLook,
    Ripples: MirrorLook,
    Vow: VowLook,
    Pane: PaneLook,
    Party: PartyLook,
    Snow: SnowLook,
    Starway: StarwayLook,
    Shutting: ShuttingLook,
    Strings: StringsLook,
    StrollAct: StrollLook,
    Unfloored: UnflooredLook,
    Unmade: UnmadeLook,
    Storm: StormLook,
    House: HouseLook,
    Flight: FlightLook,
    Cellar: CellarLook,
}


class Acts:
    """Keeps the look of the act that is on, for the Show and the overlay alike."""

    def __init__(self, assets: Assets) -> None:
        self.assets = assets
        self._act: Act | None = None
        self._look: ActLook | None = None

    def of(self, session: Any) -> ActLook | None:
        """The look of the session's act, None when there is none or it has no look."""
        if session.act is not self._act:
            self._act = session.act
            kind = LOOKS.get(type(session.act)) if session.act is not None else None
            self._look = kind(self.assets) if kind else None
        return self._look
