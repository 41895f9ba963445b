"""Every picture: its name, who draws it, and its seed."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import numpy as np
from PIL import Image

from articles.demo.drawing import (
    charts,
    cities,
    energy,
    landscapes,
    maps,
    portraits,
    rooms,
    weather,
    works,
)
from articles.demo.drawing.canvas import Canvas

Painter = Callable[[Canvas], None]

SCENES: dict[str, Painter] = {
    name.replace("_", "-"): getattr(module, name)
    for module, names in (
        (landscapes, "mountain_pass_snow steppe_dawn reservoir_low glacier_lake"),
        (landscapes, "orchard_blossom vineyard_terraces school_hill"),
        (weather, "sea_storm forest_haze flooded_fields border_road observatory_stars"),
        (cities, "foothill_city_dusk capital_blue_hour old_town_roofs wind_towers"),
        (cities, "hillside_lights parliament_dawn snow_tram"),
        (rooms, "courthouse_evening library_windows clinic_night metro_vault"),
        (rooms, "kiosk_rain bazaar_light"),
        (works, "dam_night harbour_fog railway_steppe gorge_bridge"),
        (portraits, "portrait_window portrait_evening"),
        (energy, "refinery_flare wind_farm_ridge solar_field radio_mast publisher"),
    )
    for name in names.split()
}
CATALOGUE: dict[str, Painter] = SCENES | maps.MAPS | charts.CHARTS


def draw(name: str) -> Image.Image:
    """The picture ``name``, the same pixels every time."""
    seed = zlib.crc32(name.encode())
    canvas = Canvas(np.random.default_rng(seed))
    CATALOGUE[name](canvas)
    is_scene = name in SCENES
    return canvas.finish(grain=0.008 if is_scene else 0.004, vignette=0.28 if is_scene else 0.1)
