import dataclasses
import json
from importlib import resources

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from nlp.plain import to_dict
from nlp.reports.json import SCHEMA_VERSION, render
from nlp.types import SEVERITIES, Failure, Finding, Report, Score, Summary

NAMES = ("finding", "detect-line", "report")
SCHEMAS = {
    name: json.loads(resources.files("nlp.reports").joinpath(f"{name}.schema.json").read_text(encoding="utf-8"))
    for name in NAMES
}


def validate(name, data):
    Draft202012Validator(SCHEMAS[name]).validate(data)


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas_of_this_version(name):
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == f"urn:newsproof:schema:{SCHEMA_VERSION}:{name}"


def test_each_file_stands_alone_with_the_same_finding_in_it():
    assert SCHEMAS["detect-line"]["$defs"]["finding"] == SCHEMAS["finding"] == SCHEMAS["report"]["$defs"]["finding"]
    assert SCHEMAS["detect-line"]["$defs"]["counts"] == SCHEMAS["report"]["$defs"]["counts"]


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        (SCHEMAS["finding"], Finding),
        (SCHEMAS["report"]["$defs"]["summary"], Summary),
        (SCHEMAS["report"]["$defs"]["scores"]["additionalProperties"], Score),
    ],
    ids=["finding", "summary", "score"],
)
def test_schema_and_type_have_the_same_fields(schema, kind):
    fields = [field.name for field in dataclasses.fields(kind)]
    assert list(schema["properties"]) == fields == schema["required"]
    assert SCHEMAS["finding"]["properties"]["severity"]["enum"] == list(SEVERITIES)


def test_the_seed_report_is_valid(seed_report):
    validate("report", json.loads(render(seed_report)))


def test_an_empty_report_with_failures_is_valid():
    validate("report", json.loads(render(Report((), {}, "s", (Failure("x.txt", "is empty"),)))))


@pytest.mark.parametrize("change", [{"severity": "grave"}, {"confidence": 1.5}, {"start": -1}, {"extra": 1}])
def test_a_wrong_finding_is_refused(seed_item, change):
    validate("finding", to_dict(seed_item.findings[0]))
    with pytest.raises(ValidationError):
        validate("finding", to_dict(seed_item.findings[0]) | change)


def test_a_detect_line_is_a_detection_or_a_failure(seed_item):
    line = {
        "id": "a",
        "findings": to_dict(seed_item.findings),
        "counts": {"total": 13, "neutral": 0, "minor": 7, "major": 6, "critical": 0},
        "score": {"mqm_penalty": 37.0, "per_100_words": None},
        "suppressed": {"comment": 0, "baseline": 0},
        "signature": "s",
    }
    error = {"where": "news.jsonl:7", "message": "the line is not JSON"}
    validate("detect-line", line)
    validate("detect-line", {"id": None, "error": error})
    for wrong in (line | {"error": error}, {"id": "a", "error": error}, {"id": "a"}):
        with pytest.raises(ValidationError):
            validate("detect-line", wrong)
