"""The talks: process, texts, votes, triggers, commitments and their calendar.

What is negotiated about how, by whom, with which words, and what became of it. Pure data and what follows
from it: texts of files in, values out. What is simulated over a model is done elsewhere.
"""
