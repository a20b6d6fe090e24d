"""What is told of each request when its answer is over: a line of the log and the figures; never what it held."""

from __future__ import annotations

import logging
from time import perf_counter
from typing import TYPE_CHECKING, Any, cast

from attrs import define, field

from dluhy_service import logs
from dluhy_service.metrics import Metrics

if TYPE_CHECKING:
    from litestar.types import HTTPScope, Scope

    from dluhy_service.draining import Draining
    from dluhy_service.guard import Passport

CUT_OFF = 499
"""The status of a request that ended before any answer, as proxies write it."""


@define(eq=False)
class Teller:
    """Counts and logs requests, and knows which are under way when the service stops."""

    draining: Draining
    metrics: Metrics = field(factory=Metrics)

    def begun(self) -> None:
        """Count a request that begins."""
        self.draining.entered()
        self.metrics.in_flight.inc()

    def done(self, scope: Scope, passport: Passport) -> None:
        """Log and count a request whose answer is over."""
        self.draining.left()
        self.metrics.in_flight.dec()
        line = _line(cast("HTTPScope", scope), passport)
        logs.request(line)
        self.metrics.answered(line)
        if passport.problem:
            self.metrics.refused(passport.problem)
        if passport.defect:
            told = {"request_id": line.request_id, "route": line.route, **passport.defect}
            logs.event("defect", level=logging.ERROR, **told)


def _line(scope: HTTPScope, passport: Passport) -> logs.RequestLine:
    told = cast("dict[str, Any]", scope)
    return logs.RequestLine(
        request_id=passport.request_id,
        method=passport.method,
        route=told.get("path_template"),
        status=passport.status or CUT_OFF,
        duration_ms=(perf_counter() - passport.began) * 1000,
        bytes_in=passport.bytes_in,
        bytes_out=passport.bytes_out,
        key=None if passport.key is None else passport.key.id,
        form=passport.form,
        problem=passport.problem,
    )
