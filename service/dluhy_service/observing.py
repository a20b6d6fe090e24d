"""What is told of a request when its answer is over: one line of the log, and the figures."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from dluhy_service import logs

if TYPE_CHECKING:
    from litestar.types import Scope

    from dluhy_service.guard import Passport
    from dluhy_service.metrics import Metrics

CUT_OFF = 499
"""The status of a request whose client left before any answer, as proxies write it."""


def observe(scope: Scope, passport: Passport, metrics: Metrics) -> None:
    """Log and count a request by the template of its route; its path and query are not looked at."""
    line = logs.RequestLine(
        request_id=passport.request_id,
        method=str(scope.get("method", "-")),
        route=scope.get("path_template"),
        status=passport.status or CUT_OFF,
        duration_ms=(perf_counter() - passport.began) * 1_000,
        bytes_in=passport.bytes_in,
        bytes_out=passport.bytes_out,
        key=None if passport.key is None else passport.key.id,
        form=None if passport.form is None else passport.form.partition(";")[0],
        told=passport.told,
    )
    logs.request(line)
    metrics.answered(line)
    problem = passport.told.get("problem")
    if isinstance(problem, str):
        metrics.refused(problem)
