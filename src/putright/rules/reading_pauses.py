"""From the tables of a stage to the reasons for which its clock may stand still."""

from __future__ import annotations

from collections.abc import Mapping

from putright.rules.reading import Table
from putright.rules.reading_citations import citation_from
from putright.rules.stages import Longest, Pause, Stage
from putright.rules.time_limits import UNITS, TimeLimit

RESPONSE = "response"


def pause_from(entry: Table, limits: Mapping[str, TimeLimit], instruments: Mapping[str, str]) -> Pause:
    """One reason for which the clock of a stage with these `limits` may stand still."""
    reason, title = entry.text("reason", "A clock stands still for a reason."), entry.text("title")
    longest = _longest_from(entry, limits)
    pause = Pause(reason, title, longest, *citation_from(entry, instruments))
    entry.no_other_keys()
    return pause


def _longest_from(table: Table, limits: Mapping[str, TimeLimit]) -> Longest | None:
    if not table.has("longest"):
        return None
    entry = table.table("longest", "It ends the pause.", 'Write longest = { count = …, unit = "working_day" }.')
    if entry is None:
        return None
    count = entry.whole_number("count", "The longest time has a length.")
    unit = entry.choice("unit", UNITS, "Twenty days could be working days or calendar days.")
    entry.no_other_keys()
    answer = limits.get(RESPONSE)
    values = answer.values if answer else ()
    if count and any(value.unit == unit and value.count >= count for value in values):
        entry.fault(
            f"the longest time of {count} is not longer than the limit itself.",
            "longest is the whole time, the pause included.",
            f"Write a count greater than {max(value.count for value in values)}.",
            "count",
        )
    return Longest(count, unit)


def check_pauses(table: Table, stage: Stage) -> None:
    """Note a fault if the stage has pauses and no clock that can stand still."""
    table.no_code_twice("pauses", [pause.reason for pause in stage.pauses])
    answer = stage.limits.get(RESPONSE)
    units = {value.unit for value in answer.values} if answer else set()
    units |= {pause.longest.unit for pause in stage.pauses if pause.longest}
    if stage.pauses and (answer is None or (answer.values and units != {"working_day"})):
        table.fault(
            "a pause needs a limit called response that is counted in working days.",
            "Only such a clock can stand still and be counted on.",
            "Count both in working days, or take the pause out.",
            "pauses",
        )
