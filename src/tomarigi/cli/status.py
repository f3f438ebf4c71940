"""What a command ends with."""

BAD_INPUT = 2
"""The input could not be used; standard error says why."""
