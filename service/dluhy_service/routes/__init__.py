"""The routes, a module for each topic; thin over the library."""

from dluhy_service.routes.about import live, ready, version
from dluhy_service.routes.law import amounts, kinds, rule, rules
from dluhy_service.routes.municipal import suggestions
from dluhy_service.routes.screenings import screenings

HANDLERS = [live, ready, version, rules, rule, amounts, kinds, screenings, suggestions]
