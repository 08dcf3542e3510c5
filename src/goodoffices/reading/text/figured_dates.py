"""Dates written in figures: which is the day, which the month."""


def day_and_month(first: int, second: int, words: str) -> tuple[int, int] | None:
    """Day and month of a date in figures: dots put the day first; of '03/04/2014' nobody knows.

    >>> day_and_month(15, 1, "15/01/2014"), day_and_month(3, 4, "03/04/2014")
    ((15, 1), None)
    """
    if second > 12 >= first:
        return second, first
    plain = "/" not in words or first == second or first > 12 >= second
    return (first, second) if plain else None
