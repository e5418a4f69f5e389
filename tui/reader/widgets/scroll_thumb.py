"""Where the thumb of a scrollbar is."""


def thumb(height: int, total: int, top: int) -> range:
    """Return the cells of a scrollbar that stand for what is in view: `height` rows of `total`, from row `top`.

    It is empty if everything is in view: `thumb(10, 100, 90)` is `range(9, 10)`.
    """
    if total <= height or height <= 0:
        return range(0)
    size = max(1, height * height // total)
    start = round((height - size) * top / max(1, total - height))
    return range(start, start + size)
