"""The two things everything is drawn with: a resting shape and a branch."""

BIRD = (
    "M-21-14C-21-23-14.5-29-6-29C5-29 11-20 15-11C17.5-5 21 2 26 8C18 8 12 5 8 .2H-7C-16 .2-21-5.5"
    "-21-14Z"
)
"""A bubble come to rest. Its origin is where it rests."""

WOOD = "M2 42C20 41.2 44 41.6 62 43.2V44.6C44 45.2 20 46 2 46.4Z"
"""The branch of the mark, in a box of 64 by 64."""
