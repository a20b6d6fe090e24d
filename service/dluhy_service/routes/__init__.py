"""The routes, a module for each topic; thin over the library."""

from dluhy_service.routes.about import live, metrics, ready, version
from dluhy_service.routes.deductions import deductions
from dluhy_service.routes.description import docs, docs_asset, openapi_json
from dluhy_service.routes.index import index
from dluhy_service.routes.law import amounts, kinds, rule, rules
from dluhy_service.routes.minors import minors_checks
from dluhy_service.routes.municipal import suggestions
from dluhy_service.routes.relief import relief
from dluhy_service.routes.replay import replay
from dluhy_service.routes.schemas import schema, schemas
from dluhy_service.routes.screenings import screenings

HANDLERS = [
    live, ready, version, metrics,
    rules, rule, amounts, kinds,
    screenings, deductions, relief, suggestions,
    minors_checks, index, replay,
    schemas, schema, openapi_json, docs, docs_asset,
]  # fmt: skip
