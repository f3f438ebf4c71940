"""Numbers turned into accessible SVG. Pure: no Django, no clock, words come in as arguments."""

from tomarigi.pictures.shapes import BIRD, WOOD
from tomarigi.pictures.wave import WavePicture, WavePoint, WaveWords, draw_wave

__all__ = ["BIRD", "WOOD", "WavePicture", "WavePoint", "WaveWords", "draw_wave"]
