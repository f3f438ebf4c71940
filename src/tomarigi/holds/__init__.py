"""Laying words down instead of sending them: the reading, the rest, the wave, what came after."""
