"""Files of Excel and WPS as tables: what the cells show, and which of them are merged.

They are read piece by piece, as those of Word are, so that no file decides how much memory or time
that takes.
"""

from perf_tui.reader.kinds import Wanted

SAVE_AS = "在 Excel 或 WPS 里另存为 .xlsx 再用"
WANTED = Wanted("Excel", "一张指标表", SAVE_AS)
MOST_SHEETS = 100
