"""Show: a session as a Frame. Camera, ground, light, people and weather come together here; painters do the rest.

Nothing here writes to a session, and nothing of it is saved. ``hear`` after every tick catches what shakes; ``frame`` makes a
picture. What ``bench`` may time: Show.look, Show.draw_ground, Show.draw_stand, Show.draw_air (in this order inside frame).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, BLEND_RGBA_MULT, SRCALPHA, Rect, Surface

from game.core.geometry import Box, Vec
from game.sim.happenings import Entered, Shook
from game.sim.parts import Aim, Flight, Furniture, Gaze, Lamp, Place, Stone, Walker
from game.sim.room import Room
from game.sim.systems.reveal import ITEM
from game.view.acts import ActLook, Acts
from game.view.assets import Assets
from game.view.camera import LEAD, Camera
from game.view.crossing import cross, pulse_at
from game.view.light import LAMP_ABOVE, Beam, Light, colour_of, wavering
from game.view.mood import Mood, mood_of
from game.view.moves import Moves
from game.view.painter import SIZE, Colour, Frame, Grade, Layer, Scene, Size
from game.view.pictures import roomy
from game.view.rigs import Rigs
from game.view.ruins import Ruins
from game.view.sewing import Sewing
from game.view.shape import Shape
from game.view.specks import Specks
from game.view.sprites import Layers, Stand
from game.view.stealth import Stealth
from game.view.tiles import HURRY, PX, Chunk, Ground, Lighting
from game.view.touches import Touches
from game.view.truth import TruthLook
from game.view.tube import Tube
from game.view.weather import Weather

PASSAGE, LONG_PASSAGE, PULSE_STEP = "between/passage", "between/passage_long", 8
COLD = "cold"
"""The passage's weather, when nobody is expected."""
RELIGHTS_TICKS = 50
DARK, DARK_CHUNKS, DARK_PROPS = 0.75, 3, 14
"""While the picture is as dark as that, a room that has been come to is made ready bit by bit: so much a picture."""
TRUE_GAIN = 1.16
"""What is true is a little brighter than what seems."""
GRADE_S = 1.2
"""Seconds in which one grade becomes another."""
EAVE_PX, STEPS_PX = 84, 60
"""A porch roof's eave is drawn so far above the back edge of its boards; the steps before them lie in the rain."""
PEEP = (112, 104)
"""px of the hole that opens round her under roofs and tree tops."""
PEEP_S = 0.25
WINDOW_LAMP = 84.0
"""px above the floor of the light that a window throws."""
LAMP_GAIN = 1.3
SPARK_PX = 6.0
"""How far above the feet of who carries it a lamp is."""
LAMP_HUE = 1.6
AIM_PX = 210.0
"""So far the picture leans ahead of a throw."""
VEILS = {"black": (0, 0, 0), "white": (246, 244, 238), "red": (64, 8, 16)}


