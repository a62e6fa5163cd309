"""Charts: each function takes a tidy table and returns a ``Chart`` with its title, its note and its alt text."""

from stancebook.charts.bars import bars, stacked_bars
from stancebook.charts.diverging import diverging_bars
from stancebook.charts.dots import dots_with_intervals
from stancebook.charts.figure import Chart
from stancebook.charts.matrix import dot_matrix
from stancebook.charts.through import strips, through_text

__all__ = ["Chart", "bars", "diverging_bars", "dot_matrix", "dots_with_intervals", "stacked_bars", "strips", "through_text"]
