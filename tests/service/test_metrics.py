"""Figures count what happened, by labels of closed sets only."""

from __future__ import annotations

from prometheus_client.parser import text_string_to_metric_families

from dluhy_service.logs import RequestLine
from dluhy_service.metrics import Metrics


def samples_of(metrics: Metrics) -> dict[tuple[str, tuple[str, ...]], float]:
    text, content_type = metrics.render()
    assert content_type == "text/plain; version=0.0.4"
    return {
        (sample.name, tuple(value for name, value in sorted(sample.labels.items()) if name != "worker")): sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }


def answered(metrics: Metrics, route: str | None, method: str = "POST", status: int = 200) -> None:
    metrics.answered(RequestLine("id", method, route, status, 12.0, 100, 50, "0a1b2c3d", "json"))


def test_requests_are_counted_by_route_method_and_status() -> None:
    metrics = Metrics("1")
    answered(metrics, "/v1/index")
    answered(metrics, "/v1/index")
    answered(metrics, "/v1/index", status=422)
    answered(metrics, None, method="BREW", status=404)
    answered(metrics, None, method="x" * 1000, status=404)
    found = samples_of(metrics)
    assert found["dluhy_requests_total", ("POST", "/v1/index", "200")] == 2
    assert found["dluhy_requests_total", ("POST", "/v1/index", "422")] == 1
    assert found["dluhy_requests_total", ("other", "unmatched", "404")] == 2
    assert found["dluhy_request_seconds_count", ("/v1/index",)] == 3
    assert found["dluhy_request_seconds_bucket", ("0.01", "/v1/index")] == 0
    assert found["dluhy_request_seconds_bucket", ("0.025", "/v1/index")] == 3
    assert found["dluhy_bytes_total", ("in",)] == 500
    assert found["dluhy_bytes_total", ("out",)] == 250


def test_work_is_counted() -> None:
    metrics = Metrics("1")
    metrics.batch(17, 0.0015)
    metrics.rows("/v1/minors/checks", 90, 10)
    metrics.refused("too-many-requests")
    metrics.child_replaced("memory")
    metrics.children_busy.set(2)
    with metrics.in_flight.track_inprogress():
        assert samples_of(metrics)["dluhy_requests_in_flight", ()] == 1
    found = samples_of(metrics)
    assert found["dluhy_requests_in_flight", ()] == 0
    assert found["dluhy_batch_size_bucket", ("16.0",)] == 0
    assert found["dluhy_batch_size_bucket", ("32.0",)] == 1
    assert found["dluhy_batch_wait_seconds_count", ()] == 1
    assert found["dluhy_rows_total", ("rejected", "/v1/minors/checks")] == 10
    assert found["dluhy_problems_total", ("too-many-requests",)] == 1
    assert found["dluhy_child_restarts_total", ("memory",)] == 1
    assert found["dluhy_children_busy", ()] == 2


def test_workers_are_told_apart_and_share_nothing() -> None:
    first, second = Metrics("1"), Metrics("2")
    answered(first, "/v1/index")
    assert b'worker="1"' in first.render()[0]
    assert b"/v1/index" not in second.render()[0]
