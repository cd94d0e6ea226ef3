"""sayso: a ledger of claims from conflict reporting. Importing it loads nothing."""

import os

# One thread a process, as for the encoder: the sums then do not depend on the number of cores, and
# no thread burns time waiting for the next. numpy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
