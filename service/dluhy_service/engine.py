"""What the routes work with: the law, the children, the batchers, the settings; made at start, ended at stop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from attrs import define, field

from dluhy.law.pack import default_pack, load
from dluhy_service.batching import Batcher
from dluhy_service.draining import Draining
from dluhy_service.routes.deductions import computed_by
from dluhy_service.routes.screenings import screened_in
from dluhy_service.telling import Teller
from dluhy_service.workers import Pool

if TYPE_CHECKING:
    from dluhy.deductions.rows import PaymentRows
    from dluhy.law.pack import Pack
    from dluhy_service.routes.screenings import Asked
    from dluhy_service.settings import Settings

CASES_TOGETHER = 16
"""How many cases one child judges in one frame: more would wait for one another longer than the frame saves."""


@define(eq=False)
class Engine:
    """The parts of a running service."""

    settings: Settings
    pack: Pack
    pool: Pool
    screenings: Batcher[Asked, bytes]
    payments: Batcher[PaymentRows, bytes]
    teller: Teller
    stopped: bool = field(default=False)

    @property
    def stopping(self) -> bool:
        """Whether the service is about to stop, or stops."""
        return self.stopped or self.teller.draining.is_on

    @property
    def ready(self) -> bool:
        """Whether requests are taken."""
        return not self.stopping and self.pool.ready

    async def start(self) -> None:
        """Start what runs beside the requests, also after a stop."""
        self.stopped = False
        self.teller.draining.listen()
        await self.pool.start()
        self.screenings.start()
        self.payments.start()

    async def stop(self) -> None:
        """End it."""
        self.stopped = True
        await asyncio.gather(self.screenings.stop(), self.payments.stop(), self.pool.stop())


def engine_of(settings: Settings) -> Engine:
    """Return the parts by the settings; raises PackError where the law does not hold together."""
    pack = default_pack() if settings.rules_folder is None else load(settings.rules_folder)
    teller = Teller(Draining(settings))
    pool = Pool(settings, replaced=teller.metrics.child_replaced)
    return Engine(
        settings=settings,
        pack=pack,
        pool=pool,
        screenings=Batcher(screened_in(pool), size=min(CASES_TOGETHER, settings.batch_size), queue=settings.queue,
                           wait_ms=settings.batch_wait_ms, seconds=settings.seconds, lanes=settings.children,
                           observe=teller.metrics.batch),
        payments=Batcher(computed_by(pack), size=settings.batch_size, queue=settings.queue,
                         wait_ms=settings.batch_wait_ms, seconds=settings.seconds, observe=teller.metrics.batch),
        teller=teller,
    )  # fmt: skip
