"""Councils' examples rebuilt from their published reports: records that give, counted again, what was printed.

No export of these councils was ever seen. A builder starts from the published tables and makes rows, as an older
system might have exported them, that satisfy every one of them; nothing is left to chance, so that the same files are
made each time. `building` is what all builders share; each council has a module of its own. The people, the words and
the days are made up.

    python -m examples lancashire      writes councils/lancashire/example/*.csv
"""
