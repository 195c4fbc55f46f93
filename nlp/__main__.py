"""`python -m nlp`, the same as the command `nlp`."""

import sys

from nlp.cli import main

sys.exit(main())
