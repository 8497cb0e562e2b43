"""The unit of a field as a power of ten and a base: 万元 is 10^4 of 元."""

POWERS = {"": 0, "万": 4, "亿": 8}
# 里 is no short form of 公里, nor 米 of 千米: such last characters are units of their own.
_MEASURES = frozenset("里米斤克顷升尺元")
# What people write for the same thing: 145名 are 145人, 2次 fires are 2起.
_SAME = {"人": ("名", "个", "位"), "起": ("次", "件"), "元": ("圆", "元整", "圆整")}


def split_unit(unit: str) -> tuple[int, str]:
    """Return the power of ten and the base: (4, 元) for 万元, (0, 人次) for 人次."""
    scale = unit[:1]
    return (POWERS[scale], unit[1:]) if scale in POWERS else (0, unit)


def power_between(scale: str, typed_unit: str, unit: str) -> int | None:
    """Return the power of ten from the typed scale and unit (万, 元) to the field's unit.

    It is None for a foreign unit. A number without scale and unit is in the field's unit.
    """
    field_power, base = split_unit(unit)
    if typed_unit and typed_unit not in _names(base):
        return None
    if not scale and not typed_unit:
        return 0
    if scale and base == "%":
        return None
    return POWERS[scale] - field_power


def _names(base: str) -> tuple[str, ...]:
    """Return the base itself, its synonyms, and 次 for 人次."""
    if base in _SAME:
        return base, *_SAME[base]
    if len(base) == 2 and base[1] not in _MEASURES:
        return base, base[1]
    return (base,)
