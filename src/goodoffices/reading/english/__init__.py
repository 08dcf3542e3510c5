"""What the reading rules need to know about English: words, not code.

A second language is a second package of this shape plus a :class:`goodoffices.reading.language.Language`.
"""
