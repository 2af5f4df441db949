"""A key for sending a request again names one request: two that differ under one key are rightly refused. Values that are made
up repeat, so every key that could be one gets a name of its own; what cannot be one stays, to be refused."""

import re
import uuid

import schemathesis

KEY = "Idempotency-Key"
USABLE = re.compile(r"[!#-\[\]-~]{16,128}\Z")


@schemathesis.hook
def before_call(_context, case, _kwargs):
    key = (case.headers or {}).get(KEY)
    if isinstance(key, str) and USABLE.match(key):
        case.headers[KEY] = str(uuid.uuid4())
