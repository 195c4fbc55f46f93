"""Who made an error in a summary: the translation, or the summarizer?

A sentence that is the article's own has the article's errors, which the translation made. A sentence that the
summarizer wrote or repaired is looked at anew: what is found in it and also in the sentences that support it was
carried along; the rest the summarizer made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlp.detection import detect
from nlp.read.assemble import article as make_article
from nlp.types import Article, Finding, Summary, SummarySentence


def attributed(summary: Summary, article: Article, findings: Sequence[Finding]) -> Summary:
    """The summary of an article, its errors divided between `findings` (the translation's) and `introduced`.

    `findings` are the article's. What a sentence already says of itself is kept.
    """
    sentences = tuple(_attributed(sentence, article, findings) for sentence in summary.sentences)
    return replace(summary, sentences=sentences)


def _attributed(sentence: SummarySentence, article: Article, findings: Sequence[Finding]) -> SummarySentence:
    if not sentence.text or (sentence.source_index is not None and not sentence.repaired):
        return sentence
    support = [article.sentences[index] for index in sentence.supported_by]
    known = [finding for finding in findings if any(s.start < finding.end and finding.start < s.end for s in support)]
    carried, introduced = list(sentence.findings), list(sentence.introduced)
    written = make_article(
        sentence.text, lang=article.lang, source_lang=article.source_lang, id=article.id, check_language=False
    )
    for finding in detect(written):
        same = [other for other in known if other.rule == finding.rule and _words(other) == _words(finding)]
        if not same:
            introduced.append(finding)
        elif same[0] not in carried:
            carried.append(same[0])
    return replace(
        sentence,
        findings=tuple(sorted(carried, key=Finding.sort_key)),
        introduced=tuple(sorted(dict.fromkeys(introduced), key=Finding.sort_key)),
    )


def _words(finding: Finding) -> list[str]:
    return finding.text.casefold().split()
