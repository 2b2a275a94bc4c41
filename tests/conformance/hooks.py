"""What cannot be made up from the description: each command is asked under an id of its own, or it would get the answer of the first one,
and some of the codes open a room."""

import itertools
import os
import uuid

import schemathesis

CODE = os.environ["CONFORMANCE_CODE"]
number = itertools.count(1)


def is_uuid(value):
    try:
        return isinstance(value, str) and bool(uuid.UUID(value))
    except ValueError:
        return False


@schemathesis.hook
def before_call(context, case, kwargs):
    body = case.body
    if not isinstance(body, dict):
        return
    if "tool" in body and is_uuid(body.get("id")):
        body["id"] = str(uuid.UUID(int=next(number)))
    # With this, a room in which something goes on stays open: in a closed one there is little left to ask.
    if body.get("settle") is True:
        body["settle"] = False
    if isinstance(body.get("code"), str) and next(number) % 2:
        body["code"] = CODE
