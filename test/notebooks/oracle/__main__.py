"""What the notebooks have to arrive at, computed from their data without this package, with Python's own library:

    /usr/bin/python3 test/notebooks/oracle docs/notebooks/data

Printed by notebook: an expression of its variables, the value, and, where a table has to show it, how. Python 3.9 or
newer.
"""

import json
import sys

from churn import churn
from survey import survey
from value import value

notebooks = {"01-survey-results": survey, "02-churn-retention-survival": churn, "03-customer-value": value}
json.dump({name: list(expectations()) for name, expectations in notebooks.items()}, sys.stdout, indent=1)
