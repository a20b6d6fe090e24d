"""Figures of one worker for Prometheus: counts and times by route, nothing about a person.

Every label comes from a closed set: templates of routes, known methods, status codes, codes of problems.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, disable_created_metrics
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

if TYPE_CHECKING:
    from dluhy_service.logs import RequestLine

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 600)
_WAITS: Final = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1)
_SIZES: Final = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)


class Metrics:
    """The figures of one worker; each worker answers with its own, told apart by the label `worker`."""

    def __init__(self, worker: str | None = None) -> None:
        """Begin at nothing; a worker is called by its process number."""
        self._worker = str(os.getpid()) if worker is None else worker
        self._registry = CollectorRegistry()
        disable_created_metrics()  # type: ignore[no-untyped-call]  # the library has no types here
        ProcessCollector(registry=self._registry)
        self._found: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        self._define_requests()
        self._define_work()

    def _define_requests(self) -> None:
        ours = self._registry
        self._requests = Counter("dluhy_requests", "Requests answered.", ("worker", "route", "method", "status"),
                                 registry=ours)  # fmt: skip
        self._seconds = Histogram("dluhy_request_seconds", "Time from a request to its answer.", ("worker", "route"),
                                  buckets=_SECONDS, registry=ours)  # fmt: skip
        sizes = Counter("dluhy_bytes", "Bytes of bodies.", ("worker", "direction"), registry=ours)
        self._bytes_in, self._bytes_out = sizes.labels(self._worker, "in"), sizes.labels(self._worker, "out")
        self._problems = Counter("dluhy_problems", "Answers that were problems, by type.", ("worker", "problem"),
                                 registry=ours)  # fmt: skip
        self.in_flight = self._gauge("dluhy_requests_in_flight", "Requests being answered.")

    def _define_work(self) -> None:
        ours, worker = self._registry, self._worker
        self.batch_size = Histogram("dluhy_batch_size", "Requests of a batch.", ("worker",), buckets=_SIZES,
                                    registry=ours).labels(worker)  # fmt: skip
        self.batch_wait = Histogram("dluhy_batch_wait_seconds", "Wait of a request for its batch.", ("worker",),
                                    buckets=_WAITS, registry=ours).labels(worker)  # fmt: skip
        self._rows = Counter("dluhy_rows", "Rows judged and rejected.", ("worker", "route", "outcome"), registry=ours)
        self._restarts = Counter("dluhy_child_restarts", "Child processes replaced, by cause.", ("worker", "cause"),
                                 registry=ours)  # fmt: skip
        self.children_busy = self._gauge("dluhy_children_busy", "Child processes at work.")
        self.queue_length = self._gauge("dluhy_queue_length", "Jobs and requests that wait.")

    def answered(self, line: RequestLine) -> None:
        """Count one request that was answered, as it was logged."""
        requests, seconds = self._cells(line.route or "unmatched", line.method, line.status)
        requests.inc()
        seconds.observe(line.duration_ms / 1000)
        self._bytes_in.inc(line.bytes_in)
        self._bytes_out.inc(line.bytes_out)

    def refused(self, problem: str) -> None:
        """Count an answer that was a problem, by the name of its type."""
        self._problems.labels(self._worker, problem).inc()

    def rows(self, route: str, judged: int, rejected: int) -> None:
        """Count the rows of one request."""
        self._rows.labels(self._worker, route, "judged").inc(judged)
        self._rows.labels(self._worker, route, "rejected").inc(rejected)

    def child_replaced(self, cause: str) -> None:
        """Count a child process that was replaced, by the cause that `Pool.replaced` is told."""
        self._restarts.labels(self._worker, cause).inc()

    def batch(self, size: int, waited_seconds: float) -> None:
        """Count a batch and how long its first request waited."""
        self.batch_size.observe(size)
        self.batch_wait.observe(waited_seconds)

    def render(self) -> tuple[bytes, str]:
        """Return the figures in the text form of Prometheus, and its media type, to which a server adds the charset."""
        return generate_latest(self._registry), CONTENT_TYPE_PLAIN_0_0_4.partition("; charset")[0]

    def _cells(self, route: str, method: str, status: int) -> tuple[Counter, Histogram]:
        """Return where a request counts; kept, as finding a cell costs more than adding to it."""
        found = self._found.get((route, method, status))
        if found is None:
            known = method if method in _METHODS else "other"
            found = (self._requests.labels(self._worker, route, known, str(status)),
                     self._seconds.labels(self._worker, route))  # fmt: skip
            if known == method:  # there is no end to methods that clients make up
                self._found[route, method, status] = found
        return found

    def _gauge(self, name: str, about: str) -> Gauge:
        return Gauge(name, about, ("worker",), registry=self._registry).labels(self._worker)
