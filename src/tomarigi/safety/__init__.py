"""Danger is answered first, by people: `from tomarigi.safety import flow_for, lines`.

Pure: data and functions, no Django, no model, no network, no clock.
"""

from tomarigi.safety.flows import DANGERS, Flow, Guidance, flow_for, guidance
from tomarigi.safety.lines import Group, HelpLine, LinesBroken, groups, line, lines, stale

__all__ = [
    "DANGERS",
    "Flow",
    "Group",
    "Guidance",
    "HelpLine",
    "LinesBroken",
    "flow_for",
    "groups",
    "guidance",
    "line",
    "lines",
    "stale",
]
