"""Settings as values: the defaults, the profiles, what overrides what."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from nlp import registry
from nlp.errors import OptionError, UnknownName
from nlp.types import SEVERITIES, Severity


@dataclass(frozen=True, slots=True)
class Profile:
    """A starting point: each holds where the settings say nothing of it. `detectors` of None are the command's own."""

    select: tuple[str, ...] = ()
    preview: bool = False
    detectors: tuple[str, ...] | None = None


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        "news": Profile(),
        "strict": Profile(preview=True),
        "layout-only": Profile(select=("residue", "elision", "encoding", "fragment", "repetition", "truncation")),
        "fast": Profile(detectors=("rules", "source")),
        "standard": Profile(detectors=("rules", "source", "spans")),
        "full": Profile(detectors=("rules", "source", "spans", "fluency")),
    }
)


# Of the detector "spans": quiet on good English, or the best agreement with annotators.
OPERATING_POINTS = ("precise", "balanced")


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """What the settings change about one rule, named by id or slug; None leaves it as it is.

    `allow` holds words that the rule leaves alone where it would quote just them, whatever their case; `safe` says
    whether its first repair may be applied unseen, `in_quotes` whether it looks inside quotations.
    """

    rule: str
    severity: Severity | None = None
    confidence: float | None = None
    enabled: bool | None = None
    safe: bool | None = None
    in_quotes: bool | None = None
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PathOptions:
    """What is different for the files that fit `pattern`; a `select` of None leaves the settings' own."""

    pattern: str
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, as `nlp.config` explains them. `select`, `preview` and `detectors` of None are the profile's.

    `operating_point` is that of the detector "spans", `lm` the language model of "fluency", None for its default.

    `glossary` holds pairs of unwanted and wanted wording. `file` is where the settings were read, `origins` where
    each key was last said; patterns of paths are relative to the file's folder, else to the working directory.
    Raises OptionError for a confidence outside 0 to 1, a term without letter and digit, or no detector at all,
    UnknownName for a profile, severity, detector or operating point that does not exist.
    """

    profile: str = "news"
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    preview: bool | None = None
    detectors: tuple[str, ...] | None = None
    operating_point: str = "precise"
    lm: str | None = None
    min_severity: Severity = "neutral"
    min_confidence: float = 0.0
    do_not_translate: tuple[str, ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    rules: tuple[RuleOptions, ...] = ()
    per_path: tuple[PathOptions, ...] = ()
    file: Path | None = field(default=None, compare=False)
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        if self.profile not in PROFILES:
            raise UnknownName("profile", self.profile, PROFILES)
        if self.operating_point not in OPERATING_POINTS:
            raise UnknownName("operating point", self.operating_point, OPERATING_POINTS)
        for name in self.detectors or ():
            if name not in registry.names("detectors"):
                raise UnknownName("detector", name, registry.names("detectors"))
        if self.detectors == ():
            raise OptionError("the detectors are an empty list; name at least one of them")
        for severity in (self.min_severity, *(r.severity for r in self.rules)):
            if severity is not None and severity not in SEVERITIES:
                raise UnknownName("severity", severity, SEVERITIES)
        for confidence in (self.min_confidence, *(r.confidence for r in self.rules)):
            if confidence is not None and not 0.0 <= confidence <= 1.0:
                raise OptionError(f"a confidence lies between 0 and 1, not at {confidence}")
        for term in (*self.do_not_translate, *(term for pair in self.glossary for term in pair)):
            if not any(character.isalnum() for character in term):
                raise OptionError(f"the term '{term}' has no letter and no digit")

    @property
    def selected(self) -> tuple[str, ...]:
        """What to select: the settings' own, else the profile's; () stands for everything."""
        return PROFILES[self.profile].select if self.select is None else self.select

    @property
    def previews(self) -> bool:
        return PROFILES[self.profile].preview if self.preview is None else self.preview

    @property
    def detecting(self) -> tuple[str, ...] | None:
        """The detectors: the settings' own, else the profile's; None leaves it to the command."""
        return PROFILES[self.profile].detectors if self.detectors is None else self.detectors

    def overridden(
        self,
        *,
        by: str,
        profile: str | None = None,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        preview: bool = False,
        detectors: Sequence[str] = (),
        operating_point: str | None = None,
        lm: str | None = None,
        min_severity: Severity | None = None,
        min_confidence: float | None = None,
    ) -> Settings:
        """These settings with what `by` ("the command line") says; None, False and () say nothing."""
        changes: dict[str, Any] = {}
        if profile:
            changes |= {"profile": profile, "select": None, "preview": None, "detectors": None}
        if profile or select:
            changes["per_path"] = tuple(replace(path, select=None) for path in self.per_path if path.ignore)
        if select:
            changes["select"] = tuple(select)
        if ignore:
            changes["ignore"] = (*self.ignore, *(name for name in ignore if name not in self.ignore))
        if preview:
            changes["preview"] = True
        if detectors:
            changes["detectors"] = tuple(dict.fromkeys(detectors))
        if operating_point is not None:
            changes["operating_point"] = operating_point
        if lm is not None:
            changes["lm"] = lm
        if min_severity is not None:
            changes["min_severity"] = min_severity
        if min_confidence is not None:
            changes["min_confidence"] = min_confidence
        origins = {**self.origins, **{name: by for name in changes if name != "per_path"}}
        if ignore and self.ignore and "ignore" in self.origins:
            origins["ignore"] = f"{self.origins['ignore']}, {by}"
        return replace(self, **changes, origins=origins)

    def for_path(self, path: str | None) -> Settings:
        """These settings as they are for one file, without `per_path`; an article without a path fits no pattern."""
        select, ignore = self.select, self.ignore
        folder = str(self.file.parent if self.file else "")
        for options in self.per_path:
            if path is not None and _fits(options.pattern, path, folder):
                select = select if options.select is None else options.select
                ignore = (*ignore, *options.ignore)
        return replace(self, select=select, ignore=ignore, per_path=()) if self.per_path else self


@lru_cache(maxsize=4096)
def _fits(pattern: str, path: str, folder: str) -> bool:
    """Whether a path, or a folder it lies in, fits a pattern that is relative to `folder`."""
    try:
        relative = os.path.relpath(path, folder or None)
    except ValueError:  # another drive
        relative = path
    pattern = pattern.removeprefix("./").rstrip("/")
    pattern = pattern if "/" in pattern else f"**/{pattern}"
    wild = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = [wild.get(part) or re.escape(part) for part in re.split(r"(\*\*/|\*\*|\*|\?)", pattern)]
    return re.fullmatch("".join(parts) + "(?:/.*)?", relative.replace(os.sep, "/"), re.DOTALL) is not None
