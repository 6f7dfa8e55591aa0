"""What a repository is set up to: simple answers that a test may change (``repo.answers[path] = value``)."""

from paraf.adapters.forge_double.routing import Routes

ROUTES = Routes()
