"""Explain a rule: why it matters, what it flags and leaves alone, its limits, its source, and how often it fires."""

from __future__ import annotations

import argparse

from nlp import registry
from nlp.commands import _rates
from nlp.rules.docs import SECTIONS, Example, parse
from nlp.rules.library import by_name
from nlp.rules.rule import Rule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "rule", metavar="RULE", nargs="+", help="a rule's id or slug, such as FRE-T107; or SRC-N101, SPAN, FLUENCY"
    )


def run(options: argparse.Namespace) -> int:
    print("\n\n".join(map(_explained, options.rule)))
    return 0


def _explained(name: str) -> str:
    """What a rule is, or a kind of finding of another detector. Raises UnknownName."""
    for detector in registry.names("detectors"):
        tell = getattr(registry.load("detectors", detector), "explain", None)
        text = tell(name) if tell else None
        if text:
            return str(text)
    return explanation(by_name(name))


def explanation(rule: Rule) -> str:
    """The rule's documentation as a person reads it."""
    doc = parse(rule.doc)
    facts = [rule.category, rule.severity, rule.mqm]
    facts += ["needs the source text"] if rule.needs_source else []
    facts += ["repair is safe"] if rule.safe else []
    facts += [] if rule.in_quotes else ["not inside quotations"]
    sure = f"Confidence {rule.confidence:.2f}: {_rates.origin(rule)}."
    parts = [f"{rule.id} {rule.slug}", doc.title, " · ".join(facts), f"{_rates.standing(rule)}\n{sure}"]
    for name in SECTIONS:
        if name == "Flags":
            body = "\n".join(_shown(example) for example in doc.flags)
        elif name == "Leaves alone":
            body = "\n".join(f"    {_one_line(example.text)}" for example in doc.leaves_alone)
        else:
            body = "\n".join(f"    {line}" for line in doc.sections[name].splitlines())
        parts.append(f"{name}\n{body}")
    if lines := _rates.measured(rule):
        note = "hits per 10,000 words, 95 % Poisson interval, number"
        parts.append(f"Measured ({note})\n" + "\n".join(f"    {line}" for line in lines))
    return "\n\n".join(parts)


def _shown(example: Example) -> str:
    text = example.text
    for span in reversed(example.spans):
        text = f"{text[: span.start]}⟦{span.of(text)}⟧{text[span.end :]}"
    lines = [f"    {_one_line(text)}"]
    lines += [
        "        instead: " + " | ".join(repair or "(delete)" for repair in repairs)
        for repairs in example.repairs or ()
        if repairs
    ]
    if example.source:
        lines.append(f"        source: {example.source}")
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return text.replace("\n", " ⏎ ")
