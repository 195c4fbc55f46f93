"""The settings of a run: what to look for, how grave it is, and what the house wants words to be.

They are read from one file: the nearest `nlp.toml`, or `pyproject.toml` with a table `[tool.nlp]`, in the working
directory or a folder above it. In nlp.toml they stand at the top level:

    profile = "news"              # news: the rules that are on by default; strict: previews too; layout-only:
                                  # what the page and the encoding left in the text, no judgement of language;
                                  # or how deep to look: fast: rules, and source; standard: and spans; full: and fluency
    select = ["calque"]           # only these rules: ids, slugs, categories or beginnings of ids ("FRE-T"), also what
                                  # the other detectors find: "SRC-N101", "SPAN", "learned-grammar", "FLUENCY"
    ignore = ["GEN-S955"]         # not these rules; of a rule named in both, ignore is right
    preview = true                # also the rules that are off by default
    detectors = ["rules", "spans"]    # who looks: rules, source (needs the source text), spans, fluency (models)
    operating-point = "precise"   # of spans: precise, quiet on good English; balanced, finds more and errs more
    lm = "HuggingFaceTB/SmolLM2-360M"   # of fluency: another language model, by hub id or folder
    min-severity = "minor"        # leave out what is less severe: neutral, minor, major, critical
    min-confidence = 0.5          # leave out what is less sure, 0 to 1
    do-not-translate = ["Le Monde", "Conseil d'Etat"]   # terms that stay as they are in the source

    [glossary]                    # wording the house does not want = the wording it wants
    "Westerners" = "Western officials"          # [rules.glossary] safe = true lets `nlp fix` put it in unasked

    [rules.GEN-S955]              # one rule, by id or slug
    severity = "neutral"          # instead of its own
    confidence = 0.3              # instead of its own
    enabled = false               # false: never run it; true: run it though it is off by default
    allow = ["a", "the a"]        # words it leaves alone where it would quote just them, whatever their case
    safe = false                  # true: `nlp fix` applies its first repair unseen; false: only with --unsafe
    in-quotes = false             # true: it looks inside quotations too; false: it leaves them to the speaker

    [per-path."archive/**"]       # files by pattern, relative to the settings file: * and ? stay within a folder,
    select = ["residue"]          # ** does not; a pattern without "/" fits at any depth, a folder's name all in it.
    ignore = ["GEN-S961"]         # Every pattern that fits counts: the last select replaces, ignores add up

The command line comes after the file: `--select` replaces every select of the file, `--ignore` adds to its ignore,
`--profile` replaces its profile, select, preview and detectors, the rest replaces what it names.
"""

from __future__ import annotations

from nlp.config.file import ConfigError, load, to_toml
from nlp.config.settings import OPERATING_POINTS, PROFILES, PathOptions, Profile, RuleOptions, Settings

__all__ = [
    "OPERATING_POINTS",
    "PROFILES",
    "ConfigError",
    "PathOptions",
    "Profile",
    "RuleOptions",
    "Settings",
    "load",
    "to_toml",
]