class Show:
    """See above. ``calm`` = reduced motion; ``flashes`` False = no lightning; ``shake`` 0..1 scales every tremble."""

    def __init__(self, assets: Assets, size: Size = SIZE, calm: bool = False) -> None:
        self.assets, self.size, self.calm = assets, size, calm
        self.shake = 1.0
        self.flashes = True
        self.camera = Camera(size)
        self.weather = Weather(size)
        self.touches = Touches(assets, glass_of)
        self.moves = Moves(assets)
        self.stealth = Stealth()
        self.acts = Acts(assets)
        self.truth = TruthLook(assets, size)
        self.rigs = Rigs(assets)
        self.ruins = Ruins(assets, size)
        self.sewing = Sewing()
        self.specks = Specks()
        self._room: Room | None = None
        self._cut_to: ActLook | None = None
        self._layers = Layers(Surface(size, 0, 32), Surface(size, 0, 32), Surface(size, 0, 32))
        self._version = 0
        self._blank: Scene | None = None
        self._heard = -1
        self._mood: Mood | None = None
        self._mood_of: tuple[str, str, bool] = ("", "", False)
        self._grade: Grade | None = None
        self._lamps: tuple[object, ...] | None = None
        self._things: tuple[object, ...] | None = None
        self._ground: Ground | None = None
        self._tubes: tuple[Tube, ...] = ()
        self._stand: Stand | None = None
        self._shape: Shape | None = None
        self._stamp = 0
        self._relit = -1
        self._hole = 0.0
        self._glasses: list[Rect] = []
        self._dry: list[Rect] = []
        self._scratch = roomy((PX, PX))
        self._discs: dict[tuple[int, tuple[int, int, int]], Surface] = {}

    # ---- doors

    def hear(self, session: Any) -> None:
        """After a tick: what shakes the picture. Safe to call twice for one tick."""
        if session.tick == self._heard:
            return
        self._heard = session.tick
        if session.news.of(Entered):  # it may be another end of the same map
            self.camera.snap()
        self.touches.hear(session)
        self.moves.hear(session)
        self.stealth.hear(session)
        self.rigs.hear(session)
        self.truth.hear(session)
        self.specks.tick()
        self.sewing.hear(session, self.specks)
        self.ruins.hear(session, self.specks)
        act = self.acts.of(session)
        if act is not None:
            act.hear(session, session.act)
        for happening in session.news.of(Shook):
            if not self.calm:
                self.camera.shake(happening.px * self.shake, happening.ticks)

    def frame(self, session: Any, between: float, dt_s: float) -> Frame:
        """The picture ``between`` (0..1) the last tick and this one; ``dt_s`` since the picture before. Changes nothing."""
        self.hear(session)
        is_first = session.room is not self._room
        self._enter(session)
        self.ruins.look(session)
        place = session.world.get(session.hero, Place)
        hero = Vec(place.was_x + (place.x - place.was_x) * between, place.was_y + (place.y - place.was_y) * between)
        layers, self._blank = self._layers, None
        layers.x, layers.y = self.look(session, hero, dt_s)
        layers.glows.clear()
        t = session.tick + between
        self.draw_ground(session, layers, 0 if is_first else 1)
        self.draw_stand(session, layers, between, dt_s, hero)
        self.draw_air(session, layers, between, dt_s, t, hero)
        self._version += 1
        v = self._version
        scene = Scene(
            Layer(layers.albedo, v), Layer(layers.light, v), Layer(layers.glow, v), self._graded(dt_s, is_first)
        )
        fade = session.fade
        veil = VEILS.get(fade.colour) or tuple(round(c * 255) for c in colour_of(fade.colour))
        frame = Frame(scene, t / 60, veil=(veil[0], veil[1], veil[2]), veiled=fade.amount, calm=self.calm)
        view, at = Rect((layers.x, layers.y), self.size), (hero.x - layers.x, hero.y - 16 - layers.y)
        assert self._ground is not None and self._stand is not None
        stand = self._stand
        frame.crumble = self.ruins.crumble(
            session,
            self._ground,
            view,
            between,
            at,
            lambda: (*stand.shapes(session, view), *self.rigs.shapes(layers, stand, session, between)),
        )
        self._look_through(session, frame, between, t, hero)
        self.sewing.put_into(frame, self.flashes)
        cross(frame, session.crossing, (hero.x - layers.x, hero.y - 16 - layers.y), self.calm)
        return frame

    def _look_through(self, session: Any, frame: Frame, between: float, t: float, hero: Vec) -> None:
        """The stone, and what it shows where that is not what everybody sees."""
        stone = session.world.find(session.hero, Stone)
        if stone is None or ITEM not in session.story.items:
            return
        frame.stone = stone.radius
        layers = self._layers
        lens = frame.lens = self.truth.lens(session, between, (hero.x, hero.y), (layers.x, layers.y))
        if lens is None:
            return
        area = self.truth.area(lens)
        on_map = area.move(layers.x, layers.y)
        act = self.acts.of(session)
        now = frame.scene.grade
        gain = (now.gain[0] * TRUE_GAIN, now.gain[1] * TRUE_GAIN, now.gain[2] * TRUE_GAIN)
        true = replace(now, saturation=1.0, gain=gain)
        assert self._ground is not None
        if area.w and area.h and self.truth.wants(session, on_map, self._ground, act):
            seen = self.truth.canvas(area, (layers.x, layers.y))
            self.draw_truth(session, seen, on_map, between, t, hero)
            v = self._version
            frame.truth = Scene(
                Layer(seen.albedo, v, area), Layer(seen.light, v, area), Layer(seen.glow, v, area), true
            )
        else:
            frame.truth = replace(frame.scene, grade=true)

    def draw_truth(self, session: Any, layers: Layers, area: Rect, between: float, t: float, hero: Vec) -> None:
        """The room as the stone shows it, within ``area`` of the map, px: no weather, no roofs."""
        assert self._ground is not None and self._stand is not None
        for s in (layers.albedo, layers.light, layers.glow):
            self.truth.fill(s, (6, 5, 12) if s is layers.albedo else (60, 60, 66) if s is layers.light else (0, 0, 0))
        self._lay(session, layers, [c for c in self._ground.kept(area) if c.lit is not None])
        self.truth.ground(layers, session, self._ground, area)
        self.moves.ground(layers, session, between, t)
        act = self.acts.of(session)
        if act is not None:
            act.ground(layers, session, session.act, t)

        def on_walls() -> None:
            if act is not None:
                act.floor(layers, session, session.act, t)

        self._stand.draw(session, layers, between, 0.0, (hero.x, hero.y), on_walls, self.truth, self.rigs)
        self._carried_lights(session, layers)
        self.moves.over(layers, session, t)
        self.specks.draw(layers)
        if act is not None:
            act.over(layers, session, session.act, t)
        self.truth.over(layers, session, area, t, self._stand.made)
        if act is not None and act.has_truth:
            act.truth(layers, session, session.act, t)

    def forget(self) -> None:
        """Lets go of the room: the next frame bakes everything anew (pictures changed on disk; she went to the title)."""
        self._room = self._shape = None
        self._tubes = ()
        self._leave()

    @property
    def corner(self) -> tuple[int, int]:
        """The top left px of the last picture in the map: for the interface, which points at things."""
        return self._layers.x, self._layers.y

    def blank_frame(self) -> Frame:
        """Nothing but darkness, for screens that are all interface."""
        if self._blank is None:
            layers = self._layers  # which hold nothing that lasts
            for s in (layers.albedo, layers.light, layers.glow):
                s.fill((0, 0, 0))
            self._version += 1
            v = self._version
            self._blank = Scene(
                Layer(layers.albedo, v), Layer(layers.light, v), Layer(layers.glow, v), Grade(vignette=0.0)
            )
        return Frame(self._blank, calm=self.calm)

    # ---- what changes seldom

    def _enter(self, session: Any) -> None:
        """A new room, another hour, another lamp: whatever is baked is baked anew."""
        room: Room = session.room
        mood_key = (session.room.name, session.weather, bool(session.is_night))
        lamps, things = session.world.each(Place, Lamp), session.world.each(Furniture)
        if session.room is not self._room:
            self._leave()
            self.assets.turn()
            self._room = room
            self._shape = Shape(session.room)
            self.camera.snap()
            self._mood, self._mood_of = mood_of(room, session.weather, bool(session.is_night)), mood_key
            lighting = self._lighting(session, None)
            self._stand = Stand(self.assets, session, self._shape, lighting, self._mood.saturation)
            self._lamps, self._things = lamps, things
            self._ground = Ground(self.assets, session.room, self._shape, lighting, self._mood.saturation)
            self._adopt(self._lighting(session, self._stand), at_once=True)
            self._hole = 0.0
            self._glasses = [glass_of(f.box) for _, f in self._stand.windows()] if room.indoors else []
            self._dry = under_roofs(room)
            self._tubes = tubes_of(room, session.weather == COLD)
        elif mood_key != self._mood_of:
            night = mood_key[2] != self._mood_of[2]
            self._mood, self._mood_of = mood_of(room, session.weather, bool(session.is_night)), mood_key
            self._lamps, self._things = lamps, things
            self._adopt(self._lighting(session, self._stand), at_once=night)
        elif (lamps is not self._lamps or things is not self._things) and self._may_relight(session):
            # Somebody came or went, or a checkpoint has made the room anew: seldom anything that shines.
            assert self._stand is not None
            glimmers = self._stand.glimmers
            self._stand.gather(session)
            is_same = lamps == self._lamps and glimmers == self._stand.glimmers
            self._lamps, self._things = lamps, things
            if not is_same:
                self._adopt(self._lighting(session, self._stand), at_once=False)

    def _may_relight(self, session: Any) -> bool:
        """While the floor falls lamps go out one after the other: light follows them every now and then, not for each."""
        if not session.ruin.gone:
            return True
        if self._relit <= session.tick < self._relit + RELIGHTS_TICKS:
            return False
        self._relit = session.tick
        return True

    def _leave(self) -> None:
        """The room before is let go first: two at a time would take 20 MB more."""
        if self._ground is not None:
            self._ground.close()
        self._ground = self._stand = None

    def _adopt(self, lighting: Lighting, at_once: bool) -> None:
        assert self._ground is not None and self._stand is not None
        now = self._ground.lighting
        if not at_once and (now.sky, now.lights, now.beams) == (lighting.sky, lighting.lights, lighting.beams):
            return
        self._ground.relight(lighting, at_once)
        if at_once:
            self._stand.lighting = lighting

    def _lighting(self, session: Any, stand: Stand | None) -> Lighting:
        """The lamps that do not move, their shadows, the daylight from the windows."""
        assert self._shape is not None and self._mood is not None
        self._stamp += 1
        if stand is None:
            return Lighting(self._mood.sky, (), (), self._stamp)
        feet = stand.footprints(session)
        windows = [(f.box.x + f.box.w / 2, f.box.bottom, f.box.w) for p, f in stand.windows()]
        lights = tuple(
            self._light_of(e, place, lamp, windows)
            for e, place, lamp in session.world.each(Place, Lamp)
            if not session.world.has(e, Walker)
        )
        lights += stand.glimmers
        sky, tint = self._mood.sky, self._mood.tint
        lighting = Lighting(
            replace(sky, ambient=tinted(sky.ambient, tint), sun=tinted(sky.sun, tint)),
            tuple(replace(light, colour=tinted(light.colour, tint)) for light in lights),
            self._beams(windows),
            self._stamp,
            self._shape.blocks,
            feet,
            stand.shades(),
        )
        if self._ground is not None and self._ground.lighting.furniture == feet:
            old = self._ground.lighting.shadows
            lighting.shadows.update((light, old[light]) for light in lighting.lights if light in old)
        return lighting

    def _light_of(self, entity: int, place: Place, lamp: Lamp, windows: list[tuple[float, float, float]]) -> Light:
        """A lamp on a wall's face hangs there; one below a window is its daylight; any other stands on the floor."""
        assert self._shape is not None
        base = self._shape.base_at(place.x, place.y)
        z, h = place.y, LAMP_ABOVE if lamp.radius >= 60 else 16.0
        if base:
            z, h = base + 22.0, max(base - place.y, 0.0) * 0.8 + 20.0
        elif any(abs(x - place.x) < 52 and -8 < place.y - y < 150 for x, y, _ in windows):
            h = WINDOW_LAMP
        tint = colour_of(lamp.tint)
        if h != WINDOW_LAMP and self._shape.room.side == "real":
            tint = warmed(tint)
        return Light(
            entity,
            place.x,
            z,
            h,
            lamp.radius * (1.25 if h == WINDOW_LAMP else 1.0),
            tint,
            lamp.energy * (1.0 if h == WINDOW_LAMP else LAMP_GAIN),
            0.45 if h == WINDOW_LAMP else 0.40,
            lamp.is_soft,
            lamp.shadows,
            lamp.flicker,
            lamp.stretch,
        )

    def _beams(self, windows: list[tuple[float, float, float]]) -> tuple[Beam, ...]:
        assert self._shape is not None and self._mood is not None and self._room is not None
        m = self._mood
        if m.beam_strength <= 0 or not self._room.indoors:
            return ()
        out = []
        for x, bottom, wide in windows:
            if self._shape.base_at(x, bottom - 8):
                half = wide * 0.30
                top = bottom - 52
                out.append(Beam(x - half, x + half, top, top + 236, 74.0, tinted(m.beam, m.tint), m.beam_strength))
        return tuple(out)

    def _graded(self, dt_s: float, at_once: bool) -> Grade:
        assert self._mood is not None
        goal = self._mood.grade
        if self._grade is None or at_once or self._grade == goal:
            self._grade = goal
            return goal
        k = min(dt_s / GRADE_S * 2.5, 1.0)
        now = self._grade
        if abs(now.saturation - goal.saturation) + abs(now.vignette - goal.vignette) < 0.004:
            self._grade = goal
            return goal

        def mix(a: float, b: float) -> float:
            return a + (b - a) * k

        gain = tuple(mix(a, b) for a, b in zip(now.gain, goal.gain))
        lift = tuple(mix(a, b) for a, b in zip(now.lift, goal.lift))
        self._grade = replace(
            now,
            saturation=mix(now.saturation, goal.saturation),
            vignette=mix(now.vignette, goal.vignette),
            gain=(gain[0], gain[1], gain[2]),
            lift=(lift[0], lift[1], lift[2]),
        )
        return self._grade

    # ---- the parts of a picture

    def look(self, session: Any, hero: Vec, dt_s: float) -> tuple[int, int]:
        """The top left px of the picture in the map."""
        walker = session.world.find(session.hero, Walker)
        way = Vec(0, 0)
        if walker is not None:
            speed = math.hypot(walker.vx, walker.vy)
            if speed > 10:
                way = Vec(walker.vx / speed, walker.vy / speed)
        act = self.acts.of(session)
        lead = act.lead_px(session.act) if act is not None else LEAD
        if act is not None:
            way = act.ahead(session.act, way)
            if act.cuts and act is not self._cut_to:
                self.camera.snap()
        self._cut_to = act
        return self.camera.look(session.room, hero, way, session.gaze or _throw_gaze(session, hero), dt_s, lead)

    def draw_ground(self, session: Any, layers: Layers, steps: int = 1) -> None:
        """Chunks: colours, light, what flickers, what glows; tiles that move."""
        assert self._ground is not None and self._stand is not None
        view = Rect((layers.x, layers.y), self.size)
        self._ground.hurry = 1 if session.ruin.gone else HURRY  # while all falls there is enough to do
        most = DARK_CHUNKS if session.fade.amount >= DARK else 99
        chunks = self._ground.frame(view, steps, most)
        if not self._ground.is_changing:
            self._stand.lighting = self._ground.lighting
        if self.ruins.bake(session, self._ground, view):
            chunks = self._ground.frame(view, 0, most // 2 if most < 99 else most)
            self.ruins.bake(session, self._ground, view)
        layers.glow.fill((0, 0, 0))
        if not self._covers(view) or most < 99:
            layers.albedo.fill((6, 5, 12))
            layers.light.fill((60, 60, 66))
        self._lay(session, layers, chunks)
        self.truth.holes(layers, session)
        k = 0.5 if self.calm else wavering(session.tick)
        for tube in self._tubes:
            tube.draw(layers)
        for _, place, lamp, _ in session.world.each(Place, Lamp, Walker):
            self._moving_light(layers, place, lamp, k)
        if session.room.name == PASSAGE and session.weather != COLD and not self.calm:
            self._pulse(layers, session.tick)

    def _lay(self, session: Any, layers: Layers, chunks: Sequence[Chunk]) -> None:
        """Chunks into the layers: colours, light and what flickers of it, tiles that move, what glows."""
        assert self._ground is not None
        places = [(c.at[0] * PX - layers.x, c.at[1] * PX - layers.y) for c in chunks]
        layers.albedo.fblits([(c.albedo, at) for c, at in zip(chunks, places)])
        layers.light.fblits([(c.lit.light, at) for c, at in zip(chunks, places) if c.lit])
        k = 0.5 if self.calm else wavering(session.tick)
        for c, (x, y) in zip(chunks, places):
            for gid, (tx, ty) in c.moving:
                tile = self._ground.tile(gid, session.tick)
                if tile is not None:
                    layers.albedo.blit(tile, (x + tx, y + ty))
            if c.lit is not None and c.lit.flicker is not None:
                part, (fx, fy) = c.lit.flicker.get_rect(), c.lit.flickers_at
                self._scratch.blit(c.lit.flicker, (0, 0))
                level = int(k * 255)
                self._scratch.fill((level, level, level), part, BLEND_RGB_MULT)
                layers.light.blit(self._scratch, (x + fx, y + fy), part, BLEND_RGB_ADD)
            if c.glow is not None:
                layers.glow.blit(c.glow, (x, y), special_flags=BLEND_RGB_ADD)
                layers.glows.append(Rect(x, y, PX, PX))

    def _pulse(self, layers: Layers, tick: int) -> None:
        """The squeeze of light that runs through the passage."""
        assert self._room is not None
        w, h = self.size
        for x in range(0, w, PULSE_STEP):
            k = pulse_at(tick, layers.x + x, self._room.size.x)
            if k > 0.04:
                colour = (round(34 * k), round(16 * k), round(62 * k))
                layers.light.fill(colour, (x, 0, PULSE_STEP, h), special_flags=BLEND_RGB_ADD)

    def _covers(self, view: Rect) -> bool:
        assert self._room is not None
        return Rect(0, 0, int(self._room.size.x), int(self._room.size.y)).contains(view)

    def _moving_light(self, layers: Layers, place: Place, lamp: Lamp, k: float) -> None:
        """A lamp that is carried about: a soft disc, without shadows or normals."""
        self._disc(layers, place.x, place.y, lamp, lamp.radius, 1 - lamp.flicker * 0.3 * (1 - k))

    def _carried_lights(self, session: Any, layers: Layers) -> None:
        """What stands near a lamp that is carried takes light from it too; the lamp itself is a spark."""
        for _, place, lamp, _ in session.world.each(Place, Lamp, Walker):
            x, y = place.x, place.y - place.lift - SPARK_PX
            self._disc(layers, x, y, lamp, lamp.radius * 0.72, 0.5)
            c = colour_of(lamp.tint)
            at = Rect(round(x) - layers.x - 1, round(y) - layers.y - 1, 2, 2)
            layers.glow.fill((int(c[0] * 150), int(c[1] * 150), int(c[2] * 150)), at, BLEND_RGB_ADD)
            layers.glows.append(at)

    def _disc(self, layers: Layers, x: float, y: float, lamp: Lamp, radius: float, share: float) -> None:
        c = colour_of(lamp.tint)
        e = lamp.energy * share * 110
        key = (int(radius), (int(c[0] * e) & ~3, int(c[1] * e) & ~3, int(c[2] * e) & ~3))
        if key not in self._discs:
            if len(self._discs) > 24:
                self._discs.clear()
            self._discs[key] = soft_disc(*key)
        s = self._discs[key]
        at = (round(x) - s.get_width() // 2 - layers.x, round(y) - s.get_height() // 2 - layers.y)
        layers.light.blit(s, at, special_flags=BLEND_RGB_ADD)

    def draw_stand(self, session: Any, layers: Layers, between: float, dt_s: float, hero: Vec) -> None:
        """Fog and ripples on the ground, then everything that stands, then roofs and tree tops."""
        assert self._stand is not None and self._mood is not None
        t = session.tick + between
        self.weather.ground(layers, self._mood, t, self._is_wet)
        self.touches.ground(layers, t)
        self.moves.ground(layers, session, between, t)
        act = self.acts.of(session)
        if act is not None:
            act.ground(layers, session, session.act, t)

        def on_walls() -> None:
            if session.ruin.gone and self._ground is not None and self._stand is not None:
                view = Rect((layers.x, layers.y), self.size)
                self.ruins.over_rugs(layers, self._ground, self._stand.lying(view))
            self.touches.walls(session, layers, t)
            self.ruins.doors(layers, session, t)
            self.stealth.ground(layers, session, between, t)
            if act is not None:
                act.floor(layers, session, session.act, t)

        self._stand.is_calm = self.calm
        self._stand.lights_left = DARK_PROPS if session.fade.amount >= DARK else 999
        self._stand.draw(session, layers, between, dt_s, (hero.x, hero.y), on_walls, rigs=self.rigs)
        self._carried_lights(session, layers)
        self.touches.over(session, layers, between, self.calm)
        self.moves.over(layers, session, t)
        self.stealth.over(layers, session, t, self._stand.props)
        self.specks.draw(layers)
        if act is not None:
            act.over(layers, session, session.act, t)
        self._above(layers, hero, dt_s)
        self._stand.warm(session, Rect((layers.x, layers.y), self.size))

    def _is_wet(self, x: float, y: float) -> bool:
        """Whether rain reaches a point of the map: no wall, no boards (those have a roof over them)."""
        if self._shape is None or self._room is None or self._shape.is_tall(x, y):
            return False
        surface = self._room.surface_at(x, y)
        return surface is None or surface.kind != "wood"

    def _above(self, layers: Layers, hero: Vec, dt_s: float) -> None:
        """Layers above people, with a hole round her where they would hide her."""
        assert self._ground is not None
        there = self._ground.kept(Rect((layers.x, layers.y), self.size))
        chunks = [c for c in there if c.above is not None and c.lit is not None]
        if not chunks:
            return
        hidden = any(self._is_over(c, hero) for c in chunks)
        step = dt_s / PEEP_S
        self._hole = min(self._hole + step, 1.0) if hidden else max(self._hole - step, 0.0)
        hole = Rect(0, 0, *PEEP)
        hole.center = (round(hero.x) - layers.x, round(hero.y) - 22 - layers.y)
        for c in chunks:
            assert c.above is not None and c.lit is not None
            area = Rect(c.at[0] * PX - layers.x, c.at[1] * PX - layers.y, PX, PX)
            for to, what in ((layers.albedo, c.above), (layers.light, c.lit.above)):
                if what is None:
                    continue
                if self._hole <= 0 or not area.colliderect(hole):
                    to.blit(what, (area.x + c.roof.x, area.y + c.roof.y), c.roof)
                    continue
                cut = what.copy()
                cut.blit(self._peep(), (hole.x - area.x, hole.y - area.y), special_flags=BLEND_RGBA_MULT)
                to.blit(cut, area)

    def _peep(self) -> Surface:
        return peep(*PEEP, self._hole)

    @staticmethod
    def _is_over(chunk: Chunk, hero: Vec) -> bool:
        assert chunk.above is not None
        for dy in (10, 26, 38):
            x, y = int(hero.x) - chunk.at[0] * PX, int(hero.y) - dy - chunk.at[1] * PX
            if 0 <= x < PX and 0 <= y < PX and chunk.above.get_at((x, y)).a > 128:
                return True
        return False

    def draw_air(self, session: Any, layers: Layers, between: float, dt_s: float, t: float, hero: Vec) -> None:
        """Fog over everything but faces, leaves, rain, dust."""
        assert self._stand is not None and self._mood is not None
        people = self._stand.faces(session, layers, between) if self._mood.fog > 0 else ()
        dry = [r.move(-layers.x, -layers.y) for r in self._dry] if self._mood.rain > 0 else ()
        self.weather.over(layers, self._mood, t, people, self.flashes, self.calm, dry)
        if self._mood.leaves and not self.calm:
            self.touches.gust(layers, self.weather.leaves, t)
        if session.weather == "rain" and self._glasses and not self.calm:
            self.weather.panes(layers, self._glasses, t)


def tubes_of(room: Room, is_cold: bool) -> tuple[Tube, ...]:
    """What is drawn over the tiles of a room that is a tube; of the long one, a tube for each of its stretches."""
    if room.name == PASSAGE:
        return (Tube(room, is_cold),)
    if room.name == LONG_PASSAGE:
        return tuple(Tube(room, is_cold, spot.box) for name, spot in room.spots.items() if name.startswith("tube_"))
    return ()


def under_roofs(room: Room) -> list[Rect]:
    """Where no rain is seen: out of doors boards have a roof over them, and the air between the two is dry. Map px."""
    if room.indoors:
        return []
    boards = [s.box for s in room.surfaces if s.kind == "wood"]
    return [Rect(round(b.x), round(b.y) - EAVE_PX, round(b.w), round(b.h) + EAVE_PX - STEPS_PX) for b in boards]


def _throw_gaze(session: Any, hero: Vec) -> Gaze | None:
    """While she aims, and while it flies, the picture leans towards where it will come down."""
    aim = session.world.find(session.hero, Aim)
    goal = Vec(aim.lands_x, aim.lands_y) if aim is not None and aim.ticks > 6 else None
    for _, place, flight in session.world.each(Place, Flight):
        if flight.by == session.hero and not flight.has_landed:
            goal = Vec(place.x, place.y)
    if goal is None:
        return None
    d = (goal - hero) * 0.5
    k = min(1.0, AIM_PX / (d.length or 1.0))
    return Gaze(hero.x + d.x * k, hero.y + d.y * k, 4.0)


def glass_of(window: Box) -> Rect:
    """The part of a window's picture that is glass, more or less."""
    w, h = window.w, window.h
    return Rect(round(window.x + w * 0.26), round(window.y + h * 0.2), round(w * 0.48), round(h * 0.52))


def warmed(c: Colour) -> Colour:
    """A lamp's colour, stronger: on grey walls and under a grade a tint of cream would be no colour at all."""
    return c[0] ** LAMP_HUE, c[1] ** LAMP_HUE, c[2] ** LAMP_HUE


def tinted(c: Colour, by: Colour) -> Colour:
    """One colour through another."""
    return c[0] * by[0], c[1] * by[1], c[2] * by[2]


def soft_disc(radius: int, colour: tuple[int, int, int]) -> Surface:
    """Light of a lamp without shadows, to be added: (1 - (d/r)^2)^2."""
    n = radius * 2
    out = Surface((n, n), 0, 32)
    for r in range(radius, 0, -3):
        k = (1 - (r / radius) ** 2) ** 2
        c = (int(colour[0] * k), int(colour[1] * k), int(colour[2] * k))
        pygame.draw.circle(out, c, (radius, radius), r)
    return out


def peep(w: int, h: int, amount: float) -> Surface:
    """An ellipse to multiply with: 35 % in the middle at ``amount`` 1, all outside."""
    out = Surface((w, h), SRCALPHA, 32)
    out.fill((255, 255, 255, 255))
    for i in range(6):
        k = 1 - i / 6
        alpha = int(255 * (1 - amount * 0.65 * (1 - k + 1 / 6)))
        box = Rect(0, 0, int(w * (0.55 + 0.45 * k)), int(h * (0.55 + 0.45 * k)))
        box.center = (w // 2, h // 2)
        pygame.draw.ellipse(out, (255, 255, 255, alpha), box)
    return out
