"""Protocols against human judgement: `nlp eval NAME` runs `nlp/evaluation/NAME.py`.

A protocol is a module with

    add_arguments(parser)             its options beside --data, --format and --out
    evaluate(data, options) -> Iterator[Table]

where `data` is the folder of benchmark data. A file that is missing there raises InputError, which says where it is
public. Figures never stand alone: a table has its floor and its ceiling in it, and intervals over documents.
"""
